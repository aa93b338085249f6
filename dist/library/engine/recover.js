import { failure } from '../domain/errors.js';
import { SupersededError } from '../ports/workspace.js';
import { holderName, isDead, openSession, settle, stillOpen, takeOver, } from './acquire.js';
import { ReportDraft } from './draft.js';
import { checkOutputs, dryRunFailure, openHead, openNow } from './dry-run.js';
import { engineFailure } from './failures.js';
import { changedSomething, tellRecovered } from './finished-before.js';
import { freshOperation } from './fresh-operation.js';
import { Tenure } from './log/tenure.js';
import { committedManifest, operationOf, resume } from './recovery.js';
import { withdrawEvidence } from './transaction/evidence.js';
import { unpromise } from './transaction/marking.js';
import { misplacedKeys } from './transaction/revert.js';
/** Brings what a dead run left to its end; 0 whenever nothing is open at the end. Always answers with a report. */
export async function recover(request, context) {
    const draft = new ReportDraft(context, { operation: 'recover', dry_run: request.dryRun });
    const recovered = [];
    try {
        if (request.dryRun)
            return await look(request, context, draft);
        const session = openSession(context, request);
        for (const warning of await context.store.inspect({ forWriting: true }))
            draft.warn(warning);
        await context.evidence.prepare('');
        draft.notes.push(...((await context.signer?.prepare()) ?? []));
        if (request.acceptLogBreak)
            await acceptBreak(session, draft);
        if (request.choice !== 'forward')
            return await byChoice(request, session, draft);
        const began = await context.store.now();
        await settle(session, context.clock.monotonic() + session.waits.lockTimeoutMs, recovered);
        await sweepLocal(session);
        await context.store.sweepProbes?.();
        await context.store.sweepUploads?.(began);
        return summarise(draft, recovered);
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        tellRecovered(draft, recovered);
        return request.dryRun ? dryRunFailure(draft, error) : draft.fail(error, openUnknown(error.code));
    }
}
/** Also what a run left that died directly after its closer. */
async function sweepLocal({ context, log }) {
    const { workspaces } = context.store;
    if (workspaces === undefined)
        return;
    const record = (await log.head())?.record;
    await workspaces.sweep(undefined, record?.open === null ? record.operation_id : undefined);
}
/** What stays open may be anywhere between before and after. */
const openUnknown = (code) => code === 'UNREACHABLE' || code === 'REPOSITORY_HELD' ? { changed: 'unknown', partial: true } : {};
async function look({ choice }, context, draft) {
    for (const warning of await context.store.inspect({ forWriting: false }))
        draft.warn(warning);
    await checkOutputs(context, draft, '');
    const open = choice === 'forward' ? await openNow(context, draft) : await openDead(context);
    if (open === undefined)
        return draft.succeed('DRY RUN: nothing is open; there is nothing to recover');
    draft.fields.version = open.version;
    const what = `the ${open.operation} of ${open.version} that ${open.run || 'a run'} left`;
    return draft.succeed(`DRY RUN: would ${wouldDo(choice, open, what)}`);
}
function wouldDo(choice, { phase }, what) {
    if (choice === 'abandon')
        return `give up ${what}; what it moved stays where it is`;
    if (phase === 'claimed')
        return `undo ${what}; nothing visible was changed yet`;
    if (choice === 'revert' || phase === 'reverting')
        return `undo ${what}: put everything back`;
    return `finish ${what}`;
}
/** A person's choice is refused, not kept waiting, while the holder lives. */
async function openDead(context) {
    const found = await openHead(context);
    if (found !== undefined && !found.dead)
        throw atWork(found.head, found.open);
    return found?.open;
}
function summarise(draft, recovered) {
    const last = recovered.at(-1);
    if (last === undefined)
        return draft.succeed('Nothing was open; the repository is whole');
    const { report, ending, open } = last;
    tellRecovered(draft, recovered.slice(0, -1));
    draft.recoveryChanged ||= changedSomething(last);
    const { operation: _, error_code: __, warnings, errors, notes, stages: ___, ...facts } = report;
    const whose = { operation: 'recover', recovered_operation: open.operation };
    Object.assign(draft.fields, facts, whose);
    for (const warning of warnings)
        draft.warn(warning);
    draft.notes.push(...notes);
    if (ending === 'undone')
        draft.notes.push(report.summary);
    else
        for (const error of errors)
            draft.warn(error);
    const ended = draft.succeed(`${VERBS[ending]} the ${open.operation} of ${open.version} that ${open.run || 'another run'} left`);
    return ending === 'abandoned' ? { ...ended, status: 'partial' } : ended;
}
const VERBS = { finished: 'Finished', undone: 'Undid', abandoned: 'Gave up' };
/** `--revert` and `--abandon`: a person chooses against the log's direction; a living holder is still left alone. */
async function byChoice(request, session, draft) {
    const head = await session.log.head();
    const open = head?.record.open ?? null;
    if (head === undefined || open === null)
        return draft.succeed('Nothing was open; the repository is whole');
    await mustBeDead(session, head, open);
    const tenure = await takeOver(session, open, head);
    draft.fields.version = open.version;
    draft.fields.rollback_id = open.rollback_id;
    if (request.choice === 'abandon') {
        // Closed, or as it was: what nobody works on any more must not go on beating.
        return abandon(request, session, tenure, draft).finally(() => tenure.release());
    }
    const { report, ending } = await resume(session, tenure, 'revert');
    if (ending === 'left')
        throw stillOpen(open, report);
    if (ending === 'abandoned')
        return summarise(draft, [{ open, report, ending }]);
    draft.fields.changed = open.phase !== 'claimed';
    for (const warning of report.warnings)
        draft.warn(warning);
    return draft.succeed(`Put back what the ${open.operation} of ${open.version} had changed`);
}
/** The closer names every key that is not where it should be (DESIGN §2). */
async function abandon(request, session, tenure, draft) {
    const { open } = tenure;
    const operation = await operationOf(session, tenure);
    await operation.workspace.open();
    const manifest = open.phase === 'claimed'
        ? undefined
        : await committedManifest(operation.context.store, open).catch(() => { });
    const misplaced = manifest === undefined ? [] : await misplacedKeys({ ...operation, manifest });
    const message = request.reason || 'Given up by a person';
    if (manifest !== undefined)
        await unpromise({ ...operation, manifest }, misplaced);
    await withdrawEvidence(operation);
    // Publishers wait for it, and nobody else would take it away until the next edit.
    await operation.workspace.unlockIndex().catch((thrown) => {
        if (thrown instanceof SupersededError)
            throw thrown;
        draft.warn(`index.json.lock could not be removed: ${engineFailure(thrown).message}`);
    });
    if (manifest !== undefined)
        await operation.workspace.spare?.(manifest);
    await tenure.close('abandoned', { exit_code: 43, message, misplaced });
    draft.fields.changed = open.phase !== 'claimed';
    for (const key of misplaced.slice(0, 20))
        draft.warn(`Not in ${open.version}/: ${key}`);
    return draft.succeed(`Gave up the ${open.operation} of ${open.version}; what it moved stays where it is`);
}
/** A living holder is left alone; of a dead one no request may be under way any more. */
async function mustBeDead({ context, waits }, head, open) {
    if (!(await isDead(context, head)))
        throw atWork(head, open);
    if (context.store.lateRequests)
        await context.clock.sleep(waits.fenceMs);
}
const atWork = (head, open) => failure('REPOSITORY_HELD', `${holderName(head)} is still at work on the ${open.operation} of ${open.version}`);
/** Goes on from the newest record that can be read, after a person looked: a claim that says so, closed at once. */
async function acceptBreak(session, draft) {
    const { context, log, parts } = session;
    try {
        const head = await log.head();
        if (head !== undefined)
            await log.link(head);
        return;
    }
    catch (thrown) {
        if (engineFailure(thrown).code !== 'LOG_BROKEN')
            throw thrown;
        draft.warn(`Accepted: ${engineFailure(thrown).message}`);
    }
    const salvaged = await log.salvage();
    const open = salvaged?.head?.record.open ?? null;
    if (salvaged?.head !== undefined && open !== null) {
        await mustBeDead(session, salvaged.head, open);
        const tenure = await Tenure.takeOver(parts, open, salvaged.newest, true);
        const { report, ending } = await resume(session, tenure);
        if (ending === 'left')
            throw stillOpen(open, report);
        return;
    }
    const claim = freshOperation(context, {
        operation: 'rollback',
        version: salvaged?.head?.record.version ?? 'none',
        rollback_type: 'index_only',
        create_backup: false,
        actor: parts.actor,
        run: parts.run,
        reason: 'accepted a break of the log',
        policy_mode: 'strict',
        forced: false,
    });
    const tenure = await Tenure.claim(parts, claim, salvaged?.newest, true);
    await tenure.close('aborted', { exit_code: 0, message: 'A break of the log was accepted' });
}
