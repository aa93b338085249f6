import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, fromColumns } from '../../src/domain/columns.ts';

const asJson = (items: readonly unknown[]): unknown => JSON.parse(JSON.stringify(items));
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Half characters, names that objects have by themselves, numbers that JSON writes in its own way. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', '\ud83d', '\ude00', 'é'), maxLength: 6 }),
  fc.constantFrom('__proto__', 'toString', '0', ''),
);
const value = fc.oneof(
  text,
  fc.constantFrom(0, -1, 1.5, 2 ** 53),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'é'), text, { maxKeys: 2 }),
);
/** None that JSON has to escape: V8 of Node 24 now and then parses such a name wrong, and what is expected goes through it. */
const name = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), maxLength: 6 }),
  fc.constantFrom('__proto__', 'toString', '0', ''),
);
/** Many alike, as of a release: the same fields, most of which have few values. */
const alike = fc.uniqueArray(name, { minLength: 1, maxLength: 5 }).chain((names) =>
  fc.array(
    fc
      .tuple(...names.map(() => fc.oneof(text, fc.constantFrom('file', null, 7, true))))
      .map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]]))),
    { maxLength: 12 },
  ),
);

describe('rows by their columns', () => {
  test('are what JSON would have made of them', () => {
    fc.assert(
      fc.property(fc.oneof(alike, fc.array(value, { maxLength: 8 })), (items) => {
        expect(fromColumns(new TextDecoder().decode(new TextEncoder().encode(columnsOf(items))))).toEqual(
          asJson(items),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[string, readonly unknown[]]>([
    ['none', []],
    ['a field that is undefined in one of them', [{ a: 1 }, { a: undefined }]],
    ['a field more', [{ a: 1 }, { a: 1, b: 2 }]],
    [
      'the same fields in another order',
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    ['null everywhere', [{ a: null }, { a: null }]],
    ['null here and there', [{ a: null }, { a: 0 }, { a: 'x' }]],
    ['the same list', [{ a: [1] }, { a: [1] }]],
    ['a character whose halves are shared', [{ a: 'x😀' }, { a: 'x😁' }]],
    ['a field that no object can be given', [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":2}')]],
    ['lists', [[1, 2], [1]]],
  ])('%s', (_what, items) => {
    const back = fromColumns<Record<string, unknown>>(columnsOf(items));
    expect(back).toEqual(asJson(items));
    expect(back.map((item) => Object.keys(item))).toEqual(
      (asJson(items) as object[]).map((item) => Object.keys(item)),
    );
  });

  test('take less than half of the bytes where most is the same', () => {
    const items = Array.from({ length: 64 }, (_, at) => ({
      path: `v1.0.2/part-1/file-${at}.bin`,
      type: 'file',
      size: 1000,
      revision: `17639${at}`,
      listed: true,
      checksum: `crc32c:${at}`,
    }));
    expect(bytesOf(columnsOf(items))).toBeLessThan(bytesOf(JSON.stringify(items)) / 2);
  });
});
