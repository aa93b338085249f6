import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ceph } from '../../scripts/test-servers/ceph.mjs';
import { fakeGcs } from '../../scripts/test-servers/fake-gcs.mjs';
import { moto } from '../../scripts/test-servers/moto.mjs';
import { versitygw } from '../../scripts/test-servers/versitygw.mjs';

const TOP = join(import.meta.dirname, '../..');
const folder = join(TOP, '.github/workflows');

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly 'runs-on': string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly { readonly run?: string }[];
}

const files = await readdir(folder);
const workflows = await Promise.all(
  files.map(async (file) => parse(await readFile(join(folder, file), 'utf8')) as Workflow),
);
const jobs = workflows.flatMap(({ jobs: each }) => Object.values(each));
const { scripts } = JSON.parse(await readFile(join(TOP, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the workflows', () => {
  test.each(Object.keys(scripts).filter((name) => name.startsWith('check:')))('run %s', (name) => {
    const runs = jobs.flatMap(({ steps }) => steps.map(({ run }) => run));
    expect(runs).toContain(`npm run ${name}`);
  });

  test.each(['ubuntu-latest', 'macos-latest'])('run the tests, the bundle and the demo on %s', (system) => {
    const there = jobs.filter((job) => JSON.stringify([job['runs-on'], job.strategy]).includes(system));
    const runs = there.flatMap(({ steps }) => steps.map(({ run = '' }) => run));
    for (const wanted of ['npm run coverage', 'npm run demo', 'node dist/cli/release-rollback.js --help'])
      expect(runs).toContain(wanted);
  });
});

describe('servers that others wrote', () => {
  const named = (event: string): readonly string[] =>
    workflows
      .filter(({ on }) => event in on)
      .flatMap(({ jobs: each }) => Object.values(each))
      .flatMap(({ steps }) => steps.map(({ run = '' }) => run))
      .flatMap((run) => /^npm run test:servers -- (.+)$/.exec(run)?.[1]?.split(' ') ?? []);
  const cluster = [ceph.name];
  const single = [moto, versitygw, fakeGcs].map(({ name }) => name);

  test.each(['push', 'pull_request'])('are tested against at each %s, by name: none is skipped', (event) => {
    expect([...named(event)].sort()).toEqual([...single].sort());
  });

  test('Ceph, which takes a cluster, by a schedule', () => {
    expect(named('schedule')).toEqual(cluster);
  });
});

test('where Node 20.19 is not enough for the tests is said wherever they are promised', async () => {
  for (const page of ['README.md', 'CONTRIBUTING.md']) {
    const text = await readFile(join(TOP, page), 'utf8');
    const begin = text.indexOf('20.19');
    expect(text.slice(begin, begin + 600), page).toContain('22.12');
  }
});
