import { expect, test } from 'vitest';
import { restore, rollback } from '../../../src/engine/mod.ts';
import { restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import { BUCKET, keyInBucket } from '../../builders/remote-world.ts';
import { S3Remote } from '../../builders/s3-remote.ts';
import { REDIRECT } from '../../servers/s3/attributes.ts';

const redirects = (world: S3Remote, folder: RegExp) => {
  const bucket = world.server.bucket(BUCKET);
  return bucket
    .keys(keyInBucket(''))
    .filter((key) => folder.test(key))
    .flatMap((key) => bucket.current(key)?.headers[REDIRECT] ?? [])
    .sort();
};

test.each([
  ['whole', false],
  ['in parts', true],
])('where a website sends on to comes along with copies %s, to the backup and back', async (_, parts) => {
  const world = await S3Remote.start({ versioned: false, parts });
  // One after the other: the first is the sample.
  world.concurrency = 1;
  const bucket = world.server.bucket(BUCKET);
  const sent = bucket.keys(keyInBucket('v1.0.2/')).map((key) => {
    const [version] = bucket.history(key);
    const to = `/latest/${key}`;
    if (version !== undefined) bucket.amend(version, { headers: { ...version.headers, [REDIRECT]: to } });
    return to;
  });
  const actor = async () => (await world.actor()).context;
  expect(await rollback(rollbackRequest('v1.0.2'), await actor())).toMatchObject({ exit_code: 0 });
  expect(redirects(world, /\.rollback-backups\//)).toEqual(sent.sort());
  expect(await restore(restoreRequest('v1.0.2'), await actor())).toMatchObject({ exit_code: 0 });
  expect(redirects(world, new RegExp(`^${keyInBucket('v1.0.2/')}`))).toEqual(sent);
  await world.close();
});
