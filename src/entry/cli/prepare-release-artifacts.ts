import { isVersion } from '../../domain/version.ts';
import type { OptionName, RawOptions } from '../../request/options.ts';
import { parseRollback } from '../../request/parse.ts';
import { flagName, readArguments } from './arguments.ts';
import type { CommandLine } from './command-line.ts';
import { identity } from './identity.ts';
import { PREPARE } from './options.ts';

const USAGE = 'prepare-release-artifacts';

/** `policy` is called `--rollback-policy` here. */
const LABELS = new Map(
  PREPARE.flatMap(({ options }) => options).map(({ flags, means }) => [
    means ?? flagName(flags),
    `--${flagName(flags)}`,
  ]),
);
const label = (name: OptionName): string => LABELS.get(name) ?? `--${name}`;

export function readPrepareReleaseArtifacts(argv: readonly string[]): CommandLine {
  const about = 'Takes a published release out of a repository. All files go to one output folder.';
  const after = 'For restore, recover, list and doctor there is release-rollback.\n';
  const read = readArguments({ name: USAGE, usage: 'OPTIONS', about, groups: PREPARE, after }, argv);
  if ('help' in read) return read;
  const { signingKey, rollbackOutputDir, json, color } = read.entry;
  const parsed = parseRollback(withOutput(read.raw, rollbackOutputDir), identity(), label);
  const problems = [...read.problems, ...('problems' in parsed ? parsed.problems : [])];
  if (rollbackOutputDir?.trim() === '') problems.push('--rollback-output-dir: the path is empty');
  if (signingKey !== undefined && read.raw['sign-audit-log'] === undefined) {
    problems.push('--signing-key: is of use only with --sign-audit-log');
  }
  if (problems.length > 0 || 'problems' in parsed) return { usage: USAGE, problems, json };
  return { task: { operation: 'rollback', ...parsed.order }, json, color, signingKey };
}

/** The guide's integrated script writes the reports, too, in a dry run as well. */
function withOutput(raw: RawOptions, given = '.'): RawOptions {
  const folder = given.trim() === '' ? '.' : given;
  const version = raw.version ?? '';
  const reports = isVersion(version)
    ? {
        'json-report': `${folder}/${version}.rollback-report.json`,
        'text-report': `${folder}/${version}.rollback-report.txt`,
      }
    : {};
  return { ...raw, 'manifest-output-dir': folder, 'audit-output-dir': folder, ...reports };
}
