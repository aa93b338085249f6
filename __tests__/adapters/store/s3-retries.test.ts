import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { retryAfterMs } from '../../../src/adapters/store/remote/read-retries.ts';
import type { S3Store } from '../../../src/adapters/store/s3/s3-store.ts';
import { S3World } from '../../builders/s3-world.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

let world: S3World;
let clock: VirtualClock;
let store: S3Store;
beforeEach(async () => {
  world = await S3World.start();
  clock = new VirtualClock();
  store = world.store({ clock, retries: 3, random: () => 0.5 });
  world.bucket.put('repository/index.json', 'the index');
});
afterEach(() => world.close());

const text = async (key: string) => new TextDecoder().decode((await store.read(key))?.body);

describe('reads', () => {
  test.each([
    'SlowDown',
    'TooManyRequests',
    'InternalError',
    'BadGateway',
    'ServiceUnavailable',
    'GatewayTimeout',
    'RequestTimeout',
  ] as const)('are sent again after %s, each time after a longer wait by chance', async (code) => {
    world.server.faults.refuse(code, { operation: 'GetObject', times: 3 });
    expect(await text('index.json')).toBe('the index');
    expect(clock.sleeps).toEqual([100, 200, 400]);
  });

  test('are sent again after a reset, and after an answer that breaks off', async () => {
    world.server.faults.reset('after', { operation: 'GetObject' });
    world.server.faults.truncate(4, { operation: 'GetObject', nth: 2 });
    expect(await text('index.json')).toBe('the index');
    expect(clock.sleeps).toHaveLength(2);
  });

  test('what is read in pieces begins anew with a sink of its own', async () => {
    world.server.faults.truncate(4, { operation: 'GetObject' });
    const begun: string[] = [];
    const read = await store.readInto('index.json', () => {
      const place = begun.push('') - 1;
      return {
        take: (chunk) => {
          begun[place] += Buffer.from(chunk).toString();
        },
        end: () => begun[place],
      };
    });
    expect(read).toBe('the index');
    expect(begun).toEqual(['the ', 'the index']);
  });

  test('a listing that breaks off is asked for again', async () => {
    world.server.faults.truncate(200, { operation: 'ListObjectsV2' });
    const keys: string[] = [];
    for await (const { key } of store.list('')) keys.push(key);
    expect(keys).toEqual(['index.json']);
    expect(clock.sleeps).toHaveLength(1);
  });

  test.each([
    [7, 7000],
    [45, 45_000],
    [3600, 60_000],
  ])('wait as long as the store asks, up to a minute: %i s', async (retryAfter, waited) => {
    world.server.faults.throttle({ operation: 'GetObject' }, { retryAfter });
    await text('index.json');
    expect(clock.sleeps).toEqual([waited]);
  });

  test('end after so many attempts', async () => {
    world.server.faults.refuse('InternalError', { operation: 'GetObject', times: 99 });
    await expect(text('index.json')).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(world.server.log.count('GetObject')).toBe(4);
  });

  test('a refusal is told at once', async () => {
    world.server.denials.deny('s3:GetObject');
    await expect(text('index.json')).rejects.toMatchObject({ code: 'PERMISSION' });
    expect(clock.sleeps).toEqual([]);
  });

  test('a body that stops coming is given up and read again', async () => {
    const held = world.server.faults.hold('before', { operation: 'GetObject' });
    const hasty = world.store({ clock, requestTimeoutMs: 500 });
    expect(await hasty.digest('index.json')).toMatch(/^[0-9a-f]{64}$/);
    expect(clock.sleeps.length).toBeGreaterThan(0);
    held.release();
  });
});

test('changes are sent once: whoever asks for them sends them again', async () => {
  const body = new TextEncoder().encode('x');
  const revision = await store.put('v1/a', body, 'absent');
  const source = { key: 'v1/a', revision, size: 1 };
  await store.copy(source, 'v1/sample');
  world.server.log.reset();
  world.server.faults.refuse('SlowDown', { changes: true, times: 99 });
  const changes = [
    store.put('v1/b', body, 'absent'),
    store.put('v1/a', body, { unchangedSince: revision }),
    store.remove('v1/a', revision),
    store.copy(source, 'v1/c'),
    store.batch?.remove([{ key: 'v1/a', revision }]),
    store.versions.hide([{ key: 'v1/a', revision }]),
    store.versions.unhide([{ key: 'v1/a', version_id: 'x' }]),
  ];
  const ended = await Promise.allSettled(changes);
  const codes = ended.map((each) => each.status === 'rejected' && each.reason.code);
  expect(codes).toEqual(changes.map(() => 'UNREACHABLE'));
  expect(world.server.log.count()).toBe(changes.length);
  expect(clock.sleeps).toEqual([]);
});

describe("the store's clock", () => {
  test('is told by its answers; only before any it is asked', async () => {
    const ahead = await S3World.start({ now: () => clock.now() + 5_000_000 });
    const watch = ahead.store({ clock });
    expect(await watch.now()).toBe(clock.now() + 5_000_000);
    await clock.pass(1500);
    expect(await watch.now()).toBe(clock.now() + 5_000_000);
    expect(ahead.server.log.count()).toBe(1);
    await ahead.close();
  });
});

test.each([
  ['3', 3000],
  ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
  ['Wed, 21 Oct 2026 07:00:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
  [undefined, undefined],
])('Retry-After: %s', (header, expected) => {
  expect(retryAfterMs(header, Date.parse('Wed, 21 Oct 2026 07:28:00 GMT'))).toBe(expected);
});
