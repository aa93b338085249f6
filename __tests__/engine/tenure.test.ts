import { afterEach, describe, expect, it } from 'vitest';
import type { Intercept } from '../../src/adapters/store/memory/memory-store.ts';
import { failure } from '../../src/domain/errors.ts';
import { acquire, openSession, settle } from '../../src/engine/acquire.ts';
import { freshOperation } from '../../src/engine/fresh-operation.ts';
import { rollback } from '../../src/engine/mod.ts';
import { type Actor, MemoryWorld, rollbackRequest } from '../builders/memory-world.ts';
import { A_RECORD, before, failing, to } from './intercepts.ts';
import { kinds, listed } from './worlds.ts';

const asked = {
  operation: 'rollback',
  version: 'v1.0.2',
  rollback_type: 'full',
  create_backup: true,
  actor: '',
  run: '',
  reason: '',
  policy_mode: 'strict',
  forced: false,
} as const;

const held: { release(): void }[] = [];
afterEach(() => {
  for (const tenure of held.splice(0)) tenure.release();
});

async function holding(world: MemoryWorld, intercept?: Intercept) {
  const actor = world.actor(intercept);
  const session = openSession(actor.context, rollbackRequest('v1.0.2'));
  const open = await freshOperation(actor.context, asked);
  const tenure = await acquire(session, open, []);
  held.push(tenure);
  return { actor, session, tenure };
}

/** Another actor finds the holder dead and brings its claim to an end. */
async function takenOver(world: MemoryWorld, holder: Actor): Promise<void> {
  holder.host.die();
  const session = openSession(world.actor().context, rollbackRequest('v1.0.2'));
  await settle(session, world.clock.monotonic() + 1000, []);
}

