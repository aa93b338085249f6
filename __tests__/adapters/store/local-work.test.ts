import { mkdir, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LocalStore } from '../../../src/adapters/store/local/local-store.ts';
import type { OperationManifest } from '../../../src/domain/manifest.ts';
import { SupersededError, type Workspace } from '../../../src/ports/workspace.ts';
import { noProgress, Repository, VERSION } from '../../doubles/store-repository.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

let repository: Repository;
let manifest: OperationManifest;
beforeEach(async () => {
  repository = await Repository.create();
  manifest = await repository.manifest();
});
afterEach(() => repository.dispose());

const folders = async () =>
  Object.keys(await repository.tree('.rollback-work')).filter((key) => /^[^/]+\/$/.test(key));
const folder = (epoch: number) => `.rollback-work/${manifest.operation_id}-${epoch}`;

describe('the work folder is the fence', () => {
  test('the next epoch renames it, with all that is in it', async () => {
    await repository.workspace(manifest);
    await repository.write(`${folder(1)}/left`, 'by the dead');
    await repository.workspace(manifest, 2);
    await repository.workspace(manifest, 2);
    await repository.workspace(manifest, 5);
    expect(await folders()).toEqual([`${manifest.operation_id}-5/`]);
    expect(await repository.text(`${folder(5)}/left`)).toBe('by the dead');
  });

  const attempts: readonly [string, (workspace: Workspace) => Promise<unknown>][] = [
    ['lockIndex', (workspace) => workspace.lockIndex(100)],
    ['unlockIndex', (workspace) => workspace.unlockIndex()],
    ['create', (workspace) => workspace.create('.rollback-backups/b/manifest.json', Buffer.from('x'))],
    [
      'replace',
      async (workspace) => {
        const current = await repository.store.read('index.json');
        if (current !== undefined) await workspace.replace(current, Buffer.from('x'));
      },
    ],
    ['prepareBackup', (workspace) => workspace.prepareBackup(manifest, noProgress)],
    ['withdraw', (workspace) => workspace.withdraw(manifest, noProgress)],
    ['open', (workspace) => workspace.open()],
  ];
  for (const [name, attempt] of attempts) {
    test(`a superseded holder stops at ${name}, and changes nothing`, async () => {
      const stopped = await repository.workspace(manifest);
      await repository.workspace(manifest, 2);
      const before = await repository.tree('');
      await expect(attempt(stopped)).rejects.toBeInstanceOf(SupersededError);
      expect(await repository.tree('')).toEqual(before);
    });
  }

  test('superseded in the middle: what it had begun is not carried on', async () => {
    let changes = Number.NEGATIVE_INFINITY;
    const stopped = await repository.workspace(manifest, 1, async () => {
      changes += 1;
      // After the version folder came in, before it goes on to the backup.
      if (changes === 2) await repository.workspace(manifest, 2);
    });
    await stopped.prepareBackup(manifest, noProgress);
    changes = 0;
    const running = stopped.withdraw(manifest, noProgress);
    await expect(running).rejects.toBeInstanceOf(SupersededError);
    const next = await repository.workspace(manifest, 2);
    await next.reinstate(manifest, manifest.artifacts, noProgress);
    expect(await repository.exists(`${VERSION}/README.md`)).toBe(true);
  });

  test('two holders who open at once: the one with the lower epoch stops, whoever was first', async () => {
    for (let round = 0; round < 20; round += 1) {
      manifest = { ...manifest, operation_id: `op-${round}-x` };
      const workspaces = [1, 2, 3].map((epoch) => repository.workspaceUnopened(manifest, epoch));
      await Promise.allSettled(workspaces.map((workspace) => workspace.open()));
      await workspaces[2]?.open();
      expect((await folders()).filter((name) => name.startsWith(manifest.operation_id))).toEqual([
        `op-${round}-x-3/`,
      ]);
      for (const late of [workspaces[0], workspaces[1]]) {
        await expect(late?.lockIndex(0)).rejects.toBeInstanceOf(SupersededError);
      }
    }
  });

  test('a tree in an older folder is found also when ours holds something already', async () => {
    await repository.workspace(manifest, 3);
    await repository.write(`${folder(3)}/something`, 'x');
    await mkdir(repository.at(folder(2)));
    await rename(repository.at(VERSION), repository.at(`${folder(2)}/tree`));
    const workspace = await repository.workspace(manifest, 3);
    await workspace.reinstate(manifest, manifest.artifacts, noProgress);
    expect(await repository.exists(`${VERSION}/README.md`)).toBe(true);
  });
});

