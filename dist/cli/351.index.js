export const id = 351;
export const ids = [351];
export const modules = {

/***/ 802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oj: () => (/* reexport */ BrokenIndexError),
  tG: () => (/* reexport */ cutEntries),
  Mc: () => (/* reexport */ entriesOf),
  u0: () => (/* reexport */ entryText),
  yw: () => (/* reexport */ findRaw),
  Ax: () => (/* reexport */ insertEntry),
  Eu: () => (/* reexport */ isOurIndexMarkdown),
  gj: () => (/* reexport */ markEntry),
  A1: () => (/* reexport */ parseIndex),
  xc: () => (/* reexport */ placementOf),
  hB: () => (/* reexport */ readEntry),
  mf: () => (/* reexport */ renderIndexMarkdown),
  p0: () => (/* reexport */ unmarkEntry)
});

// UNUSED EXPORTS: entryBytes

;// CONCATENATED MODULE: ./lib/domain/index/broken-index-error.js
/** Thrown when the bytes are not an index that can be edited: unreadable, of another shape, or ambiguous. */
class BrokenIndexError extends Error {
    /** What is wrong, in words for an engineer. */
    reason;
    /** Byte offset in the index of what is wrong, where known. */
    offset;
    constructor(reason, offset) {
        super(offset === undefined
            ? `the index is broken: ${reason}`
            : `the index is broken: ${reason} (byte ${offset})`);
        this.name = 'BrokenIndexError';
        this.reason = reason;
        this.offset = offset;
    }
}

;// CONCATENATED MODULE: ./lib/domain/index/json-slice.js

// ignoreBOM: a U+FEFF belongs to the text; dropping it would lose bytes.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();
/** UTF-8 bytes of a text. */
function encode(text) {
    return encoder.encode(text);
}
/** The text of a slice; throws BrokenIndexError where it is not UTF-8. */
function decode(bytes, start, end) {
    try {
        return decoder.decode(bytes.subarray(start, end));
    }
    catch {
        throw new BrokenIndexError('it is not valid UTF-8', start);
    }
}
/** The value of a slice; throws BrokenIndexError, naming `what`, where it is not strict JSON. */
function parseSlice(bytes, start, end, what) {
    const text = decode(bytes, start, end);
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new BrokenIndexError(`${what} is not valid JSON`, start + errorOffset(text, error));
    }
}
/** Whether the string in quotes at [start, end) means `name`, however it is escaped. */
function keyIs(bytes, start, end, name) {
    const length = end - start - 2;
    if (length < name.length)
        return false;
    // Longer than the name: the same only if something in it is escaped, which is rare.
    if (length > name.length) {
        return bytes.subarray(start, end).includes(0x5c) && keyText(bytes, start, end) === decoder.decode(name);
    }
    for (let i = 0; i < length; i++)
        if (bytes[start + 1 + i] !== name[i])
            return false;
    return true;
}
/** The decoded key in quotes at [start, end). */
function keyText(bytes, start, end) {
    return parseSlice(bytes, start, end, 'a key');
}
/** V8 names the character where parsing stopped; as bytes, or 0 where the message names none. */
function errorOffset(text, error) {
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return position === undefined ? 0 : encode(text.slice(0, Number(position))).length;
}

