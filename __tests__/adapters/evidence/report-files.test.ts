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

  test('inside the release', async () => {
    await mkdir(join(dir, 'v1.0.2'));
    const forbidden = { repositoryRoot: dir, version: 'v1.0.2' };
    const paths = { json: join(dir, 'v1.0.2/report.json') };
    await expect(prepareReportFiles(paths, { forbidden })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(writeReportFiles(aReport(), paths, { forbidden })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await readdir(join(dir, 'v1.0.2'))).toEqual([]);
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
