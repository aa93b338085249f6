import { describe, expect, test } from 'vitest';
import type { Permission } from '../gcs/permissions.ts';
import { useWorld } from './world.ts';

const given = useWorld();
const PUT = '/upload/storage/v1/b/b/o?uploadType=media&name=';

describe('permissions', () => {
  test.each<[Permission, string, string]>([
    ['storage.objects.get', 'GET', '/o/a'],
    ['storage.objects.get', 'GET', '/o/a?alt=media'],
    ['storage.objects.getIamPolicy', 'GET', '/o/a?projection=full'],
    ['storage.objects.list', 'GET', '/o'],
    ['storage.objects.create', 'POST', `${PUT}new`],
    ['storage.objects.delete', 'POST', `${PUT}a`],
    ['storage.objects.delete', 'DELETE', '/o/a'],
    ['storage.objects.update', 'PATCH', '/o/a'],
    ['storage.objects.get', 'POST', '/o/a/rewriteTo/b/b/o/new'],
    ['storage.objects.create', 'POST', '/o/a/rewriteTo/b/b/o/new'],
    ['storage.objects.create', 'POST', '/o/a/moveTo/o/new'],
    ['storage.objects.restore', 'POST', '/o/a/restore?generation=1'],
    ['storage.buckets.get', 'GET', ''],
    ['storage.buckets.getIamPolicy', 'GET', '/iam'],
    ['storage.buckets.update', 'PATCH', ''],
  ])('without %s: %s %s is forbidden, in words that name it', async (permission, method, path) => {
    const { bucket, server } = given();
    bucket.put('a', 'x');
    server.permissions.deny(permission);
    const { json } = await given().ask(method, path, method === 'GET' ? undefined : {});
    expect(json.error).toMatchObject({ code: 403, errors: [{ reason: 'forbidden' }] });
    expect(json.error?.message).toContain(`does not have ${permission} access`);
    expect(bucket.text('a')).toBe('x');
    server.permissions.grantAll();
    expect((await given().ask(method, path, method === 'GET' ? undefined : {})).status).not.toBe(403);
  });

  test('a move needs objects.move, or get and delete', async () => {
    const { bucket, server } = given();
    bucket.put('a', 'x');
    const { permissions } = server;
    permissions.grantOnly(['storage.objects.create', 'storage.objects.get']);
    expect(await given().refusal('POST', '/o/a/moveTo/o/b')).toBe('403 forbidden');
    permissions.grantOnly(['storage.objects.create', 'storage.objects.get', 'storage.objects.delete']);
    expect(await given().refusal('POST', '/o/a/moveTo/o/b')).toBe('200');
    permissions.grantOnly(['storage.objects.create', 'storage.objects.move']);
    expect(await given().refusal('POST', '/o/b/moveTo/o/a')).toBe('200');
  });

  test('requesters pay: a project is to be named, and may be used', async () => {
    const { bucket, server } = given();
    bucket.put('a', 'x');
    bucket.config.billing = { requesterPays: true };
    expect(await given().refusal('GET', '/o/a')).toBe('400 required');
    expect(await given().refusal('GET', '/o/a?userProject=p')).toBe('200');
    server.permissions.deny('serviceusage.services.use');
    expect(await given().refusal('GET', '/o/a?userProject=p')).toBe('403 forbidden');
  });

  test('a move that has to make folders asks for that, where folders are real', async () => {
    const { bucket, server } = given();
    bucket.put('a', 'x');
    bucket.put('there/b', 'x');
    server.permissions.deny('storage.folders.create');
    expect(await given().refusal('POST', '/o/a/moveTo/o/new%2Fa')).toBe('200');
    bucket.config.hierarchicalNamespace = { enabled: true };
    expect(await given().refusal('POST', '/o/new%2Fa/moveTo/o/other%2Fa')).toBe('403 forbidden');
    expect(await given().refusal('POST', '/o/new%2Fa/moveTo/o/there%2Fa')).toBe('200');
    server.permissions.grantAll();
    expect(await given().refusal('POST', '/o/there%2Fa/moveTo/o/other%2Fa')).toBe('200');
  });

  test('may be missing below a prefix only, which no test of the bucket tells', async () => {
    const { bucket, server } = given();
    bucket.put('v1/a', 'x');
    bucket.put('v2/a', 'x');
    server.permissions.denyBelow('v1/', 'storage.objects.delete');
    expect(await given().refusal('DELETE', '/o/v1%2Fa')).toBe('403 forbidden');
    expect(await given().refusal('DELETE', '/o/v2%2Fa')).toBe('204');
    const path = '/iam/testPermissions?permissions=storage.objects.delete';
    expect((await given().ask('GET', path)).json.permissions).toEqual(['storage.objects.delete']);
  });

  test('testIamPermissions answers which of those asked for are granted', async () => {
    const { client, server } = given();
    server.permissions.deny('storage.objects.delete');
    const asked = ['storage.objects.get', 'storage.objects.delete'];
    const [map] = await client.iam.testPermissions(asked);
    expect(map).toEqual({ 'storage.objects.get': true, 'storage.objects.delete': false });
    expect(await given().refusal('GET', '/iam/testPermissions?permissions=compute.x')).toBe('400 invalid');
    expect(await given().refusal('GET', '/iam/testPermissions')).toBe('400 required');
  });

  test('a token, where one is required: 401 without it or with another', async () => {
    const { server } = given();
    server.rules.requiredToken = 'good';
    const list = (token?: string) =>
      given().ask('GET', '/o', undefined, token === undefined ? {} : { authorization: `Bearer ${token}` });
    expect((await list()).json.error).toMatchObject({ code: 401, errors: [{ reason: 'required' }] });
    expect((await list('bad')).json.error).toMatchObject({ code: 401, errors: [{ reason: 'authError' }] });
    expect((await list('good')).status).toBe(200);
  });
});

