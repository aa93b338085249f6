/**
 * Every way an operation can end badly: code, exit code, meaning, advice. The one table behind the error
 * classes, the annotations, and docs/errors.md (guide, "Exit Codes"; DESIGN §6).
 */
const kind = (exitCode, className, meaning, advice) => ({
    exitCode,
    className,
    meaning,
    advice,
});
export const FAILURES = {
    VERSION_NOT_FOUND: kind(40, 'RollbackVersionNotFoundError', 'The version is in neither the index nor the store', 'Check the spelling against index.json (v1.0.2, not 1.0.2); `release-rollback list` shows the releases and backups that are there.'),
    POLICY_VIOLATION: kind(41, 'RollbackPolicyViolationError', 'A policy check failed; nothing was changed', 'Read the violations; fix them, or run again with --force or --policy lenient if they are understood.'),
    DEPENDENCY: kind(42, 'RollbackDependencyError', 'Another listed release depends on this version; nothing was changed', 'Roll the depending release back first, or run again with --force if breaking it is intended.'),
    STEP_FAILED: kind(43, 'RollbackAtomicError', 'A step failed; everything is exactly as it was before', 'Read the cause, mend it, and run the same command again.'),
    REPOSITORY_HELD: kind(43, 'RollbackAtomicError', 'Another operation holds the repository', 'Wait for the holder to end and run again, or give it longer with --lock-timeout.'),
    SUPERSEDED: kind(43, 'RollbackAtomicError', 'Somebody else changed this release, or took the operation over, while it ran', 'Look at the repository with `release-rollback list`, stop the other writer, and run again.'),
    ABANDONED: kind(43, 'RollbackAtomicError', 'The operation could be neither finished nor undone and was abandoned', 'Put the named keys right by hand; what was taken out is in the backup folder. docs/recovery.md, "Given up", has the steps.'),
    INDEX_WRITE: kind(44, 'RollbackIndexError', 'The index could not be written; everything is exactly as it was before', 'Check who may write index.json and whether index.json.lock was left by a publisher, then run again.'),
    BACKUP: kind(45, 'RollbackBackupError', 'The backup could not be made, or is damaged or missing; nothing was changed', 'Check room and permissions under .rollback-backups/, then run again.'),
    ALREADY_ROLLED_BACK: kind(46, 'RollbackAlreadyRolledBackError', 'The version is rolled back already and nothing was published since', 'Nothing is left to do; `release-rollback restore` brings it back.'),
    DRY_RUN: kind(47, 'RollbackDryRunError', 'The dry run shows that the rollback would fail', 'Mend what the report names before the real run.'),
    EVIDENCE: kind(48, 'RollbackManifestError', 'The manifest or the audit log could not be written', 'Check the output folders (--manifest-output-dir, --audit-output-dir), then run again.'),
    BAD_INPUT: kind(49, 'RollbackError', 'An input is not usable; nothing was changed', 'Correct the inputs named above.'),
    NO_REPOSITORY: kind(49, 'RollbackError', 'There is no such repository', 'Check --repository-type and --repository-path (or bucket and prefix); a repository is never created.'),
    PERMISSION: kind(49, 'RollbackError', 'A permission is missing; nothing was changed', 'Grant what is named above to the account that runs the rollback.'),
    SIGNING_KEY: kind(49, 'RollbackError', 'There is no usable signing key; nothing was changed', 'Give an RSA private key of at least 3072 bits in PEM form, or leave signing off.'),
    UNREACHABLE: kind(49, 'RollbackError', 'The store is out of reach', 'Check the network and credentials, then run it again: a rollback or restore first brings to its end what may be open.'),
    LOG_BROKEN: kind(49, 'RollbackError', 'The operation log has a gap or was tampered with; nothing was changed', 'Find out who changed .rollback-log/; `release-rollback recover --accept-log-break` goes on from the newest record.'),
    INTERNAL: kind(49, 'RollbackError', 'An unexpected error', 'Run again with --verbose; `release-rollback recover` finishes or undoes what is open.'),
};
/** Base of every error that the engine, the library and the entries raise on purpose. */
export class RollbackError extends Error {
    code;
    exitCode;
    advice;
    details;
    constructor(message, code = 'INTERNAL', options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = new.target.name;
        this.code = code;
        this.exitCode = FAILURES[code].exitCode;
        this.advice = options.advice ?? FAILURES[code].advice;
        this.details = options.details ?? [];
    }
}
export class RollbackVersionNotFoundError extends RollbackError {
}
export class RollbackPolicyViolationError extends RollbackError {
}
export class RollbackDependencyError extends RollbackError {
}
export class RollbackAtomicError extends RollbackError {
}
export class RollbackIndexError extends RollbackError {
}
export class RollbackBackupError extends RollbackError {
}
export class RollbackAlreadyRolledBackError extends RollbackError {
}
export class RollbackDryRunError extends RollbackError {
}
export class RollbackManifestError extends RollbackError {
}
const CLASSES = {
    RollbackVersionNotFoundError,
    RollbackPolicyViolationError,
    RollbackDependencyError,
    RollbackAtomicError,
    RollbackIndexError,
    RollbackBackupError,
    RollbackAlreadyRolledBackError,
    RollbackDryRunError,
    RollbackManifestError,
};
/** The error of a code, in the class that the guide names for it. */
export function failure(code, message, options = {}) {
    const Class = CLASSES[FAILURES[code].className] ?? RollbackError;
    return new Class(message, code, options);
}
/** The advice of who threw it; undefined where that is the table's. */
export const ownAdvice = ({ code, advice }) => advice === FAILURES[code].advice ? undefined : advice;
/** For an error that takes the place of this one under another code: what was known of it goes along. */
export function knownOf(error) {
    const advice = ownAdvice(error);
    return { cause: error, details: error.details, ...(advice === undefined ? {} : { advice }) };
}
/** Whatever was thrown, as one of ours: the cause is kept, the message says what it was. */
export function asRollbackError(thrown, code = 'INTERNAL') {
    if (thrown instanceof RollbackError)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return failure(code, message, { cause: thrown });
}
