import { rmSync, symlinkSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
import { type Interference, withInterference } from '../doubles/store-faults.ts';

const MANIFESTS = '.rollback-log/manifests';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'release-rollback-sweep-'));
  await cp(FIXTURE, path, { recursive: true });
});
afterEach(() => rm(path, { recursive: true, force: true }));

const machine = new Machine();
const actor = () => {
  const clock = new RealClock();
  const { context } = new MemoryWorld().actor();
  return { ...context, clock, host: new HostDouble(machine), store: LocalStore.open(path, clock) };
};

/** What is swept can't be looked into from the claim on, a link that leads to itself. */
const looped = (): Interference => {
  let made = false;
  return ({ name, args }, effect) => {
    const result = effect();
    const isRecord = name === 'link' && /\.rollback-log\/\d{20}$/.test(String(args[1]));
    if (!isRecord || made) return result;
    made = true;
    rmSync(join(path, MANIFESTS), { recursive: true, force: true });
    symlinkSync('manifests', join(path, MANIFESTS));
    return result;
  };
};

const mend = () => rm(join(path, MANIFESTS), { force: true });

describe('what the sweep after the claim meets closes the claim', () => {
  it('of a rollback: 49, as before, nothing stays open', async () => {
    const report = await withInterference(looped(), () => rollback(rollbackRequest('v1.0.2'), actor()));
    expect(report).toMatchObject({
      exit_code: 49,
      error_code: 'BAD_INPUT',
      status: 'failed',
      changed: false,
    });
    expect(report.summary).toContain('look into the work folder');
    expect(report.warnings).toEqual([]);
    await mend();
    expect((await list(actor())).open).toBeNull();
    expect(await rollback(rollbackRequest('v1.0.2'), actor())).toMatchObject({ exit_code: 0 });
  });

  it('of a restore: 49, as before, nothing stays open', async () => {
    await rollback(rollbackRequest('v1.0.2'), actor());
    const report = await withInterference(looped(), () => restore(restoreRequest('v1.0.2'), actor()));
    expect(report).toMatchObject({
      exit_code: 49,
      error_code: 'BAD_INPUT',
      status: 'failed',
      changed: false,
    });
    expect(report.warnings).toEqual([]);
    await mend();
    expect((await list(actor())).open).toBeNull();
    expect(await recover(recoverRequest(), actor())).toMatchObject({ exit_code: 0, changed: false });
    expect(await restore(restoreRequest('v1.0.2'), actor())).toMatchObject({ exit_code: 0 });
  });
});
