import { type IndexDocument, type IndexEntry } from './document.ts';
/** What an `artifacts_only` rollback writes into the entry. */
export interface EntryMark {
    /** ISO 8601. */
    readonly removedAt: string;
    readonly rollbackId: string;
}
/**
 * Adds `"artifacts_removed": true`, `"removed_at"` and `"rollback_id"` to the entry, in its own layout.
 * Fields of these names that it has already give way. The number of entries stays, so `total_releases` is not touched.
 */
export declare function markEntry(doc: IndexDocument, entry: IndexEntry, mark: EntryMark, now: Date): Uint8Array;
/**
 * Takes exactly those three fields out again, if the entry bears our `rollbackId`; else answers `'not-ours'`.
 * With `originalRaw`, the entry's text before the mark, an entry that nobody touched since becomes exactly that.
 */
export declare function unmarkEntry(doc: IndexDocument, entry: IndexEntry, { rollbackId, originalRaw }: {
    readonly rollbackId: string;
    readonly originalRaw?: string | undefined;
}, now: Date): Uint8Array | 'not-ours';
