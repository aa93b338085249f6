import type { IncomingMessage } from 'node:http';
import type { Headers } from './answer.ts';
import { readBody } from './body.ts';
import { S3Error } from './errors.ts';
import { changes, type Operation, operationOf } from './routes.ts';

/** A request as the handlers see it: addressed, decoded, its trailing checksums among its headers. */
export interface S3Request {
  readonly operation: Operation;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly bucket: string;
  /** Empty where a bucket is addressed. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Whether it would change what is stored. */
  readonly changes: boolean;
}

/** @throws S3Error where the server can't tell what is asked, or the body isn't what the headers say */
export async function readRequest(message: IncomingMessage): Promise<S3Request> {
  const method = message.method ?? '';
  const url = message.url ?? '/';
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) sent[name] = String(value);
  // Read before anything is refused: an answer before the body's end would reset the client's connection.
  const { body, headers } = await readBody(message, sent);
  const [path = '', search = ''] = split(url, '?');
  const { bucket, key } = address(path, headers.host ?? '');
  const query = new URLSearchParams(search);
  const operation = operationOf(method, key === '' ? 'bucket' : 'object', query, headers);
  if (!operation || bucket === '') throw new S3Error('MethodNotAllowed');
  if (Buffer.byteLength(key) > 1024) throw new S3Error('KeyTooLongError');
  return { operation, method, url, bucket, key, query, headers, body, changes: changes(operation) };
}

/** Path style, or virtual-hosted style as `bucket.localhost`. Not through URL, which would fold `//` and `..`. */
function address(path: string, host: string): { bucket: string; key: string } {
  const hosted = /^(.+)\.localhost(:\d+)?$/.exec(host)?.[1];
  const [bucket, key] = hosted ? [hosted, path.slice(1)] : split(path.slice(1), '/');
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key) };
}

function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
