import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8167:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("worker_threads");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 9285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ FAILURES),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   ZS: () => (/* binding */ RollbackError),
/* harmony export */   bz: () => (/* binding */ knownOf),
/* harmony export */   df: () => (/* binding */ ownAdvice),
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
/** The advice of who threw it; undefined where that is the table's. */
const ownAdvice = ({ code, advice }) => advice === FAILURES[code].advice ? undefined : advice;
/** For an error that takes the place of this one under another code: what was known of it goes along. */
function knownOf(error) {
    const advice = ownAdvice(error);
    return { cause: error, details: error.details, ...(advice === undefined ? {} : { advice }) };
}
/** Whatever was thrown, as one of ours: the cause is kept, the message says what it was. */
function asRollbackError(thrown, code = 'INTERNAL') {
    if (thrown instanceof RollbackError)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return failure(code, message, { cause: thrown });
}


/***/ }),

/***/ 6850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ LOG),
/* harmony export */   Ar: () => (/* binding */ WORK),
/* harmony export */   GH: () => (/* binding */ backupOf),
/* harmony export */   Gk: () => (/* binding */ BACKUPS),
/* harmony export */   Hy: () => (/* binding */ recordKey),
/* harmony export */   JP: () => (/* binding */ artifactPathProblem),
/* harmony export */   MY: () => (/* binding */ operationManifestKey),
/* harmony export */   TM: () => (/* binding */ BY_VERSION),
/* harmony export */   V4: () => (/* binding */ MANIFESTS),
/* harmony export */   WK: () => (/* binding */ markersPrefix),
/* harmony export */   YD: () => (/* binding */ compareKeys),
/* harmony export */   ZH: () => (/* binding */ INDEX_LOCK_KEY),
/* harmony export */   he: () => (/* binding */ INDEX_MARKDOWN_KEY),
/* harmony export */   l7: () => (/* binding */ CAPABILITIES_KEY),
/* harmony export */   lr: () => (/* binding */ INDEX_KEY),
/* harmony export */   nD: () => (/* binding */ sequenceOf),
/* harmony export */   oP: () => (/* binding */ artifactsPrefix),
/* harmony export */   qW: () => (/* binding */ countdown),
/* harmony export */   s8: () => (/* binding */ markerKey),
/* harmony export */   wZ: () => (/* binding */ backupPath)
/* harmony export */ });
/** Names inside a repository (DESIGN §1). All keys are relative to the repository, with '/'. */
const INDEX_KEY = 'index.json';
const INDEX_MARKDOWN_KEY = 'index.md';
const INDEX_LOCK_KEY = 'index.json.lock';
const BACKUPS = '.rollback-backups/';
const LOG = '.rollback-log/';
const WORK = '.rollback-work/';
const BY_VERSION = `${LOG}by-version/`;
const MANIFESTS = `${LOG}manifests/`;
/** What the store was found to be able to do. */
const CAPABILITIES_KEY = `${LOG}capabilities.json`;
const HIGHEST = 99999999999999999999n;
const COUNTDOWN = /^[0-9]{20}$/;
/** Names count down, so that one short listing finds the newest record. */
function countdown(sequence) {
    return (HIGHEST - BigInt(sequence)).toString();
}
/** The sequence behind a countdown name; undefined for any other name. */
function sequenceOf(name) {
    if (!COUNTDOWN.test(name))
        return undefined;
    const sequence = Number(HIGHEST - BigInt(name));
    return Number.isSafeInteger(sequence) && sequence >= 1 ? sequence : undefined;
}
const recordKey = (sequence) => LOG + countdown(sequence);
const markersPrefix = (version) => `${BY_VERSION}${version}/`;
const markerKey = (version, sequence) => markersPrefix(version) + countdown(sequence);
const operationManifestKey = (operationId) => `${MANIFESTS}${operationId}.json`;
const artifactsPrefix = (version) => `${version}/`;
/** `.rollback-backups/<version>-<YYYYMMDD_HHMMSS>-<8 hex>/`, time in UTC. */
function backupPath(version, at, rollbackId) {
    const [date = '', time = ''] = at.toISOString().split('T');
    const stamp = `${date.replaceAll('-', '')}_${time.slice(0, 8).replaceAll(':', '')}`;
    return `${BACKUPS}${version}-${stamp}-${rollbackId}/`;
}
/** Whether this is the backup folder of a rollback: its id is the beginning of the operation's. */
function backupOf(folder, version, operationId) {
    const [before, after] = [`${BACKUPS}${version}-`, `-${operationId.slice(0, 8)}/`];
    if (!folder.startsWith(before) || !folder.endsWith(after))
        return false;
    return /^[0-9]{8}_[0-9]{6}$/.test(folder.slice(before.length, -after.length));
}
/** Why an artifact path of an index entry leaves the version folder, or undefined when it stays inside. */
function artifactPathProblem(version, path) {
    if (path.includes('\0'))
        return 'contains a NUL character';
    if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path))
        return 'is absolute';
    if (/(?:^|\/)\.\.?(?:\/|$)/.test(path))
        return "contains '.' or '..' as a folder";
    if (!path.startsWith(`${version}/`) || path.endsWith('/'))
        return `is not inside ${version}/`;
    return undefined;
}
/** The order of every listing: UTF-8 bytes, which UTF-16 units follow except that surrogates come last. */
function compareKeys(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let i = 0; i < shared; i += 1) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const outsideBasicPlane = Number(isSurrogate(x)) - Number(isSurrogate(y));
        return outsideBasicPlane === 0 ? x - y : outsideBasicPlane;
    }
    return a.length - b.length;
}
const isSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdfff;


/***/ }),

/***/ 4825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TOOL_VERSION)
/* harmony export */ });
/** Of this tool, not of a release; a test compares it with package.json. */
const TOOL_VERSION = '0.1.0';


/***/ }),

/***/ 8737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 9416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ versionProblem),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   lF: () => (/* binding */ isVersion)
/* harmony export */ });
const GRAMMAR = /^[A-Za-z0-9][A-Za-z0-9._+~@-]{0,127}$/;
const RESERVED = new Set(['index.json', 'index.md', 'index.json.lock']);
/** Why a string is no version (DESIGN §6), or undefined when it is one. */
function versionProblem(text) {
    if (text === '')
        return 'it is empty';
    if (text.trim() === '')
        return 'it is blank';
    if (text.length > 128)
        return `it has ${text.length} characters; at most 128 are allowed`;
    if (text.includes('..'))
        return "it contains '..'";
    if (!GRAMMAR.test(text)) {
        return 'only letters, digits and . _ + ~ @ - are allowed, starting with a letter or a digit';
    }
    if (RESERVED.has(text))
        return 'it is the name of a file of the repository itself';
    return undefined;
}
function isVersion(text) {
    return versionProblem(text) === undefined;
}
/** A hostile string, shown safely: control and non-ASCII characters escaped, at most 80 characters. */
function printable(text) {
    const escaped = [...text.slice(0, 120)]
        .map((c) => {
        const code = c.codePointAt(0) ?? 0;
        return code >= 0x20 && code < 0x7f ? c : `\\u{${code.toString(16)}}`;
    })
        .join('');
    return escaped.length > 80 ? `${escaped.slice(0, 77)}...` : escaped;
}


