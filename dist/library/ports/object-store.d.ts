import type { Bytes } from '../domain/byte-parts.ts';
import type { BackupMethod, ManifestArtifact, OperationManifest } from '../domain/manifest.ts';
import type { Rows } from '../domain/rows.ts';
import type { RepositoryTypeName } from '../domain/types.ts';
import type { BackupPlace, BatchRemoval, ObjectMover, RequestPolicy, VersionKeeper } from './store-abilities.ts';
import type { Finding } from './store-diagnosis.ts';
import type { Guard, WorkspaceFactory } from './workspace.ts';
export { compareKeys } from '../domain/keys.ts';
export * from './store-abilities.ts';
export * from './store-errors.ts';
/** A store's token for exactly one content of a key: ETag, generation, or inode and mtime. Opaque. */
export type Revision = string;
/** Content type, cache control, metadata, tags, encryption, storage class as the store has them; opaque to the engine. */
export type Attributes = Readonly<Record<string, unknown>>;
/** Takes an object's bytes as they come, which stay as they are; `end` follows when they were all of them. */
export interface ByteSink<T> {
    take(chunk: Uint8Array): void;
    end(): T;
}
/** What a write believes that it replaces; there is no unconditional put. Given attributes are carried over. */
export type Precondition = 'absent' | {
    readonly unchangedSince: Revision;
    readonly attributes?: Attributes | undefined;
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
    /** As the store tells it without reading: `crc32c:…`, `etag:… crc64nvme:…`; compared by `compareChecksums`. */
    readonly checksum?: string;
    /** Which stored version is current, where the store keeps versions; only in a listing that asks for it. */
    readonly version_id?: string;
    /** Not the default one; only in listings of object stores. */
    readonly storage_class?: string;
    /** An object of its own that stands for a folder: its key ends with '/', and it is taken along like any other. */
    readonly folder_object?: boolean;
}
export interface StoredObject {
    readonly info: ObjectInfo;
    readonly body: Uint8Array;
    readonly attributes?: Attributes;
}
export interface InspectOptions {
    /** Also what changes need: permissions, capabilities (which may be probed by writing, in a place of its own). */
    readonly forWriting: boolean;
    readonly version?: string;
    /** Whether artifacts will be taken out or put back; `index_only` touches none. Default true. */
    readonly takesArtifacts?: boolean;
    /** Whether something new is to begin, or is looked at as if: what could never be undone is refused. Else it is a warning. */
    readonly begins?: boolean;
}
export interface ListOptions {
    readonly limit?: number;
    /** Names directly below only, never the prefix itself. */
    readonly shallow?: boolean;
    /** Tell `version_id` of each object, where the store keeps versions. */
    readonly versions?: boolean;
}
/**
 * A repository's store. Keys are relative to the repository, '/'-separated, no leading '/'.
 *
 * Failure contract, the same for every adapter: `ConflictError` when a precondition does not hold;
 * `RollbackError` UNREACHABLE when the answer is unknown (`UnansweredError` where more is known), PERMISSION when
 * refused, STEP_FAILED when the object itself refuses (a hold, a retention, an archived object), BACKUP when out of
 * room. An answer that got lost is UNREACHABLE, never success. A changing request is sent once: whoever asks for it
 * sends it again, after proving that the operation is still ours. Reads are tried again by the adapter, which may take
 * long: so `guard` is asked once more directly before a changing request that comes after reads or other requests.
 */
