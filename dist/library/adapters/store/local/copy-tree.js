import { closeSync, fsyncSync, lchownSync, lutimesSync, mkdirSync, openSync, readFileSync, renameSync, statSync, } from 'node:fs';
import { encodeJson } from '../../../domain/log-record.js';
import { copyFile, copyLink } from './copy-file.js';
import { deleteTree } from './delete-tree.js';
import { applyShape, syncFolder, temporaryName, writeTemporary } from './durable-file.js';
import { attempt, located, unlessAbsent } from './io-errors.js';
/** Files in flight at once: a copy waits on fsync more than on anything else. */
const PARALLEL = 8;
/** Copies a version's tree to another file system, everything fsynced and read back; of one that fails nothing stays. */
export async function copyTree(work, copy, progress) {
    try {
        return await copyWhole(work, copy, progress);
    }
    catch (thrown) {
        // Room for the record that turns the operation back. No guard: it may want to write itself, and the name is ours.
        await deleteTree(copy.to).catch(() => undefined);
        throw located(thrown, copy.to);
    }
}
async function copyWhole(work, copy, progress) {
    const { artifacts, version } = copy.manifest;
    const folders = foldersOf(artifacts, version);
    for (const folder of folders)
        await work.change(() => mkdirSync(copy.to + folder, { mode: 0o700 }));
    const hashes = new Map();
    const files = [...artifacts].filter((artifact) => artifact.type !== 'folder');
    let done = 0;
    await inParallel(files, async (artifact) => {
        work.mustBeOurs();
        const sha256 = await work.change(() => copyArtifact(copy, artifact));
        if (sha256 !== undefined)
            hashes.set(artifact.path, sha256);
        done += 1;
        progress(done, artifacts.length);
    });
    // Deepest first: writing into a folder changes its time.
    for (const folder of folders.reverse())
        likeOriginal(copy.from + folder, copy.to + folder);
    return hashes;
}
/** Nothing is begun any more after a failure, and nothing still runs when it is thrown. */
async function inParallel(queue, action) {
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
            await action(next).catch((thrown) => {
                queue.length = 0;
                throw thrown;
            });
        }
    };
    const ended = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
async function copyArtifact(copy, artifact) {
    const below = artifact.path.slice(copy.manifest.version.length);
    const source = {
        path: copy.from + below,
        key: artifact.path,
        ...(copy.exactly ? { revision: artifact.revision } : {}),
    };
    if (artifact.type === 'symlink')
        copyLink(source, copy.to + below);
    else
        return copyFile(source, copy.to + below);
    return undefined;
}
/** All folders of a tree as '/…' below it, parents first; '' is the tree itself. */
export function foldersOf(artifacts, version) {
    const folders = new Set(['']);
    for (const { path } of artifacts) {
        const below = path.slice(version.length);
        for (let slash = below.indexOf('/', 1); slash !== -1; slash = below.indexOf('/', slash + 1)) {
            folders.add(below.slice(0, slash));
        }
    }
    return [...folders].sort((a, b) => a.length - b.length);
}
function likeOriginal(original, copy) {
    const { mode, uid, gid, atime, mtime } = statSync(original);
    attempt(() => lchownSync(copy, uid, gid));
    lutimesSync(copy, atime, mtime);
    const folder = openSync(copy, 'r');
    try {
        applyShape(folder, { mode: mode & 0o7777 });
        fsyncSync(folder);
    }
    finally {
        closeSync(folder);
    }
}
export function writeHashes(folder, path, hashes) {
    const content = { schema_version: 1, sha256: Object.fromEntries(hashes) };
    const temporary = `${folder}/${temporaryName()}`;
    writeTemporary(temporary, encodeJson(content), { mode: 0o640 });
    renameSync(temporary, path);
    syncFolder(folder);
}
/** Empty when the tree was moved, not copied. */
export function readHashes(path) {
    const text = unlessAbsent(() => readFileSync(path, 'utf8'));
    if (text === undefined)
        return new Map();
    return new Map(Object.entries(JSON.parse(text).sha256));
}
