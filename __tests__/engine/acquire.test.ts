import { describe, expect, it } from 'vitest';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { logFaults, snapshotOf } from '../crash/invariants.ts';
import { A_RECORD, before, following, to } from './intercepts.ts';
import { diesAfter, kinds, listed, records } from './worlds.ts';

describe('a repository that is held', () => {
  it('by a living process: 43 after the lock timeout, naming it', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    world.machine.dead.clear();
    const began = world.clock.time;
    const report = await rollback(
      rollbackRequest('v1.0.1', 'full', { lockTimeout: 30 }),
      world.actor().context,
    );
    expect(report).toMatchObject({ exit_code: 43, error_code: 'REPOSITORY_HELD', changed: false });
    expect(report.summary).toMatch(/process 1 on build-host .*holds the repository: rollback of v1\.0\.2/);
    expect(world.clock.time - began).toBeGreaterThanOrEqual(30_000);
    expect(world.clock.time - began).toBeLessThan(31_000);
    expect(kinds(world)).toEqual(['claim', 'commit']);
  });

  it('by a dead process: taken over after the fence', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    world.clock.sleeps.length = 0;
    const report = await rollback(
      rollbackRequest('v1.0.1', 'full', { fenceSeconds: 77 }),
      world.actor().context,
    );
    expect(report.exit_code).toBe(0);
    expect(world.clock.sleeps[0]).toBe(77_000);
    expect(kinds(world).slice(0, 3)).toEqual(['claim', 'commit', 'takeover']);
    expect(listed(world)).toEqual(['v1.0.0']);
    expect(report.notes.join()).toContain('First brought to its end: rollback of v1.0.2');
  });

  it('by somebody on another machine: dead when its newest record is older than 60 s', async () => {
    const world = new MemoryWorld();
    world.machine.visible = false;
    await diesAfter(world, 'commit');
    const died = world.clock.time;
    const held = await rollback(
      rollbackRequest('v1.0.1', 'full', { lockTimeout: 59 }),
      world.actor().context,
    );
    expect(held.exit_code).toBe(43);
    const report = await rollback(rollbackRequest('v1.0.1'), world.actor().context);
    expect(report.exit_code).toBe(0);
    const takeover = records(world).find(({ kind }) => kind === 'takeover');
    expect(Date.parse(takeover?.time ?? '') - died).toBeGreaterThan(120_000);
  });

  it('by a holder that lets go: waits, then does its own', async () => {
    const world = new MemoryWorld();
    let second: Promise<{ exit_code: number }> | undefined;
    const start = following(
      1,
      () => {
        second = rollback(rollbackRequest('v1.0.1'), world.actor().context);
      },
      to('put', A_RECORD),
    );
    const first = await rollback(rollbackRequest('v1.0.2'), world.actor(start).context);
    expect([first.exit_code, (await second)?.exit_code]).toEqual([0, 0]);
    expect(listed(world)).toEqual(['v1.0.0']);
    expect(kinds(world)).toEqual(['claim', 'commit', 'beat', 'done', 'claim', 'commit', 'beat', 'done']);
  });
});

describe('two at once', () => {
  it.each(Array.from({ length: 12 }, (_, i) => i + 1))(
    'the one that loses the race for the claim waits (meeting at request %i)',
    async (nth) => {
      const world = new MemoryWorld();
      let second: Promise<{ exit_code: number; status: string }> | undefined;
      const meet = before(nth, () => {
        second = rollback(rollbackRequest('v1.0.2'), world.actor().context);
      });
      const first = await rollback(rollbackRequest('v1.0.2'), world.actor(meet).context);
      const codes = [first.exit_code, (await second)?.exit_code].sort();
      expect(codes).toEqual([0, 46]);
      expect(kinds(world).filter((kind) => kind === 'done')).toHaveLength(1);
      expect(logFaults(snapshotOf(world.bucket))).toEqual([]);
    },
  );

  it('two restores: one does it, the other finds it done; both 0', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    const reports = await Promise.all([
      restore(restoreRequest('v1.0.2'), world.actor().context),
      restore(restoreRequest('v1.0.2'), world.actor().context),
    ]);
    expect(reports.map(({ exit_code }) => exit_code)).toEqual([0, 0]);
    expect(reports.map(({ changed }) => changed).sort()).toEqual([false, true]);
  });

  it('two recoveries: one does it, both 0', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const reports = await Promise.all([
      recover(recoverRequest(), world.actor().context),
      recover(recoverRequest(), world.actor().context),
    ]);
    expect(reports.map(({ exit_code }) => exit_code)).toEqual([0, 0]);
    expect(kinds(world).filter((kind) => kind === 'takeover')).toHaveLength(1);
    expect(listed(world)).toEqual(['v1.0.1', 'v1.0.0']);
  });
});
