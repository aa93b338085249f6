import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/ports/store-diagnosis.ts';
import { GcsWorld, SleeplessClock } from '../../doubles/gcs-world.ts';
import { failWith } from '../../servers/gcs/faults.ts';

/** Two minutes behind. */
class SlowClock extends SleeplessClock {
  override now(): number {
    return super.now() - 120_000;
  }
}

let world: GcsWorld;
beforeEach(async () => {
  world = await GcsWorld.start();
  world.bucket.put('rel/index.json', '{}');
});
afterEach(() => world.server.close());

/** Finding by name, of a fresh look. */
async function found(options = {}): Promise<Record<string, Finding>> {
  const findings = await (await world.open({ prefix: 'rel', ...options })).diagnose();
  return Object.fromEntries(findings.map((finding) => [finding.name, finding]));
}
const results = (findings: Record<string, Finding>) =>
  Object.fromEntries(Object.values(findings).map(({ name, result }) => [name, result]));

test('a bucket in which all is well; what was probed is kept', async () => {
  world.bucket.put('rel/index.json', '{}');
  expect(results(await found())).toEqual({
    bucket: 'ok',
    permissions: 'ok',
    conditions: 'ok',
    moves: 'ok',
    'retention and lifecycle': 'ok',
    'what stays': 'ok',
    'access lists': 'ok',
    'public access': 'ok',
    clock: 'ok',
  });
  expect(world.bucket.names()).toEqual(['rel/.rollback-log/capabilities.json', 'rel/index.json']);
});

test('no bucket: that alone', async () => {
  expect(results(await found({ bucket: 'nowhere' }))).toEqual({ bucket: 'failed' });
});

describe('what is wrong is told, each by itself', () => {
  test('permissions', async () => {
    world.server.permissions.deny('storage.objects.delete');
    world.server.permissions.deny('storage.buckets.get');
    const findings = await found();
    expect(findings.permissions).toMatchObject({
      result: 'failed',
      detail: 'Not granted: storage.objects.delete',
    });
    expect(results(findings)).toMatchObject({ bucket: 'warning', clock: 'ok', 'public access': 'ok' });
  });

  test('folders, where they are real', async () => {
    world.server.permissions.deny('storage.folders.create');
    expect((await found()).permissions?.result).toBe('ok');
    world.bucket.config.hierarchicalNamespace = { enabled: true };
    expect((await found()).permissions).toMatchObject({
      result: 'failed',
      detail: 'Not granted: storage.folders.create',
    });
  });

  test('conditions and moves', async () => {
    world.server.rules.ignorePreconditions = true;
    expect(results(await found())).toMatchObject({ conditions: 'failed', moves: 'warning' });
    expect(results(await found({ singleWriter: true }))).toMatchObject({ conditions: 'warning' });
  });

  test('what the bucket keeps by itself', async () => {
    expect((await found())['retention and lifecycle']?.result).toBe('ok');
    world.bucket.config.defaultEventBasedHold = true;
    expect((await found()).retention).toMatchObject({
      result: 'failed',
      detail: expect.stringContaining('event-based hold on every new object'),
      advice: expect.stringContaining('refused there'),
    });
  });

  test('lifecycle, and who may still read what was removed', async () => {
    world.bucket.config.lifecycle = { rule: [{ action: { type: 'Delete' }, condition: { age: 10 } }] };
    world.bucket.config.softDeletePolicy = { retentionDurationSeconds: '604800' };
    world.bucket.config.versioning = { enabled: true };
    const findings = await found();
    expect(findings.lifecycle?.detail).toContain('rel/.rollback-log/');
    expect(findings['what stays']?.detail).toContain('for 7 days (soft delete); replaced');
  });

  test('the clock', async () => {
    const { clock } = await found({ clock: new SlowClock() });
    expect(clock?.result).toBe('warning');
  });

  test('a store that is too busy', async () => {
    world.server.faults.plant({ operation: 'buckets.testIamPermissions', times: 99 }, failWith(503));
    expect(results(await found())).toMatchObject({ permissions: 'failed', conditions: 'ok', clock: 'ok' });
  });
});

describe('public access', () => {
  const viewer = (condition?: string) => ({
    role: 'roles/storage.objectViewer',
    members: ['allUsers'],
    ...(condition === undefined ? {} : { condition: { title: 't', expression: condition } }),
  });

  beforeEach(() => {
    world.bucket.put('rel/index.json', '{}');
  });
  const EXCLUDED = '!resource.name.startsWith("projects/_/buckets/releases/objects/rel/.rollback-backups/")';
  const finding = async () => (await found())['public access'];

  test('of the whole bucket: backups would stay readable', async () => {
    world.bucket.policy.push(viewer());
    world.bucket.put('rel/.rollback-backups/v1-b/v1/a', 'pulled');
    const { result, detail, advice } = (await finding()) ?? {};
    expect(result).toBe('warning');
    expect(detail).toContain('rel/.rollback-backups/v1-b/v1/a can be read without credentials');
    expect(detail).toContain('roles/storage.objectViewer is granted to allUsers');
    expect(advice).toContain('rel/.rollback-backups/');
  });

  test('where the policy may not be seen', async () => {
    world.bucket.policy.push(viewer());
    world.server.permissions.deny('storage.buckets.getIamPolicy');
    expect(await finding()).toMatchObject({ result: 'warning' });
  });

  test('by access lists of the objects themselves, which moves take along', async () => {
    world.bucket.config.iamConfiguration.uniformBucketLevelAccess.enabled = false;
    world.bucket.put('rel/index.json', '{}', { acl: [{ entity: 'allUsers', role: 'READER' }] });
    expect((await finding())?.detail).toContain('by its own access list');
  });

  test('with the backups excluded by a condition is as it should be', async () => {
    world.bucket.policy.push(viewer(EXCLUDED));
    world.bucket.put('rel/.rollback-backups/v1-b/v1/a', 'pulled');
    expect(await finding()).toMatchObject({
      result: 'ok',
      detail: 'The index is public, and the backups are not',
    });
  });
});
