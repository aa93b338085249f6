import type { FailureCode, RollbackError } from '../domain/errors.ts';
import type { RollbackReport } from '../domain/report.ts';
import { type StageName } from '../domain/types.ts';
import type { EngineContext } from './context.ts';
type Mutable<T> = {
    -readonly [K in keyof T]: T[K];
};
/** The report while the operation runs: facts are set as they become true, durations measured as stages end. */
export declare class ReportDraft {
    #private;
    readonly fields: Mutable<Omit<RollbackReport, 'stages' | 'warnings' | 'errors' | 'notes'>>;
    readonly warnings: string[];
    readonly errors: string[];
    readonly notes: string[];
    /** Whether the backup was found not to be whole: nothing can be restored from it as it is. */
    backupDamaged: boolean;
    /** Whether bringing others' work to its end changed something, so that `changed` is true whatever we do. */
    recoveryChanged: boolean;
    constructor(context: EngineContext, about: Partial<RollbackReport> & Pick<RollbackReport, 'operation'>);
    /** Runs one stage, tells the reporter, adds its seconds. */
    stage<T>(name: StageName, work: () => Promise<T>): Promise<T>;
    readonly warn: (message: string) => void;
    progress(stage: StageName): (done: number, total: number) => void;
    /** The operation reached its end. */
    succeed(summary: string): RollbackReport;
    /** It ended with this error; `changed` and `partial` say what is left. */
    fail(error: RollbackError, how?: {
        changed?: boolean | 'unknown';
        partial?: boolean;
    }): RollbackReport;
    /** A dry run that would fail: 47, with the code of the real run beside it. */
    wouldFail(code: FailureCode, error: RollbackError): RollbackReport;
}
export {};
