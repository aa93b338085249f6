import fc from 'fast-check';

/** JSON as text pieces, so that numbers, escapes and doubled keys are generated as written, not as JavaScript sees them. */
export type Node =
  | { readonly raw: string }
  | { readonly array: readonly Node[] }
  | { readonly object: readonly (readonly [key: string, value: Node])[] };

/** How a document is laid out. */
export interface Layout {
  readonly name: string;
  /** Space at a line break that is indented `depth` deep. */
  readonly line: (depth: number) => string;
  readonly afterComma: string;
  readonly colon: string;
}

const indented = (name: string, newline: string, unit: string): Layout => ({
  name,
  line: (depth) => newline + unit.repeat(depth),
  afterComma: '',
  colon: ': ',
});

const LAYOUTS: readonly Layout[] = [
  { name: 'compact', line: () => '', afterComma: '', colon: ':' },
  { name: 'python default', line: () => '', afterComma: ' ', colon: ': ' },
  indented('indent 2', '\n', '  '),
  indented('tabs', '\n', '\t'),
  indented('CRLF', '\r\n', '    '),
];

/** Every gap of its own width: nobody writes so, and no edit may rely on that. */
function mixed(seed: number): Layout {
  let state = seed;
  const space = (): string => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return ['', ' ', '\n', '\t ', '\r\n  '][Math.floor(state / 7) % 5] ?? '';
  };
  return {
    name: `mixed ${seed}`,
    line: space,
    get afterComma() {
      return space();
    },
    get colon() {
      return `${space()}:${space()}`;
    },
  };
}

export const uniformLayout = fc.constantFrom(...LAYOUTS);
export const anyLayout = fc.oneof(
  { weight: 3, arbitrary: uniformLayout },
  { weight: 2, arbitrary: fc.nat(1e6).map(mixed) },
);

export function print(node: Node, layout: Layout, depth = 0): string {
  if ('raw' in node) return node.raw;
  const [open, close] = 'array' in node ? ['[', ']'] : ['{', '}'];
  const parts =
    'array' in node
      ? node.array.map((item) => print(item, layout, depth + 1))
      : node.object.map(([key, value]) => key + layout.colon + print(value, layout, depth + 1));
  if (parts.length === 0) return open + close;
  const body = parts.reduce((sum, part) => `${sum},${layout.afterComma}${layout.line(depth + 1)}${part}`);
  return open + layout.line(depth + 1) + body + layout.line(depth) + close;
}

