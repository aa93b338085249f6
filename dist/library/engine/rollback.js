import { asRollbackError, failure } from '../domain/errors.js';
import { encodeManifest } from '../domain/json-file.js';
import { backupPath } from '../domain/keys.js';
import { sha256Hex } from '../domain/log-record.js';
import { planRollback } from '../domain/plan.js';
import { evaluatePolicy } from '../domain/policy.js';
import { takesArtifacts } from '../domain/types.js';
import { ConflictError } from '../ports/object-store.js';
import { acquire, openSession, stopIfCancelled } from './acquire.js';
import { ReportDraft } from './draft.js';
import { simulateRollback } from './dry-run.js';
import { engineFailure, isUnreachable } from './failures.js';
import { readPublication } from './publication.js';
import { abort, manifestKeyOf } from './recovery.js';
import { complete } from './transaction/complete.js';
import { hide } from './transaction/entries.js';
import { stageEvidence } from './transaction/evidence.js';
import { workspaceFor } from './transaction/operation.js';
/** Takes a release out, all or nothing. Always answers with a report; its exit code tells the final state. */
export async function rollback(request, context) {
    const draft = draftFor(request, context);
    if (request.dryRun)
        return simulateRollback(request, context, draft);
    try {
        const session = openSession(context, request);
        const { tenure, recovered } = await draft.stage('preflight', () => begin(request, session, draft));
        const operation = {
            context,
            tenure,
            workspace: workspaceFor(context, tenure),
            draft,
            waits: session.waits,
            recovering: false,
        };
        noteRecovered(draft, recovered);
        return await carryOut(request, operation, recovered);
    }
    catch (thrown) {
        return draft.fail(engineFailure(thrown));
    }
}
export function draftFor(request, context) {
    return new ReportDraft(context, {
        operation: 'rollback',
        version: request.version,
        rollback_type: request.rollbackType,
        policy_mode: request.policyMode,
        dry_run: request.dryRun,
    });
}
/** Step 0 and 1: what is in the way is found before anything changes, then the operation is claimed. */
async function begin(request, session, draft) {
    const { context } = session;
    const warnings = await context.store.inspect({
        forWriting: true,
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
    const acquired = await acquire(session, open);
    await context.store.workspaces?.sweep(open.operation_id);
    return acquired;
}
/** A new operation; its id's first 8 hex are the rollback id, unless it is about one that there is already. */
export function freshOperation(context, asked, rollbackId) {
    const operationId = context.host.uuid();
    return {
        ...asked,
        operation_id: operationId,
        rollback_id: rollbackId ?? operationId.slice(0, 8),
        phase: 'claimed',
        epoch: 1,
        began: new Date(context.clock.now()).toISOString(),
        warnings: [],
        manifest_key: '',
        manifest_sha256: '',
        commit_sequence: 0,
    };
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
            return rollback(request, operation.context);
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
/** The commit point. Refused, it ends as before; without an answer the operation stays open, for the log to say. */
export async function commit(operation, prepared) {
    const { draft, context, tenure } = operation;
    try {
        await tenure.advance('commit', {
            phase: 'committed',
            manifest_key: prepared.manifestKey,
            manifest_sha256: prepared.manifestSha256,
            forced: draft.fields.forced,
            warnings: [...draft.warnings],
        });
    }
    catch (thrown) {
        if (!isUnreachable(thrown))
            return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
        tenure.release();
        await context.evidence.discard();
        const message = `Out of reach at the commit: ${asRollbackError(thrown).message}`;
        const advice = 'When the store answers again, run `release-rollback recover`: it undoes or finishes it.';
        const error = failure('UNREACHABLE', message, { cause: thrown, advice });
        return draft.fail(error, { changed: 'unknown', partial: true });
    }
    return complete({ ...operation, manifest: prepared.manifest, reading: prepared.reading });
}
/** Steps 2 and 3: nothing visible changes. A report instead means that there is nothing to commit. */
async function prepare(request, operation, recovered) {
    const { draft, context, tenure, workspace } = operation;
    await workspace.open();
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
        const manifest = manifestOf(request, tenure.open, plan, method, context);
        const body = encodeManifest(manifest);
        const manifestKey = manifestKeyOf(tenure.open);
        draft.fields.rollback_id = tenure.open.rollback_id;
        await backUp(operation, manifest, body);
        await stageEvidence({ ...operation, manifest }, foreseen(manifest, reading, context));
        stopIfCancelled(context);
        const known = reading.state === 'present' ? reading : undefined;
        return { manifest, manifestKey, manifestSha256: sha256Hex(body), reading: known };
    });
}
/** Step 3; whatever refuses the backup is 45, unless the store is out of reach or the release was changed. */
async function backUp(operation, manifest, body) {
    const { workspace, tenure, draft } = operation;
    try {
        await workspace.create(manifestKeyOf(tenure.open), body).catch((thrown) => {
            throw thrown instanceof ConflictError ? new RollbackIdTaken('taken', { cause: thrown }) : thrown;
        });
        await workspace.prepareBackup(manifest, draft.progress('backup'));
    }
    catch (thrown) {
        if (thrown instanceof RollbackIdTaken)
            throw thrown;
        const error = engineFailure(thrown, 'BACKUP');
        if (['UNREACHABLE', 'SUPERSEDED', 'BACKUP', 'BAD_INPUT'].includes(error.code))
            throw error;
        const code = manifest.create_backup ? 'BACKUP' : 'EVIDENCE';
        throw failure(code, error.message, { cause: thrown, details: error.details });
    }
}
/** What was brought to its end before our own operation began is no part of it, but worth knowing. */
export function noteRecovered(draft, recovered) {
    for (const { open, report } of recovered)
        draft.notes.push(`First brought to its end: ${open.operation} of ${open.version} (${open.run || 'another run'}): ${report.summary}`);
}
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
    return failure(decision.code ?? 'POLICY_VIOLATION', first, { details });
}
export function applyPlan(draft, plan) {
    draft.fields.previous_latest = plan.previousLatest;
    draft.fields.new_latest = plan.newLatest;
    draft.fields.estimated_duration_seconds = plan.estimatedSeconds;
    for (const warning of plan.warnings)
        draft.warn(warning);
    draft.notes.push(...plan.notes);
}
/** Without a backup nothing is moved anywhere: artifacts are deleted, or lie under markers where versions are kept. */
async function backupMethodFor(request, { artifacts }, { store }) {
    if (store.workspaces !== undefined)
        return 'rename';
    if (!takesArtifacts(request.rollbackType) || artifacts.length === 0)
        return 'copy';
    const method = (await store.backupMethod?.(artifacts)) ?? 'copy';
    return method === 'move' && !request.createBackup ? 'copy' : method;
}
function manifestOf(request, open, plan, method, context) {
    const entries = plan.cut.length > 0 ? plan.cut : plan.mark;
    const mark = { removed_at: new Date(context.clock.now()).toISOString(), rollback_id: open.rollback_id };
    return {
        schema_version: 1,
        operation: 'rollback',
        operation_id: open.operation_id,
        rollback_id: open.rollback_id,
        version: request.version,
        rollback_type: request.rollbackType,
        created_at: open.began,
        create_backup: request.createBackup,
        backup_method: method,
        reason: request.reason,
        backup_path: request.createBackup
            ? backupPath(request.version, new Date(open.began), open.rollback_id)
            : '',
        artifacts: plan.artifacts,
        entries,
        index_revision: plan.indexRevision,
        ...(request.rollbackType === 'artifacts_only' ? { mark } : {}),
        folder_present: plan.folderPresent,
    };
}
/** The index as it will be, for the evidence that is written ahead. */
function foreseen(manifest, reading, context) {
    if (reading.state !== 'present')
        return { before: undefined, after: undefined };
    const before = reading.object.body;
    return { before, after: hide(reading.doc, manifest, new Date(context.clock.now())) ?? before };
}
/** A re-run of a killed job is green: it reports what it found begun and finished (DESIGN §3). */
function finishedFor(request, recovered) {
    return recovered.find(({ open, ending, report }) => ending === 'finished' &&
        report.exit_code === 0 &&
        open.operation === 'rollback' &&
        open.version === request.version &&
        open.rollback_type === request.rollbackType);
}
export function adopt(draft, finished) {
    draft.warn(`finished what run ${finished.open.run || 'unknown'} left`);
    const own = draft.succeed(finished.report.summary);
    return {
        ...finished.report,
        warnings: [...new Set([...finished.report.warnings, ...own.warnings])],
        rollback_duration_seconds: own.rollback_duration_seconds,
    };
}
/** Nothing was committed: close the claim; if even that fails, the next operation does it. */
export async function closeUnchanged(operation, report) {
    await operation.context.evidence.discard();
    try {
        await abort(operation, report.summary, report.exit_code);
        return report;
    }
    catch (thrown) {
        operation.tenure.release();
        operation.context.reporter.debug(`The claim could not be closed: ${engineFailure(thrown).message}`);
        return {
            ...report,
            warnings: [...report.warnings, 'The claim could not be closed; the next operation does it'],
        };
    }
}
