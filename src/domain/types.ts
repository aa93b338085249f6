/** The guide's names for what is asked (guide, "Rollback Types", "Policy Modes"). */
export const ROLLBACK_TYPES = ['full', 'artifacts_only', 'index_only'] as const;
export type RollbackTypeName = (typeof ROLLBACK_TYPES)[number];

export const POLICY_MODES = ['strict', 'lenient'] as const;
export type PolicyModeName = (typeof POLICY_MODES)[number];

export const REPOSITORY_TYPES = ['local', 's3', 'gcs'] as const;
/** `memory` is the reference store of the tests. */
export type RepositoryTypeName = (typeof REPOSITORY_TYPES)[number] | 'memory';

export type StatusName = 'success' | 'failed' | 'dry_run' | 'partial';

export const takesArtifacts = (type: RollbackTypeName): boolean => type !== 'index_only';
export const takesEntry = (type: RollbackTypeName): boolean => type !== 'artifacts_only';

export const STAGES = [
  'preflight',
  'policy',
  'plan',
  'backup',
  'index',
  'artifacts',
  'verify',
  'manifest',
  'audit',
] as const;
export type StageName = (typeof STAGES)[number];
