import { renameSync, unlinkSync } from 'node:fs';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { Progress, Retracted } from '../../../ports/workspace.ts';
import { compareTree, isExact } from './compare-tree.ts';
import { foldersOf, readHashes } from './copy-tree.ts';
import { syncFolder } from './durable-file.ts';
import { infoAt, isThere, modeOf, statOf } from './file-info.ts';
import { codeOf } from './io-errors.ts';
import { keepCopy } from './keep-copy.ts';
import { keepStaying, lackingIn } from './keep-staying.ts';
import { type Places, placesOf } from './places.ts';
import { belowVersion, type Holding, parentsOf, standing } from './put-each.ts';
import { removeEmpty } from './remove-empty.ts';
import type { WorkFolder } from './work-folder.ts';

/** Undoes a restore: what it put goes back to the backup; the keys that somebody changed meanwhile are left and told. */
export async function retract(
  work: WorkFolder,
  manifest: OperationManifest,
  artifacts: Rows<ManifestArtifact>,
  progress: Progress,
): Promise<Retracted> {
  const places = placesOf(work, manifest);
  if (!isThere(places.tree) && isThere(places.reinstated)) {
    await work.move(places.reinstated, places.tree);
  }
  // Given back by a run that died then: what is still to come goes the same way, never into a tree that is deleted.
  if (!isThere(places.tree) && isThere(places.kept) && lackingIn(places, manifest).length > 0) {
    await work.move(places.kept, places.tree);
  }
  const left = (await takeWhole(work, manifest, places, artifacts))
    ? []
    : await takeEach(work, manifest, places, artifacts);
  await giveBack(work, manifest, places, progress);
  progress(artifacts.length, artifacts.length);
  return { left, lacking: lackingIn(places, manifest) };
}

/** As the restore put it: one rename, if nothing is there but what it put. */
async function takeWhole(
  work: WorkFolder,
  manifest: OperationManifest,
  places: Places,
  artifacts: Rows<ManifestArtifact>,
): Promise<boolean> {
  if (isThere(places.tree) || isThere(places.kept)) return false;
  if (artifacts.length < manifest.artifacts.length || !isThere(places.version)) return false;
  if (!isExact(await compareTree(places.version, manifest))) return false;
  try {
    await work.move(places.version, places.tree);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EXDEV') return false;
    throw thrown;
  }
}

async function takeEach(
  work: WorkFolder,
  manifest: OperationManifest,
  places: Places,
  artifacts: Rows<ManifestArtifact>,
): Promise<string[]> {
  const left: string[] = [];
  const source = isThere(places.tree) || !isThere(places.kept) ? places.tree : places.kept;
  const holding = { manifest, places, source, hashes: readHashes(places.copied) };
  for (const artifact of artifacts) {
    const state = await standing(holding, artifact);
    if (state === 'other') left.push(artifact.path);
    if (state === 'same') await takeOne(work, holding, artifact);
  }
  await keepStaying(work, holding, artifacts, (folders) => makeInTree(work, places, folders));
  // As they were before the restore: the folders that hold nothing any more were its own.
  if (artifacts.length > 0) {
    for (const folder of foldersOf(artifacts, manifest.version).reverse()) {
      await removeEmpty(work, places.version + folder);
    }
    syncFolder(work.root.path);
  }
  return left;
}

/** Deletes it where the tree has its bytes, or moves it there. */
async function takeOne(work: WorkFolder, holding: Holding, artifact: ManifestArtifact): Promise<void> {
  const { places, source, manifest } = holding;
  const below = belowVersion(manifest, artifact);
  const kept = infoAt(source + below, artifact.path);
  if (artifact.type === 'folder') {
    if (kept === undefined) await makeInTree(work, places, [...parentsOf(below), below]);
    return;
  }
  if (kept === undefined) {
    await makeInTree(work, places, parentsOf(below));
    return work.move(places.version + below, places.tree + below);
  }
  const taken = work.temporary();
  await work.change(() => renameSync(places.version + below, taken));
  unlinkSync(taken);
}

async function makeInTree(work: WorkFolder, places: Places, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const original = statOf(places.version + folder);
    await work.makeFolder(places.tree + folder, original === undefined ? 0o755 : modeOf(original));
  }
}

async function giveBack(
  work: WorkFolder,
  manifest: OperationManifest,
  places: Places,
  progress: Progress,
): Promise<void> {
  if (!isThere(places.tree)) return;
  if (isThere(places.kept)) return work.deleteTree(places.tree);
  try {
    await work.move(places.tree, places.kept);
  } catch (thrown) {
    if (codeOf(thrown) !== 'EXDEV') throw thrown;
    await keepCopy(work, { from: places.tree, exactly: false }, manifest, progress);
    await work.deleteTree(places.tree);
  }
}
