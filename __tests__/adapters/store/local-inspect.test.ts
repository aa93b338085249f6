import { chmod, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mountPoints, otherDeviceBelow } from '../../../src/adapters/store/local/inspect-version.ts';
import { LocalStore } from '../../../src/adapters/store/local/local-store.ts';
import { RealClock } from '../../doubles/store-clock.ts';
import { canMount, mount, unmountAll } from '../../doubles/store-mounts.ts';
import { Repository, VERSION } from '../../doubles/store-repository.ts';
import { asOrdinaryUser, giveToOrdinaryUser } from '../../doubles/store-user.ts';

let repository: Repository;
beforeEach(async () => {
  repository = await Repository.create();
});
afterEach(async () => {
  unmountAll();
  await repository.dispose();
});

const writing = (version = VERSION) => repository.store.inspect({ forWriting: true, version });
const reading = (version?: string) =>
  repository.store.inspect({ forWriting: false, ...(version === undefined ? {} : { version }) });

test('Windows is refused with 49 and the reason, before anything is touched', () => {
  const open = () => LocalStore.open(repository.path, new RealClock(), 'win32');
  expect(open).toThrow('not supported on Windows');
  expect(open).toThrow(
    expect.objectContaining({ exitCode: 49, advice: expect.stringContaining('Linux or macOS') }),
  );
});

test('a good repository has nothing to tell, and inspecting writes nothing', async () => {
  const before = await repository.tree('');
  expect(await writing()).toEqual([]);
  expect(await writing('v9.9.9')).toEqual([]);
  expect(await reading()).toEqual([]);
  expect(await repository.tree('')).toEqual(before);
});

test('all that is wrong is found at once: the first by preflight, the others for doctor', async () => {
  expect(await repository.store.diagnose()).toEqual([]);
  await symlink('elsewhere', repository.at('.rollback-log'));
  await repository.write('.rollback-work', 'a file');
  await rename(repository.at('index.json'), repository.at('real-index.json'));
  await symlink('real-index.json', repository.at('index.json'));
  await expect(writing()).rejects.toThrow("'.rollback-log/' is a symbolic link");
  expect(await repository.store.diagnose()).toMatchObject([
    { name: '.rollback-work/', result: 'failed', detail: expect.stringContaining('is a file') },
    { name: 'index file', result: 'failed', detail: expect.stringContaining('symlinked index is refused') },
  ]);
});

describe('no repository', () => {
  test('missing: 49, never created', async () => {
    const store = LocalStore.open(join(repository.path, 'nowhere'), new RealClock());
    await expect(store.inspect({ forWriting: true })).rejects.toMatchObject({
      code: 'NO_REPOSITORY',
      exitCode: 49,
    });
    await expect(store.inspect({ forWriting: true })).rejects.toThrow('does not exist');
    await expect(store.put('.rollback-log/1', new Uint8Array(), 'absent')).rejects.toMatchObject({
      code: 'NO_REPOSITORY',
    });
    expect(await repository.exists('nowhere')).toBe(false);
  });

  test('a file', async () => {
    const store = LocalStore.open(repository.at('index.json'), new RealClock());
    await expect(store.inspect({ forWriting: false })).rejects.toThrow('is a file, not a folder');
  });

  test('a link to the repository is the repository', async () => {
    const link = join(await mkdtemp(join(tmpdir(), 'rollback-link-')), 'link');
    await symlink(repository.path, link);
    expect(
      await LocalStore.open(link, new RealClock()).inspect({ forWriting: true, version: VERSION }),
    ).toEqual([]);
    await rm(link);
  });
});

describe('something else in the place of a folder of ours', () => {
  test('a file where the backups should be: 45, named', async () => {
    await repository.write('.rollback-backups', 'a file');
    await expect(writing()).rejects.toMatchObject({ code: 'BACKUP', exitCode: 45 });
    await expect(writing()).rejects.toThrow("'.rollback-backups/' is a file");
    await expect(reading(VERSION)).rejects.toMatchObject({ exitCode: 45 });
    expect(await reading()).toEqual([expect.stringContaining('.rollback-backups/')]);
  });

  for (const name of ['.rollback-log', '.rollback-work', '.rollback-log/by-version']) {
    test(`a link or a file at ${name}: 49, named`, async () => {
      await mkdir(repository.at('.rollback-log'), { recursive: true });
      await rm(repository.at(name), { recursive: true, force: true });
      await symlink(tmpdir(), repository.at(name));
      await expect(writing()).rejects.toMatchObject({ exitCode: 49 });
      await expect(writing()).rejects.toThrow(`'${name}/' is a symbolic link`);
      await rm(repository.at(name));
      await repository.write(name, 'a file');
      await expect(writing()).rejects.toThrow(`'${name}/' is a file`);
    });
  }

  test('a symlinked index is refused, by name', async () => {
    await rename(repository.at('index.json'), repository.at('real.json'));
    await symlink('real.json', repository.at('index.json'));
    await expect(writing()).rejects.toThrow('a symlinked index is refused');
    const advice = expect.stringMatching(/^Put what 'index\.json' points at in its place/);
    await expect(writing()).rejects.toMatchObject({ advice });
    await expect(repository.store.read('index.json')).rejects.toMatchObject({ code: 'BAD_INPUT', advice });
    await expect(repository.store.read('index.json')).rejects.toThrow('a symlinked index is refused');
    expect(await repository.store.head('index.json')).toMatchObject({ type: 'symlink', target: 'real.json' });
  });
});

