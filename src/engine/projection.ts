import { parseIndex } from '../domain/index/mod.ts';
import type { OpenOperation, VersionMarker } from '../domain/log-record.ts';
import type { OperationManifest } from '../domain/manifest.ts';
import { takesArtifacts } from '../domain/types.ts';
import type { Version } from '../domain/version.ts';
import type { ObjectInfo } from '../ports/object-store.ts';
import type { EngineContext } from './context.ts';
import { readMarkers } from './log/markers.ts';
import { decodeManifest } from './log/schemas.ts';
import { describe, type IndexReading, listArtifacts, readIndex } from './publication.ts';
import { hide, show } from './transaction/entries.ts';

/** What recovery would leave of this version, worked out without touching anything. */
export async function project(context: EngineContext, version: Version, open: OpenOperation | undefined) {
  const { store, clock } = context;
  const [reading, found, history] = await Promise.all([
    readIndex(store, clock),
    listArtifacts(store, version),
    readMarkers(store, version),
  ]);
  const manifest =
    open === undefined || open.phase === 'claimed' ? undefined : await manifestOf(context, open);
  if (manifest === undefined || open === undefined)
    return { publication: describe(version, reading, found, history), reading };
  const out = (open.operation === 'rollback') === (open.phase === 'committed');
  const next = projectIndex(reading, manifest, out, new Date(clock.now()));
  if (open.version !== version)
    return { publication: describe(version, next, found, history), reading: next };
  const artifacts = takesArtifacts(open.rollback_type) ? projectArtifacts(found, manifest, out) : found;
  const markers = open.phase === 'committed' ? [markerOf(open, manifest), ...history] : history;
  return { publication: describe(version, next, artifacts, markers), reading: next };
}

async function manifestOf(
  context: EngineContext,
  open: OpenOperation,
): Promise<OperationManifest | undefined> {
  const stored = await context.store.read(open.manifest_key);
  return stored === undefined ? undefined : decodeManifest(stored.body);
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
  found: readonly ObjectInfo[],
  manifest: OperationManifest,
  out: boolean,
): readonly ObjectInfo[] {
  const known = new Map(manifest.artifacts.map((artifact) => [artifact.path, artifact]));
  if (out) return found.filter((info) => known.get(info.key)?.revision !== info.revision);
  const there = new Set(found.map((info) => info.key));
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
    can_restore: manifest.create_backup,
    time: open.began,
  };
}
