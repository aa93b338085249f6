import type { ManifestArtifact, OperationManifest } from '../../domain/manifest.ts';
import { type ObjectStore, type StoredObject } from '../../ports/object-store.ts';
import type { Guard, Progress, Withdrawal, Workspace } from '../../ports/workspace.ts';
export interface CopyWorkspaceParts {
    readonly store: ObjectStore;
    readonly guard: Guard;
    /** Told when a create or delete got no answer: a late one may still land. */
    readonly unresolved: () => void;
}
/** The workspace of stores without folders: backup by server-side copy, removal by conditional delete. */
export declare class CopyWorkspace implements Workspace {
    #private;
    constructor(parts: CopyWorkspaceParts);
    open(): Promise<void>;
    lockIndex(): Promise<void>;
    unlockIndex(): Promise<void>;
    close(): Promise<void>;
    replace(current: StoredObject, body: Uint8Array): Promise<string>;
    create(key: string, body: Uint8Array): Promise<void>;
    prepareBackup(manifest: OperationManifest, progress: Progress): Promise<void>;
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    withdraw(manifest: OperationManifest, progress: Progress): Promise<Withdrawal>;
    reinstate(manifest: OperationManifest, artifacts: readonly ManifestArtifact[], progress: Progress): Promise<void>;
    retract(manifest: OperationManifest, artifacts: readonly ManifestArtifact[], progress: Progress): Promise<readonly string[]>;
    damaged(manifest: OperationManifest, artifacts: readonly ManifestArtifact[]): Promise<readonly string[]>;
    discard(manifest: OperationManifest): Promise<void>;
}
