import type { Bytes } from '../domain/byte-parts.ts';
import type { ManifestArtifact, OperationManifest } from '../domain/manifest.ts';
import type { Rows } from '../domain/rows.ts';
import type { Revision, StoredObject } from './object-store.ts';
/** Names the holder's turn at an operation; every takeover raises the epoch by one. */
export interface Ticket {
    readonly operationId: string;
    readonly epoch: number;
    /** Folder of the version, e.g. `v1.0.2`. */
    readonly version: string;
}
/** Asked directly before every changing request; throws SupersededError when the operation is not ours any more. */
export type Guard = () => Promise<void>;
/** Of a request that belongs to no operation: a probe's, for one. */
export declare const UNGUARDED: Guard;
export type Progress = (done: number, total: number) => void;
/** What step 6 (or the check before it) found. */
export interface Withdrawal {
    /** Keys that are gone from the version folder, or would be: of a large release no list of them is made. */
    readonly removed: Rows<string>;
    /** Keys of the manifest that are there in another revision: somebody published again. Left where they are. */
    readonly changed: readonly string[];
    /**
     * Keys that somebody wrote again with the same bytes before they were taken out, where a store that keeps versions can
     * tell: what he wrote went with them. In none of the other lists.
     */
    readonly covered?: readonly string[];
    /** Keys that the manifest does not know. Left where they are. */
    readonly unknown: readonly string[];
    /** Whether this call has changed nothing for good: it may still be turned back. */
    readonly untouched?: boolean;
    /** Whether somebody else took some of `removed` out before we did: a backup that is moved there lacks them. */
    readonly missed?: boolean;
}
/** How a restore was undone. */
export interface Retracted {
    /** Keys that hold something else now and were left alone. */
    readonly left: readonly string[];
    /** Keys that the restore had put, and that the backup has not any more. */
    readonly lacking: readonly string[];
}
/**
 * Everything that an open operation may change besides the log, under its fence. All methods are idempotent: a
 * recovery calls them again. Each throws SupersededError when the workspace was taken over.
 */
export interface Workspace {
    /** Before anything else of an operation; after a takeover it brings the work of earlier epochs along. */
    open(): Promise<void>;
    /** Offers publishers a lock on the index and waits for a foreign one; throws INDEX_WRITE naming the file. */
    lockIndex(timeoutMs: number): Promise<void>;
    unlockIndex(): Promise<void>;
    /** Conditional replacement carrying mode, metadata and tags over; throws ConflictError. */
    replace(current: StoredObject, body: Uint8Array): Promise<Revision>;
    /** Puts a file of ours (manifest, restored mark) if absent; the same bytes there already is success. */
    create(key: string, body: Bytes): Promise<void>;
    /** Step 3: makes and verifies the backup where it is a copy; throws BACKUP. */
    prepareBackup(manifest: OperationManifest, progress: Progress): Promise<void>;
    /**
     * Step 6: takes exactly the manifest's artifacts out, into the backup if there is one. `fresh` (the default): nothing
     * was taken by anybody before, so that finding a changed one stops it before the first (`untouched`).
     */
    withdraw(manifest: OperationManifest, progress: Progress, fresh?: boolean): Promise<Withdrawal>;
    /** Brings into the backup what was taken out and did not get there; leaves the version folder alone. */
    keepTaken?(manifest: OperationManifest, progress: Progress): Promise<void>;
    /** Before `abandoned`: nothing that sweeps may delete what is nowhere else. */
    spare?(manifest: OperationManifest): Promise<void>;
    /** What `withdraw` would find now; changes nothing. */
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    /** Gives `covered` keys back to whoever wrote them: what he wrote stands there again. */
    uncover?(manifest: OperationManifest, keys: readonly string[]): Promise<void>;
    /**
     * Revert and restore: puts `artifacts` back from where `manifest` took them, all that can be; then throws
     * STEP_FAILED if something else is in the way, or the backup has not all of them.
     */
    reinstate(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<void>;
    /**
     * Revert of a restore: takes out again what `reinstate` put there, back to where it came from. Of what was put and is
     * not among `artifacts`, because somebody else counts on it there, the backup gets a copy.
     */
    retract(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Retracted>;
    /** Whether everything needed to reinstate is there and whole; the keys that are not. `deep` reads and hashes. */
    damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
    /** Throws BACKUP when what is kept has to be copied back, and there is no room for it. Reads only. */
    demandRoom?(manifest: OperationManifest): Promise<void>;
    /** After `aborted` or `reverted`: removes what the operation made for itself (an unused backup folder). */
    discard(manifest: OperationManifest): Promise<void>;
    /** After the closer: deletes what only the open operation needed (with --no-backup, the moved tree). */
    close(): Promise<void>;
}
export interface WorkspaceFactory {
    create(ticket: Ticket, guard: Guard): Workspace;
    /**
     * Removes work folders of operations that are closed; never one that holds the only copy of a tree. Called by the
     * holder of the open operation; without one (undefined) only what has been quiet for a minute goes, and what the newest
     * operation left, which is known to be closed.
     */
    sweep(openOperationId: string | undefined, closedOperationId?: string): Promise<void>;
    /**
     * On a disk without room for a record: gives up every copy that is not whole, by a rename first. Only when the holder
     * of the open operation is dead.
     */
    makeRoom(): Promise<void>;
}
/** Another holder took the operation over: stop at once, touch nothing. */
export declare class SupersededError extends Error {
    constructor(message?: string);
}
