import type { RollbackError } from './errors.ts';
/**
 * Stack and causes of an error, a line each, secrets masked: for `--verbose`. Nothing of one that is raised on purpose
 * and has no cause: its message says all.
 */
export declare function traceOf(error: RollbackError): readonly string[];
