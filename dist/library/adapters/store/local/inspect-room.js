import { readFileSync, realpathSync, statfsSync } from 'node:fs';
import { failure } from '../../../domain/errors.js';
import { BACKUPS } from '../../../domain/keys.js';
import { statOf } from './file-info.js';
import { mountPoints } from './inspect-version.js';
import { makeRoomAt, unlessAbsent } from './io-errors.js';
import { pathOf } from './local-root.js';
import { placesOf } from './places.js';
import { folderOf, walk } from './walk.js';
/** For records, manifest and index, whatever their size in practice. */
const MARGIN = 8 << 20;
const FEWEST_INODES = 64;
/** Throws BACKUP when the file systems that will be written to are as good as full; quotas show only later. */
export async function demandRoom(root, version) {
    requireRoom(root.path, () => ({ bytes: 0, files: 0 }));
    const backups = pathOf(root, BACKUPS);
    // On the same file system a backup is a rename and takes no room.
    if (version === undefined || !isElsewhere(root, backups))
        return;
    const sizes = [];
    const folder = folderOf(root, `${version}/`);
    if (folder !== undefined)
        for await (const batch of walk(folder, `${version}/`))
            sizes.push(...batch.map(({ size }) => size));
    requireRoom(backups, (block) => demandOf(sizes, block));
}
/** The same for what a restore copies back: the whole tree, or nothing where it is a rename. */
export function demandRoomToReturn(work, manifest) {
    if (!isElsewhere(work.root, placesOf(work, manifest).kept))
        return;
    const sizes = Array.from(manifest.artifacts, ({ size }) => size);
    requireRoom(work.root.path, (block) => demandOf(sizes, block));
}
/** A file takes whole blocks, and a folder or a link one. */
function demandOf(sizes, block) {
    const bytes = sizes.reduce((sum, size) => sum + Math.max(1, Math.ceil(size / block)) * block, 0);
    return { bytes, files: sizes.length };
}
/** Whether no rename leads there: another device, or a mount of the same one. False where nothing is. */
function isElsewhere(root, path) {
    const [here, there] = [statOf(root.path), statOf(path)];
    if (there === undefined)
        return false;
    if (there.dev !== here?.dev)
        return true;
    const table = unlessAbsent(() => readFileSync('/proc/self/mountinfo', 'utf8')) ?? '';
    const [above, real] = [realpathSync.native(root.path), realpathSync.native(path)];
    return mountPoints(table).some((point) => point.startsWith(`${above}/`) && `${real}/`.startsWith(`${point}/`));
}
function requireRoom(path, demanded) {
    const space = spaceAt(path);
    if (space === undefined || space.blocks === 0)
        return;
    const { bytes, files } = demanded(space.bsize);
    const advice = makeRoomAt(path);
    const free = space.bavail * space.bsize;
    const needed = MARGIN + bytes;
    if (free < needed) {
        const message = `only ${inMiB(free)} MiB are free at '${path}'; ${inMiB(needed)} MiB are needed`;
        throw failure('BACKUP', message, { advice });
    }
    if (space.files > 0 && space.ffree < FEWEST_INODES + files) {
        const message = `only ${space.ffree} more files can be made on the file system of '${path}'`;
        throw failure('BACKUP', message, { advice });
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
