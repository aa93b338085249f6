import type { Withdrawal } from '../../ports/workspace.ts';
import { type CommittedOperation } from './operation.ts';
interface LastLook {
    /** Whether the version is listed by somebody else now. */
    readonly listed: boolean;
    /** Keys that somebody else wrote meanwhile. */
    readonly changed: readonly string[];
}
/** The last look before the operation is closed: nothing of ours is left, and nobody counts on what we took. */
export declare function lastLook(operation: CommittedOperation, withdrawal: Withdrawal): Promise<LastLook>;
export {};
