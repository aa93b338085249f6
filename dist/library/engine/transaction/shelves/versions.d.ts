import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { VersionKeeper } from '../../../ports/object-store.ts';
import type { Progress, Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import type { Shelf, Taken } from './shelf.ts';
/** Copies nothing: the store keeps the pinned versions under delete markers, which are taken away again to restore. */
export declare class VersionsShelf implements Shelf {
    #private;
    readonly copies = false;
    constructor(keeper: VersionKeeper, requests: Requests);
    prepare(): Promise<void>;
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    take(manifest: OperationManifest, standing: readonly ManifestArtifact[], progress: Progress): Promise<Taken>;
    putBack(manifest: OperationManifest, artifacts: readonly ManifestArtifact[], progress: Progress): Promise<void>;
    takeAgain(manifest: OperationManifest, artifacts: readonly ManifestArtifact[], progress: Progress): Promise<readonly string[]>;
    damaged(manifest: OperationManifest, artifacts: readonly ManifestArtifact[]): Promise<readonly string[]>;
}
