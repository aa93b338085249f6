import { asRollbackError, type FailureCode, failure, RollbackError } from '../domain/errors.ts';
import { SupersededError } from '../ports/workspace.ts';
import { LostRace } from './log/operation-log.ts';

/** Whatever was thrown, as one of ours; an operation that was taken from us is 43, not an unexpected error. */
export function engineFailure(thrown: unknown, code: FailureCode = 'INTERNAL'): RollbackError {
  if (thrown instanceof SupersededError || thrown instanceof LostRace) {
    return failure('SUPERSEDED', 'Another run took this operation over', { cause: thrown });
  }
  return asRollbackError(thrown, code);
}

export const isUnreachable = (thrown: unknown): boolean =>
  thrown instanceof RollbackError && thrown.code === 'UNREACHABLE';
