import { describe, expect, it } from 'vitest';
import { failure } from '../../src/domain/errors.ts';
import type { RollbackReport } from '../../src/domain/report.ts';
import { ROLLBACK_TYPES } from '../../src/domain/types.ts';
import type { EngineContext } from '../../src/engine/context.ts';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import { dryRunText } from '../../src/report/dry-run.ts';
import {
  type Actor,
  MemoryWorld,
  recoverRequest,
  restoreRequest,
  rollbackRequest,
} from '../builders/memory-world.ts';
import { snapshotOf } from '../crash/invariants.ts';
import { isChange, recording } from './intercepts.ts';
import { diesAfter, diesAt, publishBlind } from './worlds.ts';

/** Runs it dry: not one changing request, nothing prepared, nothing different after. */
async function dry(
  world: MemoryWorld,
  act: (actor: Actor) => Promise<RollbackReport>,
): Promise<RollbackReport> {
  const before = snapshotOf(world.bucket);
  const { requests, intercept } = recording();
  const actor = world.actor(intercept);
  // Preparing output folders would be a write, too.
  actor.evidence.failAt = 'prepare';
  const report = await act(actor);
  expect(requests.filter(isChange)).toEqual([]);
  expect(snapshotOf(world.bucket)).toEqual(before);
  expect(report).toMatchObject({ dry_run: true, rollback_id: '', changed: false });
  return report;
}

const dryRollback = (
  world: MemoryWorld,
  type: (typeof ROLLBACK_TYPES)[number] = 'full',
  changes = {},
  version = 'v1.0.2',
) =>
  dry(world, ({ context }) =>
    rollback(rollbackRequest(version, type, { dryRun: true, ...changes }), context),
  );
const dryRestore = (world: MemoryWorld, changes = {}) =>
  dry(world, ({ context }) => restore(restoreRequest('v1.0.2', { dryRun: true, ...changes }), context));

describe('a dry run', () => {
  it('looks at output folders and key as far as reading goes', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.1'), world.actor().context);
    const acts = [
      (context: EngineContext) => rollback(rollbackRequest('v1.0.2', 'full', { dryRun: true }), context),
      (context: EngineContext) => restore(restoreRequest('v1.0.1', { dryRun: true }), context),
      (context: EngineContext) => recover(recoverRequest({ dryRun: true }), context),
    ];
    for (const act of acts) {
      const actor = world.actor();
      actor.evidence.failAt = 'check';
      expect(await act(actor.context)).toMatchObject({ exit_code: 47, would_exit_code: 48, changed: false });
      const unusable = async () => {
        throw failure('SIGNING_KEY', 'There is no such file');
      };
      const signer = { check: unusable, prepare: unusable, sign: unusable };
      const signed = { ...world.actor().context, signer };
      expect(await act(signed)).toMatchObject({ exit_code: 49, error_code: 'SIGNING_KEY', changed: false });
    }
  });

  it.each(ROLLBACK_TYPES)('foretells the real run (%s)', async (type) => {
    const world = new MemoryWorld();
    const foretold = await dryRollback(world, type);
    const real = await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
    expect(foretold).toMatchObject({ status: 'dry_run', exit_code: 0 });
    for (const field of [
      'artifacts_removed',
      'total_bytes_freed',
      'index_updated',
      'can_restore',
      'previous_latest',
      'new_latest',
      'backup_created',
      'warnings',
      'notes',
    ] as const) {
      expect(foretold[field], field).toEqual(real[field]);
    }
    const foretoldBack = await dryRestore(world);
    const realBack = await restore(restoreRequest('v1.0.2'), world.actor().context);
    for (const field of ['artifacts_removed', 'index_updated', 'previous_latest', 'new_latest'] as const)
      expect(foretoldBack[field], field).toEqual(realBack[field]);
  });

  it.each<[number, string, (world: MemoryWorld) => unknown]>([
    [40, 'v9.9.9', () => {}],
    [41, 'v1.0.2', (world) => world.bucket.write('index.json', '[]')],
    [42, 'v1.0.2', (world) => publishBlind(world, '{"version":"v2","artifacts":[],"base_version":"v1.0.2"}')],
    [46, 'v1.0.2', (world) => rollback(rollbackRequest('v1.0.2'), world.actor().context)],
  ])('that would fail with %i: 47, status failed, and which', async (code, version, prepare) => {
    const world = new MemoryWorld();
    await prepare(world);
    const report = await dryRollback(world, 'full', {}, version);
    expect(report).toMatchObject({ exit_code: 47, status: 'failed', would_exit_code: code });
  });

  it('of a restore that would fail: 47 likewise', async () => {
    const world = new MemoryWorld();
    expect(await dryRestore(world)).toMatchObject({ exit_code: 47, would_exit_code: 40 });
    await rollback(rollbackRequest('v1.0.2', 'full', { createBackup: false }), world.actor().context);
    expect(await dryRestore(world)).toMatchObject({ exit_code: 47, would_exit_code: 45 });
  });

  it('over a broken log: 49', async () => {
    const world = new MemoryWorld();
    world.bucket.write('.rollback-log/99999999999999999998', 'x');
    expect(await dryRollback(world)).toMatchObject({ exit_code: 49 });
  });

  it('while somebody else is at work: a warning, it would wait', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'claim');
    world.machine.dead.clear();
    const report = await dryRollback(world, 'full', {}, 'v1.0.1');
    expect(report.exit_code).toBe(0);
    expect(report.warnings.join()).toContain('a real run would wait');
  });
});

