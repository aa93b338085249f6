import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GcsStore } from '../../../src/adapters/store/gcs/gcs-store.ts';
import type { OperationManifest } from '../../../src/domain/manifest.ts';
import { Requests } from '../../../src/engine/transaction/requests.ts';
import { CopiesShelf } from '../../../src/engine/transaction/shelves/copies.ts';
import { ConflictError } from '../../../src/ports/object-store.ts';
import { SupersededError } from '../../../src/ports/workspace.ts';
import { GcsWorld, SleeplessClock } from '../../doubles/gcs-world.ts';
import { resetAfter } from '../../servers/gcs/faults.ts';
import type { BucketConfig } from '../../servers/gcs/types.ts';

let world: GcsWorld;
let store: GcsStore;
async function start(config: Partial<BucketConfig> = {}): Promise<void> {
  world = await GcsWorld.start(config);
  store = await world.open();
}
beforeEach(() => start());
afterEach(() => world.server.close());

const MIB = 1024 * 1024;
const ALL = {
  contentType: 'x/y',
  cacheControl: 'no-cache',
  metadata: { a: 'b' },
  contexts: { custom: { team: { value: 'tars' } } },
};

/** What the engine knows of an object from a listing. */
async function sourceOf(key: string) {
  const info = await store.head(key);
  if (info === undefined) throw new Error(`no ${key}`);
  const { revision, size, checksum, storage_class } = info;
  return { key, revision, size, checksum, storage_class };
}

describe('a copy', () => {
  test('is one request on condition of both ends, with all that is said of the source', async () => {
    world.bucket.put('v1/a', 'bytes', ALL);
    const source = await sourceOf('v1/a');
    world.server.log.reset();
    const made = await store.copy(source, 'b/v1/a');
    expect(world.server.log.entries).toMatchObject([
      {
        operation: 'objects.rewrite',
        query: { ifSourceGenerationMatch: source.revision, ifGenerationMatch: '0' },
      },
    ]);
    expect(made).toEqual(await store.head('b/v1/a'));
    expect(world.bucket.live('b/v1/a')).toMatchObject(ALL);
  });

  test('of a large object goes on by token, and asks before each request', async () => {
    world.server.rules.rewriteBytesPerCall = MIB;
    world.bucket.put('v1/big', new Uint8Array(3 * MIB + 1));
    const source = await sourceOf('v1/big');
    world.server.log.reset();
    let asked = 0;
    await store.copy(source, 'b/v1/big', async () => {
      asked += 1;
    });
    const entries = world.server.log.entries;
    expect(entries.map(({ operation }) => operation)).toEqual(Array(4).fill('objects.rewrite'));
    expect(entries.every(({ query }) => query.ifSourceGenerationMatch === source.revision)).toBe(true);
    expect(new Set(entries.slice(1).map(({ query }) => query.rewriteToken)).size).toBe(1);
    expect(asked).toBe(4);
  });

  test('stops when the operation is not ours any more', async () => {
    world.server.rules.rewriteBytesPerCall = MIB;
    world.bucket.put('v1/big', new Uint8Array(3 * MIB));
    const guard = async () => {
      throw new SupersededError();
    };
    const copy = store.copy(await sourceOf('v1/big'), 'b/v1/big', guard);
    await expect(copy).rejects.toBeInstanceOf(SupersededError);
    expect(world.bucket.names()).toEqual(['v1/big']);
  });

  test('begins anew when the token is too old', async () => {
    world.server.rules.rewriteBytesPerCall = MIB;
    world.bucket.put('v1/big', new Uint8Array(2 * MIB));
    world.server.faults.plant({ operation: 'objects.rewrite', nth: 2 }, async () => ({
      status: 410,
      headers: {},
      body: Buffer.from('{}'),
    }));
    const source = await sourceOf('v1/big');
    await expect(store.copy(source, 'b')).rejects.toMatchObject({ code: 'UNREACHABLE', landed: 'no' });
    await store.copy(source, 'b');
    expect(world.bucket.live('b')?.content.size).toBe(2 * MIB);
  });

  test('of a source that changed between two requests makes nothing', async () => {
    world.server.rules.rewriteBytesPerCall = MIB;
    world.bucket.put('v1/big', new Uint8Array(2 * MIB));
    const copy = store.copy(await sourceOf('v1/big'), 'b', async () => {
      world.bucket.put('v1/big', 'published again');
    });
    await expect(copy).rejects.toMatchObject({ name: 'ConflictError', key: 'v1/big' });
    expect(world.bucket.names()).toEqual(['v1/big']);
  });

  test.each([
    ['STANDARD', 'NEARLINE'],
    ['NEARLINE', 'STANDARD'],
    ['COLDLINE', 'COLDLINE'],
  ])(
    'of class %s in a bucket of class %s keeps it, whether or not the bucket may be looked at',
    async (own, bucket) => {
      for (const known of [true, false]) {
        await world.server.close();
        await start({ storageClass: bucket });
        if (known) await store.inspect({ forWriting: false });
        world.bucket.put('v1/a', 'bytes', { ...ALL, storageClass: own });
        await store.copy(await sourceOf('v1/a'), 'b/v1/a');
        expect(world.bucket.live('b/v1/a')).toMatchObject({ ...ALL, storageClass: own });
      }
    },
  );

  test.each([true, false])(
    'whose answer was lost keeps its class all the same (fell into the wrong one: %s)',
    async (fallen) => {
      await world.server.close();
      await start({ storageClass: 'NEARLINE' });
      world.bucket.put('v1/a', 'bytes', { ...ALL, storageClass: 'STANDARD' });
      world.server.faults.plant({ operation: 'objects.rewrite', nth: fallen ? 1 : 2 }, resetAfter);
      const requests = new Requests({
        clock: new SleeplessClock(),
        policy: store.requests,
        guard: async () => {},
        unresolved: () => {},
        cancelled: new AbortController().signal,
      });
      const source = await sourceOf('v1/a');
      const artifact = { path: source.key, type: 'file', listed: true, ...source } as const;
      const manifest = { backup_path: '.rollback-backups/b/', version: 'v1', artifacts: [artifact] };
      await new CopiesShelf(store, requests).prepare(manifest as unknown as OperationManifest, () => {});
      const copy = world.bucket.live('.rollback-backups/b/v1/a');
      expect(copy).toMatchObject({ ...ALL, storageClass: 'STANDARD' });
    },
  );

  test.each([undefined, 'projects/p/locations/l/keyRings/r/cryptoKeys/of-the-bucket'])(
    'keeps the key of its source (bucket: %s), and costs no request for it',
    async (defaultKmsKeyName) => {
      await world.server.close();
      await start(defaultKmsKeyName === undefined ? {} : { encryption: { defaultKmsKeyName } });
      await store.inspect({ forWriting: false });
      const own = 'projects/p/locations/l/keyRings/r/cryptoKeys/own';
      world.bucket.put('v1/own', 'bytes', { ...ALL, kmsKeyName: `${own}/cryptoKeyVersions/3` });
      world.bucket.put('v1/plain', 'bytes', ALL);
      const found = [];
      for await (const info of store.list('v1/')) found.push(info);
      world.server.log.reset();
      for (const { key, ...source } of found) await store.copy({ key, ...source }, `b/${key}`);
      expect(world.asked()).toEqual(['objects.rewrite', 'objects.rewrite']);
      expect(world.bucket.live('b/v1/own')).toMatchObject({ ...ALL, kmsKeyName: own });
      expect(world.bucket.live('b/v1/plain')?.kmsKeyName).toBe(defaultKmsKeyName);
    },
  );

  test('that is not the same as its source is no backup', async () => {
    world.bucket.put('v1/a', 'bytes', ALL);
    const source = await sourceOf('v1/a');
    await expect(store.copy({ ...source, size: 6 }, 'b')).rejects.toMatchObject({ code: 'BACKUP' });
    const other = { ...source, checksum: 'crc32c:AAAAAA==' };
    await expect(store.copy(other, 'c')).rejects.toMatchObject({ code: 'BACKUP' });
  });

  test('takes the access list along where objects have their own', async () => {
    await world.server.close();
    await start({
      iamConfiguration: { uniformBucketLevelAccess: { enabled: false }, publicAccessPrevention: 'inherited' },
    });
    await store.inspect({ forWriting: false });
    const acl = [{ entity: 'user-a@example.com', role: 'OWNER' }] as const;
    world.bucket.put('v1/a', 'bytes', { ...ALL, acl });
    await store.copy(await sourceOf('v1/a'), 'b/v1/a');
    expect(world.bucket.live('b/v1/a')).toMatchObject({ ...ALL, acl });
  });
});