describe('anonymous reading', () => {
  const get = async (path: string): Promise<string> => {
    const { status, text } = await given().ask('GET', `/b/${path}`);
    return status === 200 ? text : `${status} ${/<Code>(\w+)/.exec(text)?.[1]}`;
  };

  test('is refused unless the bucket is public, and then tells what is absent', async () => {
    const { bucket } = given();
    bucket.put('a //b?', 'x');
    expect(await get('a%20//b%3F')).toBe('403 AccessDenied');
    expect(await get('none')).toBe('403 AccessDenied');
    bucket.policy = [{ role: 'roles/storage.objectViewer', members: ['allUsers'] }];
    expect(await get('a%20//b%3F')).toBe('x');
    expect(await get('none')).toBe('404 NoSuchKey');
    bucket.policy = [{ role: 'roles/storage.legacyObjectReader', members: ['allUsers'] }];
    expect(await get('a%20//b%3F')).toBe('x');
    expect(await get('none')).toBe('403 AccessDenied');
    bucket.config.iamConfiguration.publicAccessPrevention = 'enforced';
    expect(await get('a%20//b%3F')).toBe('403 AccessDenied');
  });

  test('keeps to a condition on the prefix', async () => {
    const { bucket } = given();
    bucket.put('pub/a', 'x');
    bucket.put('.rollback-backups/a', 'x');
    const expression = '!resource.name.startsWith("projects/_/buckets/b/objects/.rollback-backups/")';
    bucket.policy = [
      {
        role: 'roles/storage.objectViewer',
        members: ['allUsers'],
        condition: { title: 'no backups', expression },
      },
    ];
    expect(await get('pub/a')).toBe('x');
    expect(await get('.rollback-backups/a')).toBe('403 AccessDenied');
    expect((await given().ask('GET', '/iam?optionsRequestedPolicyVersion=3')).json).toMatchObject({
      version: 3,
      bindings: bucket.policy,
    });
  });

  test('follows an object’s own ACL in a fine-grained bucket', async () => {
    const { bucket, client } = given();
    bucket.config.iamConfiguration.uniformBucketLevelAccess.enabled = false;
    bucket.put('a', 'x');
    expect(await get('a')).toBe('403 AccessDenied');
    await client.file('a').acl.add({ entity: 'allUsers', role: 'READER' });
    expect(await get('a')).toBe('x');
    await client.file('a').acl.delete({ entity: 'allUsers' });
    expect(await get('a')).toBe('403 AccessDenied');
  });
});

