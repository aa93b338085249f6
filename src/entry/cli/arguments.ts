import { Command, CommanderError, Option } from 'commander';
import { TOOL_VERSION } from '../../domain/tool-version.ts';
import { printable } from '../../domain/version.ts';
import { nearest } from '../../request/nearest.ts';
import { OPTION_NAMES, type OptionName, type RawOptions } from '../../request/options.ts';
import type { CliOption, OptionGroup } from './options.ts';

export interface CommandAbout {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  readonly groups: readonly OptionGroup[];
  /** Shown below the options. */
  readonly after: string;
}

/** What the entry itself looks at; everything else is in the request. */
export interface EntryOptions {
  readonly json: boolean;
  readonly color: boolean;
  readonly signingKey: string | undefined;
  readonly rollbackOutputDir: string | undefined;
}

export type Arguments =
  | { readonly help: string }
  | {
      readonly raw: RawOptions;
      readonly entry: EntryOptions;
      /** Flags and words that this command does not know; the options beside them are read all the same. */
      readonly problems: readonly string[];
    };

/** Reads a command's flags. Commander splits them; all that is wrong is collected and told at once. */
export function readArguments(about: CommandAbout, argv: readonly string[]): Arguments {
  const twice: string[] = [];
  const command = commandOf(about, twice);
  let help = '';
  command.exitOverride().configureOutput({ writeOut: (text) => (help += text), writeErr: () => {} });
  let missing: string[] = [];
  try {
    command.parse(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.code === 'commander.helpDisplayed') return { help };
    missing = [missingValue(thrown)];
  }
  const given = givenOptions(command);
  return {
    raw: rawOptions(about, given),
    entry: {
      json: given.has('json'),
      color: !given.has('no-color'),
      signingKey: given.get('signing-key'),
      rollbackOutputDir: given.get('rollback-output-dir'),
    },
    problems: [...missing, ...twice, ...strangers(command)],
  };
}

function commandOf({ name, usage, about, groups, after }: CommandAbout, twice: string[]): Command {
  const command = new Command(name)
    .usage(usage)
    .description(about)
    .helpOption('-h, --help', 'this text')
    .allowUnknownOption()
    .allowExcessArguments()
    .configureHelp({ helpWidth: 100 })
    .addHelpText('after', `\n${after}\nrelease-rollback ${TOOL_VERSION}`);
  for (const { heading, options } of groups) {
    for (const each of options) command.addOption(optionOf(each, heading, twice));
  }
  return command;
}

/** A flag that is given twice with two values leaves open which was meant: it may be the wrong release. */
function optionOf({ flags, about }: CliOption, heading: string, twice: string[]): Option {
  const option = new Option(flags, about).helpGroup(heading);
  if (option.required) {
    option.argParser((value: string, previous: string | undefined) => {
      if (previous !== undefined && previous !== value) twice.push(`${option.long}: is given twice`);
      return value;
    });
  }
  return option;
}

/** `error: option '--policy <MODE>' argument missing` */
function missingValue({ message }: CommanderError): string {
  const name = /'(--[a-z0-9-]+)/.exec(message)?.[1];
  return name === undefined ? message.replace(/^error: /, '') : `${name}: needs a value`;
}

/** Names without dashes and values as strings, of what was on the command line. */
function givenOptions(command: Command): Map<string, string> {
  const given = new Map<string, string>();
  for (const option of command.options) {
    if (command.getOptionValueSource(option.attributeName()) !== 'cli') continue;
    const value: unknown = command.getOptionValue(option.attributeName());
    // `--no-color` and a `--color` would share one attribute; false is the first.
    if (typeof value === 'boolean' && value === option.negate) continue;
    given.set(option.long?.slice(2) ?? '', typeof value === 'string' ? value : 'true');
  }
  return given;
}

function rawOptions({ groups }: CommandAbout, given: ReadonlyMap<string, string>): RawOptions {
  const raw: { [name in OptionName]?: string } = {};
  for (const { flags, means } of groups.flatMap(({ options }) => options)) {
    const name = flagName(flags);
    const target = means ?? OPTION_NAMES.find((each) => each === name);
    const value = given.get(name);
    if (target !== undefined && value !== undefined) raw[target] = value;
  }
  return raw;
}

/** `--policy` of an option that is declared as `--policy <MODE>`. */
export const flagName = (flags: string): string => /^--([a-z0-9-]+)/.exec(flags)?.[1] ?? '';

/** Unknown flags with the nearest right one; words that belong to no flag. */
function strangers(command: Command): readonly string[] {
  const known = command.options.map((option) => option.long ?? '').concat('--help');
  const flags = command.args.filter((word) => word.startsWith('-') && word !== '-');
  if (flags.length === 0) return command.args.map((word) => `'${printable(word)}' belongs to no option`);
  return flags.map((word) => {
    const flag = word.split('=', 1)[0] ?? word;
    const meant = nearest(flag, known);
    const question = meant === undefined ? '' : ` (did you mean ${meant}?)`;
    return `${printable(flag)}: there is no such option${question}`;
  });
}
