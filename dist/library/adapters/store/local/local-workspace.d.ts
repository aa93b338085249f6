import { type Bytes } from '../../../domain/byte-parts.ts';
import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import { type Revision, type StoredObject } from '../../../ports/object-store.ts';
import type { Progress, Retracted, Withdrawal, Workspace } from '../../../ports/workspace.ts';
import type { WorkFolder } from './work-folder.ts';
/** What an open operation changes in a local repository: every change a rename or link under the work folder's fence. */
export declare class LocalWorkspace implements Workspace {
    private readonly work;
    constructor(work: WorkFolder);
    open(): Promise<void>;
    lockIndex(timeoutMs: number): Promise<void>;
    unlockIndex(): Promise<void>;
    replace(current: StoredObject, body: Uint8Array): Promise<Revision>;
    create(key: string, body: Bytes): Promise<void>;
    prepareBackup(manifest: OperationManifest, progress: Progress): Promise<void>;
    withdraw(manifest: OperationManifest, progress: Progress): Promise<Withdrawal>;
    keepTaken(manifest: OperationManifest, progress: Progress): Promise<void>;
    spare(manifest: OperationManifest): Promise<void>;
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    reinstate(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<void>;
    retract(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Retracted>;
    damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
    demandRoom(manifest: OperationManifest): Promise<void>;
    discard(manifest: OperationManifest): Promise<void>;
    close(): Promise<void>;
    /** A step on the whole tree: whatever the system or another writer refuses has the step's own code. */
    private step;
}
