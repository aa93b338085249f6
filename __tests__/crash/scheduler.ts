import type { Intercept, MemoryRequest } from '../../src/adapters/store/memory/memory-store.ts';
import { failure } from '../../src/domain/errors.ts';
import type { VirtualClock } from '../doubles/virtual-clock.ts';
import { isChange } from '../engine/intercepts.ts';

/** A seeded generator (mulberry32): the same seed, the same run. */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

interface Waiting {
  readonly actor: string;
  readonly request: MemoryRequest;
  readonly issued: number;
  readonly effect: () => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (thrown: unknown) => void;
}

/** A request is given up by its sender after this long, and lands no later than the fence after it was sent. */
const TIMEOUT = 20_000;
const LANDS_WITHIN = 60_000;

/** Lets one request of one actor through at a time, in an order that the seed says; kills, stalls and loses replies. */
export class Scheduler {
  readonly chance: Chance;
  readonly clock: VirtualClock;
  readonly dead = new Set<string>();
  #waiting: Waiting[] = [];
  #late: Waiting[] = [];
  #stalled = new Map<string, number>();
  picks = 0;
  landedLate = 0;

  constructor(chance: Chance, clock: VirtualClock) {
    this.chance = chance;
    this.clock = clock;
    const pass = clock.pass.bind(clock);
    clock.pass = async (milliseconds) => {
      if (milliseconds >= TIMEOUT) await this.#landLate(0.5);
      return pass(milliseconds);
    };
  }

  intercept(actor: string): Intercept {
    return <T>(request: MemoryRequest, effect: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        this.#waiting.push({
          actor,
          request,
          effect,
          issued: this.clock.time,
          resolve: resolve as (value: never) => void,
          reject,
        });
      });
  }

  /** The process is gone: nothing of it goes on; what it had sent may still land. */
  kill(actor: string): void {
    this.dead.add(actor);
    this.#late.push(...this.underWay(actor).filter(() => this.chance.happens(0.7)));
    this.#waiting = this.#waiting.filter((one) => one.actor !== actor);
  }

  /** Changes that the actor has sent and has no answer to. */
  underWay(actor: string): readonly Waiting[] {
    return this.#waiting.filter((one) => one.actor === actor && isChange(one.request));
  }

  /** One of its requests gets no answer, and is still on its way. */
  deafen(actor: string): void {
    const lost = this.chance.pick(this.underWay(actor));
    this.#waiting = this.#waiting.filter((one) => one !== lost);
    this.#late.push(lost);
    lost.reject(failure('UNREACHABLE', 'no answer'));
  }

  /** SIGSTOP for so many turns of the others. */
  stall(actor: string, picks: number): void {
    this.#stalled.set(actor, this.picks + picks);
  }

  /** Runs until the tasks have ended; `between` is asked before every pick. */
  async run(tasks: () => readonly Promise<unknown>[], between: () => void | Promise<void>): Promise<void> {
    const ended = new Set<Promise<unknown>>();
    const known = new Set<Promise<unknown>>();
    for (let idle = 0; idle < 5000; ) {
      await turn();
      await turn();
      for (const task of tasks()) {
        if (known.has(task)) continue;
        known.add(task);
        void task.finally(() => ended.add(task));
      }
      // One that ends may start the next.
      await turn();
      if (tasks().every((task) => ended.has(task))) return;
      await between();
      const waiter = this.#choose();
      if (waiter === undefined) {
        idle += 1;
        continue;
      }
      idle = 0;
      this.picks += 1;
      if (this.#late.length > 0 && this.chance.happens(0.04)) await this.#landLate(0.5);
      await this.#perform(waiter);
    }
    throw new Error('nothing moves any more');
  }

  #choose(): Waiting | undefined {
    this.#waiting = this.#waiting.filter(({ actor }) => !this.dead.has(actor));
    const ready = this.#waiting.filter(({ actor }) => (this.#stalled.get(actor) ?? 0) <= this.picks);
    // Everybody else is done: the stalled ones wake up.
    const waiter = this.chance.pick(ready.length > 0 ? ready : this.#waiting);
    this.#waiting = this.#waiting.filter((one) => one !== waiter);
    return waiter;
  }

  async #perform({ issued, effect, resolve, reject, request }: Waiting): Promise<void> {
    if (this.clock.time - issued > TIMEOUT) {
      reject(failure('UNREACHABLE', 'timed out'));
      return;
    }
    try {
      const result = await effect();
      if (isChange(request) && this.chance.happens(0.01))
        reject(failure('UNREACHABLE', 'the reply was lost'));
      else resolve(result as never);
    } catch (thrown) {
      reject(thrown);
    }
  }

  async #landLate(probability: number): Promise<void> {
    const landing = this.#late.filter(({ issued }) => this.clock.time - issued < LANDS_WITHIN);
    this.#late = [];
    for (const one of landing) {
      if (!this.chance.happens(probability)) {
        this.#late.push(one);
        continue;
      }
      this.landedLate += 1;
      await one.effect().catch(() => {});
    }
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