describe('the version folder', () => {
  test('a symlink, or a file: 49', async () => {
    await symlink(VERSION, repository.at('v8'));
    await expect(writing('v8')).rejects.toThrow("'v8/' is a symbolic link");
    const advice = expect.stringMatching(/^Put what 'v8\/' points at in its place/);
    await expect(writing('v8')).rejects.toMatchObject({ advice });
    await expect(reading('v8')).rejects.toMatchObject({ advice });
    await expect(reading('v8')).rejects.toMatchObject({ exitCode: 49 });
    await repository.write('v9', 'a file');
    await expect(writing('v9')).rejects.toThrow("'v9/' is a file, not a folder");
    await expect(writing('v9')).rejects.toMatchObject({
      advice: expect.stringMatching(/^Look at what is there/),
    });
  });

  test("Linux's mount table is read with its octal escapes", () => {
    const table =
      '36 35 98:0 / /data/my\\040repo/v1.0.2 rw - ext4 /dev/a rw\n37 36 0:5 / /proc rw - proc p rw\n';
    expect(mountPoints(table)).toEqual(['/data/my repo/v1.0.2', '/proc', '']);
  });

  test('without a mount table, another device below tells a mount', async () => {
    expect(await otherDeviceBelow(repository.at(VERSION), -1)).toBe('bin');
    const { lstat } = await import('node:fs/promises');
    const { dev } = await lstat(repository.path);
    expect(await otherDeviceBelow(repository.at(VERSION), dev)).toBeUndefined();
  });

  if (canMount) {
    test('a mount point, or one inside, also a bind mount of the same file system: 49, named', async () => {
      mount('-t', 'tmpfs', 'none', repository.at(`${VERSION}/docs/deep`));
      await expect(writing()).rejects.toThrow(`'${VERSION}/docs/deep' is a mount point`);
      unmountAll();
      mount('--bind', repository.at('v1.0.20'), repository.at(`${VERSION}/docs/empty`));
      await expect(writing()).rejects.toThrow(`'${VERSION}/docs/empty' is a mount point`);
      unmountAll();
      mount('-t', 'tmpfs', 'none', repository.at(VERSION));
      await expect(writing()).rejects.toMatchObject({ code: 'BAD_INPUT', exitCode: 49 });
      unmountAll();
      expect(await writing()).toEqual([]);
    });

    test('a read-only file system is found as root, too', async () => {
      mount('--bind', repository.path, repository.path);
      mount('-o', 'remount,ro,bind', repository.path);
      await expect(writing()).rejects.toMatchObject({ code: 'PERMISSION', exitCode: 49 });
      await expect(writing()).rejects.toThrow('read-only');
      expect(await reading(VERSION)).toEqual([]);
    });

    test('no room: 45, before anything is written', async () => {
      const small = repository.at('small');
      await mkdir(small);
      mount('-t', 'tmpfs', '-o', 'size=2m', 'none', small);
      const demand = LocalStore.open(small, new RealClock()).demandRoom();
      await expect(demand).rejects.toMatchObject({ code: 'BACKUP', exitCode: 45 });
      await expect(demand).rejects.toThrow(/only 2\.0 MiB are free .+ 8\.0 MiB are needed/);
    });

    test('backups on another file system need room for the whole version', async () => {
      await mkdir(repository.at('.rollback-backups'));
      mount('-t', 'tmpfs', '-o', 'size=10m', 'none', repository.at('.rollback-backups'));
      await repository.store.demandRoom(VERSION);
      await repository.write(`${VERSION}/big`, 'x'.repeat(3 << 20));
      await expect(repository.store.demandRoom(VERSION)).rejects.toThrow(/11\.\d MiB are needed/);
      await repository.store.demandRoom();
    });

    test('the log or the work folder on another file system is refused', async () => {
      await mkdir(repository.at('.rollback-work'));
      mount('-t', 'tmpfs', 'none', repository.at('.rollback-work'));
      await expect(writing()).rejects.toThrow("'.rollback-work/' is on another file system");
    });
  }
});

