import { asRollbackError, type FailureCode, failure, type RollbackError } from '../domain/errors.ts';
import { SupersededError } from '../ports/workspace.ts';
import { LostRace } from './log/operation-log.ts';

/** Whatever was thrown, as one of ours; an operation that was taken from us is 43, not an unexpected error. */
export function engineFailure(thrown: unknown, code: FailureCode = 'INTERNAL'): RollbackError {
  if (thrown instanceof SupersededError || thrown instanceof LostRace) {
    return failure('SUPERSEDED', 'Another run took this operation over', { cause: thrown });
  }
  return asRollbackError(thrown, code);
}

export { isUnanswered as isUnreachable } from '../ports/object-store.ts';
