import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BrokenIndexError,
  cutEntries,
  type EntryPlacement,
  entriesOf,
  entryText,
  type IndexDocument,
  insertEntry,
  markEntry,
  parseIndex,
  placementOf,
  readEntry,
  unmarkEntry,
} from '../../../src/domain/index/mod.ts';
import { anyLayout, index, uniformLayout } from './arbitraries.ts';
import { bytesOf, entryAt, NOW, parseText, textOf, withoutTime } from './helpers.ts';

const RUNS = { numRuns: 300 };
const LATER = new Date(NOW.getTime() + 60_000);

/** A manifest is a JSON file: what does not survive that is lost. */
const stored = (placement: EntryPlacement): EntryPlacement => JSON.parse(JSON.stringify(placement));

const some = (doc: IndexDocument, picks: readonly boolean[]) => doc.entries.filter((_, i) => picks[i]);

const picks = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });

describe('the index edit, for any index in any layout', () => {
  it('agrees with JSON.parse about a valid document', () => {
    fc.assert(
      fc.property(index({ distinct: false }), ({ text, versions }) => {
        const doc = parseText(text);
        const json = JSON.parse(text.replace(/^\uFEFF/, ''));
        expect(doc.entries.map((entry) => entry.version)).toEqual(versions);
        expect(doc.entries.map((entry) => JSON.parse(entryText(doc, entry)))).toEqual(json.releases);
        expect(doc.entries.map((entry) => entry.artifactCount)).toEqual(
          json.releases.map((entry: { artifacts: string[] }) => entry.artifacts.length),
        );
        for (const entry of doc.entries)
          expect(readEntry(doc, entry).json).toEqual(json.releases[entry.position]);
        const total = json.total_releases;
        expect(doc.totalReleases?.value).toBe(Number.isInteger(total) ? total : undefined);
        const time = json.last_updated;
        expect(doc.lastUpdated?.value).toBe(typeof time === 'string' ? time : undefined);
      }),
      RUNS,
    );
  });

  it('cut, then insert, is the identity outside last_updated, with doubled versions and wrong totals too', () => {
    fc.assert(
      fc.property(index({ minLength: 1, distinct: false }), fc.nat(), ({ text }, pick) => {
        const before = parseText(text);
        const entry = entryAt(before, pick % before.entries.length);
        const cut = parseIndex(cutEntries(before, [entry], NOW));
        const after = insertEntry(cut, stored(placementOf(before, entry)), LATER);
        expect(withoutTime(after)).toBe(withoutTime(before.bytes));
      }),
      RUNS,
    );
  });

  it('several cut at once and put back in reverse order are the identity outside last_updated', () => {
    fc.assert(
      fc.property(index({ minLength: 1 }), picks, ({ text }, chosen) => {
        const before = parseText(text);
        const entries = some(before, chosen);
        const placements = entries.map((entry) => stored(placementOf(before, entry)));
        const after = placements.reduceRight(
          (bytes, placement) => insertEntry(parseIndex(bytes), placement, LATER),
          cutEntries(before, entries, NOW),
        );
        expect(withoutTime(after)).toBe(withoutTime(before.bytes));
      }),
      RUNS,
    );
  });

  it('several cut one by one come back in any order, where the layout is uniform', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
    fc.assert(
      fc.property(index({ minLength: 1, layout: uniformLayout }), picks, order, ({ text }, chosen, mixed) => {
        const before = parseText(text);
        const placements = some(before, chosen).map((entry) => stored(placementOf(before, entry)));
        const cut = placements.reduce((bytes, { version }) => {
          const doc = parseIndex(bytes);
          return cutEntries(doc, entriesOf(doc, version), NOW);
        }, before.bytes);
        const shuffled = mixed.flatMap((i) => placements[i] ?? []);
        const after = shuffled.reduce(
          (bytes, placement) => insertEntry(parseIndex(bytes), placement, LATER),
          cut,
        );
        expect(withoutTime(after)).toBe(withoutTime(before.bytes));
      }),
      RUNS,
    );
  });

  it('a cut leaves every other entry and every other field byte for byte, and counts right', () => {
    fc.assert(
      fc.property(index({ distinct: false }), picks, ({ text }, chosen) => {
        const before = parseText(text);
        const cut = some(before, chosen);
        const after = parseIndex(cutEntries(before, cut, NOW));
        const kept = before.entries.filter((entry) => !cut.includes(entry));
        expect(after.entries.map((e) => entryText(after, e))).toEqual(kept.map((e) => entryText(before, e)));
        if (cut.length > 0) expect(after.totalReleases?.value).toBe(before.totalReleases && kept.length);
        expect(outsideOf(after)).toEqual(outsideOf(before));
      }),
      RUNS,
    );
  });

  it('mark, then unmark, is the identity outside last_updated', () => {
    fc.assert(
      fc.property(
        index({ minLength: 1, distinct: false }),
        fc.nat(),
        fc.boolean(),
        ({ text }, pick, hasRaw) => {
          const before = parseText(text);
          const entry = entryAt(before, pick % before.entries.length);
          const mark = { removedAt: NOW.toISOString(), rollbackId: '0a1b2c3d' };
          const marked = parseIndex(markEntry(before, entry, mark, NOW));
          expect(entryAt(marked, entry.position).removed).toEqual(mark);
          expect(readEntry(marked, entryAt(marked, entry.position)).json).toEqual({
            ...readEntry(before, entry).json,
            ...{ artifacts_removed: true, removed_at: mark.removedAt, rollback_id: mark.rollbackId },
          });
          const originalRaw = hasRaw ? entryText(before, entry) : undefined;
          const after = unmarkEntry(
            marked,
            entryAt(marked, entry.position),
            { rollbackId: mark.rollbackId, originalRaw },
            LATER,
          );
          expect(after).not.toBe('not-ours');
          expect(withoutTime(after as Uint8Array)).toBe(withoutTime(before.bytes));
        },
      ),
      RUNS,
    );
  });

  it('never gives bytes that were there before, if the index tells when it changed', () => {
    const sample = index({ minLength: 1, hasTime: true });
    fc.assert(
      fc.property(
        sample,
        fc.array(fc.integer({ min: 0, max: 2e12 }), { minLength: 3 }),
        ({ text }, clock) => {
          let bytes: Uint8Array = bytesOf(text);
          const seen = new Set([text]);
          for (const time of clock) {
            const doc = parseIndex(bytes);
            const entry = entryAt(doc, 0);
            const cut = cutEntries(doc, [entry], new Date(time));
            bytes = insertEntry(parseIndex(cut), placementOf(doc, entry), new Date(time));
            seen.add(textOf(cut)).add(textOf(bytes));
          }
          expect(seen.size).toBe(1 + 2 * clock.length);
        },
      ),
      RUNS,
    );
  });
});