describe('permissions, as an ordinary user', () => {
  const ask = (forWriting = true) =>
    asOrdinaryUser(repository.path, { call: 'inspect', forWriting, version: VERSION });

  beforeEach(async () => {
    await mkdir(repository.at('.rollback-log/by-version'), { recursive: true });
    await mkdir(repository.at('.rollback-backups'));
    giveToOrdinaryUser(repository.path);
  });

  test('all there', () => expect(ask()).toEqual({ value: [] }));

  const cases: readonly [key: string, mode: number, message: RegExp][] = [
    ['', 0o555, /can't change the folder '.+': permission denied \(EACCES\)/],
    ['.rollback-log', 0o555, /can't change the folder '.rollback-log\/': permission denied/],
    ['.rollback-log/by-version', 0o555, /by-version\/': permission denied/],
    ['.rollback-backups', 0o500, /can't change the folder '.rollback-backups\/'/],
    [VERSION, 0o555, /can't change the folder 'v1.0.2\/'/],
  ];
  for (const [key, mode, message] of cases) {
    test(`${key || 'the repository'} not writable: 49 for a change, fine to look at`, async () => {
      await chmod(repository.at(key), mode);
      expect(ask()).toEqual({ error: expect.objectContaining({ code: 'PERMISSION', exitCode: 49 }) });
      expect(ask()).toEqual({ error: expect.objectContaining({ message: expect.stringMatching(message) }) });
      expect(ask(false)).toEqual({ value: [] });
      await chmod(repository.at(key), 0o755);
    });
  }

  test('nothing readable: 49 also to look at', async () => {
    await chmod(repository.at('.rollback-log'), 0);
    expect(ask(false)).toEqual({ error: expect.objectContaining({ code: 'PERMISSION' }) });
    await chmod(repository.at('.rollback-log'), 0o755);
    await chmod(repository.path, 0);
    expect(ask(false)).toEqual({ error: expect.objectContaining({ code: 'PERMISSION' }) });
    await chmod(repository.path, 0o755);
  });

  test('a folder inside the version that can not be listed is told by name', async () => {
    await chmod(repository.at(`${VERSION}/docs`), 0);
    expect(asOrdinaryUser(repository.path, { call: 'list', prefix: `${VERSION}/` })).toEqual({
      error: expect.objectContaining({
        code: 'PERMISSION',
        message: expect.stringContaining("list 'v1.0.2/docs/'"),
      }),
    });
    await chmod(repository.at(`${VERSION}/docs`), 0o755);
  });

  test('a rename that is refused moves nothing and says why', async () => {
    const manifest = await repository.manifest();
    await chmod(repository.at(VERSION), 0o555);
    expect(asOrdinaryUser(repository.path, { call: 'withdraw', manifest })).toEqual({
      error: expect.objectContaining({
        code: 'PERMISSION',
        message: expect.stringContaining("move 'v1.0.2' out"),
      }),
    });
    expect(await repository.exists(`${VERSION}/README.md`)).toBe(true);
    await chmod(repository.at(VERSION), 0o755);
  });

  test('a tree with read-only folders inside is moved, and deleted, all the same', async () => {
    await chmod(repository.at(`${VERSION}/docs`), 0o555);
    const manifest = await repository.manifest();
    const answer = asOrdinaryUser(repository.path, { call: 'withdraw', manifest });
    expect(answer).toMatchObject({ value: { changed: [] } });
    await chmod(repository.at(`${manifest.backup_path}${VERSION}/docs`), 0o755);
  });
});

if (process.getuid?.() === 0) {
  describe('files of somebody else', () => {
    test('an index of another user is told; under a sticky bit it is refused', async () => {
      giveToOrdinaryUser(repository.path);
      const { chown } = await import('node:fs/promises');
      await chown(repository.at('index.json'), 12345, 12345);
      await chmod(repository.at('index.json'), 0o644);
      const ask = () =>
        asOrdinaryUser(repository.path, { call: 'inspect', forWriting: true, version: VERSION });
      expect(ask()).toEqual({ value: [expect.stringContaining('belongs to user 12345')] });
      await chown(repository.path, 12345, 65534);
      await chmod(repository.path, 0o1775);
      expect(ask()).toEqual({ error: expect.objectContaining({ code: 'PERMISSION' }) });
      expect(ask()).toEqual({
        error: expect.objectContaining({ message: expect.stringContaining('sticky bit') }),
      });
    });
  });
}
