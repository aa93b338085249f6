import { describe, expect, it } from 'vitest';
import { ROLLBACK_TYPES, type RollbackTypeName } from '../../src/domain/types.ts';
import { list, restore, rollback } from '../../src/engine/mod.ts';
import { MemoryWorld, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { type Snapshot, snapshotOf, unbackedListings, violations } from '../crash/invariants.ts';
import { before, following, recording, to } from './intercepts.ts';
import {
  foreignEntry,
  indexText,
  kinds,
  listed,
  publishBlind,
  publishProperly,
  publishV104,
  rawOf,
  records,
  V104,
} from './worlds.ts';

const FILES = ['v1.0.2/README.md', 'v1.0.2/bin/tars-linux-x64'];
const FOREIGN = foreignEntry('v1.0.2', FILES);

async function requestsOf(type: RollbackTypeName, verb: 'rollback' | 'restore'): Promise<number> {
  const world = new MemoryWorld();
  if (verb === 'restore') await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
  const { requests, intercept } = recording();
  const { context } = world.actor(intercept);
  if (verb === 'rollback') await rollback(rollbackRequest('v1.0.2', type), context);
  else await restore(restoreRequest('v1.0.2'), context);
  return requests.length;
}

interface Meddled {
  readonly world: MemoryWorld;
  readonly original: Snapshot;
  readonly report: Awaited<ReturnType<typeof rollback>>;
}

async function meddled(
  nth: number,
  type: RollbackTypeName,
  meddle: (world: MemoryWorld) => unknown,
  options: { etagByContent?: boolean; verb?: 'rollback' | 'restore' } = {},
): Promise<Meddled> {
  const world = new MemoryWorld(options);
  const original = snapshotOf(world.bucket);
  if (options.verb === 'restore') await rollback(rollbackRequest('v1.0.2', type), world.actor().context);
  const { context } = world.actor(before(nth, () => meddle(world)));
  const report =
    options.verb === 'restore'
      ? await restore(restoreRequest('v1.0.2'), context)
      : await rollback(rollbackRequest('v1.0.2', type), context);
  return { world, original, report };
}

/** Whatever ended how: closed, whole, nothing lost but what the other one wrote over. */
function isWhole({ world, original, report }: Meddled, label: string, lost: readonly string[] = []): void {
  expect(['done', 'aborted', 'reverted'], label).toContain(kinds(world).at(-1));
  const kept = new Map([...original].filter(([key]) => !lost.includes(key)));
  expect(violations(snapshotOf(world.bucket), kept, { backup: true }), label).toEqual([]);
  expect(records(world).at(-1)?.outcome?.exit_code ?? 0, label).toBe(report.exit_code);
}

describe.each(['rollback', 'restore'] as const)('v1.0.4 is added while a %s runs', (verb) => {
  it.each(ROLLBACK_TYPES)('before every request: it stays, and ours is done (%s)', async (type) => {
    const count = await requestsOf(type, verb);
    for (let nth = 1; nth <= count; nth += 1) {
      const run = await meddled(nth, type, (world: MemoryWorld) => publishV104(world), { verb });
      const label = `before request ${nth}`;
      expect(run.report.exit_code, label).toBe(0);
      expect(rawOf(run.world, 'v1.0.4'), label).toBe(V104);
      expect(run.world.bucket.text('v1.0.4/README.md'), label).toBe('four\n');
      const stays = verb === 'restore' || type === 'artifacts_only';
      expect(listed(run.world).includes('v1.0.2'), label).toBe(stays);
      isWhole(run, label);
    }
  });

  it.each(ROLLBACK_TYPES)(
    'by a blind writer that read the index before: all is whole or told (%s)',
    async (type) => {
      const count = await requestsOf(type, verb);
      for (let nth = 1; nth <= count; nth += 1) {
        const run = await meddled(nth, type, (world: MemoryWorld) => publishV104(world, false), { verb });
        expect(run.report.exit_code).toBe(0);
        expect(rawOf(run.world, 'v1.0.4')).toBe(V104);
        isWhole(run, `before request ${nth}`);
      }
    },
  );
});

describe.each([false, true])(
  'v1.0.2 is published again (same content, same revision: %s)',
  (etagByContent) => {
    const ways: readonly [string, (world: MemoryWorld) => unknown][] = [
      [
        'an entry beside ours',
        (world: MemoryWorld) => {
          // Counts on what it finds there, uploads what it does not.
          for (const file of FILES) if (!world.bucket.get(file)) world.bucket.write(file, 'new\n');
          return publishProperly(world, FOREIGN);
        },
      ],
      ['an artifact written over', (world: MemoryWorld) => world.bucket.write('v1.0.2/README.md', 'new\n')],
      [
        'both',
        (world: MemoryWorld) => {
          for (const file of FILES) world.bucket.write(file, 'new\n');
          return publishProperly(world, FOREIGN);
        },
      ],
      [
        'the same bytes uploaded again, then an entry',
        (world: MemoryWorld) => {
          for (const file of FILES) world.bucket.write(file, originals.get(file) ?? '');
          return publishProperly(world, FOREIGN);
        },
      ],
      ['a new file beside', (world: MemoryWorld) => world.bucket.write('v1.0.2/new', 'new\n')],
    ];

    it.each(ways)('%s, before every request of a full rollback', async (name, meddle) => {
      const count = await requestsOf('full', 'rollback');
      for (let nth = 1; nth <= count; nth += 1) {
        const run = await meddled(nth, 'full', meddle, { etagByContent });
        const label = `${name}, before request ${nth} (${run.report.exit_code} ${run.report.errors.join('; ')})`;
        const { world, report } = run;
        isWhole(run, label, writtenOver(name));
        const written = world.bucket.text('v1.0.2/README.md');
        const outcome = report.exit_code;
        expect([0, 41, 43], label).toContain(outcome);
        if (kinds(world).at(-1) !== 'done') {
          expect(outcome, label).not.toBe(0);
          expect(listed(world), label).toContain('v1.0.2');
        }
        if (name.includes('entry') || name === 'both') {
          // Judged together with ours before the plan, it is one of two entries: 41. Later it is never touched.
          if (outcome !== 0) expect(indexText(world), label).toContain(FOREIGN);
          if (outcome === 0 && nth < count) expect(kinds(world).at(-1), label).toBe('done');
        }
        if (name === 'both' && outcome === 43) expect(written, label).toBe('new\n');
        if (name === 'an artifact written over' && outcome === 43) expect(written, label).toBe('new\n');
        if (
          name === 'a new file beside' &&
          outcome === 0 &&
          nth <= count - 8 &&
          world.bucket.get('v1.0.2/new')
        )
          expect(report.warnings.join(), label).toContain('Not ours, left where it is: v1.0.2/new');
      }
    });

    it.each(ways)('%s, before every request of a restore', async (name, meddle) => {
      const count = await requestsOf('full', 'restore');
      for (let nth = 1; nth <= count; nth += 1) {
        const run = await meddled(nth, 'full', meddle, { etagByContent, verb: 'restore' });
        const label = `${name}, before request ${nth} (${run.report.exit_code} ${run.report.errors.join('; ')})`;
        isWhole(run, label, writtenOver(name));
        if (name !== 'a new file beside' && run.report.exit_code !== 0) {
          expect([41, 43], label).toContain(run.report.exit_code);
        }
        if (name.includes('entry') || name === 'both') expect(indexText(run.world), label).toContain(FOREIGN);
        if (name === 'both' || name === 'an artifact written over')
          expect(run.world.bucket.text('v1.0.2/README.md'), label).toBe('new\n');
      }
    });
  },
);

const writtenOver = (name: string): readonly string[] =>
  name === 'both' || name === 'an artifact written over' ? FILES : [];
const originals = snapshotOf(new MemoryWorld().bucket);

describe('what is reported', () => {
  it('nothing removed yet: reverted, 43, nothing changed', async () => {
    const world = new MemoryWorld();
    const write = following(
      1,
      () => world.bucket.write('v1.0.2/README.md', 'new\n'),
      to('put', 'index.json'),
    );
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(write).context);
    expect(report).toMatchObject({
      exit_code: 43,
      status: 'failed',
      changed: false,
      error_code: 'SUPERSEDED',
    });
    expect(kinds(world).at(-1)).toBe('reverted');
    expect(listed(world)).toContain('v1.0.2');
    expect(report.warnings.join()).toContain(
      'Written by somebody else meanwhile, left alone: v1.0.2/README.md',
    );
    // The bytes that were written over are only in the backup now.
    const kept = world.bucket.keys('.rollback-backups/').find((key) => key.endsWith('v1.0.2/README.md'));
    expect(world.bucket.text(kept ?? '')).toBe(originals.get('v1.0.2/README.md'));
  });

  it('something removed: done, superseded, 43; only what matched is gone', async () => {
    const world = new MemoryWorld();
    const write = following(2, () => world.bucket.write('v1.0.2/README.md', 'new\n'), to('remove', /^v1/));
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(write).context);
    expect(report).toMatchObject({
      exit_code: 43,
      superseded: true,
      changed: true,
      error_code: 'SUPERSEDED',
    });
    expect(world.bucket.keys('v1.0.2/')).toEqual(['v1.0.2/README.md']);
    expect(records(world).at(-1)).toMatchObject({
      kind: 'done',
      outcome: { superseded: true, exit_code: 43 },
    });
  });

  it('an entry listed again after the removal: superseded, and what it counts on is put back', async () => {
    const world = new MemoryWorld();
    const last = following(6, () => publishProperly(world, FOREIGN), to('remove', /^v1/));
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(last).context);
    expect(report).toMatchObject({ exit_code: 43, superseded: true, changed: true });
    expect(world.bucket.keys('v1.0.2/')).toEqual(FILES);
    expect(unbackedListings(snapshotOf(world.bucket))).toEqual([]);
  });

  it('index_only: an entry listed again is superseded, too', async () => {
    const world = new MemoryWorld();
    const write = following(1, () => publishProperly(world, FOREIGN), to('put', 'index.json'));
    const report = await rollback(rollbackRequest('v1.0.2', 'index_only'), world.actor(write).context);
    expect(report).toMatchObject({ exit_code: 43, superseded: true });
    expect(indexText(world)).toContain(FOREIGN);
  });
});

