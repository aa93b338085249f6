import { describe, expect, it } from 'vitest';
import { entryText, markEntry, parseIndex, unmarkEntry } from '../../../src/domain/index/mod.ts';
import {
  entry,
  entryAt,
  fixtureBytes,
  golden,
  indexOf,
  NOW,
  parseText,
  textOf,
  withoutTime,
} from './helpers.ts';

const MARK = { removedAt: '2026-11-23T01:02:03+00:00', rollbackId: '0a1b2c3d' };
const FIELDS = '"artifacts_removed":true,"removed_at":"2026-11-23T01:02:03+00:00","rollback_id":"0a1b2c3d"';

const marked = (raw: string): string => {
  const doc = parseText(indexOf([raw]));
  const after = parseIndex(markEntry(doc, entryAt(doc, 0), MARK, NOW));
  return entryText(after, entryAt(after, 0));
};

const unmarked = (raw: string, originalRaw?: string): string => {
  const doc = parseText(indexOf([raw]));
  const after = unmarkEntry(doc, entryAt(doc, 0), { rollbackId: MARK.rollbackId, originalRaw }, NOW);
  if (after === 'not-ours') return after;
  return entryText(parseIndex(after), entryAt(parseIndex(after), 0));
};

describe('marking', () => {
  it("keeps the original publisher's format: sorted, indented", () => {
    const doc = parseIndex(fixtureBytes());
    const after = markEntry(doc, entryAt(doc, 0), MARK, NOW);
    expect(textOf(after)).toBe(golden('index-v1.0.2-marked.json'));
    const back = parseIndex(after);
    const undone = unmarkEntry(back, entryAt(back, 0), { rollbackId: MARK.rollbackId }, NOW);
    expect(withoutTime(undone as Uint8Array)).toBe(withoutTime(doc.bytes));
  });

  it.each([
    ['compact', '{"version":"a","artifacts":[]}', `{"version":"a","artifacts":[],${FIELDS}}`],
    ['not sorted', '{"version":"a","artifacts":[],"x":1}', `{"version":"a","artifacts":[],"x":1,${FIELDS}}`],
    [
      'tabs and CRLF',
      '{\r\n\t"version" : "a",\r\n\t"artifacts" : []\r\n}',
      `{\r\n\t"version" : "a",\r\n\t"artifacts" : [],\r\n\t${FIELDS.replaceAll(',"', ',\r\n\t"').replaceAll('":', '" : ')}\r\n}`,
    ],
    [
      'sorted',
      '{"artifacts":[], "n": 1, "sbom_id": "", "version": "ü"}'.replaceAll(': ', ':'),
      '{"artifacts":[], "artifacts_removed":true, "n":1, "removed_at":"2026-11-23T01:02:03+00:00", "rollback_id":"0a1b2c3d", "sbom_id":"", "version":"ü"}',
    ],
  ])("adds the three fields in the entry's own layout: %s", (_name, raw, expected) => {
    expect(marked(raw)).toBe(expected);
    expect(unmarked(expected)).toBe(raw);
  });

  it('replaces fields of these names, and the original comes back by its raw text', () => {
    const raw =
      '{"rollback_id":"old","version":"a","artifacts_removed":false,"artifacts":[],"rollback_id":"x"}';
    expect(marked(raw)).toBe(`{"version":"a","artifacts":[],${FIELDS}}`);
    expect(unmarked(marked(raw))).toBe('{"version":"a","artifacts":[]}');
    expect(unmarked(marked(raw), raw)).toBe(raw);
  });

  it('leaves total_releases alone, wrong or not', () => {
    const doc = parseText(`{"total_releases":9,"releases":[${entry('a')}]}`);
    expect(parseIndex(markEntry(doc, entryAt(doc, 0), MARK, NOW)).totalReleases?.value).toBe(9);
  });

  it('escapes what it writes', () => {
    const doc = parseText(indexOf([entry('a')]));
    const mark = { removedAt: '"\n', rollbackId: '\\"},{' };
    expect(entryAt(parseIndex(markEntry(doc, entryAt(doc, 0), mark, NOW)), 0).removed).toEqual(mark);
  });

  it('moves last_updated on', () => {
    const doc = parseText(`{"last_updated":"2026-11-23T01:02:03.004Z",${indexOf([entry('a')]).slice(1)}`);
    const after = parseIndex(markEntry(doc, entryAt(doc, 0), MARK, NOW));
    expect(after.lastUpdated?.value).toBe('2026-11-23T01:02:03.005Z');
  });
});

describe('unmarking', () => {
  it.each([
    ['not marked', entry('a')],
    ['marked by another', entry('a', { artifacts_removed: true, rollback_id: 'other' })],
    ['marked by nobody', entry('a', { artifacts_removed: true })],
    ['no longer marked', entry('a', { artifacts_removed: false, rollback_id: MARK.rollbackId })],
  ])('leaves an entry alone that is %s', (_name, raw) => {
    expect(unmarked(raw)).toBe('not-ours');
  });

  it('keeps what others changed in the entry meanwhile', () => {
    const raw = entry('a');
    const changed = marked(raw).replace('"artifacts":[]', '"artifacts":[],"downloads":7');
    expect(unmarked(changed, raw)).toBe('{"version":"a","artifacts":[],"downloads":7}');
  });

  it('finds the fields wherever another writer moved them', () => {
    expect(unmarked(`{${FIELDS},"version":"a", "artifacts":[]}`)).toBe('{"version":"a", "artifacts":[]}');
    expect(unmarked(`{"version":"a",${FIELDS}, "artifacts":[] }`)).toBe('{"version":"a", "artifacts":[] }');
  });
});
