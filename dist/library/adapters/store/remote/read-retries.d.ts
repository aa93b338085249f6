import type { Clock } from '../../../ports/clock.ts';
export interface RetryParts {
    readonly clock: Clock;
    /** Attempts after the first, at most. */
    readonly retries: number;
    /** From 0 (inclusive) to 1. */
    readonly random: () => number;
}
/**
 * Sends what only reads again when no answer came. Changing requests never go through here: the engine sends them
 * again, after proving that the operation is still ours.
 */
export declare class ReadRetries {
    #private;
    constructor(parts: RetryParts);
    /** Throws what the last attempt threw. */
    run<T>(attempt: () => Promise<T>): Promise<T>;
}
/** Milliseconds of a `Retry-After` header (RFC 9110 §10.2.3): seconds, or a date; undefined for anything else. */
export declare function retryAfterMs(header: string | undefined, now: number): number | undefined;
