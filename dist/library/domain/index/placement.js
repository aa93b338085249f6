import { entryText } from './document.js';
import { decode } from './json-slice.js';
/** How many neighbours on either side are remembered: more than are ever rolled back together. */
const NEIGHBOURS = 50;
/** A wrong `total_releases` longer than this is not worth keeping in a manifest. */
const LONGEST_TOTAL = 100;
/** Describes where the entry stands now; take it before the cut, from the same document. */
export function placementOf(doc, entry) {
    const { position, version, timestamp } = entry;
    const count = doc.entries.length;
    const total = unusualTotal(doc);
    return {
        version,
        raw: entryText(doc, entry),
        position,
        ...neighboursOf(doc, position, position + 1),
        ...(timestamp === undefined ? {} : { timestamp }),
        glue: {
            lead: gapText(doc, 0),
            ...(position > 0 ? { before: gapText(doc, position) } : {}),
            ...(position < count - 1 ? { after: gapText(doc, position + 1) } : {}),
            tail: gapText(doc, count),
        },
        ...(total === undefined ? {} : { total: { raw: total, entries: count } }),
    };
}
/** Versions before `start` and from `end` on, nearest first. */
export function neighboursOf(doc, start, end) {
    const newer = doc.entries.slice(Math.max(0, start - NEIGHBOURS), start).reverse();
    const older = doc.entries.slice(end, end + NEIGHBOURS);
    return { newer: newer.map((entry) => entry.version), older: older.map((entry) => entry.version) };
}
/** What stands before the entry at `position`: a separator, or the space at either end of the array. */
export function gapText(doc, position) {
    const start = doc.entries[position - 1]?.end ?? doc.releases.start + 1;
    const end = doc.entries[position]?.start ?? doc.releases.end - 1;
    return decode(doc.bytes, start, end);
}
function unusualTotal(doc) {
    if (doc.totalReleases === undefined)
        return undefined;
    const raw = entryText(doc, doc.totalReleases);
    return raw === String(doc.entries.length) || raw.length > LONGEST_TOTAL ? undefined : raw;
}
