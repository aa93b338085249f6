import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recover, rollback } from '../../../src/engine/mod.ts';
import { recoverRequest, rollbackRequest } from '../../builders/memory-world.ts';
import { BUCKET, keyInBucket, type RemoteWorld } from '../../builders/remote-world.ts';
import { S3Remote } from '../../builders/s3-remote.ts';
import { essence, logRecords } from '../invariants.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { Trial } from './trial.ts';
import { worlds } from './worlds.ts';

const reverting = SCENARIOS.find(({ reverts }) => reverts === true) as Scenario;
const A_RECORD = /\.rollback-log\/\d{20}$/;

const backups = (world: RemoteWorld): readonly string[] =>
  [...world.snapshot().keys()].filter((key) => /^\.rollback-backups\/v1\.0\.2/.test(key));
const last = (world: RemoteWorld) => logRecords(world.snapshot()).at(-1);

/** What a run that died right after its closer left behind, though the log says that nobody needs it. */
describe.each(worlds)('$name: a run that dies right after it reverted', ({ start }) => {
  let world: RemoteWorld;
  let trial: Trial;
  beforeEach(async () => {
    world = await start();
    trial = await Trial.start(world, reverting);
    trial.begin();
    const closer = trial.changes.findLastIndex((what) => A_RECORD.test(what));
    const cut = world.cut(closer + 1, 'after');
    const actor = await world.actor();
    await reverting.act(actor);
    cut.undo();
    actor.host.die();
    expect(last(world)).toMatchObject({ kind: 'reverted', open: null });
    expect(backups(world)).not.toEqual([]);
  });
  afterEach(() => world.close());

  it.each(['recover', 'rollback'] as const)('leaves a backup that the next %s takes away', async (next) => {
    const { context } = await world.actor();
    const report =
      next === 'recover'
        ? await recover(recoverRequest(), context)
        : await rollback(rollbackRequest('v1.0.1'), context);
    expect(report.exit_code, report.errors.join()).toBe(0);
    expect(backups(world)).toEqual([]);
    if (next === 'recover') expect(essence(world.snapshot())).toEqual(essence(trial.before));
    expect(trial.fenced).toBe(false);
  });

  it('leaves it when a dry run comes', async () => {
    const { context } = await world.actor();
    await rollback(rollbackRequest('v1.0.1', 'full', { dryRun: true }), context);
    expect(backups(world)).not.toEqual([]);
  });
});

const HOUR = 3_600_000;
const probe = (digit: string): string =>
  `.rollback-work/probe-${digit.repeat(8)}-1111-4111-8111-111111111111/`;

describe.each(worlds)('$name: objects of a probe that died', ({ start }) => {
  it('are taken away by recover when they are old, and nothing else is', async () => {
    const world = await start();
    const { store } = (await world.actor()).context;
    const put = (key: string) => store.put(key, new TextEncoder().encode('x'), 'absent');
    await put(`${probe('a')}object`);
    await put('.rollback-work/of-somebody-else');
    world.clock.time += HOUR + 1000;
    await put(`${probe('b')}object`);
    expect((await recover(recoverRequest(), (await world.actor()).context)).exit_code).toBe(0);
    const left = [...world.snapshot().keys()].filter((key) => key.startsWith('.rollback-work/'));
    expect(left).toEqual(['.rollback-work/of-somebody-else', `${probe('b')}object`]);
    await world.close();
  });
});

describe('S3, copies', () => {
  let world: S3Remote;
  beforeEach(async () => {
    world = await S3Remote.start({ versioned: false });
  });
  afterEach(() => world.close());

  it('of a cancelled run a copy that lands late is taken away by the next operation, once it has', async () => {
    const actor = await world.actor();
    const cut = world.cut(1, 'late', /^CopyObject /);
    cut.whenStruck = async () => actor.cancel.abort();
    const report = await rollback(rollbackRequest('v1.0.2'), actor.context);
    expect([report.exit_code, report.changed]).toEqual([43, false]);
    expect(last(world)?.outcome?.discards).toMatch(/^\.rollback-backups\/v1\.0\.2-.*\/$/);
    world.clock.beforeSleep = async () => cut.deliver();
    const { context } = await world.actor();
    expect((await recover(recoverRequest(), context)).exit_code).toBe(0);
    await cut.deliver();
    expect(backups(world)).toEqual([]);
  });

  it.each([
    ['of another operation', (path: string) => path.replace('v1.0.2', 'v1.0.1')],
    ['that is none', () => 'v1.0.2/'],
  ])('what a record says of a folder %s is not believed', async (_, change) => {
    const trial = await Trial.start(world, reverting);
    trial.begin();
    await reverting.act(await world.actor());
    const record = last(world);
    const folder = change(record?.outcome?.discards ?? '');
    const bucket = world.server.bucket(BUCKET);
    bucket.put(keyInBucket(`${folder}precious`), 'precious\n');
    const key = bucket.keys(keyInBucket('.rollback-log/')).find((each) => A_RECORD.test(each)) ?? '';
    const forged = { ...record, kind: 'aborted', outcome: { ...record?.outcome, discards: folder } };
    bucket.put(key, JSON.stringify(forged));
    await recover(recoverRequest(), (await world.actor()).context);
    expect(world.snapshot().get(`${folder}precious`)).toBe('precious\n');
  });
});
