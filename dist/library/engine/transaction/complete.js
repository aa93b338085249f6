import { asRollbackError, failure, knownOf, ownAdvice } from '../../domain/errors.js';
import { isForRoom } from '../../ports/object-store.js';
import { SupersededError } from '../../ports/workspace.js';
import { engineFailure, isUnreachable } from '../failures.js';
import { canRestore, NO_EVIDENCE, publishEvidence, signerFor, withdrawEvidence, } from './evidence.js';
import { markDone, markRestored, unpromise } from './marking.js';
import { partly, standingForGood } from './no-way-back.js';
import { CancelledError, discarding, fence } from './operation.js';
import { restoreForward } from './restore-steps.js';
import { discardBackup, misplacedKeys, putBack } from './revert.js';
import { rollForward } from './rollback-steps.js';
/**
 * After the commit: forward to `done`, or, when the repository refuses for good, everything back to `reverted`.
 * Also what a recovery does; every step finds out what was done before. Never throws.
 */
export async function complete(operation) {
    try {
        return await goForward(operation);
    }
    catch (thrown) {
        return turnBack(operation, thrown);
    }
}
async function goForward(operation) {
    const { manifest, draft } = operation;
    draft.fields.can_restore = canRestore(operation);
    draft.fields.backup_path = manifest.backup_path;
    draft.fields.backup_created = manifest.operation === 'rollback' && manifest.create_backup;
    let index;
    let superseded = false;
    if (manifest.operation === 'rollback')
        ({ index, superseded } = await rollForward(operation));
    else
        index = await restoreForward(operation);
    draft.fields.changed = true;
    const ending = superseded ? SUPERSEDED : undefined;
    const evidence = await writeEvidence(operation, index, ending);
    await fence(operation);
    await markDone(operation);
    if (manifest.operation === 'restore' && manifest.backup_path !== '')
        await markRestored(operation);
    const report = finalReport(operation, ending);
    await operation.tenure.close('done', {
        exit_code: report.exit_code,
        message: report.summary,
        ...(superseded ? { superseded: true } : {}),
        ...(evidence.auditSha256 === '' ? {} : { audit_sha256: evidence.auditSha256 }),
    });
    await tidy(operation);
    return report;
}
const SUPERSEDED = failure('SUPERSEDED', 'Published again while we worked: what was left of the release is taken out, the new one is left alone');
/** A recovery's own output folders being unwritable must not turn back what a dead run committed. */
async function writeEvidence(operation, index, ending) {
    const { draft } = operation;
    const context = { ...operation.context, signer: await signerFor(operation) };
    const { writes } = context.evidence;
    const planned = {
        manifest_created: writes.manifest,
        audit_log_created: writes.audit,
        audit_log_signed: writes.audit && context.signer !== undefined,
    };
    Object.assign(draft.fields, planned);
    try {
        const written = await publishEvidence({ ...operation, context }, index, finalReport(operation, ending));
        draft.fields.evidence = written.paths;
        return written;
    }
    catch (thrown) {
        Object.assign(draft.fields, NO_EVIDENCE);
        if (thrown instanceof SupersededError || isUnreachable(thrown))
            throw thrown;
        const error = asRollbackError(thrown, 'EVIDENCE');
        if (!operation.recovering)
            throw failure('EVIDENCE', `The evidence could not be written: ${error.message}`, knownOf(error));
        draft.warn(`Finished, but without its evidence files: ${error.message}`);
        return { paths: {}, auditSha256: '' };
    }
}
function finalReport(operation, ending) {
    const { draft, manifest } = operation;
    if (ending !== undefined)
        return draft.fail(ending, { changed: true, partial: true });
    const verb = manifest.operation === 'restore' ? 'Restored' : 'Rolled back';
    const count = draft.fields.total_artifacts_removed;
    return draft.succeed(`${verb} ${manifest.version} (${manifest.rollback_type}): ${count} artifact${count === 1 ? '' : 's'}`);
}
/** After the closer: a failure here is only litter, which the next operation sweeps. */
export async function tidy(operation, unused) {
    try {
        await discardBackup(operation.workspace, unused);
        await operation.workspace.close();
    }
    catch (thrown) {
        operation.draft.warn(`Left to be swept by the next operation: ${asRollbackError(thrown).message}`);
    }
}
/** The commit is made, but the way forward is closed. */
async function turnBack(operation, thrown) {
    const { context } = operation;
    const error = engineFailure(thrown, 'STEP_FAILED');
    await context.evidence.discard();
    const left = leftOpen(operation, thrown, error);
    if (left !== undefined)
        return left;
    let standing;
    try {
        standing = await standingForGood(operation);
    }
    catch (second) {
        return neitherWay(operation, error, second);
    }
    if (standing !== undefined)
        return closePartly(operation, error, standing);
    context.reporter.warn(`${error.message}; putting everything back`);
    return revertTo(operation, endingFor(error));
}
/** Puts everything back and closes with this ending; what can't be put back is abandoned, with every key named. */
export async function revertTo(operation, ending) {
    const { draft, tenure, manifest } = operation;
    try {
        const { foreign } = await putBack(operation);
        await withdrawEvidence(operation);
        // Where somebody else wrote over an artifact, the backup has the only copy of what was there.
        const unused = foreign.length === 0 ? manifest : undefined;
        const outcome = { exit_code: ending.exitCode, message: ending.message };
        await tenure.close('reverted', { ...outcome, ...leftBehind(operation, unused) });
        await tidy(operation, unused);
        return draft.fail(ending);
    }
    catch (thrown) {
        return neitherWay(operation, ending, thrown);
    }
}
/** On a bucket, where nothing else tells a backup that is used from one that is not. */
function leftBehind({ context, tenure }, unused) {
    const ours = unused?.operation === 'rollback' && unused.backup_path !== '';
    return ours && context.store.workspaces === undefined ? discarding(tenure.open, unused.backup_path) : {};
}
/** Taken over, out of reach, or a recovery that lacks a permission: the operation stays open for the next one. */
function leftOpen(operation, thrown, error) {
    const { draft, tenure } = operation;
    const unknown = { changed: 'unknown', partial: true };
    if (thrown instanceof SupersededError) {
        tenure.release();
        return draft.fail(failure('SUPERSEDED', 'Another run took this operation over and finishes it', { cause: thrown }), unknown);
    }
    if (error.code === 'UNREACHABLE') {
        tenure.release();
        const advice = ownAdvice(error) ??
            'When the store answers again, run `release-rollback recover`: it finishes what was begun.';
        return draft.fail(failure('UNREACHABLE', `Out of reach after the commit: ${error.message}`, { cause: thrown, advice }), unknown);
    }
    if (thrown instanceof CancelledError || operation.context.cancelled.aborted) {
        tenure.release();
        const advice = 'The next operation, or `release-rollback recover`, brings it to its end.';
        const why = `Cancelled after the commit; it stays open (${error.message})`;
        return draft.fail(failure('REPOSITORY_HELD', why, { cause: thrown, advice }), unknown);
    }
    if (operation.recovering && error.code === 'PERMISSION') {
        tenure.release();
        return draft.fail(failure('REPOSITORY_HELD', `Left open, a permission is missing: ${error.message}`, knownOf(error)), unknown);
    }
    return undefined;
}
/** The only way is forward: closed as done, with what could not be taken out named. */
async function closePartly(operation, error, standing) {
    const { draft } = operation;
    const ending = partly(endingFor(error), standing);
    try {
        // The marker or the closer may have been what was refused: then there is some, and it says that all went well.
        await withdrawEvidence(operation);
        await fence(operation);
        await markDone(operation);
        await operation.tenure.close('done', { exit_code: ending.exitCode, message: ending.message });
        return draft.fail(ending, { changed: true, partial: true });
    }
    catch (second) {
        return neitherWay(operation, error, second);
    }
}
async function neitherWay(operation, first, thrown) {
    const { draft, tenure } = operation;
    const second = engineFailure(thrown, 'STEP_FAILED');
    draft.errors.push(`Putting back failed as well: ${second.message}`);
    const left = leftOpen({ ...operation, recovering: true }, thrown, second) ?? leftForRoom(operation, second);
    if (left !== undefined)
        return left;
    try {
        // What is under way still may move a key that the closer names.
        await fence(operation);
        const misplaced = await misplacedKeys(operation);
        const details = misplaced.slice(0, 20).map((key) => `Not where it should be: ${key}`);
        const ending = failure('ABANDONED', `${first.message}; neither finished nor undone`, {
            cause: thrown,
            details,
        });
        await unpromise(operation, misplaced);
        await withdrawEvidence(operation);
        draft.fields.can_restore = false;
        await operation.workspace.spare?.(operation.manifest);
        await tenure.close('abandoned', { exit_code: ending.exitCode, message: ending.message, misplaced });
        return draft.fail(ending, { changed: true, partial: true });
    }
    catch (third) {
        const error = engineFailure(third);
        const still = leftForRoom(operation, error);
        if (still !== undefined)
            return still;
        tenure.release();
        return draft.fail(error, { changed: 'unknown', partial: true });
    }
}
/** Nothing but room is missing to put everything back: nobody has to give the operation up for that. */
function leftForRoom({ draft, tenure }, error) {
    if (!isForRoom(error))
        return undefined;
    tenure.release();
    const advice = `${error.advice} Then \`release-rollback recover\` brings it to its end.`;
    const why = `Left open, there is no room to put everything back: ${error.message}`;
    const held = failure('REPOSITORY_HELD', why, { cause: error, advice });
    return draft.fail(held, { changed: 'unknown', partial: true });
}
/** After the commit only these keep their own code; whatever else failed is a step that failed (43). */
function endingFor(error) {
    const own = ['INDEX_WRITE', 'EVIDENCE', 'SUPERSEDED', 'STEP_FAILED'];
    if (own.includes(error.code))
        return error;
    return failure('STEP_FAILED', error.message, knownOf(error));
}
