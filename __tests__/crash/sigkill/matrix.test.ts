import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/domain/log-record.ts';
import { essence, logRecords, type Snapshot, violations } from '../invariants.ts';
import { attributesOf, makeFolder, type RealFolder, snapshotOf } from './folder.ts';
import { type KillPoint, readTrace, runCli } from './run-cli.ts';
import { FULL, SEED, sample } from './sample.ts';

interface Scenario {
  readonly name: string;
  readonly prepare: readonly (readonly string[])[];
  readonly act: readonly string[];
  readonly backup: boolean;
  readonly exdev?: string;
}

const takeOut = (type: string, ...more: string[]): string[] => [
  '--version',
  'v1.0.2',
  '--rollback-type',
  type,
  ...more,
];
const bringBack = ['restore', '--version', 'v1.0.2'];
const ELSEWHERE = '/repository/v1\\.0\\.2 ';

const SCENARIOS: readonly Scenario[] = [
  { name: 'rollback full', prepare: [], act: takeOut('full'), backup: true },
  { name: 'rollback artifacts_only', prepare: [], act: takeOut('artifacts_only'), backup: true },
  { name: 'rollback index_only', prepare: [], act: takeOut('index_only'), backup: true },
  { name: 'rollback full without backup', prepare: [], act: takeOut('full', '--no-backup'), backup: false },
  { name: 'restore full', prepare: [takeOut('full')], act: bringBack, backup: true },
  { name: 'restore artifacts_only', prepare: [takeOut('artifacts_only')], act: bringBack, backup: true },
  { name: 'restore index_only', prepare: [takeOut('index_only')], act: bringBack, backup: true },
  {
    name: 'rollback full, no rename possible',
    prepare: [],
    act: takeOut('full'),
    backup: true,
    exdev: ELSEWHERE,
  },
];

const SAMPLE = 6;
let kills = 0;

const where = (folder: RealFolder): string[] => [
  '--repository-path',
  folder.root,
  '--manifest-output-dir',
  folder.out,
  '--audit-output-dir',
  folder.out,
];

async function prepared(
  scenario: Scenario,
): Promise<{ folder: RealFolder; original: Snapshot; before: Snapshot }> {
  const folder = await makeFolder();
  const original = await snapshotOf(folder.root);
  for (const step of scenario.prepare) {
    const run = await runCli([...step, ...where(folder)], folder.home);
    expect(run.code, run.stderr).toBe(0);
  }
  return { folder, original, before: await snapshotOf(folder.root) };
}

const point = (folder: RealFolder, scenario: Scenario, at: number, when: KillPoint['when']): KillPoint => ({
  at,
  when,
  root: folder.home,
  trace: `${folder.home}/trace`,
  ...(scenario.exdev === undefined ? {} : { exdev: scenario.exdev }),
});

async function undisturbed(scenario: Scenario): Promise<{ after: Snapshot; calls: number }> {
  const { folder } = await prepared(scenario);
  const run = await runCli(
    [...scenario.act, ...where(folder)],
    folder.home,
    point(folder, scenario, 0, 'before'),
  );
  expect(run.code, run.stderr).toBe(0);
  const calls = (await readTrace(`${folder.home}/trace`)).length;
  const after = await snapshotOf(folder.root);
  await folder.dispose();
  return { after, calls };
}

async function recoverTwice(folder: RealFolder, label: string): Promise<Snapshot> {
  const first = await runCli(['recover', ...where(folder)], folder.home);
  expect(first.code, `${label}\n${first.stderr}`).toBe(0);
  const once = await snapshotOf(folder.root);
  const second = await runCli(['recover', ...where(folder)], folder.home);
  expect(second.code, label).toBe(0);
  expect(await snapshotOf(folder.root), `${label}: I8`).toEqual(once);
  return once;
}

/** After the commit forward, before it untouched. */
function expected(state: Snapshot, before: Snapshot, after: Snapshot): Snapshot {
  const kinds = logRecords(state)
    .slice(logRecords(before).length)
    .map(({ kind }) => kind);
  return kinds.includes('commit') ? after : before;
}

async function killedOnce(
  scenario: Scenario,
  after: Snapshot,
  at: number,
  when: KillPoint['when'],
): Promise<void> {
  const { folder, original, before } = await prepared(scenario);
  const run = await runCli(
    [...scenario.act, ...where(folder)],
    folder.home,
    point(folder, scenario, at, when),
  );
  const label = `seed ${SEED}, ${scenario.name}, killed ${when} ${(await readTrace(`${folder.home}/trace`)).at(-1)}`;
  expect(run.signal, `${label}\n${run.stderr}`).toBe('SIGKILL');
  kills += 1;
  const state = await recoverTwice(folder, label);
  expect(violations(state, original, { backup: scenario.backup }), label).toEqual([]);
  expect(essence(state), label).toEqual(essence(expected(state, before, after)));
  expect(await evidenceFaults(folder, state), label).toEqual([]);
  expect(
    [...state.keys()].filter((key) => key.startsWith('.rollback-work/')),
    label,
  ).toEqual([]);
  await folder.dispose();
}

