import { artifactIndex } from '../domain/artifact-marks.ts';
import { parseIndex } from '../domain/index/mod.ts';
import type { OpenOperation, VersionMarker } from '../domain/log-record.ts';
import type { OperationManifest } from '../domain/manifest.ts';
import { RowIndex } from '../domain/row-index.ts';
import type { Rows } from '../domain/rows.ts';
import { takesArtifacts } from '../domain/types.ts';
import type { Version } from '../domain/version.ts';
import type { ObjectInfo } from '../ports/object-store.ts';
import { withBackupsAt } from './backup-place.ts';
import type { EngineContext } from './context.ts';
import { readMarkers } from './log/markers.ts';
import { describe, type IndexReading, listArtifacts, readIndex } from './publication.ts';
import { committedManifest } from './recovery.ts';
import { hide, show } from './transaction/entries.ts';
import { placeOf } from './transaction/operation.ts';

/** What recovery would leave of this version, worked out without touching anything. */
export async function project(context: EngineContext, version: Version, open: OpenOperation | undefined) {
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

/** Index and artifacts of a version, as they are or as they will be. */
export interface Seen {
  readonly reading: IndexReading;
  readonly found: Rows<ObjectInfo>;
}

export async function look({ store, clock }: EngineContext, version: Version): Promise<Seen> {
  const [reading, found] = await Promise.all([readIndex(store, clock), listArtifacts(store, version)]);
  return { reading, found };
}

/** What recovery of the open operation would do to what is seen. */
export interface Projection {
  /** What it is about; undefined where nothing is open, or nothing committed. */
  readonly manifest?: OperationManifest;
  state(version: string, seen: Seen): Seen;
  /** Markers newest first, of any versions. */
  markers(history: readonly VersionMarker[]): readonly VersionMarker[];
}

export async function foresee(context: EngineContext, open: OpenOperation | undefined): Promise<Projection> {
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
      found:
        version === open.version && takesArtifacts(open.rollback_type)
          ? projectArtifacts(found, manifest, out)
          : found,
    }),
    markers: (history) => {
      const others = history.filter((marker) => marker.operation_id !== open.operation_id);
      return committed ? [markerOf(open, manifest), ...others] : others;
    },
  };
}

function projectIndex(
  reading: IndexReading,
  manifest: OperationManifest,
  out: boolean,
  now: Date,
): IndexReading {
  if (reading.state !== 'present') return reading;
  const bytes = out ? hide(reading.doc, manifest, now) : show(reading.doc, manifest, now);
  return bytes === undefined ? reading : { ...reading, doc: parseIndex(bytes) };
}

function projectArtifacts(
  found: Rows<ObjectInfo>,
  manifest: OperationManifest,
  out: boolean,
): Rows<ObjectInfo> {
  const known = artifactIndex(manifest.artifacts);
  if (out) return found.filter((info) => known.find(info.key)?.revision !== info.revision);
  const there = new RowIndex(found, ({ key }) => key);
  const missing = manifest.artifacts.filter((artifact) => !there.has(artifact.path));
  return [...found, ...missing.map(({ path, listed: _, ...rest }) => ({ key: path, modified: 0, ...rest }))];
}

function markerOf(open: OpenOperation, manifest: OperationManifest): VersionMarker {
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
