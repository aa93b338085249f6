export type FolderMaker = (path: string) => Promise<void>;
/** Parts of a local repository that are no place for output. */
export interface Forbidden {
    readonly repositoryRoot: string;
    readonly version: string;
}
/** Makes the folder with its parents and proves that files can be made in it. Throws EVIDENCE naming it. */
export declare function proveWritable(folder: string, makeFolder?: FolderMaker): Promise<void>;
/** Throws BAD_INPUT for a folder inside `<root>/<version>/` or a `.rollback-…` folder of the root, links resolved. */
export declare function refuseInside(folder: string, forbidden: Forbidden | undefined): Promise<void>;
/** Throws EVIDENCE when something that is no file stands where one is to be written. */
export declare function refuseFolderAt(path: string): Promise<void>;
/** Removes temp files of long dead runs; failing to is no harm. */
export declare function sweepStale(folder: string, version: string): Promise<void>;
