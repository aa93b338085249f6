import { expect, it } from 'vitest';
import { restore, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { unbackedListings } from '../crash/invariants.ts';
import { worlds } from '../crash/remote/worlds.ts';

const INDEX = keyInBucket('index.json');

/** Adds a release between our look at the index and our next edit of it. */
function publishesBeforeEdit(world: RemoteWorld, version: string): void {
  const add = (text: string): string => {
    const doc = JSON.parse(text) as { releases: unknown[]; total_releases: number };
    doc.releases.unshift({ version, artifacts: [`${version}/file`] });
    doc.total_releases += 1;
    return JSON.stringify(doc, null, 2);
  };
  if (world instanceof S3Remote) {
    world.server.faults.on({ operation: 'PutObject', key: INDEX }, async (_, proceed) => {
      const bucket = world.server.bucket(BUCKET);
      bucket.put(keyInBucket(`${version}/file`), 'new');
      bucket.put(INDEX, add(bucket.text(INDEX) ?? ''));
      return proceed();
    });
  } else if (world instanceof GcsRemote) {
    world.server.faults.plant({ operation: 'objects.insert', key: INDEX }, async (_, proceed) => {
      const bucket = world.server.bucket(BUCKET);
      bucket.put(keyInBucket(`${version}/file`), 'new');
      bucket.put(INDEX, add(bucket.text(INDEX) ?? ''));
      return proceed();
    });
  }
}

const listed = (world: RemoteWorld): readonly string[] =>
  (JSON.parse(world.snapshot().get('index.json') ?? '') as { releases: { version: string }[] }).releases.map(
    ({ version }) => version,
  );

it.each(worlds)('$name: what a publisher writes at the same moment stays', async ({ start }) => {
  const world = await start();
  try {
    const before = listed(world);
    publishesBeforeEdit(world, 'v8.0.0');
    const taken = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(taken.exit_code, taken.errors.join('; ')).toBe(0);
    expect(listed(world)).toEqual(['v8.0.0', ...before.filter((version) => version !== 'v1.0.2')]);

    publishesBeforeEdit(world, 'v9.0.0');
    const back = await restore(restoreRequest('v1.0.2'), (await world.actor()).context);
    expect(back.exit_code, back.errors.join('; ')).toBe(0);
    expect([...listed(world)].sort()).toEqual(['v8.0.0', 'v9.0.0', ...before].sort());
    expect(unbackedListings(world.snapshot())).toEqual([]);
  } finally {
    await world.close();
  }
});
