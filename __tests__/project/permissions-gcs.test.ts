import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { doctor, type EngineContext, list, recover, restore, rollback } from '../../src/engine/mod.ts';
import { GcsRemote } from '../builders/gcs-remote.ts';
import { recoverRequest, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { BUCKET, keyInBucket } from '../builders/remote-world.ts';
import type { Permission } from '../servers/gcs/permissions.ts';
import { blockBelow, namesCheck, page, rowsBelow } from './permissions-page.ts';

async function roleBelow(heading: string): Promise<readonly Permission[]> {
  const role = parse(await blockBelow(heading, 'yaml')) as { includedPermissions: readonly Permission[] };
  return role.includedPermissions;
}
const READS = await roleBelow('GCS: the role that reads');
const WRITES = await roleBelow('GCS: the role that writes');
const OF_PROJECT = 'serviceusage.services.use';
const OF_FOLDERS = 'storage.folders.create';
const OF_LISTS = ['storage.objects.getIamPolicy', 'storage.objects.setIamPolicy'] as const;

const worlds: GcsRemote[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function start(moves: boolean): Promise<GcsRemote> {
  const world = await GcsRemote.start({ moves });
  worlds.push(world);
  // Nobody has probed it yet: the probe is to do with the documented role, too.
  world.server.bucket(BUCKET).retire(keyInBucket('.rollback-log/capabilities.json'));
  world.forget();
  return world;
}

const context = async (world: GcsRemote): Promise<EngineContext> => (await world.actor()).context;

describe.each([
  ['moves', true],
  ['rewrites', false],
] as const)('GCS, %s: the documented roles suffice', (_name, moves) => {
  test('to read: dry runs and the list, without a write', async () => {
    const world = await start(moves);
    world.server.permissions.grantOnly(READS);
    const dry = await rollback(rollbackRequest('v1.0.2', 'full', { dryRun: true }), await context(world));
    expect(dry.exit_code, dry.errors.join('; ')).toBe(0);
    world.server.permissions.grantOnly(WRITES);
    expect((await rollback(rollbackRequest('v1.0.2'), await context(world))).exit_code).toBe(0);
    world.forget();
    world.server.permissions.grantOnly(READS);
    expect((await list(await context(world))).warnings).toEqual([]);
    const again = await restore(restoreRequest('v1.0.2', { dryRun: true }), await context(world));
    expect(again.exit_code, again.errors.join('; ')).toBe(0);
    expect((await recover(recoverRequest({ dryRun: true }), await context(world))).exit_code).toBe(0);
    expect(world.changes()).toEqual([]);
  });

  test('to write: doctor, each type, restore, recover, and putting back', async () => {
    const world = await start(moves);
    world.server.permissions.grantOnly(WRITES);
    const examined = await doctor({ operation: 'doctor' }, await context(world));
    expect(examined.checks.filter(({ result }) => result === 'failed')).toEqual([]);
    for (const { name } of examined.checks) expect(await namesCheck(name), name).toBe(true);
    for (const type of ['full', 'artifacts_only', 'index_only'] as const) {
      const out = await rollback(rollbackRequest('v1.0.2', type), await context(world));
      expect(out, out.errors.join('; ')).toMatchObject({ exit_code: 0, warnings: [] });
      const back = await restore(restoreRequest('v1.0.2'), await context(world));
      expect(back, back.errors.join('; ')).toMatchObject({ exit_code: 0, warnings: [] });
    }
    // Dies in the middle, and a person has it put back.
    const { context: dying, host } = await world.actor();
    const cut = world.cut(8, 'after');
    await rollback(rollbackRequest('v1.0.1'), dying);
    expect(cut.struck).toBe(true);
    cut.undo();
    host.die();
    const recovered = await recover(recoverRequest({ choice: 'revert' }), await context(world));
    expect(recovered, recovered.errors.join('; ')).toMatchObject({ exit_code: 0, warnings: [] });
  });
});

describe('GCS: what is documented and what is asked for are the same', () => {
  test.each(WRITES)('without %s preflight says so', async (permission) => {
    const world = await start(true);
    world.server.permissions.grantOnly(WRITES.filter((each) => each !== permission));
    const before = world.snapshot().get('index.json');
    const report = await rollback(rollbackRequest('v1.0.2'), await context(world));
    const told = [...report.errors, ...report.warnings].join('; ');
    expect(told).toContain(permission);
    const [, documented] = (await rowsBelow('GCS: the role that writes')).find(([names]) =>
      names.includes(permission),
    ) ?? [[], ''];
    if (permission === 'storage.buckets.get') {
      expect(report).toMatchObject({ exit_code: 0 });
      expect(documented).toContain('a warning');
      return;
    }
    expect(report).toMatchObject({ exit_code: 49, changed: false });
    expect(documented).toContain('49, named by preflight');
    expect(world.snapshot().get('index.json')).toBe(before);
    world.server.permissions.grantOnly(WRITES);
    expect((await rollback(rollbackRequest('v1.0.2'), await context(world))).exit_code).toBe(0);
  });

  test('access lists of objects need two more, and preflight says so', async () => {
    const world = await start(true);
    world.server.bucket(BUCKET).config.iamConfiguration = {
      uniformBucketLevelAccess: { enabled: false },
      publicAccessPrevention: 'inherited',
    };
    world.server.permissions.grantOnly(WRITES);
    const warned = await rollback(rollbackRequest('v1.0.2'), await context(world));
    expect(warned.exit_code).toBe(0);
    expect(warned.warnings.join()).toContain(OF_LISTS.join(' and '));
    world.server.permissions.grantOnly([...WRITES, ...OF_LISTS]);
    const back = await restore(restoreRequest('v1.0.2'), await context(world));
    expect(back).toMatchObject({ exit_code: 0, warnings: [] });
  });

  test('where requesters pay, a project that does', async () => {
    const world = await start(true);
    world.server.bucket(BUCKET).config.billing = { requesterPays: true };
    world.server.permissions.grantOnly([...WRITES, OF_PROJECT]);
    const refused = await rollback(rollbackRequest('v1.0.2'), await context(world));
    expect(refused).toMatchObject({ exit_code: 49, changed: false });
    expect(refused.errors.join()).toContain('need a project that pays');
    expect(await page()).toMatch(/^\| requesters pay \| `serviceusage\.services\.use` on the project/m);
    world.projectId = 'payer';
    const out = await rollback(rollbackRequest('v1.0.2'), await context(world));
    expect(out.exit_code, out.errors.join('; ')).toBe(0);
    const back = await restore(restoreRequest('v1.0.2'), await context(world));
    expect(back.exit_code, back.errors.join('; ')).toBe(0);
    world.server.permissions.grantOnly(WRITES);
    const denied = await rollback(rollbackRequest('v1.0.2'), await context(world));
    expect(denied).toMatchObject({ exit_code: 49, changed: false });
    expect(denied.errors.join()).toContain(OF_PROJECT);
  });

  test('real folders need one more, and preflight says so', async () => {
    const world = await start(true);
    world.server.bucket(BUCKET).config.hierarchicalNamespace = { enabled: true };
    world.server.permissions.grantOnly(WRITES);
    const before = world.snapshot().get('index.json');
    const refused = await rollback(rollbackRequest('v1.0.2'), await context(world));
    expect(refused).toMatchObject({ exit_code: 49, changed: false });
    expect(refused.errors.join()).toContain(OF_FOLDERS);
    expect(world.snapshot().get('index.json')).toBe(before);
    const examined = await doctor({ operation: 'doctor' }, await context(world));
    const told = examined.checks.filter(({ result }) => result === 'failed');
    expect(told.map(({ detail }) => detail).join()).toContain(OF_FOLDERS);
    expect(await page()).toMatch(
      /^\| folders are real \(hierarchical namespace\) \| `storage\.folders\.create`/m,
    );
    world.server.permissions.grantOnly([...WRITES, OF_FOLDERS]);
    expect((await rollback(rollbackRequest('v1.0.2'), await context(world))).exit_code).toBe(0);
    const back = await restore(restoreRequest('v1.0.2'), await context(world));
    expect(back).toMatchObject({ exit_code: 0, warnings: [] });
    // As with a condition: granted at the prefix, which the bucket as a whole does not tell.
    world.server.permissions.has = (permission) => permission === 'storage.buckets.get';
    expect((await rollback(rollbackRequest('v1.0.2'), await context(world))).exit_code).toBe(0);
  });

  test('a grant on the prefix only, by a condition, is found at the prefix', async () => {
    const world = await start(true);
    world.server.permissions.grantOnly(WRITES);
    // As with a condition: the bucket as a whole grants nothing of objects, and says so when it is asked.
    const { permissions } = world.server;
    permissions.has = (permission) => permission === 'storage.buckets.get';
    const report = await rollback(rollbackRequest('v1.0.2'), await context(world));
    expect(report.exit_code, report.errors.join('; ')).toBe(0);
  });
});
