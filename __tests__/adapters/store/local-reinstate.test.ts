import { writeFileSync } from 'node:fs';
import { chmod, lstat, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absentArtifacts } from '../../../src/domain/artifact-marks.ts';
import type { ManifestArtifact, OperationManifest } from '../../../src/domain/manifest.ts';
import type { Rows } from '../../../src/domain/rows.ts';
import { SupersededError } from '../../../src/ports/workspace.ts';
import { errnoError, type Interference, withInterference } from '../../doubles/store-faults.ts';
import { noProgress, Repository, VERSION } from '../../doubles/store-repository.ts';

let repository: Repository;
let manifest: OperationManifest;
let restore: OperationManifest;
let before: Record<string, string>;
let inodes: string[];

const inodesOf = async () => {
  const found: string[] = [];
  for await (const info of repository.store.list(`${VERSION}/`)) found.push(`${info.key} ${info.revision}`);
  return found;
};
const kept = () => manifest.backup_path + VERSION;
const artifact = (name: string) =>
  [...manifest.artifacts].find(({ path }) => path === `${VERSION}/${name}`) as ManifestArtifact;
const restoring = (absent: Rows<ManifestArtifact> = manifest.artifacts): OperationManifest => ({
  ...manifest,
  operation: 'restore',
  operation_id: '11111111-1111-4111-8111-111111111111',
  absent: absent.map(({ path }) => path),
});

beforeEach(async () => {
  repository = await Repository.create();
  await chmod(repository.at(`${VERSION}/bin/tool`), 0o4750);
  await chmod(repository.at(`${VERSION}/bin`), 0o2775);
  manifest = await repository.manifest();
  restore = restoring();
  before = await repository.tree(VERSION);
  inodes = await inodesOf();
  const workspace = await repository.workspace(manifest);
  await workspace.create(`${manifest.backup_path}manifest.json`, Buffer.from('{}'));
  await workspace.prepareBackup(manifest, noProgress);
  await workspace.withdraw(manifest, noProgress);
  await workspace.close();
});
afterEach(() => repository.dispose());