describe('a blind writer that lists our very entry again', () => {
  /** It wrote the index from memory after each of our first n edits. */
  function stubborn(world: MemoryWorld, times: number) {
    const raw = rawOf(world, 'v1.0.2');
    let left = times;
    return world.actor(async (request, effect) => {
      const result = await effect();
      if (to('put', 'index.json')(request) && left > 0) {
        left -= 1;
        publishBlind(world, raw);
      }
      return result;
    });
  }

  it.each([1, 2, 5])('%i times: taken out again, with a warning', async (times) => {
    const world = new MemoryWorld();
    const report = await rollback(rollbackRequest('v1.0.2'), stubborn(world, times).context);
    expect(report).toMatchObject({ exit_code: 0 });
    expect(report.warnings.join()).toContain('listed again');
    expect(listed(world)).toEqual(['v1.0.1', 'v1.0.0']);
  });

  it('6 times: 44, reverted, whole', async () => {
    const world = new MemoryWorld();
    const original = snapshotOf(world.bucket);
    const report = await rollback(rollbackRequest('v1.0.2'), stubborn(world, 6).context);
    expect(report).toMatchObject({ exit_code: 44, changed: false });
    expect(kinds(world).at(-1)).toBe('reverted');
    expect(violations(snapshotOf(world.bucket), original, { backup: true })).toEqual([]);
  });

  it('after we are done: `list` shows what is wrong, the next rollback takes it out', async () => {
    const world = new MemoryWorld();
    const raw = rawOf(world, 'v1.0.2');
    await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    publishBlind(world, raw);
    expect((await list(world.actor().context)).releases.map(({ version }) => version)).toContain('v1.0.2');
    const strict = await rollback(rollbackRequest('v1.0.2'), world.actor().context);
    expect(strict.exit_code).toBe(41);
    const forced = await rollback(rollbackRequest('v1.0.2', 'full', { force: true }), world.actor().context);
    expect(forced.exit_code).toBe(0);
    expect(listed(world)).toEqual(['v1.0.1', 'v1.0.0']);
  });
});

