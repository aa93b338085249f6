import type { Clock } from '../../ports/clock.ts';
/** The machine's own clocks. */
export declare class SystemClock implements Clock {
    now(): number;
    monotonic(): number;
    sleep(milliseconds: number): Promise<void>;
    every(milliseconds: number, tick: () => void): () => void;
}
