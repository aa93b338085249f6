import type { Bytes } from '../../domain/byte-parts.ts';
import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import { type Rows } from '../../domain/rows.ts';
import { type ObjectStore, type StoredObject } from '../../ports/object-store.ts';
import type { Progress, Retracted, Withdrawal, Workspace } from '../../ports/workspace.ts';
import type { Requests } from './requests.ts';
/** The workspace of stores without folders; how artifacts are kept is what the manifest says. */
export declare class StoreWorkspace implements Workspace {
    #private;
    constructor(store: ObjectStore, requests: Requests);
    open(): Promise<void>;
    lockIndex(): Promise<void>;
    unlockIndex(): Promise<void>;
    close(): Promise<void>;
    /** One attempt: whether it may be sent again is for the caller to find out, who reads the index anew. */
    replace({ info, attributes }: StoredObject, body: Uint8Array): Promise<string>;
    create(key: string, body: Bytes): Promise<void>;
    prepareBackup(manifest: OperationManifest, progress: Progress): Promise<void>;
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    withdraw(manifest: OperationManifest, progress: Progress, fresh?: boolean): Promise<Withdrawal>;
    uncover(manifest: OperationManifest, keys: readonly string[]): Promise<void>;
    reinstate(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<void>;
    retract(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Retracted>;
    damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
    /** Removes the backup; the manifest last: while it is there, whoever comes after us knows what else to remove. */
    discard(manifest: OperationManifest): Promise<void>;
}
