import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RollbackReport } from '../../src/domain/report.ts';
import { RollbackRepositoryAdapter } from '../../src/library/adapter.ts';
import { RollbackOrchestrator } from '../../src/library/orchestrator.ts';
import { RollbackExecutor, RollbackPlanner, RollbackPolicyEngine } from '../../src/library/planning.ts';
import { RepositoryFactory } from '../../src/library/repository.ts';
import { FIXTURE } from '../builders/memory-world.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'release-rollback-options-'));
  await cp(FIXTURE, join(home, 'repository'), { recursive: true });
});
afterEach(() => rm(home, { recursive: true, force: true }));

const repository = () => RepositoryFactory.create('local', { path: join(home, 'repository') });
const touched = async () =>
  (await readdir(join(home, 'repository'))).some((name) => name.startsWith('.rollback'));
const V = { version: 'v1.0.2' };

type Release = (options?: unknown) => Promise<RollbackReport>;
/** As a caller from JavaScript may call it. */
const calls = (more: object = {}) => {
  const orchestrator = new RollbackOrchestrator({ repository: repository(), ...more });
  return {
    rollback: orchestrator.rollbackRelease.bind(orchestrator) as Release,
    restore: orchestrator.restoreRelease.bind(orchestrator) as Release,
  };
};

const VERSION_MISSING = 'version: is required';

describe('rollbackRelease', () => {
  it.each<[unknown, readonly string[]]>([
    [undefined, [VERSION_MISSING]],
    [null, ['The options are to be an object', VERSION_MISSING]],
    ['v1.0.2', ['The options are to be an object', VERSION_MISSING]],
    [[V], ['The options are to be an object', VERSION_MISSING]],
    [{ version: 7 }, ['version: is no string', VERSION_MISSING]],
    [{ ...V, dry_run: true }, ['dry_run: is called dryRun here']],
    [{ ...V, dryrun: true }, ['dryrun: is called dryRun here']],
    [{ ...V, dryRunn: true }, ["dryRunn: there is no such option (did you mean 'dryRun'?)"]],
    [{ ...V, create_backup: false }, ['create_backup: is called createBackup here']],
    [{ ...V, toString: 'x' }, ['toString: there is no such option']],
    [{ ...V, createBackup: 0 }, ['createBackup: is no boolean']],
    [{ ...V, createBackup: null }, ['createBackup: is no boolean']],
    [{ ...V, force: 'yes', dryRun: 'false' }, ['force: is no boolean', 'dryRun: is no boolean']],
    [{ ...V, reason: 7 }, ['reason: is no string']],
    [{ ...V, reason: { why: 'x' } }, ['reason: is no string']],
    [{ ...V, reason: 'a\u001b[31m' }, ['reason: contains a control character']],
    [{ ...V, reason: 'x'.repeat(2001) }, ['reason: has 2001 characters; at most 2000 are allowed']],
    [{ ...V, auditOutputDir: ' ' }, ['auditOutputDir: the path is empty']],
    [
      { ...V, rollbackType: 'artifact_only' },
      [
        "rollbackType: 'artifact_only' is not allowed; use full, artifacts_only or index_only (did you mean 'artifacts_only'?)",
      ],
    ],
  ])('refuses %j with 49, every problem named, before anything is changed', async (options, errors) => {
    const report = await calls().rollback(options);
    expect(report).toMatchObject({ exit_code: 49, error_code: 'BAD_INPUT', changed: false, errors });
    expect(await touched()).toBe(false);
  });

  it('takes undefined as not given, and a reason that comes back in the restore', async () => {
    const options = { ...V, dryRun: undefined, createBackup: undefined, reason: ' CVE-2026-1\r\n\tbad ' };
    const report = await calls().rollback(options);
    expect(report).toMatchObject({ exit_code: 0, backup_created: true, dry_run: false });
    const folder = join(home, 'repository', report.backup_path);
    expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')).reason).toBe(
      'CVE-2026-1\n\tbad',
    );
    expect(await calls().restore({ rollbackId: report.rollback_id })).toMatchObject({ exit_code: 0 });
  });

  it('tells of a dry run, and of the mode, also where the rest is no order', async () => {
    const report = await calls({ policyMode: 'lenient' }).rollback({ ...V, dryRun: true, reasn: '' });
    expect(report).toMatchObject({ exit_code: 49, dry_run: true, policy_mode: 'lenient' });
  });
});

