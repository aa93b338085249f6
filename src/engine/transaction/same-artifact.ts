import { compareChecksums } from '../../domain/checksum.ts';
import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import type { ObjectInfo, ObjectStore } from '../../ports/object-store.ts';
import { sameBytes } from './shelves/surveys.ts';

/** Whether what stands at an artifact's key is the artifact, be it put back under a new revision. */
export async function isSameArtifact(
  store: ObjectStore,
  manifest: OperationManifest,
  artifact: ManifestArtifact,
  info: ObjectInfo,
): Promise<boolean> {
  if (info.revision === artifact.revision) return true;
  if (info.type !== artifact.type || info.size !== artifact.size) return false;
  if (info.type === 'folder') return true;
  if (info.type === 'symlink') return info.target === artifact.target;
  const verdict = compareChecksums(info.checksum, artifact.checksum);
  if (verdict !== 'unknown') return verdict === 'same';
  // Nothing is left to compare with.
  if (manifest.backup_path === '') return false;
  return sameBytes(store, artifact.path, manifest.backup_path + artifact.path);
}
