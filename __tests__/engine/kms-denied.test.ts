import { afterEach, describe, expect, it } from 'vitest';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { essence, violations } from '../crash/invariants.ts';

const KEY = 'projects/p/locations/eu/keyRings/r/cryptoKeys/k';

async function onS3(versioned: boolean): Promise<RemoteWorld> {
  const world = await S3Remote.start({ versioned });
  const bucket = world.server.bucket(BUCKET);
  for (const key of bucket.keys(keyInBucket('v1.0.2/'))) {
    const version = bucket.current(key);
    const encryption = {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-central-1:1:key/k',
    };
    if (version !== undefined) bucket.amend(version, { encryption });
  }
  world.server.denials.deny('kms:Decrypt');
  return world;
}

async function onGcs(moves: boolean): Promise<RemoteWorld> {
  const world = await GcsRemote.start({ moves });
  const bucket = world.server.bucket(BUCKET);
  for (const name of bucket.names(keyInBucket('v1.0.2/'))) bucket.patch(name, { kmsKeyName: KEY });
  bucket.deniedKmsKeys.add(KEY);
  return world;
}

const worlds: readonly {
  name: string;
  start: () => Promise<RemoteWorld>;
  exitCode: number;
  words: RegExp;
}[] = [
  {
    name: 'S3, copies',
    start: () => onS3(false),
    exitCode: 45,
    words: /KMS key that encrypts it can't be used/,
  },
  { name: 'GCS, moves', start: () => onGcs(true), exitCode: 43, words: /Cloud KMS key of .* can't be used/ },
  {
    name: 'GCS, rewrites',
    start: () => onGcs(false),
    exitCode: 45,
    words: /Cloud KMS key of .* can't be used/,
  },
];

describe.each(worlds)('$name: artifacts whose KMS key may not be used', ({ start, exitCode, words }) => {
  let world: RemoteWorld;
  afterEach(() => world.close());

  it('stay where they are, and the report says why', async () => {
    world = await start();
    const original = world.snapshot();
    const report = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(report.exit_code, report.errors.join('; ')).toBe(exitCode);
    expect(report.errors.join('; ')).toMatch(words);
    expect([report.changed, report.status]).toEqual([false, 'failed']);
    expect(essence(world.snapshot())).toEqual(essence(original));
    expect(violations(world.snapshot(), original, { backup: true })).toEqual([]);
    const settled = await recover(recoverRequest(), (await world.actor()).context);
    expect(settled.exit_code).toBe(0);
  });
});

it('S3, versions: nothing is read, so no key is needed', async () => {
  const world = await onS3(true);
  try {
    expect((await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context)).exit_code).toBe(0);
    expect((await restore(restoreRequest('v1.0.2'), (await world.actor()).context)).exit_code).toBe(0);
  } finally {
    await world.close();
  }
});
