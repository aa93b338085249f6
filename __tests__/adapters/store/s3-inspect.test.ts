import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerOf } from '../../builders/s3-answers.ts';
import { S3World } from '../../builders/s3-world.ts';

let world: S3World;
beforeEach(async () => {
  world = await S3World.start();
  world.bucket.put('repository/index.json', '{"releases": []}');
  await world.store().inspect({ forWriting: true });
  world.server.log.reset();
});
afterEach(() => world.close());

const rules = (...texts: string[]) =>
  world.bucket.documents.set(
    'lifecycle',
    `<LifecycleConfiguration>${texts.map((text) => `<Rule><Status>Enabled</Status>${text}</Rule>`).join('')}</LifecycleConfiguration>`,
  );
const preflight = (given = {}) => world.store(given).inspect({ forWriting: true, version: 'v1' });
const EXPIRE = '<Expiration><Days>30</Days></Expiration>';

test('a prefix with nothing in it is no repository, and stays empty', async () => {
  const mistyped = world.store({ prefix: 'repostory' });
  const before = world.bucket.keys();
  await expect(mistyped.inspect({ forWriting: true, version: 'v1' })).rejects.toMatchObject({
    code: 'NO_REPOSITORY',
  });
  expect(world.bucket.keys()).toEqual(before);
  expect(world.server.log.changes).toEqual([]);
});

