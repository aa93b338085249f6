import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BAD_VERSIONS } from '../request/bad-versions.ts';
import { cli, prepare, words } from './cli-run.ts';
import { index, published, type Sandbox, sandbox, snapshot } from './sandbox.ts';

let box: Sandbox;
beforeEach(async () => {
  box = await sandbox();
});
afterEach(() => box.remove());

const V = ['--version', 'v1.0.2'];
const there = (path: string) =>
  stat(join(box.home, path)).then(
    () => true,
    () => false,
  );
const versions = async () => (await index(box.repository)).releases.map(({ version }) => version);

describe('a rollback', () => {
  test('tells stages on stderr, and on stdout what is latest now and the command that undoes it', async () => {
    const before = await published(box.repository);
    const ended = await cli(box, [...V, '--reason', 'CVE-2026-1']);
    expect(ended).toMatchObject({ code: 0 });
    expect(await versions()).toEqual(['v1.0.1', 'v1.0.0']);
    expect(ended.stdout).toContain('Status: SUCCESS');
    expect(ended.stdout).toMatch(/[Ll]atest now: +v1\.0\.1/);
    expect(ended.stderr).toMatch(/^policy +\d+\.\d{3} s$/m);
    expect(ended.stderr).not.toContain('ERROR');
    expect(await readdir(box.home)).toEqual(
      expect.arrayContaining(['v1.0.2.rollback-manifest.json', 'v1.0.2.rollback-audit.json']),
    );

    const undo = /release-rollback restore .*$/m.exec(ended.stdout)?.[0] ?? '';
    expect(await cli(box, words(undo).slice(1))).toMatchObject({ code: 0 });
    const now = await published(box.repository);
    for (const file of ['index.json', 'index.md']) now[file] = before[file] ?? '';
    expect(now).toEqual(before);
    expect(await versions()).toEqual(['v1.0.2', 'v1.0.1', 'v1.0.0']);
  });

  test('artifacts_only keeps the entry, index_only the artifacts', async () => {
    expect(await cli(box, [...V, '--rollback-type', 'artifacts_only'])).toMatchObject({ code: 0 });
    expect(await versions()).toContain('v1.0.2');
    expect(await there('repository/v1.0.2')).toBe(false);
    expect(await cli(box, ['--version', 'v1.0.1', '--rollback-type', 'index_only'])).toMatchObject({
      code: 0,
    });
    expect(await versions()).toEqual(['v1.0.2', 'v1.0.0']);
    expect(await there('repository/v1.0.1')).toBe(true);
  });

  test('takes everything it is told', async () => {
    const argv =
      '--repository-type local --repository-path ./repository --rollback-type full --policy strict --force --no-backup ' +
      '--reason why --lock-timeout 5 --fence-seconds 1 --manifest-output-dir out/m --audit-output-dir out/a ' +
      '--json-report out/r/report.json --text-report out/r/report.txt --sign-audit-log --no-color --verbose';
    const ended = await cli(box, [...V, ...argv.split(' ')]);
    expect(ended).toMatchObject({ code: 0 });
    for (const file of [
      'out/m/v1.0.2.rollback-manifest.json',
      'out/a/v1.0.2.rollback-audit.json',
      'out/a/v1.0.2.rollback-audit.sig',
      'out/r/report.json',
      'out/r/report.txt',
    ]) {
      expect(await there(file), file).toBe(true);
    }
    const report = JSON.parse(await readFile(join(box.home, 'out/r/report.json'), 'utf8'));
    expect(report).toMatchObject({
      backup_created: false,
      can_restore: false,
      audit_log_signed: true,
      exit_code: 0,
    });
    // The key is made for this machine once, and said so.
    expect(ended.stdout + ended.stderr).toContain(join(box.home, '.state/release-rollback/signing-key.pem'));
    expect((await stat(join(box.home, '.state/release-rollback/signing-key.pem'))).mode & 0o777).toBe(0o600);
  });

  test('that is lenient goes on with warnings', async () => {
    const ended = await cli(box, ['--version', 'v9.9.9', '--policy', 'lenient']);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stderr).toContain('WARNING: ');
    expect(ended.stdout).toContain('Status: SUCCESS (with warnings)');
  });
});

