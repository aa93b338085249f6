import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REPOSITORY_TYPES } from '../../src/domain/types.ts';
import { RepositoryFactory, type RepositoryType } from '../../src/index.ts';

const page = await readFile(join(import.meta.dirname, '../../docs/api.md'), 'utf8');
const rowOf = (name: string): string =>
  page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';

it('docs/api.md names every type that the factory takes, with options that it takes', () => {
  const shown = [...rowOf('RepositoryFactory').matchAll(/\.create\('(\w+)', \{ ([\w, ]+) \}\)/g)];
  expect(shown.map(([, type]) => type)).toEqual(REPOSITORY_TYPES);
  for (const [, type = '', names = ''] of shown) {
    const config = Object.fromEntries(names.split(', ').map((name) => [name, 'tars']));
    expect(RepositoryFactory.create(type as RepositoryType, config).type).toBe(type);
  }
});

it('its table of options has all of them, for the types that it says', () => {
  const begin = page.indexOf('### RepositoryFactory');
  const lines = page.slice(begin, page.indexOf('###', begin + 4)).match(/^\| `.*$/gm) ?? [];
  const values: Readonly<Record<string, unknown>> = {
    endpoint: 'https://storage.example',
    concurrency: 2,
    requestTimeout: 2,
    retries: 2,
    forcePathStyle: true,
    singleWriter: true,
  };
  const taken: string[] = [];
  for (const line of lines) {
    const [, names = '', types = ''] = line.split('|');
    for (const [, name = ''] of names.matchAll(/`(\w+)`/g)) {
      taken.push(name);
      for (const type of types.trim().split(', ') as RepositoryType[]) {
        const needed = type === 'local' ? { path: 'tars' } : { bucket: 'tars', prefix: 'p' };
        const config = { ...needed, [name]: values[name] ?? `its-${name.toLowerCase()}` };
        expect(RepositoryFactory.create(type, config).type, `${type} ${name}`).toBe(type);
      }
    }
  }
  expect(taken).toHaveLength(12);
  expect(new Set(taken).size).toBe(12);
});
