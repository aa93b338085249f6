import { expect, test } from 'vitest';
import { SystemClock } from '../../../src/adapters/clock/system-clock.ts';

const clock = new SystemClock();

test('tells the time, never backwards, and sleeps', async () => {
  const [wall, monotonic] = [clock.now(), clock.monotonic()];
  await clock.sleep(20);
  expect(clock.now()).toBeGreaterThan(wall);
  expect(clock.monotonic() - monotonic).toBeGreaterThan(15);
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
});

test('ticks until it is stopped', async () => {
  let ticks = 0;
  const stop = clock.every(5, () => {
    ticks += 1;
  });
  while (ticks < 2) await clock.sleep(5);
  stop();
  const seen = ticks;
  await clock.sleep(30);
  expect(ticks).toBe(seen);
});