describe('reinstate', () => {
  test('a restore brings back the very files, and the manifest stays', async () => {
    const workspace = await repository.workspace(restore);
    await workspace.reinstate(restore, restore.artifacts, noProgress);
    expect(await repository.tree(VERSION)).toEqual(before);
    expect(await inodesOf()).toEqual(inodes);
    expect(Object.keys(await repository.tree(manifest.backup_path))).toEqual(['manifest.json']);
    await workspace.close();
    expect(await repository.tree('.rollback-work')).toEqual({});
  });

  test('a revert does the same; again, also by the next holder, changes nothing', async () => {
    for (const epoch of [1, 1, 2]) {
      const workspace = await repository.workspace(manifest, epoch);
      await workspace.reinstate(manifest, manifest.artifacts, noProgress);
      expect(await inodesOf()).toEqual(inodes);
    }
  });

  test.each([
    ['one rename', () => {}],
    ['file by file', () => repository.write(`${VERSION}/stranger`, 'stranger')],
  ] as const)('of a backup that lost a file the others come back (%s)', async (how, prepare) => {
    await prepare();
    await rm(repository.at(`${kept()}/README.md`));
    const back = (await repository.workspace(manifest)).reinstate(manifest, manifest.artifacts, noProgress);
    if (how === 'one rename') await back;
    else await expect(back).rejects.toThrow(/'v1.0.2\/README.md' is not in the backup/);
    const { 'README.md': _, ...others } = before;
    expect(await repository.tree(VERSION)).toMatchObject(others);
    expect(await repository.exists(`${VERSION}/README.md`)).toBe(false);
  });

  test('an empty folder in the place is replaced by the original', async () => {
    await mkdir(repository.at(VERSION));
    await (await repository.workspace(restore)).reinstate(restore, restore.artifacts, noProgress);
    expect(await inodesOf()).toEqual(inodes);
  });

  test('files that stand there with the same bytes stay; the others come beside them', async () => {
    await repository.write(`${VERSION}/README.md`, 'read me\n');
    await repository.write(`${VERSION}/stranger`, 'stranger');
    await mkdir(repository.at(`${VERSION}/docs`));
    await symlink('../README.md', repository.at(`${VERSION}/docs/link`));
    const standing = await lstat(repository.at(`${VERSION}/README.md`));
    restore = restoring(manifest.artifacts.filter(({ path }) => !/README.md$|docs\/link$/.test(path)));
    const absent = absentArtifacts(restore);
    const workspace = await repository.workspace(restore);
    await workspace.reinstate(restore, absent, noProgress);
    expect(await repository.tree(VERSION)).toEqual({ ...before, stranger: '644 stranger' });
    expect((await lstat(repository.at(`${VERSION}/README.md`))).ino).toBe(standing.ino);
    // Killed before the closer, the next holder finds everything in its place.
    await (await repository.workspace(restore, 2)).reinstate(restore, absent, noProgress);
    expect(await repository.exists(kept())).toBe(false);
  });

  const blockers: readonly [string, () => Promise<void>, string][] = [
    ['other bytes', () => repository.write(`${VERSION}/README.md`, 'READ ME\n'), 'README.md'],
    [
      'a file where a folder should be',
      () => repository.write(`${VERSION}/docs`, 'no folder'),
      'docs/deep/er/guide.md',
    ],
    [
      'a link where a folder should be',
      async () => {
        await mkdir(repository.at(VERSION));
        await symlink('/tmp', repository.at(`${VERSION}/docs`));
      },
      'docs/deep/er/guide.md',
    ],
  ];
  for (const [what, act, key] of blockers) {
    test(`${what}: refused by name, nothing is put, and the backup stays whole`, async () => {
      await act();
      const now = await repository.tree(VERSION);
      const workspace = await repository.workspace(restore);
      const refused = workspace.reinstate(restore, restore.artifacts, noProgress);
      await expect(refused).rejects.toMatchObject({ code: 'STEP_FAILED' });
      await expect(refused).rejects.toThrow(`${VERSION}/${key}`);
      expect(await repository.tree(VERSION)).toEqual(now);
      expect(await workspace.retract(restore, [], noProgress)).toMatchObject({ left: [] });
      expect(await repository.tree(kept())).toEqual(before);
    });
  }

  test('a file or a link in the place of the version folder: refused', async () => {
    for (const act of [
      () => repository.write(VERSION, 'a file'),
      () => symlink('/tmp', repository.at(VERSION)),
    ]) {
      await act();
      const workspace = await repository.workspace(restore);
      const refused = workspace.reinstate(restore, restore.artifacts, noProgress);
      await expect(refused).rejects.toMatchObject({ code: 'STEP_FAILED' });
      await expect(refused).rejects.toThrow('a file or a link is in its place');
      await rm(repository.at(VERSION));
    }
  });

  test('what appears while files are put is never overwritten', async () => {
    await repository.write(`${VERSION}/stranger`, 'stranger');
    const workspace = await repository.workspace(restore);
    const racing = withInterference(
      ({ name, args }, effect) => {
        if (name === 'link' && String(args[1]).endsWith('README.md')) writeFileSync(String(args[1]), 'mine');
        return effect();
      },
      () => workspace.reinstate(restore, restore.artifacts, noProgress),
    );
    await expect(racing).rejects.toMatchObject({ code: 'STEP_FAILED' });
    expect(await repository.text(`${VERSION}/README.md`)).toBe('mine');
  });

  test('hard links refused by the system: copied instead, with mode and time', async () => {
    await repository.write(`${VERSION}/stranger`, 'stranger');
    const old = await lstat(repository.at(`${kept()}/bin/tool`));
    const workspace = await repository.workspace(restore);
    await withInterference(
      ({ name, args }, effect) => {
        if (name === 'link' && String(args[0]).includes('/tree/')) throw errnoError('EPERM', 1);
        return effect();
      },
      () => workspace.reinstate(restore, restore.artifacts, noProgress),
    );
    expect(await repository.tree(VERSION)).toEqual({ ...before, stranger: '644 stranger' });
    const put = await lstat(repository.at(`${VERSION}/bin/tool`));
    expect(Math.abs(put.mtimeMs - old.mtimeMs)).toBeLessThan(1);
    expect(put.mode).toBe(old.mode);
  });

  test('a revert that holds nothing leaves what others did', async () => {
    const workspace = await repository.workspace(manifest);
    await workspace.reinstate(manifest, manifest.artifacts, noProgress);
    await rm(repository.at(`${VERSION}/README.md`));
    await repository.write(`${VERSION}/docs/link2`, 'x');
    const now = await repository.tree(VERSION);
    await workspace.reinstate(manifest, manifest.artifacts, noProgress);
    expect(await repository.tree(VERSION)).toEqual(now);
  });

  test('a restore whose backup is nowhere says so', async () => {
    await rm(repository.at(kept()), { recursive: true });
    const workspace = await repository.workspace(restore);
    const refused = workspace.reinstate(restore, restore.artifacts, noProgress);
    await expect(refused).rejects.toMatchObject({ code: 'STEP_FAILED' });
    await expect(refused).rejects.toThrow('not in the backup');
  });

  test('a superseded holder stops and puts nothing', async () => {
    const workspace = await repository.workspace(restore);
    await repository.workspace(restore, 2);
    await expect(workspace.reinstate(restore, restore.artifacts, noProgress)).rejects.toBeInstanceOf(
      SupersededError,
    );
    expect(await repository.exists(VERSION)).toBe(false);
  });
});

