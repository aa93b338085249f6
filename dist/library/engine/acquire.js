import { failure, RollbackError } from '../domain/errors.js';
import { countdown } from '../domain/keys.js';
import { takesArtifacts } from '../domain/types.js';
import { mustHoldSomething } from '../ports/existence.js';
import { isForRoom } from '../ports/object-store.js';
import { UNGUARDED } from '../ports/workspace.js';
import { engineFailure } from './failures.js';
import { LostRace, OperationLog } from './log/operation-log.js';
import { isWorking, Tenure } from './log/tenure.js';
import { resume } from './recovery.js';
import { sweepBackup } from './sweep.js';
import { DEFAULT_POLICY, Requests } from './transaction/requests.js';
/** Without a process to ask, a holder counts as dead when its newest record is older (DESIGN §4), milliseconds. */
const DEAD_AFTER = 60_000;
const POLL_MS = 250;
export function openSession(context, options) {
    const log = new OperationLog(context.store, unbound(context));
    return {
        context,
        log,
        parts: { log, clock: context.clock, host: context.host, actor: options.actor, run: options.run },
        waits: { lockTimeoutMs: options.lockTimeout * 1000, fenceMs: options.fenceSeconds * 1000 },
    };
}
/** Sends what belongs to no open operation: records, and the clean-up behind a closed one. */
function unbound({ store, clock, cancelled }) {
    const policy = store.requests ?? DEFAULT_POLICY;
    return new Requests({ clock, policy, cancelled, guard: UNGUARDED, unresolved: () => { } });
}
/**
 * Opens an operation of ours: waits for a living holder, first brings to an end what a dead one left. `early` is a look
 * at the log that was begun before: what came after it refuses the claim, and is looked at then. What was brought to its
 * end is in `recovered`, whatever comes after.
 */
