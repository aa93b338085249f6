/** A local repository, of which only parts are a place for output. */
export interface Forbidden {
    readonly repositoryRoot: string;
    /** The release that is worked on; empty while it is not known. */
    readonly version: string;
}
/**
 * Throws BAD_INPUT, naming a better place, for a folder that is or lies inside a release's folder or a `.rollback-…`
 * folder of the repository, links resolved. Its root and other folders are allowed: people work in there.
 */
export declare function refuseFolder(folder: string, forbidden: Forbidden | undefined): void;
/** The same of a file, which may not be the index, its rendering or its lock either. */
export declare function refuseFile(path: string, forbidden: Forbidden | undefined): void;