export interface ObjectStore {
    readonly type: RepositoryTypeName;
    /** For people: a path or URL without credentials. */
    readonly location: string;
    /** Whether a request of ours that got no answer may still land later (object stores); local work folders fence themselves. */
    readonly lateRequests: boolean;
    /**
     * Whether a put that got no answer may land over whatever was written since: the store does not hold to the condition
     * of a replacement, and a look before it takes its place. As far as it is known.
     */
    readonly replacesBlindly?: boolean;
    /**
     * Preflight. Throws NO_REPOSITORY, PERMISSION, BAD_INPUT or UNREACHABLE, in words that say what is missing.
     * Returns warnings for people. Without `forWriting` it writes nothing.
     */
    inspect(options: InspectOptions): Promise<readonly string[]>;
    /**
     * Throws BACKUP when there is too little room to begin an operation, `version` being what it backs up. Reads only. No
     * part of `inspect`: what a dead run left is brought to its end before, which may give room.
     */
    demandRoom?(version?: string): Promise<void>;
    /** The store's clock, milliseconds since the epoch: what `modified` is compared with. */
    now(): Promise<number>;
    read(key: string): Promise<StoredObject | undefined>;
    /**
     * The same piece by piece, for what may be large; what the sink made of it, undefined for an absent key. A read that
     * broke off begins anew, with another sink of `begin`.
     */
    readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined>;
    /** Information on one key itself, links not followed. */
    head(key: string): Promise<ObjectInfo | undefined>;
    /**
     * Everything whose key starts with `prefix` (which ends with '/', or is empty for the whole repository), in UTF-8
     * order, at most `limit`. A folder's key ends with '/', in every listing; folders of a file system appear as type
     * 'folder' only when empty, `prefix` itself included.
     */
    list(prefix: string, options?: ListOptions): AsyncIterable<ObjectInfo>;
    /** Parts are made once to learn their length and sums, and once to be sent. */
    put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision>;
    /**
     * Server-side copy of exactly `source.revision` to an absent key; keeps metadata. The copy is verified as far as its
     * answer tells: throws BACKUP when it is not the same.
     */
    copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo>;
    /**
     * For a copy of ours whose answer was lost, and which stands at `standing` with the source's bytes: gives it what the
     * copy was to have besides (encryption, storage class), where it did not come to that. Absent where a copy is one step.
     */
    finishCopy?(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo>;
    /** SHA-256 of the bytes in hex, read as a stream; undefined for an absent key. */
    digest(key: string): Promise<string | undefined>;
    /** Removes the key if it still is at `revision`; already absent is success. */
    remove(key: string, revision: Revision, guard?: Guard): Promise<void>;
    /** How requests are sent to it; the engine has defaults. */
    readonly requests?: RequestPolicy;
    /**
     * How the artifacts of a release are to be taken out, as the store is set up now; 'copy' where absent. Reads only.
     * Throws STEP_FAILED naming what can't be taken out; BACKUP naming what can't be copied, if a backup is kept (`keeps`).
     */
    backupMethod?(artifacts: Rows<ManifestArtifact>, keeps?: boolean): Promise<BackupMethod>;
    /**
     * Throws BACKUP naming those of the artifacts that nobody could read, or that can't be copied, if they were put back
     * from where the manifest keeps them (an archive), as the listings of this store told last.
     */
    demandReadable?(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<void>;
    /**
     * Takes back unfinished uploads that a dead run left below `folder`; how many. Only by a recovery, after the fence.
     * `isOurs` tells which of them may be its own, by key and by when they began (milliseconds, by the store's clock): a
     * publisher's upload is none of ours.
     */
    abortUploads?(folder: string, isOurs: (key: string, initiated: number) => boolean, guard: Guard): Promise<number>;
    /**
     * Takes back unfinished uploads to backups that began before `since` (the store's clock), when nothing was open: their
     * runs closed and could not do it. Never throws for what it may not. Only by a recovery.
     */
    sweepUploads?(since: number): Promise<void>;
    /** Takes away what dead probes of ours left in their own place; never throws for what it may not. Only by a recovery. */
    sweepProbes?(): Promise<void>;
    readonly backups?: BackupPlace;
    readonly batch?: BatchRemoval | undefined;
    readonly mover?: ObjectMover;
    readonly versions?: VersionKeeper;
    /** For `doctor`: what the store holds to, probed anew in a place of its own, and its settings; never throws for what it finds. */
    diagnose?(): Promise<readonly Finding[]>;
    /** Present where the store moves whole trees (local): the engine then uses these workspaces. */
    readonly workspaces?: WorkspaceFactory;
}
/** What is copied, as far as it is known without asking: enough to choose the way and to verify the answer. */
export interface CopySource {
    readonly key: string;
    readonly revision: Revision;
    readonly size: number;
    readonly checksum?: string | undefined;
    readonly storage_class?: string | undefined;
}
