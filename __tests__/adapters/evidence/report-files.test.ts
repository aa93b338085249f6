import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareReportFiles, writeReportFiles } from '../../../src/adapters/evidence/report-files.ts';
import { textReport } from '../../../src/report/text-report.ts';
import { aReport } from '../../builders/report.ts';

let dir: string;
beforeEach(async () => {
  dir = await realpath(await mkdtemp(join(tmpdir(), 'reports-')));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('both reports are written, parents made, paths absolute', async () => {
  const paths = { json: join(dir, 'a/b/report.json'), text: join(dir, 'c/report.txt') };
  await prepareReportFiles(paths);
  expect(await writeReportFiles(aReport(), paths)).toEqual(paths);
  expect(JSON.parse(await readFile(paths.json, 'utf8'))).toEqual(aReport());
  expect(await readFile(paths.text, 'utf8')).toBe(textReport(aReport()));
  expect(await readdir(join(dir, 'a/b'))).toEqual(['report.json']);
});

test('none is written that is not asked for', async () => {
  expect(await writeReportFiles(aReport(), {})).toEqual({});
  await prepareReportFiles({});
  expect(await readdir(dir)).toEqual([]);
});

test('an earlier report is replaced, also behind a link', async () => {
  await writeFile(join(dir, 'real.json'), 'old');
  await symlink('real.json', join(dir, 'link.json'));
  await writeReportFiles(aReport(), { json: join(dir, 'link.json') });
  expect(await readFile(join(dir, 'real.json'), 'utf8')).toContain('"v1.0.2"');
  expect((await readdir(dir)).sort()).toEqual(['link.json', 'real.json']);
});

test('a device is written to, not replaced', async () => {
  await prepareReportFiles({ json: '/dev/null' });
  await writeReportFiles(aReport(), { json: '/dev/null' });
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
});

describe('refused with the path', () => {
  test.each(['file/report.json', 'folder'])('%s', async (name) => {
    await writeFile(join(dir, 'file'), '');
    await mkdir(join(dir, 'folder'));
    const path = join(dir, name);
    const words = { code: 'EVIDENCE', exitCode: 48, message: expect.stringContaining(dir) };
    await expect(prepareReportFiles({ text: path })).rejects.toMatchObject(words);
    await expect(writeReportFiles(aReport(), { text: path })).rejects.toMatchObject(words);
    expect((await readdir(dir)).sort()).toEqual(['file', 'folder']);
  });
});

describe('of the repository itself', () => {
  const forbidden = () => ({ repositoryRoot: join(dir, 'repo'), version: 'v1.0.2' });
  beforeEach(async () => {
    await mkdir(join(dir, 'repo/v1.0.1'), { recursive: true });
    await mkdir(join(dir, 'repo/v1.0.2'));
    await mkdir(join(dir, 'repo/.rollback-log/by-version/nightly'), { recursive: true });
    await writeFile(join(dir, 'repo/index.json'), '{"releases":[{"version":"stable","artifacts":[]}]}');
    await writeFile(join(dir, 'repo/v1.0.1/README.md'), 'a release');
    await writeFile(join(dir, 'repo/.rollback-log/record'), 'a record');
    await symlink(join(dir, 'repo/.rollback-log/record'), join(dir, 'link.json'));
    await symlink(join(dir, 'repo'), join(dir, 'other-name'));
  });

  test.each([
    ...['repo/index.json', 'repo/index.md', 'repo/index.json.lock', 'repo/INDEX.md', 'other-name/index.json'],
    ...['repo/.rollback-log/record', 'repo/.rollback-backups/x/report.json', 'link.json'],
    ...['repo/v1.0.1/README.md', 'repo/v1.0.2/report.json', 'repo/v9.9.9/report.json', 'repo/v9.9.9'],
    ...['repo/stable/report.json', 'repo/stable', 'repo/nightly/report.json'],
  ])('nothing is written over or beside it: %s', async (name) => {
    const before = await readdir(join(dir, 'repo'), { recursive: true });
    const refused = {
      code: 'BAD_INPUT',
      exitCode: 49,
      advice: expect.stringContaining(`'${join(dir, 'rollback-reports')}/`),
    };
    for (const paths of [{ json: join(dir, name) }, { text: join(dir, name) }]) {
      const options = { forbidden: forbidden() };
      await expect(prepareReportFiles(paths, options)).rejects.toMatchObject(refused);
      await expect(writeReportFiles(aReport(), paths, options)).rejects.toMatchObject(refused);
    }
    expect(await readdir(join(dir, 'repo'), { recursive: true })).toEqual(before);
    expect(await readFile(join(dir, 'repo/v1.0.1/README.md'), 'utf8')).toBe('a release');
    expect(await readFile(join(dir, 'repo/.rollback-log/record'), 'utf8')).toBe('a record');
    expect(await readFile(join(dir, 'repo/index.json'), 'utf8')).toContain('stable');
  });

  test.each([
    'repo/report.json',
    'repo/v1.0.2.rollback-report.json',
    'repo/out/v1.0.2/r.json',
    'v1.0.2/r.json',
  ])('people work in its root and in other folders: %s', async (name) => {
    const paths = { json: join(dir, name) };
    await prepareReportFiles(paths, { forbidden: forbidden() });
    expect(await writeReportFiles(aReport(), paths, { forbidden: forbidden() })).toEqual(paths);
  });
});

describe('what else the run writes or reads', () => {
  const refused = { code: 'BAD_INPUT', exitCode: 49 };
  const spared = () => ({ folders: [join(dir, 'out'), join(dir, 'later/on')], keys: [join(dir, 'kk.pem')] });
  beforeEach(async () => {
    await mkdir(join(dir, 'out'));
    await symlink('out', join(dir, 'same'));
    await writeFile(join(dir, 'kk.pem'), 'the key');
    await writeFile(join(dir, 'out/v1.0.2.rollback-audit.json'), 'the audit log');
    await symlink('kk.pem', join(dir, 'to-key.json'));
    await symlink('out/v1.0.2.rollback-audit.json', join(dir, 'to-audit.json'));
  });

  test.each([
    ...['out/v1.0.2.rollback-audit.json', 'same/v1.0.2.rollback-audit.json', 'to-audit.json'],
    ...['v1.0.0.restore-manifest.json', 'v1.0.2.rollback-audit.a1b2c3d4.2.json', 'v1.0.2.rollback-audit.sig'],
    ...['kk.pem', './kk.pem', 'out/../kk.pem', 'to-key.json', 'later', 'later/on'],
  ])('is not replaced by a report: %s', async (name) => {
    const paths = { text: `${dir}/${name}` };
    await expect(prepareReportFiles(paths, spared())).rejects.toMatchObject(refused);
    await expect(writeReportFiles(aReport(), paths, spared())).rejects.toMatchObject(refused);
    expect(await readFile(join(dir, 'kk.pem'), 'utf8')).toBe('the key');
    expect(await readFile(join(dir, 'out/v1.0.2.rollback-audit.json'), 'utf8')).toBe('the audit log');
    expect((await readdir(dir)).sort()).toEqual(['kk.pem', 'out', 'same', 'to-audit.json', 'to-key.json']);
  });

  test.each([
    ['out/a', './out/a'],
    ['out/a', 'same/a'],
    ['a', 'a/b'],
    ['a/b/c', 'a'],
  ])('two reports need two places: %s, %s', async (json, text) => {
    const paths = { json: `${dir}/${json}`, text: `${dir}/${text}` };
    await expect(prepareReportFiles(paths)).rejects.toMatchObject(refused);
    await expect(writeReportFiles(aReport(), paths)).rejects.toMatchObject(refused);
    expect(await readdir(join(dir, 'out'))).toEqual(['v1.0.2.rollback-audit.json']);
  });

  test('reports beside the evidence, and both to one terminal, are fine', async () => {
    await symlink('/dev/null', join(dir, 'stdout'));
    const streams = { json: '/dev/null', text: join(dir, 'stdout') };
    expect(await writeReportFiles(aReport(), streams, spared())).toEqual(streams);
    const beside = { json: join(dir, 'out/v1.0.2.rollback-report.json'), text: join(dir, 'later/r.txt') };
    await prepareReportFiles(beside, spared());
    expect(await writeReportFiles(aReport(), beside, spared())).toEqual(beside);
  });
});

test('folders are made by the given maker', async () => {
  const made: string[] = [];
  const makeFolder = async (path: string) => {
    made.push(path);
    await mkdir(path, { recursive: true });
  };
  await prepareReportFiles({ json: join(dir, 'a/r.json') }, { makeFolder });
  await writeReportFiles(aReport(), { json: join(dir, 'b/r.json') }, { makeFolder });
  expect(made).toEqual([join(dir, 'a'), join(dir, 'b')]);
});
