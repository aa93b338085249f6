export const id = 397;
export const ids = [397,285];
export const modules = {

/***/ 9285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FAILURES: () => (/* binding */ FAILURES),
/* harmony export */   RollbackAlreadyRolledBackError: () => (/* binding */ RollbackAlreadyRolledBackError),
/* harmony export */   RollbackAtomicError: () => (/* binding */ RollbackAtomicError),
/* harmony export */   RollbackBackupError: () => (/* binding */ RollbackBackupError),
/* harmony export */   RollbackDependencyError: () => (/* binding */ RollbackDependencyError),
/* harmony export */   RollbackDryRunError: () => (/* binding */ RollbackDryRunError),
/* harmony export */   RollbackError: () => (/* binding */ RollbackError),
/* harmony export */   RollbackIndexError: () => (/* binding */ RollbackIndexError),
/* harmony export */   RollbackManifestError: () => (/* binding */ RollbackManifestError),
/* harmony export */   RollbackPolicyViolationError: () => (/* binding */ RollbackPolicyViolationError),
/* harmony export */   RollbackVersionNotFoundError: () => (/* binding */ RollbackVersionNotFoundError),
/* harmony export */   asRollbackError: () => (/* binding */ asRollbackError),
/* harmony export */   failure: () => (/* binding */ failure)
/* harmony export */ });
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
const FAILURES = {
    VERSION_NOT_FOUND: kind(40, 'RollbackVersionNotFoundError', 'The version is in neither the index nor the store', 'Check the spelling (v1.0.2, not 1.0.2); `release-rollback list` shows the releases and backups that are there.'),
    POLICY_VIOLATION: kind(41, 'RollbackPolicyViolationError', 'A policy check failed; nothing was changed', 'Read the violations; fix them, or run again with --force or --policy lenient if they are understood.'),
    DEPENDENCY: kind(42, 'RollbackDependencyError', 'Another listed release depends on this version; nothing was changed', 'Roll the depending release back first, or run again with --force if breaking it is intended.'),
    STEP_FAILED: kind(43, 'RollbackAtomicError', 'A step failed; everything is exactly as it was before', 'Read the cause, mend it, and run the same command again.'),
    REPOSITORY_HELD: kind(43, 'RollbackAtomicError', 'Another operation holds the repository', 'Wait for the holder to end and run again, or give it longer with --lock-timeout.'),
    SUPERSEDED: kind(43, 'RollbackAtomicError', 'Somebody else changed this release, or took the operation over, while it ran', 'Look at the repository with `release-rollback list`, stop the other writer, and run again.'),
    ABANDONED: kind(43, 'RollbackAtomicError', 'The operation could be neither finished nor undone and was abandoned', 'Put the named keys right by hand; the backup folder holds what was taken out.'),
    INDEX_WRITE: kind(44, 'RollbackIndexError', 'The index could not be written; everything is exactly as it was before', 'Check who may write index.json and whether index.json.lock was left by a publisher, then run again.'),
    BACKUP: kind(45, 'RollbackBackupError', 'The backup could not be made, or is damaged or missing; nothing was changed', 'Check room and permissions under .rollback-backups/, then run again.'),
    ALREADY_ROLLED_BACK: kind(46, 'RollbackAlreadyRolledBackError', 'The version is rolled back already and nothing was published since', 'Nothing is left to do; `release-rollback restore` brings it back.'),
    DRY_RUN: kind(47, 'RollbackDryRunError', 'The dry run shows that the rollback would fail', 'Mend what the report names before the real run.'),
    EVIDENCE: kind(48, 'RollbackManifestError', 'The manifest or the audit log could not be written', 'Check the output folders (--manifest-output-dir, --audit-output-dir), then run again.'),
    BAD_INPUT: kind(49, 'RollbackError', 'An input is not usable; nothing was changed', 'Correct the inputs named above.'),
    NO_REPOSITORY: kind(49, 'RollbackError', 'There is no such repository', 'Check --repository-type and --repository-path (or bucket and prefix); a repository is never created.'),
    PERMISSION: kind(49, 'RollbackError', 'A permission is missing; nothing was changed', 'Grant what is named above to the account that runs the rollback.'),
    SIGNING_KEY: kind(49, 'RollbackError', 'There is no usable signing key; nothing was changed', 'Give an RSA private key of at least 3072 bits in PEM form, or leave signing off.'),
    UNREACHABLE: kind(49, 'RollbackError', 'The store is out of reach', 'Check the network and credentials, then run `release-rollback recover`.'),
    LOG_BROKEN: kind(49, 'RollbackError', 'The operation log has a gap or was tampered with; nothing was changed', 'Find out who changed .rollback-log/; `release-rollback recover --accept-log-break` goes on from the newest record.'),
    INTERNAL: kind(49, 'RollbackError', 'An unexpected error', 'Run again with --verbose; `release-rollback recover` finishes or undoes what is open.'),
};
/** Base of every error that the engine, the library and the entries raise on purpose. */
class RollbackError extends Error {
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
class RollbackVersionNotFoundError extends RollbackError {
}
class RollbackPolicyViolationError extends RollbackError {
}
class RollbackDependencyError extends RollbackError {
}
class RollbackAtomicError extends RollbackError {
}
class RollbackIndexError extends RollbackError {
}
class RollbackBackupError extends RollbackError {
}
class RollbackAlreadyRolledBackError extends RollbackError {
}
class RollbackDryRunError extends RollbackError {
}
class RollbackManifestError extends RollbackError {
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
function failure(code, message, options = {}) {
    const Class = CLASSES[FAILURES[code].className] ?? RollbackError;
    return new Class(message, code, options);
}
/** Whatever was thrown, as one of ours: the cause is kept, the message says what it was. */
function asRollbackError(thrown, code = 'INTERNAL') {
    if (thrown instanceof RollbackError)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return failure(code, message, { cause: thrown });
}


/***/ }),

