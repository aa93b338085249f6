import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GcsStore } from '../../../src/adapters/store/gcs/gcs-store.ts';
import type { RollbackError } from '../../../src/domain/errors.ts';
import { ConflictError, mayHaveLanded, UnansweredError } from '../../../src/ports/object-store.ts';
import { GcsWorld } from '../../doubles/gcs-world.ts';
import {
  failAfter,
  failWith,
  type Intercept,
  resetAfter,
  resetBefore,
  truncate,
} from '../../servers/gcs/faults.ts';

let world: GcsWorld;
let store: GcsStore;
beforeEach(async () => {
  world = await GcsWorld.start();
  store = await world.open({ prefix: 'rel' });
});
afterEach(() => world.server.close());

const bytes = new TextEncoder().encode('bytes');
const ALWAYS = { times: Number.POSITIVE_INFINITY };

async function thrownBy(work: Promise<unknown>): Promise<RollbackError> {
  return work.then(
    () => expect.fail('nothing was thrown'),
    (thrown: RollbackError) => thrown,
  );
}

describe('a changing request is sent once', () => {
  const unknown: [string, Intercept, boolean][] = [
    ['reset before the effect', resetBefore, false],
    ['reset after the effect', resetAfter, true],
    ['500', failWith(500), false],
    ['502', failWith(502), false],
    ['503', failWith(503), false],
    ['503 after the effect', failAfter(503), true],
    ['504', failWith(504), false],
    ['408', failWith(408), false],
    ['409, of two writers at once', failWith(409, { reason: 'conflict' }), false],
    ['an answer that breaks off', truncate(3), true],
  ];
  test.each(unknown)('%s: it may have landed', async (_name, fault, landed) => {
    world.server.faults.plant({ operation: 'objects.insert' }, fault);
    const thrown = await thrownBy(store.put('a', bytes, 'absent'));
    expect(thrown.code).toBe('UNREACHABLE');
    expect(mayHaveLanded(thrown)).toBe(true);
    expect(world.bucket.names()).toEqual(landed ? ['rel/a'] : []);
    expect(world.asked()).toEqual(['objects.insert']);
  });

  test('throttled: it has not landed, and the store is given a second at least', async () => {
    world.server.faults.plant({ operation: 'objects.insert' }, failWith(429));
    world.server.faults.plant({ operation: 'objects.delete' }, failWith(429, { retryAfter: 7 }));
    const put = await thrownBy(store.put('a', bytes, 'absent'));
    const removal = await thrownBy(store.remove('a', '1'));
    expect([put, removal]).toMatchObject([
      { code: 'UNREACHABLE', landed: 'no', retryAfterMs: 1000 },
      { code: 'UNREACHABLE', landed: 'no', retryAfterMs: 7000 },
    ]);
    expect(put.message).toContain('gs://releases/rel/a');
  });

  test.each(['rateLimitExceeded', 'userRateLimitExceeded'])(
    'throttled by a 403 for %s: no permission is missing',
    async (reason) => {
      world.server.faults.plant({ operation: 'objects.insert' }, failWith(403, { reason }));
      const thrown = await thrownBy(store.put('a', bytes, 'absent'));
      expect(thrown).toMatchObject({ code: 'UNREACHABLE', landed: 'no', retryAfterMs: 1000 });
    },
  );

  test('nobody listens: it has not landed', async () => {
    await world.server.refuseConnections();
    const thrown = await thrownBy(store.put('a', bytes, 'absent'));
    expect(thrown).toMatchObject({ code: 'UNREACHABLE', landed: 'no' });
    await world.server.acceptConnections();
  });

  test('no answer in time: given up, and it may still land', async () => {
    const impatient = await world.open({ requestTimeoutMs: 200 });
    const held = world.server.faults.hold({ operation: 'objects.insert' }, 'before');
    const thrown = await thrownBy(impatient.put('late', bytes, 'absent'));
    expect(thrown).toMatchObject({ code: 'UNREACHABLE', landed: 'unknown' });
    expect(thrown.message).toContain('0.2 seconds');
    await held.release();
    expect(world.bucket.names()).toEqual(['late']);
  });

  test('a lost reply of a move or a copy shows as a conflict the next time', async () => {
    const revision = await store.put('a', bytes, 'absent');
    world.server.faults.plant({ operation: 'objects.move' }, resetAfter);
    expect((await thrownBy(store.mover.move('a', revision, 'b'))).code).toBe('UNREACHABLE');
    const again = store.mover.move('a', revision, 'b');
    await expect(again).rejects.toBeInstanceOf(ConflictError);
    expect(world.bucket.names()).toEqual(['rel/b']);
  });
});

