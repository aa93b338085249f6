import { readdirSync, renameSync } from 'node:fs';
import type { OperationManifest } from '../../../domain/manifest.ts';
import type { Progress } from '../../../ports/workspace.ts';
import { copyTree, writeHashes } from './copy-tree.ts';
import { deleteTree } from './delete-tree.ts';
import { placesOf } from './places.ts';
import type { WorkFolder } from './work-folder.ts';

export const PARTIAL = '.partial-';

/**
 * Where no rename leads (EXDEV): copies the tree to where it is kept, first under a name that says it is not whole.
 * The hashes come before the name, so that a whole copy is always known as one.
 */
export async function keepCopy(
  work: WorkFolder,
  source: { readonly from: string; readonly exactly: boolean },
  manifest: OperationManifest,
  progress: Progress,
): Promise<void> {
  const places = placesOf(work, manifest);
  const partial = `${places.keeper}/${PARTIAL}${work.ticket.epoch}`;
  await clearPartials(work, places.keeper, partial);
  const hashes = await copyTree(work, { ...source, to: partial, manifest }, progress);
  work.mustBeOurs();
  await work.change(() => writeHashes(places.keeper, places.copied, hashes));
  await work.move(partial, places.kept);
}

/** What a killed copy left is renamed before it is deleted: a holder that still copies into it meets ENOENT. */
async function clearPartials(work: WorkFolder, keeper: string, partial: string): Promise<void> {
  await work.change(() => deleteTree(partial));
  for (const name of readdirSync(keeper)) {
    if (!name.startsWith(PARTIAL)) continue;
    await work.change(() => renameSync(`${keeper}/${name}`, partial));
    await deleteTree(partial);
  }
}
