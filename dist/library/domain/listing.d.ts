import type { FailureCode } from './errors.ts';
import type { OpenOperation } from './log-record.ts';
import type { RepositoryTypeName, RollbackTypeName } from './types.ts';
/** What `list` shows: releases as the index has them, rollbacks as the log knows them, what is open. */
export interface RepositoryListing {
    readonly schema_version: 1;
    readonly repository_type: RepositoryTypeName;
    readonly repository_location: string;
    /** The newest listed release whose artifacts are there; empty if none. */
    readonly latest: string;
    readonly releases: readonly ListedRelease[];
    readonly rollbacks: readonly ListedRollback[];
    readonly open: OpenOperation | null;
    readonly warnings: readonly string[];
}
/** Instead of a listing when it fails: without releases, so that nobody takes it for an empty repository. */
export interface FailedListing {
    readonly schema_version: 1;
    readonly repository_type: RepositoryTypeName;
    readonly repository_location: string;
    readonly exit_code: number;
    readonly error_code: FailureCode;
    readonly errors: readonly string[];
    /** What to do next. */
    readonly advice: string;
}
export interface ListedRelease {
    readonly version: string;
    readonly timestamp: string;
    readonly artifacts: number;
    /** Taken out by an `artifacts_only` rollback; the entry is marked. */
    readonly artifacts_removed: boolean;
}
export interface ListedRollback {
    readonly rollback_id: string;
    readonly version: string;
    readonly rollback_type: RollbackTypeName;
    /** ISO 8601, when it was committed. */
    readonly time: string;
    readonly backup_path: string;
    /** On a bucket: the folder outside of the repository where that is; absent for the usual place. */
    readonly backup_prefix?: string;
    /** It is not where it is looked for any more; absent where it is, or where nothing needs it. */
    readonly backup_gone?: boolean;
    readonly state: 'rolled_back' | 'restored' | 'reverted';
    readonly can_restore: boolean;
}
