import { compareChecksums } from '../../../domain/checksum.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { RowIndex } from '../../../domain/row-index.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { ObjectInfo, ObjectStore } from '../../../ports/object-store.ts';
import { listed, markListed, type Standing, versionPrefix } from './surveys.ts';

/** What lies in the backup folder of the version, by key. */
export const keptOf = (store: ObjectStore, manifest: OperationManifest): Promise<RowIndex<Standing>> =>
  listed(store, manifest.backup_path + versionPrefix(manifest));

type Sized = Pick<ObjectInfo, 'size' | 'checksum'>;

/** As far as the store tells: where it knows no checksums, the size. */
export function isWhole({ size, checksum }: ManifestArtifact, kept: Sized | undefined): boolean {
  return kept?.size === size && compareChecksums(checksum, kept.checksum) !== 'different';
}

/** The artifacts that the backup folder could not give back. */
export async function damagedIn(
  store: ObjectStore,
  manifest: OperationManifest,
  artifacts: Rows<ManifestArtifact>,
): Promise<readonly string[]> {
  if (artifacts.length === 0) return [];
  const whole = await markListed(store, manifest.backup_path, manifest, artifacts, isWhole);
  return Array.from(whole.unmarked(), ({ path }) => path);
}
