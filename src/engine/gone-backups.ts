import { RollbackError } from '../domain/errors.ts';
import { BACKUPS } from '../domain/keys.ts';
import type { VersionMarker } from '../domain/log-record.ts';
import type { ObjectStore } from '../ports/object-store.ts';

/**
 * Those of the rollbacks whose backup is not where it is looked for, by the operation's id: a look at the manifest of
 * each, on a bucket one listing of folders. What is whole only a restore finds out.
 */
export async function goneBackups(
  store: ObjectStore,
  rollbacks: readonly VersionMarker[],
): Promise<ReadonlySet<string>> {
  const kept = rollbacks.filter(({ can_restore, backup_path: path }) => can_restore && path !== '');
  if (kept.length === 0) return new Set();
  try {
    const isThere = store.workspaces === undefined ? await byFolder(store) : byManifest(store);
    const gone = new Set<string>();
    for (const marker of kept) if (!(await isThere(marker))) gone.add(marker.operation_id);
    return gone;
  } catch (thrown) {
    // Whoever may read releases only, and no backups, gets a listing all the same.
    if (thrown instanceof RollbackError && thrown.code === 'PERMISSION') return new Set();
    throw thrown;
  }
}

type Look = (marker: VersionMarker) => Promise<boolean> | boolean;

async function byFolder(store: ObjectStore): Promise<Look> {
  const folders = new Set<string>();
  for await (const { key } of store.list(BACKUPS, { shallow: true })) folders.add(key);
  return (marker) => folders.has(marker.backup_path);
}

const byManifest =
  (store: ObjectStore): Look =>
  async (marker) =>
    (await store.head(marker.manifest_key)) !== undefined;
