import type { OperationManifest } from '../../../domain/manifest.ts';
import type { Progress } from '../../../ports/workspace.ts';
import type { WorkFolder } from './work-folder.ts';
/** Step 3: the folder; the artifacts only where no rename will take them there. */
export declare function prepareBackup(work: WorkFolder, manifest: OperationManifest, progress: Progress): Promise<void>;
/** Removes an unused backup folder; never one that holds what is nowhere else. */
export declare function discardBackup(work: WorkFolder, manifest: OperationManifest): Promise<void>;
