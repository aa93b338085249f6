import { createServer, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { agentsFor } from '../../../src/adapters/store/remote/proxies.ts';
import { S3World } from '../../builders/s3-world.ts';

let world: S3World;
let proxy: Server;
let passed: string[];
beforeEach(async () => {
  world = await S3World.start();
  world.bucket.put('repository/index.json', 'index');
  passed = [];
  proxy = createServer((asked, answer) => {
    passed.push(asked.url ?? '');
    const forwarded = send(asked.url ?? '', { method: asked.method, headers: asked.headers }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    asked.pipe(forwarded);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  await world.close();
});

const address = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
const read = async (env: Record<string, string>) =>
  new TextDecoder().decode((await world.store({ env }).read('index.json'))?.body);

test('a connection that waits too long to be used again is closed, before the store does it', async () => {
  const server = createServer((_, answer) => answer.end('answer'));
  // For ever, so that it is not the server that closes.
  server.keepAliveTimeout = 0;
  const closed = new Promise((resolve) => server.on('connection', (socket) => socket.on('close', resolve)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { httpAgent } = agentsFor({}, 4, 20);
  const ask = () =>
    new Promise((resolve) => {
      send({ host: '127.0.0.1', port, agent: httpAgent }, (answer) =>
        answer.resume().on('end', resolve),
      ).end();
    });
  await ask();
  await closed;
  await ask();
  httpAgent.destroy();
  await new Promise((resolve) => server.close(resolve));
});

test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])('%s is heeded', async (name) => {
  expect(await read({ [name]: address() })).toBe('index');
  expect(passed).toEqual([expect.stringContaining('/releases/repository/index.json')]);
});

test.each(['127.0.0.1', '*', 'example.com, 127.0.0.1', '.0.0.1'])(
  'NO_PROXY=%s goes by itself',
  async (list) => {
    expect(await read({ HTTP_PROXY: address(), NO_PROXY: list })).toBe('index');
    expect(passed).toEqual([]);
  },
);

test.each(['example.com', '127.0.0.1:1', '27.0.0.1'])('NO_PROXY=%s does not', async (list) => {
  expect(await read({ HTTP_PROXY: address(), NO_PROXY: list })).toBe('index');
  expect(passed).toHaveLength(1);
});

test.each([
  ['::1', []],
  ['[::1]', []],
  ['localhost, 0:0:0:0:0:0:0:1', []],
  ['[::1]:9', []],
  ['[::1]:8', ['http://[::1]:9/']],
  ['::2', ['http://[::1]:9/']],
  ['1', ['http://[::1]:9/']],
])('NO_PROXY=%s and an address of IPv6', async (list, expected) => {
  const asked: string[] = [];
  proxy.removeAllListeners('request');
  proxy.on('request', ({ url }, answer) => {
    asked.push(url ?? '');
    answer.end();
  });
  const { httpAgent } = agentsFor({ HTTP_PROXY: address(), NO_PROXY: list }, 1);
  // Nothing listens there: whoever goes by itself is refused.
  await new Promise<void>((resolve) => {
    const sent = send({ host: '::1', port: 9, path: '/', agent: httpAgent }, (answer) => {
      answer.resume().on('end', resolve);
    });
    sent.on('error', () => resolve()).end();
  });
  expect(asked).toEqual(expected);
});

test('HTTPS_PROXY is for https alone: a tunnel is asked for', async () => {
  expect(await read({ HTTPS_PROXY: address() })).toBe('index');
  expect(passed).toEqual([]);
  const tunnels: string[] = [];
  proxy.on('connect', (asked, socket) => {
    tunnels.push(asked.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const reach = async (env: Record<string, string>) => {
    const store = world.store({ endpoint: 'https://s3.invalid', env, retries: 0 });
    await expect(store.read('index.json')).rejects.toMatchObject({ code: 'UNREACHABLE' });
    return tunnels.splice(0);
  };
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])
    expect(await reach({ [name]: address() }), name).toEqual(['s3.invalid:443']);
  for (const name of ['NO_PROXY', 'no_proxy'])
    expect(await reach({ HTTPS_PROXY: address(), [name]: '.invalid' }), name).toEqual([]);
  expect(await reach({ HTTPS_PROXY: address(), NO_PROXY: 's3.invalid:8443' })).toEqual(['s3.invalid:443']);
});

test('connections are as many as requests may be under way, and kept', () => {
  const { httpAgent, httpsAgent } = agentsFor({ HTTPS_PROXY: 'http://localhost:1' }, 64);
  expect([httpAgent.maxSockets, httpsAgent.maxSockets]).toEqual([64, 64]);
});
