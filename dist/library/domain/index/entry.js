import { BrokenIndexError } from './broken-index-error.js';
import { decode, encode, keyIs, parseSlice } from './json-slice.js';
import { mustGoOn, OPEN_BRACE, OPEN_BRACKET, scanArray, scanObject, skipValue } from './scan.js';
const VERSION = encode('version');
const ARTIFACTS = encode('artifacts');
/** Bytes of a list of artifacts that are parsed at once: of a longer one all its texts are never there together. */
const AT_ONCE = 64 * 1024;
const NONE = Object.freeze([]);
/** Reads the entry that begins at `start`. Only `version` and `artifacts` are required, as in DESIGN §1. */
export function parseEntry(bytes, start, position) {
    const what = `release ${position + 1}`;
    mustGoOn(bytes, start);
    if (bytes[start] !== OPEN_BRACE)
        throw new BrokenIndexError(`${what} is not an object`, start);
    const span = checkedSpan(bytes, start, what);
    const { json, artifactCount } = readFields(bytes, span, what);
    const { version } = json;
    if (typeof version !== 'string')
        throw new BrokenIndexError(`${what} has no "version"`, start);
    if (version === '')
        throw new BrokenIndexError(`${what} has an empty "version"`, start);
    if (artifactCount === undefined)
        throw new BrokenIndexError(`${what} has no "artifacts" array of strings`, start);
    return {
        position,
        version,
        start,
        end: span.end,
        artifactCount,
        timestamp: stringOf(json.timestamp),
        dependsOn: stringsIn(json.depends_on),
        baseVersion: stringOf(json.base_version),
        removed: removalOf(json),
    };
}
/** Parses the entry's slice on demand: a document of 100,000 releases keeps none of them. */
export function readEntry(doc, entry) {
    const json = parseSlice(doc.bytes, entry.start, entry.end, 'the entry');
    const size = json.size_bytes;
    return {
        artifacts: json.artifacts,
        sizeBytes: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
        sha256: stringOf(json.sha256),
        json,
    };
}
/** What an entry lists that is in no document. Throws {@link BrokenIndexError} where `raw` is no entry. */
export function readPlaced({ raw }) {
    const json = parsed(raw);
    const { version, artifacts } = json;
    if (typeof version !== 'string' || !isStrings(artifacts))
        throw new BrokenIndexError('the entry to put back is none', 0);
    return { version, artifacts, removed: removalOf(json) };
}
function parsed(raw) {
    let json;
    try {
        json = JSON.parse(raw);
    }
    catch {
        // Told below.
    }
    if (typeof json === 'object' && json !== null)
        return json;
    throw new BrokenIndexError('the entry to put back is not valid JSON', 0);
}
function readFields(bytes, span, what) {
    const { artifacts } = span;
    if (artifacts !== undefined && artifacts.end - artifacts.start > AT_ONCE) {
        try {
            return readInPieces(bytes, span, artifacts);
        }
        catch {
            // What is wrong, and where, is told of the whole.
        }
    }
    const json = parseSlice(bytes, span.start, span.end, what);
    return { json, artifactCount: isStrings(json.artifacts) ? json.artifacts.length : undefined };
}
function readInPieces(bytes, { start, end }, artifacts) {
    const around = `${decode(bytes, start, artifacts.start)}[]${decode(bytes, artifacts.end, end)}`;
    return { json: JSON.parse(around), artifactCount: countStrings(bytes, artifacts) };
}
/** Throws where it is not strict JSON. */
function countStrings(bytes, { start }) {
    if (bytes[start] !== OPEN_BRACKET)
        return undefined;
    let count = 0;
    let allStrings = true;
    let piece = { start, end: start };
    const take = () => {
        const items = JSON.parse(`[${decode(bytes, piece.start, piece.end)}]`);
        count += items.length;
        allStrings &&= isStrings(items);
    };
    scanArray(bytes, start, (at) => {
        const isFull = piece.end - piece.start >= AT_ONCE;
        if (isFull)
            take();
        piece = { start: isFull || piece.end === start ? at : piece.start, end: skipValue(bytes, at) };
        return piece.end;
    });
    if (piece.end > start)
        take();
    return allStrings ? count : undefined;
}
/** JSON.parse takes the last of two equal keys, another reader the first: a doubled key that we rely on is refused. */
function checkedSpan(bytes, start, what) {
    let versions = 0;
    let lists = 0;
    let artifacts;
    const end = scanObject(bytes, start, (keyStart, keyEnd, valueStart) => {
        if (keyIs(bytes, keyStart, keyEnd, VERSION) && ++versions > 1) {
            throw new BrokenIndexError(`${what} has "version" twice`, keyStart);
        }
        const isList = keyIs(bytes, keyStart, keyEnd, ARTIFACTS);
        if (isList && ++lists > 1)
            throw new BrokenIndexError(`${what} has "artifacts" twice`, keyStart);
        const valueEnd = skipValue(bytes, valueStart);
        if (isList)
            artifacts = { start: valueStart, end: valueEnd };
        return valueEnd;
    });
    return { start, end, artifacts };
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
