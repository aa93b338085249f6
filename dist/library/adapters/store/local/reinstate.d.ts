import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { Progress } from '../../../ports/workspace.ts';
import type { WorkFolder } from './work-folder.ts';
/** Puts a version's tree back: kept → work folder → version folder, each one rename; file by file where one stands. */
export declare function reinstate(work: WorkFolder, manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<void>;
/** In the work folder, a tree that is being copied back and is not whole yet. */
export declare const RETURNING = ".partial";