/** Evidence under its plain name is of what the log calls done, as it was done; each `done` has some (I9). */
async function evidenceFaults(folder: RealFolder, state: Snapshot): Promise<readonly string[]> {
  const done = logRecords(state).filter(({ kind }) => kind === 'done');
  const hashes = new Set<string | undefined>(done.map(({ outcome }) => outcome?.audit_sha256));
  const names: string[] = await readdir(folder.out).catch(() => []);
  const audits = names.filter((name) => /^v1\.0\.2\.\w+-audit\.json$/.test(name));
  const faults: string[] = [];
  for (const name of audits) {
    const hash = sha256Hex(await readFile(join(folder.out, name)));
    if (!hashes.has(hash)) faults.push(`${name} is not what a 'done' record names`);
  }
  for (const { operation } of done)
    if (!names.includes(`v1.0.2.${operation}-manifest.json`)) faults.push(`no manifest of the ${operation}`);
  return faults;
}

/** Put back by a person's choice: as before, and no evidence of it; what was done already stays done. */
async function killedThenReverted(scenario: Scenario, after: Snapshot, at: number): Promise<void> {
  const { folder, original, before } = await prepared(scenario);
  await runCli([...scenario.act, ...where(folder)], folder.home, point(folder, scenario, at, 'after'));
  kills += 1;
  const label = `seed ${SEED}, ${scenario.name}, killed after call ${at}, recover --revert`;
  const back = await runCli(['recover', '--revert', ...where(folder)], folder.home);
  expect(back.code, `${label}\n${back.stderr}`).toBe(0);
  const state = await snapshotOf(folder.root);
  const isDone = logRecords(state).length > logRecords(before).length && closedAs(state) === 'done';
  expect(violations(state, original, { backup: scenario.backup }), label).toEqual([]);
  expect(essence(state), label).toEqual(essence(isDone ? after : before));
  expect(await evidenceFaults(folder, state), label).toEqual([]);
  await folder.dispose();
}

const closedAs = (state: Snapshot): string | undefined => logRecords(state).at(-1)?.kind;

describe.each(SCENARIOS)('$name, killed by SIGKILL', (scenario) => {
  it('is whole after each kill, recovered twice', { timeout: 3_600_000 }, async () => {
    const { after, calls } = await undisturbed(scenario);
    expect(calls).toBeGreaterThan(20);
    const all = Array.from({ length: calls }, (_, at) => at + 1);
    const points = FULL ? all : sample(calls, SAMPLE, SCENARIOS.indexOf(scenario));
    for (const at of points) {
      await killedOnce(scenario, after, at, 'before');
      if (FULL) await killedOnce(scenario, after, at, 'after');
    }
  });

  it('is as before when a person chooses to put it back', { timeout: 3_600_000 }, async () => {
    const { after, calls } = await undisturbed(scenario);
    // The second half: there the commit is made, and the evidence published.
    const late = Math.floor(calls / 2);
    for (const at of sample(late, FULL ? late : 3, 200 + SCENARIOS.indexOf(scenario)))
      await killedThenReverted(scenario, after, calls - late + at);
  });

  it('is whole when the recovery is killed as well', { timeout: 3_600_000 }, async () => {
    const { calls } = await undisturbed(scenario);
    for (const at of sample(calls, FULL ? 12 : 2, 100 + SCENARIOS.indexOf(scenario))) {
      for (const second of sample(40, FULL ? 8 : 1, at)) {
        const { folder, original } = await prepared(scenario);
        await runCli([...scenario.act, ...where(folder)], folder.home, point(folder, scenario, at, 'after'));
        const again = await runCli(
          ['recover', ...where(folder)],
          folder.home,
          point(folder, scenario, second, 'before'),
        );
        kills += again.signal === 'SIGKILL' ? 2 : 1;
        const label = `seed ${SEED}, ${scenario.name}, killed at ${at}, recovery at ${second}`;
        const state = await recoverTwice(folder, label);
        expect(violations(state, original, { backup: scenario.backup }), label).toEqual([]);
        await folder.dispose();
      }
    }
  });
});

describe('what comes back', () => {
  it('has its modes and times', async () => {
    const folder = await makeFolder();
    const before = await attributesOf(folder.root, 'v1.0.2');
    await runCli([...takeOut('full'), ...where(folder)], folder.home);
    await runCli([...bringBack, ...where(folder)], folder.home);
    expect(await attributesOf(folder.root, 'v1.0.2')).toEqual(before);
    await folder.dispose();
  });
});

afterAll(() => {
  console.log(`SIGKILL matrix: ${kills} kills, seed ${SEED}${FULL ? ', every kill point' : ', a sample'}`);
});