const otherBytes: Intercept = async (_call, proceed) => {
  const outcome = await proceed();
  return outcome === 'drop' ? outcome : { ...outcome, body: Buffer.from('bytez') };
};

describe('what only reads is asked again', () => {
  test.each([
    ['reset', resetBefore],
    ['503', failWith(503, { retryAfter: 3 })],
    ['429', failWith(429)],
    ['a body that breaks off', truncate(2)],
  ] as [string, Intercept][])('%s', async (_name, fault) => {
    await store.put('a', bytes, 'absent');
    world.server.faults.plant({ operation: 'objects.get.media', times: 2 }, fault);
    expect(Buffer.from((await store.read('a'))?.body ?? []).toString()).toBe('bytes');
    expect(world.clock.sleeps).toHaveLength(2);
    world.server.faults.plant({ operation: 'objects.get.media' }, fault);
    expect(await store.digest('a')).toMatch(/^[0-9a-f]{64}$/);
    world.server.faults.plant({ operation: 'objects.list' }, fault);
    for await (const info of store.list('')) expect(info.key).toBe('a');
  });

  test('after as long as the service asks for, up to a minute', async () => {
    await store.put('a', bytes, 'absent');
    world.server.faults.plant({ operation: 'objects.get' }, failWith(429, { retryAfter: 45 }));
    await store.head('a');
    world.server.faults.plant({ operation: 'objects.get' }, failWith(503, { retryAfter: 999 }));
    await store.head('a');
    expect(world.clock.sleeps).toEqual([45_000, 60_000]);
  });

  test('until the retries are used up', async () => {
    world.server.faults.plant({ operation: 'objects.get', ...ALWAYS }, failWith(503, { retryAfter: 2 }));
    const thrown = await thrownBy(store.head('a'));
    expect(thrown).toBeInstanceOf(UnansweredError);
    expect(world.clock.sleeps).toEqual([2000, 2000, 2000, 2000, 2000]);
    expect(world.asked()).toHaveLength(6);
  });

  test('also when what came has another checksum than what is stored', async () => {
    await store.put('a', bytes, 'absent');
    world.server.faults.plant({ operation: 'objects.get.media' }, otherBytes);
    expect(Buffer.from((await store.read('a'))?.body ?? []).toString()).toBe('bytes');
  });

  test.each([
    ['breaks off', truncate(2)],
    ['has another checksum', otherBytes],
  ] as [string, Intercept][])(
    'what is read in pieces and %s begins anew with a sink of its own',
    async (_how, fault) => {
      await store.put('a', bytes, 'absent');
      world.server.faults.plant({ operation: 'objects.get.media' }, fault);
      const ended: string[] = [];
      const read = await store.readInto('a', () => {
        let text = '';
        return {
          take: (chunk) => {
            text += Buffer.from(chunk).toString();
          },
          end: () => void ended.push(text),
        };
      });
      expect(read).toBeUndefined();
      expect(ended).toEqual(['bytes']);
    },
  );
});

