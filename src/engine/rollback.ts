import { failure, knownOf } from '../domain/errors.ts';
import { encodeManifest } from '../domain/json-file.ts';
import { sha256Hex } from '../domain/log-record.ts';
import type { OperationManifest } from '../domain/manifest.ts';
import type { RollbackReport } from '../domain/report.ts';
import { takesArtifacts } from '../domain/types.ts';
import { ConflictError } from '../ports/object-store.ts';
import type { RollbackRequest } from '../request/request.ts';
import { acquire, changedBy, openSession, type Recovered, type Session, stopIfCancelled } from './acquire.ts';
import { demandRoomForNames } from './backup-place.ts';
import { closeUnchanged, commit, type Prepared } from './commit.ts';
import type { EngineContext } from './context.ts';
import { ReportDraft } from './draft.ts';
import { simulateRollback } from './dry-run.ts';
import { engineFailure } from './failures.ts';
import { adopt, finishedFor, tellingRecovered, tellRecovered } from './finished-before.ts';
import { freshOperation } from './fresh-operation.ts';
import { applyDecision, applyPlan, denied, judge, makePlan } from './judgement.ts';
import { manifestKeyOf } from './recovery.ts';
import { backupMethodFor, foreseen, manifestOf } from './rollback-manifest.ts';
import { stageEvidence } from './transaction/evidence.ts';
import { type Operation, openClean, workspaceFor } from './transaction/operation.ts';

/** Takes a release out, all or nothing. Always answers with a report; its exit code tells the final state. */
export async function rollback(request: RollbackRequest, context: EngineContext): Promise<RollbackReport> {
  if (request.dryRun) return simulateRollback(request, context, draftFor(request, context));
  return attempt(request, context, []);
}

/** `earlier`: what an attempt of this run, whose id was taken, had brought to its end. */
async function attempt(
  request: RollbackRequest,
  context: EngineContext,
  earlier: readonly Recovered[],
): Promise<RollbackReport> {
  const draft = draftFor(request, context);
  tellRecovered(draft, earlier);
  try {
    const session = openSession(context, request);
    const recovered = [...earlier];
    const tenure = await draft.stage('preflight', () =>
      tellingRecovered(draft, recovered, () => begin(request, session, draft, recovered)),
    );
    const operation: Operation = {
      context,
      tenure,
      workspace: workspaceFor(context, tenure),
      draft,
      waits: session.waits,
      recovering: false,
    };
    return await carryOut(request, operation, recovered);
  } catch (thrown) {
    return draft.fail(engineFailure(thrown), changedBy(thrown));
  }
}

function draftFor(request: RollbackRequest, context: EngineContext): ReportDraft {
  return new ReportDraft(context, {
    operation: 'rollback',
    version: request.version,
    rollback_type: request.rollbackType,
    policy_mode: request.policyMode,
    dry_run: request.dryRun,
  });
}

/** Step 0 and 1: what is in the way is found before anything changes, then the operation is claimed. */
async function begin(request: RollbackRequest, session: Session, draft: ReportDraft, recovered: Recovered[]) {
  const { context } = session;
  const early = session.log.head();
  // What the preflight says goes first; a log that can't be read is told when it is needed.
  early.catch(() => {});
  const warnings = await context.store.inspect({
    forWriting: true,
    begins: true,
    version: request.version,
    takesArtifacts: takesArtifacts(request.rollbackType),
  });
  await context.evidence.prepare(request.version);
  const keyNotes = (await context.signer?.prepare()) ?? [];
  for (const warning of warnings) draft.warn(warning);
  draft.notes.push(...keyNotes);
  const open = freshOperation(context, {
    operation: 'rollback',
    version: request.version,
    rollback_type: request.rollbackType,
    create_backup: request.createBackup,
    actor: request.actor,
    run: request.run,
    reason: request.reason,
    policy_mode: request.policyMode,
    forced: false,
  });
  return acquire(session, open, recovered, early);
}

/** Step 2 to the end, the claim being ours. Before the commit every failure aborts; after it `complete` decides. */
async function carryOut(
  request: RollbackRequest,
  operation: Operation,
  recovered: readonly Recovered[],
): Promise<RollbackReport> {
  const { draft } = operation;
  let prepared: Prepared | RollbackReport;
  try {
    prepared = await prepare(request, operation, recovered);
  } catch (thrown) {
    if (thrown instanceof RollbackIdTaken) {
      await closeUnchanged(operation, draft.fail(engineFailure(thrown)));
      return attempt(request, operation.context, recovered);
    }
    return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
  }
  if ('exit_code' in prepared) return closeUnchanged(operation, prepared);
  return commit(operation, prepared);
}

/** A backup of this id is there, of the same version and second: the id is drawn again. */
class RollbackIdTaken extends Error {}

/** Steps 2 and 3: nothing visible changes. A report instead means that there is nothing to commit. */
async function prepare(
  request: RollbackRequest,
  operation: Operation,
  recovered: readonly Recovered[],
): Promise<Prepared | RollbackReport> {
  const { draft, context, tenure } = operation;
  await openClean(operation);
  const { publication, reading, decision } = await draft.stage('policy', () => judge(request, context));
  const finished = finishedFor(request, recovered);
  if (finished !== undefined && decision.alreadyDone) return adopt(draft, finished);
  applyDecision(draft, decision, request.force);
  if (!decision.allowed) throw denied(decision);
  const plan = await draft.stage('plan', async () => makePlan(request, context, publication));
  applyPlan(draft, plan);
  if (plan.nothingToDo) return draft.succeed(`Nothing left to do for ${request.version}`);
  stopIfCancelled(context);
  return draft.stage('backup', async () => {
    const method = await backupMethodFor(request, plan, context);
    if (request.createBackup) demandRoomForNames(context, request.version, plan.artifacts, method);
    const manifest = manifestOf(request, tenure.open, plan, method, context);
    const manifestKey = manifestKeyOf(tenure.open);
    draft.fields.rollback_id = tenure.open.rollback_id;
    const manifestSha256 = await backUp(operation, manifest);
    await stageEvidence({ ...operation, manifest }, foreseen(manifest, reading, context));
    stopIfCancelled(context);
    const known = reading.state === 'present' ? reading : undefined;
    return { manifest, manifestKey, manifestSha256, reading: known };
  });
}

/** Step 3; whatever refuses the backup is 45, unless the store is out of reach or the release was changed. */
async function backUp(operation: Operation, manifest: OperationManifest): Promise<string> {
  const { workspace, draft } = operation;
  try {
    const sha256 = await writeManifest(operation, manifest);
    await workspace.prepareBackup(manifest, draft.progress('backup'));
    return sha256;
  } catch (thrown) {
    if (thrown instanceof RollbackIdTaken) throw thrown;
    const error = engineFailure(thrown, 'BACKUP');
    if (['UNREACHABLE', 'SUPERSEDED', 'BACKUP', 'BAD_INPUT'].includes(error.code)) throw error;
    const code = manifest.create_backup ? 'BACKUP' : 'EVIDENCE';
    throw failure(code, error.message, knownOf(error));
  }
}

/** The SHA-256 of what was written; its bytes, which may be many, are gone when this returns. */
async function writeManifest({ workspace, tenure }: Operation, manifest: OperationManifest): Promise<string> {
  const body = encodeManifest(manifest);
  await workspace.create(manifestKeyOf(tenure.open), body).catch((thrown: unknown) => {
    throw thrown instanceof ConflictError ? new RollbackIdTaken('taken', { cause: thrown }) : thrown;
  });
  return sha256Hex(body);
}
