import { describe, expect, it } from 'vitest';
import { list, recover, restore, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { A_MARKER, all, failing, following, to } from './intercepts.ts';
import { kinds, records } from './worlds.ts';

const FILES = ['v1.0.2/README.md', 'v1.0.2/bin/tars-linux-x64', 'v1.0.2/docs/guide.md'];
const [README = '', TARS = ''] = FILES;

const recovered = (world: MemoryWorld, choice: 'forward' | 'revert' | 'abandon') =>
  recover(recoverRequest({ choice }), world.actor().context);

/** Somebody cleans backups up; what was there. */
function prune(world: MemoryWorld, artifact: string): { readonly key: string; readonly body: string } {
  const key = world.bucket.keys('.rollback-backups/').find((each) => each.endsWith(`/${artifact}`)) ?? '';
  const body = world.bucket.text(key) ?? '';
  expect(body).not.toBe('');
  world.bucket.erase(key);
  return { key, body };
}

/** A rollback that dies when `happened` was so often. */
async function diesWhen(world: MemoryWorld, which: Parameters<typeof to>, nth: number): Promise<void> {
  let dead = false;
  const die = following(
    nth,
    () => {
      dead = true;
    },
    to(...which),
  );
  const actor = world.actor(
    all(async (_request, effect) => {
      if (dead) throw new Error('this process was killed');
      return effect();
    }, die),
  );
  await rollback(rollbackRequest('v1.0.2'), actor.context);
  expect(dead).toBe(true);
  actor.host.die();
}

describe.each([
  ['copies', {}, ['remove', /^v1/] as const],
  ['moves', { moves: true, checksums: true }, ['move', /^\.rollback-backups/] as const],
])('a backup of which somebody deleted a part (%s)', (_name, options, taking) => {
  it('a revert puts back all that can be, and names what can not', async () => {
    const world = new MemoryWorld(options);
    await diesWhen(world, [...taking], 6);
    prune(world, README);
    prune(world, TARS);
    const report = await recovered(world, 'revert');
    expect(report).toMatchObject({ exit_code: 0, status: 'partial', can_restore: false });
    expect(report.warnings.join()).toContain(`There is no backup of ${README}, ${TARS}`);
    expect(kinds(world).at(-1)).toBe('abandoned');
    expect(records(world).at(-1)?.outcome?.misplaced).toEqual([README, TARS]);
    expect(world.bucket.keys('v1.0.2/')).toHaveLength(4);
  });

  it('what one object refuses does not keep the others away', async () => {
    const world = new MemoryWorld(options);
    await diesWhen(world, [...taking], 6);
    const method = taking[0] === 'move' ? 'move' : 'copy';
    const actor = world.actor(failing(to(method, README)));
    const report = await recover(recoverRequest({ choice: 'revert' }), actor.context);
    // A permission that another account may have.
    expect(report).toMatchObject({ exit_code: 43, changed: 'unknown' });
    expect(world.bucket.keys('v1.0.2/')).toHaveLength(5);
    actor.host.die();
    expect((await recovered(world, 'forward')).exit_code).toBe(0);
    expect(kinds(world).at(-1)).toBe('reverted');
  });

  it('a recovery that goes forward keeps no promise: restore refuses, until the backup is mended', async () => {
    const world = new MemoryWorld(options);
    await diesWhen(world, [...taking], 6);
    const { key, body } = prune(world, README);
    expect((await recovered(world, 'forward')).can_restore).toBe(false);
    expect((await list(world.actor().context)).rollbacks).toMatchObject([{ can_restore: false }]);
    const refused = await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect([refused.exit_code, refused.changed]).toEqual([45, false]);
    expect(refused.errors.join()).toContain(README);
    world.bucket.write(key, body);
    expect((await restore(restoreRequest('v1.0.2'), world.actor().context)).exit_code).toBe(0);
  });

  it.each(['forward', 'revert', 'abandon'] as const)(
    'a marker that was written before is answered by one that does not promise (%s)',
    async (choice) => {
      const world = new MemoryWorld(options);
      await diesWhen(world, ['put', A_MARKER], 1);
      expect((await list(world.actor().context)).rollbacks).toMatchObject([{ can_restore: true }]);
      prune(world, README);
      await recovered(world, choice);
      expect(kinds(world).at(-1)).toBe(choice === 'forward' ? 'done' : 'abandoned');
      expect((await list(world.actor().context)).rollbacks).toMatchObject([{ can_restore: false }]);
      expect(world.bucket.keys('.rollback-log/by-version/')).toHaveLength(2);
    },
  );
});

it('given up with a whole backup, what a marker promised stays so', async () => {
  const world = new MemoryWorld();
  await diesWhen(world, ['put', A_MARKER], 1);
  await recovered(world, 'abandon');
  expect((await list(world.actor().context)).rollbacks).toMatchObject([{ can_restore: true }]);
  expect((await restore(restoreRequest('v1.0.2'), world.actor().context)).exit_code).toBe(0);
});

it('a marker that can not be read keeps nobody from giving up', async () => {
  const world = new MemoryWorld();
  await diesWhen(world, ['put', A_MARKER], 1);
  const [marker = ''] = world.bucket.keys('.rollback-log/by-version/');
  world.bucket.write(marker, 'torn');
  const report = await recovered(world, 'abandon');
  expect(report.exit_code).toBe(0);
  expect(kinds(world).at(-1)).toBe('abandoned');
});

it('a rollback without a backup is still refused at once', async () => {
  const world = new MemoryWorld();
  await rollback(rollbackRequest('v1.0.2', 'full', { createBackup: false }), world.actor().context);
  const report = await restore(restoreRequest('v1.0.2'), world.actor().context);
  expect(report.exit_code).toBe(45);
  expect(report.errors.join()).toContain('made without a backup');
});
