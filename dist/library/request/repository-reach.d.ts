import type { RollbackReport } from '../domain/report.ts';
import { REPOSITORY_TYPES } from '../domain/types.ts';
import type { OptionName, RawOptions } from './options.ts';
import type { RepositoryOptions } from './request.ts';
/** Where it is, for people: a path, or a store's URL without anything secret. */
export declare function locationOf(repository: RepositoryOptions): string;
/** Of options that are no order: which kind of repository was meant, as far as they say, and where; empty where they don't. */
export declare function placeGiven(raw: RawOptions): {
    readonly repository_type: (typeof REPOSITORY_TYPES)[number];
    readonly repository_location: string;
};
/**
 * The options besides the type that lead to the same bucket again, and to the same backups in it; undefined for a
 * folder, whose location says all. How patient we are with the store is nobody's business later.
 */
export declare function reachOf(repository: RepositoryOptions): {
    readonly [name in OptionName]?: string;
} | undefined;
/** Where it is and what leads there, as reports have it. */
export declare function whereIs(repository: RepositoryOptions): Pick<RollbackReport, 'repository_type' | 'repository_location' | 'repository_options'>;
/** So that the report alone says how to undo what it tells of. */
export declare function withReach(report: RollbackReport, repository: RepositoryOptions): RollbackReport;