describe('ACLs', () => {
  const acls = (json: Readonly<Record<string, unknown>>): unknown[] =>
    (json.acl as { entity: string }[] | undefined)?.map(({ entity }) => entity) ?? [];

  test('of a fine-grained bucket: shown with projection=full; a move keeps them, a rewrite does not', async () => {
    const { bucket } = given();
    bucket.config.iamConfiguration.uniformBucketLevelAccess.enabled = false;
    await given().ask('POST', `${PUT}a&predefinedAcl=publicRead`, 'x');
    expect(acls((await given().ask('GET', '/o/a')).json)).toEqual([]);
    expect(acls((await given().ask('GET', '/o/a?projection=full')).json)).toContain('allUsers');
    const { json } = await given().ask('GET', '/o?projection=full');
    expect(acls(json.items?.[0] ?? {})).toContain('allUsers');
    await given().ask('POST', '/o/a/rewriteTo/b/b/o/copy');
    expect(bucket.live('copy')?.acl?.map(({ entity }) => entity)).toContain('project-owners-1');
    expect(bucket.live('copy')?.acl?.map(({ entity }) => entity)).not.toContain('allUsers');
    await given().ask('POST', '/o/a/rewriteTo/b/b/o/public?destinationPredefinedAcl=publicRead');
    expect(bucket.live('public')?.acl?.map(({ entity }) => entity)).toContain('allUsers');
    await given().ask('POST', '/o/a/moveTo/o/moved');
    expect(bucket.live('moved')?.acl?.map(({ entity }) => entity)).toContain('allUsers');
    const acl = [{ entity: 'user-x@example.com', role: 'READER' }];
    await given().ask('PATCH', '/o/moved', { acl });
    expect(bucket.live('moved')?.acl).toEqual(acl);
  });

  test('are refused with uniform access', async () => {
    const { bucket } = given();
    bucket.put('a', 'x');
    expect(await given().refusal('POST', `${PUT}b&predefinedAcl=publicRead`)).toBe('400 invalid');
    expect(await given().refusal('PATCH', '/o/a', { acl: [] })).toBe('400 invalid');
    expect(await given().refusal('GET', '/o/a/acl')).toBe('400 invalid');
    expect((await given().ask('GET', '/o/a?projection=full')).json).not.toHaveProperty('acl');
  });
});

describe('buckets', () => {
  test('tell their configuration', async () => {
    const { bucket, client } = given();
    Object.assign(bucket.config, {
      versioning: { enabled: true },
      retentionPolicy: { retentionPeriod: '60' },
      lifecycle: { rule: [{ action: { type: 'Delete' }, condition: { age: 1 } }] },
      encryption: { defaultKmsKeyName: 'projects/p/k' },
    });
    const [metadata] = await client.getMetadata();
    expect(metadata).toMatchObject({
      name: 'b',
      location: 'EUROPE-WEST3',
      versioning: { enabled: true },
      retentionPolicy: { retentionPeriod: '60', effectiveTime: '2026-01-02T03:04:05.678Z' },
      softDeletePolicy: { retentionDurationSeconds: '604800' },
      lifecycle: { rule: [{ action: { type: 'Delete' } }] },
      iamConfiguration: { uniformBucketLevelAccess: { enabled: true } },
      encryption: { defaultKmsKeyName: 'projects/p/k' },
      metageneration: '1',
    });
  });

  test('are made and changed by requests too', async () => {
    const { server } = given();
    expect(await given().refusal('GET', '/storage/v1/b/c')).toBe('404 notFound');
    expect(await given().refusal('POST', '/storage/v1/b/?project=p', { name: 'c', location: 'US' })).toBe(
      '200',
    );
    expect(await given().refusal('POST', '/storage/v1/b/?project=p', { name: 'c' })).toBe('409 conflict');
    await given().ask('PATCH', '/storage/v1/b/c', { versioning: { enabled: true } });
    expect(server.bucket('c').config).toMatchObject({ location: 'US', versioning: { enabled: true } });
    expect(server.bucket('c').metageneration).toBe(2);
  });

  test('a KMS key that refuses stops reading, writing, copying and moving', async () => {
    const { bucket } = given();
    bucket.config.encryption = { defaultKmsKeyName: 'k' };
    await given().ask('POST', `${PUT}a`, 'x');
    expect((await given().ask('GET', '/o/a')).json.kmsKeyName).toBe('k');
    bucket.deniedKmsKeys.add('k');
    expect(await given().refusal('GET', '/o/a?alt=media')).toBe('403 forbidden');
    expect(await given().refusal('POST', `${PUT}b`)).toBe('403 forbidden');
    expect(await given().refusal('POST', '/o/a/rewriteTo/b/b/o/b')).toBe('403 forbidden');
    expect(await given().refusal('POST', '/o/a/moveTo/o/b')).toBe('403 forbidden');
    expect(await given().refusal('DELETE', '/o/a')).toBe('204');
  });
});
