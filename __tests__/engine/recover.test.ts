import { describe, expect, it } from 'vitest';
import { failure } from '../../src/domain/errors.ts';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import { closingLines } from '../../src/report/console.ts';
import { jobSummary } from '../../src/report/summary.ts';
import { textReport } from '../../src/report/text-report.ts';
import { undoCommand } from '../../src/report/undo-command.ts';
import { MemoryWorld, recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { snapshotOf, violations } from '../crash/invariants.ts';
import { failing, to } from './intercepts.ts';
import { diesAfter, diesAt, essenceOf, kinds, listed, records } from './worlds.ts';

const recovered = (world: MemoryWorld, changes: Parameters<typeof recoverRequest>[0] = {}) =>
  recover(recoverRequest(changes), world.actor().context);

describe('recover', () => {
  it('without a log: 0, and none is made', async () => {
    const world = new MemoryWorld();
    for (const choice of ['forward', 'revert', 'abandon'] as const) {
      expect(await recovered(world, { choice })).toMatchObject({
        exit_code: 0,
        changed: false,
        status: 'success',
      });
    }
    expect(kinds(world)).toEqual([]);
  });

  it('before the commit: undone, nothing visible ever changed', async () => {
    const world = new MemoryWorld();
    const before = essenceOf(world);
    await diesAt(world, 5);
    const report = await recovered(world);
    expect(report).toMatchObject({ exit_code: 0, changed: false, operation: 'recover' });
    expect(report.summary).toContain('Undid the rollback of v1.0.2');
    expect(essenceOf(world)).toEqual(before);
    expect(world.bucket.keys('.rollback-backups/')).toEqual([]);
  });

  it.each(['full', 'artifacts_only', 'index_only'] as const)(
    'of a %s restore tells what was put back, not what was lost',
    async (type) => {
      const world = new MemoryWorld();
      await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
      await diesAfter(world, 'commit', ({ context }) => restore(restoreRequest('v1.0.2'), context));
      const report = await recovered(world);
      expect(report).toMatchObject({ exit_code: 0, recovered_operation: 'restore' });
      const text = textReport(report);
      const lines = [...closingLines(report, { color: false }).results, jobSummary(report), text].join('\n');
      if (type !== 'artifacts_only') expect(text).toMatch(/Put back: .+(artifacts|the index entry)/);
      else expect(text).toContain('no longer marked as removed');
      expect(lines).not.toMatch(/Moved|cannot be restored|do not downgrade/);
      expect(undoCommand({ ...report, repository_options: {} })).toMatch(
        new RegExp(`rollback --version v1.0.2 --rollback-type ${type}`),
      );
    },
  );

  it('after the commit: finished, with its evidence in our own folders', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const actor = world.actor();
    const report = await recover(recoverRequest(), actor.context);
    expect(report).toMatchObject({ exit_code: 0, changed: true, version: 'v1.0.2', rollback_type: 'full' });
    expect(report.summary).toContain('Finished the rollback of v1.0.2');
    expect(actor.evidence.published.map(({ name }) => name)).toContain('v1.0.2.rollback-audit.json');
    expect(world.bucket.text('index.md')).not.toContain('v1.0.2');
  });

  it('killed between index.json and index.md: both say the same in the end', async () => {
    const world = new MemoryWorld();
    for (let at = 1; ; at += 1) {
      const candidate = new MemoryWorld();
      const kill = await diesAt(candidate, at);
      if (kill.keys.at(-1) !== 'put index.json') continue;
      await recovered(candidate);
      expect(candidate.bucket.text('index.md')).not.toContain('v1.0.2');
      break;
    }
    expect(kinds(world)).toEqual([]);
  });

  it('whose own evidence cannot be written still finishes what was committed', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const actor = world.actor();
    actor.evidence.failAt = 'publish';
    const report = await recover(recoverRequest(), actor.context);
    expect(report).toMatchObject({ exit_code: 0, audit_log_created: false });
    expect(report.warnings.join()).toContain('without its evidence');
    expect(kinds(world).at(-1)).toBe('done');
  });

  it('that lacks a permission leaves it open and names it: 43', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const poor = world.actor(failing(to('remove', /^v1/), () => failure('PERMISSION', 'may not delete')));
    const report = await recover(recoverRequest(), poor.context);
    expect(report).toMatchObject({ exit_code: 43, status: 'partial', changed: 'unknown' });
    expect(report.errors.join()).toContain('may not delete');
    poor.host.die();
    expect((await recovered(world)).exit_code).toBe(0);
  });

  it('out of reach: 49, open', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const deaf = world.actor(failing(to('remove', /^v1/), () => failure('UNREACHABLE', 'no answer')));
    expect(await recover(recoverRequest(), deaf.context)).toMatchObject({
      exit_code: 49,
      changed: 'unknown',
    });
    deaf.host.die();
    expect((await recovered(world)).exit_code).toBe(0);
  });

  it.each(['forward', 'revert', 'abandon'] as const)(
    'leaves a living holder alone (%s): 43',
    async (choice) => {
      const world = new MemoryWorld();
      await diesAfter(world, 'commit');
      world.machine.dead.clear();
      expect(await recovered(world, { choice, lockTimeout: 5 })).toMatchObject({ exit_code: 43 });
      expect(kinds(world)).toEqual(['claim', 'commit']);
    },
  );

  it.each(['manifest.json'])('acts only on the committed manifest (%s changed)', async (name) => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const key = world.bucket
      .keys('.rollback-backups/')
      .find((path) => path.endsWith(`/${name}`) && !path.includes('/v1.0.2/'));
    const text = world.bucket.text(key ?? '') ?? '';
    world.bucket.write(key ?? '', text.replaceAll('v1.0.2/', 'v1.0.1/'));
    const before = essenceOf(world);
    expect((await recovered(world)).exit_code).toBe(43);
    expect(essenceOf(world)).toEqual(before);
    for (const process of [...Array(world.machine.next).keys()]) world.machine.dead.add(process);
    expect((await recovered(world, { choice: 'abandon' })).exit_code).toBe(0);
    expect((await rollback(rollbackRequest('v1.0.1'), world.actor().context)).exit_code).toBe(0);
  });
});

