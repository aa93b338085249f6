import { describe, expect, test } from 'vitest';
import { bytesContent, ruledContent } from '../gcs/content.ts';
import { crc32c, crc32cText } from '../gcs/crc32c.ts';
import { useWorld } from './world.ts';

const given = useWorld();
const GIB = 1024 ** 3;

describe('crc32c', () => {
  test('is that of RFC 3720', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
    expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43);
    expect(crc32cText(crc32c(Buffer.from('hello')))).toBe('mnG7TA==');
  });

  test.each([0, 1, 65_535, 65_536, 65_537, 1_000_000])(
    'of a content by rule of %i bytes is that of its bytes',
    (size) => {
      const rule = ruledContent(size, 'seed');
      const bytes = Buffer.concat([...rule.read(0, size)]);
      expect(bytes).toHaveLength(size);
      expect(rule.crc32c).toBe(bytesContent(bytes).crc32c);
      expect(Buffer.concat([...rule.read(3, Math.min(size, 70_000))])).toEqual(bytes.subarray(3, 70_000));
    },
  );

  test('of other seeds and sizes is another', () => {
    const all = [ruledContent(5 * GIB), ruledContent(5 * GIB + 1), ruledContent(5 * GIB, 'x')];
    expect(new Set(all.map((content) => content.crc32c)).size).toBe(3);
  });
});

describe('rewrite', () => {
  test('in one class and location ends in one call, however large, and keeps the checksum', async () => {
    const { bucket } = given();
    bucket.put('big', ruledContent(6 * GIB), { contentType: 'x/y', metadata: { a: '1' } });
    const { json } = await given().ask('POST', '/o/big/rewriteTo/b/b/o/copy');
    expect(json).toMatchObject({
      done: true,
      totalBytesRewritten: String(6 * GIB),
      objectSize: String(6 * GIB),
      resource: {
        name: 'copy',
        crc32c: bucket.live('big')?.content.crc32c,
        contentType: 'x/y',
        metadata: { a: '1' },
      },
    });
    expect(json.resource).not.toHaveProperty('md5Hash');
  });

  test('goes on by tokens where the rule says so, and is there only when done', async () => {
    const { bucket, server } = given();
    server.rules.rewriteBytesPerCall = GIB;
    bucket.put('big', ruledContent(2 * GIB + 5));
    const path = '/o/big/rewriteTo/b/b/o/copy';
    const first = await given().ask('POST', path, { contentType: 'x/y' });
    expect(first.json).toMatchObject({ done: false, totalBytesRewritten: String(GIB) });
    expect(bucket.live('copy')).toBeUndefined();
    const token = first.json.rewriteToken;
    const second = await given().ask('POST', `${path}?rewriteToken=${token}`);
    expect(second.json).toMatchObject({ done: false, totalBytesRewritten: String(2 * GIB) });
    const third = await given().ask('POST', `${path}?rewriteToken=${second.json.rewriteToken}`);
    expect(third.json).toMatchObject({ done: true, resource: { contentType: 'x/y' } });
    expect(bucket.live('copy')?.content.size).toBe(2 * GIB + 5);
    expect(await given().refusal('POST', `${path}?rewriteToken=${token}`)).toBe('400 invalid');
  });

  test('the client follows the tokens and its metadata stays', async () => {
    const { bucket, server, client } = given();
    server.rules.rewriteBytesPerCall = GIB;
    bucket.put('big', ruledContent(3 * GIB));
    await client.file('big').copy('copy', { contentType: 'x/y', metadata: { a: '1' } });
    expect(bucket.live('copy')).toMatchObject({ contentType: 'x/y', metadata: { a: '1' } });
    expect(server.log.count('objects.rewrite')).toBe(3);
  });

  test('across classes the client may ask for less, in whole MiB', async () => {
    const { bucket } = given();
    bucket.put('big', ruledContent(5 * 1024 ** 2));
    const path = '/o/big/rewriteTo/b/b/o/copy?maxBytesRewrittenPerCall=';
    const archive = { storageClass: 'ARCHIVE' };
    expect((await given().ask('POST', `${path}4194304`, archive)).json.done).toBe(false);
    expect((await given().ask('POST', `${path}4194304`)).json.done).toBe(true);
    expect(await given().refusal('POST', `${path}1000`, archive)).toBe('400 invalid');
  });

  test('a token is for its source generation, its destination and a week', async () => {
    const { bucket, server, clock } = given();
    server.rules.rewriteBytesPerCall = 4;
    bucket.put('a', 'many bytes');
    const path = '/o/a/rewriteTo/b/b/o/copy';
    const { json } = await given().ask('POST', path);
    const again = (to = path) => given().refusal('POST', `${to}?rewriteToken=${json.rewriteToken}`);
    expect(await again('/o/a/rewriteTo/b/b/o/elsewhere')).toBe('400 invalid');
    bucket.put('a', 'other bytes');
    expect(await again()).toBe('412 conditionNotMet');
    const fresh = (await given().ask('POST', path)).json.rewriteToken;
    clock.time += 8 * 24 * 3600 * 1000;
    expect(await given().refusal('POST', `${path}?rewriteToken=${fresh}`)).toBe('410 gone');
  });

  test('a destination written meanwhile fails the last call', async () => {
    const { bucket, server } = given();
    server.rules.rewriteBytesPerCall = 6;
    bucket.put('a', 'many bytes');
    const path = '/o/a/rewriteTo/b/b/o/copy?ifGenerationMatch=0';
    const { json } = await given().ask('POST', path);
    bucket.put('copy', 'quicker');
    expect(await given().refusal('POST', `${path}&rewriteToken=${json.rewriteToken}`)).toBe(
      '412 conditionNotMet',
    );
    expect(bucket.text('copy')).toBe('quicker');
  });

  test('a resource in the request replaces all metadata; the class is the bucket’s unless named', async () => {
    const { bucket } = given();
    bucket.put('a', 'x', { storageClass: 'ARCHIVE', cacheControl: 'no-store', metadata: { a: '1' } });
    await given().ask('POST', '/o/a/rewriteTo/b/b/o/plain');
    await given().ask('POST', '/o/a/rewriteTo/b/b/o/own', { storageClass: 'ARCHIVE', contentType: 'x/y' });
    expect(bucket.live('plain')).toMatchObject({
      storageClass: 'STANDARD',
      cacheControl: 'no-store',
      metadata: { a: '1' },
    });
    expect(bucket.live('own')).toMatchObject({ storageClass: 'ARCHIVE', contentType: 'x/y' });
    expect(bucket.live('own')?.cacheControl).toBeUndefined();
    expect(bucket.live('own')?.metadata).toBeUndefined();
  });

  test('from a noncurrent generation', async () => {
    const { bucket } = given();
    bucket.config.versioning = { enabled: true };
    const { generation } = bucket.put('a', 'old');
    bucket.put('a', 'new');
    await given().ask('POST', `/o/a/rewriteTo/b/b/o/copy?sourceGeneration=${generation}`);
    expect(bucket.text('copy')).toBe('old');
  });
});

