import type { IndexDocument } from './document.ts';
import { type EntryPlacement } from './placement.ts';
/**
 * Puts an entry back: behind the nearest newer one still listed, else before the nearest older one, else by timestamp,
 * else first. Right after the cut it is the cut's exact inverse, `last_updated` aside.
 * Throws {@link BrokenIndexError} if the placement's `raw` is no entry.
 */
export declare function insertEntry(doc: IndexDocument, placement: EntryPlacement, now: Date): Uint8Array;
