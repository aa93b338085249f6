/**
 * Every option by the name that the guide's CLI reference gives it, without dashes. The commands and the Action
 * use the same names, so that one parser reads both.
 */
export declare const OPTION_NAMES: readonly ['version', 'rollback-id', 'repository', 'repository-type', 'repository-path', 'repository-bucket', 'repository-prefix', 'backup-prefix', 's3-endpoint', 's3-region', 's3-force-path-style', 'gcs-endpoint', 'gcs-project-id', 'concurrency', 'request-timeout', 'retries', 'single-writer', 'rollback-type', 'policy', 'dry-run', 'force', 'create-backup', 'no-backup', 'reason', 'manifest-output-dir', 'audit-output-dir', 'json-report', 'text-report', 'sign-audit-log', 'lock-timeout', 'fence-seconds', 'verbose', 'revert', 'abandon', 'accept-log-break', 'operation', 'confirm', 'upload-artifacts', 'artifact-name', 'artifact-retention-days', 'summary'];
export type OptionName = (typeof OPTION_NAMES)[number];
/** What an entry was given, as strings; undefined is 'not given', which an empty string is not. */
export type RawOptions = {
    readonly [name in OptionName]?: string | undefined;
};
/** The guide's defaults (CLI Reference) and ours. */
export declare const DEFAULTS: {
    readonly 'repository-type': 'local';
    readonly 'repository-path': './repository';
    readonly 'rollback-type': 'full';
    readonly policy: 'strict';
    readonly 'output-dir': '.';
    readonly 'lock-timeout': 120;
    readonly 'fence-seconds': 60;
    readonly concurrency: 16;
    readonly 'request-timeout': 20;
    readonly retries: 5;
};
/**
 * What can be asked for. Seconds: a day of waiting, an hour of fence; a request of a store is given up after at most
 * 20 (DESIGN §4), which the fence and a holder that stops itself count on.
 */
export declare const RANGES: {
    readonly 'lock-timeout': {
        readonly min: 0;
        readonly max: 86400;
    };
    readonly 'fence-seconds': {
        readonly min: 0;
        readonly max: 3600;
    };
    readonly concurrency: {
        readonly min: 1;
        readonly max: 256;
        readonly whole: true;
    };
    readonly 'request-timeout': {
        readonly min: 1;
        readonly max: 20;
    };
    readonly retries: {
        readonly min: 0;
        readonly max: 20;
        readonly whole: true;
    };
};
