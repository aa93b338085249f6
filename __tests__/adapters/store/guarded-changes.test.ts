import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SupersededError } from '../../../src/ports/workspace.ts';
import { S3World } from '../../builders/s3-world.ts';
import { GcsWorld } from '../../doubles/gcs-world.ts';

const superseded = async (): Promise<void> => {
  throw new SupersededError();
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('S3: a holder that was superseded while it looked', () => {
  let world: S3World;
  beforeEach(async () => {
    world = await S3World.start();
  });
  afterEach(() => world.close());
  const given = (key: string, tags: readonly { key: string; value: string }[] = []) => {
    const { etag } = world.bucket.put(`repository/${key}`, { content: world.content(key), tags: [...tags] });
    return { key, revision: etag.slice(1, -1), size: key.length };
  };
  /** A store that holds to no condition but those of puts. */
  async function looking() {
    Object.assign(world.server.weaknesses, {
      ignoresConditionalDeletes: true,
      ignoresCopySourceConditions: true,
      ignoresCopyDestinationConditions: true,
    });
    given('index.json');
    const store = world.store({ singleWriter: true });
    await store.inspect({ forWriting: true });
    world.server.log.reset();
    return store;
  }
  const changes = () => world.server.log.changes.map(({ operation }) => operation);

  test.each([true, false])('says whether puts replace blindly: %s', async (ignoresConditionalPuts) => {
    Object.assign(world.server.weaknesses, { ignoresConditionalPuts });
    expect((await looking()).replacesBlindly).toBe(ignoresConditionalPuts);
  });

  test('removes nothing, alone or in a batch', async () => {
    const store = await looking();
    const [one, two] = [given('v1/a'), given('v1/b')];
    await expect(store.remove(one.key, one.revision, superseded)).rejects.toThrow(SupersededError);
    await expect(store.batch?.remove([one, two], superseded)).rejects.toThrow(SupersededError);
    expect(world.server.log.count('HeadObject')).toBe(3);
    expect(changes()).toEqual([]);
  });

  test('copies nothing', async () => {
    const store = await looking();
    await expect(store.copy(given('v1/a'), 'v1/b', superseded)).rejects.toThrow(SupersededError);
    expect(changes()).toEqual([]);
  });

  test('copies nothing behind the sample that tells the encryption', async () => {
    const store = world.store();
    let asked = 0;
    const once = async (): Promise<void> => {
      asked += 1;
      if (asked > 1) throw new SupersededError();
    };
    await store.copy(given('v1/a'), '.rollback-backups/b/v1/a', once);
    await expect(store.copy(given('v1/b'), '.rollback-backups/b/v1/b', once)).rejects.toThrow(
      SupersededError,
    );
    expect(changes()).toEqual(['CopyObject']);
  });

  test('replaces nothing whose tags it read', async () => {
    const store = world.store();
    given('index.json', [{ key: 'team', value: 'tars' }]);
    const standing = await store.read('index.json');
    const when = { unchangedSince: standing?.info.revision ?? '', attributes: standing?.attributes };
    await expect(store.put('index.json', bytes('new'), when, superseded)).rejects.toThrow(SupersededError);
    expect(world.server.log.count('GetObjectTagging')).toBe(1);
    expect(changes()).toEqual([]);
  });

  test('is asked for each key that goes alone', async () => {
    const store = world.store();
    const objects = ['v1/end ', 'v1/new\nline', 'v1/plain'].map((key) => given(key));
    let asked = 0;
    await store.batch?.remove(objects, async () => {
      asked += 1;
    });
    expect(asked).toBe(3);
    expect(changes()).toHaveLength(3);
  });
});

test('Google Cloud Storage: a holder that was superseded while it read metadata replaces nothing', async () => {
  const world = await GcsWorld.start();
  const store = await world.open();
  world.bucket.put('index.json', 'old');
  const standing = await store.read('index.json');
  const when = { unchangedSince: standing?.info.revision ?? '', attributes: standing?.attributes };
  await expect(store.put('index.json', bytes('new'), when, superseded)).rejects.toThrow(SupersededError);
  expect(world.bucket.text('index.json')).toBe('old');
  await world.server.close();
});
