import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  RepositoryFactory,
  RollbackExecutor,
  RollbackOrchestrator,
  RollbackPlanner,
  RollbackPolicy,
  RollbackPolicyEngine,
  RollbackRepositoryAdapter,
  RollbackType,
} from 'release-rollback';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIXTURE } from '../builders/memory-world.ts';

// The package by its own name: what is tested is the committed dist/library.
let home: string;
let path: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'release-rollback-library-'));
  path = join(home, 'repository');
  await cp(FIXTURE, path, { recursive: true });
});

afterEach(() => rm(home, { recursive: true, force: true }));

const repository = () => RepositoryFactory.create('local', { path });
const versions = async (): Promise<string[]> => {
  const { releases } = JSON.parse(await readFile(join(path, 'index.json'), 'utf8'));
  return releases.map(({ version }: { version: string }) => version);
};

describe("the guide's basic usage", () => {
  it('rolls a release back and restores it', async () => {
    const orchestrator = new RollbackOrchestrator({
      repository: repository(),
      policyMode: RollbackPolicy.STRICT,
      signAuditLogs: false,
    });
    const report = await orchestrator.rollbackRelease({
      version: 'v1.0.2',
      rollbackType: RollbackType.FULL,
      dryRun: false,
      force: false,
      createBackup: true,
      auditOutputDir: join(home, 'audit'),
      manifestOutputDir: join(home, 'manifests'),
    });
    expect(report).toMatchObject({ status: 'success', total_artifacts_removed: 6, total_bytes_freed: 4525 });
    expect(await readdir(join(home, 'audit'))).toEqual(['v1.0.2.rollback-audit.json']);
    expect(await versions()).toEqual(['v1.0.1', 'v1.0.0']);
    await orchestrator.generateJsonReport(report, join(home, 'r.json'));
    await orchestrator.generateTextReport(report, join(home, 'r.txt'));
    expect(JSON.parse(await readFile(join(home, 'r.json'), 'utf8'))).toMatchObject({ version: 'v1.0.2' });
    expect(await readFile(join(home, 'r.txt'), 'utf8')).toContain('T.A.R.S. RELEASE ROLLBACK REPORT');
    const back = await orchestrator.restoreRelease({ version: 'v1.0.2' });
    expect(back).toMatchObject({ status: 'success', exit_code: 0 });
    expect(await versions()).toEqual(['v1.0.2', 'v1.0.1', 'v1.0.0']);
  });

  it.each(['../x', '', 'v1.0.2/', 'index.json'])(
    'answers with a report for the version %j',
    async (version) => {
      const orchestrator = new RollbackOrchestrator({ repository: repository() });
      expect(await orchestrator.rollbackRelease({ version })).toMatchObject({
        exit_code: 49,
        changed: false,
      });
    },
  );

  it('answers with a report where there is no repository', async () => {
    const nowhere = RepositoryFactory.create('local', { path: join(home, 'nowhere') });
    const report = await new RollbackOrchestrator({ repository: nowhere }).rollbackRelease({
      version: 'v1.0.2',
    });
    expect(report).toMatchObject({ exit_code: 49, status: 'failed' });
    expect(await readdir(home)).toEqual(['repository']);
  });
});

describe("the guide's advanced usage", () => {
  it('asks, plans and executes step by step', async () => {
    const adapter = new RollbackRepositoryAdapter(repository());
    expect(await adapter.versionExists('v1.0.2')).toBe(true);
    const engine = new RollbackPolicyEngine(RollbackPolicy.STRICT);
    const [passed, , errors] = await engine.enforce('v1.0.2', adapter, RollbackType.FULL, { force: false });
    expect([passed, errors]).toEqual([true, []]);
    const plan = await new RollbackPlanner(adapter).plan('v1.0.2', RollbackType.FULL, { dryRun: false });
    expect(plan.artifacts_to_remove).toHaveLength(6);
    expect(plan).toMatchObject({
      dependencies_satisfied: true,
      index_entry_to_remove: { version: 'v1.0.2' },
    });
    const [success, manifest, count] = await new RollbackExecutor(adapter).execute(plan, {
      createBackup: true,
    });
    expect([success, count]).toEqual([true, 6]);
    expect(manifest).toMatchObject({ version: 'v1.0.2', can_restore: true });
    expect(await adapter.versionExists('v1.0.2')).toBe(false);
    expect(await adapter.listBackups()).toHaveLength(1);
  });

  it('changes nothing with a plan for a dry run', async () => {
    const adapter = new RollbackRepositoryAdapter(repository());
    const plan = await new RollbackPlanner(adapter).plan('v1.0.2', RollbackType.FULL, { dryRun: true });
    const [success, manifest, count] = await new RollbackExecutor(adapter).execute(plan);
    expect([success, count, manifest.rollback_reason]).toEqual([true, 0, 'DRY RUN - Simulation only']);
    expect((await readdir(path)).filter((name) => name.startsWith('.rollback'))).toEqual([]);
  });
});

describe('the adapter', () => {
  it('keeps a copy of a version and leaves the version alone', async () => {
    const adapter = new RollbackRepositoryAdapter(repository());
    const [ok, folder] = await adapter.backupVersion('v1.0.2');
    expect(ok).toBe(true);
    const original = await readFile(join(path, 'v1.0.2/README.md'), 'utf8');
    expect(await readFile(join(path, folder, 'v1.0.2/README.md'), 'utf8')).toBe(original);
    expect(await adapter.listBackups()).toEqual([folder.split('/')[1]]);
  });

  it('takes all artifacts out, or refuses a part of them', async () => {
    const adapter = new RollbackRepositoryAdapter(repository());
    const artifacts = await adapter.getVersionArtifacts('v1.0.2');
    await expect(adapter.rollbackVersion('v1.0.2', artifacts.slice(1))).rejects.toMatchObject({
      exitCode: 49,
    });
    expect(await adapter.rollbackVersion('v1.0.2', artifacts)).toEqual([true, 6]);
    expect(await adapter.getVersionArtifacts('v1.0.2')).toEqual([]);
  });

  it('takes a version out of the index and writes an earlier index back', async () => {
    const adapter = new RollbackRepositoryAdapter(repository());
    const [ok, before, after] = await adapter.removeFromIndex('v1.0.2');
    expect(ok).toBe(true);
    expect(await adapter.restoreIndex(before)).toBe(true);
    expect(await versions()).toEqual(['v1.0.2', 'v1.0.1', 'v1.0.0']);
    expect(await adapter.restoreIndex(after)).toBe(false);
    await expect(adapter.restoreIndex({ releases: 'none' })).rejects.toMatchObject({ exitCode: 49 });
    expect(await versions()).toEqual(['v1.0.2', 'v1.0.1', 'v1.0.0']);
  });
});
