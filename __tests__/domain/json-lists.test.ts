import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonLists, type ListTaker } from '../../src/domain/json-lists.ts';

const NAMES = ['artifacts', 'absent'] as const;

class Collected implements ListTaker {
  items: unknown[] = [];
  pieces = 0;
  begin(): void {
    this.items = [];
  }
  take(items: readonly unknown[]): void {
    this.pieces += 1;
    this.items.push(...items);
  }
}

type Read = { readonly whole: unknown; readonly pieces: number } | 'no JSON';

/** The value that the pieces make together. */
function inPieces(bytes: Uint8Array, cuts: readonly number[], atOnce = 6): Read {
  const lists = { artifacts: new Collected(), absent: new Collected() };
  const reader = new JsonLists(lists, atOnce);
  try {
    const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
    let at = 0;
    for (const end of ends) {
      reader.write(bytes.slice(at, end));
      at = end;
    }
    const whole = reader.end();
    if (typeof whole === 'object' && whole !== null && !Array.isArray(whole)) {
      for (const name of NAMES) {
        const held: unknown = Object.hasOwn(whole, name) ? Reflect.get(whole, name) : undefined;
        if (!Array.isArray(held)) continue;
        expect(held).toEqual([]);
        Object.assign(whole, { [name]: lists[name].items });
      }
    }
    return { whole, pieces: lists.artifacts.pieces };
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof TypeError) return 'no JSON';
    throw thrown;
  }
}

function atOnce(bytes: Uint8Array): unknown {
  try {
    return { whole: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return 'no JSON';
  }
}

function expectTheSame(bytes: Uint8Array, cuts: readonly number[]): void {
  const read = inPieces(bytes, cuts);
  expect(read === 'no JSON' ? read : { whole: read.whole }).toEqual(atOnce(bytes));
}

const space = fc.constantFrom('', '', '', ' ', '\n  ', '\t', '\r\n');
/** Escaped ones have tests of their own: V8 of Node 24 now and then parses such a name wrong. */
const name = fc.constantFrom(
  ...['"artifacts"', '"artifacts"', '"absent"', '"absent"', '"artifact"', '"é"', '"__proto__"'],
  `"${'artifacts'.repeat(20)}"`,
);
const string = fc
  .string({
    unit: fc.constantFrom('a', '"', '\\', ']', '}', ',', 'é', '😀', '\ud83d', ':', '['),
    maxLength: 6,
  })
  .map((text) => JSON.stringify(text));
const leaf = fc.oneof(string, fc.constantFrom('1', '-0.5e3', 'true', 'null', '{}', '[]', '[ ]'));
const { value } = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, tie('list'), tie('object')),
  list: fc
    .array(
      fc.tuple(space, tie('value'), space).map((parts) => parts.join('')),
      { maxLength: 5 },
    )
    .map((items) => `[${items.join(',')}]`),
  object: fc
    .array(fc.tuple(space, name, space, space, tie('value'), space), { maxLength: 4 })
    .map((members) => `{${members.map(([a, b, c, d, e, f]) => `${a}${b}${c}:${d}${e}${f}`).join(',')}}`),
}));
const list = fc
  .tuple(
    fc.array(
      fc.tuple(space, value, space).map((parts) => parts.join('')),
      { maxLength: 8 },
    ),
    space,
  )
  .map(([items, around]) => `[${items.length === 0 ? around : items.join(',')}]`);
/** As a manifest is: an object, most of whose members are lists. */
const document = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff', ' '),
    fc.array(fc.tuple(space, name, space, space, fc.oneof(list, list, value), space), { maxLength: 5 }),
    space,
  )
  .map(([before, members, after]) => {
    const texts = members.map(([a, b, c, d, e, f]) => `${a}${b}${c}:${d}${e}${f}`);
    return `${before}{${texts.join(',')}}${after}`;
  });
