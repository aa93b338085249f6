import type { OperationManifest } from '../../../domain/manifest.ts';
import type { Progress, Withdrawal } from '../../../ports/workspace.ts';
import type { WorkFolder } from './work-folder.ts';
/** Step 6: version folder → work folder → where it is kept, each one rename; compared in between, where nobody writes. */
export declare function withdraw(work: WorkFolder, manifest: OperationManifest, progress: Progress): Promise<Withdrawal>;
/** The tree that was taken out, or is only on its way, into the backup; what stands in the version folder now stays. */
export declare function keepTaken(work: WorkFolder, manifest: OperationManifest, progress: Progress): Promise<void>;
/** Without a backup what was taken out lies in the work folder, under the name of what goes with it. */
export declare function spare(work: WorkFolder, manifest: OperationManifest): Promise<void>;
/** What is gone from the version folder, and what stands there now. */
export declare function survey(work: WorkFolder, manifest: OperationManifest): Promise<Withdrawal>;
