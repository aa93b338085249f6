/** Where this machine's key is kept (XDG Base Directory Specification: a relative path there is to be ignored). */
export declare function stateFolder(environment?: NodeJS.ProcessEnv): string;
