import type { Clock } from '../../../ports/clock.ts';
/** Further off than this, times in log and evidence mislead people; what decides for us is the store's clock alone. */
export declare const MOST_SKEW = 60000;
/** The store's clock, as its answers tell it by `Date` headers, carried on by our monotonic clock between them. */
export declare class StoreClock {
    #private;
    constructor(clock: Clock);
    /** Takes note of a `Date` header of an answer that just came. */
    observe(date: string | undefined): void;
    /** Milliseconds since the epoch; `ask` makes the store answer anything when it has not yet. */
    now(ask: () => Promise<unknown>): Promise<number>;
    /** How far the store's clock is ahead of ours, milliseconds, as far as seconds tell; undefined before any answer. */
    get skew(): number | undefined;
    /** For preflight: what a person should know of this machine's clock, in words; mostly nothing. */
    warnings(): readonly string[];
}