describe('the guard', () => {
  it('says nothing within 40 s, proves itself by a beat after', async () => {
    const world = new MemoryWorld();
    const { tenure } = await holding(world);
    world.clock.time += 40_000;
    await tenure.guard();
    expect(kinds(world)).toEqual(['claim']);
    world.clock.time += 1;
    await tenure.guard();
    await tenure.guard();
    expect(kinds(world)).toEqual(['claim', 'beat']);
  });

  it('counts from when the append began, not from when it ended', async () => {
    const world = new MemoryWorld();
    const slow: Intercept = async (request, effect) => {
      const result = await effect();
      if (to('put', A_RECORD)(request)) world.clock.time += 30_000;
      return result;
    };
    const { tenure } = await holding(world, slow);
    world.clock.time += 11_000;
    await tenure.guard();
    expect(kinds(world)).toEqual(['claim', 'beat']);
  });

  it('takes a beat that took too long itself for no proof', async () => {
    const world = new MemoryWorld();
    let slow = false;
    const intercept: Intercept = async (request, effect) => {
      const result = await effect();
      if (slow && to('put', A_RECORD)(request)) world.clock.time += 50_000;
      slow = false;
      return result;
    };
    const { tenure } = await holding(world, intercept);
    world.clock.time += 41_000;
    slow = true;
    await tenure.guard();
    expect(kinds(world)).toEqual(['claim', 'beat', 'beat']);
  });

  it('that meets a takeover stops for good, and sends nothing', async () => {
    const world = new MemoryWorld();
    const { tenure, actor } = await holding(world);
    await takenOver(world, actor);
    await expect(tenure.guard()).rejects.toThrow('took this operation over');
    const after = kinds(world);
    await expect(tenure.guard()).rejects.toThrow();
    await expect(tenure.advance('commit', {})).rejects.toThrow('took this operation over');
    expect(kinds(world)).toEqual(after);
  });

  it('without an answer lets nothing through, and is no verdict', async () => {
    const world = new MemoryWorld();
    let deaf = false;
    const intercept: Intercept = async (request, effect) => {
      if (deaf && request.method === 'put') throw failure('UNREACHABLE', 'no answer');
      return effect();
    };
    const { tenure } = await holding(world, intercept);
    world.clock.time += 50_000;
    deaf = true;
    await expect(tenure.guard()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    deaf = false;
    await tenure.guard();
    expect(kinds(world)).toEqual(['claim', 'beat']);
  });

  it('goes on behind a record of its own whose replies were all lost', async () => {
    const world = new MemoryWorld();
    let losing = false;
    const intercept: Intercept = async (request, effect) => {
      // The record lands, its reply is lost, and it can't be read for a while either.
      if (losing && request.method === 'read') throw failure('UNREACHABLE', 'no answer');
      const result = await effect().catch((thrown: unknown) => {
        if (losing) throw failure('UNREACHABLE', 'no answer');
        throw thrown;
      });
      if (losing && request.method === 'put') throw failure('UNREACHABLE', 'no answer');
      return result;
    };
    const { tenure } = await holding(world, intercept);
    losing = true;
    await expect(tenure.beat()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    losing = false;
    await tenure.advance('commit', { phase: 'committed' });
    expect(kinds(world)).toEqual(['claim', 'beat', 'commit']);
    expect(tenure.open.commit_sequence).toBe(3);
  });
});

describe('the heartbeat', () => {
  it('beats every 20 s of silence by itself, and stops when it is let go', async () => {
    const world = new MemoryWorld();
    world.clock.ticking = true;
    const { tenure } = await holding(world);
    await world.clock.pass(65_000);
    expect(kinds(world)).toEqual(['claim', 'beat', 'beat', 'beat']);
    tenure.release();
    await world.clock.pass(65_000);
    expect(kinds(world)).toHaveLength(4);
  });

  it('survives a beat without an answer', async () => {
    const world = new MemoryWorld();
    world.clock.ticking = true;
    let deaf = false;
    const { tenure } = await holding(world, async (request, effect) => {
      if (deaf && request.method === 'put') throw failure('UNREACHABLE', 'no answer');
      return effect();
    });
    deaf = true;
    await world.clock.pass(21_000);
    deaf = false;
    await world.clock.pass(25_000);
    await tenure.guard();
    expect(kinds(world).at(-1)).toBe('beat');
  });

  it('keeps a slow operation from being taken for dead', async () => {
    const world = new MemoryWorld();
    world.clock.ticking = true;
    world.machine.visible = false;
    let waiter: Promise<unknown> | undefined;
    const slow = before(
      3,
      async () => {
        waiter = rollback(rollbackRequest('v1.0.1', 'full', { lockTimeout: 5 }), world.actor().context);
        await world.clock.pass(300_000);
      },
      ({ method }) => method === 'remove',
    );
    const report = await rollback(rollbackRequest('v1.0.2'), world.actor(slow).context);
    expect(report).toMatchObject({ exit_code: 0 });
    expect(await waiter).toMatchObject({ exit_code: 43, error_code: 'REPOSITORY_HELD' });
    expect(listed(world)).toEqual(['v1.0.1', 'v1.0.0']);
    expect(kinds(world).filter((kind) => kind === 'beat').length).toBeGreaterThan(10);
    expect(kinds(world)).not.toContain('takeover');
  });
});

describe('a holder that wakes up superseded', () => {
  const steps = ['put', 'copy', 'remove'] as const;

  it.each(steps.flatMap((method) => [2, 3, 5].map((nth) => ({ method, nth }))))(
    'touches nothing more: asleep before $method $nth',
    async ({ method, nth }) => {
      const world = new MemoryWorld();
      let woke = '';
      let sleeper: Actor;
      const late = new Set<string>();
      const sleep = before(
        nth,
        async () => {
          // Its request is under way while it sleeps; the network gives it up, it never lands.
          world.clock.time += 200_000;
          await takenOver(world, sleeper);
          woke = JSON.stringify([...world.visible()]);
          throw failure('UNREACHABLE', 'timed out');
        },
        (request) => request.method === method,
      );
      sleeper = world.actor(async (request, effect) => {
        if (
          woke !== '' &&
          request.method !== 'read' &&
          request.method !== 'list' &&
          request.method !== 'head'
        )
          late.add(request.key);
        return sleep(request, effect);
      });
      const report = await rollback(rollbackRequest('v1.0.2'), sleeper.context);
      expect(report.exit_code).not.toBe(0);
      expect(JSON.stringify([...world.visible()])).toBe(woke);
      for (const key of late) expect(key).toMatch(A_RECORD);
    },
  );
});

describe('sessions of one process', () => {
  it('wait for each other, and never take each other for dead', async () => {
    const world = new MemoryWorld();
    const first = world.actor();
    const second = { ...world.actor().context, host: first.host };
    const reports = await Promise.all([
      rollback(rollbackRequest('v1.0.2'), first.context),
      rollback(rollbackRequest('v1.0.1'), second),
    ]);
    expect(reports.map(({ exit_code }) => exit_code)).toEqual([0, 0]);
    expect(kinds(world)).not.toContain('takeover');
    expect(listed(world)).toEqual(['v1.0.0']);
  });

  it('finish what an earlier session of the same process left', async () => {
    const world = new MemoryWorld();
    const actor = world.actor(failing(to('remove', /^v1/), () => failure('UNREACHABLE', 'gone')));
    const left = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect(left).toMatchObject({ exit_code: 49, status: 'partial', changed: 'unknown' });
    const again = { ...world.actor().context, host: actor.host };
    const report = await rollback(rollbackRequest('v1.0.2'), again);
    expect(report).toMatchObject({ exit_code: 0, rollback_id: left.rollback_id });
  });
});
