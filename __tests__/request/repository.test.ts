import { describe, expect, test } from 'vitest';
import type { RawOptions } from '../../src/request/options.ts';
import { problemsWith, repositoryOf } from './helpers.ts';

const S3: RawOptions = { 'repository-type': 's3', 'repository-bucket': 'tars' };
const GCS: RawOptions = { 'repository-type': 'gcs', 'repository-bucket': 'tars' };

/** What both stores have when nothing more is said. */
const DEFAULTS = {
  bucket: 'tars',
  prefix: '',
  backupPrefix: '',
  singleWriter: false,
  endpoint: undefined,
  concurrency: 16,
  requestTimeoutMs: 20_000,
  retries: 5,
};

describe('a repository by its parts', () => {
  test('of a store needs a bucket, and has defaults for the rest', () => {
    expect(problemsWith({ 'repository-type': 's3' })).toEqual([
      '--repository-bucket: is required for a repository of type s3',
    ]);
    expect(repositoryOf(S3)).toEqual({ type: 's3', ...DEFAULTS, region: undefined, forcePathStyle: false });
    expect(repositoryOf(GCS)).toEqual({ type: 'gcs', ...DEFAULTS, projectId: undefined });
  });

  test('takes every option of its store', () => {
    const common: RawOptions = {
      'repository-prefix': '/production/eu/',
      'backup-prefix': 'withdrawn/eu/',
      concurrency: '256',
      'request-timeout': '1.5',
      retries: '0',
      'single-writer': 'true',
    };
    const expected = {
      ...DEFAULTS,
      prefix: 'production/eu',
      backupPrefix: 'withdrawn/eu',
      concurrency: 256,
      requestTimeoutMs: 1500,
      retries: 0,
      singleWriter: true,
    };
    expect(
      repositoryOf({
        ...S3,
        ...common,
        's3-endpoint': 'http://127.0.0.1:9000',
        's3-region': 'eu-west-1',
        's3-force-path-style': 'True',
      }),
    ).toEqual({
      type: 's3',
      ...expected,
      endpoint: 'http://127.0.0.1:9000',
      region: 'eu-west-1',
      forcePathStyle: true,
    });
    expect(
      repositoryOf({
        ...GCS,
        ...common,
        'gcs-endpoint': 'https://storage.example/base',
        'gcs-project-id': 'tars-1',
      }),
    ).toEqual({ type: 'gcs', ...expected, endpoint: 'https://storage.example/base', projectId: 'tars-1' });
  });

  test('may be an access point on S3 only', () => {
    const bucket = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/releases';
    expect(repositoryOf({ ...S3, 'repository-bucket': bucket })).toMatchObject({ bucket });
    expect(problemsWith({ ...GCS, 'repository-bucket': bucket })).toHaveLength(1);
  });

  test.each(['', 'a', 's3://releases', 'a/b', 'a b', '-a', 'a\0bc', 'b'.repeat(300)])(
    'refuses bucket %j',
    (name) => {
      expect(problemsWith({ ...S3, 'repository-bucket': name })).toHaveLength(1);
    },
  );

  test.each(['a//b', '../a', 'a/./b', 'a/..', '//', '///', 'a//', 'a\nb', 'x'.repeat(600)])(
    'refuses prefix %j',
    (prefix) => {
      expect(problemsWith({ ...GCS, 'repository-prefix': prefix })).toHaveLength(1);
      expect(problemsWith({ ...GCS, 'repository-prefix': 'p', 'backup-prefix': prefix })).toHaveLength(1);
    },
  );

  test('keeps a path as it is, blanks and all', () => {
    const path = "/srv/a b/it's #1 %41";
    expect(repositoryOf({ 'repository-path': path })).toEqual({ type: 'local', path });
  });

  test.each(['', ' ', 'a\0b', 'a\nb'])('refuses path %j', (path) => {
    expect(problemsWith({ 'repository-path': path })).toHaveLength(1);
    expect(problemsWith({ repository: path })).toHaveLength(1);
  });
});

