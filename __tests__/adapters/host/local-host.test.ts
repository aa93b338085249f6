import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { darwinProcesses, parsePs } from '../../../src/adapters/host/darwin-processes.ts';
import { linuxProcesses, parseStat } from '../../../src/adapters/host/linux-processes.ts';
import { LocalHost } from '../../../src/adapters/host/local-host.ts';
import { BLIND, type ProcessTable } from '../../../src/adapters/host/process-table.ts';
import type { Holder } from '../../../src/domain/log-record.ts';

const host = new LocalHost();
const me = await host.holder();
const readable = me.boot_id !== '' && me.pid_namespace !== '' && me.process_start !== '';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function started(command: string, args: string[]): Promise<ChildProcess & { pid: number }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child, 'spawn');
  return child as ChildProcess & { pid: number };
}

/** What a process would say of itself. */
async function holderOf(pid: number): Promise<Holder> {
  const table = process.platform === 'linux' ? linuxProcesses() : darwinProcesses();
  return { ...me, pid, process_start: (await table.look(pid))?.start ?? '' };
}

test('every id is another', () => {
  expect(host.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(host.uuid()).not.toBe(host.uuid());
});

test('a holder is this process on this machine', async () => {
  expect(me).toMatchObject({ host: host.machineId, pid: process.pid });
  expect(host.machineId).not.toBe('');
  expect(await host.holder()).toEqual(me);
});

test.runIf(process.platform === 'linux' || process.platform === 'darwin')('this system can be read', () => {
  expect(readable).toBe(true);
});

describe.runIf(readable)('liveness', () => {
  test('we live', async () => {
    expect(await host.liveness(me)).toBe('alive');
  });

  test('a child lives until it is killed', async () => {
    const child = await started(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const holder = await holderOf(child.pid);
    expect(await host.liveness(holder)).toBe('alive');
    child.kill('SIGSTOP');
    expect(await host.liveness(holder)).toBe('alive');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await host.liveness(holder)).toBe('dead');
  });

  test('a zombie is dead', async () => {
    // The shell becomes `sleep`, which never collects the child that it inherits.
    const parent = await started('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
    const [line] = (await once(parent.stdout ?? parent, 'data')) as [Buffer];
    const pid = Number(line.toString());
    const holder = { ...me, pid, process_start: '1' };
    for (let i = 0; i < 100; i += 1) {
      const table = process.platform === 'linux' ? linuxProcesses() : darwinProcesses();
      const sight = await table.look(pid);
      if (sight?.zombie) {
        expect(() => process.kill(pid, 0)).not.toThrow();
        expect(await host.liveness({ ...holder, process_start: sight.start })).toBe('dead');
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('no zombie came about');
  });

  test('another process under the same pid is not the holder', async () => {
    expect(await host.liveness({ ...me, process_start: `${me.process_start}0` })).toBe('dead');
  });

  test.each([
    ['another boot', { boot_id: 'other' }],
    ['another namespace', { pid_namespace: 'pid:[1]' }],
    ['a boot id that was not found out', { boot_id: '' }],
    ['a namespace that was not found out', { pid_namespace: '' }],
    ['a start that was not found out', { process_start: '' }],
    ['no pid', { pid: 0 }],
    ['a process group', { pid: -1 }],
  ])('of %s is unknown', async (_, change) => {
    expect(await host.liveness({ ...me, ...change })).toBe('unknown');
  });

  test('of a living process that is hidden from us is unknown, of none dead', async () => {
    const hiding: ProcessTable = {
      bootId: async () => me.boot_id,
      namespace: async () => me.pid_namespace,
      look: async () => undefined,
    };
    expect(await new LocalHost(hiding).liveness(me)).toBe('unknown');
    expect(await new LocalHost(hiding).liveness({ ...me, pid: 2 ** 22 + 1 })).toBe('dead');
  });
});

test('where nothing can be read nobody is dead', async () => {
  const blind = new LocalHost(BLIND);
  const holder = await blind.holder();
  expect(holder).toMatchObject({ boot_id: '', pid_namespace: '', process_start: '' });
  expect(await blind.liveness(holder)).toBe('unknown');
  expect(await blind.liveness({ ...holder, pid: 2 ** 22 + 1 })).toBe('unknown');
});

describe('Linux', () => {
  const tail = ' S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 424242 20 21';
  test.each([
    [`77 (node)${tail}`, { start: '424242', zombie: false }],
    [`77 (a b) S 1 (c))${tail}`, { start: '424242', zombie: false }],
    [`77 (node)${tail.replace('S', 'Z')}`, { start: '424242', zombie: true }],
    ['77 (node) S 1', undefined],
    ['', undefined],
  ])('reads %s', (stat, sight) => {
    expect(parseStat(stat)).toEqual(sight);
  });

  describe('a /proc', () => {
    let proc: string;
    beforeEach(async () => {
      proc = await mkdtemp(join(tmpdir(), 'proc-'));
      await mkdir(join(proc, '7/ns'), { recursive: true });
      await mkdir(join(proc, 'sys/kernel/random'), { recursive: true });
      await writeFile(join(proc, 'sys/kernel/random/boot_id'), 'b-o-o-t\n');
      await symlink('7', join(proc, 'self'));
      await symlink('pid:[1]', join(proc, '7/ns/pid'));
    });
    afterEach(() => rm(proc, { recursive: true }));

    test('of ours', async () => {
      const table = linuxProcesses(proc, 7);
      expect(await table.bootId()).toBe('b-o-o-t');
      expect(await table.namespace()).toBe('pid:[1]');
      await symlink('time:[2]', join(proc, '7/ns/time'));
      expect(await table.namespace()).toBe('pid:[1] time:[2]');
    });

    test('of another pid namespace tells nothing', async () => {
      expect(await linuxProcesses(proc, 8).namespace()).toBe('');
    });
  });
});

describe('macOS', () => {
  test.each([
    ['Ss   Mon Nov 23 09:30:00 2026    \n', { start: 'Mon Nov 23 09:30:00 2026', zombie: false }],
    ['Z+   Mon Nov  2 09:30:00 2026\n', { start: 'Mon Nov 2 09:30:00 2026', zombie: true }],
    ['', undefined],
  ])('reads %j', (line, sight) => {
    expect(parsePs(line)).toEqual(sight);
  });

  test('asks sysctl and ps', async () => {
    const asked: string[] = [];
    const table = darwinProcesses(async (file, args) => {
      asked.push([file, ...args].join(' '));
      return file.endsWith('sysctl') ? 'UUID\n' : 'S Mon Nov 23 09:30:00 2026\n';
    });
    expect(await table.bootId()).toBe('UUID');
    expect(await table.namespace()).toBe('darwin');
    expect(await table.look(5)).toEqual({ start: 'Mon Nov 23 09:30:00 2026', zombie: false });
    expect(asked).toEqual(['/usr/sbin/sysctl -n kern.bootsessionuuid', '/bin/ps -o stat=,lstart= -p 5']);
  });
});
