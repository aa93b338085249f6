import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inPieces } from '../../domain/byte-parts.js';
import { codeOf } from './folder-failure.js';
/** How file systems without hard links refuse one. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];
/** Bytes that are written at once. */
const PIECE = 256 * 1024;
/** A hidden name in the folder that nobody else uses. */
export function temporaryName(folder, name) {
    return join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
}
/** Creates the file with all its bytes, on the disk when this returns; nothing is left of a failed one. */
export async function writeNew(path, body) {
    const file = await open(path, 'wx');
    try {
        for (const piece of inPieces(body, PIECE))
            await file.appendFile(piece);
        await file.sync();
        await file.close();
    }
    catch (thrown) {
        await file.close().catch(() => { });
        await rm(path, { force: true }).catch(() => { });
        throw thrown;
    }
}
/** A second name for the file; throws EEXIST rather than replace anything. Copies where there are no hard links. */
export async function linkNew(from, to) {
    try {
        await link(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes(codeOf(thrown)))
            throw thrown;
        await copyFile(from, to, constants.COPYFILE_EXCL);
        await syncPath(to);
    }
}
/** Moves the file to a name that is free; throws EEXIST rather than replace anything, where there are hard links. */
export async function placeNew(from, to) {
    try {
        await link(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes(codeOf(thrown)))
            throw thrown;
        await rename(from, to);
        return;
    }
    await rm(from);
}
/** Makes names in a folder durable; some file systems don't offer that. */
export async function syncFolder(path) {
    await syncPath(path).catch((thrown) => {
        if (!['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF'].includes(codeOf(thrown)))
            throw thrown;
    });
}
async function syncPath(path) {
    const file = await open(path, 'r');
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}
