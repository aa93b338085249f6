import { lstatSync, mkdirSync, readdirSync, rmSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../../domain/errors.ts';
import { remove, temporaryName, writeNew } from './durable.ts';
import { evidenceFailure } from './folder-failure.ts';

export type FolderMaker = (path: string) => Promise<void>;

/** What a killed run left beside its place is removed when no operation can still be at it. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** About the size of a small manifest: a full disk shows before anything is changed. */
const PROBE = new Uint8Array(4096);

/** Makes the folder with its parents and proves that files can be made in it. Throws EVIDENCE naming it. */
export async function proveWritable(folder: string, makeFolder?: FolderMaker): Promise<void> {
  const what = 'Output folder';
  try {
    if (makeFolder === undefined) mkdirSync(folder, { recursive: true });
    else await makeFolder(folder);
    const found = statSync(folder);
    if (!found.isDirectory())
      throw failure('EVIDENCE', `${what} '${folder}' can't be written: a file is in the way`);
    const probe = temporaryName(folder, 'release-rollback-probe');
    writeNew(probe, PROBE);
    rmSync(probe);
  } catch (thrown) {
    throw evidenceFailure(what, folder, thrown);
  }
}

/** Throws EVIDENCE when something that is no file stands where one is to be written. */
export function refuseFolderAt(path: string): void {
  const found = lookAt(path);
  if (found === undefined || found.isFile() || found.isSymbolicLink()) return;
  throw failure('EVIDENCE', `'${path}' can't be written: it is a folder or a special file`);
}

/** Removes temp files of long dead runs; failing to is no harm. */
export function sweepStale(folder: string, version: string): void {
  const ours = namesIn(folder).filter((name) => name.startsWith(`.${version}.r`) && name.endsWith('.tmp'));
  for (const name of ours) {
    const path = join(folder, name);
    const found = lookAt(path);
    if (found !== undefined && Date.now() - found.mtimeMs > STALE_MS) remove(path);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
