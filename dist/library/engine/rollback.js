import { failure, knownOf } from '../domain/errors.js';
import { encodeManifest } from '../domain/json-file.js';
import { sha256Hex } from '../domain/log-record.js';
import { takesArtifacts } from '../domain/types.js';
import { ConflictError } from '../ports/object-store.js';
import { acquire, changedBy, openSession, stopIfCancelled } from './acquire.js';
import { demandRoomForNames } from './backup-place.js';
import { closeUnchanged, commit } from './commit.js';
import { ReportDraft } from './draft.js';
import { simulateRollback } from './dry-run.js';
import { engineFailure } from './failures.js';
import { adopt, finishedFor, tellingRecovered, tellRecovered } from './finished-before.js';
import { freshOperation } from './fresh-operation.js';
import { applyDecision, applyPlan, denied, judge, makePlan } from './judgement.js';
import { manifestKeyOf } from './recovery.js';
import { backupMethodFor, foreseen, manifestOf } from './rollback-manifest.js';
import { stageEvidence } from './transaction/evidence.js';
import { openClean, workspaceFor } from './transaction/operation.js';
/** Takes a release out, all or nothing. Always answers with a report; its exit code tells the final state. */
export async function rollback(request, context) {
    if (request.dryRun)
        return simulateRollback(request, context, draftFor(request, context));
    return attempt(request, context, []);
}
/** `earlier`: what an attempt of this run, whose id was taken, had brought to its end. */
async function attempt(request, context, earlier) {
    const draft = draftFor(request, context);
    tellRecovered(draft, earlier);
    try {
        const session = openSession(context, request);
        const recovered = [...earlier];
        const tenure = await draft.stage('preflight', () => tellingRecovered(draft, recovered, () => begin(request, session, draft, recovered)));
        const operation = {
            context,
            tenure,
            workspace: workspaceFor(context, tenure),
            draft,
            waits: session.waits,
            recovering: false,
        };
        return await carryOut(request, operation, recovered);
    }
    catch (thrown) {
        return draft.fail(engineFailure(thrown), changedBy(thrown));
    }
}
function draftFor(request, context) {
    return new ReportDraft(context, {
        operation: 'rollback',
        version: request.version,
        rollback_type: request.rollbackType,
        policy_mode: request.policyMode,
        dry_run: request.dryRun,
    });
}
/** Step 0 and 1: what is in the way is found before anything changes, then the operation is claimed. */
async function begin(request, session, draft, recovered) {
    const { context } = session;
    const early = session.log.head();
    // What the preflight says goes first; a log that can't be read is told when it is needed.
    early.catch(() => { });
    const warnings = await context.store.inspect({
        forWriting: true,
        begins: true,
        version: request.version,
        takesArtifacts: takesArtifacts(request.rollbackType),
    });
    await context.evidence.prepare(request.version);
    const keyNotes = (await context.signer?.prepare()) ?? [];
    for (const warning of warnings)
        draft.warn(warning);
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
async function carryOut(request, operation, recovered) {
    const { draft } = operation;
    let prepared;
    try {
        prepared = await prepare(request, operation, recovered);
    }
    catch (thrown) {
        if (thrown instanceof RollbackIdTaken) {
            await closeUnchanged(operation, draft.fail(engineFailure(thrown)));
            return attempt(request, operation.context, recovered);
        }
        return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    }
    if ('exit_code' in prepared)
        return closeUnchanged(operation, prepared);
    return commit(operation, prepared);
}
/** A backup of this id is there, of the same version and second: the id is drawn again. */
class RollbackIdTaken extends Error {
}
/** Steps 2 and 3: nothing visible changes. A report instead means that there is nothing to commit. */
async function prepare(request, operation, recovered) {
    const { draft, context, tenure } = operation;
    await openClean(operation);
    const { publication, reading, decision } = await draft.stage('policy', () => judge(request, context));
    const finished = finishedFor(request, recovered);
    if (finished !== undefined && decision.alreadyDone)
        return adopt(draft, finished);
    applyDecision(draft, decision, request.force);
    if (!decision.allowed)
        throw denied(decision);
    const plan = await draft.stage('plan', async () => makePlan(request, context, publication));
    applyPlan(draft, plan);
    if (plan.nothingToDo)
        return draft.succeed(`Nothing left to do for ${request.version}`);
    stopIfCancelled(context);
    return draft.stage('backup', async () => {
        const method = await backupMethodFor(request, plan, context);
        if (request.createBackup)
            demandRoomForNames(context, request.version, plan.artifacts, method);
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
async function backUp(operation, manifest) {
    const { workspace, draft } = operation;
    try {
        const sha256 = await writeManifest(operation, manifest);
        await workspace.prepareBackup(manifest, draft.progress('backup'));
        return sha256;
    }
    catch (thrown) {
        if (thrown instanceof RollbackIdTaken)
            throw thrown;
        const error = engineFailure(thrown, 'BACKUP');
        if (['UNREACHABLE', 'SUPERSEDED', 'BACKUP', 'BAD_INPUT'].includes(error.code))
            throw error;
        const code = manifest.create_backup ? 'BACKUP' : 'EVIDENCE';
        throw failure(code, error.message, knownOf(error));
    }
}
/** The SHA-256 of what was written; its bytes, which may be many, are gone when this returns. */
async function writeManifest({ workspace, tenure }, manifest) {
    const body = encodeManifest(manifest);
    await workspace.create(manifestKeyOf(tenure.open), body).catch((thrown) => {
        throw thrown instanceof ConflictError ? new RollbackIdTaken('taken', { cause: thrown }) : thrown;
    });
    return sha256Hex(body);
}
