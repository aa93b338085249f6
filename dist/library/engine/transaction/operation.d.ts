import type { OpenOperation } from '../../domain/log-record.ts';
import type { OperationManifest } from '../../domain/manifest.ts';
import type { Workspace } from '../../ports/workspace.ts';
import type { EngineContext } from '../context.ts';
import type { ReportDraft } from '../draft.ts';
import type { Tenure } from '../log/tenure.ts';
import type { UsableIndex } from '../publication.ts';
import type { IndexEditParts } from './index-edit.ts';
import { Requests } from './requests.ts';
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
export declare function workspaceFor(context: EngineContext, tenure: Tenure): Workspace;
/** The first of what is done under the claim: whatever it meets has to close that, as all that comes before the commit. */
export declare function openClean({ context, tenure, workspace }: Operation): Promise<void>;
export declare const senderOf: ({ context, tenure }: Operation) => Requests;
/** Changing requests that belong to an operation: only while it is ours, and an unanswered one is remembered. */
export declare function requestsOf({ store, clock, cancelled }: EngineContext, tenure: Tenure): Requests;
export declare function indexParts(operation: Operation): IndexEditParts;
/** Cancelled after the commit, where a wait or a revert would begin: the operation stays open (DESIGN §4). */
export declare class CancelledError extends Error {
    constructor();
}
/** Waits until a request of ours that got no answer can't land any more; the happy path never waits. */
export declare function fence(operation: Operation): Promise<void>;
/** Where an operation's backup is, for whoever comes after it. */
export declare const placeOf: ({ backup_prefix: prefix }: OpenOperation) => {
    backup_prefix?: never;
} | {
    backup_prefix: string;
};
/** Of a closer: a backup folder that nobody needs any more, and where it is. */
export declare const discarding: (open: OpenOperation, folder: string) => {
    backup_prefix?: never;
    discards: string;
} | {
    backup_prefix: string;
    discards: string;
};
export declare const isOpen: (open: OpenOperation | null | undefined) => open is OpenOperation;
