import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket as StoredBucket } from '../s3/bucket.ts';
import { Content } from '../s3/content.ts';
import { S3Server } from '../s3/server.ts';
import { clientOf, endOf, refusalOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
let bucket: StoredBucket;
const Bucket = 'releases';
const Key = 'v1/large file';

beforeEach(async () => {
  server = await S3Server.start({ limits: { smallestPart: 4, copy: 3 * 2 ** 30 } });
  s3 = clientOf(server);
  bucket = server.createBucket(Bucket);
});
afterEach(async () => {
  s3.destroy();
  await server.close();
});

async function create(said: Partial<CreateMultipartUploadCommandInput> = {}): Promise<string> {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...said }));
  return UploadId ?? '';
}

async function upload(UploadId: string, PartNumber: number, Body: string): Promise<CompletedPart> {
  const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
  return { PartNumber, ETag };
}

async function copy(UploadId: string, PartNumber: number, said: object): Promise<CompletedPart> {
  const CopySource = `${Bucket}/source`;
  const { CopyPartResult } = await s3.send(
    new UploadPartCopyCommand({ Bucket, Key, UploadId, PartNumber, CopySource, ...said }),
  );
  return { PartNumber, ETag: CopyPartResult?.ETag };
}

const complete = (UploadId: string, Parts: CompletedPart[], conditions: object = {}) =>
  s3.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...conditions }),
  );
const md5 = (bytes: string | Buffer) => createHash('md5').update(bytes).digest();

