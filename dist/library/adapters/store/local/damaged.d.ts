import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { WorkFolder } from './work-folder.ts';
/** Keys that could not be put back as they were, and strangers that would come along; needs no open work folder. */
export declare function damaged(work: WorkFolder, manifest: OperationManifest, artifacts: Rows<ManifestArtifact>): Promise<readonly string[]>;
