import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TOOL_VERSION } from '../../src/domain/tool-version.ts';
import { PREPARE, SUBCOMMANDS } from '../../src/entry/cli/options.ts';
import { readPrepareReleaseArtifacts } from '../../src/entry/cli/prepare-release-artifacts.ts';
import { readReleaseRollback } from '../../src/entry/cli/release-rollback.ts';
import { BAD_VERSIONS } from '../request/bad-versions.ts';
import { helpOf, problemsOf, taskOf } from './helpers.ts';

/** The guide's CLI Reference. */
const GUIDE = [
  ...['version', 'repository-type', 'repository-path', 'repository-bucket', 'repository-prefix'],
  ...['rollback-type', 'policy', 'dry-run', 'force', 'no-backup', 'manifest-output-dir', 'audit-output-dir'],
  ...['json-report', 'text-report', 'sign-audit-log', 'verbose'],
];
/** Where a store is, and how it is spoken to. */
const STORE = [
  ...['repository', 'backup-prefix', 's3-endpoint', 's3-region', 's3-force-path-style', 'gcs-endpoint'],
  ...['gcs-project-id', 'concurrency', 'request-timeout', 'retries', 'single-writer'],
];
const ADDED = [
  ...STORE,
  ...['reason', 'create-backup', 'signing-key', 'lock-timeout', 'fence-seconds', 'json', 'no-color', 'help'],
];
const GUIDE_PREPARE = [
  ...['rollback-release', 'rollback-type', 'rollback-policy', 'rollback-dry-run', 'rollback-force'],
  ...['rollback-no-backup', 'rollback-output-dir', 'sign-audit-log', 'verbose'],
  ...['repository-type', 'repository-path', 'repository-bucket', 'repository-prefix'],
];

const rollback = (...argv: string[]) => readReleaseRollback(argv);
const prepare = (...argv: string[]) => readPrepareReleaseArtifacts(argv);

describe('release-rollback', () => {
  test.each([...GUIDE, ...ADDED])('--help names --%s', (name) => {
    expect(helpOf(rollback('--help'))).toContain(`--${name}`);
  });

  test('--help names the tool\u2019s version, which is package.json\u2019s', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(TOOL_VERSION).toBe(version);
    for (const help of [rollback('-h'), rollback('restore', '--help'), prepare('--help')]) {
      expect(helpOf(help)).toContain(`release-rollback ${version}`);
    }
  });

  test('--help begins with all subcommands, and no help forgets one', () => {
    const help = helpOf(rollback('--help'));
    expect(help).toMatch(/^Usage: release-rollback \[SUBCOMMAND\] OPTIONS\n/);
    const head = help.slice(0, help.indexOf('Rollback:\n'));
    for (const [name, { about }] of Object.entries(SUBCOMMANDS))
      expect(head).toMatch(`  ${name.padEnd(10)}${about}`);
    for (const name of Object.keys(SUBCOMMANDS)) {
      expect(helpOf(rollback('restore', '--help'))).toContain(`release-rollback ${name}`);
      if (name !== 'rollback') expect(helpOf(prepare('--help'))).toMatch(new RegExp(`For .*\\b${name}\\b`));
    }
  });

  test.each(Object.keys(SUBCOMMANDS))('%s takes the repository and output options', (name) => {
    const help = helpOf(rollback('help', name));
    for (const option of [
      'repository-type',
      'repository-path',
      'json-report',
      'manifest-output-dir',
      'json',
    ]) {
      expect(help).toContain(`--${option}`);
    }
  });

  test('the word rollback may be left out', () => {
    const argv = ['--version', 'v1.0.2', '--policy=lenient'];
    expect(rollback(...argv)).toEqual(rollback('rollback', ...argv));
    expect(taskOf(rollback(...argv)).task).toMatchObject({
      operation: 'rollback',
      request: { version: 'v1.0.2', policyMode: 'lenient', createBackup: true },
    });
  });

  test('every flag reaches the request', () => {
    const argv =
      '--version v1 --repository-type s3 --repository-bucket tars --repository-prefix p --rollback-type index_only ' +
      '--backup-prefix b --s3-endpoint http://x --s3-region r --s3-force-path-style --concurrency 2 ' +
      '--request-timeout 3 --retries 4 --single-writer --policy lenient --dry-run --force --no-backup --reason why --lock-timeout 1 --fence-seconds 2 ' +
      '--manifest-output-dir m --audit-output-dir a --json-report j --text-report t --sign-audit-log ' +
      '--signing-key k --json --no-color --verbose';
    expect(taskOf(rollback(...argv.split(' ')))).toMatchObject({
      json: true,
      color: false,
      signingKey: 'k',
      task: {
        operation: 'rollback',
        request: {
          operation: 'rollback',
          version: 'v1',
          rollbackType: 'index_only',
          policyMode: 'lenient',
          force: true,
          createBackup: false,
          dryRun: true,
          reason: 'why',
          lockTimeout: 1,
          fenceSeconds: 2,
          run: 'cli',
        },
        repository: {
          type: 's3',
          bucket: 'tars',
          prefix: 'p',
          backupPrefix: 'b',
          endpoint: 'http://x',
          region: 'r',
          forcePathStyle: true,
          concurrency: 2,
          requestTimeoutMs: 3000,
          retries: 4,
          singleWriter: true,
        },
        output: {
          manifestDir: 'm',
          auditDir: 'a',
          jsonReport: 'j',
          textReport: 't',
          sign: true,
          verbose: true,
        },
      },
    });
  });

  test('those of GCS and the short form do, too', () => {
    const argv = [
      '--version',
      'v1',
      '--repository=gs://tars/p',
      '--gcs-endpoint=http://x',
      '--gcs-project-id=i',
    ];
    expect(taskOf(rollback(...argv)).task.repository).toMatchObject({
      type: 'gcs',
      bucket: 'tars',
      prefix: 'p',
      endpoint: 'http://x',
      projectId: 'i',
    });
  });

  test('the other subcommands have flags of their own', () => {
    expect(taskOf(rollback('restore', '--rollback-id', 'a1b2c3d4')).task).toMatchObject({
      request: { operation: 'restore', rollbackId: 'a1b2c3d4', version: undefined },
    });
    expect(taskOf(rollback('recover', '--revert', '--accept-log-break')).task).toMatchObject({
      request: { operation: 'recover', choice: 'revert', acceptLogBreak: true },
    });
    expect(taskOf(rollback('list', '--repository-path', '/r')).task).toMatchObject({
      operation: 'list',
      repository: { type: 'local', path: '/r' },
    });
    expect(taskOf(rollback('doctor', '--repository', 's3://tars', '--sign-audit-log')).task).toMatchObject({
      operation: 'doctor',
      request: { operation: 'doctor' },
      repository: { type: 's3' },
      output: { sign: true },
    });
  });
});

