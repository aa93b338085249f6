import { isVersion, printable, type Version, versionProblem } from '../domain/version.ts';
import { nearest } from './nearest.ts';
import type { OptionName, RawOptions } from './options.ts';

/** How an entry calls an option: `--rollback-type`, `--rollback-policy`, `rollback-type`. */
export type Label = (name: OptionName) => string;

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

// YAML 1.2 core schema, the spellings that actions/toolkit accepts, too.
const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);
// Tab and line feed aside: the others reach terminals and logs.
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029]/u;

/** Reads raw options into typed values and collects every problem, so that all are told at once. */
export class OptionReader {
  readonly problems: string[] = [];
  readonly #raw: RawOptions;
  readonly #label: Label;

  constructor(raw: RawOptions, label: Label) {
    this.#raw = raw;
    this.#label = label;
  }

  label(name: OptionName): string {
    return this.#label(name);
  }

  given(name: OptionName): string | undefined {
    return this.#raw[name];
  }

  problem(name: OptionName, what: string): void {
    this.problems.push(`${this.label(name)}: ${what}`);
  }

  choice<T extends string>(name: OptionName, allowed: readonly T[], fallback: T): T {
    const value = this.given(name);
    if (value === undefined) return fallback;
    const found = allowed.find((each) => each === value);
    if (found === undefined) this.problem(name, misspelt(value, allowed));
    return found ?? fallback;
  }

  flag(name: OptionName, fallback = false): boolean {
    const value = this.given(name);
    if (value === undefined) return fallback;
    if (TRUE.has(value)) return true;
    if (!FALSE.has(value)) this.problem(name, `'${printable(value)}' is not allowed; use true or false`);
    return FALSE.has(value) ? false : fallback;
  }

  /** Fractions are allowed, unless `whole` numbers are asked for. */
  number<T>(name: OptionName, { min, max, whole = false }: NumberRange, fallback: T): number | T {
    const value = this.given(name);
    if (value === undefined) return fallback;
    const number = /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max && (!whole || Number.isInteger(number))) return number;
    const kind = whole ? 'whole number' : 'number';
    this.problem(name, `'${printable(value)}' is not a ${kind} from ${min} to ${max}`);
    return fallback;
  }

  version(name: OptionName): Version | undefined {
    const value = this.given(name);
    if (value === undefined) return undefined;
    if (isVersion(value)) return value;
    this.problem(name, `'${printable(value)}' is not a version: ${versionProblem(value)}`);
    return undefined;
  }

  /** A path as it was given; the entry knows what it is relative to. */
  path(name: OptionName): string | undefined {
    const value = this.given(name);
    if (value === undefined) return undefined;
    if (value.trim() === '') this.problem(name, 'the path is empty');
    else if (hasControl(value)) this.problem(name, `'${printable(value)}' contains a control character`);
    return value;
  }

  /** Free text; of control characters only tabs and line ends are taken. */
  text(name: OptionName, longest: number): string {
    const value = (this.given(name) ?? '').replaceAll('\r\n', '\n').trim();
    if (CONTROL.test(value)) this.problem(name, 'contains a control character');
    if (value.length > longest) {
      this.problem(name, `has ${value.length} characters; at most ${longest} are allowed`);
    }
    return value;
  }
}

/** Whether a name or path contains any control character, line ends included. */
export const hasControl = (text: string): boolean => CONTROL.test(text) || /[\t\n]/.test(text);

/** `'lenietn' is not allowed; use strict or lenient (did you mean 'lenient'?)` */
export function misspelt(value: string, allowed: readonly string[]): string {
  const meant = nearest(value, allowed);
  const question = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
  return `'${printable(value)}' is not allowed; use ${orList(allowed)}${question}`;
}

export const orList = (words: readonly string[]): string => listed(words, 'or');
export const andList = (words: readonly string[]): string => listed(words, 'and');

function listed(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
