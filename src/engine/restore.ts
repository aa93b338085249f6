import { asRollbackError, failure } from '../domain/errors.ts';
import { encodeJson, type OpenOperation, sha256Hex, type VersionMarker } from '../domain/log-record.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { RestoreRequest } from '../request/request.ts';
import { acquire, openSession, type Recovered, type Session, settle, stopIfCancelled } from './acquire.ts';
import type { EngineContext } from './context.ts';
import { ReportDraft } from './draft.ts';
import { dryRunFailure, openNow } from './dry-run.ts';
import { manifestKeyOf } from './recovery.ts';
import { checkRestorable, loadManifest, type RestorePlan, restoreManifest } from './restore-plan.ts';
import { chooseRollback } from './restore-target.ts';
import { adopt, closeUnchanged, freshOperation } from './rollback.ts';
import { complete } from './transaction/complete.ts';
import { stageEvidence } from './transaction/evidence.ts';
import { CopyWorkspace } from './transaction/copy-workspace.ts';
import { type Operation, workspaceFor } from './transaction/operation.ts';

/** Brings back what a rollback took, exactly. Always answers with a report. */
export async function restore(request: RestoreRequest, context: EngineContext): Promise<RollbackReport> {
  const draft = new ReportDraft(context, {
    operation: 'restore',
    version: request.version ?? '',
    rollback_id: request.rollbackId ?? '',
    dry_run: request.dryRun,
  });
  try {
    return request.dryRun ? await simulate(request, context, draft) : await carryOut(request, context, draft);
  } catch (thrown) {
    const error = asRollbackError(thrown);
    return request.dryRun ? dryRunFailure(draft, error) : draft.fail(error);
  }
}

async function simulate(
  request: RestoreRequest,
  context: EngineContext,
  draft: ReportDraft,
): Promise<RollbackReport> {
  await draft.stage('preflight', async () => {
    for (const warning of await context.store.inspect({ forWriting: false })) draft.warn(warning);
    await openNow(context, draft);
  });
  const target = await draft.stage('policy', () => chooseRollback(context.store, request));
  describe(draft, target.marker);
  if (target.restored) return draft.succeed(`DRY RUN: ${target.marker.version} is restored already`);
  const plan = await draft.stage('plan', () =>
    checkPlan(context, readOnlyWorkspace(context), target.marker, draft),
  );
  fillPlan(draft, plan);
  return draft.succeed(
    `DRY RUN: would restore ${target.marker.version} (rollback ${target.marker.rollback_id})`,
  );
}

/** A workspace that only looks: it is never opened, and its guard refuses every change. */
function readOnlyWorkspace(context: EngineContext) {
  const guard = async (): Promise<void> => {
    throw failure('INTERNAL', 'A dry run tried to change something');
  };
  const ticket = { operationId: 'dry-run', epoch: 0, version: '' };
  return (
    context.store.workspaces?.create(ticket, guard) ??
    new CopyWorkspace({ store: context.store, guard, unresolved: () => {} })
  );
}

async function carryOut(
  request: RestoreRequest,
  context: EngineContext,
  draft: ReportDraft,
): Promise<RollbackReport> {
  const session = openSession(context, request);
  const recovered: Recovered[] = [];
  const target = await draft.stage('preflight', () => preflight(request, session, draft, recovered));
  const { marker } = target;
  describe(draft, marker);
  if (target.restored) {
    const finished = recovered.find(
      ({ open, ending }) =>
        ending === 'finished' && open.operation === 'restore' && open.version === marker.version,
    );
    if (finished !== undefined) return adopt(draft, finished);
    return draft.succeed(`${marker.version} is restored already (rollback ${marker.rollback_id})`);
  }
  const open = await claimFor(request, context, marker);
  const { tenure } = await draft.stage('preflight', () => acquire(session, open));
  await context.store.workspaces?.sweep(open.operation_id);
  const workspace = workspaceFor(context, tenure);
  return transact(
    request,
    { context, tenure, workspace, draft, waits: session.waits, recovering: false },
    marker,
  );
}