const WHOLE = { left: [], lacking: [] };

describe('retract', () => {
  test('what a restore put goes back into the backup, the very files', async () => {
    const workspace = await repository.workspace(restore);
    await workspace.reinstate(restore, restore.artifacts, noProgress);
    expect(await workspace.retract(restore, restore.artifacts, noProgress)).toEqual(WHOLE);
    expect(await repository.exists(VERSION)).toBe(false);
    expect(await repository.tree(kept())).toEqual(before);
    expect(await workspace.retract(restore, restore.artifacts, noProgress)).toEqual(WHOLE);
    expect(await workspace.damaged(manifest, manifest.artifacts)).toEqual([]);
  });

  test('only what it put: files that stood there before stay', async () => {
    await repository.write(`${VERSION}/README.md`, 'read me\n');
    const absent = manifest.artifacts.filter(({ path }) => !path.endsWith('README.md'));
    restore = restoring(absent);
    const workspace = await repository.workspace(restore);
    await workspace.reinstate(restore, absent, noProgress);
    expect(await workspace.retract(restore, absent, noProgress)).toEqual(WHOLE);
    expect(await repository.tree(VERSION)).toEqual({ 'README.md': '644 read me\n' });
    expect(await repository.tree(kept())).toEqual(before);
  });

  test('a file that somebody added or changed since stays and is told', async () => {
    const workspace = await repository.workspace(restore);
    await workspace.reinstate(restore, restore.artifacts, noProgress);
    await repository.write(`${VERSION}/added`, 'added');
    await rm(repository.at(`${VERSION}/README.md`));
    await repository.write(`${VERSION}/README.md`, 'changed');
    expect(await workspace.retract(restore, restore.artifacts, noProgress)).toEqual({
      left: [`${VERSION}/README.md`],
      lacking: [`${VERSION}/README.md`],
    });
    expect(await repository.tree(VERSION)).toEqual({ added: '644 added', 'README.md': '644 changed' });
    const { 'README.md': _changed, ...rest } = before;
    expect(await repository.tree(kept())).toEqual(rest);
  });

  test('before anything was put it only gives the tree back', async () => {
    const workspace = await repository.workspace(restore);
    await rename(repository.at(kept()), repository.at(`.rollback-work/${restore.operation_id}-1/tree`));
    expect(await workspace.retract(restore, restore.artifacts, noProgress)).toEqual(WHOLE);
    expect(await repository.tree(kept())).toEqual(before);
  });

  describe('where somebody else counts on a file that the restore put', () => {
    const README = `${VERSION}/README.md`;
    const LINK = `${VERSION}/docs/link`;
    const staying = [README, LINK];
    const others = () => manifest.artifacts.filter(({ path }) => !staying.includes(path));

    test('it stays, and the backup that it was moved out of gets a copy of it', async () => {
      const workspace = await repository.workspace(restore);
      await workspace.reinstate(restore, restore.artifacts, noProgress);
      expect(await workspace.retract(restore, others(), noProgress)).toEqual(WHOLE);
      expect(await repository.tree(kept())).toEqual(before);
      expect(Object.keys(await repository.tree(VERSION))).toEqual(expect.arrayContaining(['README.md']));
      // A copy, not a second name of it: what is written there does not reach the backup.
      writeFileSync(repository.at(README), 'written in place');
      expect(await repository.tree(kept())).toEqual(before);
      await rm(repository.at(VERSION), { recursive: true });
      expect(await workspace.damaged(manifest, manifest.artifacts)).toEqual([]);
    });

    test('what no copy could be made of is told', async () => {
      const workspace = await repository.workspace(restore);
      await workspace.reinstate(restore, restore.artifacts, noProgress);
      const full: Interference = ({ name, args }, effect) => {
        if (name === 'open' && args[1] === 'wx+') throw errnoError('ENOSPC', 28);
        return effect();
      };
      const undone = () => workspace.retract(restore, others(), noProgress);
      expect(await withInterference(full, undone)).toEqual({ left: [], lacking: [README] });
      expect(await repository.text(README)).toBe('read me\n');
    });

    test('a run that died after it gave a thin backup back, and nobody counts on it any more: nothing is lost', async () => {
      const workspace = await repository.workspace(restore);
      await workspace.reinstate(restore, restore.artifacts, noProgress);
      await workspace.retract(restore, restore.artifacts, noProgress);
      await rename(repository.at(`${kept()}/README.md`), repository.at('aside'));
      await mkdir(repository.at(VERSION));
      await rename(repository.at('aside'), repository.at(README));
      const next = await repository.workspace(restore, 2);
      expect(await next.retract(restore, restore.artifacts, noProgress)).toEqual(WHOLE);
      expect(await repository.tree(kept())).toEqual(before);
    });
  });
});

