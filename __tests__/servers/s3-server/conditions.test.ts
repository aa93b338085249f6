import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket as StoredBucket } from '../s3/bucket.ts';
import { S3Server } from '../s3/server.ts';
import { clientOf, endOf, refusalOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
let bucket: StoredBucket;
const Bucket = 'releases';
const wrong = '"00000000000000000000000000000000"';

beforeEach(async () => {
  server = await S3Server.start();
  s3 = clientOf(server);
  bucket = server.createBucket(Bucket);
});
afterEach(async () => {
  s3.destroy();
  await server.close();
});

const put = (conditions: object) =>
  s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'new', ...conditions }));
const copy = (conditions: object) =>
  s3.send(new CopyObjectCommand({ Bucket, Key: 'a', CopySource: `${Bucket}/source`, ...conditions }));
const remove = (conditions: object) => s3.send(new DeleteObjectCommand({ Bucket, Key: 'a', ...conditions }));

describe('a conditional put', () => {
  it('creates only what is absent', async () => {
    expect(await endOf(put({ IfNoneMatch: '*' }))).toBe('done');
    const refusal = await refusalOf(put({ IfNoneMatch: '*' }));
    expect(refusal).toMatchObject({ name: 'PreconditionFailed', Condition: 'If-None-Match' });
    expect(refusal.$metadata.httpStatusCode).toBe(412);
    expect(bucket.history('a')).toHaveLength(1);
  });

  it('replaces only what is as it says', async () => {
    expect(await endOf(put({ IfMatch: wrong }))).toBe('404 NoSuchKey');
    const { etag } = bucket.put('a', 'old');
    expect(await endOf(put({ IfMatch: wrong }))).toBe('412 PreconditionFailed');
    expect(bucket.text('a')).toBe('old');
    expect(await endOf(put({ IfMatch: etag }))).toBe('done');
    expect(bucket.text('a')).toBe('new');
  });

  it('takes an ETag without its quotes too', async () => {
    const { etag } = bucket.put('a', 'old');
    expect(await endOf(put({ IfMatch: etag.slice(1, -1) }))).toBe('done');
  });

  it('is not implemented for other values of If-None-Match, nor for both at once', async () => {
    expect(await endOf(put({ IfNoneMatch: wrong }))).toBe('501 NotImplemented');
    expect(await endOf(put({ IfNoneMatch: '*', IfMatch: wrong }))).toBe('501 NotImplemented');
  });

  it('takes a delete marker for absence', async () => {
    bucket.versioning = 'Enabled';
    const { etag } = bucket.put('a', 'old');
    bucket.delete('a');
    expect(await endOf(put({ IfMatch: etag }))).toBe('404 NoSuchKey');
    expect(await endOf(put({ IfNoneMatch: '*' }))).toBe('done');
    expect(bucket.history('a').map((each) => each.isDeleteMarker)).toEqual([false, true, false]);
  });

  it('may meet another write', async () => {
    server.faults.refuse('ConditionalRequestConflict', { operation: 'PutObject' });
    expect(await endOf(put({ IfNoneMatch: '*' }))).toBe('409 ConditionalRequestConflict');
    expect(bucket.keys()).toEqual([]);
  });
});

