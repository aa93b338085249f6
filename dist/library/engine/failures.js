import { asRollbackError, failure } from '../domain/errors.js';
import { SupersededError } from '../ports/workspace.js';
import { LostRace } from './log/operation-log.js';
/** Whatever was thrown, as one of ours; an operation that was taken from us is 43, not an unexpected error. */
export function engineFailure(thrown, code = 'INTERNAL') {
    if (thrown instanceof SupersededError || thrown instanceof LostRace) {
        return failure('SUPERSEDED', 'Another run took this operation over', { cause: thrown });
    }
    return asRollbackError(thrown, code);
}
export { isUnanswered as isUnreachable } from '../ports/object-store.js';
