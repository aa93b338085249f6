import { POLICY_MODES, REPOSITORY_TYPES, ROLLBACK_TYPES } from '../../domain/types.ts';
import { DEFAULTS, type OptionName } from '../../request/options.ts';

/** One flag of a command. */
export interface CliOption {
  /** As it is shown: `--policy <MODE>`; what takes no value has only its name. */
  readonly flags: string;
  readonly about: string;
  /** The option behind it, where the flag has another name (`--rollback-policy` is `policy`). */
  readonly means?: OptionName;
}

/** Flags under a heading of the help. */
export interface OptionGroup {
  readonly heading: string;
  readonly options: readonly CliOption[];
}

const one = (names: readonly string[]): string => names.join('|');

const version = {
  flags: '--version <VERSION>',
  about: 'the release, as it is named in the index, e.g. v1.0.2',
};
const dryRun = { flags: '--dry-run', about: 'show what would be done and change nothing' };
const reason = { flags: '--reason <TEXT>', about: 'why, for the log, the manifest and the audit log' };
const waiting: readonly CliOption[] = [
  {
    flags: '--lock-timeout <SECONDS>',
    about: `how long to wait for another holder (default: ${DEFAULTS['lock-timeout']})`,
  },
  {
    flags: '--fence-seconds <SECONDS>',
    about: `how long to wait until late requests can be ruled out (default: ${DEFAULTS['fence-seconds']})`,
  },
];

const REPOSITORY: OptionGroup = {
  heading: 'Repository:',
  options: [
    {
      flags: '--repository <PLACE>',
      about: 's3://BUCKET/PREFIX, gs://BUCKET/PREFIX or a folder, instead of the next four',
    },
    {
      flags: `--repository-type <${one(REPOSITORY_TYPES)}>`,
      about: `what kind it is (default: ${DEFAULTS['repository-type']})`,
    },
    {
      flags: '--repository-path <FOLDER>',
      about: `a local repository (default: ${DEFAULTS['repository-path']})`,
    },
    { flags: '--repository-bucket <NAME>', about: 'bucket; required for s3 and gcs' },
    { flags: '--repository-prefix <PREFIX>', about: 'folder in the bucket (default: none)' },
    {
      flags: '--backup-prefix <PREFIX>',
      about: 'folder in the same bucket for backups (default: .rollback-backups/ below the prefix)',
    },
  ],
};

const STORES: OptionGroup = {
  heading: 'S3 and GCS:',
  options: [
    { flags: '--s3-endpoint <URL>', about: 'an S3 server other than that of AWS' },
    { flags: '--s3-region <REGION>', about: 'region of the bucket (default: as the SDK finds it)' },
    {
      flags: '--s3-force-path-style',
      about: "the bucket's name in the path of URLs, not in the host's name",
    },
    { flags: '--gcs-endpoint <URL>', about: 'a GCS server other than that of Google' },
    { flags: '--gcs-project-id <ID>', about: 'project that is billed, for a bucket whose requesters pay' },
    {
      flags: '--concurrency <COUNT>',
      about: `most requests at once (default: ${DEFAULTS.concurrency})`,
    },
    {
      flags: '--request-timeout <SECONDS>',
      about: `when one request is given up (default: ${DEFAULTS['request-timeout']})`,
    },
    {
      flags: '--retries <COUNT>',
      about: `how often a request is sent again at most (default: ${DEFAULTS.retries})`,
    },
    {
      flags: '--single-writer',
      about: 'nobody else writes to the repository: take a store that ignores preconditions',
    },
  ],
};

/** Every command's. */
const PLACE = [REPOSITORY, STORES] as const;

const signing: readonly CliOption[] = [
  { flags: '--sign-audit-log', about: 'sign the audit log with RSA-PSS' },
  {
    flags: '--signing-key <FILE>',
    about: 'RSA private key, PEM (default: ROLLBACK_SIGNING_KEY, else a key of this machine)',
  },
];
const verbose = { flags: '--verbose', about: 'tell more on stderr' };

