import pRetry from 'p-retry';
import { askedWait, isUnanswered } from '../../../ports/object-store.js';
/** First and longest wait between two attempts where the store asks for no longer one, milliseconds. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 10_000;
/**
 * Sends what only reads again when no answer came. Changing requests never go through here: the engine sends them
 * again, after proving that the operation is still ours.
 */
export class ReadRetries {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    /** Throws what the last attempt threw. */
    run(attempt) {
        return pRetry(attempt, {
            retries: this.#parts.retries,
            // The waits are ours, by the clock that came in through the door.
            minTimeout: 0,
            shouldRetry: async ({ error, attemptNumber }) => {
                if (!isUnanswered(error))
                    return false;
                await this.#parts.clock.sleep(this.#wait(attemptNumber, error));
                return true;
            },
        });
    }
    /** Full jitter: many clients that failed together don't come back together; what the store asks for is the least. */
    #wait(attempt, error) {
        const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * this.#parts.random();
        return Math.max(askedWait(error), backoff);
    }
}
/** Milliseconds of a `Retry-After` header (RFC 9110 §10.2.3): seconds, or a date; undefined for anything else. */
export function retryAfterMs(header, now) {
    if (header === undefined)
        return undefined;
    if (/^\d{1,6}$/.test(header.trim()))
        return Number(header) * 1000;
    // `Date.parse` takes a mere number for a year.
    const date = /[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
