import type { OpenOperation } from '../../domain/log-record.ts';
import type { OperationManifest } from '../../domain/manifest.ts';
import type { Workspace } from '../../ports/workspace.ts';
import type { EngineContext } from '../context.ts';
import type { ReportDraft } from '../draft.ts';
import type { Tenure } from '../log/tenure.ts';
import type { UsableIndex } from '../publication.ts';
import type { IndexEditParts } from './index-edit.ts';
import { DEFAULT_POLICY, Requests } from './requests.ts';
import { StoreWorkspace } from './store-workspace.ts';

/** Waits that the caller may set, milliseconds. */
export interface Waits {
  readonly lockTimeoutMs: number;
  readonly fenceMs: number;
}

/** An open operation in our hands: what the steps of the transaction work with. */
export interface Operation {
  readonly context: EngineContext;
  readonly tenure: Tenure;
  readonly workspace: Workspace;
  readonly draft: ReportDraft;
  readonly waits: Waits;
  /** Whether we finish what a dead holder left. */
  readonly recovering: boolean;
  /**
   * Hands out the index as it was judged, once: only the first edit may begin with it, on condition that it still stands
   * there, and a large one is not kept longer than that.
   */
  readonly takeReading?: (() => UsableIndex | undefined) | undefined;
}

/** An operation whose manifest is bound to the log by its hash. */
export interface CommittedOperation extends Operation {
  readonly manifest: OperationManifest;
}

export function workspaceFor(context: EngineContext, tenure: Tenure): Workspace {
  const { operation_id: operationId, epoch, version } = tenure.open;
  const ticket = { operationId, epoch, version };
  return (
    context.store.workspaces?.create(ticket, tenure.guard) ??
    new StoreWorkspace(context.store, requestsOf(context, tenure))
  );
}

/** The first of what is done under the claim: whatever it meets has to close that, as all that comes before the commit. */
export async function openClean({ context, tenure, workspace }: Operation): Promise<void> {
  await context.store.workspaces?.sweep(tenure.open.operation_id);
  await workspace.open();
}

export const senderOf = ({ context, tenure }: Operation): Requests => requestsOf(context, tenure);

/** Changing requests that belong to an operation: only while it is ours, and an unanswered one is remembered. */
export function requestsOf({ store, clock, cancelled }: EngineContext, tenure: Tenure): Requests {
  const unresolved = (): void => {
    tenure.unresolved = true;
  };
  const policy = store.requests ?? DEFAULT_POLICY;
  return new Requests({ clock, policy, guard: tenure.guard, unresolved, cancelled });
}

export function indexParts(operation: Operation): IndexEditParts {
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
export async function fence(operation: Operation): Promise<void> {
  const { context, tenure, waits } = operation;
  if (!context.store.lateRequests || !tenure.unresolved) return;
  if (context.cancelled.aborted) throw new CancelledError();
  context.reporter.info(
    `A request got no answer; waiting ${waits.fenceMs / 1000} s until it can't land any more`,
  );
  await context.clock.sleep(waits.fenceMs);
  await tenure.beat();
  tenure.unresolved = false;
}

/** Where an operation's backup is, for whoever comes after it. */
export const placeOf = ({ backup_prefix: prefix }: OpenOperation) =>
  prefix === undefined ? {} : { backup_prefix: prefix };

/** Of a closer: a backup folder that nobody needs any more, and where it is. */
export const discarding = (open: OpenOperation, folder: string) => ({ discards: folder, ...placeOf(open) });

export const isOpen = (open: OpenOperation | null | undefined): open is OpenOperation =>
  open !== null && open !== undefined;
