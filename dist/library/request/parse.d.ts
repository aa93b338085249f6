import { type Label, OptionReader } from './option-reader.ts';
import { type RawOptions } from './options.ts';
import type { DoctorRequest, OutputOptions, RecoverRequest, RepositoryOptions, RestoreRequest, RollbackRequest } from './request.ts';
/** What is asked for, of which repository, and where the results go. */
export interface Order<Request> {
    readonly request: Request;
    readonly repository: RepositoryOptions;
    readonly output: OutputOptions;
}
export type Parsed<T> = {
    readonly order: T;
} | {
    readonly problems: readonly string[];
};
/** Who asks: for the log, the lock and the audit trail. */
export interface Identity {
    readonly actor: string;
    readonly run: string;
}
export type Parser<Request> = (raw: RawOptions, who: Identity, label: Label) => Parsed<Order<Request>>;
/** Raw options as a rollback, or every problem with them. Options of other operations are not looked at. */
export declare const parseRollback: Parser<RollbackRequest>;
export declare const parseRestore: Parser<RestoreRequest>;
export declare const parseRecover: Parser<RecoverRequest>;
/** `list` asks for nothing: only where to look, and how to show it. */
export declare const parseList: (raw: RawOptions, label: Label) => Parsed<Order<undefined>>;
/** `doctor` is told where to look, and where the results go. */
export declare const parseDoctor: (raw: RawOptions, label: Label) => Parsed<Order<DoctorRequest>>;
/** Reads everything before it judges, so that all problems are told at once. */
export declare function parse<Request>(raw: RawOptions, label: Label, read: (reader: OptionReader) => Request): Parsed<Order<Request>>;
export declare function readRollback(reader: OptionReader, who: Identity): RollbackRequest;
export declare function readRestore(reader: OptionReader, who: Identity): RestoreRequest;
export declare function readRecover(reader: OptionReader, who: Identity): RecoverRequest;
export declare const readDoctor: () => DoctorRequest;
