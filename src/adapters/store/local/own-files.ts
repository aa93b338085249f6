import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConflictError } from '../../../ports/object-store.ts';
import { createDurably, syncFolder, temporaryName } from './durable-file.ts';
import { codeOf, unlessAbsent } from './io-errors.ts';
import { pathOf } from './local-root.ts';
import { ownFolderMode, shapeFor } from './own-folders.ts';
import type { WorkFolder } from './work-folder.ts';

/** Makes a folder of ours and its parents, under the fence. */
export async function ensureOwnFolders(work: WorkFolder, key: string): Promise<void> {
  const mode = ownFolderMode(work.root);
  let folder = '';
  for (const part of key.split('/').filter((name) => name !== '')) {
    folder += `${part}/`;
    await work.makeFolder(pathOf(work.root, folder), mode);
  }
}

/** Puts a file of ours if absent; the same bytes there already is our own earlier success. */
export async function createOwnFile(work: WorkFolder, key: string, body: Uint8Array): Promise<void> {
  const path = pathOf(work.root, key);
  const shape = shapeFor(work.root, key);
  await ensureOwnFolders(work, key.slice(0, key.lastIndexOf('/') + 1));
  const create = (temporary: string) =>
    work.change(() => createDurably({ path, key, temporary }, body, shape));
  try {
    await create(work.temporary()).catch((thrown: unknown) => {
      // Backups on another file system: from a temporary name there.
      if (codeOf(thrown) !== 'EXDEV') throw thrown;
      return create(`${dirname(path)}/${temporaryName()}`);
    });
  } catch (thrown) {
    if (!(thrown instanceof ConflictError) || !hasBytes(path, body)) throw thrown;
    // The run that made it may have died before this.
    syncFolder(dirname(path));
  }
}

const hasBytes = (path: string, body: Uint8Array): boolean =>
  unlessAbsent(() => readFileSync(path))?.equals(body) === true;
