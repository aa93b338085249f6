import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RollbackReport } from '../../../src/domain/report.ts';
import type { RemoteWorld, Target, Trouble } from '../../builders/remote-world.ts';
import { logRecords } from '../invariants.ts';
import { Chance } from '../scheduler.ts';
import { FULL } from '../totals.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { FENCE, Trial } from './trial.ts';

export const faultTotals = { troubles: 0, outages: 0, 'timed out': 0 };
const SEED = Number(process.env.CRASH_SEED ?? 20261124);

/** The clients of these worlds send a request again twice. */
const RETRIES = 2;

/** Milliseconds, real ones: how long a client waits for a request that is held. */
const PATIENCE = 250;

interface Case {
  readonly target: Target;
  readonly trouble: Trouble;
  /** How many requests in a row. */
  readonly times: number;
}

/** Every request by what it is for and how often that was asked before: the order of those side by side is chance. */
function targetsOf(requests: readonly string[]): readonly Target[] {
  const seen = new Map<string, number>();
  return requests.map((what) => {
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    return { what, nth };
  });
}

const casesOf = (world: RemoteWorld, target: Target): readonly Case[] =>
  world
    .troublesOf(target.what)
    .flatMap((trouble) =>
      [1, RETRIES, RETRIES + 1]
        .filter((times) => times !== RETRIES || trouble === 'busy' || trouble === 'throttled')
        .map((times) => ({ target, trouble, times })),
    );

/** A seeded sample, unless everything is asked for. */
function sampled<T>(all: readonly T[], wanted: number, salt: number): readonly T[] {
  if (FULL) return all;
  const chance = new Chance(SEED + salt * 7919);
  return Array.from({ length: Math.min(wanted, all.length) }, () => chance.pick(all));
}

/** Every request in every trouble that the service can make, outages and time-outs; both ends live. */
export function faultSuite(
  name: string,
  start: () => Promise<RemoteWorld>,
  /** Which of the scenarios a sample takes. */
  sample: (offset: number) => boolean,
  scenarios: readonly Scenario[] = SCENARIOS,
): void {
  const all = scenarios.map((scenario, offset) => ({ ...scenario, offset }));
  describe.each(all.filter(({ offset }) => FULL || sample(offset)))(`${name}: $name`, (scenario) => {
    let trial: Trial;
    let expected: number;
    beforeAll(async () => {
      trial = await Trial.start(await start(), scenario);
      trial.begin();
      expected = (await scenario.act(await trial.world.actor())).exit_code;
    });
    afterAll(() => trial.world.close());

    async function attempt(label: string): Promise<RollbackReport> {
      const report = await scenario.act(await trial.world.actor());
      const told = `${label}, exit ${report.exit_code}: ${report.errors.join('; ')}`;
      trial.isTrue(report, trial.world.snapshot(), told);
      return report;
    }

    /** Whoever was in trouble is gone, and so is the trouble. */
    async function settle(label: string): Promise<void> {
      trial.world.machine.killAll();
      const state = trial.world.snapshot();
      if (logRecords(state).at(-1)?.open) return trial.agrees(await trial.recoverTwice(label), label);
      trial.checkWhole(state, label);
      trial.agrees(state, label);
    }

    it('ends well or tells the truth, whatever becomes of a request', async () => {
      const { world } = trial;
      const all = targetsOf(trial.requests).flatMap((target) => casesOf(world, target));
      expect(all.length).toBeGreaterThan(50);
      for (const { target, trouble, times } of sampled(all, 4, scenario.offset)) {
        trial.begin();
        const disturbance = world.disturb(trouble, target, times);
        const label = `seed ${SEED}: ${trouble} × ${times} at ${target.what} (${target.nth})`;
        const report = await attempt(label);
        disturbance.undo();
        faultTotals.troubles += 1;
        if (times <= RETRIES)
          expect(report.exit_code, `${label}: ${report.errors.join('; ')}`).toBe(expected);
        const harmless = times <= RETRIES && (isRead(trial, target) || world.noEffect.has(trouble));
        if (harmless) expect(trial.fenced, `${label}: nobody has to wait`).toBe(false);
        await settle(label);
      }
    });

    it('ends well or tells the truth when connections are refused for a while', async () => {
      const { world } = trial;
      const all = targetsOf(trial.requests).flatMap((target) =>
        [1, Number.POSITIVE_INFINITY].map((waits) => ({ target, waits })),
      );
      for (const { target, waits } of sampled(all, 1, 100 + scenario.offset)) {
        trial.begin();
        const outage = new Outage(world, target, waits);
        const label = `seed ${SEED}: out of reach for ${waits} waits from ${target.what} (${target.nth})`;
        const report = await attempt(label);
        await outage.over();
        faultTotals.outages += 1;
        if (Number.isFinite(waits))
          expect(report.exit_code, `${label}: ${report.errors.join('; ')}`).toBe(expected);
        await settle(label);
      }
    });

    it('ends well or tells the truth when a request is held longer than its sender waits', async () => {
      const { world } = trial;
      const all = targetsOf(trial.requests).flatMap((target) =>
        // A read has nothing that could land.
        (isRead(trial, target) ? [false] : [true, false]).map((lands) => ({ target, lands })),
      );
      world.requestTimeoutMs = PATIENCE;
      for (const { target, lands } of sampled(all, 1, 200 + scenario.offset)) {
        trial.begin();
        const held = world.hold(target);
        world.clock.beforeSleep = async (milliseconds) => {
          if (lands && milliseconds >= FENCE) await held.deliver();
        };
        const label = `seed ${SEED}: held ${target.what} (${target.nth}), lands: ${lands}`;
        await attempt(label);
        held.undo();
        faultTotals['timed out'] += 1;
        world.requestTimeoutMs = 20_000;
        await settle(label);
        world.requestTimeoutMs = PATIENCE;
      }
      world.requestTimeoutMs = 20_000;
    });
  });
}

const isRead = (trial: Trial, { what }: Target): boolean => !trial.changes.includes(what);

/** Nobody listens from the target on until somebody has waited so often. */
class Outage {
  readonly #world: RemoteWorld;
  #down: Promise<void> | undefined;
  #waits: number;
  readonly #undo: () => void;

  constructor(world: RemoteWorld, target: Target, waits: number) {
    this.#world = world;
    this.#waits = waits;
    const onTarget = world.meet(target, () => {
      this.#down = world.refuse();
    });
    this.#undo = () => onTarget.undo();
    world.clock.beforeSleep = async () => {
      if (this.#down === undefined) return;
      this.#waits -= 1;
      if (this.#waits <= 0) await this.over();
    };
  }

  async over(): Promise<void> {
    this.#undo();
    const down = this.#down;
    this.#down = undefined;
    if (down === undefined) return;
    await down;
    await this.#world.listenAgain();
  }
}
