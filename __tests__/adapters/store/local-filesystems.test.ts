import { writeFileSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationManifest } from '../../../src/domain/manifest.ts';
import { crossing, type Interference, Killed, withInterference } from '../../doubles/store-faults.ts';
import { canMount, mount, unmountAll } from '../../doubles/store-mounts.ts';
import { noProgress, Repository, VERSION } from '../../doubles/store-repository.ts';

/** A release that can't be moved by one rename: copied, verified, and only then deleted. */

let repository: Repository;
let manifest: OperationManifest;
let before: Record<string, string>;
const kept = () => manifest.backup_path + VERSION;
const all = () => manifest.artifacts.map(({ path }) => path);

async function look(): Promise<void> {
  manifest = await repository.manifest();
  before = await repository.tree(VERSION);
}

beforeEach(async () => {
  repository = await Repository.create();
  await look();
});
afterEach(async () => {
  unmountAll();
  await repository.dispose();
});

async function thereAndBack(): Promise<void> {
  const workspace = await repository.workspace(manifest);
  const seen: [number, number][] = [];
  await workspace.create(`${manifest.backup_path}manifest.json`, Buffer.from('{}'));
  await workspace.prepareBackup(manifest, (done, total) => seen.push([done, total]));
  const result = await workspace.withdraw(manifest, (done, total) => seen.push([done, total]));
  expect(result).toEqual({ removed: all(), changed: [], unknown: [] });
  expect(seen.at(-1)?.[0]).toBeGreaterThan(0);
  await workspace.close();
  expect(await repository.exists(VERSION)).toBe(false);
  expect(await repository.tree(kept())).toEqual(before);
  expect(await workspace.damaged(manifest, manifest.artifacts)).toEqual([]);
  const restore = { ...manifest, operation: 'restore', operation_id: 'r', absent: all() } as const;
  const restoring = await repository.workspace(restore);
  await restoring.reinstate(restore, restore.artifacts, noProgress);
  await restoring.close();
  expect(await repository.tree(VERSION)).toEqual(before);
}

const overlay = () => crossing((from) => from === repository.at(VERSION));

describe('a version folder that can not be renamed (EXDEV at the rename itself)', () => {
  const within = <T>(action: () => Promise<T>) => withInterference(overlay(), action);

  test('is copied, removed file by file, and comes back whole', () => within(thereAndBack));

  test('modes and times go along', async () => {
    const tool = await lstat(repository.at(`${VERSION}/bin/tool`));
    const docs = await lstat(repository.at(`${VERSION}/docs`));
    await within(async () => {
      const workspace = await repository.workspace(manifest);
      await workspace.prepareBackup(manifest, noProgress);
      await workspace.withdraw(manifest, noProgress);
    });
    for (const [name, original] of [
      ['bin/tool', tool],
      ['docs', docs],
    ] as const) {
      const copy = await lstat(repository.at(`${kept()}/${name}`));
      expect(copy.mode).toBe(original.mode);
      expect(Math.abs(copy.mtimeMs - original.mtimeMs)).toBeLessThan(1);
    }
  });

  describe('the removal was begun, and the next holder may rename', () => {
    beforeEach(async () => {
      let removed = 0;
      const dying: Interference = (call, effect) => {
        const removing =
          call.name === 'rename' && String(call.args[0]).startsWith(`${repository.at(VERSION)}/`);
        if (removing) removed += 1;
        if (removed > 1) throw new Killed();
        return overlay()(call, effect);
      };
      const died = withInterference(dying, async () => {
        const workspace = await repository.workspace(manifest);
        await workspace.prepareBackup(manifest, noProgress);
        await workspace.withdraw(manifest, noProgress);
      });
      await expect(died).rejects.toBeInstanceOf(Killed);
    });

    test('goes on: the rest is taken, the copy is kept', async () => {
      const next = await repository.workspace(manifest, 2);
      expect(await next.withdraw(manifest, noProgress)).toEqual({ removed: all(), changed: [], unknown: [] });
      expect(await repository.exists(VERSION)).toBe(false);
      expect(await repository.tree(kept())).toEqual(before);
    });

    test('what somebody wrote there since stays', async () => {
      await repository.write(`${VERSION}/new`, 'new');
      const next = await repository.workspace(manifest, 2);
      const result = await next.withdraw(manifest, noProgress);
      expect(result.changed).toEqual([`${VERSION}/new`]);
      expect([...result.removed].sort()).toEqual([...all()].sort());
      expect(await repository.tree(VERSION)).toEqual({ new: '644 new' });
      expect(await repository.tree(kept())).toEqual(before);
    });
  });

  test('somebody is writing there: nothing is copied and nothing removed', async () => {
    await repository.write(`${VERSION}/new`, 'new');
    const result = await within(async () => {
      const workspace = await repository.workspace(manifest);
      await workspace.prepareBackup(manifest, noProgress);
      return workspace.withdraw(manifest, noProgress);
    });
    const added = [`${VERSION}/new`];
    expect(result).toEqual({ removed: [], changed: added, unknown: added, untouched: true });
    expect(await repository.tree(VERSION)).toEqual({ ...before, new: '644 new' });
  });

  test('a file that is written while the others are removed stays, and is told', async () => {
    let late = true;
    const result = await withInterference(
      (call, effect) => {
        const removing = call.name === 'rename' && String(call.args[0]).endsWith('README.md');
        if (removing && late) {
          late = false;
          writeFileSync(repository.at(`${VERSION}/README.md`), 'written late');
        }
        return overlay()(call, effect);
      },
      async () => {
        const workspace = await repository.workspace(manifest);
        await workspace.prepareBackup(manifest, noProgress);
        return workspace.withdraw(manifest, noProgress);
      },
    );
    expect(result.changed).toEqual([`${VERSION}/README.md`]);
    expect(result.removed).toEqual(all().filter((key) => !key.endsWith('README.md')));
    expect(await repository.tree(VERSION)).toEqual({ 'README.md': '644 written late' });
    expect(await repository.text(`${kept()}/README.md`)).toBe('read me\n');
  });

  test('of a copy that lost a file the others come back', () =>
    within(async () => {
      const workspace = await repository.workspace(manifest);
      await workspace.prepareBackup(manifest, noProgress);
      await workspace.withdraw(manifest, noProgress);
      await rm(repository.at(`${kept()}/README.md`));
      const { 'README.md': _, ...others } = before;
      await withInterference(
        crossing((from) => from === repository.at(kept())),
        () => workspace.reinstate(manifest, manifest.artifacts, noProgress),
      );
      expect(await repository.tree(VERSION)).toEqual(others);
    }));

  test('a damaged copy is named by its hash, though size and time are right', async () => {
    await within(async () => {
      const workspace = await repository.workspace(manifest);
      await workspace.prepareBackup(manifest, noProgress);
      await workspace.withdraw(manifest, noProgress);
    });
    await repository.write(`${kept()}/README.md`, 'READ ME\n');
    const workspace = repository.workspaceUnopened(manifest, 1);
    expect(await workspace.damaged(manifest, manifest.artifacts)).toEqual([`${VERSION}/README.md`]);
  });
});

