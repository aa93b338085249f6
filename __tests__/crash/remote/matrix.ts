import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recover } from '../../../src/engine/mod.ts';
import { recoverRequest } from '../../builders/memory-world.ts';
import { kills, type Moment, type RemoteWorld } from '../../builders/remote-world.ts';
import { essence } from '../invariants.ts';
import { FULL } from '../totals.ts';
import { SCENARIOS } from './scenarios.ts';
import { FENCE, Trial } from './trial.ts';

export const killTotals = { kills: 0, 'lost replies': 0, 'late requests': 0 };

/** A sample of the changes unless everything is asked for; `offset` lets the suites take different ones. */
const sampled = (at: number, offset: number): boolean => FULL || (at + offset) % 4 === 0;

/** I1 to I9 over a real client and a server: killed before and after each change, replies lost, the recovery killed, too. */
export function crashMatrix(name: string, start: () => Promise<RemoteWorld>): void {
  describe.each(SCENARIOS.map((scenario, offset) => ({ ...scenario, offset })))(
    `${name}: $name`,
    (scenario) => {
      let trial: Trial;
      let changes: number;

      beforeAll(async () => {
        trial = await Trial.start(await start(), scenario);
        changes = trial.changes.length;
      });
      afterAll(() => trial.world.close());

      async function cutAt(nth: number, moment: Moment) {
        const { world } = trial;
        trial.begin();
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

      it('is whole when a request lands late', async () => {
        for (let nth = 1; nth <= changes; nth += 1) {
          for (const moment of ['late', 'late-and-dead'] as const) {
            if (!sampled(nth * 2 + (moment === 'late' ? 1 : 0), scenario.offset)) continue;
            const { report, at } = await cutAt(nth, moment);
            const label = `request ${nth} ${moment} (${at}), exit ${report.exit_code}`;
            const state = await trial.recoverTwice(label);
            killTotals['late requests'] += 1;
            trial.agrees(state, label);
          }
        }
      });

      it('is whole after a kill at a change, recovered twice', async () => {
        expect(changes).toBeGreaterThan(5);
        for (let nth = 1; nth <= changes; nth += 1) {
          for (const moment of ['before', 'after'] as const) {
            if (!sampled(nth * 2 + (moment === 'after' ? 1 : 0), scenario.offset)) continue;
            const { at } = await cutAt(nth, moment);
            const label = `killed ${moment} change ${nth} (${at})`;
            const state = await trial.recoverTwice(label);
            killTotals.kills += 1;
            trial.agrees(state, label);
          }
        }
      });

      it('is whole when the recovery is killed, too', async () => {
        for (let nth = 1; nth <= changes; nth += FULL ? 1 : 6) {
          for (let second = 1 + (FULL ? 0 : scenario.offset % 3); ; second += FULL ? 1 : 4) {
            const { at } = await cutAt(nth, 'after');
            const again = trial.world.cut(second, second % 2 === 0 ? 'before' : 'after');
            const actor = await trial.world.actor();
            await recover(recoverRequest(), actor.context);
            again.undo();
            if (!again.struck) break;
            actor.host.die();
            killTotals.kills += 2;
            await trial.recoverTwice(`killed at ${nth} (${at}), recovery killed at ${second} (${again.at})`);
          }
        }
      });

      it('ends the same when a reply is lost', async () => {
        for (let nth = 1; nth <= changes; nth += 1) {
          if (!sampled(nth, scenario.offset)) continue;
          const { report, at } = await cutAt(nth, 'reply-lost');
          const label = `reply ${nth} lost (${at}), exit ${report.exit_code}: ${report.errors.join('; ')}`;
          const state = await trial.recoverTwice(label);
          killTotals['lost replies'] += 1;
          if (report.exit_code === 0 && scenario.reverts !== true)
            expect(essence(state), label).toEqual(essence(trial.after));
        }
      });
    },
  );
}
