import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GcsStore } from '../../../src/adapters/store/gcs/gcs-store.ts';
import { ConflictError } from '../../../src/ports/object-store.ts';
import { collect } from '../../contracts/object-store.contract.ts';
import { GcsWorld, probed } from '../../doubles/gcs-world.ts';
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

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const FINE_GRAINED: Partial<BucketConfig> = {
  iamConfiguration: { uniformBucketLevelAccess: { enabled: false }, publicAccessPrevention: 'inherited' },
};
const ALL = {
  contentType: 'application/vnd.index+json',
  cacheControl: 'no-cache, max-age=0',
  contentDisposition: 'attachment; filename="index ü.json"',
  contentLanguage: 'de',
  customTime: '2026-01-02T03:04:05.000Z',
  contexts: { custom: { team: { value: 'tars' } } },
  metadata: { built: 'by ünïcode 🚀', empty: '' },
  storageClass: 'NEARLINE',
  kmsKeyName: 'projects/p/locations/eu/keyRings/r/cryptoKeys/k',
};

/** Reads the index and writes another content in its place, as the engine does. */
async function replace(text = 'new'): Promise<string> {
  const standing = await store.read('index.json');
  if (standing === undefined) throw new Error('no index');
  const { info, attributes } = standing;
  return store.put('index.json', bytes(text), { unchangedSince: info.revision, attributes });
}

