import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli } from './cli-run.ts';
import { published, type Sandbox, sandbox } from './sandbox.ts';

let box: Sandbox;
beforeEach(async () => {
  box = await sandbox();
});
afterEach(() => box.remove());

const V = ['--version', 'v1.0.2'];

async function editIndex(
  edit: (doc: { releases: Record<string, unknown>[]; total_releases: number }) => void,
) {
  const path = join(box.repository, 'index.json');
  const doc = JSON.parse(await readFile(path, 'utf8'));
  edit(doc);
  await writeFile(path, JSON.stringify(doc, null, 2));
}

/** The run fails with this code, says so, and leaves what readers see as it was. */
async function failsWith(code: number, argv: readonly string[], message: RegExp) {
  const before = await published(box.repository);
  const ended = await cli(box, argv);
  expect(ended.stderr).toMatch(message);
  expect(ended.stderr).toMatch(new RegExp(`^Exit Code: ${code}$`, 'm'));
  expect(ended).toMatchObject({ code, stdout: expect.stringMatching(/^Status: FAILED\n( {2}Note: .*\n)*$/) });
  expect(await published(box.repository)).toEqual(before);
}

test('40: not there', () => failsWith(40, ['--version', 'v9.9.9'], /not found in repository/));

test('40: restore of what was never rolled back', () => failsWith(40, ['restore', ...V], /^ERROR: /m));

test('41: index and store disagree', async () => {
  await rm(join(box.repository, 'v1.0.2', 'README.md'));
  await failsWith(41, V, /README\.md/);
});

test('41: a broken index, even with --force', async () => {
  await writeFile(join(box.repository, 'index.json'), '{"releases": [');
  await failsWith(41, [...V, '--force'], /index\.json/);
});

test('42: another release depends on it', async () => {
  await editIndex(({ releases }) => {
    Object.assign(releases[1] ?? {}, { depends_on: ['v1.0.0'] });
  });
  await failsWith(42, ['--version', 'v1.0.0'], /v1\.0\.1/);
  expect(await cli(box, ['--version', 'v1.0.0', '--force'])).toMatchObject({ code: 0 });
});

test('43: a living holder is named, and 44: a foreign lock on the index', async () => {
  const lock = join(box.repository, 'index.json.lock');
  await writeFile(lock, 'publisher');
  const waiting = cli(box, [...V, '--lock-timeout', '60']);
  // It has committed and waits for the publisher; meanwhile it holds the repository.
  for (let tries = 0; (await openRecords()) < 2 && tries < 200; tries++)
    await new Promise((r) => setTimeout(r, 50));
  const other = await cli(box, [
    '--version',
    'v1.0.1',
    '--lock-timeout',
    '0',
    '--manifest-output-dir',
    'o',
    '--audit-output-dir',
    'o',
  ]);
  expect(other).toMatchObject({ code: 43, stdout: 'Status: FAILED\n' });
  expect(other.stderr).toMatch(/^ERROR: process \d+ on .* holds the repository: rollback of v1\.0\.2/m);
  await rm(lock);
  expect(await waiting).toMatchObject({ code: 0 });

  await writeFile(lock, 'publisher');
  await failsWith(44, ['--version', 'v1.0.1', '--lock-timeout', '0'], /index\.json\.lock/);
});

test('44: a restore meets a lock that a publisher left behind: put back, nothing given up', async () => {
  await cli(box, V);
  const lock = join(box.repository, 'index.json.lock');
  await writeFile(lock, 'publisher');
  await failsWith(44, ['restore', ...V, '--lock-timeout', '0'], /index\.json\.lock/);
  const { rollbacks } = JSON.parse((await cli(box, ['list', '--json'])).stdout);
  expect(rollbacks).toMatchObject([{ version: 'v1.0.2', state: 'rolled_back', can_restore: true }]);
  expect((await readdir(box.home)).filter((name) => name.includes('restore'))).toEqual([]);
  await rm(lock);
  expect(await cli(box, ['restore', ...V])).toMatchObject({ code: 0 });
});

const openRecords = async () =>
  (await readdir(join(box.repository, '.rollback-log')).catch(() => [])).filter((name) =>
    /^\d{20}$/.test(name),
  ).length;

test('45: the backup is damaged', async () => {
  await cli(box, V);
  const [backup = ''] = await readdir(join(box.repository, '.rollback-backups'));
  await rm(join(box.repository, '.rollback-backups', backup, 'v1.0.2', 'README.md'));
  await failsWith(45, ['restore', ...V], /README\.md/);
});

test('46: rolled back already', async () => {
  await cli(box, V);
  await failsWith(46, V, /already/i);
  expect(await cli(box, [...V, '--policy', 'lenient'])).toMatchObject({ code: 0 });
});

test('47: a dry run that would fail', async () => {
  const ended = await cli(box, ['--version', 'v9.9.9', '--dry-run']);
  expect(ended.code).toBe(47);
  expect(ended.stderr).toMatch(/^Exit Code: 47$/m);
});

test('48: an output folder is a file', async () => {
  await writeFile(join(box.home, 'file'), '');
  for (const option of ['--manifest-output-dir', '--audit-output-dir']) {
    await failsWith(48, [...V, option, 'file'], /file/);
  }
  await failsWith(48, [...V, '--json-report', 'file/report.json'], /report\.json|file/);
  await failsWith(48, [...V, '--text-report', 'repository'], /repository/);
});

test('49: no repository, no key, an output folder inside the release', async () => {
  await failsWith(49, [...V, '--repository-path', 'nowhere'], /nowhere/);
  await failsWith(49, [...V, '--sign-audit-log', '--signing-key', 'no.pem'], /no\.pem/);
  await failsWith(49, [...V, '--manifest-output-dir', 'repository/v1.0.2/out'], /v1\.0\.2/);
});
