import type { RollbackReport } from '../domain/report.ts';
import type { OptionName, RawOptions } from './options.ts';
import type { RepositoryOptions } from './request.ts';
/** Where it is, for people: a path, or a store's URL without anything secret. */
export declare function locationOf(repository: RepositoryOptions): string;
/** Where it would have been, of options that are no order. */
export declare function locationGiven(raw: RawOptions): string;
/**
 * The options besides the type that lead to the same bucket again, and to the same backups in it; undefined for a
 * folder, whose location says all. How patient we are with the store is nobody's business later.
 */
export declare function reachOf(repository: RepositoryOptions): {
    readonly [name in OptionName]?: string;
} | undefined;
/** So that the report alone says how to undo what it tells of. */
export declare function withReach(report: RollbackReport, repository: RepositoryOptions): RollbackReport;
