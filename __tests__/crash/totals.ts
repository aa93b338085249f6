import { writeSync } from 'node:fs';
import { afterAll } from 'vitest';

/** Prints one line at the end of a test file, which docs/testing.md quotes. */
export function printsTotals(title: string, totals: Readonly<Record<string, number>>): void {
  afterAll(() => {
    const text = Object.entries(totals).map(([name, count]) => `${count} ${name}`);
    writeSync(1, `\n${title}: ${text.join(', ')}\n`);
  });
}

export const FULL = process.env.CRASH_FULL === '1';

/** One seed to look at a failure again: CRASH_SEED=n. */
export function seeds(sample: number, full: number): readonly number[] {
  const only = process.env.CRASH_SEED;
  if (only !== undefined) return [Number(only)];
  return Array.from({ length: FULL ? full : sample }, (_, i) => i + 1);
}
