import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RemoteWorld } from '../../builders/remote-world.ts';
import { essence, logRecords } from '../invariants.ts';
import type { Scenario } from './scenarios.ts';
import { Trial } from './trial.ts';

/** Something that, once the commit is made, one object refuses for good. */
export interface Refusal<World extends RemoteWorld> {
  readonly name: string;
  readonly scenario: Scenario;
  /** Of the report; 43 unless it is about the index. */
  readonly exitCode?: number;
  /** Returns what lifts it. */
  refuse(world: World): () => void;
}

/** One object refuses after the commit: everything is put back, and once it refuses no longer the same run succeeds. */
export function refusalSuite<World extends RemoteWorld>(
  name: string,
  start: () => Promise<World>,
  refusals: readonly Refusal<World>[],
): void {
  describe.each(refusals)(`${name}: $scenario.name, $name`, ({ scenario, exitCode = 43, refuse }) => {
    let world: World;
    let trial: Trial;
    beforeAll(async () => {
      world = await start();
      trial = await Trial.start(world, scenario);
      trial.begin();
    });
    afterAll(() => world.close());

    it('puts everything back', async () => {
      let lift = (): void => {};
      const commit = world.onCommit(() => {
        lift = refuse(world);
      });
      const report = await scenario.act(await world.actor());
      commit.undo();
      const told = report.errors.join('; ');
      expect(commit.hits, told).toBe(1);
      expect([report.exit_code, report.changed, report.status], told).toEqual([exitCode, false, 'failed']);
      expect(trial.fenced, 'a refusal is an answer: nobody has to wait').toBe(false);
      const state = world.snapshot();
      expect(logRecords(state).at(-1)?.kind, told).toBe('reverted');
      expect(essence(state), told).toEqual(essence(trial.before));
      lift();
      await trial.recoverTwice(told);

      const again = await scenario.act(await world.actor());
      expect(again.exit_code, again.errors.join('; ')).toBe(0);
      expect(essence(world.snapshot())).toEqual(essence(trial.after));
    });
  });
}
