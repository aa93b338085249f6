import { type RollbackError } from '../../domain/errors.ts';
import type { OperationManifest } from '../../domain/manifest.ts';
import type { RollbackReport } from '../../domain/report.ts';
import { type CommittedOperation, type Operation } from './operation.ts';
/**
 * After the commit: forward to `done`, or, when the repository refuses for good, everything back to `reverted`.
 * Also what a recovery does; every step finds out what was done before. Never throws.
 */
export declare function complete(operation: CommittedOperation): Promise<RollbackReport>;
/** After the closer: a failure here is only litter, which the next operation sweeps. */
export declare function tidy(operation: Operation, unused?: OperationManifest): Promise<void>;
/** Puts everything back and closes with this ending; what can't be put back is abandoned, with every key named. */
export declare function revertTo(operation: CommittedOperation, ending: RollbackError): Promise<RollbackReport>;
