import { describe, expect, test } from 'vitest';
import { MemoryBucket } from '../../../src/adapters/store/memory/memory-bucket.ts';
import { type MemoryRequest, MemoryStore } from '../../../src/adapters/store/memory/memory-store.ts';
import { keysOf } from '../../contracts/object-store.contract.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const bucketOf = (etagByContent = false) => new MemoryBucket({ now: () => 42, etagByContent });

describe('the hook around requests', () => {
  test('sees every request with its key, and may lose the reply after the effect', async () => {
    const bucket = bucketOf();
    const seen: MemoryRequest[] = [];
    const store = new MemoryStore(bucket, {
      intercept: async (request, effect) => {
        seen.push(request);
        const answer = await effect();
        if (request.method === 'put') throw new Error('reply lost');
        return answer;
      },
    });
    await expect(store.put('a', bytes('1'), 'absent')).rejects.toThrow('reply lost');
    expect(bucket.text('a')).toBe('1');
    const revision = (await store.head('a'))?.revision ?? '';
    await store.copy({ key: 'a', revision, size: 1 }, 'b');
    await keysOf(store.list(''));
    await store.remove('a', revision);
    expect(seen.map(({ method, key }) => `${method} ${key}`)).toEqual([
      'put a',
      'head a',
      'copy b',
      'list ',
      'remove a',
    ]);
  });

  test('killed before the effect, nothing happens; a delayed effect lands late, judged when it lands', async () => {
    const bucket = bucketOf();
    let land = (): void => {};
    const late = new Promise<void>((resolve) => {
      land = resolve;
    });
    const store = new MemoryStore(bucket, {
      intercept: async (request, effect) => {
        if (request.key === 'never') throw new Error('killed');
        await late;
        return effect();
      },
    });
    await expect(store.put('never', bytes('x'), 'absent')).rejects.toThrow('killed');
    const body = bytes('mine');
    const putting = store.put('late', body, 'absent');
    body.fill(0);
    new MemoryStore(bucket);
    expect(bucket.keys()).toEqual([]);
    land();
    await putting;
    expect(bucket.text('late')).toBe('mine');
  });

  test('each page of a listing is a request, and no snapshot', async () => {
    const bucket = bucketOf();
    for (const key of ['a', 'b', 'c', 'd']) bucket.write(key, key);
    let pages = 0;
    const store = new MemoryStore(bucket, {
      pageSize: 2,
      intercept: (request, effect) => {
        if (request.method === 'list') pages += 1;
        if (pages === 2) bucket.erase('c');
        return effect();
      },
    });
    expect(await keysOf(store.list(''))).toEqual(['a', 'b', 'd']);
  });
});

describe('the bucket', () => {
  test('attributes outlive a replacement and go along with a copy', async () => {
    const bucket = bucketOf();
    const store = new MemoryStore(bucket);
    const { revision } = bucket.write('index.json', 'one', { contentType: 'application/json' });
    const next = await store.put('index.json', bytes('two'), { unchangedSince: revision });
    await store.copy({ key: 'index.json', revision: next, size: 1 }, 'copy');
    expect(bucket.get('copy')?.attributes).toEqual({ contentType: 'application/json' });
  });

  test('the same content has the same revision only where that is asked for, as on S3', () => {
    for (const byContent of [true, false]) {
      const bucket = bucketOf(byContent);
      const first = bucket.write('a', 'same').revision;
      expect(bucket.write('b', 'same').revision === first).toBe(byContent);
      expect(bucket.write('a', 'other').revision).not.toBe(first);
    }
  });

  test('a clone goes its own way', () => {
    const bucket = bucketOf();
    bucket.write('a', '1');
    const clone = bucket.clone();
    clone.write('a', '2');
    clone.write('b', '2');
    expect(bucket.text('a')).toBe('1');
    expect(bucket.keys()).toEqual(['a']);
    expect(clone.keys()).toEqual(['a', 'b']);
  });
});
