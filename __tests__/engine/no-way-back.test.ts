import { describe, expect, it } from 'vitest';
import { failure } from '../../src/domain/errors.ts';
import { list, recover, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, recoverRequest, rollbackRequest } from '../builders/memory-world.ts';
import { keyInBucket } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { logRecords, unbackedListings } from '../crash/invariants.ts';
import { all, failing, losingReplies, to } from './intercepts.ts';
import { diesAfter, essenceOf, kinds, listed, records } from './worlds.ts';

const GUIDE = 'v1.0.2/docs/guide.md';
const request = rollbackRequest('v1.0.2', 'full', { createBackup: false });
const held = failing(to('remove', GUIDE), () => failure('STEP_FAILED', 'it is on hold'));

describe('--no-backup, and one artifact that may not be removed', () => {
  it('once others are gone: done as far as it goes, saying what remains', async () => {
    const world = new MemoryWorld();
    const report = await rollback(request, world.actor(held).context);
    expect(report).toMatchObject({ exit_code: 43, status: 'partial', changed: true, can_restore: false });
    expect(report.total_artifacts_removed).toBeGreaterThan(0);
    expect(report.artifacts_removed).not.toContain(GUIDE);
    expect(report.errors.join()).toContain(`still there: ${GUIDE}`);
    expect(kinds(world).at(-1)).toBe('done');
    expect(listed(world)).not.toContain('v1.0.2');
    const [rolledBack] = (await list(world.actor().context)).rollbacks;
    expect(rolledBack).toMatchObject({ version: 'v1.0.2', can_restore: false, state: 'rolled_back' });
  });

  it('the same command with --force takes out the rest when it may', async () => {
    const world = new MemoryWorld();
    await rollback(request, world.actor(held).context);
    const report = await rollback({ ...request, force: true }, world.actor().context);
    expect(report.exit_code, report.errors.join()).toBe(0);
    expect(world.bucket.keys('v1.0.2/')).toEqual([]);
  });

  it('the very first: everything is exactly as before', async () => {
    const world = new MemoryWorld();
    const before = essenceOf(world);
    const every = failing(to('remove', /^v1/), () => failure('STEP_FAILED', 'all are on hold'));
    const report = await rollback(request, world.actor(every).context);
    expect(report).toMatchObject({ exit_code: 43, status: 'failed', changed: false });
    expect(kinds(world).at(-1)).toBe('reverted');
    expect(essenceOf(world)).toEqual(before);
  });

  it('what is under way still is waited for before it is told what remains', async () => {
    const world = new MemoryWorld();
    const lost = losingReplies(to('remove', 'v1.0.2/README.md'), 9);
    const report = await rollback(request, world.actor(all(held, lost)).context);
    expect(report.exit_code).toBe(43);
    expect(world.clock.sleeps).toContain(60_000);
  });

  it('met by a recovery: the same', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit', ({ context }) => rollback(request, context));
    const report = await recover(recoverRequest(), world.actor(held).context);
    expect(report.warnings.join()).toContain(`still there: ${GUIDE}`);
    expect(report).toMatchObject({ exit_code: 0, changed: true });
    expect(records(world).at(-1)).toMatchObject({ kind: 'done', outcome: { exit_code: 43 } });
  });
});

it('a batch of which one key is refused: done as far as it goes', async () => {
  const world = await S3Remote.start({ versioned: false });
  world.server.denials.deny('s3:DeleteObject', keyInBucket(GUIDE));
  const report = await rollback(request, (await world.actor()).context);
  const state = world.snapshot();
  expect(report, report.errors.join()).toMatchObject({ exit_code: 43, status: 'partial', changed: true });
  expect(report.total_artifacts_removed).toBe(5);
  expect(logRecords(state).at(-1)?.kind).toBe('done');
  expect([...state.keys()].filter((key) => key.startsWith('v1.0.2/'))).toEqual([GUIDE]);
  expect(unbackedListings(state)).toEqual([]);
  await world.close();
});
