import { type RollbackError } from '../../../domain/errors.ts';
import { type Guard } from '../../../ports/workspace.ts';
import { type S3Context } from './context.ts';
/** DeleteObjects takes no more. */
export declare const BATCH = 1000;
/** S3 takes some thousand deletes a second below one prefix; and each batch under way holds its keys and their answers. */
export declare const BATCHES_AT_ONCE = 4;
/** One object to delete: at a revision, or one of its versions. */
export interface Deletion {
    readonly key: string;
    /** As a condition names it. */
    readonly etag?: string | undefined;
    readonly versionId?: string | undefined;
}
/** What became of one key of a batch. */
export type Deleted = {
    readonly key: string;
    readonly result: 'deleted';
    readonly markerId: string | undefined;
} | {
    readonly key: string;
    readonly result: 'absent' | 'changed';
} | {
    readonly key: string;
    readonly result: 'failed';
    readonly error: RollbackError;
};
export interface DeletionWays {
    /** Deletes one by a request of its own, which asks the guard itself. */
    readonly one: (deletion: Deletion) => Promise<Deleted>;
    readonly guard: Guard;
}
/** Deletes many by one request and reads every answer; keys that XML can't carry go one by one. Throws without any answer. */
export declare function deleteBatch(context: S3Context, deletions: readonly Deletion[], { one, guard }: DeletionWays): Promise<readonly Deleted[]>;
