import { afterEach, describe, expect, it } from 'vitest';
import { rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';

const worlds: RemoteWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function s3(versioned = false): Promise<S3Remote> {
  const world = await S3Remote.start({ versioned });
  worlds.push(world);
  return world;
}
const tried = async (world: RemoteWorld) =>
  rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);

describe('what is to be done is told, under whatever code it ends', () => {
  it('where a key of KMS refuses the backup', async () => {
    const world = await s3();
    const bucket = world.server.bucket(BUCKET);
    const encryption = {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'k',
    };
    for (const key of bucket.keys(keyInBucket('v1.0.2/'))) {
      const [version] = bucket.history(key);
      if (version !== undefined) bucket.amend(version, { encryption });
    }
    world.server.denials.deny('kms:Decrypt');
    expect(await tried(world)).toMatchObject({
      exit_code: 45,
      advice: expect.stringContaining('Grant kms:Decrypt'),
      errors: expect.arrayContaining([expect.stringContaining('AccessDenied: ')]),
    });
  });

  it('where a delete is denied', async () => {
    const world = await s3();
    world.onCommit(() => void world.server.denials.deny('s3:DeleteObject', /v1\.0\.2\/README/));
    const report = await tried(world);
    expect(report).toMatchObject({
      exit_code: 43,
      advice: 'Grant s3:DeleteObject to the account that runs the rollback.',
    });
  });

  it('where the index may not be written', async () => {
    const world = await s3(true);
    world.onCommit(() => void world.server.denials.deny('s3:PutObject', keyInBucket('index.json')));
    expect(await tried(world)).toMatchObject({
      exit_code: 44,
      advice: 'Grant s3:PutObject to the account that runs the rollback.',
      errors: expect.arrayContaining([expect.stringMatching(/^AccessDenied: /)]),
    });
  });

  it('where the index is held', async () => {
    const world = await GcsRemote.start({ moves: true });
    worlds.push(world);
    world.server.bucket(BUCKET).patch(keyInBucket('index.json'), { eventBasedHold: true });
    const report = await tried(world);
    expect(report).toMatchObject({ exit_code: 44, advice: expect.stringContaining('--no-event-based-hold') });
  });

  it('where a token expires after the commit', async () => {
    const world = await s3();
    world.onCommit(
      () => void world.server.faults.refuse('ExpiredToken', { times: Number.POSITIVE_INFINITY }),
    );
    expect(await tried(world)).toMatchObject({
      exit_code: 49,
      error_code: 'UNREACHABLE',
      advice: expect.stringMatching(/^Log in again, then run `release-rollback recover`/),
    });
  });
});
