import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { S3World } from '../../builders/s3-world.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { errorAnswer } from '../../servers/s3/answer.ts';
import { S3Error } from '../../servers/s3/errors.ts';
import type { Weaknesses } from '../../servers/s3/settings.ts';

const FILE = 'repository/.rollback-log/capabilities.json';
const INDEX = 'repository/index.json';
let world: S3World;
beforeEach(async () => {
  world = await S3World.start();
  world.bucket.put(INDEX, '{"releases":[]}');
});
afterEach(() => world.close());

const kept = () => JSON.parse(world.bucket.text(FILE) ?? 'null');
const preflight = (changes = {}) => world.store(changes).inspect({ forWriting: true, version: 'v1' });

describe('the probe', () => {
  test('finds that every condition is held, keeps that, and leaves nothing else behind', async () => {
    expect(await preflight()).toEqual([]);
    expect(kept()).toMatchObject({
      schema_version: 1,
      tool_version: '1.2.3',
      service: new URL(world.server.endpoint).host,
      batch_delete: true,
      holds: {
        create_only: true,
        compare_and_swap: true,
        conditional_delete: true,
        conditional_batch_delete: true,
        conditional_copy_source: true,
        conditional_copy_target: true,
      },
    });
    expect(world.bucket.keys()).toEqual([FILE, INDEX]);
    const elsewhere = world.server.log.changes.filter(({ key }) => !key.includes('/.rollback-work/probe-'));
    expect(elsewhere.map(({ operation, key }) => [operation, key])).toEqual([
      ['DeleteObjects', ''],
      ['PutObject', FILE],
    ]);
  });

  test.each([
    ['in another order', (contents: readonly string[]) => [...contents].reverse(), 'is in no order'],
    ['late', (contents: readonly string[]) => contents.slice(0, -1), 'lacks what was just written'],
  ])('refuses a store that lists %s, with single-writer, too', async (_name, changed, words) => {
    world.server.faults.on(
      { operation: 'ListObjectsV2', times: Number.POSITIVE_INFINITY },
      async (_request, proceed) => {
        const answer = await proceed();
        if (answer === 'reset') return answer;
        const text = answer.body.text();
        const contents = text.match(/<Contents>.*?<\/Contents>/gs) ?? [];
        if (contents.length < 2) return answer;
        const rest = contents.reduce((left, each) => left.replace(each, ''), text);
        const body = rest.replace('</ListBucketResult>', `${changed(contents).join('')}</ListBucketResult>`);
        return { ...answer, body: world.content(body) };
      },
    );
    for (const singleWriter of [false, true]) {
      const refused = preflight({ singleWriter });
      await expect(refused).rejects.toMatchObject({ code: 'BAD_INPUT', exitCode: 49 });
      await expect(refused).rejects.toThrow(words);
    }
    expect(kept()).toBeNull();
  });

  test('runs once a store and version of the tool', async () => {
    await preflight();
    world.server.log.reset();
    await preflight();
    expect(world.server.log.changes.filter(({ operation }) => !operation.startsWith('DeleteObject'))).toEqual(
      [],
    );
    await preflight({ toolVersion: '1.2.4' });
    expect(kept()).toMatchObject({ tool_version: '1.2.4' });
  });

  test('runs again when versioning was changed since: what a store holds to may depend on it', async () => {
    await preflight();
    expect(kept()).toMatchObject({ versioning: 'Off', holds: { conditional_delete: true } });
    world.bucket.versioning = 'Enabled';
    world.server.weaknesses.ignoresConditionalDeletes = true;
    const [warning] = await world.store().inspect({ forWriting: false, version: 'v1' });
    expect(warning).toContain('was not probed yet as it is set up now');
    // Who takes no artifacts does not ask for it.
    world.server.log.reset();
    await world.store().inspect({ forWriting: true, version: 'v1', takesArtifacts: false });
    expect(world.server.log.changes).toEqual([]);
    await expect(preflight()).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(kept()).toMatchObject({ versioning: 'Enabled', holds: { conditional_delete: false } });
  });

  test('runs again when versioning was suspended since, though all was tried before', async () => {
    world.bucket.versioning = 'Enabled';
    await preflight();
    expect(kept()).toMatchObject({ versioning: 'Enabled', judges_absent_deletes: true });
    world.bucket.versioning = 'Suspended';
    world.server.weaknesses.ignoresCopySourceConditions = true;
    await expect(preflight()).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(kept()).toMatchObject({ versioning: 'Suspended', holds: { conditional_copy_source: false } });
  });

  test('is not run each time where versioning may not be read', async () => {
    world.server.denials.deny('s3:GetBucketVersioning', '');
    await preflight();
    expect(kept()).not.toHaveProperty('versioning');
    world.server.log.reset();
    await preflight();
    // A delete that can't hold asks whether it is permitted.
    expect(world.server.log.changes.map(({ operation, status }) => [operation, status])).toEqual([
      ['DeleteObject', 404],
    ]);
  });

  test('runs again when the file is damaged, or tells of another service', async () => {
    await preflight();
    const other = { ...kept(), service: 'elsewhere.example' };
    for (const text of ['{"schema_version": 1', JSON.stringify(other)]) {
      world.bucket.put(FILE, text);
      await preflight();
      expect(kept()).toMatchObject({ service: new URL(world.server.endpoint).host });
    }
  });

  test('never runs for a dry run, nor for a listing', async () => {
    const [warning] = await world.store().inspect({ forWriting: false, version: 'v1' });
    expect(warning).toContain('was not probed yet');
    expect(await world.store().inspect({ forWriting: false })).toEqual([]);
    expect(world.server.log.changes).toEqual([]);
  });

  test('begins anew when an answer is lost', async () => {
    const clock = new VirtualClock();
    clock.time = Date.now();
    world.server.faults.reset('after', { operation: 'CopyObject' });
    expect(await preflight({ clock })).toEqual([]);
    expect(clock.sleeps).toHaveLength(1);
  });

  test('names the permission that is missing', async () => {
    world.server.denials.deny('s3:DeleteObject');
    await expect(preflight()).rejects.toMatchObject({
      code: 'PERMISSION',
      message: expect.stringContaining('s3:DeleteObject'),
    });
  });
});

