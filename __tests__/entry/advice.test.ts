import { expect, test } from 'vitest';
import { FAILURES } from '../../src/domain/errors.ts';
import { fitting, type Voice, withFittingAdvice, withFittingChecks } from '../../src/entry/advice.ts';
import { readReleaseRollback } from '../../src/entry/cli/release-rollback.ts';
import { words } from '../e2e/cli-run.ts';
import { sampleDoctorReport, sampleReport } from './sample-report.ts';

const LOCAL = { repository_type: 'local', repository_location: '/srv/my tars' } as const;
const S3 = {
  repository_type: 's3',
  repository_location: 's3://tars/p',
  repository_options: { 'repository-bucket': 'tars', 'repository-prefix': 'p', 's3-endpoint': 'http://x' },
} as const;

test.each<[Voice, string, string]>([
  [
    'cli',
    'Run `release-rollback recover`.',
    "Run `release-rollback recover --repository-type local --repository-path '/srv/my tars'`.",
  ],
  [
    'cli',
    'Nothing is left to do; `release-rollback restore` brings it back.',
    "Nothing is left to do; `release-rollback restore --version v1.0.2 --repository-type local --repository-path '/srv/my tars'` brings it back.",
  ],
  ['action', 'Run `release-rollback recover`.', 'Run `operation: recover`.'],
  [
    'action',
    '`release-rollback restore --rollback-id a1b2c3d4` undoes that one, too',
    '`operation: restore` with `rollback-id: a1b2c3d4` undoes that one, too',
  ],
  [
    'action',
    'give it up with `release-rollback recover --abandon`.',
    "give it up with `release-rollback recover --abandon --repository-type local --repository-path '/srv/my tars'` on a command line.",
  ],
  ['cli', 'Set s3-region, or AWS_REGION.', 'Set --s3-region, or AWS_REGION.'],
  ['action', 'Set s3-region, or AWS_REGION.', 'Set s3-region, or AWS_REGION.'],
  ['cli', 'Was it made with another backup-prefix?', 'Was it made with another --backup-prefix?'],
  ['action', 'Run again with --force or --policy lenient.', 'Run again with force or policy lenient.'],
  ['cli', 'Wait, or give it longer with --lock-timeout.', 'Wait, or give it longer with --lock-timeout.'],
  ['cli', 'Check the version and the reason.', 'Check the version and the reason.'],
])('%s: %s', (voice, text, expected) => {
  expect(fitting(text, LOCAL, voice, 'v1.0.2')).toBe(expected);
});

test.each(Object.entries(FAILURES))(
  '%s: each command of its advice is one, for this repository',
  (_, { advice }) => {
    for (const [, line = ''] of fitting(advice, S3, 'cli', 'v1.0.2').matchAll(/`release-rollback ([^`]*)`/g))
      expect(readReleaseRollback(words(line))).toMatchObject({
        task: { repository: { type: 's3', bucket: 'tars', prefix: 'p', endpoint: 'http://x' } },
      });
    // A workflow has no other command than those that are said to be for the command line.
    expect(fitting(advice, S3, 'action')).not.toMatch(
      /`release-rollback [^`]*`(?! on a command line)|--(force|policy|verbose)/,
    );
  },
);

test('of a report both advice and notes fit, and nothing else is touched', () => {
  const text = 'See `release-rollback list`';
  const report = sampleReport({ advice: text, notes: [text], warnings: [text], repository_location: '/r' });
  const fit = 'See `release-rollback list --repository-type local --repository-path /r`';
  expect(withFittingAdvice(report, 'cli')).toEqual({ ...report, advice: fit, notes: [fit] });
});

test('of what doctor found each check fits', () => {
  const report = sampleDoctorReport();
  const [first] = report.checks;
  if (first === undefined) throw new Error('the sample has no check');
  const checks = [{ ...first, advice: 'Run `release-rollback recover`.' }];
  expect(withFittingChecks({ ...report, checks }, S3, 'cli').checks[0]?.advice).toBe(
    'Run `release-rollback recover --repository-type s3 --repository-bucket tars --repository-prefix p --s3-endpoint http://x`.',
  );
});

test('where no repository is known, a command stays as it is', () => {
  const nowhere = { repository_type: 'local', repository_location: '' } as const;
  expect(fitting('`release-rollback list` shows it', nowhere, 'cli')).toBe(
    '`release-rollback list` shows it',
  );
});