/***/ }),

/***/ 9900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ lostOutput),
/* harmony export */   ku: () => (/* binding */ tolerateClosedPipes),
/* harmony export */   oS: () => (/* binding */ streams),
/* harmony export */   z4: () => (/* binding */ isAllWritten),
/* harmony export */   zK: () => (/* binding */ wantsColor)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

const streams = {
    out: writeOut,
    err: (text) => write(process.stderr, text),
};
/** A reader that went away (`release-rollback list | head -1`) must not break a rollback half-way. */
function tolerateClosedPipes() {
    for (const stream of [process.stdout, process.stderr]) {
        // What is lost on stdout is noted where it is written; on stderr there is nobody left to tell.
        stream.on('error', () => undefined);
    }
}
let unwritten;
let waiting = Promise.resolve();
/** Why not all of stdout was written, once it is known; undefined where it was, or where its reader went away. */
async function lostOutput() {
    await waiting;
    return unwritten;
}
function writeOut(text) {
    if (text === '' || unwritten !== undefined || !process.stdout.writable)
        return;
    const whole = text.endsWith('\n') ? text : `${text}\n`;
    if (isFile())
        writeAll(whole);
    else
        waiting = new Promise((resolve) => process.stdout.write(whole, (error) => resolve(note(error))));
}
/** On a disk that fills up a write takes a part, and Node's own stream for files doesn't look how much. */
function writeAll(text) {
    const bytes = new TextEncoder().encode(text);
    try {
        for (let done = 0; done < bytes.length;)
            done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(process.stdout.fd, bytes, done);
    }
    catch (thrown) {
        note(thrown);
    }
}
function isFile() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(process.stdout.fd).isFile();
    }
    catch {
        return false;
    }
}
function note(error) {
    if (error && error.code !== 'EPIPE')
        unwritten ??= error;
}
/** Whether nothing waits for a reader. */
const isAllWritten = () => [process.stdout, process.stderr].every(({ writableLength }) => writableLength === 0);
function write(stream, text) {
    if (text === '' || !stream.writable)
        return;
    stream.write(text.endsWith('\n') ? text : `${text}\n`);
}
/** Colors are for people at a terminal (https://no-color.org). */
function wantsColor(allowed) {
    const { NO_COLOR = '', TERM = '' } = process.env;
    const terminal = process.stdout.isTTY === true && process.stderr.isTTY === true;
    return allowed && terminal && NO_COLOR === '' && TERM !== 'dumb';
}


/***/ }),

/***/ 525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ readBucketName),
/* harmony export */   fr: () => (/* binding */ readPrefix),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9416);
/* harmony import */ var _option_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5866);


// A bucket name of S3 or GCS, old ones with capitals and underscores included, or the ARN of an S3 access point.
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,220}[A-Za-z0-9]$/;
const ACCESS_POINT = /^arn:[a-z0-9-]+:s3[a-z0-9-]*:[a-z0-9-]*:\d{0,12}:[A-Za-z0-9/:._-]{1,200}$/;
/** Directory buckets (S3 Express One Zone) and their access points: they list in no order, which the log rests on. */
const DIRECTORY = /--xa?-s3$|^arn:[a-z0-9-]+:s3express:/;
/** Always asked for: the guide's `default-bucket` may be a stranger's. */
function readBucketName(reader, name, type, bucket) {
    if (bucket === undefined)
        return '';
    if (/^[a-z0-9]+:\/\//i.test(bucket)) {
        reader.problem(name, `'${withoutCredentials(bucket)}' is a URL; give the bucket's name alone`);
    }
    else if (!BUCKET.test(bucket) && !(type === 's3' && ACCESS_POINT.test(bucket))) {
        reader.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(bucket)}' is not a bucket name`);
    }
    else if (type === 's3' && DIRECTORY.test(bucket)) {
        const why = "it lists objects in no order, so the log's newest record can't be found";
        reader.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(bucket)}' is a directory bucket, which is not supported: ${why}`);
    }
    return bucket;
}
/** For messages: what stands before an '@' may be a secret. */
const withoutCredentials = (text) => (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text.replace(/^([^/]*:\/\/)?[^/]*@/, '$1'));
/** A folder in the bucket, without '/' at either end; empty for the whole bucket. */
function readPrefix(reader, name, given) {
    const prefix = given.replace(/^\//, '').replace(/\/$/, '');
    if (given.includes('//') || prefix.split('/').some((part) => part === '.' || part === '..')) {
        reader.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(given)}' contains an empty folder name, '.' or '..'`);
    }
    if ((0,_option_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControl */ .aQ)(prefix))
        reader.problem(name, 'contains a control character');
    if (new TextEncoder().encode(prefix).length > 512)
        reader.problem(name, 'is longer than 512 bytes');
    return prefix;
}


/***/ }),

/***/ 3531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/**
 * The candidate that `word` most likely was meant to be, or undefined when none is near. Case and the kind of
 * separator cost nothing: `artifacts-only` means `artifacts_only`.
 */
function nearest(word, candidates) {
    const meant = normal(word);
    // Nobody mistypes a name so long; the table below would grow with it.
    if (meant === '' || meant.length > 60)
        return undefined;
    let best;
    for (const candidate of candidates) {
        const target = normal(candidate);
        const distance = editDistance(meant, target);
        const near = distance <= Math.max(1, Math.floor(Math.max(meant.length, target.length) * 0.4));
        if (near && (best === undefined || distance < best.distance))
            best = { candidate, distance };
    }
    return best?.candidate ?? candidates.find((candidate) => isCutShort(meant, normal(candidate)));
}
const normal = (text) => text.toLowerCase().replaceAll(/[\s_-]+/g, '-');
/** `--manifest` for `--manifest-output-dir`. */
const isCutShort = (meant, target) => meant.length >= 4 && target.startsWith(meant);
/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
            }
            row.push(cost);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ 5866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ orList),
/* harmony export */   F9: () => (/* binding */ OptionReader),
/* harmony export */   aQ: () => (/* binding */ hasControl),
/* harmony export */   cM: () => (/* binding */ andList)
/* harmony export */ });
/* unused harmony export misspelt */
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9416);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3531);


