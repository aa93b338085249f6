import type { Clock } from '../../src/ports/clock.ts';

/** A clock that only moves when somebody sleeps: no test waits, whatever the protocol asks for. */
export class VirtualClock implements Clock {
  time = Date.UTC(2026, 10, 23, 12, 0, 0);
  readonly sleeps: number[] = [];

  now(): number {
    return this.time;
  }

  monotonic(): number {
    return this.time;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds);
    this.time += milliseconds;
    await new Promise((resolve) => setImmediate(resolve));
  }

  every(): () => void {
    return () => {};
  }
}
