import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rollback } from '../../../src/engine/mod.ts';
import { rollbackRequest } from '../../builders/memory-world.ts';
import { BUCKET, keyInBucket } from '../../builders/remote-world.ts';
import { S3Remote } from '../../builders/s3-remote.ts';
import { S3World } from '../../builders/s3-world.ts';
import type { Bucket } from '../../servers/s3/bucket.ts';
import type { NewVersion } from '../../servers/s3/version.ts';

let world: S3World;
beforeEach(async () => {
  world = await S3World.start();
  publish('index.json', {});
  // Probed, and all that is kept of it is there.
  await world.store().inspect({ forWriting: true });
});
afterEach(() => world.close());

const at = (key: string) => `repository/${key}`;
const publish = (key: string, beside: Partial<NewVersion>) =>
  world.bucket.put(at(key), { content: world.content('{"releases": []}'), ...beside });
const bytes = new TextEncoder().encode('edited');

/** As an operation does: a preflight, then the index is read and replaced. */
async function edit(key: string, takesArtifacts = true): Promise<readonly string[]> {
  const store = world.store();
  const warnings = await store.inspect({ forWriting: true, version: 'v1', takesArtifacts });
  const stored = await store.read(key);
  const { revision = '' } = stored?.info ?? {};
  await store.put(key, bytes, { unchangedSince: revision, attributes: stored?.attributes });
  expect(world.bucket.text(at(key))).toBe('edited');
  return warnings;
}
const ownership = (rule: string) =>
  `<OwnershipControls><Rule><ObjectOwnership>${rule}</ObjectOwnership></Rule></OwnershipControls>`;
const withAcls = (rule: string) => world.bucket.documents.set('ownershipControls', ownership(rule));
const EVERYBODY = 'http://acs.amazonaws.com/groups/global/AllUsers';
const aclOf = (bucket: Bucket, key: string) => bucket.current(at(key))?.acl ?? '';

