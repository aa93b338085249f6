import { describe, expect, test } from 'vitest';
import {
  denied,
  failAfter,
  failWith,
  type Intercept,
  resetAfter,
  resetBefore,
  truncate,
} from '../gcs/faults.ts';
import { useWorld } from './world.ts';

const given = useWorld();
const put = (name: string): string => `/upload/storage/v1/b/b/o?uploadType=media&name=${name}`;

describe('a planted fault', () => {
  test('resets before the effect, or after it', async () => {
    const { server, bucket } = given();
    server.faults.plant({ operation: 'objects.insert', key: 'a' }, resetBefore);
    server.faults.plant({ operation: 'objects.insert', key: 'b' }, resetAfter);
    await expect(given().ask('POST', put('a'), 'x')).rejects.toThrow('fetch failed');
    await expect(given().ask('POST', put('b'), 'x')).rejects.toThrow('fetch failed');
    expect(bucket.names()).toEqual(['b']);
    expect(server.log.entries.map(({ key, ended }) => [key, ended])).toEqual([
      ['a', 'drop'],
      ['b', 'drop'],
    ]);
  });

  test('hits the nth matching call, and so many times', async () => {
    const { server, bucket } = given();
    const remove = server.faults.plant({ operation: 'objects.insert', nth: 2, times: 2 }, failWith(503));
    const statuses: number[] = [];
    for (const name of ['a', 'b', 'c', 'd'])
      statuses.push((await given().ask('POST', put(name), 'x')).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(bucket.names()).toEqual(['a', 'd']);
    server.faults.plant({ key: 'e', times: Number.POSITIVE_INFINITY }, failWith(500));
    remove();
    expect(await given().refusal('POST', put('e'), {})).toBe('500 internalError');
    expect(await given().refusal('POST', put('e'), {})).toBe('500 internalError');
    server.faults.clear();
    expect(await given().refusal('POST', put('e'), {})).toBe('200');
  });

  test.each([
    [429, 'rateLimitExceeded'],
    [500, 'internalError'],
    [502, 'badGateway'],
    [503, 'backendError'],
    [504, 'gatewayTimeout'],
  ])('answers %i %s, with Retry-After, without an effect', async (status, reason) => {
    const { server, bucket } = given();
    server.faults.plant({ operation: 'objects.insert' }, failWith(status, { retryAfter: 7 }));
    const { json, headers } = await given().ask('POST', put('a'), 'x');
    expect(json.error).toMatchObject({ code: status, errors: [{ reason }] });
    expect(headers.get('retry-after')).toBe('7');
    expect(bucket.live('a')).toBeUndefined();
  });

  test('answers 503 though it happened', async () => {
    const { server, bucket } = given();
    server.faults.plant({ operation: 'objects.insert' }, failAfter(503));
    expect(await given().refusal('POST', put('a'), {})).toBe('503 backendError');
    expect(bucket.names()).toEqual(['a']);
  });

  test('breaks an answer off', async () => {
    const { server, bucket, client } = given();
    bucket.put('a', 'x'.repeat(100_000));
    server.faults.plant({ operation: 'objects.get.media' }, truncate(50_000));
    await expect(client.file('a').download()).rejects.toThrow();
    server.faults.plant({ operation: 'objects.list' }, truncate(10));
    await expect(given().ask('GET', '/o')).rejects.toThrow();
  });

  test('matches a destination by pattern', async () => {
    const { server, bucket } = given();
    bucket.put('a', 'x');
    server.faults.plant({ operation: 'objects.move', key: /^backup\// }, denied('storage.objects.create'));
    const { json } = await given().ask('POST', '/o/a/moveTo/o/backup%2Fa');
    expect(json.error).toMatchObject({
      code: 403,
      message: expect.stringContaining('storage.objects.create'),
    });
    expect(bucket.names()).toEqual(['a']);
  });
});

describe('a held call', () => {
  test('before its effect: lands late, after its client has gone', async () => {
    const { server, bucket } = given();
    bucket.put('a', 'x');
    const held = server.faults.hold({ operation: 'objects.delete' }, 'before');
    const client = new AbortController();
    const gone = fetch(`${server.endpoint}/storage/v1/b/b/o/a`, { method: 'DELETE', signal: client.signal });
    expect((await held.arrived).key).toBe('a');
    client.abort();
    await expect(gone).rejects.toThrow();
    expect(bucket.names()).toEqual(['a']);
    await held.release();
    expect(bucket.names()).toEqual([]);
  });

  test('after its effect: others see it before its client hears', async () => {
    const { server, bucket } = given();
    const held = server.faults.hold({ operation: 'objects.insert' }, 'after');
    const answer = given().ask('POST', put('a'), 'x');
    await held.arrived;
    expect(bucket.names()).toEqual(['a']);
    await held.release();
    expect((await answer).status).toBe(200);
  });

  test('dropped, or the server closed: no answer and no effect', async () => {
    const { server, bucket } = given();
    const held = server.faults.hold({ key: 'a' }, 'before');
    const first = given().ask('POST', put('a'), 'x');
    await held.arrived;
    held.drop();
    await expect(first).rejects.toThrow('fetch failed');
    const second = server.faults.hold({ key: 'b' }, 'before');
    const answer = given().ask('POST', put('b'), 'x');
    await second.arrived;
    await Promise.all([server.close(), expect(answer).rejects.toThrow('fetch failed')]);
    expect(bucket.names()).toEqual([]);
  });
});

test('the hook sees every call before the faults do, and can kill before or after each', async () => {
  const { server, bucket } = given();
  const seen: string[] = [];
  const killAt = (n: number, when: Intercept): Intercept => {
    let count = 0;
    return (call, proceed) => {
      seen.push(`${call.operation} ${call.key ?? ''}`);
      count += 1;
      return count === n ? when(call, proceed) : proceed();
    };
  };
  server.intercept = killAt(2, resetAfter);
  await given().ask('POST', put('a'), 'x');
  await expect(given().ask('DELETE', '/o/a')).rejects.toThrow('fetch failed');
  expect(bucket.names()).toEqual([]);
  server.intercept = killAt(1, resetBefore);
  await expect(given().ask('POST', put('b'), 'x')).rejects.toThrow('fetch failed');
  expect(bucket.names()).toEqual([]);
  expect(seen).toEqual(['objects.insert a', 'objects.delete a', 'objects.insert b']);
});

test('connections are refused, and accepted again on the same port', async () => {
  const { server } = given();
  const refused = async (): Promise<unknown> => {
    const error: unknown = await given()
      .ask('GET', '/o')
      .catch((cause: unknown) => cause);
    return error instanceof Error && (error.cause as NodeJS.ErrnoException | undefined)?.code;
  };
  await server.refuseConnections();
  expect(await refused()).toBe('ECONNREFUSED');
  await server.acceptConnections();
  expect((await given().ask('GET', '/o')).status).toBe(200);
});

test('the log counts requests, calls and writes, and starts anew', async () => {
  const { server } = given();
  await given().ask('POST', put('a'), 'x');
  await given().ask('POST', '/o/a/moveTo/o/b?ifGenerationMatch=0');
  await given().ask('GET', '/o?prefix=b');
  expect(server.log.counts).toEqual({ 'objects.insert': 1, 'objects.move': 1, 'objects.list': 1 });
  expect(server.log.requests).toBe(3);
  expect(server.log.writes.map(({ operation }) => operation)).toEqual(['objects.insert', 'objects.move']);
  expect(server.log.entries[1]).toMatchObject({
    key: 'a',
    to: 'b',
    query: { ifGenerationMatch: '0' },
    ended: 200,
  });
  server.log.reset();
  expect(server.log.requests).toBe(0);
});

test('a snapshot is not reached by later changes and can be gone back to', async () => {
  const { server } = given();
  server.bucket('b').put('a', '1');
  const before = server.snapshot();
  server.bucket('b').put('a', '2');
  server.bucket('b').put('b', '2');
  server.bucket('b').config.versioning = { enabled: true };
  expect(before.buckets.get('b')?.text('a')).toBe('1');
  server.restore(before);
  server.bucket('b').put('a', '3');
  server.restore(before);
  expect(server.bucket('b').names()).toEqual(['a']);
  expect(server.bucket('b').text('a')).toBe('1');
  expect(server.bucket('b').config.versioning).toBeUndefined();
});

test('each answer carries the Date of the clock', async () => {
  const { clock } = given();
  clock.time = Date.UTC(2031, 4, 6, 7, 8, 9);
  expect((await given().ask('GET', '/o')).headers.get('date')).toBe('Tue, 06 May 2031 07:08:09 GMT');
  expect((await given().ask('GET', '/o/none')).headers.get('date')).toBe('Tue, 06 May 2031 07:08:09 GMT');
});
