/** A moment and how it was written. */
export interface Timestamp {
    /** Nanoseconds since 1970, UTC; finer digits are dropped. */
    readonly nanos: bigint;
    readonly separator: string;
    /** Digits of the fraction. */
    readonly digits: number;
    /** As written; empty where none is given, which is read as UTC (Python's `utcnow().isoformat()`). */
    readonly zone: string;
}
/** Reads the ISO 8601 forms that publishers write; undefined for anything else. */
export declare function parseTimestamp(text: string | undefined): Timestamp | undefined;
/**
 * What `last_updated` becomes: max(now, previous + 1 ms) in the previous value's own style, so that bytes never repeat.
 * A style too coarse to show the step gets milliseconds; an unreadable previous value gives way to the ISO form of now.
 */
export declare function nextTimestamp(previous: string | undefined, now: Date): string;
