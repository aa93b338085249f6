/**
 * Every option by the name that the guide's CLI reference gives it, without dashes. The commands and the Action
 * use the same names, so that one parser reads both.
 */
export const OPTION_NAMES = [
  'version',
  'rollback-id',
  'repository-type',
  'repository-path',
  'repository-bucket',
  'repository-prefix',
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
] as const;
export type OptionName = (typeof OPTION_NAMES)[number];

/** What an entry was given, as strings; undefined is 'not given', which an empty string is not. */
export type RawOptions = { readonly [name in OptionName]?: string | undefined };

/** The guide's defaults (CLI Reference) and ours. */
export const DEFAULTS = {
  'repository-type': 'local',
  'repository-path': './repository',
  'rollback-type': 'full',
  policy: 'strict',
  'output-dir': '.',
  'lock-timeout': 120,
  'fence-seconds': 60,
} as const;

/** Seconds that can be asked for: a day of waiting, an hour of fence. */
export const RANGES = {
  'lock-timeout': { min: 0, max: 86_400 },
  'fence-seconds': { min: 0, max: 3_600 },
} as const;