async function preflight(
  request: RestoreRequest,
  session: Session,
  draft: ReportDraft,
  recovered: Recovered[],
) {
  const { context, waits } = session;
  const about = request.version === undefined ? {} : { version: request.version };
  for (const warning of await context.store.inspect({ forWriting: true, ...about })) draft.warn(warning);
  await context.evidence.prepare(request.version ?? '');
  draft.notes.push(...((await context.signer?.prepare()) ?? []));
  await settle(session, context.clock.monotonic() + waits.lockTimeoutMs, recovered);
  return chooseRollback(context.store, request);
}

async function claimFor(
  request: RestoreRequest,
  context: EngineContext,
  marker: VersionMarker,
): Promise<OpenOperation> {
  return freshOperation(
    context,
    {
      operation: 'restore',
      version: marker.version,
      rollback_type: marker.rollback_type,
      create_backup: true,
      actor: request.actor,
      run: request.run,
      reason: request.reason,
      policy_mode: 'strict',
      forced: false,
    },
    marker.rollback_id,
  );
}

async function transact(
  request: RestoreRequest,
  operation: Operation,
  marker: VersionMarker,
): Promise<RollbackReport> {
  const { draft, context, tenure, workspace } = operation;
  let bound: { manifest: ReturnType<typeof restoreManifest>; key: string; sha256: string };
  try {
    await workspace.open();
    // What was chosen before the claim may have been restored by somebody else since.
    const again = await chooseRollback(context.store, request);
    if (again.restored || again.marker.operation_id !== marker.operation_id) {
      throw failure('SUPERSEDED', `Another run changed the rollbacks of ${marker.version} meanwhile`);
    }
    const plan = await draft.stage('policy', () => checkPlan(context, workspace, marker, draft));
    fillPlan(draft, plan);
    bound = await draft.stage('plan', async () => {
      const manifest = restoreManifest(plan, tenure.open, marker, request.reason);
      const body = encodeJson(manifest);
      const key = manifestKeyOf(tenure.open);
      await workspace.create(key, body);
      await stageEvidence({ ...operation, manifest }, { before: plan.indexBytes, after: plan.indexBytes });
      return { manifest, key, sha256: sha256Hex(body) };
    });
    stopIfCancelled(context);
  } catch (thrown) {
    return closeUnchanged(operation, draft.fail(asRollbackError(thrown)));
  }
  try {
    await tenure.advance('commit', {
      phase: 'committed',
      manifest_key: bound.key,
      manifest_sha256: bound.sha256,
      warnings: draft.warnings,
    });
  } catch (thrown) {
    tenure.release();
    await context.evidence.discard();
    return draft.fail(asRollbackError(thrown), { changed: 'unknown' });
  }
  return complete({ ...operation, manifest: bound.manifest });
}

async function checkPlan(
  context: EngineContext,
  workspace: Operation['workspace'],
  marker: VersionMarker,
  draft: ReportDraft,
): Promise<RestorePlan> {
  const manifest = await loadManifest(context.store, marker);
  const plan = await checkRestorable(context, workspace, manifest);
  draft.fields.policy_passed = true;
  draft.fields.dependencies_satisfied = true;
  for (const warning of plan.warnings) draft.warn(warning);
  return plan;
}

function describe(draft: ReportDraft, marker: VersionMarker): void {
  draft.fields.version = marker.version;
  draft.fields.version_exists = true;
  draft.fields.rollback_type = marker.rollback_type;
  draft.fields.rollback_id = draft.fields.dry_run ? '' : marker.rollback_id;
  draft.fields.backup_path = marker.backup_path;
}

function fillPlan(draft: ReportDraft, plan: RestorePlan): void {
  draft.fields.previous_latest = plan.latest;
  draft.fields.new_latest = plan.latestAfter;
  const files = plan.absent.filter((artifact) => artifact.type !== 'folder');
  draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
  draft.fields.total_artifacts_removed = files.length;
  draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
  draft.fields.index_updated = plan.listsAgain;
}