// YAML 1.2 core schema, the spellings that actions/toolkit accepts, too.
const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);
// Tab and line feed aside: the others reach terminals and logs.
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029]/u;
/** Reads raw options into typed values and collects every problem, so that all are told at once. */
class OptionReader {
    problems = [];
    #raw;
    #label;
    constructor(raw, label) {
        this.#raw = raw;
        this.#label = label;
    }
    label(name) {
        return this.#label(name);
    }
    given(name) {
        return this.#raw[name];
    }
    problem(name, what) {
        this.problems.push(`${this.label(name)}: ${what}`);
    }
    choice(name, allowed, fallback) {
        const value = this.given(name);
        if (value === undefined)
            return fallback;
        const found = allowed.find((each) => each === value);
        if (found === undefined)
            this.problem(name, misspelt(value, allowed));
        return found ?? fallback;
    }
    flag(name, fallback = false) {
        const value = this.given(name);
        if (value === undefined)
            return fallback;
        if (TRUE.has(value))
            return true;
        if (!FALSE.has(value))
            this.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' is not allowed; use true or false`);
        return FALSE.has(value) ? false : fallback;
    }
    /** Fractions are allowed, unless `whole` numbers are asked for. */
    number(name, { min, max, whole = false }, fallback) {
        const value = this.given(name);
        if (value === undefined)
            return fallback;
        const number = /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
        if (number >= min && number <= max && (!whole || Number.isInteger(number)))
            return number;
        const kind = whole ? 'whole number' : 'number';
        this.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' is not a ${kind} from ${min} to ${max}`);
        return fallback;
    }
    version(name) {
        const value = this.given(name);
        if (value === undefined)
            return undefined;
        if ((0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isVersion */ .lF)(value))
            return value;
        this.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' is not a version: ${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .versionProblem */ .Ec)(value)}`);
        return undefined;
    }
    /** A path as it was given; the entry knows what it is relative to. */
    path(name) {
        const value = this.given(name);
        if (value === undefined)
            return undefined;
        if (value.trim() === '')
            this.problem(name, 'the path is empty');
        else if (hasControl(value))
            this.problem(name, `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' contains a control character`);
        return value;
    }
    /** Free text; of control characters only tabs and line ends are taken. */
    text(name, longest) {
        const value = (this.given(name) ?? '').replaceAll('\r\n', '\n').trim();
        if (CONTROL.test(value))
            this.problem(name, 'contains a control character');
        if (value.length > longest) {
            this.problem(name, `has ${value.length} characters; at most ${longest} are allowed`);
        }
        return value;
    }
}
/** Whether a name or path contains any control character, line ends included. */
const hasControl = (text) => CONTROL.test(text) || /[\t\n]/.test(text);
/** `'lenietn' is not allowed; use strict or lenient (did you mean 'lenient'?)` */
function misspelt(value, allowed) {
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, allowed);
    const question = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
    return `'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}' is not allowed; use ${orList(allowed)}${question}`;
}
const orList = (words) => listed(words, 'or');
const andList = (words) => listed(words, 'and');
function listed(words, last) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}


/***/ }),

/***/ 6755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ RANGES),
/* harmony export */   TM: () => (/* binding */ OPTION_NAMES),
/* harmony export */   zY: () => (/* binding */ DEFAULTS)
/* harmony export */ });
/**
 * Every option by the name that the guide's CLI reference gives it, without dashes. The commands and the Action
 * use the same names, so that one parser reads both.
 */
const OPTION_NAMES = [
    'version',
    'rollback-id',
    'repository',
    'repository-type',
    'repository-path',
    'repository-bucket',
    'repository-prefix',
    'backup-prefix',
    's3-endpoint',
    's3-region',
    's3-force-path-style',
    'gcs-endpoint',
    'gcs-project-id',
    'concurrency',
    'request-timeout',
    'retries',
    'single-writer',
    'rollback-type',
    'policy',
    'dry-run',
    'force',
    'create-backup',
    'no-backup',
    'reason',
    'manifest-output-dir',
    'audit-output-dir',
    'json-report',
    'text-report',
    'sign-audit-log',
    'lock-timeout',
    'fence-seconds',
    'verbose',
    'revert',
    'abandon',
    'accept-log-break',
    'operation',
    'confirm',
    'upload-artifacts',
    'artifact-name',
    'artifact-retention-days',
    'summary',
];
/** The guide's defaults (CLI Reference) and ours. */
const DEFAULTS = {
    'repository-type': 'local',
    'repository-path': './repository',
    'rollback-type': 'full',
    policy: 'strict',
    'output-dir': '.',
    'lock-timeout': 120,
    'fence-seconds': 60,
    concurrency: 16,
    'request-timeout': 20,
    retries: 5,
};
/**
 * What can be asked for. Seconds: a day of waiting, an hour of fence; a request of a store is given up after at most
 * 20 (DESIGN §4), which the fence and a holder that stops itself count on.
 */
const RANGES = {
    'lock-timeout': { min: 0, max: 86_400 },
    'fence-seconds': { min: 0, max: 3_600 },
    concurrency: { min: 1, max: 256, whole: true },
    'request-timeout': { min: 1, max: 20 },
    retries: { min: 0, max: 20, whole: true },
};


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qZ: () => (/* binding */ endWith),
  Wo: () => (/* binding */ prepareReleaseArtifacts),
  _H: () => (/* binding */ releaseRollback)
});

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __nccwpck_require__(9285);
// EXTERNAL MODULE: ./lib/entry/cli/streams.js
var streams = __nccwpck_require__(9900);
;// CONCATENATED MODULE: ./lib/entry/cli/lost-output.js


/** The exit code once stdout is written. Where the answer itself was to be there and is not, it can't be 0. */
async function afterOutput(line, exitCode) {
    const lost = await (0,streams/* lostOutput */.at)();
    if (lost === undefined)
        return exitCode;
    const changes = 'task' in line && changesSomething(line.task);
    const message = `stdout can't be written: ${lost.message}`;
    if (exitCode !== 0 || (changes && !line.json)) {
        streams/* streams */.oS.err(`WARNING: ${message}`);
        return exitCode;
    }
    const again = changes ? `The ${line.task.operation} itself is done: don't run it again for that.` : '';
    streams/* streams */.oS.err(`ERROR: ${message}`);
    streams/* streams */.oS.err(`Next: ${again === '' ? 'Make room where the output goes, then run it again.' : again}`);
    streams/* streams */.oS.err(`Exit Code: ${errors/* FAILURES */.EM.EVIDENCE.exitCode}`);
    return errors/* FAILURES */.EM.EVIDENCE.exitCode;
}
function changesSomething(task) {
    return task.operation !== 'list' && task.operation !== 'doctor' && !task.request.dryRun;
}

// EXTERNAL MODULE: ./lib/domain/version.js
var domain_version = __nccwpck_require__(9416);
// EXTERNAL MODULE: ./lib/domain/types.js
var types = __nccwpck_require__(8737);
// EXTERNAL MODULE: ./lib/request/option-reader.js
var option_reader = __nccwpck_require__(5866);
// EXTERNAL MODULE: ./lib/request/options.js
var options = __nccwpck_require__(6755);
;// CONCATENATED MODULE: ./lib/request/output-options.js

/** Where the results go. Paths stay as they were given: only the entry knows what they are relative to. */
function readOutput(reader) {
    const jsonReport = reader.path('json-report');
    const textReport = reader.path('text-report');
    if (jsonReport !== undefined && jsonReport === textReport) {
        reader.problem('text-report', `is the same file as ${reader.label('json-report')}`);
    }
    return {
        manifestDir: reader.path('manifest-output-dir') ?? options/* DEFAULTS */.zY['output-dir'],
        auditDir: reader.path('audit-output-dir') ?? options/* DEFAULTS */.zY['output-dir'],
        jsonReport,
        textReport,
        sign: reader.flag('sign-audit-log'),
        verbose: reader.flag('verbose'),
    };
}

// EXTERNAL MODULE: ./lib/domain/keys.js
var keys = __nccwpck_require__(6850);
// EXTERNAL MODULE: ./lib/request/bucket-place.js
var bucket_place = __nccwpck_require__(525);
;// CONCATENATED MODULE: ./lib/request/backup-prefix.js