describe('a multipart upload', () => {
  it('becomes one object, with what was said at its beginning, when it is completed', async () => {
    const said = { ContentType: 'text/plain', Metadata: { a: 'b' }, StorageClass: 'STANDARD_IA' as const };
    const id = await create({ ...said, Tagging: 'k=v' });
    const parts = [await upload(id, 1, 'lost'), await upload(id, 3, 'end')];
    parts[0] = await upload(id, 1, 'begin ');
    expect(bucket.keys()).toEqual([]);
    const { ETag, Location } = await complete(id, parts);
    expect(ETag).toBe(`"${md5(Buffer.concat([md5('begin '), md5('end')])).toString('hex')}-2"`);
    expect(Location).toContain(Bucket);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(got).toMatchObject({ ...said, ETag, TagCount: 1, ContentLength: 9 });
    expect(await got.Body?.transformToString()).toBe('begin end');
    expect(await endOf(complete(id, parts))).toBe('404 NoSuchUpload');
  });

  it('keeps the checksum of its parts, or of the whole', async () => {
    const composite = await create({ ChecksumAlgorithm: 'SHA256' });
    await complete(composite, [await upload(composite, 1, 'part'), await upload(composite, 2, 'two')]);
    const sha = (text: string | Buffer) => createHash('sha256').update(text).digest();
    const ofParts = sha(Buffer.concat([sha('part'), sha('two')])).toString('base64');
    const head = () => s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(await head()).toMatchObject({ ChecksumSHA256: `${ofParts}-2`, ChecksumType: 'COMPOSITE' });
    const full = await create({ ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    await complete(full, [await upload(full, 1, '12345'), await upload(full, 2, '6789')]);
    expect(await head()).toMatchObject({ ChecksumCRC32: 'y/Q5Jg==', ChecksumType: 'FULL_OBJECT' });
    const attributes = await s3.send(
      new GetObjectAttributesCommand({
        Bucket,
        Key,
        ObjectAttributes: ['ETag', 'Checksum', 'ObjectSize', 'ObjectParts'],
      }),
    );
    expect(attributes).toMatchObject({
      ObjectSize: 9,
      Checksum: { ChecksumCRC32: 'y/Q5Jg==' },
      ObjectParts: { TotalPartsCount: 2 },
    });
  });

  it('is refused with parts that are absent, changed, too small or out of order', async () => {
    const id = await create();
    const first = await upload(id, 1, 'first');
    const second = await upload(id, 2, 'se');
    const third = await upload(id, 3, 'third');
    expect(await endOf(complete(id, [second, first]))).toBe('400 InvalidPartOrder');
    expect(await endOf(complete(id, [{ PartNumber: 9, ETag: first.ETag }]))).toBe('400 InvalidPart');
    expect(await endOf(complete(id, [{ PartNumber: 1, ETag: second.ETag }]))).toBe('400 InvalidPart');
    expect(await endOf(complete(id, [first, second, third]))).toBe('400 EntityTooSmall');
    expect(await endOf(complete(id, [first, second]))).toBe('done');
  });

  it('checks each part on its way', async () => {
    const id = await create();
    const part = { Bucket, Key, UploadId: id, PartNumber: 1, Body: 'x', ChecksumCRC32: 'AAAAAA==' };
    expect(await endOf(s3.send(new UploadPartCommand(part)))).toBe('400 BadDigest');
  });

  it('is completed only under its conditions, and stays where they do not hold', async () => {
    const id = await create();
    const parts = [await upload(id, 1, 'new')];
    expect(await endOf(complete(id, parts, { IfMatch: '"x"' }))).toBe('404 NoSuchKey');
    const { etag } = bucket.put(Key, 'old');
    expect(await endOf(complete(id, parts, { IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
    expect(await endOf(complete(id, parts, { IfMatch: '"x"' }))).toBe('412 PreconditionFailed');
    expect(bucket.text(Key)).toBe('old');
    server.faults.refuse('ConditionalRequestConflict', { operation: 'CompleteMultipartUpload' });
    expect(await endOf(complete(id, parts, { IfMatch: etag }))).toBe('409 ConditionalRequestConflict');
    expect(await endOf(complete(id, parts, { IfMatch: etag }))).toBe('done');
    expect(bucket.text(Key)).toBe('new');
  });

  it('may answer 200 with an error inside', async () => {
    const id = await create();
    const parts = [await upload(id, 1, 'new')];
    server.faults.errorInside('InternalError', { operation: 'CompleteMultipartUpload' });
    expect(await refusalOf(complete(id, parts))).toMatchObject({ name: 'InternalError' });
    expect(bucket.uploads.size).toBe(1);
  });

  it('makes a version where there are versions', async () => {
    bucket.versioning = 'Enabled';
    const id = await create();
    const { VersionId } = await complete(id, [await upload(id, 1, 'x')]);
    expect(VersionId).toBe(bucket.current(Key)?.versionId);
  });

  it('is gone when it is aborted', async () => {
    const id = await create();
    await upload(id, 1, 'x');
    const abort = () => s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId: id }));
    expect(await endOf(abort())).toBe('done');
    expect(await endOf(abort())).toBe('404 NoSuchUpload');
    expect(await endOf(upload(id, 1, 'x'))).toBe('404 NoSuchUpload');
    expect(bucket.uploads.size).toBe(0);
  });
});

describe('lists of what is open', () => {
  it('has uploads by key and age, in pages', async () => {
    const ids: string[] = [];
    for (const key of ['b', 'a', 'a', 'other/c']) ids.push(await create({ Key: key }));
    const seen: unknown[] = [];
    let marker: object | undefined = {};
    while (marker) {
      const page: Awaited<ReturnType<typeof uploads>> = await uploads({ MaxUploads: 1, ...marker });
      seen.push(...(page.Uploads ?? []).map((each) => [each.Key, each.UploadId]));
      marker = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
        : undefined;
    }
    expect(seen).toEqual([
      ['a', ids[1]],
      ['a', ids[2]],
      ['b', ids[0]],
      ['other/c', ids[3]],
    ]);
    expect((await uploads({ Prefix: 'other/' })).Uploads?.map((each) => each.Key)).toEqual(['other/c']);
  });

  it('has the parts of an upload, in pages', async () => {
    const id = await create();
    for (const number of [3, 1, 2]) await upload(id, number, `part ${number}`);
    const list = (said: object) =>
      s3.send(new ListPartsCommand({ Bucket, Key, UploadId: id, MaxParts: 2, ...said }));
    const first = await list({});
    expect(first.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 6],
      [2, 6],
    ]);
    expect(first.IsTruncated).toBe(true);
    const rest = await list({ PartNumberMarker: first.NextPartNumberMarker });
    expect(rest.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([3]);
    expect(rest.IsTruncated).toBe(false);
  });
});

describe('a part that is copied', () => {
  it('is a range of a source that is as the condition says', async () => {
    const { etag } = bucket.put('source', '0123456789');
    const id = await create();
    const CopySourceRange = 'bytes=2-5';
    expect(await endOf(copy(id, 1, { CopySourceIfMatch: '"x"' }))).toBe('412 PreconditionFailed');
    expect(await endOf(copy(id, 1, { CopySourceRange: 'bytes=5-10' }))).toBe('400 InvalidArgument');
    const part = await copy(id, 1, { CopySourceIfMatch: etag, CopySourceRange });
    expect(part.ETag).toBe(`"${md5('2345').toString('hex')}"`);
    await complete(id, [part, await copy(id, 2, {})]);
    expect(bucket.text(Key)).toBe('23450123456789');
  });

  it('may be of an object of many gigabytes, and the whole is the same again', async () => {
    const size = 6 * 2 ** 30;
    const half = size / 2;
    bucket.put('source', Content.byRule(size, 5));
    const id = await create();
    expect(await endOf(copy(id, 1, {}))).toBe('400 InvalidRequest');
    const parts = [
      await copy(id, 1, { CopySourceRange: `bytes=0-${half - 1}` }),
      await copy(id, 2, { CopySourceRange: `bytes=${half}-${size - 1}` }),
    ];
    const { ETag } = await complete(id, parts);
    expect(ETag).toMatch(/-2"$/);
    const [copied, source] = [bucket.current(Key), bucket.current('source')];
    expect(source && copied?.content.equals(source.content)).toBe(true);
  });
});

const uploads = (said: object) => s3.send(new ListMultipartUploadsCommand({ Bucket, ...said }));
