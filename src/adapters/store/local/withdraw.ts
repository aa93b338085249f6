import { linkSync, renameSync, unlinkSync } from 'node:fs';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import { takesArtifacts } from '../../../domain/types.ts';
import type { Progress, Withdrawal } from '../../../ports/workspace.ts';
import { type Comparison, compareTree, isExact, isSame } from './compare-tree.ts';
import { foldersOf } from './copy-tree.ts';
import { syncFolder } from './durable-file.ts';
import { infoAt, isThere } from './file-info.ts';
import { codeOf, isAbsent } from './io-errors.ts';
import { keepCopy } from './keep-copy.ts';
import { ownFolderMode } from './own-folders.ts';
import { isCopied, type Places, placesOf } from './places.ts';
import { removeEmpty } from './remove-empty.ts';
import type { WorkFolder } from './work-folder.ts';

const NOTHING: Withdrawal = { removed: [], changed: [], unknown: [] };

/** Step 6: version folder → work folder → where it is kept, each one rename; compared in between, where nobody writes. */
export async function withdraw(
  work: WorkFolder,
  manifest: OperationManifest,
  progress: Progress,
): Promise<Withdrawal> {
  if (!takesArtifacts(manifest.rollback_type)) return NOTHING;
  const places = placesOf(work, manifest);
  const copied = isCopied(places);
  if (isThere(places.kept) && !copied) return withdrawn(manifest, places);
  if (!isThere(places.tree)) {
    if (!manifest.folder_present) return refusal(await compareTree(places.version, manifest));
    const taken = await takeOut(work, places);
    if (taken === 'absent' && copied) return withdrawn(manifest, places);
    if (taken === 'absent') return refusal(await compareTree(places.version, manifest));
    if (taken === 'elsewhere') return withdrawByCopy(work, manifest, places, progress);
  }
  const found = await compareTree(places.tree, manifest);
  // An earlier turn, to which this rename was refused, had removed some already: what is left goes the same way.
  const begun = copied && found.missing.length > 0;
  if (begun && !isLeft(withoutEmptied(found, manifest))) {
    // With a new folder in the way it stays in the work folder, where nothing is lost.
    const back = await putBack(work, places);
    return back ? withdrawByCopy(work, manifest, places, progress) : withdrawn(manifest, places);
  }
  if (!begun && !isExact(found)) {
    if (await putBack(work, places)) return refusal(found);
    // With a new folder in the way: what a late writer put into the old one is in no copy.
    if (copied) return withdrawn(manifest, places);
  }
  await keep(work, manifest, places, copied, progress);
  progress(manifest.artifacts.length, manifest.artifacts.length);
  return withdrawn(manifest, places);
}

/** The tree that was taken out, or is only on its way, into the backup; what stands in the version folder now stays. */
export async function keepTaken(
  work: WorkFolder,
  manifest: OperationManifest,
  progress: Progress,
): Promise<void> {
  const places = placesOf(work, manifest);
  if (isThere(places.tree) && !isThere(places.kept)) await keep(work, manifest, places, false, progress);
}

/** Without a backup what was taken out lies in the work folder, under the name of what goes with it. */
export async function spare(work: WorkFolder, manifest: OperationManifest): Promise<void> {
  const places = placesOf(work, manifest);
  if (manifest.backup_path !== '' || isThere(places.tree) || !isThere(places.kept)) return;
  await work.move(places.kept, places.tree);
}

/** What is gone from the version folder, and what stands there now. */
export async function survey(work: WorkFolder, manifest: OperationManifest): Promise<Withdrawal> {
  const places = placesOf(work, manifest);
  const found = await compareTree(places.version, manifest);
  return { removed: found.missing, changed: found.changed, unknown: found.unknown };
}

/** Nothing but what the manifest has, though not all of it. */
const isLeft = (found: Comparison): boolean => found.changed.length + found.unknown.length === 0;

async function takeOut(work: WorkFolder, places: Places): Promise<'taken' | 'absent' | 'elsewhere'> {
  try {
    await work.move(places.version, places.tree);
    return 'taken';
  } catch (thrown) {
    if (isAbsent(thrown)) return 'absent';
    if (codeOf(thrown) === 'EXDEV') return 'elsewhere';
    throw thrown;
  }
}

/** False when a new version folder is in the way. */
async function putBack(work: WorkFolder, places: Places): Promise<boolean> {
  try {
    await work.move(places.tree, places.version);
    return true;
  } catch (thrown) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(thrown) ?? '')) return false;
    throw thrown;
  }
}