if (canMount) {
  describe('real file systems', () => {
    test('backups on a tmpfs: copied already in step 3, then the folder goes by one rename', async () => {
      await mkdir(repository.at('.rollback-backups'));
      mount('-t', 'tmpfs', 'none', repository.at('.rollback-backups'));
      await thereAndBack();
    });

    test('backups on a bind mount of the same device: found only at the rename', async () => {
      await mkdir(repository.at('.rollback-backups'));
      await mkdir(repository.at('elsewhere'));
      mount('--bind', repository.at('elsewhere'), repository.at('.rollback-backups'));
      await thereAndBack();
    });

    test('backups on a full file system: 45 in step 3, the release untouched, nothing left', async () => {
      await mkdir(repository.at('.rollback-backups'));
      mount('-t', 'tmpfs', '-o', 'size=64k', 'none', repository.at('.rollback-backups'));
      await repository.write(`${VERSION}/big`, 'x'.repeat(200_000));
      await look();
      const workspace = await repository.workspace(manifest);
      const refused = workspace.prepareBackup(manifest, noProgress);
      await expect(refused).rejects.toMatchObject({ code: 'BACKUP', exitCode: 45 });
      await expect(refused).rejects.toThrow('no room is left');
      expect(await repository.tree(VERSION)).toEqual(before);
      await workspace.discard(manifest);
      expect(await repository.tree('.rollback-backups')).toEqual({});
    });

    test('an overlay, as containers have it', async () => {
      const base = await mkdtemp('/dev/shm/rollback-overlay-');
      const lower = await Repository.create(base);
      const [upper, work, merged] = ['upper', 'work', 'merged'].map((name) => join(base, name)) as [
        string,
        string,
        string,
      ];
      for (const folder of [upper, work, merged]) await mkdir(folder);
      const options = `lowerdir=${lower.path},upperdir=${upper},workdir=${work}`;
      expect(mount('-t', 'overlay', '-o', options, 'overlay', merged)).toBe(true);
      const outer = repository;
      repository = new Repository(merged);
      await look();
      await thereAndBack();
      repository = outer;
      unmountAll();
      expect(await lower.exists(`${VERSION}/README.md`)).toBe(true);
      await rm(base, { recursive: true });
    });
  });
}
