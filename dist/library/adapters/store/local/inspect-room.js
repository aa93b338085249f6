import { lstatSync, statfsSync } from 'node:fs';
import { failure } from '../../../domain/errors.js';
import { BACKUPS } from '../../../domain/keys.js';
import { unlessAbsent } from './io-errors.js';
import { pathOf } from './local-root.js';
import { folderOf, walk } from './walk.js';
/** For records, manifest and index, whatever their size in practice. */
const MARGIN = 8 << 20;
const FEWEST_INODES = 64;
/** Throws BACKUP when the file systems that will be written to are as good as full; quotas show only later. */
export async function checkRoom(root, rootStats, version) {
    requireRoom(root.path, MARGIN);
    const backups = pathOf(root, BACKUPS);
    const stats = unlessAbsent(() => lstatSync(backups));
    // On the same file system a backup is a rename and takes no room.
    if (stats === undefined || stats.dev === rootStats.dev || version === undefined)
        return;
    requireRoom(backups, MARGIN + (await sizeOf(root, `${version}/`)));
}
function requireRoom(path, bytes) {
    const space = spaceAt(path);
    if (space === undefined || space.blocks === 0)
        return;
    const free = space.bavail * space.bsize;
    if (free < bytes) {
        throw failure('BACKUP', `only ${inMiB(free)} MiB are free at '${path}'; ${inMiB(bytes)} MiB are needed`);
    }
    if (space.files > 0 && space.ffree < FEWEST_INODES) {
        throw failure('BACKUP', `only ${space.ffree} more files can be made on the file system of '${path}'`);
    }
}
function spaceAt(path) {
    try {
        return statfsSync(path);
    }
    catch {
        // Some file systems do not tell; then the write itself will.
        return undefined;
    }
}
const inMiB = (bytes) => (bytes / (1 << 20)).toFixed(1);
async function sizeOf(root, prefix) {
    const folder = folderOf(root, prefix);
    let bytes = 0;
    if (folder === undefined)
        return bytes;
    for await (const batch of walk(folder, prefix)) {
        for (const info of batch)
            bytes += info.size;
    }
    return bytes;
}
