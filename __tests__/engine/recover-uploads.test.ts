import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recover, restore, rollback } from '../../src/engine/mod.ts';
import { recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket, keyInRepository } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { clientOf } from '../servers/s3-server/client.ts';

let world: S3Remote;
beforeEach(async () => {
  world = await S3Remote.start({ versioned: false });
});
afterEach(() => world.close());

async function upload(key: string): Promise<void> {
  const client = clientOf(world.server);
  await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: keyInBucket(key) }));
  client.destroy();
}

const underWay = () =>
  [...world.server.bucket(BUCKET).uploads.values()].map(({ key }) => keyInRepository(key)).sort();

/** Begins something that dies right after its first copy or index edit. */
async function dies(act: 'rollback' | 'restore' | 'revert'): Promise<void> {
  const actor = await world.actor();
  if (act === 'revert') actor.evidence.failAt = 'publish';
  const key = act === 'rollback' ? /index\.json$/ : /\/v1\.0\.2\//;
  const operation = act === 'rollback' ? 'PutObject' : 'CopyObject';
  let copiesToRelease = 0;
  const dying = world.server.faults.add(async (request, proceed) => {
    if (copiesToRelease > 0) return 'reset';
    const back = request.operation === operation && key.test(request.key) && !/\.rollback-/.test(request.key);
    if (!back) return proceed();
    copiesToRelease += 1;
    await proceed();
    return 'reset';
  });
  if (act === 'restore') await restore(restoreRequest('v1.0.2'), actor.context);
  else await rollback(rollbackRequest('v1.0.2', 'full', { createBackup: act === 'revert' }), actor.context);
  dying.remove();
  actor.host.die();
}

describe('unfinished uploads that a recovery finds in the folder of the version', () => {
  it('are a publisher’s where nothing was copied: they stay', async () => {
    await dies('rollback');
    await upload('v1.0.2/README.md');
    const report = await recover(recoverRequest(), (await world.actor()).context);
    expect(report).toMatchObject({
      exit_code: 0,
      warnings: ['No backup is made: this rollback cannot be restored'],
    });
    expect(underWay()).toEqual(['v1.0.2/README.md']);
  });

  it('are a dead restore’s only at keys that it was putting back', async () => {
    await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    await dies('restore');
    await upload('v1.0.2/README.md');
    await upload('v1.0.2/new');
    expect((await recover(recoverRequest(), (await world.actor()).context)).exit_code).toBe(0);
    expect(underWay()).toEqual(['v1.0.2/new']);
  });

  it('are a publisher’s where they were under way before', async () => {
    await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    await upload('v1.0.2/README.md');
    world.clock.time += 600_000;
    await dies('restore');
    await upload('v1.0.2/manifest.json');
    expect((await recover(recoverRequest(), (await world.actor()).context)).exit_code).toBe(0);
    expect(underWay()).toEqual(['v1.0.2/README.md']);
  });

  it('are a dead revert’s, too', async () => {
    await dies('revert');
    await upload('v1.0.2/README.md');
    await upload('v1.0.2/new');
    expect((await recover(recoverRequest(), (await world.actor()).context)).exit_code).toBe(0);
    expect(underWay()).toEqual(['v1.0.2/new']);
  });
});

describe('an upload of a run that closed, and could not abort it', () => {
  beforeEach(async () => {
    await world.close();
    world = await S3Remote.start({ versioned: false, parts: true });
  });

  /** Its parts are refused, and for a while no abort gets through. */
  async function failsToAbort(times: number): Promise<void> {
    const { faults, denials } = world.server;
    const aborts = faults.reset('before', { operation: 'AbortMultipartUpload', times });
    const parts = faults.refuse('InvalidRequest', {
      operation: 'UploadPartCopy',
      times: Number.POSITIVE_INFINITY,
    });
    const report = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(report).toMatchObject({ exit_code: 45, changed: false });
    aborts.remove();
    parts.remove();
    denials.clear();
  }

  it('is none where the abort is only asked for again', async () => {
    await failsToAbort(1);
    expect(underWay()).toEqual([]);
  });

  it('is taken back by a recovery, and what began since is left alone', async () => {
    await failsToAbort(Number.POSITIVE_INFINITY);
    const left = underWay();
    expect(left.length).toBeGreaterThan(0);
    world.clock.time += 60_000;
    await upload('.rollback-backups/of-somebody-at-work/v1.0.1/README.md');
    await upload('v1.0.2/README.md');
    expect((await recover(recoverRequest(), (await world.actor()).context)).exit_code).toBe(0);
    expect(underWay()).toEqual([
      '.rollback-backups/of-somebody-at-work/v1.0.1/README.md',
      'v1.0.2/README.md',
    ]);
  });

  it('is left for a day where another repository may keep its backups, too', async () => {
    world.backupPrefix = 'backups';
    const key = 'backups/v2.0.0-20261124_120000-0123abcd/v2.0.0/big';
    const client = clientOf(world.server);
    await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: key }));
    client.destroy();
    const keys = () => [...world.server.bucket(BUCKET).uploads.values()].map((each) => each.key);
    for (const [hours, left] of [
      [12, [key]],
      [25, []],
    ] as const) {
      world.clock.time += hours * 3_600_000;
      expect((await recover(recoverRequest(), (await world.actor()).context)).exit_code).toBe(0);
      expect(keys()).toEqual(left);
    }
  });

  /** Parts get no answer, nor do aborts until `until` says so. */
  function silent(until: () => boolean, struck: () => void = () => {}): () => void {
    const fault = world.server.faults.add(async ({ operation }, proceed) => {
      if (operation === 'UploadPartCopy') struck();
      else if (operation !== 'AbortMultipartUpload' || until()) return proceed();
      return 'reset';
    });
    return () => fault.remove();
  }

  it('is taken back when its run closes, after the wait for what got no answer', async () => {
    const began = world.clock.time;
    silent(() => world.clock.time >= began + 60_000);
    const report = await rollback(rollbackRequest('v1.0.2'), (await world.actor()).context);
    expect(report).toMatchObject({ changed: false });
    expect(report.exit_code).not.toBe(0);
    expect(world.server.log.count('CreateMultipartUpload')).toBeGreaterThan(0);
    expect(underWay()).toEqual([]);
  });

  it('is taken back by the next run, if its own was cancelled and did not wait', async () => {
    const actor = await world.actor();
    const heard = silent(
      () => false,
      () => actor.cancel.abort(),
    );
    expect((await rollback(rollbackRequest('v1.0.2'), actor.context)).changed).toBe(false);
    heard();
    expect(underWay().length).toBeGreaterThan(0);
    const next = await rollback(rollbackRequest('v1.0.1', 'index_only'), (await world.actor()).context);
    expect(next.exit_code, next.errors.join()).toBe(0);
    expect(underWay()).toEqual([]);
  });
});