describe('what a preflight asks', () => {
  test('of copies', async () => {
    expect(await preflight()).toEqual([]);
    expect(world.server.log.counts()).toEqual({
      GetObject: 1,
      GetBucketVersioning: 1,
      GetBucketLifecycleConfiguration: 1,
      GetBucketOwnershipControls: 1,
      DeleteObjects: 1,
    });
  });

  test('of versions', async () => {
    world.bucket.versioning = 'Enabled';
    await preflight();
    world.server.log.reset();
    expect(await preflight()).toEqual([]);
    expect(world.server.log.counts()).toEqual({
      GetObject: 1,
      GetBucketVersioning: 1,
      GetBucketLifecycleConfiguration: 1,
      GetBucketOwnershipControls: 1,
      DeleteObject: 1,
    });
  });

  test.each(['unversioned', 'versioned'])(
    'whether it may delete, without deleting or hiding anything: %s',
    async (kind) => {
      if (kind === 'versioned') world.bucket.versioning = 'Enabled';
      // What is known of the bucket is probed anew where its versioning was changed.
      await preflight();
      world.server.log.reset();
      const before = [...world.bucket.index.entries()];
      await preflight();
      await world.store().inspect({ forWriting: true });
      // Two names by one request where no copy of a key would stay under a marker.
      expect(world.server.log.count('DeleteObjects')).toBe(kind === 'versioned' ? 0 : 1);
      expect(world.server.log.of('DeleteObject').map(({ key, status }) => [key, status])).toEqual([
        ...(kind === 'versioned' ? [['repository/v1/.rollback-nothing', 404]] : []),
        ['repository/.rollback-work/.rollback-nothing', 404],
      ]);
      expect([...world.bucket.index.entries()]).toEqual(before);
      world.server.denials.deny('s3:DeleteObject');
      await expect(preflight()).rejects.toMatchObject({
        code: 'PERMISSION',
        message: expect.stringContaining('s3:DeleteObject is denied'),
      });
      expect(await world.store().inspect({ forWriting: true, takesArtifacts: false })).toEqual([]);
    },
  );

  test('nothing is hidden where a delete of nothing knows no condition: that is probed, and said', async () => {
    world.bucket.versioning = 'Enabled';
    world.server.weaknesses.ignoresConditionsOfAbsentDeletes = true;
    const said = expect.stringContaining('places a delete marker over what is not there');
    expect(await preflight({ toolVersion: 'another' })).toEqual([said]);
    const kept = JSON.parse(world.bucket.text('repository/.rollback-log/capabilities.json') ?? '');
    expect(kept).toMatchObject({ judges_absent_deletes: false, holds: { conditional_delete: true } });
    const markers = () =>
      [...world.bucket.index.entries()].filter(
        ([key, history]) => !key.includes('/probe-') && history.some(({ isDeleteMarker }) => isDeleteMarker),
      );
    // The probe's own place is cleared of the marker that it found out by.
    expect([...world.bucket.index.entries()].filter(([key]) => key.endsWith('/not-there'))).toEqual([]);
    world.server.log.reset();
    expect(await preflight({ toolVersion: 'another' })).toEqual([said]);
    expect(world.server.log.changes).toEqual([]);
    expect(markers()).toEqual([]);
    // Without artifacts nothing is deleted, and nothing is said.
    const index = { forWriting: true, takesArtifacts: false };
    expect(await world.store({ toolVersion: 'another' }).inspect(index)).toEqual([]);
    const found = await world.store({ toolVersion: 'another' }).diagnose();
    expect(found.find(({ name }) => name === 'conditions')).toMatchObject({
      result: 'warning',
      advice: expect.stringContaining('s3:DeleteObject'),
    });
  });

  test('what an earlier run of this version did not try is probed before it is used', async () => {
    world.bucket.versioning = 'Enabled';
    await preflight();
    const file = 'repository/.rollback-log/capabilities.json';
    const { judges_absent_deletes: judges, ...old } = JSON.parse(world.bucket.text(file) ?? '');
    expect(judges).toBe(true);
    world.bucket.put(file, JSON.stringify(old));
    world.server.weaknesses.ignoresConditionsOfAbsentDeletes = true;
    await preflight();
    expect(world.server.log.of('DeleteObject').filter(({ key }) => key.startsWith('repository/v1/'))).toEqual(
      [],
    );
    expect(JSON.parse(world.bucket.text(file) ?? '')).toMatchObject({ judges_absent_deletes: false });
  });

  test.each([
    ['tells of markers', true, false],
    ['has none', false, true],
  ])('a store whose versioning may not be read and that %s', async (_what, versioned, judges) => {
    if (versioned) world.bucket.versioning = 'Enabled';
    else world.server.weaknesses.lacksVersioning = true;
    world.server.denials.deny('s3:GetBucketVersioning', '');
    world.server.weaknesses.ignoresConditionsOfAbsentDeletes = true;
    await preflight({ toolVersion: 'another' });
    const kept = JSON.parse(world.bucket.text('repository/.rollback-log/capabilities.json') ?? '');
    expect(kept).toMatchObject({ judges_absent_deletes: judges });
  });

  test('nothing is hidden where versions are kept and deletes know no condition', async () => {
    world.bucket.versioning = 'Enabled';
    world.server.weaknesses.ignoresConditionalDeletes = true;
    const given = { singleWriter: true, toolVersion: 'another' };
    await world.store(given).inspect({ forWriting: true });
    world.server.log.reset();
    await world.store(given).inspect({ forWriting: true, version: 'v1' });
    expect(world.server.log.changes).toEqual([]);
  });

  test('of the index alone', async () => {
    await world.store().inspect({ forWriting: true, version: 'v1', takesArtifacts: false });
    expect(world.server.log.counts()).toEqual({ GetObject: 1 });
  });

  test('of a dry run, which writes nothing', async () => {
    await world.store().inspect({ forWriting: false, version: 'v1' });
    expect(world.server.log.counts()).toEqual({ GetObject: 1, GetBucketVersioning: 1 });
  });

  test('settings that may not be read are a note for who debugs', async () => {
    const { denials } = world.server;
    for (const action of ['GetBucketVersioning', 'GetLifecycleConfiguration', 'GetBucketOwnershipControls'])
      denials.deny(`s3:${action}`);
    expect(await preflight()).toEqual([]);
    expect(world.debug.join()).toContain('s3:GetLifecycleConfiguration is denied');
  });
});