describe('a replacement', () => {
  test('carries over all that is said of the object', async () => {
    world.bucket.put('index.json', 'old', ALL);
    await replace();
    expect(world.bucket.text('index.json')).toBe('new');
    expect(world.bucket.live('index.json')).toMatchObject(ALL);
  });

  test('of bytes that are stored as gzip gives and takes them as they are', async () => {
    const packed = gzipSync('{"releases":[]}');
    world.bucket.put('index.json', packed, { contentType: 'application/json', contentEncoding: 'gzip' });
    const standing = await store.read('index.json');
    expect(Buffer.from(standing?.body ?? [])).toEqual(packed);
    expect(standing?.info.size).toBe(packed.length);
    await replace(gunzipSync(packed).toString());
    expect(world.bucket.live('index.json')?.contentEncoding).toBe('gzip');
  });

  test('carries the access list over, where objects have their own', async () => {
    await world.server.close();
    await start(FINE_GRAINED);
    const acl = [
      { entity: 'user-publisher@example.com', role: 'OWNER' },
      { entity: 'allUsers', role: 'READER' },
    ] as const;
    world.bucket.put('index.json', 'old', { acl });
    await replace();
    expect(world.bucket.live('index.json')?.acl).toEqual(acl);
  });

  test('works without the permission to see access lists, and asks for them only once', async () => {
    world.server.permissions.deny('storage.objects.getIamPolicy');
    world.bucket.put('index.json', 'old', ALL);
    await replace();
    world.asked();
    await replace('newer');
    expect(world.asked()).toEqual(['objects.get.media', 'objects.get', 'objects.insert']);
    expect(world.bucket.live('index.json')).toMatchObject(ALL);
  });

  test('is a conflict when the object changed, also in its metadata only', async () => {
    world.bucket.put('index.json', 'old', ALL);
    const standing = await store.read('index.json');
    world.server.faults.plant({ operation: 'objects.insert' }, (_call, proceed) => {
      world.bucket.patch('index.json', { cacheControl: 'private' });
      return proceed();
    });
    const when = { unchangedSince: standing?.info.revision ?? '', attributes: standing?.attributes };
    await expect(store.put('index.json', bytes('new'), when)).rejects.toBeInstanceOf(ConflictError);
    await replace();
    expect(world.bucket.live('index.json')?.cacheControl).toBe('private');
    await expect(store.put('index.json', bytes('late'), when)).rejects.toBeInstanceOf(ConflictError);
  });

  test('whose reply was lost is a conflict the next time', async () => {
    world.bucket.put('index.json', 'old', ALL);
    const standing = await store.read('index.json');
    const when = { unchangedSince: standing?.info.revision ?? '', attributes: standing?.attributes };
    world.server.faults.plant({ operation: 'objects.insert' }, resetAfter);
    await expect(store.put('index.json', bytes('new'), when)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    await expect(store.put('index.json', bytes('new'), when)).rejects.toBeInstanceOf(ConflictError);
    expect(world.bucket.live('index.json')).toMatchObject(ALL);
  });
});

describe('what we create', () => {
  test.each([
    ['.rollback-log/99999999999999999998', 'application/json'],
    ['.rollback-backups/b/manifest.json', 'application/json'],
    ['notes.md', 'text/markdown; charset=utf-8'],
    ['v1/tool', 'application/octet-stream'],
  ])('%s has a content type of its own', async (key, type) => {
    await store.put(key, bytes('{}'), 'absent');
    expect(world.bucket.live(key)?.contentType).toBe(type);
  });

  test('is checked by the service: bytes that changed on their way are refused', async () => {
    world.server.intercept = (call, proceed) => {
      if (call.operation === 'objects.insert') call.body.write('X', call.body.indexOf('bytes of'));
      return proceed();
    };
    await expect(store.put('a', bytes('bytes of ours'), 'absent')).rejects.toMatchObject({
      code: 'STEP_FAILED',
    });
    expect(world.bucket.names()).toEqual([]);
  });
});

test('a listing tells checksum, class and time of each content, whatever was patched later', async () => {
  const { created } = world.bucket.put('v1/a', 'hello', { storageClass: 'ARCHIVE' });
  world.bucket.patch('v1/a', { cacheControl: 'private' });
  expect(await collect(store.list('v1/'))).toEqual([
    {
      key: 'v1/a',
      type: 'file',
      size: 5,
      revision: String(world.bucket.live('v1/a')?.generation),
      modified: created,
      checksum: 'crc32c:mnG7TA==',
      storage_class: 'ARCHIVE',
    },
  ]);
});

describe('index.md, replaced right after index.json', () => {
  /** Reads both, then writes both; `between` happens in between. */
  async function replaceBoth(between = () => {}): Promise<string[]> {
    store = await probed(world);
    world.bucket.put('index.json', 'old', ALL);
    world.bucket.put('index.md', 'old', { contentType: 'text/markdown', cacheControl: 'no-store' });
    await replace();
    between();
    const standing = await store.read('index.md');
    const when = { unchangedSince: standing?.info.revision ?? '', attributes: standing?.attributes };
    await store.put('index.md', bytes('new'), when);
    return world.asked();
  }

  test('has its metadata from the same request', async () => {
    expect(await replaceBoth()).toEqual([
      'objects.get.media',
      ...['batch', 'objects.get', 'objects.get', 'objects.insert'],
      ...['objects.get.media', 'objects.insert'],
    ]);
    expect(world.bucket.live('index.md')).toMatchObject({
      contentType: 'text/markdown',
      cacheControl: 'no-store',
    });
    expect(world.bucket.live('index.json')).toMatchObject(ALL);
  });

  test('unless they changed since', async () => {
    await replaceBoth(() => world.bucket.patch('index.md', { cacheControl: 'private' }));
    expect(world.bucket.text('index.md')).toBe('new');
    expect(world.bucket.live('index.md')?.cacheControl).toBe('private');
  });

  test('or it was replaced since', async () => {
    await replaceBoth(() => world.bucket.put('index.md', 'newer', { cacheControl: 'public' }));
    expect(world.bucket.live('index.md')?.cacheControl).toBe('public');
  });

  test('and what is asked for together fails each by itself', async () => {
    world.server.permissions.denyBelow('index.md', 'storage.objects.getIamPolicy');
    world.server.permissions.denyBelow('index.md', 'storage.objects.get');
    store = await probed(world);
    world.bucket.put('index.json', 'old', ALL);
    await replace();
    expect(world.bucket.live('index.json')).toMatchObject(ALL);
  });
});
