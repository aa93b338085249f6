import { type IndexStates } from './evidence.ts';
import { type CommittedOperation } from './operation.ts';
/** Artifacts back first, the index last: a release is never listed before it is whole. */
export declare function restoreForward(operation: CommittedOperation): Promise<IndexStates>;
