import { lstatSync } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { isAbsent, unlessAbsent } from './io-errors.js';
/** Inode, mtime and size of a file; a link's target stands in for its size. */
export function revisionOf(stat, target = '') {
    if (stat.isDirectory())
        return String(stat.ino);
    return `${stat.ino}-${stat.mtimeNs}-${stat.isSymbolicLink() ? target : stat.size}`;
}
/** A copy of the whole repository to another disk changes inodes only: mtime and size still tell a backup's files. */
export const withoutInode = (revision) => revision.slice(revision.indexOf('-') + 1);
export function infoOf(key, stat, target) {
    return {
        key,
        type: typeOf(stat),
        size: stat.isFile() ? Number(stat.size) : 0,
        revision: revisionOf(stat, target),
        modified: Number(stat.mtimeMs),
        mode: modeOf(stat),
        ...(target === undefined ? {} : { target }),
    };
}
export const modeOf = (stat) => Number(stat.mode & 4095n);
function typeOf(stat) {
    if (stat.isFile())
        return 'file';
    if (stat.isDirectory())
        return 'folder';
    return stat.isSymbolicLink() ? 'symlink' : 'other';
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
/** Information on many names of one folder at once; what vanished meanwhile is left out. */
export async function infoOfMany(folder, prefix, names) {
    const stats = await statMany(names.map((name) => `${folder}/${name}`));
    const infos = [];
    for (const [i, name] of names.entries()) {
        const stat = stats[i];
        if (stat === undefined)
            continue;
        // Only a link costs an await: ten thousand of them would be felt.
        const info = stat.isSymbolicLink()
            ? await withTarget(`${folder}/${name}`, prefix + name, stat)
            : infoOf(prefix + name, stat);
        if (info !== undefined)
            infos.push(info);
    }
    return infos;
}
/** What a batch may take of this thread before the rest is asked of others. */
const PATIENCE_MS = 20;
/** A local disk answers out of memory, twice as fast as a thread can be asked; a network one is asked in parallel. */
async function statMany(paths) {
    const stats = [];
    const deadline = performance.now() + PATIENCE_MS;
    for (const path of paths) {
        if (performance.now() > deadline)
            break;
        stats.push(lstatSync(path, { bigint: true, throwIfNoEntry: false }));
    }
    return [...stats, ...(await Promise.all(paths.slice(stats.length).map(statOf)))];
}
