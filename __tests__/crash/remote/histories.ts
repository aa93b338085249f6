import { expect } from 'vitest';
import type { RollbackReport } from '../../../src/domain/report.ts';
import { ROLLBACK_TYPES } from '../../../src/domain/types.ts';
import { recover, restore, rollback } from '../../../src/engine/mod.ts';
import { type Actor, recoverRequest, restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import { type Cut, kills, type Moment, type RemoteWorld } from '../../builders/remote-world.ts';
import { V104, withEntryOnTop } from '../../engine/worlds.ts';
import { listedVersions, logRecords, type Snapshot, violations } from '../invariants.ts';
import { replay, standingOf } from '../replay.ts';
import { Chance } from '../scheduler.ts';
import { FENCE } from './trial.ts';

const FILES = 6;
const VERSIONS = ['v1.0.0', 'v1.0.1', 'v1.0.2'] as const;
const MOMENTS: readonly Moment[] = ['before', 'after', 'reply-lost', 'late', 'late-and-dead'];

export const historyTotals = { seeds: 0, operations: 0, kills: 0, 'lost replies': 0, 'late requests': 0 };

interface Deed {
  readonly what: string;
  readonly act: (actor: Actor) => Promise<RollbackReport>;
}

/** Three to six operations after one another on one bucket, cut at random changes; what is under way lands within the fence. */
export class History {
  readonly chance: Chance;
  readonly world: RemoteWorld;
  readonly original: Snapshot;
  readonly trace: string[] = [];
  /** What may be under way. */
  #late: Cut[] = [];
  #published = false;

  constructor(seed: number, world: RemoteWorld) {
    this.chance = new Chance(seed);
    this.world = world;
    this.original = world.snapshot();
    // One request at a time tells the same story each time that the seed is tried.
    world.concurrency = this.chance.happens(0.5) ? 1 : 4;
    world.clock.beforeSleep = (milliseconds) => this.#land(milliseconds);
  }

  async run(): Promise<void> {
    const rounds = 3 + this.chance.below(4);
    for (let round = 0; round < rounds; round += 1) {
      const { chance } = this;
      if (!this.#published && chance.happens(0.2)) await this.#publish();
      await this.#operate(this.#any());
      // Sometimes nobody recovers: the next operation finds what is open.
      if (chance.happens(0.6)) await this.#settle();
    }
    await this.#settle();
  }

  #any(): Deed {
    const { chance } = this;
    const version = chance.happens(0.8) ? 'v1.0.2' : chance.pick(VERSIONS);
    const kind = chance.pick(['rollback', 'rollback', 'restore', 'restore', 'recover']);
    if (kind === 'recover') return { what: kind, act: ({ context }) => recover(recoverRequest(), context) };
    if (kind === 'restore')
      return { what: `${kind} ${version}`, act: ({ context }) => restore(restoreRequest(version), context) };
    const type = chance.happens(0.6) ? 'full' : chance.pick(ROLLBACK_TYPES);
    const failing = chance.happens(0.1);
    return {
      what: `${kind} ${version} ${type}${failing ? ' failing late' : ''}`,
      act: (actor) => {
        if (failing) actor.evidence.failAt = 'publish';
        return rollback(rollbackRequest(version, type), actor.context);
      },
    };
  }

  async #operate({ what, act }: Deed): Promise<void> {
    const { chance, world } = this;
    const moment = chance.happens(0.75) ? chance.pick(MOMENTS) : undefined;
    const cut = moment && world.cut(1 + chance.below(moment === 'reply-lost' ? 12 : 24), moment);
    // Known when it strikes, so that it can land while its sender is still at work.
    if (cut !== undefined && moment?.startsWith('late')) this.#late.push(cut);
    const actor = await world.actor();
    const report = await act(actor);
    historyTotals.operations += 1;
    cut?.undo();
    const struck = cut?.struck === true;
    this.trace.push(
      `${what}: ${report.exit_code} ${report.summary}${struck ? ` [${moment} at ${cut.at}]` : ''}`,
    );
    this.#count(struck ? moment : undefined);
    if (!struck) this.#late = this.#late.filter((one) => one !== cut);
    if (!struck || moment === undefined || !kills(moment)) this.#isTrue(report);
    // Its process has ended, one way or the other.
    actor.host.die();
  }

  #count(moment: Moment | undefined): void {
    if (moment === undefined) return;
    if (kills(moment)) historyTotals.kills += 1;
    else if (moment === 'reply-lost') historyTotals['lost replies'] += 1;
  }

  /** Anything under way lands before the end of a fence, and perhaps during any other wait. */
  async #land(milliseconds: number): Promise<void> {
    const due = this.#late.filter(
      ({ struck }) => struck && (milliseconds >= FENCE || this.chance.happens(0.3)),
    );
    this.#late = this.#late.filter((one) => !due.includes(one));
    for (const cut of due) {
      historyTotals['late requests'] += 1;
      await cut.deliver();
    }
  }

  /** Whoever comes next finds it whole, or makes it so; and again changes nothing (I8). */
  async #settle(): Promise<void> {
    const { world } = this;
    const first = await recover(recoverRequest(), (await world.actor()).context);
    expect(first.exit_code, first.errors.join('; ')).toBe(0);
    const once = world.snapshot();
    const second = await recover(recoverRequest(), (await world.actor()).context);
    expect(second.exit_code).toBe(0);
    expect(world.snapshot(), 'I8').toEqual(once);
    this.#isWhole(once);
  }

  #isWhole(state: Snapshot): void {
    expect(violations(state, this.original, { backup: true })).toEqual([]);
    for (const version of VERSIONS)
      expect(standingOf(state, version, FILES), `I2: ${version}`).toEqual(replay(state, version));
    if (this.#published) {
      expect(listedVersions(state, 'v1.0.4'), 'I4').toBe(1);
      expect(state.get('v1.0.4/README.md'), 'I5').toBe('four\n');
    }
    for (const [key, text] of this.original)
      if (/^v\d/.test(key) && state.has(key)) expect(state.get(key), `I6: ${key}`).toBe(text);
  }

  /** I9: of an operation that was not killed, what its report says is what the log says. */
  #isTrue(report: RollbackReport): void {
    const records = logRecords(this.world.snapshot());
    const last = records.at(-1);
    const label = `I9: exit ${report.exit_code}, changed ${report.changed}, then ${last?.kind}`;
    if (report.exit_code === 0) expect(last?.open ?? null, label).toBeNull();
    if (report.changed === 'unknown') expect(report.exit_code, label).not.toBe(0);
    if (report.changed !== true || report.exit_code !== 0) return;
    // Perhaps what another run had begun, which this one finished and reports.
    const done = records.filter(({ kind }) => kind === 'done').map(({ operation_id: id }) => id);
    const named = records.filter(({ open }) => open?.rollback_id === report.rollback_id);
    expect(
      named.some(({ operation_id: id }) => done.includes(id)),
      label,
    ).toBe(true);
  }

  /** By a publisher that makes sure that nobody else wrote meanwhile. */
  async #publish(): Promise<void> {
    const { store } = (await this.world.actor()).context;
    await store.put('v1.0.4/README.md', new TextEncoder().encode('four\n'), 'absent');
    const standing = await store.read('index.json');
    if (standing === undefined) throw new Error('no index');
    const { revision: unchangedSince } = standing.info;
    const now = new Date(this.world.clock.now());
    await store.put('index.json', withEntryOnTop(standing.body, V104, now), { unchangedSince });
    this.#published = true;
    this.trace.push('v1.0.4 published');
  }
}
