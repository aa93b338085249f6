import { expect, it } from 'vitest';
import {
  cutEntries,
  entriesOf,
  insertEntry,
  parseIndex,
  placementOf,
} from '../../../src/domain/index/mod.ts';
import { entryAt, NOW } from './helpers.ts';

const RELEASES = 100_000;

/** 100,000 releases in over 50 MB, in the original publisher's layout. */
function largeIndex(): Buffer {
  const entries = Array.from({ length: RELEASES }, (_, i) => {
    const version = `v1.${Math.floor(i / 100)}.${i % 100}`;
    const artifacts = ['README.md', 'manifest.json', 'sbom/sbom.json'].map((path) => `${version}/${path}`);
    const more = { sha256: 'ab'.repeat(32), size_bytes: i, timestamp: '2026-11-22T22:59:03.744512+00:00' };
    return { artifacts, notes: 'ü'.repeat(90), ...more, version };
  });
  const index = { last_updated: NOW.toISOString(), releases: entries, total_releases: RELEASES };
  return Buffer.from(JSON.stringify(index, undefined, 2));
}

it('an index of 50 MB and 100,000 releases is cut and put together again', () => {
  const bytes = largeIndex();
  expect(bytes.length).toBeGreaterThan(50_000_000);
  const before = parseIndex(bytes);
  expect(before.entries).toHaveLength(RELEASES);
  const [entry] = entriesOf(before, 'v1.500.50');
  if (entry === undefined) throw new Error('not found');
  const cut = parseIndex(cutEntries(before, [entry], NOW));
  expect(cut.totalReleases?.value).toBe(RELEASES - 1);
  expect(entryAt(cut, entry.position).version).toBe('v1.500.51');
  const after = parseIndex(insertEntry(cut, placementOf(before, entry), NOW));
  const { releases } = before;
  expect(Buffer.compare(bytes.subarray(releases.start), after.bytes.subarray(after.releases.start))).toBe(0);
});
