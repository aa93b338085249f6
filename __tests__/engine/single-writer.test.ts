import { afterEach, describe, expect, it } from 'vitest';
import { restore, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { essence, violations } from '../crash/invariants.ts';

const CAPABILITIES = '.rollback-log/capabilities.json';

const LOST =
  /create a key only if it is absent; replace an object only if it is unchanged; remove an object only if it is unchanged; copy an object only if it is unchanged; copy only to an absent key/;

/** What was probed of the store while it still held to conditions is forgotten. */
const worlds: readonly { name: string; start: () => Promise<RemoteWorld> }[] = [
  {
    name: 'S3',
    start: async () => {
      const world = await S3Remote.start({ versioned: false });
      Object.assign(world.server.weaknesses, {
        ignoresConditionalPuts: true,
        ignoresConditionalDeletes: true,
        ignoresCopySourceConditions: true,
        ignoresCopyDestinationConditions: true,
      });
      world.server.bucket(BUCKET).delete(keyInBucket(CAPABILITIES));
      return world;
    },
  },
  {
    name: 'GCS',
    start: async () => {
      const world = await GcsRemote.start({ moves: true });
      world.server.rules.ignorePreconditions = true;
      world.server.bucket(BUCKET).retire(keyInBucket(CAPABILITIES));
      return world;
    },
  },
];

describe.each(worlds)('$name: a store that ignores preconditions', ({ start }) => {
  let world: RemoteWorld;
  afterEach(() => world.close());

  it('is refused, and nothing is changed', async () => {
    world = await start();
    const before = essence(world.snapshot());
    const report = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect([report.exit_code, report.changed]).toEqual([49, false]);
    expect(report.errors.join()).toContain('does not hold to conditions that all-or-nothing rests on');
    expect(essence(world.snapshot())).toEqual(before);
    expect([...world.snapshot().keys()].filter((key) => /^\.rollback-(work|log)\//.test(key))).toEqual([
      CAPABILITIES,
    ]);
  });

  it('is taken with single-writer, and the reports say what was given up', async () => {
    world = await start();
    world.singleWriter = true;
    const original = world.snapshot();
    const gaveUp = expect.stringMatching(
      new RegExp(`does not hold to conditions \\(${LOST.source}\\): with single-writer`),
    );
    const taken = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(taken.exit_code, taken.errors.join('; ')).toBe(0);
    expect(taken.warnings).toEqual([gaveUp]);
    expect(violations(world.snapshot(), original, { backup: true })).toEqual([]);
    const back = await restore(restoreRequest('v1.0.2'), (await world.actor()).context);
    expect(back.exit_code, back.errors.join('; ')).toBe(0);
    expect(back.warnings).toEqual([gaveUp]);
    expect(essence(world.snapshot())).toEqual(essence(original));
  });
});
