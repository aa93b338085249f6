/**
 * Every way an operation can end badly: code, exit code, meaning, advice. The one table behind the error
 * classes, the annotations, and docs/errors.md (guide, "Exit Codes"; DESIGN §6).
 */
export interface FailureKind {
    readonly exitCode: number;
    /** The guide's exception name; the class of that name is exported by the library. */
    readonly className: string;
    readonly meaning: string;
    /** What to do next, in words for an engineer in a hurry. */
    readonly advice: string;
}
export declare const FAILURES: {
    readonly VERSION_NOT_FOUND: FailureKind;
    readonly POLICY_VIOLATION: FailureKind;
    readonly DEPENDENCY: FailureKind;
    readonly STEP_FAILED: FailureKind;
    readonly REPOSITORY_HELD: FailureKind;
    readonly SUPERSEDED: FailureKind;
    readonly ABANDONED: FailureKind;
    readonly INDEX_WRITE: FailureKind;
    readonly BACKUP: FailureKind;
    readonly ALREADY_ROLLED_BACK: FailureKind;
    readonly DRY_RUN: FailureKind;
    readonly EVIDENCE: FailureKind;
    readonly BAD_INPUT: FailureKind;
    readonly NO_REPOSITORY: FailureKind;
    readonly PERMISSION: FailureKind;
    readonly SIGNING_KEY: FailureKind;
    readonly UNREACHABLE: FailureKind;
    readonly LOG_BROKEN: FailureKind;
    readonly INTERNAL: FailureKind;
};
export type FailureCode = keyof typeof FAILURES;
export interface FailureOptions {
    readonly cause?: unknown;
    /** Replaces the table's advice where more is known. */
    readonly advice?: string;
    /** Further lines: one per violation, key or input. */
    readonly details?: readonly string[];
}
/** Base of every error that the engine, the library and the entries raise on purpose. */
export declare class RollbackError extends Error {
    readonly code: FailureCode;
    readonly exitCode: number;
    readonly advice: string;
    readonly details: readonly string[];
    constructor(message: string, code?: FailureCode, options?: FailureOptions);
}
export declare class RollbackVersionNotFoundError extends RollbackError {
}
export declare class RollbackPolicyViolationError extends RollbackError {
}
export declare class RollbackDependencyError extends RollbackError {
}
export declare class RollbackAtomicError extends RollbackError {
}
export declare class RollbackIndexError extends RollbackError {
}
export declare class RollbackBackupError extends RollbackError {
}
export declare class RollbackAlreadyRolledBackError extends RollbackError {
}
export declare class RollbackDryRunError extends RollbackError {
}
export declare class RollbackManifestError extends RollbackError {
}
/** The error of a code, in the class that the guide names for it. */
export declare function failure(code: FailureCode, message: string, options?: FailureOptions): RollbackError;
/** The advice of who threw it; undefined where that is the table's. */
export declare const ownAdvice: ({ code, advice }: RollbackError) => string | undefined;
/** For an error that takes the place of this one under another code: what was known of it goes along. */
export declare function knownOf(error: RollbackError): Pick<FailureOptions, 'cause' | 'details' | 'advice'>;
/** Whatever was thrown, as one of ours: the cause is kept, the message says what it was. */
export declare function asRollbackError(thrown: unknown, code?: FailureCode): RollbackError;
