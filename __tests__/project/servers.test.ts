import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Holds } from '../../src/adapters/store/remote/capabilities.ts';
import { type KnownServer, SERVERS } from '../against-servers/lib/known-servers.ts';

type Tell = (...command: string[]) => string | undefined;
interface Pinned {
  readonly name: string;
  readonly kind: string;
  readonly version: string;
}

const scripts = (file: string): string =>
  fileURLToPath(new URL(`../../scripts/test-servers/${file}.mjs`, import.meta.url));
const { missingPython, missingGo } = (await import(scripts('installers'))) as {
  missingPython(tell: Tell): string | undefined;
  missingGo(needed: string, tell: Tell): string | undefined;
};
const pinned: readonly Pinned[] = [
  ((await import(scripts('moto'))) as { moto: Pinned }).moto,
  ((await import(scripts('versitygw'))) as { versitygw: Pinned }).versitygw,
  ((await import(scripts('fake-gcs'))) as { fakeGcs: Pinned }).fakeGcs,
  ((await import(scripts('ceph'))) as { ceph: Pinned }).ceph,
];

describe('an installer that is not there, or not enough, is a skip that says so', () => {
  /** A machine on which these commands succeed, and no others. */
  const machine =
    (commands: Readonly<Record<string, string>>): Tell =>
    (...command) =>
      commands[command.join(' ')];
  const python = { 'python3 --version': 'Python 3.11.2' };
  const go = (version: string, toolchain: string) =>
    machine({ 'go env GOVERSION': version, 'go env GOTOOLCHAIN': toolchain });

  test('Python', () => {
    expect(missingPython(machine({}))).toBe('python3 is not there');
    expect(missingPython(machine(python))).toContain('python3-venv');
    expect(missingPython(machine({ ...python, 'python3 -c import ensurepip, venv': '' }))).toBeUndefined();
  });

  test.each([
    ['go1.26.8', 'local', undefined],
    ['go1.25', 'local', undefined],
    ['go1.24.4', 'local', 'go 1.25 is needed, and go1.24.4 is there'],
    ['go1.24.4', 'auto', undefined],
    ['go1.19.8', '', 'go 1.25 is needed, and go1.19.8 is there'],
    ['devel +abc', 'local', undefined],
  ])('Go %s, GOTOOLCHAIN %s', (version, toolchain, missing) => {
    expect(missingGo('1.25', go(version, toolchain))).toBe(missing);
  });

  test('no Go', () => expect(missingGo('1.25', machine({}))).toBe('go is not there'));
});

/** The columns of docs/compatibility.md that are conditions. */
const COLUMNS: readonly (keyof Holds)[] = [
  'create_only',
  'compare_and_swap',
  'conditional_delete',
  'conditional_batch_delete',
  'conditional_copy_source',
  'conditional_copy_target',
];
/** As the page calls them. */
const NAMES: Readonly<Record<string, string>> = { ceph: 'Ceph RGW' };

const page = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');

/** Cells of the first table below a heading, its head left out. */
async function tableBelow(file: string, heading: string): Promise<readonly (readonly string[])[]> {
  const [, below = ''] = (await page(file)).split(`\n${heading}\n`);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(below) ?? [];
  const lines = table.trim().split('\n').slice(2);
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The server that a row begins with, its version being the pinned one. */
function serverOf(cell: string): readonly [name: string, server: KnownServer] {
  const found = pinned.find(({ name, version }) => cell.startsWith(`${NAMES[name] ?? name} ${version}`));
  const server = SERVERS[found?.name ?? ''];
  if (found === undefined || server === undefined) throw new Error(`'${cell}' is no server that is started`);
  return [found.name, server];
}

const BUCKETS = ['unversioned', 'versioned'] as const;

describe('what is written of servers that others wrote is what is tested', () => {
  test('each that is started is known, and the other way round', () => {
    expect(pinned.map(({ name }) => name).sort()).toEqual(Object.keys(SERVERS).sort());
    for (const { name, kind } of pinned) expect(SERVERS[name]?.kind, name).toBe(kind);
  });

  test('docs/compatibility.md: the conditions that each holds to, and where it is refused', async () => {
    const told: string[] = [];
    for (const [row = '', ...cells] of await tableBelow('compatibility.md', '## Tested')) {
      const [name, server] = serverOf(row);
      const both = row.endsWith(', both');
      const kinds = both ? BUCKETS : ([row.endsWith(', versioned') ? 'versioned' : 'unversioned'] as const);
      for (const kind of kinds) {
        told.push(`${name} ${kind}`);
        const marks = COLUMNS.map((condition) => (server.holds[kind][condition] ? '✓' : '–'));
        expect(cells.slice(0, -1), row).toEqual(marks);
        expect(cells.at(-1), row).toMatch(server.buckets[kind] === 'refused' ? /^needed/ : /^not needed/);
        expect(row.includes('ETags bare'), row).toBe(server.bareEtags?.[kind] === true);
      }
    }
    const all = pinned.flatMap(({ name }) => BUCKETS.map((kind) => `${name} ${kind}`));
    expect(told.sort()).toEqual(all.sort());
  });

  test('docs/testing.md: their versions, and how many deviations are known', async () => {
    const rows = await tableBelow('testing.md', '## Servers that others wrote');
    expect(rows).toHaveLength(pinned.length);
    for (const [row = '', , deviations] of rows) {
      const [, server] = serverOf(row);
      const known = new Set(BUCKETS.flatMap((kind) => Object.keys(server.deviations[kind])));
      expect(Number(deviations), row).toBe(known.size);
    }
  });

  test('docs/compatibility.md has a word on each that deviates', async () => {
    const [, below = ''] = (await page('compatibility.md')).split('\nKnown deviations');
    for (const { name } of pinned)
      expect(below).toMatch(new RegExp(`^- \\*\\*${NAMES[name] ?? name}\\b`, 'm'));
  });
});
