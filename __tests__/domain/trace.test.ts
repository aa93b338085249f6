import { describe, expect, it } from 'vitest';
import { asRollbackError, failure } from '../../src/domain/errors.ts';
import { traceOf } from '../../src/domain/trace.ts';

describe('a trace', () => {
  it('has the stack of what was thrown, and every cause', () => {
    const root = new TypeError('the root');
    const middle = new Error('the middle', { cause: root });
    const text = traceOf(asRollbackError(middle)).join('\n');
    expect(text).toMatch(/^RollbackError: the middle\n +at /);
    expect(text).toMatch(/^caused by Error: the middle\n +at .*trace\.test\.ts/m);
    expect(text).toMatch(/^caused by TypeError: the root\n +at .*trace\.test\.ts/m);
  });

  it('takes what is no error, and causes that go in a circle', () => {
    expect(traceOf(asRollbackError('a text'))).toContain('caused by a text');
    const circle = new Error('round');
    circle.cause = circle;
    expect(traceOf(asRollbackError(circle)).filter((line) => line.startsWith('caused by'))).toHaveLength(8);
  });

  it('is empty for what is raised on purpose', () => {
    expect(traceOf(failure('VERSION_NOT_FOUND', 'not found'))).toEqual([]);
    expect(traceOf(failure('EVIDENCE', 'full', { cause: new Error('ENOSPC') }))).not.toEqual([]);
  });

  it.each([
    ['-----BEGIN PRIVATE KEY-----\nMIIsecret\n-----END PRIVATE KEY-----', 'MIIsecret'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIsecret, cut', 'MIIsecret'],
    ['http://user:s3cret@proxy:8080 refused', 's3cret'],
    ['Authorization: Bearer abc.def-s3cret', 's3cret'],
    ['https://b.s3.amazonaws.com/k?X-Amz-Credential=AK%2Fs3cret&X-Amz-Signature=0s3cret', 's3cret'],
    ['AWS4-HMAC-SHA256 Credential=s3cret/x, SignedHeaders=host, Signature=s3cret', 's3cret'],
    ['the key AKIAIOSFODNN7EXAMPLE', 'IOSFODNN7EXAMPLE'],
    ['token ya29.a0s3cret', 'a0s3cret'],
    ['{"client_secret":"s3cret","private_key": "s3cret"}', 's3cret'],
    ["secretAccessKey: 's3cret with blanks', sessionToken=s3cret", 's3cret'],
  ])('masks %j', (text, secret) => {
    const trace = traceOf(asRollbackError(new Error(text, { cause: new Error(text) }))).join('\n');
    expect(trace).not.toContain(secret);
    expect(trace).toContain('caused by');
  });
});
