import { type Bytes } from '../../../domain/byte-parts.ts';
import type { BackupMethod, ManifestArtifact } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { BackupPlace, BatchRemoval, ByteSink, CopySource, InspectOptions, ListOptions, ObjectInfo, ObjectMover, ObjectStore, Precondition, RequestPolicy, Revision, StoredObject } from '../../../ports/object-store.ts';
import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { Guard } from '../../../ports/workspace.ts';
export interface GcsStoreOptions {
    readonly bucket: string;
    /** Folder in the bucket, without '/' at either end; empty for the whole bucket. */
    readonly prefix: string;
    /** Folder of backups in the same bucket; empty: `.rollback-backups/` below the prefix. */
    readonly backupPrefix: string;
    /** Billed for the requests, where the bucket's requesters pay. */
    readonly projectId?: string | undefined;
    /** Another server than Google's; it gets no credentials where it is a loopback or speaks plain http. */
    readonly endpoint?: string | undefined;
    /** Requests under way at once, at most. */
    readonly concurrency: number;
    readonly requestTimeoutMs: number;
    /** Attempts after the first. */
    readonly retries: number;
    readonly singleWriter: boolean;
    readonly toolVersion: string;
    readonly clock: Clock;
    /** From 0 (inclusive) to 1. */
    readonly random: () => number;
}
/**
 * A repository in a bucket of Google Cloud Storage. A revision is a generation: every content has its own, also the
 * same bytes written again.
 */
export declare class GcsStore implements ObjectStore {
    #private;
    readonly type = "gcs";
    readonly location: string;
    readonly lateRequests = true;
    readonly requests: RequestPolicy;
    readonly mover: ObjectMover;
    private constructor();
    /** Sends nothing yet; credentials are looked for by the first request. Throws BAD_INPUT for an endpoint that is none. */
    static open(options: GcsStoreOptions): Promise<GcsStore>;
    inspect(options: InspectOptions): Promise<readonly string[]>;
    sweepProbes(): Promise<void>;
    diagnose(): Promise<readonly Finding[]>;
    now(): Promise<number>;
    read(key: string): Promise<StoredObject | undefined>;
    readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined>;
    head(key: string): Promise<ObjectInfo | undefined>;
    digest(key: string): Promise<string | undefined>;
    list(prefix: string, options?: ListOptions): AsyncIterable<ObjectInfo>;
    put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision>;
    copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo>;
    finishCopy(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo>;
    remove(key: string, revision: Revision, guard?: Guard): Promise<void>;
    get backups(): BackupPlace;
    get replacesBlindly(): boolean;
    /** Only where it holds to conditions, key by key. */
    get batch(): BatchRemoval | undefined;
    /** Throws STEP_FAILED where artifacts are held or retained: better now than half-way through. */
    backupMethod(artifacts: Rows<ManifestArtifact>): Promise<BackupMethod>;
}
