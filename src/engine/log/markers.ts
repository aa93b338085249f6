import { failure } from '../../domain/errors.ts';
import { BY_VERSION, markerKey, markersPrefix, sequenceOf } from '../../domain/keys.ts';
import { encodeJson, type VersionMarker } from '../../domain/log-record.ts';
import type { Version } from '../../domain/version.ts';
import { ConflictError, type ObjectStore } from '../../ports/object-store.ts';
import { DEFAULT_POLICY } from '../transaction/requests.ts';
import { decodeMarker } from './decoding.ts';
import type { Sender } from './operation-log.ts';

/** The version's markers, newest first. */
export async function readMarkers(store: ObjectStore, version: Version): Promise<readonly VersionMarker[]> {
  return readAll(store, markersPrefix(version));
}

/** Every version's markers, newest first within a version. */
export async function readAllMarkers(store: ObjectStore): Promise<readonly VersionMarker[]> {
  return readAll(store, BY_VERSION);
}

async function readAll(store: ObjectStore, prefix: string): Promise<readonly VersionMarker[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix))
    if (sequenceOf(partsOf(key).name) !== undefined) keys.push(key);
  const { concurrency } = store.requests ?? DEFAULT_POLICY;
  if (keys.length === 0) return [];
  const { default: pMap } = await import('p-map');
  return withoutCorrected(await pMap(keys, (key) => readMarker(store, key), { concurrency }));
}

/** Of what an operation said twice of a version the newest counts. */
function withoutCorrected(newestFirst: readonly VersionMarker[]): readonly VersionMarker[] {
  const said = new Set<string>();
  return newestFirst.filter(({ operation_id, event }) => {
    const what = `${event} ${operation_id}`;
    if (said.has(what)) return false;
    said.add(what);
    return true;
  });
}

async function readMarker(store: ObjectStore, key: string): Promise<VersionMarker> {
  const stored = await store.read(key);
  const marker = stored === undefined ? undefined : await decodeMarker(stored.body);
  if (marker !== undefined && marker.version === partsOf(key).version) return marker;
  throw failure('LOG_BROKEN', `The operation log is broken: marker ${key} is not readable`);
}

function partsOf(key: string): { readonly version: string; readonly name: string } {
  const [version = '', name = ''] = key.slice(BY_VERSION.length).split('/');
  return { version, name };
}

/** Creates the marker; the same operation's own there already is success (a recovery writes it again). What stands there. */
export async function writeMarker(
  store: ObjectStore,
  sender: Sender,
  marker: VersionMarker,
): Promise<VersionMarker> {
  const key = markerKey(marker.version as Version, marker.sequence);
  const body = encodeJson(marker);
  try {
    await sender.send((guard) => store.put(key, body, 'absent', guard));
    return marker;
  } catch (thrown) {
    if (!(thrown instanceof ConflictError)) throw thrown;
    return settle(store, key, marker);
  }
}

/** A marker stands there already: fine if it is the same operation's. */
async function settle(store: ObjectStore, key: string, marker: VersionMarker): Promise<VersionMarker> {
  const stored = await store.read(key);
  const standing = stored === undefined ? undefined : await decodeMarker(stored.body);
  if (standing?.operation_id !== marker.operation_id || standing.event !== marker.event) {
    throw failure('LOG_BROKEN', `The operation log is broken: ${key} belongs to another operation`);
  }
  return standing;
}
