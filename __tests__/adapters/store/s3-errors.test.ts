import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { S3Store } from '../../../src/adapters/store/s3/s3-store.ts';
import { RollbackError } from '../../../src/domain/errors.ts';
import { mayHaveLanded } from '../../../src/ports/object-store.ts';
import { S3World } from '../../builders/s3-world.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { errorAnswer } from '../../servers/s3/answer.ts';
import { type ErrorCode, S3Error } from '../../servers/s3/errors.ts';

let world: S3World;
let store: S3Store;
beforeEach(async () => {
  world = await S3World.start();
  store = world.store({ clock: new VirtualClock(), retries: 0 });
});
afterEach(() => world.close());

const bytes = new TextEncoder().encode('x');
const thrownBy = async (asked: Promise<unknown>): Promise<RollbackError> => {
  const thrown = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(RollbackError);
  return thrown as RollbackError;
};

describe('what a request met, in words', () => {
  test('a permission is named, with what was to be done', async () => {
    const revision = await store.put('v1/a', bytes, 'absent');
    world.server.denials.deny('s3:DeleteObject');
    const { code, message, advice } = await thrownBy(store.remove('v1/a', revision));
    expect(code).toBe('PERMISSION');
    expect(message).toBe("s3:DeleteObject is denied: could not delete 'v1/a' in s3://releases/repository");
    expect(advice).toContain('Grant s3:DeleteObject');
  });

  test('a forbidden read says that an absent key may look like one', async () => {
    world.server.denials.deny('s3:GetObject');
    const { code, advice } = await thrownBy(store.read('index.json'));
    expect(code).toBe('PERMISSION');
    expect(advice).toContain('s3:ListBucket');
  });

  test('no such bucket', async () => {
    const error = await thrownBy(world.store({ bucket: 'nobody' }).inspect({ forWriting: true }));
    expect(error).toMatchObject({ code: 'NO_REPOSITORY', message: "There is no bucket 'nobody'" });
  });

  test.each(['inspect', 'head'] as const)('a bucket in another region, met by %s', async (method) => {
    world.server.createBucket('abroad', 'ap-south-1');
    const abroad = world.store({ bucket: 'abroad' });
    const asked = method === 'head' ? abroad.head('index.json') : abroad.inspect({ forWriting: false });
    const { code, message, advice } = await thrownBy(asked);
    expect(code).toBe('BAD_INPUT');
    expect(message).toBe("Bucket 'abroad' is in region 'ap-south-1', not in 'eu-central-1'");
    expect(advice).toBe('Set s3-region to ap-south-1.');
  });

  test('a bucket in another region than the one that the SDK found', async () => {
    world.server.createBucket('abroad', 'ap-south-1');
    const abroad = world.store({ bucket: 'abroad', region: undefined, env: { AWS_REGION: 'eu-central-1' } });
    const { message } = await thrownBy(abroad.head('index.json'));
    expect(message).toBe("Bucket 'abroad' is in region 'ap-south-1', not in the one that was found");
  });

  test.each([
    [
      'AuthorizationHeaderMalformed',
      "The authorization header is malformed; the region 'eu-central-1' is wrong; expecting 'ap-south-1'",
      "Bucket 'releases' is in region 'ap-south-1', not in 'eu-central-1'",
      'Set s3-region to ap-south-1.',
    ],
    [
      'IllegalLocationConstraintException',
      undefined,
      "Bucket 'releases' is in another region than 'eu-central-1'",
      'Set s3-region to the region of the bucket.',
    ],
  ] as const)('another region, told by %s and no header', async (code, text, words, what) => {
    world.server.faults.on({ operation: 'GetObject' }, async ({ url }) =>
      errorAnswer(new S3Error(code, text === undefined ? {} : { message: text }), url),
    );
    const error = await thrownBy(store.read('index.json'));
    expect([error.code, error.message, error.advice]).toEqual(['BAD_INPUT', words, what]);
  });

  test('an archived object', async () => {
    world.bucket.put('repository/v1/old', { ...contentOf('old'), storageClass: 'GLACIER' });
    const error = await thrownBy(store.copy(sourceOf('v1/old', 'old'), 'v1/copy'));
    expect(error.code).toBe('STEP_FAILED');
    expect(error.message).toContain('the object is archived');
    expect(error.advice).toContain('restore-object');
  });

  test('an object that is locked', async () => {
    const revision = await store.put('v1/a', bytes, 'absent');
    const message = 'Access Denied because object protected by object lock.';
    world.server.faults.on({ operation: 'DeleteObject' }, async ({ url }) =>
      errorAnswer(new S3Error('AccessDenied', { message }), url),
    );
    const error = await thrownBy(store.remove('v1/a', revision));
    expect(error.code).toBe('STEP_FAILED');
    expect(error.message).toBe("Could not delete 'v1/a': the object is locked");
    expect(error.advice).toContain('legal hold');
  });

  test('a key of KMS that is disabled, as its service says it', async () => {
    const text = '<Error><Code>KMS.DisabledException</Code><Message>It is disabled.</Message></Error>';
    world.server.faults.on({ operation: 'GetObject' }, async () => ({
      status: 400,
      headers: { 'content-type': 'application/xml' },
      body: world.content(text),
    }));
    const { code, message } = await thrownBy(store.read('v1/a'));
    expect(code).toBe('PERMISSION');
    expect(message).toContain("KMS key that encrypts it can't be used");
  });

  test('a key of KMS that may not be used', async () => {
    world.server.denials.deny('kms:Decrypt');
    world.bucket.put('repository/v1/a', { ...contentOf('a'), encryption: KMS });
    const { code, message } = await thrownBy(store.read('v1/a'));
    expect(code).toBe('PERMISSION');
    expect(message).toContain("KMS key that encrypts it can't be used");
  });

  test('credentials that are not accepted', async () => {
    const stranger = world.store({ credentials: { accessKeyId: 'x', secretAccessKey: 'y' }, retries: 0 });
    const { code, message, advice } = await thrownBy(stranger.read('index.json'));
    expect(code).toBe('PERMISSION');
    expect(message).toContain('The credentials are not accepted');
    expect(advice).toContain('configure-aws-credentials');
  });

  test('a clock that is far off', async () => {
    const skewed = await S3World.start({ maximumSkew: 900_000, now: () => Date.now() + 3_600_000 });
    const asked = skewed.store({ retries: 0 }).read('index.json');
    expect((await thrownBy(asked)).message).toContain('the clock of this machine and that of the store');
    await skewed.close();
  });

  describe('a HEAD, which is refused without a reason', () => {
    const refuse = (error: S3Error, operation?: 'HeadObject') =>
      world.server.faults.on(
        { times: Number.POSITIVE_INFINITY, ...(operation && { operation }) },
        async ({ url }) => errorAnswer(error, url),
      );

    test('an expired token', async () => {
      refuse(new S3Error('ExpiredToken'));
      const error = await thrownBy(store.head('index.json'));
      expect(error.code).toBe('UNREACHABLE');
      expect(error.message).toContain('the credentials have expired (ExpiredToken)');
      expect(error.advice).toMatch(/^Log in again, then run `release-rollback recover`/);
      expect(mayHaveLanded(error)).toBe(false);
    });

    test('a clock that is far off', async () => {
      refuse(new S3Error('RequestTimeTooSkewed'));
      const { code, message } = await thrownBy(store.head('index.json'));
      expect(code).toBe('UNREACHABLE');
      expect(message).toContain('set this clock right');
    });

    test("a customer's own key", async () => {
      const message =
        'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.';
      refuse(new S3Error('InvalidRequest', { message }));
      expect((await thrownBy(store.head('index.json'))).message).toContain('(SSE-C)');
    });

    test('whatever it was, if the GET is answered', async () => {
      await store.put('index.json', bytes, 'absent');
      refuse(new S3Error('ExpiredToken'), 'HeadObject');
      const error = await thrownBy(store.head('index.json'));
      expect(error.code).toBe('UNREACHABLE');
      expect(error.message).toContain('refused with 400 without a reason, often for an expired token');
      expect(mayHaveLanded(error)).toBe(false);
    });
  });

  test('a store that is not there', async () => {
    await world.server.refuseConnections();
    const { code, message } = await thrownBy(store.read('index.json'));
    expect(code).toBe('UNREACHABLE');
    expect(message).toContain('ECONNREFUSED');
    await world.server.reopen();
  });
});

