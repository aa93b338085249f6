import { describe, expect, it } from 'vitest';
import type { Intercept } from '../../src/adapters/store/memory/memory-store.ts';
import { failure } from '../../src/domain/errors.ts';
import { ROLLBACK_TYPES } from '../../src/domain/types.ts';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { snapshotOf, violations } from '../crash/invariants.ts';
import { A_MARKER, A_RECORD, before, failing, following, isChange, losingReplies, to } from './intercepts.ts';
import {
  essenceOf,
  foreignEntry,
  indexText,
  kinds,
  listed,
  publishBlind,
  rawOf,
  records,
  unchanged,
} from './worlds.ts';

async function attempt(intercept: Intercept, changes = {}, prepare = (_world: MemoryWorld) => {}) {
  const world = new MemoryWorld();
  prepare(world);
  const before = essenceOf(world);
  const original = snapshotOf(world.bucket);
  const actor = world.actor(intercept);
  const report = await rollback(rollbackRequest('v1.0.2', 'full', changes), actor.context);
  return { world, before, original, report };
}
const untouched: Intercept = (_request, effect) => effect();

/** A failed run: the code, exactly as before, nothing open. */
async function failsWith(code: number, intercept: Intercept, closer: string | undefined, changes = {}) {
  const { world, before, report } = await attempt(intercept, changes);
  expect(report.exit_code, report.errors.join('; ')).toBe(code);
  unchanged(report);
  expect(report.status).toBe('failed');
  expect(essenceOf(world)).toEqual(before);
  expect(kinds(world).at(-1)).toBe(closer);
  expect(world.bucket.keys('.rollback-backups/')).toEqual([]);
  return { world, report };
}

describe('before anything is touched', () => {
  it('40', async () => {
    const world = new MemoryWorld();
    const report = await rollback(rollbackRequest('v9.9.9'), world.actor().context);
    expect(report).toMatchObject({ exit_code: 40, version_exists: false, changed: false });
    expect(report.summary).toBe('Version v9.9.9 not found in repository');
    expect(kinds(world)).toEqual(['claim', 'aborted']);
  });

  it('40 for the look-alike: v1.0 and V1.0.2 are other versions', async () => {
    for (const version of ['v1.0', 'V1.0.2', 'v1.0.20']) {
      const report = await rollback(rollbackRequest(version), new MemoryWorld().actor().context);
      expect(report.exit_code).toBe(40);
    }
  });

  it.each<[string, (world: MemoryWorld) => void]>([
    ['a broken index', (world) => void world.bucket.write('index.json', '{"releases": [')],
    ['an empty index', (world) => void world.bucket.write('index.json', '')],
    ['a missing index', (world) => world.bucket.erase('index.json')],
    ['a missing artifact', (world) => world.bucket.erase('v1.0.2/README.md')],
    ['a duplicate entry', (world) => publishBlind(world, rawOf(world, 'v1.0.2'))],
  ])('41: %s', async (_what, harm) => {
    const { world, before, report } = await attempt(untouched, {}, harm);
    expect(report.exit_code).toBe(41);
    unchanged(report);
    expect(essenceOf(world)).toEqual(before);
  });

  it('42', async () => {
    const depends = JSON.stringify({ version: 'v1.0.3', artifacts: [], base_version: 'v1.0.2' });
    const { report } = await attempt(untouched, {}, (world) => publishBlind(world, depends));
    expect(report).toMatchObject({ exit_code: 42, dependencies_satisfied: false, changed: false });
  });

  it('lenient and --force turn 41 and 42 into warnings; --force is recorded', async () => {
    const depends = JSON.stringify({ version: 'v1.0.3', artifacts: [], depends_on: ['v1.0.2'] });
    const harm = (world: MemoryWorld) => publishBlind(world, depends);
    const lenient = await attempt(untouched, { policyMode: 'lenient' }, harm);
    expect(lenient.report).toMatchObject({ exit_code: 0, forced: false, policy_passed: false });
    const forced = await attempt(untouched, { force: true }, harm);
    expect(forced.report).toMatchObject({ exit_code: 0, forced: true, policy_passed: false });
    expect(forced.report.warnings.join()).toContain('v1.0.3 depends on v1.0.2');
    expect(records(forced.world).find(({ kind }) => kind === 'commit')?.open?.forced).toBe(true);
  });

  it('0 in lenient mode when nothing is left to do', async () => {
    const world = new MemoryWorld();
    const lenient = { policyMode: 'lenient' as const };
    const report = await rollback(rollbackRequest('v9.9.9', 'full', lenient), world.actor().context);
    expect(report).toMatchObject({ exit_code: 0, status: 'success', changed: false });
    expect(report.warnings).toHaveLength(2);
  });

  it('48 when the evidence cannot be prepared; no record is written', async () => {
    const world = new MemoryWorld();
    const actor = world.actor();
    actor.evidence.failAt = 'prepare';
    expect(await rollback(rollbackRequest('v1.0.2'), actor.context)).toMatchObject({
      exit_code: 48,
      changed: false,
    });
    expect(kinds(world)).toEqual([]);
  });
});

