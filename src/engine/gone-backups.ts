import { RollbackError } from '../domain/errors.ts';
import { BACKUPS } from '../domain/keys.ts';
import type { VersionMarker } from '../domain/log-record.ts';
import type { ObjectStore } from '../ports/object-store.ts';

/**
 * Those of the rollbacks whose backup is not where a restore looks for it, by the operation's id: a look at the manifest
 * of each, on a bucket one listing of folders for each place of backups. What is whole only a restore finds out.
 */
export async function goneBackups(
  store: ObjectStore,
  rollbacks: readonly VersionMarker[],
): Promise<ReadonlySet<string>> {
  const kept = rollbacks.filter(({ can_restore, backup_path: path }) => can_restore && path !== '');
  const isThere = store.workspaces === undefined ? byFolder(store) : byManifest(store);
  const gone = new Set<string>();
  for (const marker of kept) if (!(await unlessHidden(isThere(marker)))) gone.add(marker.operation_id);
  return gone;
}

type Look = (marker: VersionMarker) => Promise<boolean>;

/** Whoever may read releases only, and no backups, gets a listing all the same; so does who reads a place that is none. */
async function unlessHidden(look: Promise<boolean>): Promise<boolean> {
  try {
    return await look;
  } catch (thrown) {
    if (thrown instanceof RollbackError && ['PERMISSION', 'BAD_INPUT'].includes(thrown.code)) return true;
    throw thrown;
  }
}

/** Where its rollback kept it, or, when somebody moved it, where this run was told to look. */
function byFolder(store: ObjectStore): Look {
  const told = store.backups?.prefix;
  const known = new Map<string | undefined, Promise<ReadonlySet<string>>>();
  const foldersAt = (prefix: string | undefined): Promise<ReadonlySet<string>> => {
    const found = known.get(prefix) ?? folders(store, prefix === told ? undefined : prefix);
    known.set(prefix, found);
    return found;
  };
  return async ({ backup_prefix: prefix = told, backup_path: path }) =>
    (await foldersAt(prefix)).has(path) || (prefix !== told && (await foldersAt(told)).has(path));
}

async function folders(store: ObjectStore, elsewhere: string | undefined): Promise<ReadonlySet<string>> {
  const from = elsewhere === undefined ? store : ((await store.backups?.at(elsewhere)) ?? store);
  const found = new Set<string>();
  for await (const { key } of from.list(BACKUPS, { shallow: true })) found.add(key);
  return found;
}

const byManifest =
  (store: ObjectStore): Look =>
  async (marker) =>
    (await store.head(marker.manifest_key)) !== undefined;
