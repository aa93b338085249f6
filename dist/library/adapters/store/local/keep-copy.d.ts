import type { OperationManifest } from '../../../domain/manifest.ts';
import type { Progress } from '../../../ports/workspace.ts';
import type { WorkFolder } from './work-folder.ts';
export declare const PARTIAL = ".partial-";
/**
 * Where no rename leads (EXDEV): copies the tree to where it is kept, first under a name that says it is not whole.
 * The hashes come before the name, so that a whole copy is always known as one.
 */
export declare function keepCopy(work: WorkFolder, source: {
    readonly from: string;
    readonly exactly: boolean;
}, manifest: OperationManifest, progress: Progress): Promise<void>;
