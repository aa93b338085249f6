import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { ObjectInfo } from '../../../ports/object-store.ts';
import { statOf, withoutInode } from './file-info.ts';
import { walk } from './walk.ts';

export interface Comparison {
  /** Manifest keys that are there exactly as the manifest has them. */
  readonly same: readonly string[];
  /** Manifest keys that are there, but changed. */
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Keys that the manifest does not know. */
  readonly unknown: readonly string[];
}

/** Compares the tree in `folder` with what the manifest says of `<version>/`. */
export async function compareTree(folder: string, manifest: OperationManifest): Promise<Comparison> {
  const same: string[] = [];
  const changed: string[] = [];
  const unknown: string[] = [];
  const stat = statOf(folder);
  // A link in the folder's place is not looked behind.
  if (stat !== undefined && !stat.isDirectory()) {
    return {
      same,
      changed,
      missing: manifest.artifacts.map(({ path }) => path),
      unknown: [manifest.version],
    };
  }
  const expected = new Map<string, ManifestArtifact>();
  for (const artifact of manifest.artifacts) expected.set(artifact.path, artifact);
  for await (const batch of walk(folder, `${manifest.version}/`)) {
    for (const info of batch) {
      const artifact = expected.get(info.key);
      (artifact === undefined ? unknown : isSame(info, artifact) ? same : changed).push(info.key);
    }
  }
  // A walk names a key once, so equal numbers mean that all were found.
  if (same.length + changed.length === expected.size) return { same, changed, missing: [], unknown };
  const found = new Set([...same, ...changed]);
  return { same, changed, missing: [...expected.keys()].filter((key) => !found.has(key)), unknown };
}

export const isExact = (found: Comparison): boolean =>
  found.changed.length + found.missing.length + found.unknown.length === 0;

/** The very same file, not only one like it. */
export function isSame(info: ObjectInfo, artifact: ManifestArtifact): boolean {
  if (info.type !== artifact.type) return false;
  return info.type === 'folder' || (info.size === artifact.size && info.revision === artifact.revision);
}

/** The same file after the whole repository went to another disk. */
export function isSameApartFromInode(info: ObjectInfo, artifact: ManifestArtifact): boolean {
  if (info.type !== artifact.type || info.size !== artifact.size) return false;
  if (info.type === 'symlink') return info.target === artifact.target;
  return info.type === 'folder' || withoutInode(info.revision) === withoutInode(artifact.revision);
}
