import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { batchAnswers } from '../../../src/adapters/store/gcs/batch.ts';
import type { GcsStore } from '../../../src/adapters/store/gcs/gcs-store.ts';
import type { KeyAnswer } from '../../../src/ports/object-store.ts';
import { GcsWorld, probed } from '../../doubles/gcs-world.ts';
import { failWith, resetAfter, truncate } from '../../servers/gcs/faults.ts';

let world: GcsWorld;
let store: GcsStore;
beforeEach(async () => {
  world = await GcsWorld.start();
  store = await probed(world, { prefix: 'a b/ü' });
});
afterEach(() => world.server.close());

const write = (key: string) => ({ key, revision: String(world.bucket.put(`a b/ü/${key}`, key).generation) });
const remove = async (
  objects: readonly { key: string; revision: string }[],
): Promise<readonly KeyAnswer[]> => {
  if (store.batch === undefined) throw new Error('no batches');
  return store.batch.remove(objects);
};

describe('removal by batch', () => {
  test('is one request, and tells of every key what became of it', async () => {
    const objects = ['v1/a', 'v1/%2F?#&+', 'v1/old', 'v1/held', 'v1/gone'].map(write);
    world.bucket.put('a b/ü/v1/old', 'published again');
    world.bucket.patch('a b/ü/v1/held', { temporaryHold: true });
    world.bucket.retire('a b/ü/v1/gone');
    world.server.log.reset();
    const answers = await remove(objects);
    expect(answers.map(({ key, result }) => [key, result])).toEqual([
      ['v1/a', 'gone'],
      ['v1/%2F?#&+', 'gone'],
      ['v1/old', 'changed'],
      ['v1/held', 'failed'],
      ['v1/gone', 'gone'],
    ]);
    expect(answers[3]).toMatchObject({ error: { code: 'STEP_FAILED' } });
    expect(world.server.log.requests).toBe(2);
    const deletions = world.server.log.entries.filter(({ operation }) => operation === 'objects.delete');
    expect(deletions.map(({ query }) => query.ifGenerationMatch)).toEqual(
      objects.map(({ revision }) => revision),
    );
  });

  test('takes a hundred keys', async () => {
    const objects = Array.from({ length: store.batch?.size ?? 0 }, (_, i) => write(`v1/${i}`));
    expect(objects).toHaveLength(100);
    expect((await remove(objects)).every(({ result }) => result === 'gone')).toBe(true);
    expect(world.server.log.requests).toBe(1);
  });

  test('of which one key is throttled or unanswered', async () => {
    const objects = ['v1/a', 'v1/b', 'v1/c'].map(write);
    world.server.faults.plant({ operation: 'objects.delete', key: 'a b/ü/v1/b' }, failWith(429));
    world.server.faults.plant({ operation: 'objects.delete', key: 'a b/ü/v1/c' }, failWith(503));
    expect(await remove(objects)).toMatchObject([
      { key: 'v1/a', result: 'gone' },
      { key: 'v1/b', result: 'failed', error: { code: 'UNREACHABLE', landed: 'no' } },
      { key: 'v1/c', result: 'failed', error: { code: 'UNREACHABLE', landed: 'unknown' } },
    ]);
  });

  test.each([
    ['lost', resetAfter],
    ['broken off', truncate(100)],
    ['503', failWith(503)],
  ])('whose whole answer is %s: nothing is known', async (_name, fault) => {
    const objects = ['v1/a'].map(write);
    world.server.faults.plant({ operation: 'batch' }, fault);
    await expect(remove(objects)).rejects.toMatchObject({ code: 'UNREACHABLE', landed: 'unknown' });
    expect(await remove(objects)).toEqual([{ key: 'v1/a', result: 'gone' }]);
  });

  test('that does not name a key: that one is unanswered', async () => {
    const objects = ['v1/a', 'v1/b'].map(write);
    world.server.faults.plant({ operation: 'batch' }, async (_call, proceed) => {
      const outcome = await proceed();
      if (outcome === 'drop' || !Buffer.isBuffer(outcome.body)) return outcome;
      return {
        ...outcome,
        body: Buffer.from(outcome.body.toString().replace('<response-1>', '<response-7>')),
      };
    });
    expect(await remove(objects)).toMatchObject([
      { key: 'v1/a', result: 'gone' },
      { key: 'v1/b', result: 'failed', error: { code: 'UNREACHABLE' } },
    ]);
  });

  test.each([400, 404, 405, 501])('is not offered where batches are answered %i', async (status) => {
    world.server.faults.plant({ operation: 'batch', times: Number.POSITIVE_INFINITY }, failWith(status));
    const other = await world.open({ toolVersion: '2' });
    expect(await other.inspect({ forWriting: true })).toEqual([]);
    expect(other.batch).toBeUndefined();
  });

  test('is not offered where conditions within it are ignored', async () => {
    world.server.intercept = async (call, proceed) => {
      world.server.rules.ignorePreconditions = call.batch !== undefined;
      return proceed();
    };
    const other = await world.open({ toolVersion: '2' });
    expect(await other.inspect({ forWriting: true })).toEqual([]);
    expect(other.batch).toBeUndefined();
  });
});

test('an answer as the documentation shows it is understood', () => {
  const body = [
    '--batch_foobarbaz',
    'Content-Type: application/http',
    'Content-ID: <response-1>',
    '',
    'HTTP/1.1 204 No Content',
    'Content-Length: 0',
    '',
    '',
    '--batch_foobarbaz',
    'Content-Type: application/http',
    'Content-ID: <response-0>',
    '',
    'HTTP/1.1 412 Precondition Failed',
    'Content-Type: application/json; charset=UTF-8',
    'Content-Length: 2',
    '',
    '{}',
    '--batch_foobarbaz--',
  ].join('\r\n');
  const headers = new Headers({ 'content-type': 'multipart/mixed; boundary="batch_foobarbaz"' });
  const answers = batchAnswers({ status: 200, headers, body: Buffer.from(body) }, 3);
  expect(answers.map((answer) => answer?.status)).toEqual([412, 204, undefined]);
  expect(Buffer.from(answers[0]?.body ?? []).toString()).toBe('{}');
});
