export const id = 937;
export const ids = [937,285,650];
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

/***/ 8650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cliParts: () => (/* binding */ cliParts)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
        this.#options.write(`${(0,safe_text.oneLine)(text)}\n`);
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
async function cliParts(options) {
    const { SystemClock } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.bind(__webpack_require__, 9627));
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

/***/ 937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showList: () => (/* binding */ showList)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _report_safe_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8641);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5560);
/* harmony import */ var _wiring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(260);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8650);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9900);






/** Shows what is in the repository; changes nothing. Resolves to the exit code. */
async function showList({ json }, task) {
    const { repository, output } = (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .withAbsolutePaths */ .M)(task, process.cwd());
    const { parts, stop } = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__.cliParts)({ verbose: output.verbose, signingKey: undefined });
    try {
        const { list } = await Promise.all(/* import() */[__webpack_require__.e(395), __webpack_require__.e(351), __webpack_require__.e(764)]).then(__webpack_require__.bind(__webpack_require__, 6764));
        const listing = await list({ store: await (0,_wiring_js__WEBPACK_IMPORTED_MODULE_2__/* .openStore */ .Ch)(repository, parts.clock), clock: parts.clock });
        for (const warning of listing.warnings)
            parts.reporter.warn(warning);
        const [asJson, asText] = await rendered(listing);
        _streams_js__WEBPACK_IMPORTED_MODULE_4__/* .streams */ .oS.out(json ? asJson : asText);
        if (output.jsonReport !== undefined)
            await write(output.jsonReport, asJson);
        if (output.textReport !== undefined)
            await write(output.textReport, asText);
        return 0;
    }
    catch (thrown) {
        return failed((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.asRollbackError)(thrown));
    }
    finally {
        stop();
    }
}
async function rendered(listing) {
    const [{ harmlessJson }, { listingText }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 8641)),
        __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 1074)),
    ]);
    return [`${harmlessJson(JSON.stringify(listing, null, 2))}\n`, listingText(listing)];
}
async function write(path, text) {
    const [{ mkdir, writeFile }, { dirname }, { evidenceFailure }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 19)),
        __webpack_require__.e(/* import() */ 637).then(__webpack_require__.bind(__webpack_require__, 7637)),
    ]);
    try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
    }
    catch (thrown) {
        throw evidenceFailure('Report', path, thrown);
    }
}
function failed({ message, details, advice, exitCode }) {
    for (const line of [message, ...details])
        _streams_js__WEBPACK_IMPORTED_MODULE_4__/* .streams */ .oS.err(`ERROR: ${(0,_report_safe_text_js__WEBPACK_IMPORTED_MODULE_5__.oneLine)(line)}`);
    _streams_js__WEBPACK_IMPORTED_MODULE_4__/* .streams */ .oS.err(`Next: ${(0,_report_safe_text_js__WEBPACK_IMPORTED_MODULE_5__.oneLine)(advice)}`);
    _streams_js__WEBPACK_IMPORTED_MODULE_4__/* .streams */ .oS.err(`Exit Code: ${exitCode}`);
    return exitCode;
}


/***/ }),

/***/ 5560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withAbsolutePaths)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** The same order with absolute paths: the commands' are relative to the current folder, the Action's to the workspace. */
function withAbsolutePaths(order, base) {
    const { repository, output } = order;
    const absolute = (path) => (path === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(base, path));
    return {
        ...order,
        repository: repository.type === 'local' ? { ...repository, path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(base, repository.path) } : repository,
        output: {
            ...output,
            manifestDir: absolute(output.manifestDir),
            auditDir: absolute(output.auditDir),
            jsonReport: absolute(output.jsonReport),
            textReport: absolute(output.textReport),
        },
    };
}


/***/ }),

/***/ 260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   eA: () => (/* binding */ openContext),
/* harmony export */   hD: () => (/* binding */ locationOf)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);

/** A request's real parts; paths in it are absolute by now. Only what is needed is loaded. */
async function openContext(repository, output, parts) {
    const store = await openStore(repository, parts.clock);
    const [{ FileEvidenceWriter }, { LocalHost }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(757)]).then(__webpack_require__.bind(__webpack_require__, 757)),
        __webpack_require__.e(/* import() */ 554).then(__webpack_require__.bind(__webpack_require__, 9554)),
    ]);
    const evidence = new FileEvidenceWriter({
        manifestDir: output.manifestDir,
        auditDir: output.auditDir,
        repositoryRoot: repository.type === 'local' ? repository.path : undefined,
        makeFolder: parts.makeFolder,
    });
    const signer = output.sign ? await openSigner(parts.signingKey()) : undefined;
    const { clock, reporter, cancelled } = parts;
    return { store, evidence, signer, clock, host: new LocalHost(), reporter, cancelled };
}
/** The one place that knows which repositories there are. */
async function openStore(repository, clock) {
    if (repository.type !== 'local') {
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.failure)('BAD_INPUT', `Repositories of type ${repository.type} are not in this build yet`, {
            advice: 'Use a local repository; s3 and gcs come with the next release.',
        });
    }
    const { LocalStore } = await __webpack_require__.e(/* import() */ 110).then(__webpack_require__.bind(__webpack_require__, 9110));
    return LocalStore.open(repository.path, clock);
}
/** What the signer has to say (a key was made) comes with the other notes of the preflight. */
async function openSigner(source) {
    const { RsaPssSigner } = await __webpack_require__.e(/* import() */ 439).then(__webpack_require__.bind(__webpack_require__, 439));
    const signer = new RsaPssSigner(source);
    return {
        prepare: async () => [...(await signer.prepare()), ...signer.notes],
        sign: (bytes, timestamp) => signer.sign(bytes, timestamp),
    };
}
/** Where a store that can't be opened would have been, for the report. */
function locationOf(repository) {
    if (repository.type === 'local')
        return repository.path;
    const scheme = repository.type === 's3' ? 's3' : 'gs';
    return `${scheme}://${repository.bucket}/${repository.prefix}`;
}


/***/ }),

/***/ 8641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   harmlessJson: () => (/* binding */ harmlessJson),
/* harmony export */   isHarmless: () => (/* binding */ isHarmless),
/* harmony export */   oneLine: () => (/* binding */ oneLine)
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