describe('in step 3', () => {
  it('45 when a copy is refused', () => failsWith(45, failing(to('copy', /README/)), 'aborted'));
  it('45 when there is no room', () =>
    failsWith(
      45,
      failing(to('copy', /README/), () => failure('BACKUP', 'no room')),
      'aborted',
    ));
  it('45 when the manifest of the backup is refused', () =>
    failsWith(45, failing(to('put', /manifest\.json$/)), 'aborted'));
  it('48 when the manifest is refused, without a backup', () =>
    failsWith(48, failing(to('put', /manifests\//)), 'aborted', { createBackup: false }));

  it('48 when the evidence cannot be staged', async () => {
    const world = new MemoryWorld();
    const before = essenceOf(world);
    const actor = world.actor();
    actor.evidence.failAt = 'stage';
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(report).toMatchObject({ exit_code: 48, changed: false });
    expect(essenceOf(world)).toEqual(before);
    expect(kinds(world)).toEqual(['claim', 'aborted']);
    expect(world.bucket.keys('.rollback-backups/')).toEqual([]);
  });

  it('43 when an artifact is written over meanwhile', async () => {
    const world = new MemoryWorld();
    const write = before(1, () => world.bucket.write('v1.0.2/README.md', 'new'), to('copy', /./));
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(write).context);
    expect(report).toMatchObject({ exit_code: 43, changed: false });
    expect(world.bucket.text('v1.0.2/README.md')).toBe('new');
    expect(listed(world)).toContain('v1.0.2');
    expect(world.bucket.keys('.rollback-backups/')).toEqual([]);
  });

  it('waits for what may land late before it cleans up', async () => {
    const world = new MemoryWorld();
    const lost = failing(to('copy', /README/), () => failure('UNREACHABLE', 'no answer'));
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(lost).context);
    expect(report.exit_code).toBe(49);
    expect(world.clock.sleeps).toContain(60_000);
    expect(world.bucket.keys('.rollback-backups/')).toEqual([]);
  });
});

describe('at the commit', () => {
  const atCommit: Intercept = (() => {
    let puts = 0;
    return async (request, effect) => {
      if (to('put', A_RECORD)(request)) puts += 1;
      if (to('put', A_RECORD)(request) && puts === 2) throw failure('PERMISSION', 'refused');
      return effect();
    };
  })();

  it('refused: aborted, exactly as before', async () => {
    await failsWith(49, atCommit, 'aborted');
  });

  it('without an answer: unknown, left open, brought to its end by recover', async () => {
    const world = new MemoryWorld();
    let records = 0;
    const intercept: Intercept = async (request, effect) => {
      if (to('put', A_RECORD)(request)) records += 1;
      if (records >= 2) throw failure('UNREACHABLE', 'no answer');
      return effect();
    };
    const actor = world.actor(intercept);
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(report).toMatchObject({ exit_code: 49, status: 'partial', changed: 'unknown' });
    expect(report.advice).toContain('recover');
    actor.host.die();
    expect(await recover(recoverRequest(), world.actor().context)).toMatchObject({ exit_code: 0 });
    expect(kinds(world).at(-1)).toBe('aborted');
  });
});

describe('after the commit', () => {
  it('44 when the index is refused for good', () =>
    failsWith(44, failing(to('put', 'index.json')), 'reverted'));

  it('44 when others change the index again and again', async () => {
    const world = new MemoryWorld();
    const busy: Intercept = async (request, effect) => {
      if (to('put', 'index.json')(request)) world.bucket.write('index.json', `${indexText(world)} `);
      return effect();
    };
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(busy).context);
    expect(report).toMatchObject({ exit_code: 44, changed: false });
    expect(listed(world)).toContain('v1.0.2');
  });

  it.each([1, 3, 6])('43 when removal %i is refused: all put back', async (nth) => {
    let seen = 0;
    await failsWith(
      43,
      async (request, effect) => {
        if (to('remove', /^v1/)(request)) seen += 1;
        if (to('remove', /^v1/)(request) && seen === nth) throw failure('PERMISSION', 'on hold');
        return effect();
      },
      'reverted',
    );
  });

  it('43 when the marker is refused', () => failsWith(43, failing(to('put', A_MARKER)), 'reverted'));

  it('48 late: reverted', async () => {
    const world = new MemoryWorld();
    const before = essenceOf(world);
    const actor = world.actor();
    actor.evidence.failAt = 'publish';
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(report).toMatchObject({
      exit_code: 48,
      status: 'failed',
      changed: false,
      audit_log_created: false,
    });
    expect(essenceOf(world)).toEqual(before);
    expect(kinds(world).slice(-2)).toEqual(['reverting', 'reverted']);
  });

  it('48 late without a backup: done, partial', async () => {
    const world = new MemoryWorld();
    const actor = world.actor();
    actor.evidence.failAt = 'publish';
    const report = await rollback(rollbackRequest('v1.0.2', 'full', { createBackup: false }), actor.context);
    expect(report).toMatchObject({ exit_code: 48, status: 'partial', changed: true, can_restore: false });
    expect(kinds(world).at(-1)).toBe('done');
    expect(listed(world)).toEqual(['v1.0.1', 'v1.0.0']);
    expect((await rollback(rollbackRequest('v1.0.2'), world.actor().context)).exit_code).toBe(46);
  });

  it('49 out of reach: open, partial, unknown; recover finishes it', async () => {
    const world = new MemoryWorld();
    const actor = world.actor(failing(to('remove', /^v1/), () => failure('UNREACHABLE', 'gone')));
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(report).toMatchObject({ exit_code: 49, status: 'partial', changed: 'unknown' });
    expect(report.advice).toContain('recover');
    actor.host.die();
    expect(await recover(recoverRequest(), world.actor().context)).toMatchObject({
      exit_code: 0,
      changed: true,
    });
    expect(kinds(world).at(-1)).toBe('done');
  });

  it('43 abandoned when neither way is open: every key named, nothing blocked', async () => {
    const world = new MemoryWorld();
    const original = snapshotOf(world.bucket);
    let removals = 0;
    const walled: Intercept = async (request, effect) => {
      if (to('remove', /^v1/)(request)) removals += 1;
      if (to('remove', /^v1/)(request) && removals === 3) throw failure('PERMISSION', 'on hold');
      if (to('copy', /^v1/)(request)) throw failure('PERMISSION', 'on hold');
      return effect();
    };
    const actor = world.actor(walled);
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    // A missing permission may be granted again: it stays open.
    expect(report).toMatchObject({ exit_code: 43, changed: 'unknown' });
    actor.host.die();
    const stuck = world.actor(failing(to('copy', /^v1/), () => new Error('EIO')));
    const recovered = await recover(recoverRequest(), stuck.context);
    expect(recovered).toMatchObject({ exit_code: 0, status: 'partial', changed: true });
    const closer = records(world).at(-1);
    expect(closer?.kind).toBe('abandoned');
    const missing = [...original.keys()].filter((key) => key.startsWith('v1.0.2/') && !world.bucket.get(key));
    expect(closer?.outcome?.misplaced).toEqual(missing);
    for (const key of missing) expect(recovered.warnings.join()).toContain(key);
    expect(violations(snapshotOf(world.bucket), original, { backup: true })).toEqual([]);
    expect((await rollback(rollbackRequest('v1.0.1'), world.actor().context)).exit_code).toBe(0);
  });

  it('waits for a removal that got no answer before it closes', async () => {
    const world = new MemoryWorld();
    const lost = losingReplies(to('remove', /README/));
    expect((await rollback(rollbackRequest('v1.0.2'), world.actor(lost).context)).exit_code).toBe(0);
    expect(world.clock.sleeps).toEqual([200, 60_000]);
    expect(kinds(world)).toEqual(['claim', 'commit', 'beat', 'beat', 'done']);
  });

  it('never waits where every answer came', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    await restore(restoreRequest('v1.0.2'), world.actor().context);
    expect(world.clock.sleeps).toEqual([]);
  });

  it('renders index.md also when the reply of index.json was lost', async () => {
    const world = new MemoryWorld();
    const lost = losingReplies(to('put', 'index.json'));
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(lost).context);
    expect(report.exit_code).toBe(0);
    expect(world.bucket.text('index.md')).not.toContain('v1.0.2');
  });

  it('a failing index.md is a warning', async () => {
    const { report, world } = await attempt(failing(to('put', 'index.md')));
    expect(report).toMatchObject({ exit_code: 0 });
    expect(report.warnings.join()).toContain('index.md');
    expect(listed(world)).not.toContain('v1.0.2');
  });
});

