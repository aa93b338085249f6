import type { PolicyModeName, RollbackTypeName } from '../domain/types.ts';
import type { Version } from '../domain/version.ts';
/** Where the repository is and how its store is spoken to; parsed, not yet opened. */
export type RepositoryOptions = LocalRepositoryOptions | S3RepositoryOptions | GcsRepositoryOptions;
export interface LocalRepositoryOptions {
    readonly type: 'local';
    readonly path: string;
}
/** What both object stores are told. */
export interface BucketOptions {
    readonly bucket: string;
    /** Folder in the bucket, without '/' at either end; empty for the whole bucket. Taken literally, `%` too. */
    readonly prefix: string;
    /** Where backups go in the same bucket, as `prefix`; empty: `.rollback-backups/` below the prefix. */
    readonly backupPrefix: string;
    /** A person says that nobody else writes: a store that ignores preconditions is taken all the same. */
    readonly singleWriter: boolean;
    /** URL of another server than the vendor's; without credentials, query or fragment. */
    readonly endpoint: string | undefined;
    /** Most requests under way at once. */
    readonly concurrency: number;
    /** Milliseconds after which one request is given up. */
    readonly requestTimeoutMs: number;
    /** How often a request is sent again at most. */
    readonly retries: number;
}
export interface S3RepositoryOptions extends BucketOptions {
    readonly type: 's3';
    /** Undefined: as the SDK finds it. */
    readonly region: string | undefined;
    /** The bucket's name in the path of URLs, not in the host's name. */
    readonly forcePathStyle: boolean;
}
export interface GcsRepositoryOptions extends BucketOptions {
    readonly type: 'gcs';
    /** Billed for the requests, where the bucket's requesters pay. */
    readonly projectId: string | undefined;
}
/** What every changing operation is told, with all defaults filled in. */
export interface CommonOptions {
    readonly dryRun: boolean;
    /** Free text for log, manifest and audit; empty if none was given. */
    readonly reason: string;
    /** Seconds to wait for another holder. */
    readonly lockTimeout: number;
    /** Seconds to wait before late requests can be ruled out. */
    readonly fenceSeconds: number;
    readonly actor: string;
    readonly run: string;
}
export interface RollbackRequest extends CommonOptions {
    readonly operation: 'rollback';
    readonly version: Version;
    readonly rollbackType: RollbackTypeName;
    readonly policyMode: PolicyModeName;
    readonly force: boolean;
    readonly createBackup: boolean;
}
export interface RestoreRequest extends CommonOptions {
    readonly operation: 'restore';
    /** One of the two is given; if both, they must belong together. */
    readonly version: Version | undefined;
    readonly rollbackId: string | undefined;
}
export interface RecoverRequest extends CommonOptions {
    readonly operation: 'recover';
    /** A person's choice against the log's direction. */
    readonly choice: 'forward' | 'revert' | 'abandon';
    readonly acceptLogBreak: boolean;
}
/** Looks whether the repository and what is around it are fit for a rollback; changes no release. */
export interface DoctorRequest {
    readonly operation: 'doctor';
}
export type OperationRequest = RollbackRequest | RestoreRequest | RecoverRequest;
/** Where results go and how; used by the entries. */
export interface OutputOptions {
    readonly manifestDir: string | undefined;
    readonly auditDir: string | undefined;
    readonly jsonReport: string | undefined;
    readonly textReport: string | undefined;
    readonly sign: boolean;
    readonly verbose: boolean;
}
