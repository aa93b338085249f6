import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ObjectInfo } from '../../../src/ports/object-store.ts';
import { collect, keysOf } from '../../contracts/object-store.contract.ts';
import { Repository, VERSION } from '../../doubles/store-repository.ts';

let repository: Repository;
beforeEach(async () => {
  repository = await Repository.create();
});
afterEach(() => repository.dispose());

const list = (prefix = `${VERSION}/`) => keysOf(repository.store.list(prefix));

describe('a listing of a real folder', () => {
  test('shows files, links as links, and folders only when empty', async () => {
    const infos = await collect(repository.store.list(`${VERSION}/`));
    expect(infos.map(({ key, type }) => `${type} ${key.slice(VERSION.length + 1)}`)).toEqual([
      'file README.md',
      'file bin/tool',
      'file docs/deep/er/guide.md',
      'folder docs/empty/',
      'symlink docs/link',
      'symlink docs/out',
      "file odd 'name' #1 %20",
    ]);
    const link = infos.find(({ key }) => key.endsWith('docs/out'));
    expect(link).toMatchObject({ target: '/etc/passwd', size: 0 });
    expect(infos.find(({ key }) => key.endsWith('tool'))).toMatchObject({ size: 30_000, mode: 0o644 });
  });

  test('an empty version folder shows as itself, and only then', async () => {
    await mkdir(repository.at('v9'));
    expect(await collect(repository.store.list('v9/'))).toEqual([
      expect.objectContaining({ key: 'v9/', type: 'folder' }),
    ]);
    expect(await list('v9/')).toEqual(['v9/']);
    expect(await keysOf(repository.store.list('v9/', { shallow: true }))).toEqual([]);
    expect(await repository.store.head('v9/')).toMatchObject({ type: 'folder' });
  });

  test('never leaves through a link: a linked folder is one entry', async () => {
    await symlink('/etc', repository.at(`${VERSION}/etc`));
    expect((await list()).filter((key) => key.includes('etc'))).toEqual([`${VERSION}/etc`]);
  });

  test('a link on the way to the prefix is refused', async () => {
    await symlink(VERSION, repository.at('v8'));
    await expect(list('v8/')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await symlink(repository.at(VERSION), repository.at(`${VERSION}/docs/self`));
    await expect(list(`${VERSION}/docs/self/`)).rejects.toThrow("'v1.0.2/docs/self' is a symbolic link");
  });

  test('pipes and sockets are neither files nor followed', async () => {
    execFileSync('mkfifo', [repository.at(`${VERSION}/pipe`)]);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(repository.at(`${VERSION}/socket`), listening));
    const infos = await collect(repository.store.list(`${VERSION}/`));
    expect(infos.filter(({ type }) => type === 'other').map(({ key }) => key)).toEqual([
      `${VERSION}/pipe`,
      `${VERSION}/socket`,
    ]);
    await expect(repository.store.read(`${VERSION}/pipe`)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await new Promise((closed) => server.close(closed));
  });

  test('temporary files of ours are never listed; an artifact that is called like one is', async () => {
    await repository.write('.rollback-log/.tmp-1', 'x');
    await repository.write('.rollback-log/by-version/v1/.tmp-2', 'x');
    await repository.write('.rollback-backups/b/.tmp-3', 'x');
    await repository.write('.rollback-backups/b/v1/.tmp-4', 'x');
    await repository.write('.tmp-5', 'x');
    await repository.write(`${VERSION}/.tmp-6`, 'x');
    expect(await list('.rollback-log/')).toEqual(['.rollback-log/by-version/v1/']);
    expect(await list('.rollback-backups/')).toEqual(['.rollback-backups/b/v1/.tmp-4']);
    expect(await keysOf(repository.store.list('', { shallow: true }))).not.toContain('.tmp-5');
    expect(await list()).toContain(`${VERSION}/.tmp-6`);
  });

  test('names that lead out of the repository are no keys', async () => {
    for (const key of ['../x', '/etc/passwd', 'a//b', 'a/../../b', './a', 'a\0b']) {
      await expect(repository.store.read(key)).rejects.toMatchObject({ code: 'BAD_INPUT' });
      await expect(list(`${key}/`)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    }
  });

  test('a name that is too long for the file system is simply not there', async () => {
    expect(await repository.store.head(`${VERSION}/${'x'.repeat(300)}`)).toBeUndefined();
  });
});

if (process.platform === 'linux') {
  test('a name that is no UTF-8 is refused and its folder named; a real U+FFFD is a name like any other', async () => {
    await writeFile(repository.at(`${VERSION}/docs/\uFFFD`), 'fine');
    expect(await list()).toContain(`${VERSION}/docs/\uFFFD`);
    const bad = Buffer.concat([Buffer.from(repository.at(`${VERSION}/docs/caf`)), Buffer.from([0xe9])]);
    await writeFile(bad, 'latin-1');
    await expect(list()).rejects.toMatchObject({ code: 'BAD_INPUT', exitCode: 49 });
    await expect(list()).rejects.toThrow(
      "a file in 'v1.0.2/docs/' has a name that is not valid UTF-8: 'caf\\xe9'",
    );
    await unlink(bad);
  });
}

describe('while somebody writes', () => {
  test('files that vanish between the names and their stat are left out', async () => {
    for (let i = 0; i < 1500; i += 1)
      await writeFile(repository.at(`${VERSION}/f${String(i).padStart(4, '0')}`), 'x');
    const seen: ObjectInfo[] = [];
    for await (const info of repository.store.list(`${VERSION}/`)) {
      if (seen.length === 0) {
        for (let i = 1400; i < 1500; i += 1) await unlink(repository.at(`${VERSION}/f${i}`));
        await rm(repository.at(`${VERSION}/docs`), { recursive: true });
      }
      seen.push(info);
    }
    expect(seen.filter(({ key }) => key.includes('/f'))).toHaveLength(1400);
  });

  test('a listing during writing shows what is whole, and never fails', async () => {
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing; i = (i + 1) % 50) {
        await repository.write(`${VERSION}/race/${i % 5}/f${i}`, 'x');
        if (i % 7 === 0)
          await rm(repository.at(`${VERSION}/race/${i % 5}`), { recursive: true, force: true });
      }
    })();
    for (let round = 0; round < 50; round += 1) {
      const keys = await list();
      expect(keys).toContain(`${VERSION}/README.md`);
      expect(new Set(keys).size).toBe(keys.length);
    }
    writing = false;
    await writer;
  });
});

test('ten thousand small files are listed in a moment, without much memory', async () => {
  for (let folder = 0; folder < 20; folder += 1) {
    await mkdir(repository.at(`big/${folder}`), { recursive: true });
    await Promise.all(
      Array.from({ length: 500 }, (_, i) => writeFile(repository.at(`big/${folder}/f${i}`), String(i))),
    );
  }
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const infos = await collect(repository.store.list('big/'));
  const took = performance.now() - began;
  expect(infos).toHaveLength(10_000);
  // Far above what it takes (about 60 ms), far below what one promise a file would cost on a busy machine.
  expect(took).toBeLessThan(2000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 << 20);
});
