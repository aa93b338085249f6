import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket as StoredBucket } from '../s3/bucket.ts';
import { S3Server } from '../s3/server.ts';
import { clientOf, endOf, refusalOf } from './client.ts';

let server: S3Server;
let s3: S3Client;
let bucket: StoredBucket;
const Bucket = 'releases';

beforeEach(async () => {
  server = await S3Server.start();
  s3 = clientOf(server);
  bucket = server.createBucket(Bucket);
});
afterEach(async () => {
  s3.destroy();
  await server.close();
});

const put = (Key: string, Body = 'x', options = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }), options);
const get = (Key: string) => s3.send(new GetObjectCommand({ Bucket, Key }));

describe('faults', () => {
  it('reset a connection before the effect or after it', async () => {
    server.faults.reset('before', { key: 'before' });
    await expect(put('before')).rejects.toMatchObject({ code: 'ECONNRESET' });
    server.faults.reset('after', { key: 'after' });
    await expect(put('after')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(bucket.keys()).toEqual(['after']);
    expect(server.log.entries.map(({ key, status }) => [key, status])).toEqual([
      ['before', 'reset'],
      ['after', 'reset'],
    ]);
  });

  it('strike the request that they are meant for', async () => {
    const fault = server.faults.reset('before', { operation: 'PutObject', key: /^v1\//, nth: 2, times: 2 });
    bucket.put('v1/0', '');
    expect(await endOf(get('v1/0'))).toBe('done');
    const ends: string[] = [];
    for (const key of ['v1/1', 'v2/1', 'v1/2', 'v1/3', 'v1/4']) {
      ends.push(
        await put(key).then(
          () => 'done',
          () => 'reset',
        ),
      );
    }
    expect(ends).toEqual(['done', 'done', 'reset', 'reset', 'done']);
    expect(fault.hits).toBe(2);
  });

  it('hold a request until its sender has long gone: delivered late', async () => {
    const held = server.faults.hold('before', { key: 'late' });
    const giveUp = new AbortController();
    const sent = put('late', 'x', { abortSignal: giveUp.signal });
    await held.arrived;
    giveUp.abort();
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    expect(bucket.keys()).toEqual([]);
    held.release();
    await put('other');
    expect(bucket.keys()).toEqual(['late', 'other']);
  });

  it('hold an answer while the effect is there', async () => {
    const held = server.faults.hold('after', { key: 'slow' });
    const sent = put('slow');
    await held.arrived;
    expect(bucket.keys()).toEqual(['slow']);
    held.release();
    expect(await endOf(sent)).toBe('done');
  });

  it('forget what is held when the server closes', async () => {
    const held = server.faults.hold('before');
    const sent = put('never').catch((error: Error) => error);
    await held.arrived;
    await server.close();
    held.release();
    expect(await sent).toBeInstanceOf(Error);
    expect(bucket.keys()).toEqual([]);
    await server.reopen();
  });

  it('throttle, with the time to wait', async () => {
    server.faults.throttle({ times: 1 }, { retryAfter: 7 });
    const slow = await refusalOf(put('a'));
    expect(slow).toMatchObject({ name: 'SlowDown', $metadata: { httpStatusCode: 503 } });
    expect(slow.$response?.headers['retry-after']).toBe('7');
    server.faults.throttle({}, { status: 429 });
    expect((await refusalOf(put('a'))).$metadata.httpStatusCode).toBe(429);
  });

  it.each([
    ['InternalError', 500],
    ['BadGateway', 502],
    ['GatewayTimeout', 504],
  ] as const)('answer %s, done or undone', async (code, status) => {
    server.faults.refuse(code, { key: 'undone' });
    server.faults.misreport(code, { key: 'done' });
    expect((await refusalOf(put('undone'))).$metadata.httpStatusCode).toBe(status);
    expect((await refusalOf(put('done'))).$metadata.httpStatusCode).toBe(status);
    expect(bucket.keys()).toEqual(['done']);
  });

  it('cut an answer in its middle', async () => {
    bucket.put('a', 'x'.repeat(100_000));
    server.faults.truncate(50_000, { operation: 'GetObject' });
    const got = await get('a');
    await expect(got.Body?.transformToString()).rejects.toThrow();
    server.faults.truncate(10, { operation: 'ListObjectsV2' });
    await expect(s3.send(new ListObjectsV2Command({ Bucket }))).rejects.toThrow();
  });

  it('answer 200 with an error inside, done or undone', async () => {
    bucket.put('source', 'x');
    const copy = (Key: string) =>
      s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/source` }));
    server.faults.errorInside('InternalError', { operation: 'CopyObject' });
    expect(await refusalOf(copy('undone'))).toMatchObject({ name: 'InternalError' });
    server.faults.errorInside('SlowDown', { operation: 'CopyObject' }, 'after');
    expect(await refusalOf(copy('done'))).toMatchObject({ name: 'SlowDown' });
    expect(bucket.keys()).toEqual(['done', 'source']);
  });

  it('refuse connections, and take them again at the same address', async () => {
    await server.refuseConnections();
    await expect(put('a')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.reopen();
    expect(await endOf(put('a'))).toBe('done');
  });

  it('let the client die at a request, and nothing of it get through any more', async () => {
    const fault = server.faults.die('after', { changes: true, nth: 2 });
    expect(await endOf(put('one'))).toBe('done');
    expect(await endOf(get('one'))).toBe('done');
    await expect(put('two')).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(put('three')).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(get('one')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(bucket.keys()).toEqual(['one', 'two']);
    fault.remove();
    expect(await endOf(put('three'))).toBe('done');
  });

  it('are all made of one hook, which may also send a request twice', async () => {
    bucket.versioning = 'Enabled';
    server.faults.add(async (request, proceed) => {
      if (request.key === 'twice') await proceed();
      return proceed();
    });
    await put('twice');
    expect(bucket.history('twice')).toHaveLength(2);
  });
});

describe('denials', () => {
  it.each([
    ['s3:PutObject', () => put('a')],
    ['s3:GetObject', () => get('there')],
    ['s3:ListBucket', () => s3.send(new ListObjectsV2Command({ Bucket }))],
  ])('refuse %s until they are taken back', async (action, call) => {
    bucket.put('there', '');
    const allow = server.denials.deny(action);
    expect(await endOf(call())).toBe('403 AccessDenied');
    allow();
    expect(await endOf(call())).toBe('done');
  });

  it('hide what is absent from who may not list', async () => {
    server.denials.deny('s3:ListBucket');
    expect(await endOf(get('absent'))).toBe('403 AccessDenied');
  });

  it('refuse the source of a copy, and the keys of its encryption', async () => {
    await s3.send(
      new PutObjectCommand({ Bucket, Key: 'secret', Body: 'x', ServerSideEncryption: 'aws:kms' }),
    );
    const copy = () =>
      s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/secret` }));
    for (const action of ['s3:GetObject', 'kms:Decrypt']) {
      const allow = server.denials.deny(action);
      expect(await endOf(copy())).toBe('403 AccessDenied');
      allow();
    }
    expect(await endOf(copy())).toBe('done');
  });
});

describe('the log', () => {
  it('has every request with its operation, key and end, and can be begun anew', async () => {
    await put('a');
    await endOf(s3.send(new HeadObjectCommand({ Bucket, Key: 'no' })));
    expect(server.log.entries.map(({ operation, key, status }) => [operation, key, status])).toEqual([
      ['PutObject', 'a', 200],
      ['HeadObject', 'no', 404],
    ]);
    expect(server.log.counts()).toEqual({ PutObject: 1, HeadObject: 1 });
    expect(server.log.changes.map(({ key }) => key)).toEqual(['a']);
    server.log.reset();
    expect(server.log.count()).toBe(0);
  });
});

describe('latency', () => {
  it('is put in front of every request', async () => {
    const waited: number[] = [];
    const slow = await S3Server.start({ wait: async (milliseconds) => waited.push(milliseconds) });
    slow.createBucket(Bucket);
    const client = clientOf(slow);
    await client.send(new ListObjectsV2Command({ Bucket }));
    slow.latency = 20;
    await client.send(new ListObjectsV2Command({ Bucket }));
    await client.send(new ListObjectsV2Command({ Bucket }));
    expect(waited).toEqual([20, 20]);
    client.destroy();
    await slow.close();
  });
});
