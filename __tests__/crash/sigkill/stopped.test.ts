import { writeSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { essence, logRecords, type Snapshot, violations } from '../invariants.ts';
import { makeFolder, type RealFolder, snapshotOf } from './folder.ts';
import { age, inner, isStopped, moment, namespaceCommand } from './namespaces.ts';
import { readTrace, runCli, type Started, startCli } from './run-cli.ts';
import { FULL, SEED, sample } from './sample.ts';

/**
 * A holder that nobody here can see, stopped by SIGSTOP, taken for dead, superseded, and let go on: it must stop by
 * itself and change nothing any more. Needs two pid namespaces on one folder; on the same one a stopped process lives.
 */

const SCENARIOS = [
  { name: 'rollback', prepare: [], act: ['--version', 'v1.0.2'], backup: true },
  {
    name: 'rollback without backup',
    prepare: [],
    act: ['--version', 'v1.0.2', '--no-backup'],
    backup: false,
  },
  {
    name: 'restore',
    prepare: [['--version', 'v1.0.2']],
    act: ['restore', '--version', 'v1.0.2'],
    backup: true,
  },
] as const;

let stops = 0;
let superseded = 0;

const where = ({ root, home }: RealFolder, out: string): string[] => [
  '--repository-path',
  root,
  '--manifest-output-dir',
  `${home}/${out}`,
  '--audit-output-dir',
  `${home}/${out}`,
];

async function prepared({ prepare }: { prepare: readonly (readonly string[])[] }) {
  const folder = await makeFolder();
  const original = await snapshotOf(folder.root);
  for (const step of prepare) {
    const run = await runCli([...step, ...where(folder, 'out')], folder.home);
    expect(run.code, run.stderr).toBe(0);
  }
  return { folder, original };
}

async function changesOf(scenario: (typeof SCENARIOS)[number]): Promise<number> {
  const { folder } = await prepared(scenario);
  const trace = `${folder.home}/trace`;
  const kill = { at: 0, when: 'before', root: folder.home, trace } as const;
  const run = await runCli([...scenario.act, ...where(folder, 'out')], folder.home, kill);
  expect(run.code, run.stderr).toBe(0);
  const calls = (await readTrace(trace)).length;
  await folder.dispose();
  return calls;
}

async function stoppedAt(scenario: (typeof SCENARIOS)[number], at: number, within: readonly string[]) {
  const { folder, original } = await prepared(scenario);
  const label = `seed ${SEED}, ${scenario.name}, stopped before change ${at}`;
  const kill = { at, when: 'before', signal: 'SIGSTOP', root: folder.home } as const;
  const holder = startCli([...scenario.act, ...where(folder, 'out')], folder.home, { kill, within });
  const pid = await whenStopped(holder);
  if (pid === undefined) throw new Error(`${label}: it ended first\n${(await holder.ended).stderr}`);
  stops += 1;
  await age(folder.root);
  const recovery = await runCli(['recover', ...where(folder, 'other')], folder.home);
  expect(recovery.code, `${label}\n${recovery.stderr}`).toBe(0);
  const state = await snapshotOf(folder.root);
  const taken = logRecords(state).some(({ kind }) => kind === 'takeover');
  process.kill(pid, 'SIGCONT');
  const ended = await holder.ended;
  const after = await snapshotOf(folder.root);
  if (taken) {
    superseded += 1;
    expect(ended.code, `${label}\n${ended.stderr}`).toBe(43);
    expect(ended.stderr, label).toMatch(/took this operation over/);
    expect(withoutWork(after), label).toEqual(withoutWork(state));
  } else expect(ended.code, `${label}\n${ended.stderr}`).toBe(0);
  expect(violations(after, original, { backup: scenario.backup }), label).toEqual([]);
  await folder.dispose();
}

/** Its pid here; undefined when it ended instead. */
async function whenStopped(holder: Started): Promise<number | undefined> {
  let over = false;
  void holder.ended.finally(() => {
    over = true;
  });
  while (!over) {
    const pid = await inner(holder.pid);
    if (pid !== undefined && (await isStopped(pid))) return pid;
    await moment();
  }
  return undefined;
}

/** What nobody reads: a work folder may be swept by anybody, and a manifest is nothing unless a `commit` names it. */
function withoutWork(snapshot: Snapshot): Record<string, string> {
  const records = logRecords(snapshot);
  const committed = records.flatMap(({ open }) => (open?.manifest_key ? [open.manifest_key] : []));
  const unread = (key: string) =>
    key.startsWith('.rollback-work/') || (MANIFEST.test(key) && !committed.includes(key));
  return Object.fromEntries([...snapshot].filter(([key]) => !unread(key)));
}
const MANIFEST = /^\.rollback-(backups\/[^/]+\/manifest|log\/manifests\/[^/]+)\.json$/;

describe.each(SCENARIOS)('$name by a holder that is stopped and superseded', (scenario) => {
  it('changes nothing any more when it goes on', { timeout: 3_600_000 }, async () => {
    if (namespaceCommand === undefined) return tellMissing();
    const calls = await changesOf(scenario);
    const all = Array.from({ length: calls }, (_, nth) => nth + 1);
    const points = FULL ? all : sample(calls, 6, 300 + SCENARIOS.indexOf(scenario));
    for (const at of points) await stoppedAt(scenario, at, namespaceCommand);
    expect(superseded).toBeGreaterThan(0);
  });
});

describe('two pid namespaces on one folder', () => {
  it('one goes first, the other waits for it and finds it done', { timeout: 120_000 }, async () => {
    if (namespaceCommand === undefined) return tellMissing();
    const within = namespaceCommand;
    for (let round = 0; round < (FULL ? 20 : 3); round += 1) {
      const { folder, original } = await prepared({ prepare: [] });
      const runs = ['one', 'two', 'three'].map((out) =>
        startCli(['--version', 'v1.0.2', ...where(folder, out)], folder.home, { within }),
      );
      const ended = await Promise.all(runs.map((run) => run.ended));
      expect(ended.map(({ code }) => code).sort(), ended.map(({ stderr }) => stderr).join('\n')).toEqual([
        0, 46, 46,
      ]);
      const state = await snapshotOf(folder.root);
      expect(violations(state, original, { backup: true })).toEqual([]);
      expect(Object.keys(essence(state)).some((key) => key.startsWith('v1.0.2/'))).toBe(false);
      await folder.dispose();
    }
  });
});

function tellMissing(): void {
  writeSync(1, '\nNOT SHOWN HERE: this system allows no pid namespace of our own (unshare --pid)\n');
}

afterAll(() => {
  writeSync(1, `\nStopped holders: ${stops} stops, ${superseded} superseded, seed ${SEED}\n`);
});
