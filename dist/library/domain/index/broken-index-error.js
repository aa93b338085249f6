/** Thrown when the bytes are not an index that can be edited: unreadable, of another shape, or ambiguous. */
export class BrokenIndexError extends Error {
    /** What is wrong, in words for an engineer. */
    reason;
    /** Byte offset in the index of what is wrong, where known. */
    offset;
    constructor(reason, offset) {
        super(offset === undefined
            ? `the index is broken: ${reason}`
            : `the index is broken: ${reason} (byte ${offset})`);
        this.name = 'BrokenIndexError';
        this.reason = reason;
        this.offset = offset;
    }
}
