/** The guide's names for what is asked (guide, "Rollback Types", "Policy Modes"). */
export declare const ROLLBACK_TYPES: readonly ['full', 'artifacts_only', 'index_only'];
export type RollbackTypeName = (typeof ROLLBACK_TYPES)[number];
export declare const POLICY_MODES: readonly ['strict', 'lenient'];
export type PolicyModeName = (typeof POLICY_MODES)[number];
export declare const REPOSITORY_TYPES: readonly ['local', 's3', 'gcs'];
/** `memory` is the reference store of the tests. */
export type RepositoryTypeName = (typeof REPOSITORY_TYPES)[number] | 'memory';
export type StatusName = 'success' | 'failed' | 'dry_run' | 'partial';
export declare const takesArtifacts: (type: RollbackTypeName) => boolean;
export declare const takesEntry: (type: RollbackTypeName) => boolean;
export declare const STAGES: readonly ['preflight', 'policy', 'plan', 'backup', 'index', 'artifacts', 'verify', 'manifest', 'audit'];
export type StageName = (typeof STAGES)[number];