describe('a store that refuses requests with conditions', () => {
  test('is known as one that holds to none, and taken with single-writer', async () => {
    world.server.faults.add(async ({ headers, url }, proceed) =>
      headers['if-none-match'] === undefined && headers['if-match'] === undefined
        ? proceed()
        : errorAnswer(new S3Error('NotImplemented'), url),
    );
    await expect(preflight()).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(await preflight({ singleWriter: true })).toEqual([expect.stringContaining('does not hold to')]);
    expect(Object.values(kept().holds)).toEqual(Array.from({ length: 6 }, () => false));
    expect(world.bucket.keys()).toEqual([FILE, INDEX]);
  });

  test('is not what a store is that takes no writes at all', async () => {
    world.server.faults.refuse('NotImplemented', { operation: 'PutObject', times: Number.POSITIVE_INFINITY });
    await expect(preflight({ singleWriter: true })).rejects.toMatchObject({
      message: expect.stringContaining('NotImplemented'),
    });
    expect(world.bucket.keys()).toEqual([INDEX]);
  });
});

describe('a store that ignores conditions', () => {
  const WORDS = {
    ignoresConditionalPuts: [
      'create a key only if it is absent',
      'replace an object only if it is unchanged',
    ],
    ignoresConditionalDeletes: ['remove an object only if it is unchanged'],
    ignoresCopySourceConditions: ['copy an object only if it is unchanged'],
    ignoresCopyDestinationConditions: ['copy only to an absent key'],
  } as const;

  test.each(Object.entries(WORDS))('%s: is refused, in words', async (weakness, words) => {
    world.server.weaknesses[weakness as keyof Weaknesses] = true;
    const refused = { code: 'BAD_INPUT', exitCode: 49, details: words.map((word) => `It can't ${word}`) };
    await expect(preflight()).rejects.toMatchObject(refused);
    await expect(preflight()).rejects.toMatchObject({ advice: expect.stringContaining('single-writer') });
    const dryRun = world.store().inspect({ forWriting: false, version: 'v1' });
    await expect(dryRun).rejects.toMatchObject(refused);
  });

  test('copies are not missed where versions are kept, nor anything of artifacts by index_only', async () => {
    world.server.weaknesses.ignoresCopySourceConditions = true;
    world.server.weaknesses.ignoresConditionalDeletes = true;
    const about = { forWriting: true, version: 'v1', takesArtifacts: false };
    expect(await world.store().inspect(about)).toEqual([]);
    world.server.weaknesses.ignoresConditionalDeletes = false;
    world.bucket.versioning = 'Enabled';
    expect(await preflight({ toolVersion: '2' })).toEqual([]);
  });

  test('is taken with single-writer, which says what was given up, and a look stands in', async () => {
    Object.assign(world.server.weaknesses, {
      ignoresConditionalPuts: true,
      ignoresConditionalDeletes: true,
      ignoresCopySourceConditions: true,
      ignoresCopyDestinationConditions: true,
    });
    const store = world.store({ singleWriter: true });
    const [warning] = await store.inspect({ forWriting: true, version: 'v1' });
    expect(warning).toContain('a writer in between would not be noticed');
    const bytes = new TextEncoder().encode('one');
    const revision = await store.put('v1/a', bytes, 'absent');
    const stale = { key: 'v1/a', revision: 'ffff', size: 3 };
    const conflict = { name: 'ConflictError' };
    await expect(store.put('v1/a', bytes, 'absent')).rejects.toMatchObject(conflict);
    await expect(store.put('v1/a', bytes, { unchangedSince: 'ffff' })).rejects.toMatchObject(conflict);
    await expect(store.put('v1/b', bytes, { unchangedSince: 'ffff' })).rejects.toMatchObject(conflict);
    await expect(store.remove('v1/a', 'ffff')).rejects.toMatchObject(conflict);
    await expect(store.copy(stale, 'v1/c')).rejects.toMatchObject({ key: 'v1/a' });
    await store.copy({ ...stale, revision }, 'v1/c');
    await expect(store.copy({ ...stale, revision }, 'v1/c')).rejects.toMatchObject({ key: 'v1/c' });
    const answers = await store.batch?.remove([stale, { key: 'v1/c', revision }, { key: 'v1/d', revision }]);
    expect(Object.fromEntries((answers ?? []).map(({ key, result }) => [key, result]))).toEqual({
      'v1/a': 'changed',
      'v1/c': 'gone',
      'v1/d': 'gone',
    });
    expect(world.bucket.text('repository/v1/a')).toBe('one');
  });

  test('Ceph refuses ETags in quotation marks: it gets them without', async () => {
    world.server.faults.add(async ({ headers, url }, proceed) => {
      const named = headers['if-match'] ?? headers['x-amz-copy-source-if-match'];
      return named?.startsWith('"') ? errorAnswer(new S3Error('PreconditionFailed'), url) : proceed();
    });
    const store = world.store();
    expect(await store.inspect({ forWriting: true, version: 'v1' })).toEqual([]);
    expect(kept()).toMatchObject({ bare_etags: true });
    const bytes = new TextEncoder().encode('one');
    const revision = await store.put('v1/a', bytes, 'absent');
    await store.remove('v1/a', revision);
    expect(world.server.log.of('DeleteObject').at(-1)?.headers['if-match']).toBe(revision);
  });
});
