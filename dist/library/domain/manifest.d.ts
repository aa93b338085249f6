import type { EntryPlacement } from './index/mod.ts';
import type { OperationName } from './log-record.ts';
import type { Rows } from './rows.ts';
import type { RollbackTypeName } from './types.ts';
/** What one artifact was when the plan was made: the only thing that step 6 may touch. */
export interface ManifestArtifact {
    /** Key in the repository, with the version in front. */
    readonly path: string;
    readonly type: 'file' | 'symlink' | 'folder';
    /** Bytes; 0 for anything but a file. */
    readonly size: number;
    /** The store's token for exactly this content (ETag, generation, inode and mtime). */
    readonly revision: string;
    /** POSIX mode bits, where the store has them. */
    readonly mode?: number;
    /** Where a symlink points; never followed. */
    readonly target?: string;
    /** As the store gave it without reading, e.g. `crc32c:…`, `md5:…`. */
    readonly checksum?: string;
    /** When it was written, milliseconds by the store's clock: the same content written again has the same ETag. */
    readonly modified?: number;
    /** The stored version that is pinned, where the store keeps versions. */
    readonly version_id?: string;
    /** Not the default one. */
    readonly storage_class?: string;
    /** Whether the index entry lists it; unlisted files are taken along and named in a warning. */
    readonly listed: boolean;
}
/**
 * How artifacts are taken out and kept (DESIGN §3): 'rename' of the whole folder (local), 'copy' and delete, an atomic
 * 'move' of each, or 'versions' that the store keeps under a delete marker.
 */
export declare const BACKUP_METHODS: readonly ['rename', 'copy', 'move', 'versions'];
export type BackupMethod = (typeof BACKUP_METHODS)[number];
/** The operation's own manifest: written before `commit`, bound to it by hash; recovery acts on nothing else. */
export interface OperationManifest {
    readonly schema_version: 1;
    readonly operation: OperationName;
    readonly operation_id: string;
    /** Of a rollback: its own. Of a restore: the one of the rollback that it undoes. */
    readonly rollback_id: string;
    readonly version: string;
    readonly rollback_type: RollbackTypeName;
    readonly created_at: string;
    readonly create_backup: boolean;
    readonly backup_method: BackupMethod;
    readonly reason: string;
    /** Relative to the repository, '/' at the end; empty without a backup. */
    readonly backup_path: string;
    readonly artifacts: Rows<ManifestArtifact>;
    /** Our entries, raw, with what is needed to put them back; several only when lenient mode met duplicates. */
    readonly entries: readonly EntryPlacement[];
    /** Revision of index.json that was judged; empty when there was none. */
    readonly index_revision: string;
    /** Of an `artifacts_only` rollback: what marks the entry. */
    readonly mark?: {
        readonly removed_at: string;
        readonly rollback_id: string;
    };
    /** Of a restore: the operation id of the rollback that it undoes. */
    readonly undoes?: string;
    /** Of a restore: artifact keys that were absent when it committed; only these may it create or take away again. */
    readonly absent?: Rows<string>;
    /** Whether a version folder existed at all (an empty one is moved, too). */
    readonly folder_present: boolean;
}
/** `<version>.rollback-manifest.json`, as the guide shows it (DESIGN §7). */
export interface RollbackManifest {
    readonly schema_version: 1;
    readonly version: string;
    readonly rollback_timestamp: string;
    readonly rollback_id: string;
    readonly rollback_reason: string;
    readonly artifacts_removed: readonly string[];
    readonly index_state_before: unknown;
    readonly index_state_after: unknown;
    readonly rollback_type: RollbackTypeName;
    readonly can_restore: boolean;
    readonly backup_path: string;
    readonly forced: boolean;
    readonly artifacts: readonly ManifestArtifact[];
}
