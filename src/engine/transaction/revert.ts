import { failure } from '../../domain/errors.ts';
import type { VersionMarker } from '../../domain/log-record.ts';
import type { OperationManifest } from '../../domain/manifest.ts';
import type { Workspace } from '../../ports/workspace.ts';
import { takesArtifacts, takesEntry } from '../../domain/types.ts';
import { listArtifacts, readIndex } from '../publication.ts';
import { readMarkers, writeMarker } from '../log/markers.ts';
import { foreignEntries, hide, show } from './entries.ts';
import { editIndex } from './index-edit.ts';
import { type CommittedOperation, fence, indexParts } from './operation.ts';
import { absentArtifacts } from './restore-steps.ts';

/** Puts everything back as it was before the commit, and looks; the log says `reverting` before the first change. */
export async function putBack(operation: CommittedOperation): Promise<void> {
  const { tenure, manifest } = operation;
  if (tenure.open.phase !== 'reverting') await tenure.advance('reverting', { phase: 'reverting' });
  await fence(operation);
  if (manifest.operation === 'rollback') await undoRollback(operation);
  else await undoRestore(operation);
  await markReverted(operation);
}

async function undoRollback(operation: CommittedOperation): Promise<void> {
  const { manifest, workspace, draft } = operation;
  if (takesArtifacts(manifest.rollback_type) && manifest.folder_present) {
    await workspace.reinstate(manifest, manifest.artifacts, draft.progress('artifacts'));
    const missing = await missingKeys(operation);
    if (missing.length > 0)
      throw failure('STEP_FAILED', `Could not be put back: ${missing.slice(0, 5).join(', ')}`);
  }
  if (manifest.entries.length === 0) return;
  const untouched = await untouchedIndex(operation);
  if (untouched) return;
  await editIndex(indexParts(operation), (doc, now) => {
    if (takesEntry(manifest.rollback_type) && foreignEntries(doc, manifest).length > 0) return undefined;
    return show(doc, manifest, now);
  });
}

/** An index that we never changed and that is broken or gone now is not ours to mend. */
async function untouchedIndex(operation: CommittedOperation): Promise<boolean> {
  const reading = await readIndex(operation.context.store, operation.context.clock);
  if (reading.state === 'present') return show(reading.doc, operation.manifest, new Date(0)) === undefined;
  return operation.draft.fields.index_updated === false && !operation.recovering;
}

async function undoRestore(operation: CommittedOperation): Promise<void> {
  const { manifest, workspace, draft } = operation;
  if (manifest.entries.length > 0) {
    await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
  }
  const left = await workspace.retract(manifest, absentArtifacts(manifest), draft.progress('artifacts'));
  if (left.length > 0) {
    throw failure(
      'STEP_FAILED',
      `Changed by somebody else since it was put back: ${left.slice(0, 5).join(', ')}`,
    );
  }
}

/**
 * Removes the backup that a rollback made and does not need: only after its closer, since until then a recovery
 * puts things back from it. A restore's manifest names the rollback's backup, which is never its own to remove.
 */
export async function discardBackup(
  workspace: Workspace,
  manifest: OperationManifest | undefined,
): Promise<void> {
  if (manifest?.operation === 'rollback' && manifest.backup_path !== '') await workspace.discard(manifest);
}

/** Keys of the manifest that are not in the version folder. */
export async function missingKeys(operation: CommittedOperation): Promise<readonly string[]> {
  const found = await listArtifacts(operation.context.store, operation.manifest.version as never);
  const there = new Set(found.map((info) => info.key));
  return operation.manifest.artifacts.map(({ path }) => path).filter((path) => !there.has(path));
}

/** A marker that says 'rolled back' or 'restored' is answered by one that takes it back. */
async function markReverted(operation: CommittedOperation): Promise<void> {
  const { context, manifest, tenure } = operation;
  const markers = await readMarkers(context.store, manifest.version as never);
  const ours = markers.find(
    (marker) => marker.operation_id === manifest.operation_id && marker.event !== 'reverted',
  );
  if (ours === undefined || markers.some((marker) => marker.undoes === manifest.operation_id)) return;
  const marker: VersionMarker = {
    ...ours,
    event: 'reverted',
    sequence: tenure.head.record.sequence,
    undoes: manifest.operation_id,
    time: new Date(context.clock.now()).toISOString(),
  };
  await writeMarker(context.store, marker);
}
