import { type Bytes } from '../../domain/byte-parts.ts';
/** A hidden name in the folder that nobody else uses. */
export declare function temporaryName(folder: string, name: string): string;
/** Creates the file with all its bytes; nothing is left of a failed one. On the disk only after `syncFile`. */
export declare function writeNew(path: string, body: Bytes): void;
/** Removes a file if it is there and may be; its place is swept later. */
export declare function remove(path: string): void;
/** A second name for the file; throws EEXIST rather than replace anything. Copies where there are no hard links. */
export declare function linkNew(from: string, to: string): void;
/** Moves the file to a name that is free; throws EEXIST rather than replace anything, where there are hard links. */
export declare function placeNew(from: string, to: string): void;
/** Makes names in a folder durable; some file systems don't offer that. */
export declare function syncFolder(path: string): void;
/** Makes a file's bytes durable. Windows does that only for who may write. */
export declare const syncFile: (path: string) => void;
