import type { Clock } from '../../src/ports/clock.ts';

interface Timer {
  readonly every: number;
  readonly tick: () => void;
  due: number;
}

/** A clock that only moves when somebody sleeps (or a test says so): no test waits, whatever the protocol asks for. */
export class VirtualClock implements Clock {
  time = Date.UTC(2026, 10, 23, 12, 0, 0);
  readonly sleeps: number[] = [];
  /** Whether timers tick while time passes; off, a holder never beats by itself. */
  ticking = false;
  /** What the world does while the code under test waits. */
  beforeSleep: (milliseconds: number) => Promise<void> = async () => {};
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.time;
  }

  monotonic(): number {
    return this.time;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds);
    await this.beforeSleep(milliseconds);
    await this.pass(milliseconds);
  }

  /** Lets time pass without being a sleep of the code under test. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (let timer = this.#nextDue(end); timer !== undefined; timer = this.#nextDue(end)) {
      this.time = Math.max(this.time, timer.due);
      timer.due += timer.every;
      timer.tick();
      for (let turn = 0; turn < 20; turn += 1) await settled();
    }
    this.time = Math.max(this.time, end);
    await settled();
  }

  every(milliseconds: number, tick: () => void): () => void {
    const timer: Timer = { every: milliseconds, tick, due: this.time + milliseconds };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  #nextDue(end: number): Timer | undefined {
    if (!this.ticking) return undefined;
    const due = [...this.#timers].filter((timer) => timer.due <= end);
    return due.sort((a, b) => a.due - b.due)[0];
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
