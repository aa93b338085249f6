/** Time comes in through the door: tests drive it. */
export interface Clock {
    /** Wall clock, milliseconds since the epoch. */
    now(): number;
    /** Milliseconds of a clock that never jumps back. */
    monotonic(): number;
    sleep(milliseconds: number): Promise<void>;
    /** Calls `tick` every so many milliseconds without keeping the process alive; returns the stop function. */
    every(milliseconds: number, tick: () => void): () => void;
}
