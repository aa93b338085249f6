import type { Clock } from '../../ports/clock.ts';
import { askedWait, isUnanswered, mayHaveLanded, type RequestPolicy } from '../../ports/object-store.ts';
import type { Guard, Progress } from '../../ports/workspace.ts';

/** First and longest wait between two attempts where the store asks for no longer one, milliseconds. */
const FIRST_WAIT = 200;
const LONGEST_WAIT = 20_000;

/** For stores that say nothing of their own. */
export const DEFAULT_POLICY: RequestPolicy = { concurrency: 16, retries: 5, jitter: () => 1 };

export interface RequestParts {
  readonly clock: Clock;
  readonly policy: RequestPolicy;
  readonly guard: Guard;
  /** Told when a create or delete got no answer: a late one may still land. */
  readonly unresolved: () => void;
  readonly cancelled: AbortSignal;
}

/** Sends changing requests: each attempt only while the operation is ours, again after a wait when no answer came. */
export class Requests {
  readonly #parts: RequestParts;

  constructor(parts: RequestParts) {
    this.#parts = parts;
  }

  get guard(): Guard {
    return this.#parts.guard;
  }

  get retries(): number {
    return this.#parts.policy.retries;
  }

  /** For whoever sends by other means and gave up without an answer. */
  unresolved(): void {
    this.#parts.unresolved();
  }

  /** Throws what the last attempt threw. A conflict after an unanswered attempt may be our own success: look. */
  async send<T>(request: (guard: Guard) => Promise<T>): Promise<T> {
    const { guard, unresolved, policy } = this.#parts;
    for (let attempt = 1; ; attempt += 1) {
      await guard();
      try {
        return await request(guard);
      } catch (thrown) {
        if (mayHaveLanded(thrown)) unresolved();
        if (!isUnanswered(thrown) || attempt > policy.retries) throw thrown;
        await this.pause(attempt, thrown);
      }
    }
  }

  /** Works on many at once; all have ended before the first failure is told: nothing of ours is still under way. */
  async each<T>(items: Iterable<T>, work: (item: T) => Promise<void>, how: Many = {}): Promise<void> {
    const { tell, total = 0, atOnce = Number.POSITIVE_INFINITY } = how;
    const { concurrency } = this.#parts.policy;
    let done = 0;
    let failed: { readonly thrown: unknown } | undefined;
    const step = async (item: T): Promise<void> => {
      if (failed !== undefined) return;
      try {
        await work(item);
        done += 1;
        tell?.(done, total);
      } catch (thrown) {
        failed ??= { thrown };
      }
    };
    // Here and not above: a local repository never needs it.
    const { default: pMap } = await import('p-map');
    await pMap(items, step, { concurrency: Math.min(concurrency, atOnce) });
    if (failed !== undefined) throw failed.thrown;
  }

  /** Waits before the attempt after this one; whoever is cancelled has no time to. */
  async pause(attempt: number, thrown: unknown): Promise<void> {
    const { clock, policy, cancelled } = this.#parts;
    if (cancelled.aborted) return;
    const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * policy.jitter();
    await clock.sleep(Math.max(backoff, askedWait(thrown)));
  }
}

export interface Many {
  readonly tell?: Progress;
  readonly total?: number;
  /** At once at most, where that is less than what the policy says. */
  readonly atOnce?: number | undefined;
}
