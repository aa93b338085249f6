import { failure } from '../../domain/errors.ts';
import type { IndexDocument } from '../../domain/index/mod.ts';
import { takesArtifacts, takesEntry } from '../../domain/types.ts';
import type { Withdrawal } from '../../ports/workspace.ts';
import { latestOf, readIndex } from '../publication.ts';
import { foreignEntries, hide, ourEntries } from './entries.ts';
import { editIndex, type IndexEditResult } from './index-edit.ts';
import { type CommittedOperation, indexParts } from './operation.ts';

/** How often a release that a blind writer lists again is taken out again (DESIGN §3, step 7). */
const RELISTED_LIMIT = 5;

export interface RollbackResult {
  readonly index: IndexEditResult;
  readonly superseded: boolean;
}

/** Steps 5 to 7: out of the index, then the artifacts, then look. Every part may have been done before. */
export async function rollForward(operation: CommittedOperation): Promise<RollbackResult> {
  const { draft } = operation;
  const index = await draft.stage('index', () => hideEntry(operation));
  const withdrawal = await draft.stage('artifacts', () => takeArtifacts(operation));
  const superseded = withdrawal.changed.length > 0;
  await draft.stage('verify', () => verify(operation, withdrawal));
  if (superseded) {
    draft.fields.superseded = true;
    draft.errors.push(`Published again while we worked, left alone: ${named(withdrawal.changed)}`);
  }
  return { index, superseded };
}

async function hideEntry(operation: CommittedOperation): Promise<IndexEditResult> {
  const { manifest, draft } = operation;
  if (manifest.entries.length === 0) return lookOnly(operation);
  const result = await editIndex(indexParts(operation), (doc, now) => {
    noteLatest(operation, doc);
    return hide(doc, manifest, now);
  });
  draft.fields.index_updated = takesEntry(manifest.rollback_type);
  return result;
}

/** Nothing of ours is in the index; says what is latest all the same. */
async function lookOnly(operation: CommittedOperation): Promise<IndexEditResult> {
  if (operation.manifest.index_revision === '') return { before: undefined, after: undefined };
  const reading = await readIndex(operation.context.store, operation.context.clock);
  if (reading.state !== 'present') return { before: undefined, after: undefined };
  noteLatest(operation, reading.doc);
  return { before: reading.object.body, after: reading.object.body };
}

function noteLatest(operation: CommittedOperation, doc: IndexDocument): void {
  const { manifest, draft } = operation;
  const hidden = manifest.entries.length > 0;
  const latest = latestOf(doc);
  if (draft.fields.previous_latest === '') draft.fields.previous_latest = latest;
  const foreign = foreignEntries(doc, manifest).length > 0;
  draft.fields.new_latest = hidden && !foreign ? latestOf(doc, manifest.version) : latest;
}

async function takeArtifacts(operation: CommittedOperation): Promise<Withdrawal> {
  const { manifest, workspace, draft } = operation;
  if (!takesArtifacts(manifest.rollback_type) || !manifest.folder_present) {
    return { removed: [], changed: [], unknown: [] };
  }
  await refuseIfRepublished(operation);
  const withdrawal = await workspace.withdraw(manifest, draft.progress('artifacts'));
  if (withdrawal.changed.length > 0 && withdrawal.removed.length === 0) {
    throw failure('SUPERSEDED', `Somebody is writing to ${manifest.version}/: ${named(withdrawal.changed)}`);
  }
  const gone = new Set(withdrawal.removed);
  const artifacts = manifest.artifacts.filter((artifact) => gone.has(artifact.path));
  const files = artifacts.filter((artifact) => artifact.type !== 'folder');
  draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
  draft.fields.total_artifacts_removed = files.length;
  draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
  for (const key of withdrawal.unknown.slice(0, 10)) draft.warn(`Not ours, left where it is: ${key}`);
  return withdrawal;
}

/** A foreign entry of the version: nothing of its artifacts is removed (DESIGN §4, 'Published again meanwhile'). */
async function refuseIfRepublished(operation: CommittedOperation): Promise<void> {
  const { manifest, workspace } = operation;
  const reading = await readIndex(operation.context.store, operation.context.clock);
  if (reading.state !== 'present' || foreignEntries(reading.doc, manifest).length === 0) return;
  const standing = await workspace.survey(manifest);
  if (standing.removed.length > 0) return;
  throw failure('SUPERSEDED', `${manifest.version} was published again while we worked`);
}

/** The last look before the operation is closed: nothing of ours is left, and our entry is not listed. */
async function verify(operation: CommittedOperation, withdrawal: Withdrawal): Promise<void> {
  const { manifest, workspace } = operation;
  if (takesArtifacts(manifest.rollback_type) && manifest.folder_present) {
    const left = new Set(withdrawal.changed);
    const now = await workspace.survey(manifest);
    const gone = new Set(now.removed);
    const standing = manifest.artifacts.filter(
      ({ path }) => !gone.has(path) && !left.has(path) && !now.changed.includes(path),
    );
    if (standing.length > 0) {
      throw failure(
        'STEP_FAILED',
        `Still there after the removal: ${named(standing.map(({ path }) => path))}`,
      );
    }
  }
  await verifyHidden(operation);
}

async function verifyHidden(operation: CommittedOperation): Promise<void> {
  const { manifest, draft } = operation;
  if (manifest.entries.length === 0) return;
  for (let round = 0; ; round += 1) {
    const reading = await readIndex(operation.context.store, operation.context.clock);
    if (reading.state === 'broken')
      throw failure('INDEX_WRITE', `index.json was broken meanwhile: ${reading.reason}`);
    if (reading.state === 'missing' || ourEntries(reading.doc, manifest).length === 0) {
      if (reading.state === 'present') noteLatest(operation, reading.doc);
      return;
    }
    if (round >= RELISTED_LIMIT) {
      throw failure(
        'INDEX_WRITE',
        `${manifest.version} was listed again ${RELISTED_LIMIT} times by another writer`,
      );
    }
    draft.warn(`${manifest.version} was listed again by a writer that takes no lock; taken out once more`);
    await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
  }
}

function named(keys: readonly string[]): string {
  const shown = keys.slice(0, 5).join(', ');
  return keys.length > 5 ? `${shown} and ${keys.length - 5} more` : shown;
}
