import { compareChecksums } from '../../domain/checksum.ts';
import { failure } from '../../domain/errors.ts';
import { absentArtifacts } from '../../domain/manifest.ts';
import { takesEntry } from '../../domain/types.ts';
import { latestOf, listArtifacts, readIndex } from '../publication.ts';
import { foreignEntries, show } from './entries.ts';
import { editIndex, type IndexEditResult } from './index-edit.ts';
import { type CommittedOperation, indexParts } from './operation.ts';

/** Artifacts back first, the index last: a release is never listed before it is whole. */
export async function restoreForward(operation: CommittedOperation): Promise<IndexEditResult> {
  const { draft, manifest, workspace } = operation;
  const artifacts = absentArtifacts(manifest);
  // So far it is only planned; a revert asks whether the index was touched.
  draft.fields.index_updated = false;
  await draft.stage('artifacts', async () => {
    if (artifacts.length > 0 || manifest.folder_present) {
      await workspace.reinstate(manifest, artifacts, draft.progress('artifacts'));
    }
    const files = artifacts.filter((artifact) => artifact.type !== 'folder');
    draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
    draft.fields.total_artifacts_removed = files.length;
    draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
  });
  await draft.stage('verify', () => verifyArtifacts(operation));
  return draft.stage('index', () => showEntry(operation));
}

async function verifyArtifacts(operation: CommittedOperation): Promise<void> {
  const { context, manifest } = operation;
  if (manifest.artifacts.length === 0) return;
  const found = await listArtifacts(context.store, manifest.version as never);
  const there = new Map(found.map((info) => [info.key, info]));
  const wrong = manifest.artifacts.filter((artifact) => {
    const info = there.get(artifact.path);
    if (info === undefined || info.type !== artifact.type || info.size !== artifact.size) return true;
    return compareChecksums(info.checksum, artifact.checksum) === 'different';
  });
  if (wrong.length > 0) {
    throw failure(
      'STEP_FAILED',
      `Not back as it was: ${wrong
        .map(({ path }) => path)
        .slice(0, 5)
        .join(', ')}`,
    );
  }
}

async function showEntry(operation: CommittedOperation): Promise<IndexEditResult> {
  const { draft, manifest } = operation;
  if (manifest.entries.length === 0) return { before: undefined, after: undefined };
  const result = await editIndex(indexParts(operation), (doc, now) => {
    const foreign = foreignEntries(doc, manifest);
    if (takesEntry(manifest.rollback_type) && foreign.length > 0) {
      throw failure('SUPERSEDED', `${manifest.version} was published again while we worked`);
    }
    if (draft.fields.previous_latest === '') draft.fields.previous_latest = latestOf(doc);
    return show(doc, manifest, now);
  });
  if (result.after === undefined) throw failure('INDEX_WRITE', 'index.json is missing');
  draft.fields.index_updated = takesEntry(manifest.rollback_type);
  const reading = await readIndex(operation.context.store, operation.context.clock);
  if (reading.state === 'present') draft.fields.new_latest = latestOf(reading.doc);
  return result;
}