const NAME = 'backup-prefix';
/** A folder of the same bucket for backups; empty when they stay in their usual place below the repository. */
function readBackupPrefix(reader, repository) {
    const given = reader.given(NAME);
    if (given === undefined)
        return '';
    if (given === '' || given === '/') {
        reader.problem(NAME, 'is empty; leave it out, and backups go to .rollback-backups/ below the repository');
        return '';
    }
    const prefix = (0,bucket_place/* readPrefix */.fr)(reader, NAME, given);
    if (prefix === '')
        return '';
    const [root, backups] = [folder(repository), folder(prefix)];
    if (backups === root + keys/* BACKUPS */.Gk)
        return '';
    // A folder of backups among the releases may have a release's name, now or later; and a backup beside another
    // repository's releases looks like one of them.
    if (backups.startsWith(root)) {
        const where = root === '' ? 'the repository, which is the whole bucket' : 'the repository';
        reader.problem(NAME, `lies inside ${where}; only .rollback-backups/ is safe there, and it is the default`);
    }
    else if (root.startsWith(backups)) {
        reader.problem(NAME, 'contains the repository; give a folder beside it');
    }
    return prefix;
}
const folder = (prefix) => (prefix === '' ? '' : `${prefix}/`);

;// CONCATENATED MODULE: ./lib/request/bucket-options.js