describe('move', () => {
  test('gives the destination a new generation and all else of the source, which is gone without a trace', async () => {
    const { bucket, clock } = given();
    const source = bucket.put('a', 'x', {
      cacheControl: 'no-store',
      storageClass: 'NEARLINE',
      metadata: { a: '1' },
    });
    bucket.patch('a', { contentLanguage: 'de' });
    clock.time += 1000;
    const { json } = await given().ask('POST', '/o/a/moveTo/o/b');
    expect(json).toMatchObject({
      name: 'b',
      metageneration: '1',
      storageClass: 'NEARLINE',
      contentLanguage: 'de',
    });
    expect(Number(json.generation)).toBeGreaterThan(source.generation);
    expect(json.timeCreated).toBe(new Date(clock.time).toISOString());
    expect(bucket.names()).toEqual(['b']);
    expect((await given().ask('GET', '/o?softDeleted=true')).json.items).toBeUndefined();
  });

  test.each([
    [403, 'forbidden'],
    [400, 'invalid'],
    [404, 'notFound'],
  ])('answers %i %s where it is switched off, and moves nothing', async (status, reason) => {
    const { bucket, server } = given();
    bucket.put('a', 'x');
    server.rules.moveRefused = { status, reason };
    expect(await given().refusal('POST', '/o/a/moveTo/o/b')).toBe(`${status} ${reason}`);
    expect(bucket.names()).toEqual(['a']);
    server.resetControls();
    expect(await given().refusal('POST', '/o/a/moveTo/o/a')).toBe('400 invalid');
    expect(await given().refusal('POST', '/o/a/moveTo/o/b')).toBe('200');
  });

  test('keeps a destination that has moveTo/o/ in its name apart from the source', async () => {
    const { bucket } = given();
    bucket.put('a/moveTo/o/b', 'x');
    const [from, to] = [encodeURIComponent('a/moveTo/o/b'), encodeURIComponent('c/moveTo/o/d')];
    expect(await given().refusal('POST', `/o/${from}/moveTo/o/${to}`)).toBe('200');
    expect(bucket.names()).toEqual(['c/moveTo/o/d']);
  });
});
