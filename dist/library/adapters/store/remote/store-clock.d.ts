import type { Clock } from '../../../ports/clock.ts';
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
}