describe('a person chooses', () => {
  it.each([11, 14, 17, 19])(
    '--revert of a committed rollback, killed at change %i: exactly as before',
    async (at) => {
      const world = new MemoryWorld();
      const before = essenceOf(world);
      const kill = await diesAt(world, at);
      expect(kill.dead).toBe(true);
      expect(records(world).map(({ kind }) => kind)).toContain('commit');
      const report = await recovered(world, { choice: 'revert' });
      expect(report).toMatchObject({ exit_code: 0, changed: true });
      expect(essenceOf(world)).toEqual(before);
      expect(kinds(world).at(-1)).toBe('reverted');
      expect(world.bucket.keys('.rollback-backups/')).toEqual([]);
      expect((await restore(restoreRequest('v1.0.2'), world.actor().context)).exit_code).toBe(40);
      expect((await rollback(rollbackRequest('v1.0.2'), world.actor().context)).exit_code).toBe(0);
    },
  );

  it('--revert of a committed restore: rolled back as before', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    const before = essenceOf(world);
    await diesAt(world, 6, ({ context }) => restore(restoreRequest('v1.0.2'), context));
    expect((await recovered(world, { choice: 'revert' })).exit_code).toBe(0);
    expect(essenceOf(world)).toEqual(before);
    expect((await restore(restoreRequest('v1.0.2'), world.actor().context)).exit_code).toBe(0);
  });

  it('--revert of a claim just closes it', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'claim');
    expect(await recovered(world, { choice: 'revert' })).toMatchObject({ exit_code: 0, changed: false });
    expect(kinds(world)).toEqual(['claim', 'takeover', 'aborted']);
  });

  it('--abandon: closed, every key that is missing named, nothing moved', async () => {
    const world = new MemoryWorld();
    const original = snapshotOf(world.bucket);
    await diesAt(world, 15);
    const before = essenceOf(world);
    const report = await recovered(world, { choice: 'abandon', reason: 'we mend it by hand' });
    expect(report.exit_code).toBe(0);
    expect(essenceOf(world)).toEqual(before);
    const gone = [...original.keys()].filter((key) => key.startsWith('v1.0.2/') && !world.bucket.get(key));
    expect(gone.length).toBeGreaterThan(0);
    expect(records(world).at(-1)).toMatchObject({
      kind: 'abandoned',
      open: null,
      outcome: { exit_code: 43, message: 'we mend it by hand', misplaced: gone },
    });
    for (const key of gone) expect(report.warnings.join()).toContain(key);
    expect(violations(snapshotOf(world.bucket), original, { backup: true })).toEqual([]);
    expect((await rollback(rollbackRequest('v1.0.1'), world.actor().context)).exit_code).toBe(0);
  });
});

