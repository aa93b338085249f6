import type { IndexDocument, IndexEntry } from './document.ts';
/**
 * Takes the entries out of the index; they must be of this document.
 * `total_releases` becomes the real number of entries, also where it was wrong before (a violation that somebody chose
 * to override): a wrong number is never carried on. Undoing the cut puts the old one back, see `insertEntry`.
 */
export declare function cutEntries(doc: IndexDocument, entries: readonly IndexEntry[], now: Date): Uint8Array;
/** Fails on an entry of another reading of the index: cutting there would cut into somebody else's bytes. */
export declare function positionIn(doc: IndexDocument, entry: IndexEntry): number;
