import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalStore } from '../../src/adapters/store/local/local-store.ts';
import { doctor, recover, rollback } from '../../src/engine/mod.ts';
import { FIXTURE, MemoryWorld, recoverRequest, rollbackRequest } from '../builders/memory-world.ts';
import { HostDouble, Machine } from '../doubles/host-double.ts';
import { RealClock } from '../doubles/store-clock.ts';
import { type Interference, Killed, withInterference } from '../doubles/store-faults.ts';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'release-rollback-lock-'));
  await cp(FIXTURE, path, { recursive: true });
});
afterEach(() => rm(path, { recursive: true, force: true }));

const machine = new Machine();
function actor() {
  const clock = new RealClock();
  const host = new HostDouble(machine);
  const context = { ...new MemoryWorld().actor().context, clock, host, store: LocalStore.open(path, clock) };
  return { context, host };
}

const LOCK = 'index.json.lock';
const locked = () =>
  stat(join(path, LOCK)).then(
    () => true,
    () => false,
  );

/** Dies as soon as the lock on the index is there; nothing that it does later reaches the disk. */
function killedWithTheLock(): Interference {
  let dead = false;
  return ({ args }, effect) => {
    if (dead) throw new Killed();
    const result = effect();
    if (!args.some((arg) => typeof arg === 'string' && arg.endsWith(`/${LOCK}`))) return result;
    dead = true;
    throw new Killed();
  };
}

async function leftovers(): Promise<{ result?: string; detail?: string; advice?: string }> {
  const { checks } = await doctor({ operation: 'doctor' }, actor().context);
  return checks.find(({ name }) => name === 'leftovers') ?? {};
}

async function die(): Promise<void> {
  const { context, host } = actor();
  await withInterference(killedWithTheLock(), () => rollback(rollbackRequest('v1.0.2'), context));
  host.die();
  expect(await locked()).toBe(true);
}

it.each(['forward', 'revert', 'abandon'] as const)(
  'our lock, left by a dead run, is gone after recover (%s)',
  async (choice) => {
    await die();
    expect(await recover(recoverRequest({ choice }), actor().context)).toMatchObject({ exit_code: 0 });
    expect(await locked()).toBe(false);
  },
);

describe('a lock that lies there while nothing is open', () => {
  it('is ours where it says so, and the next rollback removes it', async () => {
    await die();
    const text = await readFile(join(path, LOCK));
    await recover(recoverRequest({ choice: 'revert' }), actor().context);
    await writeFile(join(path, LOCK), text);
    expect(await leftovers()).toMatchObject({
      result: 'warning',
      detail: LOCK,
      advice: `${LOCK} is our own, left by a dead run: the next rollback or restore removes it.`,
    });
    expect(await rollback(rollbackRequest('v1.0.2'), actor().context)).toMatchObject({ exit_code: 0 });
    expect(await locked()).toBe(false);
  });

  it.each([
    ['a text', 'publisher 17'],
    ['null', 'null'],
    ['another name', '{"locked_by":"publisher"}'],
    ['no text', '{"locked_by":["release-rollback"]}'],
    ['half of ours', '{"locked_by":"release-rollback"'],
    ['ours, and too long to be ours', `{"locked_by":"release-rollback","x":"${'x'.repeat(5000)}"}`],
  ])("is a publisher's where it says %s", async (_, text) => {
    await writeFile(join(path, LOCK), text);
    expect((await leftovers()).advice).toContain("is a publisher's");
  });

  it("is a publisher's where it is no file", async () => {
    await cp(join(path, 'v1.0.2'), join(path, LOCK), { recursive: true });
    expect(await leftovers()).toMatchObject({
      result: 'warning',
      advice: expect.stringContaining("is a publisher's"),
    });
  });
});
