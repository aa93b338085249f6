import type { VersionMarker } from '../domain/log-record.ts';
import type { ObjectStore } from '../ports/object-store.ts';
/**
 * Those of the rollbacks whose backup is not where a restore looks for it, by the operation's id: a look at the manifest
 * of each, on a bucket one listing of folders for each place of backups. What is whole only a restore finds out.
 */
export declare function goneBackups(store: ObjectStore, rollbacks: readonly VersionMarker[]): Promise<ReadonlySet<string>>;
