import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';
import type { RawRequest } from './route.ts';

/** The request with its whole body; undefined where the client went away before it was complete. */
export async function readRequest(request: IncomingMessage): Promise<RawRequest | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  return {
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    headers,
    body: Buffer.concat(chunks),
  };
}

/** Writes the reply with a `Date` of the server's own clock. */
export async function writeReply(response: ServerResponse, reply: Reply, now: number): Promise<void> {
  const { body } = reply;
  const length = Buffer.isBuffer(body) ? body.length : body.end - body.start;
  const bodiless = reply.status === 204 || reply.status === 304;
  response.sendDate = false;
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(bodiless ? {} : { 'content-length': String(length) }),
    date: new Date(now).toUTCString(),
  });
  if (bodiless || response.req.method === 'HEAD') return void response.end();
  const end = reply.truncateAfter === undefined ? length : Math.min(length, reply.truncateAfter);
  const chunks = Buffer.isBuffer(body)
    ? [body.subarray(0, end)]
    : body.content.read(body.start, body.start + end);
  for (const chunk of chunks) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
  }
  if (end < length) return void response.socket?.end(() => response.socket?.destroy());
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}
