/** Thrown when the bytes are not an index that can be edited: unreadable, of another shape, or ambiguous. */
export declare class BrokenIndexError extends Error {
    /** What is wrong, in words for an engineer. */
    readonly reason: string;
    /** Byte offset in the index of what is wrong, where known. */
    readonly offset: number | undefined;
    constructor(reason: string, offset?: number);
}
