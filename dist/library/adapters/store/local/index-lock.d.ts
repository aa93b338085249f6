import type { WorkFolder } from './work-folder.ts';
/** `index.json.lock`: an offer to publishers who honour it; whole from its first moment, so that ours is known as ours. */
export declare function lockIndex(work: WorkFolder, timeoutMs: number): Promise<void>;
export declare function unlockIndex(work: WorkFolder): Promise<void>;
