import { expect, it } from 'vitest';
import { restore, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { essence, violations } from '../crash/invariants.ts';
import { worlds } from '../crash/remote/worlds.ts';

const ODD = [
  'v1.0.2/with blank',
  'v1.0.2/ends with a blank ',
  'v1.0.2/plus+plus',
  'v1.0.2/#hash?query&and=equals',
  'v1.0.2/100%/%2F',
  'v1.0.2//double//slash',
  'v1.0.2/<xml>&amp;"\'',
  'v1.0.2/ünï/日本/🚀',
  'v1.0.2/a:b@c,d;e!f*g(h)~[i]{j}|k^l`m\\n',
  'v1.0.2/dots/../and/./dots',
  // Markers of folders, and the longest name of which a backup can be kept.
  'v1.0.2/',
  'v1.0.2/docs/',
  'v1.0.2/empty/',
  `v1.0.2/${'x'.repeat(900)}`,
];
const NEIGHBOURS = ['v1.0.20/file', 'v1.0.2-rc/file', 'v1.0.2.txt', 'V1.0.2/file', 'v1.0/file'];

function write(world: RemoteWorld, key: string, text: string): void {
  if (world instanceof S3Remote) world.server.bucket(BUCKET).put(keyInBucket(key), text);
  else if (world instanceof GcsRemote) world.server.bucket(BUCKET).put(keyInBucket(key), text);
}

it.each(worlds)('$name: whatever names a release has, all of it goes and comes back', async ({ start }) => {
  const world = await start();
  try {
    for (const key of ODD) write(world, key, key.endsWith('/') ? '' : `of ${key}`);
    for (const key of NEIGHBOURS) write(world, key, `of ${key}`);
    const original = world.snapshot();
    const attributes = world.attributes();
    world.forget();

    const taken = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(taken.exit_code, taken.errors.join('; ')).toBe(0);
    const state = world.snapshot();
    expect([...state.keys()].filter((key) => key.startsWith('v1.0.2/'))).toEqual([]);
    expect(NEIGHBOURS.map((key) => state.get(key))).toEqual(NEIGHBOURS.map((key) => `of ${key}`));
    expect(violations(state, original, { backup: true })).toEqual([]);

    const back = await restore(restoreRequest('v1.0.2'), (await world.actor()).context);
    expect(back.exit_code, back.errors.join('; ')).toBe(0);
    expect(essence(world.snapshot())).toEqual(essence(original));
    const carried = world.attributes();
    for (const key of ODD) expect(carried.get(key), key).toBe(attributes.get(key));
    const named = world
      .requests()
      .filter((what) => NEIGHBOURS.some((key) => what.endsWith(` ${keyInBucket(key)}`)));
    expect(named, 'no neighbour is asked for').toEqual([]);
  } finally {
    await world.close();
  }
});
