import { expect, it } from 'vitest';
import { restore, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { worlds } from '../crash/remote/worlds.ts';

const AT_ONCE = 3;
/** What keeps a request in the server's hands for long enough that others come, milliseconds. */
const LATENCY = 5;

/** Notes how many changes are in the server's hands at once. */
function watch(world: RemoteWorld): { most: number } {
  const seen = { most: 0 };
  let now = 0;
  const counted = async <T>(proceed: () => Promise<T>): Promise<T> => {
    now += 1;
    seen.most = Math.max(seen.most, now);
    try {
      await new Promise((resolve) => setTimeout(resolve, LATENCY));
      return await proceed();
    } finally {
      now -= 1;
    }
  };
  if (world instanceof S3Remote)
    world.server.faults.add(async ({ changes }, proceed) => (changes ? counted(proceed) : proceed()));
  else if (world instanceof GcsRemote)
    world.server.faults.plant(
      { times: Number.POSITIVE_INFINITY, when: ({ method }) => method !== 'GET' },
      (_, proceed) => counted(proceed),
    );
  return seen;
}

it.each(worlds)('$name: as many changes at once as concurrency says, no more', async ({ name, start }) => {
  const world = await start();
  try {
    for (let at = 0; at < 40; at += 1) {
      const key = keyInBucket(`v1.0.2/many/${at}`);
      if (world instanceof S3Remote) world.server.bucket(BUCKET).put(key, 'x');
      else if (world instanceof GcsRemote) world.server.bucket(BUCKET).put(key, 'x');
    }
    world.concurrency = AT_ONCE;
    const seen = watch(world);
    const taken = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(taken.exit_code, taken.errors.join('; ')).toBe(0);
    const back = await restore(restoreRequest('v1.0.2'), (await world.actor()).context);
    expect(back.exit_code, back.errors.join('; ')).toBe(0);
    // Of versions all are hidden, and all markers taken away, by one request.
    expect(seen.most).toBe(name === 'S3, versions' ? 1 : AT_ONCE);
  } finally {
    await world.close();
  }
});
