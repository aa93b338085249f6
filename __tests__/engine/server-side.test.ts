import { expect, it } from 'vitest';
import { restore, rollback } from '../../src/engine/mod.ts';
import { restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import type { RemoteWorld } from '../builders/remote-world.ts';
import { worlds } from '../crash/remote/worlds.ts';

/** Requests that carry an object's bytes, there or back. */
const BYTES = /^(GetObject|PutObject|UploadPart|objects\.get\.media|objects\.insert(\.\w+)?) /;
const ARTIFACT = /(^| |\/)v1\.0\.2\//;

const travelling = (world: RemoteWorld): readonly string[] =>
  world
    .requests()
    .filter((what) => BYTES.test(what) && ARTIFACT.test(what) && !what.includes('.rollback-log/'));

it.each(worlds)('$name: no byte of an artifact travels through the runner', async ({ start }) => {
  const world = await start();
  try {
    const taken = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(taken.exit_code, taken.errors.join('; ')).toBe(0);
    const back = await restore(restoreRequest('v1.0.2'), (await world.actor()).context);
    expect(back.exit_code, back.errors.join('; ')).toBe(0);
    expect(world.requests().some((what) => BYTES.test(what))).toBe(true);
    expect(travelling(world)).toEqual([]);
  } finally {
    await world.close();
  }
});