const cuts = fc.array(fc.nat(), { maxLength: 12 });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('JSON whose long lists come in pieces', () => {
  test('is what JSON.parse says, wherever the chunks end', () => {
    fc.assert(
      fc.property(fc.oneof(document, value), cuts, (text, ends) => expectTheSame(encode(text), ends)),
      { numRuns: 3000 },
    );
  });

  test('is refused whenever JSON.parse refuses it: bytes left out, put in, or changed', () => {
    const change = fc.record({
      at: fc.nat(),
      out: fc.constantFrom(0, 1, 1, 2, 5),
      put: fc.constantFrom('', ',', '[', ']', '{', '}', '"', '\\', ':', '\ufeff', ' ', 'x', '[]', '1'),
    });
    const changes = fc.array(change, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(document, changes, cuts, (text, changed, ends) => {
        let bytes = encode(text);
        for (const { at, out, put } of changed) {
          const from = at % (bytes.length + 1);
          bytes = Uint8Array.of(...bytes.slice(0, from), ...encode(put), ...bytes.slice(from + out));
        }
        expectTheSame(bytes, ends);
      }),
      { numRuns: 6000 },
    );
  });

  test.each([
    '{"artifacts":[1,2,3,4,5,6,7,8,]}',
    '{"artifacts":[,1]}',
    '{"artifacts":[1,,2]}',
    '{"artifacts":[            ,1]}',
    '{"artifacts":[1            ,            ]}',
    '{"artifacts":[1}',
    '{"artifacts":[{]}]}',
    '{"artifacts":[1',
    '{"artifacts":["1]}',
    '{"artifacts":[1]]}',
    '{"artifacts":[1]}}',
    '{"artifacts" [1]}',
    '{"artifacts"::[1]}',
    '{:[1]}',
    '["artifacts":[1]]',
    '{"artifacts":[\ufeff1]}',
    '{"artifacts":\ufeff[1]}',
    '{"x":1}{"artifacts":[1]}',
    '{"artifacts":[1]} x',
    '',
    '{"\\x":[1]}',
  ])('%s is no JSON', (text) => {
    expect(inPieces(encode(text), [3, 14, 15, 16])).toBe('no JSON');
    expect(atOnce(encode(text))).toBe('no JSON');
  });

  test.each([
    ['the last of two lists counts', '{"artifacts":[1,2],"artifacts":[3]}', { artifacts: [3] }],
    ['also when it is an empty one', '{"artifacts":[1,2],"artifacts":[]}', { artifacts: [] }],
    ['or no list', '{"artifacts":[1],"artifacts":7}', { artifacts: 7 }],
    ['or came first', '{"artifacts":7,"artifacts":[1]}', { artifacts: [1] }],
    ['however it is spelt', '{"artifacts":[1],"\\u0061rtifacts":[2]}', { artifacts: [2] }],
    [
      'a list further in is none',
      '{"x":{"artifacts":[1]},"y":["artifacts"]}',
      { x: { artifacts: [1] }, y: ['artifacts'] },
    ],
    ['nor is one in a list', '[{"artifacts":[1]}]', [{ artifacts: [1] }]],
  ])('%s', (_what, text, expected) => {
    expect(inPieces(encode(text), [])).toMatchObject({ whole: expected });
  });

  test('half a character is none', () => {
    for (const text of ['{"artifacts":["é"]}', '{"é":[1]}']) {
      const bytes = encode(text);
      const half = bytes.indexOf(0xc3) + 1;
      expectTheSame(Uint8Array.of(...bytes.slice(0, half), ...bytes.slice(half + 1)), [half]);
      expectTheSame(bytes, [half]);
    }
  });

  test('a string full of backslashes is looked through once', () => {
    const text = encode(JSON.stringify({ notes: 'a line\n'.repeat(5000), artifacts: [1] }));
    let looked = 0;
    const indexOf = (byte: number, from = 0): number => {
      const at = Uint8Array.prototype.indexOf.call(text, byte, from);
      looked += (at === -1 ? text.length : at + 1) - from;
      return at;
    };
    const artifacts = new Collected();
    const reader = new JsonLists({ artifacts });
    reader.write(Object.assign(text, { indexOf }));
    expect(reader.end()).toEqual({ notes: 'a line\n'.repeat(5000), artifacts: [] });
    expect(artifacts.items).toEqual([1]);
    expect(looked).toBeLessThan(4 * text.length);
  });

  test('a long list is never there as a whole', () => {
    const items = Array.from({ length: 5000 }, (_, at) => ({ path: `v1/😀/${at}`, size: at }));
    const read = inPieces(encode(JSON.stringify({ artifacts: items })), [], 1024);
    expect(read).toMatchObject({ whole: { artifacts: items } });
    expect(read).toHaveProperty('pieces', expect.any(Number));
    expect(read === 'no JSON' ? 0 : read.pieces).toBeGreaterThan(100);
  });
});
