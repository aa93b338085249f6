import { describe, expect, it } from 'vitest';
import type { Intercept, MemoryRequest } from '../../src/adapters/store/memory/memory-store.ts';
import { type FailureCode, failure } from '../../src/domain/errors.ts';
import { list, recover, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, recoverRequest, rollbackRequest } from '../builders/memory-world.ts';
import { snapshotOf, violations } from '../crash/invariants.ts';
import { A_MARKER, A_RECORD, all, to } from './intercepts.ts';
import { essenceOf, kinds, listed, records } from './worlds.ts';

type Which = (request: MemoryRequest) => boolean;

/** The n-th request of a kind gets no answer and is still on its way; the one after it is refused for good. */
function lateThenRefused(
  world: MemoryWorld,
  which: Which,
  nth: number,
  code: FailureCode = 'PERMISSION',
): Intercept {
  let seen = 0;
  let underWay: (() => Promise<unknown>) | undefined;
  // It lands as late as the fence allows, or when nobody waits at all.
  world.clock.beforeSleep = async (milliseconds) => {
    if (milliseconds < 60_000) return;
    await underWay?.();
    underWay = undefined;
  };
  return async (request, effect) => {
    if (!which(request)) return effect();
    seen += 1;
    if (seen === nth) {
      underWay = () => effect().catch(() => {});
      throw failure('UNREACHABLE', 'no answer');
    }
    if (seen === nth + 1) throw failure(code, 'refused');
    return effect();
  };
}

describe('no answer, then a refusal, then the first request lands', () => {
  it('of the commit: whether it was made is not known, and a recovery finds out', async () => {
    const world = new MemoryWorld();
    const original = snapshotOf(world.bucket);
    const late = lateThenRefused(world, to('put', A_RECORD), 2);
    const actor = world.actor(late);
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(report).toMatchObject({ exit_code: 49, changed: 'unknown', status: 'partial' });
    expect(kinds(world)).toEqual(['claim']);
    actor.host.die();
    expect((await recover(recoverRequest(), world.actor().context)).exit_code).toBe(0);
    expect(violations(snapshotOf(world.bucket), original, { backup: true })).toEqual([]);
    expect(kinds(world).at(-1)).toBe('done');
  });

  it('of the index: it is waited for before everything is put back', async () => {
    const world = new MemoryWorld();
    const was = essenceOf(world);
    const late = lateThenRefused(world, to('put', 'index.json'), 1);
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(late).context);
    expect(report).toMatchObject({ exit_code: 44, changed: false });
    expect(world.clock.sleeps).toContain(60_000);
    expect(essenceOf(world)).toEqual(was);
  });

  it('of the marker: no log says that it is rolled back', async () => {
    const world = new MemoryWorld();
    const was = essenceOf(world);
    const late = lateThenRefused(world, to('put', A_MARKER), 1);
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(late).context);
    expect(report).toMatchObject({ exit_code: 43, changed: false });
    expect(essenceOf(world)).toEqual(was);
    const { rollbacks } = await list(world.actor().context);
    expect(rollbacks.map(({ state }) => state)).toEqual(['reverted']);
  });

  it('of a copy that puts back: the closer names what is missing then', async () => {
    const world = new MemoryWorld();
    const marker: Intercept = async (request, effect) => {
      if (to('put', A_MARKER)(request)) throw failure('STEP_FAILED', 'refused');
      return effect();
    };
    const late = lateThenRefused(world, to('copy', /^v1\.0\.2\//), 1, 'STEP_FAILED');
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(all(marker, late)).context);
    expect(report).toMatchObject({ exit_code: 43, error_code: 'ABANDONED' });
    const there = world.bucket.keys('v1.0.2/');
    const misplaced = records(world).at(-1)?.outcome?.misplaced ?? [];
    expect(misplaced.filter((key) => there.includes(key))).toEqual([]);
  });
});

describe('published anew after the removal', () => {
  it('is superseded, and not taken for untouched', async () => {
    const world = new MemoryWorld();
    const files = world.bucket.keys('v1.0.2/');
    let removed = 0;
    const publisher: Intercept = async (request, effect) => {
      const result = await effect();
      if (to('remove', /^v1\.0\.2\//)(request)) removed += 1;
      if (removed === files.length) for (const file of files) world.bucket.write(file, 'another build');
      if (removed === files.length) removed = 0;
      return result;
    };
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(publisher).context);
    expect(report).toMatchObject({ exit_code: 43, superseded: true, changed: true });
    expect(listed(world)).not.toContain('v1.0.2');
  });

  it('is never listed by the old entry when everything else is put back', async () => {
    const world = new MemoryWorld();
    const [file = ''] = world.bucket.keys('v1.0.2/');
    const publisher: Intercept = async (request, effect) => {
      if (!to('put', A_MARKER)(request)) return effect();
      world.bucket.write(file, 'another build');
      throw failure('STEP_FAILED', 'refused');
    };
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(publisher).context);
    expect(report).toMatchObject({ exit_code: 43, error_code: 'ABANDONED' });
    expect(listed(world)).not.toContain('v1.0.2');
    expect(records(world).at(-1)?.outcome?.misplaced).toEqual([file]);
  });
});
