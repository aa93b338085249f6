import { describe, expect, it } from 'vitest';
import { type Intercept, MemoryStore } from '../../src/adapters/store/memory/memory-store.ts';
import { failure } from '../../src/domain/errors.ts';
import { rollback } from '../../src/engine/mod.ts';
import { Requests } from '../../src/engine/transaction/requests.ts';
import { removeAll } from '../../src/engine/transaction/shelves/removal.ts';
import { type KeyAnswer, type Pinned, UnansweredError } from '../../src/ports/object-store.ts';
import { MemoryWorld, rollbackRequest } from '../builders/memory-world.ts';
import { snapshotOf, unbackedListings } from '../crash/invariants.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { A_RECORD, all, failing, to } from './intercepts.ts';
import { foreignEntry, kinds, publishProperly } from './worlds.ts';

const FILES = ['v1.0.2/README.md', 'v1.0.2/bin/tars-linux-x64'];

/** The first request of a kind gets no answer and no effect; the effect comes when it is told to. */
function delivering(which: Parameters<typeof failing>[0]) {
  let late: (() => Promise<unknown>) | undefined;
  let first = true;
  const intercept: Intercept = async (request, effect) => {
    if (!first || !which(request)) return effect();
    first = false;
    late = effect;
    throw failure('UNREACHABLE', 'no answer');
  };
  const deliver = async (): Promise<void> => {
    const effect = late;
    late = undefined;
    await effect?.().catch(() => {});
  };
  return { intercept, deliver };
}

describe('a delete that lands late', () => {
  it('does not take again what goes back for somebody who listed the release meanwhile', async () => {
    const world = new MemoryWorld({ etagByContent: true });
    const { intercept, deliver } = delivering(to('remove', FILES[0] ?? ''));
    let published = false;
    const publishing: Intercept = async (request, effect) => {
      const gone = FILES.every((file) => world.bucket.get(file) === undefined);
      if (gone && !published && to('read', 'index.json')(request)) {
        published = true;
        await publishProperly(world, foreignEntry('v1.0.2', FILES));
      }
      return effect();
    };
    world.clock.beforeSleep = async (milliseconds) => {
      if (milliseconds === 60_000) await deliver();
    };
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(all(publishing, intercept)).context);
    await deliver();
    expect(report).toMatchObject({ exit_code: 43, superseded: true });
    expect(unbackedListings(snapshotOf(world.bucket))).toEqual([]);
  });

  it('is reckoned with when only one answer of a batch leaves it open, whichever comes first', async () => {
    for (const landed of [
      ['no', 'unknown'],
      ['unknown', 'no'],
    ] as const) {
      let unresolved = false;
      const requests = new Requests({
        clock: new VirtualClock(),
        policy: { concurrency: 1, retries: 5, jitter: () => 1 },
        guard: async () => {},
        unresolved: () => {
          unresolved = true;
        },
        cancelled: new AbortController().signal,
      });
      let asked = 0;
      const remove = async (objects: readonly Pinned[]): Promise<readonly KeyAnswer[]> => {
        asked += 1;
        return objects.map(({ key }, at) => {
          const error = new UnansweredError('busy', { landed: landed[at] ?? 'no' });
          return asked === 1 ? { key, result: 'failed', error } : { key, result: 'gone' };
        });
      };
      const store = Object.assign(new MemoryStore(new MemoryWorld().bucket), {
        batch: { size: 10, remove },
      });
      const objects = FILES.map((key) => ({ key, revision: '1' }));
      const removed: string[] = [];
      const gone = (key: string) => removed.push(key);
      expect(await removeAll(store, requests, objects, { gone })).toEqual([]);
      expect(removed).toEqual(FILES);
      expect(unresolved, landed.join()).toBe(true);
    }
  });
});

describe('a record whose reply is lost and whose second attempt is refused', () => {
  it('counts when it is there: the commit stands, and its backup is not swept', async () => {
    const world = new MemoryWorld();
    let appends = 0;
    const intercept: Intercept = async (request, effect) => {
      if (!to('put', A_RECORD)(request)) return effect();
      appends += 1;
      if (appends === 3) throw failure('PERMISSION', 'the role was changed');
      const result = await effect();
      if (appends === 2) throw failure('UNREACHABLE', 'the reply was lost');
      return result;
    };
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(intercept).context);
    expect(report.exit_code).toBe(0);
    expect(kinds(world)).toContain('commit');
    expect(kinds(world).at(-1)).toBe('done');
    expect(world.bucket.keys(report.backup_path)).toContain(`${report.backup_path}manifest.json`);
  });
});

