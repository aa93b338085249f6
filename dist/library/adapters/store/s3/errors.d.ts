import { RollbackError } from '../../../domain/errors.ts';
import { type Thrown } from './thrown.ts';
/** What was being done, for the words of an error. */
export interface Doing {
    /** After 'could not': `read 'index.json'`. */
    readonly what: string;
    /** The permission that it needs, as IAM has it. */
    readonly action: string;
    /** The repository's key, or the prefix of those that are listed, where it is about any. */
    readonly key?: string;
}
/** Where it happened, for the words of an error. */
export interface Where {
    /** `s3://bucket/prefix`. */
    readonly location: string;
    readonly bucket: string;
    readonly region: string | undefined;
}
/** The key is not there, or whatever else `code` says. */
export declare class AbsentError extends Error {
    readonly code: string;
    constructor(message: string, code: string, options: ErrorOptions);
}
/** A store that has no such thing. */
export declare const isNotImplemented: ({ details }: RollbackError) => boolean;
/** An object that has to be taken out of an archive before it can be read. */
export declare const isArchived: ({ details }: RollbackError) => boolean;
/** Whatever a request threw, in the port's terms and in words; never with credentials, URLs or headers. */
export declare function translate(thrown: unknown, doing: Doing, where: Where): Error;
/** The same of an error that an answer names for one key of a batch. */
export declare function translateCode(thrown: Thrown, doing: Doing, where: Where): Error;