const OUTPUT: OptionGroup = {
  heading: 'Output:',
  options: [
    { flags: '--manifest-output-dir <FOLDER>', about: 'where the manifest goes (default: current folder)' },
    { flags: '--audit-output-dir <FOLDER>', about: 'where the audit log goes (default: current folder)' },
    { flags: '--json-report <FILE>', about: 'write the report as JSON' },
    { flags: '--text-report <FILE>', about: 'write the report as text' },
    ...signing,
    { flags: '--json', about: 'print the report as JSON on stdout, and nothing else there' },
    { flags: '--no-color', about: 'no colors; NO_COLOR does the same' },
    verbose,
  ],
};

const ROLLBACK: OptionGroup = {
  heading: 'Rollback:',
  options: [
    version,
    {
      flags: `--rollback-type <${one(ROLLBACK_TYPES)}>`,
      about: `what is taken out (default: ${DEFAULTS['rollback-type']})`,
    },
    {
      flags: `--policy <${one(POLICY_MODES)}>`,
      about: `whether violations stop it (default: ${DEFAULTS.policy})`,
    },
    dryRun,
    { flags: '--force', about: 'go on despite policy violations; they are recorded' },
    { flags: '--create-backup', about: 'keep what is taken out (the default)' },
    { flags: '--no-backup', about: 'keep no backup: it cannot be restored' },
    reason,
    ...waiting,
  ],
};

const RESTORE: OptionGroup = {
  heading: 'Restore:',
  options: [
    version,
    { flags: '--rollback-id <ID>', about: 'the rollback to undo (default: the last one of the version)' },
    dryRun,
    reason,
    ...waiting,
  ],
};

const RECOVER: OptionGroup = {
  heading: 'Recover:',
  options: [
    { flags: '--revert', about: 'put everything back, whatever the log says' },
    {
      flags: '--abandon',
      about: 'give the open operation up where it stands; what is out of place is named',
    },
    { flags: '--accept-log-break', about: 'go on from the newest record of a log that was tampered with' },
    dryRun,
    reason,
    ...waiting,
  ],
};

export const SUBCOMMANDS = {
  rollback: {
    about: 'Takes a published release out of a repository, all or nothing.',
    groups: [ROLLBACK, ...PLACE, OUTPUT],
  },
  restore: {
    about: 'Brings back what a rollback took out.',
    groups: [RESTORE, ...PLACE, OUTPUT],
  },
  recover: {
    about: 'Finishes or undoes what a killed run left open.',
    groups: [RECOVER, ...PLACE, OUTPUT],
  },
  list: {
    about: 'Shows the releases, the rollbacks and backups, and what is open.',
    groups: [...PLACE, OUTPUT],
  },
  doctor: {
    about: 'Looks whether a rollback could work here; changes no release.',
    groups: [...PLACE, OUTPUT],
  },
} as const satisfies Record<string, { about: string; groups: readonly OptionGroup[] }>;
export type Subcommand = keyof typeof SUBCOMMANDS;

/** The guide's integrated script, "Rollback-Specific Arguments". */
export const PREPARE: readonly OptionGroup[] = [
  {
    heading: 'Rollback:',
    options: [
      { flags: '--rollback-release <VERSION>', about: 'the release to take out', means: 'version' },
      ...ROLLBACK.options.filter(({ flags }) => flags.startsWith('--rollback-type')),
      {
        flags: `--rollback-policy <${one(POLICY_MODES)}>`,
        about: `whether violations stop it (default: ${DEFAULTS.policy})`,
        means: 'policy',
      },
      { flags: '--rollback-dry-run', about: dryRun.about, means: 'dry-run' },
      { flags: '--rollback-force', about: 'go on despite policy violations', means: 'force' },
      { flags: '--rollback-no-backup', about: 'keep no backup: it cannot be restored', means: 'no-backup' },
      { flags: '--rollback-output-dir <FOLDER>', about: 'where all files go (default: current folder)' },
    ],
  },
  ...PLACE,
  { heading: 'Output:', options: [...signing, verbose] },
];
