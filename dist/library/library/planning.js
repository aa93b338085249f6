import { failure } from '../domain/errors.js';
import { planRollback } from '../domain/plan.js';
import { evaluatePolicy } from '../domain/policy.js';
import { rollback } from '../engine/mod.js';
import { namedProblems } from '../request/named-options.js';
import { ManifestInMemory } from './manifest-in-memory.js';
import { parseNamed, throwProblems } from './release-options.js';
import { checkMode, checkType, checkVersion, contextOf, rollbackRequest } from './requests.js';
import { readIndexJson } from './single-steps.js';
/** The guide's policy checks. */
export class RollbackPolicyEngine {
    mode;
    constructor(mode) {
        this.mode = checkMode(mode);
    }
    /** Answers whether the rollback may go on, with warnings and errors in words. Throws RollbackError when it can't look. */
    async enforce(version, adapter, type, options = {}) {
        const force = parseNamed(options, { force: ['force', 'boolean'] }, (reader) => reader.flag('force'));
        const question = { type: checkType(type), mode: this.mode, force };
        const decision = evaluatePolicy(await adapter.read(version), question);
        return [decision.allowed, decision.warnings, decision.errors];
    }
}
export class RollbackPlanner {
    adapter;
    constructor(adapter) {
        this.adapter = adapter;
    }
    /** Throws RollbackError when the repository can't be read. */
    async plan(version, type, options = {}) {
        const names = { dryRun: ['dry-run', 'boolean'] };
        const dryRun = parseNamed(options, names, (reader) => reader.flag('dry-run'));
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
            index_entry_to_remove: cut === undefined ? null : JSON.parse(cut.raw),
            previous_index_state: index === undefined ? null : JSON.parse(new TextDecoder().decode(index.body)),
            dependencies_satisfied: publication.dependents.length === 0 && !plan.nothingToDo,
            estimated_duration_seconds: plan.estimatedSeconds,
            warnings: plan.warnings,
            dry_run: dryRun,
        };
    }
}
export class RollbackExecutor {
    adapter;
    constructor(adapter) {
        this.adapter = adapter;
    }
    /** Carries a plan out, all or nothing; a plan made with `dryRun` changes nothing. */
    async execute(plan, options = {}) {
        checkPlan(plan);
        const names = { createBackup: ['create-backup', 'boolean'] };
        const createBackup = parseNamed(options, names, (reader) => reader.flag('create-backup', true));
        const version = checkVersion(plan.version);
        const reason = plan.dry_run ? 'DRY RUN - Simulation only' : '';
        const request = rollbackRequest(version, checkType(plan.rollback_type), {
            dryRun: plan.dry_run,
            createBackup,
            // The policy was the caller's question already; what can't be overridden is still refused.
            policyMode: 'lenient',
            reason,
        });
        if (plan.artifacts_to_remove.length === 0 &&
            plan.index_entry_to_remove === null &&
            plan.rollback_type === 'full') {
            throw failure('VERSION_NOT_FOUND', `There is nothing to roll back for ${version}`);
        }
        const { repository } = this.adapter;
        const evidence = new ManifestInMemory();
        const report = await rollback(request, await contextOf(repository, { evidence }));
        const manifest = {
            version: report.version,
            rollback_timestamp: report.timestamp,
            rollback_id: report.rollback_id,
            rollback_reason: reason,
            artifacts_removed: report.artifacts_removed,
            ...(evidence.indexStates(report.rollback_id) ??
                unchanged(await readIndexJson(await repository.open()))),
            rollback_type: report.rollback_type,
            can_restore: report.can_restore,
            backup_path: report.backup_path,
        };
        return [report.exit_code === 0, manifest, report.dry_run ? 0 : report.total_artifacts_removed];
    }
}
const unchanged = (state) => ({ index_state_before: state, index_state_after: state });
const PLAN_KINDS = {
    version: 'string',
    rollback_type: 'string',
    artifacts_to_remove: 'object',
    index_entry_to_remove: 'object',
    previous_index_state: 'object',
    dependencies_satisfied: 'boolean',
    estimated_duration_seconds: 'number',
    warnings: 'object',
    dry_run: 'boolean',
};
/** A plan that was changed on its way: `dryRun` beside `dry_run` must not be a real rollback. Throws BAD_INPUT. */
function checkPlan(plan) {
    const { dry_run: dryRun, artifacts_to_remove: artifacts } = (plan ?? {});
    throwProblems([
        ...namedProblems(plan ?? null, PLAN_KINDS),
        ...(dryRun === undefined || !Array.isArray(artifacts) ? ['The plan is none that a planner made'] : []),
    ]);
}
