import { positionIn } from './cut.ts';
import { entryBytes, type IndexDocument, type IndexEntry, sameBytes } from './document.ts';
import { encode } from './json-slice.ts';
import { withMember, withoutMembers } from './members.ts';
import { editIndex } from './splice.ts';

/** What an `artifacts_only` rollback writes into the entry. */
export interface EntryMark {
  /** ISO 8601. */
  readonly removedAt: string;
  readonly rollbackId: string;
}

const FIELDS = ['artifacts_removed', 'removed_at', 'rollback_id'] as const;

/**
 * Adds `"artifacts_removed": true`, `"removed_at"` and `"rollback_id"` to the entry, in its own layout.
 * Fields of these names that it has already give way. The number of entries stays, so `total_releases` is not touched.
 */
export function markEntry(doc: IndexDocument, entry: IndexEntry, mark: EntryMark, now: Date): Uint8Array {
  positionIn(doc, entry);
  return replaceEntry(doc, entry, marked(entryBytes(doc, entry), mark), now);
}

/**
 * Takes exactly those three fields out again, if the entry bears our `rollbackId`; else answers `'not-ours'`.
 * With `originalRaw`, the entry's text before the mark, an entry that nobody touched since becomes exactly that.
 */
export function unmarkEntry(
  doc: IndexDocument,
  entry: IndexEntry,
  { rollbackId, originalRaw }: { readonly rollbackId: string; readonly originalRaw?: string | undefined },
  now: Date,
): Uint8Array | 'not-ours' {
  positionIn(doc, entry);
  if (entry.removed === undefined || entry.removed.rollbackId !== rollbackId) return 'not-ours';
  const current = entryBytes(doc, entry);
  const original = originalRaw === undefined ? undefined : encode(originalRaw);
  const mark = { rollbackId, removedAt: entry.removed.removedAt ?? '' };
  const untouched = original !== undefined && sameBytes(marked(original, mark), current);
  return replaceEntry(doc, entry, untouched ? original : withoutMembers(current, FIELDS), now);
}

function marked(raw: Uint8Array, { removedAt, rollbackId }: EntryMark): Uint8Array {
  const values = { artifacts_removed: true, removed_at: removedAt, rollback_id: rollbackId };
  return FIELDS.reduce((bytes, name) => withMember(bytes, name, values[name]), withoutMembers(raw, FIELDS));
}

function replaceEntry(
  doc: IndexDocument,
  { start, end }: IndexEntry,
  bytes: Uint8Array,
  now: Date,
): Uint8Array {
  return editIndex(doc, [{ start, end, bytes }], now);
}
