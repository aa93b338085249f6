export const id = 625;
export const ids = [625];
export const modules = {

/***/ 9285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ FAILURES),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   ZS: () => (/* binding */ RollbackError),
/* harmony export */   p2: () => (/* binding */ asRollbackError)
/* harmony export */ });
/* unused harmony exports RollbackVersionNotFoundError, RollbackPolicyViolationError, RollbackDependencyError, RollbackAtomicError, RollbackIndexError, RollbackBackupError, RollbackAlreadyRolledBackError, RollbackDryRunError, RollbackManifestError */
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
/* harmony export */   G: () => (/* binding */ ReportDraft)
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
            exit_code: _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.DRY_RUN.exitCode,
            error_code: 'DRY_RUN',
            would_exit_code: _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM[code].exitCode,
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


/***/ }),

/***/ 78:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ cliParts)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/adapters/clock/system-clock.js

/** The machine's own clocks. */
class SystemClock {
    now() {
        return Date.now();
    }
    monotonic() {
        // Of the same clock as `performance.now()`, which loads a module first.
        return process.uptime() * 1000;
    }
    async sleep(milliseconds) {
        await (0,promises_.setTimeout)(milliseconds);
    }
    every(milliseconds, tick) {
        const timer = setInterval(tick, milliseconds).unref();
        return () => clearInterval(timer);
    }
}

// EXTERNAL MODULE: ./lib/report/safe-text.js
var safe_text = __webpack_require__(8641);
;// CONCATENATED MODULE: ./lib/adapters/console/console-reporter.js

/** Milliseconds between two looks of the progress line, and before it shows at all. */
const PROGRESS_EVERY = 100;
const CLEAR_LINE = '\r\u001b[2K';
/** Tells on stderr what happens as it happens; each warning once. */
class ConsoleReporter {
    #options;
    #warned = new Set();
    #toldAt = 0;
    #lineOpen = false;
    constructor(options) {
        this.#options = options;
    }
    stageStarted(stage) {
        this.#toldAt = this.#options.now();
        this.debug(`${stage} …`);
    }
    stageEnded(stage, seconds) {
        this.#line(`${stage.padEnd(10)}${seconds.toFixed(3).padStart(9)} s`);
    }
    progress(stage, done, total) {
        const { terminal, write, now } = this.#options;
        if (!terminal || now() - this.#toldAt < PROGRESS_EVERY)
            return;
        this.#toldAt = now();
        this.#lineOpen = true;
        const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
        write(`${CLEAR_LINE}${stage}: ${done} of ${total} (${percent} %)`);
    }
    warn(message) {
        if (this.#warned.has(message))
            return;
        this.#warned.add(message);
        this.#line(`WARNING: ${message}`);
    }
    info(message) {
        this.#line(message);
    }
    debug(message) {
        if (this.#options.verbose)
            this.#line(message);
    }
    #line(text) {
        if (this.#lineOpen)
            this.#options.write(CLEAR_LINE);
        this.#lineOpen = false;
        this.#options.write(`${(0,safe_text/* oneLine */.TN)(text)}\n`);
    }
}

;// CONCATENATED MODULE: ./lib/entry/signals.js
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Turns signals into a wish to end: before the commit the operation ends, after it it goes on. A second signal
 * does not kill it half-way; it says why. (GitHub sends SIGINT, after 7.5 s SIGTERM, and kills 2.5 s later.)
 */
function watchSignals(say) {
    const controller = new AbortController();
    const onSignal = (name) => {
        const first = !controller.signal.aborted;
        controller.abort(new Error(`cancelled by ${name}`));
        say(first
            ? `${name}: ending cleanly; ${SAFE}`
            : `${name} again: already ending, which takes a moment; ${SAFE}`);
    };
    for (const name of SIGNALS)
        process.on(name, onSignal);
    return {
        signal: controller.signal,
        stop: () => {
            for (const name of SIGNALS)
                process.off(name, onSignal);
        },
    };
}
const SAFE = 'nothing is lost if it is killed: the next run, or `release-rollback recover`, finishes or undoes it';

// EXTERNAL MODULE: ./lib/entry/cli/streams.js
var streams = __webpack_require__(9900);
;// CONCATENATED MODULE: ./lib/entry/cli/parts.js






/** The entry's parts for a command at a terminal or in a script. */
function cliParts(options) {
    const clock = new SystemClock();
    const reporter = new ConsoleReporter({
        write: (text) => process.stderr.writable && process.stderr.write(text),
        verbose: options.verbose,
        terminal: process.stderr.isTTY === true,
        now: () => clock.monotonic(),
    });
    const { signal, stop } = watchSignals(streams/* streams */.oS.err);
    return {
        parts: { reporter, cancelled: signal, clock, signingKey: () => keySource(options.signingKey) },
        stop,
    };
}
/** --signing-key, then ROLLBACK_SIGNING_KEY, then a key of this machine, which is made when it is first needed. */
function keySource(file) {
    const pem = process.env.ROLLBACK_SIGNING_KEY;
    if (file !== undefined)
        return { kind: 'file', path: file };
    if (pem)
        return { kind: 'pem', pem, name: 'ROLLBACK_SIGNING_KEY' };
    return { kind: 'machine', folder: stateFolder() };
}
/** XDG Base Directory Specification: a relative path there is to be ignored. */
function stateFolder() {
    const { XDG_STATE_HOME = '' } = process.env;
    const base = (0,external_node_path_.isAbsolute)(XDG_STATE_HOME) ? XDG_STATE_HOME : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'state');
    return (0,external_node_path_.join)(base, 'release-rollback');
}


/***/ }),

