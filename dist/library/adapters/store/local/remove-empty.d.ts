import type { WorkFolder } from './work-folder.ts';
/** A folder that holds something else stays; what was removed from it is made durable. */
export declare function removeEmpty(work: WorkFolder, path: string): Promise<void>;
