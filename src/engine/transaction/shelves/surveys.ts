import { ArtifactMarks } from '../../../domain/artifact-marks.ts';
import { compareChecksums } from '../../../domain/checksum.ts';
import { artifactsPrefix } from '../../../domain/keys.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import { RowIndex } from '../../../domain/row-index.ts';
import { PackedRows, type Rows } from '../../../domain/rows.ts';
import type { CopySource, ObjectInfo, ObjectStore } from '../../../ports/object-store.ts';
import type { Withdrawal } from '../../../ports/workspace.ts';

/** What a listing tells of an object, as far as it takes to move or copy it. */
export type Standing = Pick<ObjectInfo, 'key' | 'revision' | 'size' | 'checksum'>;

/** What stands below a folder, by key: packed, for there may be as much as the release is large. */
export async function listed(store: ObjectStore, folder: string): Promise<RowIndex<Standing>> {
  const rows = new PackedRows<Standing>();
  for await (const { key, revision, size, checksum } of store.list(folder)) {
    rows.push(checksum === undefined ? { key, revision, size } : { key, revision, size, checksum });
  }
  return new RowIndex(rows, (standing) => standing.key);
}

/** Marks those of the artifacts of which `holds` is true, as the pages come; `folder` is what stands before their paths. */
export async function markListed(
  store: ObjectStore,
  folder: string,
  manifest: OperationManifest,
  artifacts: Rows<ManifestArtifact>,
  holds: (artifact: ManifestArtifact, info: ObjectInfo) => boolean,
): Promise<ArtifactMarks> {
  const marks = new ArtifactMarks(artifacts);
  for await (const info of store.list(folder + versionPrefix(manifest))) {
    const artifact = marks.find(info.key.slice(folder.length));
    if (artifact !== undefined && holds(artifact, info)) marks.mark(artifact.path);
  }
  return marks;
}

export const versionPrefix = ({ version }: OperationManifest): string => artifactsPrefix(version as never);

/** How the manifest's artifacts stand in the version folder. */
export async function surveyFolder(store: ObjectStore, manifest: OperationManifest): Promise<Withdrawal> {
  const prefix = versionPrefix(manifest);
  const found = new ArtifactMarks(manifest.artifacts);
  const changed: string[] = [];
  const unknown: string[] = [];
  // As the pages come: of a large release all that stands there is never in memory at once.
  for await (const info of store.list(prefix)) {
    const artifact = found.mark(info.key);
    if (artifact !== undefined && !isUnchanged(artifact, info)) changed.push(info.key);
    if (artifact === undefined && info.key !== prefix) unknown.push(info.key);
  }
  return { removed: found.unmarkedPaths(), changed, unknown };
}

/** Same content means same ETag: what was written again is told by its time, as far as seconds tell. */
export function isUnchanged(artifact: ManifestArtifact, info: ObjectInfo): boolean {
  if (info.revision !== artifact.revision) return false;
  return artifact.modified === undefined || seconds(artifact.modified) === seconds(info.modified);
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** Whether two keys hold the same bytes; read, as streams, only where the store does not tell. */
export async function sameBytes(store: ObjectStore, left: string, right: string): Promise<boolean> {
  const [a, b] = await Promise.all([store.head(left), store.head(right)]);
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  const verdict = compareChecksums(a.checksum, b.checksum);
  if (verdict !== 'unknown') return verdict === 'same';
  const [x, y] = await Promise.all([store.digest(left), store.digest(right)]);
  return x !== undefined && x === y;
}

/** An artifact where it was when the plan was made. */
export const sourceOf = (artifact: ManifestArtifact): CopySource => ({
  key: artifact.path,
  revision: artifact.revision,
  size: artifact.size,
  checksum: artifact.checksum,
  storage_class: artifact.storage_class,
});