describe('warnings', () => {
  test.each([
    ['all', `<ID>all</ID><Filter></Filter>${EXPIRE}`, /'all' deletes the operation log.*after 30 days/],
    [
      'the log',
      `<ID>log</ID><Prefix>repository/.rollback-log/</Prefix>${EXPIRE}`,
      /'log' deletes the operation log/,
    ],
    [
      'backups',
      `<ID>old</ID><Filter><Prefix>repository/.rollback-b</Prefix></Filter>${EXPIRE}`,
      /'old' deletes backups.*after 30 days/,
    ],
    [
      'backups of a tag',
      `<ID>t</ID><Filter><And><Prefix>repository/.rollback-backups/v1</Prefix><Tag><Key>a</Key><Value>b</Value></Tag></And></Filter>${EXPIRE}`,
      /'t' deletes backups/,
    ],
    [
      'an archive',
      '<ID>cold</ID><Prefix>repository/</Prefix><Transition><Days>90</Days><StorageClass>GLACIER</StorageClass></Transition>',
      /'cold' archives backups \(GLACIER, after 90 days\)/,
    ],
    [
      'the log, by an archive',
      '<ID>cold</ID><Prefix>repository/.rollback-log/</Prefix><Transition><Days>9</Days><StorageClass>DEEP_ARCHIVE</StorageClass></Transition>',
      /'cold' archives the operation log \(DEEP_ARCHIVE, after 9 days\)/,
    ],
    [
      'backups, on a day',
      '<ID>day</ID><Prefix>repository/.rollback-backups/</Prefix><Expiration><Date>2030-01-31T00:00:00Z</Date></Expiration>',
      /'day' deletes backups.*\(on 2030-01-31\)/,
    ],
  ])('a lifecycle rule that eats %s', async (_, rule, expected) => {
    rules(rule);
    expect((await preflight())[0]).toMatch(expected);
  });

  test('rules for other prefixes, or that are off, are none of ours', async () => {
    rules(
      `<ID>logs</ID><Prefix>logs/</Prefix>${EXPIRE}`,
      '<ID>u</ID><Prefix></Prefix><AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>',
    );
    world.bucket.documents.set(
      'lifecycle',
      world.bucket.documents
        .get('lifecycle')
        ?.replace(
          '</Lifecycle',
          `<Rule><ID>off</ID><Prefix></Prefix><Status>Disabled</Status>${EXPIRE}</Rule></Lifecycle`,
        ) ?? '',
    );
    expect(await preflight()).toEqual([]);
  });

  test('versions that do not stay', async () => {
    world.bucket.versioning = 'Enabled';
    rules(
      '<ID>v</ID><Prefix></Prefix><NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays></NoncurrentVersionExpiration>',
    );
    expect(await preflight()).toEqual([
      expect.stringMatching(/'v' deletes versions that are not current after 7 days/),
    ]);
  });

  const NONCURRENT = {
    expire: '<NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays></NoncurrentVersionExpiration>',
    archive:
      '<NoncurrentVersionTransition><NoncurrentDays>1</NoncurrentDays><StorageClass>DEEP_ARCHIVE</StorageClass></NoncurrentVersionTransition>',
  };

  test.each([
    ['manifests of backups', '.rollback-backups/', EXPIRE, /'r' deletes the manifests of backups.*30 days/],
    ['the log', '.rollback-log/', EXPIRE, /'r' deletes the operation log/],
    ['versions, by archiving', '', NONCURRENT.archive, /archives versions.*\(DEEP_ARCHIVE, after 1 days\)/],
    ['versions of one release', 'v1/', NONCURRENT.expire, /deletes versions that are not current after 7/],
  ])('where versions are kept, a rule that eats %s', async (_, prefix, rule, expected) => {
    world.bucket.versioning = 'Enabled';
    rules(`<ID>r</ID><Prefix>repository/${prefix}</Prefix>${rule}`);
    expect(await preflight()).toEqual([expect.stringMatching(expected)]);
  });

  test('where versions are kept, manifests of backups that lie elsewhere are looked after there', async () => {
    world.bucket.versioning = 'Enabled';
    rules(`<ID>kept</ID><Prefix>kept/</Prefix>${EXPIRE}`);
    expect(await preflight()).toEqual([]);
    expect(await preflight({ backupPrefix: 'kept/repository' })).toEqual([
      expect.stringMatching(/'kept' deletes the manifests of backups/),
    ]);
  });

  test('old versions of what is never replaced are none that a restore needs', async () => {
    world.bucket.versioning = 'Enabled';
    rules(`<ID>r</ID><Prefix>repository/.rollback-log/</Prefix>${NONCURRENT.expire}`);
    expect(await preflight()).toEqual([]);
  });

  test('suspended versioning, and ACLs', async () => {
    world.bucket.versioning = 'Suspended';
    world.bucket.documents.delete('ownershipControls');
    expect(await preflight()).toEqual([
      expect.stringContaining('is suspended'),
      expect.stringContaining("those of artifacts that are not the default can't be put back"),
    ]);
  });
});

