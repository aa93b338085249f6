import { afterEach, describe, expect, it } from 'vitest';
import { list, recover, restore, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';

const KEPT = 'kept/production';

let world: RemoteWorld;
afterEach(() => world.close());

/** A run that is given this backup-prefix, or none. */
async function given(backupPrefix: string) {
  world.backupPrefix = backupPrefix;
  return world.actor();
}
const contextOf = async (backupPrefix: string) => (await given(backupPrefix)).context;
const published = () => new Map([...world.snapshot()].filter(([key]) => /^(v\d|index\.json)/.test(key)));
const artifacts = () => [...published()].filter(([key]) => key !== 'index.json');

describe.each([
  ['S3', () => S3Remote.start({ versioned: false })],
  ['S3, versions', () => S3Remote.start({ versioned: true })],
  ['GCS', () => GcsRemote.start({ moves: true })],
] as const)('a backup that was kept elsewhere: %s', (_name, start) => {
  it.each(['', 'another/place'])('is found by a restore that is given backup-prefix %j', async (prefix) => {
    world = await start();
    const before = artifacts();
    expect(await rollback(rollbackRequest('v1.0.2'), await contextOf(KEPT))).toMatchObject({ exit_code: 0 });
    expect((await list(await contextOf(prefix))).rollbacks).toMatchObject([
      { can_restore: true, backup_prefix: KEPT },
    ]);
    const dry = await restore(restoreRequest('v1.0.2', { dryRun: true }), await contextOf(prefix));
    expect(dry).toMatchObject({ exit_code: 0, status: 'dry_run' });
    const report = await restore(restoreRequest('v1.0.2'), await contextOf(prefix));
    expect(report).toMatchObject({ exit_code: 0, status: 'success', warnings: [] });
    const told = `The rollback kept its backup in '${KEPT}': backup-prefix '${prefix}' does not count here`;
    expect(report.notes.includes(told)).toBe(prefix !== '');
    expect(artifacts()).toEqual(before);
  });

  it('is found by whoever finishes a restore that died', async () => {
    world = await start();
    const before = artifacts();
    await rollback(rollbackRequest('v1.0.2'), await contextOf(KEPT));
    const { context, host } = await given('');
    const died = world.onCommit(() => {
      const cut = world.cut(1, 'before');
      cut.whenStruck = async () => {};
    });
    await restore(restoreRequest('v1.0.2'), context);
    expect(died.hits).toBe(1);
    host.die();
    world.forget();
    const report = await recover(recoverRequest(), await contextOf('another/place'));
    expect(report).toMatchObject({ exit_code: 0 });
    expect(artifacts()).toEqual(before);
  });
});

describe('where the marker says nothing that helps', () => {
  let server: S3Remote;
  const bucket = () => server.server.bucket(BUCKET);
  const start = async () => {
    server = await S3Remote.start({ versioned: false });
    world = server;
    const before = artifacts();
    await rollback(rollbackRequest('v1.0.2'), await contextOf(KEPT));
    return before;
  };
  const keysBelow = (prefix: string) =>
    [...bucket().index.entries()].map(([key]) => key).filter((key) => key.startsWith(prefix));
  const markerKey = () => keysBelow(keyInBucket('.rollback-log/by-version/v1.0.2/'))[0] ?? '';
  const rewrite = (change: Record<string, unknown>) => {
    const marker = JSON.parse(bucket().text(markerKey()) ?? '');
    bucket().put(markerKey(), JSON.stringify({ ...marker, ...change }));
  };
  const move = (to: string) => {
    for (const key of keysBelow(`${KEPT}/`)) {
      const kept = bucket().current(key);
      if (kept !== undefined) bucket().put(to + key.slice(KEPT.length), kept.content);
      bucket().delete(key);
    }
  };

  it('a backup that a person moved is taken from where the restore is told to look', async () => {
    const before = await start();
    move('moved');
    const lost = await restore(restoreRequest('v1.0.2'), await contextOf(''));
    expect(lost).toMatchObject({ exit_code: 45, changed: false });
    expect(lost.advice).toContain('backup-prefix');
    const report = await restore(restoreRequest('v1.0.2'), await contextOf('moved'));
    expect(report).toMatchObject({ exit_code: 0 });
    expect(report.notes.join()).toContain('it was moved');
    expect(artifacts()).toEqual(before);
  });

  it('a marker of an earlier version of this tool: where backup-prefix says', async () => {
    const before = await start();
    rewrite({ backup_prefix: undefined });
    expect(await restore(restoreRequest('v1.0.2'), await contextOf(''))).toMatchObject({ exit_code: 45 });
    expect(await restore(restoreRequest('v1.0.2'), await contextOf(KEPT))).toMatchObject({ exit_code: 0 });
    expect(artifacts()).toEqual(before);
  });

  it.each([
    ['the repository', 'production'],
    ['a release', 'production/v1.0.1'],
    ['a way around', 'kept/../production'],
    ['a root', '/kept'],
    ['no name', 'kept//x'],
    ['a control character', 'kept\nx'],
    ['too long', 'x'.repeat(1100)],
  ])('a marker that names no place for backups is refused before the claim: %s', async (_what, prefix) => {
    await start();
    rewrite({ backup_prefix: prefix });
    const before = world.snapshot();
    for (const dryRun of [true, false]) {
      const report = await restore(restoreRequest('v1.0.2', { dryRun }), await contextOf(''));
      expect(report).toMatchObject({ exit_code: 49, changed: false });
      expect(report.errors.join()).toContain('as the place of backups, which is none');
    }
    expect(world.snapshot()).toEqual(before);
  });
});
