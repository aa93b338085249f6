import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { S3Store } from '../../../src/adapters/store/s3/s3-store.ts';
import type { ObjectInfo, Pinned, StoredVersion } from '../../../src/ports/object-store.ts';
import { S3World } from '../../builders/s3-world.ts';

let world: S3World;
let store: S3Store;
beforeEach(async () => {
  world = await S3World.start({ now: () => 1_800_000_000_000 });
  world.bucket.put('repository/index.json', '{"releases": []}');
  store = world.store({ pageSize: 3 });
});
afterEach(() => world.close());

function given(...names: string[]): Pinned[] {
  return names.map((name) => {
    const { etag } = world.bucket.put(`repository/v1/${name}`, name);
    return { key: `v1/${name}`, revision: etag.slice(1, -1) };
  });
}
const results = async (asked: Promise<readonly { key: string; result: string }[]> | undefined) =>
  Object.fromEntries(((await asked) ?? []).map(({ key, result }) => [key, result]));
const left = () => world.bucket.keys('repository/v1/');

describe('removal by batch', () => {
  test('reads the answer of every key', async () => {
    const objects = given('gone', 'changed', 'denied', 'busy', 'broken');
    world.bucket.put('repository/v1/changed', 'by somebody else');
    world.server.denials.deny('s3:DeleteObject', /denied$/);
    world.server.denials.deny('s3:DeleteObject', /busy$/, 'SlowDown');
    world.server.faults.misreportKeys('InternalError', /broken$/);
    const answers = (await store.batch?.remove([...objects, { key: 'v1/absent', revision: 'x' }])) ?? [];
    const told = answers.map((answer) => [
      answer.key,
      answer.result === 'failed' ? answer.error.code : answer.result,
    ]);
    expect(Object.fromEntries(told)).toEqual({
      'v1/gone': 'gone',
      'v1/changed': 'changed',
      'v1/denied': 'PERMISSION',
      'v1/busy': 'UNREACHABLE',
      'v1/broken': 'UNREACHABLE',
      'v1/absent': 'gone',
    });
    const errors = answers.flatMap((answer) => (answer.result === 'failed' ? [answer.error] : []));
    expect(errors).toMatchObject([
      { message: expect.stringContaining("s3:DeleteObject is denied: could not delete 'v1/denied'") },
      { landed: 'no' },
      { landed: 'unknown' },
    ]);
    expect(left()).toEqual(['busy', 'changed', 'denied'].map((name) => `repository/v1/${name}`));
  });

  test.each([
    ['InternalError', 'unknown'],
    ['BadGateway', 'unknown'],
    ['ServiceUnavailable', 'unknown'],
    ['GatewayTimeout', 'unknown'],
    ['RequestTimeout', 'unknown'],
    ['SlowDown', 'no'],
    ['TooManyRequests', 'no'],
    ['OperationAborted', 'no'],
    ['ConditionalRequestConflict', 'no'],
  ] as const)('%s of a single key is no refusal: it is asked for again', async (code, landed) => {
    const objects = given('a', 'b');
    world.server.denials.deny('s3:DeleteObject', /b$/, code);
    expect(await store.batch?.remove(objects)).toMatchObject([
      { key: 'v1/a', result: 'gone' },
      { key: 'v1/b', result: 'failed', error: { code: 'UNREACHABLE', landed } },
    ]);
  });

  test('a key that the answer does not name is not removed', async () => {
    const objects = given('a', 'b');
    world.server.faults.on({ operation: 'DeleteObjects' }, async (_, proceed) => {
      const answer = await proceed();
      if (answer === 'reset') return answer;
      const body = answer.body.text().replace(/<Deleted><Key>[^<]*\/b<\/Key>.*?<\/Deleted>/, '');
      return { ...answer, body: world.content(body) };
    });
    const answers = await store.batch?.remove(objects);
    expect(answers).toMatchObject([
      { key: 'v1/a', result: 'gone' },
      { key: 'v1/b', result: 'failed', error: { code: 'UNREACHABLE', landed: 'unknown' } },
    ]);
  });

  test('keys that XML can not carry go one by one, with the same conditions', async () => {
    const objects = given('plain', 'new\nline', 'bell\u0007', 'end ', '<&>"\'', 'é+%');
    world.bucket.put('repository/v1/bell\u0007', 'changed');
    expect(await results(store.batch?.remove(objects))).toEqual({
      'v1/plain': 'gone',
      'v1/new\nline': 'gone',
      'v1/bell\u0007': 'changed',
      'v1/end ': 'gone',
      'v1/<&>"\'': 'gone',
      'v1/é+%': 'gone',
    });
    expect(world.server.log.counts()).toMatchObject({ DeleteObjects: 1, DeleteObject: 3 });
    expect(left()).toEqual(['repository/v1/bell\u0007']);
  });

  test('where batches hold no conditions, and singles do, there are none', async () => {
    const capabilities = {
      schema_version: 1,
      tool_version: '1.2.3',
      service: new URL(world.server.endpoint).host,
      probed_at: '2026-11-24T00:00:00.000Z',
      versioning: 'Off',
      batch_delete: true,
      holds: {
        create_only: true,
        compare_and_swap: true,
        conditional_delete: true,
        conditional_batch_delete: false,
        conditional_copy_source: true,
        conditional_copy_target: true,
      },
    };
    world.bucket.put('repository/.rollback-log/capabilities.json', JSON.stringify(capabilities));
    expect(store.batch).toBeDefined();
    await store.inspect({ forWriting: true, version: 'v1' });
    expect(store.batch).toBeUndefined();
  });
});

