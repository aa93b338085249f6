import { access, constants, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { absentArtifacts } from '../../../src/domain/artifact-marks.ts';
import type { OperationManifest } from '../../../src/domain/manifest.ts';
import { ConflictError } from '../../../src/ports/object-store.ts';
import type { Workspace } from '../../../src/ports/workspace.ts';
import { crossing, type Interference, Killed, killAt, withInterference } from '../../doubles/store-faults.ts';
import { noProgress, Repository, VERSION } from '../../doubles/store-repository.ts';

/** Every change of a workspace, killed before and after, then brought to its end by the next holder, twice. */

/** Copies change the disk often; every fourth change unless all are asked for. */
const FULL = process.env.CRASH_FULL === '1';
const SAMPLE = 4;

const SMALL = {
  'README.md': 'read me',
  'bin/tool': 'tool',
  'docs/link': { link: '../README.md' },
  empty: null,
};
const INDEX = ['{"releases":[1]}', '{"releases":[]}'] as const;

interface World {
  readonly repository: Repository;
  readonly manifest: OperationManifest;
  readonly before: Record<string, string>;
}

interface Scenario {
  readonly name: string;
  readonly manifest?: Partial<OperationManifest>;
  readonly prepare?: (world: World) => Promise<OperationManifest>;
  readonly act: (workspace: Workspace, world: World) => Promise<void>;
  readonly recover: (workspace: Workspace, world: World) => Promise<void>;
  readonly check: (world: World) => Promise<void>;
}

const MODES: readonly [string, (world: World) => Interference | undefined][] = [
  ['by rename', () => undefined],
  [
    'the version folder can not be renamed (overlayfs)',
    ({ repository }) => crossing((from) => from === repository.at(VERSION)),
  ],
  [
    'the backups are on another file system',
    ({ repository }) => {
      const isBackup = (path: string) => path.startsWith(repository.at('.rollback-backups/'));
      return crossing((from, to) => isBackup(from) !== isBackup(to));
    },
  ],
];

async function editIndex(workspace: Workspace, { repository }: World, to: string): Promise<void> {
  await workspace.lockIndex(1000);
  const current = await repository.store.read('index.json');
  if (current !== undefined && Buffer.from(current.body).toString() !== to) {
    await workspace.replace(current, Buffer.from(to));
  }
  await workspace.unlockIndex();
}

async function rollForward(workspace: Workspace, world: World): Promise<void> {
  await workspace.create(
    `${world.manifest.backup_path || '.rollback-log/manifests/'}manifest.json`,
    Buffer.from('{}'),
  );
  await workspace.prepareBackup(world.manifest, noProgress);
  await editIndex(workspace, world, INDEX[1]);
  expect((await workspace.withdraw(world.manifest, noProgress)).changed).toEqual([]);
}

async function rollBack(workspace: Workspace, world: World): Promise<void> {
  await workspace.reinstate(world.manifest, world.manifest.artifacts, noProgress);
  await editIndex(workspace, world, INDEX[0]);
  await workspace.discard(world.manifest);
  await workspace.close();
}

const absentOf = (world: World) => absentArtifacts(world.manifest);

async function rolledBack(world: World): Promise<OperationManifest> {
  const workspace = await world.repository.workspace(world.manifest);
  await rollForward(workspace, world);
  await workspace.close();
  const absent = world.manifest.artifacts.map(({ path }) => path);
  return {
    ...world.manifest,
    operation: 'restore',
    operation_id: 'aaaaaaaa-0000-4000-8000-000000000001',
    absent,
  };
}

async function partlyThere(world: World): Promise<OperationManifest> {
  const manifest = await rolledBack(world);
  await world.repository.publish(VERSION, { 'README.md': 'read me' });
  return { ...manifest, absent: manifest.absent?.filter((path) => !path.endsWith('README.md')) ?? [] };
}

const kept = ({ manifest }: World) => manifest.backup_path + VERSION;

async function checkOut(world: World): Promise<void> {
  expect(await world.repository.exists(VERSION)).toBe(false);
  expect(await world.repository.text('index.json')).toBe(INDEX[1]);
  expect(await world.repository.exists('index.json.lock')).toBe(false);
}

async function checkBack(world: World): Promise<void> {
  expect(await world.repository.tree(VERSION)).toEqual(world.before);
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'rollback, finished',
    act: rollForward,
    recover: rollForward,
    check: async (world) => {
      await checkOut(world);
      expect(await world.repository.tree(kept(world))).toEqual(world.before);
    },
  },
  {
    name: 'rollback, put back',
    act: rollForward,
    recover: rollBack,
    check: async (world) => {
      await checkBack(world);
      expect(await world.repository.text('index.json')).toBe(INDEX[0]);
      expect(await world.repository.tree('.rollback-backups')).toEqual({});
      await world.repository.store.workspaces.sweep('the next operation');
      expect(await world.repository.tree('.rollback-work')).toEqual({});
    },
  },
  {
    name: 'rollback without a backup, put back',
    manifest: { create_backup: false, backup_path: '' },
    act: rollForward,
    recover: rollBack,
    check: checkBack,
  },
  {
    name: 'rollback without a backup, finished',
    manifest: { create_backup: false, backup_path: '' },
    act: rollForward,
    recover: rollForward,
    check: async (world) => {
      await checkOut(world);
      // Until it is closed it can be put back; the tree waits in the work folder.
      expect(Object.keys(await world.repository.tree('.rollback-work'))).not.toEqual([]);
    },
  },
  {
    name: 'restore, finished',
    prepare: rolledBack,
    act: (workspace, world) => workspace.reinstate(world.manifest, absentOf(world), noProgress),
    recover: (workspace, world) => workspace.reinstate(world.manifest, absentOf(world), noProgress),
    check: checkBack,
  },
  {
    name: 'restore beside a file that stands there, finished',
    prepare: partlyThere,
    act: (workspace, world) => workspace.reinstate(world.manifest, absentOf(world), noProgress),
    recover: (workspace, world) => workspace.reinstate(world.manifest, absentOf(world), noProgress),
    check: checkBack,
  },
  {
    name: 'restore, put back',
    prepare: rolledBack,
    act: (workspace, world) => workspace.reinstate(world.manifest, absentOf(world), noProgress),
    recover: async (workspace, world) => {
      expect(await workspace.retract(world.manifest, absentOf(world), noProgress)).toEqual({
        left: [],
        lacking: [],
      });
    },
    check: async (world) => {
      expect(await world.repository.exists(VERSION)).toBe(false);
      expect(await world.repository.tree(kept(world))).toEqual(world.before);
    },
  },
  {
    name: 'restore beside a file that stands there, put back',
    prepare: partlyThere,
    act: (workspace, world) => workspace.reinstate(world.manifest, absentOf(world), noProgress),
    recover: async (workspace, world) => {
      expect(await workspace.retract(world.manifest, absentOf(world), noProgress)).toEqual({
        left: [],
        lacking: [],
      });
    },
    check: async (world) => {
      expect(await world.repository.tree(VERSION)).toEqual({ 'README.md': world.before['README.md'] });
      expect(await world.repository.tree(kept(world))).toEqual(world.before);
    },
  },
];

