import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/request/nearest.ts';

const NAMES = [
  'version',
  'policy',
  'dry-run',
  'force',
  'rollback-type',
  'manifest-output-dir',
  'audit-output-dir',
];

test.each([
  ['polcy', 'policy'],
  ['versoin', 'version'],
  ['dryrun', 'dry-run'],
  ['dry_run', 'dry-run'],
  ['DRY-RUN', 'dry-run'],
  ['roll-back-type', 'rollback-type'],
  ['manifest', 'manifest-output-dir'],
  ['manifest-dir', 'manifest-output-dir'],
  ['frce', 'force'],
])('%s most likely means %s', (word, expected) => {
  expect(nearest(word, NAMES)).toBe(expected);
});

test.each(['', 'xyzzy', 'q', 'x'.repeat(100_000)])('%j means nothing known', (word) => {
  expect(nearest(word, NAMES)).toBeUndefined();
});

test('a name is always nearest to itself', () => {
  for (const name of NAMES) expect(nearest(name, NAMES)).toBe(name);
});

test('the distance is a metric on what people type', () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, a)).toBe(0);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
