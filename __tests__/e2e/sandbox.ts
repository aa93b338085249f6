import { cp, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURE = fileURLToPath(new URL('../fixtures/tars-repository', import.meta.url));

/** A folder of its own with a copy of the T.A.R.S. repository in it. */
export interface Sandbox {
  readonly home: string;
  readonly repository: string;
  remove(): Promise<void>;
}

export async function sandbox(): Promise<Sandbox> {
  const home = await mkdtemp(join(tmpdir(), 'release-rollback-e2e-'));
  const repository = join(home, 'repository');
  await mkdir(repository);
  await cp(FIXTURE, repository, { recursive: true });
  return { home, repository, remove: () => rm(home, { recursive: true, force: true }) };
}

/** Every path below a folder with what is there: bytes, a link's target, or that it is a folder. */
export async function snapshot(folder: string, skip: RegExp = /^$/): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const key = path.slice(folder.length + 1);
    if (skip.test(key)) continue;
    if (entry.isSymbolicLink()) found[key] = `-> ${await readlink(path)}`;
    else if (entry.isDirectory()) found[key] = 'folder';
    else found[key] = `${(await lstat(path)).mode & 0o777} ${(await readFile(path)).toString('base64')}`;
  }
  return found;
}

/** What readers of a repository see; our own folders aside. */
export const published = (repository: string) => snapshot(repository, /^\.rollback-/);

export async function index(
  repository: string,
): Promise<{ releases: { version: string }[]; total_releases: number }> {
  return JSON.parse(await readFile(join(repository, 'index.json'), 'utf8'));
}
