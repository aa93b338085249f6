import { failure } from '../../domain/errors.js';
import { BY_VERSION, markerKey, markersPrefix, sequenceOf } from '../../domain/keys.js';
import { encodeJson } from '../../domain/log-record.js';
import { ConflictError } from '../../ports/object-store.js';
import { DEFAULT_POLICY } from '../transaction/requests.js';
import { decodeMarker } from './decoding.js';
/** The version's markers, newest first. */
export async function readMarkers(store, version) {
    return readAll(store, markersPrefix(version));
}
/** Every version's markers, newest first within a version. */
export async function readAllMarkers(store) {
    return readAll(store, BY_VERSION);
}
async function readAll(store, prefix) {
    const keys = [];
    for await (const { key } of store.list(prefix))
        if (sequenceOf(partsOf(key).name) !== undefined)
            keys.push(key);
    const { concurrency } = store.requests ?? DEFAULT_POLICY;
    if (keys.length === 0)
        return [];
    const { default: pMap } = await import('p-map');
    return withoutCorrected(await pMap(keys, (key) => readMarker(store, key), { concurrency }));
}
/** Of what an operation said twice of a version the newest counts. */
function withoutCorrected(newestFirst) {
    const said = new Set();
    return newestFirst.filter(({ operation_id, event }) => {
        const what = `${event} ${operation_id}`;
        if (said.has(what))
            return false;
        said.add(what);
        return true;
    });
}
async function readMarker(store, key) {
    const stored = await store.read(key);
    const marker = stored === undefined ? undefined : await decodeMarker(stored.body);
    if (marker !== undefined && marker.version === partsOf(key).version)
        return marker;
    throw failure('LOG_BROKEN', `The operation log is broken: marker ${key} is not readable`);
}
function partsOf(key) {
    const [version = '', name = ''] = key.slice(BY_VERSION.length).split('/');
    return { version, name };
}
/** Creates the marker; the same operation's own there already is success (a recovery writes it again). What stands there. */
export async function writeMarker(store, sender, marker) {
    const key = markerKey(marker.version, marker.sequence);
    const body = encodeJson(marker);
    try {
        await sender.send((guard) => store.put(key, body, 'absent', guard));
        return marker;
    }
    catch (thrown) {
        if (!(thrown instanceof ConflictError))
            throw thrown;
        return settle(store, key, marker);
    }
}
/** A marker stands there already: fine if it is the same operation's. */
async function settle(store, key, marker) {
    const stored = await store.read(key);
    const standing = stored === undefined ? undefined : await decodeMarker(stored.body);
    if (standing?.operation_id !== marker.operation_id || standing.event !== marker.event) {
        throw failure('LOG_BROKEN', `The operation log is broken: ${key} belongs to another operation`);
    }
    return standing;
}
