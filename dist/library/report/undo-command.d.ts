import type { RollbackReport } from '../domain/report.ts';
/** The command line that undoes what the report tells of; undefined when nothing was done or nothing can undo it. */
export declare function undoCommand(report: RollbackReport): string | undefined;
/** The same for the Action: the `with:` block of a step. */
export declare function undoInputs(report: RollbackReport): string | undefined;
/** A word for a POSIX shell; for what can't be shown on one line, the form of bash, zsh and ksh. */
export declare function shellQuoted(text: string): string;
