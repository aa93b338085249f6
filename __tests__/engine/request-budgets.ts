import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countdown } from '../../src/domain/keys.ts';
import { encodeJson } from '../../src/domain/log-record.ts';
import type { RollbackTypeName } from '../../src/domain/types.ts';
import { rollback } from '../../src/engine/mod.ts';
import { rollbackRequest } from '../builders/memory-world.ts';
import type { RemoteWorld } from '../builders/remote-world.ts';

/** More than one page and one batch. */
export const OBJECTS = 1205;
const BIG = 'v2.0.0';

export interface Budget {
  readonly name: string;
  readonly type: RollbackTypeName;
  readonly dryRun?: boolean;
  /** Of a release with few files instead of the big one. */
  readonly small?: boolean;
  readonly atMost: number;
}

/** Of N objects, in pages of 1,000 (issue: "Cost and speed"). */
const pages = Math.ceil(OBJECTS / 1000);
export const DRY_RUN: Budget = {
  name: 'a dry run: at most ⌈N/1000⌉ + 6, none a write',
  type: 'full',
  dryRun: true,
  atMost: pages + 6,
};
/** Of a release that one page lists. */
export const indexOnly = (atMost: number): Budget => ({
  name: `index_only: at most ${atMost}`,
  type: 'index_only',
  small: true,
  atMost,
});
export const budget = (name: string, type: RollbackTypeName, perObject: number, perPage: number): Budget => ({
  name,
  type,
  atMost: perObject * OBJECTS + perPage * pages + 20,
});
/** The same of v1.0.2 with its six files, where the fixed part weighs most. */
export const smallBudget = (
  name: string,
  type: RollbackTypeName,
  perObject: number,
  perPage: number,
): Budget => ({ name: `${name}, of few`, type, small: true, atMost: perObject * 6 + perPage + 20 });

/** A big release, listed first, and a log of `records` old records: the last closer decides. */
export function bigRelease(index: string): { index: string; files: ReadonlyMap<string, string> } {
  const files = new Map(Array.from({ length: OBJECTS }, (_, i) => [`${BIG}/file-${i}.txt`, `${i}\n`]));
  const doc = JSON.parse(index) as { releases: unknown[]; total_releases: number };
  doc.releases.unshift({ version: BIG, artifacts: [...files.keys()] });
  doc.total_releases += 1;
  return { index: JSON.stringify(doc, null, 2), files };
}

/** Old records after `from`, so that the newest one is `count`. */
export function oldRecords(newest: Record<string, unknown>, count: number): ReadonlyMap<string, Uint8Array> {
  const first = Number(newest.sequence);
  const records = new Map<string, Uint8Array>();
  for (let sequence = first + 1; sequence <= count; sequence += 1)
    records.set(`.rollback-log/${countdown(sequence)}`, encodeJson({ ...newest, sequence }));
  return records;
}

export interface CountedWorld {
  readonly world: RemoteWorld;
  /** All requests since `forget`, each with whether it changes anything. */
  requests(): readonly { readonly what: string; readonly changes: boolean }[];
  write(key: string, body: string | Uint8Array): void;
  text(key: string): string;
}

export function keepsBudgets(
  name: string,
  start: () => Promise<CountedWorld>,
  budgets: readonly Budget[],
): void {
  describe(`requests, counted by the server: ${name}`, () => {
    let counted: CountedWorld;
    let begin: () => void;
    beforeAll(async () => {
      counted = await start();
      const { world } = counted;
      const { index, files } = bigRelease(counted.text('index.json'));
      for (const [key, body] of files) counted.write(key, body);
      counted.write('index.json', index);
      // One operation of the past, and ten thousand records behind it.
      await rollback(rollbackRequest('v1.0.0', 'index_only'), (await world.actor()).context);
      const records = [...world.snapshot()].filter(([key]) => /^\.rollback-log\/\d{20}$/.test(key)).sort();
      const newest = JSON.parse(records[0]?.[1] ?? '') as Record<string, unknown>;
      for (const [key, body] of oldRecords(newest, 10_000)) counted.write(key, body);
      begin = world.save();
    });
    afterAll(() => counted.world.close());

    it.each(budgets)('$name', async ({ type, dryRun = false, small = false, atMost }) => {
      begin();
      const actor = await counted.world.actor();
      const report = await rollback(rollbackRequest(small ? 'v1.0.2' : BIG, type, { dryRun }), actor.context);
      expect(report.exit_code, report.errors.join('; ')).toBe(0);
      const requests = counted.requests();
      const counts = Object.entries(Object.groupBy(requests, ({ what }) => what)).map(
        ([what, each]) => `${what}: ${each?.length}`,
      );
      expect(requests.length, counts.join(', ')).toBeLessThanOrEqual(atMost);
      if (dryRun) expect(requests.filter(({ changes }) => changes)).toEqual([]);
    });
  });
}
