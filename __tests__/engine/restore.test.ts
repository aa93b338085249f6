import { describe, expect, it } from 'vitest';
import { ROLLBACK_TYPES, type RollbackTypeName } from '../../src/domain/types.ts';
import { list, restore, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { snapshotOf, unbackedListings } from '../crash/invariants.ts';
import { A_RECORD, failing, following, to } from './intercepts.ts';
import { essenceOf, foreignEntry, kinds, listed, publishBlind, publishV104, rawOf } from './worlds.ts';

const out = async (world: MemoryWorld, type: RollbackTypeName = 'full', version = 'v1.0.2', changes = {}) => {
  const report = await rollback(rollbackRequest(version, type, changes), world.actor().context);
  expect(report.exit_code, report.errors.join('; ')).toBe(0);
  return report;
};
const back = (world: MemoryWorld, changes: Parameters<typeof restoreRequest>[1] = {}, version = 'v1.0.2') =>
  restore(restoreRequest(version, changes), world.actor().context);

/** A refused restore: the code, and nothing changed. */
async function refused(world: MemoryWorld, code: number, changes = {}) {
  const before = essenceOf(world);
  const report = await back(world, changes);
  expect(report.exit_code, report.errors.join('; ')).toBe(code);
  expect(report).toMatchObject({ status: 'failed', changed: false });
  expect(essenceOf(world)).toEqual(before);
  return report;
}

it('by its id: the output folders are looked at again when the release is known, before anything is begun', async () => {
  const world = new MemoryWorld();
  const { rollback_id: rollbackId } = await out(world);
  const before = snapshotOf(world.bucket);
  const actor = world.actor();
  actor.evidence.failAt = 'check';
  const byId = restoreRequest('v1.0.2', { version: undefined as never, rollbackId });
  expect(await restore(byId, actor.context)).toMatchObject({ exit_code: 48, changed: false });
  expect(snapshotOf(world.bucket)).toEqual(before);
});

describe('one type after another, and back', () => {
  const pairs = ROLLBACK_TYPES.flatMap((first) =>
    ROLLBACK_TYPES.filter((second) => first !== 'full' && first !== second).map(
      (second) => [first, second] as const,
    ),
  );

  it.each(pairs)(
    '%s, then %s: does what is left; restored in turn, it is exactly as before',
    async (first, second) => {
      const world = new MemoryWorld();
      const before = essenceOf(world);
      const one = await out(world, first);
      const between = essenceOf(world);
      const two = await out(world, second);
      // The union of two partial ones is a full one; index_only after artifacts_only likewise.
      expect(world.bucket.keys('v1.0.2/')).toEqual([]);
      expect(listed(world).includes('v1.0.2')).toBe(false);
      const early = await back(world, { version: undefined as never, rollbackId: one.rollback_id });
      expect(early).toMatchObject({ exit_code: 41, changed: false });
      expect(early.advice).toContain(two.rollback_id);
      expect((await back(world)).exit_code).toBe(0);
      expect(essenceOf(world)).toEqual(between);
      const last = await back(world, { version: undefined as never, rollbackId: one.rollback_id });
      expect(last.exit_code, last.errors.join('; ')).toBe(0);
      expect(essenceOf(world)).toEqual(before);
    },
  );

  it('the order of the parts is kept: artifacts of a later rollback first', async () => {
    const world = new MemoryWorld();
    const hidden = await out(world, 'index_only');
    await out(world, 'artifacts_only');
    expect((await back(world, { rollbackId: hidden.rollback_id })).exit_code).toBe(41);
    expect(unbackedListings(snapshotOf(world.bucket))).toEqual([]);
  });

  it('rolled back, restored, rolled back again, restored again', async () => {
    const world = new MemoryWorld();
    const before = essenceOf(world);
    for (const type of [...ROLLBACK_TYPES, ...ROLLBACK_TYPES]) {
      await out(world, type);
      expect((await back(world)).exit_code).toBe(0);
      expect(essenceOf(world)).toEqual(before);
    }
    const { rollbacks } = await list(world.actor().context);
    expect(rollbacks.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'restored'));
  });
});