describe('46', () => {
  it.each(ROLLBACK_TYPES)('after %s, the same again; the log stays whole', async (type) => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
    const state = essenceOf(world);
    const report = await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
    expect(report).toMatchObject({ exit_code: 46, changed: false });
    expect(essenceOf(world)).toEqual(state);
  });

  it('not when it was published again since', async () => {
    const world = new MemoryWorld();
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    world.bucket.write('v1.0.2/new', 'new');
    publishBlind(world, foreignEntry('v1.0.2', ['v1.0.2/new']));
    expect((await rollback(rollbackRequest('v1.0.2'), world.actor().context)).exit_code).toBe(0);
    expect(world.bucket.get('v1.0.2/new')).toBeUndefined();
  });
});

describe('cancelled', () => {
  const cancelling = (world: MemoryWorld, nth: number, which = isChange) => {
    let cancel = () => {};
    const actor = world.actor(following(nth, () => cancel(), which));
    cancel = () => actor.cancel.abort();
    return actor;
  };

  it.each([1, 2, 4, 8])('before the commit (after change %i): 43, exactly as before', async (nth) => {
    const world = new MemoryWorld();
    const before = essenceOf(world);
    const report = await rollback(rollbackRequest('v1.0.2'), cancelling(world, nth).context);
    expect(report).toMatchObject({ exit_code: 43, changed: false });
    expect(report.summary).toContain('Cancelled');
    expect(essenceOf(world)).toEqual(before);
    expect(kinds(world)).toEqual(['claim', 'aborted']);
  });

  it('while it waits for another', async () => {
    const world = new MemoryWorld();
    const actor = world.actor();
    actor.cancel.abort();
    expect(await rollback(rollbackRequest('v1.0.2'), actor.context)).toMatchObject({ exit_code: 43 });
    expect(kinds(world)).toEqual([]);
  });

  it('after the commit: goes on to the end', async () => {
    const world = new MemoryWorld();
    const actor = cancelling(world, 2, to('put', A_RECORD));
    expect(await rollback(rollbackRequest('v1.0.2'), actor.context)).toMatchObject({ exit_code: 0 });
  });

  it('after the commit, and a step fails: begins no revert, stays open, says so', async () => {
    const world = new MemoryWorld();
    const actor = cancelling(world, 2, to('remove', /^v1/));
    actor.evidence.failAt = 'publish';
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(report).toMatchObject({ exit_code: 43, status: 'partial', changed: 'unknown' });
    expect(report.summary).toContain('stays open');
    expect(kinds(world)).not.toContain('reverting');
    actor.host.die();
    expect((await recover(recoverRequest(), world.actor().context)).exit_code).toBe(0);
    expect(kinds(world).at(-1)).toBe('done');
  });

  it('after the commit, and an answer is missing: begins no wait', async () => {
    const world = new MemoryWorld();
    let cancel = () => {};
    const lost = losingReplies(to('remove', /README/));
    const actor = world.actor(async (request, effect) => {
      if (to('remove', /^v1/)(request)) cancel();
      return lost(request, effect);
    });
    cancel = () => actor.cancel.abort();
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(report).toMatchObject({ exit_code: 43, status: 'partial', changed: 'unknown' });
    expect(world.clock.sleeps).toEqual([]);
  });
});
