import { afterEach, describe, expect, it } from 'vitest';
import { type EngineContext, recover, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { recoverRequest, rollbackRequest } from '../builders/memory-world.ts';
import { keyInBucket, type RemoteWorld } from '../builders/remote-world.ts';
import { S3Remote } from '../builders/s3-remote.ts';
import { logRecords } from '../crash/invariants.ts';

const worlds: RemoteWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const contextOf = async (world: RemoteWorld): Promise<EngineContext> => (await world.actor()).context;
const kinds = (world: RemoteWorld) => logRecords(world.snapshot()).map(({ kind }) => kind);
const backups = (world: RemoteWorld) =>
  [...world.snapshot().keys()].filter((key) => key.startsWith('.rollback-backups/'));

/** A role that may write backups and not delete them, and one artifact that can't be copied. */
async function start() {
  const world = await S3Remote.start({ versioned: false });
  worlds.push(world);
  const { denials } = world.server;
  const allowDeletes = denials.deny('s3:DeleteObject', new RegExp(`^${keyInBucket('.rollback-backups/')}`));
  const allowCopies = denials.deny('s3:PutObject', /\.rollback-backups\/.*README\.md/);
  return { world, allowDeletes, allowCopies };
}

describe('a backup that may not be deleted', () => {
  it('keeps nobody from the repository: the claim is closed, and the folder swept by who may', async () => {
    const { world, allowDeletes, allowCopies } = await start();
    const report = await rollback(rollbackRequest('v1.0.2'), await contextOf(world));
    expect(report).toMatchObject({ exit_code: 45, changed: false });
    expect(report.warnings.join('\n')).toMatch(
      /\.rollback-backups\/v1\.0\.2-\S+ is not needed and could not be removed: s3:DeleteObject is denied/,
    );
    expect(kinds(world)).toEqual(['claim', 'aborted']);
    expect(logRecords(world.snapshot()).at(-1)?.outcome?.discards).toMatch(/^\.rollback-backups\/v1\.0\.2-/);
    expect(backups(world)).not.toEqual([]);
    expect(await recover(recoverRequest(), await contextOf(world))).toMatchObject({ exit_code: 0 });
    allowDeletes();
    allowCopies();
    expect(await recover(recoverRequest(), await contextOf(world))).toMatchObject({ exit_code: 0 });
    expect(backups(world)).toEqual([]);
  });

  it('of a run that died is no hindrance either', async () => {
    const { world } = await start();
    const dead = await world.actor();
    const dying = world.server.faults.die('before', {
      operation: 'PutObject',
      key: /\.rollback-log\/.*99997$/,
    });
    await rollback(rollbackRequest('v1.0.2'), dead.context);
    dying.remove();
    dead.host.die();
    expect(kinds(world)).toEqual(['claim']);
    const request = rollbackRequest('v1.0.1', 'index_only', { force: true });
    expect(await rollback(request, await contextOf(world))).toMatchObject({ exit_code: 0 });
    expect(kinds(world).slice(0, 3)).toEqual(['claim', 'takeover', 'aborted']);
  });

  it('is told before anything changes, and the rollback goes on', async () => {
    const { world, allowCopies } = await start();
    allowCopies();
    const report = await rollback(rollbackRequest('v1.0.2'), await contextOf(world));
    expect(report).toMatchObject({
      exit_code: 0,
      warnings: [expect.stringMatching(/^A backup that is not needed after all will stay: s3:DeleteObject/)],
    });
  });

  it('is not told where the batch is refused as a whole, and deletes go one by one', async () => {
    const { world, allowCopies } = await start();
    allowCopies();
    world.server.faults.refuse('AccessDenied', { operation: 'DeleteObjects' });
    expect(await rollback(rollbackRequest('v1.0.2'), await contextOf(world))).toMatchObject({
      exit_code: 0,
      warnings: [],
    });
    expect(world.server.log.of('DeleteObject').map(({ key }) => key)).toEqual([
      keyInBucket('v1.0.2/.rollback-nothing'),
    ]);
  });

  it('is told on GCS where the bucket as a whole does not grant it', async () => {
    const world = await GcsRemote.start({ moves: false });
    worlds.push(world);
    world.server.permissions.denyBelow(keyInBucket('.rollback-backups/'), 'storage.objects.delete');
    // Granted by conditions on names, which no test of the bucket tells.
    world.server.faults.plant({ operation: 'buckets.testIamPermissions' }, async () => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{}'),
    }));
    expect(await rollback(rollbackRequest('v1.0.2'), await contextOf(world))).toMatchObject({
      exit_code: 0,
      warnings: [expect.stringContaining('storage.objects.delete is not granted below .rollback-backups/')],
    });
  });
});
