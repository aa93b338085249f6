import { randomBytes } from 'node:crypto';
import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync, } from 'node:fs';
import { join } from 'node:path';
import { inPieces } from '../../domain/byte-parts.js';
import { codeOf } from './folder-failure.js';
// Output folders are local and what goes there is small: waiting for the system in place takes less than asking
// another thread. `FileEvidenceWriter` says when signals come through.
/** How file systems without hard links refuse one. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];
/** Bytes that are written at once. */
const PIECE = 256 * 1024;
/** A hidden name in the folder that nobody else uses. */
export function temporaryName(folder, name) {
    return join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
}
/** Creates the file with all its bytes; nothing is left of a failed one. On the disk only after `syncFile`. */
export function writeNew(path, body) {
    const file = openSync(path, 'wx');
    try {
        for (const piece of inPieces(body, PIECE))
            writeFileSync(file, piece);
    }
    catch (thrown) {
        closeSync(file);
        remove(path);
        throw thrown;
    }
    // A file system that keeps bytes back until now refuses them here.
    closeSync(file);
}
/** Removes a file if it is there and may be; its place is swept later. */
export function remove(path) {
    try {
        rmSync(path, { force: true });
    }
    catch {
        // It stays.
    }
}
/** A second name for the file; throws EEXIST rather than replace anything. Copies where there are no hard links. */
export function linkNew(from, to) {
    try {
        linkSync(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes(codeOf(thrown)))
            throw thrown;
        copyFileSync(from, to, constants.COPYFILE_EXCL);
        syncFile(to);
    }
}
/** Moves the file to a name that is free; throws EEXIST rather than replace anything, where there are hard links. */
export function placeNew(from, to) {
    try {
        linkSync(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes(codeOf(thrown)))
            throw thrown;
        renameSync(from, to);
        return;
    }
    rmSync(from);
}
/** Makes names in a folder durable; some file systems don't offer that. */
export function syncFolder(path) {
    try {
        sync(path, 'r');
    }
    catch (thrown) {
        if (!['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF'].includes(codeOf(thrown)))
            throw thrown;
    }
}
/** Makes a file's bytes durable. Windows does that only for who may write. */
export const syncFile = (path) => sync(path, 'r+');
function sync(path, flags) {
    const file = openSync(path, flags);
    try {
        fsyncSync(file);
    }
    finally {
        closeSync(file);
    }
}
