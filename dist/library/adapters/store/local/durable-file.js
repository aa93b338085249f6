import { randomUUID } from 'node:crypto';
import { closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeFileSync, } from 'node:fs';
import { dirname } from 'node:path';
import { ConflictError } from '../../../ports/object-store.js';
import { infoAt, modeOf, revisionOf, statOf } from './file-info.js';
import { attempt, codeOf, located } from './io-errors.js';
/** Never taken twice, and never listed. */
export const temporaryName = () => `.tmp-${randomUUID()}`;
/** The one way in which a whole file comes to be, before it has its name: write, shape, fsync, close. */
export function writeTemporary(path, body, shape = {}) {
    // 'wx': nobody else has this name, so nothing is followed or overwritten.
    const file = openSync(path, 'wx', 0o600 | (shape.mode ?? 0o666));
    try {
        writeFileSync(file, body);
        applyShape(file, shape);
        // Data first: a name must never come to stand for bytes that a power cut takes away.
        fsyncSync(file);
        return fstatSync(file, { bigint: true });
    }
    catch (thrown) {
        forget(path);
        throw located(thrown, path);
    }
    finally {
        closeSync(file);
    }
}
/** Of an open file, by its descriptor. */
export function applyShape(file, { mode, uid, gid }) {
    // Only root may give a file away; the mode still says who may read it.
    if (uid !== undefined && gid !== undefined)
        attempt(() => fchownSync(file, uid, gid));
    // After the owner, because a change of owner clears bits; past the umask, which is the caller's and not the folder's.
    if (mode !== undefined)
        fchmodSync(file, mode);
}
/** Makes `path` with these bytes if it is absent, whole or not at all, and its name durable. */
export function createDurably(where, body, shape) {
    const revision = createWhole(where, body, shape);
    // The name is safe only when its folder is.
    syncFolder(dirname(where.path));
    return revision;
}
/** The same for a name that may be lost in a power cut, but never stands for less than these bytes. */
export function createWhole(where, body, shape) {
    const stat = writeTemporary(where.temporary, body, shape);
    try {
        // link(2) fails if the name is taken: exactly one of many creators wins.
        linkSync(where.temporary, where.path);
        return revisionOf(stat);
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EEXIST')
            throw new ConflictError(where.key, { cause: thrown });
        throw thrown;
    }
    finally {
        forget(where.temporary);
    }
}
/** Replaces `path` if it still is at `revision`, keeping mode and owner, and makes that durable. */
export function replaceDurably(where, body, revision) {
    const replaced = replaceWhole(where, body, revision);
    syncFolder(dirname(where.path));
    return replaced;
}
/** The same, but a power cut may bring back what stood there. */
export function replaceWhole(where, body, revision) {
    const current = statOf(where.path);
    if (current === undefined)
        throw new ConflictError(where.key);
    const shape = { mode: modeOf(current), uid: Number(current.uid), gid: Number(current.gid) };
    const stat = writeTemporary(where.temporary, body, shape);
    try {
        // As late as can be: what a writer without our lock did since the read shows here, or it is lost.
        if (infoAt(where.path, where.key)?.revision !== revision)
            throw new ConflictError(where.key);
        renameSync(where.temporary, where.path);
    }
    catch (thrown) {
        forget(where.temporary);
        throw thrown;
    }
    return revisionOf(stat);
}
/** Makes the names in a folder durable. */
export function syncFolder(path) {
    const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
        fsyncSync(folder);
    }
    catch (thrown) {
        // Some network and FUSE file systems have no fsync for folders; nothing more can be done there.
        if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(thrown) ?? ''))
            throw thrown;
    }
    finally {
        closeSync(folder);
    }
}
/** A temporary file that stays is never listed, and swept later. */
function forget(path) {
    attempt(() => unlinkSync(path));
}
