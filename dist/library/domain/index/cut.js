import { editIndex } from './splice.js';
const NOTHING = new Uint8Array();
/**
 * Takes the entries out of the index; they must be of this document.
 * `total_releases` becomes the real number of entries, also where it was wrong before (a violation that somebody chose
 * to override): a wrong number is never carried on. Undoing the cut puts the old one back, see `insertEntry`.
 */
export function cutEntries(doc, entries, now) {
    const cut = new Set(entries.map((entry) => positionIn(doc, entry)));
    if (cut.size === 0)
        return doc.bytes;
    const splices = rangesOf(doc, cut).map((range) => ({ ...range, bytes: NOTHING }));
    return editIndex(doc, splices, now, String(doc.entries.length - cut.size));
}
/** Fails on an entry of another reading of the index: cutting there would cut into somebody else's bytes. */
export function positionIn(doc, entry) {
    const own = doc.entries[entry.position];
    if (own === undefined ||
        own.start !== entry.start ||
        own.end !== entry.end ||
        own.version !== entry.version) {
        throw new RangeError(`the entry of ${entry.version} is not from this index document`);
    }
    return entry.position;
}
/** Each entry goes with the separator before it; those at the head, which have none, with the one behind. */
function rangesOf(doc, cut) {
    const firstKept = doc.entries.findIndex((entry) => !cut.has(entry.position));
    if (firstKept === -1)
        return [{ start: doc.releases.start + 1, end: doc.releases.end - 1 }];
    return [...cut].map((position) => {
        const { start, end } = doc.entries[position];
        return position < firstKept
            ? { start, end: doc.entries[position + 1]?.start ?? end }
            : { start: doc.entries[position - 1]?.end ?? start, end };
    });
}
