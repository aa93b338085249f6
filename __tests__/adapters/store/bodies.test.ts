import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { collectBody, streamOf } from '../../../src/adapters/store/remote/bodies.ts';
import { byteParts } from '../../../src/domain/byte-parts.ts';

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function answered(answer: (response: ServerResponse) => void): Promise<IncomingMessage> {
  server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => get({ port, host: '127.0.0.1' }, resolve).on('error', reject));
}

test('a body comes whole, and is not piped: that would tie each request to the next', async () => {
  const text = 'a body of some length '.repeat(20_000);
  const body = await answered((response) => response.end(text));
  let pipes = 0;
  body.pipe = (target) => {
    pipes += 1;
    return target;
  };
  expect(Buffer.from(await collectBody(body)).toString()).toBe(text);
  expect(pipes).toBe(0);
});

test('an empty body is one', async () => {
  expect(await collectBody(await answered((response) => response.writeHead(204).end()))).toHaveLength(0);
});

test('a body that breaks off is none', async () => {
  const body = await answered((response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('some of it', () => response.destroy());
  });
  await expect(collectBody(body)).rejects.toThrow();
});

test('a body that is given up is none', async () => {
  const body = await answered((response) => response.writeHead(200).write('some of it'));
  const collected = collectBody(body);
  body.destroy();
  await expect(collected).rejects.toThrow();
});

test('parts become a stream of all their bytes', async () => {
  server = createServer();
  server.listen(0);
  const parts = byteParts(function* () {
    for (let at = 0; at < 1000; at += 1)
      yield new TextEncoder().encode(`part ${at} of a thousand, with some length to it\n`);
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamOf(parts)) chunks.push(chunk as Uint8Array);
  expect(Buffer.concat(chunks)).toEqual(Buffer.concat([...parts]));
  expect(chunks.length).toBeLessThan(1000);
});