describe('diagnose', () => {
  const found = async (given = {}) =>
    Object.fromEntries((await world.store(given).diagnose()).map(({ name, ...finding }) => [name, finding]));

  test('finds a new bucket well, and leaves nothing behind', async () => {
    const before = world.bucket.keys();
    const findings = await found();
    expect(Object.entries(findings).map(([name, { result }]) => [name, result])).toEqual([
      ['reach', 'ok'],
      ['conditions', 'ok'],
      ['versions', 'skipped'],
      ['versioning', 'ok'],
      ['lifecycle', 'ok'],
      ['ownership', 'ok'],
      ['encryption', 'ok'],
      ['public access', 'ok'],
      ['clock', 'ok'],
    ]);
    expect(world.bucket.keys()).toEqual(before);
    expect(world.server.log.changes.length).toBeGreaterThan(5);
  });

  test('probes anew, and keeps what it found', async () => {
    world.server.weaknesses.ignoresConditionalDeletes = true;
    expect((await found()).conditions).toMatchObject({
      result: 'failed',
      detail: expect.stringContaining('remove'),
    });
    await expect(preflight()).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test.each([
    ['unversioned', false, 'failed', /single-writer/],
    ['unversioned, with single-writer', true, 'warning', /nobody else writes/],
    ['versioned, where nothing is copied', false, 'warning', /leave versioning enabled/],
  ])('judges conditions as a rollback does: %s', async (kind, singleWriter, result, advice) => {
    const { weaknesses } = world.server;
    weaknesses.ignoresCopySourceConditions = weaknesses.ignoresCopyDestinationConditions = true;
    if (kind.startsWith('versioned')) world.bucket.versioning = 'Enabled';
    world.bucket.put('repository/v1/a', 'text');
    expect((await found({ singleWriter })).conditions).toMatchObject({
      result,
      detail: expect.stringContaining('copy'),
      advice: expect.stringMatching(advice),
    });
    const store = world.store({ singleWriter });
    const preflight = store.inspect({ forWriting: true, version: 'v1' });
    if (result === 'failed') await expect(preflight).rejects.toMatchObject({ code: 'BAD_INPUT' });
    else expect(await preflight).toHaveLength(singleWriter ? 1 : 0);
  });

  test.each([
    ['repository/index.json', 'warning', 'there is no backup yet'],
    ['repository/.rollback-backups/b/v1/a', 'warning', 'stays readable there'],
  ])('strangers who can read %s: %s', async (key, result, detail) => {
    world.bucket.put(key, 'text');
    world.server.faults.add(async ({ headers, key: asked }, proceed) =>
      headers.authorization === undefined ? answerOf(asked === key ? 200 : 403) : proceed(),
    );
    expect((await found())['public access']).toMatchObject({
      result,
      detail: expect.stringContaining(detail),
    });
  });

  describe('versions that are not current any more', () => {
    const allow = (action: string | readonly string[], resource = '*') => ({
      Effect: 'Allow',
      Principal: '*',
      Action: action,
      Resource: `arn:aws:s3:::releases/${resource}`,
    });
    const deny = (action: string, resource: string) => ({ ...allow(action, resource), Effect: 'Deny' });
    const policy = (...Statement: readonly object[]) => {
      world.bucket.documents.delete('publicAccessBlock');
      world.bucket.documents.set('policy', JSON.stringify({ Version: '2012-10-17', Statement }));
    };
    const closed = deny('s3:GetObject', 'repository/.rollback-backups/*');
    beforeEach(() => {
      world.bucket.versioning = 'Enabled';
      world.bucket.put('repository/v1/a', 'pulled');
      world.bucket.delete('repository/v1/a');
      world.bucket.put('repository/.rollback-backups/v1-20260101_000000-0123abcd/manifest.json', '{}');
    });

    test.each([
      ['s3:GetObject alone', [allow('s3:GetObject'), closed], 'ok'],
      ['versions, too', [allow(['s3:GetObject', 's3:GetObjectVersion']), closed], 'warning'],
      ['everything that reads', [allow('s3:Get*'), closed], 'warning'],
      ['what is denied again', [allow('s3:Get*'), closed, deny('s3:GetObjectVersion', 'repository/*')], 'ok'],
    ])('where a policy grants everybody %s', async (_, statements, result) => {
      policy(...statements);
      const finding = (await found())['public access'];
      expect(finding?.result).toBe(result);
      if (result === 'ok') return;
      expect(finding?.detail).toMatch(
        /^Everybody can read versions that are not current any more: a release/,
      );
      expect(finding?.advice).toContain('s3:GetObjectVersion');
      const asked = world.server.log.entries.filter(({ headers }) => headers.authorization === undefined);
      expect(asked.map(({ key }) => key)).toContain('repository/v1/a');
    });

    test('where nothing was rolled back yet, one of the index tells', async () => {
      for (const key of world.bucket.keys('repository/.rollback-backups/'))
        for (const { versionId } of world.bucket.history(key)) world.bucket.deleteVersion(key, versionId);
      world.bucket.put('repository/index.json', '{"releases": [], "total_releases": 0}');
      policy(allow('s3:GetObjectVersion'));
      expect((await found())['public access']).toMatchObject({
        result: 'warning',
        detail: expect.stringContaining('versions that are not current'),
      });
    });

    test("by an object's own access list", async () => {
      world.bucket.documents.delete('publicAccessBlock');
      world.bucket.documents.delete('ownershipControls');
      const [, hidden] = world.bucket.history('repository/v1/a');
      if (hidden !== undefined) world.bucket.amend(hidden, { acl: 'public-read' });
      expect((await found())['public access']).toMatchObject({ result: 'warning' });
    });
  });

  test('backups that are closed to strangers are well', async () => {
    world.bucket.put('repository/.rollback-backups/b/v1/a', 'text');
    world.server.faults.add(async ({ headers, key }, proceed) =>
      headers.authorization === undefined ? answerOf(key.endsWith('index.json') ? 200 : 403) : proceed(),
    );
    expect((await found())['public access']).toMatchObject({ result: 'ok' });
  });

  test('without the bucket there is one finding', async () => {
    const findings = await world.store({ bucket: 'nobody' }).diagnose();
    expect(findings).toMatchObject([
      { name: 'reach', result: 'failed', detail: "There is no bucket 'nobody'" },
    ]);
  });

  test('a listing that is refused does not keep the others from being looked at', async () => {
    world.server.faults.add(async ({ operation }, proceed) =>
      operation === 'ListObjectsV2' ? answerOf(403) : proceed(),
    );
    const findings = await found();
    expect(findings.reach).toMatchObject({
      result: 'failed',
      detail: expect.stringContaining('s3:ListBucket'),
    });
    expect(findings.lifecycle).toMatchObject({ result: 'ok' });
    expect(findings.clock).toMatchObject({ result: 'ok' });
  });

  test('a clock that is off is told', async () => {
    const ahead = await S3World.start({ now: () => Date.now() + 120_000 });
    ahead.bucket.put('repository/index.json', '{"releases": []}');
    const told = /1[12]\d s behind the store's/;
    for (const options of [{ forWriting: true }, { forWriting: false, version: 'v1' }]) {
      const warnings = await ahead.store().inspect(options);
      expect(warnings).toEqual([expect.stringMatching(told)]);
    }
    const findings = await ahead.store().diagnose();
    expect(findings.at(-1)).toMatchObject({
      name: 'clock',
      result: 'warning',
      detail: expect.stringMatching(/1[12]\d s behind/),
    });
    await ahead.close();
  });
});
