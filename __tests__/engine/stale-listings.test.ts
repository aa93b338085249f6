import { expect, it } from 'vitest';
import type { Intercept, MemoryRequest } from '../../src/adapters/store/memory/memory-store.ts';
import { recover, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, recoverRequest, rollbackRequest } from '../builders/memory-world.ts';
import { diesAfter, kinds } from './worlds.ts';

const ofTheLog = ({ method, key }: MemoryRequest) => method === 'list' && key === '.rollback-log/';

/** Listings of the log that tell, until `time`, what the first one told. */
function stale(world: MemoryWorld, time = Number.POSITIVE_INFINITY) {
  const seen = { requests: 0 };
  let kept: unknown;
  const intercept: Intercept = async <T>(request: MemoryRequest, effect: () => Promise<T>): Promise<T> => {
    seen.requests += 1;
    // What goes on for ever fails here, not by the clock of the test runner.
    if (seen.requests > 5000) throw new Error('asked without end');
    const told = await effect();
    if (!ofTheLog(request) || world.clock.time >= time) return told;
    kept ??= told;
    return kept as T;
  };
  return { seen, intercept };
}

/** The log as of now is what the actor goes on seeing; then somebody else works. */
async function late(world: MemoryWorld, work: () => Promise<unknown>, until?: number) {
  const { seen, intercept } = stale(world, until);
  const { context } = world.actor(intercept);
  for await (const _ of context.store.list('.rollback-log/', { shallow: true, limit: 2 }));
  await work();
  return { seen, context };
}

const other = (world: MemoryWorld) => () => rollback(rollbackRequest('v1.0.2'), world.actor().context);

it('a claim whose number is taken but not listed is tried until the deadline, and refused in words', async () => {
  const world = new MemoryWorld();
  const { seen, context } = await late(world, other(world));
  const before = [kinds(world).length, world.clock.time];
  const report = await rollback(rollbackRequest('v1.0.1', 'full', { lockTimeout: 30 }), context);
  expect(report).toMatchObject({
    exit_code: 43,
    error_code: 'REPOSITORY_HELD',
    changed: false,
    summary: expect.stringMatching(/^Record \d+ of the log is taken but not listed: .* are not current$/),
  });
  expect(world.clock.time - (before[1] ?? 0)).toBe(30_000);
  expect(seen.requests).toBeLessThan(300);
  expect(kinds(world)).toHaveLength(before[0] ?? 0);
});

it('a listing that becomes current in time is enough', async () => {
  const world = new MemoryWorld();
  const { context } = await late(world, other(world), world.clock.time + 5000);
  const report = await rollback(rollbackRequest('v1.0.1', 'full', { lockTimeout: 30 }), context);
  expect(report.exit_code, report.errors.join('; ')).toBe(0);
  expect(kinds(world)).toEqual(['claim', 'commit', 'beat', 'done', 'claim', 'commit', 'beat', 'done']);
});

it('a takeover that was lost without a trace in the listing ends as well', async () => {
  const world = new MemoryWorld();
  await diesAfter(world, 'commit');
  const { seen, context } = await late(world, () => recover(recoverRequest(), world.actor().context));
  const report = await recover(recoverRequest({ lockTimeout: 30 }), context);
  expect(report).toMatchObject({ exit_code: 43, error_code: 'REPOSITORY_HELD' });
  expect(report.summary).toContain('taken but not listed');
  expect(seen.requests).toBeLessThan(1000);
  expect(kinds(world).at(-1)).toBe('done');
});
