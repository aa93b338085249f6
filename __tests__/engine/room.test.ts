import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalStore } from '../../src/adapters/store/local/local-store.ts';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
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
  crossing,
  errnoError,
  type Interference,
  Killed,
  type MutationCall,
  withInterference,
} from '../doubles/store-faults.ts';
import { canMount, mount, unmountAll } from '../doubles/store-mounts.ts';
import { published } from '../e2e/sandbox.ts';

/** What a disk that fills up does to a restore whose backup lies on another file system. */

let home: string;
let path: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'release-rollback-room-'));
  path = join(home, 'repository');
  await mkdir(path);
});
afterEach(async () => {
  unmountAll();
  await rm(home, { recursive: true, force: true });
});

const machine = new Machine();
function actor() {
  const clock = new RealClock();
  const host = new HostDouble(machine);
  const context = { ...new MemoryWorld().actor().context, clock, host, store: LocalStore.open(path, clock) };
  return { context, host };
}

const rollBack = () => rollback(rollbackRequest('v1.0.2'), actor().context);
const restoreIt = (dryRun = false) => restore(restoreRequest('v1.0.2', { dryRun }), actor().context);
const recoverIt = () => recover(recoverRequest(), actor().context);
const working = () => readdirSync(join(path, '.rollback-work'));

const across = crossing(
  (from, to) => from.includes('/.rollback-backups/') !== to.includes('/.rollback-backups/'),
);
const full = ({ args: [where] }: MutationCall) =>
  Object.assign(errnoError('ENOSPC', 28), { path: String(where) });
const isWrite = ({ name }: MutationCall) => name === 'open';

/** Nothing can be written while the unfinished copy is there: it is what fills the disk. */
function filledByCopy(hint: RegExp): Interference {
  const isThere = () => working().some((name) => existsSync(join(path, '.rollback-work', name, '.partial')));
  return (call, effect) => {
    const left = isWrite(call) && isThere() && !hint.test(String(call.args[0]));
    if (left) throw full(call);
    return across(call, effect);
  };
}