describe('whether a change may have landed', () => {
  test.each([
    ['SlowDown', false],
    ['TooManyRequests', false],
    ['ConditionalRequestConflict', false],
    ['OperationAborted', false],
    ['InternalError', true],
    ['BadGateway', true],
    ['ServiceUnavailable', true],
    ['RequestTimeout', true],
    ['GatewayTimeout', true],
  ] as const satisfies readonly (readonly [ErrorCode, boolean])[])('%s: %s', async (code, expected) => {
    world.server.faults.refuse(code, { operation: 'PutObject' });
    const error = await thrownBy(store.put('v1/a', bytes, 'absent'));
    expect(error.code).toBe('UNREACHABLE');
    expect(mayHaveLanded(error)).toBe(expected);
  });

  test.each(['before', 'after'] as const)(
    'a connection that is reset %s the effect: it may',
    async (moment) => {
      world.server.faults.reset(moment, { operation: 'PutObject' });
      expect(mayHaveLanded(await thrownBy(store.put('v1/a', bytes, 'absent')))).toBe(true);
      expect(world.bucket.text('repository/v1/a')).toBe(moment === 'after' ? 'x' : undefined);
    },
  );

  test('a connection that was never made: it did not', async () => {
    await world.server.refuseConnections();
    expect(mayHaveLanded(await thrownBy(store.put('v1/a', bytes, 'absent')))).toBe(false);
    await world.server.reopen();
  });

  test('no answer in time: it may', async () => {
    const held = world.server.faults.hold('before', { operation: 'PutObject' });
    const hasty = world.store({ requestTimeoutMs: 50 });
    const error = await thrownBy(hasty.put('v1/a', bytes, 'absent'));
    expect(error.message).toContain('no answer within 0.05 seconds');
    expect(mayHaveLanded(error)).toBe(true);
    held.release();
  });
});

test('no error shows keys, signatures, headers or URLs with queries', async () => {
  const secret =
    'https://bucket.s3.amazonaws.com/x?X-Amz-Signature=abc AKIAIOSFODNN7EXAMPLE X-Amz-Credential=me/1';
  world.server.faults.on({ operation: 'GetObject' }, async ({ url }) =>
    errorAnswer(new S3Error('AccessDenied', { message: secret }), url),
  );
  const error = await thrownBy(store.read('index.json'));
  const all = [error.message, ...error.details, error.advice, String(error.cause), error.stack].join('\n');
  expect(all).toContain('AccessDenied');
  for (const part of ['AKIA', 'X-Amz', 'abc', 'test-key', 'test-secret']) expect(all).not.toContain(part);
});

const KMS = { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': 'k' };
const contentOf = (text: string) => ({ content: world.content(text) });
const sourceOf = (key: string, text: string) => ({
  key,
  revision: world.content(text).md5(),
  size: text.length,
});
