import { lstatSync, mkdirSync, readdirSync, realpathSync, rmSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { failure } from '../../domain/errors.ts';
import { remove, temporaryName, writeNew } from './durable.ts';
import { codeOf, evidenceFailure } from './folder-failure.ts';

export type FolderMaker = (path: string) => Promise<void>;

/** Parts of a local repository that are no place for output. */
export interface Forbidden {
  readonly repositoryRoot: string;
  readonly version: string;
}

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

/** Throws BAD_INPUT for a folder inside `<root>/<version>/` or a `.rollback-…` folder of the root, links resolved. */
export function refuseInside(folder: string, forbidden: Forbidden | undefined): void {
  if (forbidden === undefined) return;
  const [root, place] = [resolved(forbidden.repositoryRoot), resolved(folder)];
  const [first = ''] = relative(root, place).split(sep);
  const ours = first.startsWith('.rollback-');
  if (!ours && (first !== forbidden.version || first === '')) return;
  const where = ours ? `the repository's own folder ${first}/` : `the release's folder ${first}/`;
  throw failure('BAD_INPUT', `Output folder '${folder}' lies inside ${where}`, {
    advice: 'Choose an output folder outside the repository.',
  });
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

/** The real path of what exists of it, with the rest added. */
function resolved(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (thrown) {
    const parent = dirname(path);
    if (codeOf(thrown) !== 'ENOENT' || parent === path) return path;
    return join(resolved(parent), basename(path));
  }
}
