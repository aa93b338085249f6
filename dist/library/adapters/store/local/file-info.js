import { constants, lstatSync, promises, readlinkSync } from 'node:fs';
import { turn } from '../../turn.js';
import { isAbsent, nothingThere, unlessAbsent } from './io-errors.js';
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
    const info = {
        key,
        type,
        size: type === 'file' ? Number(stat.size) : 0,
        revision: revisionOf(stat, target),
        modified: Number(stat.mtimeMs),
        mode: modeOf(stat),
    };
    return target === undefined ? info : { ...info, target };
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
const LOOK = { bigint: true, throwIfNoEntry: false };
/** What is at `path` itself; undefined when there is nothing. */
export function statOf(path) {
    try {
        return lstatSync(path, LOOK);
    }
    catch (thrown) {
        // A name that is too long for the file system can't be there.
        if (isAbsent(thrown) || thrown.code === 'ENAMETOOLONG')
            return undefined;
        throw thrown;
    }
}
export const isThere = (path) => statOf(path) !== undefined;
export function infoAt(path, key) {
    const stat = statOf(path);
    return stat && described(path, key, stat);
}
/** With its target where it is a link. */
function described(path, key, stat) {
    if (typeOf(stat) !== 'symlink')
        return infoOf(key, stat);
    const target = unlessAbsent(() => readlinkSync(path));
    return target === undefined ? undefined : infoOf(key, stat, target);
}
/** How long a batch may keep this thread busy before the rest is asked of others. */
const PATIENCE_SECONDS = 0.02;
/**
 * Information on many names of one folder at once; what vanished meanwhile is left out. A local disk answers out of
 * memory, twice as fast as a thread can be asked; a network one is asked in parallel.
 */
export async function infoOfMany(folder, prefix, names) {
    await turn();
    const infos = [];
    const deadline = process.uptime() + PATIENCE_SECONDS;
    let asked = 0;
    for (const name of names) {
        if (process.uptime() > deadline)
            break;
        asked += 1;
        const info = infoAt(`${folder}/${name}`, prefix + name);
        if (info !== undefined)
            infos.push(info);
    }
    if (asked === names.length)
        return infos;
    const rest = await Promise.all(names.slice(asked).map((name) => infoLater(`${folder}/${name}`, prefix + name)));
    return [...infos, ...rest.filter((info) => info !== undefined)];
}
async function infoLater(path, key) {
    const stat = await promises.lstat(path, { bigint: true }).catch(nothingThere);
    return stat && described(path, key, stat);
}
