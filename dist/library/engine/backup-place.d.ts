import type { VersionMarker } from '../domain/log-record.ts';
import type { BackupMethod, ManifestArtifact } from '../domain/manifest.ts';
import type { Rows } from '../domain/rows.ts';
import { type Version } from '../domain/version.ts';
import type { EngineContext } from './context.ts';
/**
 * With the backups where an operation made its own: whoever recovers it may have been told another `backup-prefix`.
 * Throws BAD_INPUT for a place that no run of ours would have taken.
 */
export declare function withBackupsAt(context: EngineContext, prefix: string | undefined): Promise<EngineContext>;
/**
 * With the backups where a rollback's marker says that its own is, whatever `backup-prefix` this run was given: a restore
 * needs none. Only where nothing is there, and something is where this run was told to look, somebody has moved it.
 * `note` is told where a prefix that was given does not count. Throws BAD_INPUT as `withBackupsAt`.
 */
export declare function withBackupOf(context: EngineContext, { backup_prefix: prefix, manifest_key: key }: VersionMarker, note: (words: string) => void): Promise<EngineContext>;
/**
 * A backup's key is longer than its artifact's. Throws BAD_INPUT naming what the bucket can't hold a backup of: before
 * anything changes, not half-way through.
 */
export declare function demandRoomForNames({ store: { backups } }: EngineContext, version: Version, artifacts: Rows<ManifestArtifact>, method: BackupMethod): void;