describe('a run that begins by finishing the same operation', () => {
  it.each([
    ['strict', {}],
    ['lenient', { policyMode: 'lenient' as const }],
    ['--force', { force: true }],
  ])('reports that one: 0, its id, a warning (%s)', async (_name, changes) => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const [claim] = records(world);
    const report = await rollback(rollbackRequest('v1.0.2', 'full', changes), world.actor().context);
    expect(report).toMatchObject({
      exit_code: 0,
      status: 'success',
      changed: true,
      total_artifacts_removed: 6,
    });
    expect(report.rollback_id).toBe(claim?.open?.rollback_id);
    expect(report.warnings.join()).toContain('finished what run https://github.com/o/r/actions/runs/1 left');
    expect(listed(world)).toEqual(['v1.0.1', 'v1.0.0']);
  });

  it('with the notes and warnings of both runs, each once', async () => {
    const world = new MemoryWorld();
    // A file that nobody lists: a warning of the plan, which the log keeps for whoever finishes it.
    world.bucket.write('v1.0.2/stranger', 'unlisted');
    await diesAfter(world, 'commit');
    const { context } = world.actor();
    const store = Object.assign(context.store, { inspect: async () => ['the clock is off'] });
    const signer = {
      check: async () => [],
      prepare: async () => ['a key was made'],
      sign: () => Promise.reject(new Error('nothing is written here, so nothing is signed')),
    };
    const report = await rollback(rollbackRequest('v1.0.2'), { ...context, store, signer });
    expect(report).toMatchObject({ exit_code: 0, operation: 'rollback', errors: [] });
    const first = 'First brought to its end: rollback of v1.0.2 (https://github.com/o/r/actions/runs/1): ';
    expect(report.notes.filter((note) => note.startsWith(first))).toHaveLength(1);
    expect(report.notes).toContain('a key was made');
    expect(report.warnings).toContain('the clock is off');
    expect(report.warnings.filter((warning) => warning.includes('stranger'))).toHaveLength(1);
    for (const told of [report.notes, report.warnings]) expect(new Set(told).size).toBe(told.length);
    expect(report.recovered).toMatchObject([{ version: 'v1.0.2', ending: 'finished' }]);
  });

  it('of another type does its own', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit', ({ context }) =>
      rollback(rollbackRequest('v1.0.2', 'index_only'), context),
    );
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    expect(report).toMatchObject({ exit_code: 0, rollback_type: 'full', total_artifacts_removed: 6 });
    expect(report.notes.join()).toContain('First brought to its end');
  });

  it('and then finds its own done already: 46, but the repository was changed, and the report says by what', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const [claim] = records(world);
    const report = await rollback(rollbackRequest('v1.0.2', 'index_only'), world.actor().context);
    expect(report).toMatchObject({
      exit_code: 46,
      status: 'failed',
      changed: true,
      total_artifacts_removed: 0,
      recovered: [
        {
          operation: 'rollback',
          version: 'v1.0.2',
          rollback_id: claim?.open?.rollback_id,
          ending: 'finished',
        },
      ],
    });
    const shown = [
      closingLines(report, { color: false }).problems.join('\n'),
      textReport(report),
      jobSummary(report),
    ];
    for (const text of shown) {
      expect(text).toContain('what a dead run had left was finished: rollback of v1.0.2');
      expect(text).not.toMatch(/nothing was changed|do not downgrade|undo it/i);
    }
  });

  it('and then fails for another reason: changed, too; what was undone from its claim counts for nothing', async () => {
    for (const [kind, changed] of [
      ['commit', true],
      ['claim', false],
    ] as const) {
      const world = new MemoryWorld();
      await diesAfter(world, kind);
      const report = await rollback(rollbackRequest('v9.9.9'), world.actor().context);
      expect(report).toMatchObject({ exit_code: 40, changed });
      expect(report.recovered).toHaveLength(1);
    }
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const restored = await restore(restoreRequest('v9.9.9'), world.actor().context);
    expect(restored).toMatchObject({ exit_code: 40, operation: 'restore', changed: true });
    expect(restored.notes.join()).toContain('First brought to its end: rollback of v1.0.2');
    expect(undoCommand(restored)).toBeUndefined();
  });

  it.each([
    ['commit', 'Finishing what'],
    ['claim', 'Undoing what'],
  ] as const)('a person is told what is done with what died after its %s: %s', async (kind, told) => {
    const world = new MemoryWorld();
    await diesAfter(world, kind);
    const { context } = world.actor();
    const warnings: string[] = [];
    const reporter = { ...context.reporter, warn: (message: string) => void warnings.push(message) };
    await recover(recoverRequest(), { ...context, reporter });
    expect(warnings[0]).toContain(told);
  });

  it('a report of which nothing was recovered says nothing of it', async () => {
    const world = new MemoryWorld();
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    expect(report).not.toHaveProperty('recovered');
  });

  it('a restore that finishes the same restore: 0', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    await diesAfter(world, 'commit', ({ context }) => restore(restoreRequest('v1.0.2'), context));
    const report = await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect(report).toMatchObject({ exit_code: 0, operation: 'restore', changed: true });
    expect(report.warnings.join()).toContain('finished what run');
  });

  it('one that died before its commit is undone, and ours is done', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'claim');
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    expect(report).toMatchObject({
      exit_code: 0,
      rollback_id: records(world).at(-1)?.operation_id.slice(0, 8),
    });
    expect(kinds(world)).toEqual(['claim', 'takeover', 'aborted', 'claim', 'commit', 'beat', 'done']);
  });
});
