import { expect, it } from 'vitest';
import type { Intercept } from '../../src/adapters/store/memory/memory-store.ts';
import { rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, rollbackRequest } from '../builders/memory-world.ts';
import { to } from './intercepts.ts';
import { diesAfter, kinds, listed } from './worlds.ts';

/** The first manifest of a backup meets another one: two rollbacks drew the same id in the same second. */
const taken = (world: MemoryWorld): Intercept => {
  let met = false;
  return (request, effect) => {
    if (!met && to('put', /^\.rollback-backups\/.*manifest\.json$/)(request)) {
      met = true;
      world.bucket.write(request.key, "another rollback's");
    }
    return effect();
  };
};

it('a rollback whose id is drawn again still tells what it had recovered before', async () => {
  const world = new MemoryWorld();
  await diesAfter(world, 'commit', ({ context }) => rollback(rollbackRequest('v1.0.1'), context));
  const report = await rollback(rollbackRequest('v1.0.2'), world.actor(taken(world)).context);
  expect(kinds(world).filter((kind) => kind === 'claim')).toHaveLength(3);
  expect(report).toMatchObject({
    exit_code: 0,
    changed: true,
    recovered: [{ operation: 'rollback', version: 'v1.0.1', ending: 'finished' }],
  });
  expect(report.notes.filter((note) => note.startsWith('First brought to its end'))).toHaveLength(1);
  expect(listed(world)).toEqual(['v1.0.0']);
});

it('and one that fails after that says that the repository was changed', async () => {
  const world = new MemoryWorld();
  await diesAfter(world, 'commit', ({ context }) => rollback(rollbackRequest('v1.0.1'), context));
  const again: Intercept = (request, effect) => {
    if (to('put', /^\.rollback-backups\/.*manifest\.json$/)(request)) {
      world.bucket.erase('index.json');
      world.bucket.write(request.key, "another rollback's");
    }
    return effect();
  };
  const report = await rollback(rollbackRequest('v1.0.2'), world.actor(again).context);
  expect(report).toMatchObject({ exit_code: 41, changed: true, recovered: [{ version: 'v1.0.1' }] });
});

it('the same rollback that a dead run had begun is adopted all the same', async () => {
  const world = new MemoryWorld();
  await diesAfter(world, 'commit');
  const report = await rollback(rollbackRequest('v1.0.2'), world.actor(taken(world)).context);
  expect(report).toMatchObject({ exit_code: 0, recovered: [{ version: 'v1.0.2', ending: 'finished' }] });
  expect(report.warnings.join()).toContain('finished what run');
});