/***/ 3625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   usageReport: () => (/* binding */ usageReport)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _report_json_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1957);
/* harmony import */ var _unstarted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78);




/** A usage error as a report, for a reader of --json. */
function usageReport([first = '', ...details], usage, exitCode) {
    const operation = ['restore', 'recover'].find((each) => usage.endsWith(each)) ?? 'rollback';
    const { parts, stop } = (0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .cliParts */ .L)({ verbose: false, signingKey: undefined });
    stop();
    const error = (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BAD_INPUT', first, { details, advice: `See: ${usage} --help` });
    const report = (0,_unstarted_js__WEBPACK_IMPORTED_MODULE_1__/* .unstarted */ .Z)(error, parts, { operation });
    return new TextDecoder().decode((0,_report_json_report_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeReport */ .B)({ ...report, exit_code: exitCode }));
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ unstarted)
/* harmony export */ });
/* harmony import */ var _engine_draft_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7397);

/** The report of an operation that ended before the engine began: bad input, no store, no key. */
function unstarted(error, { clock, reporter }, about) {
    const store = { type: about.repository_type ?? 'local', location: about.repository_location ?? '' };
    // A draft asks the store only what it is called, and there is no store.
    const context = { clock, reporter, store };
    return new _engine_draft_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportDraft */ .G(context, about).fail(error);
}


/***/ }),

/***/ 1957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ encodeReport)
/* harmony export */ });
/* unused harmony export withoutFileLists */
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8641);

/** The JSON report: UTF-8, two spaces, a line end; on a terminal or in a workflow log it is only text. */
function encodeReport(report) {
    return new TextEncoder().encode(`${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessJson */ .EL)(JSON.stringify(report, null, 2))}\n`);
}
const MOST_MESSAGES = 100;
const LONGEST_MESSAGE = 1000;
/** For an output of the Action, which holds at most 1 MB. */
function withoutFileLists({ artifacts_removed: _, ...rest }) {
    return { ...rest, warnings: brief(rest.warnings), errors: brief(rest.errors), notes: brief(rest.notes) };
}
function brief(messages) {
    const shown = messages.slice(0, MOST_MESSAGES).map((message) => message.slice(0, LONGEST_MESSAGE));
    const more = messages.length - shown.length;
    return more > 0 ? [...shown, `... and ${more} more`] : shown;
}


/***/ }),

/***/ 8641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ harmlessJson),
/* harmony export */   EW: () => (/* binding */ isHarmless),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/**
 * What a terminal, a log or a page may take for something else than text: control characters, escape sequences,
 * line and paragraph separators, invisible characters and those that turn the direction of writing.
 */
const TREACHEROUS = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** A GitHub runner takes a line that begins with `::` for a command to itself, and `##[` anywhere. */
const COMMAND = /^(\s*):(?=:)|:(?=:[a-z][\w-]*(?: [^:]*)?::)|#(?=#\[)/giu;
const LONGEST = 2000;
/** A foreign text on one line, harmless in a terminal and in a workflow log; what is escaped reads `\u{1b}`. */
function oneLine(text, longest = LONGEST) {
    const cut = text.length > longest ? `${text.slice(0, longest)}...` : text;
    return cut
        .replace(TREACHEROUS, escaped)
        .replace(COMMAND, (match, blank) => (blank ?? '') + escaped(match.trimStart()));
}
/** The same inside JSON text, where it must stay the same value. */
function harmlessJson(json) {
    return json
        .replace(/[\p{Cs}\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, jsonEscaped)
        .replace(/#(?=#\[)/g, jsonEscaped);
}
/** Whether nothing in it would have to be escaped. */
const isHarmless = (text) => oneLine(text, text.length) === text;
function escaped(character) {
    if (character === '\n')
        return '\\n';
    if (character === '\r')
        return '\\r';
    if (character === '\t')
        return '\\t';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
const jsonEscaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;


/***/ })

};
