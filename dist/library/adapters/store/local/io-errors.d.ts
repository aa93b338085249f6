import { type FailureCode } from '../../../domain/errors.ts';
/** The errno name of a thrown file system error; Node itself has no name for some (EDQUOT, ESTALE). */
export declare function codeOf(thrown: unknown): string | undefined;
/** No such name, or a parent of it is no folder. */
export declare const isAbsent: (thrown: unknown) => boolean;
/** A file system error in words, under the port's failure contract; anything else as it is. */
export declare function ioError(thrown: unknown, doing: string, only?: FailureCode): unknown;
/** What to do about a full file system: the one that `path` is on. */
export declare function makeRoomAt(path: string | undefined): string;
/** A write does not say into what: so that the advice can name it. */
export declare function located(thrown: unknown, path: string): unknown;
/** What is a link where a folder or a file has to be; `refused` says why that matters, where there is more to say. */
export declare function symlinkRefused(key: string, refused?: string, cause?: unknown): Error;
/** What is of another kind than it has to be. */
export declare const kindRefused: (key: string, what: string) => Error;
/** Runs `action`; its file system errors come out in words. */
export declare function telling<T>(doing: string, action: () => T | Promise<T>, only?: FailureCode): Promise<T>;
/** Runs `action`; undefined where what it works on is not there. */
export declare function unlessAbsent<T>(action: () => T): T | undefined;
/** The same for what is awaited: `.catch(nothingThere)`. */
export declare function nothingThere(thrown: unknown): undefined;
/** Runs what may fail without harm. */
export declare function attempt(action: () => void): void;
/** A key in a message, quoted; names may hold anything. */
export declare const quoted: (key: string) => string;
