import { RollbackError } from '../domain/errors.ts';

/** A precondition did not hold: somebody else wrote the key, or our own earlier request did. */
export class ConflictError extends Error {
  readonly key: string;
  constructor(key: string, options?: ErrorOptions) {
    super(`'${key}' is not what it was believed to be`, options);
    this.name = 'ConflictError';
    this.key = key;
  }
}

export interface UnansweredOptions {
  /** 'no': the store turned the request away (throttled, busy) and it had no effect. 'unknown': it may have, or may yet. */
  readonly landed: 'no' | 'unknown';
  /** Milliseconds that the store asks us to wait (`Retry-After`). */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** A request that may be sent again: no answer came, or the store was too busy to take it. Its code is UNREACHABLE. */
export class UnansweredError extends RollbackError {
  readonly landed: 'no' | 'unknown';
  readonly retryAfterMs: number | undefined;
  constructor(message: string, options: UnansweredOptions) {
    super(message, 'UNREACHABLE', { cause: options.cause });
    this.landed = options.landed;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Whether the same request may be sent once more. */
export const isUnanswered = (thrown: unknown): thrown is RollbackError =>
  thrown instanceof RollbackError && thrown.code === 'UNREACHABLE';

/** Whether such a request may have had its effect, or may still land. */
export const mayHaveLanded = (thrown: unknown): boolean =>
  isUnanswered(thrown) && !(thrown instanceof UnansweredError && thrown.landed === 'no');
