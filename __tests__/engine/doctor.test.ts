import { describe, expect, it } from 'vitest';
import { failure } from '../../src/domain/errors.ts';
import { type DoctorReport, doctor, unexamined, withFailedCheck } from '../../src/engine/mod.ts';
import { type Actor, MemoryWorld } from '../builders/memory-world.ts';
import { A_RECORD, to } from './intercepts.ts';
import { diesAfter } from './worlds.ts';

const examine = ({ context }: Actor): Promise<DoctorReport> => doctor({ operation: 'doctor' }, context);
const resultsOf = ({ checks }: DoctorReport) =>
  Object.fromEntries(checks.map(({ name, result }) => [name, result]));
const detailOf = ({ checks }: DoctorReport, name: string): string =>
  checks.find((check) => check.name === name)?.detail ?? '';
const adviceOf = ({ checks }: DoctorReport, name: string): string =>
  checks.find((check) => check.name === name)?.advice ?? '';

const WELL = {
  repository: 'ok',
  index: 'ok',
  log: 'ok',
  leftovers: 'ok',
  'output folders': 'ok',
  'signing key': 'skipped',
};

describe('a doctor', () => {
  it('finds a sound repository sound, and changes nothing', async () => {
    const world = new MemoryWorld();
    const before = [...world.bucket.objects.keys()];
    const report = await examine(world.actor());
    expect(report).toMatchObject({ schema_version: 1, repository_type: 'memory', exit_code: 0 });
    expect(resultsOf(report)).toEqual(WELL);
    expect(detailOf(report, 'index')).toBe('3 releases, latest v1.0.2');
    expect([...world.bucket.objects.keys()]).toEqual(before);
  });

  it('names an operation that a dead run left, and what to do', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'claim');
    const report = await examine(world.actor());
    expect(resultsOf(report)).toEqual({ ...WELL, log: 'warning' });
    expect(detailOf(report, 'log')).toMatch(
      /^the rollback of v1\.0\.2 is open since .*, and its run is dead$/,
    );
    expect(adviceOf(report, 'log')).toContain('release-rollback recover');
    expect(report.exit_code).toBe(0);
  });

  it('names a living holder, and leaves it alone', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    world.machine.dead.clear();
    const report = await examine(world.actor());
    expect(detailOf(report, 'log')).toMatch(/, and process \d+ on .* is at it$/);
    expect(adviceOf(report, 'log')).toBe('Wait for it.');
  });

  it.each<[string, (world: MemoryWorld) => unknown, string, number]>([
    ['a missing index', (world) => world.bucket.erase('index.json'), 'index.json is missing', 41],
    [
      'a broken index',
      (world) => world.bucket.write('index.json', '{'),
      'index.json is not a usable index',
      41,
    ],
  ])('finds %s, and looks on', async (_, spoil, detail, exitCode) => {
    const world = new MemoryWorld();
    spoil(world);
    const report = await examine(world.actor());
    expect(resultsOf(report)).toEqual({ ...WELL, index: 'failed' });
    expect(detailOf(report, 'index')).toContain(detail);
    expect(adviceOf(report, 'index')).not.toBe('');
    expect(report.exit_code).toBe(exitCode);
  });

  it('warns of an index that strict mode refuses', async () => {
    const world = new MemoryWorld();
    const releases = [
      { version: 'v1', artifacts: [] },
      { version: 'v1', artifacts: [] },
    ];
    world.bucket.write('index.json', JSON.stringify({ releases, total_releases: 7 }));
    const report = await examine(world.actor());
    expect(resultsOf(report)).toEqual({ ...WELL, index: 'warning' });
    expect(detailOf(report, 'index')).toBe(
      '2 releases, latest v1; v1 is listed more than once; total_releases is not the number of releases, 2',
    );
  });

  it('finds a damaged log', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const [newest = ''] = [...world.bucket.objects.keys()].filter((key) => A_RECORD.test(key)).sort();
    world.bucket.write(newest, '{"torn');
    const report = await examine(world.actor());
    expect(resultsOf(report)).toMatchObject({ log: 'failed', index: 'ok', 'output folders': 'ok' });
    expect(adviceOf(report, 'log')).toContain('--accept-log-break');
    expect(report.exit_code).toBe(49);
  });

  it('finds that the record before the newest one was changed', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const [, second = ''] = [...world.bucket.objects.keys()].filter((key) => A_RECORD.test(key)).sort();
    world.bucket.write(second, `${world.bucket.text(second)} `);
    const report = await examine(world.actor());
    expect(resultsOf(report)).toMatchObject({ log: 'failed' });
    expect(detailOf(report, 'log')).toContain('chained');
    expect(report.exit_code).toBe(49);
  });

  it('names leftovers: work folders of nothing that is open, and a lock on the index', async () => {
    const world = new MemoryWorld();
    for (let n = 1; n <= 7; n += 1) world.bucket.write(`.rollback-work/${n}-1/index.json`, '');
    const folders = await examine(world.actor());
    expect(resultsOf(folders)).toEqual({ ...WELL, leftovers: 'warning' });
    expect(detailOf(folders, 'leftovers')).toMatch(/^\.rollback-work\/1-1\/, .* and 2 more$/);
    expect(adviceOf(folders, 'leftovers')).toContain('recover');
    const locked = new MemoryWorld();
    locked.bucket.write('index.json.lock', '{}');
    expect(detailOf(await examine(locked.actor()), 'leftovers')).toBe('index.json.lock');
  });

  it('does not take the work of the open operation for a leftover', async () => {
    const world = new MemoryWorld();
    await diesAfter(world, 'commit');
    const { context } = world.actor();
    const [newest = ''] = [...world.bucket.objects.keys()].filter((key) => A_RECORD.test(key)).sort();
    const record = JSON.parse(new TextDecoder().decode((await context.store.read(newest))?.body));
    world.bucket.write(`.rollback-work/${record.open.operation_id}-1/x`, '');
    world.bucket.write('index.json.lock', '{}');
    expect(resultsOf(await examine(world.actor())).leftovers).toBe('ok');
  });

  it('tells folders that can not be written', async () => {
    const actor = new MemoryWorld().actor();
    actor.evidence.failAt = 'prepare';
    const report = await examine(actor);
    expect(resultsOf(report)).toEqual({ ...WELL, 'output folders': 'failed' });
    expect(report.exit_code).toBe(48);
  });

  it.each([
    [[], [], 'ok', 'it can sign'],
    [['made a key'], ['made a key'], 'ok', 'it can sign; made a key'],
    [['others may read it'], [], 'warning', 'it can sign; others may read it'],
  ])('asks the signer: %j, %j', async (told, notes, result, detail) => {
    const { context } = new MemoryWorld().actor();
    const signer = {
      check: async () => told,
      prepare: async () => told,
      notes,
      sign: () => Promise.reject(new Error('signs nothing')),
    };
    const report = await doctor({ operation: 'doctor' }, { ...context, signer });
    expect(report.checks.at(-1)).toEqual({ name: 'signing key', result, detail, advice: '' });
  });

  it('skips what is in vain where the repository is out of reach, and looks at the rest', async () => {
    const world = new MemoryWorld();
    const actor = world.actor(async () => {
      throw failure('UNREACHABLE', 'no answer', { details: ['from 192.0.2.1'] });
    });
    const report = await examine(actor);
    expect(resultsOf(report)).toEqual({
      repository: 'failed',
      index: 'skipped',
      log: 'skipped',
      leftovers: 'skipped',
      'output folders': 'ok',
      'signing key': 'skipped',
    });
    expect(detailOf(report, 'repository')).toBe('no answer; from 192.0.2.1');
    expect(report.exit_code).toBe(49);
  });

  it('asks the store for all else that it knows of itself, also where preflight refuses', async () => {
    const { context } = new MemoryWorld().actor();
    const refusing = (more: Partial<typeof context.store>): typeof context =>
      ({
        ...context,
        store: Object.assign(context.store, {
          inspect: () => Promise.reject(failure('PERMISSION', 'no delete')),
          ...more,
        }),
      }) as typeof context;
    const clock = { name: 'clock', result: 'failed', detail: 'an hour off', advice: 'set it' } as const;
    const told = await doctor({ operation: 'doctor' }, refusing({ diagnose: async () => [clock] }));
    expect(told.checks.slice(0, 2)).toMatchObject([{ name: 'repository', detail: 'no delete' }, clock]);
    expect(told.exit_code).toBe(49);
    const odd = () => Promise.reject(new TypeError('odd'));
    const thrown = await doctor({ operation: 'doctor' }, refusing({ diagnose: odd }));
    expect(resultsOf(thrown)).toEqual({ ...WELL, repository: 'failed', settings: 'failed' });
  });

  it('looks on where only a permission is missing, and where something unexpected is thrown', async () => {
    const refusing = (thrown: Error) =>
      new MemoryWorld().actor(async (request, effect) => {
        if (to('inspect', /^$/)(request)) throw thrown;
        return effect();
      });
    for (const thrown of [failure('PERMISSION', 'no'), new TypeError('odd')]) {
      const report = await examine(refusing(thrown));
      expect(resultsOf(report)).toEqual({ ...WELL, repository: 'failed' });
      expect(report.exit_code).toBe(49);
    }
  });
});

it('what could not be opened is told as a repository that failed', () => {
  const error = failure('BAD_INPUT', 'no such type');
  const report = unexamined(error, { type: 's3', location: 's3://tars' });
  expect(report).toMatchObject({ repository_type: 's3', repository_location: 's3://tars', exit_code: 49 });
  expect(Object.values(resultsOf(report))).toEqual(['failed', ...Array(5).fill('skipped')]);
});

it('a check that fails late does not hide what failed before', () => {
  const late = failure('EVIDENCE', 'no room');
  const sound = {
    schema_version: 1,
    repository_type: 'local',
    repository_location: '/r',
    checks: [],
    exit_code: 0,
  } as const;
  expect(withFailedCheck(sound, 'report files', late)).toMatchObject({
    checks: [{ name: 'report files', result: 'failed', detail: 'no room' }],
    exit_code: 48,
  });
  expect(withFailedCheck({ ...sound, exit_code: 41 }, 'report files', late).exit_code).toBe(41);
});