describe('judges the state that recovery would leave', () => {
  const points = [11, 12, 14, 18, 19, 21];

  it.each(points)('an open rollback of the same version, killed at change %i', async (at) => {
    for (const type of ROLLBACK_TYPES) {
      const world = new MemoryWorld();
      await diesAt(world, at);
      const foretold = await dryRollback(world, type);
      const restored = await dryRestore(world);
      const copy = await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
      const expected = copy.exit_code === 0 ? 0 : 47;
      expect(foretold.exit_code, `${type}: ${copy.errors.join()} / ${foretold.errors.join()}`).toBe(expected);
      const back = await restore(restoreRequest('v1.0.2'), world.actor().context);
      expect(restored.exit_code, restored.errors.join()).toBe(back.exit_code);
    }
  });

  it.each(points)('an open rollback of another version, killed at change %i', async (at) => {
    const world = new MemoryWorld();
    await diesAt(world, at);
    const foretold = await dryRollback(world, 'full', {}, 'v1.0.1');
    const real = await rollback(rollbackRequest('v1.0.1'), world.actor().context);
    expect(foretold).toMatchObject({
      exit_code: 0,
      previous_latest: real.previous_latest,
      new_latest: real.new_latest,
    });
    expect(foretold.previous_latest).toBe('v1.0.1');
  });

  it.each([3, 5, 9, 10, 11])('an open restore, killed at change %i', async (at) => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    await diesAt(world, at, ({ context }) => restore(restoreRequest('v1.0.2'), context));
    const [again, back] = [await dryRollback(world), await dryRestore(world)];
    expect(back.exit_code).toBe(0);
    const real = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    expect([again.exit_code, again.total_artifacts_removed]).toEqual([
      real.exit_code,
      real.total_artifacts_removed,
    ]);
  });

  it.each(ROLLBACK_TYPES)(
    'the same %s, committed: tells all that the run which finishes it will tell',
    async (type) => {
      const world = new MemoryWorld();
      await diesAfter(world, 'commit', ({ context }) => rollback(rollbackRequest('v1.0.2', type), context));
      const foretold = await dryRollback(world, type);
      const real = await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
      for (const field of [
        'artifacts_removed',
        'total_artifacts_removed',
        'total_bytes_freed',
        'index_updated',
        'backup_created',
        'can_restore',
        'policy_passed',
      ] as const) {
        expect(foretold[field], field).toEqual(real[field]);
      }
      if (type !== 'index_only') expect(dryRunText(foretold)).toMatch(/^Artifacts to remove: [1-9]/m);
    },
  );

  it('nothing to be done takes no time', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    const report = await dryRollback(world, 'full', { policyMode: 'lenient' });
    expect(report).toMatchObject({ exit_code: 0, estimated_duration_seconds: 0 });
    expect(dryRunText(report)).not.toContain('Estimated');
  });

  it('recover: says what it would do', async () => {
    const world = new MemoryWorld();
    const look = () => dry(world, ({ context }) => recover(recoverRequest({ dryRun: true }), context));
    expect((await look()).summary).toContain('nothing is open');
    await diesAfter(world, 'commit');
    expect((await look()).summary).toContain('would finish the rollback of v1.0.2');
  });

  it.each([
    ['revert', 'claim', 'would undo the rollback of v1.0.2', 'nothing visible was changed yet'],
    ['revert', 'commit', 'would undo the rollback of v1.0.2', 'put everything back'],
    ['abandon', 'claim', 'would give up the rollback of v1.0.2', 'stays where it is'],
    ['abandon', 'commit', 'would give up the rollback of v1.0.2', 'stays where it is'],
  ] as const)('recover --%s after a %s: %s', async (choice, kind, ...expected) => {
    const world = new MemoryWorld();
    const ask = () => dry(world, ({ context }) => recover(recoverRequest({ dryRun: true, choice }), context));
    expect((await ask()).summary).toContain('nothing is open');
    await diesAfter(world, kind);
    const { summary, warnings, exit_code } = await ask();
    expect(exit_code).toBe(0);
    for (const words of expected) expect(summary).toContain(words);
    expect(warnings).toEqual([]);
    world.machine.dead.clear();
    const alive = await ask();
    expect(alive).toMatchObject({ exit_code: 47, would_exit_code: 43 });
    expect(alive.summary).toContain('still at work');
    const real = await recover(recoverRequest({ choice }), world.actor().context);
    expect(real.exit_code).toBe(43);
  });
});
