import { afterEach, beforeEach, expect, test } from 'vitest';
import { recover, restore, rollback } from '../../../src/engine/mod.ts';
import { GcsRemote } from '../../builders/gcs-remote.ts';
import { recoverRequest, restoreRequest, rollbackRequest } from '../../builders/memory-world.ts';
import { BUCKET } from '../../builders/remote-world.ts';
import { GcsWorld } from '../../doubles/gcs-world.ts';

let world: GcsWorld;
beforeEach(async () => {
  world = await GcsWorld.start();
  world.bucket.put('index.json', '{}');
});
afterEach(() => world.server.close());

const KEEPING = [
  ['a retention policy', { retentionPolicy: { retentionPeriod: '604800' } }, 'for 7 days (retention policy)'],
  ['a default event-based hold', { defaultEventBasedHold: true }, 'event-based hold on every new object'],
] as const;

test.each(KEEPING)(
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

test.each(KEEPING)(
  '%s that was set after the probe is refused just the same',
  async (_name, config, words) => {
    const remote = await GcsRemote.start({ moves: true });
    const actor = async () => (await remote.actor()).context;
    expect(await rollback(rollbackRequest('v1.0.2'), await actor())).toMatchObject({ exit_code: 0 });
    Object.assign(remote.server.bucket(BUCKET).config, config);
    remote.forget();
    const tried = [
      await rollback(rollbackRequest('v1.0.1', 'full', { force: true }), await actor()),
      await rollback(rollbackRequest('v1.0.1', 'full', { force: true, dryRun: true }), await actor()),
      await restore(restoreRequest('v1.0.2'), await actor()),
      await restore(restoreRequest('v1.0.2', { dryRun: true }), await actor()),
    ];
    for (const report of tried) {
      expect(report).toMatchObject({ exit_code: 49, error_code: 'BAD_INPUT', changed: false });
      expect(report.errors.join(' ')).toContain(words);
    }
    expect(remote.changes()).toEqual([]);
    // Whatever is open, and nothing is here, could never be closed otherwise.
    const recovered = await recover(recoverRequest(), await actor());
    expect(recovered).toMatchObject({ exit_code: 0, warnings: [expect.stringContaining(words)] });
    await remote.close();
  },
);
