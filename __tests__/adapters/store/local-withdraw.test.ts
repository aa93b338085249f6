import { mkdirSync, writeFileSync } from 'node:fs';
import { chmod, lstat, mkdir, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationManifest } from '../../../src/domain/manifest.ts';
import { SupersededError } from '../../../src/ports/workspace.ts';
import { errnoError, withInterference } from '../../doubles/store-faults.ts';
import { noProgress, Repository, VERSION } from '../../doubles/store-repository.ts';

let repository: Repository;
let manifest: OperationManifest;
let before: Record<string, string>;
const all = () => manifest.artifacts.map(({ path }) => path);

beforeEach(async () => {
  repository = await Repository.create();
  await chmod(repository.at(`${VERSION}/bin/tool`), 0o4750);
  manifest = await repository.manifest();
  before = await repository.tree(VERSION);
});
afterEach(() => repository.dispose());

async function prepared(epoch = 1) {
  const workspace = await repository.workspace(manifest, epoch);
  await workspace.prepareBackup(manifest, noProgress);
  return workspace;
}

describe('withdraw', () => {
  test('moves the whole tree into the backup, untouched, and nothing else', async () => {
    const workspace = await prepared();
    const inode = (await lstat(repository.at(VERSION))).ino;
    const result = await workspace.withdraw(manifest, noProgress);
    expect(result).toEqual({ removed: all(), changed: [], unknown: [] });
    expect(await repository.exists(VERSION)).toBe(false);
    expect(await repository.tree(manifest.backup_path + VERSION)).toEqual(before);
    expect((await lstat(repository.at(manifest.backup_path + VERSION))).ino).toBe(inode);
    expect(await repository.text('v1.0.20/README.md')).toBe('the neighbour');
  });

  test('again, also by the next holder, is the same answer', async () => {
    const first = await (await prepared()).withdraw(manifest, noProgress);
    expect(await (await prepared(2)).withdraw(manifest, noProgress)).toEqual(first);
    expect(await (await prepared(3)).survey(manifest)).toEqual({ removed: all(), changed: [], unknown: [] });
  });

  test('without a backup the tree stays until the work folder is closed', async () => {
    manifest = await repository.manifest({ create_backup: false, backup_path: '' });
    const workspace = await prepared();
    expect((await workspace.withdraw(manifest, noProgress)).removed).toEqual(all());
    expect(await repository.exists('.rollback-backups')).toBe(false);
    expect(Object.keys(await repository.tree('.rollback-work'))).not.toEqual([]);
    await workspace.close();
    expect(await repository.tree('.rollback-work')).toEqual({});
  });

  test('an empty version folder is moved, too', async () => {
    await mkdir(repository.at('v9'));
    manifest = await repository.manifest({ version: 'v9', backup_path: '.rollback-backups/v9-x/' });
    expect(manifest.artifacts).toEqual([]);
    const workspace = await prepared();
    expect(await workspace.withdraw(manifest, noProgress)).toEqual({ removed: [], changed: [], unknown: [] });
    expect(await repository.exists('v9')).toBe(false);
    await workspace.reinstate(manifest, [], noProgress);
    expect(await repository.exists('v9')).toBe(true);
  });

  test('index_only touches no file', async () => {
    manifest = await repository.manifest({ rollback_type: 'index_only', artifacts: [] });
    const workspace = await prepared();
    expect(await workspace.withdraw(manifest, noProgress)).toEqual({ removed: [], changed: [], unknown: [] });
    expect(await repository.tree(VERSION)).toEqual(before);
  });
});

