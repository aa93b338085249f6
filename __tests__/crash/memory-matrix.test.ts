import { describe, expect, it } from 'vitest';
import type { RollbackReport } from '../../src/domain/report.ts';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import {
  type Actor,
  MemoryWorld,
  recoverRequest,
  restoreRequest,
  rollbackRequest,
  type WorldOptions,
} from '../builders/memory-world.ts';
import { essence, logRecords, type Snapshot, snapshotOf, violations } from './invariants.ts';
import { KillSwitch } from './memory-kill.ts';
import { printsTotals } from './totals.ts';

interface Scenario {
  readonly name: string;
  readonly backup: boolean;
  readonly kind: string;
  readonly store: WorldOptions;
  prepare(world: MemoryWorld): Promise<void>;
  act(actor: Actor): Promise<RollbackReport>;
}

const nothing = async (): Promise<void> => {};
const takeOut = (type: 'full' | 'artifacts_only' | 'index_only') => async (world: MemoryWorld) => {
  await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
};

const types = ['full', 'artifacts_only', 'index_only'] as const;
const STORES: Readonly<Record<string, WorldOptions>> = {
  'copies, a revision for every write': {},
  'copies, same content same revision': { etagByContent: true },
  'copies, removed in batches': { etagByContent: true, batchSize: 4 },
  moves: { moves: true },
};
const scenarios: readonly Scenario[] = Object.entries(STORES).flatMap(([kind, store]) => [
  ...types.map((type) => ({
    name: `rollback ${type}`,
    backup: true,
    kind,
    store,
    prepare: nothing,
    act: ({ context }: Actor) => rollback(rollbackRequest('v1.0.2', type), context),
  })),
  ...types.map((type) => ({
    name: `restore ${type}`,
    backup: true,
    kind,
    store,
    prepare: takeOut(type),
    act: ({ context }: Actor) => restore(restoreRequest('v1.0.2'), context),
  })),
  {
    name: 'rollback full without backup',
    backup: false,
    kind,
    store,
    prepare: nothing,
    act: ({ context }: Actor) =>
      rollback(rollbackRequest('v1.0.2', 'full', { createBackup: false }), context),
  },
  {
    name: 'revert of a full rollback whose evidence cannot be written',
    backup: true,
    kind,
    store,
    prepare: nothing,
    act: (actor: Actor) => {
      actor.evidence.failAt = 'publish';
      return rollback(rollbackRequest('v1.0.2'), actor.context);
    },
  },
  {
    name: 'revert of a restore whose evidence cannot be written',
    backup: true,
    kind,
    store,
    prepare: takeOut('full'),
    act: (actor: Actor) => {
      actor.evidence.failAt = 'publish';
      return restore(restoreRequest('v1.0.2'), actor.context);
    },
  },
]);

interface Run {
  readonly world: MemoryWorld;
  readonly original: Snapshot;
  readonly kill: KillSwitch;
  readonly report: RollbackReport;
}

async function killedAt(scenario: Scenario, at: number, when: KillSwitch['when']): Promise<Run> {
  const world = new MemoryWorld(scenario.store);
  const original = snapshotOf(world.bucket);
  await scenario.prepare(world);
  const kill = new KillSwitch(at, when);
  const actor = world.actor(kill.intercept);
  const report = await scenario.act(actor);
  actor.host.die();
  return { world, original, kill, report };
}

async function outcomes(scenario: Scenario): Promise<{ before: Snapshot; after: Snapshot; changes: number }> {
  const world = new MemoryWorld(scenario.store);
  await scenario.prepare(world);
  const before = snapshotOf(world.bucket);
  const kill = new KillSwitch(0, 'before');
  await scenario.act(world.actor(kill.intercept));
  return { before, after: snapshotOf(world.bucket), changes: kill.seen };
}

/** The state that the log promises: after the commit forward (or back, once `reverting`), before it untouched. */
function expected(snapshot: Snapshot, ends: { before: Snapshot; after: Snapshot }): Snapshot {
  const earlier = logRecords(ends.before).length;
  const kinds = logRecords(snapshot)
    .slice(earlier)
    .map(({ kind }) => kind);
  return kinds.includes('commit') && !kinds.includes('reverting') ? ends.after : ends.before;
}

async function recoverTwice(
  world: MemoryWorld,
  original: Snapshot,
  scenario: Scenario,
  label: string,
): Promise<Snapshot> {
  const first = await recover(recoverRequest(), world.actor().context);
  expect(first.exit_code, `${label}: ${first.errors.join('; ')}`).toBe(0);
  const once = snapshotOf(world.bucket);
  const second = await recover(recoverRequest(), world.actor().context);
  expect(second.exit_code, label).toBe(0);
  expect(snapshotOf(world.bucket), `${label}: I8`).toEqual(once);
  expect(violations(once, original, { backup: scenario.backup }), label).toEqual([]);
  return once;
}

const full = process.env.CRASH_FULL === '1';
const totals = { kills: 0, 'lost replies': 0 };
printsTotals('Memory matrix', totals);

describe.each(scenarios)('$name ($kind)', (scenario) => {
  it('is whole after a kill at every change, recovered twice', async () => {
    const ends = await outcomes(scenario);
    expect(ends.changes).toBeGreaterThan(5);
    for (let at = 1; at <= ends.changes; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const { world, original, kill } = await killedAt(scenario, at, when);
        const label = `killed ${when} change ${at} (${kill.keys.at(-1)})`;
        const state = await recoverTwice(world, original, scenario, label);
        totals.kills += 1;
        if (!scenario.name.startsWith('revert'))
          expect(essence(state), label).toEqual(essence(expected(state, ends)));
      }
    }
  });

  it('is whole when the recovery is killed, too', async () => {
    const { changes } = await outcomes(scenario);
    const step = full ? 1 : 5;
    for (let at = 1; at <= changes; at += step) {
      for (let second = 1; ; second += full ? 1 : 3) {
        const { world, original, kill } = await killedAt(scenario, at, 'after');
        const again = new KillSwitch(second, second % 2 === 0 ? 'before' : 'after');
        const actor = world.actor(again.intercept);
        await recover(recoverRequest(), actor.context);
        if (!again.dead) break;
        actor.host.die();
        totals.kills += 2;
        const label = `killed at ${at} (${kill.keys.at(-1)}), recovery killed at ${second} (${again.keys.at(-1)})`;
        await recoverTwice(world, original, scenario, label);
      }
    }
  });

  it('ends the same when any one reply is lost', async () => {
    const ends = await outcomes(scenario);
    for (let at = 1; at <= ends.changes; at += 1) {
      const { world, original, kill, report } = await killedAt(scenario, at, 'reply-lost');
      const label = `reply ${at} lost (${kill.keys[at - 1]}), exit ${report.exit_code}: ${report.errors.join('; ')}`;
      totals['lost replies'] += 1;
      const state = await recoverTwice(world, original, scenario, label);
      if (report.exit_code === 0 && !scenario.name.startsWith('revert')) {
        expect(essence(state), label).toEqual(essence(ends.after));
      }
    }
  });
});

describe('the matrix', () => {
  it('has killed something', () => {
    expect(totals.kills).toBeGreaterThan(200);
  });
});
