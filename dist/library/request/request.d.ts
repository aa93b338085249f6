import type { PolicyModeName, RollbackTypeName } from '../domain/types.ts';
import type { Version } from '../domain/version.ts';
/** Where the repository is; parsed, not yet opened. */
export type RepositoryOptions = {
    readonly type: 'local';
    readonly path: string;
} | {
    readonly type: 's3' | 'gcs';
    readonly bucket: string;
    readonly prefix: string;
};
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
