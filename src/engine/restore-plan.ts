import { failure } from '../domain/errors.ts';
import { entriesOf, type IndexDocument, parseIndex, readEntry } from '../domain/index/mod.ts';
import { type OpenOperation, sha256Hex, type VersionMarker } from '../domain/log-record.ts';
import type { ManifestArtifact, OperationManifest } from '../domain/manifest.ts';
import type { Rows } from '../domain/rows.ts';
import { takesArtifacts, takesEntry } from '../domain/types.ts';
import type { ObjectInfo, ObjectStore } from '../ports/object-store.ts';
import type { Workspace } from '../ports/workspace.ts';
import type { EngineContext } from './context.ts';
import { decodeManifest } from './log/decoding.ts';
import { named } from './named.ts';
import type { Seen } from './projection.ts';
import { type IndexReading, latestOf } from './publication.ts';
import { foreignEntries, show } from './transaction/entries.ts';
import { isSameArtifact } from './transaction/same-artifact.ts';

/** What a restore will put back, after everything was found to be free or the same. */
export interface RestorePlan {
  readonly manifest: OperationManifest;
  readonly absent: Rows<ManifestArtifact>;
  readonly listsAgain: boolean;
  readonly latest: string;
  readonly latestAfter: string;
  readonly indexBytes: Uint8Array | undefined;
  readonly indexRevision: string;
  readonly warnings: readonly string[];
}

/** The manifest that the log names by hash. Throws BACKUP. */
export async function loadManifest(store: ObjectStore, marker: VersionMarker): Promise<OperationManifest> {
  const stored = await store.read(marker.manifest_key);
  const whole = stored !== undefined && sha256Hex(stored.body) === marker.manifest_sha256;
  const manifest = whole ? await decodeManifest(stored.body) : undefined;
  if (manifest === undefined) {
    throw failure(
      'BACKUP',
      `The backup's manifest ${marker.manifest_key} is ${stored === undefined ? 'missing' : 'not the one that was written'}`,
      { advice: store.backups === undefined ? NOT_WHOLE : ELSEWHERE },
    );
  }
  return manifest;
}

const ELSEWHERE = 'Was it made with another backup-prefix? Restore with the same one.';
/** A tree that was moved was never read: size and time are all that is known of its files. */
const WITHOUT_TIMES =
  'If the repository was only copied without its times (cp -r, git, zip), docs/recovery.md says how to set them back.';
const NOT_WHOLE =
  'Somebody removed or changed what the rollback had kept. Bring it back to where the backup is, or publish the release anew; then nothing needs this restore.';

/** Throws POLICY_VIOLATION when something else is in the way, BACKUP when the backup is not whole. */
export async function checkRestorable(
  context: EngineContext,
  workspace: Pick<Workspace, 'damaged'>,
  manifest: OperationManifest,
  { reading, found }: Seen,
): Promise<RestorePlan> {
  const { store, clock } = context;
  const doc = usableIndex(reading, manifest);
  const there = new Map(found.map((info) => [info.key, info]));
  const absent = takesArtifacts(manifest.rollback_type)
    ? manifest.artifacts.filter((artifact) => !there.has(artifact.path))
    : [];
  await refuseOtherBytes(store, manifest, there);
  const damaged = await workspace.damaged(manifest, absent);
  if (damaged.length > 0)
    throw failure('BACKUP', `The backup is not whole: ${named(damaged)}`, {
      advice: store.workspaces === undefined ? NOT_WHOLE : `${NOT_WHOLE} ${WITHOUT_TIMES}`,
    });
  await store.demandReadable?.(manifest, absent);
  if (doc !== undefined) refuseUnbacked(manifest, there);
  const shown = doc === undefined ? undefined : show(doc, manifest, new Date(clock.now()));
  const next = shown === undefined ? doc : parseIndex(shown);
  return {
    manifest,
    absent,
    listsAgain: takesEntry(manifest.rollback_type) && shown !== undefined,
    latest: doc === undefined ? '' : latestOf(doc),
    latestAfter: next === undefined ? '' : latestOf(next),
    indexBytes: reading.state === 'present' ? reading.object.body : undefined,
    indexRevision: reading.state === 'present' ? reading.object.info.revision : '',
    warnings: strangers(manifest, there),
  };
}