describe('a move', () => {
  test('is one request on condition of both ends, and takes everything along', async () => {
    const before = world.bucket.put('v1/a', 'bytes', { ...ALL, storageClass: 'ARCHIVE', kmsKeyName: 'k' });
    const moved = await store.mover.move('v1/a', String(before.generation), 'b/v1/a');
    expect(world.server.log.entries).toMatchObject([
      {
        operation: 'objects.move',
        query: { ifSourceGenerationMatch: String(before.generation), ifGenerationMatch: '0' },
      },
    ]);
    const { generation, created, updated, name, ...rest } = before;
    expect(world.bucket.live('b/v1/a')).toMatchObject(rest);
    expect(moved).toEqual(await store.head('b/v1/a'));
    expect(world.bucket.names()).toEqual(['b/v1/a']);
  });

  test.each([404, 412] as const)(
    'says whose conflict it is, where an absent one is answered %i',
    async (status) => {
      world.server.rules.conditionOnAbsent = status;
      const first = world.bucket.put('v1/a', 'first');
      const revision = String(world.bucket.put('v1/a', 'second').generation);
      world.bucket.put('taken', 'x');
      const conflict = (key: string) => ({ name: 'ConflictError', key });
      const { move } = store.mover;
      await expect(move('v1/a', String(first.generation), 'b')).rejects.toMatchObject(conflict('v1/a'));
      await expect(move('v1/a', revision, 'taken')).rejects.toMatchObject(conflict('taken'));
      await expect(move('gone', revision, 'b')).rejects.toMatchObject(conflict('gone'));
      expect(world.bucket.names()).toEqual(['taken', 'v1/a']);
      await store.remove('gone', revision);
      await expect(store.remove('v1/a', String(first.generation))).rejects.toBeInstanceOf(ConflictError);
    },
  );
});
