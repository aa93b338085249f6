import { expect, it } from 'vitest';
import { restore, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, PREFIX, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { worlds } from '../crash/remote/worlds.ts';

/** More than two pages of a listing. */
const MANY = 2100;

/** Before and behind the repository, in its other releases, and among what earlier rollbacks kept. */
const PLACES = [
  'a/',
  'zoo/',
  `${PREFIX}-2/`,
  keyInBucket('a/'),
  keyInBucket('v1.0.20/'),
  keyInBucket('z/'),
  keyInBucket('.rollback-backups/v0.9.0-20260101_000000-0a1b2c3d/v0.9.0/'),
];

function crowd(world: RemoteWorld): void {
  for (const place of PLACES)
    for (let at = 0; at < MANY; at += 1) {
      if (world instanceof S3Remote) world.server.bucket(BUCKET).put(`${place}${at}`, 'x');
      else if (world instanceof GcsRemote) world.server.bucket(BUCKET).put(`${place}${at}`, 'x');
    }
}

async function asked(world: RemoteWorld): Promise<readonly string[]> {
  world.concurrency = 1;
  for (const dryRun of [true, false]) {
    const taken = await rollback(
      rollbackRequest('v1.0.2', 'full', { dryRun }),
      (await world.actor()).context,
    );
    expect(taken.exit_code, taken.errors.join('; ')).toBe(0);
  }
  const back = await restore(restoreRequest('v1.0.2'), (await world.actor()).context);
  expect(back.exit_code, back.errors.join('; ')).toBe(0);
  return world.requests();
}

it.each(worlds)('$name: other keys, however many, cost no request', async ({ start }) => {
  const [alone, among] = [await start(), await start()];
  try {
    crowd(among);
    expect(await asked(among)).toEqual(await asked(alone));
  } finally {
    await Promise.all([alone.close(), among.close()]);
  }
});
