import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure } from '../../domain/errors.js';
import { remove, temporaryName, writeNew } from './durable.js';
import { evidenceFailure } from './folder-failure.js';
/** What a killed run left beside its place is removed when no operation can still be at it. */
const STALE_MS = 24 * 60 * 60 * 1000;
const WHAT = 'Output folder';
/** About the size of a small manifest: a full disk shows before anything is changed. */
const PROBE = new Uint8Array(4096);
/** Makes the folder with its parents and proves that files can be made in it. Throws EVIDENCE naming it. */
export async function proveWritable(folder, makeFolder) {
    try {
        if (makeFolder === undefined)
            mkdirSync(folder, { recursive: true });
        else
            await makeFolder(folder);
        const found = statSync(folder);
        if (!found.isDirectory())
            throw inTheWay(folder);
        const probe = temporaryName(folder, 'release-rollback-probe');
        writeNew(probe, PROBE);
        rmSync(probe);
    }
    catch (thrown) {
        throw evidenceFailure(WHAT, folder, thrown);
    }
}
const inTheWay = (folder) => failure('EVIDENCE', `${WHAT} '${folder}' can't be written: a file is in the way`);
/** Throws EVIDENCE for a folder that something stands in the way of. May it be written? Whoever runs dry need not be able to. */
export function expectFolder(folder) {
    try {
        if (!statSync(nearest(folder)).isDirectory())
            throw inTheWay(folder);
    }
    catch (thrown) {
        throw evidenceFailure(WHAT, folder, thrown);
    }
}
/** The folder itself, or what stands there or above in its place. */
function nearest(folder) {
    const parent = dirname(folder);
    const isThere = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
    return isThere || parent === folder ? folder : nearest(parent);
}
/** Throws EVIDENCE when something that is no file stands where one is to be written. */
export function refuseFolderAt(path) {
    const found = lookAt(path);
    if (found === undefined || found.isFile() || found.isSymbolicLink())
        return;
    throw failure('EVIDENCE', `'${path}' can't be written: it is a folder or a special file`);
}
/** Removes temp files of long dead runs; failing to is no harm. */
export function sweepStale(folder, version) {
    const ours = namesIn(folder).filter((name) => name.startsWith(`.${version}.r`) && name.endsWith('.tmp'));
    for (const name of ours) {
        const path = join(folder, name);
        const found = lookAt(path);
        if (found !== undefined && Date.now() - found.mtimeMs > STALE_MS)
            remove(path);
    }
}
function namesIn(folder) {
    try {
        return readdirSync(folder);
    }
    catch {
        return [];
    }
}
function lookAt(path) {
    try {
        return lstatSync(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
