import { type Bytes } from '../../domain/byte-parts.ts';
/** A hidden name in the folder that nobody else uses. */
export declare function temporaryName(folder: string, name: string): string;
/** Creates the file with all its bytes, on the disk when this returns; nothing is left of a failed one. */
export declare function writeNew(path: string, body: Bytes): Promise<void>;
/** A second name for the file; throws EEXIST rather than replace anything. Copies where there are no hard links. */
export declare function linkNew(from: string, to: string): Promise<void>;
/** Moves the file to a name that is free; throws EEXIST rather than replace anything, where there are hard links. */
export declare function placeNew(from: string, to: string): Promise<void>;
/** Makes names in a folder durable; some file systems don't offer that. */
export declare function syncFolder(path: string): Promise<void>;
