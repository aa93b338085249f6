import { BrokenIndexError } from './broken-index-error.js';
import { parseEntry } from './entry.js';
import { keyText, parseSlice } from './json-slice.js';
import { mustGoOn, OPEN_BRACE, OPEN_BRACKET, scanArray, scanObject, skipSpace, skipValue, } from './scan.js';
const NAMES = ['releases', 'total_releases', 'last_updated'];
/**
 * Finds the releases and the fields that an edit touches.
 * Every value goes through JSON.parse on its own, so the whole is strict JSON and is never one tree in memory.
 * Throws {@link BrokenIndexError} for anything that is not unambiguously an index.
 */
export function parseIndex(bytes) {
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
    mustGoOn(bytes, start);
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
