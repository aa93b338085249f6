import { evaluatePolicy } from '../domain/policy.js';
import { takesArtifacts, takesEntry } from '../domain/types.js';
import { mustHoldSomething } from '../ports/existence.js';
import { isDead } from './acquire.js';
import { demandRoomForNames } from './backup-place.js';
import { engineFailure } from './failures.js';
import { applyDecision, applyPlan, denied, makePlan } from './judgement.js';
import { OperationLog } from './log/operation-log.js';
import { project } from './projection.js';
import { backupMethodFor } from './rollback-manifest.js';
/** The same reading, policy and plan as the real run, and nothing written: it judges the state that recovery would leave. */
export async function simulateRollback(request, context, draft) {
    try {
        const open = await draft.stage('preflight', () => look(request, context, draft));
        const { publication, begun } = await draft.stage('policy', () => project(context, request.version, open));
        const question = { type: request.rollbackType, mode: request.policyMode, force: request.force };
        const decision = evaluatePolicy(publication, question);
        if (finishes(request, open) && decision.alreadyDone) {
            if (begun !== undefined)
                fillBegun(draft, begun);
            draft.warn(`would finish what run ${open?.run ?? 'unknown'} left`);
            return draft.succeed(`DRY RUN: a real run would finish the rollback of ${request.version} that was begun`);
        }
        applyDecision(draft, decision, request.force);
        if (!decision.allowed)
            throw denied(decision);
        const plan = await draft.stage('plan', () => planned(request, context, draft, publication));
        const files = fillArtifacts(draft, plan.artifacts);
        draft.fields.index_updated = plan.cut.length > 0;
        draft.fields.backup_created = request.createBackup;
        draft.fields.can_restore = request.createBackup || !takesArtifacts(request.rollbackType);
        return draft.succeed(`DRY RUN: would roll back ${request.version} (${request.rollbackType}): ${files.length} artifact${files.length === 1 ? '' : 's'}`);
    }
    catch (thrown) {
        return dryRunFailure(draft, engineFailure(thrown));
    }
}
/** What the report of the run that finishes it will say: all that it takes, whoever took it. */
function fillBegun({ fields }, begun) {
    fillArtifacts({ fields }, begun.artifacts);
    fields.version_exists = true;
    fields.policy_passed = true;
    fields.dependencies_satisfied = true;
    fields.index_updated = takesEntry(begun.rollback_type) && begun.entries.length > 0;
    fields.backup_created = begun.create_backup;
    fields.can_restore = begun.create_backup || !takesArtifacts(begun.rollback_type);
}
function fillArtifacts({ fields }, artifacts) {
    const files = artifacts.filter((artifact) => artifact.type !== 'folder');
    fields.artifacts_removed = files.map((artifact) => artifact.path);
    fields.total_artifacts_removed = files.length;
    fields.total_bytes_freed = artifacts.reduce((sum, artifact) => sum + artifact.size, 0);
    return files;
}
/** The plan; what can't be kept, or can't be taken out, is told as the real run tells it. */
async function planned(request, context, draft, publication) {
    const plan = makePlan(request, context, publication);
    applyPlan(draft, plan);
    const method = await backupMethodFor(request, plan, context);
    if (request.createBackup && !plan.nothingToDo)
        demandRoomForNames(context, request.version, plan.artifacts, method);
    return plan;
}
/** 40 to 48 become 47; what no run could even begin with keeps 49. */
export function dryRunFailure(draft, error) {
    if (error.exitCode === 49)
        return draft.fail(error);
    return draft.wouldFail(error.code, error);
}
async function look(request, context, draft) {
    const { version, rollbackType } = request;
    const about = { forWriting: false, begins: true, version, takesArtifacts: takesArtifacts(rollbackType) };
    for (const warning of await context.store.inspect(about))
        draft.warn(warning);
    await checkOutputs(context, draft, version);
    const open = await openNow(context, draft);
    const backsUp = request.createBackup && takesArtifacts(rollbackType);
    await checkRoom(context, open, backsUp ? version : undefined);
    return open;
}
/** What a real run asks for once nothing is open; what recovery would leave of the room is not known before. */
export async function checkRoom({ store }, open, version) {
    if (open === undefined)
        await store.demandRoom?.(version);
}
/** What a real run would refuse of its output folders and its key, as far as reading tells. */
export async function checkOutputs({ evidence, signer }, draft, version) {
    await evidence.check(version);
    draft.notes.push(...((await signer?.check()) ?? []));
}
/** The newest record, if something is open in it. */
export async function openHead(context) {
    const head = await new OperationLog(context.store).head();
    if (head === undefined && context.store.lateRequests)
        await mustHoldSomething(context.store);
    if (head === undefined || head.record.open === null)
        return undefined;
    return { head, open: head.record.open, dead: await isDead(context, head) };
}
/** What is open now; a living holder is a warning, since a real run would wait for it. */
export async function openNow(context, draft) {
    const found = await openHead(context);
    if (found === undefined)
        return undefined;
    const { open, dead } = found;
    draft.warn(dead
        ? `A dead run left the ${open.operation} of ${open.version} open; a real run brings it to its end first`
        : `Another run is at the ${open.operation} of ${open.version}; a real run would wait for it`);
    const keyless = context.signer === undefined && context.standbySigner === undefined;
    if (open.sign_audit_log === true && open.phase === 'committed' && keyless)
        draft.warn('Its audit log is to be signed: give sign-audit-log, and the key, to the run that finishes it');
    return open;
}
function finishes(request, open) {
    return (open !== undefined &&
        open.operation === 'rollback' &&
        open.phase === 'committed' &&
        open.version === request.version &&
        open.rollback_type === request.rollbackType);
}
