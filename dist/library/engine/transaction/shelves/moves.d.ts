import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import { type ObjectMover, type ObjectStore } from '../../../ports/object-store.ts';
import { type Progress, type Retracted, type Withdrawal } from '../../../ports/workspace.ts';
import type { Requests } from '../requests.ts';
import type { Shelf, Taken } from './shelf.ts';
/** Moves each artifact into the backup folder and back; the bytes are never in two places, nor in none. */
export declare class MovesShelf implements Shelf {
    #private;
    /** What lies there is the only one. */
    readonly copies = false;
    constructor(store: ObjectStore, mover: ObjectMover, requests: Requests);
    prepare(): Promise<void>;
    survey(manifest: OperationManifest): Promise<Withdrawal>;
    take(manifest: OperationManifest, standing: Rows<ManifestArtifact>, progress: Progress): Promise<Taken>;
    putBack(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<void>;
    takeAgain(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Retracted>;
    damaged(manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
}
