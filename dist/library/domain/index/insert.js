import { byteParts, joinBytes, textParts } from '../byte-parts.js';
import { BrokenIndexError } from './broken-index-error.js';
import { parseEntry } from './entry.js';
import { encode } from './json-slice.js';
import { gapText, neighboursOf } from './placement.js';
import { editIndex } from './splice.js';
import { parseTimestamp } from './timestamp.js';
const SPACE = /^[ \t\r\n]*$/;
const SEPARATOR = /^[ \t\r\n]*,[ \t\r\n]*$/;
/**
 * Puts an entry back: behind the nearest newer one still listed, else before the nearest older one, else by timestamp,
 * else first. Right after the cut it is the cut's exact inverse, `last_updated` aside.
 * Throws {@link BrokenIndexError} if the placement's `raw` is no entry.
 */
export function insertEntry(doc, placement, now) {
    const raw = checkedRaw(placement);
    const slot = slotByNeighbours(doc, placement) ?? slotByTimestamp(doc, placement.timestamp);
    return editIndex(doc, splicesAt(doc, slot, placement, raw), now, totalWith(doc, slot, placement));
}
function checkedRaw({ raw, version }) {
    const bytes = joinBytes(byteParts(() => textParts(raw)));
    const entry = parseEntry(bytes, 0, 0);
    if (entry.end !== bytes.length)
        throw new BrokenIndexError('something follows the entry to put back', entry.end);
    if (entry.version !== version)
        throw new BrokenIndexError('the entry to put back is of another version', 0);
    return bytes;
}
function slotByNeighbours(doc, { newer, older, position }) {
    const places = placesOf(doc, new Set([...newer, ...older]));
    const behind = nearest(places, newer, position - 1);
    if (behind !== undefined)
        return { position: behind + 1, side: 'behind newer' };
    const before = nearest(places, older, position);
    return before === undefined ? undefined : { position: before, side: 'before older' };
}
function placesOf(doc, versions) {
    const places = new Map();
    for (const { version, position } of doc.entries) {
        if (!versions.has(version))
            continue;
        const known = places.get(version);
        if (known === undefined)
            places.set(version, [position]);
        else
            known.push(position);
    }
    return places;
}
/** Where the first of these versions that is listed stands; if it is listed twice, the place closest to the old one. */
function nearest(places, versions, around) {
    const positions = versions.map((version) => places.get(version)).find((found) => found !== undefined);
    return positions?.reduce((best, next) => (Math.abs(next - around) < Math.abs(best - around) ? next : best));
}
/** Newest first: before the first older one, behind all if none is; where no time can be compared, first. */
function slotByTimestamp(doc, timestamp) {
    const ours = parseTimestamp(timestamp);
    const times = doc.entries.map((entry) => parseTimestamp(entry.timestamp)?.nanos);
    if (ours === undefined || times.every((time) => time === undefined))
        return { position: 0, side: 'before older' };
    const older = times.findIndex((time) => time !== undefined && time < ours.nanos);
    return older === -1
        ? { position: doc.entries.length, side: 'behind newer' }
        : { position: older, side: 'before older' };
}
/** One after the other in one place: the entry may be long, and is not copied to stand beside its separator. */
function splicesAt(doc, slot, { glue }, raw) {
    const neighbour = doc.entries[slot.side === 'behind newer' ? slot.position - 1 : slot.position];
    if (neighbour === undefined) {
        const inside = { start: doc.releases.start + 1, end: doc.releases.end - 1 };
        const behind = [raw, encode(spaceOr(glue.tail))];
        return [{ ...inside, bytes: encode(spaceOr(glue.lead)) }, ...placedAt(inside.end, behind)];
    }
    const behind = slot.side === 'behind newer';
    const separator = encode(separatorOf(doc, behind ? [glue.before, glue.after] : [glue.after, glue.before]));
    return behind ? placedAt(neighbour.end, [separator, raw]) : placedAt(neighbour.start, [raw, separator]);
}
const placedAt = (at, parts) => parts.map((bytes) => ({ start: at, end: at, bytes }));
/** The first remembered one, else as the index separates its entries now, else as it sets off its only one. */
function separatorOf(doc, remembered) {
    const known = remembered.find((text) => text !== undefined && SEPARATOR.test(text));
    return known ?? (doc.entries.length > 1 ? gapText(doc, 1) : `,${gapText(doc, 0)}`);
}
function spaceOr(text) {
    return SPACE.test(text) ? text : '';
}
/**
 * The real count; but where everything around the entry is as it was before the cut, this is an undo and a total that
 * was unusual or wrong then comes back as it was written. An index that changed since gets the real count.
 */
function totalWith(doc, slot, { newer, older, total }) {
    const count = doc.entries.length + 1;
    if (total === undefined || total.entries !== count || !isJson(total.raw))
        return String(count);
    const now = neighboursOf(doc, slot.position, slot.position);
    return same(now.newer, newer) && same(now.older, older) ? total.raw : String(count);
}
function same(a, b) {
    return a.length === b.length && a.every((item, i) => item === b[i]);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
