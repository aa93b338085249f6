import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GcsStore, type GcsStoreOptions } from '../../../src/adapters/store/gcs/gcs-store.ts';
import type { RollbackError } from '../../../src/domain/errors.ts';
import { gcsOptions, SleeplessClock } from '../../doubles/gcs-world.ts';

/** A security token service, and a proxy that lets nothing through, both on loopback. */
let server: Server;
let folder: string;
let tokenAnswer: { status: number; body: object };
let tunnels: string[];
let tokensAsked: number;
let askedFor: string[];

beforeEach(async () => {
  tunnels = [];
  tokensAsked = 0;
  askedFor = [];
  server = createServer((request, response) => {
    tokensAsked += 1;
    askedFor.push(request.url ?? '');
    response.writeHead(tokenAnswer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(tokenAnswer.body));
  });
  server.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(join(tmpdir(), 'rollback-gcs-'));
  for (const name of [
    'STORAGE_EMULATOR_HOST',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'HTTPS_PROXY',
    'https_proxy',
    'ALL_PROXY',
    'all_proxy',
  ])
    vi.stubEnv(name, undefined);
  for (const name of ['HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy']) vi.stubEnv(name, undefined);
  vi.stubEnv('CLOUDSDK_CONFIG', folder);
  // No machine of Google's is looked for: that takes seconds where there is none.
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** What google-github-actions/auth leaves: a file that says how a token of the workflow becomes one of Google's. */
async function logIn(): Promise<void> {
  const token = join(folder, 'oidc');
  await writeFile(token, 'eyJhbGciOi.oidc-secret.sig');
  const file = join(folder, 'credentials.json');
  const audience = '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/g';
  const subject_token_type = 'urn:ietf:params:oauth:token-type:jwt';
  const source = { file: token, format: { type: 'text' } };
  const token_url = `${url()}/v1/token`;
  await writeFile(
    file,
    JSON.stringify({
      type: 'external_account',
      audience,
      subject_token_type,
      token_url,
      credential_source: source,
    }),
  );
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', file);
}

const open = (options: Partial<GcsStoreOptions> = {}) =>
  GcsStore.open(gcsOptions({ clock: new SleeplessClock(), retries: 1, ...options }));

async function refusedRead(options: Partial<GcsStoreOptions> = {}): Promise<RollbackError> {
  const store = await open(options);
  return store.read('index.json').then(
    () => expect.fail('it was read'),
    (thrown: RollbackError) => thrown,
  );
}

describe('credentials', () => {
  test('that are not there are asked for in words, before anything is sent', async () => {
    const thrown = await refusedRead();
    expect(thrown).toMatchObject({ code: 'PERMISSION', message: 'There are no Google credentials here' });
    expect(thrown.advice).toContain('google-github-actions/auth');
  });

  test('that are refused are told as such, without the token', async () => {
    await logIn();
    tokenAnswer = {
      status: 400,
      body: { error: 'invalid_grant', error_description: 'The audience is wrong' },
    };
    const thrown = await refusedRead();
    expect(thrown.code).toBe('PERMISSION');
    expect(thrown.message).toContain('invalid_grant');
    expect(JSON.stringify([thrown.message, thrown.details, String(thrown.cause)])).not.toContain(
      'oidc-secret',
    );
  });

  test('of a file that is none', async () => {
    const file = join(folder, 'broken.json');
    await writeFile(file, '{"type": "nobody"}');
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', file);
    expect(await refusedRead()).toMatchObject({ code: 'PERMISSION' });
  });

  test('whose service is down are asked for again', async () => {
    await logIn();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await refusedRead()).toMatchObject({ code: 'UNREACHABLE', landed: 'no' });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
});

describe('a proxy of the environment', () => {
  beforeEach(async () => {
    await logIn();
    tokenAnswer = {
      status: 200,
      body: { access_token: 'ya29.secret', token_type: 'Bearer', expires_in: 3600, issued_token_type: 'x' },
    };
    vi.stubEnv('HTTPS_PROXY', url());
    vi.stubEnv('NO_PROXY', '127.0.0.1');
  });

  test('is the way to Google', async () => {
    const thrown = await refusedRead();
    expect(thrown.code).toBe('UNREACHABLE');
    expect(tunnels).toEqual(['storage.googleapis.com:443', 'storage.googleapis.com:443']);
    expect(tokensAsked).toBe(1);
  });

  test('and to a private endpoint, with credentials', async () => {
    await refusedRead({ endpoint: 'https://storage-vpc.p.googleapis.com' });
    expect(tunnels[0]).toBe('storage-vpc.p.googleapis.com:443');
    expect(tokensAsked).toBe(1);
  });

  test.each(['storage.invalid', '.invalid', '*'])('but not where NO_PROXY says %s', async (list) => {
    vi.stubEnv('NO_PROXY', `127.0.0.1, ${list}`);
    expect(await refusedRead({ endpoint: 'https://storage.invalid' })).toMatchObject({ code: 'UNREACHABLE' });
    expect(tunnels).toEqual([]);
  });

  test('tokens are fetched through it, too', async () => {
    vi.stubEnv('NO_PROXY', undefined);
    vi.stubEnv('HTTPS_PROXY', undefined);
    vi.stubEnv('ALL_PROXY', url());
    await refusedRead({ endpoint: 'https://storage.invalid' });
    // A proxy is asked for the whole address.
    expect(askedFor).toEqual([`${url()}/v1/token`]);
    expect(tunnels[0]).toBe('storage.invalid:443');
  });

  test.each(['https_proxy', 'ALL_PROXY'])('also where it is %s', async (name) => {
    vi.stubEnv('HTTPS_PROXY', undefined);
    vi.stubEnv(name, url());
    await refusedRead({ endpoint: 'https://storage.invalid' });
    expect(tunnels[0]).toBe('storage.invalid:443');
  });
});

test('nothing is sent in clear with a token, and none is fetched', async () => {
  await logIn();
  tokenAnswer = { status: 404, body: {} };
  const store = await open({ endpoint: url() });
  expect(await store.head('index.json')).toBeUndefined();
  expect(tokensAsked).toBe(1);
});

test.each(['ftp://host', 'not a url', 'file:///etc'])('%s is no endpoint', async (endpoint) => {
  await expect(open({ endpoint })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});
