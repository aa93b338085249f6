import { absentArtifacts, artifactIndex } from '../domain/artifact-marks.js';
import { FAILURES, failure, RollbackError } from '../domain/errors.js';
import { artifactsPrefix, backupPath, operationManifestKey } from '../domain/keys.js';
import { SupersededError } from '../ports/workspace.js';
import { withBackupsAt } from './backup-place.js';
import { ReportDraft } from './draft.js';
import { engineFailure, isUnreachable } from './failures.js';
import { readManifest } from './log/stored-manifest.js';
import { complete, revertTo, tidy } from './transaction/complete.js';
import { discarding, fence, workspaceFor, } from './transaction/operation.js';
import { discardBackup } from './transaction/revert.js';
/**
 * Brings an operation that was taken over to its end, in the direction that the log says: before the commit undone,
 * after it forward, `reverting` back. Idempotent; acts only on the manifest that the commit names by hash.
 */
export async function resume(session, tenure, choice = 'log') {
    const draft = draftOf(session, tenure);
    try {
        const operation = await operationOf(session, tenure, draft);
        await operation.workspace.open();
        await abortBackupUploads(operation);
        if (tenure.open.phase === 'claimed')
            return await abort(operation);
        const manifest = await committedManifest(operation.context.store, tenure.open);
        const committed = { ...operation, manifest };
        await abortReturningUploads(committed);
        if (tenure.open.phase === 'reverting' || choice === 'revert')
            return await back(committed);
        const report = await complete(committed);
        return { report, ending: endingOf(report) };
    }
    catch (thrown) {
        tenure.release();
        const error = engineFailure(thrown);
        return { report: draft.fail(error, { changed: 'unknown', partial: true }), ending: 'left' };
    }
}
/** To the backup: nobody else writes there. */
async function abortBackupUploads(operation) {
    const folder = backupFolderOf(operation.tenure.open);
    if (folder !== undefined)
        await abortUploads(operation, folder, () => true);
}
/** Clocks may differ by as much, milliseconds: what the dead run itself began is not left for that. */
const SKEW = 300_000;
/**
 * Back to the version's folder, where publishers upload as well: only to keys that the dead run was putting back, and none
 * that was under way before it began.
 */
async function abortReturningUploads(operation) {
    const { manifest, tenure } = operation;
    const restores = manifest.operation === 'restore';
    if (manifest.backup_method !== 'copy' || (!restores && tenure.open.phase !== 'reverting'))
        return;
    const returning = restores ? absentArtifacts(manifest) : manifest.artifacts;
    if (returning.length === 0 || manifest.backup_path === '')
        return;
    const since = Date.parse(tenure.open.began) - SKEW;
    const isOurs = (key, initiated) => artifactIndex(returning).has(key) && initiated >= since;
    await abortUploads(operation, artifactsPrefix(manifest.version), isOurs);
}
/** Invisible, but paid for: parts of large copies that the dead run had not put together. */
async function abortUploads({ context, tenure, draft }, folder, isOurs) {
    try {
        await context.store.abortUploads?.(folder, isOurs, tenure.guard);
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
    const { tenure, context } = operation;
    const unanswered = tenure.unresolved;
    // What lands late, the manifest too, would outlive the clean-up; whoever is cancelled has no time to wait for it.
    if (!context.cancelled.aborted)
        await fence(operation);
    // An upload that got no answer may not have been aborted for the same reason.
    if (unanswered && !operation.recovering && !tenure.unresolved)
        await abortBackupUploads(operation);
    const manifest = await unboundManifest(context.store, tenure.open);
    const removed = await discardUnused(operation, manifest);
    const late = tenure.unresolved || !removed ? backupFolderOf(tenure.open) : undefined;
    const discards = late === undefined ? {} : discarding(tenure.open, late);
    await tenure.close('aborted', { exit_code: exitCode, message, ...discards });
    await tidy(operation);
    return { report: operation.draft.fail(failure('STEP_FAILED', message)), ending: 'undone' };
}
/** A backup that may not be removed must not keep the repository: whoever may sweeps it. False when it stays. */
async function discardUnused({ workspace, draft, tenure }, manifest) {
    try {
        await discardBackup(workspace, manifest);
        return true;
    }
    catch (thrown) {
        if (isUnreachable(thrown) || !(thrown instanceof RollbackError))
            throw thrown;
        const folder = backupFolderOf(tenure.open) ?? '';
        draft.warn(`${folder} is not needed and could not be removed: ${thrown.message}`);
        return false;
    }
}
/** Where the operation's manifest is, derived from what the claim says. */
export function manifestKeyOf(open) {
    const folder = backupFolderOf(open);
    return folder === undefined ? operationManifestKey(open.operation_id) : `${folder}manifest.json`;
}
/** The folder of the backup that the operation makes, if it makes one. */
function backupFolderOf(open) {
    if (open.operation === 'restore' || !open.create_backup)
        return undefined;
    return backupPath(open.version, new Date(open.began), open.rollback_id);
}
async function unboundManifest(store, open) {
    // Nothing else is to be cleaned up, and a look that fails would keep the claim open.
    if (backupFolderOf(open) === undefined)
        return undefined;
    const manifest = (await readManifest(store, manifestKeyOf(open)))?.manifest;
    return manifest?.operation_id === open.operation_id ? manifest : undefined;
}
/** Throws BACKUP when it is not the one that was committed. */
export async function committedManifest(store, open) {
    const stored = await readManifest(store, open.manifest_key);
    if (stored?.sha256 !== open.manifest_sha256) {
        throw failure('BACKUP', `The committed manifest ${open.manifest_key} is missing or was changed`, {
            advice: 'Put the manifest back, or give the operation up with `release-rollback recover --abandon`.',
        });
    }
    const { manifest } = stored;
    if (manifest === undefined)
        throw failure('BACKUP', `The committed manifest ${open.manifest_key} is not readable`);
    return manifest;
}
/** What the log says is open, as something to work on: with its backups where the operation made them. */
export async function operationOf(session, tenure, draft = draftOf(session, tenure)) {
    const context = await withBackupsAt(session.context, tenure.open.backup_prefix);
    const workspace = workspaceFor(context, tenure);
    return { context, tenure, workspace, draft, waits: session.waits, recovering: true };
}
function draftOf({ context }, { open }) {
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
    return draft;
}