describe('bytes that went bad', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'drop', 'add', 'end')), {
    minLength: 1,
    maxLength: 3,
  });

  it('are read as JSON.parse reads them, or refused with BrokenIndexError', () => {
    fc.assert(
      fc.property(index({ layout: anyLayout }), damage, ({ text }, changes) => {
        const bytes = changes.reduce<Uint8Array>(damaged, bytesOf(text));
        const doc = parseOrRefuse(bytes);
        if (doc === undefined) return;
        const json = JSON.parse(textOf(bytes).replace(/^\uFEFF/, ''));
        expect(doc.entries.map((entry) => JSON.parse(entryText(doc, entry)))).toEqual(json.releases);
      }),
      { numRuns: 3000 },
    );
  });

  it('are refused wherever a document is cut off', () => {
    fc.assert(
      fc.property(index({ minLength: 1 }), fc.nat(), ({ text }, pick) => {
        const whole = bytesOf(text.trimEnd());
        expect(parseOrRefuse(whole.subarray(0, pick % whole.length))).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('of any kind raise nothing but BrokenIndexError', () => {
    const soup = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .array(fc.constantFrom(...'{}[]",:\\ue1 \n', '"releases"', '"version"'), { maxLength: 40 })
        .map((parts) => bytesOf(parts.join(''))),
    );
    fc.assert(
      fc.property(soup, (bytes) => void parseOrRefuse(bytes)),
      { numRuns: 3000 },
    );
  });
});

/** Everything outside the array and the two fields, with each gap between them kept apart. */
function outsideOf(doc: IndexDocument): string[] {
  const spans = [doc.releases, doc.totalReleases, doc.lastUpdated].filter((span) => span !== undefined);
  const ordered = spans.sort((a, b) => a.start - b.start);
  const starts = [0, ...ordered.map((span) => span.end)];
  const ends = [...ordered.map((span) => span.start), doc.bytes.length];
  return starts.map((start, i) => textOf(doc.bytes.subarray(start, ends[i])));
}

function parseOrRefuse(bytes: Uint8Array): IndexDocument | undefined {
  try {
    return parseIndex(bytes);
  } catch (error) {
    if (error instanceof BrokenIndexError) return undefined;
    throw error;
  }
}

function damaged(bytes: Uint8Array, [where, byte, how]: [number, number, string]): Uint8Array {
  const at = where % (bytes.length + 1);
  const rest = how === 'set' || how === 'drop' ? at + 1 : at;
  if (how === 'end') return new Uint8Array(bytes.subarray(0, at));
  return new Uint8Array([
    ...bytes.subarray(0, at),
    ...(how === 'drop' ? [] : [byte]),
    ...bytes.subarray(rest),
  ]);
}
