import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GcsStore } from '../../../src/adapters/store/gcs/gcs-store.ts';
import type { ManifestArtifact } from '../../../src/domain/manifest.ts';
import { ConflictError } from '../../../src/ports/object-store.ts';
import { collect } from '../../contracts/object-store.contract.ts';
import { GcsWorld, probed, SleeplessClock } from '../../doubles/gcs-world.ts';
import { isWrite } from '../../servers/gcs/call.ts';

let world: GcsWorld;
beforeEach(async () => {
  world = await GcsWorld.start();
  world.bucket.put('index.json', '{}');
});
afterEach(() => world.server.close());

const bytes = new TextEncoder().encode('bytes');
const WRITING = { forWriting: true, version: 'v1' };
const CAPABILITIES = '.rollback-log/capabilities.json';

test('a prefix with nothing in it is no repository, and stays empty', async () => {
  const store = await world.open({ prefix: 'mistyped' });
  await expect(store.inspect(WRITING)).rejects.toMatchObject({ code: 'NO_REPOSITORY' });
  expect(world.bucket.names()).toEqual(['index.json']);
});

describe('what an inspection costs', () => {
  test('the first one probes and keeps what it found; the next ones read it', async () => {
    const first = await world.open();
    expect(await first.inspect(WRITING)).toEqual([]);
    expect(world.bucket.names()).toEqual([CAPABILITIES, 'index.json']);
    expect(JSON.parse(world.bucket.text(CAPABILITIES) ?? '')).toMatchObject({
      tool_version: '1.0.0',
      service: world.server.endpoint,
      holds: { create_only: true, compare_and_swap: true, conditional_delete: true, conditional_move: true },
    });
    world.server.log.reset();
    await (await world.open()).inspect(WRITING);
    expect(world.asked().sort()).toEqual(['buckets.get', 'buckets.testIamPermissions', 'objects.get.media']);
  });

  test('another version of this tool probes again, and replaces what was kept', async () => {
    await probed(world);
    await (await world.open({ toolVersion: '2.0.0' })).inspect(WRITING);
    expect(JSON.parse(world.bucket.text(CAPABILITIES) ?? '')).toMatchObject({ tool_version: '2.0.0' });
    expect(world.bucket.names()).toEqual([CAPABILITIES, 'index.json']);
  });

  test('without artifacts it is one request', async () => {
    const store = await probed(world);
    expect(await store.inspect({ ...WRITING, takesArtifacts: false })).toEqual([]);
    expect(world.asked()).toEqual(['objects.get.media']);
  });

  test('not for writing it writes nothing, whatever is unknown', async () => {
    const store = await world.open();
    expect(await store.inspect({ forWriting: false, version: 'v1' })).toEqual([]);
    expect(world.server.log.entries.filter(({ operation }) => isWrite(operation))).toEqual([]);
    expect(world.asked().sort()).toEqual(['buckets.get', 'objects.get.media']);
  });
});

