import { type CloserKind, type ClosingOutcome, type OpenOperation } from '../../domain/log-record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Host } from '../../ports/host.ts';
import { type Head, type OperationLog } from './operation-log.ts';
export interface TenureParts {
    readonly log: OperationLog;
    readonly clock: Clock;
    readonly host: Host;
    readonly actor: string;
    readonly run: string;
}
export declare const isWorking: (operationId: string) => boolean;
/** One holder's turn at an open operation: the only way to append to the log while it is open. */
export declare class Tenure {
    #private;
    /** Whether a create or delete of ours got no answer, so that a late one may still land. */
    unresolved: boolean;
    private constructor();
    /** Opens an operation after `head`, whose repository has none open. Throws LostRace. */
    static claim(parts: TenureParts, open: OpenOperation, after: {
        sequence: number;
        hash: string;
    } | undefined, acceptsBreak?: boolean): Promise<Tenure>;
    /** Takes a dead holder's operation over: the next epoch of the same operation. Throws LostRace. */
    static takeOver(parts: TenureParts, dead: OpenOperation, after: {
        sequence: number;
        hash: string;
    }, acceptsBreak?: boolean): Promise<Tenure>;
    get open(): OpenOperation;
    get head(): Head;
    /** Sequence that the next record will have, if nothing comes between. */
    get nextSequence(): number;
    /** Asked before every changing request: a holder that was silent too long first proves that it still holds. */
    readonly guard: () => Promise<void>;
    beat(): Promise<Head>;
    /** Appends `commit` or `reverting`, with what changes about the open operation. */
    advance(kind: 'commit' | 'reverting', change: Partial<OpenOperation>): Promise<void>;
    close(kind: CloserKind, outcome: ClosingOutcome): Promise<void>;
    /** Stops beating; the operation stays as the log has it. */
    release(): void;
}
