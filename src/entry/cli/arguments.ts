import { parseArgs } from 'node:util';
import { printable } from '../../domain/version.ts';
import { nearest } from '../../request/nearest.ts';
import { andList } from '../../request/option-reader.ts';
import { OPTION_NAMES, type OptionName, type RawOptions } from '../../request/options.ts';
import { helpText } from './help.ts';
import type { OptionGroup } from './options.ts';

export interface CommandAbout {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  readonly groups: readonly OptionGroup[];
  /** Shown below the options. */
  readonly after: string;
  /** The command's subcommands, this one among them, for options that belong to another one. */
  readonly subcommands?: Readonly<Record<string, { readonly groups: readonly OptionGroup[] }>>;
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

/** Reads a command's flags; all that is wrong is collected and told at once. */
export function readArguments(about: CommandAbout, argv: readonly string[]): Arguments {
  const { given, words, problems, help } = split(about, argv);
  if (help) return { help: helpText(about) };
  return {
    raw: rawOptions(about, given),
    entry: {
      json: given.has('json'),
      color: !given.has('no-color'),
      signingKey: given.get('signing-key'),
      rollbackOutputDir: given.get('rollback-output-dir'),
    },
    problems: [...problems, ...strangers(about, words)],
  };
}

interface Split {
  /** Values by name without dashes; 'true' of a flag that takes none. */
  readonly given: Map<string, string>;
  /** What belongs to no option. */
  readonly words: string[];
  readonly problems: string[];
  help: boolean;
}

/** `--name VALUE` or `--name=VALUE`; a value may look like a flag; after `--` there are no flags. */
function split({ groups }: CommandAbout, argv: readonly string[]): Split {
  const options = Object.fromEntries(groups.flatMap((group) => group.options).map(declared));
  const parsed = parseArgs({
    args: [...argv],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    strict: false,
    tokens: true,
  });
  const found: Split = { given: new Map(), words: [], problems: [], help: false };
  let told = -1;
  for (const token of parsed.tokens) {
    if (token.kind === 'positional') found.words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, value, index } = token;
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    if (type === 'string') note(found, name, value);
    else if (type === 'boolean' && value === undefined) found.given.set(name, 'true');
    else if (type === 'boolean') found.problems.push(`--${name}: takes no value`);
    else if (name === 'help') found.help = true;
    // `-v1.0` is told as one word, though it reads as several.
    else if (index !== told) found.words.push(argv[index] ?? '');
    told = index;
  }
  return found;
}

const declared = ({ flags }: { readonly flags: string }) =>
  [flagName(flags), { type: flags.includes(' ') ? 'string' : 'boolean' } as const] as const;

/** A flag that is given twice with two values leaves open which was meant: it may be the wrong release. */
function note({ given, problems }: Split, name: string, value: string | undefined): void {
  const earlier = given.get(name);
  if (value === undefined) {
    problems.push(`--${name}: needs a value`);
    return;
  }
  if (earlier !== undefined && earlier !== value) problems.push(`--${name}: is given twice`);
  given.set(name, value);
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

/** Unknown flags with where they belong, or the nearest right one; words that belong to no flag. */
function strangers(about: CommandAbout, words: readonly string[]): readonly string[] {
  const flags = words.filter((word) => word.startsWith('-') && word !== '-');
  if (flags.length === 0) return words.map((word) => `'${printable(word)}' belongs to no option`);
  return flags.map((word) => {
    const flag = word.split('=', 1)[0] ?? word;
    return `${printable(flag)}: there is no such option${hint(about, flag)}`;
  });
}

function hint({ groups, subcommands = {} }: CommandAbout, flag: string): string {
  const options = groups.flatMap((group) => group.options);
  // `--dry-run`, which is called `--rollback-dry-run` here.
  const renamed = options.find(({ means }) => means !== undefined && `--${means}` === flag);
  const known = options.map(({ flags }) => `--${flagName(flags)}`);
  if (renamed === undefined) {
    const owners = Object.entries(subcommands).filter(([, other]) => has(other.groups, flag));
    if (owners.length > 0) return ` here; it is for ${andList(owners.map(([name]) => name))}`;
  }
  const meant = renamed === undefined ? nearest(flag, [...known, '--help']) : `--${flagName(renamed.flags)}`;
  return meant === undefined ? '' : ` (did you mean ${meant}?)`;
}

const has = (groups: readonly OptionGroup[], flag: string): boolean =>
  groups.some(({ options }) => options.some(({ flags }) => `--${flagName(flags)}` === flag));