describe('refusals, in words', () => {
  test('a missing permission is named, with the object', async () => {
    const revision = await store.put('a', bytes, 'absent');
    world.server.permissions.deny('storage.objects.delete');
    const thrown = await thrownBy(store.remove('a', revision));
    expect(thrown).toMatchObject({
      code: 'PERMISSION',
      message: 'storage.objects.delete is denied for gs://releases/rel/a',
    });
    expect(thrown.advice).toContain('Grant storage.objects.delete');
  });

  test.each([
    ['temporaryHold', 'hold'],
    ['eventBasedHold', 'hold'],
  ] as const)('an object under %s', async (field, word) => {
    const { generation } = world.bucket.put('rel/a', 'held', { [field]: true });
    for (const work of [
      () => store.remove('a', String(generation)),
      () => store.mover.move('a', String(generation), 'b'),
      () => store.put('a', bytes, { unchangedSince: String(generation) }),
    ]) {
      const thrown = await thrownBy(work());
      expect(thrown.code).toBe('STEP_FAILED');
      expect(thrown.message).toContain(`gs://releases/rel/a is under a ${word}`);
    }
  });

  test('a hold that the service calls only forbidden', async () => {
    const message =
      "Object 'releases/rel/a' is under active Temporary hold and cannot be deleted, overwritten or archived.";
    const refuse: Intercept = async () => ({
      status: 403,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(
        JSON.stringify({ error: { code: 403, message, errors: [{ message, reason: 'forbidden' }] } }),
      ),
    });
    world.server.faults.plant({ operation: 'objects.delete' }, refuse);
    const thrown = await thrownBy(store.remove('a', '1'));
    expect(thrown).toMatchObject({ code: 'STEP_FAILED', details: [message] });
  });

  test('a retention policy', async () => {
    world.bucket.config.retentionPolicy = { retentionPeriod: '3600' };
    const { generation } = world.bucket.put('rel/a', 'retained');
    const thrown = await thrownBy(store.remove('a', String(generation)));
    expect(thrown.code).toBe('STEP_FAILED');
    expect(thrown.message).toContain('gs://releases/rel/a is under a retention');
  });

  test('a key of Cloud KMS', async () => {
    const key = 'projects/p/locations/eu/keyRings/r/cryptoKeys/k';
    world.bucket.put('rel/a', 'secret', { kmsKeyName: key });
    world.bucket.deniedKmsKeys.add(key);
    const thrown = await thrownBy(store.read('a'));
    expect(thrown.code).toBe('PERMISSION');
    expect(thrown.message).toBe("The Cloud KMS key of gs://releases/rel/a can't be used");
    expect(thrown.advice).toContain('roles/cloudkms.cryptoKeyEncrypterDecrypter');
  });

  test('no such bucket', async () => {
    const lost = await world.open({ bucket: 'no-such-bucket' });
    for (const work of [
      () => lost.read('index.json'),
      () => lost.head('index.json'),
      () => lost.digest('index.json'),
      () => lost.put('a', bytes, 'absent'),
      () => lost.inspect({ forWriting: false }),
    ]) {
      expect(await thrownBy(work())).toMatchObject({
        code: 'NO_REPOSITORY',
        message: "There is no bucket 'no-such-bucket' in Google Cloud Storage",
      });
    }
  });

  test('credentials that are not accepted', async () => {
    world.server.rules.requiredToken = 'ya29.secret';
    const thrown = await thrownBy(store.read('index.json'));
    expect(thrown).toMatchObject({ code: 'PERMISSION' });
    expect(thrown.message).toContain('does not accept the credentials');
    expect(thrown.advice).toContain('google-github-actions/auth');
  });

  test('no token, signed URL or header is shown', async () => {
    const message = 'Bearer ya29.a0Secret-Token_1 was refused for https://h/o?X-Goog-Signature=0badc0de&x=1';
    world.server.faults.plant({ operation: 'objects.insert' }, async () => ({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ error: { message, errors: [{ reason: 'invalid' }] } })),
    }));
    const thrown = await thrownBy(store.put('a', bytes, 'absent'));
    const told = JSON.stringify([thrown.message, thrown.details, thrown.advice, String(thrown.cause)]);
    expect(told).toContain('was refused with 400');
    expect(told).not.toMatch(/Secret|0badc0de/);
  });
});
