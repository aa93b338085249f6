import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recover, restore, rollback } from '../../../src/engine/mod.ts';
import { recoverRequest, restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import { BUCKET, keyInBucket } from '../../builders/remote-world.ts';
import { S3Remote } from '../../builders/s3-remote.ts';
import type { Bucket } from '../../servers/s3/bucket.ts';
import { essence, logRecords, type Snapshot, violations } from '../invariants.ts';

const GUIDE = keyInBucket('v1.0.2/docs/guide.md');

/** What others do to a bucket that keeps versions, on which a backup without copies rests. */
describe('a bucket that keeps versions', () => {
  let world: S3Remote;
  let bucket: Bucket;
  let original: Snapshot;
  let attributes: ReadonlyMap<string, string>;
  beforeEach(async () => {
    world = await S3Remote.start({ versioned: true });
    refresh();
  });
  afterEach(() => world.close());

  function refresh(): void {
    bucket = world.server.bucket(BUCKET);
    original = world.snapshot();
    attributes = world.attributes();
  }

  const takeOut = async () => rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
  const bringBack = async () => restore(restoreRequest('v1.0.2'), (await world.actor()).context);
  const finish = async (choice: 'forward' | 'revert' = 'forward') =>
    recover(recoverRequest({ choice }), (await world.actor()).context);

  /** Somebody's lifecycle rule, or a clean-up, for noncurrent versions. */
  function prune(key: string): void {
    for (const version of bucket.history(key).filter(({ isDeleteMarker }) => !isDeleteMarker))
      bucket.deleteVersion(key, version.versionId);
  }

  const copiesIn = (state: Snapshot): readonly string[] =>
    [...state.keys()].filter((key) => /^\.rollback-backups\/.*\/v1\.0\.2\//.test(key));

  function isWholeAgain(): void {
    const state = world.snapshot();
    const visible = [...state].filter(([key]) => !key.startsWith('.rollback-versions/'));
    expect(essence(new Map(visible))).toEqual(essence(original));
    expect(violations(state, original, { backup: true })).toEqual([]);
    for (const [key, text] of world.attributes())
      if (/^v\d/.test(key)) expect(text, key).toBe(attributes.get(key));
  }

  it('keeps what it takes out without a single copy', async () => {
    expect((await takeOut()).exit_code).toBe(0);
    expect(world.changes().filter((what) => what.startsWith('CopyObject'))).toEqual([]);
    expect((await bringBack()).exit_code).toBe(0);
    isWholeAgain();
  });

  it('artifacts under a legal hold or a retention: markers cover them, and it comes back', async () => {
    bucket.documents.set('object-lock', '<ObjectLockConfiguration/>');
    const locked = bucket.keys(keyInBucket('v1.0.2/'));
    for (const [at, key] of locked.entries()) {
      const version = bucket.current(key);
      if (version === undefined) throw new Error(`no ${key}`);
      const retention = { mode: 'COMPLIANCE', until: world.clock.now() + 86_400_000 } as const;
      bucket.amend(version, at % 2 === 0 ? { legalHold: true } : { retention });
    }
    const report = await takeOut();
    expect(report.exit_code, report.errors.join()).toBe(0);
    expect(locked.filter((key) => bucket.current(key) !== undefined)).toEqual([]);
    expect((await bringBack()).exit_code).toBe(0);
    isWholeAgain();
    expect(locked.map((key) => bucket.current(key)?.legalHold)).toEqual(locked.map((_, at) => at % 2 === 0));
  });

  it('a pinned version that somebody deleted: restore names it, and changes nothing', async () => {
    expect((await takeOut()).exit_code).toBe(0);
    prune(GUIDE);
    const before = essence(world.snapshot());
    const report = await bringBack();
    expect([report.exit_code, report.changed]).toEqual([45, false]);
    expect(report.errors.join()).toContain('v1.0.2/docs/guide.md');
    expect(report.errors.join()).not.toContain('README');
    expect(essence(world.snapshot())).toEqual(before);
    expect((await finish()).exit_code).toBe(0);
    expect(essence(world.snapshot())).toEqual(before);
  });

  it.each(['forward', 'revert'] as const)(
    'a pinned version that somebody deleted: a recovery (%s) of a half-done rollback says what is missing',
    async (choice) => {
      const cut = world.cut(1, 'after', /^DeleteObjects /);
      const actor = await world.actor();
      await rollback(rollbackRequest('v1.0.2'), actor.context);
      cut.undo();
      actor.host.die();
      prune(GUIDE);
      const report = await finish(choice);
      expect(report.exit_code, report.errors.join()).toBe(0);
      const told = [...report.warnings, ...report.errors].join();
      expect(told).toMatch(
        choice === 'forward'
          ? /backup is not whole.*: v1\.0\.2\/docs\/guide\.md$/
          : /pinned version of v1\.0\.2\/docs\/guide\.md is gone/,
      );
      const last = logRecords(world.snapshot()).at(-1);
      expect(last?.kind).toBe(choice === 'forward' ? 'done' : 'abandoned');
      if (choice === 'forward') return;
      // All that could come back is back.
      expect(last?.outcome?.misplaced).toEqual(['v1.0.2/docs/guide.md']);
    },
  );

  it('versioning was suspended before: copies are made, and it comes back', async () => {
    bucket.versioning = 'Suspended';
    expect((await takeOut()).exit_code).toBe(0);
    expect(copiesIn(world.snapshot())).toHaveLength(6);
    expect((await bringBack()).exit_code).toBe(0);
    isWholeAgain();
  });

  it('objects from before it kept versions: copies are made, and it comes back', async () => {
    for (const key of bucket.keys(keyInBucket('v1.0.2/'))) asNullVersion(key);
    refresh();
    expect((await takeOut()).exit_code).toBe(0);
    expect(copiesIn(world.snapshot())).toHaveLength(6);
    expect((await bringBack()).exit_code).toBe(0);
    isWholeAgain();
  });

  it('one object from before it kept versions is enough for copies', async () => {
    asNullVersion(GUIDE);
    refresh();
    expect((await takeOut()).exit_code).toBe(0);
    expect(copiesIn(world.snapshot())).toHaveLength(6);
    expect((await bringBack()).exit_code).toBe(0);
    isWholeAgain();
  });

  it('versioning is suspended after the rollback: it comes back all the same', async () => {
    expect((await takeOut()).exit_code).toBe(0);
    bucket.versioning = 'Suspended';
    const report = await bringBack();
    expect(report.exit_code, report.errors.join()).toBe(0);
    isWholeAgain();
  });

  it('a delete marker of somebody else on top of ours: it comes back all the same', async () => {
    expect((await takeOut()).exit_code).toBe(0);
    bucket.delete(GUIDE);
    const report = await bringBack();
    expect(report.exit_code, report.errors.join()).toBe(0);
    isWholeAgain();
  });

  it('a delete marker of somebody else between the commit and ours: it comes back all the same', async () => {
    const commit = world.onCommit(() => bucket.delete(GUIDE));
    expect((await takeOut()).exit_code).toBe(0);
    expect(commit.hits).toBe(1);
    commit.undo();
    expect((await bringBack()).exit_code).toBe(0);
    isWholeAgain();
  });

  describe('the same bytes uploaded again between our look and the delete', () => {
    const uploaded = () => {
      const [version] = bucket.history(GUIDE).filter(({ isDeleteMarker }) => !isDeleteMarker);
      if (version === undefined) throw new Error('nothing there');
      return bucket.put(GUIDE, version).versionId;
    };
    const beforeDelete = () => {
      let id = '';
      const fault = world.server.faults.on({ operation: 'DeleteObjects', times: 1 }, async (_, proceed) => {
        id = uploaded();
        return proceed();
      });
      return { fault, id: () => id };
    };

    it('stand there again, and the run says that somebody published', async () => {
      const { id } = beforeDelete();
      const report = await takeOut();
      expect(report).toMatchObject({ exit_code: 43, superseded: true, total_artifacts_removed: 5 });
      expect(report.errors.join()).toContain('left alone: v1.0.2/docs/guide.md');
      expect(report.artifacts_removed).not.toContain('v1.0.2/docs/guide.md');
      expect(bucket.current(GUIDE)?.versionId).toBe(id());
      expect(logRecords(world.snapshot()).at(-1)).toMatchObject({
        kind: 'done',
        outcome: { superseded: true },
      });
    });

    it('and the run dies: its recovery gives them back', async () => {
      const { id, fault } = beforeDelete();
      const cut = world.cut(1, 'after', /^DeleteObjects /);
      const actor = await world.actor();
      await rollback(rollbackRequest('v1.0.2'), actor.context);
      cut.undo();
      fault.remove();
      actor.host.die();
      await finish();
      expect(bucket.current(GUIDE)?.versionId).toBe(id());
      expect(logRecords(world.snapshot()).at(-1)).toMatchObject({
        outcome: { superseded: true, exit_code: 43 },
      });
      const twice = essence(world.snapshot());
      await finish();
      expect(essence(world.snapshot())).toEqual(twice);
    });

    it('and the run is put back: they stand for the original', async () => {
      beforeDelete();
      world.server.faults.refuse('AccessDenied', { operation: 'PutObject', key: /by-version/ });
      const report = await takeOut();
      expect([report.exit_code, report.changed], report.errors.join()).toEqual([43, false]);
      isWholeAgain();
    });

    it('but what somebody hid before us stays hidden', async () => {
      const commit = world.onCommit(() => {
        uploaded();
        bucket.delete(GUIDE);
      });
      const report = await takeOut();
      expect(commit.hits).toBe(1);
      expect(report.exit_code, report.errors.join()).toBe(0);
      expect(bucket.current(GUIDE)).toBeUndefined();
    });
  });

  it('something else written on top of our marker: restore leaves it alone', async () => {
    expect((await takeOut()).exit_code).toBe(0);
    bucket.put(GUIDE, 'of somebody else\n');
    const before = essence(world.snapshot());
    const report = await bringBack();
    expect([report.exit_code, report.changed]).toEqual([41, false]);
    expect(essence(world.snapshot())).toEqual(before);
    expect(bucket.text(GUIDE)).toBe('of somebody else\n');
  });

  /** As it would be had it been written before versioning was turned on. */
  function asNullVersion(key: string): void {
    const [version] = bucket.history(key);
    if (version === undefined) throw new Error(`no ${key}`);
    bucket.deleteVersion(key, version.versionId);
    bucket.versioning = undefined;
    bucket.put(key, version);
    bucket.versioning = 'Enabled';
    expect(bucket.current(key)?.versionId).toBe('null');
  }
});
