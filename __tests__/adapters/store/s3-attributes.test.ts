import { afterEach, beforeEach, expect, test } from 'vitest';
import type { S3Store } from '../../../src/adapters/store/s3/s3-store.ts';
import { ConflictError } from '../../../src/ports/object-store.ts';
import { S3World } from '../../builders/s3-world.ts';

let world: S3World;
let store: S3Store;
beforeEach(async () => {
  world = await S3World.start();
  store = world.store();
});
afterEach(() => world.close());

const bytes = new TextEncoder().encode('edited');
const KEY = 'repository/index.json';

test('everything that stands beside an index is there after its replacement', async () => {
  const before = world.bucket.put(KEY, {
    content: world.content('index'),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
      'content-disposition': 'inline; filename="index.json"',
      'content-encoding': 'identity',
      'content-language': 'en',
      expires: 'Thu, 01 Dec 2033 16:00:00 GMT',
    },
    metadata: { publisher: 'tars' },
    tags: [
      { key: 'team', value: 'a b+c' },
      { key: 'é', value: '=&%' },
    ],
    storageClass: 'STANDARD_IA',
    encryption: {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'k',
    },
  });
  const stored = await store.read('index.json');
  const { revision = '' } = stored?.info ?? {};
  await store.put('index.json', bytes, { unchangedSince: revision, attributes: stored?.attributes });
  const { headers, metadata, tags, storageClass, encryption, content } = world.bucket.current(KEY) ?? before;
  expect(content.text()).toBe('edited');
  expect({ headers, metadata, tags, storageClass, encryption }).toEqual({
    headers: before.headers,
    metadata: before.metadata,
    tags: before.tags,
    storageClass: before.storageClass,
    encryption: before.encryption,
  });
});

test('tags cost a request only where there are any', async () => {
  world.bucket.put(KEY, 'index');
  for (const _ of ['the probe', 'what it kept']) await store.inspect({ forWriting: true });
  world.server.log.reset();
  const stored = await store.read('index.json');
  const { revision = '' } = stored?.info ?? {};
  await store.put('index.json', bytes, { unchangedSince: revision, attributes: stored?.attributes });
  expect(world.server.log.counts()).toEqual({ GetObject: 1, PutObject: 1 });
});

test.each([
  ['.rollback-log/99999999999999999998', 'application/json'],
  ['.rollback-backups/b/manifest.json', 'application/json'],
  ['index.md', 'text/markdown; charset=utf-8'],
  ['v1/a', 'application/octet-stream'],
])('what is new has a content type by its name: %s', async (key, type) => {
  await store.put(key, bytes, 'absent');
  expect(world.bucket.current(`repository/${key}`)?.headers['content-type']).toBe(type);
});

test('other stores get an MD5 with a batch, and no checksums that they may not know', async () => {
  const revision = await store.put('v1/a', bytes, 'absent');
  await store.batch?.remove([{ key: 'v1/a', revision }]);
  expect(world.server.log.of('DeleteObjects')[0]?.headers['content-md5']).toMatch(/==$/);
  expect(world.server.log.of('PutObject')[0]?.headers).not.toHaveProperty('x-amz-checksum-crc32');
});

test('an index that goes away before its tags are read is a conflict, as it is directly after', async () => {
  world.bucket.put(KEY, { content: world.content('index'), tags: [{ key: 'team', value: 'x' }] });
  const stored = await store.read('index.json');
  const { revision = '' } = stored?.info ?? {};
  world.server.faults.on({ operation: 'GetObjectTagging' }, (_, proceed) => {
    world.bucket.delete(KEY);
    return proceed();
  });
  const put = store.put('index.json', bytes, { unchangedSince: revision, attributes: stored?.attributes });
  await expect(put).rejects.toBeInstanceOf(ConflictError);
});

test('a store that has no tags to tell of an object is not taken for one that lost it', async () => {
  world.bucket.put(KEY, 'index');
  const stored = await store.read('index.json');
  const { revision = '' } = stored?.info ?? {};
  const body = world.content('<Error><Code>NoSuchTagSet</Code><Message>There are none</Message></Error>');
  world.server.faults.on({ operation: 'GetObjectTagging' }, async (_, proceed) => {
    const answer = await proceed();
    return answer === 'reset' ? answer : { ...answer, status: 404, body };
  });
  await store.put('index.json', bytes, { unchangedSince: revision, attributes: stored?.attributes });
  expect(world.bucket.current(KEY)?.content.text()).toBe('edited');
});
