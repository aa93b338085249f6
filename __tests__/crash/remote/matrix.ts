import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RollbackReport } from '../../../src/domain/report.ts';
import { recover, restore, rollback } from '../../../src/engine/mod.ts';
import { type Actor, recoverRequest, restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import { kills, type Moment, type RemoteWorld } from '../../builders/remote-world.ts';
import { essence, logRecords, type Snapshot, violations } from '../invariants.ts';
import { FULL } from '../totals.ts';

interface Scenario {
  readonly name: string;
  readonly backup: boolean;
  prepare(world: RemoteWorld): Promise<void>;
  act(actor: Actor): Promise<RollbackReport>;
}

export const killTotals = { kills: 0, 'lost replies': 0, 'late requests': 0 };

/** Milliseconds. */
const FENCE = 60_000;

const nothing = async (): Promise<void> => {};
const types = ['full', 'artifacts_only', 'index_only'] as const;

const takeOut =
  (type: (typeof types)[number]) =>
  async (world: RemoteWorld): Promise<void> => {
    const report = await rollback(rollbackRequest('v1.0.2', type), (await world.actor()).context);
    expect(report.exit_code, report.errors.join('; ')).toBe(0);
  };

const scenarios: readonly Scenario[] = [
  ...types.map((type) => ({
    name: `rollback ${type}`,
    backup: true,
    prepare: nothing,
    act: ({ context }: Actor) => rollback(rollbackRequest('v1.0.2', type), context),
  })),
  ...types.map((type) => ({
    name: `restore ${type}`,
    backup: true,
    prepare: takeOut(type),
    act: ({ context }: Actor) => restore(restoreRequest('v1.0.2'), context),
  })),
  {
    name: 'rollback full without backup',
    backup: false,
    prepare: nothing,
    act: ({ context }: Actor) =>
      rollback(rollbackRequest('v1.0.2', 'full', { createBackup: false }), context),
  },
  {
    name: 'revert of a full rollback whose evidence cannot be written',
    backup: true,
    prepare: nothing,
    act: (actor: Actor) => {
      actor.evidence.failAt = 'publish';
      return rollback(rollbackRequest('v1.0.2'), actor.context);
    },
  },
];

/** A sample of the changes unless everything is asked for; `offset` lets the suites take different ones. */
const sampled = (at: number, offset: number): boolean => FULL || (at + offset) % 4 === 0;

/** I1 to I9 over a real client and a server: killed before and after each change, replies lost, the recovery killed, too. */
export function crashMatrix(name: string, start: () => Promise<RemoteWorld>): void {
  describe.each(scenarios.map((scenario, offset) => ({ ...scenario, offset })))(
    `${name}: $name`,
    (scenario) => {
      let world: RemoteWorld;
      let original: Snapshot;
      let attributes: ReadonlyMap<string, string>;
      let begin: () => void;
      let ends: { before: Snapshot; after: Snapshot; changes: number };

      beforeAll(async () => {
        world = await start();
        original = world.snapshot();
        attributes = world.attributes();
        await scenario.prepare(world);
        begin = world.save();
        const before = world.snapshot();
        begin();
        const report = await scenario.act(await world.actor());
        ends = { before, after: world.snapshot(), changes: world.changes().length };
        if (!scenario.name.startsWith('revert')) expect(report.exit_code, report.errors.join('; ')).toBe(0);
      });
      afterAll(() => world.close());

      async function cutAt(nth: number, moment: Moment) {
        begin();
        const cut = world.cut(nth, moment);
        world.clock.beforeSleep = async (milliseconds) => {
          // It lands at the last moment that the fence allows.
          if (milliseconds >= FENCE) await cut.deliver();
        };
        const actor = await world.actor();
        const report = await scenario.act(actor);
        cut.undo();
        if (kills(moment)) actor.host.die();
        return { report, at: cut.at };
      }

      async function recoverTwice(label: string): Promise<Snapshot> {
        const first = await recover(recoverRequest(), (await world.actor()).context);
        expect(first.exit_code, `${label}: ${first.errors.join('; ')}`).toBe(0);
        const once = world.snapshot();
        const second = await recover(recoverRequest(), (await world.actor()).context);
        expect(second.exit_code, label).toBe(0);
        expect(world.snapshot(), `${label}: I8`).toEqual(once);
        expect(violations(once, original, { backup: scenario.backup }), label).toEqual([]);
        for (const [key, text] of world.attributes()) {
          if (/^v\d/.test(key)) expect(text, `${label}: I6 ${key}`).toBe(attributes.get(key));
        }
        return once;
      }

      function agrees(state: Snapshot, label: string): void {
        const earlier = logRecords(ends.before).length;
        const kinds = logRecords(state)
          .slice(earlier)
          .map(({ kind }) => kind);
        const forward = kinds.includes('commit') && !kinds.includes('reverting');
        expect(essence(state), label).toEqual(essence(forward ? ends.after : ends.before));
      }

      it('is whole when a request lands late', async () => {
        for (let nth = 1; nth <= ends.changes; nth += 1) {
          for (const moment of ['late', 'late-and-dead'] as const) {
            if (!sampled(nth * 2 + (moment === 'late' ? 1 : 0), scenario.offset)) continue;
            const { report, at } = await cutAt(nth, moment);
            const label = `request ${nth} ${moment} (${at}), exit ${report.exit_code}`;
            const state = await recoverTwice(label);
            killTotals['late requests'] += 1;
            if (!scenario.name.startsWith('revert')) agrees(state, label);
          }
        }
      });

      it('is whole after a kill at a change, recovered twice', async () => {
        expect(ends.changes).toBeGreaterThan(5);
        for (let nth = 1; nth <= ends.changes; nth += 1) {
          for (const moment of ['before', 'after'] as const) {
            if (!sampled(nth * 2 + (moment === 'after' ? 1 : 0), scenario.offset)) continue;
            const { at } = await cutAt(nth, moment);
            const label = `killed ${moment} change ${nth} (${at})`;
            const state = await recoverTwice(label);
            killTotals.kills += 1;
            if (!scenario.name.startsWith('revert')) agrees(state, label);
          }
        }
      });

      it('is whole when the recovery is killed, too', async () => {
        for (let nth = 1; nth <= ends.changes; nth += FULL ? 1 : 6) {
          for (let second = 1 + (FULL ? 0 : scenario.offset % 3); ; second += FULL ? 1 : 4) {
            const { at } = await cutAt(nth, 'after');
            const again = world.cut(second, second % 2 === 0 ? 'before' : 'after');
            const actor = await world.actor();
            await recover(recoverRequest(), actor.context);
            again.undo();
            if (!again.struck) break;
            actor.host.die();
            killTotals.kills += 2;
            await recoverTwice(`killed at ${nth} (${at}), recovery killed at ${second} (${again.at})`);
          }
        }
      });

      it('ends the same when a reply is lost', async () => {
        for (let nth = 1; nth <= ends.changes; nth += 1) {
          if (!sampled(nth, scenario.offset)) continue;
          const { report, at } = await cutAt(nth, 'reply-lost');
          const label = `reply ${nth} lost (${at}), exit ${report.exit_code}: ${report.errors.join('; ')}`;
          const state = await recoverTwice(label);
          killTotals['lost replies'] += 1;
          if (report.exit_code === 0 && !scenario.name.startsWith('revert'))
            expect(essence(state), label).toEqual(essence(ends.after));
        }
      });
    },
  );
}
