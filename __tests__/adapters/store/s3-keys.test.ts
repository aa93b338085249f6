import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeyMap } from '../../../src/adapters/store/remote/key-map.ts';
import { copySourceOf } from '../../../src/adapters/store/s3/copy-source.ts';
import { S3World } from '../../builders/s3-world.ts';

const place = { scheme: 's3', bucket: 'releases' } as const;
const folders = fc.constantFrom('', 'repository', 'a/b', 'a/b.rollback-backups', 'é/+');
const keys = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('/', '.', '..', '+', '%2e', ' ', '\u0000', '\n', '\ud800', 'é'),
    minLength: 1,
  }),
  fc.string({ minLength: 1 }).map((name) => `.rollback-backups/${name}`),
);

describe('keys of the repository and of the bucket', () => {
  test('there and back is the same, for every key that a bucket can hold', () => {
    fc.assert(
      fc.property(folders, fc.constantFrom('', 'backups', 'other/é'), keys, (prefix, backupPrefix, key) => {
        const map = new KeyMap({ ...place, prefix, backupPrefix });
        const shadowed = backupPrefix !== '' && `${prefix}/${key}`.startsWith(`${backupPrefix}/`);
        if (!key.isWellFormed()) expect(() => map.toBucket(key)).toThrow("can't be a key");
        else if (prefix !== '' && !shadowed) expect(map.parse(map.toBucket(key))).toEqual({ key });
      }),
    );
  });

  test('whatever a bucket lists is a key that leads back to it, or none', () => {
    fc.assert(
      fc.property(folders, fc.constantFrom('', 'backups'), keys, (prefix, backupPrefix, hostile) => {
        const map = new KeyMap({ ...place, prefix, backupPrefix });
        const listed = prefix === '' ? hostile : `${prefix}/${hostile}`;
        const parsed = map.parse(listed);
        if ('key' in parsed) expect(map.toBucket(parsed.key)).toBe(listed);
        else expect(parsed.reason).not.toBe('');
      }),
    );
  });

  test.each([
    ['another/v1/a', 'is not below the repository'],
    ['repository', 'is not below the repository'],
    ['repository/', 'is the folder of the repository itself'],
    [`repository/${'é'.repeat(600)}`, 'is longer than 1024 bytes'],
    ['repository/\ud800', 'is not valid Unicode'],
    ['repository/.rollback-backups/b', 'lies where backups would be if they were not kept elsewhere'],
  ])('%s is none of ours', (listed, reason) => {
    const map = new KeyMap({ ...place, prefix: 'repository', backupPrefix: 'backups' });
    expect(map.parse(listed)).toEqual({ reason });
  });
});

const ODD = [
  'v1/with blank',
  'v1/plus+plus',
  'v1/#hash?query&and=equals',
  'v1/100%/%2F',
  'v1//double//slash',
  'v1/<xml>&amp;"\'',
  'v1/ünï/日本/🚀',
  'v1/a:b@c,d;e!f*g(h)~[i]{j}|k^l`m\\n',
  'v1/tab\tand\u0001control',
  'v1/dots/../and/./dots',
  `v1/${'x'.repeat(1024 - 'repository/v1/'.length)}`,
];

