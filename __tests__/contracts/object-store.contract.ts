import { afterEach, beforeEach, describe, expect } from 'vitest';
import { blankBytes, byteParts, joinBytes } from '../../src/domain/byte-parts.ts';
import { compareChecksums } from '../../src/domain/checksum.ts';
import {
  ConflictError,
  compareKeys,
  type ObjectInfo,
  type ObjectStore,
} from '../../src/ports/object-store.ts';
import { type ContractTest, type Deviations, testsWith } from './deviations.ts';

/** A store that holds nothing yet, seen by any number of clients. */
export interface StoreUnderTest {
  /** A client of its own: no state is shared but the store's. */
  client(): ObjectStore;
  dispose?(): Promise<void>;
}

export interface StoreTraits {
  readonly name: string;
  create(): Promise<StoreUnderTest>;
  /** Whether the store itself decides between two creations of a key at the same instant; default true. */
  readonly atomicCreate?: boolean;
  /** The same of replacements (object stores do). */
  readonly atomicReplace: boolean;
  /** The same of copies; default true. */
  readonly atomicCopy?: boolean;
  /** Whether the same bytes written again are told apart (generations, inodes); S3's ETags are not. */
  readonly newRevisionForSameBytes: boolean;
  /** What `inspect` says of the store as it is set up, in this order; nothing where absent. */
  readonly warnings?: readonly RegExp[];
  /** Whether a key may contain a line break; default true. */
  readonly lineBreaksInKeys?: boolean;
  /** What the store is known to do otherwise, by the names of the tests. */
  readonly deviations?: Deviations;
  /** Whether it moves objects; default false. */
  readonly moves?: boolean;
  /** Bytes of the big body. */
  readonly bigBody?: number;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (body: Uint8Array | undefined): string | undefined => body && new TextDecoder().decode(body);

export async function collect(infos: AsyncIterable<ObjectInfo>): Promise<ObjectInfo[]> {
  const all: ObjectInfo[] = [];
  for await (const info of infos) all.push(info);
  return all;
}

export async function keysOf(infos: AsyncIterable<ObjectInfo>): Promise<string[]> {
  return (await collect(infos)).map((info) => info.key);
}

/** What every store of the port does, whatever it is made of. */
export function objectStoreContract(traits: StoreTraits): void {
  describe(`object store contract: ${traits.name}`, () => {
    let under: StoreUnderTest;
    let store: ObjectStore;
    beforeEach(async () => {
      under = await traits.create();
      store = under.client();
    });
    afterEach(async () => {
      await under.dispose?.();
    });
    const text_ = async (key: string) => text((await store.read(key))?.body);

    const test = testsWith(traits.deviations);
    readingContract(test, () => store, traits);
    puttingContract(test, () => ({ store, under, read: text_ }), traits);
    listingContract(test, () => store, traits);
    removingContract(test, () => ({ store, read: text_ }), traits);
    copyingContract(test, () => ({ store, under, read: text_ }), traits);
    if (traits.moves === true) movingContract(test, () => ({ store, under, read: text_ }));
  });
}

function readingContract(test: ContractTest, given: () => ObjectStore, { warnings = [] }: StoreTraits): void {
  describe('read and head', () => {
    test('an absent key is undefined, also below a key that is there', async () => {
      const store = given();
      await store.put('v1/a', bytes('a'), 'absent');
      expect(await store.read('v1/nothing')).toBeUndefined();
      expect(await store.head('nothing/at/all')).toBeUndefined();
      expect(await store.read('v1/a/below')).toBeUndefined();
      expect(await store.head('v1/a/below')).toBeUndefined();
    });

    test('both tell the revision that the put gave, the size, and a time near the clock of the store', async () => {
      const store = given();
      const revision = await store.put('v1/a', bytes('abc'), 'absent');
      const now = await store.now();
      const head = await store.head('v1/a');
      expect(head).toMatchObject({ key: 'v1/a', type: 'file', size: 3, revision });
      expect(Math.abs((head?.modified ?? 0) - now)).toBeLessThan(60_000);
      expect((await store.read('v1/a'))?.info).toMatchObject({ key: 'v1/a', size: 3, revision });
    });

    test('what is read in pieces is the same bytes, in their order, and nothing for an absent key', async () => {
      const store = given();
      const body = new Uint8Array(300_001).map((_, i) => (i * 31) % 251);
      await store.put('v1/a', body, 'absent');
      await store.put('v1/empty', new Uint8Array(), 'absent');
      const gathered = () => {
        const chunks: Uint8Array[] = [];
        return { take: (chunk: Uint8Array) => void chunks.push(chunk), end: () => Buffer.concat(chunks) };
      };
      expect(Buffer.compare((await store.readInto('v1/a', gathered)) ?? new Uint8Array(), body)).toBe(0);
      expect(await store.readInto('v1/empty', gathered)).toHaveLength(0);
      expect(await store.readInto('v1/nothing', gathered)).toBeUndefined();
      expect(await store.readInto('v1/a/below', gathered)).toBeUndefined();
    });

    test('inspect finds nothing wrong with a store that can be written', async () => {
      const store = given();
      // Where nothing is there is no repository.
      await store.put('v1/a', bytes('a'), 'absent');
      const said = await store.inspect({ forWriting: true, version: 'v1' });
      expect(said).toEqual(warnings.map((warning) => expect.stringMatching(warning)));
    });
  });
}

interface Given {
  readonly store: ObjectStore;
  readonly under: StoreUnderTest;
  readonly read: (key: string) => Promise<string | undefined>;
}

function puttingContract(test: ContractTest, given: () => Given, traits: StoreTraits): void {
  describe('put', () => {
    test('if absent: the first one stands, the second one is a conflict that changes nothing', async () => {
      const { store, read } = given();
      await store.put('.rollback-log/1', bytes('one'), 'absent');
      const second = store.put('.rollback-log/1', bytes('two'), 'absent');
      await expect(second).rejects.toBeInstanceOf(ConflictError);
      await expect(second).rejects.toMatchObject({ key: '.rollback-log/1' });
      expect(await read('.rollback-log/1')).toBe('one');
    });

    test('if unchanged: replaces, and the revision before is of no use any more', async () => {
      const { store, read } = given();
      const first = await store.put('index.json', bytes('one'), 'absent');
      const second = await store.put('index.json', bytes('two'), { unchangedSince: first });
      expect(second).not.toBe(first);
      expect((await store.head('index.json'))?.revision).toBe(second);
      const late = store.put('index.json', bytes('late'), { unchangedSince: first });
      await expect(late).rejects.toBeInstanceOf(ConflictError);
      expect(await read('index.json')).toBe('two');
    });

    test('if unchanged: a key that is gone is a conflict, and stays gone', async () => {
      const { store, read } = given();
      const revision = await store.put('index.json', bytes('one'), 'absent');
      await store.remove('index.json', revision);
      const late = store.put('index.json', bytes('late'), { unchangedSince: revision });
      await expect(late).rejects.toBeInstanceOf(ConflictError);
      expect(await read('index.json')).toBeUndefined();
    });

    test('an empty body is a body', async () => {
      const { store, read } = given();
      await store.put('v1/empty', new Uint8Array(), 'absent');
      expect(await read('v1/empty')).toBe('');
      expect(await store.head('v1/empty')).toMatchObject({ size: 0 });
      await expect(store.put('v1/empty', new Uint8Array(), 'absent')).rejects.toBeInstanceOf(ConflictError);
    });

    test('a big body comes back byte for byte, and a later change of the buffer changes nothing', async () => {
      const { store } = given();
      // As an edited index is made, in pages of its own.
      const body = blankBytes(traits.bigBody ?? 3_000_001);
      body.set(body.map((_, i) => (i * 31) % 251));
      const expected = body.slice();
      const putting = store.put('v1/big', body, 'absent');
      await putting;
      body.fill(0);
      const stored = await store.read('v1/big');
      expect(Buffer.compare(stored?.body ?? new Uint8Array(), expected)).toBe(0);
      expect(stored?.info.size).toBe(expected.length);
    });

    test('a body made in parts comes back whole; one that meets a conflict changes nothing', async () => {
      const { store, read } = given();
      const part = 'part of a long body, '.repeat(2000);
      const body = byteParts(function* () {
        for (let at = 0; at < 10; at += 1) yield bytes(`${part}${at}\n`);
      });
      const revision = await store.put('v1/parts', body, 'absent');
      const whole = new TextDecoder().decode(joinBytes(body));
      expect(await read('v1/parts')).toBe(whole);
      // A short one: some servers end the connection of a longer one before its sender has read their refusal.
      const short = byteParts(function* () {
        yield bytes('one, ');
        yield bytes('two');
      });
      await expect(store.put('v1/parts', short, 'absent')).rejects.toThrow(ConflictError);
      expect((await store.head('v1/parts'))?.revision).toBe(revision);
      await store.put(
        'v1/empty',
        byteParts(function* () {}),
        'absent',
      );
      expect(await read('v1/empty')).toBe('');
    });

    racingContract(test, given, traits);
  });
}

/** What stores promise each in their own way. */
function racingContract(test: ContractTest, given: () => Given, traits: StoreTraits): void {
  if (traits.atomicCreate !== false) {
    test('if absent: of many creators at once exactly one wins, and its bytes stand whole', async () => {
      const { under, read } = given();
      const bodies = Array.from({ length: 16 }, (_, i) => String(i).repeat(10_000 + i));
      const results = await Promise.allSettled(
        bodies.map((body) => under.client().put('.rollback-log/7', bytes(body), 'absent')),
      );
      const won = results.flatMap((result, i) => (result.status === 'fulfilled' ? [i] : []));
      expect(won).toHaveLength(1);
      const lost = results.filter((result) => result.status === 'rejected');
      for (const { reason } of lost) expect(reason).toBeInstanceOf(ConflictError);
      expect(await read('.rollback-log/7')).toBe(bodies[won[0] as number]);
    });
  }
  if (traits.newRevisionForSameBytes) {
    test('the same bytes again are another revision', async () => {
      const { store } = given();
      const first = await store.put('index.json', bytes('same'), 'absent');
      expect(await store.put('index.json', bytes('same'), { unchangedSince: first })).not.toBe(first);
    });
  }
  if (traits.atomicReplace) {
    test('if unchanged: of many at once exactly one wins', async () => {
      const { store, under } = given();
      const first = await store.put('index.json', bytes('one'), 'absent');
      const results = await Promise.allSettled(
        Array.from({ length: 16 }, (_, i) =>
          under.client().put('index.json', bytes(`next ${i}`), { unchangedSince: first }),
        ),
      );
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    });
  }
}

const ODD_NAMES = [
  'v1/ leading and trailing ',
  'v1/quotes \' and "',
  'v1/#hash',
  'v1/100%',
  'v1/%2e%2e%2f',
  'v1/a+b&c=d?e',
  'v1/back\\slash',
  'v1/new\nline',
  'v1/tab\t',
  'v1/ünïcödé',
  'v1/日本語/ファイル',
  'v1/emoji 🚀',
  'v1/...dots',
  'v1/.hidden/.tmp-like',
  'v1/{[*]}',
];

function listingContract(test: ContractTest, given: () => ObjectStore, traits: StoreTraits): void {
  const fill = async (store: ObjectStore, keys: readonly string[]) => {
    for (const key of keys) await store.put(key, bytes(key), 'absent');
  };

  describe('list', () => {
    test('nothing there is an empty list', async () => {
      expect(await keysOf(given().list('v1.0.1/'))).toEqual([]);
      expect(await keysOf(given().list('.rollback-log/', { shallow: true }))).toEqual([]);
    });

    test('a prefix never reaches a neighbour: v1.0.1 is not v1.0.10, V1.0.1 or v1.0', async () => {
      const store = given();
      await fill(store, ['v1.0.1/a', 'v1.0.10/a', 'v1.0.1-rc/a', 'v1.0/a', 'v1.0.1.txt', 'x/v1.0.1/a']);
      expect(await keysOf(store.list('v1.0.1/'))).toEqual(['v1.0.1/a']);
      expect(await keysOf(store.list('v1.0/'))).toEqual(['v1.0/a']);
      expect(await keysOf(store.list('V1.0.1/'))).toEqual([]);
    });

    test('the order is that of the UTF-8 bytes of the whole keys', async () => {
      const store = given();
      const names = [
        'a',
        'a!',
        'a/b',
        'a-b',
        'aa',
        'B',
        'a/é',
        'a/z',
        'a0/x',
        '\u{1F680}',
        '\uFF21',
        'ü',
        '~',
      ];
      const keys = names.filter((name) => name !== 'a').map((name) => `v1/${name}`);
      await fill(store, keys);
      const expected = [...keys].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
      expect(await keysOf(store.list('v1/'))).toEqual(expected);
      expect([...keys].sort(compareKeys)).toEqual(expected);
    });

    test('limit gives the first ones only', async () => {
      const store = given();
      await fill(store, ['v1/d', 'v1/b/x', 'v1/a', 'v1/c']);
      expect(await keysOf(store.list('v1/', { limit: 2 }))).toEqual(['v1/a', 'v1/b/x']);
      expect(await keysOf(store.list('v1/', { limit: 2, shallow: true }))).toEqual(['v1/a', 'v1/b/']);
      expect(await keysOf(store.list('v1/', { limit: 99 }))).toHaveLength(4);
    });

    test("shallow gives the names directly below, folders once and with a '/'", async () => {
      const store = given();
      await fill(store, ['v1/a', 'v1/b/x', 'v1/b/y/z', 'v1/b.txt', 'v2/a', 'index.json']);
      const infos = await collect(store.list('v1/', { shallow: true }));
      expect(infos.map(({ key, type }) => [key, type])).toEqual([
        ['v1/a', 'file'],
        ['v1/b.txt', 'file'],
        ['v1/b/', 'folder'],
      ]);
      expect(await keysOf(store.list('', { shallow: true }))).toEqual(['index.json', 'v1/', 'v2/']);
    });

    test('a listing tells what head tells', async () => {
      const store = given();
      await fill(store, ['v1/a', 'v1/b/c']);
      for (const { checksum, ...info } of await collect(store.list('v1/'))) {
        const found = await store.head(info.key);
        expect(found).toMatchObject(info);
        // A listing may know fewer of them.
        if (checksum !== undefined) expect(compareChecksums(found?.checksum, checksum)).toBe('same');
      }
    });

    test('odd names come back as they were given', async () => {
      const store = given();
      const names = ODD_NAMES.filter((name) => traits.lineBreaksInKeys !== false || !name.includes('\n'));
      await fill(store, names);
      const expected = [...names].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
      expect(await keysOf(store.list('v1/'))).toEqual(expected);
      for (const key of names) expect(text((await store.read(key))?.body)).toBe(key);
      for (const info of await collect(store.list('v1/'))) await store.remove(info.key, info.revision);
      for (const key of names) expect(await store.head(key)).toBeUndefined();
    });

    test('more keys than a page has all come, each once', async () => {
      const store = given();
      const keys = Array.from({ length: 1203 }, (_, i) => `v1/${i % 7}/${String(i).padStart(5, '0')}`);
      for (let i = 0; i < keys.length; i += 64) {
        await Promise.all(keys.slice(i, i + 64).map((key) => store.put(key, bytes('x'), 'absent')));
      }
      expect(await keysOf(store.list('v1/'))).toEqual([...keys].sort());
    });
  });
}

function removingContract(
  test: ContractTest,
  given: () => Pick<Given, 'store' | 'read'>,
  traits: StoreTraits,
): void {
  describe('remove', () => {
    test('takes away what is at the revision; absent already is success', async () => {
      const { store, read } = given();
      const revision = await store.put('v1/a', bytes('a'), 'absent');
      await store.remove('v1/a', revision);
      expect(await read('v1/a')).toBeUndefined();
      await store.remove('v1/a', revision);
    });

    test('another revision is a conflict and stays', async () => {
      const { store, read } = given();
      const old = await store.put('v1/a', bytes('old'), 'absent');
      await store.put('v1/a', bytes('new'), { unchangedSince: old });
      await expect(store.remove('v1/a', old)).rejects.toBeInstanceOf(ConflictError);
      expect(await read('v1/a')).toBe('new');
    });

    test('a key can be created again after it', async () => {
      const { store, read } = given();
      const old = await store.put('v1/a', bytes('a'), 'absent');
      await store.remove('v1/a', old);
      const again = await store.put('v1/a', bytes('a'), 'absent');
      expect(await read('v1/a')).toBe('a');
      if (traits.newRevisionForSameBytes) expect(again).not.toBe(old);
    });
  });
}

function copyingContract(test: ContractTest, given: () => Given, { atomicCopy = true }: StoreTraits): void {
  describe('copy', () => {
    test('copies exactly the revision to an absent key, and leaves the source', async () => {
      const { store, read } = given();
      const revision = await store.put('v1/a', bytes('a'), 'absent');
      const info = await store.copy({ key: 'v1/a', revision, size: 1 }, '.rollback-backups/b/v1/a');
      expect(info).toMatchObject({ key: '.rollback-backups/b/v1/a', size: 1 });
      expect((await store.head('.rollback-backups/b/v1/a'))?.revision).toBe(info.revision);
      expect(await read('.rollback-backups/b/v1/a')).toBe('a');
      expect(await read('v1/a')).toBe('a');
    });

    test('a target that is there is a conflict, also with the same bytes', async () => {
      const { store, read } = given();
      const revision = await store.put('v1/a', bytes('a'), 'absent');
      await store.put('v1/b', bytes('b'), 'absent');
      await expect(store.copy({ key: 'v1/a', revision, size: 1 }, 'v1/b')).rejects.toMatchObject({
        key: 'v1/b',
      });
      await expect(store.copy({ key: 'v1/a', revision, size: 1 }, 'v1/b')).rejects.toBeInstanceOf(
        ConflictError,
      );
      expect(await read('v1/b')).toBe('b');
    });

    test('a source that changed or went is a conflict, and nothing is made', async () => {
      const { store, read } = given();
      const old = await store.put('v1/a', bytes('old'), 'absent');
      const changed = await store.put('v1/a', bytes('changed'), { unchangedSince: old });
      await expect(store.copy({ key: 'v1/a', revision: old, size: 3 }, 'v1/b')).rejects.toMatchObject({
        key: 'v1/a',
      });
      await store.remove('v1/a', changed);
      await expect(store.copy({ key: 'v1/a', revision: changed, size: 7 }, 'v1/b')).rejects.toBeInstanceOf(
        ConflictError,
      );
      expect(await read('v1/b')).toBeUndefined();
    });

    if (!atomicCopy) return;
    test('of many copies to one key exactly one wins', async () => {
      const { store, under } = given();
      const revision = await store.put('v1/a', bytes('a'), 'absent');
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, () => under.client().copy({ key: 'v1/a', revision, size: 1 }, 'v1/b')),
      );
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    });
  });
}

