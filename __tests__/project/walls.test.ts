import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/check-walls.mjs', import.meta.url));
const { checkWalls } = (await import(script)) as { checkWalls(src: string): Promise<string[]> };

const temps: string[] = [];
afterEach(async () => {
  for (const temp of temps.splice(0)) await rm(temp, { recursive: true });
});

/** A src folder with these files, and a few that everybody may import. */
async function sources(files: Record<string, string>): Promise<string> {
  const temp = await mkdtemp(join(tmpdir(), 'walls-'));
  temps.push(temp);
  const all = {
    'domain/version.ts': 'export type Version = string;\nexport const first = 1;\n',
    'ports/clock.ts':
      "import type { Version } from '../domain/version.ts';\nexport type Clock = () => Version;\n",
    'engine/rollback.ts': "import { first } from '../domain/version.ts';\nexport const run = () => first;\n",
    'request/request.ts': 'export type Request = string;\nexport const none = 0;\n',
    'entry/wiring.ts': 'export const wire = 1;\n',
    'adapters/store/s3/mod.ts':
      "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = S3Client;\n",
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(dirname(join(temp, 'src', file)), { recursive: true });
    await writeFile(join(temp, 'src', file), text);
  }
  return join(temp, 'src');
}

async function breaches(file: string, text: string): Promise<string[]> {
  return checkWalls(await sources({ [file]: text }));
}

test('the walls of this project stand', () => {
  const run = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});

test('the command fails on a bad import and says where it is', async () => {
  const src = await sources({ 'domain/bad.ts': "\nimport { run } from '../engine/rollback.ts';\nrun();\n" });
  const run = spawnSync(process.execPath, [script, src], { encoding: 'utf8' });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain("src/domain/bad.ts:2: '../engine/rollback.ts' is behind a wall");
});

test('a folder without sources is a breach, so that the check cannot pass by looking at nothing', async () => {
  const temp = await mkdtemp(join(tmpdir(), 'walls-'));
  temps.push(temp);
  expect(await checkWalls(temp)).toHaveLength(1);
});

