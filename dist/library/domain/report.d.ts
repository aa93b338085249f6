import type { FailureCode } from './errors.ts';
import type { RepositoryTypeName, RollbackTypeName, StageName, StatusName } from './types.ts';
/** What an operation was and how it ended: the JSON report, field for field (DESIGN §7). */
export interface RollbackReport {
    readonly schema_version: 1;
    readonly operation: 'rollback' | 'restore' | 'recover';
    readonly version: string;
    readonly status: StatusName;
    /** ISO 8601, when the operation ended. */
    readonly timestamp: string;
    readonly rollback_type: RollbackTypeName;
    /** Empty in a dry run and when nothing was begun. */
    readonly rollback_id: string;
    readonly repository_type: RepositoryTypeName;
    readonly repository_location: string;
    /** Of a bucket: the options besides the type that lead to it again, by their names; nothing secret is among them. */
    readonly repository_options?: Readonly<Record<string, string>>;
    readonly policy_mode: 'strict' | 'lenient';
    readonly dry_run: boolean;
    readonly version_exists: boolean;
    readonly policy_passed: boolean;
    readonly dependencies_satisfied: boolean;
    /** Keys taken out of (for a restore: put back into) `<version>/`. */
    readonly artifacts_removed: readonly string[];
    readonly total_artifacts_removed: number;
    /** Bytes taken out of `<version>/`; a backup keeps them. */
    readonly total_bytes_freed: number;
    readonly rollback_duration_seconds: number;
    /** Whether the release was taken out of (restore: put back into) the index. */
    readonly index_updated: boolean;
    /** Whether an `artifacts_only` rollback marked the index entry as removed (restore: took the mark away). */
    readonly index_marked?: boolean;
    readonly backup_created: boolean;
    readonly manifest_created: boolean;
    readonly audit_log_created: boolean;
    readonly audit_log_signed: boolean;
    readonly warnings: readonly string[];
    readonly errors: readonly string[];
    readonly exit_code: number;
    /** Of a dry run that would fail: what the real run would end with. */
    readonly would_exit_code?: number;
    /** Row of the failure table that the exit code comes from; absent on success. */
    readonly error_code?: FailureCode;
    readonly summary: string;
    readonly backup_path: string;
    readonly previous_latest: string;
    readonly new_latest: string;
    readonly forced: boolean;
    readonly superseded: boolean;
    readonly notes: readonly string[];
    readonly stages: readonly StageTiming[];
    /** What dead runs had left and this one brought to its end before its own work; absent when there was nothing. */
    readonly recovered?: readonly RecoveredOperation[];
    /** Of `recover`: what the facts of this report are those of; absent when nothing was open. */
    readonly recovered_operation?: 'rollback' | 'restore';
    /**
     * Whether the repository differs from before, by what was recovered, too; `unknown` when the store went out of reach.
     */
    readonly changed: boolean | 'unknown';
    /** What to do next when it failed; empty otherwise. */
    readonly advice: string;
    /** Whether `restore` can bring it back. */
    readonly can_restore: boolean;
    readonly estimated_duration_seconds: number;
    /** Absolute paths of the evidence files that exist. */
    readonly evidence: EvidencePaths;
}
export interface RecoveredOperation {
    readonly operation: 'rollback' | 'restore';
    readonly version: string;
    readonly rollback_id: string;
    /** `undone`: everything is as it was before it. */
    readonly ending: 'finished' | 'undone' | 'abandoned';
}
export interface StageTiming {
    readonly name: StageName;
    readonly seconds: number;
}
export interface EvidencePaths {
    readonly manifest?: string;
    readonly audit?: string;
    readonly signature?: string;
}
/** `<version>.rollback-audit.json` (guide, "Audit Logging"; DESIGN §7). */
export interface AuditLog {
    readonly schema_version: 1;
    readonly audit_id: string;
    readonly version: string;
    readonly timestamp: string;
    readonly machine_id: string;
    readonly rollback_id: string;
    readonly rollback_type: RollbackTypeName;
    readonly actor: string;
    readonly run: string;
    readonly log_head: {
        readonly sequence: number;
        readonly hash: string;
    };
    readonly manifest: unknown;
    readonly report: RollbackReport;
}
/** `<version>.rollback-audit.sig`. */
export interface AuditSignature {
    readonly algorithm: 'RSA-PSS-SHA256';
    /** Hex SHA-256 of the public key's SPKI DER. */
    readonly key_id: string;
    /** Lower-case hex SHA-256 of the audit file's bytes. */
    readonly hash: string;
    /** Base64, over the audit file's exact bytes. */
    readonly signature: string;
    readonly timestamp: string;
}
