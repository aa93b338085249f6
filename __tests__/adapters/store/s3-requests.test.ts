import { afterEach, describe, expect, test } from 'vitest';
import { restore, rollback } from '../../../src/engine/mod.ts';
import { restoreRequest, rollbackRequest, silent } from '../../builders/memory-world.ts';
import { type BucketKind, S3World } from '../../builders/s3-world.ts';
import { EvidenceDouble } from '../../doubles/evidence-double.ts';
import { HostDouble, Machine } from '../../doubles/host-double.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

const OLD_RECORDS = 300;
let world: S3World;
afterEach(() => world.close());

/** A release of `count` objects, probed already, with old records beside it. */
async function release(kind: BucketKind, count: number) {
  const clock = new VirtualClock();
  world = await S3World.start({ kind, now: () => clock.now() });
  const artifacts = Array.from({ length: count }, (_, i) => `v1.0.0/files/${String(i).padStart(5, '0')}`);
  for (const key of artifacts) world.bucket.put(`repository/${key}`, key);
  const index = {
    releases: [{ version: 'v1.0.0', artifacts }],
    total_releases: 1,
    last_updated: '2026-01-01T00:00:00Z',
  };
  world.bucket.put('repository/index.json', JSON.stringify(index));
  for (let i = 0; i < OLD_RECORDS; i += 1)
    world.bucket.put(`repository/.rollback-log/by-version/v0.${i}/x`, '{}');
  const store = world.store({ clock });
  await store.inspect({ forWriting: true });
  world.server.log.reset();
  const cancelled = new AbortController().signal;
  const host = new HostDouble(new Machine());
  return {
    context: {
      store: world.store({ clock }),
      evidence: new EvidenceDouble(),
      signer: undefined,
      clock,
      host,
      reporter: silent,
      cancelled,
    },
  };
}

const THOUSANDS = 2;
const N = 1001;

describe.each([
  ['unversioned', N + 4 * THOUSANDS + 20],
  ['versioned', 4 * THOUSANDS + 20],
] as const)('a release of 1,001 objects in a bucket that is %s', (kind, most) => {
  test(`is rolled back by ${most} requests at most, and restored whole`, async () => {
    const { context } = await release(kind, N);
    const visible = () => world.bucket.keys('repository/v1.0.0/');
    const report = await rollback(rollbackRequest('v1.0.0'), context);
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({ exit_code: 0, total_artifacts_removed: N });
    expect(visible()).toEqual([]);
    const counts = world.server.log.counts();
    expect(world.server.log.count(), JSON.stringify(counts)).toBeLessThanOrEqual(most);
    expect(await restore(restoreRequest('v1.0.0'), context)).toMatchObject({ exit_code: 0 });
    expect(visible()).toHaveLength(N);
  });

  test('is judged by a dry run of 8 requests at most, none of them a change', async () => {
    const { context } = await release(kind, N);
    const report = await rollback(rollbackRequest('v1.0.0', 'full', { dryRun: true }), context);
    expect(report).toMatchObject({ exit_code: 0, status: 'dry_run' });
    expect(world.server.log.count(), JSON.stringify(world.server.log.counts())).toBeLessThanOrEqual(
      THOUSANDS + 6,
    );
    expect(world.server.log.changes).toEqual([]);
  });

  test('index_only takes 16 at most', async () => {
    const { context } = await release(kind, 10);
    const report = await rollback(rollbackRequest('v1.0.0', 'index_only'), context);
    expect(report).toMatchObject({ exit_code: 0 });
    expect(world.server.log.count(), JSON.stringify(world.server.log.counts())).toBeLessThanOrEqual(16);
  });
});
