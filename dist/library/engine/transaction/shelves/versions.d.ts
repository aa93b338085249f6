import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import { type Rows } from '../../../domain/rows.ts';
import type { ObjectStore, VersionKeeper } from '../../../ports/object-store.ts';
import type { Progress, Retracted, Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import type { Shelf, Taken } from './shelf.ts';
/** Copies nothing: the store keeps the pinned versions under delete markers, which are taken away again to restore. */
export declare class VersionsShelf implements Shelf {
    #private;
    readonly copies = false;
    constructor(store: ObjectStore, keeper: VersionKeeper, requests: Requests);
    prepare(): Promise<void>;
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    uncover(manifest: OperationManifest, keys: readonly string[]): Promise<void>;
    /**
     * Where nothing is visible one name tells, and no version has to be listed. What was written again before it was hidden
     * does not show there: so where one request lists all versions and markers, they are looked at all the same.
     */
    surveyTaken(manifest: OperationManifest): Promise<Withdrawal>;
    take(manifest: OperationManifest, standing: Rows<ManifestArtifact>, progress: Progress): Promise<Taken>;
    putBack(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<void>;
    takeAgain(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Retracted>;
    damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
}
