/** Bytes that are made piece by piece, as often as they are asked for: the same ones every time, never all at once. */
export type ByteParts = Iterable<Uint8Array>;
export type Bytes = Uint8Array | ByteParts;
export declare const partsOf: (bytes: Bytes) => ByteParts;
/** `make` begins anew for everyone who asks. */
export declare const byteParts: (make: () => Iterator<Uint8Array>) => ByteParts;
export declare function lengthOf(bytes: Bytes): number;
/**
 * Zeroes to be written over. Once a large block is given back, glibc keeps as much of what is free in each thread from
 * then on; a buffer that could be resized lies in pages of its own instead, and goes back to the system as a whole.
 */
export declare function blankBytes(length: number): Uint8Array;
export declare function joinBytes(bytes: Bytes): Uint8Array;
/** A text in pieces, none of which ends within a character. */
export declare function textPieces(text: string): Generator<string>;
/** A text in UTF-8: the entry of a large release is a long one, whose bytes need not be there as a whole. */
export declare function textParts(text: string): Generator<Uint8Array>;
/** Without the last byte. */
export declare function withoutLast(bytes: ByteParts): ByteParts;
/** In pieces of at least `size`, but for the last: each of them costs whoever writes them. */
export declare function inPieces(bytes: Bytes, size: number): Generator<Uint8Array>;
