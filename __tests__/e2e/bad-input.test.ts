import { writeSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RepositoryFactory, RollbackOrchestrator } from 'release-rollback';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canMount, mount, unmountAll } from '../doubles/store-mounts.ts';
import { BAD_VERSIONS } from '../request/bad-versions.ts';
import { runAction } from './action-run.ts';
import { cli } from './cli-run.ts';
import { index, published, type Sandbox, sandbox, snapshot } from './sandbox.ts';

let box: Sandbox;
beforeEach(async () => {
  box = await sandbox();
});
afterEach(() => box.remove());

const V = ['--version', 'v1.0.2'];
const OVERRIDES = [[], ['--force'], ['--policy', 'lenient']];
const at = (...path: string[]) => join(box.repository, ...path);
const indexText = () => readFile(at('index.json'), 'utf8');

interface Index {
  releases: Record<string, unknown>[];
  total_releases: number;
}

async function editIndex(edit: (doc: Index) => void): Promise<void> {
  const doc = JSON.parse(await indexText()) as Index;
  edit(doc);
  await writeFile(at('index.json'), JSON.stringify(doc, null, 2));
}

/** Adds a path to the artifacts of the newest release, v1.0.2. */
const listArtifact = (path: string) =>
  editIndex(({ releases: [newest] }) => {
    (newest?.artifacts as string[] | undefined)?.push(path);
  });

/** Ends with this code and leaves what readers see as it was. */
async function refused(code: number, argv: readonly string[], message: RegExp): Promise<void> {
  const before = await published(box.repository);
  const ended = await cli(box, argv);
  expect(ended.stderr).toMatch(message);
  expect(ended.code, ended.stderr).toBe(code);
  expect(await published(box.repository)).toEqual(before);
}

describe('what is no version', () => {
  const passable = BAD_VERSIONS.filter(([, version]) => !version.includes('\0'));

  test.each(passable)('%s: the Action ends with 49, forced and lenient', async (_, version) => {
    const before = await snapshot(box.repository);
    const inputs = { version, force: 'true', policy: 'lenient', 'upload-artifacts': 'false' };
    const ended = await runAction(box, inputs);
    expect(ended.code).toBe(49);
    expect(ended.errors[0]).toMatch(/version: (is required|'[\x20-\x7e]*' is not a version)/);
    expect(await snapshot(box.repository)).toEqual(before);
  });

  test.each(BAD_VERSIONS)('%s: the library answers 49, forced and lenient', async (_, version) => {
    const before = await snapshot(box.repository);
    const repository = RepositoryFactory.create('local', { path: box.repository });
    const orchestrator = new RollbackOrchestrator({ repository, policyMode: 'lenient' });
    for (const dryRun of [false, true]) {
      const report = await orchestrator.rollbackRelease({ version, force: true, dryRun });
      expect(report).toMatchObject({ exit_code: 49, changed: false });
    }
    expect(await orchestrator.restoreRelease({ version })).toMatchObject({ exit_code: 49 });
    expect(await snapshot(box.repository)).toEqual(before);
  });
});