describe('a restore whose index is refused', () => {
  it.each(ROLLBACK_TYPES)('of %s: 44, reverted, and can be restored later', async (type) => {
    const world = new MemoryWorld();
    await out(world, type);
    const before = essenceOf(world);
    const refusing = world.actor(failing(to('put', 'index.json')));
    const report = await restore(restoreRequest('v1.0.2'), refusing.context);
    expect(report).toMatchObject({ exit_code: 44, status: 'failed', changed: false });
    expect(essenceOf(world)).toEqual(before);
    expect(kinds(world).slice(-2)).toEqual(['reverting', 'reverted']);
    expect(refusing.evidence.published).toEqual([]);
    expect((await back(world)).exit_code).toBe(0);
  });

  it('because somebody broke it after the commit: 44, reverted', async () => {
    const world = new MemoryWorld();
    await out(world);
    const breaking = world.actor(
      following(2, () => world.bucket.write('index.json', '{'), to('put', A_RECORD)),
    );
    const report = await restore(restoreRequest('v1.0.2'), breaking.context);
    expect(report).toMatchObject({ exit_code: 44, changed: false });
    expect(world.bucket.keys('v1.0.2/')).toEqual([]);
    expect(kinds(world).at(-1)).toBe('reverted');
  });
});

describe('what a restore refuses', () => {
  it('a version that was never rolled back: 40', () => refused(new MemoryWorld(), 40));

  it('a rollback id that nobody knows, or of another version: 40', async () => {
    const world = new MemoryWorld();
    const { rollback_id: other } = await out(world, 'full', 'v1.0.1');
    await out(world);
    await refused(world, 40, { rollbackId: 'deadbeef' });
    await refused(world, 40, { rollbackId: other });
  });

  it('other bytes in the way: 41', async () => {
    const world = new MemoryWorld();
    await out(world);
    world.bucket.write('v1.0.2/README.md', 'another');
    expect((await refused(world, 41)).summary).toContain('v1.0.2/README.md');
  });

  it('another entry of the version: 41', async () => {
    const world = new MemoryWorld();
    await out(world);
    publishBlind(world, foreignEntry());
    expect((await refused(world, 41)).summary).toContain('published again');
  });

  it('an index that is broken or missing: 41', async () => {
    const world = new MemoryWorld();
    await out(world);
    world.bucket.write('index.json', '{');
    await refused(world, 41);
    world.bucket.erase('index.json');
    await refused(world, 41);
  });

  it('index_only whose artifacts are gone since: 41, never listed without them', async () => {
    const world = new MemoryWorld();
    await out(world, 'index_only');
    world.bucket.erase('v1.0.2/README.md');
    await refused(world, 41);
  });

  it('a rollback without a backup: 45', async () => {
    const world = new MemoryWorld();
    await out(world, 'full', 'v1.0.2', { createBackup: false });
    await refused(world, 45);
  });

  it('index_only without a backup comes back all the same: the manifest is the backup', async () => {
    const world = new MemoryWorld();
    const before = essenceOf(world);
    await out(world, 'index_only', 'v1.0.2', { createBackup: false });
    expect((await back(world)).exit_code).toBe(0);
    expect(essenceOf(world)).toEqual(before);
  });

  it.each<[string, (world: MemoryWorld, folder: string) => void]>([
    ['an artifact is missing', (world, folder) => world.bucket.erase(`${folder}v1.0.2/README.md`)],
    [
      'an artifact is cut short',
      (world, folder) => void world.bucket.write(`${folder}v1.0.2/README.md`, 'x'),
    ],
    ['its manifest is missing', (world, folder) => world.bucket.erase(`${folder}manifest.json`)],
    ['its manifest was changed', (world, folder) => void world.bucket.write(`${folder}manifest.json`, '{}')],
  ])('a damaged backup, %s: 45', async (_what, harm) => {
    const world = new MemoryWorld();
    const { backup_path } = await out(world);
    harm(world, backup_path);
    await refused(world, 45);
  });
});

