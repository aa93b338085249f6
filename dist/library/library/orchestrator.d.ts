import type { RollbackReport } from '../domain/report.ts';
import type { PolicyModeName, RollbackTypeName } from '../domain/types.ts';
import type { Repository } from './repository.ts';
export interface OrchestratorOptions {
    readonly repository: Repository;
    /** Default: strict. */
    readonly policyMode?: PolicyModeName;
    readonly signAuditLogs?: boolean;
    /** RSA private key of at least 3072 bits, PEM text; without one a key of this machine is made once. */
    readonly signingKey?: string;
}
export interface RollbackReleaseOptions {
    readonly version: string;
    /** Default: full. */
    readonly rollbackType?: RollbackTypeName;
    readonly dryRun?: boolean;
    readonly force?: boolean;
    /** Default: true. */
    readonly createBackup?: boolean;
    /** A file whose folder is not given is not written. */
    readonly auditOutputDir?: string;
    readonly manifestOutputDir?: string;
    readonly reason?: string;
}
export interface RestoreReleaseOptions extends Pick<RollbackReleaseOptions, 'dryRun' | 'auditOutputDir' | 'manifestOutputDir' | 'reason'> {
    /** One of the two is needed. */
    readonly version?: string;
    readonly rollbackId?: string;
}
/** The whole way, from policy to report (guide, "RollbackOrchestrator"). */
export declare class RollbackOrchestrator {
    #private;
    constructor(options: OrchestratorOptions);
    /** Always answers with a report, whose `exit_code` tells the final state; never throws. */
    rollbackRelease(options: RollbackReleaseOptions): Promise<RollbackReport>;
    /** Brings back what a rollback took. Always answers with a report; never throws. */
    restoreRelease(options: RestoreReleaseOptions): Promise<RollbackReport>;
    /** Writes the report as JSON. Throws RollbackManifestError (48). */
    generateJsonReport(report: RollbackReport, path: string): Promise<void>;
    /** Writes the report as text. Throws RollbackManifestError (48). */
    generateTextReport(report: RollbackReport, path: string): Promise<void>;
}
