import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ended } from './bundle.ts';
import { cli } from './cli-run.ts';
import { index, type Sandbox, sandbox } from './sandbox.ts';

let box: Sandbox;
beforeEach(async () => {
  box = await sandbox();
});
afterEach(() => box.remove());

/** With a stdout that no system lets anybody write to: a file that is open for reading only. */
async function withoutStdout(...argv: string[]): Promise<Ended> {
  const path = join(box.home, 'stdout');
  await writeFile(path, '');
  const file = await open(path, 'r');
  try {
    return await cli(box, argv, { stdout: file.fd });
  } finally {
    await file.close();
    await rm(path);
  }
}

const LOST = /^(ERROR|WARNING): stdout can't be written: EBADF/m;
const V = ['--version', 'v1.0.2'];

test.each([
  [['list']],
  [['list', '--json']],
  [['doctor']],
  [[...V, '--dry-run']],
  [[...V, '--dry-run', '--json']],
  [['--help']],
])('%j: an answer that nobody got is 48, and may be asked for again', async (argv) => {
  const ended = await withoutStdout(...argv);
  expect(ended.code).toBe(48);
  expect(ended.stderr).toMatch(LOST);
  expect(ended.stderr).toMatch(/^Next: .*run it again\.$/m);
  expect(ended.stderr).toMatch(/^Exit Code: 48$/m);
});

test('a rollback whose report is lost is done, and says so', async () => {
  const ended = await withoutStdout(...V, '--json');
  expect(ended.code).toBe(48);
  expect(ended.stderr).toMatch(/^Next: The rollback itself is done: don't run it again for that\.$/m);
  expect((await index(box.repository)).releases).toHaveLength(2);
});

test('a rollback that was asked for no answer ends with 0, and warns', async () => {
  const ended = await withoutStdout(...V);
  expect(ended.code).toBe(0);
  expect(ended.stderr).toMatch(/^WARNING: stdout can't be written: EBADF/m);
});

test.each([
  [40, ['--version', 'v9.9.9', '--json']],
  [2, ['--json']],
])('what failed with %i keeps its code', async (code, argv) => {
  const ended = await withoutStdout(...argv);
  expect(ended.code).toBe(code);
  expect(ended.stderr).toMatch(LOST);
});
