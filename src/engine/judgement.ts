import { failure } from '../domain/errors.ts';
import { type Plan, planRollback } from '../domain/plan.ts';
import { evaluatePolicy, type PolicyDecision } from '../domain/policy.ts';
import type { Publication } from '../domain/publication.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
import type { ReportDraft } from './draft.ts';
import { readPublication } from './publication.ts';

export async function judge(request: RollbackRequest, context: EngineContext) {
  const { publication, reading } = await readPublication(context.store, context.clock, request.version);
  const question = { type: request.rollbackType, mode: request.policyMode, force: request.force };
  return { publication, reading, decision: evaluatePolicy(publication, question) };
}

export function makePlan(request: RollbackRequest, context: EngineContext, publication: Publication): Plan {
  const perArtifact = context.store.workspaces !== undefined ? 0 : request.createBackup ? 2 : 1;
  return planRollback(publication, {
    type: request.rollbackType,
    createBackup: request.createBackup,
    requestsPerArtifact: perArtifact,
  });
}

export function applyDecision(draft: ReportDraft, decision: PolicyDecision, force: boolean): void {
  draft.fields.version_exists = decision.versionExists;
  draft.fields.policy_passed = decision.passed;
  draft.fields.dependencies_satisfied = decision.dependenciesSatisfied;
  draft.fields.forced = force && decision.warnings.length > 0;
  for (const warning of decision.warnings) draft.warn(warning);
}

export function denied(decision: PolicyDecision) {
  const [first = 'A policy check failed', ...details] = decision.errors;
  const advice = decision.advice === undefined ? {} : { advice: decision.advice };
  return failure(decision.code ?? 'POLICY_VIOLATION', first, { details, ...advice });
}

export function applyPlan(draft: ReportDraft, plan: Plan): void {
  draft.fields.previous_latest = plan.previousLatest;
  draft.fields.new_latest = plan.newLatest;
  draft.fields.estimated_duration_seconds = plan.estimatedSeconds;
  for (const warning of plan.warnings) draft.warn(warning);
  draft.notes.push(...plan.notes);
}
