import { afterEach, beforeEach, expect, test } from 'vitest';
import { GcsWorld } from '../../doubles/gcs-world.ts';

let world: GcsWorld;
beforeEach(async () => {
  world = await GcsWorld.start();
  world.bucket.put('index.json', '{}');
});
afterEach(() => world.server.close());

test.each([
  ['a retention policy', { retentionPolicy: { retentionPeriod: '604800' } }, 'for 7 days (retention policy)'],
  ['a default event-based hold', { defaultEventBasedHold: true }, 'event-based hold on every new object'],
])(
  '%s is refused in its own words, before anything is written that could not be removed',
  async (_name, config, words) => {
    Object.assign(world.bucket.config, config);
    for (const takesArtifacts of [true, false]) {
      const refused = (await world.open()).inspect({ forWriting: true, version: 'v1', takesArtifacts });
      await expect(refused).rejects.toMatchObject({ code: 'BAD_INPUT', exitCode: 49 });
      await expect(refused).rejects.toThrow(words);
    }
    expect(world.bucket.names()).toEqual(['index.json']);
  },
);
