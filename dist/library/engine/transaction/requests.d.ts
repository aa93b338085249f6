import type { Clock } from '../../ports/clock.ts';
import { type RequestPolicy } from '../../ports/object-store.ts';
import type { Guard, Progress } from '../../ports/workspace.ts';
/** For stores that say nothing of their own. */
export declare const DEFAULT_POLICY: RequestPolicy;
export interface RequestParts {
    readonly clock: Clock;
    readonly policy: RequestPolicy;
    readonly guard: Guard;
    /** Told when a create or delete got no answer: a late one may still land. */
    readonly unresolved: () => void;
    readonly cancelled: AbortSignal;
}
/** Sends changing requests: each attempt only while the operation is ours, again after a wait when no answer came. */
export declare class Requests {
    #private;
    constructor(parts: RequestParts);
    get guard(): Guard;
    get retries(): number;
    /** For whoever sends by other means and gave up without an answer. */
    unresolved(): void;
    /** Throws what the last attempt threw. A conflict after an unanswered attempt may be our own success: look. */
    send<T>(request: (guard: Guard) => Promise<T>): Promise<T>;
    /** Works on many at once; all have ended before the first failure is told: nothing of ours is still under way. */
    each<T>(items: Iterable<T>, work: (item: T) => Promise<void>, how?: Many): Promise<void>;
    /** Waits before the attempt after this one; whoever is cancelled has no time to. */
    pause(attempt: number, thrown: unknown): Promise<void>;
}
export interface Many {
    readonly tell?: Progress;
    readonly total?: number;
    /** At once at most, where that is less than what the policy says. */
    readonly atOnce?: number | undefined;
}
