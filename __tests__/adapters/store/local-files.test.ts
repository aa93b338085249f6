import { writeFileSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, stat, symlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConflictError } from '../../../src/ports/object-store.ts';
import { errnoError, type MutationCall, withInterference } from '../../doubles/store-faults.ts';
import { Repository, VERSION } from '../../doubles/store-repository.ts';

let repository: Repository;
beforeEach(async () => {
  repository = await Repository.create();
});
afterEach(() => repository.dispose());

const RECORD = '.rollback-log/99999999999999999998';
const body = Buffer.from('{"a":1}\n');
const modeOf = async (key: string) => (await lstat(repository.at(key))).mode & 0o7777;

async function traced(action: () => Promise<unknown>): Promise<string[]> {
  const steps: string[] = [];
  const note = ({ name, args }: MutationCall) => {
    const last = name === 'link' || name === 'rename' ? args[1] : args[0];
    steps.push(
      `${name} ${String(last)
        .slice(repository.path.length + 1)
        .replace(/\.tmp-.*/, 'TEMP')}`,
    );
  };
  await withInterference((call, effect) => {
    note(call);
    return effect();
  }, action);
  return steps;
}

describe('a new file', () => {
  test('has its name only when it is whole: temp, link, temp gone', async () => {
    await repository.store.put('.rollback-log/1', body, 'absent');
    expect(await traced(() => repository.store.put(RECORD, body, 'absent'))).toEqual([
      'open .rollback-log/TEMP',
      'link .rollback-log/99999999999999999998',
      'unlink .rollback-log/TEMP',
    ]);
  });

  test("folders and files of ours have the root's mode without the bits for others, whatever the umask", async () => {
    await chmod(repository.path, 0o2775);
    const umask = process.umask(0o077);
    try {
      await repository.store.put(RECORD, body, 'absent');
    } finally {
      process.umask(umask);
    }
    expect(await modeOf('.rollback-log')).toBe(0o2770);
    expect(await modeOf(RECORD)).toBe(0o660);
  });

  const refusals = [
    ['ENOSPC', 28, 'BACKUP', 'no room is left'],
    ['EDQUOT', process.platform === 'darwin' ? 69 : 122, 'BACKUP', 'quota'],
    ['EROFS', 30, 'PERMISSION', 'read-only'],
    ['EACCES', 13, 'PERMISSION', 'permission denied'],
    ['EIO', 5, 'UNREACHABLE', 'input/output'],
    ['ENOTSUP', process.platform === 'darwin' ? 45 : 95, 'NO_REPOSITORY', 'hard links'],
  ] as const;
  for (const [code, errno, expected, words] of refusals) {
    for (const step of ['open', 'link'] as const) {
      test(`${code} at ${step}: ${expected}, in words; nothing has the name, nothing is left`, async () => {
        await mkdir(repository.at('.rollback-log'));
        // libuv has no name for some errors; the number alone has to do.
        const error = errnoError(code === 'EDQUOT' ? `Unknown system error -${errno}` : code, errno);
        const put = withInterference(
          ({ name }, effect) => {
            if (name === step) throw error;
            return effect();
          },
          () => repository.store.put(RECORD, body, 'absent'),
        );
        await expect(put).rejects.toMatchObject({ code: expected });
        await expect(put).rejects.toThrow(`can't write '${RECORD}'`);
        await expect(put).rejects.toThrow(words);
        expect(await repository.tree('.rollback-log')).toEqual({});
      });
    }
  }

  test('a name that is a folder, a link or a dangling link is taken', async () => {
    await mkdir(repository.at(RECORD), { recursive: true });
    await expect(repository.store.put(RECORD, body, 'absent')).rejects.toBeInstanceOf(ConflictError);
    await symlink('nowhere', repository.at('.rollback-log/dangling'));
    await expect(repository.store.put('.rollback-log/dangling', body, 'absent')).rejects.toBeInstanceOf(
      ConflictError,
    );
    expect(await repository.exists('.rollback-log/nowhere')).toBe(false);
  });
});

describe('a replacement', () => {
  test('keeps the mode, and the owner where that is permitted', async () => {
    await chmod(repository.at('index.json'), 0o664);
    if (process.getuid?.() === 0) await chown(repository.at('index.json'), 12345, 54321);
    const before = await stat(repository.at('index.json'));
    const manifest = await repository.manifest();
    const workspace = await repository.workspace(manifest);
    const current = await repository.store.read('index.json');
    if (current === undefined) throw new Error('no index');
    const revision = await workspace.replace(current, body);
    const after = await stat(repository.at('index.json'));
    expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid]);
    expect((await repository.store.head('index.json'))?.revision).toBe(revision);
    await expect(workspace.replace(current, body)).rejects.toBeInstanceOf(ConflictError);
  });

  test('what a writer without our lock did after the read is a conflict, up to the last look', async () => {
    const workspace = await repository.workspace(await repository.manifest());
    const current = await repository.store.read('index.json');
    if (current === undefined) throw new Error('no index');
    const racing = withInterference(
      ({ name }, effect) => {
        const done = effect();
        if (name === 'open') writeFileSync(repository.at('index.json'), 'written in place');
        return done;
      },
      () => workspace.replace(current, body),
    );
    await expect(racing).rejects.toBeInstanceOf(ConflictError);
    expect(await repository.text('index.json')).toBe('written in place');
    await workspace.close();
    expect(await repository.tree('.rollback-work')).toEqual({});
  });
});

describe('create', () => {
  test('makes the folders on the way; the same bytes again are success, others a conflict', async () => {
    const workspace = await repository.workspace(await repository.manifest());
    const key = '.rollback-backups/b/manifest.json';
    await workspace.create(key, body);
    await workspace.create(key, body);
    await expect(workspace.create(key, Buffer.from('other'))).rejects.toBeInstanceOf(ConflictError);
    expect(await repository.text(key)).toBe(body.toString());
    expect(await modeOf('.rollback-backups')).toBe(await modeOf(''));
  });
});

test('names differ by case, whatever the file system thinks', async () => {
  expect(await repository.store.head('V1.0.2/README.md')).toBeUndefined();
  expect(await repository.store.head(`${VERSION}/README.md`)).toBeDefined();
});
