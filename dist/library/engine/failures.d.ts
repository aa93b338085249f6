import { type FailureCode, RollbackError } from '../domain/errors.ts';
/** Whatever was thrown, as one of ours; an operation that was taken from us is 43, not an unexpected error. */
export declare function engineFailure(thrown: unknown, code?: FailureCode): RollbackError;
export declare const isUnreachable: (thrown: unknown) => boolean;
