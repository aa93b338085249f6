import { describe, expect, it } from 'vitest';
import {
  BrokenIndexError,
  cutEntries,
  type EntryPlacement,
  entriesOf,
  insertEntry,
  parseIndex,
  placementOf,
} from '../../../src/domain/index/mod.ts';
import {
  bytesOf,
  entry,
  entryAt,
  fixtureBytes,
  golden,
  indexOf,
  NOW,
  parseText,
  textOf,
  versionsOf,
  withoutTime,
} from './helpers.ts';

const cutText = (text: string, ...versions: string[]): string => {
  const doc = parseText(text);
  return textOf(
    cutEntries(
      doc,
      versions.flatMap((version) => entriesOf(doc, version)),
      NOW,
    ),
  );
};

const placed = (text: string, version: string): EntryPlacement => {
  const doc = parseText(text);
  const [found] = entriesOf(doc, version);
  if (found === undefined) throw new Error(`no ${version}`);
  return placementOf(doc, found);
};

describe('cutting', () => {
  it("the original publisher's index reads as if he had never published the release", () => {
    const doc = parseIndex(fixtureBytes());
    const after = cutEntries(doc, entriesOf(doc, 'v1.0.2'), NOW);
    expect(textOf(after)).toBe(golden('index-without-v1.0.2.json'));
  });

  it.each([
    ['compact', '{"releases":[A,B,C],"total_releases":3}', '{"releases":[A,C],"total_releases":2}'],
    ['byte order mark and line break at the end', '\uFEFF{"releases":[A,B]}\n', '\uFEFF{"releases":[A]}\n'],
    [
      'CRLF and tabs',
      '{\r\n\t"releases": [\r\n\t\tA,\r\n\t\tB\r\n\t]\r\n}\r\n',
      '{\r\n\t"releases": [\r\n\t\tA\r\n\t]\r\n}\r\n',
    ],
    ['space before commas', '{"releases":[ A , B ]}', '{"releases":[ A ]}'],
    [
      'big numbers and doubled keys outside',
      '{"n":9007199254740993,"n":1.0e+400,"releases":[B]}',
      '{"n":9007199254740993,"n":1.0e+400,"releases":[]}',
    ],
    [
      'an escaped key',
      '{"rele\\u0061ses":[B],"tot\\u0061l_releases": 1}',
      '{"rele\\u0061ses":[],"tot\\u0061l_releases": 0}',
    ],
    ['the only one', '{"releases": [\n  B\n]}', '{"releases": []}'],
    [
      'unknown fields in odd order',
      '{"z":1,"releases":[B,A],"a":{"releases":[1]}}',
      '{"z":1,"releases":[A],"a":{"releases":[1]}}',
    ],
  ])('keeps everything else byte for byte: %s', (_name, before, after) => {
    const fill = (text: string): string =>
      text.replace(
        /[ABC](?=[\s,\]])/g,
        (name) => `{"version": "${name}","artifacts":[],"n":12345678901234567890}`,
      );
    expect(cutText(fill(before), 'B')).toBe(fill(after));
  });

  it('takes several, neighbours too, and all of a doubled version', () => {
    const text = indexOf(['a', 'b', 'c', 'b', 'd'].map((v) => entry(v)));
    expect(versionsOf(bytesOf(cutText(text, 'a', 'b')))).toEqual(['c', 'd']);
    expect(versionsOf(bytesOf(cutText(text, 'b')))).toEqual(['a', 'c', 'd']);
    expect(versionsOf(bytesOf(cutText(text, 'd', 'c')))).toEqual(['a', 'b', 'b']);
    expect(cutText(text, 'a', 'b', 'c', 'd')).toBe('{"releases":[]}');
    expect(cutText(text)).toBe(text);
  });

  it.each(['7', '"three"', 'null', '2.0', '{}'])('sets a total of %s to the real number', (total) => {
    const text = `{"total_releases":${total},"releases":[${entry('a')},${entry('b')}]}`;
    expect(cutText(text, 'a')).toBe(`{"total_releases":1,"releases":[${entry('b')}]}`);
  });

  it('adds no field that is not there', () => {
    expect(cutText(indexOf([entry('a'), entry('b')]), 'a')).toBe(indexOf([entry('b')]));
  });

  it('refuses an entry of another reading', () => {
    const doc = parseText(indexOf([entry('a'), entry('b')]));
    const other = parseText(indexOf([entry('a', { x: 1 }), entry('b')]));
    expect(() => cutEntries(doc, [entryAt(other, 0)], NOW)).toThrow(RangeError);
  });
});

