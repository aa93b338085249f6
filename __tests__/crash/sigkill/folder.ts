import { cp, lstat, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { FIXTURE } from '../../builders/memory-world.ts';
import type { Snapshot } from '../invariants.ts';

/** A real repository folder, a copy of the fixture, with a place for evidence beside it. */
export interface RealFolder {
  readonly home: string;
  readonly root: string;
  readonly out: string;
  dispose(): Promise<void>;
}

export async function makeFolder(): Promise<RealFolder> {
  const home = await mkdtemp(join(tmpdir(), 'release-rollback-kill-'));
  const root = join(home, 'repository');
  await cp(FIXTURE, root, { recursive: true });
  return { home, root, out: join(home, 'out'), dispose: () => rm(home, { recursive: true, force: true }) };
}

/** Every file as text by key, as the invariants want it; temp files of an append that died are no state. */
export async function snapshotOf(root: string): Promise<Snapshot> {
  const found = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || entry.name.startsWith('.tmp-')) continue;
    const text = entry.isSymbolicLink() ? `→ ${await readlink(path)}` : await readFile(path, 'utf8');
    found.set(relative(root, path), text);
  }
  return new Map([...found].sort());
}

/** Mode and modification time of every artifact: they must come back, too (I6). */
export async function attributesOf(root: string, version: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(join(root, version), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const { mode, mtimeMs } = await lstat(path);
    found[relative(root, path)] = entry.isDirectory()
      ? mode.toString(8)
      : `${mode.toString(8)} ${Math.floor(mtimeMs)}`;
  }
  return found;
}
