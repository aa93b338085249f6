/** A release version that is safe to use as a folder name and in a message. */
export type Version = string & {
    readonly __version: unique symbol;
};
/** Why a string is no version (DESIGN §6), or undefined when it is one. */
export declare function versionProblem(text: string): string | undefined;
export declare function isVersion(text: string): text is Version;
/** A hostile string, shown safely: control and non-ASCII characters escaped, at most 80 characters. */
export declare function printable(text: string): string;
