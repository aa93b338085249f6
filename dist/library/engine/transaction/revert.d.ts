import type { OperationManifest } from '../../domain/manifest.ts';
import type { Workspace } from '../../ports/workspace.ts';
import { type CommittedOperation } from './operation.ts';
/** What putting back met: keys that somebody else wrote meanwhile, which stay as they are. */
export interface PutBack {
    readonly foreign: readonly string[];
}
/** Puts everything back as it was before the commit, and looks; the log says `reverting` before the first change. */
export declare function putBack(operation: CommittedOperation): Promise<PutBack>;
/**
 * Removes the backup that a rollback made and does not need: only after its closer, since until then a recovery
 * puts things back from it. A restore's manifest names the rollback's backup, which is never its own to remove.
 */
export declare function discardBackup(workspace: Workspace, manifest: OperationManifest | undefined): Promise<void>;
/** Keys of the manifest that are not in the version folder. */
export declare function missingKeys(operation: CommittedOperation): Promise<readonly string[]>;
/** Keys that are not where they should be: missing, or written by somebody else. */
export declare function misplacedKeys(operation: CommittedOperation): Promise<readonly string[]>;
