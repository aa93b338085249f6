import {
  GetBucketVersioningCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket as StoredBucket } from '../s3/bucket.ts';
import { S3Server } from '../s3/server.ts';
import { clientOf, endOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
let bucket: StoredBucket;
const Bucket = 'releases';

beforeEach(async () => {
  server = await S3Server.start({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5, 678) });
  s3 = clientOf(server);
  bucket = server.createBucket(Bucket);
});
afterEach(async () => {
  s3.destroy();
  await server.close();
});

type Ask<Input> = Omit<Input, 'Bucket'>;
const list = (ask: Ask<ListObjectsV2CommandInput> = {}) =>
  s3.send(new ListObjectsV2Command({ Bucket, ...ask }));
const versions = (ask: Ask<ListObjectVersionsCommandInput> = {}) =>
  s3.send(new ListObjectVersionsCommand({ Bucket, ...ask }));

describe('ListObjectsV2', () => {
  it('tells of each object what S3 tells', async () => {
    const { etag } = bucket.put('a', 'hello');
    const { Contents, KeyCount, IsTruncated, Name } = await list();
    expect({ KeyCount, IsTruncated, Name }).toEqual({ KeyCount: 1, IsTruncated: false, Name: Bucket });
    expect(Contents).toEqual([
      {
        Key: 'a',
        ETag: etag,
        Size: 5,
        StorageClass: 'STANDARD',
        LastModified: new Date('2026-01-02T03:04:05Z'),
      },
    ]);
  });

  it('sorts by UTF-8 bytes, not by UTF-16 units', async () => {
    const keys = ['B', 'a', 'a!', 'a/', 'a/b', 'a0', 'é', '\uE000', '\uFF5E', '\u{1F680}'];
    for (const key of [...keys].reverse()) bucket.put(key, '');
    expect((await list()).Contents?.map(({ Key }) => Key)).toEqual(keys);
    expect([...keys].sort()).not.toEqual(keys);
  });

  it('gives pages of at most a thousand, also while keys come and go', async () => {
    for (let index = 0; index < 2500; index += 1) bucket.put(`k${String(index).padStart(4, '0')}`, '');
    const seen: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, MaxKeys: 5000 })) {
      expect(Contents.length).toBeLessThanOrEqual(1000);
      seen.push(...Contents.map(({ Key }) => Key ?? ''));
      bucket.deleteVersion(seen.at(-1) ?? '', 'null');
    }
    expect(seen).toHaveLength(2500);
    expect(new Set(seen).size).toBe(2500);
    expect(server.log.count('ListObjectsV2')).toBe(3);
  });

  it('rolls up what a delimiter divides, page by page', async () => {
    for (const key of ['p/a/1', 'p/a/2', 'p/b', 'p/c/1', 'p/d/1', 'q/1']) bucket.put(key, '');
    const pages: unknown[] = [];
    const ask = { Bucket, Prefix: 'p/', Delimiter: '/', MaxKeys: 1 };
    for await (const page of paginateListObjectsV2({ client: s3 }, ask)) {
      pages.push(page.Contents?.[0]?.Key ?? page.CommonPrefixes?.[0]?.Prefix);
    }
    expect(pages).toEqual(['p/a/', 'p/b', 'p/c/', 'p/d/']);
  });

  it('keeps prefixes apart that only begin alike', async () => {
    for (const key of ['v1.0.1/a', 'v1.0.10/a', 'v1.0.1']) bucket.put(key, '');
    expect((await list({ Prefix: 'v1.0.1/' })).Contents?.map(({ Key }) => Key)).toEqual(['v1.0.1/a']);
  });

  it('starts after a key, there or not', async () => {
    for (const key of ['a', 'b', 'c']) bucket.put(key, '');
    expect((await list({ StartAfter: 'a' })).Contents?.map(({ Key }) => Key)).toEqual(['b', 'c']);
    expect((await list({ StartAfter: 'aa' })).Contents?.map(({ Key }) => Key)).toEqual(['b', 'c']);
  });

  it('encodes keys where it is asked to, and escapes them where not', async () => {
    const key = 'a b/ü+(1)<&>\u0001';
    bucket.put(key, '');
    const encoded = await list({ EncodingType: 'url' });
    expect(encoded.Contents?.[0]?.Key).toBe('a+b/%C3%BC%2B%281%29%3C%26%3E%01');
    bucket.delete(key);
    bucket.put('<&>"\n', '');
    expect((await list()).Contents?.[0]?.Key).toBe('<&>"\n');
  });

  it('gives nothing where nothing is asked for, and refuses a token of its own making', async () => {
    bucket.put('a', '');
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    expect(await endOf(list({ ContinuationToken: 'mine' }))).toBe('400 InvalidArgument');
  });

  it('does not show what a delete marker covers', async () => {
    bucket.versioning = 'Enabled';
    bucket.put('p/gone', '');
    bucket.delete('p/gone');
    bucket.put('q/there', '');
    expect((await list({ Delimiter: '/' })).CommonPrefixes).toEqual([{ Prefix: 'q/' }]);
  });
});

