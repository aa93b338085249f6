import { type LogRecord } from '../../domain/log-record.ts';
import { type ObjectStore } from '../../ports/object-store.ts';
import { type Guard } from '../../ports/workspace.ts';
/** The newest record as stored. */
export interface Head {
    readonly record: LogRecord;
    readonly hash: string;
    /** When the store took it, milliseconds by the store's clock. */
    readonly modified: number;
}
export type Draft = Omit<LogRecord, 'schema_version' | 'sequence' | 'previous_hash'>;
/** Another record stands at the number that ours would have had; `standing` is that record, if it can be read. */
export declare class LostRace extends Error {
    readonly standing: Head | undefined;
    constructor(message: string, standing?: Head);
}
/** Sends a request again while no answer comes. */
export interface Sender {
    send<T>(request: (guard: Guard) => Promise<T>): Promise<T>;
}
/** What is left of a broken log: the newest number taken, and the newest record that can be read. */
export interface Salvaged {
    readonly newest: {
        readonly sequence: number;
        readonly hash: string;
    };
    readonly head: Head | undefined;
}
/** Reads and appends the numbered, hash-chained records under `.rollback-log/` (DESIGN §2). */
export declare class OperationLog {
    #private;
    /** Without a sender every append is one attempt. */
    constructor(store: ObjectStore, sender?: Sender);
    /**
     * The newest record: it alone tells the state. Undefined for a repository without a log. Throws LOG_BROKEN when it
     * can't be read or the one before it is missing; what that one says is looked at by `link` only.
     */
    head(): Promise<Head | undefined>;
    /** Throws LOG_BROKEN when the record before `head` is not the one that it was chained to. One request. */
    link({ record }: Head): Promise<void>;
    /** For `recover --accept-log-break`; undefined for a repository without a log. */
    salvage(): Promise<Salvaged | undefined>;
    /** Every record, oldest first; unreadable ones as undefined. For `list` and the tests' invariants. */
    all(): Promise<readonly {
        sequence: number;
        head: Head | undefined;
    }[]>;
    /**
     * Creates the record after `after`. A lost reply or a conflict may be our own success: the nonce tells.
     * Throws LostRace when another's record stands there, UNREACHABLE when it can't be found out.
     */
    append(draft: Draft, after: {
        sequence: number;
        hash: string;
    } | undefined): Promise<Head>;
}
