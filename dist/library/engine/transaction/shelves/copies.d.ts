import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import { type ObjectStore } from '../../../ports/object-store.ts';
import type { Progress, Retracted, Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import type { Shelf, Taken } from './shelf.ts';
/** Keeps server-side copies in the backup folder; takes artifacts out by conditional delete. */
export declare class CopiesShelf implements Shelf {
    #private;
    readonly copies = true;
    constructor(store: ObjectStore, requests: Requests);
    prepare(manifest: OperationManifest, progress: Progress): Promise<void>;
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    take(_: OperationManifest, standing: Rows<ManifestArtifact>, progress: Progress): Promise<Taken>;
    putBack(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<void>;
    takeAgain(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Retracted>;
    damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
}
