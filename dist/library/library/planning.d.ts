import type { RollbackManifest } from '../domain/manifest.ts';
import type { PolicyModeName, RollbackTypeName } from '../domain/types.ts';
import type { RollbackRepositoryAdapter } from './adapter.ts';
/** The guide's policy checks. */
export declare class RollbackPolicyEngine {
    readonly mode: PolicyModeName;
    constructor(mode: PolicyModeName);
    /** Answers whether the rollback may go on, with warnings and errors in words. Throws RollbackError when it can't look. */
    enforce(version: string, adapter: RollbackRepositoryAdapter, type: RollbackTypeName, options?: {
        readonly force?: boolean;
    }): Promise<readonly [passed: boolean, warnings: readonly string[], errors: readonly string[]]>;
}
/** What a rollback would do (guide, "RollbackPlanner"); snake_case as in the guide's files. */
export interface RollbackPlan {
    readonly version: string;
    readonly rollback_type: RollbackTypeName;
    readonly artifacts_to_remove: readonly string[];
    /** The entry as it stands in the index, parsed; null when it stays or is not there. */
    readonly index_entry_to_remove: unknown;
    readonly previous_index_state: unknown;
    /** False also when there is nothing to remove. */
    readonly dependencies_satisfied: boolean;
    /** Seconds. */
    readonly estimated_duration_seconds: number;
    readonly warnings: readonly string[];
    readonly dry_run: boolean;
}
export declare class RollbackPlanner {
    readonly adapter: RollbackRepositoryAdapter;
    constructor(adapter: RollbackRepositoryAdapter);
    /** Throws RollbackError when the repository can't be read. */
    plan(version: string, type: RollbackTypeName, options?: {
        readonly dryRun?: boolean;
    }): Promise<RollbackPlan>;
}
/** What `execute` did, in the form of the guide's rollback manifest. */
export type ExecutedManifest = Pick<RollbackManifest, 'version' | 'rollback_timestamp' | 'rollback_id' | 'rollback_reason' | 'artifacts_removed' | 'index_state_before' | 'index_state_after' | 'rollback_type' | 'can_restore' | 'backup_path'>;
export declare class RollbackExecutor {
    readonly adapter: RollbackRepositoryAdapter;
    constructor(adapter: RollbackRepositoryAdapter);
    /** Carries a plan out, all or nothing; a plan made with `dryRun` changes nothing. */
    execute(plan: RollbackPlan, options?: {
        readonly createBackup?: boolean;
    }): Promise<readonly [success: boolean, manifest: ExecutedManifest, removed: number]>;
}
