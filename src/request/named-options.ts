import { printable } from '../domain/version.ts';
import { nearest } from './nearest.ts';
import type { Label } from './option-reader.ts';
import type { OptionName, RawOptions } from './options.ts';

type Kind = 'string' | 'number' | 'boolean' | 'object';

/** By its name in JavaScript: the option behind it, and what its value is to be. */
export type OptionNames = Readonly<Record<string, readonly [OptionName, Kind]>>;

export interface NamedOptions {
  readonly raw: RawOptions;
  readonly label: Label;
  /** Names that there are not, and values of another type. */
  readonly problems: readonly string[];
}

/** An object of named options, as a caller from JavaScript may give it: whatever it is. `undefined` is 'not given'. */
export function readNamed(given: unknown, names: OptionNames): NamedOptions {
  const kinds = Object.fromEntries(Object.entries(names).map(([name, [, kind]]) => [name, kind]));
  const problems = namedProblems(given, kinds);
  const raw: { [name in OptionName]?: string } = {};
  for (const [name, [option, kind]] of Object.entries(names)) {
    const value: unknown = (given as Record<string, unknown> | null | undefined)?.[name];
    if (typeof value === kind) raw[option] = String(value);
  }
  const label: Label = (option) => Object.entries(names).find(([, [each]]) => each === option)?.[0] ?? option;
  return { raw, label, problems };
}

/** Every name that there is not, and every value of another type: what 'yes', 0 or null mean would be a guess. */
export function namedProblems(given: unknown, kinds: Readonly<Record<string, Kind>>): readonly string[] {
  if (given === undefined) return [];
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return ['The options are to be an object'];
  return Object.entries(given).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) return [unknownName(name, Object.keys(kinds))];
    return typeof value === kind ? [] : [`${name}: is no ${kind}`];
  });
}

/** `dry_run: is called dryRun here`; else with the nearest name, if one is near. */
export function unknownName(name: string, known: readonly string[]): string {
  const same = known.find((each) => bare(each) === bare(name));
  if (same !== undefined) return `${printable(name)}: is called ${same} here`;
  const meant = nearest(name, known);
  return `${printable(name)}: there is no such option${meant === undefined ? '' : ` (did you mean '${meant}'?)`}`;
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, '');
