import type { RollbackReport } from '../domain/report.ts';
export type CheckResult = 'passed' | 'failed' | 'overridden' | 'not checked';
export interface Check {
    readonly name: string;
    readonly result: CheckResult;
}
/** The checks before anything was changed, with their results; none where none was asked for, or nothing was begun. */
export declare function checksOf(report: RollbackReport): readonly Check[];
/** Whether the inputs themselves were refused: then type and policy are only what a report has when nobody says. */
export declare const wasRefused: ({ error_code: code, stages }: RollbackReport) => boolean;
/** Whose facts they are: of a recovery those of what it brought to its end. */
export declare const actingOf: ({ operation, recovered_operation: recovered, }: RollbackReport) => RollbackReport['operation'];
export type Fact = readonly [label: string, value: string];
/** What the operation did (a dry run: would do), for people; nothing when it did nothing. */
export declare function factsOf(report: RollbackReport): readonly Fact[];
/** Where it is not said, an `artifacts_only` operation that did something marked its entry. */
export declare function marksEntry(report: RollbackReport): boolean;
/** Absolute paths of the evidence, in reading order. */
export declare function evidenceOf({ evidence }: RollbackReport): readonly Fact[];
/** What the exit code means; empty for 0, and where the code alone stands for several things. */
export declare function meaningOf(report: RollbackReport): string;
/** Whether it changed something itself, besides what it brought to its end of others. */
export declare function changedItself(report: RollbackReport): boolean;
/** What a failure left behind. */
export declare function leftBehind(report: RollbackReport): string;
/** Meaning and what is left behind, once where the meaning says both. */
export declare function verdictInWords(report: RollbackReport): string;
/** The remark that belongs to what was taken from clients' sight. */
export declare const noDowngrade: ({ version }: RollbackReport) => string;
/** Whether a release was taken from clients' sight: then the remark above belongs to it. */
export declare function hidesRelease(report: RollbackReport): boolean;
