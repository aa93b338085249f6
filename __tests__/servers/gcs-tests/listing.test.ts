import { describe, expect, test } from 'vitest';
import { compareUtf8, SortedNames } from '../gcs/sorted-names.ts';
import { useWorld } from './world.ts';

const given = useWorld();

/** All pages of a listing: names in their order, prefixes, and how many pages. */
async function pages(query: string): Promise<{ names: string[]; prefixes: string[]; pages: number }> {
  const all = { names: [] as string[], prefixes: [] as string[], pages: 0 };
  for (let token = ''; ; ) {
    const { json } = await given().ask('GET', `/o?${query}${token && `&pageToken=${token}`}`);
    all.names.push(...(json.items ?? []).map(({ name }) => name));
    all.prefixes.push(...(json.prefixes ?? []));
    all.pages += 1;
    if (json.nextPageToken === undefined) return all;
    token = json.nextPageToken;
  }
}

const put = (...names: string[]): void => {
  for (const name of names) given().bucket.put(name, name);
};

describe('objects.list', () => {
  test('is in the order of UTF-8 bytes, which is not that of UTF-16', async () => {
    const names = ['z', '\u{1f600}', '\uff5e', 'é', 'a/b', 'a.b', 'a', 'B', 'a0'];
    put(...names);
    const byBytes = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect((await pages('')).names).toEqual(byBytes);
    expect([...names].sort(compareUtf8)).toEqual(byBytes);
    expect([...names].sort()).not.toEqual(byBytes);
  });

  test('v1.0.1/ does not list v1.0.10/', async () => {
    put('v1.0.1/a', 'v1.0.10/a', 'v1.0.1', 'v1.0.1/b');
    expect((await pages('prefix=v1.0.1/')).names).toEqual(['v1.0.1/a', 'v1.0.1/b']);
  });

  test.each([1, 2, 3, 1000])('gives each once, by pages of %i, prefixes counted', async (most) => {
    put('a', 'b/', 'b/1', 'b/2', 'b/c/3', 'd', 'e/1', 'f');
    const found = await pages(`maxResults=${most}&delimiter=/`);
    expect(found).toMatchObject({ names: ['a', 'd', 'f'], prefixes: ['b/', 'e/'] });
    expect(found.pages).toBe(Math.ceil(5 / most));
    const trailing = await pages(`maxResults=${most}&delimiter=/&includeTrailingDelimiter=true`);
    expect(trailing).toMatchObject({ names: ['a', 'b/', 'd', 'f'], prefixes: ['b/', 'e/'] });
    expect((await pages(`maxResults=${most}&delimiter=/&prefix=b/`)).names).toEqual(['b/', 'b/1', 'b/2']);
    expect((await pages(`maxResults=${most}`)).names).toHaveLength(8);
  });

  test('holds at most 1,000 on a page, whatever is asked', async () => {
    put(...Array.from({ length: 1001 }, (_, i) => `k${i}`));
    expect(await pages('maxResults=5000')).toMatchObject({ pages: 2 });
    expect((await pages('')).names).toHaveLength(1001);
  });

  test('goes on behind the last name, also when names before it came or went', async () => {
    put('a', 'b', 'c', 'd');
    const { json } = await given().ask('GET', '/o?maxResults=2');
    given().bucket.retire('a');
    given().bucket.retire('b');
    put('aa');
    const next = await given().ask('GET', `/o?pageToken=${json.nextPageToken}`);
    expect(next.json.items?.map(({ name }) => name)).toEqual(['c', 'd']);
  });

  test('keeps to the offsets: from the first on, up to without the second', async () => {
    put('a', 'b', 'c', 'd');
    expect((await pages('startOffset=b&endOffset=d')).names).toEqual(['b', 'c']);
    expect((await pages('prefix=c&startOffset=a')).names).toEqual(['c']);
    expect((await pages('startOffset=b&maxResults=1')).names).toEqual(['b', 'c', 'd']);
  });

  test.each([1, 2, 1000])('versions=true: each generation in turn, by pages of %i', async (most) => {
    const { bucket } = given();
    bucket.config.versioning = { enabled: true };
    put('a', 'b', 'a', 'a');
    bucket.retire('b');
    expect((await pages(`maxResults=${most}`)).names).toEqual(['a']);
    expect((await pages(`maxResults=${most}&versions=true`)).names).toEqual(['a', 'a', 'a', 'b']);
    const { json } = await given().ask('GET', '/o?versions=true');
    expect(json.items?.map((item) => item.timeDeleted !== undefined)).toEqual([true, true, false, true]);
  });

  test('honours fields, and refuses a selection it cannot read', async () => {
    put('a', 'b');
    const { json } = await given().ask('GET', '/o?maxResults=1&fields=nextPageToken,items(name,size)');
    expect(json).toEqual({
      nextPageToken: expect.any(String),
      items: [{ name: 'a', size: '1' }],
    });
    expect((await given().ask('GET', '/o?fields=items/name')).json).toEqual({
      items: [{ name: 'a' }, { name: 'b' }],
    });
    expect(await given().refusal('GET', '/o?fields=items(name')).toBe('400 invalid');
    expect((await given().ask('GET', '/o/a?fields=name')).json).toEqual({ name: 'a' });
  });

  test('a page of a big bucket does not walk the whole of it', async () => {
    for (let i = 0; i < 20_000; i += 1) given().bucket.put(`other/${String(i).padStart(6, '0')}`, '');
    put('z/a', 'z/b');
    expect((await pages('delimiter=/')).prefixes).toEqual(['other/', 'z/']);
    expect((await pages('prefix=z/')).names).toEqual(['z/a', 'z/b']);
  });
});

test('names stay in order through any adds and deletes', () => {
  const sorted = new SortedNames();
  const expected = new Set<string>();
  let seed = 7;
  for (let i = 0; i < 20_000; i += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const name = `${seed % 5000}`;
    if (seed % 3 === 0) sorted.delete(name);
    else sorted.add(name);
    if (seed % 3 === 0) expected.delete(name);
    else expected.add(name);
  }
  const all = [...expected].sort(compareUtf8);
  expect([...sorted.from('')]).toEqual(all);
  expect([...new SortedNames(sorted).from('25')]).toEqual(all.filter((name) => name >= '25'));
  expect([...sorted.behind('25')]).toEqual(all.filter((name) => name > '25~'));
  for (const name of all) sorted.delete(name);
  expect([...sorted.from('')]).toEqual([]);
});