describe('--json', () => {
  test.each([
    [0, V],
    [0, [...V, '--dry-run']],
    [40, ['--version', 'v9.9.9']],
    [47, ['--version', 'v9.9.9', '--dry-run']],
    [2, ['--version', '../x']],
    [2, ['--nonsense']],
    [0, ['list']],
    [0, ['recover']],
    [0, ['doctor']],
    [49, ['doctor', '--repository', 'nowhere']],
    [49, ['list', '--repository', 'nowhere']],
    [2, ['list', '--nonsense']],
    [2, ['doctor', '--nonsense']],
    [2, ['recover', '--revert', '--abandon']],
    [40, ['restore', ...V]],
  ])('leaves only the report on stdout: exit %i of %j', async (code, argv) => {
    const ended = await cli(box, [...argv, '--json', '--verbose']);
    expect(ended.code).toBe(code);
    const report = JSON.parse(ended.stdout);
    expect(report).toMatchObject({ schema_version: 1 });
    if (argv[0] === 'list' && code === 0) expect(report).not.toHaveProperty('exit_code');
    else expect(report).toMatchObject({ exit_code: code });
    if (argv[0] === 'doctor') expect(report.checks[0]).toHaveProperty('result');
    else if (argv[0] === 'list') expect('releases' in report).toBe(code === 0);
    else expect(report.operation).toBe(/^re/.test(argv[0] ?? '') ? argv[0] : 'rollback');
    if (code !== 0) expect(ended.stderr).toMatch(new RegExp(`^ERROR: .*\nExit Code: ${code}\n`, 'ms'));
    expect(ended.stderr.includes('DRY RUN SIMULATION')).toBe(argv.includes('--dry-run'));
  });
});

