import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalStore } from '../../src/adapters/store/local/local-store.ts';
import type { Intercept } from '../../src/adapters/store/memory/memory-store.ts';
import { list, restore, rollback } from '../../src/engine/mod.ts';
import { FIXTURE, MemoryWorld, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { HostDouble, Machine } from '../doubles/host-double.ts';
import { RealClock } from '../doubles/store-clock.ts';
import { errnoError, type Interference, withInterference } from '../doubles/store-faults.ts';
import { all, failing, following, to } from './intercepts.ts';
import { foreignEntry, kinds, publishProperly, withEntryOnTop } from './worlds.ts';

const README = 'v1.0.2/README.md';
const FOREIGN = foreignEntry('v1.0.2', [README]);
const STAYS = `Another entry of v1.0.2 counts on what was put back, so it stays: ${README}`;
const LACKS =
  /The backup \S+ lacks what could not be taken back into it: v1\.0\.2\/README\.md\. A restore refuses/;

describe('a local restore that is undone since somebody published the version again', () => {
  let path: string;
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'release-rollback-undone-'));
    await cp(FIXTURE, path, { recursive: true, preserveTimestamps: true });
  });
  afterEach(() => rm(path, { recursive: true, force: true }));

  const machine = new Machine();
  const actor = () => {
    const clock = new RealClock();
    const { context } = new MemoryWorld().actor();
    return { ...context, clock, host: new HostDouble(machine), store: LocalStore.open(path, clock) };
  };
  const index = () => join(path, 'index.json');
  const filesOf = (folder: string) =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
    );
  const kept = () => {
    const [name = ''] = readdirSync(join(path, '.rollback-backups'));
    return join(path, '.rollback-backups', name, 'v1.0.2');
  };

  /** Once the files stand there, his entry does, too; it counts on one of them. */
  const publishing =
    (inner: Interference = (_call, effect) => effect()): Interference =>
    (call, effect) => {
      const result = inner(call, effect);
      if (call.name === 'rename' && call.args[1] === join(path, 'v1.0.2'))
        writeFileSync(index(), withEntryOnTop(readFileSync(index()), FOREIGN, new Date()));
      return result;
    };

  it('leaves him what his entry lists, and keeps all of it in the backup', async () => {
    const original = filesOf(join(path, 'v1.0.2'));
    const before = readFileSync(index());
    await rollback(rollbackRequest('v1.0.2'), actor());
    const without = readFileSync(index());
    const report = await withInterference(publishing(), () => restore(restoreRequest('v1.0.2'), actor()));
    expect(report).toMatchObject({ exit_code: 43, error_code: 'SUPERSEDED', changed: false });
    expect(report.warnings).toContain(STAYS);
    expect(report.warnings.join()).not.toMatch(LACKS);
    expect(filesOf(join(path, 'v1.0.2'))).toEqual({ 'README.md': original['README.md'] });
    expect(filesOf(kept())).toEqual(original);
    // He takes his release away again.
    writeFileSync(index(), without);
    rmSync(join(path, 'v1.0.2'), { recursive: true });
    expect(await restore(restoreRequest('v1.0.2'), actor())).toMatchObject({ exit_code: 0 });
    expect(filesOf(join(path, 'v1.0.2'))).toEqual(original);
    expect(JSON.parse(readFileSync(index(), 'utf8')).releases).toEqual(
      JSON.parse(before.toString()).releases,
    );
    expect(statSync(join(path, README)).mode & 0o777).toBe(statSync(join(FIXTURE, README)).mode & 0o777);
  });

  it('says what the backup lacks when there was no room for it, and `list` promises nothing', async () => {
    await rollback(rollbackRequest('v1.0.2'), actor());
    const full: Interference = ({ name, args }, effect) => {
      if (name === 'open' && args[1] === 'wx+') throw errnoError('ENOSPC', 28);
      return effect();
    };
    const report = await withInterference(publishing(full), () => restore(restoreRequest('v1.0.2'), actor()));
    expect(report).toMatchObject({ exit_code: 43, error_code: 'SUPERSEDED' });
    expect(report.warnings.join()).toMatch(LACKS);
    expect((await list(actor())).rollbacks).toMatchObject([{ state: 'rolled_back', can_restore: false }]);
    expect(readdirSync(join(path, 'v1.0.2'))).toEqual(['README.md']);
  });
});

describe('the same where each artifact is moved by itself', () => {
  const undone = async (...more: readonly Intercept[]) => {
    const world = new MemoryWorld({ moves: true });
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    const publish = following(6, () => publishProperly(world, FOREIGN), to('move', /^v1/));
    const report = await restore(restoreRequest('v1.0.2'), world.actor(all(publish, ...more)).context);
    expect(report).toMatchObject({ exit_code: 43, error_code: 'SUPERSEDED' });
    expect(report.warnings).toContain(STAYS);
    expect(kinds(world).at(-1)).toBe('reverted');
    expect(world.bucket.keys('v1.0.2/')).toEqual([README]);
    const { rollbacks } = await list(world.actor().context);
    return { world, report, rollbacks };
  };

  it('the backup gets a copy of what stays', async () => {
    const { world, report, rollbacks } = await undone();
    expect(report.warnings.join()).not.toMatch(LACKS);
    expect(rollbacks).toMatchObject([{ can_restore: true }]);
    const copy = world.bucket.keys('.rollback-backups/').find((key) => key.endsWith(README)) ?? '';
    expect(world.bucket.text(copy)).toBe(readFileSync(join(FIXTURE, README), 'utf8'));
  });

  it('says what the backup lacks when the copy is refused', async () => {
    const { report, rollbacks } = await undone(failing(to('copy', /^\.rollback-backups/)));
    expect(report.warnings.join()).toMatch(LACKS);
    expect(rollbacks).toMatchObject([{ state: 'rolled_back', can_restore: false }]);
  });
});
