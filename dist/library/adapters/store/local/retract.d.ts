import type { ManifestArtifact, OperationManifest } from '../../../domain/manifest.ts';
import type { Rows } from '../../../domain/rows.ts';
import type { Progress, Retracted } from '../../../ports/workspace.ts';
import type { WorkFolder } from './work-folder.ts';
/** Undoes a restore: what it put goes back to the backup; the keys that somebody changed meanwhile are left and told. */
export declare function retract(work: WorkFolder, manifest: OperationManifest, artifacts: Rows<ManifestArtifact>, progress: Progress): Promise<Retracted>;