describe('the access list of what is replaced', () => {
  const cases = ['index.json', 'index.md'].flatMap((key) =>
    [true, false].flatMap((takesArtifacts) =>
      (['unversioned', 'versioned'] as const).map((kind) => ({ key, takesArtifacts, kind })),
    ),
  );

  test.each(cases)('is carried over: $key, $kind, artifacts: $takesArtifacts', async (given) => {
    const { key, takesArtifacts, kind } = given;
    if (kind === 'versioned') world.bucket.versioning = 'Enabled';
    withAcls('ObjectWriter');
    await world.store().inspect({ forWriting: true });
    publish(key, { acl: 'public-read' });
    expect((await edit(key, takesArtifacts)).join()).not.toContain('index');
    expect(aclOf(world.bucket, key)).toContain(`<URI>${EVERYBODY}</URI></Grantee><Permission>READ<`);
    expect(aclOf(world.bucket, key)).toContain('<Permission>FULL_CONTROL<');
  });

  test('costs nothing where objects belong to the owner of the bucket, and is not asked twice for the index alone', async () => {
    publish('index.md', {});
    world.server.log.reset();
    await edit('index.json', false);
    expect(world.server.log.counts()).toEqual({ GetObject: 2, PutObject: 1 });
  });

  test('is only the default one: nothing is given, so nothing has to be permitted', async () => {
    withAcls('BucketOwnerPreferred');
    world.server.denials.deny('s3:PutObjectAcl');
    expect((await edit('index.json')).join()).not.toContain('index');
    expect(aclOf(world.bucket, 'index.json')).toBe('private');
  });

  test.each([
    ['s3:GetObjectAcl', true],
    ['s3:GetObjectAcl', false],
    ['s3:PutObjectAcl', true],
    ['s3:PutObjectAcl', false],
  ])(
    'is named before anything changes where %s is denied (artifacts: %s)',
    async (action, takesArtifacts) => {
      withAcls('ObjectWriter');
      await world.store().inspect({ forWriting: true });
      publish('index.json', { acl: 'public-read' });
      world.server.denials.deny(action);
      const warnings = await edit('index.json', takesArtifacts);
      const about = warnings.filter((warning) => warning.includes("'index.json'"));
      expect(about).toEqual([expect.stringContaining(`${action} is denied`)]);
      expect(world.bucket.history(at('index.json'))).toHaveLength(1);
    },
  );

  test.each([
    ['s3:GetObjectAcl', 'index.json', 'index.md'],
    ['s3:PutObjectAcl', 'index.md', 'index.json'],
  ])('is lost where %s is denied of %s alone; that of %s is carried over', async (action, lost, carried) => {
    withAcls('ObjectWriter');
    await world.store().inspect({ forWriting: true });
    for (const key of [lost, carried]) publish(key, { acl: 'public-read' });
    world.server.denials.deny(action, at(lost));
    const store = world.store();
    const warnings = await store.inspect({ forWriting: true, version: 'v1' });
    expect(warnings.filter((warning) => warning.includes('access list'))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^The access list \\(ACL\\) of '${lost}' can't be put back when it is edited, and only the bucket's owner may read it then, unless a policy says otherwise: .*${action} is denied`,
        ),
      ),
    ]);
    for (const key of [lost, carried]) {
      const stored = await store.read(key);
      const { revision = '' } = stored?.info ?? {};
      await store.put(key, bytes, { unchangedSince: revision, attributes: stored?.attributes });
    }
    expect(aclOf(world.bucket, lost)).toBe('private');
    expect(aclOf(world.bucket, carried)).toContain(`<URI>${EVERYBODY}</URI></Grantee><Permission>READ<`);
  });

  test.each(['full', 'index_only'] as const)(
    'that is lost is in the report of a rollback (%s)',
    async (type) => {
      const remote = await S3Remote.start({ versioned: false });
      const bucket = remote.server.bucket(BUCKET);
      bucket.documents.set('ownershipControls', ownership('ObjectWriter'));
      await remote.probeOnce();
      const key = keyInBucket('index.json');
      bucket.put(key, { content: bucket.current(key)?.content ?? world.content(''), acl: 'public-read' });
      remote.server.denials.deny('s3:PutObjectAcl', key);
      const report = await rollback(rollbackRequest('v1.0.2', type), (await remote.actor()).context);
      expect(report).toMatchObject({ exit_code: 0, index_updated: true });
      expect(report.warnings.filter((warning) => warning.includes("(ACL) of 'index.json'"))).toHaveLength(1);
      expect(bucket.current(key)?.acl).toBe('private');
      await remote.close();
    },
  );

  test('a trial of what is permitted changes nothing', async () => {
    withAcls('ObjectWriter');
    const before = publish('index.json', { acl: 'public-read' });
    await world.store().inspect({ forWriting: true });
    expect(world.bucket.current(at('index.json'))).toBe(before);
    expect(world.server.log.of('PutObject').at(-1)).toMatchObject({ key: at('index.json'), status: 412 });
  });
});

describe('tags', () => {
  const tags = [{ key: 'team', value: 'tars' }];

  test.each([true, false])('of the index are carried over (artifacts: %s)', async (takesArtifacts) => {
    publish('index.json', { tags });
    await edit('index.json', takesArtifacts);
    expect(world.bucket.current(at('index.json'))?.tags).toEqual(tags);
  });

  test.each([true, false])(
    'that may not be read are never lost silently (artifacts: %s)',
    async (takesArtifacts) => {
      publish('index.json', { tags });
      world.server.denials.deny('s3:GetObjectTagging');
      await expect(edit('index.json', takesArtifacts)).rejects.toMatchObject({
        code: 'BACKUP',
        message: expect.stringMatching(/Tags that 'index.json' may have.*s3:GetObjectTagging is denied/),
      });
      expect(world.bucket.current(at('index.json'))?.tags).toEqual(tags);
    },
  );

  test('are not asked for where an answer would tell of them', async () => {
    world.server.log.reset();
    await edit('index.json');
    expect(world.server.log.of('GetObjectTagging')).toEqual([]);
  });

  test('where the file of capabilities may have none, the index is asked itself', async () => {
    world.server.denials.deny('s3:PutObjectTagging', /capabilities\.json$/);
    world.bucket.delete(at('.rollback-log/capabilities.json'));
    await world.store().inspect({ forWriting: true });
    expect(world.bucket.current(at('.rollback-log/capabilities.json'))?.tags).toEqual([]);
    publish('index.json', { tags });
    await edit('index.json', false);
    expect(world.bucket.current(at('index.json'))?.tags).toEqual(tags);
  });

  test('of a copy in parts that may not be read refuse it, and nothing is made', async () => {
    publish('v1/big', { tags });
    const store = world.store({ multipartCopyThreshold: 1, partSize: 2 ** 20 });
    await store.inspect({ forWriting: true });
    world.server.denials.deny('s3:GetObjectTagging');
    const source = await world.store().head('v1/big');
    if (source === undefined) throw new Error('nothing was published');
    const other = world.store({ multipartCopyThreshold: 1, partSize: 2 ** 20 });
    await expect(other.copy(source, '.rollback-backups/b/v1/big')).rejects.toMatchObject({
      code: 'PERMISSION',
      message: expect.stringContaining('s3:GetObjectTagging is denied'),
    });
    expect(world.bucket.uploads.size).toBe(0);
    expect(world.bucket.current(at('.rollback-backups/b/v1/big'))).toBeUndefined();
  });
});

describe('a store that knows neither tags nor access lists', () => {
  test('has none to lose', async () => {
    const { faults } = world.server;
    const lacking = ['GetObjectTagging', 'GetObjectAcl', 'GetBucketOwnershipControls'] as const;
    for (const operation of lacking)
      faults.refuse('NotImplemented', { operation, times: Number.POSITIVE_INFINITY });
    faults.on({ operation: 'PutObject', times: Number.POSITIVE_INFINITY }, async (request, proceed) => {
      expect(request.headers).not.toHaveProperty('x-amz-grant-read');
      return proceed();
    });
    world.bucket.delete(at('.rollback-log/capabilities.json'));
    await world.store().inspect({ forWriting: true });
    world.bucket.amend(
      world.bucket.current(at('.rollback-log/capabilities.json')) ?? publish('index.json', {}),
      { tags: [] },
    );
    expect(await edit('index.json')).toEqual([]);
  });
});
