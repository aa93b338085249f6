import type { RollbackError } from '../domain/errors.ts';
import type { OpenOperation } from '../domain/log-record.ts';
import type { Plan } from '../domain/plan.ts';
import { evaluatePolicy } from '../domain/policy.ts';
import type { Publication } from '../domain/publication.ts';
import type { RollbackReport } from '../domain/report.ts';
import { takesArtifacts } from '../domain/types.ts';
import { mustHoldSomething } from '../ports/existence.ts';
import type { RollbackRequest } from '../request/request.ts';
import { isDead } from './acquire.ts';
import type { EngineContext } from './context.ts';
import type { ReportDraft } from './draft.ts';
import { engineFailure } from './failures.ts';
import { applyDecision, applyPlan, denied, makePlan } from './judgement.ts';
import { OperationLog } from './log/operation-log.ts';
import { project } from './projection.ts';
import { backupMethodFor } from './rollback-manifest.ts';

/** The same reading, policy and plan as the real run, and nothing written: it judges the state that recovery would leave. */
export async function simulateRollback(
  request: RollbackRequest,
  context: EngineContext,
  draft: ReportDraft,
): Promise<RollbackReport> {
  try {
    const open = await draft.stage('preflight', () => look(request, context, draft));
    const { publication } = await draft.stage('policy', () => project(context, request.version, open));
    const question = { type: request.rollbackType, mode: request.policyMode, force: request.force };
    const decision = evaluatePolicy(publication, question);
    if (finishes(request, open) && decision.alreadyDone) {
      draft.warn(`would finish what run ${open?.run ?? 'unknown'} left`);
      return draft.succeed(
        `DRY RUN: a real run would finish the rollback of ${request.version} that was begun`,
      );
    }
    applyDecision(draft, decision, request.force);
    if (!decision.allowed) throw denied(decision);
    const plan = await draft.stage('plan', () => planned(request, context, draft, publication));
    const files = plan.artifacts.filter((artifact) => artifact.type !== 'folder');
    draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
    draft.fields.total_artifacts_removed = files.length;
    draft.fields.total_bytes_freed = plan.bytes;
    draft.fields.index_updated = plan.cut.length > 0;
    draft.fields.backup_created = request.createBackup;
    draft.fields.can_restore = request.createBackup || plan.artifacts.length === 0;
    return draft.succeed(
      `DRY RUN: would roll back ${request.version} (${request.rollbackType}): ${files.length} artifact${files.length === 1 ? '' : 's'}`,
    );
  } catch (thrown) {
    return dryRunFailure(draft, engineFailure(thrown));
  }
}

/** The plan; what can't be kept, or can't be taken out, is told as the real run tells it. */
async function planned(
  request: RollbackRequest,
  context: EngineContext,
  draft: ReportDraft,
  publication: Publication,
): Promise<Plan> {
  const plan = makePlan(request, context, publication);
  applyPlan(draft, plan);
  await backupMethodFor(request, plan, context);
  return plan;
}

/** 40 to 48 become 47; what no run could even begin with keeps 49. */
export function dryRunFailure(draft: ReportDraft, error: RollbackError): RollbackReport {
  if (error.exitCode === 49) return draft.fail(error);
  return draft.wouldFail(error.code, error);
}

async function look(
  request: RollbackRequest,
  context: EngineContext,
  draft: ReportDraft,
): Promise<OpenOperation | undefined> {
  const { version, rollbackType } = request;
  const about = { forWriting: false, version, takesArtifacts: takesArtifacts(rollbackType) };
  for (const warning of await context.store.inspect(about)) draft.warn(warning);
  return openNow(context, draft);
}

/** What is open now; a living holder is a warning, since a real run would wait for it. */
export async function openNow(
  context: EngineContext,
  draft: ReportDraft,
): Promise<OpenOperation | undefined> {
  const head = await new OperationLog(context.store).head();
  if (head === undefined && context.store.lateRequests) await mustHoldSomething(context.store);
  if (head === undefined || head.record.open === null) return undefined;
  const { open } = head.record;
  const dead = await isDead(context, head);
  draft.warn(
    dead
      ? `A dead run left the ${open.operation} of ${open.version} open; a real run brings it to its end first`
      : `Another run is at the ${open.operation} of ${open.version}; a real run would wait for it`,
  );
  return open;
}

function finishes(request: RollbackRequest, open: OpenOperation | undefined): boolean {
  return (
    open !== undefined &&
    open.operation === 'rollback' &&
    open.phase === 'committed' &&
    open.version === request.version &&
    open.rollback_type === request.rollbackType
  );
}