// Part of a host's name.
const REGION = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
// An id, `example.com:id` of old projects, or a project's number.
const PROJECT = /^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,98}[A-Za-z0-9])?$/;
/** What S3 and GCS are told alike. */
function readBucketOptions(reader, { bucket, prefix }, endpoint) {
    const number = (name) => reader.number(name, options/* RANGES */.$M[name], options/* DEFAULTS */.zY[name]);
    return {
        bucket,
        prefix,
        backupPrefix: readBackupPrefix(reader, prefix),
        singleWriter: reader.flag('single-writer'),
        endpoint: readEndpoint(reader, endpoint),
        concurrency: number('concurrency'),
        requestTimeoutMs: Math.round(number('request-timeout') * 1000),
        retries: number('retries'),
    };
}
const readRegion = (reader) => matching(reader, 's3-region', REGION, 'a region, e.g. eu-west-1');
const readProjectId = (reader) => matching(reader, 'gcs-project-id', PROJECT, 'the id of a project');
function matching(reader, name, grammar, what) {
    const value = reader.given(name);
    if (value !== undefined && !grammar.test(value)) {
        reader.problem(name, `'${(0,domain_version/* printable */.g$)(value)}' is not ${what}`);
    }
    return value;
}
/** Never shown when it is refused: a secret may be what is wrong with it. */
function readEndpoint(reader, name) {
    const value = reader.given(name);
    if (value === undefined)
        return undefined;
    const problem = endpointProblem(value);
    if (problem !== undefined)
        reader.problem(name, problem);
    return value;
}
function endpointProblem(value) {
    // The parser of URLs forgives blanks and a missing '//'; who wrote those may have meant something else.
    if (!/^https?:\/\/[^\s/\\]/i.test(value) || /[\s\\\p{Cc}]/u.test(value) || !URL.canParse(value)) {
        return 'is not a URL that begins with http:// or https://';
    }
    if (/^[^/]*\/\/[^/]*@/.test(value))
        return 'contains credentials; leave them out, the SDKs find them';
    if (value.includes('?'))
        return 'contains a query; give the URL without it';
    if (value.includes('#'))
        return 'contains a fragment; give the URL without it';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/request/repository-place.js





/** What `repository` says in one. */
const PARTS = [
    'repository-type',
    'repository-path',
    'repository-bucket',
    'repository-prefix',
];
const SHORT = 'repository';
const FORMS = 's3://BUCKET/PREFIX, gs://BUCKET/PREFIX or the path of a folder';
const SCHEMES = { s3: 's3', gs: 'gcs' };
/** Which kind of repository it is, and where: by the short form, or by its parts. */
function readPlace(reader) {
    const short = reader.given(SHORT);
    if (short === undefined)
        return readParts(reader);
    const parts = PARTS.filter((part) => reader.given(part) !== undefined).map((part) => reader.label(part));
    if (parts.length > 0) {
        reader.problem(SHORT, `says ${(0,option_reader/* andList */.cM)(parts)} as well; give one or the other`);
    }
    return readShort(reader, short);
}
function readParts(reader) {
    const type = reader.choice('repository-type', types/* REPOSITORY_TYPES */.VH, options/* DEFAULTS */.zY['repository-type']);
    const given = reader.given('repository-type');
    const said = given === undefined || given === type ? `${reader.label('repository-type')} is ${type}` : undefined;
    if (type === 'local') {
        const path = reader.path('repository-path') ?? options/* DEFAULTS */.zY['repository-path'];
        return { type, path, said };
    }
    const [bucket, prefix] = [reader.given('repository-bucket'), reader.given('repository-prefix') ?? ''];
    if (bucket === undefined) {
        reader.problem('repository-bucket', `is required for a repository of type ${type}`);
    }
    return {
        type,
        bucket: (0,bucket_place/* readBucketName */.Ci)(reader, 'repository-bucket', type, bucket),
        prefix: (0,bucket_place/* readPrefix */.fr)(reader, 'repository-prefix', prefix),
        said,
    };
}
/** `s3://bucket/prefix`, `gs://bucket/prefix` or a path. What follows the bucket is a key, not a URL: `%`, `?` and `#` are themselves. */
function readShort(reader, short) {
    const [, scheme = '', bucket = '', prefix = ''] = /^(s3|gs):\/\/([^/]*)\/?(.*)$/s.exec(short) ?? [];
    if (scheme === 's3' || scheme === 'gs') {
        const type = SCHEMES[scheme];
        refuseUnlikelyBucket(reader, bucket, scheme);
        return {
            type,
            bucket: (0,bucket_place/* readBucketName */.Ci)(reader, SHORT, type, known(bucket)),
            // The first '/' ended the bucket; one more would begin a key, and is not ours to forgive.
            prefix: (0,bucket_place/* readPrefix */.fr)(reader, SHORT, `/${prefix}`),
            said: `${reader.label(SHORT)} is of type ${type}`,
        };
    }
    const problem = schemeProblem(short);
    if (problem !== undefined)
        reader.problem(SHORT, problem);
    const path = problem === undefined ? (reader.path(SHORT) ?? '') : '';
    const said = problem === undefined ? `${reader.label(SHORT)} is a path` : undefined;
    return { type: 'local', path, said };
}
/** Those that `refuseUnlikelyBucket` spoke about are not judged again. */
const known = (bucket) => bucket === '' || bucket.includes('@') || bucket.startsWith('arn:') ? undefined : bucket;
function refuseUnlikelyBucket(reader, bucket, scheme) {
    if (bucket === '')
        reader.problem(SHORT, `names no bucket; use ${scheme}://BUCKET/PREFIX`);
    // Not shown: what stands before the '@' may be a secret.
    else if (bucket.includes('@')) {
        reader.problem(SHORT, 'contains an @ in the bucket; credentials do not belong here, the SDKs find them');
    }
    else if (bucket.startsWith('arn:')) {
        const [type, name] = [reader.label('repository-type'), reader.label('repository-bucket')];
        reader.problem(SHORT, `can't hold the ARN of an access point; use ${type} and ${name}`);
    }
}
/** Whatever looks like a scheme most likely means a store: as a path, the wrong repository would change. */
function schemeProblem(short) {
    const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(short) ?? [];
    const meant = { s3: 's3', s3a: 's3', s3n: 's3', gs: 'gs', gcs: 'gs' }[scheme.toLowerCase()];
    if (meant !== undefined)
        return `'${(0,bucket_place/* withoutCredentials */.ri)(short)}' has another scheme than ours; write ${meant}://${(0,bucket_place/* withoutCredentials */.ri)(rest)}`;
    if (scheme.toLowerCase() === 'file')
        return `'${(0,domain_version/* printable */.g$)(short)}' is a URL; give the folder's path alone`;
    if (scheme !== '')
        return `${(0,domain_version/* printable */.g$)(scheme)}:// is no scheme that we know; use ${FORMS}`;
    const [, store] = /^(s3|gs|gcs):/i.exec(short) ?? [];
    if (store !== undefined) {
        return `'${(0,bucket_place/* withoutCredentials */.ri)(short)}' is neither a store nor a plain path; use ${FORMS} (a folder of that name: ./${(0,bucket_place/* withoutCredentials */.ri)(short)})`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/request/foreign-options.js


const STORES = ['s3', 'gcs'];
/** Which types of repository an option is for; those that are not here are for all. */
const WHOSE = {
    'repository-path': ['local'],
    'repository-bucket': STORES,
    'repository-prefix': STORES,
    'backup-prefix': STORES,
    's3-endpoint': ['s3'],
    's3-region': ['s3'],
    's3-force-path-style': ['s3'],
    'gcs-endpoint': ['gcs'],
    'gcs-project-id': ['gcs'],
    concurrency: STORES,
    'request-timeout': STORES,
    retries: STORES,
    'single-writer': STORES,
};
/** A bucket beside type local most likely means that the type was forgotten: the wrong repository would change. */
function refuseForeignOptions(reader, { type, said }) {
    // A misspelt type is told already, and leaves open what belongs to it.
    if (said === undefined)
        return;
    const inShort = reader.given('repository') !== undefined;
    for (const [name, types] of Object.entries(WHOSE)) {
        if (reader.given(name) === undefined || types.includes(type))
            continue;
        // Beside the short form its parts are refused by another rule.
        if (inShort && PARTS.includes(name))
            continue;
        reader.problem(name, `is for ${(0,option_reader/* andList */.cM)(types)}, and ${said}`);
    }
}

;// CONCATENATED MODULE: ./lib/request/repository-options.js



/** Where the repository is. Problems are collected in the reader; the value counts only without any. */
function readRepository(reader) {
    const place = readPlace(reader);
    refuseForeignOptions(reader, place);
    switch (place.type) {
        case 'local':
            return { type: 'local', path: place.path };
        case 's3':
            return {
                type: 's3',
                ...readBucketOptions(reader, place, 's3-endpoint'),
                region: readRegion(reader),
                forcePathStyle: reader.flag('s3-force-path-style'),
            };
        case 'gcs':
            return {
                type: 'gcs',
                ...readBucketOptions(reader, place, 'gcs-endpoint'),
                projectId: readProjectId(reader),
            };
    }
}

;// CONCATENATED MODULE: ./lib/request/parse.js






const LONGEST_REASON = 2_000;
/** Raw options as a rollback, or every problem with them. Options of other operations are not looked at. */
const parseRollback = (raw, who, label) => parse(raw, label, (reader) => readRollback(reader, who));
const parseRestore = (raw, who, label) => parse(raw, label, (reader) => readRestore(reader, who));
const parseRecover = (raw, who, label) => parse(raw, label, (reader) => readRecover(reader, who));
/** `list` asks for nothing: only where to look, and how to show it. */
const parseList = (raw, label) => parse(raw, label, () => undefined);
/** `doctor` is told where to look, and where the results go. */
const parseDoctor = (raw, label) => parse(raw, label, readDoctor);
/** Reads everything before it judges, so that all problems are told at once. */
function parse(raw, label, read) {
    const reader = new option_reader/* OptionReader */.F9(raw, label);
    const order = { request: read(reader), repository: readRepository(reader), output: readOutput(reader) };
    return reader.problems.length > 0 ? { problems: reader.problems } : { order };
}
function readRollback(reader, who) {
    const version = reader.version('version');
    if (reader.given('version') === undefined)
        reader.problem('version', 'is required');
    return {
        operation: 'rollback',
        // Without one there is a problem, and the request goes nowhere.
        version: version,
        rollbackType: reader.choice('rollback-type', types/* ROLLBACK_TYPES */.lR, options/* DEFAULTS */.zY['rollback-type']),
        policyMode: reader.choice('policy', types/* POLICY_MODES */.yK, options/* DEFAULTS */.zY.policy),
        force: reader.flag('force'),
        createBackup: readBackup(reader),
        ...readCommon(reader, who),
    };
}
function readRestore(reader, who) {
    const version = reader.version('version');
    if (reader.given('version') === undefined && reader.given('rollback-id') === undefined) {
        reader.problem('version', `is required, or ${reader.label('rollback-id')}`);
    }
    return { operation: 'restore', version, rollbackId: readRollbackId(reader), ...readCommon(reader, who) };
}
function readRecover(reader, who) {
    return {
        operation: 'recover',
        choice: readChoice(reader),
        acceptLogBreak: reader.flag('accept-log-break'),
        ...readCommon(reader, who),
    };
}
const readDoctor = () => ({ operation: 'doctor' });
function readCommon(reader, { actor, run }) {
    const seconds = (name) => reader.number(name, options/* RANGES */.$M[name], options/* DEFAULTS */.zY[name]);
    return {
        dryRun: reader.flag('dry-run'),
        reason: reader.text('reason', LONGEST_REASON),
        lockTimeout: seconds('lock-timeout'),
        fenceSeconds: seconds('fence-seconds'),
        actor,
        run,
    };
}
function readBackup(reader) {
    const without = reader.flag('no-backup');
    const wanted = reader.flag('create-backup', true);
    if (without && wanted && reader.given('create-backup') !== undefined) {
        reader.problem('no-backup', `contradicts ${reader.label('create-backup')}; give one of them`);
    }
    return !without && wanted;
}
function readRollbackId(reader) {
    const id = reader.given('rollback-id');
    if (id !== undefined && !/^[0-9a-f]{8}$/.test(id)) {
        reader.problem('rollback-id', `'${(0,domain_version/* printable */.g$)(id)}' is not a rollback id (8 hexadecimal digits, 0-9 and a-f)`);
    }
    return id;
}
function readChoice(reader) {
    const [revert, abandon] = [reader.flag('revert'), reader.flag('abandon')];
    if (revert && abandon)
        reader.problem('revert', `contradicts ${reader.label('abandon')}; give one of them`);
    if (revert)
        return 'revert';
    return abandon ? 'abandon' : 'forward';
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./lib/request/nearest.js
var nearest = __nccwpck_require__(3531);
// EXTERNAL MODULE: ./lib/domain/tool-version.js
var tool_version = __nccwpck_require__(4825);
;// CONCATENATED MODULE: ./lib/entry/cli/help.js

const WIDTH = 100;
const HELP = { heading: 'Options:', options: [{ flags: '-h, --help', about: 'this text' }] };
/** What `--help` prints: each flag with what it does, under its heading. */
function helpText({ usage, name, about, groups, after }) {
    const all = [...groups, HELP];
    const widest = Math.max(...all.flatMap(({ options }) => options).map(({ flags }) => flags.length));
    const indent = widest + 4;
    const line = (flags, text) => `  ${flags.padEnd(indent - 2)}${wrapped(text, WIDTH - indent).join(`\n${' '.repeat(indent)}`)}\n`;
    const sections = all.map(({ heading, options }) => `\n${heading}\n${options.map((each) => line(each.flags, each.about)).join('')}`);
    return `Usage: ${name} ${usage}\n\n${about}\n${sections.join('')}\n${after}\nrelease-rollback ${tool_version/* TOOL_VERSION */.w}\n`;
}
/** In lines of at most `width` characters, or one word. */
function wrapped(text, width) {
    const lines = [];
    for (const word of text.split(' ')) {
        const line = lines.at(-1);
        if (line === undefined || line.length + 1 + word.length > width)
            lines.push(word);
        else
            lines[lines.length - 1] = `${line} ${word}`;
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/entry/cli/arguments.js






/** Reads a command's flags; all that is wrong is collected and told at once. */
function readArguments(about, argv) {
    const { given, words, problems, help } = split(about, argv);
    if (help)
        return { help: helpText(about) };
    return {
        raw: rawOptions(about, given),
        entry: {
            json: given.has('json'),
            color: !given.has('no-color'),
            signingKey: given.get('signing-key'),
            rollbackOutputDir: given.get('rollback-output-dir'),
        },
        problems: [...problems, ...strangers(about, words)],
    };
}
/** `--name VALUE` or `--name=VALUE`; a value may look like a flag; after `--` there are no flags. */
function split({ groups }, argv) {
    const options = Object.fromEntries(groups.flatMap((group) => group.options).map(declared));
    const parsed = (0,external_node_util_.parseArgs)({
        args: [...argv],
        options: { ...options, help: { type: 'boolean', short: 'h' } },
        strict: false,
        tokens: true,
    });
    const found = { given: new Map(), words: [], problems: [], help: false };
    let told = -1;
    for (const token of parsed.tokens) {
        if (token.kind === 'positional')
            found.words.push(token.value);
        if (token.kind !== 'option')
            continue;
        const { name, value, index } = token;
        const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
        if (type === 'string')
            note(found, name, value);
        else if (type === 'boolean' && value === undefined)
            found.given.set(name, 'true');
        else if (type === 'boolean')
            found.problems.push(`--${name}: takes no value`);
        else if (name === 'help')
            found.help = true;
        // `-v1.0` is told as one word, though it reads as several.
        else if (index !== told)
            found.words.push(argv[index] ?? '');
        told = index;
    }
    return found;
}
const declared = ({ flags }) => [flagName(flags), { type: flags.includes(' ') ? 'string' : 'boolean' }];
/** A flag that is given twice with two values leaves open which was meant: it may be the wrong release. */
function note({ given, problems }, name, value) {
    const earlier = given.get(name);
    if (value === undefined) {
        problems.push(`--${name}: needs a value`);
        return;
    }
    if (earlier !== undefined && earlier !== value)
        problems.push(`--${name}: is given twice`);
    given.set(name, value);
}
function rawOptions({ groups }, given) {
    const raw = {};
    for (const { flags, means } of groups.flatMap(({ options }) => options)) {
        const name = flagName(flags);
        const target = means ?? options/* OPTION_NAMES */.TM.find((each) => each === name);
        const value = given.get(name);
        if (target !== undefined && value !== undefined)
            raw[target] = value;
    }
    return raw;
}
/** `--policy` of an option that is declared as `--policy <MODE>`. */
const flagName = (flags) => /^--([a-z0-9-]+)/.exec(flags)?.[1] ?? '';
/** Unknown flags with where they belong, or the nearest right one; words that belong to no flag. */
function strangers(about, words) {
    const flags = words.filter((word) => word.startsWith('-') && word !== '-');
    if (flags.length === 0)
        return words.map((word) => `'${(0,domain_version/* printable */.g$)(word)}' belongs to no option`);
    return flags.map((word) => {
        const flag = word.split('=', 1)[0] ?? word;
        return `${(0,domain_version/* printable */.g$)(flag)}: there is no such option${hint(about, flag)}`;
    });
}
function hint({ groups, subcommands = {} }, flag) {
    const options = groups.flatMap((group) => group.options);
    // `--dry-run`, which is called `--rollback-dry-run` here.
    const renamed = options.find(({ means }) => means !== undefined && `--${means}` === flag);
    const known = options.map(({ flags }) => `--${flagName(flags)}`);
    if (renamed === undefined) {
        const owners = Object.entries(subcommands).filter(([, other]) => has(other.groups, flag));
        if (owners.length > 0)
            return ` here; it is for ${(0,option_reader/* andList */.cM)(owners.map(([name]) => name))}`;
    }
    const meant = renamed === undefined ? (0,nearest/* nearest */.p)(flag, [...known, '--help']) : `--${flagName(renamed.flags)}`;
    return meant === undefined ? '' : ` (did you mean ${meant}?)`;
}
const has = (groups, flag) => groups.some(({ options }) => options.some(({ flags }) => `--${flagName(flags)}` === flag));

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./lib/entry/cli/identity.js

/** Who runs the command, for the log and the audit trail. */
function identity() {
    return { actor: userName(), run: 'cli' };
}
/** A user id without a name (as containers have) makes userInfo throw. */
function userName() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return `uid ${process.getuid?.() ?? 'unknown'}`;
    }
}

;// CONCATENATED MODULE: ./lib/entry/cli/options.js


const one = (names) => names.join('|');
const version = {
    flags: '--version <VERSION>',
    about: 'the release, as it is named in the index, e.g. v1.0.2',
};
const dryRun = { flags: '--dry-run', about: 'show what would be done and change nothing' };
const reason = { flags: '--reason <TEXT>', about: 'why, for the log, the manifest and the audit log' };
const waiting = [
    {
        flags: '--lock-timeout <SECONDS>',
        about: `how long to wait for another holder (default: ${options/* DEFAULTS */.zY['lock-timeout']})`,
    },
    {
        flags: '--fence-seconds <SECONDS>',
        about: `how long to wait until late requests can be ruled out (default: ${options/* DEFAULTS */.zY['fence-seconds']})`,
    },
];
const REPOSITORY = {
    heading: 'Repository:',
    options: [
        {
            flags: '--repository <PLACE>',
            about: 's3://BUCKET/PREFIX, gs://BUCKET/PREFIX or a folder, instead of the next four',
        },
        {
            flags: `--repository-type <${one(types/* REPOSITORY_TYPES */.VH)}>`,
            about: `what kind it is (default: ${options/* DEFAULTS */.zY['repository-type']})`,
        },
        {
            flags: '--repository-path <FOLDER>',
            about: `a local repository (default: ${options/* DEFAULTS */.zY['repository-path']})`,
        },
        { flags: '--repository-bucket <NAME>', about: 'bucket; required for s3 and gcs' },
        { flags: '--repository-prefix <PREFIX>', about: 'folder in the bucket (default: none)' },
        {
            flags: '--backup-prefix <PREFIX>',
            about: 'folder in the same bucket for backups (default: .rollback-backups/ below the prefix)',
        },
    ],
};
const options_STORES = {
    heading: 'S3 and GCS:',
    options: [
        { flags: '--s3-endpoint <URL>', about: 'an S3 server other than that of AWS' },
        { flags: '--s3-region <REGION>', about: 'region of the bucket (default: as the SDK finds it)' },
        {
            flags: '--s3-force-path-style',
            about: "the bucket's name in the path of URLs, not in the host's name",
        },
        { flags: '--gcs-endpoint <URL>', about: 'a GCS server other than that of Google' },
        { flags: '--gcs-project-id <ID>', about: 'project that is billed, for a bucket whose requesters pay' },
        {
            flags: '--concurrency <COUNT>',
            about: `most requests at once (default: ${options/* DEFAULTS */.zY.concurrency})`,
        },
        {
            flags: '--request-timeout <SECONDS>',
            about: `when one request is given up (default: ${options/* DEFAULTS */.zY['request-timeout']})`,
        },
        {
            flags: '--retries <COUNT>',
            about: `how often a request is sent again at most (default: ${options/* DEFAULTS */.zY.retries})`,
        },
        {
            flags: '--single-writer',
            about: 'nobody else writes to the repository: take a store that ignores preconditions',
        },
    ],
};
/** Every command's. */
const PLACE = [REPOSITORY, options_STORES];
const signing = [
    { flags: '--sign-audit-log', about: 'sign the audit log with RSA-PSS' },
    {
        flags: '--signing-key <FILE>',
        about: 'RSA private key, PEM (default: ROLLBACK_SIGNING_KEY, else a key of this machine)',
    },
];
const verbose = { flags: '--verbose', about: 'tell more on stderr' };
const OUTPUT = {
    heading: 'Output:',
    options: [
        { flags: '--manifest-output-dir <FOLDER>', about: 'where the manifest goes (default: current folder)' },
        { flags: '--audit-output-dir <FOLDER>', about: 'where the audit log goes (default: current folder)' },
        { flags: '--json-report <FILE>', about: 'write the report as JSON' },
        { flags: '--text-report <FILE>', about: 'write the report as text' },
        ...signing,
        { flags: '--json', about: 'print the report as JSON on stdout, and nothing else there' },
        { flags: '--no-color', about: 'no colors; NO_COLOR does the same' },
        verbose,
    ],
};
const ROLLBACK = {
    heading: 'Rollback:',
    options: [
        version,
        {
            flags: `--rollback-type <${one(types/* ROLLBACK_TYPES */.lR)}>`,
            about: `what is taken out (default: ${options/* DEFAULTS */.zY['rollback-type']})`,
        },
        {
            flags: `--policy <${one(types/* POLICY_MODES */.yK)}>`,
            about: `whether violations stop it (default: ${options/* DEFAULTS */.zY.policy})`,
        },
        dryRun,
        { flags: '--force', about: 'go on despite policy violations; they are recorded' },
        { flags: '--create-backup', about: 'keep what is taken out (the default)' },
        { flags: '--no-backup', about: 'keep no backup: it cannot be restored' },
        reason,
        ...waiting,
    ],
};
const RESTORE = {
    heading: 'Restore:',
    options: [
        version,
        { flags: '--rollback-id <ID>', about: 'the rollback to undo (default: the last one of the version)' },
        dryRun,
        reason,
        ...waiting,
    ],
};
const RECOVER = {
    heading: 'Recover:',
    options: [
        { flags: '--revert', about: 'put everything back, whatever the log says' },
        {
            flags: '--abandon',
            about: 'give the open operation up where it stands; what is out of place is named',
        },
        { flags: '--accept-log-break', about: 'go on from the newest record of a log that was tampered with' },
        dryRun,
        reason,
        ...waiting,
    ],
};
const SUBCOMMANDS = {
    rollback: {
        about: 'Takes a published release out of a repository, all or nothing.',
        groups: [ROLLBACK, ...PLACE, OUTPUT],
    },
    restore: {
        about: 'Brings back what a rollback took out.',
        groups: [RESTORE, ...PLACE, OUTPUT],
    },
    recover: {
        about: 'Finishes or undoes what a killed run left open.',
        groups: [RECOVER, ...PLACE, OUTPUT],
    },
    list: {
        about: 'Shows the releases, the rollbacks and backups, and what is open.',
        groups: [...PLACE, OUTPUT],
    },
    doctor: {
        about: 'Looks whether a rollback could work here; changes no release.',
        groups: [...PLACE, OUTPUT],
    },
};
/** The guide's integrated script, "Rollback-Specific Arguments". */
const PREPARE = [
    {
        heading: 'Rollback:',
        options: [
            { flags: '--rollback-release <VERSION>', about: 'the release to take out', means: 'version' },
            ...ROLLBACK.options.filter(({ flags }) => flags.startsWith('--rollback-type')),
            {
                flags: `--rollback-policy <${one(types/* POLICY_MODES */.yK)}>`,
                about: `whether violations stop it (default: ${options/* DEFAULTS */.zY.policy})`,
                means: 'policy',
            },
            { flags: '--rollback-dry-run', about: dryRun.about, means: 'dry-run' },
            { flags: '--rollback-force', about: 'go on despite policy violations', means: 'force' },
            { flags: '--rollback-no-backup', about: 'keep no backup: it cannot be restored', means: 'no-backup' },
            { flags: '--rollback-output-dir <FOLDER>', about: 'where all files go (default: current folder)' },
        ],
    },
    ...PLACE,
    { heading: 'Output:', options: [...signing, verbose] },
];

;// CONCATENATED MODULE: ./lib/entry/cli/prepare-release-artifacts.js





const USAGE = 'prepare-release-artifacts';
/** `policy` is called `--rollback-policy` here. */
const LABELS = new Map(PREPARE.flatMap(({ options }) => options).map(({ flags, means }) => [
    means ?? flagName(flags),
    `--${flagName(flags)}`,
]));
const label = (name) => LABELS.get(name) ?? `--${name}`;
function readPrepareReleaseArtifacts(argv) {
    const about = 'Takes a published release out of a repository. All files go to one output folder.';
    const after = 'For restore, recover, list and doctor there is release-rollback.\n';
    const read = readArguments({ name: USAGE, usage: 'OPTIONS', about, groups: PREPARE, after }, argv);
    if ('help' in read)
        return read;
    const { signingKey, rollbackOutputDir, json, color } = read.entry;
    const parsed = parseRollback(withOutput(read.raw, rollbackOutputDir), identity(), label);
    const problems = [...read.problems, ...('problems' in parsed ? parsed.problems : [])];
    if (rollbackOutputDir?.trim() === '')
        problems.push('--rollback-output-dir: the path is empty');
    if (signingKey !== undefined && read.raw['sign-audit-log'] === undefined) {
        problems.push('--signing-key: is of use only with --sign-audit-log');
    }
    if (problems.length > 0 || 'problems' in parsed)
        return { usage: USAGE, problems, json };
    return { task: { operation: 'rollback', ...parsed.order }, json, color, signingKey };
}
/** The guide's integrated script writes the reports, too, in a dry run as well. */
function withOutput(raw, given = '.') {
    const folder = given.trim() === '' ? '.' : given;
    const version = raw.version ?? '';
    const reports = (0,domain_version/* isVersion */.lF)(version)
        ? {
            'json-report': `${folder}/${version}.rollback-report.json`,
            'text-report': `${folder}/${version}.rollback-report.txt`,
        }
        : {};
    return { ...raw, 'manifest-output-dir': folder, 'audit-output-dir': folder, ...reports };
}

;// CONCATENATED MODULE: ./lib/entry/cli/release-rollback.js








const NAMES = Object.keys(SUBCOMMANDS);
const release_rollback_label = (name) => `--${name}`;
/** The subcommand may be left out: then it is a rollback. */
function readReleaseRollback(argv) {
    const [first = '', ...rest] = argv;
    if (first === 'help')
        return readReleaseRollback([...rest.slice(0, 1), '--help']);
    if (first === '--help' || first === '-h')
        return { help: overview() };
    if (first === '' || first.startsWith('-'))
        return readSubcommand('rollback', argv);
    const subcommand = NAMES.find((name) => name === first);
    if (subcommand !== undefined)
        return readSubcommand(subcommand, rest);
    const meant = (0,nearest/* nearest */.p)(first, NAMES);
    const question = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
    return {
        usage: 'release-rollback',
        problems: [`'${(0,domain_version/* printable */.g$)(first)}' is no subcommand; use ${(0,option_reader/* orList */.A3)(NAMES)}${question}`],
        json: argv.includes('--json'),
    };
}
function readSubcommand(name, argv) {
    const usage = `release-rollback ${name}`;
    const read = readArguments({ name: usage, usage: 'OPTIONS', after: after(name), subcommands: SUBCOMMANDS, ...SUBCOMMANDS[name] }, argv);
    if ('help' in read)
        return read;
    const parsed = parseTask(name, read.raw);
    const problems = [...read.problems, ...('problems' in parsed ? parsed.problems : [])];
    const { json, color, signingKey } = read.entry;
    if (signingKey !== undefined && read.raw['sign-audit-log'] === undefined) {
        problems.push('--signing-key: is of use only with --sign-audit-log');
    }
    if (problems.length > 0 || 'problems' in parsed)
        return { usage, problems, json };
    return { task: parsed.task, json, color, signingKey };
}
function parseTask(name, raw) {
    if (name === 'list') {
        const parsed = parseList(raw, release_rollback_label);
        return 'problems' in parsed ? parsed : { task: { operation: 'list', ...parsed.order } };
    }
    if (name === 'doctor') {
        const parsed = parseDoctor(raw, release_rollback_label);
        return 'problems' in parsed ? parsed : { task: { operation: 'doctor', ...parsed.order } };
    }
    const parse = { rollback: parseRollback, restore: parseRestore, recover: parseRecover }[name];
    const parsed = parse(raw, identity(), release_rollback_label);
    return 'problems' in parsed ? parsed : { task: { operation: name, ...parsed.order } };
}
/** What there is besides a rollback comes before its many options: whoever looks for the way back finds it at once. */
function overview() {
    const lines = NAMES.map((name) => `  ${name.padEnd(10)}${SUBCOMMANDS[name].about}`);
    return helpText({
        name: 'release-rollback',
        usage: '[SUBCOMMAND] OPTIONS',
        about: `Subcommands (without one it is a rollback):\n${lines.join('\n')}`,
        groups: SUBCOMMANDS.rollback.groups,
        after: 'These are the options of a rollback; for others: release-rollback SUBCOMMAND --help\n',
    });
}
function after(name) {
    const others = NAMES.filter((each) => each !== name).map((each) => `  release-rollback ${each.padEnd(10)}${SUBCOMMANDS[each].about}`);
    const optional = name === 'rollback' ? "The word 'rollback' may be left out. " : '';
    return `${optional}Other subcommands:\n${others.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/entry/cli/usage-error.js

/** The exit code of every usage error, a version outside the grammar included (DESIGN §6). */
const USAGE_EXIT_CODE = 2;
/** All problems at once, on stderr; under --json a report on stdout, so that a reader always finds one. */
async function usageError(line) {
    for (const problem of line.problems)
        streams/* streams */.oS.err(`ERROR: ${problem}`);
    streams/* streams */.oS.err(`See: ${line.usage} --help`);
    streams/* streams */.oS.err(`Exit Code: ${USAGE_EXIT_CODE}`);
    if (line.json) {
        const { usageReport } = await __nccwpck_require__.e(/* import() */ 707).then(__nccwpck_require__.bind(__nccwpck_require__, 9707));
        streams/* streams */.oS.out(usageReport(line.problems, line.usage, USAGE_EXIT_CODE));
    }
    return USAGE_EXIT_CODE;
}

;// CONCATENATED MODULE: ./lib/entry/cli/run-command.js


/** Carries a command line out. What it needs is loaded only now: help and usage errors come at once. */
async function runCommand(line) {
    if ('help' in line) {
        streams/* streams */.oS.out(line.help);
        return 0;
    }
    if ('problems' in line)
        return usageError(line);
    const { operate, showDoctor, showList } = await __nccwpck_require__.e(/* import() */ 707).then(__nccwpck_require__.bind(__nccwpck_require__, 9707));
    switch (line.task.operation) {
        case 'list':
            return showList(line, line.task);
        case 'doctor':
            return showDoctor(line, line.task);
        default:
            return operate(line, line.task);
    }
}

;// CONCATENATED MODULE: ./lib/entry/cli.js





/** `release-rollback [rollback|restore|recover|list|doctor] OPTIONS`. Resolves to the exit code. */
function releaseRollback(argv) {
    return carryOut(readReleaseRollback(argv));
}
/** `prepare-release-artifacts --rollback-release VERSION OPTIONS`, the guide's integrated script. */
function prepareReleaseArtifacts(argv) {
    return carryOut(readPrepareReleaseArtifacts(argv));
}
async function carryOut(line) {
    (0,streams/* tolerateClosedPipes */.ku)();
    // The AWS SDK's word to those who update it. In this bundle it is pinned, and who runs it can do nothing about it.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    return afterOutput(line, await runCommand(line));
}
/** Ends the process, at once where nothing is left to print: taking the heap down piece by piece takes milliseconds. */
function endWith(exitCode) {
    process.exitCode = exitCode;
    if ((0,streams/* isAllWritten */.z4)())
        process.exit();
}

var __webpack_exports__endWith = __webpack_exports__.qZ;
var __webpack_exports__prepareReleaseArtifacts = __webpack_exports__.Wo;
var __webpack_exports__releaseRollback = __webpack_exports__._H;
export { __webpack_exports__endWith as endWith, __webpack_exports__prepareReleaseArtifacts as prepareReleaseArtifacts, __webpack_exports__releaseRollback as releaseRollback };
