import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/check-workflows.mjs', import.meta.url));
const { checkWorkflows } = (await import(script)) as { checkWorkflows(root: string): Promise<string[]> };

const temps: string[] = [];
afterEach(async () => {
  for (const temp of temps.splice(0)) await rm(temp, { recursive: true });
});

const ACTION = `name: Release rollback
description: Takes a release out
inputs:
  version:
    description: The release
outputs:
  status:
    description: How it ended
runs:
  using: node24
  main: dist/index.js
`;

const WORKFLOW = `on: workflow_dispatch
permissions:
  contents: read
jobs:
  rollback:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: rollback
        uses: example/release-rollback@v1
        with:
          version: v1.0.2
      - run: echo "$STATUS"
        env:
          STATUS: \${{ steps.rollback.outputs.status }}
`;

async function project(files: Record<string, string>): Promise<string> {
  const temp = await mkdtemp(join(tmpdir(), 'workflows-'));
  temps.push(temp);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(temp, file)), { recursive: true });
    await writeFile(join(temp, file), text);
  }
  return temp;
}

const good = { 'action.yml': ACTION, '.github/workflows/a.yml': WORKFLOW, 'examples/b.yml': WORKFLOW };

test("this project's action.yml, workflows and examples are valid", () => {
  const run = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});

test('good files pass', async () => {
  expect(await checkWorkflows(await project(good))).toEqual([]);
});

test('a missing action.yml fails the command and is named', async () => {
  const run = spawnSync(process.execPath, [script, await project({})], { encoding: 'utf8' });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('action.yml: missing');
});

describe('what is refused', () => {
  const edited = (text: string, from: string, to: string): string => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  test.each([
    ['an unknown key of the Action', 'action.yml', ACTION, 'main: dist/index.js', 'mian: dist/index.js', 11],
    ['an unknown runtime', 'action.yml', ACTION, 'node24', 'node25x', 10],
    ['an unknown key of a workflow', '.github/workflows/a.yml', WORKFLOW, 'runs-on:', 'run-on:', 0],
    ['an unknown permission', '.github/workflows/a.yml', WORKFLOW, 'contents: read', 'content: read', 3],
    ['an undeclared input', 'examples/b.yml', WORKFLOW, 'version: v1.0.2', 'verison: v1.0.2', 12],
    [
      'an undeclared input, used locally',
      '.github/workflows/a.yml',
      edited(WORKFLOW, 'example/release-rollback@v1', './'),
      'version: v1.0.2',
      'verison: v1.0.2',
      12,
    ],
    ['an undeclared output', 'examples/b.yml', WORKFLOW, 'outputs.status', 'outputs.state', 15],
    ['a broken expression', 'examples/b.yml', WORKFLOW, 'outputs.status }}', 'outputs.status == }}', 15],
    ['an unknown context', 'examples/b.yml', WORKFLOW, 'steps.rollback', 'stepz.rollback', 15],
    [
      'a need that is not there',
      'examples/b.yml',
      WORKFLOW,
      'runs-on: ubuntu-latest',
      'runs-on: ubuntu-latest\n    needs: build',
      0,
    ],
    ['no YAML', 'examples/b.yml', WORKFLOW, 'jobs:', 'jobs: [', 0],
  ])('%s', async (_what, file, text, from, to, line) => {
    const problems = await checkWorkflows(await project({ ...good, [file]: edited(text, from, to) }));
    expect(problems.filter((each) => each.startsWith(line ? `${file}:${line}:` : file))).not.toEqual([]);
  });
});
