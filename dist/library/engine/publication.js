import { failure } from '../domain/errors.js';
import { BrokenIndexError, entriesOf, entryText, parseIndex, placementOf, readEntry, } from '../domain/index/mod.js';
import { artifactsPrefix, INDEX_KEY } from '../domain/keys.js';
import { LazyRows, PackedRows } from '../domain/rows.js';
import { printable } from '../domain/version.js';
import { readMarkers } from './log/markers.js';
/** How long an index that doesn't parse is read again before it counts as broken: someone may be writing it in place. */
const SETTLE_MS = 2000;
const SETTLE_STEP_MS = 250;
/** Reads and parses index.json; a broken one again for two seconds. */
export async function readIndex(store, clock) {
    const deadline = clock.monotonic() + SETTLE_MS;
    for (;;) {
        const object = await store.read(INDEX_KEY);
        if (object === undefined)
            return { state: 'missing' };
        try {
            return { state: 'present', object, doc: parseIndex(object.body) };
        }
        catch (thrown) {
            if (!(thrown instanceof BrokenIndexError))
                throw thrown;
            if (clock.monotonic() >= deadline)
                return { state: 'broken', reason: thrown.reason, object };
        }
        await clock.sleep(SETTLE_STEP_MS);
    }
}
/** The newest listed release whose artifacts are there; empty if none. `without` leaves one version out. */
export function latestOf(doc, without) {
    return doc.entries.find((entry) => entry.removed === undefined && entry.version !== without)?.version ?? '';
}
/** A local release moves as a whole, and its list is gone through twice; a bucket's many times, and may be very long. */
const gathering = (store) => store.workspaces === undefined ? new PackedRows() : [];
/** Everything that is there under `<version>/`. Throws BAD_INPUT for what is neither file, link nor folder. */
export async function listArtifacts(store, version) {
    const found = gathering(store);
    await eachArtifact(store, version, (info) => found.push(info));
    return found;
}
/** The same as the pages come: of a large release all that stands there is never in memory at once. */
export async function eachArtifact(store, version, take) {
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
export async function readPublication(store, clock, version) {
    const [reading, found, history] = await Promise.all([
        readIndex(store, clock),
        listArtifacts(store, version),
        readMarkers(store, version),
    ]);
    return { publication: describe(version, reading, found, history), reading };
}
/** The same from what was read already. */
export function describe(version, reading, found, history) {
    const doc = reading.state === 'present' ? reading.doc : undefined;
    const entries = doc === undefined ? [] : entriesOf(doc, version).map((entry) => describeEntry(doc, entry));
    const listed = new Set(entries.flatMap((entry) => entry.artifacts));
    const folder = artifactsPrefix(version);
    const own = ({ key, folder_object: is }) => key !== folder || is === true;
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
function describeEntry(doc, entry) {
    return {
        artifacts: readEntry(doc, entry).artifacts,
        removed: entry.removed !== undefined,
        removedBy: entry.removed?.rollbackId ?? '',
        placement: placementOf(doc, entry),
    };
}
function describeIndex(reading, version) {
    if (reading.state !== 'present')
        return reading;
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
function dependentsOf(doc, version) {
    const names = doc.entries
        .filter((entry) => entry.version !== version)
        .filter((entry) => entry.baseVersion === version || entry.dependsOn.includes(version))
        .map((entry) => entry.version);
    return [...new Set(names)];
}
function asArtifacts(found, listed) {
    if (!(found instanceof LazyRows))
        return found.map((info) => asArtifact(info, listed.has(info.key)));
    const marks = new Uint8Array(found.length);
    let position = 0;
    for (const { key } of found) {
        marks[position] = Number(listed.has(key));
        position += 1;
    }
    return found.through((info, at) => asArtifact(info, marks[at] === 1));
}
function asArtifact(info, listed) {
    const { key: path, size, revision, mode, target, checksum, version_id, storage_class, modified } = info;
    const artifact = {
        path,
        type: info.type === 'other' ? 'file' : info.type,
        size,
        revision,
        listed,
    };
    if (mode !== undefined)
        artifact.mode = mode;
    if (target !== undefined)
        artifact.target = target;
    if (checksum !== undefined)
        artifact.checksum = checksum;
    if (version_id !== undefined)
        artifact.version_id = version_id;
    if (storage_class !== undefined)
        artifact.storage_class = storage_class;
    // A file system tells a file that was written again by its inode and time.
    if (mode === undefined && modified > 0)
        artifact.modified = modified;
    return artifact;
}
