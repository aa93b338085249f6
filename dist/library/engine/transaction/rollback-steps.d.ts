import { type IndexStates } from './evidence.ts';
import { type CommittedOperation } from './operation.ts';
export interface RollbackResult {
    readonly index: IndexStates;
    readonly superseded: boolean;
}
/** Steps 5 to 7: out of the index, then the artifacts, then look. Every part may have been done before. */
export declare function rollForward(operation: CommittedOperation): Promise<RollbackResult>;
