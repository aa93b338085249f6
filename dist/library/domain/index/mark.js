import { positionIn } from './cut.js';
import { entryBytes, sameBytes } from './document.js';
import { encode } from './json-slice.js';
import { withMember, withoutMembers } from './members.js';
import { editIndex } from './splice.js';
const FIELDS = ['artifacts_removed', 'removed_at', 'rollback_id'];
/**
 * Adds `"artifacts_removed": true`, `"removed_at"` and `"rollback_id"` to the entry, in its own layout.
 * Fields of these names that it has already give way. The number of entries stays, so `total_releases` is not touched.
 */
export function markEntry(doc, entry, mark, now) {
    positionIn(doc, entry);
    return replaceEntry(doc, entry, marked(entryBytes(doc, entry), mark), now);
}
/**
 * Takes exactly those three fields out again, if the entry bears our `rollbackId`; else answers `'not-ours'`.
 * With `originalRaw`, the entry's text before the mark, an entry that nobody touched since becomes exactly that.
 */
export function unmarkEntry(doc, entry, { rollbackId, originalRaw }, now) {
    positionIn(doc, entry);
    if (entry.removed === undefined || entry.removed.rollbackId !== rollbackId)
        return 'not-ours';
    const current = entryBytes(doc, entry);
    const original = originalRaw === undefined ? undefined : encode(originalRaw);
    const mark = { rollbackId, removedAt: entry.removed.removedAt ?? '' };
    const untouched = original !== undefined && sameBytes(marked(original, mark), current);
    return replaceEntry(doc, entry, untouched ? original : withoutMembers(current, FIELDS), now);
}
function marked(raw, { removedAt, rollbackId }) {
    const values = { artifacts_removed: true, removed_at: removedAt, rollback_id: rollbackId };
    return FIELDS.reduce((bytes, name) => withMember(bytes, name, values[name]), withoutMembers(raw, FIELDS));
}
function replaceEntry(doc, { start, end }, bytes, now) {
    return editIndex(doc, [{ start, end, bytes }], now);
}
