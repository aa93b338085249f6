import { BrokenIndexError } from './broken-index-error.js';
import { encode, keyIs, parseSlice } from './json-slice.js';
import { mustGoOn, OPEN_BRACE, scanObject, skipValue } from './scan.js';
const VERSION = encode('version');
const ARTIFACTS = encode('artifacts');
const NONE = Object.freeze([]);
/** Reads the entry that begins at `start`. Only `version` and `artifacts` are required, as in DESIGN §1. */
export function parseEntry(bytes, start, position) {
    const what = `release ${position + 1}`;
    mustGoOn(bytes, start);
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
