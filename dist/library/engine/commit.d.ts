import type { OperationManifest } from '../domain/manifest.ts';
import type { RollbackReport } from '../domain/report.ts';
import type { UsableIndex } from './publication.ts';
import type { Operation } from './transaction/operation.ts';
export interface Prepared {
    /** The index as it was judged, where there is one. */
    readonly reading?: UsableIndex | undefined;
    readonly manifest: OperationManifest;
    readonly manifestKey: string;
    readonly manifestSha256: string;
}
/** The commit point. Refused, it ends as before; without an answer the operation stays open, for the log to say. */
export declare function commit(operation: Operation, prepared: Prepared): Promise<RollbackReport>;
/** Nothing was committed: close the claim; if even that fails, the next operation does it. */
export declare function closeUnchanged(operation: Operation, report: RollbackReport): Promise<RollbackReport>;
