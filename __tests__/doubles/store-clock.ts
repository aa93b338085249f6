import { setTimeout as after } from 'node:timers/promises';
import type { Clock } from '../../src/ports/clock.ts';

/** The machine's own clock: files have the times that the kernel gives them. */
export class RealClock implements Clock {
  now(): number {
    return Date.now();
  }

  monotonic(): number {
    return performance.now();
  }

  async sleep(milliseconds: number): Promise<void> {
    await after(milliseconds);
  }

  every(milliseconds: number, tick: () => void): () => void {
    const timer = setInterval(tick, milliseconds).unref();
    return () => clearInterval(timer);
  }
}
