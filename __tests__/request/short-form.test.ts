import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawOptions } from '../../src/request/options.ts';
import { problemsWith, repositoryOf } from './helpers.ts';

const byParts = (type: string, bucket: string, prefix: string): RawOptions => ({
  'repository-type': type,
  'repository-bucket': bucket,
  'repository-prefix': prefix,
});

describe('the short form', () => {
  test.each([
    ['s3://tars-releases', 's3', 'tars-releases', ''],
    ['s3://tars-releases/', 's3', 'tars-releases', ''],
    ['s3://tars-releases/production/eu/', 's3', 'tars-releases', 'production/eu'],
    ['gs://tars.example.com/p', 'gcs', 'tars.example.com', 'p'],
    ['s3://tars/a%2Fb?c=d#e&f+g h/ü', 's3', 'tars', 'a%2Fb?c=d#e&f+g h/ü'],
    ['s3://tars/user@host', 's3', 'tars', 'user@host'],
  ])('%s', (repository, type, bucket, prefix) => {
    expect(repositoryOf({ repository })).toEqual(repositoryOf(byParts(type, bucket, prefix)));
  });

  test.each(['/srv/artifacts', './s3:x', '../x', 'repository', 'a b', 'x%20y', 'C:/tars', 'a:b'])(
    'may be the path %s',
    (repository) => {
      expect(repositoryOf({ repository })).toEqual({ type: 'local', path: repository });
    },
  );

  test('takes the options of its store', () => {
    const raw: RawOptions = { repository: 's3://tars/p', 's3-region': 'auto', 'backup-prefix': 'b' };
    expect(repositoryOf(raw)).toMatchObject({ region: 'auto', backupPrefix: 'b' });
    expect(problemsWith({ repository: 's3://tars/p', 'backup-prefix': 'p/b' })).toHaveLength(1);
  });

  test.each<[RawOptions, string]>([
    [{ 'repository-type': 's3' }, '--repository-type'],
    [{ 'repository-path': '/r' }, '--repository-path'],
    [{ 'repository-bucket': 'tars' }, '--repository-bucket'],
    [{ 'repository-prefix': 'p' }, '--repository-prefix'],
    [{ 'repository-type': 'local', 'repository-prefix': 'p' }, '--repository-type and --repository-prefix'],
    [
      { 'repository-type': 's3', 'repository-bucket': 'tars', 'repository-prefix': '' },
      '--repository-type, --repository-bucket and --repository-prefix',
    ],
  ])('is not given together with %j', (parts, named) => {
    for (const repository of ['s3://tars/p', '/r']) {
      expect(problemsWith({ repository, ...parts })).toEqual([
        `--repository: says ${named} as well; give one or the other`,
      ]);
    }
  });

  test.each([
    ['gcs://tars/p', "'gcs://tars/p' has another scheme than ours; write gs://tars/p"],
    ['S3://tars', "'S3://tars' has another scheme than ours; write s3://tars"],
    ['s3a://tars', "'s3a://tars' has another scheme than ours; write s3://tars"],
    ['GS://tars', "'GS://tars' has another scheme than ours; write gs://tars"],
    ['file:///srv/tars', "'file:///srv/tars' is a URL; give the folder's path alone"],
    [
      'https://tars.s3.amazonaws.com/p',
      'https:// is no scheme that we know; use s3://BUCKET/PREFIX, gs://BUCKET/PREFIX or the path of a folder',
    ],
    [
      'azure://tars',
      'azure:// is no scheme that we know; use s3://BUCKET/PREFIX, gs://BUCKET/PREFIX or the path of a folder',
    ],
    [
      's3:/tars/p',
      "'s3:/tars/p' is neither a store nor a plain path; use s3://BUCKET/PREFIX, gs://BUCKET/PREFIX or the path of a folder (a folder of that name: ./s3:/tars/p)",
    ],
    ['s3://', 'names no bucket; use s3://BUCKET/PREFIX'],
    ['gs:///p', 'names no bucket; use gs://BUCKET/PREFIX'],
    ['s3://a/p', "'a' is not a bucket name"],
    ...['releases--euw1-az1--x-s3', 'point--euw1-az1--xa-s3'].map((bucket) => [
      `s3://${bucket}/p`,
      `'${bucket}' is a directory bucket, which is not supported: it lists objects in no order, so the log's newest record can't be found`,
    ]),
    ['s3://tars?x=1', "'tars?x=1' is not a bucket name"],
    ['gs://tars releases/p', "'tars releases' is not a bucket name"],
    ['gs://tars/s3://x', "'/s3://x' contains an empty folder name, '.' or '..'"],
    ['s3://tars//p', "'//p' contains an empty folder name, '.' or '..'"],
    ['s3://tars//', "'//' contains an empty folder name, '.' or '..'"],
    ['s3://tars/p/../q', "'/p/../q' contains an empty folder name, '.' or '..'"],
    ['s3://tars/p\nq', 'contains a control character'],
    [
      's3://arn:aws:s3:eu-west-1:123456789012:accesspoint/releases/p',
      "can't hold the ARN of an access point; use --repository-type and --repository-bucket",
    ],
  ])('%j is refused', (repository, problem) => {
    expect(problemsWith({ repository })).toEqual([`--repository: ${problem}`]);
  });

  test.each(['s3://user:SECRET@tars/p', 'gcs://user:SECRET@tars', 's3:user:SECRET@tars', 'ftp://u:SECRET@x'])(
    'does not show the secret in %s',
    (repository) => {
      const problems = problemsWith({ repository });
      expect(problems).toHaveLength(1);
      expect(problems.join()).not.toContain('SECRET');
    },
  );
});

