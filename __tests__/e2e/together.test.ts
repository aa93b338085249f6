import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './bundle.ts';
import { cli } from './cli-run.ts';
import { index, published, type Sandbox, sandbox } from './sandbox.ts';

let box: Sandbox;
beforeEach(async () => {
  box = await sandbox();
});
afterEach(() => box.remove());

const V = ['--version', 'v1.0.2'];
const into = (folder: string) => ['--manifest-output-dir', folder, '--audit-output-dir', folder];
const listed = async () => (await index(box.repository)).releases.map(({ version }) => version);

describe('several rollbacks at once, each a process', () => {
  test('of one release: one does it, the others find it done', async () => {
    const runs = ['a', 'b', 'c', 'd'].map((out) => cli(box, [...V, ...into(out)]));
    const ended = await Promise.all(runs);
    expect(ended.map(({ code }) => code).sort()).toEqual([0, 46, 46, 46]);
    expect(await listed()).toEqual(['v1.0.1', 'v1.0.0']);
    expect(await readdir(join(box.repository, '.rollback-backups'))).toHaveLength(1);
    const evidence = await Promise.all(
      ['a', 'b', 'c', 'd'].map((out) => readdir(join(box.home, out)).catch(() => [])),
    );
    expect(evidence.filter((names) => names.length > 0)).toHaveLength(1);
  });

  test('of all releases: each waits for the one before, and does its own', async () => {
    const before = await published(box.repository);
    const all = ['v1.0.0', 'v1.0.1', 'v1.0.2'];
    const out = await Promise.all(all.map((version) => cli(box, ['--version', version, ...into(version)])));
    expect(out.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await listed()).toEqual([]);
    const back = await Promise.all(
      all.map((version) => cli(box, ['restore', '--version', version, ...into(version)])),
    );
    expect(back.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect((await listed()).sort()).toEqual(all);
    const after = await published(box.repository);
    for (const file of ['index.json', 'index.md']) after[file] = before[file] ?? '';
    expect(after).toEqual(before);
  });

  test('that cannot wait is told who holds the repository', async () => {
    const ended = await Promise.all(
      ['a', 'b', 'c'].map((out) => cli(box, [...V, '--lock-timeout', '0', ...into(out)])),
    );
    for (const { code, stderr } of ended.filter((one) => one.code !== 0)) {
      // It came while another was at work, or after it.
      expect([43, 46]).toContain(code);
      if (code === 43)
        expect(stderr).toMatch(/^ERROR: process \d+ on \S+ .*holds the repository: rollback of v1\.0\.2/m);
    }
    expect(ended.filter(({ code }) => code === 0)).toHaveLength(1);
  });
});

test('publishers that honour the lock lose nothing while a release goes out and comes back', {
  timeout: 120_000,
}, async () => {
  const script = fileURLToPath(new URL('./publisher.mjs', import.meta.url));
  const stop = join(box.home, 'stop');
  const publishers = ['v2.0', 'v2.1'].map((prefix) =>
    run(script, [box.repository, prefix, stop], { cwd: box.home }),
  );
  for (let round = 0; round < 3; round += 1) {
    expect(await cli(box, V)).toMatchObject({ code: 0 });
    expect(await cli(box, ['restore', ...V])).toMatchObject({ code: 0 });
  }
  await writeFile(stop, '');
  const [first, second] = await Promise.all(publishers);
  expect([first?.code, second?.code], `${first?.stderr}${second?.stderr}`).toEqual([0, 0]);
  const numbered = (prefix: string, count: string | undefined) =>
    Array.from({ length: Number(count) }, (_, nth) => `${prefix}.${nth}`);
  const theirs = [...numbered('v2.0', first?.stdout), ...numbered('v2.1', second?.stdout)];
  expect(theirs.length).toBeGreaterThan(2);
  expect([...(await listed())].sort()).toEqual([...theirs, 'v1.0.0', 'v1.0.1', 'v1.0.2'].sort());
  expect((await index(box.repository)).total_releases).toBe(theirs.length + 3);
  for (const version of theirs)
    expect(await readFile(join(box.repository, version, 'README.md'), 'utf8')).toBe(version);
  expect(await readdir(box.repository)).not.toContain('index.json.lock');
});

test('a publisher without the lock that writes an old index back is found, and mended as docs/recovery.md says', async () => {
  const old = await readFile(join(box.repository, 'index.json'));
  expect(await cli(box, V)).toMatchObject({ code: 0 });
  await writeFile(join(box.repository, 'index.json'), old);
  const found = await cli(box, V);
  expect(found.code).toBe(41);
  expect(found.stderr).toMatch(/^ERROR: No artifacts found for v1\.0\.2/m);
  expect(await cli(box, ['restore', ...V])).toMatchObject({ code: 0 });
  expect(await cli(box, V)).toMatchObject({ code: 0 });
  expect(await listed()).toEqual(['v1.0.1', 'v1.0.0']);
});
