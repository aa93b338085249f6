import type { RollbackError } from '../domain/errors.ts';
import type { ObjectInfo, ObjectStore, Revision } from './object-store.ts';
import type { Guard } from './workspace.ts';
export interface RequestPolicy {
    /** Requests in flight at once, at most. */
    readonly concurrency: number;
    /** Attempts after the first that got no answer. */
    readonly retries: number;
    /** Factor of each wait between attempts, 0.5 to 1, by chance: many clients don't come back at the same instant. */
    readonly jitter: () => number;
}
/** An object in exactly one revision. */
export interface Pinned {
    readonly key: string;
    readonly revision: Revision;
}
/** What became of one key of a batch. `changed`: it is not in that revision any more and was left alone. */
export type KeyAnswer = {
    readonly key: string;
    readonly result: 'gone' | 'changed';
} | {
    readonly key: string;
    readonly result: 'failed';
    readonly error: RollbackError;
};
/** Removal of many keys by one request. */
export interface BatchRemoval {
    /** Keys in one request, at most. */
    readonly size: number;
    /** Batches under way at once, at most, where that is less than for other requests. */
    readonly atOnce?: number | undefined;
    /**
     * Removes each key that still is at its revision; an absent one is 'gone'. Every key is answered: what the store
     * does not name is 'failed' with UNREACHABLE. Throws as any request does when there is no answer at all.
     */
    remove(objects: readonly Pinned[], guard?: Guard): Promise<readonly KeyAnswer[]>;
}
/**
 * Moves within the store, atomic per object. Such a store tells the `checksum` of every object: once something was moved
 * back nothing else tells a later run that it is the same.
 */
export interface ObjectMover {
    /** Moves exactly `revision` to an absent key; throws ConflictError when either is not so. */
    move(from: string, revision: Revision, to: string): Promise<ObjectInfo>;
}
/** One stored version of a key, or a marker that says it was deleted. */
export interface StoredVersion {
    readonly key: string;
    readonly version_id: string;
    readonly current: boolean;
    readonly marker: boolean;
    readonly revision: Revision;
    readonly size: number;
    /** Milliseconds since the epoch, by the store's clock. */
    readonly modified: number;
}
export type HideAnswer = {
    readonly key: string;
    readonly result: 'hidden';
    readonly marker_id: string;
} | {
    readonly key: string;
    readonly result: 'changed' | 'absent';
} | {
    readonly key: string;
    readonly result: 'failed';
    readonly error: RollbackError;
};
/** A store that keeps what is deleted as versions: nothing is copied, a delete only places a marker. */
export interface VersionKeeper {
    /** Keys in one request, at most. */
    readonly size: number;
    /** Batches under way at once, at most. */
    readonly atOnce?: number | undefined;
    /** Whether versions are kept right now (asked anew). */
    keeps(): Promise<boolean>;
    /** Every version and marker below `prefix`, by key in UTF-8 order, newest first within a key. */
    list(prefix: string): AsyncIterable<StoredVersion>;
    /** Places a delete marker over each key whose current version is at `revision`. */
    hide(objects: readonly Pinned[], guard?: Guard): Promise<readonly HideAnswer[]>;
    /** Throws PERMISSION where markers below `folder` may not be taken away: asked by a request that has no effect. */
    demandUnhide(folder: string): Promise<void>;
    /** Removes exactly these markers; one that is gone already is success. */
    unhide(markers: readonly {
        key: string;
        version_id: string;
    }[], guard?: Guard): Promise<readonly KeyAnswer[]>;
}
/** Backups may lie outside of the repository, in another folder of the same bucket. */
export interface BackupPlace {
    /** That folder, without '/' at its end; empty for the usual place. */
    readonly prefix: string;
    /** Why the bucket can't hold a backup under this key of the repository, in words; undefined when it can. */
    problem(key: string): string | undefined;
    /** The same repository with its backups in another place. Throws BAD_INPUT for one inside the repository or around it. */
    at(prefix: string): Promise<ObjectStore>;
}
