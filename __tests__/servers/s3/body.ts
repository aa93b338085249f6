import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Headers } from './answer.ts';
import { S3Error } from './errors.ts';

interface Body {
  readonly body: Buffer;
  readonly headers: Headers;
}

/**
 * Reads a body, and takes `aws-chunked` apart where it was sent so (Amazon S3 API Reference, "Signature Calculations
 * … Chunked Upload … with trailing headers"). Chunk signatures are read over, not checked.
 * @throws S3Error IncompleteBody, XAmzContentSHA256Mismatch
 */
export async function readBody(message: IncomingMessage, headers: Headers): Promise<Body> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  const raw = Buffer.concat(pieces);
  const payload = headers['x-amz-content-sha256'] ?? '';
  if (payload.startsWith('STREAMING-')) return decodeChunks(raw, headers);
  const hash = createHash('sha256').update(raw).digest('hex');
  if (/^[\da-f]{64}$/.test(payload) && payload !== hash) throw new S3Error('XAmzContentSHA256Mismatch');
  return { body: raw, headers };
}

function decodeChunks(raw: Buffer, headers: Headers): Body {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let size = -1; size !== 0; ) {
    const line = lineAt(raw, at);
    size = Number.parseInt(line.split(';')[0] ?? '', 16);
    const start = at + line.length + 2;
    if (!(size >= 0) || start + size > raw.length) throw new S3Error('IncompleteBody');
    chunks.push(raw.subarray(start, start + size));
    at = size === 0 ? start : start + size + 2;
  }
  const body = Buffer.concat(chunks);
  if (body.length !== Number(headers['x-amz-decoded-content-length'])) throw new S3Error('IncompleteBody');
  const trailers: Record<string, string> = {};
  for (let line = lineAt(raw, at); line !== ''; line = lineAt(raw, at)) {
    const [name = '', value = ''] = line.split(/:(.*)/s);
    trailers[name.trim().toLowerCase()] = value.trim();
    at += line.length + 2;
  }
  for (const name of (headers['x-amz-trailer'] ?? '').split(',').filter(Boolean)) {
    if (trailers[name.trim()] === undefined) throw new S3Error('IncompleteBody');
  }
  return { body, headers: { ...headers, ...trailers } };
}

function lineAt(raw: Buffer, at: number): string {
  const end = raw.indexOf('\r\n', at);
  return raw.subarray(at, end < 0 ? raw.length : end).toString('latin1');
}
