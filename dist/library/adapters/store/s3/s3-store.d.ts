import type { Bytes } from '../../../domain/byte-parts.ts';
import type { BackupMethod, ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { BackupPlace, BatchRemoval, ByteSink, CopySource, InspectOptions, ListOptions, ObjectInfo, ObjectStore, Precondition, RequestPolicy, Revision, StoredObject, VersionKeeper } from '../../../ports/object-store.ts';
import type { Finding } from '../../../ports/store-diagnosis.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { type S3StoreOptions, type S3StoreParts } from './options.ts';
/** A bucket and a prefix of it as a repository: Amazon S3, or a store that speaks its language. */
export declare class S3Store implements ObjectStore {
    #private;
    readonly type = "s3";
    readonly lateRequests = true;
    readonly location: string;
    readonly requests: RequestPolicy;
    readonly versions: VersionKeeper;
    /** Sends nothing yet. */
    constructor(options: S3StoreOptions, parts: S3StoreParts);
    static open(options: S3StoreOptions, parts: S3StoreParts): Promise<S3Store>;
    inspect(options: InspectOptions): Promise<readonly string[]>;
    now(): Promise<number>;
    read(key: string): Promise<StoredObject | undefined>;
    readInto<T>(key: string, begin: () => ByteSink<T>): Promise<T | undefined>;
    head(key: string): Promise<ObjectInfo | undefined>;
    list(prefix: string, options?: ListOptions): AsyncIterable<ObjectInfo>;
    put(key: string, body: Bytes, when: Precondition, guard?: Guard): Promise<Revision>;
    copy(source: CopySource, to: string, guard?: Guard): Promise<ObjectInfo>;
    finishCopy(source: CopySource, standing: ObjectInfo, guard?: Guard): Promise<ObjectInfo>;
    digest(key: string): Promise<string | undefined>;
    /** Where the bucket keeps versions this places a delete marker; it never destroys a version. */
    remove(key: string, revision: Revision, guard?: Guard): Promise<void>;
    get backups(): BackupPlace;
    get replacesBlindly(): boolean;
    /** Without batches that hold to conditions, keys are removed one by one. */
    get batch(): BatchRemoval | undefined;
    backupMethod(artifacts: Rows<ManifestArtifact>, keeps?: boolean): Promise<BackupMethod>;
    demandReadable(manifest: OperationManifest, artifacts: readonly ManifestArtifact[]): Promise<void>;
    abortUploads(folder: string, isOurs: (key: string, at: number) => boolean, guard: Guard): Promise<number>;
    sweepUploads(since: number): Promise<void>;
    sweepProbes(): Promise<void>;
    diagnose(): Promise<readonly Finding[]>;
}
