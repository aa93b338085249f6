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
export declare function readNamed(given: unknown, names: OptionNames): NamedOptions;
/** Every name that there is not, and every value of another type: what 'yes', 0 or null mean would be a guess. */
export declare function namedProblems(given: unknown, kinds: Readonly<Record<string, Kind>>): readonly string[];
/** `dry_run: is called dryRun here`; else with the nearest name, if one is near. */
export declare function unknownName(name: string, known: readonly string[]): string;
export {};
