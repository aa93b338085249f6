import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  artifactPathProblem,
  backupPath,
  countdown,
  markerKey,
  recordKey,
  sequenceOf,
} from '../../src/domain/keys.ts';
import type { Version } from '../../src/domain/version.ts';
import { compareKeys } from '../../src/ports/object-store.ts';

const sequences = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('countdown', () => {
  it('has twenty digits and is read back', () => {
    void fc.assert(
      fc.property(sequences, (sequence) => {
        expect(countdown(sequence)).toMatch(/^[0-9]{20}$/);
        expect(sequenceOf(countdown(sequence))).toBe(sequence);
      }),
    );
  });

  it('sorts the newest first', () => {
    void fc.assert(
      fc.property(sequences, sequences, (a, b) => {
        expect(Math.sign(compareKeys(recordKey(a), recordKey(b)))).toBe(Math.sign(b - a));
      }),
    );
  });

  it.each([
    '',
    '1',
    '.DS_Store',
    '99999999999999999999',
    '00000000000000000000',
    '9999999999999999999x',
    'by-version',
    '999999999999999999980',
  ])('is not taken for a record: %s', (name) => {
    expect(sequenceOf(name)).toBeUndefined();
  });
});

describe('names', () => {
  it('of a backup: version, UTC time, rollback id', () => {
    const at = new Date('2026-01-02T03:04:05.678Z');
    expect(backupPath('v1.0.2' as Version, at, '0a1b2c3d')).toBe(
      '.rollback-backups/v1.0.2-20260102_030405-0a1b2c3d/',
    );
  });

  it('of a marker', () => {
    expect(markerKey('v1' as Version, 1)).toBe('.rollback-log/by-version/v1/99999999999999999998');
  });
});

describe('artifactPathProblem', () => {
  it.each(['v1.0.2/a', 'v1.0.2/a b/#%.txt', 'v1.0.2/\'"', 'v1.0.2/..a', 'v1.0.2/ä/ö', 'v1.0.2/a..b/c'])(
    'stays inside: %s',
    (path) => {
      expect(artifactPathProblem('v1.0.2', path)).toBeUndefined();
    },
  );

  it.each([
    '',
    'v1.0.2',
    'v1.0.2/',
    'v1.0.20/a',
    'v1.0.1/a',
    'V1.0.2/a',
    'index.json',
    '/etc/passwd',
    '/v1.0.2/a',
    '//v1.0.2/a',
    'C:\\v1.0.2\\a',
    'C:/v1.0.2/a',
    '../v1.0.2/a',
    'v1.0.2/../v1.0.1/a',
    'v1.0.2/..',
    'v1.0.2/.',
    'v1.0.2/./a',
    './v1.0.2/a',
    'v1.0.2/a/..',
    'v1.0.2/a\0b',
    '.rollback-log/x',
  ])('is refused: %s', (path) => {
    expect(artifactPathProblem('v1.0.2', path)).toBeDefined();
  });

  it('what stays inside begins with the version and never climbs', () => {
    const part = fc.constantFrom('v1', 'v10', '..', '.', '', 'a', '\0', 'C:');
    void fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const path = parts.join('/');
        if (artifactPathProblem('v1', path) !== undefined) return;
        expect(new URL(path, 'file:///base/').pathname).toMatch(/^\/base\/v1\/./);
      }),
    );
  });
});
