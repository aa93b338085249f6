export type FolderMaker = (path: string) => Promise<void>;
/** Makes the folder with its parents and proves that files can be made in it. Throws EVIDENCE naming it. */
export declare function proveWritable(folder: string, makeFolder?: FolderMaker): Promise<void>;
/** Throws EVIDENCE for a folder that something stands in the way of. May it be written? Whoever runs dry need not be able to. */
export declare function expectFolder(folder: string): void;
/** Throws EVIDENCE when something that is no file stands where one is to be written. */
export declare function refuseFolderAt(path: string): void;
/** Removes temp files of long dead runs; failing to is no harm. */
export declare function sweepStale(folder: string, version: string): void;
