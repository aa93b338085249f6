import { textParts } from '../byte-parts.js';
import { decode } from './json-slice.js';
/** The entries of exactly this version, case included. More than one is a violation that policy judges. */
export function entriesOf(doc, version) {
    return doc.entries.filter((entry) => entry.version === version);
}
/** The entry's bytes as stored: a view, not a copy. */
export function entryBytes(doc, entry) {
    return doc.bytes.subarray(entry.start, entry.end);
}
/** The entry's text as stored; encoding it gives the same bytes again. */
export function entryText(doc, entry) {
    return decode(doc.bytes, entry.start, entry.end);
}
/** The entry of this version whose bytes are exactly `raw`: ours, and not another publication of the version. */
export function findRaw(doc, version, raw) {
    return entriesOf(doc, version).find((entry) => isRaw(doc, entry, raw));
}
/** Whether the entry's bytes are those of this text. */
export function isRaw(doc, entry, raw) {
    let at = entry.start;
    for (const part of textParts(raw)) {
        if (!sameBytes(doc.bytes.subarray(at, Math.min(entry.end, at + part.length)), part))
            return false;
        at += part.length;
    }
    return at === entry.end;
}
/** Whether two byte strings are equal. */
export function sameBytes(a, b) {
    if (a.length !== b.length)
        return false;
    for (let i = 0; i < a.length; i += 1)
        if (a[i] !== b[i])
            return false;
    return true;
}
