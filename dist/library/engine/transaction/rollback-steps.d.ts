import { type IndexEditResult } from './index-edit.ts';
import { type CommittedOperation } from './operation.ts';
export interface RollbackResult {
    readonly index: IndexEditResult;
    readonly superseded: boolean;
}
/** Steps 5 to 7: out of the index, then the artifacts, then look. Every part may have been done before. */
export declare function rollForward(operation: CommittedOperation): Promise<RollbackResult>;