/***/ 8737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qe: () => (/* binding */ takesArtifacts),
/* harmony export */   VH: () => (/* binding */ REPOSITORY_TYPES),
/* harmony export */   an: () => (/* binding */ STAGES),
/* harmony export */   lR: () => (/* binding */ ROLLBACK_TYPES),
/* harmony export */   vj: () => (/* binding */ takesEntry),
/* harmony export */   yK: () => (/* binding */ POLICY_MODES)
/* harmony export */ });
/** The guide's names for what is asked (guide, "Rollback Types", "Policy Modes"). */
const ROLLBACK_TYPES = ['full', 'artifacts_only', 'index_only'];
const POLICY_MODES = ['strict', 'lenient'];
const REPOSITORY_TYPES = ['local', 's3', 'gcs'];
const takesArtifacts = (type) => type !== 'index_only';
const takesEntry = (type) => type !== 'artifacts_only';
const STAGES = [
    'preflight',
    'policy',
    'plan',
    'backup',
    'index',
    'artifacts',
    'verify',
    'manifest',
    'audit',
];


/***/ }),

/***/ 7397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ReportDraft: () => (/* binding */ ReportDraft)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _domain_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8737);


/** The report while the operation runs: facts are set as they become true, durations measured as stages end. */
class ReportDraft {
    fields;
    warnings = [];
    errors = [];
    notes = [];
    #context;
    #began;
    #seconds = new Map();
    constructor(context, about) {
        this.#context = context;
        this.#began = context.clock.monotonic();
        this.fields = {
            ...BLANK,
            repository_type: context.store.type,
            repository_location: context.store.location,
            ...about,
        };
    }
    /** Runs one stage, tells the reporter, adds its seconds. */
    async stage(name, work) {
        const { clock, reporter } = this.#context;
        const began = clock.monotonic();
        reporter.stageStarted(name);
        try {
            return await work();
        }
        finally {
            const seconds = (clock.monotonic() - began) / 1000;
            this.#seconds.set(name, (this.#seconds.get(name) ?? 0) + seconds);
            reporter.stageEnded(name, seconds);
        }
    }
    warn = (message) => {
        if (this.warnings.includes(message))
            return;
        this.warnings.push(message);
        this.#context.reporter.warn(message);
    };
    progress(stage) {
        return (done, total) => this.#context.reporter.progress(stage, done, total);
    }
    /** The operation reached its end. */
    succeed(summary) {
        return this.#report({
            status: this.fields.dry_run ? 'dry_run' : 'success',
            exit_code: 0,
            summary,
            advice: '',
        });
    }
    /** It ended with this error; `changed` and `partial` say what is left. */
    fail(error, how = {}) {
        for (const line of [error.message, ...error.details])
            if (!this.errors.includes(line))
                this.errors.push(line);
        return this.#report({
            status: how.partial === true ? 'partial' : 'failed',
            exit_code: error.exitCode,
            summary: error.message,
            error_code: error.code,
            advice: error.advice,
            changed: how.changed ?? false,
            ...(how.changed === undefined || how.changed === false ? NOTHING_CHANGED : {}),
        });
    }
    /** A dry run that would fail: 47, with the code of the real run beside it. */
    wouldFail(code, error) {
        return {
            ...this.fail(error),
            exit_code: _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.FAILURES.DRY_RUN.exitCode,
            error_code: 'DRY_RUN',
            would_exit_code: _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.FAILURES[code].exitCode,
        };
    }
    #report(ending) {
        const { clock } = this.#context;
        return {
            ...this.fields,
            timestamp: new Date(clock.now()).toISOString(),
            rollback_duration_seconds: rounded((clock.monotonic() - this.#began) / 1000),
            warnings: [...this.warnings],
            errors: [...this.errors],
            notes: [...this.notes],
            stages: this.#stages(),
            ...ending,
        };
    }
    #stages() {
        return _domain_types_js__WEBPACK_IMPORTED_MODULE_1__/* .STAGES */ .an.flatMap((name) => {
            const seconds = this.#seconds.get(name);
            return seconds === undefined ? [] : [{ name, seconds: rounded(seconds) }];
        });
    }
}
const rounded = (seconds) => Math.round(seconds * 10_000) / 10_000;
/** What is true of an operation that left everything as it was. */
const NOTHING_CHANGED = {
    artifacts_removed: [],
    total_artifacts_removed: 0,
    total_bytes_freed: 0,
    index_updated: false,
    index_marked: false,
    backup_created: false,
    backup_path: '',
    can_restore: false,
};
const BLANK = {
    schema_version: 1,
    version: '',
    status: 'failed',
    timestamp: '',
    rollback_type: 'full',
    rollback_id: '',
    repository_type: 'local',
    repository_location: '',
    policy_mode: 'strict',
    dry_run: false,
    version_exists: false,
    policy_passed: false,
    dependencies_satisfied: false,
    artifacts_removed: [],
    total_artifacts_removed: 0,
    total_bytes_freed: 0,
    rollback_duration_seconds: 0,
    index_updated: false,
    backup_created: false,
    manifest_created: false,
    audit_log_created: false,
    audit_log_signed: false,
    warnings: [],
    errors: [],
    exit_code: 49,
    summary: '',
    backup_path: '',
    previous_latest: '',
    new_latest: '',
    forced: false,
    superseded: false,
    notes: [],
    stages: [],
    changed: false,
    advice: '',
    can_restore: false,
    estimated_duration_seconds: 0,
    evidence: {},
};


/***/ })

};
