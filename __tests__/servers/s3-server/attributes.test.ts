import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetObjectAclCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutBucketOwnershipControlsCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket as StoredBucket } from '../s3/bucket.ts';
import { S3Server } from '../s3/server.ts';
import { clientOf, endOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
let bucket: StoredBucket;
let now = Date.UTC(2026, 0, 1);
const Bucket = 'releases';
const Key = 'a';

beforeEach(async () => {
  server = await S3Server.start({ now: () => now });
  s3 = clientOf(server);
  bucket = server.createBucket(Bucket);
});
afterEach(async () => {
  s3.destroy();
  await server.close();
});

describe('tags', () => {
  const put = (tags: Record<string, string>) => {
    const TagSet = Object.entries(tags).map(([key, Value]) => ({ Key: key, Value }));
    return s3.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet } }));
  };

  it('are read, replaced and taken away', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', Tagging: 'a=1&b=%26' }));
    const get = async () => (await s3.send(new GetObjectTaggingCommand({ Bucket, Key }))).TagSet;
    expect(await get()).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '&' },
    ]);
    await put({ '<c>': '"d"' });
    expect(await get()).toEqual([{ Key: '<c>', Value: '"d"' }]);
    await s3.send(new DeleteObjectTaggingCommand({ Bucket, Key }));
    expect(await get()).toEqual([]);
  });

  it('are ten at most', async () => {
    bucket.put(Key, 'x');
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));
    expect(await endOf(put(many(11)))).toBe('400 InvalidTag');
    expect(await endOf(put(many(10)))).toBe('done');
  });
});

describe('locks', () => {
  let VersionId: string;
  beforeEach(async () => {
    bucket.versioning = 'Enabled';
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled' as const };
    await s3.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
    VersionId = bucket.put(Key, 'x').versionId;
  });
  const remove = (more = {}) => s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId, ...more }));

  it('are no matter for a delete marker', async () => {
    await s3.send(new PutObjectLegalHoldCommand({ Bucket, Key, LegalHold: { Status: 'ON' } }));
    expect((await s3.send(new DeleteObjectCommand({ Bucket, Key }))).DeleteMarker).toBe(true);
  });

  it('hold a version as long as the hold is on', async () => {
    const hold = (Status: 'ON' | 'OFF') =>
      s3.send(new PutObjectLegalHoldCommand({ Bucket, Key, LegalHold: { Status } }));
    await hold('ON');
    const { LegalHold } = await s3.send(new GetObjectLegalHoldCommand({ Bucket, Key }));
    expect(LegalHold).toEqual({ Status: 'ON' });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head.ObjectLockLegalHoldStatus).toBe('ON');
    expect(await endOf(remove())).toBe('403 AccessDenied');
    const Objects = [{ Key, VersionId }];
    const { Errors } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(Errors?.map((each) => each.Code)).toEqual(['AccessDenied']);
    await hold('OFF');
    expect(await endOf(remove())).toBe('done');
  });

  it('retain a version until their time is over, or they are bypassed', async () => {
    const RetainUntilDate = new Date(now + 1000);
    const retain = (Mode: 'GOVERNANCE' | 'COMPLIANCE') =>
      s3.send(new PutObjectRetentionCommand({ Bucket, Key, Retention: { Mode, RetainUntilDate } }));
    await retain('COMPLIANCE');
    const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket, Key }));
    expect(Retention).toEqual({ Mode: 'COMPLIANCE', RetainUntilDate });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: RetainUntilDate,
    });
    expect(await endOf(remove({ BypassGovernanceRetention: true }))).toBe('403 AccessDenied');
    await retain('GOVERNANCE');
    expect(await endOf(remove())).toBe('403 AccessDenied');
    const kept = server.state.clone();
    expect(await endOf(remove({ BypassGovernanceRetention: true }))).toBe('done');
    server.state = kept;
    now += 2000;
    expect(await endOf(remove())).toBe('done');
  });

  it('come with a put, too', async () => {
    const ObjectLockRetainUntilDate = new Date(now + 1000);
    const lock = { ObjectLockMode: 'GOVERNANCE' as const, ObjectLockRetainUntilDate };
    const put = await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...lock }));
    expect(await endOf(remove({ VersionId: put.VersionId }))).toBe('403 AccessDenied');
  });
});

describe('ACLs', () => {
  const grants = async () =>
    (await s3.send(new GetObjectAclCommand({ Bucket, Key }))).Grants?.map(
      ({ Grantee, Permission }) => `${Grantee?.URI?.split('/').at(-1) ?? 'owner'} ${Permission}`,
    );
  beforeEach(() => {
    bucket.put(Key, 'x');
  });

  it('are off in a new bucket', async () => {
    const put = s3.send(new PutObjectAclCommand({ Bucket, Key, ACL: 'public-read' }));
    expect(await endOf(put)).toBe('400 AccessControlListNotSupported');
    expect(await grants()).toEqual(['owner FULL_CONTROL']);
  });

  it('are kept where they are allowed, by name or by grants', async () => {
    const OwnershipControls = { Rules: [{ ObjectOwnership: 'ObjectWriter' as const }] };
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }));
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'y', ACL: 'public-read' }));
    expect(await grants()).toEqual(['owner FULL_CONTROL', 'AllUsers READ']);
    const { Owner, Grants } = await s3.send(new GetObjectAclCommand({ Bucket, Key }));
    await s3.send(new PutObjectAclCommand({ Bucket, Key, ACL: 'private' }));
    expect(await grants()).toEqual(['owner FULL_CONTROL']);
    await s3.send(new PutObjectAclCommand({ Bucket, Key, AccessControlPolicy: { Owner, Grants } }));
    expect(await grants()).toEqual(['owner FULL_CONTROL', 'AllUsers READ']);
  });
});