describe('after the closer', () => {
  it('a backup that is not needed goes, however long that takes', async () => {
    const world = new MemoryWorld();
    const slowly: Intercept = async (request, effect) => {
      if (to('remove', /^\.rollback-backups\//)(request)) world.clock.time += 50_000;
      return effect();
    };
    const refused = failing(to('put', 'index.json'));
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(all(slowly, refused)).context);
    expect(report).toMatchObject({ exit_code: 44, changed: false });
    expect(kinds(world).at(-1)).toBe('reverted');
    expect(world.bucket.keys('.rollback-backups/')).toEqual([]);
    expect(report.warnings).toEqual([]);
  });
});

describe('index.md', () => {
  it('is rendered when its first answer is lost, or the store was busy', async () => {
    for (const landed of [true, false]) {
      const world = new MemoryWorld();
      let attempts = 0;
      const intercept: Intercept = async (request, effect) => {
        if (!to('put', 'index.md')(request)) return effect();
        attempts += 1;
        if (attempts > 1) return effect();
        if (landed) await effect();
        throw new UnansweredError('busy', { landed: landed ? 'unknown' : 'no' });
      };
      const report = await rollback(rollbackRequest('v1.0.2'), world.actor(intercept).context);
      expect(report).toMatchObject({ exit_code: 0, warnings: [] });
      expect(world.bucket.text('index.md')).not.toContain('v1.0.2');
      expect(attempts).toBe(landed ? 1 : 2);
    }
  });

  it('that gets no answer at all is waited for before the closer', async () => {
    const world = new MemoryWorld();
    const intercept: Intercept = async (request, effect) => {
      if (to('put', 'index.md')(request)) throw failure('UNREACHABLE', 'no answer');
      return effect();
    };
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(intercept).context);
    expect(report.exit_code).toBe(0);
    expect(report.warnings.join()).toContain('index.md could not be rendered again');
    expect(world.clock.sleeps).toContain(60_000);
  });
});

describe('a store that does not hold to the condition of a replacement', () => {
  /** `blindly`: whether the store says so. */
  async function lateIndex(key: string, blindly: boolean) {
    const world = new MemoryWorld();
    const { intercept } = delivering(to('put', key));
    const { context } = world.actor(intercept);
    Object.assign(context.store, { replacesBlindly: blindly });
    let standing = '';
    // Where the log is when the wait begins.
    world.clock.beforeSleep = async (milliseconds) => {
      if (milliseconds === 60_000) standing = kinds(world).at(-1) ?? '';
    };
    const report = await rollback(rollbackRequest('v1.0.2'), context);
    expect(report.exit_code).toBe(0);
    return { world, standing };
  }

  it.each(['index.json', 'index.md'])(
    '%s: an unanswered put is waited for, though another succeeds',
    async (key) => {
      const { world, standing } = await lateIndex(key, true);
      expect(world.clock.sleeps).toContain(60_000);
      expect(standing, 'before the closer').not.toBe('done');
      expect(kinds(world).at(-1)).toBe('done');
    },
  );

  it('is no reason to wait where it does', async () => {
    expect((await lateIndex('index.json', false)).world.clock.sleeps).not.toContain(60_000);
  });
});

describe('a manifest that lands late', () => {
  it('does not outlive the operation that was given up without it', async () => {
    const world = new MemoryWorld();
    const late: (() => Promise<unknown>)[] = [];
    const intercept: Intercept = async (request, effect) => {
      if (!to('put', /manifest\.json$/)(request)) return effect();
      late.push(effect);
      throw failure('UNREACHABLE', 'no answer');
    };
    world.clock.beforeSleep = async (milliseconds) => {
      if (milliseconds === 60_000) for (const effect of late.splice(0)) await effect().catch(() => {});
    };
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(intercept).context);
    expect(report).toMatchObject({ exit_code: 49, changed: false });
    expect(kinds(world)).toEqual(['claim', 'beat', 'aborted']);
    expect(world.bucket.keys('.rollback-backups/')).toEqual([]);
  });
});