describe('any short form', () => {
  const bucket = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{1,20}[a-z0-9]$/);
  const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const prefix = fc.array(part, { maxLength: 4 }).map((parts) => parts.join('/'));

  test('means what its parts mean, or is refused as they are', () => {
    fc.assert(
      fc.property(fc.constantFrom('s3', 'gs'), bucket, prefix, (scheme, name, folder) => {
        const parts = byParts(scheme === 's3' ? 's3' : 'gcs', name, folder);
        const repository = `${scheme}://${name}/${folder}`;
        const refused = problemsWith({ repository }).length > 0;
        // A part that begins with '/' gives the parts a slash too many that is forgiven, and the short form one that is not.
        expect(refused).toBe(folder.startsWith('/') || problemsWith(parts).length > 0);
        if (!refused) expect(repositoryOf({ repository })).toEqual(repositoryOf(parts));
      }),
    );
  });

  test('that is taken keeps every character of its prefix', () => {
    fc.assert(
      fc.property(bucket, prefix, (name, folder) => {
        const repository = `s3://${name}/${folder}`;
        if (problemsWith({ repository }).length > 0) return;
        expect(repositoryOf({ repository })).toMatchObject({
          bucket: name,
          prefix: folder.replace(/\/$/, ''),
        });
      }),
    );
  });

  test('of whatever text ends in a repository or in problems that fit on a line', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true }), prefix);
    fc.assert(
      fc.property(text, (repository) => {
        for (const problem of problemsWith({ repository })) expect(problem).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
  });
});

test('a backup prefix that is taken is apart from the repository, either way', () => {
  const name = fc.constantFrom('a', 'b', 'ab', 'a-b', '.rollback-backups', 'v1.0.2');
  const folder = fc.array(name, { maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(folder, folder, (prefix, backups) => {
      const raw = { ...byParts('s3', 'tars', prefix), 'backup-prefix': backups };
      const usual = [prefix, '.rollback-backups'].filter((each) => each !== '').join('/');
      const [root, other] = [`${prefix}/`, `${backups}/`];
      const apart = prefix !== '' && backups !== '' && !root.startsWith(other) && !other.startsWith(root);
      expect(problemsWith(raw).length === 0).toBe(apart || backups === usual);
      if (apart && backups !== usual) expect(repositoryOf(raw)).toMatchObject({ backupPrefix: backups });
    }),
  );
});
