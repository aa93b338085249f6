import { describe, expect, it } from 'vitest';
import * as errors from '../../src/domain/errors.ts';

const { asRollbackError, FAILURES, failure, RollbackError } = errors;
const codes = Object.keys(FAILURES) as errors.FailureCode[];

describe('the table of failures', () => {
  it('has every exit code of the design, and no other', () => {
    const exits = new Set(Object.values(FAILURES).map(({ exitCode }) => exitCode));
    expect([...exits].sort()).toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
  });

  it.each(codes)('%s: meaning, advice and a class of its name', (code) => {
    const { meaning, advice, className, exitCode } = FAILURES[code];
    expect(meaning).toMatch(/^[A-Z]/);
    expect(advice.length).toBeGreaterThan(20);
    const error = failure(code, 'what happened');
    expect(error).toBeInstanceOf(RollbackError);
    expect(error).toBeInstanceOf((errors as Record<string, unknown>)[className] as new () => Error);
    expect(error).toMatchObject({ name: className, code, exitCode, advice, details: [] });
  });
});

describe('an error', () => {
  it('keeps cause, details and better advice', () => {
    const cause = new Error('disk full');
    const error = failure('BACKUP', 'no room', { cause, details: ['a'], advice: 'free some' });
    expect(error).toMatchObject({ cause, details: ['a'], advice: 'free some' });
  });

  it('of ours stays as it is; anything else is wrapped', () => {
    const ours = failure('DEPENDENCY', 'x');
    expect(asRollbackError(ours)).toBe(ours);
    expect(asRollbackError(new TypeError('oops'))).toMatchObject({ code: 'INTERNAL', message: 'oops' });
    expect(asRollbackError('text', 'BACKUP')).toMatchObject({ code: 'BACKUP', message: 'text' });
  });
});