describe('an index that is broken is 41, whatever is asked', () => {
  const cases: readonly (readonly [what: string, text: string | ((text: string) => string)])[] = [
    ['empty', ''],
    ['blank', ' \n'],
    ['truncated', (text) => text.slice(0, 1500)],
    ['no object', '[]'],
    ['null', 'null'],
    [
      'releases is no array',
      (text) =>
        text.replace(/"releases": \[/, '"releases": {"a": [').replace(/\]\s*,\s*"total/, ']}, "total'),
    ],
    ['an entry without version', (text) => text.replace('"version": "v1.0.0"', '"name": "v1.0.0"')],
    ['an entry without artifacts', (text) => text.replace('"artifacts": [', '"files": [')],
    ['no UTF-8', (text) => text],
  ];
  test.each(cases)('%s', async (what, change) => {
    const text = typeof change === 'string' ? change : change(await indexText());
    if (what === 'no UTF-8')
      await writeFile(at('index.json'), Buffer.concat([Buffer.from(text), Buffer.from([0xff])]));
    else await writeFile(at('index.json'), text);
    for (const more of OVERRIDES) await refused(41, [...V, ...more], /index\.json/);
  });

  test.each(['../outside', '/etc/hostname', 'v1.0.1/README.md', 'v1.0.2/../v1.0.1/README.md', 'v1.0.2'])(
    'an artifact path that leaves the version folder: %s',
    async (path) => {
      await listArtifact(path);
      for (const more of OVERRIDES) await refused(41, [...V, ...more], /^ERROR: .*v1\.0\.2/m);
    },
  );
});

describe('an index that can be worked with', () => {
  test('missing: 41; forced, the artifacts alone go', async () => {
    await rm(at('index.json'));
    await refused(41, V, /index\.json/);
    expect(await cli(box, [...V, '--force'])).toMatchObject({ code: 0 });
    expect(await readdir(box.repository)).not.toContain('v1.0.2');
    expect(await readdir(box.repository)).not.toContain('index.json');
  });

  test('with a BOM, big numbers and unknown fields: all kept, there and back', async () => {
    const text = (await indexText()).replace(
      '"version": "v1.0.1"',
      '"zz_unknown": {"n": 12345678901234567890, "x": 1.0}, "version": "v1.0.1"',
    );
    const original = `\ufeff${text}`;
    await writeFile(at('index.json'), original);
    expect(await cli(box, V)).toMatchObject({ code: 0 });
    const out = await indexText();
    expect(out.startsWith('\ufeff{')).toBe(true);
    expect(out).toContain('{"n": 12345678901234567890, "x": 1.0}');
    expect(await cli(box, ['restore', ...V])).toMatchObject({ code: 0 });
    const still = (each: string) => each.replace(/"last_updated": "[^"]*"/, '');
    expect(still(await indexText())).toBe(still(original));
  });

  test('a version twice: 41; lenient takes all of it', async () => {
    await editIndex(({ releases }) => releases.push({ ...releases[0], note: 'again' }));
    await refused(41, V, /v1\.0\.2/);
    expect(await cli(box, [...V, '--policy', 'lenient'])).toMatchObject({ code: 0 });
    expect((await index(box.repository)).releases.map(({ version }) => version)).toEqual([
      'v1.0.1',
      'v1.0.0',
    ]);
  });

  test('a wrong total: 41; lenient mends it', async () => {
    await editIndex((doc) => Object.assign(doc, { total_releases: 7 }));
    await refused(41, V, /total_releases|7/);
    expect(await cli(box, [...V, '--policy', 'lenient'])).toMatchObject({ code: 0 });
    expect((await index(box.repository)).total_releases).toBe(2);
  });

  test('of 50 MB and 100,000 releases: one is cut, and every other byte stays', {
    timeout: 180_000,
  }, async () => {
    const entry = (version: string) =>
      `    {\n      "version": "${version}",\n      "artifacts": ["${version}/a"],\n      "note": "${'x'.repeat(430)}"\n    }`;
    const versions = Array.from({ length: 100_000 }, (_, nth) => `v2.${99_999 - nth}`);
    const text = `{\n  "releases": [\n${versions.map(entry).join(',\n')}\n  ],\n  "total_releases": 100000\n}\n`;
    expect(text.length).toBeGreaterThan(50_000_000);
    await writeFile(at('index.json'), text);
    await mkdir(at('v2.50000'));
    await writeFile(at('v2.50000/a'), 'a');
    expect(await cli(box, ['--version', 'v2.50000'])).toMatchObject({ code: 0 });
    const expected = text
      .replace(`${entry('v2.50000')},\n`, '')
      .replace('"total_releases": 100000', '"total_releases": 99999');
    expect((await indexText()) === expected).toBe(true);
  });
});

describe('a repository', () => {
  test('that is a file, or empty', async () => {
    await writeFile(join(box.home, 'file'), '');
    expect(await cli(box, [...V, '--repository-path', 'file'])).toMatchObject({ code: 49 });
    await mkdir(join(box.home, 'empty'));
    expect(await cli(box, [...V, '--repository-path', 'empty'])).toMatchObject({ code: 40 });
    expect((await readdir(join(box.home, 'empty'))).filter((name) => !name.startsWith('.rollback-'))).toEqual(
      [],
    );
  });

  test('whose version folder is a link is refused, forced or not', async () => {
    await rename(at('v1.0.2'), at('elsewhere'));
    await symlink('elsewhere', at('v1.0.2'));
    for (const more of OVERRIDES) await refused(49, [...V, ...more], /v1\.0\.2/);
  });

  test('with links that point out: moved as links, what they point at is not touched', async () => {
    await writeFile(join(box.home, 'precious'), 'precious');
    await symlink(join(box.home, 'precious'), at('v1.0.2/out'));
    await symlink('/', at('v1.0.2/root'));
    await symlink('nowhere', at('v1.0.2/dangling'));
    const before = await published(box.repository);
    expect(await cli(box, V)).toMatchObject({ code: 0 });
    expect(await readFile(join(box.home, 'precious'), 'utf8')).toBe('precious');
    expect(await cli(box, ['restore', ...V])).toMatchObject({ code: 0 });
    const after = await published(box.repository);
    for (const file of ['index.json', 'index.md']) after[file] = before[file] ?? '';
    expect(after).toEqual(before);
  });

  test('with an empty version folder, or odd names, there and back', async () => {
    const names = [
      'with space',
      "it's",
      '"quoted"',
      '#hash',
      '100%25',
      'ünï-код-日本',
      '-dash',
      '$(x)',
      'a\\b',
      'line\nbreak',
    ];
    await mkdir(at('v1.0.2/empty folder'));
    for (const name of names) await writeFile(at('v1.0.2', name), name);
    for (const name of names) await listArtifact(`v1.0.2/${name}`);
    const before = await published(box.repository);
    expect(await cli(box, V)).toMatchObject({ code: 0 });
    expect(await readdir(box.repository)).not.toContain('v1.0.2');
    expect(await cli(box, ['restore', ...V])).toMatchObject({ code: 0 });
    const after = await published(box.repository);
    for (const file of ['index.json', 'index.md']) after[file] = before[file] ?? '';
    expect(after).toEqual(before);

    await mkdir(at('v0.0.1'));
    await refused(41, ['--version', 'v0.0.1'], /v0\.0\.1/);
    expect(await cli(box, ['--version', 'v0.0.1', '--force'])).toMatchObject({ code: 0 });
    expect(await readdir(box.repository)).not.toContain('v0.0.1');
  });

  test('with a file where the backups should be: 45', async () => {
    await writeFile(at('.rollback-backups'), '');
    await refused(45, V, /\.rollback-backups/);
  });
});

describe('an output folder', () => {
  test('that is full: 48 before anything is changed', async () => {
    if (!canMount)
      return writeSync(1, '\nNOT SHOWN HERE: this system lets nobody mount a small file system\n');
    const full = join(box.home, 'full');
    await mkdir(full);
    mount('-t', 'tmpfs', '-o', 'size=64k', 'none', full);
    await writeFile(join(full, 'ballast'), new Uint8Array(64 * 1024));
    for (const option of ['--manifest-output-dir', '--audit-output-dir'])
      await refused(48, [...V, option, full], /no room is left/);
    unmountAll();
  });

  test('that fills up while the rollback runs: 48, put back, and none of the evidence stays', async () => {
    if (!canMount)
      return writeSync(1, '\nNOT SHOWN HERE: this system lets nobody mount a small file system\n');
    const out = join(box.home, 'small');
    await mkdir(out);
    mount('-t', 'tmpfs', '-o', 'size=128k', 'none', out);
    const before = await published(box.repository);
    await writeFile(at('index.json.lock'), 'publisher');
    const running = cli(box, [...V, '--manifest-output-dir', out, '--audit-output-dir', out]);
    while (!(await committed())) await new Promise((resolve) => setTimeout(resolve, 10));
    await writeFile(join(out, 'ballast'), new Uint8Array(128 * 1024)).catch(() => undefined);
    await rm(at('index.json.lock'));
    const ended = await running;
    expect(ended.code, ended.stderr).toBe(48);
    expect((await readdir(out)).sort()).toEqual(['ballast']);
    unmountAll();
    const after = await published(box.repository);
    for (const file of ['index.json', 'index.md']) after[file] = before[file] ?? '';
    expect(after).toEqual(before);
  });
});

/** Two records: the claim and the commit. */
const committed = async () =>
  (await readdir(at('.rollback-log')).catch(() => [])).filter((name) => /^\d{20}$/.test(name)).length >= 2;

describe('while we work', () => {
  /** Changes something after the commit, while a publisher's lock holds the run up. */
  async function changedMeanwhile(change: () => Promise<unknown>) {
    const lock = at('index.json.lock');
    await writeFile(lock, 'publisher');
    const running = cli(box, V);
    while (!(await committed())) await new Promise((resolve) => setTimeout(resolve, 10));
    await change();
    const before = await published(box.repository);
    await rm(lock);
    const ended = await running;
    const after = await published(box.repository);
    for (const file of ['index.json', 'index.md', 'index.json.lock']) {
      delete after[file];
      delete before[file];
    }
    expect(after).toEqual(before);
    expect(ended.code, ended.stderr).toBe(43);
    return ended;
  }

  test.each([
    ['appears', () => writeFile(at('v1.0.2/new'), 'new')],
    ['is written anew', () => writeFile(at('v1.0.2/README.md'), 'another')],
  ] as const)('a file %s: put back, nothing of theirs lost, 43', async (_, change) => {
    const ended = await changedMeanwhile(change);
    expect(ended.stdout).toMatch(/^Status: FAILED$/m);
    expect((await index(box.repository)).releases).toHaveLength(3);
  });

  test('a file vanishes: it is named, all others stay, and the release is not listed without it', async () => {
    const ended = await changedMeanwhile(() => rm(at('v1.0.2/README.md')));
    expect(ended.stderr).toMatch(/^ERROR: Not where it should be: v1\.0\.2\/README\.md$/m);
    expect(ended.stdout).not.toContain('To undo it');
    expect((await index(box.repository)).releases).toHaveLength(2);
    // Nothing is blocked: forced, what is left goes.
    expect(await cli(box, [...V, '--force'])).toMatchObject({ code: 0 });
    expect(await readdir(box.repository)).not.toContain('v1.0.2');
  });
});
