import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket as StoredBucket } from '../s3/bucket.ts';
import { S3Server } from '../s3/server.ts';
import { snapshotOf } from '../s3/snapshot.ts';
import { clientOf, endOf, refusalOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
let bucket: StoredBucket;
const Bucket = 'releases';

beforeEach(async () => {
  server = await S3Server.start();
  s3 = clientOf(server);
  bucket = server.createBucket(Bucket);
});
afterEach(async () => {
  s3.destroy();
  await server.close();
});

const version = (Status: 'Enabled' | 'Suspended') =>
  s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
const put = (Body: string) => s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body }));
const remove = (VersionId?: string) =>
  s3.send(new DeleteObjectCommand({ Bucket, Key: 'a', ...(VersionId ? { VersionId } : {}) }));
const many = (Objects: Array<{ Key: string; VersionId?: string }>, Quiet = false) =>
  s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet } }));

describe('without versioning', () => {
  it('has no version ids, and deletes for good', async () => {
    expect((await put('one')).VersionId).toBeUndefined();
    const { VersionId, DeleteMarker } = await remove();
    expect({ VersionId, DeleteMarker }).toEqual({ VersionId: undefined, DeleteMarker: undefined });
    expect(bucket.history('a')).toEqual([]);
  });
});

describe('with versioning', () => {
  it('covers with markers, and uncovers where one is taken away', async () => {
    await put('before');
    await version('Enabled');
    const { VersionId } = await put('after');
    const marker = await remove();
    expect(marker).toMatchObject({ DeleteMarker: true });
    const refusal = await refusalOf(s3.send(new GetObjectCommand({ Bucket, Key: 'a' })));
    expect(refusal.name).toBe('NoSuchKey');
    expect(refusal.$response?.headers).toMatchObject({
      'x-amz-delete-marker': 'true',
      'x-amz-version-id': marker.VersionId,
    });
    const old = await s3.send(new GetObjectCommand({ Bucket, Key: 'a', VersionId: 'null' }));
    expect(await old.Body?.transformToString()).toBe('before');
    expect(await remove(marker.VersionId)).toMatchObject({ DeleteMarker: true, VersionId: marker.VersionId });
    const again = await s3.send(new GetObjectCommand({ Bucket, Key: 'a' }));
    expect(again.VersionId).toBe(VersionId);
    expect(await again.Body?.transformToString()).toBe('after');
  });

  it('makes a marker also where nothing was', async () => {
    await version('Enabled');
    expect((await remove()).DeleteMarker).toBe(true);
    expect((await remove()).DeleteMarker).toBe(true);
    expect(bucket.history('a').map((each) => each.isDeleteMarker)).toEqual([true, true]);
  });

  it('refuses to read a marker by its id, and what was never there', async () => {
    await version('Enabled');
    const { VersionId } = await remove();
    const read = (id = '') => s3.send(new GetObjectCommand({ Bucket, Key: 'a', VersionId: id }));
    expect(await endOf(read(VersionId))).toBe('405 MethodNotAllowed');
    expect(await endOf(read('none'))).toBe('404 NoSuchVersion');
    expect(await endOf(remove('none'))).toBe('done');
    expect(bucket.history('a')).toHaveLength(1);
  });

  it('has one null version while it is suspended, which writes and markers replace', async () => {
    await version('Enabled');
    const { VersionId } = await put('kept');
    await version('Suspended');
    expect((await put('lost')).VersionId).toBe('null');
    expect((await put('null')).VersionId).toBe('null');
    expect(bucket.history('a').map((each) => each.content.text())).toEqual(['null', 'kept']);
    expect(await remove()).toMatchObject({ DeleteMarker: true, VersionId: 'null' });
    expect(bucket.history('a').map((each) => each.versionId)).toEqual(['null', VersionId]);
    expect(bucket.current('a')).toBeUndefined();
  });

  it('tells the ids of a copy and of its source', async () => {
    await version('Enabled');
    const { VersionId } = await put('first');
    await put('second');
    const CopySource = `${Bucket}/a?versionId=${VersionId}`;
    const copy = await s3.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource }));
    expect(copy.CopySourceVersionId).toBe(VersionId);
    expect(copy.VersionId).toBe(bucket.current('b')?.versionId);
    expect(bucket.text('b')).toBe('first');
  });
});

