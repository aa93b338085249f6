import type { RepositoryTypeName } from '../domain/types.ts';
import type { WorkspaceFactory } from './workspace.ts';
/** A store's token for exactly one content of a key: ETag, generation, or inode and mtime. Opaque. */
export type Revision = string;
/** What a write believes that it replaces; there is no unconditional put. */
export type Precondition = 'absent' | {
    readonly unchangedSince: Revision;
};
export interface ObjectInfo {
    readonly key: string;
    readonly type: 'file' | 'symlink' | 'folder' | 'other';
    /** Bytes; 0 for anything but a file. */
    readonly size: number;
    readonly revision: Revision;
    /** Milliseconds since the epoch, by the store's clock. */
    readonly modified: number;
    readonly mode?: number;
    readonly target?: string;
    readonly checksum?: string;
}
export interface StoredObject {
    readonly info: ObjectInfo;
    readonly body: Uint8Array;
}
/**
 * A repository's store. Keys are relative to the repository, '/'-separated, no leading '/'.
 *
 * Failure contract, the same for every adapter: `ConflictError` when a precondition does not hold;
 * `RollbackError` UNREACHABLE when the answer is unknown, PERMISSION when refused, BACKUP when out of room.
 * An answer that got lost is UNREACHABLE, never success.
 */
export interface ObjectStore {
    readonly type: RepositoryTypeName;
    /** For people: a path or URL without credentials. */
    readonly location: string;
    /** Whether a request of ours that got no answer may still land later (object stores); local work folders fence themselves. */
    readonly lateRequests: boolean;
    /**
     * Preflight; writes nothing. Throws NO_REPOSITORY, PERMISSION, BAD_INPUT or UNREACHABLE. With `forWriting` it also
     * checks what changes need: permissions on each folder that a rename touches, a symlinked or mounted version folder,
     * a file where a folder of ours should be, room. Returns warnings for people.
     */
    inspect(options: {
        readonly forWriting: boolean;
        readonly version?: string;
    }): Promise<readonly string[]>;
    /** The store's clock, milliseconds since the epoch: what `modified` is compared with. */
    now(): Promise<number>;
    read(key: string): Promise<StoredObject | undefined>;
    /** Information on one key itself, links not followed. */
    head(key: string): Promise<ObjectInfo | undefined>;
    /**
     * Everything whose key starts with `prefix` (which ends with '/', or is empty for the whole repository), in UTF-8
     * order, at most `limit`. A folder's key ends with '/', in every listing; folders of a file system appear as type
     * 'folder' only when empty, `prefix` itself included. `shallow`: names directly below only, never `prefix` itself.
     */
    list(prefix: string, options?: {
        limit?: number;
        shallow?: boolean;
    }): AsyncIterable<ObjectInfo>;
    put(key: string, body: Uint8Array, when: Precondition): Promise<Revision>;
    /** Server-side copy of exactly `revision` to an absent key; keeps metadata. */
    copy(from: string, revision: Revision, to: string): Promise<ObjectInfo>;
    /** Removes the key if it still is at `revision`; already absent is success. */
    remove(key: string, revision: Revision): Promise<void>;
    /** Present where the store moves whole trees (local): the engine then uses these workspaces instead of copies. */
    readonly workspaces?: WorkspaceFactory;
}
/** A precondition did not hold: somebody else wrote the key, or our own earlier request did. */
export declare class ConflictError extends Error {
    readonly key: string;
    constructor(key: string, options?: ErrorOptions);
}
/** The order of every listing: UTF-8 bytes, which UTF-16 units follow except that surrogates come last. */
export declare function compareKeys(a: string, b: string): number;
