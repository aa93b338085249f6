import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackedRows } from '../../src/domain/rows.ts';

const row = fc.record({ path: fc.string({ unit: 'grapheme' }), size: fc.nat(), listed: fc.boolean() });
/** Some of them over several blocks. */
const rows = fc.oneof(fc.array(row, { maxLength: 5 }), fc.array(row, { minLength: 60, maxLength: 200 }));

describe('packed rows', () => {
  test('are the items that were pushed, as often as they are asked for', () => {
    fc.assert(
      fc.property(rows, (items) => {
        const packed = PackedRows.from(items);
        expect(packed).toHaveLength(items.length);
        expect([...packed]).toEqual(items);
        expect([...packed]).toEqual(items);
        expect(items.map((_, position) => packed.at(position))).toEqual(items);
      }),
    );
  });

  test('keep which names each item has, and their order', () => {
    const value = fc.oneof(fc.constant(undefined), fc.constant('same'), fc.jsonValue());
    const name = fc.constantFrom('key', 'size', 'constructor', '7', 'Other', '__proto__');
    const uneven = fc
      .array(fc.tuple(name, value), { maxLength: 4 })
      .map((pairs) => Object.fromEntries(pairs));
    const alike = value.map((size) => ({ path: 'a', size }));
    const items = (item: fc.Arbitrary<object>) => fc.array(item, { minLength: 128, maxLength: 140 });
    fc.assert(
      fc.property(
        fc.oneof(items(alike), items(fc.oneof({ weight: 20, arbitrary: alike }, uneven))),
        (each) => {
          expect(JSON.stringify([...PackedRows.from(each)])).toBe(JSON.stringify(each));
        },
      ),
    );
    const same = Array.from({ length: 128 }, (_, at) => ({
      path: `${at}`,
      type: 'file',
      checksum: undefined,
    }));
    expect([...PackedRows.from(same)]).toEqual(same.map(({ path, type }) => ({ path, type })));
  });

  test('answer as an array does', () => {
    fc.assert(
      fc.property(rows, (items) => {
        const packed = PackedRows.from(items);
        const isListed = ({ listed }: { listed: boolean }) => listed;
        expect([...packed.filter(isListed)]).toEqual(items.filter(isListed));
        expect(packed.map(({ path }) => path)).toEqual(items.map(({ path }) => path));
        expect(packed.every(isListed)).toBe(items.every(isListed));
        expect(packed.some(isListed)).toBe(items.some(isListed));
        const add = (sum: number, { size }: { size: number }) => sum + size;
        expect(packed.reduce(add, 1)).toBe(items.reduce(add, 1));
      }),
    );
  });

  test('can be gone through by several at once, and while more are pushed', () => {
    const packed = PackedRows.from(Array.from({ length: 130 }, (_, at) => at));
    const [left, right] = [packed[Symbol.iterator](), packed[Symbol.iterator]()];
    for (let at = 0; at < 130; at += 1) {
      expect(left.next().value).toBe(at);
      if (at % 2 === 0) expect(right.next().value).toBe(at / 2);
    }
    packed.push(130);
    expect(left.next()).toEqual({ done: false, value: 130 });
  });

  test('seen through a view are made from what was packed and where it stands', () => {
    fc.assert(
      fc.property(rows, (items) => {
        const seen = PackedRows.from(items).through(({ path }, position) => `${position}:${path}`);
        const expected = items.map(({ path }, position) => `${position}:${path}`);
        expect([...seen]).toEqual(expected);
        expect(seen).toHaveLength(items.length);
        expect([...seen.filter((text) => text.includes('1'))]).toEqual(
          expected.filter((text) => text.includes('1')),
        );
      }),
    );
  });

  test('have nothing where nothing was pushed', () => {
    const packed = PackedRows.from([1, 2]);
    expect(() => packed.at(2)).toThrow(RangeError);
    expect(() => packed.at(64)).toThrow(RangeError);
    expect(() => packed.at(-1)).toThrow(RangeError);
  });
});