describe('restoreRelease', () => {
  it.each<[unknown, readonly string[]]>([
    [undefined, ['version: is required, or rollbackId']],
    [
      { rollbackId: '../../x' },
      ["rollbackId: '../../x' is not a rollback id (8 hexadecimal digits, 0-9 and a-f)"],
    ],
    [{ ...V, rollback_id: '12345678' }, ['rollback_id: is called rollbackId here']],
    [{ ...V, force: true }, ['force: there is no such option']],
    [{ ...V, dryRun: 1 }, ['dryRun: is no boolean']],
  ])('refuses %j with 49', async (options, errors) => {
    expect(await calls().restore(options)).toMatchObject({ exit_code: 49, operation: 'restore', errors });
  });
});

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the constructors', () => {
  it.each<[unknown, string]>([
    [undefined, 'repository: is required; RepositoryFactory.create makes it'],
    [{ repository: '/var/tars' }, 'repository: is required; RepositoryFactory.create makes it'],
    [{ policy_mode: 'lenient' }, 'policy_mode: is called policyMode here'],
    [{ signAuditLog: true }, "signAuditLog: there is no such option (did you mean 'signAuditLogs'?)"],
    [{ signAuditLogs: 'yes' }, 'signAuditLogs: is no boolean'],
    [
      { policyMode: 'lenent' },
      "policyMode: 'lenent' is not allowed; use strict or lenient (did you mean 'lenient'?)",
    ],
    [{ signingKey: 'x' }, 'signingKey: is of use only with signAuditLogs'],
  ])('of the orchestrator refuses %j', (options, message) => {
    const given = options === undefined ? options : { repository: repository(), ...(options as object) };
    expect(thrown(() => new RollbackOrchestrator(given as never))).toMatchObject({
      exitCode: 49,
      message,
    });
  });

  it('of the adapter wants a repository', () => {
    expect(thrown(() => new RollbackRepositoryAdapter('/var/tars' as never))).toMatchObject({ exitCode: 49 });
  });
});

describe('step by step', () => {
  const parts = () => {
    const adapter = new RollbackRepositoryAdapter(repository());
    return {
      adapter,
      planner: new RollbackPlanner(adapter),
      executor: new RollbackExecutor(adapter),
      engine: new RollbackPolicyEngine('strict'),
    };
  };
  const refused = (message: string) => ({ exitCode: 49, message });

  it('options are checked as well', async () => {
    const { adapter, planner, engine, executor } = parts();
    await expect(planner.plan('v1.0.2', 'full', { dry_run: true } as never)).rejects.toMatchObject(
      refused('dry_run: is called dryRun here'),
    );
    await expect(engine.enforce('v1.0.2', adapter, 'full', { force: 'no' } as never)).rejects.toMatchObject(
      refused('force: is no boolean'),
    );
    const plan = await planner.plan('v1.0.2', 'full');
    await expect(executor.execute(plan, { create_backup: true } as never)).rejects.toMatchObject(
      refused('create_backup: is called createBackup here'),
    );
    await expect(adapter.rollbackVersion('v1.0.2', undefined as never)).rejects.toMatchObject({
      exitCode: 49,
    });
    expect(await touched()).toBe(false);
  });

  it.each<[string, object]>([
    ['dryRun: is called dry_run here', { dryRun: true }],
    ['dry_run: is no boolean', { dry_run: 'yes' }],
    ['The plan is none that a planner made', { dry_run: undefined }],
    ['The plan is none that a planner made', { artifacts_to_remove: undefined }],
  ])('a plan that was changed on its way is refused: %s', async (message, changes) => {
    const { planner, executor } = parts();
    const plan = { ...(await planner.plan('v1.0.2', 'full')), ...changes };
    await expect(executor.execute(plan as never)).rejects.toMatchObject(refused(message));
    await expect(executor.execute(undefined as never)).rejects.toMatchObject({ exitCode: 49 });
    expect(await touched()).toBe(false);
  });

  it('the manifest has the index before and after, and of a dry run as it is', async () => {
    const { planner, executor } = parts();
    const versionsOf = (state: unknown) =>
      (state as { releases: { version: string }[] }).releases.map(({ version }) => version);
    const all = ['v1.0.2', 'v1.0.1', 'v1.0.0'];
    const dry = await planner.plan('v1.0.2', 'full', { dryRun: true });
    const [, simulated] = await executor.execute(dry);
    expect(versionsOf(simulated.index_state_before)).toEqual(all);
    expect(versionsOf(simulated.index_state_after)).toEqual(all);
    const [, manifest] = await executor.execute(await planner.plan('v1.0.2', 'full'));
    expect(versionsOf(manifest.index_state_before)).toEqual(all);
    expect(versionsOf(manifest.index_state_after)).toEqual(['v1.0.1', 'v1.0.0']);
  });
});