;// CONCATENATED MODULE: ./lib/domain/index/timestamp.js
const MILLISECOND = 1000000n;
const PATTERN = /^(\d{4}-\d\d-\d\d)([Tt ])(\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;
/** Reads the ISO 8601 forms that publishers write; undefined for anything else. */
function parseTimestamp(text) {
    const match = PATTERN.exec(text ?? '');
    if (match === null)
        return undefined;
    const [, date, separator = 'T', time, fraction = '', zone = ''] = match;
    const seconds = Date.parse(`${date}T${time}Z`);
    if (Number.isNaN(seconds))
        return undefined;
    const nanos = BigInt(seconds) * MILLISECOND + BigInt(fraction.slice(0, 9).padEnd(9, '0')) - offsetOf(zone);
    return { nanos, separator, digits: fraction.length, zone };
}
/**
 * What `last_updated` becomes: max(now, previous + 1 ms) in the previous value's own style, so that bytes never repeat.
 * A style too coarse to show the step gets milliseconds; an unreadable previous value gives way to the ISO form of now.
 */
function nextTimestamp(previous, now) {
    const before = parseTimestamp(previous);
    if (before === undefined)
        return now.toISOString();
    const current = BigInt(now.getTime()) * MILLISECOND;
    const least = before.nanos + MILLISECOND;
    const next = { ...before, nanos: current > least ? current : least };
    const after = parseTimestamp(format(next));
    // Beyond the year 9999 nothing that we write would be read again.
    if (after === undefined)
        return now.toISOString();
    return after.nanos > before.nanos ? format(next) : format({ ...next, digits: 3 });
}
function format({ nanos, separator, digits, zone }) {
    const local = nanos + offsetOf(zone);
    const sinceSecond = ((local % 1000000000n) + 1000000000n) % 1000000000n;
    const iso = new Date(Number((local - sinceSecond) / MILLISECOND)).toISOString();
    const [date, time = ''] = iso.split('T');
    const fraction = sinceSecond.toString().padStart(9, '0').padEnd(digits, '0').slice(0, digits);
    return `${date}${separator}${time.slice(0, 8)}${digits === 0 ? '' : `.${fraction}`}${zone}`;
}
/** Nanoseconds by which the zone is ahead of UTC. */
function offsetOf(zone) {
    const digits = zone.replace(/\D/g, '').padEnd(4, '0');
    const minutes = BigInt(digits.slice(0, 2)) * 60n + BigInt(digits.slice(2));
    return (zone.startsWith('-') ? -minutes : minutes) * 60000n * MILLISECOND;
}

;// CONCATENATED MODULE: ./lib/domain/index/splice.js


/** The bytes with every splice done; splices may touch but not overlap. */
function spliceBytes(bytes, splices) {
    const ordered = [...splices].sort((a, b) => a.start - b.start);
    const grown = ordered.reduce((sum, { start, end, bytes: { length } }) => sum + length - (end - start), 0);
    const out = new Uint8Array(bytes.length + grown);
    let read = 0;
    let written = 0;
    for (const splice of ordered) {
        out.set(bytes.subarray(read, splice.start), written);
        written += splice.start - read;
        out.set(splice.bytes, written);
        written += splice.bytes.length;
        read = splice.end;
    }
    out.set(bytes.subarray(read), written);
    return out;
}
/**
 * The only way an index is edited: the given splices, `last_updated` if it is there, and `total_releases` if it is
 * there and `total` (its new text) is given. An index with neither field can get bytes that it had before.
 */
function editIndex(doc, splices, now, total) {
    const all = [...splices];
    if (doc.lastUpdated !== undefined) {
        const text = JSON.stringify(nextTimestamp(doc.lastUpdated.value, now));
        all.push({ ...spanOf(doc.lastUpdated), bytes: encode(text) });
    }
    if (doc.totalReleases !== undefined && total !== undefined) {
        all.push({ ...spanOf(doc.totalReleases), bytes: encode(total) });
    }
    return spliceBytes(doc.bytes, all);
}
function spanOf({ start, end }) {
    return { start, end };
}

;// CONCATENATED MODULE: ./lib/domain/index/cut.js

const NOTHING = new Uint8Array();
/**
 * Takes the entries out of the index; they must be of this document.
 * `total_releases` becomes the real number of entries, also where it was wrong before (a violation that somebody chose
 * to override): a wrong number is never carried on. Undoing the cut puts the old one back, see `insertEntry`.
 */
function cutEntries(doc, entries, now) {
    const cut = new Set(entries.map((entry) => positionIn(doc, entry)));
    if (cut.size === 0)
        return doc.bytes;
    const splices = rangesOf(doc, cut).map((range) => ({ ...range, bytes: NOTHING }));
    return editIndex(doc, splices, now, String(doc.entries.length - cut.size));
}
/** Fails on an entry of another reading of the index: cutting there would cut into somebody else's bytes. */
function positionIn(doc, entry) {
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

;// CONCATENATED MODULE: ./lib/domain/index/document.js

/** The entries of exactly this version, case included. More than one is a violation that policy judges. */
function entriesOf(doc, version) {
    return doc.entries.filter((entry) => entry.version === version);
}
/** The entry's bytes as stored: a view, not a copy. */
function entryBytes(doc, entry) {
    return doc.bytes.subarray(entry.start, entry.end);
}
/** The entry's text as stored; encoding it gives the same bytes again. */
function entryText(doc, entry) {
    return decode(doc.bytes, entry.start, entry.end);
}
/** The entry of this version whose bytes are exactly `raw`: ours, and not another publication of the version. */
function findRaw(doc, version, raw) {
    const wanted = encode(raw);
    return entriesOf(doc, version).find((entry) => sameBytes(entryBytes(doc, entry), wanted));
}
/** Whether two byte strings are equal. */
function sameBytes(a, b) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

;// CONCATENATED MODULE: ./lib/domain/index/scan.js

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** No publisher nests so deep, and whoever prints a value of this depth again is still far from the end of its stack. */
const MAX_DEPTH = 512;
const TRUNCATED = 'it ends too early';
/** The scanner finds where values begin and end; whether they are JSON is for JSON.parse to say, on each slice. */
function skipSpace(bytes, from) {
    let at = from;
    while (isSpace(bytes[at]))
        at++;
    return at;
}
/** The offset behind the value that begins at `from`; counts brackets instead of recursing, so depth costs no stack. */
function skipValue(bytes, from) {
    const first = bytes[from];
    if (first === QUOTE)
        return skipString(bytes, from);
    if (first !== OPEN_BRACE && first !== OPEN_BRACKET)
        return skipScalar(bytes, from);
    let depth = 0;
    for (let at = from; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === QUOTE) {
            at = skipString(bytes, at) - 1;
        }
        else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
            if (++depth > MAX_DEPTH)
                throw new BrokenIndexError(`it is nested deeper than ${MAX_DEPTH} levels`, at);
        }
        else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
            if (--depth === 0)
                return at + 1;
        }
    }
    throw new BrokenIndexError(TRUNCATED, bytes.length);
}
/** Visits the members of the object that opens at `from`; returns the offset behind it. */
function scanObject(bytes, from, visit) {
    let at = skipSpace(bytes, from + 1);
    if (bytes[at] === CLOSE_BRACE)
        return at + 1;
    for (;;) {
        const keyEnd = skipString(bytes, at);
        const colon = skipSpace(bytes, keyEnd);
        if (bytes[colon] !== COLON)
            throw expected(bytes, colon, '":"');
        const valueEnd = visit(at, keyEnd, skipSpace(bytes, colon + 1));
        const next = skipSpace(bytes, valueEnd);
        if (bytes[next] === CLOSE_BRACE)
            return next + 1;
        if (bytes[next] !== COMMA)
            throw expected(bytes, next, '"," or "}"');
        at = skipSpace(bytes, next + 1);
    }
}
/** Visits the elements of the array that opens at `from`, each visit answering its end; returns the offset behind it. */
function scanArray(bytes, from, visit) {
    let at = skipSpace(bytes, from + 1);
    if (bytes[at] === CLOSE_BRACKET)
        return at + 1;
    for (;;) {
        const next = skipSpace(bytes, visit(at));
        if (bytes[next] === CLOSE_BRACKET)
            return next + 1;
        if (bytes[next] !== COMMA)
            throw expected(bytes, next, '"," or "]"');
        at = skipSpace(bytes, next + 1);
    }
}
function skipString(bytes, from) {
    if (bytes[from] !== QUOTE)
        throw expected(bytes, from, 'a string');
    for (let at = from + 1; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === QUOTE)
            return at + 1;
        if (byte === BACKSLASH)
            at++;
    }
    throw new BrokenIndexError(TRUNCATED, bytes.length);
}
function skipScalar(bytes, from) {
    let at = from;
    while (at < bytes.length && !endsScalar(bytes[at]))
        at++;
    if (at === from)
        throw expected(bytes, from, 'a value');
    return at;
}
function endsScalar(byte) {
    return byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET || isSpace(byte);
}
function isSpace(byte) {
    return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
function expected(bytes, at, what) {
    return at >= bytes.length
        ? new BrokenIndexError(TRUNCATED, bytes.length)
        : new BrokenIndexError(`${what} is expected here`, at);
}

;// CONCATENATED MODULE: ./lib/domain/index/entry.js



const VERSION = encode('version');
const ARTIFACTS = encode('artifacts');
const NONE = Object.freeze([]);
/** Reads the entry that begins at `start`. Only `version` and `artifacts` are required, as in DESIGN §1. */
function parseEntry(bytes, start, position) {
    const what = `release ${position + 1}`;
    if (bytes[start] !== OPEN_BRACE)
        throw new BrokenIndexError(`${what} is not an object`, start);
    const end = checkedEnd(bytes, start, what);
    const json = parseSlice(bytes, start, end, what);
    const { version, artifacts } = json;
    if (typeof version !== 'string')
        throw new BrokenIndexError(`${what} has no "version"`, start);
    if (version === '')
        throw new BrokenIndexError(`${what} has an empty "version"`, start);
    if (!isStrings(artifacts))
        throw new BrokenIndexError(`${what} has no "artifacts" array of strings`, start);
    return {
        position,
        version,
        start,
        end,
        artifactCount: artifacts.length,
        timestamp: stringOf(json.timestamp),
        dependsOn: stringsIn(json.depends_on),
        baseVersion: stringOf(json.base_version),
        removed: removalOf(json),
    };
}
/** Parses the entry's slice on demand: a document of 100,000 releases keeps none of them. */
function readEntry(doc, entry) {
    const json = parseSlice(doc.bytes, entry.start, entry.end, 'the entry');
    const size = json.size_bytes;
    return {
        artifacts: json.artifacts,
        sizeBytes: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
        sha256: stringOf(json.sha256),
        json,
    };
}
/** JSON.parse takes the last of two equal keys, another reader the first: a doubled key that we rely on is refused. */
function checkedEnd(bytes, start, what) {
    let versions = 0;
    let artifacts = 0;
    return scanObject(bytes, start, (keyStart, keyEnd, valueStart) => {
        if (keyIs(bytes, keyStart, keyEnd, VERSION) && ++versions > 1) {
            throw new BrokenIndexError(`${what} has "version" twice`, keyStart);
        }
        if (keyIs(bytes, keyStart, keyEnd, ARTIFACTS) && ++artifacts > 1) {
            throw new BrokenIndexError(`${what} has "artifacts" twice`, keyStart);
        }
        return skipValue(bytes, valueStart);
    });
}
function removalOf(json) {
    if (json.artifacts_removed !== true)
        return undefined;
    return { rollbackId: stringOf(json.rollback_id), removedAt: stringOf(json.removed_at) };
}
/** A dependency overlooked is worse than one too many: strings are taken from arrays, objects, and objects in arrays. */
function stringsIn(value) {
    if (typeof value === 'string')
        return [value];
    const strings = childrenOf(value)
        .flatMap((child) => [child, ...childrenOf(child)])
        .filter((s) => typeof s === 'string');
    return strings.length === 0 ? NONE : strings;
}
function childrenOf(value) {
    return typeof value === 'object' && value !== null ? Object.values(value) : NONE;
}
function isStrings(value) {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
function stringOf(value) {
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/domain/index/placement.js


/** How many neighbours on either side are remembered: more than are ever rolled back together. */
const NEIGHBOURS = 50;
/** A wrong `total_releases` longer than this is not worth keeping in a manifest. */
const LONGEST_TOTAL = 100;
/** Describes where the entry stands now; take it before the cut, from the same document. */
function placementOf(doc, entry) {
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
function neighboursOf(doc, start, end) {
    const newer = doc.entries.slice(Math.max(0, start - NEIGHBOURS), start).reverse();
    const older = doc.entries.slice(end, end + NEIGHBOURS);
    return { newer: newer.map((entry) => entry.version), older: older.map((entry) => entry.version) };
}
/** What stands before the entry at `position`: a separator, or the space at either end of the array. */
function gapText(doc, position) {
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

;// CONCATENATED MODULE: ./lib/domain/index/insert.js






const SPACE = /^[ \t\r\n]*$/;
const SEPARATOR = /^[ \t\r\n]*,[ \t\r\n]*$/;
/**
 * Puts an entry back: behind the nearest newer one still listed, else before the nearest older one, else by timestamp,
 * else first. Right after the cut it is the cut's exact inverse, `last_updated` aside.
 * Throws {@link BrokenIndexError} if the placement's `raw` is no entry.
 */
function insertEntry(doc, placement, now) {
    const raw = checkedRaw(placement);
    const slot = slotByNeighbours(doc, placement) ?? slotByTimestamp(doc, placement.timestamp);
    return editIndex(doc, [spliceAt(doc, slot, placement, raw)], now, totalWith(doc, slot, placement));
}
function checkedRaw({ raw, version }) {
    const bytes = encode(raw);
    const entry = parseEntry(bytes, 0, 0);
    if (entry.end !== bytes.length)
        throw new BrokenIndexError('something follows the entry to put back', entry.end);
    if (entry.version !== version)
        throw new BrokenIndexError('the entry to put back is of another version', 0);
    return raw;
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
function spliceAt(doc, slot, { glue }, raw) {
    const neighbour = doc.entries[slot.side === 'behind newer' ? slot.position - 1 : slot.position];
    if (neighbour === undefined) {
        const inside = { start: doc.releases.start + 1, end: doc.releases.end - 1 };
        return { ...inside, bytes: encode(spaceOr(glue.lead) + raw + spaceOr(glue.tail)) };
    }
    const behind = slot.side === 'behind newer';
    const separator = separatorOf(doc, behind ? [glue.before, glue.after] : [glue.after, glue.before]);
    const at = behind ? neighbour.end : neighbour.start;
    return { start: at, end: at, bytes: encode(behind ? separator + raw : raw + separator) };
}
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

;// CONCATENATED MODULE: ./lib/domain/index/members.js



/**
 * Adds a member to an object that has two or more, in the object's own layout: at its place if the keys are sorted
 * (the original publisher sorts them), else last. {@link withoutMembers} takes it out again without a trace.
 */
function withMember(object, name, value) {
    const members = membersOf(object);
    const [first, second] = members;
    if (first === undefined || second === undefined)
        throw new RangeError('an entry has two members at least');
    const separator = object.subarray(first.end, second.start);
    const colon = object.subarray(first.keyEnd, first.valueStart);
    const at = precedent(members, name, first).end;
    const bytes = joined([separator, encode(JSON.stringify(name)), colon, encode(JSON.stringify(value))]);
    return spliceBytes(object, [{ start: at, end: at, bytes }]);
}
/** Takes out every member of these names, each with the separator before it (at the head: behind it). */
function withoutMembers(object, names) {
    const members = membersOf(object);
    const firstKept = members.findIndex((member) => !names.includes(member.key));
    const splices = members.flatMap(({ key, start, end }, i) => {
        if (!names.includes(key))
            return [];
        const range = i < firstKept
            ? { start, end: members[i + 1]?.start ?? end }
            : { start: members[i - 1]?.end ?? start, end };
        return [{ ...range, bytes: new Uint8Array() }];
    });
    return spliceBytes(object, splices);
}
/** The member to stand behind; never before the first, whose surroundings are not a separator. */
function precedent(members, name, first) {
    const isSorted = members.every((member, i) => i === 0 || (members[i - 1]?.key ?? '') < member.key);
    return (isSorted ? members.findLast((member) => member.key < name) : members.at(-1)) ?? first;
}
function membersOf(object) {
    const members = [];
    scanObject(object, 0, (start, keyEnd, valueStart) => {
        const end = skipValue(object, valueStart);
        members.push({ key: keyText(object, start, keyEnd), start, keyEnd, valueStart, end });
        return end;
    });
    return members;
}
function joined(parts) {
    return spliceBytes(new Uint8Array(), parts.map((bytes) => ({ start: 0, end: 0, bytes })));
}

;// CONCATENATED MODULE: ./lib/domain/index/mark.js





const FIELDS = ['artifacts_removed', 'removed_at', 'rollback_id'];
/**
 * Adds `"artifacts_removed": true`, `"removed_at"` and `"rollback_id"` to the entry, in its own layout.
 * Fields of these names that it has already give way. The number of entries stays, so `total_releases` is not touched.
 */
function markEntry(doc, entry, mark, now) {
    positionIn(doc, entry);
    return replaceEntry(doc, entry, marked(entryBytes(doc, entry), mark), now);
}
/**
 * Takes exactly those three fields out again, if the entry bears our `rollbackId`; else answers `'not-ours'`.
 * With `originalRaw`, the entry's text before the mark, an entry that nobody touched since becomes exactly that.
 */
function unmarkEntry(doc, entry, { rollbackId, originalRaw }, now) {
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

;// CONCATENATED MODULE: ./lib/domain/index/markdown.js

const HEADING = '# T.A.R.S. Release Index';
/** `index.md` for this index, as the original publisher writes it; a line whose field is absent is left out. */
function renderIndexMarkdown(doc) {
    const updated = doc.lastUpdated?.value;
    const head = [
        HEADING,
        ...(updated === undefined ? [] : [`**Last Updated:** ${oneLine(updated)}`]),
        `**Total Releases:** ${doc.totalReleases?.value ?? doc.entries.length}`,
        '',
        '---',
        '',
        '## Published Releases',
    ];
    const releases = doc.entries.flatMap((entry) => ['', ...releaseLines(doc, entry)]);
    return `${[...head, ...releases].join('\n')}\n`;
}
/** Whether a Markdown file is the publisher's index, and so may be rendered again. Its first line decides. */
function isOurIndexMarkdown(text) {
    const [first = ''] = text.replace(/^\uFEFF/, '').split('\n', 1);
    return first.trimEnd() === HEADING;
}
function releaseLines(doc, entry) {
    const { json, sha256, sizeBytes } = readEntry(doc, entry);
    return [
        `### ${oneLine(entry.version)}`,
        ...line('Timestamp', entry.timestamp),
        ...line('SHA256', sha256 && `${sha256.slice(0, 16)}...`),
        ...line('Size', sizeBytes === undefined ? undefined : `${withThousands(sizeBytes)} bytes`),
        ...line('Artifacts', String(entry.artifactCount)),
        // Not the publisher's: without it a reader would look for artifacts that a rollback took out.
        ...line('Artifacts Removed', entry.removed && (entry.removed.removedAt ?? 'yes')),
        ...line('Signed', json.signed ? '✓' : '✗'),
        ...line('Verification', verdictOf(json.verification)),
        ...line('Validation', verdictOf(json.validation)),
    ];
}
function line(name, value) {
    return value === undefined || value === '' ? [] : [`- **${name}:** ${oneLine(value)}`];
}
function verdictOf(check) {
    if (typeof check !== 'object' || check === null || !Object.hasOwn(check, 'passed'))
        return undefined;
    return check.passed ? '✓ PASSED' : '✗ FAILED';
}
/** What comes from an index is text: it starts no line and no tag of its own. */
function oneLine(text) {
    return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('<', '&lt;');
}
function withThousands(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

;// CONCATENATED MODULE: ./lib/domain/index/parse.js




const NAMES = ['releases', 'total_releases', 'last_updated'];
/**
 * Finds the releases and the fields that an edit touches.
 * Every value goes through JSON.parse on its own, so the whole is strict JSON and is never one tree in memory.
 * Throws {@link BrokenIndexError} for anything that is not unambiguously an index.
 */
function parseIndex(bytes) {
    const start = startOf(bytes);
    const entries = [];
    const spans = new Map();
    const end = scanObject(bytes, start, (keyStart, keyEnd, valueStart) => {
        const key = keyText(bytes, keyStart, keyEnd);
        const name = NAMES.find((candidate) => candidate === key);
        if (name !== undefined && spans.has(name))
            throw new BrokenIndexError(`"${name}" is there twice`, keyStart);
        const isReleases = name === 'releases';
        const valueEnd = isReleases ? readReleases(bytes, valueStart, entries) : skipValue(bytes, valueStart);
        const value = isReleases ? entries : parseSlice(bytes, valueStart, valueEnd, 'a top-level value');
        if (name !== undefined)
            spans.set(name, { start: valueStart, end: valueEnd, value });
        return valueEnd;
    });
    const rest = skipSpace(bytes, end);
    if (rest < bytes.length)
        throw new BrokenIndexError('something follows the closing bracket', rest);
    return documentOf(bytes, entries, spans);
}
function documentOf(bytes, entries, spans) {
    const releases = spans.get('releases');
    if (releases === undefined)
        throw new BrokenIndexError('it has no "releases"');
    const total = spans.get('total_releases');
    const updated = spans.get('last_updated');
    return {
        bytes,
        entries,
        releases: { start: releases.start, end: releases.end },
        totalReleases: total && {
            ...total,
            value: Number.isInteger(total.value) ? total.value : undefined,
        },
        lastUpdated: updated && {
            ...updated,
            value: typeof updated.value === 'string' ? updated.value : undefined,
        },
    };
}
function readReleases(bytes, start, into) {
    if (bytes[start] !== OPEN_BRACKET)
        throw new BrokenIndexError('"releases" is not an array', start);
    return scanArray(bytes, start, (at) => {
        const entry = parseEntry(bytes, at, into.length);
        into.push(entry);
        return entry.end;
    });
}
/** Where the top-level object opens; a UTF-8 byte order mark before it is kept and stepped over. */
function startOf(bytes) {
    const [first, second, third] = bytes;
    const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
    if (isUtf16)
        throw new BrokenIndexError('it is UTF-16 or UTF-32, not UTF-8', 0);
    const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
    const start = skipSpace(bytes, hasMark ? 3 : 0);
    if (start >= bytes.length)
        throw new BrokenIndexError('it is empty', start);
    if (bytes[start] !== OPEN_BRACE)
        throw new BrokenIndexError('it is not a JSON object', start);
    return start;
}

;// CONCATENATED MODULE: ./lib/domain/index/mod.js











/***/ }),

/***/ 558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ isCloser),
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   fg: () => (/* binding */ sha256Hex)
/* harmony export */ });
/* unused harmony export CLOSERS */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const CLOSERS = ['done', 'aborted', 'reverted', 'abandoned'];
const isCloser = (kind) => CLOSERS.includes(kind);
const sha256Hex = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
/** Stored form: one JSON object, two spaces, newline at the end. */
function encodeJson(value) {
    return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}


/***/ }),

/***/ 8737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qe: () => (/* binding */ takesArtifacts),
/* harmony export */   VH: () => (/* binding */ REPOSITORY_TYPES),
/* harmony export */   an: () => (/* binding */ STAGES),
/* harmony export */   lR: () => (/* binding */ ROLLBACK_TYPES),
/* harmony export */   vj: () => (/* binding */ takesEntry),
/* harmony export */   yK: () => (/* binding */ POLICY_MODES)
/* harmony export */ });
/** The guide's names for what is asked (guide, "Rollback Types", "Policy Modes"). */
const ROLLBACK_TYPES = ['full', 'artifacts_only', 'index_only'];
const POLICY_MODES = ['strict', 'lenient'];
const REPOSITORY_TYPES = ['local', 's3', 'gcs'];
const takesArtifacts = (type) => type !== 'index_only';
const takesEntry = (type) => type !== 'artifacts_only';
const STAGES = [
    'preflight',
    'policy',
    'plan',
    'backup',
    'index',
    'artifacts',
    'verify',
    'manifest',
    'audit',
];


/***/ })

};