describe('options of another store', () => {
  test('beside a local repository most likely mean that the type was forgotten', () => {
    const raw: RawOptions = {
      'repository-bucket': 'tars',
      'repository-prefix': 'p',
      'backup-prefix': 'b',
      's3-endpoint': 'http://x',
      's3-region': 'r',
      's3-force-path-style': 'false',
      'gcs-endpoint': 'http://x',
      'gcs-project-id': 'p',
      concurrency: '1',
      'request-timeout': '1',
      retries: '1',
      'single-writer': 'true',
    };
    const whose = (name: string) => /^(s3|gcs)-/.exec(name)?.[1] ?? 's3 and gcs';
    expect(problemsWith(raw)).toEqual(
      Object.keys(raw).map((name) => `--${name}: is for ${whose(name)}, and --repository-type is local`),
    );
  });

  test.each<[RawOptions, string]>([
    [{ ...S3, 'gcs-endpoint': 'http://x' }, '--gcs-endpoint: is for gcs, and --repository-type is s3'],
    [{ ...S3, 'gcs-project-id': 'p' }, '--gcs-project-id: is for gcs, and --repository-type is s3'],
    [{ ...GCS, 's3-region': 'r' }, '--s3-region: is for s3, and --repository-type is gcs'],
    [{ ...GCS, 's3-endpoint': 'http://x' }, '--s3-endpoint: is for s3, and --repository-type is gcs'],
    [
      { ...GCS, 's3-force-path-style': 'true' },
      '--s3-force-path-style: is for s3, and --repository-type is gcs',
    ],
    [{ ...S3, 'repository-path': '/r' }, '--repository-path: is for local, and --repository-type is s3'],
    [{ repository: '/r', retries: '1' }, '--retries: is for s3 and gcs, and --repository is a path'],
    [
      { repository: 'gs://tars', 's3-region': 'r' },
      '--s3-region: is for s3, and --repository is of type gcs',
    ],
  ])('%j', (raw, problem) => {
    expect(problemsWith(raw)).toEqual([problem]);
  });

  test('are not judged where the type was misspelt', () => {
    expect(problemsWith({ ...S3, 'repository-type': 'S3', 's3-region': 'r' })).toEqual([
      "--repository-type: 'S3' is not allowed; use local, s3 or gcs (did you mean 's3'?)",
    ]);
  });
});

describe('an endpoint', () => {
  test.each(['http://127.0.0.1:9000', 'https://s3.example.com', 'HTTPS://x/', 'http://[::1]:9000/base/path'])(
    'may be %s',
    (endpoint) => {
      expect(repositoryOf({ ...S3, 's3-endpoint': endpoint })).toMatchObject({ endpoint });
    },
  );

  test.each([
    ['', 'is not a URL'],
    ['127.0.0.1:9000', 'is not a URL'],
    ['s3.example.com', 'is not a URL'],
    ['ftp://x', 'is not a URL'],
    ['http:x', 'is not a URL'],
    ['https://', 'is not a URL'],
    ['http:///x', 'is not a URL'],
    ['http://x:99999', 'is not a URL'],
    [' http://x', 'is not a URL'],
    ['http://x y', 'is not a URL'],
    ['http://x\n', 'is not a URL'],
    ['http://x\u0000', 'is not a URL'],
    ['http:\\\\x', 'is not a URL'],
    ['http://SECRET@x', 'contains credentials'],
    ['http://:SECRET@x', 'contains credentials'],
    ['http://@x', 'contains credentials'],
    ['http://user:SECRET@x/?q#f', 'contains credentials'],
    ['https://x/?sig=SECRET', 'contains a query'],
    ['https://x?', 'contains a query'],
    ['https://x/#SECRET', 'contains a fragment'],
  ])('is not %j: %s', (endpoint, problem) => {
    for (const [raw, name] of [
      [{ ...S3, 's3-endpoint': endpoint }, 's3-endpoint'],
      [{ ...GCS, 'gcs-endpoint': endpoint }, 'gcs-endpoint'],
    ] as const) {
      const problems = problemsWith(raw);
      expect(problems).toEqual([expect.stringContaining(`--${name}: ${problem}`)]);
      expect(problems.join()).not.toContain('SECRET');
    }
  });
});

