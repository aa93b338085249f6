import { expect } from 'vitest';
import type { RollbackReport } from '../../../src/domain/report.ts';
import { recover } from '../../../src/engine/mod.ts';
import { recoverRequest } from '../../builders/memory-world.ts';
import type { RemoteWorld } from '../../builders/remote-world.ts';
import { essence, logRecords, type Snapshot, violations } from '../invariants.ts';
import type { Scenario } from './scenarios.ts';

/** Milliseconds: a sleep of at least this is the fence. */
export const FENCE = 60_000;

/** A world in which one scenario is tried again and again from the same beginning, and what must hold after each try. */
export class Trial {
  readonly world: RemoteWorld;
  readonly scenario: Scenario;
  readonly #original: Snapshot;
  readonly #attributes: ReadonlyMap<string, string>;
  #restart: () => void = () => {};
  before: Snapshot = new Map();
  /** As it ends undisturbed. */
  after: Snapshot = new Map();
  changes: readonly string[] = [];
  requests: readonly string[] = [];

  private constructor(world: RemoteWorld, scenario: Scenario) {
    this.world = world;
    this.scenario = scenario;
    this.#original = world.snapshot();
    this.#attributes = world.attributes();
  }

  /** Runs the scenario once without any trouble: that is what the others are compared with. */
  static async start(world: RemoteWorld, scenario: Scenario): Promise<Trial> {
    const trial = new Trial(world, scenario);
    await scenario.prepare(world);
    trial.#restart = world.save();
    trial.before = world.snapshot();
    trial.begin();
    const report = await scenario.act(await world.actor());
    trial.after = world.snapshot();
    trial.changes = world.changes();
    trial.requests = world.requests();
    if (scenario.reverts !== true) {
      expect(report.exit_code, report.errors.join('; ')).toBe(0);
      expect(trial.fenced, 'the happy path never waits for the fence').toBe(false);
    }
    return trial;
  }

  begin(): void {
    this.#restart();
    this.world.clock.beforeSleep = async () => {};
    this.world.clock.sleeps.length = 0;
  }

  /** Whether anybody waited for the fence since `begin`. */
  get fenced(): boolean {
    return this.world.clock.sleeps.some((milliseconds) => milliseconds >= FENCE);
  }

  /** I8, and whole (I1, I3, I6, I7) after it. */
  async recoverTwice(label: string): Promise<Snapshot> {
    const { world } = this;
    const first = await recover(recoverRequest(), (await world.actor()).context);
    expect(first.exit_code, `${label}: ${first.errors.join('; ')}`).toBe(0);
    const once = world.snapshot();
    const second = await recover(recoverRequest(), (await world.actor()).context);
    expect(second.exit_code, label).toBe(0);
    expect(world.snapshot(), `${label}: I8`).toEqual(once);
    this.checkWhole(once, label);
    return once;
  }

  checkWhole(state: Snapshot, label: string): void {
    expect(violations(state, this.#original, { backup: this.scenario.backup }), label).toEqual([]);
    for (const [key, text] of this.world.attributes()) {
      if (/^v\d/.test(key)) expect(text, `${label}: I6 ${key}`).toBe(this.#attributes.get(key));
    }
  }

  /** I9: what the report says of the repository is so; an exit code of 0 is the whole operation. */
  isTrue(report: RollbackReport, state: Snapshot, label: string): void {
    if (report.exit_code === 0) {
      expect(logRecords(state).at(-1)?.open ?? null, label).toBeNull();
      expect(essence(state), label).toEqual(essence(this.after));
    }
    if (report.changed === false) expect(essence(state), label).toEqual(essence(this.before));
    if (report.changed === 'unknown') expect(report.exit_code, label).not.toBe(0);
  }

  /** I2: exactly before or exactly after, as the log says. */
  agrees(state: Snapshot, label: string): void {
    const earlier = logRecords(this.before).length;
    const kinds = logRecords(state)
      .slice(earlier)
      .map(({ kind }) => kind);
    const forward = kinds.includes('commit') && !kinds.includes('reverting');
    // Whoever finishes what was meant to fail may well succeed.
    if (forward && this.scenario.reverts === true) return;
    expect(essence(state), label).toEqual(essence(forward ? this.after : this.before));
  }
}
