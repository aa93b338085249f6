import { setTimeout as after } from 'node:timers/promises';
import pMap from 'p-map';
import { afterEach, describe, expect, test } from 'vitest';
import { S3World } from '../../builders/s3-world.ts';

let world: S3World;
afterEach(() => world.close());

const bytes = new TextEncoder().encode('text');

test('concurrency is that of all requests, parts of many copies among them', async () => {
  let [now, most] = [0, 0];
  world = await S3World.start({
    limits: { smallestPart: 10 },
    wait: async (milliseconds) => {
      now += 1;
      most = Math.max(most, now);
      await after(milliseconds);
      now -= 1;
    },
  });
  for (let each = 0; each < 4; each += 1) world.bucket.put(`repository/v1/f${each}`, 'x'.repeat(400 + each));
  const store = world.store({ concurrency: 4, multipartCopyThreshold: 100, partSize: 50 });
  const elsewhere = await store.backups.at('kept');
  world.server.latency = 10;
  const sources = [];
  for await (const { key, revision, size } of store.list('v1/')) sources.push({ key, revision, size });
  await pMap(sources, (source) => elsewhere.copy(source, `.rollback-backups/b/${source.key}`), {
    concurrency: 4,
  });
  expect(world.server.log.count('UploadPartCopy')).toBe(35);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

test('the time of a request begins with its turn', async () => {
  world = await S3World.start();
  const store = world.store({ concurrency: 1, requestTimeoutMs: 1000, retries: 0 });
  const held = world.server.faults.hold('before', { key: /first$/ });
  const first = store.put('v1/first', bytes, 'absent');
  await held.arrived;
  const second = store.put('v1/second', bytes, 'absent');
  await expect(first).rejects.toMatchObject({ code: 'UNREACHABLE' });
  await expect(second).resolves.toMatch(/^[0-9a-f]{32}$/);
  held.release();
});

test('a record waits for nobody, and the guard is asked when its request is about to be sent', async () => {
  world = await S3World.start();
  const store = world.store({ concurrency: 1 });
  const held = world.server.faults.hold('before', { key: /first$/ });
  const order: string[] = [];
  const first = store.put('v1/first', bytes, 'absent');
  await held.arrived;
  const second = store.put('v1/second', bytes, 'absent', async () => {
    order.push('guard');
    await store.put('.rollback-log/beat', bytes, 'absent');
    for await (const { key } of store.list('.rollback-log/')) order.push(key);
  });
  await store.put('.rollback-log/other', bytes, 'absent');
  order.push('other');
  held.release();
  await Promise.all([first, second]);
  expect(order).toEqual(['other', 'guard', '.rollback-log/beat', '.rollback-log/other']);
});

describe('connections', () => {
  test.each([1, 4])(
    'what waits for no turn opens no more than there may be, of concurrency %i',
    async (concurrency) => {
      world = await S3World.start();
      world.server.latency = 20;
      const store = world.store({ concurrency });
      const limit = 3 * concurrency + 8;
      const records = Array.from({ length: 3 * limit }, (_, n) => `.rollback-log/${n}`);
      await Promise.all(records.map((key) => store.put(key, bytes, 'absent')));
      expect(world.bucket.keys()).toHaveLength(records.length);
      expect(world.server.connections.most).toBe(limit);
    },
  );

  test('all else has as many as requests at once, and they are kept', async () => {
    world = await S3World.start();
    world.server.latency = 5;
    const store = world.store({ concurrency: 3 });
    await Promise.all(Array.from({ length: 60 }, (_, n) => store.put(`v1/${n}`, bytes, 'absent')));
    expect(world.server.log.count('PutObject')).toBe(60);
    // One more may be opened while the answer to the one before is still being read.
    expect(world.server.connections.most).toBeLessThanOrEqual(2 * 3);
    expect(world.server.connections.most).toBeGreaterThan(1);
  });
});
