import { compareChecksums } from '../../../domain/checksum.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { ObjectInfo, ObjectStore } from '../../../ports/object-store.ts';
import { listed, versionPrefix } from './surveys.ts';

/** What lies in the backup folder of the version, by key. */
export const keptOf = (store: ObjectStore, manifest: OperationManifest): Promise<Map<string, ObjectInfo>> =>
  listed(store, manifest.backup_path + versionPrefix(manifest));

/** As far as the store tells: where it knows no checksums, the size. */
export function isWhole({ size, checksum }: ManifestArtifact, kept: ObjectInfo | undefined): boolean {
  return kept?.size === size && compareChecksums(checksum, kept.checksum) !== 'different';
}

/** The artifacts that the backup folder could not give back. */
export async function damagedIn(
  store: ObjectStore,
  manifest: OperationManifest,
  artifacts: Rows<ManifestArtifact>,
): Promise<readonly string[]> {
  if (artifacts.length === 0) return [];
  const kept = await keptOf(store, manifest);
  return artifacts
    .filter((artifact) => !isWhole(artifact, kept.get(manifest.backup_path + artifact.path)))
    .map(({ path }) => path);
}
