import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConflictError } from '../../../ports/object-store.js';
import { infoAt, modeOf, revisionOf, statOf } from './file-info.js';
import { codeOf } from './io-errors.js';
/** Never taken twice, and never listed. */
export const temporaryName = () => `.tmp-${randomUUID()}`;
/** The one way in which a whole file comes to be, before it has its name: write, shape, fsync, close. */
export async function writeTemporary(path, body, shape = {}) {
    // 'wx': nobody else has this name, so nothing is followed or overwritten.
    const handle = await open(path, 'wx', 0o600 | (shape.mode ?? 0o666));
    try {
        await handle.writeFile(body);
        await applyShape(handle, shape);
        // Data first: a name must never come to stand for bytes that a power cut takes away.
        await handle.sync();
        return await handle.stat({ bigint: true });
    }
    catch (thrown) {
        await forget(path);
        throw thrown;
    }
    finally {
        await handle.close();
    }
}
export async function applyShape(handle, shape) {
    if (shape.uid !== undefined && shape.gid !== undefined) {
        // Only root may give a file away; the mode still says who may read it.
        await handle.chown(shape.uid, shape.gid).catch(() => undefined);
    }
    // After the owner, because a change of owner clears bits; past the umask, which is the caller's and not the folder's.
    if (shape.mode !== undefined)
        await handle.chmod(shape.mode);
}
/** Makes `path` with these bytes if it is absent, whole or not at all; `temporary` is on the same file system. */
export async function createDurably(where, body, shape) {
    const stat = await writeTemporary(where.temporary, body, shape);
    try {
        // link(2) fails if the name is taken: exactly one of many creators wins.
        await link(where.temporary, where.path);
        // The name is safe only when its folder is.
        await syncFolder(dirname(where.path));
        return revisionOf(stat);
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EEXIST')
            throw new ConflictError(where.key, { cause: thrown });
        throw thrown;
    }
    finally {
        await forget(where.temporary);
    }
}
/** Replaces `path` if it still is at `revision`, keeping mode and owner. */
export async function replaceDurably(where, body, revision) {
    const current = await statOf(where.path);
    if (current === undefined)
        throw new ConflictError(where.key);
    const shape = { mode: modeOf(current), uid: Number(current.uid), gid: Number(current.gid) };
    const stat = await writeTemporary(where.temporary, body, shape);
    try {
        // As late as can be: what a writer without our lock did since the read shows here, or it is lost.
        if ((await infoAt(where.path, where.key))?.revision !== revision)
            throw new ConflictError(where.key);
        await rename(where.temporary, where.path);
    }
    catch (thrown) {
        await forget(where.temporary);
        throw thrown;
    }
    await syncFolder(dirname(where.path));
    return revisionOf(stat);
}
/** Makes the names in a folder durable. */
export async function syncFolder(path) {
    const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
        await handle.sync();
    }
    catch (thrown) {
        // Some network and FUSE file systems have no fsync for folders; nothing more can be done there.
        if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(thrown) ?? ''))
            throw thrown;
    }
    finally {
        await handle.close();
    }
}
/** A temporary file that stays is never listed, and swept later. */
async function forget(path) {
    await unlink(path).catch(() => undefined);
}
