import { RollbackError } from '../domain/errors.ts';
import type { OpenOperation } from '../domain/log-record.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { CommonOptions } from '../request/request.ts';
import type { EngineContext } from './context.ts';
import { type Head, OperationLog } from './log/operation-log.ts';
import { Tenure, type TenureParts } from './log/tenure.ts';
import type { Waits } from './transaction/operation.ts';
/** What was found open and brought to an end before our own operation began. */
export interface Recovered {
    readonly open: OpenOperation;
    readonly report: RollbackReport;
    readonly ending: 'finished' | 'undone' | 'abandoned';
}
export interface Session {
    readonly context: EngineContext;
    readonly log: OperationLog;
    readonly parts: TenureParts;
    readonly waits: Waits;
}
export declare function openSession(context: EngineContext, options: CommonOptions): Session;
/**
 * Opens an operation of ours: waits for a living holder, first brings to an end what a dead one left. `early` is a look
 * at the log that was begun before: what came after it refuses the claim, and is looked at then. What was brought to its
 * end is in `recovered`, whatever comes after.
 */
export declare function acquire(session: Session, open: OpenOperation, recovered: Recovered[], early?: Promise<Head | undefined>): Promise<Tenure>;
/** The number that was lost to another's record: a look that does not show it is not current, and no ground to act on. */
declare class Races {
    #private;
    lost(head: Head | undefined): void;
    /** Throws REPOSITORY_HELD after the deadline; otherwise whether the log has to be looked at again, after a pause. */
    waits({ clock }: EngineContext, head: Head | undefined, deadline: number): Promise<boolean>;
}
/** Returns when nothing is open; throws REPOSITORY_HELD when a living holder stays longer than the deadline. */
export declare function settle(session: Session, deadline: number, recovered: Recovered[], early?: Promise<Head | undefined>, races?: Races): Promise<Head | undefined>;
/** Takes a dead run's operation over. A disk that its own unfinished copy filled is relieved of that first. */
export declare function takeOver({ parts, context }: Session, open: OpenOperation, { record: { sequence }, hash }: Head): Promise<Tenure>;
/** Out of reach is 49; whatever else keeps an operation open is 43 (DESIGN §6). */
export declare const stillOpen: (open: OpenOperation, report: Pick<RollbackReport, 'summary' | 'error_code' | 'errors' | 'advice'>) => StillOpenError;
/** What another run left was taken over, and may have been changed, but could not be brought to an end. */
export declare class StillOpenError extends RollbackError {
}
/** What a run that failed says of the repository: as before, but for what it took over. */
export declare const changedBy: (thrown: unknown) => {
    changed?: 'unknown';
    partial?: boolean;
};
/** Same machine and pid namespace: the process tells. Anything else: the age of the newest record, by the store's clock. */
export declare function isDead(context: EngineContext, head: Head): Promise<boolean>;
export declare function stopIfCancelled(context: EngineContext): void;
export declare const after: (head: Head | undefined) => {
    sequence: number;
    hash: string;
} | undefined;
export declare function holderName(head: Head): string;
export {};