describe('somebody is writing there', () => {
  const cases: readonly [string, () => Promise<void>, string[]][] = [
    ['a file appeared', () => repository.write(`${VERSION}/new`, 'new'), [`${VERSION}/new`]],
    ['a file changed', () => repository.write(`${VERSION}/README.md`, 'changed'), [`${VERSION}/README.md`]],
    [
      'a file was written again with the same size',
      async () => {
        await writeFile(repository.at(`${VERSION}/README.md`), 'READ ME\n');
        await utimes(repository.at(`${VERSION}/README.md`), new Date(), new Date(Date.now() + 1000));
      },
      [`${VERSION}/README.md`],
    ],
    [
      'a file vanished',
      () => rename(repository.at(`${VERSION}/bin/tool`), repository.at('elsewhere')),
      [`${VERSION}/bin/tool`, `${VERSION}/bin/`],
    ],
    [
      'an empty folder was filled',
      () => repository.write(`${VERSION}/docs/empty/x`, ''),
      [`${VERSION}/docs/empty/`, `${VERSION}/docs/empty/x`],
    ],
  ];
  for (const [what, act, changed] of cases) {
    test(`${what}: everything goes back to its place`, async () => {
      const workspace = await prepared();
      await act();
      const now = await repository.tree(VERSION);
      const result = await workspace.withdraw(manifest, noProgress);
      expect(result.removed).toEqual([]);
      expect([...result.changed].sort()).toEqual([...changed].sort());
      expect(await repository.tree(VERSION)).toEqual(now);
      await workspace.discard(manifest);
      await workspace.close();
      expect(await repository.tree('.rollback-backups')).toEqual({});
    });
  }

  test('the whole folder vanished: all keys are told, nothing is made', async () => {
    const workspace = await prepared();
    await rename(repository.at(VERSION), repository.at('elsewhere'));
    const result = await workspace.withdraw(manifest, noProgress);
    expect(result).toEqual({ removed: [], changed: all(), unknown: [], untouched: true });
    expect(await repository.exists(VERSION)).toBe(false);
  });

  test('a link took the place of the folder: it is not looked behind, and goes back', async () => {
    const workspace = await prepared();
    await rename(repository.at(VERSION), repository.at('elsewhere'));
    await symlink('elsewhere', repository.at(VERSION));
    const result = await workspace.withdraw(manifest, noProgress);
    expect(result.removed).toEqual([]);
    expect((await lstat(repository.at(VERSION))).isSymbolicLink()).toBe(true);
    expect(await repository.tree('elsewhere')).toEqual(before);
  });

  test('published again after the move: the new folder is left alone and told', async () => {
    const workspace = await prepared();
    await workspace.withdraw(manifest, noProgress);
    await repository.write(`${VERSION}/README.md`, 'again');
    await repository.write(`${VERSION}/new`, 'new');
    const result = await (await prepared(2)).withdraw(manifest, noProgress);
    expect(result.removed).toEqual(all());
    expect(result.changed).toEqual([`${VERSION}/README.md`, `${VERSION}/new`]);
    expect(result.unknown).toEqual([`${VERSION}/new`]);
    expect(await repository.text(`${VERSION}/README.md`)).toBe('again');
    expect(await repository.tree(manifest.backup_path + VERSION)).toEqual(before);
  });

  test('a new folder is in the way of putting a changed tree back: nothing is lost, both are told', async () => {
    const workspace = await prepared();
    await repository.write(`${VERSION}/late`, 'late');
    const again = () => {
      mkdirSync(repository.at(VERSION));
      writeFileSync(repository.at(`${VERSION}/again`), 'again');
    };
    let moved = false;
    const result = await withInterference(
      ({ name, args }, effect) => {
        const done = effect();
        if (name === 'rename' && String(args[0]).endsWith(VERSION) && !moved) {
          moved = true;
          again();
        }
        return done;
      },
      () => workspace.withdraw(manifest, noProgress),
    );
    expect(result.removed).toEqual(all());
    expect(result.changed).toEqual([`${VERSION}/again`]);
    expect(await repository.text(`${manifest.backup_path}${VERSION}/late`)).toBe('late');
  });
});

describe('what the system refuses', () => {
  const refusals = [
    ['EBUSY', 16, 'STEP_FAILED'],
    ['EIO', 5, 'UNREACHABLE'],
    ['EACCES', 13, 'PERMISSION'],
    ['EPERM', 1, 'PERMISSION'],
    ['EROFS', 30, 'PERMISSION'],
    ['ENOSPC', 28, 'STEP_FAILED'],
  ] as const;
  for (const [code, errno, expected] of refusals) {
    test(`${code} at the rename is ${expected}, in words, and nothing is moved`, async () => {
      const workspace = await prepared();
      const refused = withInterference(
        ({ name, args }, effect) => {
          if (name === 'rename' && String(args[0]).endsWith(VERSION)) throw errnoError(code, errno);
          return effect();
        },
        () => workspace.withdraw(manifest, noProgress),
      );
      await expect(refused).rejects.toMatchObject({ code: expected });
      await expect(refused).rejects.toThrow(new RegExp(`can't move '${VERSION}' out: .+ \\(${code}\\)`));
      expect(await repository.tree(VERSION)).toEqual(before);
    });
  }

  test('a superseded holder stops and moves nothing', async () => {
    const workspace = await prepared();
    await repository.workspace(manifest, 2);
    await expect(workspace.withdraw(manifest, noProgress)).rejects.toBeInstanceOf(SupersededError);
    expect(await repository.tree(VERSION)).toEqual(before);
  });

  test('a guard that refuses is heard before anything changes', async () => {
    await prepared();
    const workspace = repository.workspaceUnopened(manifest, 1, async () => {
      throw new SupersededError('told so');
    });
    await expect(workspace.withdraw(manifest, noProgress)).rejects.toThrow('told so');
    expect(await repository.tree(VERSION)).toEqual(before);
  });
});
