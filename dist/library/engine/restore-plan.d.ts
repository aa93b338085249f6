import type { OpenOperation, VersionMarker } from '../domain/log-record.ts';
import type { ManifestArtifact, OperationManifest } from '../domain/manifest.ts';
import { type Rows } from '../domain/rows.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Workspace } from '../ports/workspace.ts';
import type { EngineContext } from './context.ts';
import type { Seen } from './projection.ts';
/** What a restore will put back, after everything was found to be free or the same. */
export interface RestorePlan {
    readonly manifest: OperationManifest;
    readonly absent: Rows<ManifestArtifact>;
    readonly listsAgain: boolean;
    readonly latest: string;
    readonly latestAfter: string;
    readonly indexBytes: Uint8Array | undefined;
    readonly indexRevision: string;
    readonly warnings: readonly string[];
}
/** The manifest that the log names by hash. Throws BACKUP. */
export declare function loadManifest(store: ObjectStore, marker: VersionMarker): Promise<OperationManifest>;
/** Throws POLICY_VIOLATION when something else is in the way, BACKUP when the backup is not whole. */
export declare function checkRestorable(context: EngineContext, workspace: Pick<Workspace, 'damaged'>, manifest: OperationManifest, { reading, found }: Seen): Promise<RestorePlan>;
/** The restore's own manifest: what the rollback took, and which keys were absent. */
export declare function restoreManifest(plan: RestorePlan, open: OpenOperation, marker: VersionMarker, reason: string): OperationManifest;