describe('DeleteObjects', () => {
  it('answers for every key, there or not', async () => {
    bucket.put('<a>&', '');
    const { Deleted, Errors } = await many([{ Key: '<a>&' }, { Key: 'absent' }]);
    expect(Deleted).toEqual([{ Key: '<a>&' }, { Key: 'absent' }]);
    expect(Errors).toBeUndefined();
    expect(bucket.keys()).toEqual([]);
  });

  it('is quiet where it is asked to be, but not about errors', async () => {
    server.denials.deny('s3:DeleteObject', 'kept');
    bucket.put('kept', '');
    const { Deleted, Errors } = await many([{ Key: 'a' }, { Key: 'kept' }], true);
    expect(Deleted).toBeUndefined();
    expect(Errors?.map(({ Key, Code }) => [Key, Code])).toEqual([['kept', 'AccessDenied']]);
    expect(bucket.keys()).toEqual(['kept']);
  });

  it('tells the markers that it made and the versions that it took', async () => {
    bucket.versioning = 'Enabled';
    const first = bucket.put('a', 'one').versionId;
    const [made] = (await many([{ Key: 'a' }])).Deleted ?? [];
    expect(made).toEqual({
      Key: 'a',
      DeleteMarker: true,
      DeleteMarkerVersionId: bucket.history('a')[0]?.versionId,
    });
    const marker = made?.DeleteMarkerVersionId ?? '';
    const both = await many([
      { Key: 'a', VersionId: marker },
      { Key: 'a', VersionId: first },
    ]);
    expect(both.Deleted).toEqual([
      { Key: 'a', VersionId: marker, DeleteMarker: true, DeleteMarkerVersionId: marker },
      { Key: 'a', VersionId: first },
    ]);
    expect(bucket.history('a')).toEqual([]);
  });

  it('takes a thousand keys, and not one more', async () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => ({ Key: `k${index}` }));
    for (const { Key } of keys(1001)) bucket.put(Key, '');
    expect(await endOf(many(keys(1001)))).toBe('400 MalformedXML');
    expect(bucket.keys()).toHaveLength(1001);
    expect((await many(keys(1000))).Deleted).toHaveLength(1000);
    expect(bucket.keys()).toEqual(['k1000']);
  });

  it('fails single keys, undone or done and not told', async () => {
    for (const key of ['a', 'b', 'c']) bucket.put(key, '');
    const allow = server.denials.deny('s3:DeleteObject', 'b', 'InternalError');
    const undone = await many([{ Key: 'a' }, { Key: 'b' }]);
    expect(undone.Errors?.map(({ Key, Code }) => [Key, Code])).toEqual([['b', 'InternalError']]);
    expect(bucket.keys()).toEqual(['b', 'c']);
    allow();
    server.faults.misreportKeys('InternalError', /^b$/);
    const done = await many([{ Key: 'b' }, { Key: 'c' }]);
    expect(done.Errors?.map(({ Key }) => Key)).toEqual(['b']);
    expect(done.Deleted).toEqual([{ Key: 'c' }]);
    expect(bucket.keys()).toEqual([]);
  });
});

describe('the state', () => {
  it('can be cloned, and put back', async () => {
    bucket.versioning = 'Enabled';
    await put('one');
    const before = server.state.clone();
    await put('two');
    await remove();
    expect(before.bucket(Bucket).history('a')).toHaveLength(1);
    server.state = before;
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }))).ContentLength).toBe(3);
    expect(server.bucket(Bucket).history('a')).toHaveLength(1);
  });

  it('can be compared as plain values', async () => {
    await put('one');
    const before = snapshotOf(server.state);
    expect(snapshotOf(server.state.clone())).toEqual(before);
    expect(before[Bucket]?.objects.a).toMatchObject([{ size: 3, tags: [], isDeleteMarker: false }]);
    await s3.send(
      new PutObjectTaggingCommand({ Bucket, Key: 'a', Tagging: { TagSet: [{ Key: 'k', Value: 'v' }] } }),
    );
    expect(snapshotOf(server.state)).not.toEqual(before);
  });
});
