import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restore, rollback } from '../../src/engine/mod.ts';
import { restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import type { Attributes } from '../servers/s3/version.ts';

const VERSION = 'v1.0.2';
const ARTIFACT = `${VERSION}/manifest.json`;

let world: S3Remote;
afterEach(() => world.close());

const bucket = () => world.server.bucket(BUCKET);
const all = () => [...bucket().index.entries()];

function amend(key: string, changed: Partial<Attributes>): void {
  const version = bucket()
    .history(key)
    .find(({ isDeleteMarker }) => !isDeleteMarker);
  if (version === undefined) throw new Error(`${key} is not there`);
  bucket().amend(version, changed);
}
const runs = async (dryRun: boolean, changes = {}) =>
  rollback(rollbackRequest(VERSION, 'full', { dryRun, ...changes }), (await world.actor()).context);
const restores = async (dryRun: boolean) =>
  restore(restoreRequest(VERSION, { dryRun }), (await world.actor()).context);
const isRecord = (key: string) => key.startsWith(keyInBucket('.rollback-log/'));
const besidesLog = () => all().filter(([key]) => !isRecord(key));
const backupKey = () =>
  bucket()
    .keys(keyInBucket('.rollback-backups/'))
    .find((key) => key.endsWith(ARTIFACT)) ?? '';

describe.each(['GLACIER', 'DEEP_ARCHIVE'])('S3, copies, %s', (storageClass) => {
  beforeEach(async () => {
    world = await S3Remote.start({ versioned: false });
  });

  test('a rollback names what it could not copy, before anything changes, and so does its dry run', async () => {
    amend(keyInBucket(ARTIFACT), { storageClass });
    const before = besidesLog();
    for (const [dryRun, exitCode] of [
      [true, 47],
      [false, 45],
    ] as const) {
      world.server.log.reset();
      const report = await runs(dryRun);
      expect(report).toMatchObject({ exit_code: exitCode, changed: false });
      expect(report.errors.join()).toContain(ARTIFACT);
      expect(report.advice).toContain('restore-object');
      expect(world.server.log.of('CopyObject')).toEqual([]);
      expect(besidesLog()).toEqual(before);
    }
  });

  test('without a backup nothing is copied, so nothing has to be read', async () => {
    amend(keyInBucket(ARTIFACT), { storageClass });
    expect(await runs(true, { createBackup: false })).toMatchObject({ exit_code: 0 });
    expect(await runs(false, { createBackup: false })).toMatchObject({ exit_code: 0 });
  });

  test('what was taken out of the archive is copied', async () => {
    amend(keyInBucket(ARTIFACT), { storageClass, restored: true });
    expect(await runs(true)).toMatchObject({ exit_code: 0 });
    expect(await runs(false)).toMatchObject({ exit_code: 0 });
  });

  test('a restore names an archived backup, before anything changes, and so does its dry run', async () => {
    expect(await runs(false)).toMatchObject({ exit_code: 0 });
    amend(backupKey(), { storageClass });
    const before = besidesLog();
    expect(await restores(true)).toMatchObject({ exit_code: 47, would_exit_code: 45 });
    const refused = await restores(false);
    expect(refused).toMatchObject({ exit_code: 45, changed: false });
    expect(refused.errors.join()).toContain(ARTIFACT);
    expect(refused.advice).toContain('restore-object');
    expect(besidesLog()).toEqual(before);
    amend(backupKey(), { restored: true });
    expect(await restores(true)).toMatchObject({ exit_code: 0 });
    expect(await restores(false)).toMatchObject({ exit_code: 0 });
  });
});

describe('S3, versions', () => {
  beforeEach(async () => {
    world = await S3Remote.start({ versioned: true });
  });

  test('archived artifacts are hidden like others, and can be listed again only when they can be read', async () => {
    amend(keyInBucket(ARTIFACT), { storageClass: 'DEEP_ARCHIVE' });
    expect(await runs(true)).toMatchObject({ exit_code: 0 });
    expect(await runs(false)).toMatchObject({ exit_code: 0 });
    const before = besidesLog();
    expect(await restores(true)).toMatchObject({ exit_code: 47, would_exit_code: 45 });
    const refused = await restores(false);
    expect(refused).toMatchObject({ exit_code: 45, changed: false });
    expect(refused.errors.join()).toContain(ARTIFACT);
    expect(refused.advice).toContain('--version-id');
    expect(besidesLog()).toEqual(before);
    amend(keyInBucket(ARTIFACT), { restored: true });
    expect(await restores(false)).toMatchObject({ exit_code: 0 });
    expect(bucket().current(keyInBucket(ARTIFACT))).toBeDefined();
  });
});