export async function acquire(session, open, recovered, early) {
    const deadline = session.context.clock.monotonic() + session.waits.lockTimeoutMs;
    const races = new Races();
    for (let look = early;; look = undefined) {
        const head = await settle(session, deadline, recovered, look, races);
        const { store } = session.context;
        if (head === undefined && store.lateRequests)
            await mustHoldSomething(store);
        await store.demandRoom?.(backedUp(open));
        stopIfCancelled(session.context);
        try {
            return await Tenure.claim(session.parts, open, after(head));
        }
        catch (thrown) {
            if (!(thrown instanceof LostRace))
                throw thrown;
            races.lost(head);
        }
    }
}
/** The number that was lost to another's record: a look that does not show it is not current, and no ground to act on. */
class Races {
    #taken = 0;
    lost(head) {
        this.#taken = (head?.record.sequence ?? 0) + 1;
    }
    /** Throws REPOSITORY_HELD after the deadline; otherwise whether the log has to be looked at again, after a pause. */
    async waits({ clock }, head, deadline) {
        if ((head?.record.sequence ?? 0) >= this.#taken)
            return false;
        if (clock.monotonic() >= deadline)
            throw unlisted(this.#taken);
        await clock.sleep(POLL_MS);
        return true;
    }
}
/** The version whose artifacts a backup is to take, if one is. */
const backedUp = (open) => open.operation === 'rollback' && open.create_backup && takesArtifacts(open.rollback_type)
    ? open.version
    : undefined;
/** Returns when nothing is open; throws REPOSITORY_HELD when a living holder stays longer than the deadline. */
export async function settle(session, deadline, recovered, early, races = new Races()) {
    const { context, log } = session;
    let look = early;
    for (let told = false;;) {
        stopIfCancelled(context);
        const head = await (look ?? log.head());
        look = undefined;
        if (await races.waits(context, head, deadline))
            continue;
        const open = head?.record.open ?? null;
        if (head === undefined)
            return head;
        if (open === null) {
            await sweepBackup({ ...session, requests: unbound(context) }, head);
            return head;
        }
        if (!(await isDead(context, head))) {
            if (context.clock.monotonic() >= deadline)
                throw held(head, open);
            if (!told)
                context.reporter.info(`Waiting for ${holderName(head)}, which holds the repository`);
            told = true;
            await context.clock.sleep(POLL_MS);
            continue;
        }
        if (context.store.lateRequests)
            await context.clock.sleep(session.waits.fenceMs);
        const tenure = await takeOver(session, open, head).catch(unlessLost);
        if (tenure === undefined)
            races.lost(head);
        const ended = tenure && (await finish(session, tenure));
        if (ended !== undefined)
            recovered.push(ended);
    }
}
/** Takes a dead run's operation over. A disk that its own unfinished copy filled is relieved of that first. */
export async function takeOver({ parts, context }, open, { record: { sequence }, hash }) {
    try {
        return await Tenure.takeOver(parts, open, { sequence, hash });
    }
    catch (thrown) {
        const { workspaces } = context.store;
        if (workspaces === undefined || !isForRoom(thrown))
            throw thrown;
        await workspaces.makeRoom();
    }
    return Tenure.takeOver(parts, open, { sequence, hash }).catch((thrown) => {
        if (!isForRoom(thrown))
            throw thrown;
        const { message: summary, code, details, advice } = engineFailure(thrown);
        throw stillOpen(open, { summary, error_code: code, errors: details, advice });
    });
}
function unlessLost(thrown) {
    if (!(thrown instanceof LostRace))
        throw thrown;
}
/** Undefined when another run took it over from us in turn: then that one has to be waited for. */
async function finish(session, tenure) {
    const open = tenure.open;
    const doing = open.phase === 'committed' ? 'Finishing' : 'Undoing';
    session.context.reporter.warn(`${doing} what ${open.run || 'another run'} left: ${open.operation} of ${open.version}`);
    const { report, ending } = await resume(session, tenure);
    if (ending !== 'left')
        return { open, report, ending };
    if (report.error_code === 'SUPERSEDED')
        return undefined;
    throw stillOpen(open, report);
}
/** Out of reach is 49; whatever else keeps an operation open is 43 (DESIGN §6). */
export const stillOpen = (open, report) => new StillOpenError(`The ${open.operation} of ${open.version} that another run left stays open: ${report.summary}`, report.error_code === 'UNREACHABLE' ? 'UNREACHABLE' : 'REPOSITORY_HELD', { details: report.errors, advice: report.advice });
/** What another run left was taken over, and may have been changed, but could not be brought to an end. */
export class StillOpenError extends RollbackError {
}
/** What a run that failed says of the repository: as before, but for what it took over. */
export const changedBy = (thrown) => thrown instanceof StillOpenError ? { changed: 'unknown', partial: true } : {};
/** Same machine and pid namespace: the process tells. Anything else: the age of the newest record, by the store's clock. */
export async function isDead(context, head) {
    const { holder } = head.record;
    const verdict = await context.host.liveness(holder);
    if (verdict === 'dead')
        return true;
    if (verdict === 'unknown')
        return (await context.store.now()) - head.modified > DEAD_AFTER;
    const self = await context.host.holder();
    const sameProcess = self.pid === holder.pid && self.process_start === holder.process_start && self.boot_id === holder.boot_id;
    return sameProcess && !isWorking(head.record.operation_id);
}
export function stopIfCancelled(context) {
    if (!context.cancelled.aborted)
        return;
    throw failure('STEP_FAILED', 'Cancelled before the commit; everything is exactly as before', {
        advice: 'Run the same command again when it is wanted.',
    });
}
export const after = (head) => head === undefined ? undefined : { sequence: head.record.sequence, hash: head.hash };
export function holderName(head) {
    const { holder, run, actor } = head.record;
    return `process ${holder.pid} on ${holder.host} (${[actor, run].filter((part) => part !== '').join(', ')})`;
}
function held(head, open) {
    return failure('REPOSITORY_HELD', `${holderName(head)} holds the repository: ${open.operation} of ${open.version} since ${open.began}`);
}
const unlisted = (sequence) => failure('REPOSITORY_HELD', `Record ${countdown(sequence)} of the log is taken but not listed: this store's listings are not current`, {
    advice: 'Run again later. Where it lasts, use another store: what happened last is found out by listing the log.',
});
