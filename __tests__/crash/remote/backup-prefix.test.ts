import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recover, restore, rollback } from '../../../src/engine/mod.ts';
import { recoverRequest, restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import type { RemoteWorld } from '../../builders/remote-world.ts';
import { essence, logRecords, type Snapshot } from '../invariants.ts';
import { worlds } from './worlds.ts';

const backups = (world: RemoteWorld): readonly string[] =>
  [...world.snapshot().keys()].filter((key) => key.startsWith('.rollback-backups/'));

/** A run that died is recovered by one that was told another place for backups. */
describe.each(worlds)('$name: recovered with another backup-prefix', ({ start }) => {
  let world: RemoteWorld;
  let original: Snapshot;
  beforeEach(async () => {
    world = await start();
    original = world.snapshot();
  });
  afterEach(() => world.close());

  async function diesAt(nth: number, what: RegExp): Promise<void> {
    const cut = world.cut(nth, 'after', what);
    const actor = await world.actor();
    await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(cut.struck).toBe(true);
    cut.undo();
    actor.host.die();
    world.backupPrefix = 'kept/elsewhere';
  }
  const recovered = async (choice: 'forward' | 'revert' = 'forward') =>
    recover(recoverRequest({ choice }), (await world.actor()).context);

  it('before the commit: its copies are taken away', async () => {
    await diesAt(1, / production\/\.rollback-backups\/.*\/manifest\.json$/);
    expect(backups(world)).not.toEqual([]);
    expect((await recovered()).exit_code).toBe(0);
    expect(backups(world)).toEqual([]);
    expect(essence(world.snapshot())).toEqual(essence(original));
  });

  it('after it: finished, and restored by whoever has the place that it had', async () => {
    await diesAt(1, / production\/index\.json$/);
    const report = await recovered();
    expect(report.exit_code, report.errors.join()).toBe(0);
    expect(logRecords(world.snapshot()).at(-1)?.kind).toBe('done');
    world.backupPrefix = '';
    expect((await restore(restoreRequest('v1.0.2'), (await world.actor()).context)).exit_code).toBe(0);
    expect(essence(world.snapshot())).toEqual(essence(original));
  });

  it('after it: put back, and its backup taken away', async () => {
    await diesAt(1, / production\/index\.json$/);
    expect((await recovered('revert')).exit_code).toBe(0);
    expect(essence(world.snapshot())).toEqual(essence(original));
    expect(backups(world)).toEqual([]);
  });

  it('a dry run knows where to look', async () => {
    await diesAt(1, / production\/index\.json$/);
    const request = rollbackRequest('v1.0.2', 'full', { dryRun: true });
    const report = await rollback(request, (await world.actor()).context);
    expect([report.exit_code, report.errors]).toEqual([0, []]);
  });

  it('a place inside the repository, which no run takes, is not believed', async () => {
    const { store } = (await world.actor()).context;
    for (const prefix of ['production/v1.0.1', 'production', '../x', 'a//b'])
      await expect(store.backups?.at(prefix)).rejects.toThrow(/as the place of backups/);
    expect((await store.backups?.at('beside'))?.backups?.prefix).toBe('beside');
  });
});
