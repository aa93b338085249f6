import type { WorkFolder } from './work-folder.ts';
/** Makes a folder of ours and its parents, under the fence. */
export declare function ensureOwnFolders(work: WorkFolder, key: string): Promise<void>;
/** Puts a file of ours if absent; the same bytes there already is our own earlier success. */
export declare function createOwnFile(work: WorkFolder, key: string, body: Uint8Array): Promise<void>;
