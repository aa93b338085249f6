import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  entriesOf,
  entryText,
  type IndexDocument,
  parseIndex,
  placementOf,
} from '../../../src/domain/index/mod.ts';
import type { OperationManifest } from '../../../src/domain/manifest.ts';
import { hide, ourEntries, show } from '../../../src/engine/transaction/entries.ts';
import { index } from './arbitraries.ts';
import { bytesOf, entryAt, NOW, parseText, textOf, withoutTime } from './helpers.ts';

const LATER = new Date(NOW.getTime() + 60_000);

/** The document with the bytes of one entry in the place of another, so that both are the same. */
function doubled(doc: IndexDocument, from: number, to: number): IndexDocument {
  const [source, target] = [from, to].map((at) => entryAt(doc, at % doc.entries.length));
  if (source === undefined || target === undefined || source === target) return doc;
  const text = (start: number, end?: number) => textOf(doc.bytes.subarray(start, end));
  return parseText(text(0, target.start) + entryText(doc, source) + text(target.end));
}

/** What a rollback remembers of a version's entries; a manifest is a JSON file. */
function remembered(doc: IndexDocument, version: string, type: 'full' | 'artifacts_only'): OperationManifest {
  const manifest = {
    version,
    rollback_type: type,
    entries: entriesOf(doc, version).map((entry) => placementOf(doc, entry)),
    ...(type === 'full' ? {} : { mark: { removed_at: NOW.toISOString(), rollback_id: '0a1b2c3d' } }),
  };
  return JSON.parse(JSON.stringify(manifest));
}

const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 6 });

it.each(['full', 'artifacts_only'] as const)(
  'hiding and showing all entries of a version is the identity, also where some have the same bytes: %s',
  (type) => {
    fc.assert(
      fc.property(index({ minLength: 2, distinct: false }), pairs, fc.nat(), ({ text }, copies, pick) => {
        let before = parseText(text);
        for (const [from, to] of copies) before = doubled(before, from, to);
        const { version } = entryAt(before, pick % before.entries.length);
        const manifest = remembered(before, version, type);
        const hidden = parseIndex(hide(before, manifest, NOW) ?? bytesOf('nothing was hidden'));
        expect(ourEntries(hidden, manifest)).toEqual([]);
        const after = show(hidden, manifest, LATER) ?? bytesOf('nothing was shown');
        expect(withoutTime(after)).toBe(withoutTime(before.bytes));
        expect(show(parseIndex(after), manifest, LATER)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  },
);
