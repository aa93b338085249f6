import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logRecords } from '../invariants.ts';
import { FULL, printsTotals } from '../totals.ts';
import { SCENARIOS } from './scenarios.ts';
import { FENCE, Trial } from './trial.ts';
import { worlds } from './worlds.ts';

const totals = { pauses: 0, superseded: 0 };
printsTotals('Paused holders', totals);

const SAMPLE = SCENARIOS.filter(({ name }) => /full$|^revert/.test(name));

/**
 * A holder that proved itself, sent a request, and was not heard of any more: taken for dead, superseded after the
 * fence, at whose end the request lands. When the answer comes, the holder must stop by itself.
 */
describe.each(worlds)('$name', ({ start }) => {
  describe.each(FULL ? SCENARIOS : SAMPLE)('$name by a holder that is paused and superseded', (scenario) => {
    let trial: Trial;
    beforeAll(async () => {
      const world = await start();
      // Nothing else of it is under way then.
      world.concurrency = 1;
      trial = await Trial.start(world, scenario);
    });
    afterAll(() => trial.world.close());

    it('changes nothing any more when it goes on', async () => {
      const { changes } = trial;
      const step = FULL ? 1 : 6;
      for (let at = FULL ? 0 : SCENARIOS.indexOf(scenario) % 3; at < changes.length; at += step) {
        const what = changes[at] ?? '';
        const nth = changes.slice(0, at + 1).filter((one) => one === what).length;
        await pausedAt(trial, { what, nth });
      }
      expect(totals.superseded).toBeGreaterThan(0);
    });
  });
});

async function pausedAt(trial: Trial, target: { what: string; nth: number }): Promise<void> {
  const { world, scenario } = trial;
  trial.begin();
  const label = `paused at ${target.what} (${target.nth})`;
  const held = world.hold(target);
  const holder = await world.actor();
  const running = scenario.act(holder);
  await Promise.race([held.arrived, running]);
  expect(held.struck, label).toBe(true);
  holder.host.die();
  world.clock.beforeSleep = async (milliseconds) => {
    if (milliseconds >= FENCE) await held.deliver();
  };
  const state = await trial.recoverTwice(label);
  const taken = logRecords(state).some(({ kind }) => kind === 'takeover');
  held.answer();
  const report = await running;
  held.undo();
  const after = world.snapshot();
  const told = `${label}: exit ${report.exit_code}, ${report.errors.join('; ')}`;
  totals.pauses += 1;
  trial.checkWhole(after, told);
  trial.agrees(after, told);
  if (!taken) return;
  totals.superseded += 1;
  expect(report.exit_code, told).toBe(43);
  // Before its commit it knows that all is as before; after it, only the one that took over knows.
  trial.isTrue(report, after, told);
  expect(after, told).toEqual(state);
}
