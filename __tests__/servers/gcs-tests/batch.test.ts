import { describe, expect, test } from 'vitest';
import { failWith, resetAfter, resetBefore } from '../gcs/faults.ts';
import { type Answer, useWorld } from './world.ts';

const given = useWorld();

/** Sends a batch of calls as the documentation shows one. */
async function batch(calls: readonly string[]): Promise<Answer & { parts: string[] }> {
  const parts = calls.map((call, i) => {
    const [line = '', body = ''] = call.split('\n');
    const head = `Content-Type: application/http\r\nContent-ID: <b29c5de2+${i}>\r\n\r\n${line} HTTP/1.1\r\n`;
    const json = body && 'Content-Type: application/json\r\n';
    return `--outer\r\n${head}${json}\r\n${body}\r\n`;
  });
  const headers = { 'content-type': 'multipart/mixed; boundary="outer"' };
  const answer = await given().ask('POST', '/batch/storage/v1', `${parts.join('')}--outer--`, headers);
  const boundary = /boundary=(\S+)/.exec(answer.headers.get('content-type') ?? '')?.[1];
  return { ...answer, parts: boundary === undefined ? [] : answer.text.split(`--${boundary}`).slice(1, -1) };
}

const statuses = (parts: readonly string[]): (string | undefined)[] =>
  parts.map((part) => /HTTP\/1\.1 (\d+)/.exec(part)?.[1]);

describe('a batch', () => {
  test('carries out each call, answers each in its order, and counts as one request', async () => {
    const { bucket, server } = given();
    const { generation } = bucket.put('a b', 'x');
    bucket.put('c', 'x');
    const { parts, status } = await batch([
      `DELETE /storage/v1/b/b/o/a%20b?ifGenerationMatch=${generation}`,
      'DELETE /storage/v1/b/b/o/c?ifGenerationMatch=1',
      'DELETE /storage/v1/b/b/o/none',
      'PATCH /storage/v1/b/b/o/c\n{"metadata":{"k":"v"}}',
      'POST /storage/v1/b/b/o/c/moveTo/o/d',
    ]);
    expect(status).toBe(200);
    expect(statuses(parts)).toEqual(['204', '412', '404', '200', '200']);
    expect(parts[1]).toContain('Content-ID: <response-b29c5de2+1>');
    expect(parts[1]).toContain('"reason":"conditionNotMet"');
    expect(bucket.names()).toEqual(['d']);
    expect(bucket.live('d')?.metadata).toEqual({ k: 'v' });
    expect(server.log.requests).toBe(1);
    expect(server.log.count('objects.delete')).toBe(3);
    expect(server.log.writes).toHaveLength(5);
  });

  test('takes 100 calls and refuses 101, and uploads', async () => {
    const call = 'GET /storage/v1/b/b/o';
    expect((await batch(Array(100).fill(call))).parts).toHaveLength(100);
    expect((await batch(Array(101).fill(call))).status).toBe(400);
    const upload = await batch(['POST /upload/storage/v1/b/b/o?uploadType=media&name=x\n{}']);
    expect(upload.json.error?.errors[0]?.reason).toBe('invalid');
    expect((await given().ask('POST', '/batch/storage/v1', 'nothing')).status).toBe(400);
  });

  test('a call in it may fail by a planted fault, the others going on', async () => {
    const { bucket, server } = given();
    for (const name of ['a', 'b', 'c']) bucket.put(name, 'x');
    server.faults.plant({ operation: 'objects.delete', key: 'b' }, failWith(503));
    const { parts } = await batch(['a', 'b', 'c'].map((name) => `DELETE /storage/v1/b/b/o/${name}`));
    expect(statuses(parts)).toEqual(['204', '503', '204']);
    expect(bucket.names()).toEqual(['b']);
  });

  test('loses its answer whole where a call in it loses the connection; those behind it do not happen', async () => {
    const { bucket, server } = given();
    for (const name of ['a', 'b', 'c']) bucket.put(name, 'x');
    const calls = ['a', 'b', 'c'].map((name) => `DELETE /storage/v1/b/b/o/${name}`);
    server.faults.plant({ key: 'b' }, resetBefore);
    await expect(batch(calls)).rejects.toThrow('fetch failed');
    expect(bucket.names()).toEqual(['b', 'c']);
    server.faults.plant({ operation: 'batch' }, resetAfter);
    await expect(batch(calls)).rejects.toThrow('fetch failed');
    expect(bucket.names()).toEqual([]);
  });
});
