import { ArtifactMarks, absentArtifacts } from '../../domain/artifact-marks.ts';
import { compareChecksums } from '../../domain/checksum.ts';
import { failure } from '../../domain/errors.ts';
import type { ManifestArtifact } from '../../domain/manifest.ts';
import { takesEntry } from '../../domain/types.ts';
import type { ObjectInfo } from '../../ports/object-store.ts';
import { eachArtifact, latestOf, readIndex } from '../publication.ts';
import { foreignEntries, show } from './entries.ts';
import { type IndexStates, indexStates } from './evidence.ts';
import { editIndex } from './index-edit.ts';
import { type CommittedOperation, indexParts } from './operation.ts';

/** Artifacts back first, the index last: a release is never listed before it is whole. */
export async function restoreForward(operation: CommittedOperation): Promise<IndexStates> {
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
  const right = new ArtifactMarks(manifest.artifacts);
  await eachArtifact(context.store, manifest.version as never, (info) => {
    const artifact = right.find(info.key);
    if (artifact !== undefined && isBack(artifact, info)) right.mark(info.key);
  });
  const wrong = right.unmarkedRows();
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

const isBack = ({ type, size, checksum }: ManifestArtifact, info: ObjectInfo): boolean =>
  info.type === type && info.size === size && compareChecksums(info.checksum, checksum) !== 'different';

async function showEntry(operation: CommittedOperation): Promise<IndexStates> {
  const { draft, manifest } = operation;
  if (manifest.entries.length === 0) return indexStates(manifest, { before: undefined, after: undefined });
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
  return indexStates(manifest, result);
}
