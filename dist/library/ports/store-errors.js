import { RollbackError } from '../domain/errors.js';
/** A precondition did not hold: somebody else wrote the key, or our own earlier request did. */
export class ConflictError extends Error {
    key;
    constructor(key, options) {
        super(`'${key}' is not what it was believed to be`, options);
        this.name = 'ConflictError';
        this.key = key;
    }
}
/** The cause of a failure that whoever makes room can mend: a file system is full, or a quota is used up. */
export class NoRoom extends Error {
    constructor(cause) {
        super('there is no room', { cause });
        this.name = 'NoRoom';
    }
}
/** Whether a lack of room is what is behind it, in whatever words it was told since. */
export function isForRoom(thrown) {
    for (let each = thrown; each instanceof Error; each = each.cause) {
        if (each instanceof NoRoom)
            return true;
    }
    return false;
}
/** A request that may be sent again: no answer came, or the store was too busy to take it. Its code is UNREACHABLE. */
export class UnansweredError extends RollbackError {
    landed;
    retryAfterMs;
    constructor(message, options) {
        const { cause, advice } = options;
        super(message, 'UNREACHABLE', { cause, ...(advice === undefined ? {} : { advice }) });
        this.landed = options.landed;
        this.retryAfterMs = options.retryAfterMs;
    }
}
/**
 * Up to so long a store's `Retry-After` is heeded, milliseconds; then it is asked again all the same. Longer than any
 * throttle we know of, and no longer than a holder may be silent: one whose beats are turned away, too, is taken for
 * dead after that, and its guard finds out before it sends again.
 */
export const LONGEST_RETRY_AFTER = 60_000;
/** What the store asks us to wait before the next attempt, milliseconds, as far as we heed it; 0 when it asks nothing. */
export const askedWait = (thrown) => Math.min(LONGEST_RETRY_AFTER, thrown instanceof UnansweredError ? (thrown.retryAfterMs ?? 0) : 0);
/** Whether the same request may be sent once more. */
export const isUnanswered = (thrown) => thrown instanceof RollbackError && thrown.code === 'UNREACHABLE';
/** Whether such a request may have had its effect, or may still land. */
export const mayHaveLanded = (thrown) => isUnanswered(thrown) && !(thrown instanceof UnansweredError && thrown.landed === 'no');
