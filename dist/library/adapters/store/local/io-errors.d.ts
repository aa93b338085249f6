import { type FailureCode } from '../../../domain/errors.ts';
/** The errno name of a thrown file system error; Node itself has no name for some (EDQUOT, ESTALE). */
export declare function codeOf(thrown: unknown): string | undefined;
/** No such name, or a parent of it is no folder. */
export declare const isAbsent: (thrown: unknown) => boolean;
/** A file system error in words, under the port's failure contract; anything else as it is. */
export declare function ioError(thrown: unknown, doing: string, only?: FailureCode): unknown;
/** Runs `action`; its file system errors come out in words. */
export declare function telling<T>(doing: string, action: () => Promise<T>, only?: FailureCode): Promise<T>;
/** Runs `action`; undefined where what it works on is not there. */
export declare function unlessAbsent<T>(action: Promise<T>): Promise<T | undefined>;
/** A key in a message, quoted; names may hold anything. */
export declare const quoted: (key: string) => string;
