import { RollbackError } from '../../domain/errors.ts';
export declare const codeOf: (thrown: unknown) => string;
/** A failing file system call as EVIDENCE, naming what could not be done where. */
export declare function evidenceFailure(what: string, path: string, thrown: unknown): RollbackError;
