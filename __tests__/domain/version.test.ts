import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVersion, printable, versionProblem } from '../../src/domain/version.ts';
import { BAD_VERSIONS } from '../request/bad-versions.ts';

describe('the version grammar', () => {
  it.each(BAD_VERSIONS)('refuses %s', (_what, text) => {
    expect(versionProblem(text)).toBeDefined();
    expect(isVersion(text)).toBe(false);
  });

  it.each([
    'v1.0',
    'v1.0.2',
    'v1.0.10',
    'V1.0.2',
    '1',
    'v1.0.2-rc.1+build~7@x',
    'a'.repeat(128),
    'index.json5',
  ])('takes %s', (text) => {
    expect(versionProblem(text)).toBeUndefined();
  });

  it('refuses 129 characters, and says how many there are', () => {
    expect(versionProblem('a'.repeat(129))).toContain('129');
  });

  it('never takes a separator, a space, a control or a non-ASCII character, or a dot-folder', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        if (!isVersion(text)) return;
        expect(text).toMatch(/^[\x21-\x7e]+$/);
        expect(text).not.toMatch(/[/\\]|\.\.|^[.-]/);
      }),
      { numRuns: 500 },
    );
  });

  it('shows hostile text safely', () => {
    expect(printable('v1\u001b[31m')).toBe('v1\\u{1b}[31m');
    expect(printable('x'.repeat(500))).toHaveLength(80);
    void fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => /^[\x20-\x7e]{0,80}$/.test(printable(text))),
    );
  });
});
