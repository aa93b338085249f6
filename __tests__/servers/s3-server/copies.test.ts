import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket as StoredBucket } from '../s3/bucket.ts';
import { Content } from '../s3/content.ts';
import { S3Server } from '../s3/server.ts';
import { clientOf, endOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
let bucket: StoredBucket;
const Bucket = 'releases';
const said = { ContentType: 'text/plain', CacheControl: 'no-cache', Metadata: { one: '1' } };

beforeEach(async () => {
  server = await S3Server.start();
  s3 = clientOf(server);
  bucket = server.createBucket(Bucket);
});
afterEach(async () => {
  s3.destroy();
  await server.close();
});

const copy = (more: Partial<CopyObjectCommandInput> = {}) =>
  s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/source`, ...more }));
const head = (Key = 'copy') => s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
const tags = async () => (await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'copy' }))).TagSet;

describe('CopyObject', () => {
  beforeEach(async () => {
    const own = { StorageClass: 'STANDARD_IA' as const, Tagging: 'k=v' };
    await s3.send(new PutObjectCommand({ Bucket, Key: 'source', Body: 'hello', ...said, ...own }));
  });

  it('takes bytes, metadata, tags and checksum along, but not the storage class', async () => {
    const { CopyObjectResult } = await copy();
    expect(CopyObjectResult).toMatchObject({
      ETag: bucket.current('source')?.etag,
      ChecksumCRC32: 'NhCmhg==',
    });
    const copied = await head();
    expect(copied).toMatchObject({ ...said, TagCount: 1, ContentLength: 5, ChecksumCRC32: 'NhCmhg==' });
    expect(copied.StorageClass).toBeUndefined();
    expect(await tags()).toEqual([{ Key: 'k', Value: 'v' }]);
  });

  it('takes other metadata, tags, class and encryption where it is told to', async () => {
    await copy({
      MetadataDirective: 'REPLACE',
      ContentType: 'text/html',
      Metadata: { two: '2' },
      TaggingDirective: 'REPLACE',
      Tagging: 'x=y',
      StorageClass: 'ONEZONE_IA',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'key',
    });
    const copied = await head();
    expect(copied).toMatchObject({
      ContentType: 'text/html',
      Metadata: { two: '2' },
      StorageClass: 'ONEZONE_IA',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'key',
    });
    expect(copied.CacheControl).toBeUndefined();
    expect(await tags()).toEqual([{ Key: 'x', Value: 'y' }]);
  });

  it('has its own ETag where KMS encrypts, and an MD5 where the source came in parts', async () => {
    const { etag } = bucket.put('source', { content: Content.of('hello'), etag: '"0123-2"' });
    const plain = await copy({ CopySourceIfMatch: etag });
    expect(plain.CopyObjectResult?.ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
    const etags = new Set([etag, plain.CopyObjectResult?.ETag]);
    for (const ServerSideEncryption of ['aws:kms', 'aws:kms'] as const) {
      etags.add((await copy({ ServerSideEncryption })).CopyObjectResult?.ETag);
    }
    expect(etags.size).toBe(4);
  });

  it('refuses what is archived, until it is restored', async () => {
    const source = bucket.put('cold', { content: Content.of('x'), storageClass: 'GLACIER' });
    const CopySource = `${Bucket}/cold`;
    expect(await endOf(copy({ CopySource }))).toBe('403 InvalidObjectState');
    bucket.amend(source, { restored: true });
    expect(await endOf(copy({ CopySource }))).toBe('done');
    expect((await head('cold')).Restore).toBe('ongoing-request="false"');
  });

  it('refuses more than five gigabytes', async () => {
    bucket.put('source', Content.byRule(5 * 2 ** 30 + 1));
    expect(await endOf(copy())).toBe('400 InvalidRequest');
    bucket.put('source', Content.byRule(5 * 2 ** 30));
    expect(await endOf(copy())).toBe('done');
  });

  it('refuses a copy onto itself that changes nothing', async () => {
    expect(await endOf(copy({ Key: 'source' }))).toBe('400 InvalidRequest');
    expect(await endOf(copy({ Key: 'source', StorageClass: 'STANDARD' }))).toBe('done');
  });

  it.each(['plus+ and blank', 'a//b/../c', '#?&%=;', 'ü/日本/🚀'])('finds the source %j', async (Key) => {
    bucket.put(Key, 'odd');
    const CopySource = `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`;
    await copy({ CopySource });
    expect(bucket.text('copy')).toBe('odd');
  });

  it('says what is absent: the source, its version, its bucket', async () => {
    expect(await endOf(copy({ CopySource: `${Bucket}/none` }))).toBe('404 NoSuchKey');
    expect(await endOf(copy({ CopySource: `${Bucket}/source?versionId=none` }))).toBe('404 NoSuchVersion');
    expect(await endOf(copy({ CopySource: 'none/source' }))).toBe('404 NoSuchBucket');
  });

  it('refuses a delete marker by its id', async () => {
    bucket.versioning = 'Enabled';
    const marker = bucket.delete('source');
    expect(await endOf(copy())).toBe('404 NoSuchKey');
    expect(await endOf(copy({ CopySource: `${Bucket}/source?versionId=${marker?.versionId}` }))).toBe(
      '400 InvalidRequest',
    );
  });
});
