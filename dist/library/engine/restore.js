import { failure } from '../domain/errors.js';
import { encodeManifest } from '../domain/json-file.js';
import { artifactsPrefix } from '../domain/keys.js';
import { sha256Hex } from '../domain/log-record.js';
import { acquire, changedBy, openSession, settle, stopIfCancelled, } from './acquire.js';
import { withBackupOf } from './backup-place.js';
import { closeUnchanged, commit } from './commit.js';
import { ReportDraft } from './draft.js';
import { checkOutputs, checkRoom, dryRunFailure, openNow } from './dry-run.js';
import { engineFailure } from './failures.js';
import { adopt, tellingRecovered } from './finished-before.js';
import { freshOperation } from './fresh-operation.js';
import { foresee, look } from './projection.js';
import { manifestKeyOf } from './recovery.js';
import { checkRestorable, loadManifest, restoreManifest } from './restore-plan.js';
import { chooseRollback, stillInForce } from './restore-target.js';
import { stageEvidence } from './transaction/evidence.js';
import { openClean, workspaceFor } from './transaction/operation.js';
import { DEFAULT_POLICY, Requests } from './transaction/requests.js';
import { StoreWorkspace } from './transaction/store-workspace.js';
/** Brings back what a rollback took, exactly. Always answers with a report. */
export async function restore(request, context) {
    const draft = new ReportDraft(context, {
        operation: 'restore',
        version: request.version ?? '',
        rollback_id: request.rollbackId ?? '',
        dry_run: request.dryRun,
    });
    try {
        return request.dryRun ? await simulate(request, context, draft) : await carryOut(request, context, draft);
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        return request.dryRun ? dryRunFailure(draft, error) : draft.fail(error, changedBy(thrown));
    }
}
async function simulate(request, context, draft) {
    const open = await draft.stage('preflight', async () => {
        const options = { forWriting: false, begins: true, ...aboutOf(request) };
        for (const warning of await context.store.inspect(options))
            draft.warn(warning);
        await checkOutputs(context, draft, request.version ?? '');
        const found = await openNow(context, draft);
        await checkRoom(context, found);
        return found;
    });
    const projection = await foresee(context, open);
    const target = await draft.stage('policy', () => chooseRollback(context.store, request, projection.markers));
    const { marker } = target;
    describe(draft, marker);
    if (target.restored) {
        if (target.inForce !== undefined)
            draft.warn(stillInForce(target.inForce));
        return draft.succeed(`DRY RUN: ${marker.version} is restored already`);
    }
    if (target.inForce !== undefined)
        draft.notes.push(stillInForce(target.inForce));
    const plan = await draft.stage('plan', async () => {
        const seen = projection.state(marker.version, await look(context, marker.version));
        const begun = open?.operation_id === marker.operation_id;
        const there = await withBackupOf(context, marker, (words) => draft.notes.push(words));
        return checkPlan(there, readOnlyWorkspace(there, begun), marker, seen, draft);
    });
    fillPlan(draft, plan);
    return draft.succeed(`DRY RUN: would restore ${target.marker.version} (rollback ${target.marker.rollback_id})`);
}
/** By its id alone it is not known which version folder has to be usable. */
const aboutOf = ({ version }) => (version === undefined ? {} : { version });
/** Of a workspace only the look at the backup; what recovery has yet to bring into it (`begun`) counts as there. */
function readOnlyWorkspace(context, begun) {
    if (begun)
        return { damaged: async () => [] };
    const guard = async () => {
        throw failure('INTERNAL', 'A dry run tried to change something');
    };
    const ticket = { operationId: 'dry-run', epoch: 0, version: '' };
    const { store, clock, cancelled } = context;
    const requests = { clock, policy: DEFAULT_POLICY, guard, unresolved: () => { }, cancelled };
    return store.workspaces?.create(ticket, guard) ?? new StoreWorkspace(store, new Requests(requests));
}
async function carryOut(request, context, draft) {
    const session = openSession(context, request);
    const recovered = [];
    const { target, held } = await draft.stage('preflight', () => begin(request, session, draft, recovered));
    const { marker } = target;
    if (held === undefined)
        return restoredAlready(draft, target, recovered);
    const workspace = workspaceFor(held.context, held.tenure);
    const operation = { ...held, workspace, draft, waits: session.waits, recovering: false };
    return transact(request, operation, marker, recovered);
}
function restoredAlready(draft, { marker, inForce }, recovered) {
    if (inForce !== undefined)
        draft.warn(stillInForce(inForce));
    const finished = recovered.find(({ open, ending }) => ending === 'finished' && open.operation === 'restore' && open.rollback_id === marker.rollback_id);
    if (finished !== undefined)
        return adopt(draft, finished);
    return draft.succeed(`${marker.version} is restored already (rollback ${marker.rollback_id})`);
}
/** Chooses what is brought back, and claims; without a claim it is there already. */
async function begin(request, session, draft, recovered) {
    const target = await preflight(request, session, draft, recovered);
    describe(draft, target.marker);
    if (target.restored)
        return { target };
    const context = await withBackupOf(session.context, target.marker, (words) => draft.notes.push(words));
    const open = claimFor(request, context, target.marker);
    const tenure = await tellingRecovered(draft, recovered, () => acquire(session, open, recovered));
    return { target, held: { tenure, context } };
}
async function preflight(request, session, draft, recovered) {
    const { context, waits } = session;
    const options = { forWriting: true, begins: true, ...aboutOf(request) };
    for (const warning of await context.store.inspect(options))
        draft.warn(warning);
    await context.evidence.prepare(request.version ?? '');
    draft.notes.push(...((await context.signer?.prepare()) ?? []));
    const deadline = context.clock.monotonic() + waits.lockTimeoutMs;
    await tellingRecovered(draft, recovered, () => settle(session, deadline, recovered));
    const target = await chooseRollback(context.store, request);
    // By its id alone it was not known which release may hold no evidence.
    if (request.version === undefined)
        await context.evidence.check(target.marker.version);
    return target;
}
function claimFor(request, context, marker) {
    return freshOperation(context, {
        operation: 'restore',
        version: marker.version,
        rollback_type: marker.rollback_type,
        create_backup: true,
        actor: request.actor,
        run: request.run,
        reason: request.reason,
        policy_mode: 'strict',
        forced: false,
    }, marker.rollback_id);
}
async function transact(request, operation, marker, recovered) {
    const { draft, context } = operation;
    let prepared;
    try {
        await openClean(operation);
        // What was chosen before the claim may have been restored by somebody else since.
        const again = await chooseRollback(context.store, request);
        if (again.marker.operation_id !== marker.operation_id) {
            throw failure('SUPERSEDED', `Another run changed the rollbacks of ${marker.version} meanwhile`);
        }
        if (again.restored)
            return await closeUnchanged(operation, restoredAlready(draft, again, recovered));
        if (again.inForce !== undefined)
            draft.notes.push(stillInForce(again.inForce));
        prepared = await prepare(request, operation, marker);
        stopIfCancelled(context);
    }
    catch (thrown) {
        return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    }
    return commit(operation, prepared);
}
/** Nothing visible changes: check, plan, the operation's manifest, the evidence ahead. */
async function prepare(request, operation, marker) {
    const { draft, context, workspace, tenure } = operation;
    const plan = await draft.stage('policy', async () => checkPlan(context, workspace, marker, await look(context, marker.version), draft));
    fillPlan(draft, plan);
    return draft.stage('plan', async () => {
        const { versions } = context.store;
        if (plan.manifest.backup_method === 'versions' && plan.absent.length > 0)
            await versions?.demandUnhide(artifactsPrefix(marker.version));
        const manifest = restoreManifest(plan, tenure.open, marker, request.reason);
        const body = encodeManifest(manifest);
        const manifestKey = manifestKeyOf(tenure.open);
        await workspace.create(manifestKey, body);
        await stageEvidence({ ...operation, manifest }, { before: plan.indexBytes, after: plan.indexBytes });
        return { manifest, manifestKey, manifestSha256: sha256Hex(body) };
    });
}
async function checkPlan(context, workspace, marker, seen, draft) {
    const manifest = await loadManifest(context.store, marker);
    const plan = await checkRestorable(context, workspace, manifest, seen);
    if (plan.absent.length > 0)
        await workspace.demandRoom?.(manifest);
    draft.fields.policy_passed = true;
    draft.fields.dependencies_satisfied = true;
    for (const warning of plan.warnings)
        draft.warn(warning);
    return plan;
}
function describe(draft, marker) {
    draft.fields.version = marker.version;
    draft.fields.version_exists = true;
    draft.fields.rollback_type = marker.rollback_type;
    draft.fields.rollback_id = draft.fields.dry_run ? '' : marker.rollback_id;
    draft.fields.backup_path = marker.backup_path;
}
function fillPlan(draft, plan) {
    draft.fields.previous_latest = plan.latest;
    draft.fields.new_latest = plan.latestAfter;
    const files = plan.absent.filter((artifact) => artifact.type !== 'folder');
    draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
    draft.fields.total_artifacts_removed = files.length;
    draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
    draft.fields.index_updated = plan.listsAgain;
}
