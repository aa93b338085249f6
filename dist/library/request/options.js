/**
 * Every option by the name that the guide's CLI reference gives it, without dashes. The commands and the Action
 * use the same names, so that one parser reads both.
 */
export const OPTION_NAMES = [
    'version',
    'rollback-id',
    'repository',
    'repository-type',
    'repository-path',
    'repository-bucket',
    'repository-prefix',
    'backup-prefix',
    's3-endpoint',
    's3-region',
    's3-force-path-style',
    'gcs-endpoint',
    'gcs-project-id',
    'concurrency',
    'request-timeout',
    'retries',
    'single-writer',
    'rollback-type',
    'policy',
    'dry-run',
    'force',
    'create-backup',
    'no-backup',
    'reason',
    'manifest-output-dir',
    'audit-output-dir',
    'json-report',
    'text-report',
    'sign-audit-log',
    'lock-timeout',
    'fence-seconds',
    'verbose',
    'revert',
    'abandon',
    'accept-log-break',
    'operation',
    'confirm',
    'upload-artifacts',
    'artifact-name',
    'artifact-retention-days',
    'summary',
];
/** The guide's defaults (CLI Reference) and ours. */
export const DEFAULTS = {
    'repository-type': 'local',
    'repository-path': './repository',
    'rollback-type': 'full',
    policy: 'strict',
    'output-dir': '.',
    'lock-timeout': 120,
    'fence-seconds': 60,
    concurrency: 16,
    'request-timeout': 20,
    retries: 5,
};
/**
 * What can be asked for. Seconds: a day of waiting, an hour of fence; a request of a store is given up after at most
 * 20 (DESIGN §4), which the fence and a holder that stops itself count on.
 */
export const RANGES = {
    'lock-timeout': { min: 0, max: 86_400 },
    'fence-seconds': { min: 0, max: 3_600 },
    concurrency: { min: 1, max: 256, whole: true },
    'request-timeout': { min: 1, max: 20 },
    retries: { min: 0, max: 20, whole: true },
};
