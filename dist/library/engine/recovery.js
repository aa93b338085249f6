import { FAILURES, failure } from '../domain/errors.js';
import { artifactsPrefix, backupPath, operationManifestKey } from '../domain/keys.js';
import { sha256Hex } from '../domain/log-record.js';
import { SupersededError } from '../ports/workspace.js';
import { ReportDraft } from './draft.js';
import { engineFailure } from './failures.js';
import { decodeManifest } from './log/decoding.js';
import { complete, revertTo } from './transaction/complete.js';
import { fence, workspaceFor } from './transaction/operation.js';
import { discardBackup } from './transaction/revert.js';
/**
 * Brings an operation that was taken over to its end, in the direction that the log says: before the commit undone,
 * after it forward, `reverting` back. Idempotent; acts only on the manifest that the commit names by hash.
 */
export async function resume(session, tenure, choice = 'log') {
    const operation = operationOf(session, tenure);
    try {
        await operation.workspace.open();
        await abortUploads(operation);
        if (tenure.open.phase === 'claimed')
            return await abort(operation);
        const manifest = await committedManifest(session.context.store, tenure.open);
        const committed = { ...operation, manifest };
        if (tenure.open.phase === 'reverting' || choice === 'revert')
            return await back(committed);
        const report = await complete(committed);
        return { report, ending: endingOf(report) };
    }
    catch (thrown) {
        tenure.release();
        const error = engineFailure(thrown);
        return { report: operation.draft.fail(error, { changed: 'unknown', partial: true }), ending: 'left' };
    }
}
/** Invisible, but paid for: parts of large copies that the dead run had not put together. */
async function abortUploads({ context, tenure, draft }) {
    const { store } = context;
    const { version, began, rollback_id: id, operation, create_backup: backup } = tenure.open;
    if (store.abortUploads === undefined)
        return;
    const backups = backupPath(version, new Date(began), id);
    const folder = operation === 'rollback' && backup ? backups : artifactsPrefix(version);
    try {
        await tenure.guard();
        await store.abortUploads(folder);
    }
    catch (thrown) {
        if (thrown instanceof SupersededError)
            throw thrown;
        draft.warn(`Unfinished uploads below ${folder} were not looked for: ${engineFailure(thrown).message}`);
    }
}
/** A report that says `unknown` left the operation open; one that changed something did not undo it. */
function endingOf(report) {
    if (report.changed === 'unknown')
        return 'left';
    if (report.error_code === 'ABANDONED')
        return 'abandoned';
    return report.changed ? 'finished' : 'undone';
}
async function back(operation) {
    const message = `Put back as it was before the ${operation.manifest.operation} of ${operation.manifest.version}`;
    const report = await revertTo(operation, failure('STEP_FAILED', message));
    return { report, ending: endingOf(report) };
}
/** Nothing visible was done: an invisible backup is cleaned up, the claim closed. */
export async function abort(operation, message = 'Ended before its commit; nothing was changed', exitCode = FAILURES.STEP_FAILED.exitCode) {
    const { tenure, workspace, context } = operation;
    // What lands late, the manifest too, would outlive the clean-up; whoever is cancelled has no time to wait for it.
    if (!context.cancelled.aborted)
        await fence(operation);
    const manifest = await unboundManifest(context.store, tenure.open);
    await discardBackup(workspace, manifest);
    await tenure.close('aborted', { exit_code: exitCode, message });
    await workspace.close();
    return { report: operation.draft.fail(failure('STEP_FAILED', message)), ending: 'undone' };
}
/** Where the operation's manifest is, derived from what the claim says. */
export function manifestKeyOf(open) {
    if (open.operation === 'restore' || !open.create_backup)
        return operationManifestKey(open.operation_id);
    return `${backupPath(open.version, new Date(open.began), open.rollback_id)}manifest.json`;
}
async function unboundManifest(store, open) {
    const stored = await store.read(manifestKeyOf(open));
    const manifest = stored === undefined ? undefined : await decodeManifest(stored.body);
    return manifest?.operation_id === open.operation_id ? manifest : undefined;
}
/** Throws BACKUP when it is not the one that was committed. */
export async function committedManifest(store, open) {
    const stored = await store.read(open.manifest_key);
    if (stored === undefined || sha256Hex(stored.body) !== open.manifest_sha256) {
        throw failure('BACKUP', `The committed manifest ${open.manifest_key} is missing or was changed`, {
            advice: 'Put the manifest back, or give the operation up with `release-rollback recover --abandon`.',
        });
    }
    const manifest = await decodeManifest(stored.body);
    if (manifest === undefined)
        throw failure('BACKUP', `The committed manifest ${open.manifest_key} is not readable`);
    return manifest;
}
export function operationOf(session, tenure) {
    const { context, waits } = session;
    const { open } = tenure;
    const draft = new ReportDraft(context, {
        operation: open.operation,
        version: open.version,
        rollback_type: open.rollback_type,
        rollback_id: open.rollback_id,
        policy_mode: open.policy_mode,
        forced: open.forced,
        version_exists: true,
        policy_passed: !open.forced && (open.policy_mode === 'strict' || open.warnings.length === 0),
        dependencies_satisfied: true,
    });
    for (const warning of open.warnings)
        draft.warn(warning);
    const workspace = workspaceFor(context, tenure);
    return { context, tenure, workspace, draft, waits, recovering: true };
}
