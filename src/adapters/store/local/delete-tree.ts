import { promises, rmdirSync } from 'node:fs';
import { codeOf } from './io-errors.ts';

/** Deletes a whole tree, also folders that their owner made read-only; what is large takes other threads to do. */
export async function deleteTree(path: string): Promise<void> {
  if (removedEmpty(path)) return;
  try {
    await promises.rm(path, { recursive: true, force: true });
  } catch (thrown) {
    if (!['EACCES', 'EPERM'].includes(codeOf(thrown) ?? '')) throw thrown;
    await openFolders(path);
    await promises.rm(path, { recursive: true, force: true });
  }
}

/** Most are empty: then it is one call. */
function removedEmpty(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}

async function openFolders(path: string): Promise<void> {
  await promises.chmod(path, 0o700).catch(() => undefined);
  for (const entry of await promises.readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await openFolders(`${path}/${entry.name}`);
  }
}
