import { Agent } from 'node:http';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeletePublicAccessBlockCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { S3Server } from '../s3/server.ts';
import { clientOf, endOf, refusalOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
const Bucket = 'releases';

beforeEach(async () => {
  server = await S3Server.start();
  s3 = clientOf(server);
  server.createBucket(Bucket);
});
afterEach(async () => {
  s3.destroy();
  await server.close();
});

describe('a bucket', () => {
  it('is made once, and goes when it is empty', async () => {
    const make = () => s3.send(new CreateBucketCommand({ Bucket: 'other' }));
    const remove = () => s3.send(new DeleteBucketCommand({ Bucket: 'other' }));
    expect(await endOf(make())).toBe('done');
    expect(await endOf(make())).toBe('409 BucketAlreadyOwnedByYou');
    server.bucket('other').put('a', '');
    expect(await endOf(remove())).toBe('409 BucketNotEmpty');
    server.bucket('other').delete('a');
    expect(await endOf(remove())).toBe('done');
    expect(await endOf(s3.send(new HeadBucketCommand({ Bucket: 'other' })))).toBe('404 NotFound');
  });

  it('tells its region', async () => {
    expect((await s3.send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe('eu-central-1');
    expect((await s3.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBe('eu-central-1');
  });

  it('has no versioning until it is given', async () => {
    const status = async () => (await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status;
    expect(await status()).toBeUndefined();
    for (const Status of ['Enabled', 'Suspended'] as const) {
      await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
      expect(await status()).toBe(Status);
    }
  });

  it('has what Amazon gives to a new one, and nothing else', async () => {
    expect(await endOf(s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })))).toBe(
      '404 NoSuchLifecycleConfiguration',
    );
    expect(await endOf(s3.send(new GetObjectLockConfigurationCommand({ Bucket })))).toBe(
      '404 ObjectLockConfigurationNotFoundError',
    );
    expect(await endOf(s3.send(new GetBucketPolicyStatusCommand({ Bucket })))).toBe('404 NoSuchBucketPolicy');
    const ownership = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
    expect(ownership.OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    const access = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(Object.values(access.PublicAccessBlockConfiguration ?? {})).toEqual([true, true, true, true]);
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    expect(await endOf(s3.send(new GetPublicAccessBlockCommand({ Bucket })))).toBe(
      '404 NoSuchPublicAccessBlockConfiguration',
    );
  });

  it('keeps its lifecycle rules', async () => {
    const Rules = [
      {
        ID: 'old',
        Status: 'Enabled' as const,
        Filter: { Prefix: '.rollback-backups/' },
        Expiration: { Days: 7 },
      },
    ];
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));
    const kept = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    expect(kept.Rules).toEqual(Rules);
  });

  it('encrypts by its default what says nothing', async () => {
    const rule = { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: 'key' };
    const Rules = [{ ApplyServerSideEncryptionByDefault: rule }];
    const plain = await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
    expect(plain.ServerSideEncryption).toBe('AES256');
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }));
    const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(ServerSideEncryptionConfiguration?.Rules).toEqual(Rules);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }));
    expect(head).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'key' });
  });

  it.each([
    ['*', undefined, true],
    [{ AWS: '*' }, undefined, true],
    [{ AWS: '111122223333' }, undefined, false],
    ['*', { StringEquals: { 'aws:SourceVpc': 'vpc' } }, false],
  ])('tells whether its policy for %j under %j is public', async (Principal, Condition, isPublic) => {
    const statement = { Effect: 'Allow', Principal, Condition, Action: 's3:GetObject', Resource: '*' };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    const { PolicyStatus } = await s3.send(new GetBucketPolicyStatusCommand({ Bucket }));
    expect(PolicyStatus?.IsPublic).toBe(isPublic);
  });
});

describe('a request', () => {
  const list = (client: S3Client, name = Bucket) => client.send(new ListObjectsV2Command({ Bucket: name }));

  it('is refused with a wrong key or secret', async () => {
    const { accessKeyId } = server.credentials;
    const stranger = clientOf(server, { credentials: { accessKeyId: 'x', secretAccessKey: 'y' } });
    expect(await endOf(list(stranger))).toBe('403 InvalidAccessKeyId');
    const forger = clientOf(server, { credentials: { accessKeyId, secretAccessKey: 'y' } });
    expect(await endOf(list(forger))).toBe('403 SignatureDoesNotMatch');
  });

  it('is refused without a signature', async () => {
    const anonymous = await fetch(`${server.endpoint}/${Bucket}?list-type=2`);
    expect(anonymous.status).toBe(403);
    expect(await anonymous.text()).toContain('<Code>AccessDenied</Code>');
  });

  it('is told the region that it should have been signed for', async () => {
    const elsewhere = clientOf(server, { region: 'us-west-2' });
    const refusal = await refusalOf(list(elsewhere));
    expect(refusal).toMatchObject({ name: 'AuthorizationHeaderMalformed', Region: 'eu-central-1' });
    expect(refusal.$response?.headers['x-amz-bucket-region']).toBe('eu-central-1');
  });

  it('is sent on where the bucket is in another region', async () => {
    server.createBucket('far', 'us-west-2');
    const refusal = await refusalOf(list(s3, 'far'));
    expect(refusal).toMatchObject({ name: 'PermanentRedirect', $metadata: { httpStatusCode: 301 } });
    expect(refusal.$response?.headers['x-amz-bucket-region']).toBe('us-west-2');
  });

  it('is refused when its time is far off, where that is looked at', async () => {
    const strict = await S3Server.start({ now: () => 0, maximumSkew: 15 * 60_000 });
    strict.createBucket(Bucket);
    const client = clientOf(strict);
    expect(await endOf(list(client))).toBe('403 RequestTimeTooSkewed');
    client.destroy();
    await strict.close();
  });

  it('may name its bucket in the host', async () => {
    const { port } = new URL(server.endpoint);
    const agent = new Agent({
      lookup: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    const hosted = clientOf(server, {
      endpoint: `http://localhost:${port}`,
      forcePathStyle: false,
      requestHandler: { httpAgent: agent },
    });
    await hosted.send(new PutObjectCommand({ Bucket, Key: 'dir/ä', Body: 'x' }));
    expect(server.log.of('PutObject')[0]?.headers.host).toBe(`${Bucket}.localhost:${port}`);
    expect(server.bucket(Bucket).keys()).toEqual(['dir/ä']);
    hosted.destroy();
  });
});
