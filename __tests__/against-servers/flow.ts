import { beforeAll, describe, expect, test } from 'vitest';
import type { RollbackTypeName } from '../../src/domain/types.ts';
import { doctor, list, recover, restore, rollback } from '../../src/engine/mod.ts';
import { recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { essence, listedVersions, logFaults, type Snapshot, unbackedListings } from '../crash/invariants.ts';
import type { Seen } from './lib/outside.ts';
import { releaseFiles, VERSION } from './lib/release.ts';
import { BUCKETS, type BucketKind, known, texts, World } from './lib/world.ts';

type All = ReadonlyMap<string, Seen>;

/** What a reader can tell apart: bytes, `last_updated` aside, and attributes. */
const readers = (all: All) => ({
  texts: essence(texts(all)),
  attributes: Object.fromEntries(
    [...all].filter(isPublished).map(([key, { attributes }]) => [key, attributes]),
  ),
});
const isPublished = ([key]: readonly [string, Seen]) => !key.startsWith('.rollback-');
const artifacts = (all: All) => [...all.keys()].filter((key) => key.startsWith(`${VERSION}/`));
const others = ({ texts, attributes }: ReturnType<typeof readers>) => {
  const elsewhere = ([key]: [string, unknown]) => !key.startsWith(`${VERSION}/`) && key !== 'index.json';
  return [texts, attributes].map((each) =>
    Object.fromEntries(Object.entries<unknown>(each).filter(elsewhere)),
  );
};

/** The log is text, and chained by the hashes of its bytes. */
const decoded = (all: Snapshot): Snapshot =>
  new Map([...all].map(([key, bytes]) => [key, Buffer.from(bytes, 'latin1').toString('utf8')]));

const TYPES = ['full', 'artifacts_only', 'index_only'] satisfies RollbackTypeName[];
const CASES = BUCKETS.flatMap((kind) => TYPES.map((type) => ({ kind, type })));

describe.each(CASES)('a rollback of type $type in a bucket, $kind', ({ kind, type }) => {
  flow(kind, type);
});

function flow(kind: BucketKind, type: RollbackTypeName): void {
  let world: World;
  let before: All;
  beforeAll(async () => {
    world = await World.start(kind);
    await world.publish(releaseFiles());
    before = await world.seen();
    expect(before.size).toBe(releaseFiles().size);
  });

  const rolledBack = async (changes = {}) =>
    rollback(rollbackRequest(VERSION, type, changes), await world.context());
  const restored = async () => restore(restoreRequest(VERSION), await world.context());
  const expectAsBefore = async () => {
    const now = await world.seen();
    expect(readers(now)).toEqual(readers(before));
    return now;
  };

  async function expectTakenOut(): Promise<void> {
    const now = await world.seen();
    expect(artifacts(now)).toEqual(type === 'index_only' ? artifacts(before) : []);
    expect(listedVersions(texts(now), VERSION)).toBe(type === 'artifacts_only' ? 1 : 0);
    expect(unbackedListings(texts(now))).toEqual([]);
    expect(others(readers(now))).toEqual(others(readers(before)));
  }

  test('doctor finds it fit for what follows', async () => {
    const { checks, exit_code } = await doctor({ operation: 'doctor' }, await world.context());
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(exit_code).toBe(0);
    before = await world.seen();
  });

  test('a dry run says that it would succeed, and changes nothing at all', async () => {
    expect(await rolledBack({ dryRun: true })).toMatchObject({ exit_code: 0, status: 'dry_run', errors: [] });
    expect(await world.seen()).toEqual(before);
  });

  test('it takes the release out, and leaves everything else as it was', async () => {
    const report = await rolledBack();
    expect(report).toMatchObject({ exit_code: 0, status: 'success', errors: [], can_restore: true });
    await expectTakenOut();
  });

  test('a second one finds that nothing is left to do', async () => {
    expect(await rolledBack()).toMatchObject({ exit_code: 46 });
    await expectTakenOut();
  });

  test('list names it as one that can be restored', async () => {
    const { rollbacks, open, latest } = await list(await world.context());
    expect(rollbacks).toMatchObject([
      { version: VERSION, rollback_type: type, state: 'rolled_back', can_restore: true },
    ]);
    expect({ open, latest }).toEqual({ open: null, latest: 'v1.0.1' });
  });

  test('restore brings it back: every byte, every attribute', async () => {
    expect(await restored()).toMatchObject({ exit_code: 0, status: 'success', errors: [] });
    await expectAsBefore();
  });

  test('restore again has nothing to do', async () => {
    const now = await expectAsBefore();
    expect(await restored()).toMatchObject({ exit_code: 0, errors: [] });
    expect(await world.seen()).toEqual(now);
    const { rollbacks, latest } = await list(await world.context());
    expect(rollbacks).toMatchObject([{ state: 'restored', can_restore: false }]);
    expect(latest).toBe(VERSION);
  });

  test('it can be taken out and brought back once more', async () => {
    expect(await rolledBack()).toMatchObject({ exit_code: 0, errors: [] });
    await expectTakenOut();
    expect(await restored()).toMatchObject({ exit_code: 0, errors: [] });
    await expectAsBefore();
  });

  test('nothing is left open, nothing lies about, and the log is whole', async () => {
    expect(await recover(recoverRequest(), await world.context())).toMatchObject({ exit_code: 0 });
    const now = await expectAsBefore();
    expect([...now.keys()].filter((key) => key.startsWith('.rollback-work/'))).toEqual([]);
    expect(logFaults(decoded(texts(now)))).toEqual([]);
  });
}

test.runIf(known.losesTagsInParts === true)(
  'an artifact whose tags a copy in parts would lose is refused, and nothing is changed',
  async () => {
    const world = await World.start('unversioned');
    await world.publish(releaseFiles(), Number.POSITIVE_INFINITY);
    const before = await world.seen();
    const report = await rollback(rollbackRequest(VERSION), await world.context());
    expect(report).toMatchObject({ exit_code: 45, errors: [expect.stringContaining('tags')] });
    expect(readers(await world.seen())).toEqual(readers(before));
  },
);
