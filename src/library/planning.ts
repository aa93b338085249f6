import { failure } from '../domain/errors.ts';
import { planRollback } from '../domain/plan.ts';
import { evaluatePolicy } from '../domain/policy.ts';
import type { PolicyModeName, RollbackTypeName } from '../domain/types.ts';
import { rollback } from '../engine/mod.ts';
import type { RollbackRepositoryAdapter } from './adapter.ts';
import { checkMode, checkType, checkVersion, contextOf, rollbackRequest } from './requests.ts';

/** The guide's policy checks. */
export class RollbackPolicyEngine {
  readonly mode: PolicyModeName;

  constructor(mode: PolicyModeName) {
    this.mode = checkMode(mode);
  }

  /** Answers whether the rollback may go on, with warnings and errors in words. Throws RollbackError when it can't look. */
  async enforce(
    version: string,
    adapter: RollbackRepositoryAdapter,
    type: RollbackTypeName,
    options: { readonly force?: boolean } = {},
  ): Promise<readonly [passed: boolean, warnings: readonly string[], errors: readonly string[]]> {
    const question = { type: checkType(type), mode: this.mode, force: options.force ?? false };
    const decision = evaluatePolicy(await adapter.read(version), question);
    return [decision.allowed, decision.warnings, decision.errors];
  }
}

/** What a rollback would do (guide, "RollbackPlanner"); snake_case as in the guide's files. */
export interface RollbackPlan {
  readonly version: string;
  readonly rollback_type: RollbackTypeName;
  readonly artifacts_to_remove: readonly string[];
  /** The entry as it stands in the index, parsed; null when it stays or is not there. */
  readonly index_entry_to_remove: unknown;
  readonly previous_index_state: unknown;
  /** False also when there is nothing to remove. */
  readonly dependencies_satisfied: boolean;
  /** Seconds. */
  readonly estimated_duration_seconds: number;
  readonly warnings: readonly string[];
  readonly dry_run: boolean;
}

export class RollbackPlanner {
  readonly adapter: RollbackRepositoryAdapter;

  constructor(adapter: RollbackRepositoryAdapter) {
    this.adapter = adapter;
  }

  /** Throws RollbackError when the repository can't be read. */
  async plan(
    version: string,
    type: RollbackTypeName,
    options: { readonly dryRun?: boolean } = {},
  ): Promise<RollbackPlan> {
    const publication = await this.adapter.read(version);
    const question = { type: checkType(type), createBackup: true, requestsPerArtifact: 0 };
    const plan = planRollback(publication, question);
    const [cut] = plan.cut;
    const store = await this.adapter.repository.open();
    const index = publication.index.state === 'present' ? await store.read('index.json') : undefined;
    return {
      version: publication.version,
      rollback_type: plan.rollbackType,
      artifacts_to_remove: plan.artifacts.filter((each) => each.type !== 'folder').map(({ path }) => path),
      index_entry_to_remove: cut === undefined ? null : (JSON.parse(cut.raw) as unknown),
      previous_index_state:
        index === undefined ? null : (JSON.parse(new TextDecoder().decode(index.body)) as unknown),
      dependencies_satisfied: publication.dependents.length === 0 && !plan.nothingToDo,
      estimated_duration_seconds: plan.estimatedSeconds,
      warnings: plan.warnings,
      dry_run: options.dryRun ?? false,
    };
  }
}

/** What `execute` did, in the form of the guide's rollback manifest. */
export interface ExecutedManifest {
  readonly version: string;
  readonly rollback_timestamp: string;
  readonly rollback_id: string;
  readonly rollback_reason: string;
  readonly artifacts_removed: readonly string[];
  readonly rollback_type: RollbackTypeName;
  readonly can_restore: boolean;
  readonly backup_path: string;
}

export class RollbackExecutor {
  readonly adapter: RollbackRepositoryAdapter;

  constructor(adapter: RollbackRepositoryAdapter) {
    this.adapter = adapter;
  }

  /** Carries a plan out, all or nothing; a plan made with `dryRun` changes nothing. */
  async execute(
    plan: RollbackPlan,
    options: { readonly createBackup?: boolean } = {},
  ): Promise<readonly [success: boolean, manifest: ExecutedManifest, removed: number]> {
    const version = checkVersion(plan?.version);
    const reason = plan.dry_run ? 'DRY RUN - Simulation only' : '';
    const request = rollbackRequest(version, checkType(plan.rollback_type), {
      dryRun: plan.dry_run,
      createBackup: options.createBackup ?? true,
      // The policy was the caller's question already; what can't be overridden is still refused.
      policyMode: 'lenient',
      reason,
    });
    if (
      plan.artifacts_to_remove.length === 0 &&
      plan.index_entry_to_remove === null &&
      plan.rollback_type === 'full'
    ) {
      throw failure('VERSION_NOT_FOUND', `There is nothing to roll back for ${version}`);
    }
    const report = await rollback(request, await contextOf(this.adapter.repository));
    const manifest: ExecutedManifest = {
      version: report.version,
      rollback_timestamp: report.timestamp,
      rollback_id: report.rollback_id,
      rollback_reason: reason,
      artifacts_removed: report.artifacts_removed,
      rollback_type: report.rollback_type,
      can_restore: report.can_restore,
      backup_path: report.backup_path,
    };
    return [report.exit_code === 0, manifest, report.dry_run ? 0 : report.total_artifacts_removed];
  }
}
