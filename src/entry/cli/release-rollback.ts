import { printable } from '../../domain/version.ts';
import { nearest } from '../../request/nearest.ts';
import { orList } from '../../request/option-reader.ts';
import { parseDoctor, parseList, parseRecover, parseRestore, parseRollback } from '../../request/parse.ts';
import { readArguments } from './arguments.ts';
import type { CommandLine, Task } from './command-line.ts';
import { helpText } from './help.ts';
import { identity } from './identity.ts';
import { SUBCOMMANDS, type Subcommand } from './options.ts';

const NAMES = Object.keys(SUBCOMMANDS) as Subcommand[];
const label = (name: string): string => `--${name}`;

/** The subcommand may be left out: then it is a rollback. */
export function readReleaseRollback(argv: readonly string[]): CommandLine {
  const [first = '', ...rest] = argv;
  if (first === 'help') return readReleaseRollback([...rest.slice(0, 1), '--help']);
  if (first === '--help' || first === '-h') return { help: overview() };
  if (first === '' || first.startsWith('-')) return readSubcommand('rollback', argv);
  const subcommand = NAMES.find((name) => name === first);
  if (subcommand !== undefined) return readSubcommand(subcommand, rest);
  const meant = nearest(first, NAMES);
  const question = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
  return {
    usage: 'release-rollback',
    problems: [`'${printable(first)}' is no subcommand; use ${orList(NAMES)}${question}`],
    json: argv.includes('--json'),
  };
}

function readSubcommand(name: Subcommand, argv: readonly string[]): CommandLine {
  const usage = `release-rollback ${name}`;
  const read = readArguments(
    { name: usage, usage: 'OPTIONS', after: after(name), subcommands: SUBCOMMANDS, ...SUBCOMMANDS[name] },
    argv,
  );
  if ('help' in read) return read;
  const parsed = parseTask(name, read.raw);
  const problems = [...read.problems, ...('problems' in parsed ? parsed.problems : [])];
  const { json, color, signingKey } = read.entry;
  if (signingKey !== undefined && read.raw['sign-audit-log'] === undefined) {
    problems.push('--signing-key: is of use only with --sign-audit-log');
  }
  if (problems.length > 0 || 'problems' in parsed) return { usage, problems, json };
  return { task: parsed.task, json, color, signingKey };
}

function parseTask(
  name: Subcommand,
  raw: Parameters<typeof parseList>[0],
): { task: Task } | { problems: readonly string[] } {
  if (name === 'list') {
    const parsed = parseList(raw, label);
    return 'problems' in parsed ? parsed : { task: { operation: 'list', ...parsed.order } };
  }
  if (name === 'doctor') {
    const parsed = parseDoctor(raw, label);
    return 'problems' in parsed ? parsed : { task: { operation: 'doctor', ...parsed.order } };
  }
  const parse = { rollback: parseRollback, restore: parseRestore, recover: parseRecover }[name];
  const parsed = parse(raw, identity(), label);
  return 'problems' in parsed ? parsed : { task: { operation: name, ...parsed.order } };
}

/** What there is besides a rollback comes before its many options: whoever looks for the way back finds it at once. */
function overview(): string {
  const lines = NAMES.map((name) => `  ${name.padEnd(10)}${SUBCOMMANDS[name].about}`);
  return helpText({
    name: 'release-rollback',
    usage: '[SUBCOMMAND] OPTIONS',
    about: `Subcommands (without one it is a rollback):\n${lines.join('\n')}`,
    groups: SUBCOMMANDS.rollback.groups,
    after: 'These are the options of a rollback; for others: release-rollback SUBCOMMAND --help\n',
  });
}

function after(name: Subcommand): string {
  const others = NAMES.filter((each) => each !== name).map(
    (each) => `  release-rollback ${each.padEnd(10)}${SUBCOMMANDS[each].about}`,
  );
  const optional = name === 'rollback' ? "The word 'rollback' may be left out. " : '';
  return `${optional}Other subcommands:\n${others.join('\n')}\n`;
}