describe('a conditional copy', () => {
  beforeEach(() => {
    bucket.put('source', 'new');
  });

  it('looks at its source', async () => {
    const etag = bucket.current('source')?.etag;
    expect(await endOf(copy({ CopySourceIfMatch: wrong }))).toBe('412 PreconditionFailed');
    expect(await endOf(copy({ CopySourceIfNoneMatch: etag }))).toBe('412 PreconditionFailed');
    expect(bucket.keys()).toEqual(['source']);
    expect(await endOf(copy({ CopySourceIfMatch: etag }))).toBe('done');
    bucket.delete('source');
    expect(await endOf(copy({ CopySourceIfMatch: etag }))).toBe('404 NoSuchKey');
  });

  it('looks at its destination', async () => {
    expect(await endOf(copy({ IfMatch: wrong }))).toBe('404 NoSuchKey');
    expect(await endOf(copy({ IfNoneMatch: '*' }))).toBe('done');
    expect(await endOf(copy({ IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
    expect(await endOf(copy({ IfMatch: wrong }))).toBe('412 PreconditionFailed');
    expect(await endOf(copy({ IfMatch: bucket.current('a')?.etag }))).toBe('done');
  });
});

describe('a conditional delete', () => {
  it('removes only what is as it says', async () => {
    const { etag } = bucket.put('a', 'old');
    expect(await endOf(remove({ IfMatch: wrong }))).toBe('412 PreconditionFailed');
    expect(bucket.text('a')).toBe('old');
    expect(await endOf(remove({ IfMatch: etag }))).toBe('done');
    expect(bucket.keys()).toEqual([]);
  });

  it('of what is absent is a 404, where without a condition it is done', async () => {
    expect(await endOf(remove({ IfMatch: wrong }))).toBe('404 NoSuchKey');
    expect(await endOf(remove({ IfMatch: '*' }))).toBe('404 NoSuchKey');
    expect(await endOf(remove({}))).toBe('done');
  });

  it('takes a delete marker for absence, and makes no other', async () => {
    bucket.versioning = 'Enabled';
    const { etag } = bucket.put('a', 'old');
    bucket.delete('a');
    expect(await endOf(remove({ IfMatch: etag }))).toBe('404 NoSuchKey');
    expect(await endOf(remove({ IfMatch: '*' }))).toBe('404 NoSuchKey');
    expect(bucket.history('a')).toHaveLength(2);
  });

  it('is judged key by key in DeleteObjects', async () => {
    const { etag } = bucket.put('same', 'x');
    bucket.put('changed', 'y');
    const Objects = ['same', 'changed', 'absent'].map((Key) => ({ Key, ETag: etag }));
    const answer = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(answer.Deleted).toEqual([{ Key: 'same' }]);
    expect(answer.Errors?.map(({ Key, Code }) => [Key, Code])).toEqual([
      ['changed', 'PreconditionFailed'],
      ['absent', 'NoSuchKey'],
    ]);
    expect(bucket.keys()).toEqual(['changed']);
  });
});

describe('a conditional read', () => {
  it('answers 304 and 412', async () => {
    const { etag } = bucket.put('a', 'old');
    const get = (conditions: object) => s3.send(new GetObjectCommand({ Bucket, Key: 'a', ...conditions }));
    expect((await refusalOf(get({ IfNoneMatch: etag }))).$metadata.httpStatusCode).toBe(304);
    expect(await endOf(get({ IfMatch: wrong }))).toBe('412 PreconditionFailed');
    expect(await endOf(get({ IfMatch: etag }))).toBe('done');
    expect(await endOf(get({ IfUnmodifiedSince: new Date(0) }))).toBe('412 PreconditionFailed');
  });
});

describe('a worse store', () => {
  it('does not look at the conditions of puts', async () => {
    server.weaknesses.ignoresConditionalPuts = true;
    bucket.put('a', 'old');
    expect(await endOf(put({ IfNoneMatch: '*' }))).toBe('done');
    expect(await endOf(put({ IfMatch: wrong }))).toBe('done');
    expect(await endOf(remove({ IfMatch: wrong }))).toBe('412 PreconditionFailed');
  });

  it('does not look at the conditions of deletes', async () => {
    server.weaknesses.ignoresConditionalDeletes = true;
    bucket.put('a', 'old');
    expect(await endOf(put({ IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
    expect(await endOf(remove({ IfMatch: wrong }))).toBe('done');
    expect(bucket.keys()).toEqual([]);
  });

  it('does not look at the conditions of copies', async () => {
    bucket.put('source', 'new');
    bucket.put('a', 'old');
    server.weaknesses.ignoresCopySourceConditions = true;
    expect(await endOf(copy({ CopySourceIfMatch: wrong }))).toBe('done');
    expect(await endOf(copy({ IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
    server.weaknesses.ignoresCopyDestinationConditions = true;
    expect(await endOf(copy({ IfNoneMatch: '*' }))).toBe('done');
  });
});