describe('the backup is on another file system', () => {
  let before: Awaited<ReturnType<typeof published>>;
  beforeEach(async () => {
    await cp(FIXTURE, path, { recursive: true });
    expect(await withInterference(across, rollBack)).toMatchObject({ exit_code: 0 });
    before = await published(path);
  });

  it('a copy that fills the disk is given up before anything is written: 43, as before, and closed', async () => {
    const report = await withInterference(filledByCopy(/^$/), () => restoreIt());
    expect(report).toMatchObject({ exit_code: 43, status: 'failed', changed: false });
    expect(report.summary).toContain('no room is left');
    expect(report.advice).toMatch(
      /^Make room on the file system of '.+\/\.rollback-work', then run again\.$/,
    );
    expect(await published(path)).toEqual(before);
    expect(working()).toEqual([]);
    expect(await recoverIt()).toMatchObject({ summary: 'Nothing was open; the repository is whole' });
    expect(await withInterference(across, () => restoreIt())).toMatchObject({ exit_code: 0 });
  });

  const dieCopying = async () => {
    const { context, host } = actor();
    let dead = false;
    const dying: Interference = (call, effect) => {
      dead ||= isWrite(call) && /\.partial\/docs\//.test(String(call.args[0]));
      if (dead) throw new Killed();
      return across(call, effect);
    };
    await withInterference(dying, () => restore(restoreRequest('v1.0.2'), context));
    host.die();
    expect(working()).toHaveLength(1);
  };

  it('what a dead run copied is given up for the record that takes it over; then it is finished', async () => {
    await dieCopying();
    const report = await withInterference(filledByCopy(/\.partial\//), recoverIt);
    expect(report).toMatchObject({ exit_code: 0, summary: expect.stringContaining('Finished the restore') });
    expect(working()).toEqual([]);
  });

  it('a copy that does not fit when it is recovered either is undone: nothing stays open', async () => {
    await dieCopying();
    const report = await withInterference(filledByCopy(/^$/), recoverIt);
    expect(report).toMatchObject({ exit_code: 0, summary: expect.stringContaining('Undid the restore') });
    expect(await published(path)).toEqual(before);
    expect(working()).toEqual([]);
  });

  it('without room for any record it stays open: 43, not 45, and the advice is to make room', async () => {
    await dieCopying();
    const filled: Interference = (call, effect) => {
      if (isWrite(call)) throw full(call);
      return effect();
    };
    const report = await withInterference(filled, recoverIt);
    expect(report).toMatchObject({ exit_code: 43, error_code: 'REPOSITORY_HELD', changed: 'unknown' });
    expect(report.advice).toMatch(/^Make room on the file system of '.+\/\.rollback-log', then run again\./);
    expect(await withInterference(across, recoverIt)).toMatchObject({ exit_code: 0 });
  });
});

const MiB = 1 << 20;
const ballast = (size: number) => writeFileSync(join(path, 'ballast'), new Uint8Array(size));

if (canMount) {
  describe('a small file system', () => {
    beforeEach(async () => {
      mount('-t', 'tmpfs', '-o', 'size=60m', 'none', path);
      await cp(FIXTURE, path, { recursive: true });
      writeFileSync(join(path, 'v1.0.2/big'), new Uint8Array(30 * MiB));
    });

    const backupsElsewhere = async (...options: string[]) => {
      await mkdir(join(path, '.rollback-backups'));
      mount(...options, join(path, '.rollback-backups'));
    };
    const elsewhere = async () => {
      await mkdir(join(home, 'elsewhere'));
      await backupsElsewhere('--bind', join(home, 'elsewhere'));
    };
    const forced = () =>
      rollback(rollbackRequest('v1.0.2', 'full', { force: true, policyMode: 'lenient' }), actor().context);

    it('has no room for what a restore copies back: 45 before the commit, and 47 in a dry run', async () => {
      await elsewhere();
      expect(await forced()).toMatchObject({ exit_code: 0 });
      ballast(40 * MiB);
      const before = await published(path);
      expect(await restoreIt(true)).toMatchObject({ exit_code: 47, would_exit_code: 45 });
      const report = await restoreIt();
      expect(report).toMatchObject({ exit_code: 45, changed: false });
      expect(report.summary).toMatch(/only .+ MiB are free at '.+\/repository'; 38\.\d MiB are needed/);
      expect(report.advice).toContain(`Make room on the file system of '${path}'`);
      expect(await published(path)).toEqual(before);
      rmSync(join(path, 'ballast'));
      expect(await restoreIt()).toMatchObject({ exit_code: 0 });
    });

    it('needs none where the backup comes back by a rename', async () => {
      expect(await forced()).toMatchObject({ exit_code: 0 });
      ballast(21 * MiB);
      expect(await restoreIt(true)).toMatchObject({ exit_code: 0 });
      expect(await restoreIt()).toMatchObject({ exit_code: 0 });
    });

    it('needs it where the backups are another mount of the same file system', async () => {
      await mkdir(join(path, 'same'));
      await backupsElsewhere('--bind', join(path, 'same'));
      expect(await forced()).toMatchObject({ exit_code: 45 });
      writeFileSync(join(path, 'v1.0.2/big'), new Uint8Array(10 * MiB));
      expect(await forced()).toMatchObject({ exit_code: 0 });
      ballast(35 * MiB);
      expect(await restoreIt()).toMatchObject({ exit_code: 45, changed: false });
    });

    it('that is as good as full keeps out no recovery, also not the one before another rollback', async () => {
      for (const finish of [recoverIt, () => rollback(rollbackRequest('v1.0.1'), actor().context)]) {
        const { context, host } = actor();
        let dead = false;
        const dying: Interference = (call, effect) => {
          dead ||= call.name === 'rename' && String(call.args[1]).endsWith('/tree');
          if (dead) throw new Killed();
          return effect();
        };
        ballast(1);
        await withInterference(dying, () =>
          rollback(rollbackRequest('v1.0.2', 'full', { force: true }), context),
        );
        host.die();
        ballast(25 * MiB);
        const report = await finish();
        expect(report.exit_code).toBe(finish === recoverIt ? 0 : 45);
        expect(report.changed).toBe(true);
        expect(existsSync(join(path, 'v1.0.2'))).toBe(false);
        ballast(1);
        expect(await restoreIt()).toMatchObject({ exit_code: 0 });
      }
    });

    const dry = () =>
      rollback(rollbackRequest('v1.0.2', 'full', { dryRun: true, force: true }), actor().context);

    it('refuses in a dry run as in the real one: too full for the records, or for a backup elsewhere', async () => {
      ballast(26 * MiB);
      expect(await dry()).toMatchObject({ exit_code: 47, would_exit_code: 45 });
      expect(await forced()).toMatchObject({ exit_code: 45, changed: false });
      ballast(1);
      await backupsElsewhere('-t', 'tmpfs', '-o', 'size=20m', 'none');
      expect(await dry()).toMatchObject({ exit_code: 47, would_exit_code: 45 });
      expect(await forced()).toMatchObject({ exit_code: 45, changed: false });
    });

    it('a mount at or below the version folder is refused in a dry run, too', async () => {
      for (const key of ['v1.0.2/docs', 'v1.0.2']) {
        mount('--bind', join(path, 'v1.0.1'), join(path, key));
        expect(await dry()).toMatchObject({ exit_code: 49, summary: expect.stringContaining('mount point') });
        expect(await restoreIt(true)).toMatchObject({ exit_code: 49 });
        spawnSync('umount', [join(path, key)]);
      }
    });
  });
}
