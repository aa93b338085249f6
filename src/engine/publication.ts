import { failure } from '../domain/errors.ts';
import {
  BrokenIndexError,
  entriesOf,
  entryText,
  type IndexDocument,
  parseIndex,
  placementOf,
  readEntry,
} from '../domain/index/mod.ts';
import { artifactsPrefix, INDEX_KEY } from '../domain/keys.ts';
import type { ManifestArtifact } from '../domain/manifest.ts';
import type { IndexState, Publication, PublishedEntry } from '../domain/publication.ts';
import { LazyRows, PackedRows, type Rows } from '../domain/rows.ts';
import { printable, type Version } from '../domain/version.ts';
import type { Clock } from '../ports/clock.ts';
import type { ObjectInfo, ObjectStore, StoredObject } from '../ports/object-store.ts';
import { readMarkers } from './log/markers.ts';

/** How long an index that doesn't parse is read again before it counts as broken: someone may be writing it in place. */
const SETTLE_MS = 2000;
const SETTLE_STEP_MS = 250;

export interface UsableIndex {
  readonly state: 'present';
  readonly object: StoredObject;
  readonly doc: IndexDocument;
}

export type IndexReading =
  | { readonly state: 'missing' }
  | { readonly state: 'broken'; readonly reason: string; readonly object: StoredObject }
  | UsableIndex;

/** Reads and parses index.json; a broken one again for two seconds. */
export async function readIndex(store: ObjectStore, clock: Clock): Promise<IndexReading> {
  const deadline = clock.monotonic() + SETTLE_MS;
  for (;;) {
    const object = await store.read(INDEX_KEY);
    if (object === undefined) return { state: 'missing' };
    try {
      return { state: 'present', object, doc: parseIndex(object.body) };
    } catch (thrown) {
      if (!(thrown instanceof BrokenIndexError)) throw thrown;
      if (clock.monotonic() >= deadline) return { state: 'broken', reason: thrown.reason, object };
    }
    await clock.sleep(SETTLE_STEP_MS);
  }
}

/** The newest listed release whose artifacts are there; empty if none. `without` leaves one version out. */
export function latestOf(doc: IndexDocument, without?: string): string {
  return doc.entries.find((entry) => entry.removed === undefined && entry.version !== without)?.version ?? '';
}

/** A local release moves as a whole, and its list is gone through twice; a bucket's many times, and may be very long. */
const gathering = <T>(store: ObjectStore): T[] | PackedRows<T> =>
  store.workspaces === undefined ? new PackedRows<T>() : [];

/** Everything that is there under `<version>/`. Throws BAD_INPUT for what is neither file, link nor folder. */
export async function listArtifacts(store: ObjectStore, version: Version): Promise<Rows<ObjectInfo>> {
  const found = gathering<ObjectInfo>(store);
  await eachArtifact(store, version, (info) => found.push(info));
  return found;
}

/** The same as the pages come: of a large release all that stands there is never in memory at once. */
export async function eachArtifact(
  store: ObjectStore,
  version: Version,
  take: (info: ObjectInfo) => unknown,
): Promise<void> {
  for await (const info of store.list(artifactsPrefix(version), { versions: true })) {
    if (info.type === 'other') {
      throw failure('BAD_INPUT', `'${info.key}' is a device, socket or pipe; nothing was changed`, {
        advice: 'Remove it from the version folder, then run again.',
      });
    }
    take(info);
  }
}

/** Reads index, artifacts and log of one version. `reading` gives an index that was read already. */
export async function readPublication(
  store: ObjectStore,
  clock: Clock,
  version: Version,
): Promise<{ publication: Publication; reading: IndexReading }> {
  const [reading, found, history] = await Promise.all([
    readIndex(store, clock),
    listArtifacts(store, version),
    readMarkers(store, version),
  ]);
  return { publication: describe(version, reading, found, history), reading };
}

/** The same from what was read already. */
export function describe(
  version: Version,
  reading: IndexReading,
  found: Rows<ObjectInfo>,
  history: Publication['history'],
): Publication {
  const doc = reading.state === 'present' ? reading.doc : undefined;
  const entries = doc === undefined ? [] : entriesOf(doc, version).map((entry) => describeEntry(doc, entry));
  const listed = new Set(entries.flatMap((entry) => entry.artifacts));
  const folder = artifactsPrefix(version);
  const own = ({ key, folder_object: is }: ObjectInfo): boolean => key !== folder || is === true;
  const artifacts = asArtifacts(found.every(own) ? found : found.filter(own), listed);
  return {
    version,
    exists: entries.length > 0 || found.length > 0,
    index: describeIndex(reading, version),
    entries,
    dependents: doc === undefined ? [] : dependentsOf(doc, version),
    artifacts,
    folderPresent: found.length > 0,
    history,
  };
}

function describeEntry(doc: IndexDocument, entry: IndexDocument['entries'][number]): PublishedEntry {
  return {
    artifacts: readEntry(doc, entry).artifacts,
    removed: entry.removed !== undefined,
    removedBy: entry.removed?.rollbackId ?? '',
    placement: placementOf(doc, entry),
  };
}

function describeIndex(reading: IndexReading, version: Version): IndexState {
  if (reading.state !== 'present') return reading;
  const { doc, object } = reading;
  return {
    state: 'present',
    revision: object.info.revision,
    count: doc.entries.length,
    total: doc.totalReleases && {
      text: printable(entryText(doc, doc.totalReleases)),
      value: doc.totalReleases.value,
    },
    latest: latestOf(doc),
    latestWithout: latestOf(doc, version),
  };
}

function dependentsOf(doc: IndexDocument, version: Version): readonly string[] {
  const names = doc.entries
    .filter((entry) => entry.version !== version)
    .filter((entry) => entry.baseVersion === version || entry.dependsOn.includes(version))
    .map((entry) => entry.version);
  return [...new Set(names)];
}

function asArtifacts(found: Rows<ObjectInfo>, listed: ReadonlySet<string>): Rows<ManifestArtifact> {
  if (!(found instanceof LazyRows)) return found.map((info) => asArtifact(info, listed.has(info.key)));
  const marks = new Uint8Array(found.length);
  let position = 0;
  for (const { key } of found) {
    marks[position] = Number(listed.has(key));
    position += 1;
  }
  return found.through((info: ObjectInfo, at: number) => asArtifact(info, marks[at] === 1));
}

function asArtifact(info: ObjectInfo, listed: boolean): ManifestArtifact {
  const { key: path, size, revision, mode, target, checksum, version_id, storage_class, modified } = info;
  const artifact: { -readonly [K in keyof ManifestArtifact]: ManifestArtifact[K] } = {
    path,
    type: info.type === 'other' ? 'file' : info.type,
    size,
    revision,
    listed,
  };
  if (mode !== undefined) artifact.mode = mode;
  if (target !== undefined) artifact.target = target;
  if (checksum !== undefined) artifact.checksum = checksum;
  if (version_id !== undefined) artifact.version_id = version_id;
  if (storage_class !== undefined) artifact.storage_class = storage_class;
  // A file system tells a file that was written again by its inode and time.
  if (mode === undefined && modified > 0) artifact.modified = modified;
  return artifact;
}
