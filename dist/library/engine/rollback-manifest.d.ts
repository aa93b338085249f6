import type { OpenOperation } from '../domain/log-record.ts';
import type { BackupMethod, OperationManifest } from '../domain/manifest.ts';
import type { Plan } from '../domain/plan.ts';
import type { RollbackRequest } from '../request/request.ts';
import type { EngineContext } from './context.ts';
import type { IndexReading } from './publication.ts';
/** Without a backup nothing is moved anywhere: artifacts are deleted, or lie under markers where versions are kept. */
export declare function backupMethodFor(request: RollbackRequest, { artifacts }: Plan, { store }: EngineContext): Promise<BackupMethod>;
/** What this rollback is about to take, bound to the log by its commit. */
export declare function manifestOf(request: RollbackRequest, open: OpenOperation, plan: Plan, method: BackupMethod, context: EngineContext): OperationManifest;
/** The index as it will be, for the evidence that is written ahead. */
export declare function foreseen(manifest: OperationManifest, reading: IndexReading, context: EngineContext): {
    before: undefined;
    after: undefined;
} | {
    before: Uint8Array<ArrayBufferLike>;
    after: Uint8Array<ArrayBufferLike>;
};
