import { describe, expect, test } from 'vitest';
import {
  count,
  flag,
  listOf,
  named,
  nullable,
  number,
  objectOf,
  oneOf,
  optional,
  type Shape,
  text,
} from '../../src/engine/log/shapes.ts';

const pair = objectOf<{ a: string; b?: number }>({ a: text, b: optional(count) });

const CASES: readonly (readonly [string, Shape, readonly unknown[], readonly unknown[]])[] = [
  ['text', text, ['', 'x'], [undefined, null, 1, ['x'], { length: 1 }]],
  ['named', named, ['x'], ['', undefined, 1]],
  ['flag', flag, [true, false], [undefined, null, 0, 'true']],
  ['number', number, [0, -1, 1.5], ['1', Number.POSITIVE_INFINITY, null, undefined]],
  ['count', count, [0, 1, 2 ** 53 - 1], [-1, 1.5, 2 ** 53, '1', null]],
  ['oneOf', oneOf('a', 1), ['a', 1], ['b', '1', 'constructor', null, undefined]],
  ['optional', optional(text), ['x', undefined], [null, 1]],
  ['nullable', nullable(text), ['x', null], [undefined, 1]],
  ['listOf', listOf(text), [[], ['a', 'b']], [['a', 1], { 0: 'a', length: 1 }, 'a', null]],
  ['objectOf', pair, [{ a: '' }, { a: 'x', b: 1 }, { a: 'x', c: [] }], [{}, { b: 1 }, { a: 'x', b: 'x' }]],
  ['objectOf and what is no object', pair, [], [null, undefined, 'a', 1, [], [{ a: 'x' }]]],
];

describe.each(CASES)('%s', (_name, shape, good, bad) => {
  test.each(good.map((value) => [value]))('takes %o', (value) => expect(shape(value)).toBe(true));
  test.each(bad.map((value) => [value]))('refuses %o', (value) => expect(shape(value)).toBe(false));
});