let world: World;
afterEach(() => world.repository.dispose());

/** In memory where the system has that: thousands of fsyncs on a disk take minutes. */
async function fastestTmp(): Promise<string> {
  return access('/dev/shm', constants.W_OK).then(
    () => '/dev/shm',
    () => tmpdir(),
  );
}

async function build(scenario: Scenario, mode: (world: World) => Interference | undefined): Promise<World> {
  const repository = await Repository.create(await fastestTmp());
  await rm(repository.at(VERSION), { recursive: true });
  await repository.publish(VERSION, SMALL);
  await repository.write('index.json', INDEX[0]);
  const manifest = await repository.manifest(scenario.manifest);
  const built = { repository, manifest, before: await repository.tree(VERSION) };
  if (scenario.prepare === undefined) return built;
  const prepare = scenario.prepare;
  const prepared = await withInterference(mode(built) ?? ((_call, effect) => effect()), () => prepare(built));
  return { ...built, manifest: prepared };
}

/** The bytes of every file that is anywhere in the repository. */
async function bytesSomewhere({ repository }: World): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const info of repository.store.list('')) {
    if (info.type === 'file') found.add(await readFile(repository.at(info.key), 'utf8'));
  }
  return found;
}

async function expectNothingLost(there: World): Promise<void> {
  const found = await bytesSomewhere(there);
  for (const content of ['read me', 'tool']) expect(found).toContain(content);
}

async function dies(interference: Interference, action: () => Promise<void>): Promise<boolean> {
  try {
    await withInterference(interference, action);
    return false;
  } catch (thrown) {
    if (thrown instanceof Killed || (thrown as Error).cause instanceof Killed) return true;
    // A kill that was taken for another failure on the way out is a kill all the same.
    if (thrown instanceof ConflictError) return true;
    throw thrown;
  }
}

for (const [modeName, mode] of MODES) {
  describe(`killed at every change, ${modeName}`, () => {
    for (const scenario of SCENARIOS) {
      const step = FULL || modeName === 'by rename' ? 1 : SAMPLE;
      test(scenario.name, async () => {
        let kills = 0;
        for (let at = 1; ; at += step) {
          let died = false;
          for (const when of ['before', 'after'] as const) {
            world = await build(scenario, mode);
            const there = world;
            const workspace = there.repository.workspaceUnopened(there.manifest, 1);
            died = await dies(killAt(at, when, mode(there)), async () => {
              await workspace.open();
              await scenario.act(workspace, there);
            });
            await expectNothingLost(there);
            // The recovery dies as well, each time at another place, and is recovered.
            await dies(killAt((at % 17) + 1, when, mode(there)), () => recoverAs(2, scenario, there));
            if (scenario.manifest?.backup_path !== '') await expectNothingLost(there);
            for (const epoch of [3, 4]) {
              await withInterference(mode(there) ?? ((_call, effect) => effect()), () =>
                recoverAs(epoch, scenario, there),
              );
              await scenario.check(there);
            }
            await there.repository.dispose();
            kills += 1;
          }
          if (!died) break;
        }
        expect(kills).toBeGreaterThan(4);
      });
    }
  });
}

async function recoverAs(epoch: number, scenario: Scenario, there: World): Promise<void> {
  const workspace = there.repository.workspaceUnopened(there.manifest, epoch);
  await workspace.open();
  await scenario.recover(workspace, there);
}
