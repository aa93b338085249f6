import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { S3Store } from '../../../src/adapters/store/s3/s3-store.ts';
import { RollbackError } from '../../../src/domain/errors.ts';
import { TOOL_VERSION } from '../../../src/domain/tool-version.ts';
import { rollback } from '../../../src/engine/mod.ts';
import { rollbackRequest } from '../../builders/memory-world.ts';
import { BUCKET, PREFIX } from '../../builders/remote-world.ts';
import { S3Remote } from '../../builders/s3-remote.ts';
import { S3World } from '../../builders/s3-world.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-rollback-aws-'));
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe('credentials that the SDK can not have, in its own words', () => {
  let world: S3World;
  beforeEach(async () => {
    world = await S3World.start();
  });
  afterEach(() => world.close());

  test.each([
    ['none at all', {}, '', /^No AWS credentials were found for s3:\/\/releases\/repository$/],
    ['a profile that is not there', { AWS_PROFILE: 'nobody' }, '', /^Looked for in profile 'nobody'/],
    [
      'a program that fails',
      { AWS_PROFILE: 'own' },
      '[profile own]\ncredential_process = false\n',
      /^Looked for in profile 'own' \(AWS_PROFILE\)$/,
    ],
    [
      'a login that is over',
      { AWS_PROFILE: 'sso' },
      '[profile sso]\nsso_session = s\nsso_account_id = 1\nsso_role_name = r\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://example.awsapps.com/start\n',
      /can't be had: .*sso/i,
    ],
    [
      'a token that is no file',
      { AWS_WEB_IDENTITY_TOKEN_FILE: 'missing', AWS_ROLE_ARN: 'arn:aws:iam::1:role/r' },
      '',
      /can't be had: ENOENT/,
    ],
  ])('%s', async (_name, env, config, words) => {
    await writeFile(join(folder, 'config'), config);
    for (const [name, value] of Object.entries(env))
      vi.stubEnv(name, value === 'missing' ? join(folder, value) : value);
    const store = world.store({ credentials: undefined, env, clock: new VirtualClock() });
    const error: unknown = await store.read('index.json').catch((thrown: unknown) => thrown);
    if (!(error instanceof RollbackError)) throw error;
    expect(error.code).toBe('PERMISSION');
    expect([error.message, ...error.details]).toContainEqual(expect.stringMatching(words));
    expect(world.server.log.entries).toEqual([]);
  });
});

describe('credentials are found where the SDK looks for them', () => {
  let world: S3World;
  /** A service on loopback that gives them out, as those of containers and of tokens of OIDC do. */
  let service: Server;
  let asked: string[];
  const url = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  beforeEach(async () => {
    world = await S3World.start();
    world.bucket.put('repository/index.json', 'index');
    asked = [];
    service = createServer((request, answer) => {
      asked.push(`${request.method} ${request.url}`);
      const { accessKeyId, secretAccessKey } = world.server.credentials;
      if (request.method === 'POST') {
        answer.setHeader('content-type', 'text/xml');
        answer.end(
          `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>session</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
        );
        return;
      }
      answer.setHeader('content-type', 'application/json');
      answer.end(
        JSON.stringify({
          AccessKeyId: accessKeyId,
          SecretAccessKey: secretAccessKey,
          Token: 'session',
          Expiration: '2099-01-01T00:00:00Z',
        }),
      );
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    service.closeAllConnections();
    await new Promise((resolve) => service.close(resolve));
    await world.close();
  });

  const read = async (env: Record<string, string>) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const store = world.store({ credentials: undefined, env, retries: 0 });
    return new TextDecoder().decode((await store.read('index.json'))?.body);
  };

  test('the environment', async () => {
    const { accessKeyId, secretAccessKey } = world.server.credentials;
    const env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
    expect(await read(env)).toBe('index');
  });

  test('a profile', async () => {
    const { accessKeyId, secretAccessKey } = world.server.credentials;
    const lines = [`aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`];
    await writeFile(join(folder, 'credentials'), `[own]\n${lines.join('\n')}\n`);
    expect(await read({ AWS_PROFILE: 'own' })).toBe('index');
  });

  test('a token of OIDC', async () => {
    await writeFile(join(folder, 'token'), 'eyJ.oidc.sig');
    const env = {
      AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'token'),
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/r',
      AWS_ENDPOINT_URL_STS: url(),
      AWS_REGION: 'eu-central-1',
    };
    expect(await read(env)).toBe('index');
    expect(asked).toEqual(['POST /']);
  });

  test('a token of OIDC, through the proxy of the environment', async () => {
    await writeFile(join(folder, 'token'), 'eyJ.oidc.sig');
    const env = {
      AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'token'),
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/r',
      AWS_ENDPOINT_URL_STS: 'http://sts.invalid',
      AWS_REGION: 'eu-central-1',
      HTTP_PROXY: url(),
      NO_PROXY: new URL(world.server.endpoint).host,
    };
    expect(await read(env)).toBe('index');
    expect(asked).toEqual(['POST http://sts.invalid/']);
  });

  test('the service of a container', async () => {
    expect(await read({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url()}/role` })).toBe('index');
    expect(asked).toEqual(['GET /role']);
  });
});

test('credentials that can not be had again for a moment turn no rollback back', async () => {
  const world = await S3Remote.start({ versioned: false });
  let failing = 0;
  const credentials = async () => {
    if (failing > 0) {
      failing -= 1;
      throw Object.assign(new Error('the login is over'), { name: 'CredentialsProviderError' });
    }
    // Asked for anew before each request.
    return { ...world.server.credentials, expiration: new Date(Date.now() + 1000) };
  };
  const options = {
    bucket: BUCKET,
    prefix: PREFIX,
    backupPrefix: '',
    singleWriter: false,
    endpoint: world.server.endpoint,
    concurrency: 4,
    requestTimeoutMs: 20_000,
    retries: 2,
    region: world.server.region,
    forcePathStyle: true,
  };
  const parts = { toolVersion: TOOL_VERSION, clock: world.clock, random: () => 0.5, env: {}, credentials };
  const open = async () => ({ ...(await world.actor()).context, store: await S3Store.open(options, parts) });
  const once = world.onCommit(() => {
    failing = 1;
  });
  expect(await rollback(rollbackRequest('v1.0.2'), await open())).toMatchObject({ exit_code: 0 });
  once.undo();
  world.onCommit(() => {
    failing = Number.POSITIVE_INFINITY;
  });
  expect(await rollback(rollbackRequest('v1.0.1', 'full', { force: true }), await open())).toMatchObject({
    exit_code: 49,
    error_code: 'UNREACHABLE',
    changed: 'unknown',
    errors: [expect.stringContaining('No AWS credentials could be had for')],
    advice: expect.stringMatching(/^Log in again, then run `release-rollback recover`/),
  });
  await world.close();
});