function usableIndex(reading: IndexReading, manifest: OperationManifest): IndexDocument | undefined {
  if (reading.state === 'broken')
    throw failure('POLICY_VIOLATION', `index.json is not a usable index: ${reading.reason}`);
  if (reading.state === 'missing') {
    if (manifest.entries.length === 0) return undefined;
    throw failure('POLICY_VIOLATION', 'index.json is missing; the entry has no index to go back to', {
      advice: 'Put index.json back (the rollback manifest has index_state_before), then restore again.',
    });
  }
  const foreign = foreignEntries(reading.doc, manifest);
  if (foreign.length > 0) {
    throw failure(
      'POLICY_VIOLATION',
      `index.json lists another release as ${manifest.version}: it was published again`,
      {
        advice: 'Roll the newer publication back first, or leave the old one in its backup.',
      },
    );
  }
  return reading.doc;
}

async function refuseOtherBytes(
  store: ObjectStore,
  manifest: OperationManifest,
  there: ReadonlyMap<string, ObjectInfo>,
): Promise<void> {
  if (!takesArtifacts(manifest.rollback_type)) return;
  const other: string[] = [];
  for (const artifact of manifest.artifacts) {
    const info = there.get(artifact.path);
    if (info !== undefined && !(await isSameArtifact(store, manifest, artifact, info)))
      other.push(artifact.path);
  }
  if (other.length === 0) return;
  throw failure('POLICY_VIOLATION', `Other files are in the way: ${named(other)}`, {
    advice: 'Move them away, then restore again; nothing is ever overwritten.',
  });
}

/** No restore lists an entry whose artifacts are not all there (marked ones aside). */
function refuseUnbacked(manifest: OperationManifest, there: ReadonlyMap<string, ObjectInfo>): void {
  const back = new Set(
    takesArtifacts(manifest.rollback_type) ? manifest.artifacts.map(({ path }) => path) : [],
  );
  const missing = manifest.entries.flatMap((placement) => {
    const doc = parseIndex(new TextEncoder().encode(`{"releases":[${placement.raw}]}`));
    const [entry] = entriesOf(doc, manifest.version);
    if (entry === undefined || entry.removed !== undefined) return [];
    return readEntry(doc, entry).artifacts.filter((path) => !there.has(path) && !back.has(path));
  });
  if (missing.length === 0) return;
  throw failure('POLICY_VIOLATION', `The entry lists artifacts that would not be there: ${named(missing)}`, {
    advice: 'Bring the artifacts back first; a release is never listed before it is whole.',
  });
}

function strangers(manifest: OperationManifest, there: ReadonlyMap<string, ObjectInfo>): readonly string[] {
  const known = new Set(manifest.artifacts.map(({ path }) => path));
  const unknown = [...there.keys()].filter((key) => !known.has(key) && key !== `${manifest.version}/`);
  if (unknown.length === 0 || !takesArtifacts(manifest.rollback_type)) return [];
  return [`Not part of the release, left where it is: ${named(unknown)}`];
}

/** The restore's own manifest: what the rollback took, and which keys were absent. */
export function restoreManifest(
  plan: RestorePlan,
  open: OpenOperation,
  marker: VersionMarker,
  reason: string,
): OperationManifest {
  return {
    ...plan.manifest,
    operation: 'restore',
    operation_id: open.operation_id,
    created_at: open.began,
    reason,
    index_revision: plan.indexRevision,
    undoes: marker.operation_id,
    absent: plan.absent.map(({ path }) => path),
  };
}
