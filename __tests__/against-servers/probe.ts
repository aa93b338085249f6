import { beforeAll, describe, expect, test } from 'vitest';
import { BUCKETS, known, texts, World } from './lib/world.ts';

describe.each(BUCKETS)('a bucket, %s', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await World.start(kind, true);
    await world.publish(new Map([['index.json', new TextEncoder().encode('{"releases":[]}')]]));
  });

  test('the probe finds what the server holds to, keeps it, and leaves nothing else', async () => {
    await (await world.open()).inspect({ forWriting: true });
    const kept = texts(await world.seen());
    expect([...kept.keys()]).toEqual(['.rollback-log/capabilities.json', 'index.json']);
    const found = JSON.parse(kept.get('.rollback-log/capabilities.json') ?? '');
    expect(found.holds).toEqual(known.holds[kind]);
    expect(found.batch_delete).toBe(known.batches);
    expect(found.bare_etags).toBe(known.bareEtags?.[kind]);
  });

  test(`it is ${known.buckets[kind]} where others may write`, async () => {
    const store = await world.open({ singleWriter: false });
    const inspecting = store.inspect({ forWriting: true, version: 'v1' });
    if (known.buckets[kind] === 'taken') await inspecting;
    else await expect(inspecting).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
