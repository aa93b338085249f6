import { type RollbackError } from '../../../domain/errors.ts';
import type { HttpAnswer } from './transport.ts';
/** What a request is about. */
export interface Subject {
    /** What is done, as in 'removing'. */
    readonly doing: string;
    readonly bucket: string;
    /** The whole name of the object; undefined for the bucket itself. */
    readonly object?: string | undefined;
    /** The key in the repository, for ConflictError. */
    readonly key: string;
    /** What the caller must be allowed to do. */
    readonly permissions: readonly string[];
    /** Whether it carries a precondition: then an absent object is a conflict, too. */
    readonly conditional?: boolean | undefined;
}
/** What the service said, as far as it is JSON. */
export interface Complaint {
    readonly reason: string;
    readonly message: string;
}
/** What a status means (cloud.google.com/storage/docs/json_api/v1/status-codes), in words where a person can act. */
export declare function refusal(answer: HttpAnswer, subject: Subject): Error;
export declare const noBucket: (bucket: string) => RollbackError;
export declare function complaintOf({ body }: HttpAnswer): Complaint;
