import { readdirSync } from 'node:fs';
import { takesArtifacts } from '../../../domain/types.js';
import { readHashes } from './copy-tree.js';
import { isThere, statOf } from './file-info.js';
import { codeOf, nothingThere, unlessAbsent } from './io-errors.js';
import { keepCopy, PARTIAL } from './keep-copy.js';
import { pathOf } from './local-root.js';
import { ensureOwnFolders } from './own-files.js';
import { isCopied, placesOf } from './places.js';
import { standing } from './put-each.js';
/** Step 3: the folder; the artifacts only where no rename will take them there. */
export async function prepareBackup(work, manifest, progress) {
    if (manifest.operation !== 'rollback' || manifest.backup_path === '')
        return;
    const places = placesOf(work, manifest);
    await ensureOwnFolders(work, manifest.backup_path);
    if (!takesArtifacts(manifest.rollback_type) || !manifest.folder_present)
        return;
    if (isThere(places.kept) || !isAcross(places.version, places.keeper))
        return;
    await keepCopy(work, { from: places.version, exactly: true }, manifest, progress);
}
/** Whether both are there, on different file systems. */
function isAcross(from, to) {
    const [left, right] = [statOf(from), statOf(to)];
    return left !== undefined && right !== undefined && left.dev !== right.dev;
}
/** Removes an unused backup folder; never one that holds what is nowhere else. */
export async function discardBackup(work, manifest) {
    // A restore's manifest names the backup of the rollback that it undoes.
    if (manifest.operation !== 'rollback' || manifest.backup_path === '')
        return;
    const folder = pathOf(work.root, manifest.backup_path);
    const names = unlessAbsent(() => readdirSync(folder)) ?? [];
    const places = placesOf(work, manifest);
    for (const name of names) {
        if (NEEDLESS.test(name))
            continue;
        if (name !== manifest.version || !(await isDoubled(places, manifest)))
            return;
    }
    await work.deleteTree(folder).catch((thrown) => {
        if (codeOf(thrown) !== 'ENOTEMPTY')
            nothingThere(thrown);
    });
}
const NEEDLESS = new RegExp(`^(?:manifest\\.json|copied\\.json|\\.tmp-.*|\\${PARTIAL}.*)$`, 's');
/** A copy, and every file in its place: the original, or one with the bytes that were copied. */
async function isDoubled(places, manifest) {
    if (!isCopied(places))
        return false;
    const holding = { manifest, places, source: places.kept, hashes: readHashes(places.copied) };
    for (const artifact of manifest.artifacts) {
        if ((await standing(holding, artifact)) !== 'same')
            return false;
    }
    return true;
}
