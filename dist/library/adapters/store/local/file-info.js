import { constants, lstatSync } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { isAbsent, unlessAbsent } from './io-errors.js';
/** Inode, mtime and size of a file; a link's target stands in for its size. */
export function revisionOf(stat, target = '') {
    const type = typeOf(stat);
    if (type === 'folder')
        return String(stat.ino);
    return `${stat.ino}-${stat.mtimeNs}-${type === 'symlink' ? target : stat.size}`;
}
/** A copy of the whole repository to another disk changes inodes only: mtime and size still tell a backup's files. */
export const withoutInode = (revision) => revision.slice(revision.indexOf('-') + 1);
export function infoOf(key, stat, target) {
    const type = typeOf(stat);
    return {
        key,
        type,
        size: type === 'file' ? Number(stat.size) : 0,
        revision: revisionOf(stat, target),
        modified: Number(stat.mtimeMs),
        mode: modeOf(stat),
        ...(target === undefined ? {} : { target }),
    };
}
export const modeOf = (stat) => Number(stat.mode) & 0o7777;
/** From the mode's bits: each of the stat's own questions makes two BigInts. */
function typeOf(stat) {
    switch (Number(stat.mode) & constants.S_IFMT) {
        case constants.S_IFREG:
            return 'file';
        case constants.S_IFDIR:
            return 'folder';
        case constants.S_IFLNK:
            return 'symlink';
        default:
            return 'other';
    }
}
/** What is at `path` itself; undefined when there is nothing. */
export async function statOf(path) {
    try {
        return await lstat(path, { bigint: true });
    }
    catch (thrown) {
        // A name that is too long for the file system can't be there.
        if (isAbsent(thrown) || thrown.code === 'ENAMETOOLONG')
            return undefined;
        throw thrown;
    }
}
export async function isThere(path) {
    return (await statOf(path)) !== undefined;
}
export async function infoAt(path, key) {
    const stat = await statOf(path);
    return stat && withTarget(path, key, stat);
}
async function withTarget(path, key, stat) {
    if (!stat.isSymbolicLink())
        return infoOf(key, stat);
    const target = await unlessAbsent(readlink(path));
    return target === undefined ? undefined : infoOf(key, stat, target);
}
/** How long a batch may keep this thread busy before the rest is asked of others. */
const PATIENCE_SECONDS = 0.02;
/**
 * Information on many names of one folder at once; what vanished meanwhile is left out. A local disk answers out of
 * memory, twice as fast as a thread can be asked; a network one is asked in parallel.
 */
export async function infoOfMany(folder, prefix, names) {
    const infos = [];
    const deadline = process.uptime() + PATIENCE_SECONDS;
    let asked = 0;
    for (const name of names) {
        if (process.uptime() > deadline)
            break;
        asked += 1;
        const path = `${folder}/${name}`;
        const stat = lstatSync(path, LOOK);
        if (stat === undefined)
            continue;
        const plain = infoOf(prefix + name, stat);
        // Only a link costs an await: ten thousand of them would be felt.
        const info = plain.type === 'symlink' ? await withTarget(path, plain.key, stat) : plain;
        if (info !== undefined)
            infos.push(info);
    }
    if (asked === names.length)
        return infos;
    const rest = await Promise.all(names.slice(asked).map((name) => infoAt(`${folder}/${name}`, prefix + name)));
    return [...infos, ...rest.filter((info) => info !== undefined)];
}
const LOOK = { bigint: true, throwIfNoEntry: false };
