import type { Condition, Holds } from './capabilities.ts';
/** In words, one per condition. */
export declare const inWords: (conditions: readonly Condition[]) => string;
export interface Needs {
    /** Whether artifacts are taken out or put back. */
    readonly artifacts: boolean;
    /** Whether they are copied. */
    readonly copies: boolean;
}
/** What an operation needs and the store does not hold. A batch that holds no conditions is done one by one. */
export declare function notHeld(holds: Holds, { artifacts, copies }: Needs): readonly Condition[];
/** Throws BAD_INPUT unless a person answers for it that nobody else writes; then a warning says what was given up. */
export declare function judgeConditions(missing: readonly Condition[], location: string, singleWriter: boolean): readonly string[];
