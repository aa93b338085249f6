import { ArtifactMarks } from '../../domain/artifact-marks.ts';
import type { IndexDocument } from '../../domain/index/mod.ts';
import type { Rows } from '../../domain/rows.ts';
import type { Withdrawal } from '../../ports/workspace.ts';
import { latestOf } from '../publication.ts';
import { foreignEntries } from './entries.ts';
import type { CommittedOperation } from './operation.ts';

/** What the report says is latest, before and after. */
export function noteLatest(operation: CommittedOperation, doc: IndexDocument): void {
  const { manifest, draft } = operation;
  const hidden = manifest.entries.length > 0;
  const latest = latestOf(doc);
  if (draft.fields.previous_latest === '') draft.fields.previous_latest = latest;
  const foreign = foreignEntries(doc, manifest).length > 0;
  draft.fields.new_latest = hidden && !foreign ? latestOf(doc, manifest.version) : latest;
}

/** What the report says was taken out. */
export function noteRemoved({ manifest, draft }: CommittedOperation, removed: Rows<string>): void {
  const paths: string[] = [];
  let bytes = 0;
  for (const { path, type, size } of new ArtifactMarks(manifest.artifacts).markAll(removed).marked()) {
    if (type === 'folder') continue;
    paths.push(path);
    bytes += size;
  }
  draft.fields.artifacts_removed = paths;
  draft.fields.total_artifacts_removed = paths.length;
  draft.fields.total_bytes_freed = bytes;
}

export function warnOfStrangers({ draft }: CommittedOperation, { unknown }: Withdrawal): void {
  for (const key of unknown.slice(0, 10)) draft.warn(`Not ours, left where it is: ${key}`);
}
