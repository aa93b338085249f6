import { askedWait, isUnanswered, mayHaveLanded } from '../../ports/object-store.js';
/** First and longest wait between two attempts where the store asks for no longer one, milliseconds. */
const FIRST_WAIT = 200;
const LONGEST_WAIT = 20_000;
/** For stores that say nothing of their own. */
export const DEFAULT_POLICY = { concurrency: 16, retries: 5, jitter: () => 1 };
/** Sends changing requests: each attempt only while the operation is ours, again after a wait when no answer came. */
export class Requests {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    get guard() {
        return this.#parts.guard;
    }
    get retries() {
        return this.#parts.policy.retries;
    }
    /** For whoever sends by other means and gave up without an answer. */
    unresolved() {
        this.#parts.unresolved();
    }
    /** Throws what the last attempt threw. A conflict after an unanswered attempt may be our own success: look. */
    async send(request) {
        const { guard, unresolved, policy } = this.#parts;
        for (let attempt = 1;; attempt += 1) {
            await guard();
            try {
                return await request(guard);
            }
            catch (thrown) {
                if (mayHaveLanded(thrown))
                    unresolved();
                if (!isUnanswered(thrown) || attempt > policy.retries)
                    throw thrown;
                await this.pause(attempt, thrown);
            }
        }
    }
    /** Works on many at once; all have ended before the first failure is told: nothing of ours is still under way. */
    async each(items, work, how = {}) {
        const { tell, total = 0, atOnce = Number.POSITIVE_INFINITY } = how;
        const { concurrency } = this.#parts.policy;
        let done = 0;
        let failed;
        const step = async (item) => {
            if (failed !== undefined)
                return;
            try {
                await work(item);
                done += 1;
                tell?.(done, total);
            }
            catch (thrown) {
                failed ??= { thrown };
            }
        };
        // Here and not above: a local repository never needs it.
        const { default: pMap } = await import('p-map');
        await pMap(items, step, { concurrency: Math.min(concurrency, atOnce) });
        if (failed !== undefined)
            throw failed.thrown;
    }
    /** Waits before the attempt after this one; whoever is cancelled has no time to. */
    async pause(attempt, thrown) {
        const { clock, policy, cancelled } = this.#parts;
        if (cancelled.aborted)
            return;
        const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * policy.jitter();
        await clock.sleep(Math.max(backoff, askedWait(thrown)));
    }
}
