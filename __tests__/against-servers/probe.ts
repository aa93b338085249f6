import { beforeAll, describe, expect, test } from 'vitest';
import { known, makeBucket, texts, World } from './lib/world.ts';

describe.each(known.buckets)('a bucket, %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = new World(await makeBucket(kind));
  });

  test('the probe finds what the server holds to, and keeps it', async () => {
    await (await world.open({ singleWriter: true })).inspect({ forWriting: true });
    const kept = texts(await world.seen());
    expect([...kept.keys()]).toEqual(['.rollback-log/capabilities.json']);
    const found: unknown = JSON.parse(kept.get('.rollback-log/capabilities.json') ?? '');
    const { holds, batches, bareEtags } = known;
    expect(found).toMatchObject({ holds, batch_delete: batches });
    expect(found).toHaveProperty('holds', holds);
    if (bareEtags === true) expect(found).toHaveProperty('bare_etags', true);
    else expect(found).not.toHaveProperty('bare_etags');
  });

  test(`it is ${known.singleWriter ? 'refused' : 'taken'} where others may write`, async () => {
    const store = await world.open({ singleWriter: false });
    const inspecting = store.inspect({ forWriting: true, version: 'v1' });
    if (known.singleWriter) await expect(inspecting).rejects.toMatchObject({ code: 'BAD_INPUT' });
    else await inspecting;
  });
});