describe('sweep', () => {
  const sweep = (...[open = 'mine']: [string?]) => repository.store.workspaces.sweep(open);
  const old = async (key: string) => utimes(repository.at(key), 1, 1);

  test('work folders of closed operations go; ours, and what is not ours to judge, stays', async () => {
    await mkdir(repository.at('.rollback-work/other-3'), { recursive: true });
    await repository.write('.rollback-work/closed-another-1-x/removed/file', 'x');
    await mkdir(repository.at('.rollback-work/mine-1'));
    await mkdir(repository.at('.rollback-work/notes'));
    await sweep();
    expect(await folders()).toEqual(['mine-1/', 'notes/']);
  });

  test('a tree on its way is the only copy: it stays until a person looks', async () => {
    await repository.write('.rollback-work/other-3/tree/file', 'x');
    await repository.write('.rollback-work/third-3/earlier-1/tree/file', 'x');
    await sweep();
    expect(await folders()).toEqual(['other-3/', 'third-3/']);
  });

  test('without an operation of our own only what has been quiet for a minute', async () => {
    await mkdir(repository.at('.rollback-work/fresh-1'), { recursive: true });
    await mkdir(repository.at('.rollback-work/quiet-1'));
    await old('.rollback-work/quiet-1');
    await repository.store.workspaces.sweep(undefined);
    expect(await folders()).toEqual(['fresh-1/']);
  });

  test('old temporary files of the log and empty backup folders go', async () => {
    await repository.write('.rollback-log/.tmp-old', 'x');
    await repository.write('.rollback-log/.tmp-new', 'x');
    await old('.rollback-log/.tmp-old');
    await mkdir(repository.at('.rollback-backups/empty'), { recursive: true });
    await repository.write('.rollback-backups/full/manifest.json', 'x');
    await sweep();
    expect(Object.keys(await repository.tree('.rollback-log'))).toEqual(['.tmp-new']);
    expect(Object.keys(await repository.tree('.rollback-backups'))).toEqual(['full/', 'full/manifest.json']);
  });

  test('without any folder of ours there is nothing to do', async () => {
    await sweep();
    expect(await repository.exists('.rollback-work')).toBe(false);
  });
});

describe('close', () => {
  test('again, or by a superseded holder, is nothing', async () => {
    const first = await repository.workspace(manifest);
    await repository.workspace(manifest, 2);
    await first.close();
    expect(await folders()).toHaveLength(1);
    const second = repository.workspaceUnopened(manifest, 2);
    await second.close();
    await second.close();
    expect(await folders()).toEqual([]);
  });

  test('a tree that is still on its way stays', async () => {
    const workspace = await repository.workspace(manifest);
    await rename(repository.at(VERSION), repository.at(`${folder(1)}/tree`));
    await workspace.close();
    expect(await repository.exists(`${folder(1)}/tree/README.md`)).toBe(true);
  });
});

describe('index.json.lock', () => {
  const LOCK = 'index.json.lock';

  test('is whole from its first moment and names us; unlocking removes it; both again are nothing', async () => {
    const workspace = await repository.workspace(manifest);
    await workspace.lockIndex(0);
    await workspace.lockIndex(0);
    expect(JSON.parse(await repository.text(LOCK))).toMatchObject({
      operation_id: manifest.operation_id,
      epoch: 1,
      pid: process.pid,
    });
    await workspace.unlockIndex();
    await workspace.unlockIndex();
    expect(await repository.exists(LOCK)).toBe(false);
  });

  test('one that a dead run of ours left is taken over at once, of this operation or another', async () => {
    await (await repository.workspace(manifest)).lockIndex(0);
    const next = await repository.workspace(manifest, 2);
    await next.lockIndex(0);
    expect(JSON.parse(await repository.text(LOCK))).toMatchObject({ epoch: 2 });
    await next.close();
    const other = await repository.manifest();
    const workspace = await repository.workspace(other);
    await workspace.lockIndex(0);
    expect(JSON.parse(await repository.text(LOCK))).toMatchObject({ operation_id: other.operation_id });
  });

  const foreign: readonly [string, () => Promise<unknown>][] = [
    ['an empty file', () => repository.write(LOCK, '')],
    ['a pid', () => repository.write(LOCK, '12345\n')],
    ['JSON of somebody else', () => repository.write(LOCK, '{"operation_id":"x","epoch":1}')],
    ['a folder', () => mkdir(repository.at(LOCK))],
    ['a link', () => symlink('nowhere', repository.at(LOCK))],
  ];
  for (const [what, make] of foreign) {
    test(`a foreign one (${what}) is waited for, then 44 names the file and its age; it stays`, async () => {
      await make();
      const clock = new VirtualClock();
      clock.time = Date.now() + 30_000;
      const store = LocalStore.open(repository.path, clock);
      const ticket = { operationId: manifest.operation_id, epoch: 1, version: VERSION };
      const workspace = store.workspaces.create(ticket, async () => {});
      await workspace.open();
      const locking = workspace.lockIndex(2000);
      await expect(locking).rejects.toMatchObject({ code: 'INDEX_WRITE', exitCode: 44 });
      await expect(locking).rejects.toThrow(/index\.json\.lock' is there and not ours; it is 3[12] s old/);
      expect(clock.sleeps.length).toBeGreaterThan(10);
      await workspace.unlockIndex();
      expect(await repository.exists(LOCK)).toBe(true);
    });
  }

  test('a foreign one that goes in time is waited for', async () => {
    await writeFile(repository.at(LOCK), '');
    const workspace = await repository.workspace(manifest);
    const locking = workspace.lockIndex(10_000);
    setTimeout(() => void rename(repository.at(LOCK), repository.at('gone')), 120);
    await locking;
    expect(JSON.parse(await repository.text(LOCK))).toMatchObject({ operation_id: manifest.operation_id });
  });
});
