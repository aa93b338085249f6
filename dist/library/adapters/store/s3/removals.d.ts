import { type BatchRemoval, type KeyAnswer, type Pinned } from '../../../ports/object-store.ts';
import { type Guard } from '../../../ports/workspace.ts';
import { type Deleted } from './batch.ts';
import type { Dialect, S3Context } from './context.ts';
/** Deletes by batch, each key only at its revision: by the store's own conditions, or by a look at each directly before. */
export declare function deletePinned(context: S3Context, dialect: Dialect, objects: readonly Pinned[], guard: Guard): Promise<readonly Deleted[]>;
export declare function batchRemoval(context: S3Context, dialect: Dialect): BatchRemoval;
export declare function asAnswer(deleted: Deleted): KeyAnswer;
