/** Where this machine's key is kept (XDG Base Directory Specification: a relative path there is to be ignored). */
export declare function stateFolder(environment?: NodeJS.ProcessEnv): string;
/** The same; undefined for a user without a home, who can have no key there. */
export declare function stateFolderIfAny(environment?: NodeJS.ProcessEnv): string | undefined;
