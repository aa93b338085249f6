import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as library from 'release-rollback';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIXTURE } from '../builders/memory-world.ts';

const TOP = join(import.meta.dirname, '../..');
const page = await readFile(join(TOP, 'docs/api.md'), 'utf8');
const readme = await readFile(join(TOP, 'README.md'), 'utf8');

/** The code below a heading, as it stands in the page. */
function example(text: string, heading: string): string {
  const below = text.slice(text.indexOf(`${heading}\n`) + heading.length);
  const code = /```js\n(.*?)```/s.exec(below)?.[1];
  if (code === undefined) throw new Error(`no example below ${heading}`);
  return code;
}

/** A project of somebody else's who installed the package, with a copy of the repository. */
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'release-rollback-examples-'));
  await cp(FIXTURE, join(home, 'artifacts'), { recursive: true });
  await mkdir(join(home, 'node_modules'));
  await symlink(TOP, join(home, 'node_modules/release-rollback'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function run(code: string) {
  const file = join(home, 'example.mjs');
  await writeFile(file, code.replaceAll('/var/tars/artifacts', join(home, 'artifacts')));
  return spawnSync(process.execPath, [file], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, HOME: home },
  });
}

const listed = async (): Promise<string[]> =>
  JSON.parse(await readFile(join(home, 'artifacts/index.json'), 'utf8')).releases.map(
    ({ version }: { version: string }) => version,
  );

describe("the guide's examples in docs/api.md", () => {
  it('basic usage: rolls back with signed evidence, and the way back is there', async () => {
    const code = example(page, '### Basic usage');
    expect(await run(code)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: '✓ Rolled back v1.0.2\n  Artifacts removed: 6\n  Bytes freed: 4,525\n',
    });
    expect(await listed()).toEqual(['v1.0.1', 'v1.0.0']);
    expect((await readdir(join(home, 'audit'))).sort()).toEqual([
      'v1.0.2.rollback-audit.json',
      'v1.0.2.rollback-audit.sig',
    ]);
    expect(await readdir(join(home, 'manifests'))).toEqual(['v1.0.2.rollback-manifest.json']);
    const again = await run(code);
    expect(again).toMatchObject({ status: 46, stdout: '' });
    expect(again.stderr).toMatch(/^✗ Rollback failed: /);

    expect(await run(example(page, '### And back'))).toMatchObject({
      status: 0,
      stdout: 'Restored v1.0.2 (full): 6 artifacts\n',
    });
    expect(await listed()).toEqual(['v1.0.2', 'v1.0.1', 'v1.0.0']);
  });

  it('advanced usage: asks, plans, executes', async () => {
    const code = example(page, '### Advanced usage');
    const ended = await run(code);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toMatch(
      /^Plan: 6 artifacts, ~\d+\.\d\ds\n✓ Rolled back 6 artifacts \([0-9a-f]{8}\)\n$/,
    );
    expect(await listed()).toEqual(['v1.0.1', 'v1.0.0']);
    expect(await run(code)).toMatchObject({ status: 1, stderr: 'Version not found\n' });
  });

  it("the README's own", async () => {
    expect(await run(example(readme, '## The library'))).toMatchObject({ status: 0, stderr: '' });
    expect(await listed()).toEqual(['v1.0.1', 'v1.0.0']);
  });
});

it('every export is in docs/api.md, and every error with its exit code', () => {
  const table = page.slice(page.indexOf('## What there is'));
  for (const name of Object.keys(library)) expect(table).toContain(`| \`${name}\` |`);
  for (const [, name = '', code] of table.matchAll(/\| `(\w+Error)` \| (\d\d) \|/g)) {
    const thrown = Reflect.get(library, name) as unknown;
    expect(thrown, name).toBeTypeOf('function');
    expect(readme).toContain(`| ${code} | \`${name}\``);
  }
});
