import { type CopySource, UnansweredError } from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import type { Dialect, S3Context } from './context.ts';
import { AbsentError } from './errors.ts';
/** One copy on its way, and what it needs. */
export interface CopyJob {
    readonly context: S3Context;
    readonly dialect: Dialect;
    readonly source: CopySource;
    readonly to: string;
    readonly guard: Guard;
}
/** Which of the two is not as it was believed: the answer does not say it everywhere. */
export declare function blamed({ context, source, to }: CopyJob, thrown: unknown): Promise<unknown>;
/** A lifecycle rule or a person took the upload away: nothing was made, and the whole copy may be asked for again. */
export declare const withoutUpload: (cause: AbsentError) => UnansweredError;
