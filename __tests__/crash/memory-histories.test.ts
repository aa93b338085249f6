import { describe, expect, it } from 'vitest';
import { asRollbackError } from '../../src/domain/errors.ts';
import type { RollbackReport } from '../../src/domain/report.ts';
import { ROLLBACK_TYPES } from '../../src/domain/types.ts';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import {
  type Actor,
  MemoryWorld,
  recoverRequest,
  restoreRequest,
  rollbackRequest,
} from '../builders/memory-world.ts';
import { publishV104, rawOf, V104 } from '../engine/worlds.ts';
import { logRecords, type Snapshot, snapshotOf, violations } from './invariants.ts';
import { replay, standingOf } from './replay.ts';
import { Chance, Scheduler } from './scheduler.ts';
import { printsTotals, seeds } from './totals.ts';

const FILES = 6;
const VERSIONS = ['v1.0.0', 'v1.0.1', 'v1.0.2'] as const;
const totals = { seeds: 0, operations: 0, kills: 0, stalls: 0, 'late requests': 0, interleavings: 0 };
printsTotals('Memory histories', totals);

interface Task {
  readonly name: string;
  readonly what: string;
  readonly actor: Actor;
  readonly act: (actor: Actor) => Promise<RollbackReport>;
  readonly promise: Promise<unknown>;
  report: RollbackReport | undefined;
}

interface Options {
  readonly lossy: boolean;
  readonly killing: number;
  readonly stalling: number;
  readonly publishing: boolean;
}

/** One world, several rounds of one or two actors at once; after each round everything must be whole. */
class History {
  readonly chance: Chance;
  readonly world: MemoryWorld;
  readonly scheduler: Scheduler;
  readonly original: Snapshot;
  readonly options: Options;
  readonly trace: string[] = [];
  tasks: Task[] = [];
  published = false;
  names = 0;

  constructor(seed: number, options: Options) {
    this.chance = new Chance(seed);
    this.world = new MemoryWorld(
      this.chance.pick([{}, { etagByContent: true }, { etagByContent: true, batchSize: 4 }, { moves: true }]),
    );
    this.world.machine.visible = this.chance.happens(0.5);
    this.scheduler = new Scheduler(this.chance, this.world.clock);
    this.original = snapshotOf(this.world.bucket);
    this.options = options;
  }

  start(what: string, act: Task['act']): void {
    this.names += 1;
    const name = `${this.names}`;
    const actor = this.world.actor(this.scheduler.intercept(name));
    const task: Task = {
      name,
      what,
      actor,
      act,
      report: undefined,
      promise: act(actor).then(
        (report) => {
          task.report = report;
          this.trace.push(`${name} ${what}: ${report.exit_code} ${report.summary}`);
        },
        (thrown: unknown) => {
          throw new Error(`${what} threw: ${asRollbackError(thrown).message}`);
        },
      ),
    };
    this.tasks.push(task);
    totals.operations += 1;
  }

  /** A random operation on a random version; mostly v1.0.2, so that they get in each other's way. */
  startAny(only?: 'rollback' | 'restore' | 'recover'): void {
    const { chance } = this;
    const version = chance.happens(0.7) ? 'v1.0.2' : chance.pick(VERSIONS);
    const kind = only ?? chance.pick(['rollback', 'rollback', 'restore', 'restore', 'recover']);
    if (kind === 'recover') {
      this.start('recover', ({ context }) => recover(recoverRequest(), context));
    } else if (kind === 'restore') {
      this.start(`restore ${version}`, ({ context }) => restore(restoreRequest(version), context));
    } else {
      const type = chance.pick(ROLLBACK_TYPES);
      const createBackup = !this.options.lossy || chance.happens(0.5);
      const request = rollbackRequest(version, type, { createBackup });
      const failing = chance.happens(0.1);
      this.start(`rollback ${version} ${type}${failing ? ' failing late' : ''}`, (actor) => {
        if (failing) actor.evidence.failAt = 'publish';
        return rollback(request, actor.context);
      });
    }
  }

  async round(): Promise<void> {
    await this.scheduler.run(
      () => this.tasks.filter(({ name }) => !this.scheduler.dead.has(name)).map(({ promise }) => promise),
      () => this.disturb(),
    );
    for (const task of this.tasks) if (task.report !== undefined) task.actor.host.die();
  }

