import { describe, expect, test } from 'vitest';
import { contentText } from '../gcs/content.ts';
import { useWorld } from './world.ts';

const given = useWorld();

describe('the official client', () => {
  test('saves by multipart, reads back, and both checksums are those of the bytes', async () => {
    const { client, bucket } = given();
    const file = client.file('v1/a.txt');
    await file.save('hello', {
      resumable: false,
      metadata: { contentType: 'text/plain', cacheControl: 'no-cache', metadata: { team: 'a' } },
    });
    const [metadata] = await file.getMetadata();
    expect(metadata).toMatchObject({
      name: 'v1/a.txt',
      size: '5',
      crc32c: 'mnG7TA==',
      md5Hash: 'XUFAKrxLKna5cZ2REBfFkg==',
      contentType: 'text/plain',
      cacheControl: 'no-cache',
      metadata: { team: 'a' },
      metageneration: '1',
      timeCreated: '2026-01-02T03:04:05.678Z',
      updated: '2026-01-02T03:04:05.678Z',
    });
    const [body] = await file.download({ validation: 'crc32c' });
    expect(body.toString()).toBe('hello');
    expect(bucket.text('v1/a.txt')).toBe('hello');
  });

  test.each([
    ['in one go', {}],
    ['in chunks', { chunkSize: 256 * 1024 }],
  ])('saves by resumable upload, %s', async (_how, options) => {
    const { client, bucket, server } = given();
    const body = Buffer.alloc(600_000, 'abcdefg');
    await client.file('big').save(body, { resumable: true, ...options, contentType: 'x/y' });
    expect(bucket.text('big')).toBe(body.toString());
    expect(bucket.live('big')?.contentType).toBe('x/y');
    expect(server.log.count('objects.insert.start')).toBe(1);
    expect(server.log.count('objects.insert.chunk')).toBe('chunkSize' in options ? 3 : 1);
  });

  test('copies, moves atomically, patches, deletes and lists', async () => {
    const { client, bucket } = given();
    await client.file('a').save('x', { resumable: false, contentType: 'text/plain' });
    await client.file('a').copy(client.file('b'));
    expect(bucket.live('b')?.contentType).toBe('text/plain');
    await client.file('b').moveFileAtomic('c', { preconditionOpts: { ifGenerationMatch: 0 } });
    await client.file('c').setMetadata({ metadata: { k: 'v' } });
    await client.file('a').delete({ ifGenerationMatch: bucket.live('a')?.generation ?? 0 });
    const [files] = await client.getFiles();
    expect(files.map((file) => [file.name, file.metadata.metageneration])).toEqual([['c', '2']]);
    expect(bucket.live('c')?.metadata).toEqual({ k: 'v' });
  });

  test.each([
    'a b',
    'a+b',
    'a#b',
    'a?b',
    'a&b',
    'a%b',
    'a%2Fb',
    'a//b',
    '/a',
    'a/',
    'ü/日本/😀',
    `${'x'.repeat(1024)}`,
  ])('keeps the name %s', async (name) => {
    const { client, bucket, server } = given();
    await client.file(name).save('x', { resumable: false });
    expect(bucket.names()).toEqual([name]);
    expect((await client.file(name).getMetadata())[0].name).toBe(name);
    await client.file(name).moveFileAtomic(`moved ${name.slice(0, 9)}`);
    await client.file(`moved ${name.slice(0, 9)}`).copy(name);
    const [files] = await client.getFiles({ prefix: name });
    expect(files.map((file) => file.name)).toEqual([name]);
    await client.file(name).delete();
    expect(bucket.names()).toEqual([`moved ${name.slice(0, 9)}`]);
    expect(server.log.entries[0]?.key ?? '').toBe(name);
  });
});

describe('upload', () => {
  test('as media: the bytes alone', async () => {
    const { ask, bucket } = bound();
    const path = '/upload/storage/v1/b/b/o?uploadType=media&name=a%2Fb';
    const { json } = await ask('POST', path, 'hello', { 'content-type': 'text/x' });
    expect(json).toMatchObject({ name: 'a/b', contentType: 'text/x', size: '5' });
    expect(bucket.text('a/b')).toBe('hello');
  });

  test.each(['crc32c=AAAAAA==', 'md5=AAAAAAAAAAAAAAAAAAAAAA=='])(
    'with a wrong %s is refused',
    async (hash) => {
      const { ask, bucket } = bound();
      const path = '/upload/storage/v1/b/b/o?uploadType=media&name=a';
      const { status, json } = await ask('POST', path, 'hello', { 'x-goog-hash': hash });
      expect([status, json.error?.errors[0]?.reason]).toEqual([400, 'invalid']);
      expect(bucket.live('a')).toBeUndefined();
    },
  );

  test('by multipart with a wrong checksum in the resource is refused', async () => {
    const { client, bucket } = given();
    const save = client.file('a').save('hello', { resumable: false, metadata: { crc32c: 'AAAAAA==' } });
    await expect(save).rejects.toMatchObject({ code: 400 });
    expect(bucket.live('a')).toBeUndefined();
  });

  test('resumable: a status query tells what arrived, and a chunk sent twice counts once', async () => {
    const { ask, bucket } = bound();
    const start = await ask('POST', '/upload/storage/v1/b/b/o?uploadType=resumable&name=a', {});
    const { pathname, search } = new URL(start.headers.get('location') ?? '');
    const put = (range: string, body = '') => ask('PUT', pathname + search, body, { 'content-range': range });
    expect((await put('bytes */*')).headers.get('range')).toBeNull();
    expect((await put('bytes 0-2/*', 'abc')).status).toBe(308);
    expect((await put('bytes 0-2/*', 'abc')).headers.get('range')).toBe('bytes=0-2');
    expect((await put('bytes 3-5/6', 'def')).json).toMatchObject({ name: 'a', size: '6' });
    expect(bucket.text('a')).toBe('abcdef');
    expect((await put('bytes */6')).status).toBe(404);
  });

  function bound() {
    const world = given();
    return { ask: world.ask.bind(world), bucket: world.bucket };
  }
});

describe('generations', () => {
  test('rise strictly within one instant, and a name that comes back gets a new one', async () => {
    const { bucket, client } = given();
    const seen: number[] = [];
    for (const name of ['a', 'b', 'a', 'c']) seen.push(bucket.put(name, 'same').generation);
    await client.file('a').delete();
    seen.push(bucket.put('a', 'same').generation);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  });

  test('a patch keeps the generation and raises the metageneration', async () => {
    const { bucket, client, clock } = given();
    const { generation } = bucket.put('a', 'x', { metadata: { a: '1', b: '2' } });
    clock.time += 5;
    const [metadata] = await client
      .file('a')
      .setMetadata({ metadata: { a: null, c: '3' }, contentType: 't/t' });
    expect(metadata).toMatchObject({
      generation: String(generation),
      metageneration: '2',
      metadata: { b: '2', c: '3' },
      updated: new Date(clock.time).toISOString(),
    });
    expect(contentText(bucket.live('a')?.content as never)).toBe('x');
  });
});
