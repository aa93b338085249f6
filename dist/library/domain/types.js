/** The guide's names for what is asked (guide, "Rollback Types", "Policy Modes"). */
export const ROLLBACK_TYPES = ['full', 'artifacts_only', 'index_only'];
export const POLICY_MODES = ['strict', 'lenient'];
export const REPOSITORY_TYPES = ['local', 's3', 'gcs'];
export const takesArtifacts = (type) => type !== 'index_only';
export const takesEntry = (type) => type !== 'artifacts_only';
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
];