  async disturb(): Promise<void> {
    const { chance, scheduler, options } = this;
    const alive = this.tasks.filter((task) => task.report === undefined && !scheduler.dead.has(task.name));
    if (alive.length === 0) return;
    await this.strike(alive);
    if (chance.happens(options.killing)) {
      const victim = chance.pick(alive);
      scheduler.kill(victim.name);
      victim.actor.host.die();
      totals.kills += 1;
      this.trace.push(`${victim.name} ${victim.what}: killed`);
      // The job is run again.
      if (chance.happens(0.5)) this.start(victim.what, victim.act);
    }
    if (chance.happens(options.stalling)) {
      const sleeper = chance.pick(alive);
      scheduler.stall(sleeper.name, 200 + chance.below(2000));
      totals.stalls += 1;
      this.trace.push(`${sleeper.name} ${sleeper.what}: stopped`);
    }
    if (options.publishing && !this.published && chance.happens(0.02)) {
      this.published = true;
      await publishV104(this.world);
      this.trace.push('v1.0.4 published');
    }
  }

  /** Kills, stops or deafens the first actor while a change of it is under way: at the n-th such moment. */
  moments = -1;
  blow: 'kill' | 'stop' | 'deafen' = 'kill';
  async strike(alive: readonly Task[]): Promise<void> {
    const [victim] = alive;
    if (this.moments < 0 || victim === undefined || this.scheduler.underWay(victim.name).length === 0) return;
    this.moments -= 1;
    if (this.moments >= 0) return;
    this.trace.push(`${victim.name} ${victim.what}: ${this.blow} with a request under way`);
    if (this.blow === 'stop') {
      totals.stalls += 1;
      this.scheduler.stall(victim.name, 1_000_000);
      this.startNext();
      return;
    }
    if (this.blow === 'deafen') {
      this.scheduler.deafen(victim.name);
      void victim.promise.then(() => this.startNext());
      return;
    }
    totals.kills += 1;
    this.scheduler.kill(victim.name);
    victim.actor.host.die();
    this.startNext();
  }

  /** What others do on the same version as soon as the first is struck. */
  next: readonly (() => void)[] = [];
  startNext(): void {
    const [first, ...rest] = this.next;
    this.next = rest;
    first?.();
    const task = this.tasks.at(-1);
    if (first !== undefined) void task?.promise.then(() => this.startNext());
  }

  restore(): void {
    this.start('restore v1.0.2', ({ context }) => restore(restoreRequest('v1.0.2'), context));
  }

  rollback(): void {
    this.start('rollback v1.0.2 full', ({ context }) => rollback(rollbackRequest('v1.0.2'), context));
  }

  /** Whoever comes next finds it whole, or makes it so; and again changes nothing (I8). */
  async settle(): Promise<void> {
    const { world } = this;
    this.checkExitCodes();
    // Whoever was only thought dead is by now.
    for (const { actor } of this.tasks) actor.host.die();
    const first = await recover(recoverRequest(), world.actor().context);
    expect(first.exit_code, first.errors.join('; ')).toBe(0);
    const once = snapshotOf(world.bucket);
    const second = await recover(recoverRequest(), world.actor().context);
    expect(second.exit_code).toBe(0);
    expect(snapshotOf(world.bucket)).toEqual(once);
    this.checkWhole(once);
    this.tasks = [];
  }

  checkWhole(snapshot: Snapshot): void {
    expect(violations(snapshot, this.original, { backup: !this.options.lossy })).toEqual([]);
    for (const version of VERSIONS)
      expect(standingOf(snapshot, version, FILES), `I2: ${version}`).toEqual(replay(snapshot, version));
    if (this.published) {
      expect(rawOf(this.world, 'v1.0.4'), 'I4').toBe(V104);
      expect(snapshot.get('v1.0.4/README.md'), 'I5').toBe('four\n');
    }
    for (const [key, text] of this.original) {
      if (/^v\d/.test(key) && snapshot.has(key)) expect(snapshot.get(key), `I6: ${key}`).toBe(text);
    }
  }

