import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LocalStore } from '../../src/adapters/store/local/local-store.ts';
import { list, recover, restore, rollback } from '../../src/engine/mod.ts';
import {
  FIXTURE,
  MemoryWorld,
  recoverRequest,
  restoreRequest,
  rollbackRequest,
} from '../builders/memory-world.ts';
import { HostDouble, Machine } from '../doubles/host-double.ts';
import { RealClock } from '../doubles/store-clock.ts';
import {
  errnoError,
  type Interference,
  Killed,
  type MutationCall,
  withInterference,
} from '../doubles/store-faults.ts';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'release-rollback-trees-'));
  await cp(FIXTURE, path, { recursive: true });
});
afterEach(() => rm(path, { recursive: true, force: true }));

const machine = new Machine();
function actor() {
  const clock = new RealClock();
  const host = new HostDouble(machine);
  const context = { ...new MemoryWorld().actor().context, clock, host, store: LocalStore.open(path, clock) };
  return { context, host };
}

const renames =
  (to: string) =>
  ({ name, args }: MutationCall) =>
    name === 'rename' && String(args[1]).includes(to);

/** Dies before or after the first change that is meant; nothing that it does later reaches the disk. */
function killed(when: 'before' | 'after', meant: (call: MutationCall) => boolean): Interference {
  let dead = false;
  return (call, effect) => {
    if (dead) throw new Killed();
    if (!meant(call)) return effect();
    dead = true;
    if (when === 'after') effect();
    throw new Killed();
  };
}

async function die(interference: Interference, request: ReturnType<typeof rollbackRequest>): Promise<void> {
  const { context, host } = actor();
  await withInterference(interference, () => rollback(request, context));
  host.die();
}

const below = (folder: string): string[] =>
  readdirSync(join(path, folder), { recursive: true }).map((name) => String(name));

it('the only copy of a release is never swept after a person gave its rollback up', async () => {
  const request = rollbackRequest('v1.0.2', 'full', { createBackup: false });
  await die(killed('after', renames('/removed')), request);
  const { context } = actor();
  expect(await recover(recoverRequest({ choice: 'abandon' }), context)).toMatchObject({ exit_code: 0 });
  expect(await rollback(rollbackRequest('v1.0.1'), actor().context)).toMatchObject({ exit_code: 0 });
  expect(below('.rollback-work').filter((name) => name.endsWith('README.md'))).toHaveLength(1);
});

it('what a run left that died directly after its closer goes with the recovery', async () => {
  const request = rollbackRequest('v1.0.2', 'full', { createBackup: false });
  await die(killed('before', renames('/closed-')), request);
  expect(below('.rollback-work').some((name) => name.endsWith('README.md'))).toBe(true);
  expect(await recover(recoverRequest(), actor().context)).toMatchObject({ exit_code: 0 });
  expect(below('.rollback-work')).toEqual([]);
});

/** What a publisher without a lock does: another folder, and its entry. */
function publishAgain(): void {
  rmSync(join(path, 'v1.0.2'), { recursive: true, force: true });
  mkdirSync(join(path, 'v1.0.2'));
  writeFileSync(join(path, 'v1.0.2/README.md'), 'published again\n');
  const index = JSON.parse(readFileSync(join(path, 'index.json'), 'utf8'));
  const releases = [{ version: 'v1.0.2', artifacts: ['v1.0.2/README.md'] }, ...index.releases];
  writeFileSync(join(path, 'index.json'), JSON.stringify({ ...index, releases }));
}

it('a release that was published again before it was moved is not told to be in the backup', async () => {
  let published = false;
  const interference: Interference = (call, effect) => {
    const result = effect();
    if (published || !renames('/index.json')(call)) return result;
    published = true;
    publishAgain();
    return result;
  };
  const report = await withInterference(interference, () =>
    rollback(rollbackRequest('v1.0.2'), actor().context),
  );
  expect(report).toMatchObject({ exit_code: 43, total_artifacts_removed: 0, can_restore: false });
  expect(below('v1.0.2')).toEqual(['README.md']);
});

it('a tree on its way goes into the backup when its release was published again meanwhile', async () => {
  await die(killed('after', renames('/tree')), rollbackRequest('v1.0.2'));
  publishAgain();
  const report = await recover(recoverRequest(), actor().context);
  expect(report).toMatchObject({ exit_code: 0, can_restore: true });
  expect(below('.rollback-backups').some((name) => name.endsWith('v1.0.2/docs/guide.md'))).toBe(true);
  expect(below('v1.0.2')).toEqual(['README.md']);
});

it('what was taken over and stays open may have been changed: nobody says that nothing was', async () => {
  await die(killed('before', renames('/tree')), rollbackRequest('v1.0.2'));
  const refusing: Interference = (call, effect) => {
    if (renames('/tree')(call)) throw errnoError('EACCES', 13);
    return effect();
  };
  const report = await withInterference(refusing, () => rollback(rollbackRequest('v1.0.1'), actor().context));
  expect(report).toMatchObject({ exit_code: 43, status: 'partial', changed: 'unknown' });
});

it('a backup that somebody removed is told by the listing, though its folder stands', async () => {
  const { backup_path } = await rollback(rollbackRequest('v1.0.2'), actor().context);
  const listed = async () => (await list(actor().context)).rollbacks;
  expect(await listed()).toMatchObject([{ can_restore: true }]);
  rmSync(join(path, backup_path, 'manifest.json'));
  expect(await listed()).toMatchObject([{ can_restore: false, backup_gone: true }]);
});

it('a backup whose times were lost in a copy is refused with a way to set them back', async () => {
  const { backup_path } = await rollback(rollbackRequest('v1.0.2'), actor().context);
  utimesSync(join(path, backup_path, 'v1.0.2/README.md'), 1, 1);
  const report = await restore(restoreRequest('v1.0.2'), actor().context);
  expect(report).toMatchObject({ exit_code: 45, changed: false });
  expect(report.advice).toContain('docs/recovery.md says how to set them back');
});
