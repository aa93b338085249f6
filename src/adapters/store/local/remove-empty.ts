import { rmdirSync } from 'node:fs';
import { syncFolder } from './durable-file.ts';
import { codeOf, isAbsent } from './io-errors.ts';
import type { WorkFolder } from './work-folder.ts';

/** A folder that holds something else stays; what was removed from it is made durable. */
export async function removeEmpty(work: WorkFolder, path: string): Promise<void> {
  try {
    await work.change(() => rmdirSync(path));
  } catch (thrown) {
    if (isAbsent(thrown)) return;
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(thrown) ?? '')) throw thrown;
    syncFolder(path);
  }
}
