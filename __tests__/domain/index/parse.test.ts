import { describe, expect, it } from 'vitest';
import {
  BrokenIndexError,
  entriesOf,
  entryBytes,
  entryText,
  findRaw,
  parseIndex,
  readEntry,
} from '../../../src/domain/index/mod.ts';
import { bytesOf, entry, entryAt, fixtureBytes, indexOf, parseText, textOf } from './helpers.ts';

function refusal(bytes: Uint8Array): BrokenIndexError {
  try {
    parseIndex(bytes);
  } catch (error) {
    if (error instanceof BrokenIndexError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

describe('an index that is refused', () => {
  const whole = indexOf([entry('v1')]);
  const releases = (item: string): string => indexOf([item]);
  const cases: [name: string, text: string, reason: RegExp, offset?: number][] = [
    ['empty', '', /^it is empty$/, 0],
    ['only blanks', ' \r\n\t', /^it is empty$/, 4],
    ['only a byte order mark', '\uFEFF', /^it is empty$/, 3],
    ['two byte order marks', `\uFEFF\uFEFF${whole}`, /not a JSON object/, 3],
    ['an array', '[]', /not a JSON object/, 0],
    ['a string', '"releases"', /not a JSON object/, 0],
    ['null', 'null', /not a JSON object/, 0],
    ['other text', '<html></html>', /not a JSON object/, 0],
    ['no releases', '{"total_releases":0}', /has no "releases"/],
    ['empty object', '{}', /has no "releases"/],
    ['releases only deeper', '{"index":{"releases":[]}}', /has no "releases"/],
    ['releases an object', '{"releases":{}}', /"releases" is not an array/, 12],
    ['releases null', '{"releases":null}', /"releases" is not an array/, 12],
    ['truncated in a key', '{"rele', /ends too early/, 6],
    ['truncated behind a key', '{"releases"', /ends too early/, 11],
    ['truncated behind a colon', '{"a":', /ends too early/, 5],
    ['truncated in a value', '{"a":[[1,2]', /ends too early/, 11],
    ['truncated behind an escape', '{"a":"\\', /ends too early/, 7],
    ['truncated before the releases', '{"releases": ', /ends too early/, 13],
    ['truncated in the array', '{"releases":[', /ends too early/, 13],
    ['truncated behind a comma', '{"releases":[{"version":"v1","artifacts":[]}, ', /ends too early/, 46],
    ['truncated in an entry', whole.slice(0, -4), /ends too early/, whole.length - 4],
    ['truncated at the end', whole.slice(0, -1), /ends too early/, whole.length - 1],
    ['garbage behind', `${whole}x`, /something follows/, whole.length],
    ['a second document behind', `${whole}\n${whole}`, /something follows/, whole.length + 1],
    ['a NUL behind', `${whole}\0`, /something follows/, whole.length],
    ['no colon', '{"releases" []}', /":" is expected/, 12],
    ['a key without quotes', '{releases:[]}', /a string is expected/, 1],
    ['single quotes', "{'releases':[]}", /a string is expected/, 1],
    ['a comma at the end of the object', '{"releases":[],}', /a string is expected/, 15],
    [
      'a comma at the end of the array',
      '{"releases":[{"version":"a","artifacts":[]},]}',
      /not an object/,
      44,
    ],
    ['no comma between members', '{"a":1 "releases":[]}', /"," or "}" is expected/, 7],
    ['no comma between entries', indexOf([`${entry('a')} ${entry('b')}`]), /"," or "\]" is expected/],
    ['a missing value', '{"a":,"releases":[]}', /a value is expected/, 5],
    ['a comment', '{/* no */"releases":[]}', /a string is expected/, 1],
    ['brackets that do not pair', '{"a":[},"releases":[]}', /top-level value is not valid JSON/],
    ['a bad literal', '{"a":tru,"releases":[]}', /top-level value is not valid JSON/, 5],
    ['a bad number', '{"a":01,"releases":[]}', /top-level value is not valid JSON/],
    ['NaN', '{"a":NaN,"releases":[]}', /top-level value is not valid JSON/, 5],
    ['a raw line break in a string', '{"a":"x\ny","releases":[]}', /top-level value is not valid JSON/, 7],
    ['a bad escape in a key', '{"\\x":1,"releases":[]}', /a key is not valid JSON/],
    ['a no-break space between', `{\u00a0"releases":[]}`, /a string is expected/, 1],
    ['releases twice', '{"releases":[],"releases":[]}', /"releases" is there twice/, 15],
    ['releases twice, once escaped', '{"releases":[],"rele\\u0061ses":[]}', /"releases" is there twice/, 15],
    [
      'total_releases twice',
      '{"total_releases":1,"total_releases":1,"releases":[]}',
      /"total_releases" is there twice/,
      20,
    ],
    [
      'last_updated twice',
      '{"last_updated":1,"last_updated":1,"releases":[]}',
      /"last_updated" is there twice/,
      18,
    ],
    ['an entry that is a string', releases('"v1"'), /release 1 is not an object/, 13],
    ['an entry that is null', indexOf([entry('a'), 'null']), /release 2 is not an object/],
    ['an entry that is an array', releases('[]'), /release 1 is not an object/],
    ['an entry without version', releases('{"artifacts":[]}'), /release 1 has no "version"/, 13],
    [
      'a version only in __proto__',
      releases('{"__proto__":{"version":"v1"},"artifacts":[]}'),
      /no "version"/,
    ],
    ['a version that is a number', releases('{"version":1,"artifacts":[]}'), /no "version"/],
    ['an empty version', releases('{"version":"","artifacts":[]}'), /empty "version"/],
    ['an entry without artifacts', releases('{"version":"v1"}'), /no "artifacts" array/],
    ['artifacts that are a string', releases('{"version":"v1","artifacts":"a"}'), /no "artifacts" array/],
    [
      'artifacts that are an object',
      releases('{"version":"v1","artifacts":{"0":"a"}}'),
      /no "artifacts" array/,
    ],
    ['artifacts with a number', releases('{"version":"v1","artifacts":["a",1]}'), /no "artifacts" array/],
    ['version twice', releases('{"version":"a","artifacts":[],"version":"a"}'), /"version" twice/, 43],
    [
      'version twice, once escaped',
      releases('{"version":"a","artifacts":[],"v\\u0065rsion":"b"}'),
      /"version" twice/,
    ],
    ['artifacts twice', releases('{"artifacts":[],"version":"a","artifacts":[]}'), /"artifacts" twice/, 43],
    [
      'an entry that is no JSON',
      releases('{"version":"a","artifacts":[],"é":01}'),
      /release 1 is not valid JSON/,
      49,
    ],
  ];

  it.each(cases.map(([name, text, reason, offset]) => ({ name, text, reason, offset })))(
    '$name',
    ({ text, reason, offset }) => {
      const error = refusal(bytesOf(text));
      expect(error.reason).toMatch(reason);
      if (offset !== undefined) expect(error.offset).toBe(offset);
      expect(error.message).toContain(error.reason);
    },
  );

  it.each([true, false])('UTF-16 (little-endian: %s), with a byte order mark and without', (littleEndian) => {
    for (const mark of ['', '\uFEFF'])
      expect(refusal(utf16(mark + whole, littleEndian)).reason).toMatch(/UTF-16/);
  });

  it('invalid UTF-8 in an entry, in a key, in another value', () => {
    for (const place of ['"v1"', '"releases"', '"x"']) {
      const bytes = bytesOf(`{"a":"x",${whole.slice(1)}`);
      bytes[textOf(bytes).indexOf(place) + 1] = 0xff;
      expect(refusal(bytes).reason).toMatch(/not valid UTF-8/);
    }
    expect(
      refusal(new Uint8Array([...bytesOf('{"releases":[],"a":"'), 0xed, 0xa0, 0x80, 0x22, 0x7d])).reason,
    ).toMatch(/not valid UTF-8/);
  });

  it('hostile depth, by a clear error and not by the stack', () => {
    const deep = '['.repeat(5_000_000);
    expect(refusal(bytesOf(`{"a":${deep}`)).reason).toMatch(/nested deeper/);
    expect(refusal(bytesOf(`{"releases":[{"version":"a","artifacts":[],"x":${deep}`)).reason).toMatch(
      /nested deeper/,
    );
    expect(refusal(bytesOf('{"releases":[{"a":'.repeat(100_000))).reason).toMatch(/nested deeper/);
    const fair = `${'['.repeat(500)}${']'.repeat(500)}`;
    expect(
      parseText(`{"a":${fair},"releases":[${entry('v1').slice(0, -1)},"x":${fair}}]}`).entries,
    ).toHaveLength(1);
  });
});

describe('an index that is read', () => {
  it('finds the releases of the original publisher, newest first', () => {
    const doc = parseIndex(fixtureBytes());
    expect(doc.entries.map((e) => [e.position, e.version, e.artifactCount])).toEqual([
      [0, 'v1.0.2', 6],
      [1, 'v1.0.1', 6],
      [2, 'v1.0.0', 6],
    ]);
    expect(doc.totalReleases?.value).toBe(3);
    expect(doc.lastUpdated?.value).toBe('2026-11-22T22:59:03.759421+00:00');
    const details = readEntry(doc, entryAt(doc, 0));
    expect(details.artifacts[0]).toBe('v1.0.2/README.md');
    expect(details.sizeBytes).toBe(4525);
    expect(details.sha256).toMatch(/^79d4c978/);
    expect(details.json.slsa_id).toBe('https://in-toto.io/Statement/v1');
  });

  it('needs no more than releases, version and artifacts', () => {
    const doc = parseText('{"releases":[{"version":"v1","artifacts":[]}]}');
    expect(doc).toMatchObject({ totalReleases: undefined, lastUpdated: undefined });
    expect(doc.entries[0]).toMatchObject({
      timestamp: undefined,
      dependsOn: [],
      baseVersion: undefined,
      removed: undefined,
    });
    expect(readEntry(doc, entryAt(doc, 0))).toMatchObject({ sizeBytes: undefined, sha256: undefined });
    expect(parseText('{"releases":[ ]}').entries).toEqual([]);
  });

  it('knows keys by their meaning, however they are escaped', () => {
    const doc = parseText(
      '{"rele\\u0061ses":[{"v\\u0065rsion":"v\\u0031","artif\\u0061cts":["a\\/b"],"timest\\u0061mp":"t"}],"total\\u005freleases":1,"last_updat\\u0065d":"x"}',
    );
    expect(doc.entries[0]).toMatchObject({ version: 'v1', artifactCount: 1, timestamp: 't' });
    expect(doc.totalReleases?.value).toBe(1);
    expect(doc.lastUpdated?.value).toBe('x');
  });

  it.each([
    ['1', 1],
    ['1.0', 1],
    ['-3', -3],
    ['1.5', undefined],
    ['"1"', undefined],
    ['null', undefined],
    ['{"a":1}', undefined],
  ])('total_releases %s has the value %s', (raw, value) => {
    const doc = parseText(`{"total_releases": ${raw} ,"releases":[]}`);
    expect(doc.totalReleases).toEqual({ start: 19, end: 19 + raw.length, value });
  });

  it('keeps unknown doubled keys and __proto__ as what they are', () => {
    const doc = parseText(
      `{"x":1,"x":2,"__proto__":{"releases":1},"releases":[{"version":"a","artifacts":[],"x":1,"x":2,"__proto__":{"polluted":true}}]}`,
    );
    expect(doc.entries).toHaveLength(1);
    expect(readEntry(doc, entryAt(doc, 0)).json.polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ['["v1","v2"]', ['v1', 'v2']],
    ['"v1"', ['v1']],
    ['["v1",7,null]', ['v1']],
    ['[{"version":"v1"}]', ['v1']],
    ['{"base":"v1"}', ['v1']],
    ['null', []],
    ['7', []],
    ['[]', []],
  ])('depends_on %s depends on %j', (raw, expected) => {
    const doc = parseText(indexOf([`{"version":"a","artifacts":[],"depends_on":${raw}}`]));
    expect(entryAt(doc, 0).dependsOn).toEqual(expected);
  });

  it('sees a marked entry only where artifacts_removed is true', () => {
    const marked = { artifacts_removed: true, removed_at: '2026-11-22T00:00:00Z', rollback_id: 'abc' };
    const doc = parseText(
      indexOf([
        entry('a', marked),
        entry('b', { ...marked, artifacts_removed: 'true' }),
        entry('c', { artifacts_removed: true, rollback_id: 1 }),
      ]),
    );
    expect(doc.entries.map((e) => e.removed)).toEqual([
      { removedAt: '2026-11-22T00:00:00Z', rollbackId: 'abc' },
      undefined,
      { removedAt: undefined, rollbackId: undefined },
    ]);
  });

  it('takes a size only if it is a whole number that JavaScript can hold', () => {
    const sizes = ['5', '-1', '1.5', '9007199254740993', '"5"'];
    const doc = parseText(
      indexOf(sizes.map((size) => `{"version":"a","artifacts":[],"size_bytes":${size}}`)),
    );
    expect(doc.entries.map((e) => readEntry(doc, e).sizeBytes)).toEqual([
      5,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('finding entries', () => {
  const doc = parseText(
    indexOf([entry('v1.0.1'), entry('v1.0.10'), entry('V1.0.1'), entry('v1.0.1', { n: 1 })]),
  );

  it('by version: exactly, case included, all of them', () => {
    expect(entriesOf(doc, 'v1.0.1').map((e) => e.position)).toEqual([0, 3]);
    expect(entriesOf(doc, 'v1.0.10').map((e) => e.position)).toEqual([1]);
    expect(entriesOf(doc, 'v1.0')).toEqual([]);
  });

  it('by raw bytes: only the very same', () => {
    expect(findRaw(doc, 'v1.0.1', entry('v1.0.1', { n: 1 }))?.position).toBe(3);
    expect(findRaw(doc, 'v1.0.1', entry('v1.0.1', { n: 2 }))).toBeUndefined();
    expect(findRaw(doc, 'v1.0.1', `${entry('v1.0.1')} `)).toBeUndefined();
    expect(findRaw(doc, 'v1.0.1', entry('v1.0.10'))).toBeUndefined();
  });

  it('gives the slice as stored', () => {
    const unicode = parseText(indexOf(['{ "version" : "ü€😀", "artifacts" : [ ] }']));
    expect(entryText(unicode, entryAt(unicode, 0))).toBe('{ "version" : "ü€😀", "artifacts" : [ ] }');
    expect(textOf(entryBytes(unicode, entryAt(unicode, 0)))).toBe(entryText(unicode, entryAt(unicode, 0)));
    expect(findRaw(unicode, 'ü€😀', entryText(unicode, entryAt(unicode, 0)))?.position).toBe(0);
  });
});

describe('a long list of artifacts, which is read in pieces', () => {
  // Paths of several bytes a character, so that pieces would end within one if they were cut anywhere.
  const paths = Array.from({ length: 9000 }, (_, at) => `v1/ünïcode "${at}"/\u{1F600}.bin`);
  const withList = (list: string): Uint8Array =>
    bytesOf(indexOf([`{"version":"v1","artifacts":${list},"timestamp":"2026-01-02T00:00:00Z"}`]));
  const between = (separator: string): string =>
    `[${paths.map((path) => JSON.stringify(path)).join(separator)}]`;

  it.each([',', ' ,\n\t\t'])('is counted and reads as it is written, separated by %j', (separator) => {
    const doc = parseIndex(withList(between(separator)));
    const [found] = doc.entries;
    expect(found?.artifactCount).toBe(paths.length);
    expect(found?.timestamp).toBe('2026-01-02T00:00:00Z');
    expect(found && readEntry(doc, found).artifacts).toEqual(paths);
  });

  it.each([
    ['two values without a comma', '"a" "b"'],
    ['a control character in a string', '"a\u0001"'],
    ['an unknown escape', '"\\x"'],
  ])('is refused at the very byte where it breaks: %s', (_, wrong) => {
    const list = between(',');
    const middle = list.indexOf(',', list.length / 2) + 1;
    const bytes = withList(`${list.slice(0, middle)}${wrong},${list.slice(middle)}`);
    const short = withList(`["x",${wrong},"y"]`);
    const offset = (refusal(short).offset ?? 0) - textOf(short).indexOf('["x",') - '["x",'.length;
    const before = bytesOf(textOf(bytes).slice(0, textOf(bytes).indexOf(list.slice(0, 50)) + middle)).length;
    expect(refusal(bytes).reason).toBe(refusal(short).reason);
    expect(refusal(bytes).offset).toBe(before + offset);
  });

  it('is none when one of its items is no string, wherever it stands', () => {
    for (const at of [0, 4500, 8999]) {
      const items = paths.map((path, each) => (each === at ? 7 : path));
      expect(refusal(withList(JSON.stringify(items))).reason).toMatch(/no "artifacts" array of strings/);
    }
  });

  it('is none when it is a long object', () => {
    const object = JSON.stringify(Object.fromEntries(paths.map((path) => [path, 1])));
    expect(refusal(withList(object)).reason).toMatch(/no "artifacts" array of strings/);
  });
});
