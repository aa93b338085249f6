import { tmpdir } from 'node:os';
import * as core from '@actions/core';
import { maskSecrets } from './mask.ts';

/** The inputs of action.yml, which a test compares with this list. */
export const INPUT_NAMES = [
  'operation',
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
  'reason',
  'confirm',
  'manifest-output-dir',
  'audit-output-dir',
  'json-report',
  'text-report',
  'sign-audit-log',
  'signing-key',
  'lock-timeout',
  'fence-seconds',
  'upload-artifacts',
  'artifact-name',
  'artifact-retention-days',
  'summary',
  'verbose',
] as const;
export type InputName = (typeof INPUT_NAMES)[number];

/** A blank too many in these is somebody's mistake, not ours to forgive: they name a release. */
const EXACT: ReadonlySet<InputName> = new Set(['version', 'confirm', 'signing-key']);

export interface GithubInputs {
  /** Without the key, and without inputs that are empty: the runner can't tell those from absent ones. */
  readonly raw: { readonly [name in InputName]?: string };
  readonly unknown: readonly string[];
  readonly declared: readonly string[];
  /** PEM text; the input wins over the variable. */
  readonly signingKey: string | undefined;
  /** Which of the two it came from, for messages. */
  readonly signingKeySource: string;
  /** What relative paths are relative to. */
  readonly workspace: string;
  /** For files that no input gives a place. */
  readonly temp: string;
}

/** Reads every input once, after masking what is secret. The only place that asks for inputs. */
export function readInputs(environment: NodeJS.ProcessEnv = process.env): GithubInputs {
  const given: { [name in InputName]?: string } = {};
  for (const name of INPUT_NAMES) {
    const value = core.getInput(name, { trimWhitespace: !EXACT.has(name) });
    if (value !== '') given[name] = value;
  }
  const { 'signing-key': key, ...raw } = given;
  const signingKey = key ?? (environment.ROLLBACK_SIGNING_KEY || undefined);
  maskSecrets(signingKey, environment);
  if (core.isDebug()) raw.verbose ??= 'true';
  return {
    raw,
    unknown: unknownInputs(environment),
    declared: INPUT_NAMES,
    signingKey,
    signingKeySource: key === undefined ? 'ROLLBACK_SIGNING_KEY' : 'signing-key',
    workspace: environment.GITHUB_WORKSPACE || process.cwd(),
    temp: environment.RUNNER_TEMP || tmpdir(),
  };
}

/**
 * The runner turns each key under `with:` into INPUT_<KEY>, a misspelt one, too, and only warns. It hands the
 * inputs of a composite action down through its `inputs` context, never as INPUT_ variables. So an undeclared one
 * was meant for us, or somebody set it in an `env:`, where INPUT_FORCE would take effect as well: both are named.
 */
function unknownInputs(environment: NodeJS.ProcessEnv): readonly string[] {
  const declared = new Set(INPUT_NAMES.map((name) => name.toUpperCase()));
  return Object.keys(environment)
    .filter((variable) => variable.startsWith('INPUT_'))
    .map((variable) => variable.slice('INPUT_'.length))
    .filter((name) => !declared.has(name))
    .map((name) => name.toLowerCase())
    .sort();
}