/** A JSON string, sometimes with a character of it written as an escape. */
export const written = (text: string): fc.Arbitrary<string> =>
  fc.option(fc.nat(Math.max(0, text.length - 1)), { freq: 4, nil: undefined }).map((at) => {
    const plain = JSON.stringify(text);
    const char = at === undefined ? undefined : text[at];
    if (at === undefined || char === undefined || plain.length !== text.length + 2) return plain;
    // Half of a pair, escaped alone, would leave the other half as invalid UTF-8.
    if (/[\uD800-\uDFFF]/.test(char)) return plain;
    const escaped = `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return plain.slice(0, at + 1) + escaped + plain.slice(at + 2);
  });

const anyText = fc.string({ unit: 'grapheme', maxLength: 8 });
const scalar: fc.Arbitrary<Node> = fc
  .oneof(
    fc.constantFrom(
      'null',
      'true',
      'false',
      '0',
      '-0',
      '9007199254740993123',
      '1e400',
      '1.50',
      '-2.5E-3',
      '""',
    ),
    anyText.chain(written),
    fc.constantFrom('"a\\"]},{["', '"\\\\"', '"\\ud83d"', '"\u2028"', '"\\/"'),
  )
  .map((raw) => ({ raw }));

const { value: anyNode } = fc.letrec<{ value: Node }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }).map((array) => ({ array })) },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(key(), tie('value')), { maxLength: 3 }).map((object) => ({ object })),
    },
  ),
}));

function key(taken: readonly string[] = []): fc.Arbitrary<string> {
  const text = fc.oneof(
    anyText,
    fc.constantFrom('__proto__', 'constructor', 'version ', 'Version', 'toString', 'x'),
  );
  return text.filter((candidate) => !taken.includes(candidate)).chain(written);
}

const string = (text: fc.Arbitrary<string>): fc.Arbitrary<Node> =>
  text.chain(written).map((raw) => ({ raw }));
const member = (name: string, value: fc.Arbitrary<Node>) => fc.tuple(written(name), value);

export const timestamp = fc.oneof(
  fc
    .date({ min: new Date(0), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    '2026-11-22T22:59:03.759421+00:00',
    '2026-11-22T22:59:03Z',
    '2031-01-01T00:00:00.5+02:00',
    '2026-11-22 22:59:03',
    'yesterday',
    '',
  ),
);

const ENTRY_KEYS = ['version', 'artifacts', 'timestamp', 'depends_on', 'base_version'];
const MARK_KEYS = ['artifacts_removed', 'removed_at', 'rollback_id'];
const TOP_KEYS = ['releases', 'total_releases', 'last_updated'];

/** An entry of this version; its members in any order, sorted or not. */
function entryNode(version: string): fc.Arbitrary<Node> {
  const artifacts = fc.array(string(anyText), { maxLength: 3 }).map((array): Node => ({ array }));
  const optional = fc.tuple(
    fc.option(member('timestamp', string(timestamp)), { nil: undefined }),
    fc.option(member('depends_on', anyNode), { nil: undefined }),
    fc.option(member('base_version', anyNode), { nil: undefined }),
  );
  const others = fc.array(fc.tuple(key([...ENTRY_KEYS, ...MARK_KEYS]), anyNode), { maxLength: 4 });
  const required = fc.tuple(member('version', string(fc.constant(version))), member('artifacts', artifacts));
  return fc
    .tuple(required, optional, others)
    .map(([must, may, more]) => [...must, ...may.filter((item) => item !== undefined), ...more])
    .chain((members) => fc.shuffledSubarray(members, { minLength: members.length }))
    .chain((members) => fc.boolean().map((sort): Node => ({ object: sort ? sorted(members) : members })));
}

function sorted<T extends readonly [string, Node]>(members: readonly T[]): T[] {
  const text = ([name]: T): string => JSON.parse(name) as string;
  return [...members].sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}

function totalNode(count: number): fc.Arbitrary<Node> {
  const usual = { raw: String(count) };
  const odd = ['-1', '7', `${count}.0`, '"three"', 'null', '[1, {"a": 2}]'].map((raw) => ({ raw }));
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, fc.constantFrom(...odd));
}

/** A whole document: its text, and its versions in order. */
export interface Sample {
  readonly text: string;
  readonly versions: readonly string[];
  readonly layout: string;
}

export interface SampleOptions {
  readonly minLength?: number;
  readonly distinct?: boolean;
  readonly layout?: fc.Arbitrary<Layout>;
  readonly hasTime?: boolean;
}

export function index(options: SampleOptions = {}): fc.Arbitrary<Sample> {
  const { minLength = 0, distinct = true, layout = anyLayout, hasTime = false } = options;
  const name = fc.oneof(
    fc.nat(distinct ? 1e6 : 2).map((n) => `v1.0.${n}`),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: distinct ? 6 : 1 }),
  );
  const versions = distinct
    ? fc.uniqueArray(name, { minLength, maxLength: 8 })
    : fc.array(name, { minLength, maxLength: 8 });
  const surround = fc.record({
    mark: fc.constantFrom('', '\uFEFF'),
    head: fc.constantFrom('', '\n', ' \r\n'),
    foot: fc.constantFrom('', '\n', '\r\n', '\n\n '),
  });
  return fc.tuple(versions, layout, surround).chain(([list, style, { mark, head, foot }]) =>
    topLevel(list, hasTime).map((root) => ({
      text: mark + head + print(root, style) + foot,
      versions: list,
      layout: style.name,
    })),
  );
}

function topLevel(versions: readonly string[], hasTime: boolean): fc.Arbitrary<Node> {
  const entries = versions.length === 0 ? fc.constant([]) : fc.tuple(...versions.map(entryNode));
  const releases = entries.map((array): Node => ({ array }));
  const time = member('last_updated', fc.oneof(string(timestamp), hasTime ? string(timestamp) : anyNode));
  const optional = fc.tuple(
    fc.option(member('total_releases', totalNode(versions.length)), { nil: undefined }),
    hasTime ? time : fc.option(time, { nil: undefined }),
  );
  return fc
    .tuple(
      member('releases', releases),
      optional,
      fc.array(fc.tuple(key(TOP_KEYS), anyNode), { maxLength: 3 }),
    )
    .map(([must, may, more]) => [must, ...may.filter((item) => item !== undefined), ...more])
    .chain((members) => fc.shuffledSubarray(members, { minLength: members.length }))
    .map((object) => ({ object }));
}
