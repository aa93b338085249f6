import { describe, expect, test } from 'vitest';
import { joinBytes } from '../../src/domain/byte-parts.ts';
import type { EntryPlacement } from '../../src/domain/index/mod.ts';
import { encodeManifest, filledIn, listLines } from '../../src/domain/json-file.ts';
import { aManifest } from '../builders/report.ts';

const textOf = (bytes: Iterable<Uint8Array>): string => new TextDecoder().decode(joinBytes(bytes));

/** Characters that JSON escapes, and pairs of units that must not be torn apart, over more than one piece. */
const LONG = '{"a": "\\u00e9\n"}😀'.repeat(9000);

const placement = (raw: string, total?: EntryPlacement['total']): EntryPlacement => ({
  version: 'v1.0.2 "raw": ""',
  raw,
  position: 0,
  newer: ['v2'],
  older: [],
  glue: { lead: '\n', tail: '' },
  ...(total === undefined ? {} : { total }),
});

describe('entries in a manifest', () => {
  test.each([
    ['none', []],
    ['an empty text', [placement('')]],
    ['a long one between short ones', [placement('{}'), placement(LONG), placement('"raw": ""')]],
    ['fields in another order', [{ total: { raw: '', entries: 1 }, ...placement(LONG) }]],
    ['one that knows an empty total', [placement('{}', { raw: '', entries: 1 }), placement('[]')]],
  ])('are laid out as JSON.stringify does: %s', (_, entries) => {
    const text = textOf(encodeManifest(aManifest({ entries })));
    const laidOut = JSON.stringify({ entries }, null, 2).slice('{\n'.length, -'\n}'.length);
    expect(text).toContain(`${laidOut},\n`);
    expect(JSON.parse(text).entries).toEqual(entries);
  });
});

test('something long goes where its name is, and not where a text says the same', () => {
  const text = JSON.stringify({ before: '"list": []', list: [], after: [] }, null, 2);
  const filled = textOf(filledIn(text, '"list": []', listLines(['x', 'é'], 1)));
  expect(filled).toBe(JSON.stringify({ before: '"list": []', list: ['x', 'é'], after: [] }, null, 2));
});