describe('damaged', () => {
  const look = () => repository.workspaceUnopened(restore).damaged(manifest, manifest.artifacts);

  test('a whole backup has nothing to tell, and needs no work folder to be looked at', async () => {
    await rm(repository.at('.rollback-work'), { recursive: true });
    expect(await look()).toEqual([]);
    expect(await repository.exists('.rollback-work')).toBe(false);
  });

  test('changed, missing and strange files are named', async () => {
    await repository.write(`${kept()}/README.md`, 'READ ME\n');
    await rm(repository.at(`${kept()}/bin/tool`));
    await rm(repository.at(`${kept()}/docs/link`));
    await symlink('../../../../outside', repository.at(`${kept()}/docs/link`));
    await repository.write(`${kept()}/stranger`, 'stranger');
    expect([...(await look())].sort()).toEqual(
      ['README.md', 'bin/', 'bin/tool', 'docs/link', 'stranger'].map((name) => `${VERSION}/${name}`),
    );
  });

  test('a repository that went to another disk keeps its backups: mtime and size tell, not the inode', async () => {
    manifest = {
      ...manifest,
      artifacts: manifest.artifacts.map((each) => ({
        ...each,
        revision: each.revision.replace(/^\d+/, '1'),
      })),
    };
    expect(await look()).toEqual([]);
  });

  test('a missing backup is all damaged; what is back in its place is not', async () => {
    await rename(repository.at(kept()), repository.at('elsewhere'));
    expect(await look()).toEqual(manifest.artifacts.map(({ path }) => path));
    await rename(repository.at('elsewhere'), repository.at(VERSION));
    expect(await look()).toEqual([]);
    expect(artifact('README.md').size).toBe(8);
  });
});

describe('discard and close', () => {
  test('a backup that holds artifacts is never removed', async () => {
    const workspace = await repository.workspace(manifest);
    await workspace.discard(manifest);
    expect(await repository.tree(kept())).toEqual(before);
    await workspace.discard(restore);
    expect(await repository.tree(kept())).toEqual(before);
  });

  test('after a revert the empty backup goes, also after the work folder was left', async () => {
    const workspace = await repository.workspace(manifest);
    await workspace.reinstate(manifest, manifest.artifacts, noProgress);
    await workspace.discard(manifest);
    await workspace.close();
    expect(await repository.tree('.rollback-backups')).toEqual({});
    expect(await repository.tree('.rollback-work')).toEqual({});
    expect(await inodesOf()).toEqual(inodes);
  });

  test("a restore never removes the rollback's backup, empty as it is", async () => {
    const workspace = await repository.workspace(restore);
    await workspace.reinstate(restore, restore.artifacts, noProgress);
    await workspace.discard(restore);
    expect(Object.keys(await repository.tree(manifest.backup_path))).toEqual(['manifest.json']);
  });

  test('something of a stranger in the backup folder keeps it', async () => {
    const workspace = await repository.workspace(manifest);
    await workspace.reinstate(manifest, manifest.artifacts, noProgress);
    await repository.write(`${manifest.backup_path}notes.txt`, 'keep me');
    await workspace.discard(manifest);
    expect(await repository.text(`${manifest.backup_path}notes.txt`)).toBe('keep me');
  });
});