describe('putting back', () => {
  const names = ['e', 'd', 'c', 'b', 'a'];
  const text = indexOf(names.map((v) => entry(v)));
  const insertInto = (versions: readonly string[], placement: EntryPlacement): string[] =>
    versionsOf(insertEntry(parseText(indexOf(versions.map((v) => entry(v)))), placement, NOW));

  it.each([
    ['behind the nearest newer one', ['e', 'd', 'b', 'a'], ['e', 'd', 'c', 'b', 'a']],
    ['behind a newer one further off', ['e', 'b', 'a'], ['e', 'c', 'b', 'a']],
    ['and not before an older one that moved up', ['a', 'd', 'b'], ['a', 'd', 'c', 'b']],
    ['before the nearest older one', ['x', 'b', 'a'], ['x', 'c', 'b', 'a']],
    ['before an older one further off', ['x', 'a'], ['x', 'c', 'a']],
    ['first where nobody is left to go by', ['y', 'x'], ['c', 'y', 'x']],
    ['into the empty index', [], ['c']],
  ])('%s', (_name, before, after) => {
    expect(insertInto(before, placed(text, 'c'))).toEqual(after);
  });

  it('stays behind what was published since', () => {
    expect(insertInto(['new', 'd', 'c', 'b', 'a'], placed(text, 'e'))).toEqual([
      'new',
      'e',
      'd',
      'c',
      'b',
      'a',
    ]);
    expect(insertInto(['new'], placed(indexOf([entry('only')]), 'only'))).toEqual(['only', 'new']);
  });

  it.each([
    ['2026-01-02T00:00:00Z', ['n3', 'me', 'n1']],
    ['2026-01-09T00:00:00Z', ['me', 'n3', 'n1']],
    ['2026-01-03T00:00:00Z', ['n3', 'me', 'n1']],
    ['2025-01-01T00:00:00Z', ['n3', 'n1', 'me']],
    ['2026-01-03T01:00:00+02:00', ['n3', 'me', 'n1']],
    ['last week', ['me', 'n3', 'n1']],
  ])('by timestamp %s where no neighbour is left', (timestamp, expected) => {
    const placement = placed(indexOf([entry('me', { timestamp })]), 'me');
    const others = [
      entry('n3', { timestamp: '2026-01-03T00:00:00+00:00' }),
      entry('n1', { timestamp: '2026-01-01T00:00:00.123456' }),
    ];
    expect(versionsOf(insertEntry(parseText(indexOf(others)), placement, NOW))).toEqual(expected);
  });

  it('brings the exact bytes back, with a total that was wrong', () => {
    const before = `{"releases":[ ${entry('a')} ,\n${entry('b')}],"total_releases":9}`;
    const after = insertEntry(parseText(cutText(before, 'a')), placed(before, 'a'), NOW);
    expect(textOf(after)).toBe(before);
  });

  it('counts right where the index changed since', () => {
    const before = `{"releases":[${entry('a')},${entry('b')}],"total_releases":9}`;
    const changed = parseText(`{"releases":[${entry('new')},${entry('b')}],"total_releases":2}`);
    expect(parseIndex(insertEntry(changed, placed(before, 'a'), NOW)).totalReleases?.value).toBe(3);
    const other = parseText(`{"releases":[${entry('new')}],"total_releases":1}`);
    expect(parseIndex(insertEntry(other, placed(before, 'a'), NOW)).totalReleases?.value).toBe(2);
  });

  it('takes a wrong total back only where nothing around changed', () => {
    const withTotal = (list: readonly string[], total: number): string =>
      `{"total_releases":${total},${indexOf(list.map((v) => entry(v))).slice(1)}`;
    const totalOf = (list: readonly string[], placement: EntryPlacement): number | undefined =>
      parseIndex(insertEntry(parseText(withTotal(list, list.length)), placement, NOW)).totalReleases?.value;
    const placement = placed(withTotal(['c', 'b', 'a'], 9), 'b');
    expect(totalOf(['c', 'a'], placement)).toBe(9);
    expect(totalOf(['x', 'a'], placement)).toBe(3);
    expect(totalOf(['c', 'x'], placement)).toBe(3);
    const many = Array.from({ length: 150 }, (_, i) => `v${i}`);
    const far = placed(withTotal(many, 9), 'v75');
    expect(totalOf(many.toSpliced(75, 1), far)).toBe(9);
    expect(totalOf(['new', ...many.toSpliced(75, 1)], far)).toBe(151);
  });

  it('keeps of the total only what is unusual, and not at any length', () => {
    const total = (raw: string) =>
      placed(`{"total_releases":${raw},${indexOf([entry('a')]).slice(1)}`, 'a').total;
    expect(total('1')).toBeUndefined();
    expect(total('1.0')).toEqual({ raw: '1.0', entries: 1 });
    expect(total(`"${'x'.repeat(500)}"`)).toBeUndefined();
  });

  it('goes through JSON, as in a manifest', () => {
    const doc = parseIndex(fixtureBytes());
    for (const { position } of doc.entries) {
      const placement = JSON.parse(
        JSON.stringify(placementOf(doc, entryAt(doc, position))),
      ) as EntryPlacement;
      const cut = parseIndex(cutEntries(doc, [entryAt(doc, position)], NOW));
      expect(withoutTime(insertEntry(cut, placement, NOW))).toBe(withoutTime(doc.bytes));
    }
  });

  it('remembers fifty neighbours on either side', () => {
    const versions = Array.from({ length: 200 }, (_, i) => `v${i}`);
    const { newer, older } = placed(indexOf(versions.map((v) => entry(v))), 'v100');
    expect([newer.length, newer[0], older.length, older[0]]).toEqual([50, 'v99', 50, 'v101']);
  });

  it.each([
    ['no JSON', '{"version":"c","artifacts":[],}'],
    ['no entry', '{"version":"c"}'],
    ['more than an entry', `${entry('c')},${entry('x')}`],
    ['another version', entry('x')],
  ])('refuses a raw that is %s', (_name, raw) => {
    expect(() => insertEntry(parseText(text), { ...placed(text, 'c'), raw }, NOW)).toThrow(BrokenIndexError);
  });

  it('lets no glue or total in that would break the index', () => {
    const glue = { lead: '{', before: ',,', after: '], [', tail: '}' };
    const placement = { ...placed(text, 'c'), glue, total: { raw: '1,"x":2', entries: 5 } };
    for (const rest of [['e', 'd', 'b', 'a'], ['b', 'a'], ['x'], []]) {
      const doc = parseText(`{"total_releases":0,${indexOf(rest.map((v) => entry(v))).slice(1)}`);
      const after = insertEntry(doc, placement, NOW);
      expect(versionsOf(after)).toContain('c');
      expect(parseIndex(after).totalReleases?.value).toBe(rest.length + 1);
    }
  });
});

