import { RollbackError } from '../domain/errors.ts';
/** A precondition did not hold: somebody else wrote the key, or our own earlier request did. */
export declare class ConflictError extends Error {
    readonly key: string;
    constructor(key: string, options?: ErrorOptions);
}
/** The cause of a failure that whoever makes room can mend: a file system is full, or a quota is used up. */
export declare class NoRoom extends Error {
    constructor(cause: unknown);
}
/** Whether a lack of room is what is behind it, in whatever words it was told since. */
export declare function isForRoom(thrown: unknown): boolean;
export interface UnansweredOptions {
    /** 'no': the store turned the request away (throttled, busy) and it had no effect. 'unknown': it may have, or may yet. */
    readonly landed: 'no' | 'unknown';
    /** Milliseconds that the store asks us to wait (`Retry-After`). */
    readonly retryAfterMs?: number | undefined;
    readonly cause?: unknown;
    /** What to do, where that is more than waiting for the store. */
    readonly advice?: string;
}
/** A request that may be sent again: no answer came, or the store was too busy to take it. Its code is UNREACHABLE. */
export declare class UnansweredError extends RollbackError {
    readonly landed: 'no' | 'unknown';
    readonly retryAfterMs: number | undefined;
    constructor(message: string, options: UnansweredOptions);
}
/**
 * Up to so long a store's `Retry-After` is heeded, milliseconds; then it is asked again all the same. Longer than any
 * throttle we know of, and no longer than a holder may be silent: one whose beats are turned away, too, is taken for
 * dead after that, and its guard finds out before it sends again.
 */
export declare const LONGEST_RETRY_AFTER = 60000;
/** What the store asks us to wait before the next attempt, milliseconds, as far as we heed it; 0 when it asks nothing. */
export declare const askedWait: (thrown: unknown) => number;
/** Whether the same request may be sent once more. */
export declare const isUnanswered: (thrown: unknown) => thrown is RollbackError;
/** Whether such a request may have had its effect, or may still land. */
export declare const mayHaveLanded: (thrown: unknown) => boolean;
