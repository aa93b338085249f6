import { artifactIndex } from '../domain/artifact-marks.js';
import { parseIndex } from '../domain/index/mod.js';
import { RowIndex } from '../domain/row-index.js';
import { takesArtifacts } from '../domain/types.js';
import { withBackupsAt } from './backup-place.js';
import { readMarkers } from './log/markers.js';
import { describe, listArtifacts, readIndex } from './publication.js';
import { committedManifest } from './recovery.js';
import { hide, show } from './transaction/entries.js';
import { placeOf } from './transaction/operation.js';
/** What recovery would leave of this version, worked out without touching anything. */
export async function project(context, version, open) {
    const { store } = context;
    const [seen, history, projection] = await Promise.all([
        look(context, version),
        readMarkers(store, version),
        foresee(context, open),
    ]);
    const { reading, found } = projection.state(version, seen);
    const publication = describe(version, reading, found, projection.markers(history));
    return { publication, reading, begun: projection.manifest };
}
export async function look({ store, clock }, version) {
    const [reading, found] = await Promise.all([readIndex(store, clock), listArtifacts(store, version)]);
    return { reading, found };
}
export async function foresee(context, open) {
    if (open === undefined || open.phase === 'claimed') {
        return { state: (_version, seen) => seen, markers: (history) => history };
    }
    const { store } = await withBackupsAt(context, open.backup_prefix);
    const manifest = await committedManifest(store, open);
    const committed = open.phase === 'committed';
    const out = (open.operation === 'rollback') === committed;
    return {
        manifest,
        state: (version, { reading, found }) => ({
            reading: projectIndex(reading, manifest, out, new Date(context.clock.now())),
            found: version === open.version && takesArtifacts(open.rollback_type)
                ? projectArtifacts(found, manifest, out)
                : found,
        }),
        markers: (history) => {
            const others = history.filter((marker) => marker.operation_id !== open.operation_id);
            return committed ? [markerOf(open, manifest), ...others] : others;
        },
    };
}
function projectIndex(reading, manifest, out, now) {
    if (reading.state !== 'present')
        return reading;
    const bytes = out ? hide(reading.doc, manifest, now) : show(reading.doc, manifest, now);
    return bytes === undefined ? reading : { ...reading, doc: parseIndex(bytes) };
}
function projectArtifacts(found, manifest, out) {
    const known = artifactIndex(manifest.artifacts);
    if (out)
        return found.filter((info) => known.find(info.key)?.revision !== info.revision);
    const there = new RowIndex(found, ({ key }) => key);
    const missing = manifest.artifacts.filter((artifact) => !there.has(artifact.path));
    return [...found, ...missing.map(({ path, listed: _, ...rest }) => ({ key: path, modified: 0, ...rest }))];
}
function markerOf(open, manifest) {
    return {
        schema_version: 1,
        event: open.operation === 'rollback' ? 'rolled_back' : 'restored',
        sequence: open.commit_sequence,
        version: open.version,
        operation_id: open.operation_id,
        rollback_id: open.rollback_id,
        rollback_type: open.rollback_type,
        undoes: manifest.undoes ?? '',
        backup_path: manifest.backup_path,
        manifest_key: open.manifest_key,
        manifest_sha256: open.manifest_sha256,
        ...placeOf(open),
        can_restore: manifest.create_backup || !takesArtifacts(open.rollback_type),
        time: open.began,
    };
}
