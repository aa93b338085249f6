import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { failure } from '../../domain/errors.js';
import { encodeReport } from '../../report/json-report.js';
import { textReport } from '../../report/text-report.js';
import { syncFolder, temporaryName, writeNew } from './durable.js';
import { codeOf, evidenceFailure } from './folder-failure.js';
import { proveWritable, refuseInside } from './output-folder.js';
/** Preflight: BAD_INPUT for a place inside the release, EVIDENCE for one that can't be written. */
export async function prepareReportFiles(paths, options = {}) {
    for (const path of given(paths)) {
        await refuseInside(dirname(path), options.forbidden);
        if ((await placeOf(path)).writable)
            continue;
        await proveWritable(dirname(path), options.makeFolder);
    }
}
/** Writes the reports; the absolute paths of those that are asked for. Throws EVIDENCE. */
export async function writeReportFiles(report, paths, options = {}) {
    const written = {};
    const encoder = new TextEncoder();
    if (paths.json !== undefined)
        written.json = await writeReportFile(paths.json, encodeReport(report), options);
    if (paths.text !== undefined) {
        written.text = await writeReportFile(paths.text, encoder.encode(textReport(report)), options);
    }
    return written;
}
/** Complete or not at all; an earlier report there is replaced. Answers the absolute path; throws EVIDENCE. */
export async function writeReportFile(path, body, options = {}) {
    const absolute = resolve(path);
    try {
        await refuseInside(dirname(absolute), options.forbidden);
        const { target, writable } = await placeOf(absolute);
        if (writable)
            await writeFile(target, body);
        else
            await replace(target, body, options.makeFolder);
        return absolute;
    }
    catch (thrown) {
        throw evidenceFailure('Report', absolute, thrown);
    }
}
async function replace(path, body, makeFolder) {
    const folder = dirname(path);
    if (makeFolder === undefined)
        await mkdir(folder, { recursive: true });
    else
        await makeFolder(folder);
    const temporary = temporaryName(folder, basename(path));
    await writeNew(temporary, body);
    await rename(temporary, path).catch(async (thrown) => {
        await rm(temporary, { force: true });
        throw thrown;
    });
    await syncFolder(folder);
}
/** Where a link leads; `writable` for a pipe or a terminal such as /dev/stdout, which nothing can be renamed over. */
async function placeOf(path) {
    try {
        const found = await stat(path);
        if (found.isDirectory())
            throw failure('EVIDENCE', `Report '${path}' can't be written: it is a folder`);
        return found.isFile()
            ? { target: await realpath(path), writable: false }
            : { target: path, writable: true };
    }
    catch (thrown) {
        if (codeOf(thrown) === 'ENOENT')
            return { target: path, writable: false };
        throw evidenceFailure('Report', path, thrown);
    }
}
const given = (paths) => [paths.json, paths.text].filter((path) => path !== undefined).map((path) => resolve(path));
