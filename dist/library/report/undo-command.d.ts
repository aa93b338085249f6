import type { RollbackReport } from '../domain/report.ts';
/** What leads to a repository. */
export type Reach = Pick<RollbackReport, 'repository_type' | 'repository_location' | 'repository_options'>;
type Flags = readonly (readonly [name: string, value: string])[];
/** The command line that undoes what the report tells of; undefined when nothing was done or nothing can undo it. */
export declare function undoCommand(report: RollbackReport): string | undefined;
/** `release-rollback recover …` with all that leads to the repository; without it where that is not known. */
export declare function commandFor(operation: string, flags: Flags, reach: Reach): string;
/** The same for the Action: a whole step of a workflow. `action` is `owner/repository@ref`. */
export declare function undoStep(report: RollbackReport, action: string): string | undefined;
/** A word for a POSIX shell; for what can't be shown on one line, the form of bash, zsh and ksh. */
export declare function shellQuoted(text: string): string;
export {};
