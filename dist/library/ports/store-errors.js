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
/** A request that may be sent again: no answer came, or the store was too busy to take it. Its code is UNREACHABLE. */
export class UnansweredError extends RollbackError {
    landed;
    retryAfterMs;
    constructor(message, options) {
        super(message, 'UNREACHABLE', { cause: options.cause });
        this.landed = options.landed;
        this.retryAfterMs = options.retryAfterMs;
    }
}
/** Whether the same request may be sent once more. */
export const isUnanswered = (thrown) => thrown instanceof RollbackError && thrown.code === 'UNREACHABLE';
/** Whether such a request may have had its effect, or may still land. */
export const mayHaveLanded = (thrown) => isUnanswered(thrown) && !(thrown instanceof UnansweredError && thrown.landed === 'no');
