import { DEFAULT_POLICY, Requests } from './requests.js';
import { StoreWorkspace } from './store-workspace.js';
export function workspaceFor(context, tenure) {
    const { operation_id: operationId, epoch, version } = tenure.open;
    const ticket = { operationId, epoch, version };
    return (context.store.workspaces?.create(ticket, tenure.guard) ??
        new StoreWorkspace(context.store, requestsOf(context, tenure)));
}
/** The first of what is done under the claim: whatever it meets has to close that, as all that comes before the commit. */
export async function openClean({ context, tenure, workspace }) {
    await context.store.workspaces?.sweep(tenure.open.operation_id);
    await workspace.open();
}
export const senderOf = ({ context, tenure }) => requestsOf(context, tenure);
/** Changing requests that belong to an operation: only while it is ours, and an unanswered one is remembered. */
export function requestsOf({ store, clock, cancelled }, tenure) {
    const unresolved = () => {
        tenure.unresolved = true;
    };
    const policy = store.requests ?? DEFAULT_POLICY;
    return new Requests({ clock, policy, guard: tenure.guard, unresolved, cancelled });
}
export function indexParts(operation) {
    const { context, workspace, waits, draft } = operation;
    return {
        store: context.store,
        clock: context.clock,
        workspace,
        lockTimeoutMs: context.cancelled.aborted ? 0 : waits.lockTimeoutMs,
        requests: senderOf(operation),
        rendersAgain: operation.recovering,
        warn: draft.warn,
    };
}
/** Cancelled after the commit, where a wait or a revert would begin: the operation stays open (DESIGN §4). */
export class CancelledError extends Error {
    constructor() {
        super('cancelled after the commit');
        this.name = 'CancelledError';
    }
}
/** Waits until a request of ours that got no answer can't land any more; the happy path never waits. */
export async function fence(operation) {
    const { context, tenure, waits } = operation;
    if (!context.store.lateRequests || !tenure.unresolved)
        return;
    if (context.cancelled.aborted)
        throw new CancelledError();
    context.reporter.info(`A request got no answer; waiting ${waits.fenceMs / 1000} s until it can't land any more`);
    await context.clock.sleep(waits.fenceMs);
    await tenure.beat();
    tenure.unresolved = false;
}
/** Where an operation's backup is, for whoever comes after it. */
export const placeOf = ({ backup_prefix: prefix }) => prefix === undefined ? {} : { backup_prefix: prefix };
/** Of a closer: a backup folder that nobody needs any more, and where it is. */
export const discarding = (open, folder) => ({ discards: folder, ...placeOf(open) });
export const isOpen = (open) => open !== null && open !== undefined;