describe('on the wire', () => {
  let world: S3World;
  beforeEach(async () => {
    world = await S3World.start();
  });
  afterEach(() => world.close());
  const listed = async (prefix: string, given = {}) => {
    const found: string[] = [];
    for await (const { key } of world.store(given).list(prefix)) found.push(key);
    return found;
  };

  test.each(ODD)('%j is put, read, listed, copied and removed as it is', async (key) => {
    const store = world.store({ backupPrefix: 'b' });
    const body = new TextEncoder().encode('x');
    const revision = await store.put(key, body, 'absent');
    expect(world.bucket.keys()).toEqual([`repository/${key}`]);
    expect(await listed('v1/')).toEqual([key]);
    expect((await store.read(key))?.info.revision).toBe(revision);
    const to = `.rollback-backups/${key.slice(0, 800)}`;
    await store.copy({ key, revision, size: 1 }, to);
    expect(await store.head(to)).toMatchObject({ key: to, revision });
    await store.batch?.remove([{ key, revision }]);
    await store.remove(to, revision);
    expect(world.bucket.keys()).toEqual([]);
  });

  test('backups are where backup-prefix says, and everything else stays', async () => {
    const store = world.store({ backupPrefix: 'kept/backups' });
    const body = new TextEncoder().encode('x');
    for (const key of ['index.json', '.rollback-backups/b/manifest.json', '.rollback-log/1', 'v1/a'])
      await store.put(key, body, 'absent');
    world.bucket.put('repository/.rollback-backups/stray', 'x');
    expect(world.bucket.keys()).toEqual([
      'kept/backups/b/manifest.json',
      'repository/.rollback-backups/stray',
      'repository/.rollback-log/1',
      'repository/index.json',
      'repository/v1/a',
    ]);
    const all = ['.rollback-backups/b/manifest.json', '.rollback-log/1', 'index.json', 'v1/a'];
    expect(await listed('', { backupPrefix: 'kept/backups' })).toEqual(all);
    expect(await listed('.rollback-backups/', { backupPrefix: 'kept/backups' })).toEqual([all[0]]);
    const shallow: string[] = [];
    for await (const { key } of store.list('', { shallow: true, limit: 3 })) shallow.push(key);
    expect(shallow).toEqual(['.rollback-backups/', '.rollback-log/', 'index.json']);
    expect(world.debug.join()).toContain('lies where backups would be');
  });

  test('objects that stand for folders are told from folders and from files', async () => {
    for (const key of ['v1/', 'v1/docs/', 'v1/docs/a'])
      world.bucket.put(`repository/${key}`, key.endsWith('a') ? 'x' : '');
    world.bucket.put('repository/v1/odd/', 'not empty');
    const told: unknown[] = [];
    for await (const { key, type, folder_object } of world.store().list('v1/'))
      told.push([key, type, folder_object]);
    expect(told).toEqual([
      ['v1/', 'folder', true],
      ['v1/docs/', 'folder', true],
      ['v1/docs/a', 'file', undefined],
      ['v1/odd/', 'file', undefined],
    ]);
    const shallow: unknown[] = [];
    for await (const info of world.store({ pageSize: 1 }).list('v1/', { shallow: true }))
      shallow.push(info.key);
    expect(shallow).toEqual(['v1/docs/', 'v1/odd/']);
  });

  test('a million other keys cost nothing', async () => {
    for (let i = 0; i < 3000; i += 1) world.bucket.put(`repository-2/${i}`, 'x');
    world.bucket.put('repository/v1/a', 'x');
    expect(await listed('v1/')).toEqual(['v1/a']);
    expect(world.server.log.count()).toBe(1);
  });

  test('what is no Unicode is left out, and told to who debugs', async () => {
    world.bucket.put('repository/v1/a', 'x');
    world.server.faults.on({ operation: 'ListObjectsV2' }, async (_, proceed) => {
      const answer = await proceed();
      if (answer === 'reset') return answer;
      const body = answer.body
        .text()
        .replace('<Contents><Key>repository/v1/a', '<Contents><Key>repository/v1/%FFa');
      return { ...answer, body: world.content(body) };
    });
    expect(await listed('v1/')).toEqual([]);
    expect(world.debug).toEqual(["left out of a listing: 'repository/v1/%FFa' is not valid Unicode"]);
  });
});

test('the source of a copy is told percent-encoded, of an access point by its ARN', () => {
  expect(copySourceOf('b', 'a/b c+d#é?%&')).toBe('b/a/b%20c%2Bd%23%C3%A9%3F%25%26');
  expect(copySourceOf('arn:aws:s3:eu-west-1:1:accesspoint/x', 'a//b')).toBe(
    'arn:aws:s3:eu-west-1:1:accesspoint/x/object/a//b',
  );
});
