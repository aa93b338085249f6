import { type BigIntStats } from 'node:fs';
import { type Revision } from '../../../ports/object-store.ts';
/** What a new file should look like; what is left out is the system's choice. */
export interface FileShape {
    readonly mode?: number;
    readonly uid?: number;
    readonly gid?: number;
}
/** Where a file is to be; `temporary` is on the same file system. */
export interface Target {
    readonly path: string;
    readonly key: string;
    readonly temporary: string;
}
/** Never taken twice, and never listed. */
export declare const temporaryName: () => string;
/** The one way in which a whole file comes to be, before it has its name: write, shape, fsync, close. */
export declare function writeTemporary(path: string, body: Uint8Array, shape?: FileShape): BigIntStats;
/** Of an open file, by its descriptor. */
export declare function applyShape(file: number, { mode, uid, gid }: FileShape): void;
/** Makes `path` with these bytes if it is absent, whole or not at all, and its name durable. */
export declare function createDurably(where: Target, body: Uint8Array, shape?: FileShape): Revision;
/** The same for a name that may be lost in a power cut, but never stands for less than these bytes. */
export declare function createWhole(where: Target, body: Uint8Array, shape?: FileShape): Revision;
/** Replaces `path` if it still is at `revision`, keeping mode and owner, and makes that durable. */
export declare function replaceDurably(where: Target, body: Uint8Array, revision: Revision): Revision;
/** The same, but a power cut may bring back what stood there. */
export declare function replaceWhole(where: Target, body: Uint8Array, revision: Revision): Revision;
/** Makes the names in a folder durable. */
export declare function syncFolder(path: string): void;