describe('a server that ignores preconditions', () => {
  beforeEach(() => {
    world.server.rules.ignorePreconditions = true;
  });

  test('is refused in words, and nothing is left of the probe', async () => {
    const store = await world.open();
    await expect(store.inspect(WRITING)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: [
        "It can't create a key only if it is absent",
        "It can't replace an object only if it is unchanged",
        "It can't remove an object only if it is unchanged",
        "It can't copy an object only if it is unchanged",
        "It can't copy only to an absent key",
      ],
    });
    expect(world.bucket.names()).toEqual([CAPABILITIES, 'index.json']);
    await expect((await world.open()).inspect({ forWriting: false })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  test('is taken with single-writer: a warning, and a look before each change', async () => {
    const store = await world.open({ singleWriter: true });
    const [warning] = await store.inspect(WRITING);
    expect(warning).toContain('a writer in between would not be noticed');
    const revision = await store.put('a', bytes, 'absent');
    await expect(store.put('a', bytes, 'absent')).rejects.toBeInstanceOf(ConflictError);
    const newer = await store.put('a', bytes, { unchangedSince: revision });
    await expect(store.put('a', bytes, { unchangedSince: revision })).rejects.toBeInstanceOf(ConflictError);
    await expect(store.remove('a', revision)).rejects.toBeInstanceOf(ConflictError);
    const source = { key: 'a', revision: newer, size: bytes.length };
    await store.copy(source, 'b');
    await expect(store.copy(source, 'b')).rejects.toMatchObject({ name: 'ConflictError', key: 'b' });
    await expect(store.copy({ ...source, revision }, 'c')).rejects.toMatchObject({
      name: 'ConflictError',
      key: 'a',
    });
    expect(await store.backupMethod([])).toBe('copy');
    await store.remove('a', newer);
    await store.remove('a', newer);
    expect(world.bucket.names()).toEqual([CAPABILITIES, 'b', 'index.json']);
  });

  test('where only moves ignore them: artifacts are copied', async () => {
    world.server.rules.ignorePreconditions = false;
    world.server.intercept = async (call, proceed) => {
      world.server.rules.ignorePreconditions = call.operation === 'objects.move';
      return proceed();
    };
    const store = await world.open();
    expect(await store.inspect(WRITING)).toEqual([]);
    expect(await store.backupMethod([])).toBe('copy');
  });
});

describe('how artifacts are kept', () => {
  test('moves where they are offered, copies where they are refused', async () => {
    expect(await (await probed(world)).backupMethod([])).toBe('move');
    for (const status of [400, 405, 501]) {
      world.server.rules.moveRefused = { status, reason: 'invalid' };
      world.bucket.retire(CAPABILITIES);
      expect(await (await probed(world)).backupMethod([])).toBe('copy');
    }
  });

  test('held or retained artifacts are named before anything changes', async () => {
    world.bucket.put('v1/free', 'x');
    world.bucket.put('v1/held', 'x', { eventBasedHold: true });
    world.bucket.put('v1/temporary', 'x', { temporaryHold: true });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    world.bucket.put('v1/locked', 'x', { retention: { mode: 'Locked', retainUntilTime: until } });
    const store = await probed(world);
    const artifacts = (await collect(store.list('v1/'))).map(
      ({ key, revision }): ManifestArtifact => ({ path: key, type: 'file', size: 1, revision, listed: true }),
    );
    await expect(store.backupMethod(artifacts)).rejects.toMatchObject({
      code: 'STEP_FAILED',
      details: [
        'v1/held: an event-based hold',
        `v1/locked: a retention until ${until}`,
        'v1/temporary: a temporary hold',
      ],
    });
    expect(await store.backupMethod(artifacts.filter(({ path }) => path === 'v1/free'))).toBe('move');
    for (const name of ['v1/held', 'v1/temporary'])
      world.bucket.patch(name, { eventBasedHold: false, temporaryHold: false });
    await collect(store.list('v1/'));
    expect(await store.backupMethod(artifacts.filter(({ path }) => path !== 'v1/locked'))).toBe('move');
  });
});

describe('permissions', () => {
  let store: GcsStore;
  beforeEach(async () => {
    store = await probed(world);
  });

  test.each(['storage.objects.list', 'storage.objects.delete', 'storage.objects.create'] as const)(
    '%s is named when it is missing',
    async (permission) => {
      world.server.permissions.deny(permission);
      const before = world.bucket.names();
      await expect(store.inspect(WRITING)).rejects.toMatchObject({
        code: 'PERMISSION',
        message: `Not granted on gs://releases: ${permission}`,
      });
      expect(world.bucket.names()).toEqual(before);
    },
  );

  test('all that is missing is told at once', async () => {
    world.server.permissions.grantOnly(['storage.objects.get', 'storage.objects.list']);
    await expect(store.inspect(WRITING)).rejects.toMatchObject({
      details: ['storage.objects.create is missing', 'storage.objects.delete is missing'],
    });
  });

  test('granted on the prefix only, by a condition, is enough', async () => {
    world.server.permissions.grantAll();
    world.server.faults.plant({ operation: 'buckets.testIamPermissions' }, async () => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{}'),
    }));
    expect(await store.inspect(WRITING)).toEqual([]);
  });

  test('a bucket whose settings may not be seen is worth a warning, no more', async () => {
    world.server.permissions.deny('storage.buckets.get');
    const [warning, ...more] = await store.inspect(WRITING);
    expect(warning).toContain('storage.buckets.get');
    expect(more).toEqual([]);
  });

  test('reading needs reading only', async () => {
    world.server.permissions.grantOnly([
      'storage.objects.get',
      'storage.objects.list',
      'storage.buckets.get',
    ]);
    expect(await store.inspect({ forWriting: false, version: 'v1' })).toEqual([]);
  });
});

