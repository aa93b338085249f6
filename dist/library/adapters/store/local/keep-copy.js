import { readdirSync, renameSync } from 'node:fs';
import { copyTree, writeHashes } from './copy-tree.js';
import { deleteTree } from './delete-tree.js';
import { placesOf } from './places.js';
export const PARTIAL = '.partial-';
/**
 * Where no rename leads (EXDEV): copies the tree to where it is kept, first under a name that says it is not whole.
 * The hashes come before the name, so that a whole copy is always known as one.
 */
export async function keepCopy(work, source, manifest, progress) {
    const places = placesOf(work, manifest);
    const partial = `${places.keeper}/${PARTIAL}${work.ticket.epoch}`;
    await clearPartials(work, places.keeper, partial);
    const hashes = await copyTree(work, { ...source, to: partial, manifest }, progress);
    work.mustBeOurs();
    await work.change(() => writeHashes(places.keeper, places.copied, hashes));
    await work.move(partial, places.kept);
}
/** What a killed copy left is renamed before it is deleted: a holder that still copies into it meets ENOENT. */
async function clearPartials(work, keeper, partial) {
    await work.change(() => deleteTree(partial));
    for (const name of readdirSync(keeper)) {
        if (!name.startsWith(PARTIAL))
            continue;
        await work.change(() => renameSync(`${keeper}/${name}`, partial));
        await deleteTree(partial);
    }
}
