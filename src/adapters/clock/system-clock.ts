import type { Clock } from '../../ports/clock.ts';

/** The machine's own clocks. */
export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }

  monotonic(): number {
    // Of the same clock as `performance.now()`, which loads a module first.
    return process.uptime() * 1000;
  }

  async sleep(milliseconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  every(milliseconds: number, tick: () => void): () => void {
    const timer = setInterval(tick, milliseconds).unref();
    return () => clearInterval(timer);
  }
}
