import type { OperationManifest } from '../../../domain/manifest.ts';
import type { Progress, Withdrawal } from '../../../ports/workspace.ts';
import type { WorkFolder } from './work-folder.ts';
/** Step 6: version folder → work folder → where it is kept, each one rename; compared in between, where nobody writes. */
export declare function withdraw(work: WorkFolder, manifest: OperationManifest, progress: Progress): Promise<Withdrawal>;
/** What is gone from the version folder, and what stands there now. */
export declare function survey(work: WorkFolder, manifest: OperationManifest): Promise<Withdrawal>;
