import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Content } from '../s3/content.ts';
import { S3Server } from '../s3/server.ts';
import { clientOf, endOf, refusalOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
const Bucket = 'releases';

beforeAll(async () => {
  server = await S3Server.start({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5, 678) });
  s3 = clientOf(server);
});
afterAll(async () => {
  s3.destroy();
  await server.close();
});
beforeEach(() => {
  server.createBucket(Bucket);
});

describe('put, get and head', () => {
  it('gives back bytes and everything that was said of them', async () => {
    const said = {
      ContentType: 'text/plain',
      CacheControl: 'max-age=60',
      ContentDisposition: 'attachment',
      ContentEncoding: 'gzip',
      ContentLanguage: 'de',
      Metadata: { one: '1', 'two-words': 'a b' },
      StorageClass: 'STANDARD_IA' as const,
      ServerSideEncryption: 'aws:kms' as const,
      SSEKMSKeyId: 'arn:aws:kms:eu-central-1:1:key/2',
    };
    const put = await s3.send(
      new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello', Tagging: 'k=v&l=w%20x', ...said }),
    );
    expect(put.ServerSideEncryption).toBe('aws:kms');
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a' }));
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({ ...said, ETag: put.ETag, ContentLength: 5, TagCount: 2 });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }));
    expect(head).toMatchObject({ ...said, ETag: put.ETag, ContentLength: 5, TagCount: 2 });
    expect(head.LastModified).toEqual(new Date('2026-01-02T03:04:05.000Z'));
  });

  it('has the MD5 for an ETag', async () => {
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello' }));
    expect(ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
  });

  it('has its own id and the server clock in the headers of every answer', async () => {
    const head = await endOfHeaders('x');
    expect(head['x-amz-request-id']).toMatch(/^[\dA-F]{16}$/);
    expect(head.date).toBe('Fri, 02 Jan 2026 03:04:05 GMT');
    expect((await endOfHeaders('x'))['x-amz-request-id']).not.toBe(head['x-amz-request-id']);
  });

  it('reads streams that come in chunks with a trailing checksum', async () => {
    const Body = Readable.from([Buffer.alloc(70_000, 'a'), Buffer.alloc(70_000, 'b')]);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: 140_000 }));
    expect(server.log.of('PutObject').at(-1)?.headers['x-amz-content-sha256']).toBe(
      'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    );
    const stored = server.bucket(Bucket).current('stream');
    expect(stored?.content.text()).toBe('a'.repeat(70_000) + 'b'.repeat(70_000));
    expect(stored?.headers).toEqual({ 'content-type': 'application/octet-stream' });
    expect(stored?.checksum?.algorithm).toBe('CRC32');
  });

  it.each([
    'plus+ and blank',
    'a//b/../c/./d',
    '#?&%=;:@$,',
    'ü/日本/🚀',
    `'"<>&`,
    'é\u0001',
    'k'.repeat(1024),
  ])('takes the key %j as it is', async (Key) => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    expect(server.bucket(Bucket).keys()).toEqual([Key]);
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key }))).ETag).toBeDefined();
  });

  it('refuses keys over 1,024 bytes', async () => {
    const Key = 'ü'.repeat(513);
    expect(await endOf(s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' })))).toBe(
      '400 KeyTooLongError',
    );
  });

  it('gives ranges', async () => {
    server.bucket(Bucket).put('a', '0123456789');
    const part = async (Range: string) =>
      (await s3.send(new GetObjectCommand({ Bucket, Key: 'a', Range }))).Body?.transformToString();
    expect(await part('bytes=2-4')).toBe('234');
    expect(await part('bytes=7-')).toBe('789');
    expect(await part('bytes=-2')).toBe('89');
    expect(await endOf(part('bytes=10-'))).toBe('416 InvalidRange');
  });

  it('says what is not there: the key, and of a bucket', async () => {
    expect(await endOf(s3.send(new GetObjectCommand({ Bucket, Key: 'no' })))).toBe('404 NoSuchKey');
    expect(await endOf(s3.send(new HeadObjectCommand({ Bucket, Key: 'no' })))).toBe('404 NotFound');
    expect(await endOf(s3.send(new GetObjectCommand({ Bucket: 'none', Key: 'no' })))).toBe(
      '404 NoSuchBucket',
    );
  });

  it('describes large bodies by a rule, and reads them in parts', async () => {
    const size = 6 * 2 ** 30;
    server.bucket(Bucket).put('large', Content.byRule(size, 7));
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'large' }));
    expect(head.ContentLength).toBe(size);
    const read = async (Range: string) =>
      (await s3.send(new GetObjectCommand({ Bucket, Key: 'large', Range }))).Body?.transformToByteArray();
    const all = await read(`bytes=${size - 200_000}-${size - 1}`);
    expect(all?.length).toBe(200_000);
    expect(await read(`bytes=${size - 1000}-`)).toEqual(all?.slice(-1000));
  });

  it('refuses to read what is archived, but tells of it', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'cold', Body: 'x', StorageClass: 'GLACIER' }));
    expect(await endOf(s3.send(new GetObjectCommand({ Bucket, Key: 'cold' })))).toBe(
      '403 InvalidObjectState',
    );
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'cold' }))).StorageClass).toBe('GLACIER');
  });
});

describe('checksums', () => {
  // Of '123456789', the check value that the catalogues of these algorithms give.
  it.each([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
    ['SHA1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
    ['SHA256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
  ])('checks %s and gives it back', async (algorithm, hexadecimal) => {
    const value = Buffer.from(hexadecimal, 'hex').toString('base64');
    const put = (Body: string) =>
      s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body, [`Checksum${algorithm}`]: value }));
    expect(await endOf(put('123456780'))).toBe('400 BadDigest');
    expect(server.bucket(Bucket).keys()).toEqual([]);
    await put('123456789');
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a', ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({ [`Checksum${algorithm}`]: value, ChecksumType: 'FULL_OBJECT' });
  });

  it('checks Content-MD5', async () => {
    const put = (ContentMD5: string) =>
      s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello', ContentMD5 }));
    expect(await endOf(put('XUFAKrxLKna5cZ2REBfFkA=='))).toBe('400 BadDigest');
    expect(await endOf(put('eA=='))).toBe('400 InvalidDigest');
    expect(await endOf(put('XUFAKrxLKna5cZ2REBfFkg=='))).toBe('done');
  });

  it('is read by the SDK, which finds a body that was changed', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'hello' }));
    server.faults.on({ operation: 'GetObject' }, async (_, proceed) => {
      const outcome = await proceed();
      return outcome === 'reset' ? outcome : { ...outcome, body: Content.of('hellO') };
    });
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a' }));
    await expect(got.Body?.transformToString()).rejects.toThrow(/[Cc]hecksum mismatch/);
  });
});

async function endOfHeaders(Key: string): Promise<Record<string, string | undefined>> {
  const refusal = await refusalOf(s3.send(new HeadObjectCommand({ Bucket, Key })));
  return refusal.$response?.headers ?? {};
}
