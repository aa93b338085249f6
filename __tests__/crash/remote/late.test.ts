import { beforeAll, describe, expect, it } from 'vitest';
import type { RollbackReport } from '../../../src/domain/report.ts';
import { recover, restore, rollback } from '../../../src/engine/mod.ts';
import { type Actor, recoverRequest, restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import type { Cut, RemoteWorld } from '../../builders/remote-world.ts';
import { essence, type Snapshot, violations } from '../invariants.ts';
import { FENCE } from './trial.ts';
import { type WorldKind, worlds } from './worlds.ts';

type Act = (actor: Actor, fenceSeconds: number) => Promise<RollbackReport>;

const takeOut: Act = ({ context }, fenceSeconds) =>
  rollback(rollbackRequest('v1.0.2', 'full', { fenceSeconds }), context);
const bringBack: Act = ({ context }, fenceSeconds) =>
  restore(restoreRequest('v1.0.2', { fenceSeconds }), context);
const finish: Act = ({ context }, fenceSeconds) => recover(recoverRequest({ fenceSeconds }), context);

/** What takes an artifact out of its place, and what puts one there. */
const DELETES = /^(DeleteObjects|objects\.delete|objects\.move) /;
const CREATES = /^(DeleteObjects |CopyObject production\/v1|objects\.rewrite |objects\.move )/;

interface Story {
  readonly name: string;
  readonly prepare: readonly Act[];
  /** Dies with such a request under way. */
  readonly dies: Act;
  readonly request: RegExp;
  readonly next: Act;
  /** Where the request does harm when nothing waits for it: elsewhere its condition holds it off. */
  readonly harmful: readonly WorldKind[];
}

const STORIES: readonly Story[] = [
  {
    name: 'a late delete after a restore',
    prepare: [],
    dies: takeOut,
    request: DELETES,
    next: bringBack,
    // What was put back has the same ETag, but another generation.
    harmful: ['S3, copies', 'S3, versions'],
  },
  {
    name: 'a late create after a second rollback',
    prepare: [takeOut],
    dies: bringBack,
    request: CREATES,
    next: takeOut,
    // A delete marker has an id of its own, and what was moved is not where it was.
    harmful: ['S3, copies', 'Google Cloud Storage, rewrites'],
  },
];

async function does(world: RemoteWorld, act: Act, fenceSeconds = 60): Promise<void> {
  const report = await act(await world.actor(), fenceSeconds);
  expect(report.exit_code, report.errors.join('; ')).toBe(0);
}

/** Dies with the request on its way, which lands when the test says so. */
async function dies(world: RemoteWorld, act: Act, request: RegExp, nth = 1): Promise<Cut> {
  const cut = world.cut(nth, 'late-and-dead', request);
  const actor = await world.actor();
  await act(actor, 60);
  expect(cut.struck, `no request matches ${request}: ${world.requests().join(', ')}`).toBe(true);
  cut.undo();
  actor.host.die();
  return cut;
}

describe.each(worlds)('$name', ({ name, start }) => {
  // Where copies are made, the preflight tries by a batch of its own whether deletes are permitted.
  const nth = name === 'S3, copies' ? 2 : 1;
  describe.each(STORIES)('$name', ({ prepare, dies: dying, request, next, harmful }) => {
    let original: Snapshot;
    let wanted: Record<string, string>;
    let attributes: ReadonlyMap<string, string>;
    /** As it ends when nobody dies. */
    beforeAll(async () => {
      const world = await start();
      original = world.snapshot();
      for (const act of [...prepare, dying, next]) await does(world, act);
      wanted = essence(world.snapshot());
      attributes = world.attributes();
      await world.close();
    });

    async function told(story: (world: RemoteWorld) => Promise<void>) {
      const world = await start();
      try {
        for (const act of prepare) await does(world, act);
        await story(world);
        return { state: world.snapshot(), kept: world.attributes() };
      } finally {
        await world.close();
      }
    }

    it('does no harm at the end of the fence', async () => {
      const { state, kept } = await told(async (world) => {
        const late = await dies(world, dying, request, nth);
        world.clock.beforeSleep = async (milliseconds) => {
          if (milliseconds >= FENCE) await late.deliver();
        };
        await does(world, next);
        expect(world.clock.sleeps.some((milliseconds) => milliseconds >= FENCE)).toBe(true);
      });
      expect(violations(state, original, { backup: true })).toEqual([]);
      expect(essence(state)).toEqual(wanted);
      expect(artifacts(kept)).toEqual(artifacts(attributes));
    });

    it('does no harm either when the one that recovers dies the same way', async () => {
      const { state } = await told(async (world) => {
        const late = [await dies(world, dying, request, nth)];
        world.clock.beforeSleep = async (milliseconds) => {
          if (milliseconds >= FENCE) for (const one of late) await one.deliver();
        };
        late.push(await dies(world, finish, /^(PutObject|objects\.insert) /));
        await does(world, next);
      });
      expect(violations(state, original, { backup: true })).toEqual([]);
      expect(essence(state)).toEqual(wanted);
    });

    const harms = harmful.includes(name);
    it(`${harms ? 'does harm' : 'is held off by its condition alone'} when nobody waits`, async () => {
      const { state } = await told(async (world) => {
        const late = await dies(world, dying, request, nth);
        await does(world, next, 0);
        await late.deliver();
      });
      const whole = violations(state, original, { backup: true });
      if (harms) expect([essence(state), whole]).not.toEqual([wanted, []]);
      else expect([essence(state), whole]).toEqual([wanted, []]);
    });
  });
});

const artifacts = (attributes: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...attributes].filter(([key]) => /^v\d/.test(key));