describe('a bucket that keeps versions', () => {
  beforeEach(() => {
    world.bucket.versioning = 'Enabled';
  });
  const versions = async () => {
    const all: StoredVersion[] = [];
    for await (const version of store.versions.list('v1/')) all.push(version);
    return all;
  };

  const objects = async () => {
    const all: ObjectInfo[] = [];
    for await (const info of store.list('v1/')) all.push(info);
    return all;
  };

  test('hides under markers, tells them, and takes exactly them away again', async () => {
    const objects = given('a', 'b', 'c');
    world.bucket.put('repository/v1/b', 'changed');
    const hidden = await store.versions.hide([...objects, { key: 'v1/absent', revision: 'x' }]);
    expect(hidden).toMatchObject([
      { key: 'v1/a', result: 'hidden', marker_id: expect.any(String) },
      { key: 'v1/b', result: 'changed' },
      { key: 'v1/c', result: 'hidden', marker_id: expect.any(String) },
      { key: 'v1/absent', result: 'absent' },
    ]);
    expect(left()).toEqual(['repository/v1/b']);
    const markers = (await versions()).filter(({ marker }) => marker);
    expect(markers.map(({ version_id }) => version_id)).toEqual(
      hidden.flatMap((each) => (each.result === 'hidden' ? [each.marker_id] : [])),
    );
    for (let again = 0; again < 2; again += 1) {
      expect(await results(store.versions.unhide(markers))).toEqual({ 'v1/a': 'gone', 'v1/c': 'gone' });
    }
    expect(left()).toEqual(['a', 'b', 'c'].map((name) => `repository/v1/${name}`));
  });

  test('lists what is newest first, also within one second and over pages', async () => {
    const expected: string[] = [];
    for (const name of ['a', 'a/b', 'é']) {
      const ids: string[] = [];
      for (let i = 0; i < 3; i += 1) {
        ids.unshift(world.bucket.put(`repository/v1/${name}`, `${i}`).versionId);
        ids.unshift(world.bucket.delete(`repository/v1/${name}`)?.versionId ?? '');
      }
      expected.push(...ids);
    }
    const listed = await versions();
    expect(listed.map(({ version_id }) => version_id)).toEqual(expected);
    expect(listed.slice(0, 6).map(({ marker, current }) => [marker, current])).toEqual([
      [true, true],
      [false, false],
      [true, false],
      [false, false],
      [true, false],
      [false, false],
    ]);
  });

  test('a store that lists versions before markers is sorted by time', async () => {
    const times = { now: 1_800_000_000_000 };
    const slow = await S3World.start({ kind: 'versioned', now: () => times.now });
    const expected: string[] = [];
    for (const name of ['a', 'b']) {
      const ids: string[] = [];
      for (let i = 0; i < 3; i += 1) {
        times.now += 1000;
        const made =
          i === 0
            ? slow.bucket.put(`repository/v1/${name}`, 'x')
            : slow.bucket.delete(`repository/v1/${name}`);
        ids.unshift(made?.versionId ?? '');
      }
      expected.push(...ids);
    }
    slow.server.faults.on({ operation: 'ListObjectVersions' }, async (_, proceed) => {
      const answer = await proceed();
      if (answer === 'reset') return answer;
      const text = answer.body.text();
      const markers = text.match(/<DeleteMarker>.*?<\/DeleteMarker>/gs) ?? [];
      const rest = markers.reduce((left, marker) => left.replace(marker, ''), text);
      const body = rest.replace('</ListVersionsResult>', `${markers.join('')}</ListVersionsResult>`);
      return { ...answer, body: slow.content(body) };
    });
    const listed: string[] = [];
    for await (const { version_id } of slow.store().versions.list('v1/')) listed.push(version_id);
    expect(listed).toEqual(expected);
    await slow.close();
  });

  test.each([
    ['with attributes', 200, '<$1 kind="x">'],
    ['with a blank', 200, '<$1 >'],
    ['of an answer that is not plainly 200', 203, '<$1>'],
  ])('elements %s are not overlooked', async (_, status, element) => {
    given('a', 'b');
    world.bucket.delete('repository/v1/a');
    const expected = (await versions()).map(({ key, marker }) => [key, marker]);
    expect(expected).toHaveLength(3);
    world.server.faults.on({ operation: 'ListObjectVersions' }, async (_call, proceed) => {
      const answer = await proceed();
      if (answer === 'reset') return answer;
      const body = answer.body.text().replace(/<(Version|DeleteMarker)>/g, element);
      return { ...answer, status, body: world.content(body) };
    });
    expect((await versions()).map(({ key, marker }) => [key, marker])).toEqual(expected);
  });

  test.each([
    ['ListObjectVersions', 'NextKeyMarker', () => versions()],
    ['ListObjectsV2', 'NextContinuationToken', () => objects()],
  ] as const)(
    '%s that breaks off and does not say where to go on is no whole one',
    async (operation, name, list) => {
      given('a', 'b', 'c', 'd');
      expect(await list()).toHaveLength(4);
      world.server.faults.on({ operation }, async (_, proceed) => {
        const answer = await proceed();
        if (answer === 'reset') return answer;
        const body = answer.body.text().replace(new RegExp(`<${name}>.*?</${name}>`), '');
        return { ...answer, body: world.content(body) };
      });
      await expect(list()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    },
  );

  test('a listing tells the version that is current, and asks once whether there are any', async () => {
    const [first] = given('a');
    world.bucket.put('repository/v1/a', 'newer');
    const [{ revision = '' } = {}] = given('b');
    world.bucket.delete('repository/v1/b');
    const told: unknown[] = [];
    for await (const { key, version_id } of store.list('v1/', { versions: true }))
      told.push([key, version_id]);
    expect(told).toEqual([['v1/a', world.bucket.current('repository/v1/a')?.versionId]]);
    for await (const _ of store.list('v1/', { versions: true }));
    expect(world.server.log.count('GetBucketVersioning')).toBe(1);
    expect(first?.revision).not.toBe(revision);
  });

  test.each([['Suspended'], [undefined]] as const)(
    'a delete that made no marker of its own is a failure: %s meanwhile',
    async (versioning) => {
      const objects = given('a');
      world.bucket.versioning = versioning;
      expect(await store.versions.keeps()).toBe(false);
      const [answer] = await store.versions.hide(objects);
      expect(answer).toMatchObject({ key: 'v1/a', result: 'failed', error: { code: 'STEP_FAILED' } });
    },
  );

  test('remove only places a marker', async () => {
    const [{ key, revision } = { key: '', revision: '' }] = given('a');
    await store.remove(key, revision);
    expect(world.bucket.history('repository/v1/a').map(({ isDeleteMarker }) => isDeleteMarker)).toEqual([
      true,
      false,
    ]);
  });

  test("'null' versions are copied, all others are not", async () => {
    await store.inspect({ forWriting: true, version: 'v1' });
    const artifact = { path: 'v1/a', type: 'file' as const, size: 1, revision: 'x', listed: true };
    expect(await store.backupMethod([{ ...artifact, version_id: 'abc' }])).toBe('versions');
    expect(await store.backupMethod([{ ...artifact, version_id: 'null' }])).toBe('copy');
    expect(await store.backupMethod([artifact])).toBe('copy');
  });
});
