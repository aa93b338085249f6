import { type BigIntStats } from 'node:fs';
import { type FileHandle } from 'node:fs/promises';
import { type Revision } from '../../../ports/object-store.ts';
/** What a new file should look like; what is left out is the system's choice. */
export interface FileShape {
    readonly mode?: number;
    readonly uid?: number;
    readonly gid?: number;
}
/** Never taken twice, and never listed. */
export declare const temporaryName: () => string;
/** The one way in which a whole file comes to be, before it has its name: write, shape, fsync, close. */
export declare function writeTemporary(path: string, body: Uint8Array, shape?: FileShape): Promise<BigIntStats>;
export declare function applyShape(handle: FileHandle, shape: FileShape): Promise<void>;
/** Makes `path` with these bytes if it is absent, whole or not at all; `temporary` is on the same file system. */
export declare function createDurably(where: {
    readonly path: string;
    readonly key: string;
    readonly temporary: string;
}, body: Uint8Array, shape?: FileShape): Promise<Revision>;
/** Replaces `path` if it still is at `revision`, keeping mode and owner. */
export declare function replaceDurably(where: {
    readonly path: string;
    readonly key: string;
    readonly temporary: string;
}, body: Uint8Array, revision: Revision): Promise<Revision>;
/** Makes the names in a folder durable. */
export declare function syncFolder(path: string): Promise<void>;
