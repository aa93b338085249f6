import { afterEach, describe, expect, it } from 'vitest';
import { rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { rollbackRequest } from '../builders/memory-world.ts';
import type { RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { failWith } from '../servers/gcs/faults.ts';

const README = /v1\.0\.2\/README\.md$/;

/** Copies of one artifact fail so many times; retries are 2, and chance always says one half. */
const worlds: readonly {
  name: string;
  copies: string;
  start: (times: number) => Promise<RemoteWorld>;
}[] = [
  {
    name: 'S3',
    copies: 'CopyObject',
    start: async (times) => {
      const world = await S3Remote.start({ versioned: false });
      world.server.faults.refuse('ConditionalRequestConflict', {
        operation: 'CopyObject',
        key: README,
        times,
      });
      return world;
    },
  },
  {
    name: 'GCS',
    copies: 'objects.rewrite',
    start: async (times) => {
      const world = await GcsRemote.start({ moves: false });
      world.server.faults.plant({ operation: 'objects.rewrite', key: README, times }, failWith(503));
      return world;
    },
  },
];

describe.each(worlds)('$name: a change without an answer', ({ copies, start }) => {
  let world: RemoteWorld;
  afterEach(() => world.close());

  const run = async () => rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
  const sent = () => world.requests().filter((what) => what.startsWith(copies) && README.test(what));

  it('is sent again after waits that grow, each shortened by chance', async () => {
    world = await start(2);
    const report = await run();
    expect(report.exit_code, report.errors.join('; ')).toBe(0);
    expect(sent()).toHaveLength(3);
    // What may have landed is waited for at the end, too.
    expect(world.clock.sleeps.slice(0, 2)).toEqual([150, 300]);
  });

  it('is sent so many times and no more, and all is as before', async () => {
    world = await start(Number.POSITIVE_INFINITY);
    const report = await run();
    expect([report.exit_code, report.changed], report.errors.join('; ')).toEqual([49, false]);
    expect(sent()).toHaveLength(3);
  });
});