describe('ListObjects', () => {
  it('goes on behind a marker', async () => {
    for (const key of ['a', 'b/1', 'b/2', 'c']) bucket.put(key, '');
    const page = (Marker?: string) =>
      s3.send(new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 2, ...(Marker ? { Marker } : {}) }));
    const first = await page();
    expect(first.CommonPrefixes).toEqual([{ Prefix: 'b/' }]);
    expect(first.NextMarker).toBe('b/');
    const rest = await page(first.NextMarker);
    expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['c']);
    expect(rest.IsTruncated).toBe(false);
  });
});

describe('ListObjectVersions', () => {
  beforeEach(() => {
    bucket.put('a', 'null version');
    bucket.versioning = 'Enabled';
    bucket.put('a', 'second');
    bucket.delete('a');
    bucket.put('b', 'only');
  });

  it('has versions and markers, the newest first', async () => {
    const { Versions, DeleteMarkers } = await versions();
    expect(Versions?.map(({ Key, VersionId, IsLatest, Size }) => [Key, VersionId, IsLatest, Size])).toEqual([
      ['a', bucket.history('a')[1]?.versionId, false, 6],
      ['a', 'null', false, 12],
      ['b', bucket.history('b')[0]?.versionId, true, 4],
    ]);
    expect(DeleteMarkers?.map(({ Key, VersionId, IsLatest }) => [Key, VersionId, IsLatest])).toEqual([
      ['a', bucket.history('a')[0]?.versionId, true],
    ]);
  });

  it('gives pages, and goes on behind a version that is gone by then', async () => {
    const seen: string[] = [];
    let marker: Ask<ListObjectVersionsCommandInput> | undefined = {};
    while (marker) {
      const page = await versions({ MaxKeys: 1, ...marker });
      const [one] = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
      seen.push(`${one?.Key} ${one?.VersionId}`);
      if (one?.VersionId !== 'null') bucket.deleteVersion(one?.Key ?? '', one?.VersionId ?? '');
      if (seen.length === 1) bucket.put('a', 'newer than the page that was just read');
      marker = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
    expect(seen).toHaveLength(4);
    expect(seen[2]).toBe('a null');
    expect(seen[3]).toMatch(/^b /);
  });

  it('rolls up, and keeps to a prefix', async () => {
    bucket.put('p/1', '');
    bucket.put('p/2', '');
    const rolled = await versions({ Delimiter: '/' });
    expect(rolled.CommonPrefixes).toEqual([{ Prefix: 'p/' }]);
    const below = await versions({ Prefix: 'p/' });
    expect(below.Versions?.map(({ Key }) => Key)).toEqual(['p/1', 'p/2']);
  });

  it('is not there in a store without versioning', async () => {
    server.weaknesses.lacksVersioning = true;
    expect(await endOf(versions())).toBe('501 NotImplemented');
    expect(await endOf(s3.send(new GetBucketVersioningCommand({ Bucket })))).toBe('501 NotImplemented');
  });
});