describe('an index that is torn for a while', () => {
  const torn = async (milliseconds: number, request: 'read' | 'put') => {
    const world = new MemoryWorld();
    const tear = before(
      1,
      () => {
        const whole = indexText(world);
        world.bucket.write('index.json', whole.slice(0, 100));
        const mended = world.clock.time + milliseconds;
        const { sleep } = world.clock;
        world.clock.sleep = async (time) => {
          await sleep.call(world.clock, time);
          if (world.clock.time >= mended && indexText(world).length === 100)
            world.bucket.write('index.json', whole);
        };
      },
      to(request, 'index.json'),
    );
    return { world, report: await rollback(rollbackRequest('v1.0.2'), world.actor(tear).context) };
  };

  it('under 2 s: read again', async () => {
    const { report, world } = await torn(1500, 'read');
    expect(report.exit_code).toBe(0);
    expect(listed(world)).toEqual(['v1.0.1', 'v1.0.0']);
  });

  it('longer: 41 before the commit', async () => {
    expect((await torn(60_000, 'read')).report).toMatchObject({ exit_code: 41, changed: false });
  });

  it('longer: 44 after it, and not touched', async () => {
    const { report, world } = await torn(60_000, 'put');
    expect(report).toMatchObject({ exit_code: 44, changed: false });
    expect(indexText(world)).toHaveLength(100);
    expect(kinds(world).at(-1)).toBe('reverted');
  });
});

describe('an index that somebody removes while we work', () => {
  it('is a warning: nothing lists the release any more', async () => {
    const world = new MemoryWorld();
    const erase = before(1, () => world.bucket.erase('index.json'), to('put', 'index.json'));
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(erase).context);
    expect(report).toMatchObject({ exit_code: 0, index_updated: false });
    expect(report.warnings.join()).toContain('index.json is gone');
  });
});
