import { type Version } from '../domain/version.ts';
import type { OptionName, RawOptions } from './options.ts';
/** How an entry calls an option: `--rollback-type`, `--rollback-policy`, `rollback-type`. */
export type Label = (name: OptionName) => string;
export interface NumberRange {
    readonly min: number;
    readonly max: number;
    readonly whole?: boolean;
}
/** Reads raw options into typed values and collects every problem, so that all are told at once. */
export declare class OptionReader {
    #private;
    readonly problems: string[];
    constructor(raw: RawOptions, label: Label);
    label(name: OptionName): string;
    given(name: OptionName): string | undefined;
    problem(name: OptionName, what: string): void;
    choice<T extends string>(name: OptionName, allowed: readonly T[], fallback: T): T;
    flag(name: OptionName, fallback?: boolean): boolean;
    /** Fractions are allowed, unless `whole` numbers are asked for. */
    number<T>(name: OptionName, { min, max, whole }: NumberRange, fallback: T): number | T;
    version(name: OptionName): Version | undefined;
    /** A path as it was given; the entry knows what it is relative to. */
    path(name: OptionName): string | undefined;
    /** Free text; of control characters only tabs and line ends are taken. */
    text(name: OptionName, longest: number): string;
}
/** Whether a name or path contains any control character, line ends included. */
export declare const hasControl: (text: string) => boolean;
/** `'lenietn' is not allowed; use strict or lenient (did you mean 'lenient'?)` */
export declare function misspelt(value: string, allowed: readonly string[]): string;
export declare const orList: (words: readonly string[]) => string;
export declare const andList: (words: readonly string[]) => string;