describe('imports that are refused', () => {
  test.each([
    ['domain/a.ts', "import { readFile } from 'node:fs';"],
    ['domain/a.ts', "import { z } from 'zod';"],
    ['domain/a.ts', "import type { Clock } from '../ports/clock.ts';"],
    ['domain/a.ts', "export * from '../engine/rollback.ts';"],
    ['domain/a.ts', "export { run } from '../engine/rollback.ts';"],
    ['domain/a.ts', "export type C = import('../ports/clock.ts').Clock;"],
    ['domain/a.ts', "import { randomUUID } from 'node:crypto';"],
    ['domain/a.ts', "import * as crypto from 'node:crypto';"],
    ['domain/a.ts', "import { createHash } from 'crypto';\nimport 'fs';"],
    ['ports/a.ts', "import { run } from '../engine/rollback.ts';"],
    ['request/a.ts', "import type { Clock } from '../ports/clock.ts';"],
    ['engine/a.ts', "import { s3 } from '../adapters/store/s3/mod.ts';"],
    ['engine/a.ts', "const lazy = () => import('../adapters/store/s3/mod.ts');"],
    ['engine/a.ts', "import { setTimeout as wait } from 'node:timers/promises';"],
    ['report/a.ts', "import { none } from '../request/request.ts';"],
    ['report/a.ts', "import { run } from '../engine/rollback.ts';"],
    ['adapters/a.ts', "import { run } from '../engine/rollback.ts';"],
    ['adapters/a.ts', "import { wire } from '../entry/wiring.ts';"],
    ['adapters/store/gcs/a.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
    ['adapters/store/s3/a.ts', "import type { Storage } from '@google-cloud/storage';"],
    ['adapters/store/s3/a.ts', "import * as core from '@actions/core';"],
    ['entry/cli.ts', "import * as core from '@actions/core';"],
    ['entry/wiring.ts', "const lazy = () => import('@aws-sdk/client-s3');"],
    ['entry/wiring.ts', "const name = 'x';\nconst lazy = () => import(name);"],
    ['entry/wiring.ts', "import { api } from '../index.ts';"],
    ['entry/wiring.ts', "import { gone } from './gone.ts';"],
    ['entry/wiring.ts', "import manifest from '../../package.json' with { type: 'json' };"],
    ['index.ts', "export { wire } from './entry/wiring.ts';"],
    ['helpers/a.ts', 'export {};'],
  ])('%s: %s', async (file, text) => {
    const found = await breaches(file, `${text}\n`);
    expect(found).not.toEqual([]);
    expect(found.every((each) => each.startsWith(`src/${file}`))).toBe(true);
  });
});

describe('the world in a pure folder', () => {
  test.each([
    'export const now = Date.now();',
    'export const now = new Date();',
    'export const { now } = Date;',
    'export const clock = Date;',
    'export const chance = Math.random();',
    'export const { random } = Math;',
    'export const home = process.env.HOME;',
    "export const home = globalThis['process'];",
    'export const id = crypto.randomUUID();',
    'setTimeout(() => {}, 1);',
    'export const later = (f = setTimeout) => f;',
    'export const signal = AbortSignal.timeout(1);',
    "console.log('x');",
  ])('%s', async (text) => {
    for (const folder of ['domain', 'ports', 'request', 'engine', 'report']) {
      expect(await breaches(`${folder}/a.ts`, `${text}\n`)).toHaveLength(1);
    }
    for (const folder of ['adapters', 'entry'])
      expect(await breaches(`${folder}/a.ts`, `${text}\n`)).toEqual([]);
  });
});

describe('what starts stays light', () => {
  const wiring = "import { s3 } from '../adapters/store/s3/mod.ts';\nexport const wire = s3;\n";

  test('an SDK that is reached without import() is named with the way to it', async () => {
    const src = await sources({
      'entry/cli.ts': "import { wire } from './wiring.ts';\nwire;\n",
      'entry/wiring.ts': wiring,
    });
    const way = 'entry/cli.ts → entry/wiring.ts → adapters/store/s3/mod.ts';
    expect(await checkWalls(src)).toEqual([
      `src/entry/cli.ts: loads '@aws-sdk/client-s3' at its start (${way})`,
    ]);
  });

  test('behind import() or as a type it may be there', async () => {
    const src = await sources({
      'entry/cli.ts': "import { wire } from './wiring.ts';\nwire;\n",
      'entry/wiring.ts':
        "import type { s3 } from '../adapters/store/s3/mod.ts';\nexport const wire = async (): Promise<typeof s3> => (await import('../adapters/store/s3/mod.ts')).s3;\n",
    });
    expect(await checkWalls(src)).toEqual([]);
  });

  test('the Action may start with @actions/core, the CLI may not', async () => {
    const core = "import * as core from '@actions/core';\nexport const log = core.info;\n";
    const start = "import { log } from '../adapters/github/log.ts';\nlog('x');\n";
    const action = await sources({ 'adapters/github/log.ts': core, 'entry/action.ts': start });
    expect(await checkWalls(action)).toEqual([]);
    const cli = await sources({ 'adapters/github/log.ts': core, 'entry/cli.ts': start });
    expect(await checkWalls(cli)).toHaveLength(1);
  });
});

test('what is allowed is allowed', async () => {
  const src = await sources({
    'domain/hash.ts': "import { createHash } from 'node:crypto';\nexport const hash = createHash;\n",
    'domain/time.ts':
      'export const at = (x: Date | number) => (x instanceof Date ? x : new Date(x));\nDate.parse;\nMath.max;\n',
    'domain/names.ts':
      'export interface Host { process: number; Date: string }\nexport const host = (h: Host) => h.process;\n',
    'report/a.ts': "import type { Request } from '../request/request.ts';\nexport type R = Request;\n",
    'request/a.ts': "import { z } from 'zod';\nexport const schema = z;\n",
    'adapters/github/core.ts': "import * as core from '@actions/core';\nexport const log = core.info;\n",
    'index.ts':
      "export { run } from './engine/rollback.ts';\nexport type { Clock } from './ports/clock.ts';\n",
  });
  expect(await checkWalls(src)).toEqual([]);
});