  /** I9: what a report says is what the log says. */
  checkExitCodes(): void {
    const records = logRecords(snapshotOf(this.world.bucket));
    for (const { actor, report, what } of this.tasks) {
      if (report === undefined || report.operation === 'recover') continue;
      const { pid } = actor.host;
      const mine = records.filter((record) => record.kind === 'claim' && record.holder.pid === pid);
      const closers = mine.flatMap((claim) =>
        records.filter((record) => record.operation_id === claim.operation_id && record.open === null),
      );
      const label = `I9: ${what}: ${report.exit_code}, changed ${report.changed}, ${closers.map(({ kind }) => kind)}`;
      if (report.changed === true && report.exit_code === 0) {
        const done = records.some((record) => record.kind === 'done' && sameId(records, record, report));
        expect(done, label).toBe(true);
      }
      if (report.changed === false)
        for (const closer of closers) expect(['aborted', 'reverted'], label).toContain(closer.kind);
      if (report.changed === 'unknown') expect(report.exit_code, label).not.toBe(0);
    }
  }
}

function sameId(
  records: ReturnType<typeof logRecords>,
  closer: { operation_id: string },
  report: RollbackReport,
): boolean {
  const claim = records.find(({ operation_id: id, open }) => id === closer.operation_id && open !== null);
  return claim?.open?.rollback_id === report.rollback_id && claim.open.operation === report.operation;
}

async function replayable(seed: number, history: History, run: () => Promise<void>): Promise<void> {
  totals.seeds += 1;
  try {
    await run();
  } catch (thrown) {
    const error = thrown as Error;
    error.message = `CRASH_SEED=${seed}: ${error.message}\n${history.trace.join('\n')}`;
    throw error;
  } finally {
    totals.interleavings += history.scheduler.picks;
    totals['late requests'] += history.scheduler.landedLate;
  }
}

const calm = { lossy: false, killing: 0, stalling: 0, publishing: true };

describe('two actors at once', () => {
  const others = ['rollback', 'restore', 'recover'] as const;
  it.each(others)('a rollback and a %s, request by request', async (other) => {
    for (const seed of seeds(60, 600)) {
      const history = new History(seed, calm);
      await replayable(seed, history, async () => {
        if (other === 'restore') {
          history.startAny('rollback');
          await history.round();
          await history.settle();
        }
        history.startAny('rollback');
        history.startAny(other);
        await history.round();
        // Nobody died: nobody leaves anything to be done.
        expect(logRecords(snapshotOf(history.world.bucket)).at(-1)?.open ?? null).toBeNull();
        await history.settle();
      });
    }
  });

  it.each(others)('a rollback and a %s, killed, stopped and run again', async (other) => {
    for (const seed of seeds(80, 1500)) {
      const history = new History(seed, { ...calm, killing: 0.01, stalling: 0.004 });
      await replayable(seed, history, async () => {
        history.startAny('rollback');
        await history.round();
        await history.settle();
        history.startAny('rollback');
        history.startAny(other);
        await history.round();
        await history.settle();
      });
    }
  });
});

describe('a request under way when its sender is struck', () => {
  it.each(['kill', 'stop', 'deafen'] as const)('%s: nothing that others do after is harmed', async (blow) => {
    for (const seed of seeds(150, 3000)) {
      const history = new History(seed, { ...calm, publishing: false });
      // The hardest setting: nobody can see who lives, and the same bytes have the same revision.
      history.world.machine.visible = blow !== 'stop';
      await replayable(seed, history, async () => {
        const begins = history.chance.happens(0.5) ? 'rollback' : 'restore';
        if (begins === 'restore') {
          history.rollback();
          await history.round();
          await history.settle();
        }
        history.blow = blow;
        history.moments = history.chance.below(28);
        const [undo, redo] =
          begins === 'rollback'
            ? [() => history.restore(), () => history.rollback()]
            : [() => history.rollback(), () => history.restore()];
        history.next = history.chance.happens(0.5) ? [undo] : [undo, redo];
        history[begins]();
        await history.round();
        await history.settle();
      });
    }
  });
});

describe('histories of three to six operations', () => {
  it.each([false, true])('are whole after each (some without a backup: %s)', async (lossy) => {
    for (const seed of seeds(80, 1500)) {
      const history = new History(seed, { lossy, killing: 0.008, stalling: 0.002, publishing: true });
      await replayable(seed, history, async () => {
        const rounds = 3 + history.chance.below(4);
        for (let round = 0; round < rounds; round += 1) {
          history.startAny();
          if (history.chance.happens(0.3)) history.startAny();
          await history.round();
          await history.settle();
        }
      });
    }
  });
});
