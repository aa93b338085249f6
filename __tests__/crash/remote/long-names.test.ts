import { expect, it } from 'vitest';
import { rollback } from '../../../src/engine/mod.ts';
import { rollbackRequest } from '../../builders/memory-world.ts';
import { PREFIX } from '../../builders/remote-world.ts';
import { logRecords } from '../invariants.ts';
import { worlds } from './worlds.ts';

/** Of the artifact itself: as long as can be. */
const LONG = `v1.0.2/${'é'.repeat((1024 - PREFIX.length - 1 - 'v1.0.2/'.length) / 2)}`;

it.each(worlds)('$name: a backup whose key would be too long is told before the commit', async (each) => {
  const world = await each.start();
  const { store } = (await world.actor()).context;
  await store.put(LONG, new TextEncoder().encode('x'), 'absent');
  const before = world.snapshot();
  const run = async (changes: Partial<Parameters<typeof rollbackRequest>[2]>) =>
    rollback(rollbackRequest('v1.0.2', 'full', { force: true, ...changes }), (await world.actor()).context);
  const dry = await run({ dryRun: true });
  expect(world.snapshot()).toEqual(before);
  const real = await run({});
  if (each.name === 'S3, versions') {
    expect([dry.exit_code, real.exit_code], real.errors.join()).toEqual([0, 0]);
  } else {
    expect([dry.exit_code, real.exit_code]).toEqual([49, 49]);
    expect([dry.errors[0], real.errors[0]]).toEqual(
      Array(2).fill(expect.stringContaining('longer than 1024')),
    );
    expect(real.changed).toBe(false);
    expect(logRecords(world.snapshot()).map(({ kind }) => kind)).toEqual(['claim', 'aborted']);
    // Whoever needs no backup is not kept from it.
    expect((await run({ createBackup: false })).exit_code).toBe(0);
  }
  await world.close();
});
