import type { BackupMethod, ManifestArtifact } from '../domain/manifest.ts';
import type { Rows } from '../domain/rows.ts';
import type { Version } from '../domain/version.ts';
import type { EngineContext } from './context.ts';
/**
 * With the backups where an operation made its own: whoever recovers it may have been told another `backup-prefix`.
 * Throws BAD_INPUT for a place that no run of ours would have taken.
 */
export declare function withBackupsAt(context: EngineContext, prefix: string | undefined): Promise<EngineContext>;
/**
 * A backup's key is longer than its artifact's. Throws BAD_INPUT naming what the bucket can't hold a backup of: before
 * anything changes, not half-way through.
 */
export declare function demandRoomForNames({ store: { backups } }: EngineContext, version: Version, artifacts: Rows<ManifestArtifact>, method: BackupMethod): void;