describe('last_updated', () => {
  const edited = (value: unknown, now: Date): string => {
    const doc = parseText(`{"last_updated":${JSON.stringify(value)},"releases":[${entry('a')}]}`);
    return (JSON.parse(textOf(cutEntries(doc, doc.entries, now))) as { last_updated: string }).last_updated;
  };

  it.each([
    ['2026-11-22T22:59:03.759421+00:00', '2026-11-23T01:02:03.004000+00:00'],
    ['2026-11-22T22:59:03Z', '2026-11-23T01:02:03Z'],
    ['2026-11-22T22:59:03.5Z', '2026-11-23T01:02:03.0Z'],
    ['2026-11-22T22:59:03.123Z', '2026-11-23T01:02:03.004Z'],
    ['2026-11-22T22:59:03.123456789Z', '2026-11-23T01:02:03.004000000Z'],
    ['2026-11-22T22:59:03.759421', '2026-11-23T01:02:03.004000'],
    ['2026-11-22 22:59:03+02:00', '2026-11-23 03:02:03+02:00'],
    ['2026-11-22T12:00:00-0530', '2026-11-22T19:32:03-0530'],
    ['2026-11-22t22:59:03z', '2026-11-23t01:02:03z'],
  ])('goes on in the style of %s', (before, after) => {
    expect(edited(before, NOW)).toBe(after);
  });

  it.each([
    ['2026-11-23T01:02:03.004000+00:00', '2026-11-23T01:02:03.005000+00:00'],
    ['2026-11-23T01:02:03.004421+00:00', '2026-11-23T01:02:03.005421+00:00'],
    ['2027-01-01T00:00:00.000001+00:00', '2027-01-01T00:00:00.001001+00:00'],
    ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z'],
    ['2026-11-23T01:02:03Z', '2026-11-23T01:02:03.004Z'],
    ['2027-01-01T00:00:00Z', '2027-01-01T00:00:00.001Z'],
    ['2027-01-01T00:00:00.5Z', '2027-01-01T00:00:00.501Z'],
  ])('moves on from %s, though the clock has not', (before, after) => {
    expect(edited(before, NOW)).toBe(after);
  });

  it.each([
    'yesterday',
    '',
    '2026-11-22',
    '2026-13-45T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    1732316343,
    null,
    { at: 'x' },
  ])('gives way where it is unreadable: %j', (before) => {
    expect(edited(before, NOW)).toBe('2026-11-23T01:02:03.004Z');
  });
});