test.each([
  [
    'concurrency',
    ['0', '257', '1.5', '-1', '', 'many', '1e2', '0x10'],
    'is not a whole number from 1 to 256',
  ],
  ['request-timeout', ['0', '0.999', '20.001', '21', '20s', ''], 'is not a number from 1 to 20'],
  ['retries', ['21', '-1', '0.5', 'x', ''], 'is not a whole number from 0 to 20'],
] as const)('%s has a range', (name, values, problem) => {
  for (const value of values) {
    expect(problemsWith({ ...S3, [name]: value })).toEqual([`--${name}: '${value}' ${problem}`]);
  }
});

test.each(['s3-force-path-style', 'single-writer'] as const)('%s is true or false', (name) => {
  expect(problemsWith({ ...S3, [name]: 'yes' })).toEqual([
    `--${name}: 'yes' is not allowed; use true or false`,
  ]);
  expect(problemsWith({ ...S3, [name]: 'FALSE' })).toEqual([]);
});

test.each([
  ['s3-region', S3, ['', 'eu west', 'eu_west', '-a', 'a-', 'a.b', 'x'.repeat(64), 'a\n']],
  ['gcs-project-id', GCS, ['', 'a b', 'a/b', '-a', 'a\n', 'x'.repeat(101)]],
] as const)('%s has a grammar', (name, raw, values) => {
  for (const value of values) expect(problemsWith({ ...raw, [name]: value }), value).toHaveLength(1);
  for (const value of ['auto', 'eu-west-1', '4711'])
    expect(problemsWith({ ...raw, [name]: value })).toEqual([]);
});

describe('a backup prefix', () => {
  const backupPrefix = (prefix: string, backups: string) =>
    repositoryOf({ ...S3, 'repository-prefix': prefix, 'backup-prefix': backups });
  const problems = (prefix: string, backups: string) =>
    problemsWith({ ...S3, 'repository-prefix': prefix, 'backup-prefix': backups });

  test.each([
    ['production', 'withdrawn'],
    ['production', '/withdrawn/of/production/'],
    ['production', 'production-backups'],
    ['production', 'prod'],
    ['production/eu', 'production/us'],
    ['production', '.rollback-backups'],
    ['production', 'a%2Fb ü+#?&'],
  ])('of %s may be %s', (prefix, backups) => {
    expect(backupPrefix(prefix, backups)).toMatchObject({
      prefix,
      backupPrefix: backups.replace(/^\/|\/$/g, ''),
    });
  });

  test.each([
    ['production', 'production/.rollback-backups/'],
    ['', '.rollback-backups'],
  ])('of %j may be the usual place %s, which is as if it were not given', (prefix, backups) => {
    expect(backupPrefix(prefix, backups)).toMatchObject({ backupPrefix: '' });
  });

  test.each([
    ['production', 'production', 'lies inside the repository;'],
    ['production', 'production/v1.0.2', 'lies inside the repository;'],
    ['production', 'production/withdrawn', 'lies inside the repository;'],
    ['production', 'production/.rollback-log', 'lies inside the repository;'],
    ['production', 'production/.rollback-backups/x', 'lies inside the repository;'],
    ['', 'withdrawn', 'lies inside the repository, which is the whole bucket;'],
    ['production/eu', 'production', 'contains the repository'],
    ['', '', 'is empty'],
    ['production', '/', 'is empty'],
  ])('of %j is not %j', (prefix, backups, problem) => {
    expect(problems(prefix, backups)).toEqual([expect.stringContaining(`--backup-prefix: ${problem}`)]);
  });
});
