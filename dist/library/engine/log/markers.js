import { failure } from '../../domain/errors.js';
import { BY_VERSION, markerKey, markersPrefix, sequenceOf } from '../../domain/keys.js';
import { encodeJson } from '../../domain/log-record.js';
import { ConflictError } from '../../ports/object-store.js';
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
    const markers = [];
    for await (const info of store.list(prefix)) {
        const [version = '', name = ''] = info.key.slice(BY_VERSION.length).split('/');
        if (sequenceOf(name) === undefined)
            continue;
        const stored = await store.read(info.key);
        const marker = stored === undefined ? undefined : await decodeMarker(stored.body);
        if (marker === undefined || marker.version !== version) {
            throw failure('LOG_BROKEN', `The operation log is broken: marker ${info.key} is not readable`);
        }
        markers.push(marker);
    }
    return markers;
}
/** Creates the marker; the same operation's own marker there already is success (a recovery writes it again). */
export async function writeMarker(store, sender, marker) {
    const key = markerKey(marker.version, marker.sequence);
    const body = encodeJson(marker);
    try {
        await sender.send((guard) => store.put(key, body, 'absent', guard));
    }
    catch (thrown) {
        if (!(thrown instanceof ConflictError))
            throw thrown;
        await settle(store, key, marker);
    }
}
/** A marker stands there already: fine if it is the same operation's. */
async function settle(store, key, marker) {
    const stored = await store.read(key);
    const standing = stored === undefined ? undefined : await decodeMarker(stored.body);
    if (standing?.operation_id !== marker.operation_id || standing.event !== marker.event) {
        throw failure('LOG_BROKEN', `The operation log is broken: ${key} belongs to another operation`);
    }
}
