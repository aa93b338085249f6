import { UnansweredError } from '../../../ports/object-store.ts';
import { type Subject } from './refusals.ts';
import type { HttpAnswer } from './transport.ts';
/** "You should not include more than 100 calls in a single batch request": cloud.google.com/storage/docs/batch. */
export declare const BATCH_SIZE = 100;
/** A call within a batch: neither an upload nor a download. */
export interface BatchCall {
    readonly method: 'GET' | 'DELETE';
    /** Path and query, from the host on. */
    readonly target: string;
}
/** Many calls as the body of one request; each is known by its number. */
export declare function batchBody(calls: readonly BatchCall[]): {
    readonly type: string;
    readonly bytes: Uint8Array;
};
/** The answers by the numbers of their calls; what is missing or can't be read is undefined: nothing is known of it. */
export declare function batchAnswers(answer: HttpAnswer, count: number): readonly (HttpAnswer | undefined)[];
/**
 * What the refusal of a whole batch means; a server without batches says so by one of these. A batch "is taken apart into
 * a set of n requests before processing" (storage/docs/batch): after a 5xx some of them may have been carried out, while
 * a 429 turns it away at the door.
 */
export declare function batchRefusal(answer: HttpAnswer, subject: Subject): Error;
export declare const notAnswered: (key: string) => UnansweredError;
