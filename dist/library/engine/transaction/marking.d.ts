import { type CommittedOperation } from './operation.ts';
/** Says what was done to the version; a dead run's marker that promised more than is so is answered by a newer one. */
export declare function markDone(operation: CommittedOperation): Promise<void>;
/** The operation is given up: a marker of it must not promise what the backup can't give any more. */
export declare function unpromise(operation: CommittedOperation, missing: readonly string[]): Promise<void>;
/** A restore was undone, and the backup of the rollback that it was to undo is not whole any more. */
export declare function unpromiseUndone(operation: CommittedOperation): Promise<void>;
/** A marker that says 'rolled back' or 'restored' is answered by one that takes it back. */
export declare function markReverted(operation: CommittedOperation): Promise<void>;
/** The backup's manifest stays as the log knows it; a file beside it says that it was restored. */
export declare function markRestored(operation: CommittedOperation): Promise<void>;
