import { type RollbackError } from '../../domain/errors.ts';
import { type CommittedOperation } from './operation.ts';
/**
 * Without a backup on a store that only deletes, nothing can come back once the first artifact is gone: then the ones
 * that still stand, else undefined. It is looked for, since a batch may fail half-way through.
 */
export declare function standingForGood(operation: CommittedOperation): Promise<readonly string[] | undefined>;
/** With what could not be taken out named. */
export declare function partly(error: RollbackError, standing: readonly string[]): RollbackError;