function movingContract(test: ContractTest, given: () => Given): void {
  const KEPT = '.rollback-backups/b/v1/a';
  const moverOf = ({ mover }: ObjectStore) => {
    if (mover === undefined) throw new Error('the store moves nothing');
    return mover;
  };
  describe('move', () => {
    test('moves exactly the revision to an absent key', async () => {
      const { store, read } = given();
      const revision = await store.put('v1/a', bytes('a'), 'absent');
      const info = await moverOf(store).move('v1/a', revision, KEPT);
      expect((await store.head(KEPT))?.revision).toBe(info.revision);
      expect([await read(KEPT), await read('v1/a')]).toEqual(['a', undefined]);
    });

    test('there and back the checksum tells that it is the same, and of other bytes that they are not', async () => {
      const { store } = given();
      const revision = await store.put('v1/a', bytes('a'), 'absent');
      await store.put('v1/b', bytes('b'), 'absent');
      const [before, other] = await collect(store.list('v1/'));
      const kept = await moverOf(store).move('v1/a', revision, KEPT);
      await moverOf(store).move(KEPT, kept.revision, 'v1/a');
      const [after] = await collect(store.list('v1/'));
      expect(compareChecksums(before?.checksum, after?.checksum)).toBe('same');
      expect(compareChecksums(before?.checksum, other?.checksum)).toBe('different');
    });

    test('a target that is there, or another source, is a conflict, and nothing is moved', async () => {
      const { store, read } = given();
      const old = await store.put('v1/a', bytes('a'), 'absent');
      await store.put(KEPT, bytes('kept'), 'absent');
      await expect(moverOf(store).move('v1/a', old, KEPT)).rejects.toBeInstanceOf(ConflictError);
      await store.put('v1/a', bytes('changed'), { unchangedSince: old });
      await expect(moverOf(store).move('v1/a', old, 'v1/b')).rejects.toBeInstanceOf(ConflictError);
      expect([await read(KEPT), await read('v1/a'), await read('v1/b')]).toEqual([
        'kept',
        'changed',
        undefined,
      ]);
    });
  });
}
