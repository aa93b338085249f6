import type { RollbackReport } from '../domain/report.ts';
import { type OrchestratorOptions, type RestoreReleaseOptions, type RollbackReleaseOptions } from './release-options.ts';
/** The whole way, from policy to report (guide, "RollbackOrchestrator"). */
export declare class RollbackOrchestrator {
    #private;
    /** Throws RollbackError (49) for options that there are not, or that are of another type. */
    constructor(options: OrchestratorOptions);
    /** Always answers with a report, whose `exit_code` tells the final state; never throws. */
    rollbackRelease(options: RollbackReleaseOptions): Promise<RollbackReport>;
    /** Brings back what a rollback took. Always answers with a report; never throws. */
    restoreRelease(options: RestoreReleaseOptions): Promise<RollbackReport>;
    /** Writes the report as JSON. Throws RollbackManifestError (48); RollbackError (49) for a place in the repository. */
    generateJsonReport(report: RollbackReport, path: string): Promise<void>;
    /** Writes the report as text. Throws the same. */
    generateTextReport(report: RollbackReport, path: string): Promise<void>;
}