describe('a usage error', () => {
  test.each([
    [['--version', 'v1', '--polcy', 'strict'], '--polcy: there is no such option (did you mean --policy?)'],
    [['--version', 'v1', '--dryrun'], '--dryrun: there is no such option (did you mean --dry-run?)'],
    [
      ['--version', 'v1', '--rollback_type=full'],
      '--rollback_type: there is no such option (did you mean --rollback-type?)',
    ],
    [['--version', 'v1', '--xyzzy'], '--xyzzy: there is no such option'],
    [
      ['--version', 'v1', '--s3-endpiont', 'http://x'],
      '--s3-endpiont: there is no such option (did you mean --s3-endpoint?)',
    ],
    [['--version', 'v1', 'v2'], "'v2' belongs to no option"],
    [
      ['restor', '--version', 'v1'],
      "'restor' is no subcommand; use rollback, restore, recover, list or doctor (did you mean 'restore'?)",
    ],
    [['v1.0.2'], "'v1.0.2' is no subcommand; use rollback, restore, recover, list or doctor"],
    [['--version', 'v1', '--version', 'v2'], '--version: is given twice'],
    [
      ['--version', 'v1', '--no-backup', '--create-backup'],
      '--no-backup: contradicts --create-backup; give one of them',
    ],
    [['--version', 'v1', '--signing-key', 'k'], '--signing-key: is of use only with --sign-audit-log'],
    [['list', '--version', 'v1'], '--version: there is no such option here; it is for rollback and restore'],
    [['recover', '--version=v1'], '--version: there is no such option here; it is for rollback and restore'],
    [['doctor', '--revert'], '--revert: there is no such option here; it is for recover'],
    [
      ['list', '--dry-run'],
      '--dry-run: there is no such option here; it is for rollback, restore and recover',
    ],
    [['restore', '--version', 'v1', '--force'], '--force: there is no such option here; it is for rollback'],
    [['--policy', 'strict'], '--version: is required'],
    [[], '--version: is required'],
  ])('%j: %s', (argv, problem) => {
    expect(problemsOf(rollback(...argv))).toEqual([problem]);
  });

  test('a flag without its value is named', () => {
    expect(problemsOf(rollback('--version', 'v1', '--policy'))).toContain('--policy: needs a value');
    expect(problemsOf(rollback('--version', 'v1', '--s3-region'))).toEqual(['--s3-region: needs a value']);
  });

  test('a value may look like a flag, and after -- there are no flags', () => {
    expect(taskOf(rollback('--version=v1', '--reason', '--force')).task.request).toMatchObject({
      reason: '--force',
      force: false,
    });
    expect(taskOf(rollback('--version=v1', '--reason=a=b')).task.request).toMatchObject({ reason: 'a=b' });
    expect(problemsOf(rollback('--version', 'v1', '--', 'word'))).toEqual(["'word' belongs to no option"]);
    expect(problemsOf(rollback('--version', 'v1', '--force=yes'))).toEqual(['--force: takes no value']);
  });

  test('all of them are told at once', () => {
    expect(
      problemsOf(rollback('--forse', '--policy', 'lax', '--version', '../x', '--lock-timeout', 'long')),
    ).toEqual([
      '--forse: there is no such option (did you mean --force?)',
      "--version: '../x' is not a version: it contains '..'",
      "--policy: 'lax' is not allowed; use strict or lenient",
      "--lock-timeout: 'long' is not a number from 0 to 86400",
    ]);
  });

  test('is known to be wanted as JSON', () => {
    expect(rollback('--json')).toMatchObject({ json: true, problems: ['--version: is required'] });
    expect(rollback('nonsense', '--json')).toMatchObject({ json: true });
  });

  test.each(BAD_VERSIONS)('a version that is %s', (_, version) => {
    for (const more of [[], ['--force'], ['--policy', 'lenient']]) {
      expect(problemsOf(rollback('--version', version, ...more))).toHaveLength(1);
    }
    expect(problemsOf(rollback('restore', '--version', version))).toHaveLength(1);
    expect(problemsOf(prepare('--rollback-release', version))[0]).toMatch(/^--rollback-release: '/);
  });
});

describe('prepare-release-artifacts', () => {
  test.each([...GUIDE_PREPARE, ...STORE])('--help names --%s', (name) => {
    expect(helpOf(prepare('--help'))).toContain(`--${name}`);
  });

  test('has no flag besides the guide\u2019s, the key and those of stores', () => {
    const flags = PREPARE.flatMap(({ options }) => options).map(({ flags }) => flags.split(' ')[0]);
    expect(flags.sort()).toEqual(
      [...GUIDE_PREPARE, ...STORE, 'signing-key'].map((name) => `--${name}`).sort(),
    );
  });

  test('puts all files into one folder', () => {
    const argv =
      '--rollback-release v1.0.2 --rollback-type full --rollback-policy strict --rollback-output-dir ./out';
    expect(taskOf(prepare(...argv.split(' '))).task).toMatchObject({
      request: { operation: 'rollback', version: 'v1.0.2', rollbackType: 'full', policyMode: 'strict' },
      output: {
        manifestDir: './out',
        auditDir: './out',
        jsonReport: './out/v1.0.2.rollback-report.json',
        textReport: './out/v1.0.2.rollback-report.txt',
      },
    });
    expect(taskOf(prepare('--rollback-release', 'v1')).task.output.jsonReport).toBe(
      './v1.rollback-report.json',
    );
  });

  test('takes the guide\u2019s switches', () => {
    const argv = '--rollback-release v1 --rollback-dry-run --rollback-force --rollback-no-backup --verbose';
    expect(taskOf(prepare(...argv.split(' '))).task).toMatchObject({
      request: { dryRun: true, force: true, createBackup: false },
      output: { verbose: true, sign: false },
    });
  });

  test('takes a store', () => {
    const argv = '--rollback-release v1 --repository s3://tars/p --s3-region r --single-writer';
    expect(taskOf(prepare(...argv.split(' '))).task.repository).toMatchObject({
      type: 's3',
      region: 'r',
      singleWriter: true,
    });
    expect(problemsOf(prepare('--rollback-release', 'v1', '--repository', 'gcs://tars'))).toEqual([
      "--repository: 'gcs://tars' has another scheme than ours; write gs://tars",
    ]);
  });

  test.each([
    ['--version', '--rollback-release'],
    ['--dry-run', '--rollback-dry-run'],
    ['--policy', '--rollback-policy'],
    ['--force', '--rollback-force'],
    ['--rollback-polcy', '--rollback-policy'],
  ])('knows what %s is called here', (flag, meant) => {
    expect(problemsOf(prepare('--rollback-release=v1', flag))).toEqual([
      `${flag}: there is no such option (did you mean ${meant}?)`,
    ]);
  });

  test('speaks of its own flags', () => {
    expect(problemsOf(prepare())).toEqual(['--rollback-release: is required']);
    expect(problemsOf(prepare('--rollback-release', 'v1', '--rollback-policy', 'lax'))).toEqual([
      "--rollback-policy: 'lax' is not allowed; use strict or lenient",
    ]);
    expect(problemsOf(prepare('--version', 'v1'))).toEqual([
      expect.stringMatching(/^--version: there is no such option/),
      '--rollback-release: is required',
    ]);
    expect(problemsOf(prepare('--rollback-release', 'v1', '--rollback-output-dir', ''))).toEqual([
      '--rollback-output-dir: the path is empty',
    ]);
  });
});