describe('a dry run', () => {
  test('prints the guide\u2019s block and changes nothing', async () => {
    const before = await snapshot(box.home);
    const ended = await cli(box, [...V, '--dry-run']);
    expect(ended.code).toBe(0);
    expect(await snapshot(box.home)).toEqual(before);
    const lines = ended.stdout.split('\n');
    for (const line of [
      'DRY RUN SIMULATION',
      'Version: v1.0.2',
      'Rollback Type: full',
      'Operations that would be performed:',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines).toContain('  1. Backup version v1.0.2');
    expect(lines).toContain('  3. Remove v1.0.2 from index');
    expect(lines).toContain('DRY RUN COMPLETE - No changes made');
    expect(ended.stdout).toMatch(/^Artifacts to remove: \d+$/m);
    expect(ended.stdout).toMatch(/^Estimated duration: \d+\.\ds$/m);
  });

  test('writes only the reports that are asked for', async () => {
    const before = await snapshot(box.home);
    await cli(box, [...V, '--dry-run', '--json-report', 'r.json', '--text-report', 'r.txt']);
    const { 'r.json': json, 'r.txt': text, ...rest } = await snapshot(box.home);
    expect(json && text).toBeTruthy();
    expect(rest).toEqual(before);
  });

  test('that would fail exits 47 and says with what', async () => {
    const ended = await cli(box, ['--version', 'v9.9.9', '--dry-run']);
    expect(ended.code).toBe(47);
    expect(ended.stderr).toMatch(/^ERROR: Version v9\.9\.9 not found in repository$/m);
    expect(ended.stderr).toMatch(/^Exit Code: 47$/m);
  });
});

describe('errors', () => {
  test('are told as the guide shows', async () => {
    await cli(box, ['--version', 'v1.0.2', '--no-backup']);
    const before = await published(box.repository);
    const ended = await cli(box, ['--version', 'v9.9.9']);
    expect(ended).toMatchObject({ code: 40, stdout: 'Status: FAILED\n' });
    expect(ended.stderr).toMatch(/^ERROR: Version v9\.9\.9 not found in repository$/m);
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toBe('Exit Code: 40');
    expect(await published(box.repository)).toEqual(before);
  });

  test('show their causes on stderr under --verbose, and only there', async () => {
    await writeFile(join(box.home, 'file'), '');
    const argv = [...V, '--manifest-output-dir', 'file/out'];
    const quiet = await cli(box, argv);
    expect(quiet).toMatchObject({ code: 48, stderr: expect.not.stringContaining('caused by') });
    const told = await cli(box, [...argv, '--verbose', '--json']);
    expect(told.stderr).toMatch(/^caused by Error: ENOTDIR/m);
    expect(JSON.parse(told.stdout)).toMatchObject({ exit_code: 48 });
  });

  test('of use exit 2 at once, and name the nearest right flag', async () => {
    const before = await snapshot(box.home);
    const ended = await cli(box, ['--version', 'v1.0.2', '--polcy', 'strict']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toBe(
      'ERROR: --polcy: there is no such option (did you mean --policy?)\nSee: release-rollback rollback --help\nExit Code: 2\n',
    );
    expect(await cli(box, ['restroe', ...V])).toMatchObject({ code: 2, stdout: '' });
    expect(await cli(box, [])).toMatchObject({ code: 2, stdout: '' });
    expect(await snapshot(box.home)).toEqual(before);
  });

  // A NUL can't be passed to a process at all.
  test.each(BAD_VERSIONS.filter(([, version]) => !version.includes('\0')))(
    'a version that is %s exits 2 and changes nothing',
    async (_, version) => {
      const before = await snapshot(box.home);
      for (const more of [['--force'], ['--policy', 'lenient']]) {
        const ended = await cli(box, [`--version=${version}`, ...more]);
        expect(ended).toMatchObject({ code: 2, stdout: '' });
        expect(ended.stderr).toMatch(/^ERROR: --version: '[\x20-\x7e]*' is not a version/);
      }
      expect(await snapshot(box.home)).toEqual(before);
    },
  );

  test.each(['v1.0', 'V1.0.2', 'v1.0.10', 'v1.0.1.2'])('%s is not v1.0.2, nor v1.0.1', async (version) => {
    const before = await published(box.repository);
    expect(await cli(box, ['--version', version])).toMatchObject({ code: 40 });
    expect(await published(box.repository)).toEqual(before);
  });

  test('no repository is 49, and none is made', async () => {
    const ended = await cli(box, [...V, '--repository-path', './nowhere']);
    expect(ended).toMatchObject({ code: 49, stdout: 'Status: FAILED\n' });
    expect(await there('nowhere')).toBe(false);
  });
});

test('the AWS SDK has no say about the Node that somebody else installed', async () => {
  const asNode20 = 'Object.defineProperty(process,"version",{value:"v20.20.2"})';
  const ended = await cli(box, ['list', '--repository', 's3://tars', '--s3-region', 'eu-west-1'], {
    env: {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(asNode20)}`,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  });
  expect(ended.code).toBe(49);
  expect(ended.stderr).toMatch(/^ERROR: No AWS credentials were found/);
});

describe('list and recover', () => {
  test('show the releases and backups that are there', async () => {
    await cli(box, V);
    const ended = await cli(box, ['list']);
    expect(ended.code).toBe(0);
    for (const part of ['v1.0.0', 'v1.0.1', 'v1.0.2', '.rollback-backups/v1.0.2-'])
      expect(ended.stdout).toContain(part);
    const listing = JSON.parse((await cli(box, ['list', '--json'])).stdout);
    expect(listing).toMatchObject({
      latest: 'v1.0.1',
      rollbacks: [{ version: 'v1.0.2', state: 'rolled_back' }],
    });
    expect(await cli(box, ['list', '--repository-path', 'nowhere'])).toMatchObject({ code: 49, stdout: '' });
    await writeFile(join(box.home, 'file'), '');
    const unwritten = await cli(box, ['list', '--json', '--json-report', 'file/list.json']);
    expect(unwritten.code).toBe(48);
    expect(JSON.parse(unwritten.stdout)).toMatchObject({ exit_code: 48, error_code: 'EVIDENCE' });
  });

  test('recover exits 0 when nothing is open', async () => {
    expect(await cli(box, ['recover'])).toMatchObject({ code: 0 });
    expect(await cli(box, ['recover', '--revert'])).toMatchObject({ code: 0 });
  });
});

describe('doctor', () => {
  test('finds a sound repository sound, touches no release, and writes its reports', async () => {
    const before = await snapshot(box.repository);
    const files = ['--json-report', 'out/doctor.json', '--text-report', 'out/doctor.txt'];
    const ended = await cli(box, ['doctor', '--sign-audit-log', ...files]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^ {2}ok {7}index {11}3 releases, latest v1\.0\.2$/m);
    expect(ended.stdout).toMatch(/^ {2}ok {7}signing key {5}it can sign; A signing key was made/m);
    expect(await snapshot(box.repository)).toEqual(before);
    expect(await readFile(join(box.home, 'out/doctor.txt'), 'utf8')).toBe(ended.stdout);
    const report = JSON.parse(await readFile(join(box.home, 'out/doctor.json'), 'utf8'));
    expect(report).toMatchObject({ schema_version: 1, repository_location: box.repository, exit_code: 0 });
  });

  test('says what is wrong, in its exit code, too', async () => {
    await writeFile(join(box.repository, 'index.json'), '{');
    const broken = await cli(box, ['doctor', '--repository', './repository']);
    expect(broken.code).toBe(41);
    expect(broken.stderr).toMatch(/^ERROR: index: index\.json is not a usable index.*\nExit Code: 41\n$/);
    expect(broken.stdout).toMatch(/^ {2}ok {7}log /m);
    await writeFile(join(box.home, 'file'), '');
    const blocked = await cli(box, ['doctor', '--audit-output-dir', 'file', '--json-report', 'file/x.json']);
    expect(blocked.code).toBe(41);
    expect(blocked.stderr).toMatch(/^ERROR: output folders: /m);
    expect(blocked.stderr).toMatch(/^ERROR: report files: /m);
  });
});

describe('prepare-release-artifacts', () => {
  test('writes all files into the output folder', async () => {
    const argv = '--rollback-release v1.0.2 --rollback-output-dir ./rollback --sign-audit-log --verbose';
    expect(await prepare(box, argv.split(' '))).toMatchObject({ code: 0 });
    expect((await readdir(join(box.home, 'rollback'))).sort()).toEqual([
      'v1.0.2.rollback-audit.json',
      'v1.0.2.rollback-audit.sig',
      'v1.0.2.rollback-manifest.json',
      'v1.0.2.rollback-report.json',
      'v1.0.2.rollback-report.txt',
    ]);
  });

  test('writes the reports of a dry run, too, and only them', async () => {
    const ended = await prepare(box, [
      '--rollback-release',
      'v1.0.2',
      '--rollback-dry-run',
      '--rollback-output-dir',
      'out',
    ]);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('DRY RUN SIMULATION');
    expect((await readdir(join(box.home, 'out'))).sort()).toEqual([
      'v1.0.2.rollback-report.json',
      'v1.0.2.rollback-report.txt',
    ]);
    expect(await versions()).toContain('v1.0.2');
  });

  test('takes the guide\u2019s other switches', async () => {
    const argv =
      '--rollback-release v1.0.2 --rollback-type full --rollback-policy lenient --rollback-force --rollback-no-backup';
    expect(await prepare(box, [...argv.split(' '), '--repository-path', 'repository'])).toMatchObject({
      code: 0,
    });
    expect(await readdir(join(box.repository, '.rollback-backups')).catch(() => [])).toEqual([]);
  });

  test('without a release is a usage error', async () => {
    const ended = await prepare(box, ['--rollback-type', 'full']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^ERROR: --rollback-release: is required$/m);
  });
});
