import { type PolicyModeName, type RollbackTypeName } from '../domain/types.ts';
import { type OptionNames } from '../request/named-options.ts';
import { OptionReader } from '../request/option-reader.ts';
import type { RestoreRequest, RollbackRequest } from '../request/request.ts';
import type { Repository } from './repository.ts';
export interface OrchestratorOptions {
    readonly repository: Repository;
    /** Default: strict. */
    readonly policyMode?: PolicyModeName;
    readonly signAuditLogs?: boolean;
    /** RSA private key of at least 3072 bits, PEM text; without one a key of this machine is made once. */
    readonly signingKey?: string;
}
export interface RollbackReleaseOptions {
    readonly version: string;
    /** Default: full. */
    readonly rollbackType?: RollbackTypeName;
    readonly dryRun?: boolean;
    readonly force?: boolean;
    /** Default: true. */
    readonly createBackup?: boolean;
    /** A file whose folder is not given is not written. */
    readonly auditOutputDir?: string;
    readonly manifestOutputDir?: string;
    /** At most 2000 characters, of control characters only tabs and line ends. */
    readonly reason?: string;
}
export interface RestoreReleaseOptions extends Pick<RollbackReleaseOptions, 'dryRun' | 'auditOutputDir' | 'manifestOutputDir' | 'reason'> {
    /** One of the two is needed. */
    readonly version?: string;
    readonly rollbackId?: string;
}
/** What is asked for, and where its files go. */
export interface ReleaseOrder<Request> {
    readonly request: Request;
    readonly manifestDir: string | undefined;
    readonly auditDir: string | undefined;
}
/** The same checks as the commands have. Throws BAD_INPUT with every problem. */
export declare const rollbackOrder: (given: unknown, policyMode: PolicyModeName) => ReleaseOrder<RollbackRequest>;
export declare const restoreOrder: (given: unknown) => ReleaseOrder<RestoreRequest>;
/** Throws BAD_INPUT for names that there are not and values of another type, `force: 'yes'` for one. */
export declare function parseNamed<T>(given: unknown, names: OptionNames, read: (reader: OptionReader) => T): T;
export declare function throwProblems([first, ...details]: readonly string[]): void;
/** Throws BAD_INPUT; options of JavaScript callers are as hostile as any. */
export declare function checkOrchestratorOptions(given: OrchestratorOptions): void;
/** Throws BAD_INPUT when it is none that `RepositoryFactory.create` made. */
export declare const checkRepository: (repository: unknown) => void;