test.each([
  [-70_000, /\b(69|70) s behind the store's/],
  [70_000, /\b7[01] s ahead of the store's/],
  [-50_000, undefined],
])('a clock that is off by %i ms', async (off, told) => {
  class Off extends SleeplessClock {
    override now(): number {
      return super.now() + off;
    }
  }
  const store = await probed(world, { clock: new Off() });
  for (const options of [WRITING, { forWriting: false, version: 'v1' }]) {
    const warnings = await store.inspect(options);
    expect(warnings).toEqual(told === undefined ? [] : [expect.stringMatching(told)]);
  }
});

describe("the bucket's settings", () => {
  const warnings = async (config: Partial<typeof world.bucket.config>, options = {}) => {
    const store = await probed(world, options);
    Object.assign(world.bucket.config, config);
    return store.inspect(WRITING);
  };

  const rule = (condition: object, type = 'Delete') => ({
    lifecycle: { rule: [{ action: { type }, condition }] },
  });
  test.each([
    ['of age', { age: 30 }, ['backups/', 'log/']],
    ['of the prefix', { age: 30, matchesPrefix: ['rel/'] }, ['backups/', 'log/']],
    [
      'of backups',
      { matchesPrefix: ['x', 'rel/.rollback-backups/v1'], daysSinceCustomTime: 1 },
      ['backups/'],
    ],
    ['of the log', { matchesPrefix: ['rel/.rollback-log/by-version/'], age: 1 }, ['log/']],
    ['of storage class', { matchesStorageClass: ['STANDARD'], isLive: true }, ['backups/', 'log/']],
  ])('a lifecycle rule that would eat the backup or the log: %s', async (_name, condition, eaten) => {
    const found = await warnings(rule(condition), { prefix: 'rel' });
    expect(found.map((text) => /below rel\/\.rollback-(\S+) /.exec(text)?.[1])).toEqual(eaten);
  });

  test('a lifecycle rule for the log alone, with backups elsewhere', async () => {
    const config = rule({ age: 30, matchesPrefix: ['rel/'] });
    const found = await warnings(config, { prefix: 'rel', backupPrefix: 'kept/rel' });
    expect(found).toEqual([
      'A lifecycle rule of the bucket deletes objects below rel/.rollback-log/ (age 30, matchesPrefix ["rel/"]): the log must never lose a record',
    ]);
  });
  test.each([
    ['another prefix', rule({ age: 30, matchesPrefix: ['logs/', 'rel/v1'] })],
    ['noncurrent versions', rule({ numNewerVersions: 3 })],
    ['what is not live', rule({ age: 1, isLive: false })],
    ['another class', rule({ age: 30 }, 'SetStorageClass')],
  ])('a lifecycle rule that would not: %s', async (_name, config) => {
    expect(await warnings(config, { prefix: 'rel' })).toEqual([]);
  });

  test('access lists that could not be put back', async () => {
    world.server.permissions.deny('storage.objects.setIamPolicy');
    const [warning] = await warnings({
      iamConfiguration: { uniformBucketLevelAccess: { enabled: false }, publicAccessPrevention: 'inherited' },
    });
    expect(warning).toContain('storage.objects.setIamPolicy is not granted');
  });
});