async function keep(
  work: WorkFolder,
  manifest: OperationManifest,
  places: Places,
  copied: boolean,
  progress: Progress,
): Promise<void> {
  if (copied) return work.deleteTree(places.tree);
  if (manifest.backup_path !== '') await work.makeFolder(places.keeper, ownFolderMode(work.root));
  try {
    await work.move(places.tree, places.kept);
  } catch (thrown) {
    if (codeOf(thrown) !== 'EXDEV') throw thrown;
    await keepCopy(work, { from: places.tree, exactly: true }, manifest, progress);
    await work.deleteTree(places.tree);
  }
}

/** The version folder itself can't be renamed (overlayfs): a verified copy first, then file by file. */
async function withdrawByCopy(
  work: WorkFolder,
  manifest: OperationManifest,
  places: Places,
  progress: Progress,
): Promise<Withdrawal> {
  const found = withoutEmptied(await compareTree(places.version, manifest), manifest);
  // Without a missing file no removal has begun, so there is still nothing to go on with.
  const untouched = found.missing.length === 0 || !isCopied(places);
  if (untouched && !isExact(found)) return refusal(found);
  if (!isCopied(places)) await keepCopy(work, { from: places.version, exactly: true }, manifest, progress);
  const gone = await removeOneByOne(work, manifest, places, new Set(found.same));
  return leftover(found, gone);
}

/** Folders of the release that a killed removal emptied are no strangers. */
function withoutEmptied(found: Comparison, manifest: OperationManifest): Comparison {
  const own = new Set(
    foldersOf(manifest.artifacts, manifest.version).map((each) => `${manifest.version}${each}/`),
  );
  return { ...found, unknown: found.unknown.filter((key) => !own.has(key)) };
}

async function removeOneByOne(
  work: WorkFolder,
  manifest: OperationManifest,
  places: Places,
  keys: ReadonlySet<string>,
): Promise<string[]> {
  const gone: string[] = [];
  for (const artifact of manifest.artifacts) {
    if (!keys.has(artifact.path)) continue;
    const path = places.version + artifact.path.slice(manifest.version.length);
    if (artifact.type === 'folder' || (await removeFile(work, path, artifact))) gone.push(artifact.path);
  }
  for (const folder of foldersOf(manifest.artifacts, manifest.version).reverse()) {
    await removeEmpty(work, places.version + folder);
  }
  syncFolder(work.root.path);
  return gone;
}

/** Takes a file away, then looks whether it was the right one: what was written meanwhile goes back. */
async function removeFile(work: WorkFolder, path: string, artifact: ManifestArtifact): Promise<boolean> {
  const taken = work.temporary();
  try {
    await work.change(() => renameSync(path, taken));
  } catch (thrown) {
    if (codeOf(thrown) !== 'EXDEV') throw thrown;
    const info = infoAt(path, artifact.path);
    if (info === undefined || !isSame(info, artifact)) return false;
    work.mustBeOurs();
    await work.change(() => unlinkSync(path));
    return true;
  }
  const info = infoAt(taken, artifact.path);
  const right = info !== undefined && isSame(info, artifact);
  if (!right) await work.change(() => linkSync(taken, path));
  unlinkSync(taken);
  return right;
}

/** Everything is out; whatever is in the version folder now was published after it. */
async function withdrawn(manifest: OperationManifest, places: Places): Promise<Withdrawal> {
  const found = await compareTree(places.version, manifest);
  const present = [...found.same, ...found.changed, ...found.unknown];
  return {
    removed: manifest.artifacts.map((artifact) => artifact.path),
    changed: present,
    unknown: found.unknown,
  };
}

/** Nothing is out, because not everything is as the manifest has it. */
function refusal(found: Comparison): Withdrawal {
  return {
    removed: [],
    changed: [...found.changed, ...found.missing, ...found.unknown],
    unknown: found.unknown,
    untouched: true,
  };
}

/** What is missing or taken is out; what is different stays. */
function leftover(found: Comparison, taken: readonly string[]): Withdrawal {
  const gone = new Set(taken);
  const kept = found.same.filter((key) => !gone.has(key));
  return {
    removed: [...found.missing, ...taken],
    changed: [...found.changed, ...kept, ...found.unknown],
    unknown: found.unknown,
  };
}
