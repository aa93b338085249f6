import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { ObjectInfo } from '../../../ports/object-store.ts';
import { turnWhenDue } from '../../turn.ts';
import { isSameApartFromInode } from './compare-tree.ts';
import { hashFile } from './copy-file.ts';
import { type CopiedHashes, readHashes } from './copy-tree.ts';
import { infoAt, isThere } from './file-info.ts';
import { type Places, placesOf } from './places.ts';
import { belowVersion } from './put-each.ts';
import { walk } from './walk.ts';
import type { WorkFolder } from './work-folder.ts';

/** Keys that could not be put back as they were, and strangers that would come along; needs no open work folder. */
export async function damaged(
  work: WorkFolder,
  manifest: OperationManifest,
  artifacts: Rows<ManifestArtifact>,
): Promise<readonly string[]> {
  const places = placesOf(work, manifest);
  const source = sourceOf(places);
  const hashes = readHashes(places.copied);
  const there = await contentOf(source, manifest);
  const bad: string[] = [];
  for (const artifact of artifacts) {
    await turnWhenDue();
    const below = belowVersion(manifest, artifact);
    const info = there.get(artifact.path);
    if (info !== undefined && (await isWhole(info, source + below, artifact, hashes))) continue;
    // Put back already: nothing is needed for it any more.
    const standing = infoAt(places.version + below, artifact.path);
    if (standing !== undefined && (await isWhole(standing, places.version + below, artifact, hashes)))
      continue;
    bad.push(artifact.path);
  }
  const known = new Set(manifest.artifacts.map(({ path }) => path));
  return [...bad, ...[...there.keys()].filter((key) => !known.has(key))];
}

const sourceOf = (places: Places): string => [places.tree, places.kept].find(isThere) ?? places.reinstated;

async function contentOf(folder: string, manifest: OperationManifest): Promise<Map<string, ObjectInfo>> {
  const there = new Map<string, ObjectInfo>();
  for await (const batch of walk(folder, `${manifest.version}/`)) {
    for (const info of batch) there.set(info.key, info);
  }
  return there;
}

/** A moved file by its size and mtime, a copied one by its hash. */
async function isWhole(
  info: ObjectInfo,
  path: string,
  artifact: ManifestArtifact,
  hashes: CopiedHashes,
): Promise<boolean> {
  const hash = hashes.get(artifact.path);
  if (hash === undefined || info.type !== 'file') return isSameApartFromInode(info, artifact);
  return info.size === artifact.size && (await hashFile(path)) === hash;
}