describe('what a restore takes as it finds it', () => {
  it('artifacts that are there already with the same bytes', async () => {
    const world = new MemoryWorld();
    const before = essenceOf(world);
    await out(world);
    world.bucket.write('v1.0.2/README.md', before['v1.0.2/README.md'] ?? '');
    const report = await back(world);
    expect(report).toMatchObject({ exit_code: 0, total_artifacts_removed: 5 });
    expect(essenceOf(world)).toEqual(before);
  });

  it('files that are no part of the release: a warning, they stay', async () => {
    const world = new MemoryWorld();
    await out(world);
    world.bucket.write('v1.0.2/notes', 'mine');
    const report = await back(world);
    expect(report.warnings.join()).toContain('v1.0.2/notes');
    expect(world.bucket.text('v1.0.2/notes')).toBe('mine');
  });

  it('a restore that is done already: 0, and nothing changed', async () => {
    const world = new MemoryWorld();
    const { rollback_id: rollbackId } = await out(world);
    await back(world);
    for (const changes of [{}, { rollbackId }]) {
      const again = await back(world, changes);
      expect(again).toMatchObject({ exit_code: 0, changed: false, status: 'success' });
      expect(again.summary).toContain('restored already');
    }
  });

  it('names the rollback that is in force all the same', async () => {
    const world = new MemoryWorld();
    const first = await out(world, 'artifacts_only');
    await out(world, 'full');
    const named = new RegExp(
      `^v1\\.0\\.2 is still rolled back by ${first.rollback_id} \\(artifacts_only\\); .*restore --rollback-id ${first.rollback_id}`,
    );
    const foretold = await back(world, { dryRun: true });
    const once = await back(world);
    for (const { notes, warnings } of [foretold, once]) {
      expect(notes).toContainEqual(expect.stringMatching(named));
      expect(warnings).toEqual([]);
    }
    for (const changes of [{}, { dryRun: true }]) {
      const again = await back(world, changes);
      expect(again).toMatchObject({ exit_code: 0, changed: false });
      expect(again.warnings).toContainEqual(expect.stringMatching(named));
    }
    expect(await back(world, { rollbackId: first.rollback_id })).toMatchObject({
      exit_code: 0,
      changed: true,
    });
    const { warnings, notes } = await back(world);
    expect([...warnings, ...notes]).toEqual([]);
  });

  it('reverted when a put is refused: 43, only what it put is gone again', async () => {
    const world = new MemoryWorld();
    await out(world);
    const before = essenceOf(world);
    const actor = world.actor(failing(to('copy', /^v1\.0\.2\/slsa/)));
    const report = await restore(restoreRequest('v1.0.2'), actor.context);
    expect(report).toMatchObject({ exit_code: 43, changed: false });
    expect(essenceOf(world)).toEqual(before);
    expect(kinds(world).at(-1)).toBe('reverted');
    expect((await back(world)).exit_code).toBe(0);
  });

  it('48 late: reverted, and can be restored later', async () => {
    const world = new MemoryWorld();
    await out(world);
    const before = essenceOf(world);
    const actor = world.actor();
    actor.evidence.failAt = 'publish';
    expect(await restore(restoreRequest('v1.0.2'), actor.context)).toMatchObject({
      exit_code: 48,
      changed: false,
    });
    expect(essenceOf(world)).toEqual(before);
    expect((await back(world)).exit_code).toBe(0);
  });
});

describe('where the entry goes', () => {
  it('between its old neighbours', async () => {
    const world = new MemoryWorld();
    await out(world, 'full', 'v1.0.1');
    await back(world, {}, 'v1.0.1');
    expect(listed(world)).toEqual(['v1.0.2', 'v1.0.1', 'v1.0.0']);
  });

  it('behind the nearest newer one, with others added above and neighbours gone', async () => {
    const world = new MemoryWorld();
    await out(world, 'full', 'v1.0.0');
    await out(world, 'full', 'v1.0.1');
    await publishV104(world);
    await back(world, {}, 'v1.0.0');
    expect(listed(world)).toEqual(['v1.0.4', 'v1.0.2', 'v1.0.0']);
    await back(world, {}, 'v1.0.1');
    expect(listed(world)).toEqual(['v1.0.4', 'v1.0.2', 'v1.0.1', 'v1.0.0']);
  });

  it('before the nearest older one where no newer is left', async () => {
    const world = new MemoryWorld();
    await out(world, 'full', 'v1.0.2');
    await publishV104(world);
    await back(world);
    expect(listed(world)).toEqual(['v1.0.4', 'v1.0.2', 'v1.0.1', 'v1.0.0']);
  });

  it('into an index that lost all of its entries', async () => {
    const world = new MemoryWorld();
    const raw = rawOf(world, 'v1.0.2');
    for (const version of ['v1.0.2', 'v1.0.1', 'v1.0.0']) await out(world, 'full', version);
    expect(listed(world)).toEqual([]);
    for (const version of ['v1.0.0', 'v1.0.2', 'v1.0.1']) await back(world, {}, version);
    expect(listed(world)).toEqual(['v1.0.2', 'v1.0.1', 'v1.0.0']);
    expect(rawOf(world, 'v1.0.2')).toBe(raw);
  });
});

it('tells each stage once, as a rollback does', async () => {
  const world = new MemoryWorld();
  const stages: string[] = [];
  const telling = () => {
    const { context } = world.actor();
    const reporter = { ...context.reporter, stageEnded: (name: string) => void stages.push(name) };
    return { ...context, reporter };
  };
  expect((await rollback(rollbackRequest('v1.0.2'), telling())).exit_code).toBe(0);
  expect(stages).toEqual([...new Set(stages)]);
  stages.length = 0;
  expect((await restore(restoreRequest('v1.0.2'), telling())).exit_code).toBe(0);
  expect(stages).toEqual([...new Set(stages)]);
  expect(stages[0]).toBe('preflight');
});
