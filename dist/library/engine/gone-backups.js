import { RollbackError } from '../domain/errors.js';
import { BACKUPS } from '../domain/keys.js';
/**
 * Those of the rollbacks whose backup is not where a restore looks for it, by the operation's id: a look at the manifest
 * of each, on a bucket one listing of folders for each place of backups. What is whole only a restore finds out.
 */
export async function goneBackups(store, rollbacks) {
    const kept = rollbacks.filter(({ can_restore, backup_path: path }) => can_restore && path !== '');
    const isThere = store.workspaces === undefined ? byFolder(store) : byManifest(store);
    const gone = new Set();
    for (const marker of kept)
        if (!(await unlessHidden(isThere(marker))))
            gone.add(marker.operation_id);
    return gone;
}
/** Whoever may read releases only, and no backups, gets a listing all the same; so does who reads a place that is none. */
async function unlessHidden(look) {
    try {
        return await look;
    }
    catch (thrown) {
        if (thrown instanceof RollbackError && ['PERMISSION', 'BAD_INPUT'].includes(thrown.code))
            return true;
        throw thrown;
    }
}
/** Where its rollback kept it, or, when somebody moved it, where this run was told to look. */
function byFolder(store) {
    const told = store.backups?.prefix;
    const known = new Map();
    const foldersAt = (prefix) => {
        const found = known.get(prefix) ?? folders(store, prefix === told ? undefined : prefix);
        known.set(prefix, found);
        return found;
    };
    return async ({ backup_prefix: prefix = told, backup_path: path }) => (await foldersAt(prefix)).has(path) || (prefix !== told && (await foldersAt(told)).has(path));
}
async function folders(store, elsewhere) {
    const from = elsewhere === undefined ? store : ((await store.backups?.at(elsewhere)) ?? store);
    const found = new Set();
    for await (const { key } of from.list(BACKUPS, { shallow: true }))
        found.add(key);
    return found;
}
const byManifest = (store) => async (marker) => (await store.head(marker.manifest_key)) !== undefined;
