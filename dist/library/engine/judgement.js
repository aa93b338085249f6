import { failure } from '../domain/errors.js';
import { planRollback } from '../domain/plan.js';
import { evaluatePolicy } from '../domain/policy.js';
import { readPublication } from './publication.js';
export async function judge(request, context) {
    const { publication, reading } = await readPublication(context.store, context.clock, request.version);
    const question = { type: request.rollbackType, mode: request.policyMode, force: request.force };
    return { publication, reading, decision: evaluatePolicy(publication, question) };
}
export function makePlan(request, context, publication) {
    const perArtifact = context.store.workspaces !== undefined ? 0 : request.createBackup ? 2 : 1;
    return planRollback(publication, {
        type: request.rollbackType,
        createBackup: request.createBackup,
        requestsPerArtifact: perArtifact,
    });
}
export function applyDecision(draft, decision, force) {
    draft.fields.version_exists = decision.versionExists;
    draft.fields.policy_passed = decision.passed;
    draft.fields.dependencies_satisfied = decision.dependenciesSatisfied;
    draft.fields.forced = force && decision.warnings.length > 0;
    for (const warning of decision.warnings)
        draft.warn(warning);
}
export function denied(decision) {
    const [first = 'A policy check failed', ...details] = decision.errors;
    const advice = decision.advice === undefined ? {} : { advice: decision.advice };
    return failure(decision.code ?? 'POLICY_VIOLATION', first, { details, ...advice });
}
export function applyPlan(draft, plan) {
    draft.fields.previous_latest = plan.previousLatest;
    draft.fields.new_latest = plan.newLatest;
    draft.fields.estimated_duration_seconds = plan.estimatedSeconds;
    for (const warning of plan.warnings)
        draft.warn(warning);
    draft.notes.push(...plan.notes);
}
