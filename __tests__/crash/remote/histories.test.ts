import { afterAll, beforeAll, describe, it } from 'vitest';
import type { RemoteWorld } from '../../builders/remote-world.ts';
import { printsTotals, seeds } from '../totals.ts';
import { History, historyTotals } from './histories.ts';
import { worlds } from './worlds.ts';

printsTotals('Remote histories', historyTotals);

describe.each(worlds)('$name', ({ start }) => {
  let world: RemoteWorld;
  let restart: () => void;
  beforeAll(async () => {
    world = await start();
    restart = world.save();
  });
  afterAll(() => world.close());

  it('is whole after each of several operations, killed, deafened, and hit by what lands late', async () => {
    for (const seed of seeds(5, 250)) {
      restart();
      const history = new History(seed, world);
      historyTotals.seeds += 1;
      try {
        await history.run();
      } catch (thrown) {
        const error = thrown as Error;
        error.message = `CRASH_SEED=${seed}: ${error.message}\n${history.trace.join('\n')}`;
        throw error;
      }
    }
  });
});
