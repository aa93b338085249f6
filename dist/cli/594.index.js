export const id = 594;
export const ids = [594];
export const modules = {

/***/ 3375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ placeNew),
/* harmony export */   NT: () => (/* binding */ temporaryName),
/* harmony export */   TF: () => (/* binding */ remove),
/* harmony export */   V4: () => (/* binding */ linkNew),
/* harmony export */   Yw: () => (/* binding */ syncFolder),
/* harmony export */   gD: () => (/* binding */ syncFile),
/* harmony export */   qf: () => (/* binding */ writeNew)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _domain_byte_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1199);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7637);





// Output folders are local and what goes there is small: waiting for the system in place takes less than asking
// another thread. `FileEvidenceWriter` says when signals come through.
/** How file systems without hard links refuse one. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];
/** Bytes that are written at once. */
const PIECE = 256 * 1024;
/** A hidden name in the folder that nobody else uses. */
function temporaryName(folder, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${name}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`);
}
/** Creates the file with all its bytes; nothing is left of a failed one. On the disk only after `syncFile`. */
function writeNew(path, body) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'wx');
    try {
        for (const piece of (0,_domain_byte_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .inPieces */ .xE)(body, PIECE))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, piece);
    }
    catch (thrown) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
        remove(path);
        throw thrown;
    }
    // A file system that keeps bytes back until now refuses them here.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
}
/** Removes a file if it is there and may be; its place is swept later. */
function remove(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { force: true });
    }
    catch {
        // It stays.
    }
}
/** A second name for the file; throws EEXIST rather than replace anything. Copies where there are no hard links. */
function linkNew(from, to) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.linkSync)(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.copyFileSync)(from, to, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.COPYFILE_EXCL);
        syncFile(to);
    }
}
/** Moves the file to a name that is free; throws EEXIST rather than replace anything, where there are hard links. */
function placeNew(from, to) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.linkSync)(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(from, to);
        return;
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(from);
}
/** Makes names in a folder durable; some file systems don't offer that. */
function syncFolder(path) {
    try {
        sync(path, 'r');
    }
    catch (thrown) {
        if (!['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF'].includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
    }
}
/** Makes a file's bytes durable. Windows does that only for who may write. */
const syncFile = (path) => sync(path, 'r+');
function sync(path, flags) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, flags);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(file);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}


/***/ }),

/***/ 7637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   _: () => (/* binding */ evidenceFailure)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);

const WORDS = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no room is left',
    EDQUOT: 'the quota is used up',
    ENOTDIR: 'a file is in the way',
    EEXIST: 'a file is in the way',
    EISDIR: 'a folder is in the way',
    ENOTEMPTY: 'a folder is in the way',
    ENOENT: 'it is not there, or a link to it leads nowhere',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'too many symbolic links',
};
const codeOf = (thrown) => thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
/** A failing file system call as EVIDENCE, naming what could not be done where. */
function evidenceFailure(what, path, thrown) {
    if (thrown instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RollbackError */ .ZS)
        return thrown;
    const code = codeOf(thrown);
    const why = WORDS[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
    return (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('EVIDENCE', `${what} '${path}' can't be written: ${why}`, { cause: thrown });
}


/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F6: () => (/* binding */ proveWritable),
/* harmony export */   Ny: () => (/* binding */ refuseInside),
/* harmony export */   is: () => (/* binding */ sweepStale),
/* harmony export */   ol: () => (/* binding */ refuseFolderAt)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9285);
/* harmony import */ var _durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3375);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7637);





/** What a killed run left beside its place is removed when no operation can still be at it. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** About the size of a small manifest: a full disk shows before anything is changed. */
const PROBE = new Uint8Array(4096);
/** Makes the folder with its parents and proves that files can be made in it. Throws EVIDENCE naming it. */
async function proveWritable(folder, makeFolder) {
    const what = 'Output folder';
    try {
        if (makeFolder === undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
        else
            await makeFolder(folder);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder);
        if (!found.isDirectory())
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `${what} '${folder}' can't be written: a file is in the way`);
        const probe = (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .temporaryName */ .NT)(folder, 'release-rollback-probe');
        (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .writeNew */ .qf)(probe, PROBE);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(probe);
    }
    catch (thrown) {
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .evidenceFailure */ ._)(what, folder, thrown);
    }
}
/** Throws BAD_INPUT for a folder inside `<root>/<version>/` or a `.rollback-…` folder of the root, links resolved. */
function refuseInside(folder, forbidden) {
    if (forbidden === undefined)
        return;
    const [root, place] = [resolved(forbidden.repositoryRoot), resolved(folder)];
    const [first = ''] = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, place).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    const ours = first.startsWith('.rollback-');
    if (!ours && (first !== forbidden.version || first === ''))
        return;
    const where = ours ? `the repository's own folder ${first}/` : `the release's folder ${first}/`;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('BAD_INPUT', `Output folder '${folder}' lies inside ${where}`, {
        advice: 'Choose an output folder outside the repository.',
    });
}
/** Throws EVIDENCE when something that is no file stands where one is to be written. */
function refuseFolderAt(path) {
    const found = lookAt(path);
    if (found === undefined || found.isFile() || found.isSymbolicLink())
        return;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `'${path}' can't be written: it is a folder or a special file`);
}
/** Removes temp files of long dead runs; failing to is no harm. */
function sweepStale(folder, version) {
    const ours = namesIn(folder).filter((name) => name.startsWith(`.${version}.r`) && name.endsWith('.tmp'));
    for (const name of ours) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        const found = lookAt(path);
        if (found !== undefined && Date.now() - found.mtimeMs > STALE_MS)
            (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .remove */ .TF)(path);
    }
}
function namesIn(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
function lookAt(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
/** The real path of what exists of it, with the rest added. */
function resolved(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
    }
    catch (thrown) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if ((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$)(thrown) !== 'ENOENT' || parent === path)
            return path;
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(resolved(parent), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    }
}


/***/ }),

/***/ 1199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   mE: () => (/* binding */ joinBytes),
/* harmony export */   n6: () => (/* binding */ withoutLast),
/* harmony export */   vM: () => (/* binding */ byteParts),
/* harmony export */   xE: () => (/* binding */ inPieces)
/* harmony export */ });
const partsOf = (bytes) => (bytes instanceof Uint8Array ? [bytes] : bytes);
/** `make` begins anew for everyone who asks. */
const byteParts = (make) => ({ [Symbol.iterator]: make });
function joinBytes(bytes) {
    if (bytes instanceof Uint8Array)
        return bytes;
    let length = 0;
    // Made twice rather than there twice.
    for (const part of bytes)
        length += part.length;
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of bytes) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}
/** Without the last byte. */
function withoutLast(bytes) {
    return byteParts(function* () {
        let held;
        for (const part of bytes) {
            if (held !== undefined)
                yield held;
            held = part;
        }
        if (held !== undefined)
            yield held.subarray(0, -1);
    });
}
/** In pieces of at least `size`, but for the last: each of them costs whoever writes them. */
function* inPieces(bytes, size) {
    let waiting = [];
    let length = 0;
    for (const part of partsOf(bytes)) {
        waiting.push(part);
        length += part.length;
        if (length < size)
            continue;
        yield joinBytes(waiting);
        waiting = [];
        length = 0;
    }
    if (length > 0)
        yield joinBytes(waiting);
}


/***/ }),

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

/***/ 3151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ks: () => (/* binding */ buildAuditLog),
/* harmony export */   Y$: () => (/* binding */ evidenceNames),
/* harmony export */   et: () => (/* binding */ buildRollbackManifest)
/* harmony export */ });
/* unused harmony export INDEX_STATE_LIMIT */
/* harmony import */ var _byte_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1199);
/* harmony import */ var _index_mod_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(802);
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9591);
/* harmony import */ var _log_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(558);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8737);





/** An index up to this size stands in the manifest whole; of a larger one only what concerns the release. */
const INDEX_STATE_LIMIT = 1024 * 1024;
/** File names of an operation's evidence, without a folder. */
function evidenceNames(operation, version) {
    const stem = `${version}.${operation}`;
    return {
        manifest: `${stem}-manifest.json`,
        audit: `${stem}-audit.json`,
        signature: `${stem}-audit.sig`,
    };
}
/** `<version>.rollback-manifest.json` (guide, "Rollback Manifest"); a restore's has the same fields. */
function buildRollbackManifest(facts) {
    const { operation } = facts;
    return (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMembers */ .QI)({
        schema_version: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(1),
        operation: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(operation.operation),
        version: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(operation.version),
        rollback_timestamp: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.timestamp),
        rollback_id: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(operation.rollback_id),
        rollback_reason: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(operation.reason),
        rollback_type: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(operation.rollback_type),
        can_restore: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.canRestore),
        backup_path: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(operation.backup_path),
        forced: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.forced),
        artifacts_removed: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .listLines */ .i4)(movedPaths(operation), 1),
        artifacts: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactLines */ .sm)(operation.artifacts),
        index_state_before: indexState(facts.indexBefore, operation),
        index_state_after: indexState(facts.indexAfter, operation),
    });
}
/** `<version>.rollback-audit.json` (guide, "Audit Logging"). */
function buildAuditLog(facts) {
    return (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMembers */ .QI)({
        schema_version: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(1),
        audit_id: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.audit_id),
        version: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.version),
        timestamp: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.timestamp),
        machine_id: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.machine_id),
        rollback_id: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.rollback_id),
        rollback_type: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.rollback_type),
        actor: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.actor),
        run: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.run),
        log_head: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(facts.log_head),
        report: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .withLongList */ .nq)(facts.report, 'artifacts_removed'),
        // Without its line end.
        manifest: (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutLast */ .n6)(facts.manifestBytes),
    });
}
/** Of a rollback: what it takes; of a restore: what was absent and is put back. Empty folders are no artifacts. */
function movedPaths(operation) {
    if (!(0,_types_js__WEBPACK_IMPORTED_MODULE_4__/* .takesArtifacts */ .Qe)(operation.rollback_type))
        return [];
    const paths = operation.absent ?? operation.artifacts.map((artifact) => artifact.path);
    return paths.filter((path) => !path.endsWith('/'));
}
/** The index as JSON text: its own characters, for a parsed and printed number beyond 2^53 is another number. */
function indexState(bytes, operation) {
    if (bytes === undefined)
        return 'null';
    const whole = bytes.length <= INDEX_STATE_LIMIT ? validText(bytes) : undefined;
    return whole ?? indexExtract(bytes, operation);
}
/** Without byte order mark and surrounding space; undefined when it is no JSON. */
function validText(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
        JSON.parse(text);
        return text;
    }
    catch {
        return undefined;
    }
}
function indexExtract(bytes, operation) {
    const doc = parsed(bytes);
    const raw = operation.entries[0]?.raw;
    const entry = doc &&
        ((raw === undefined ? undefined : (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_0__/* .findRaw */ .yw)(doc, operation.version, raw)) ??
            (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(doc, operation.version)[0]);
    return membersText({
        truncated: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(true),
        sha256: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)((0,_log_record_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Hex */ .fg)(bytes)),
        total_releases: doc?.totalReleases === undefined ? 'null' : (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_0__/* .entryText */ .u0)(doc, doc.totalReleases),
        position: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_1__/* .memberText */ .WI)(entry?.position ?? null),
        entry: doc === undefined || entry === undefined ? 'null' : (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_0__/* .entryText */ .u0)(doc, entry),
    }, '  ');
}
/** Never fails: evidence of an odd index is better than none. */
function parsed(bytes) {
    try {
        return (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIndex */ .A1)(bytes);
    }
    catch {
        return undefined;
    }
}
/** An object from its members' JSON texts, which are taken over as they are. */
function membersText(members, indent) {
    const lines = Object.entries(members).map(([name, text]) => `${indent}  ${JSON.stringify(name)}: ${text}`);
    return `{\n${lines.join(',\n')}\n${indent}}`;
}


/***/ }),

/***/ 802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oj: () => (/* reexport */ BrokenIndexError),
  tG: () => (/* reexport */ cutEntries),
  Mc: () => (/* reexport */ entriesOf),
  u0: () => (/* reexport */ entryText),
  yw: () => (/* reexport */ findRaw),
  Ax: () => (/* reexport */ insertEntry),
  Eu: () => (/* reexport */ isOurIndexMarkdown),
  gj: () => (/* reexport */ markEntry),
  A1: () => (/* reexport */ parseIndex),
  xc: () => (/* reexport */ placementOf),
  hB: () => (/* reexport */ readEntry),
  mf: () => (/* reexport */ renderIndexMarkdown),
  p0: () => (/* reexport */ unmarkEntry)
});

// UNUSED EXPORTS: entryBytes

;// CONCATENATED MODULE: ./lib/domain/index/broken-index-error.js
/** Thrown when the bytes are not an index that can be edited: unreadable, of another shape, or ambiguous. */
class BrokenIndexError extends Error {
    /** What is wrong, in words for an engineer. */
    reason;
    /** Byte offset in the index of what is wrong, where known. */
    offset;
    constructor(reason, offset) {
        super(offset === undefined
            ? `the index is broken: ${reason}`
            : `the index is broken: ${reason} (byte ${offset})`);
        this.name = 'BrokenIndexError';
        this.reason = reason;
        this.offset = offset;
    }
}

;// CONCATENATED MODULE: ./lib/domain/index/json-slice.js

// ignoreBOM: a U+FEFF belongs to the text; dropping it would lose bytes.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();
/** UTF-8 bytes of a text. */
function encode(text) {
    return encoder.encode(text);
}
/** The text of a slice; throws BrokenIndexError where it is not UTF-8. */
function decode(bytes, start, end) {
    try {
        return decoder.decode(bytes.subarray(start, end));
    }
    catch {
        throw new BrokenIndexError('it is not valid UTF-8', start);
    }
}
/** The value of a slice; throws BrokenIndexError, naming `what`, where it is not strict JSON. */
function parseSlice(bytes, start, end, what) {
    const text = decode(bytes, start, end);
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new BrokenIndexError(`${what} is not valid JSON`, start + errorOffset(text, error));
    }
}
/** Whether the string in quotes at [start, end) means `name`, however it is escaped. */
function keyIs(bytes, start, end, name) {
    const length = end - start - 2;
    if (length < name.length)
        return false;
    // Longer than the name: the same only if something in it is escaped, which is rare.
    if (length > name.length) {
        return bytes.subarray(start, end).includes(0x5c) && keyText(bytes, start, end) === decoder.decode(name);
    }
    for (let i = 0; i < length; i++)
        if (bytes[start + 1 + i] !== name[i])
            return false;
    return true;
}
/** The decoded key in quotes at [start, end). */
function keyText(bytes, start, end) {
    return parseSlice(bytes, start, end, 'a key');
}
/** V8 names the character where parsing stopped; as bytes, or 0 where the message names none. */
function errorOffset(text, error) {
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return position === undefined ? 0 : encode(text.slice(0, Number(position))).length;
}

;// CONCATENATED MODULE: ./lib/domain/index/timestamp.js
const MILLISECOND = 1000000n;
const PATTERN = /^(\d{4}-\d\d-\d\d)([Tt ])(\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;
/** Reads the ISO 8601 forms that publishers write; undefined for anything else. */
function parseTimestamp(text) {
    const match = PATTERN.exec(text ?? '');
    if (match === null)
        return undefined;
    const [, date, separator = 'T', time, fraction = '', zone = ''] = match;
    const seconds = Date.parse(`${date}T${time}Z`);
    if (Number.isNaN(seconds))
        return undefined;
    const nanos = BigInt(seconds) * MILLISECOND + BigInt(fraction.slice(0, 9).padEnd(9, '0')) - offsetOf(zone);
    return { nanos, separator, digits: fraction.length, zone };
}
/**
 * What `last_updated` becomes: max(now, previous + 1 ms) in the previous value's own style, so that bytes never repeat.
 * A style too coarse to show the step gets milliseconds; an unreadable previous value gives way to the ISO form of now.
 */
function nextTimestamp(previous, now) {
    const before = parseTimestamp(previous);
    if (before === undefined)
        return now.toISOString();
    const current = BigInt(now.getTime()) * MILLISECOND;
    const least = before.nanos + MILLISECOND;
    const next = { ...before, nanos: current > least ? current : least };
    const after = parseTimestamp(format(next));
    // Beyond the year 9999 nothing that we write would be read again.
    if (after === undefined)
        return now.toISOString();
    return after.nanos > before.nanos ? format(next) : format({ ...next, digits: 3 });
}
function format({ nanos, separator, digits, zone }) {
    const local = nanos + offsetOf(zone);
    const sinceSecond = ((local % 1000000000n) + 1000000000n) % 1000000000n;
    const iso = new Date(Number((local - sinceSecond) / MILLISECOND)).toISOString();
    const [date, time = ''] = iso.split('T');
    const fraction = sinceSecond.toString().padStart(9, '0').padEnd(digits, '0').slice(0, digits);
    return `${date}${separator}${time.slice(0, 8)}${digits === 0 ? '' : `.${fraction}`}${zone}`;
}
/** Nanoseconds by which the zone is ahead of UTC. */
function offsetOf(zone) {
    const digits = zone.replace(/\D/g, '').padEnd(4, '0');
    const minutes = BigInt(digits.slice(0, 2)) * 60n + BigInt(digits.slice(2));
    return (zone.startsWith('-') ? -minutes : minutes) * 60000n * MILLISECOND;
}

;// CONCATENATED MODULE: ./lib/domain/index/splice.js


/** The bytes with every splice done; splices may touch but not overlap. */
function spliceBytes(bytes, splices) {
    const ordered = [...splices].sort((a, b) => a.start - b.start);
    const grown = ordered.reduce((sum, { start, end, bytes: { length } }) => sum + length - (end - start), 0);
    const out = new Uint8Array(bytes.length + grown);
    let read = 0;
    let written = 0;
    for (const splice of ordered) {
        out.set(bytes.subarray(read, splice.start), written);
        written += splice.start - read;
        out.set(splice.bytes, written);
        written += splice.bytes.length;
        read = splice.end;
    }
    out.set(bytes.subarray(read), written);
    return out;
}
/**
 * The only way an index is edited: the given splices, `last_updated` if it is there, and `total_releases` if it is
 * there and `total` (its new text) is given. An index with neither field can get bytes that it had before.
 */
function editIndex(doc, splices, now, total) {
    const all = [...splices];
    if (doc.lastUpdated !== undefined) {
        const text = JSON.stringify(nextTimestamp(doc.lastUpdated.value, now));
        all.push({ ...spanOf(doc.lastUpdated), bytes: encode(text) });
    }
    if (doc.totalReleases !== undefined && total !== undefined) {
        all.push({ ...spanOf(doc.totalReleases), bytes: encode(total) });
    }
    return spliceBytes(doc.bytes, all);
}
function spanOf({ start, end }) {
    return { start, end };
}

;// CONCATENATED MODULE: ./lib/domain/index/cut.js

const NOTHING = new Uint8Array();
/**
 * Takes the entries out of the index; they must be of this document.
 * `total_releases` becomes the real number of entries, also where it was wrong before (a violation that somebody chose
 * to override): a wrong number is never carried on. Undoing the cut puts the old one back, see `insertEntry`.
 */
function cutEntries(doc, entries, now) {
    const cut = new Set(entries.map((entry) => positionIn(doc, entry)));
    if (cut.size === 0)
        return doc.bytes;
    const splices = rangesOf(doc, cut).map((range) => ({ ...range, bytes: NOTHING }));
    return editIndex(doc, splices, now, String(doc.entries.length - cut.size));
}
/** Fails on an entry of another reading of the index: cutting there would cut into somebody else's bytes. */
function positionIn(doc, entry) {
    const own = doc.entries[entry.position];
    if (own === undefined ||
        own.start !== entry.start ||
        own.end !== entry.end ||
        own.version !== entry.version) {
        throw new RangeError(`the entry of ${entry.version} is not from this index document`);
    }
    return entry.position;
}
/** Each entry goes with the separator before it; those at the head, which have none, with the one behind. */
function rangesOf(doc, cut) {
    const firstKept = doc.entries.findIndex((entry) => !cut.has(entry.position));
    if (firstKept === -1)
        return [{ start: doc.releases.start + 1, end: doc.releases.end - 1 }];
    return [...cut].map((position) => {
        const { start, end } = doc.entries[position];
        return position < firstKept
            ? { start, end: doc.entries[position + 1]?.start ?? end }
            : { start: doc.entries[position - 1]?.end ?? start, end };
    });
}

;// CONCATENATED MODULE: ./lib/domain/index/document.js

/** The entries of exactly this version, case included. More than one is a violation that policy judges. */
function entriesOf(doc, version) {
    return doc.entries.filter((entry) => entry.version === version);
}
/** The entry's bytes as stored: a view, not a copy. */
function entryBytes(doc, entry) {
    return doc.bytes.subarray(entry.start, entry.end);
}
/** The entry's text as stored; encoding it gives the same bytes again. */
function entryText(doc, entry) {
    return decode(doc.bytes, entry.start, entry.end);
}
/** The entry of this version whose bytes are exactly `raw`: ours, and not another publication of the version. */
function findRaw(doc, version, raw) {
    const wanted = encode(raw);
    return entriesOf(doc, version).find((entry) => sameBytes(entryBytes(doc, entry), wanted));
}
/** Whether two byte strings are equal. */
function sameBytes(a, b) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

;// CONCATENATED MODULE: ./lib/domain/index/scan.js

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** No publisher nests so deep, and whoever prints a value of this depth again is still far from the end of its stack. */
const MAX_DEPTH = 512;
const TRUNCATED = 'it ends too early';
/** The scanner finds where values begin and end; whether they are JSON is for JSON.parse to say, on each slice. */
function skipSpace(bytes, from) {
    let at = from;
    while (isSpace(bytes[at]))
        at++;
    return at;
}
/** The offset behind the value that begins at `from`; counts brackets instead of recursing, so depth costs no stack. */
function skipValue(bytes, from) {
    const first = bytes[from];
    if (first === QUOTE)
        return skipString(bytes, from);
    if (first !== OPEN_BRACE && first !== OPEN_BRACKET)
        return skipScalar(bytes, from);
    let depth = 0;
    for (let at = from; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === QUOTE) {
            at = skipString(bytes, at) - 1;
        }
        else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
            if (++depth > MAX_DEPTH)
                throw new BrokenIndexError(`it is nested deeper than ${MAX_DEPTH} levels`, at);
        }
        else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
            if (--depth === 0)
                return at + 1;
        }
    }
    throw new BrokenIndexError(TRUNCATED, bytes.length);
}
/** Visits the members of the object that opens at `from`; returns the offset behind it. */
function scanObject(bytes, from, visit) {
    let at = skipSpace(bytes, from + 1);
    if (bytes[at] === CLOSE_BRACE)
        return at + 1;
    for (;;) {
        const keyEnd = skipString(bytes, at);
        const colon = skipSpace(bytes, keyEnd);
        if (bytes[colon] !== COLON)
            throw expected(bytes, colon, '":"');
        const valueEnd = visit(at, keyEnd, skipSpace(bytes, colon + 1));
        const next = skipSpace(bytes, valueEnd);
        if (bytes[next] === CLOSE_BRACE)
            return next + 1;
        if (bytes[next] !== COMMA)
            throw expected(bytes, next, '"," or "}"');
        at = skipSpace(bytes, next + 1);
    }
}
/** Visits the elements of the array that opens at `from`, each visit answering its end; returns the offset behind it. */
function scanArray(bytes, from, visit) {
    let at = skipSpace(bytes, from + 1);
    if (bytes[at] === CLOSE_BRACKET)
        return at + 1;
    for (;;) {
        const next = skipSpace(bytes, visit(at));
        if (bytes[next] === CLOSE_BRACKET)
            return next + 1;
        if (bytes[next] !== COMMA)
            throw expected(bytes, next, '"," or "]"');
        at = skipSpace(bytes, next + 1);
    }
}
function skipString(bytes, from) {
    if (bytes[from] !== QUOTE)
        throw expected(bytes, from, 'a string');
    for (let at = from + 1; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === QUOTE)
            return at + 1;
        if (byte === BACKSLASH)
            at++;
    }
    throw new BrokenIndexError(TRUNCATED, bytes.length);
}
function skipScalar(bytes, from) {
    let at = from;
    while (at < bytes.length && !endsScalar(bytes[at]))
        at++;
    if (at === from)
        throw expected(bytes, from, 'a value');
    return at;
}
function endsScalar(byte) {
    return byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET || isSpace(byte);
}
function isSpace(byte) {
    return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
function expected(bytes, at, what) {
    return at >= bytes.length
        ? new BrokenIndexError(TRUNCATED, bytes.length)
        : new BrokenIndexError(`${what} is expected here`, at);
}

;// CONCATENATED MODULE: ./lib/domain/index/entry.js



const VERSION = encode('version');
const ARTIFACTS = encode('artifacts');
const NONE = Object.freeze([]);
/** Reads the entry that begins at `start`. Only `version` and `artifacts` are required, as in DESIGN §1. */
function parseEntry(bytes, start, position) {
    const what = `release ${position + 1}`;
    if (bytes[start] !== OPEN_BRACE)
        throw new BrokenIndexError(`${what} is not an object`, start);
    const end = checkedEnd(bytes, start, what);
    const json = parseSlice(bytes, start, end, what);
    const { version, artifacts } = json;
    if (typeof version !== 'string')
        throw new BrokenIndexError(`${what} has no "version"`, start);
    if (version === '')
        throw new BrokenIndexError(`${what} has an empty "version"`, start);
    if (!isStrings(artifacts))
        throw new BrokenIndexError(`${what} has no "artifacts" array of strings`, start);
    return {
        position,
        version,
        start,
        end,
        artifactCount: artifacts.length,
        timestamp: stringOf(json.timestamp),
        dependsOn: stringsIn(json.depends_on),
        baseVersion: stringOf(json.base_version),
        removed: removalOf(json),
    };
}
/** Parses the entry's slice on demand: a document of 100,000 releases keeps none of them. */
function readEntry(doc, entry) {
    const json = parseSlice(doc.bytes, entry.start, entry.end, 'the entry');
    const size = json.size_bytes;
    return {
        artifacts: json.artifacts,
        sizeBytes: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
        sha256: stringOf(json.sha256),
        json,
    };
}
/** JSON.parse takes the last of two equal keys, another reader the first: a doubled key that we rely on is refused. */
function checkedEnd(bytes, start, what) {
    let versions = 0;
    let artifacts = 0;
    return scanObject(bytes, start, (keyStart, keyEnd, valueStart) => {
        if (keyIs(bytes, keyStart, keyEnd, VERSION) && ++versions > 1) {
            throw new BrokenIndexError(`${what} has "version" twice`, keyStart);
        }
        if (keyIs(bytes, keyStart, keyEnd, ARTIFACTS) && ++artifacts > 1) {
            throw new BrokenIndexError(`${what} has "artifacts" twice`, keyStart);
        }
        return skipValue(bytes, valueStart);
    });
}
function removalOf(json) {
    if (json.artifacts_removed !== true)
        return undefined;
    return { rollbackId: stringOf(json.rollback_id), removedAt: stringOf(json.removed_at) };
}
/** A dependency overlooked is worse than one too many: strings are taken from arrays, objects, and objects in arrays. */
function stringsIn(value) {
    if (typeof value === 'string')
        return [value];
    const strings = childrenOf(value)
        .flatMap((child) => [child, ...childrenOf(child)])
        .filter((s) => typeof s === 'string');
    return strings.length === 0 ? NONE : strings;
}
function childrenOf(value) {
    return typeof value === 'object' && value !== null ? Object.values(value) : NONE;
}
function isStrings(value) {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
function stringOf(value) {
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/domain/index/placement.js


/** How many neighbours on either side are remembered: more than are ever rolled back together. */
const NEIGHBOURS = 50;
/** A wrong `total_releases` longer than this is not worth keeping in a manifest. */
const LONGEST_TOTAL = 100;
/** Describes where the entry stands now; take it before the cut, from the same document. */
function placementOf(doc, entry) {
    const { position, version, timestamp } = entry;
    const count = doc.entries.length;
    const total = unusualTotal(doc);
    return {
        version,
        raw: entryText(doc, entry),
        position,
        ...neighboursOf(doc, position, position + 1),
        ...(timestamp === undefined ? {} : { timestamp }),
        glue: {
            lead: gapText(doc, 0),
            ...(position > 0 ? { before: gapText(doc, position) } : {}),
            ...(position < count - 1 ? { after: gapText(doc, position + 1) } : {}),
            tail: gapText(doc, count),
        },
        ...(total === undefined ? {} : { total: { raw: total, entries: count } }),
    };
}
/** Versions before `start` and from `end` on, nearest first. */
function neighboursOf(doc, start, end) {
    const newer = doc.entries.slice(Math.max(0, start - NEIGHBOURS), start).reverse();
    const older = doc.entries.slice(end, end + NEIGHBOURS);
    return { newer: newer.map((entry) => entry.version), older: older.map((entry) => entry.version) };
}
/** What stands before the entry at `position`: a separator, or the space at either end of the array. */
function gapText(doc, position) {
    const start = doc.entries[position - 1]?.end ?? doc.releases.start + 1;
    const end = doc.entries[position]?.start ?? doc.releases.end - 1;
    return decode(doc.bytes, start, end);
}
function unusualTotal(doc) {
    if (doc.totalReleases === undefined)
        return undefined;
    const raw = entryText(doc, doc.totalReleases);
    return raw === String(doc.entries.length) || raw.length > LONGEST_TOTAL ? undefined : raw;
}

;// CONCATENATED MODULE: ./lib/domain/index/insert.js






const SPACE = /^[ \t\r\n]*$/;
const SEPARATOR = /^[ \t\r\n]*,[ \t\r\n]*$/;
/**
 * Puts an entry back: behind the nearest newer one still listed, else before the nearest older one, else by timestamp,
 * else first. Right after the cut it is the cut's exact inverse, `last_updated` aside.
 * Throws {@link BrokenIndexError} if the placement's `raw` is no entry.
 */
function insertEntry(doc, placement, now) {
    const raw = checkedRaw(placement);
    const slot = slotByNeighbours(doc, placement) ?? slotByTimestamp(doc, placement.timestamp);
    return editIndex(doc, [spliceAt(doc, slot, placement, raw)], now, totalWith(doc, slot, placement));
}
function checkedRaw({ raw, version }) {
    const bytes = encode(raw);
    const entry = parseEntry(bytes, 0, 0);
    if (entry.end !== bytes.length)
        throw new BrokenIndexError('something follows the entry to put back', entry.end);
    if (entry.version !== version)
        throw new BrokenIndexError('the entry to put back is of another version', 0);
    return raw;
}
function slotByNeighbours(doc, { newer, older, position }) {
    const places = placesOf(doc, new Set([...newer, ...older]));
    const behind = nearest(places, newer, position - 1);
    if (behind !== undefined)
        return { position: behind + 1, side: 'behind newer' };
    const before = nearest(places, older, position);
    return before === undefined ? undefined : { position: before, side: 'before older' };
}
function placesOf(doc, versions) {
    const places = new Map();
    for (const { version, position } of doc.entries) {
        if (!versions.has(version))
            continue;
        const known = places.get(version);
        if (known === undefined)
            places.set(version, [position]);
        else
            known.push(position);
    }
    return places;
}
/** Where the first of these versions that is listed stands; if it is listed twice, the place closest to the old one. */
function nearest(places, versions, around) {
    const positions = versions.map((version) => places.get(version)).find((found) => found !== undefined);
    return positions?.reduce((best, next) => (Math.abs(next - around) < Math.abs(best - around) ? next : best));
}
/** Newest first: before the first older one, behind all if none is; where no time can be compared, first. */
function slotByTimestamp(doc, timestamp) {
    const ours = parseTimestamp(timestamp);
    const times = doc.entries.map((entry) => parseTimestamp(entry.timestamp)?.nanos);
    if (ours === undefined || times.every((time) => time === undefined))
        return { position: 0, side: 'before older' };
    const older = times.findIndex((time) => time !== undefined && time < ours.nanos);
    return older === -1
        ? { position: doc.entries.length, side: 'behind newer' }
        : { position: older, side: 'before older' };
}
function spliceAt(doc, slot, { glue }, raw) {
    const neighbour = doc.entries[slot.side === 'behind newer' ? slot.position - 1 : slot.position];
    if (neighbour === undefined) {
        const inside = { start: doc.releases.start + 1, end: doc.releases.end - 1 };
        return { ...inside, bytes: encode(spaceOr(glue.lead) + raw + spaceOr(glue.tail)) };
    }
    const behind = slot.side === 'behind newer';
    const separator = separatorOf(doc, behind ? [glue.before, glue.after] : [glue.after, glue.before]);
    const at = behind ? neighbour.end : neighbour.start;
    return { start: at, end: at, bytes: encode(behind ? separator + raw : raw + separator) };
}
/** The first remembered one, else as the index separates its entries now, else as it sets off its only one. */
function separatorOf(doc, remembered) {
    const known = remembered.find((text) => text !== undefined && SEPARATOR.test(text));
    return known ?? (doc.entries.length > 1 ? gapText(doc, 1) : `,${gapText(doc, 0)}`);
}
function spaceOr(text) {
    return SPACE.test(text) ? text : '';
}
/**
 * The real count; but where everything around the entry is as it was before the cut, this is an undo and a total that
 * was unusual or wrong then comes back as it was written. An index that changed since gets the real count.
 */
function totalWith(doc, slot, { newer, older, total }) {
    const count = doc.entries.length + 1;
    if (total === undefined || total.entries !== count || !isJson(total.raw))
        return String(count);
    const now = neighboursOf(doc, slot.position, slot.position);
    return same(now.newer, newer) && same(now.older, older) ? total.raw : String(count);
}
function same(a, b) {
    return a.length === b.length && a.every((item, i) => item === b[i]);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/domain/index/members.js



/**
 * Adds a member to an object that has two or more, in the object's own layout: at its place if the keys are sorted
 * (the original publisher sorts them), else last. {@link withoutMembers} takes it out again without a trace.
 */
function withMember(object, name, value) {
    const members = membersOf(object);
    const [first, second] = members;
    if (first === undefined || second === undefined)
        throw new RangeError('an entry has two members at least');
    const separator = object.subarray(first.end, second.start);
    const colon = object.subarray(first.keyEnd, first.valueStart);
    const at = precedent(members, name, first).end;
    const bytes = joined([separator, encode(JSON.stringify(name)), colon, encode(JSON.stringify(value))]);
    return spliceBytes(object, [{ start: at, end: at, bytes }]);
}
/** Takes out every member of these names, each with the separator before it (at the head: behind it). */
function withoutMembers(object, names) {
    const members = membersOf(object);
    const firstKept = members.findIndex((member) => !names.includes(member.key));
    const splices = members.flatMap(({ key, start, end }, i) => {
        if (!names.includes(key))
            return [];
        const range = i < firstKept
            ? { start, end: members[i + 1]?.start ?? end }
            : { start: members[i - 1]?.end ?? start, end };
        return [{ ...range, bytes: new Uint8Array() }];
    });
    return spliceBytes(object, splices);
}
/** The member to stand behind; never before the first, whose surroundings are not a separator. */
function precedent(members, name, first) {
    const isSorted = members.every((member, i) => i === 0 || (members[i - 1]?.key ?? '') < member.key);
    return (isSorted ? members.findLast((member) => member.key < name) : members.at(-1)) ?? first;
}
function membersOf(object) {
    const members = [];
    scanObject(object, 0, (start, keyEnd, valueStart) => {
        const end = skipValue(object, valueStart);
        members.push({ key: keyText(object, start, keyEnd), start, keyEnd, valueStart, end });
        return end;
    });
    return members;
}
function joined(parts) {
    return spliceBytes(new Uint8Array(), parts.map((bytes) => ({ start: 0, end: 0, bytes })));
}

;// CONCATENATED MODULE: ./lib/domain/index/mark.js





const FIELDS = ['artifacts_removed', 'removed_at', 'rollback_id'];
/**
 * Adds `"artifacts_removed": true`, `"removed_at"` and `"rollback_id"` to the entry, in its own layout.
 * Fields of these names that it has already give way. The number of entries stays, so `total_releases` is not touched.
 */
function markEntry(doc, entry, mark, now) {
    positionIn(doc, entry);
    return replaceEntry(doc, entry, marked(entryBytes(doc, entry), mark), now);
}
/**
 * Takes exactly those three fields out again, if the entry bears our `rollbackId`; else answers `'not-ours'`.
 * With `originalRaw`, the entry's text before the mark, an entry that nobody touched since becomes exactly that.
 */
function unmarkEntry(doc, entry, { rollbackId, originalRaw }, now) {
    positionIn(doc, entry);
    if (entry.removed === undefined || entry.removed.rollbackId !== rollbackId)
        return 'not-ours';
    const current = entryBytes(doc, entry);
    const original = originalRaw === undefined ? undefined : encode(originalRaw);
    const mark = { rollbackId, removedAt: entry.removed.removedAt ?? '' };
    const untouched = original !== undefined && sameBytes(marked(original, mark), current);
    return replaceEntry(doc, entry, untouched ? original : withoutMembers(current, FIELDS), now);
}
function marked(raw, { removedAt, rollbackId }) {
    const values = { artifacts_removed: true, removed_at: removedAt, rollback_id: rollbackId };
    return FIELDS.reduce((bytes, name) => withMember(bytes, name, values[name]), withoutMembers(raw, FIELDS));
}
function replaceEntry(doc, { start, end }, bytes, now) {
    return editIndex(doc, [{ start, end, bytes }], now);
}

;// CONCATENATED MODULE: ./lib/domain/index/markdown.js

const HEADING = '# T.A.R.S. Release Index';
/** `index.md` for this index, as the original publisher writes it; a line whose field is absent is left out. */
function renderIndexMarkdown(doc) {
    const updated = doc.lastUpdated?.value;
    const head = [
        HEADING,
        ...(updated === undefined ? [] : [`**Last Updated:** ${oneLine(updated)}`]),
        `**Total Releases:** ${doc.totalReleases?.value ?? doc.entries.length}`,
        '',
        '---',
        '',
        '## Published Releases',
    ];
    const releases = doc.entries.flatMap((entry) => ['', ...releaseLines(doc, entry)]);
    return `${[...head, ...releases].join('\n')}\n`;
}
/** Whether a Markdown file is the publisher's index, and so may be rendered again. Its first line decides. */
function isOurIndexMarkdown(text) {
    const [first = ''] = text.replace(/^\uFEFF/, '').split('\n', 1);
    return first.trimEnd() === HEADING;
}
function releaseLines(doc, entry) {
    const { json, sha256, sizeBytes } = readEntry(doc, entry);
    return [
        `### ${oneLine(entry.version)}`,
        ...line('Timestamp', entry.timestamp),
        ...line('SHA256', sha256 && `${sha256.slice(0, 16)}...`),
        ...line('Size', sizeBytes === undefined ? undefined : `${withThousands(sizeBytes)} bytes`),
        ...line('Artifacts', String(entry.artifactCount)),
        // Not the publisher's: without it a reader would look for artifacts that a rollback took out.
        ...line('Artifacts Removed', entry.removed && (entry.removed.removedAt ?? 'yes')),
        ...line('Signed', json.signed ? '✓' : '✗'),
        ...line('Verification', verdictOf(json.verification)),
        ...line('Validation', verdictOf(json.validation)),
    ];
}
function line(name, value) {
    return value === undefined || value === '' ? [] : [`- **${name}:** ${oneLine(value)}`];
}
function verdictOf(check) {
    if (typeof check !== 'object' || check === null || !Object.hasOwn(check, 'passed'))
        return undefined;
    return check.passed ? '✓ PASSED' : '✗ FAILED';
}
/** What comes from an index is text: it starts no line and no tag of its own. */
function oneLine(text) {
    return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('<', '&lt;');
}
function withThousands(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

;// CONCATENATED MODULE: ./lib/domain/index/parse.js




const NAMES = ['releases', 'total_releases', 'last_updated'];
/**
 * Finds the releases and the fields that an edit touches.
 * Every value goes through JSON.parse on its own, so the whole is strict JSON and is never one tree in memory.
 * Throws {@link BrokenIndexError} for anything that is not unambiguously an index.
 */
function parseIndex(bytes) {
    const start = startOf(bytes);
    const entries = [];
    const spans = new Map();
    const end = scanObject(bytes, start, (keyStart, keyEnd, valueStart) => {
        const key = keyText(bytes, keyStart, keyEnd);
        const name = NAMES.find((candidate) => candidate === key);
        if (name !== undefined && spans.has(name))
            throw new BrokenIndexError(`"${name}" is there twice`, keyStart);
        const isReleases = name === 'releases';
        const valueEnd = isReleases ? readReleases(bytes, valueStart, entries) : skipValue(bytes, valueStart);
        const value = isReleases ? entries : parseSlice(bytes, valueStart, valueEnd, 'a top-level value');
        if (name !== undefined)
            spans.set(name, { start: valueStart, end: valueEnd, value });
        return valueEnd;
    });
    const rest = skipSpace(bytes, end);
    if (rest < bytes.length)
        throw new BrokenIndexError('something follows the closing bracket', rest);
    return documentOf(bytes, entries, spans);
}
function documentOf(bytes, entries, spans) {
    const releases = spans.get('releases');
    if (releases === undefined)
        throw new BrokenIndexError('it has no "releases"');
    const total = spans.get('total_releases');
    const updated = spans.get('last_updated');
    return {
        bytes,
        entries,
        releases: { start: releases.start, end: releases.end },
        totalReleases: total && {
            ...total,
            value: Number.isInteger(total.value) ? total.value : undefined,
        },
        lastUpdated: updated && {
            ...updated,
            value: typeof updated.value === 'string' ? updated.value : undefined,
        },
    };
}
function readReleases(bytes, start, into) {
    if (bytes[start] !== OPEN_BRACKET)
        throw new BrokenIndexError('"releases" is not an array', start);
    return scanArray(bytes, start, (at) => {
        const entry = parseEntry(bytes, at, into.length);
        into.push(entry);
        return entry.end;
    });
}
/** Where the top-level object opens; a UTF-8 byte order mark before it is kept and stepped over. */
function startOf(bytes) {
    const [first, second, third] = bytes;
    const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
    if (isUtf16)
        throw new BrokenIndexError('it is UTF-16 or UTF-32, not UTF-8', 0);
    const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
    const start = skipSpace(bytes, hasMark ? 3 : 0);
    if (start >= bytes.length)
        throw new BrokenIndexError('it is empty', start);
    if (bytes[start] !== OPEN_BRACE)
        throw new BrokenIndexError('it is not a JSON object', start);
    return start;
}

;// CONCATENATED MODULE: ./lib/domain/index/mod.js











/***/ }),

/***/ 9591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ encodeManifest),
/* harmony export */   QI: () => (/* binding */ encodeMembers),
/* harmony export */   WI: () => (/* binding */ memberText),
/* harmony export */   i4: () => (/* binding */ listLines),
/* harmony export */   nq: () => (/* binding */ withLongList),
/* harmony export */   sm: () => (/* binding */ artifactLines)
/* harmony export */ });
/* harmony import */ var _byte_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1199);

const encoder = new TextEncoder();
/** Items of a list that are made into text at once. */
const AT_ONCE = 500;
/** A list up to this size is kept as text: it is asked for three times an operation. */
const KEPT = 20_000;
/** A value as a member, one level in: indenting it afterwards would take three times as long. */
const memberText = (value) => JSON.stringify({ '': value }, null, 2).slice('{\n  "": '.length, -'\n}'.length);
/** A list as a member whose items stand one a line, `depth` levels in; its text is never there as a whole. */
function listLines(items, depth) {
    if (items.length === 0)
        return [encoder.encode('[]')];
    const [inner, outer] = ['  '.repeat(depth + 1), '  '.repeat(depth)];
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .byteParts */ .vM)(function* () {
        for (let at = 0; at < items.length; at += AT_ONCE) {
            const lines = items.slice(at, at + AT_ONCE).map((item) => `${inner}${JSON.stringify(item)}`);
            yield encoder.encode(`${at === 0 ? '[\n' : ',\n'}${lines.join(',\n')}`);
        }
        yield encoder.encode(`\n${outer}]`);
    });
}
const known = new WeakMap();
/** The artifacts as a member, one a line: a third less to write, sync and hash than one field a line. */
function artifactLines(artifacts) {
    const lines = known.get(artifacts) ?? listLines(artifacts, 1);
    if (artifacts.length > KEPT)
        return lines;
    const kept = Array.isArray(lines) ? lines : [(0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .joinBytes */ .mE)(lines)];
    known.set(artifacts, kept);
    return kept;
}
/** The operation's own manifest, as it is stored and hashed. */
function encodeManifest({ artifacts, ...rest }) {
    const members = Object.entries(rest).filter(([, value]) => value !== undefined);
    const texts = members.map(([name, value]) => [name, memberText(value)]);
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .joinBytes */ .mE)(encodeMembers({ ...Object.fromEntries(texts), artifacts: artifactLines(artifacts) }));
}
/** A JSON file from its members, which are taken over as they are. */
function encodeMembers(members) {
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .byteParts */ .vM)(function* () {
        for (const [i, [name, json]] of Object.entries(members).entries()) {
            yield encoder.encode(`${i === 0 ? '{' : ','}\n  ${JSON.stringify(name)}: `);
            yield* (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(typeof json === 'string' ? encoder.encode(json) : json);
        }
        yield encoder.encode('\n}\n');
    });
}
/** An object as a member, one level in; `list` is one of its members and too long to be text as a whole. */
function withLongList(value, list) {
    const items = value[list];
    const text = memberText({ ...value, [list]: [] });
    if (!Array.isArray(items))
        return [encoder.encode(memberText(value))];
    // Within a string its quotation marks would be escaped: nothing else can be taken for it.
    const mark = `"${list}": `;
    const at = text.indexOf(`${mark}[]`) + mark.length;
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .byteParts */ .vM)(function* () {
        yield encoder.encode(text.slice(0, at));
        yield* listLines(items, 2);
        yield encoder.encode(text.slice(at + '[]'.length));
    });
}


/***/ }),

/***/ 6850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ LOG),
/* harmony export */   Ar: () => (/* binding */ WORK),
/* harmony export */   Gk: () => (/* binding */ BACKUPS),
/* harmony export */   Hy: () => (/* binding */ recordKey),
/* harmony export */   JP: () => (/* binding */ artifactPathProblem),
/* harmony export */   MY: () => (/* binding */ operationManifestKey),
/* harmony export */   TM: () => (/* binding */ BY_VERSION),
/* harmony export */   V4: () => (/* binding */ MANIFESTS),
/* harmony export */   WK: () => (/* binding */ markersPrefix),
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


/***/ }),

/***/ 558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ isCloser),
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   fg: () => (/* binding */ sha256Hex)
/* harmony export */ });
/* unused harmony export CLOSERS */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _byte_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1199);


const CLOSERS = ['done', 'aborted', 'reverted', 'abandoned'];
const isCloser = (kind) => CLOSERS.includes(kind);
function sha256Hex(bytes) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    if (typeof bytes === 'string')
        return hash.update(bytes).digest('hex');
    for (const part of (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partsOf */ .CI)(bytes))
        hash.update(part);
    return hash.digest('hex');
}
/** Stored form: one JSON object, two spaces, newline at the end. */
function encodeJson(value) {
    return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}


/***/ }),

/***/ 4098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ activeRollbacks),
/* harmony export */   a: () => (/* binding */ remainingWork)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8737);

/** Rollbacks of the version that were neither restored nor reverted, newest first. */
function activeRollbacks(history) {
    const reverted = new Set(history.filter(({ event }) => event === 'reverted').map(({ undoes }) => undoes));
    const restores = history.filter((marker) => marker.event === 'restored' && !reverted.has(marker.operation_id));
    const restored = new Set(restores.map(({ undoes }) => undoes));
    return history.filter(({ event, operation_id: id }) => event === 'rolled_back' && !reverted.has(id) && !restored.has(id));
}
/** What a rollback of this type would change now. */
function remainingWork(publication, type) {
    const { entries, artifacts, folderPresent } = publication;
    return {
        artifacts: (0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .takesArtifacts */ .Qe)(type) && (artifacts.length > 0 || folderPresent),
        cut: (0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .takesEntry */ .vj)(type) && entries.length > 0,
        mark: type === 'artifacts_only' && entries.some((entry) => !entry.removed),
    };
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

/***/ 9416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 6764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _domain_publication_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4098);
/* harmony import */ var _ports_existence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8824);
/* harmony import */ var _log_markers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6608);
/* harmony import */ var _log_operation_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1665);
/* harmony import */ var _publication_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6184);





/** Releases as the index has them, rollbacks as the log knows them, newest first. Throws RollbackError. */
async function list(context) {
    const { store, clock } = context;
    const warnings = [...(await store.inspect({ forWriting: false }))];
    const log = new _log_operation_log_js__WEBPACK_IMPORTED_MODULE_2__/* .OperationLog */ .a(store);
    const [reading, markers, head] = await Promise.all([
        (0,_publication_js__WEBPACK_IMPORTED_MODULE_3__/* .readIndex */ .vY)(store, clock),
        (0,_log_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .readAllMarkers */ .zA)(store),
        log.head(),
    ]);
    if (head === undefined && store.lateRequests)
        await (0,_ports_existence_js__WEBPACK_IMPORTED_MODULE_0__/* .mustHoldSomething */ .H)(store);
    if (head !== undefined)
        await log.link(head);
    if (reading.state === 'missing')
        warnings.push('index.json is missing');
    if (reading.state === 'broken')
        warnings.push(`index.json is not a usable index: ${reading.reason}`);
    const doc = reading.state === 'present' ? reading.doc : undefined;
    const open = head?.record.open ?? null;
    if (open !== null)
        warnings.push(`The ${open.operation} of ${open.version} is open since ${open.began}`);
    return {
        schema_version: 1,
        repository_type: store.type,
        repository_location: store.location,
        latest: doc === undefined ? '' : (0,_publication_js__WEBPACK_IMPORTED_MODULE_3__/* .latestOf */ .Te)(doc),
        releases: (doc?.entries ?? []).map((entry) => ({
            version: entry.version,
            timestamp: entry.timestamp ?? '',
            artifacts: entry.artifactCount,
            artifacts_removed: entry.removed !== undefined,
        })),
        rollbacks: listRollbacks(markers),
        open,
        warnings,
    };
}
function listRollbacks(markers) {
    const reverted = new Set(markers.filter(({ event }) => event === 'reverted').map(({ undoes }) => undoes));
    return markers
        .filter((marker) => marker.event === 'rolled_back')
        .sort((left, right) => right.sequence - left.sequence)
        .map((marker) => {
        const siblings = markers.filter(({ version }) => version === marker.version);
        const active = (0,_domain_publication_js__WEBPACK_IMPORTED_MODULE_4__/* .activeRollbacks */ .K)(siblings).includes(marker);
        const state = active ? 'rolled_back' : reverted.has(marker.operation_id) ? 'reverted' : 'restored';
        return {
            rollback_id: marker.rollback_id,
            version: marker.version,
            rollback_type: marker.rollback_type,
            time: marker.time,
            backup_path: marker.backup_path,
            state,
            can_restore: active && marker.can_restore,
        };
    });
}


/***/ }),

/***/ 7262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ decodeManifest),
/* harmony export */   eT: () => (/* binding */ decodeRecord),
/* harmony export */   rH: () => (/* binding */ decodeMarker)
/* harmony export */ });
/** Loading the schemas takes about 10 ms, which a start that finds no log never pays. */
const schemas = () => Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(610)]).then(__webpack_require__.bind(__webpack_require__, 1610));
const decodeRecord = async (bytes) => (await schemas()).decodeRecord(bytes);
const decodeMarker = async (bytes) => (await schemas()).decodeMarker(bytes);
const decodeManifest = async (bytes) => (await schemas()).decodeManifest(bytes);


/***/ }),

/***/ 6608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   en: () => (/* binding */ writeMarker),
/* harmony export */   mC: () => (/* binding */ readMarkers),
/* harmony export */   zA: () => (/* binding */ readAllMarkers)
/* harmony export */ });
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(606);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6850);
/* harmony import */ var _domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(558);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5272);
/* harmony import */ var _transaction_requests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5211);
/* harmony import */ var _decoding_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7262);







/** The version's markers, newest first. */
async function readMarkers(store, version) {
    return readAll(store, (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .markersPrefix */ .WK)(version));
}
/** Every version's markers, newest first within a version. */
async function readAllMarkers(store) {
    return readAll(store, _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .BY_VERSION */ .TM);
}
async function readAll(store, prefix) {
    const keys = [];
    for await (const { key } of store.list(prefix))
        if ((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .sequenceOf */ .nD)(partsOf(key).name) !== undefined)
            keys.push(key);
    const { concurrency } = store.requests ?? _transaction_requests_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_POLICY */ .z;
    return (0,p_map__WEBPACK_IMPORTED_MODULE_5__/* ["default"] */ .Ay)(keys, (key) => readMarker(store, key), { concurrency });
}
async function readMarker(store, key) {
    const stored = await store.read(key);
    const marker = stored === undefined ? undefined : await (0,_decoding_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeMarker */ .rH)(stored.body);
    if (marker !== undefined && marker.version === partsOf(key).version)
        return marker;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('LOG_BROKEN', `The operation log is broken: marker ${key} is not readable`);
}
function partsOf(key) {
    const [version = '', name = ''] = key.slice(_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .BY_VERSION */ .TM.length).split('/');
    return { version, name };
}
/** Creates the marker; the same operation's own marker there already is success (a recovery writes it again). */
async function writeMarker(store, sender, marker) {
    const key = (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .markerKey */ .s8)(marker.version, marker.sequence);
    const body = (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .Pr)(marker);
    try {
        await sender.send((guard) => store.put(key, body, 'absent', guard));
    }
    catch (thrown) {
        if (!(thrown instanceof _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .ConflictError */ .fK))
            throw thrown;
        await settle(store, key, marker);
    }
}
/** A marker stands there already: fine if it is the same operation's. */
async function settle(store, key, marker) {
    const stored = await store.read(key);
    const standing = stored === undefined ? undefined : await (0,_decoding_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeMarker */ .rH)(stored.body);
    if (standing?.operation_id !== marker.operation_id || standing.event !== marker.event) {
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('LOG_BROKEN', `The operation log is broken: ${key} belongs to another operation`);
    }
}


/***/ }),

/***/ 1665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ LostRace),
/* harmony export */   a: () => (/* binding */ OperationLog)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6850);
/* harmony import */ var _domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(558);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5272);
/* harmony import */ var _ports_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6529);
/* harmony import */ var _decoding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7262);






/** Another record stands at the number that ours would have had; `standing` is that record, if it can be read. */
class LostRace extends Error {
    standing;
    constructor(message, standing) {
        super(message);
        this.standing = standing;
    }
}
const ONE_ATTEMPT = { send: (request) => request(_ports_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .UNGUARDED */ .I) };
/** What else of ours lies beside the records. */
const OWN_NAMES = new Set([_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .BY_VERSION */ .TM, _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFESTS */ .V4, _domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .CAPABILITIES_KEY */ .l7]);
/** Reads and appends the numbered, hash-chained records under `.rollback-log/` (DESIGN §2). */
class OperationLog {
    #store;
    #sender;
    /** Without a sender every append is one attempt. */
    constructor(store, sender = ONE_ATTEMPT) {
        this.#store = store;
        this.#sender = sender;
    }
    /**
     * The newest record: it alone tells the state. Undefined for a repository without a log. Throws LOG_BROKEN when it
     * can't be read or the one before it is missing; what that one says is looked at by `link` only.
     */
    async head() {
        const [newest, before] = await this.#newest(2);
        if (newest === undefined)
            return undefined;
        const head = await this.#read(newest);
        if (head === undefined)
            throw broken(`record ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(newest)} is not readable`);
        if (newest === 1 || head.record.accepts_break === true)
            return head;
        if (before !== newest - 1)
            throw broken(`the record before ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(newest)} is missing`);
        return head;
    }
    /** Throws LOG_BROKEN when the record before `head` is not the one that it was chained to. One request. */
    async link({ record }) {
        if (record.sequence === 1 || record.accepts_break === true)
            return;
        const before = record.sequence - 1;
        const previous = await this.#store.read((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .recordKey */ .Hy)(before));
        if (previous === undefined || (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(previous.body) !== record.previous_hash) {
            throw broken(`record ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(before)} is not the one that ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(record.sequence)} was chained to`);
        }
    }
    /** For `recover --accept-log-break`; undefined for a repository without a log. */
    async salvage() {
        const sequences = await this.#newest(Number.POSITIVE_INFINITY);
        const [newest] = sequences;
        if (newest === undefined)
            return undefined;
        const stored = await this.#store.read((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .recordKey */ .Hy)(newest));
        const taken = { sequence: newest, hash: stored === undefined ? '' : (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(stored.body) };
        for (const sequence of sequences) {
            const head = await this.#read(sequence);
            if (head !== undefined)
                return { newest: taken, head };
        }
        return { newest: taken, head: undefined };
    }
    /** Every record, oldest first; unreadable ones as undefined. For `list` and the tests' invariants. */
    async all() {
        const sequences = [...(await this.#newest(Number.POSITIVE_INFINITY))].reverse();
        const records = [];
        for (const sequence of sequences)
            records.push({ sequence, head: await this.#read(sequence) });
        return records;
    }
    /**
     * Creates the record after `after`. A lost reply or a conflict may be our own success: the nonce tells.
     * Throws LostRace when another's record stands there, UNREACHABLE when it can't be found out.
     */
    async append(draft, after) {
        const sequence = (after?.sequence ?? 0) + 1;
        const record = {
            schema_version: 1,
            sequence,
            previous_hash: after?.hash ?? '',
            ...draft,
        };
        const body = (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .Pr)(record);
        let unclear = false;
        const put = async (guard) => {
            try {
                await this.#store.put((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .recordKey */ .Hy)(sequence), body, 'absent', guard);
            }
            catch (thrown) {
                unclear ||= (0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .mayHaveLanded */ .I7)(thrown);
                throw thrown;
            }
        };
        try {
            await this.#sender.send(put);
            return { record, hash: (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(body), modified: await this.#store.now() };
        }
        catch (thrown) {
            if (thrown instanceof _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .ConflictError */ .fK)
                return this.#settle(sequence, draft.nonce);
            if (!unclear)
                throw thrown;
            // What refuses this attempt says nothing of an earlier one that may stand there, or may yet.
            const landed = (0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnanswered */ .Ni)(thrown) ? undefined : await this.#landed(sequence, draft.nonce);
            if (landed === undefined)
                throw unanswered(sequence, thrown);
            return landed;
        }
    }
    /** Refused for good, but an attempt before that got no answer may have made the record all the same. */
    async #landed(sequence, nonce) {
        const standing = await this.#read(sequence).catch(() => undefined);
        return standing?.record.nonce === nonce ? standing : undefined;
    }
    async #settle(sequence, nonce) {
        let standing;
        try {
            standing = await this.#read(sequence);
        }
        catch (thrown) {
            throw unanswered(sequence, thrown);
        }
        if (standing?.record.nonce === nonce)
            return standing;
        throw new LostRace(`record ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(sequence)} is another's`, standing);
    }
    async #read(sequence) {
        const stored = await this.#store.read((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .recordKey */ .Hy)(sequence));
        const record = stored === undefined ? undefined : await (0,_decoding_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeRecord */ .eT)(stored.body);
        if (stored === undefined || record === undefined || record.sequence !== sequence)
            return undefined;
        return { record, hash: (0,_domain_log_record_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Hex */ .fg)(stored.body), modified: stored.info.modified };
    }
    /** One short listing; whatever else lies there (`.DS_Store` sorts first) must not hide a record. */
    async #newest(atMost) {
        if (!Number.isFinite(atMost))
            return (await this.#numbers({})).found;
        const { found, strangers } = await this.#numbers({ limit: atMost });
        return strangers === 0 ? found : (await this.#numbers({})).found.slice(0, atMost);
    }
    async #numbers(options) {
        const found = [];
        let strangers = 0;
        for await (const info of this.#store.list(_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .LOG */ .$9, { shallow: true, ...options })) {
            const sequence = (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .sequenceOf */ .nD)(info.key.slice(_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .LOG */ .$9.length));
            if (sequence !== undefined)
                found.push(sequence);
            else if (!OWN_NAMES.has(info.key))
                strangers += 1;
        }
        return { found, strangers };
    }
}
function unanswered(sequence, cause) {
    if ((0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnanswered */ .Ni)(cause))
        return cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    const message = `Whether record ${(0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .countdown */ .qW)(sequence)} was written is not known: ${text}`;
    return new _ports_object_store_js__WEBPACK_IMPORTED_MODULE_2__/* .UnansweredError */ .jd(message, { landed: 'unknown', cause });
}
const broken = (what) => (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('LOG_BROKEN', `The operation log is broken: ${what}`);


/***/ }),

/***/ 6184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PT: () => (/* binding */ readPublication),
/* harmony export */   Te: () => (/* binding */ latestOf),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   vY: () => (/* binding */ readIndex),
/* harmony export */   wn: () => (/* binding */ listArtifacts)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(802);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6850);
/* harmony import */ var _log_markers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6608);




/** How long an index that doesn't parse is read again before it counts as broken: someone may be writing it in place. */
const SETTLE_MS = 2000;
const SETTLE_STEP_MS = 250;
/** Reads and parses index.json; a broken one again for two seconds. */
async function readIndex(store, clock) {
    const deadline = clock.monotonic() + SETTLE_MS;
    for (;;) {
        const object = await store.read(_domain_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .INDEX_KEY */ .lr);
        if (object === undefined)
            return { state: 'missing' };
        try {
            return { state: 'present', object, doc: (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIndex */ .A1)(object.body) };
        }
        catch (thrown) {
            if (!(thrown instanceof _domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .BrokenIndexError */ .Oj))
                throw thrown;
            if (clock.monotonic() >= deadline)
                return { state: 'broken', reason: thrown.reason, object };
        }
        await clock.sleep(SETTLE_STEP_MS);
    }
}
/** The newest listed release whose artifacts are there; empty if none. `without` leaves one version out. */
function latestOf(doc, without) {
    return doc.entries.find((entry) => entry.removed === undefined && entry.version !== without)?.version ?? '';
}
/** Everything that is there under `<version>/`. Throws BAD_INPUT for what is neither file, link nor folder. */
async function listArtifacts(store, version) {
    const found = [];
    for await (const info of store.list((0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactsPrefix */ .oP)(version), { versions: true })) {
        if (info.type === 'other') {
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('BAD_INPUT', `'${info.key}' is a device, socket or pipe; nothing was changed`, {
                advice: 'Remove it from the version folder, then run again.',
            });
        }
        found.push(info);
    }
    return found;
}
/** Reads index, artifacts and log of one version. `reading` gives an index that was read already. */
async function readPublication(store, clock, version) {
    const [reading, found, history] = await Promise.all([
        readIndex(store, clock),
        listArtifacts(store, version),
        (0,_log_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .readMarkers */ .mC)(store, version),
    ]);
    return { publication: describe(version, reading, found, history), reading };
}
/** The same from what was read already. */
function describe(version, reading, found, history) {
    const doc = reading.state === 'present' ? reading.doc : undefined;
    const entries = doc === undefined ? [] : (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(doc, version).map((entry) => describeEntry(doc, entry));
    const listed = new Set(entries.flatMap((entry) => entry.artifacts));
    const folder = (0,_domain_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactsPrefix */ .oP)(version);
    const artifacts = found
        .filter((info) => info.key !== folder || info.folder_object === true)
        .map((info) => asArtifact(info, listed));
    return {
        version,
        exists: entries.length > 0 || found.length > 0,
        index: describeIndex(reading, version),
        entries,
        dependents: doc === undefined ? [] : dependentsOf(doc, version),
        artifacts,
        folderPresent: found.length > 0,
        history,
    };
}
function describeEntry(doc, entry) {
    return {
        artifacts: (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntry */ .hB)(doc, entry).artifacts,
        removed: entry.removed !== undefined,
        removedBy: entry.removed?.rollbackId ?? '',
        placement: (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .placementOf */ .xc)(doc, entry),
    };
}
function describeIndex(reading, version) {
    if (reading.state !== 'present')
        return reading;
    const { doc, object } = reading;
    return {
        state: 'present',
        revision: object.info.revision,
        count: doc.entries.length,
        total: doc.totalReleases === undefined ? undefined : (doc.totalReleases.value ?? Number.NaN),
        latest: latestOf(doc),
        latestWithout: latestOf(doc, version),
    };
}
function dependentsOf(doc, version) {
    const names = doc.entries
        .filter((entry) => entry.version !== version)
        .filter((entry) => entry.baseVersion === version || entry.dependsOn.includes(version))
        .map((entry) => entry.version);
    return [...new Set(names)];
}
function asArtifact(info, listed) {
    const { key: path, size, revision, mode, target, checksum, version_id, storage_class, modified } = info;
    const artifact = {
        path,
        type: info.type === 'other' ? 'file' : info.type,
        size,
        revision,
        listed: listed.has(path),
    };
    if (mode !== undefined)
        artifact.mode = mode;
    if (target !== undefined)
        artifact.target = target;
    if (checksum !== undefined)
        artifact.checksum = checksum;
    if (version_id !== undefined)
        artifact.version_id = version_id;
    if (storage_class !== undefined)
        artifact.storage_class = storage_class;
    // A file system tells a file that was written again by its inode and time.
    if (mode === undefined && modified > 0)
        artifact.modified = modified;
    return artifact;
}


/***/ }),

/***/ 5211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ Requests),
/* harmony export */   z: () => (/* binding */ DEFAULT_POLICY)
/* harmony export */ });
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(606);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5272);


/** First and longest wait between two attempts, milliseconds. */
const FIRST_WAIT = 200;
const LONGEST_WAIT = 20_000;
/** For stores that say nothing of their own. */
const DEFAULT_POLICY = { concurrency: 16, retries: 5, jitter: () => 1 };
/** Sends changing requests: each attempt only while the operation is ours, again after a wait when no answer came. */
class Requests {
    #parts;
    constructor(parts) {
        this.#parts = parts;
    }
    get guard() {
        return this.#parts.guard;
    }
    get retries() {
        return this.#parts.policy.retries;
    }
    /** For whoever sends by other means and gave up without an answer. */
    unresolved() {
        this.#parts.unresolved();
    }
    /** Throws what the last attempt threw. A conflict after an unanswered attempt may be our own success: look. */
    async send(request) {
        const { guard, unresolved, policy } = this.#parts;
        for (let attempt = 1;; attempt += 1) {
            await guard();
            try {
                return await request(guard);
            }
            catch (thrown) {
                if ((0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHaveLanded */ .I7)(thrown))
                    unresolved();
                if (!(0,_ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnanswered */ .Ni)(thrown) || attempt > policy.retries)
                    throw thrown;
                await this.pause(attempt, thrown);
            }
        }
    }
    /** Works on many at once; all have ended before the first failure is told: nothing of ours is still under way. */
    async each(items, work, progress) {
        let done = 0;
        let failed;
        const step = async (item) => {
            if (failed !== undefined)
                return;
            try {
                await work(item);
                done += 1;
                progress?.tell(done, progress.total);
            }
            catch (thrown) {
                failed ??= { thrown };
            }
        };
        await (0,p_map__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .Ay)(items, step, { concurrency: this.#parts.policy.concurrency });
        if (failed !== undefined)
            throw failed.thrown;
    }
    /** Waits before the attempt after this one; whoever is cancelled has no time to. */
    async pause(attempt, thrown) {
        const { clock, policy, cancelled } = this.#parts;
        if (cancelled.aborted)
            return;
        const retryAfterMs = thrown instanceof _ports_object_store_js__WEBPACK_IMPORTED_MODULE_0__/* .UnansweredError */ .jd ? thrown.retryAfterMs : undefined;
        const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * policy.jitter();
        await clock.sleep(Math.min(LONGEST_WAIT, Math.max(backoff, retryAfterMs ?? 0)));
    }
}


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

/***/ 2685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ openContext),
  C: () => (/* binding */ wiring_openStore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/domain/evidence.js
var domain_evidence = __webpack_require__(3151);
;// CONCATENATED MODULE: ./lib/adapters/turn.js
/**
 * Lets in what waits: a signal, a timer, a reply. Calls that wait for the disk in place give up nothing of their own,
 * so this comes before each change and between the parts of what is long.
 */
const turn = () => new Promise((resolve) => setImmediate(resolve));

// EXTERNAL MODULE: ./lib/adapters/evidence/durable.js
var durable = __webpack_require__(3375);
// EXTERNAL MODULE: ./lib/adapters/evidence/folder-failure.js
var folder_failure = __webpack_require__(7637);
// EXTERNAL MODULE: ./lib/adapters/evidence/output-folder.js
var output_folder = __webpack_require__(8540);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/domain/byte-parts.js
var byte_parts = __webpack_require__(1199);
// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(558);
;// CONCATENATED MODULE: ./lib/adapters/evidence/set-aside.js





/** Ids that are safe in a file name: what stands in a file may be anybody's. */
const SAFE_ID = /^[A-Za-z0-9-]{1,64}$/;
const MOST_COPIES = 1000;
/** The bytes that stand there; undefined when nothing does. */
function standing(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (thrown) {
        if ((0,folder_failure/* codeOf */.$)(thrown) === 'ENOENT')
            return undefined;
        throw thrown;
    }
}
/** The same; undefined also where it can't be read. */
function readable(path) {
    try {
        return standing(path);
    }
    catch {
        return undefined;
    }
}
/** The operation that a manifest or an audit log says it is of; undefined when it says none. */
function idIn(bytes) {
    const id = memberOf(bytes, 'rollback_id');
    return id !== undefined && SAFE_ID.test(id) ? id : undefined;
}
/** Whether the signature file is over exactly these bytes, by the hash that it names. */
function isSignatureOf(signature, audit) {
    return memberOf(signature, 'hash') === (0,log_record/* sha256Hex */.fg)(audit);
}
/** Stands in for the id of a file that names none. */
const anonymousId = (bytes) => `unknown-${(0,log_record/* sha256Hex */.fg)(bytes).slice(0, 8)}`;
/**
 * Gives each file a second name that carries `id`, `a.json` → `a.<id>.json`, without replacing anything; the caller
 * then replaces or removes the first name. So a file is never gone, whatever dies in between. Files that belong
 * together get the same name: a number is added for all of them where one is taken.
 */
function keepAside(paths, id) {
    for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
        const suffix = copy === 1 ? id : `${id}.${copy}`;
        const kept = asideAs(paths, suffix);
        if (kept !== undefined)
            return kept;
    }
    throw new Error(`there are ${MOST_COPIES} files of that name already`);
}
/** Makes the second names give way to the first ones again. */
function putBack({ path, aside, made }) {
    (0,external_node_fs_.rmSync)(path, { force: true });
    (0,durable/* linkNew */.V4)(aside, path);
    if (made)
        (0,external_node_fs_.rmSync)(aside);
}
function asideAs(paths, suffix) {
    const kept = [];
    for (const path of paths) {
        const { dir, name, ext } = (0,external_node_path_.parse)(path);
        const aside = (0,external_node_path_.join)(dir, `${name}.${suffix}${ext}`);
        try {
            (0,durable/* linkNew */.V4)(path, aside);
            kept.push({ path, aside, made: true });
        }
        catch (thrown) {
            const taken = (0,folder_failure/* codeOf */.$)(thrown) === 'EEXIST';
            // The same bytes under that name already: an earlier attempt of ours that died.
            if (taken && sameBytes(path, aside)) {
                kept.push({ path, aside, made: false });
                continue;
            }
            for (const each of kept)
                if (each.made)
                    (0,external_node_fs_.rmSync)(each.aside, { force: true });
            if (!taken)
                throw thrown;
            return undefined;
        }
    }
    return kept;
}
function sameBytes(one, other) {
    const [a, b] = [standing(one), readable(other)];
    return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}
function memberOf(bytes, name) {
    try {
        const parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        const value = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined;
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/evidence/publication.js






/**
 * Files of other operations that stand where staged ones go, and signed ones of our own, get names with their ids.
 * Answers which.
 */
function clearTheWay(staged, undo) {
    const moved = [];
    for (const file of staged) {
        if (file.kind === 'manifest')
            moved.push(...clearManifest(file, undo));
        if (file.kind === 'audit')
            moved.push(...clearAudit(file, undo));
    }
    return moved;
}
/** Renames into place. What still stands there is of the same operation; its name while an undo may need it is returned. */
function place({ temporary, target }, undo) {
    if (standing(target) === undefined) {
        (0,durable/* placeNew */.CJ)(temporary, target);
        undo.push(() => (0,external_node_fs_.rmSync)(target, { force: true }));
        return undefined;
    }
    const earlier = (0,durable/* temporaryName */.NT)((0,external_node_path_.dirname)(target), (0,external_node_path_.basename)(target));
    (0,durable/* linkNew */.V4)(target, earlier);
    undo.push(() => (0,external_node_fs_.renameSync)(earlier, target));
    (0,external_node_fs_.renameSync)(temporary, target);
    return earlier;
}
function clearManifest({ target, body }, undo) {
    const there = standing(target);
    if (there === undefined || isOurs(there, body))
        return [];
    return moveAside([target], idIn(there) ?? anonymousId(there), undo);
}
/** A signature goes where its audit log goes: beside another one it would only be a broken signature. */
function clearAudit({ target, body }, undo) {
    const signaturePath = target.replace(/\.json$/, '.sig');
    const [audit, signature] = [standing(target), standing(signaturePath)];
    if (audit === undefined) {
        return signature === undefined ? [] : moveAside([signaturePath], anonymousId(signature), undo);
    }
    if ((0,log_record/* sha256Hex */.fg)(audit) === (0,log_record/* sha256Hex */.fg)(body))
        return [];
    const signed = signature !== undefined && isSignatureOf(signature, audit);
    if (signed || !isOurs(audit, body)) {
        const both = signature === undefined ? [target] : [target, signaturePath];
        return moveAside(both, idIn(audit) ?? anonymousId(audit), undo);
    }
    return signature === undefined ? [] : moveAside([signaturePath], anonymousId(signature), undo);
}
function isOurs(there, body) {
    const id = idIn(there);
    return id !== undefined && id === idIn((0,byte_parts/* joinBytes */.mE)(body));
}
function moveAside(paths, id, undo) {
    const kept = keepAside(paths, id);
    for (const each of kept) {
        undo.push(() => putBack(each));
        (0,external_node_fs_.rmSync)(each.path);
    }
    return kept;
}

;// CONCATENATED MODULE: ./lib/adapters/evidence/withdrawal.js






/** Takes the files away that are of this operation; the paths of those that could not be. */
function takeAway(folders, evidence) {
    const names = (0,domain_evidence/* evidenceNames */.Y$)(evidence.operation, evidence.version);
    const at = (kind) => {
        const folder = folders[kind];
        return folder === undefined ? undefined : (0,external_node_path_.join)(folder, names[kind]);
    };
    const isOurs = (bytes) => idIn(bytes) === evidence.rollbackId;
    const audit = read(at('audit'));
    const ofOurs = (bytes) => audit !== undefined && isOurs(audit) && isSignatureOf(bytes, audit);
    // The signature first: without its audit log it could not be told whose it is.
    const taken = [
        takeOne(at('signature'), ofOurs),
        takeOne(at('audit'), isOurs),
        takeOne(at('manifest'), isOurs),
    ];
    return taken.filter((path) => path !== undefined);
}
/** Gives files that were moved aside their first names again, where those are free. */
function bringBack(asides) {
    for (const { path, aside, made } of asides) {
        try {
            (0,durable/* linkNew */.V4)(aside, path);
            if (made)
                (0,external_node_fs_.rmSync)(aside);
        }
        catch {
            // Something stands there again, or it went away: under its second name it is not lost.
        }
    }
}
/** The path when the file should go and could not; renamed first, so that what came in between is put back. */
function takeOne(path, isIt) {
    const there = read(path);
    if (path === undefined || there === undefined || !isIt(there))
        return undefined;
    const taken = (0,durable/* temporaryName */.NT)((0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path));
    try {
        (0,external_node_fs_.renameSync)(path, taken);
        const found = standing(taken);
        if (found !== undefined && !isIt(found))
            giveBack(taken, path);
        (0,external_node_fs_.rmSync)(taken, { force: true });
        return undefined;
    }
    catch (thrown) {
        return (0,folder_failure/* codeOf */.$)(thrown) === 'ENOENT' ? undefined : path;
    }
}
function giveBack(taken, path) {
    try {
        (0,durable/* linkNew */.V4)(taken, path);
    }
    catch {
        // Something newer stands there.
    }
}
const read = (path) => path === undefined ? undefined : readable(path);

;// CONCATENATED MODULE: ./lib/adapters/evidence/file-evidence.js








/**
 * Manifest, audit log and signature in local folders: complete beside their place first, then synced and renamed into
 * it. What is only staged is not synced: it shows that there is room, and after a power cut nobody looks at it.
 */
class FileEvidenceWriter {
    writes;
    #folders;
    #options;
    #staged = [];
    #asides = [];
    constructor(options) {
        const manifest = options.manifestDir === undefined ? undefined : (0,external_node_path_.resolve)(options.manifestDir);
        const audit = options.auditDir === undefined ? undefined : (0,external_node_path_.resolve)(options.auditDir);
        this.#options = options;
        this.#folders = { manifest, audit, signature: audit };
        this.writes = { manifest: manifest !== undefined, audit: audit !== undefined };
    }
    async prepare(version) {
        const folders = this.#eachFolder();
        // All refusals before the first folder is made.
        this.#refuse(version);
        for (const folder of folders)
            await (0,output_folder/* proveWritable */.F6)(folder, this.#options.makeFolder);
        for (const operation of ['rollback', 'restore']) {
            for (const [kind, name] of Object.entries((0,domain_evidence/* evidenceNames */.Y$)(operation, version))) {
                const folder = this.#folders[kind];
                if (folder !== undefined)
                    (0,output_folder/* refuseFolderAt */.ol)((0,external_node_path_.join)(folder, name));
            }
        }
        for (const folder of folders)
            (0,output_folder/* sweepStale */.is)(folder, version);
    }
    async stage(files) {
        const written = [];
        try {
            // A recovery, and a restore by id, know the version only now.
            for (const version of new Set(files.map(({ name }) => versionIn(name))))
                this.#refuse(version);
            for (const { kind, name, body } of files) {
                const folder = this.#folders[kind];
                if (folder === undefined)
                    continue;
                const staged = { kind, body, target: (0,external_node_path_.join)(folder, name), temporary: (0,durable/* temporaryName */.NT)(folder, name) };
                write(staged);
                written.push(staged);
            }
        }
        catch (thrown) {
            discardAll(written);
            throw thrown;
        }
        const earlier = this.#staged;
        this.#staged = written;
        discardAll(earlier);
        // The commit may be next: who wants to end before it is heard now.
        await turn();
    }
    /** Nothing of a failed call is left in place, so that no evidence lies about an operation that is then reverted. */
    async publish() {
        const staged = this.#staged;
        const undo = [];
        const replaced = [];
        let asides;
        try {
            for (const { temporary } of staged)
                (0,durable/* syncFile */.gD)(temporary);
            asides = clearTheWay(staged, undo);
            for (const file of staged)
                replaced.push(place(file, undo));
            for (const folder of this.#eachFolder())
                (0,durable/* syncFolder */.Yw)(folder);
        }
        catch (thrown) {
            takeBack(undo);
            throw (0,folder_failure/* evidenceFailure */._)('Output folder', this.#eachFolder().join("', '"), thrown);
        }
        for (const earlier of replaced)
            if (earlier !== undefined)
                (0,durable/* remove */.TF)(earlier);
        this.#staged = [];
        this.#asides = asides;
        return Object.fromEntries(staged.map(({ kind, target }) => [kind, target]));
    }
    async discard() {
        const staged = this.#staged;
        this.#staged = [];
        discardAll(staged);
    }
    async withdraw(evidence) {
        const stuck = takeAway(this.#folders, evidence);
        bringBack(this.#asides);
        this.#asides = [];
        // A signed file of the same operation was moved aside as well, when a recovery published anew.
        const again = takeAway(this.#folders, evidence);
        for (const folder of this.#eachFolder()) {
            try {
                (0,durable/* syncFolder */.Yw)(folder);
            }
            catch {
                // What comes back in a power cut tells of an operation that the log calls reverted.
            }
        }
        return [...new Set([...stuck, ...again])];
    }
    #refuse(version) {
        const { repositoryRoot } = this.#options;
        if (repositoryRoot === undefined)
            return;
        const forbidden = { repositoryRoot: (0,external_node_path_.resolve)(repositoryRoot), version };
        for (const folder of this.#eachFolder())
            (0,output_folder/* refuseInside */.Ny)(folder, forbidden);
    }
    #eachFolder() {
        const { manifest, audit } = this.#folders;
        return [...new Set([manifest, audit])].filter((folder) => folder !== undefined);
    }
}
const versionIn = (name) => name.replace(/\.(rollback|restore)-(manifest|audit)\.[a-z]+$/, '');
function write({ temporary, target, body }) {
    try {
        (0,durable/* writeNew */.qf)(temporary, body);
    }
    catch (thrown) {
        throw (0,folder_failure/* evidenceFailure */._)('Evidence file', target, thrown);
    }
}
function discardAll(staged) {
    for (const { temporary } of staged)
        (0,durable/* remove */.TF)(temporary);
}
function takeBack(undo) {
    for (const step of undo.reverse()) {
        try {
            step();
        }
        catch {
            // The others all the same.
        }
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/adapters/host/darwin-processes.js

/** Start times are printed in the reader's time zone and language: both are fixed here. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
/** macOS, which has no pid namespaces. */
function darwinProcesses(run = runQuietly) {
    return {
        bootId: async () => (await run('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'])).trim(),
        namespace: async () => 'darwin',
        look: async (pid) => parsePs(await run('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)])),
    };
}
/** `Ss   Mon Nov 23 09:30:00 2026`; one second is as fine as it gets. */
function parsePs(line) {
    const [, state, start] = /^\s*(\S+)\s+(\S.*?)\s*$/.exec(line) ?? [];
    if (state === undefined || start === undefined)
        return undefined;
    return { start: start.replace(/\s+/g, ' '), zombie: state.startsWith('Z') };
}
function runQuietly(file, args) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(file, args, { env: ENVIRONMENT, timeout: 5000 }, (error, stdout) => resolve(error ? '' : stdout));
    });
}

;// CONCATENATED MODULE: ./lib/adapters/host/linux-processes.js

/** Linux, from procfs (proc(5)). */
function linuxProcesses(root = '/proc', pid = process.pid) {
    const text = (path) => orEmpty(() => (0,external_node_fs_.readFileSync)(`${root}/${path}`, 'utf8'));
    const target = (path) => orEmpty(() => (0,external_node_fs_.readlinkSync)(`${root}/${path}`));
    return {
        bootId: async () => text('sys/kernel/random/boot_id').trim(),
        namespace: async () => {
            // A /proc of another pid namespace shows other processes under our numbers.
            if (target('self') !== String(pid))
                return '';
            const pids = target('self/ns/pid');
            // Start times are told relative to the reader's time namespace.
            const times = target('self/ns/time');
            return pids === '' || times === '' ? pids : `${pids} ${times}`;
        },
        look: async (id) => parseStat(text(`${id}/stat`)),
    };
}
function orEmpty(read) {
    try {
        return read();
    }
    catch {
        return '';
    }
}
/** Field 22 of /proc/<pid>/stat is the start time; field 2 is a name in brackets that may hold anything. */
function parseStat(stat) {
    const fields = stat
        .slice(stat.lastIndexOf(')') + 1)
        .trim()
        .split(/\s+/);
    const [state = ''] = fields;
    const start = fields[19];
    if (start === undefined || !/^\d+$/.test(start))
        return undefined;
    return { start, zombie: state === 'Z' || state === 'X' };
}

;// CONCATENATED MODULE: ./lib/adapters/host/process-table.js
/** For systems that we can't read: liveness is then unknown, never dead. */
const BLIND = {
    bootId: async () => '',
    namespace: async () => '',
    look: async () => undefined,
};

;// CONCATENATED MODULE: ./lib/adapters/host/local-host.js





/** This machine, Linux or macOS (DESIGN §4). Anywhere else, and where the system hides, liveness is unknown. */
class LocalHost {
    machineId = (0,external_node_os_.hostname)();
    #table;
    #holder;
    constructor(table = tableOf(process.platform)) {
        this.#table = table;
    }
    /** What it tells does not change while we run. */
    holder() {
        this.#holder ??= this.#describe();
        return this.#holder;
    }
    async liveness(holder) {
        const [bootId, namespace] = await Promise.all([this.#table.bootId(), this.#table.namespace()]);
        const told = [holder.boot_id, holder.pid_namespace, holder.process_start].every((part) => part !== '');
        const sameSystem = holder.boot_id === bootId && holder.pid_namespace === namespace;
        if (!told || !sameSystem || !Number.isSafeInteger(holder.pid) || holder.pid <= 0)
            return 'unknown';
        if (!exists(holder.pid))
            return 'dead';
        const sight = await this.#table.look(holder.pid);
        // Not seen: it ended just now, or /proc is mounted so that it hides the processes of others.
        if (sight === undefined)
            return exists(holder.pid) ? 'unknown' : 'dead';
        return sight.start === holder.process_start && !sight.zombie ? 'alive' : 'dead';
    }
    uuid() {
        return (0,external_node_crypto_.randomUUID)();
    }
    async #describe() {
        const [bootId, namespace, sight] = await Promise.all([
            this.#table.bootId(),
            this.#table.namespace(),
            this.#table.look(process.pid),
        ]);
        return {
            host: this.machineId,
            boot_id: bootId,
            pid_namespace: namespace,
            pid: process.pid,
            process_start: sight?.start ?? '',
        };
    }
}
function tableOf(platform) {
    if (platform === 'linux')
        return linuxProcesses();
    return platform === 'darwin' ? darwinProcesses() : BLIND;
}
/** Signal 0 asks without sending; EPERM means that it is there and another user's. */
function exists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (thrown) {
        return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH');
    }
}

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/ports/object-store.js + 1 modules
var object_store = __webpack_require__(5272);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/domain/version.js
var version = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/adapters/store/local/io-errors.js



const WORDS = {
    EACCES: ['PERMISSION', 'permission denied'],
    EPERM: ['PERMISSION', 'the system does not permit it'],
    EROFS: ['PERMISSION', 'the file system is read-only'],
    ENOSPC: ['BACKUP', 'no room is left on the device'],
    EDQUOT: ['BACKUP', 'the disk quota is used up'],
    EFBIG: ['BACKUP', 'the file system does not take files of this size'],
    ELOOP: ['BAD_INPUT', 'it is a symbolic link, which is refused'],
    ENOTDIR: ['BAD_INPUT', 'a file is in the way where a folder should be'],
    EISDIR: ['BAD_INPUT', 'a folder is in the way where a file should be'],
    ENAMETOOLONG: ['BAD_INPUT', 'the name is too long for the file system'],
    EBUSY: ['STEP_FAILED', 'it is in use (a mount point, or held by the system)'],
    EXDEV: ['STEP_FAILED', 'it is on another file system'],
    ENOTSUP: ['NO_REPOSITORY', 'the file system can not do it (hard links and atomic renames are needed)'],
    ENOSYS: ['NO_REPOSITORY', 'the file system can not do it (hard links and atomic renames are needed)'],
    EIO: ['UNREACHABLE', 'the device reports an input/output error'],
    ESTALE: ['UNREACHABLE', 'the network file system lost the file handle'],
};
const NAMES = new Map(Object.entries(external_node_os_.constants.errno).map(([name, number]) => [-number, name]));
/** The errno name of a thrown file system error; Node itself has no name for some (EDQUOT, ESTALE). */
function codeOf(thrown) {
    if (!(thrown instanceof Error))
        return undefined;
    const { code, errno } = thrown;
    if (typeof errno !== 'number')
        return undefined;
    return code?.startsWith('E') ? code : (NAMES.get(errno) ?? code);
}
/** No such name, or a parent of it is no folder. */
const isAbsent = (thrown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(thrown) ?? '');
/** A file system error in words, under the port's failure contract; anything else as it is. */
function ioError(thrown, doing, only) {
    const errno = codeOf(thrown);
    if (errno === undefined)
        return thrown;
    const [code, words] = WORDS[errno] ?? ['UNREACHABLE', thrown.message];
    return (0,errors/* failure */.V2)(toldAs(code, only), `can't ${doing}: ${words} (${errno})`, { cause: thrown });
}
/**
 * A device that does not answer says nothing about what was done, so it is never made out to be a refusal; and a
 * missing permission is told as one, since a recovery that lacks it leaves the operation to somebody who has it.
 */
function toldAs(code, only) {
    if (only === undefined || code === 'UNREACHABLE')
        return code;
    return code === 'PERMISSION' && only !== 'BACKUP' ? code : only;
}
/** Runs `action`; its file system errors come out in words. */
async function telling(doing, action, only) {
    try {
        return await action();
    }
    catch (thrown) {
        throw ioError(thrown, doing, only);
    }
}
/** Runs `action`; undefined where what it works on is not there. */
function unlessAbsent(action) {
    try {
        return action();
    }
    catch (thrown) {
        return nothingThere(thrown);
    }
}
/** The same for what is awaited: `.catch(nothingThere)`. */
function nothingThere(thrown) {
    if (!isAbsent(thrown))
        throw thrown;
}
/** Runs what may fail without harm. */
function attempt(action) {
    try {
        action();
    }
    catch {
        // Whatever it left is found by whoever looks next.
    }
}
/** A key in a message, quoted; names may hold anything. */
const quoted = (key) => `'${(0,version/* printable */.g$)(key)}'`;

;// CONCATENATED MODULE: ./lib/adapters/store/local/file-info.js




/** Inode, mtime and size of a file; a link's target stands in for its size. */
function revisionOf(stat, target = '') {
    const type = typeOf(stat);
    if (type === 'folder')
        return String(stat.ino);
    return `${stat.ino}-${stat.mtimeNs}-${type === 'symlink' ? target : stat.size}`;
}
/** A copy of the whole repository to another disk changes inodes only: mtime and size still tell a backup's files. */
const withoutInode = (revision) => revision.slice(revision.indexOf('-') + 1);
function infoOf(key, stat, target) {
    const type = typeOf(stat);
    return {
        key,
        type,
        size: type === 'file' ? Number(stat.size) : 0,
        revision: revisionOf(stat, target),
        modified: Number(stat.mtimeMs),
        mode: modeOf(stat),
        ...(target === undefined ? {} : { target }),
    };
}
const modeOf = (stat) => Number(stat.mode) & 0o7777;
/** From the mode's bits: each of the stat's own questions makes two BigInts. */
function typeOf(stat) {
    switch (Number(stat.mode) & external_node_fs_.constants.S_IFMT) {
        case external_node_fs_.constants.S_IFREG:
            return 'file';
        case external_node_fs_.constants.S_IFDIR:
            return 'folder';
        case external_node_fs_.constants.S_IFLNK:
            return 'symlink';
        default:
            return 'other';
    }
}
const LOOK = { bigint: true, throwIfNoEntry: false };
/** What is at `path` itself; undefined when there is nothing. */
function statOf(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, LOOK);
    }
    catch (thrown) {
        // A name that is too long for the file system can't be there.
        if (isAbsent(thrown) || thrown.code === 'ENAMETOOLONG')
            return undefined;
        throw thrown;
    }
}
const isThere = (path) => statOf(path) !== undefined;
function infoAt(path, key) {
    const stat = statOf(path);
    return stat && described(path, key, stat);
}
/** With its target where it is a link. */
function described(path, key, stat) {
    if (typeOf(stat) !== 'symlink')
        return infoOf(key, stat);
    const target = unlessAbsent(() => (0,external_node_fs_.readlinkSync)(path));
    return target === undefined ? undefined : infoOf(key, stat, target);
}
/** How long a batch may keep this thread busy before the rest is asked of others. */
const PATIENCE_SECONDS = 0.02;
/**
 * Information on many names of one folder at once; what vanished meanwhile is left out. A local disk answers out of
 * memory, twice as fast as a thread can be asked; a network one is asked in parallel.
 */
async function infoOfMany(folder, prefix, names) {
    await turn();
    const infos = [];
    const deadline = process.uptime() + PATIENCE_SECONDS;
    let asked = 0;
    for (const name of names) {
        if (process.uptime() > deadline)
            break;
        asked += 1;
        const info = infoAt(`${folder}/${name}`, prefix + name);
        if (info !== undefined)
            infos.push(info);
    }
    if (asked === names.length)
        return infos;
    const rest = await Promise.all(names.slice(asked).map((name) => infoLater(`${folder}/${name}`, prefix + name)));
    return [...infos, ...rest.filter((info) => info !== undefined)];
}
async function infoLater(path, key) {
    const stat = await (0,promises_.lstat)(path, { bigint: true }).catch(nothingThere);
    return stat && described(path, key, stat);
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/durable-file.js






/** Never taken twice, and never listed. */
const temporaryName = () => `.tmp-${(0,external_node_crypto_.randomUUID)()}`;
/** The one way in which a whole file comes to be, before it has its name: write, shape, fsync, close. */
function writeTemporary(path, body, shape = {}) {
    // 'wx': nobody else has this name, so nothing is followed or overwritten.
    const file = (0,external_node_fs_.openSync)(path, 'wx', 0o600 | (shape.mode ?? 0o666));
    try {
        (0,external_node_fs_.writeFileSync)(file, body);
        applyShape(file, shape);
        // Data first: a name must never come to stand for bytes that a power cut takes away.
        (0,external_node_fs_.fsyncSync)(file);
        return (0,external_node_fs_.fstatSync)(file, { bigint: true });
    }
    catch (thrown) {
        forget(path);
        throw thrown;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** Of an open file, by its descriptor. */
function applyShape(file, { mode, uid, gid }) {
    // Only root may give a file away; the mode still says who may read it.
    if (uid !== undefined && gid !== undefined)
        attempt(() => (0,external_node_fs_.fchownSync)(file, uid, gid));
    // After the owner, because a change of owner clears bits; past the umask, which is the caller's and not the folder's.
    if (mode !== undefined)
        (0,external_node_fs_.fchmodSync)(file, mode);
}
/** Makes `path` with these bytes if it is absent, whole or not at all, and its name durable. */
function createDurably(where, body, shape) {
    const revision = createWhole(where, body, shape);
    // The name is safe only when its folder is.
    syncFolder((0,external_node_path_.dirname)(where.path));
    return revision;
}
/** The same for a name that may be lost in a power cut, but never stands for less than these bytes. */
function createWhole(where, body, shape) {
    const stat = writeTemporary(where.temporary, body, shape);
    try {
        // link(2) fails if the name is taken: exactly one of many creators wins.
        (0,external_node_fs_.linkSync)(where.temporary, where.path);
        return revisionOf(stat);
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EEXIST')
            throw new object_store/* ConflictError */.fK(where.key, { cause: thrown });
        throw thrown;
    }
    finally {
        forget(where.temporary);
    }
}
/** Replaces `path` if it still is at `revision`, keeping mode and owner, and makes that durable. */
function replaceDurably(where, body, revision) {
    const replaced = replaceWhole(where, body, revision);
    syncFolder((0,external_node_path_.dirname)(where.path));
    return replaced;
}
/** The same, but a power cut may bring back what stood there. */
function replaceWhole(where, body, revision) {
    const current = statOf(where.path);
    if (current === undefined)
        throw new object_store/* ConflictError */.fK(where.key);
    const shape = { mode: modeOf(current), uid: Number(current.uid), gid: Number(current.gid) };
    const stat = writeTemporary(where.temporary, body, shape);
    try {
        // As late as can be: what a writer without our lock did since the read shows here, or it is lost.
        if (infoAt(where.path, where.key)?.revision !== revision)
            throw new object_store/* ConflictError */.fK(where.key);
        (0,external_node_fs_.renameSync)(where.temporary, where.path);
    }
    catch (thrown) {
        forget(where.temporary);
        throw thrown;
    }
    return revisionOf(stat);
}
/** Makes the names in a folder durable. */
function syncFolder(path) {
    const folder = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY);
    try {
        (0,external_node_fs_.fsyncSync)(folder);
    }
    catch (thrown) {
        // Some network and FUSE file systems have no fsync for folders; nothing more can be done there.
        if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(thrown) ?? ''))
            throw thrown;
    }
    finally {
        (0,external_node_fs_.closeSync)(folder);
    }
}
/** A temporary file that stays is never listed, and swept later. */
function forget(path) {
    attempt(() => (0,external_node_fs_.unlinkSync)(path));
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/copy-file.js








const CHUNK = 1 << 20;
/** A link is not followed, a named pipe not waited for. */
const READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Copies a file to an absent path with mode, owner and times, fsyncs it, reads it back; its SHA-256. */
async function copyFile(source, target) {
    const from = await (0,promises_.open)(source.path, READ).catch((thrown) => {
        if (isAbsent(thrown))
            throw new object_store/* ConflictError */.fK(source.key, { cause: thrown });
        throw thrown;
    });
    try {
        const stat = await from.stat({ bigint: true });
        await expectRevision(from, source);
        const to = await (0,promises_.open)(target, 'wx+', 0o600);
        try {
            const hash = (0,external_node_crypto_.createHash)('sha256');
            for await (const chunk of chunksOf(from)) {
                hash.update(chunk);
                await to.appendFile(chunk);
            }
            await expectRevision(from, source);
            applyShape(to.fd, { mode: modeOf(stat), uid: Number(stat.uid), gid: Number(stat.gid) });
            await to.utimes(Number(stat.atimeMs) / 1000, Number(stat.mtimeNs) / 1e9);
            await to.sync();
            return await verified(to, hash, source.key);
        }
        finally {
            await to.close();
        }
    }
    finally {
        await from.close();
    }
}
/** What was written is what is there: the copy is about to be all that is left. */
async function verified(copy, expected, key) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of chunksOf(copy))
        hash.update(chunk);
    const digest = hash.digest('hex');
    if (digest !== expected.digest('hex'))
        throw new CopyError(key);
    return digest;
}
async function expectRevision(handle, source) {
    if (source.revision === undefined)
        return;
    if (revisionOf(await handle.stat({ bigint: true })) !== source.revision)
        throw new object_store/* ConflictError */.fK(source.key);
}
async function* chunksOf(handle) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let position = 0;;) {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK, position);
        if (bytesRead === 0)
            return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
    }
}
/** Copies a link as a link, with owner and times. */
function copyLink(source, target) {
    const info = infoAt(source.path, source.key);
    const changed = source.revision !== undefined && info?.revision !== source.revision;
    if (info?.target === undefined || changed)
        throw new object_store/* ConflictError */.fK(source.key);
    (0,external_node_fs_.symlinkSync)(info.target, target);
    (0,external_node_fs_.lutimesSync)(target, info.modified / 1000, info.modified / 1000);
    if ((0,external_node_fs_.readlinkSync)(target) !== info.target)
        throw new CopyError(source.key);
}
/** Copies exactly `source.revision` to `where` if that is absent. */
async function copyDurably(source, where) {
    try {
        await copyFile(source, where.temporary);
        (0,external_node_fs_.linkSync)(where.temporary, where.path);
        syncFolder((0,external_node_path_.dirname)(where.path));
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EEXIST')
            throw new object_store/* ConflictError */.fK(where.key, { cause: thrown });
        throw thrown;
    }
    finally {
        attempt(() => (0,external_node_fs_.unlinkSync)(where.temporary));
    }
    const info = infoAt(where.path, where.key);
    if (info === undefined)
        throw new object_store/* ConflictError */.fK(where.key);
    return info;
}
/** SHA-256 of a file's bytes, a link at its place not followed. */
async function hashFile(path) {
    const handle = await (0,promises_.open)(path, READ);
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of chunksOf(handle))
            hash.update(chunk);
        return hash.digest('hex');
    }
    finally {
        await handle.close();
    }
}
/** The bytes of a copy are not those that were read. */
class CopyError extends Error {
    constructor(key) {
        super(`the copy of '${key}' does not have the bytes of the original`);
        this.name = 'CopyError';
    }
}

// EXTERNAL MODULE: ./lib/domain/keys.js
var keys = __webpack_require__(6850);
;// CONCATENATED MODULE: ./lib/adapters/store/local/local-root.js


/** Where a key lies; a key that would leave the repository is refused, whoever made it. */
function pathOf(root, key) {
    const plain = key.endsWith('/') ? key.slice(0, -1) : key;
    if (plain === '')
        return root.path;
    const leaves = plain.split('/').some((part) => part === '' || part === '.' || part === '..');
    if (leaves || plain.includes('\0')) {
        throw (0,errors/* failure */.V2)('BAD_INPUT', `'${(0,version/* printable */.g$)(key)}' is no place inside the repository`);
    }
    return `${root.path}/${plain}`;
}
/** First part of a key: the version, or the name of a file or folder of ours. */
const firstPart = (key) => key.split('/', 1)[0] ?? '';
const OURS = /^(?:\.rollback-(?:backups|log|work)|index\.json|index\.md|index\.json\.lock)$/;
/** Whether the first part is a name that this program gives, not a version. */
const local_root_isOurs = (key) => OURS.test(firstPart(key));
const TEMPORARY = '.tmp-';
const HOLDS_TEMPORARIES = /^(?:\.rollback-(?:log|work)\/(?:.*\/)?|\.rollback-backups\/(?:[^/]*\/)?)?$/s;
/** A file of ours that has no name yet; an artifact may be called like that, so version folders are left out. */
const isTemporary = (prefix, name) => name.startsWith(TEMPORARY) && HOLDS_TEMPORARIES.test(prefix);

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/adapters/store/local/walk.js







/** How many names are looked at together: enough to keep the disk busy, few enough to stay small. */
const BATCH = 512;
/** Everything below `folder`, links not followed, in UTF-8 order of the keys `prefix` + path, in batches. */
async function* walk(folder, prefix) {
    let files = [];
    for (const name of namesIn(folder, prefix)) {
        const isFolder = name.endsWith('/');
        if (!isFolder)
            files.push(name);
        if (files.length < BATCH && !isFolder)
            continue;
        if (files.length > 0)
            yield await infoOfMany(folder, prefix, files);
        files = [];
        if (isFolder)
            yield* walkFolder(`${folder}/${name.slice(0, -1)}`, prefix + name);
    }
    if (files.length > 0)
        yield await infoOfMany(folder, prefix, files);
}
/** The same, and the folder itself when it is empty. */
async function* walkFolder(folder, prefix) {
    let empty = true;
    for await (const batch of walk(folder, prefix)) {
        empty = false;
        yield batch;
    }
    const stat = empty ? statOf(folder) : undefined;
    if (prefix !== '' && stat?.isDirectory())
        yield [infoOf(prefix, stat)];
}
/** What is directly below `folder`, folders with a '/' at the end. */
async function* walkShallow(folder, prefix, limit) {
    const names = namesIn(folder, prefix);
    // The newest record of a long log is one look, not five hundred.
    const size = Math.min(BATCH, limit);
    for (let start = 0; start < names.length; start += size) {
        const batch = names.slice(start, start + size).map((name) => name.replace(/\/$/, ''));
        const infos = await infoOfMany(folder, prefix, batch);
        yield infos.map((info) => (info.type === 'folder' ? { ...info, key: `${info.key}/` } : info));
    }
}
/** The names in a folder in the order of their keys, those of folders with a '/' at the end; none when it is gone. */
function namesIn(folder, prefix) {
    try {
        const entries = unlessAbsent(() => (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })) ?? [];
        if (entries.some((entry) => entry.name.includes('\uFFFD')))
            refuseMangled(folder, prefix);
        return entries
            .filter(({ name }) => !isTemporary(prefix, name))
            .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
            .sort(object_store/* compareKeys */.YD);
    }
    catch (thrown) {
        throw ioError(thrown, `list ${quoted(prefix)}`);
    }
}
/** A name that is no UTF-8 would come out as another name, and the file behind it be lost from the manifest. */
function refuseMangled(folder, prefix) {
    const names = (0,external_node_fs_.readdirSync)(folder, { encoding: 'buffer' });
    const mangled = names.find((name) => !(0,external_node_buffer_.isUtf8)(name));
    if (mangled === undefined)
        return;
    const where = prefix === '' ? 'the repository' : quoted(prefix);
    throw (0,errors/* failure */.V2)('BAD_INPUT', `a file in ${where} has a name that is not valid UTF-8: '${escaped(mangled)}'`, {
        advice: 'Rename the file, then run again.',
    });
}
const escaped = (name) => [...name]
    .map((byte) => byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('');
/**
 * The folder behind a prefix, if every part of it is a real folder; a link on the way is refused, or a listing
 * would show what is not in the repository.
 */
function folderOf(root, prefix) {
    let path = root.path;
    for (const part of prefix.split('/').filter((name) => name !== '')) {
        path = `${path}/${part}`;
        const stat = statOf(path);
        if (stat?.isSymbolicLink()) {
            throw (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(path.slice(root.path.length + 1))} is a symbolic link, which is refused`);
        }
        if (!stat?.isDirectory())
            return undefined;
    }
    return hasExactName(root, prefix) ? path : undefined;
}
/** Case counts, also where the file system ignores it: `V1.0.2` is not `v1.0.2`. */
function hasExactName(root, key) {
    const name = firstPart(key);
    if (name === '' || local_root_isOurs(key))
        return true;
    return (0,external_node_fs_.readdirSync)(root.path).includes(name);
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/inspect-room.js






/** For records, manifest and index, whatever their size in practice. */
const MARGIN = 8 << 20;
const FEWEST_INODES = 64;
/** Throws BACKUP when the file systems that will be written to are as good as full; quotas show only later. */
async function checkRoom(root, rootStats, version) {
    requireRoom(root.path, MARGIN);
    const backups = pathOf(root, keys/* BACKUPS */.Gk);
    const stats = unlessAbsent(() => (0,external_node_fs_.lstatSync)(backups));
    // On the same file system a backup is a rename and takes no room.
    if (stats === undefined || stats.dev === rootStats.dev || version === undefined)
        return;
    requireRoom(backups, MARGIN + (await sizeOf(root, `${version}/`)));
}
function requireRoom(path, bytes) {
    const space = spaceAt(path);
    if (space === undefined || space.blocks === 0)
        return;
    const free = space.bavail * space.bsize;
    if (free < bytes) {
        throw (0,errors/* failure */.V2)('BACKUP', `only ${inMiB(free)} MiB are free at '${path}'; ${inMiB(bytes)} MiB are needed`);
    }
    if (space.files > 0 && space.ffree < FEWEST_INODES) {
        throw (0,errors/* failure */.V2)('BACKUP', `only ${space.ffree} more files can be made on the file system of '${path}'`);
    }
}
function spaceAt(path) {
    try {
        return (0,external_node_fs_.statfsSync)(path);
    }
    catch {
        // Some file systems do not tell; then the write itself will.
        return undefined;
    }
}
const inMiB = (bytes) => (bytes / (1 << 20)).toFixed(1);
async function sizeOf(root, prefix) {
    const folder = folderOf(root, prefix);
    let bytes = 0;
    if (folder === undefined)
        return bytes;
    for await (const batch of walk(folder, prefix)) {
        for (const info of batch)
            bytes += info.size;
    }
    return bytes;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/permissions.js



const TRAVERSE = external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK;
const CHANGE = TRAVERSE | external_node_fs_.constants.W_OK;
/** Throws PERMISSION, in words, when a folder can't be used; root passes everything but a read-only file system. */
function mayUse(path, shown, forWriting) {
    const doing = forWriting ? `change the folder ${shown}` : `read the folder ${shown}`;
    try {
        (0,external_node_fs_.accessSync)(path, forWriting ? CHANGE : TRAVERSE);
    }
    catch (thrown) {
        throw ioError(thrown, doing);
    }
}
/** In a folder with the sticky bit only the owners of the entry and of the folder may rename (and root). */
function refuseSticky(parent, child, key) {
    const uid = process.geteuid?.() ?? 0;
    if ((parent.mode & 0o1000) === 0 || uid === 0 || uid === parent.uid || uid === child.uid)
        return;
    throw (0,errors/* failure */.V2)('PERMISSION', `can't move ${quoted(key)}: it belongs to user ${child.uid}, and the repository's sticky bit lets only its owner`);
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/inspect-version.js





/** The version folder must be something that one rename can take away. */
function checkVersionFolder(root, rootStats, options) {
    const key = `${options.version}/`;
    const path = pathOf(root, key);
    const stats = unlessAbsent(() => (0,external_node_fs_.lstatSync)(path));
    if (stats === undefined)
        return;
    if (stats.isSymbolicLink()) {
        throw (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(key)} is a symbolic link; a symlinked version folder is refused`);
    }
    if (!stats.isDirectory())
        throw (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(key)} is a file, not a folder`);
    if (stats.dev !== rootStats.dev)
        throw mounted(key);
    mayUse(path, quoted(key), false);
    if (!options.forWriting)
        return;
    // A folder that goes to another parent is written itself: its '..' changes.
    mayUse(path, quoted(key), true);
    refuseSticky(rootStats, stats, key);
    const mount = mountBelow(path, rootStats.dev);
    if (mount !== undefined)
        throw mounted(`${key}${mount}`);
}
function mounted(key) {
    return (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(key)} is a mount point; a version folder that is one, or holds one, is refused`, {
        advice: 'Unmount it, then run again.',
    });
}
/** The first mount at or below a folder; '' for the folder itself. */
function mountBelow(path, device) {
    const table = unlessAbsent(() => (0,external_node_fs_.readFileSync)('/proc/self/mountinfo', 'utf8'));
    if (table === undefined)
        return otherDeviceBelow(path, device);
    const real = external_node_fs_.realpathSync.native(path);
    const mount = mountPoints(table).find((point) => point === real || point.startsWith(`${real}/`));
    return mount?.slice(real.length + 1);
}
/** Fifth field of each line of Linux's mount table (proc(5)); blanks and backslashes are in octal there. */
function mountPoints(table) {
    return table
        .split('\n')
        .map((line) => line.split(' ')[4] ?? '')
        .map((point) => point.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8))));
}
/** Without a mount table (macOS): a folder on another device is a mount. */
function otherDeviceBelow(path, device) {
    for (const entry of unlessAbsent(() => (0,external_node_fs_.readdirSync)(path, { withFileTypes: true })) ?? []) {
        if (!entry.isDirectory())
            continue;
        const stats = unlessAbsent(() => (0,external_node_fs_.lstatSync)(`${path}/${entry.name}`));
        if (stats !== undefined && stats.dev !== device)
            return entry.name;
        const deeper = otherDeviceBelow(`${path}/${entry.name}`, device);
        if (deeper !== undefined)
            return `${entry.name}/${deeper}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/inspect.js








/** Preflight of a local repository: whatever would stop a change half-way is found before it begins; writes nothing. */
async function inspectRepository(root, options) {
    const stats = checkRoot(root, options.forWriting);
    const warnings = [];
    // Reading alone needs only the log; a run about a version also wants to know whether its backup could be made.
    const strictly = options.forWriting || options.version !== undefined;
    for (const key of [keys/* LOG */.$9, keys/* BY_VERSION */.TM, keys/* MANIFESTS */.V4, keys/* WORK */.Ar, keys/* BACKUPS */.Gk]) {
        const problem = ownFolderProblem(root, key, stats, options.forWriting);
        if (problem === undefined)
            continue;
        if (strictly || key !== keys/* BACKUPS */.Gk)
            throw problem;
        warnings.push(problem.message);
    }
    if (options.version !== undefined) {
        checkVersionFolder(root, stats, { version: options.version, forWriting: options.forWriting });
    }
    if (!options.forWriting)
        return warnings;
    warnings.push(...indexWarnings(root, stats));
    await checkRoom(root, stats, options.version);
    return warnings;
}
function checkRoot(root, forWriting) {
    const stats = statOfRoot(root);
    if (!stats.isDirectory())
        throw (0,errors/* failure */.V2)('NO_REPOSITORY', `'${root.path}' is a file, not a folder`);
    mayUse(root.path, `'${root.path}'`, forWriting);
    return stats;
}
function statOfRoot(root) {
    try {
        return (0,external_node_fs_.statSync)(root.path);
    }
    catch (thrown) {
        if (codeOf(thrown) === 'ENOENT')
            throw (0,errors/* failure */.V2)('NO_REPOSITORY', `'${root.path}' does not exist`);
        throw ioError(thrown, `open the repository '${root.path}'`, 'NO_REPOSITORY');
    }
}
function ownFolderProblem(root, key, rootStats, forWriting) {
    const path = pathOf(root, key);
    const refused = key === keys/* BACKUPS */.Gk ? 'BACKUP' : 'BAD_INPUT';
    const stats = unlessAbsent(() => (0,external_node_fs_.lstatSync)(path));
    if (stats === undefined)
        return undefined;
    if (!stats.isDirectory()) {
        const what = stats.isSymbolicLink() ? 'a symbolic link' : 'a file';
        return (0,errors/* failure */.V2)(refused, `${quoted(key)} is ${what}; a folder has to be there`, {
            advice: `Look at what '${path}' is, move it away, then run again.`,
        });
    }
    // Locks, records and the index are renamed and linked between these; only backups can be copied across.
    if (key !== keys/* BACKUPS */.Gk && stats.dev !== rootStats.dev) {
        return (0,errors/* failure */.V2)(refused, `${quoted(key)} is on another file system than the repository, which is refused`);
    }
    try {
        mayUse(path, quoted(key), forWriting);
        return undefined;
    }
    catch (thrown) {
        return thrown;
    }
}
function indexWarnings(root, rootStats) {
    const path = pathOf(root, keys/* INDEX_KEY */.lr);
    const stats = unlessAbsent(() => (0,external_node_fs_.lstatSync)(path));
    if (stats === undefined)
        return [];
    if (stats.isSymbolicLink()) {
        throw (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(keys/* INDEX_KEY */.lr)} is a symbolic link; a symlinked index is refused`);
    }
    refuseSticky(rootStats, stats, keys/* INDEX_KEY */.lr);
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK);
    }
    catch (thrown) {
        throw ioError(thrown, `read ${quoted(keys/* INDEX_KEY */.lr)}`);
    }
    const uid = process.geteuid?.();
    if (uid === undefined || uid === 0 || stats.uid === uid)
        return [];
    return [`${keys/* INDEX_KEY */.lr} belongs to user ${stats.uid}; the edited file will belong to user ${uid}`];
}

// EXTERNAL MODULE: ./lib/domain/types.js
var types = __webpack_require__(8737);
;// CONCATENATED MODULE: ./lib/adapters/store/local/copy-tree.js





/** Files in flight at once: a copy waits on fsync more than on anything else. */
const PARALLEL = 8;
/** Copies a version's tree to another file system, everything fsynced and read back. */
async function copyTree(work, copy, progress) {
    const { artifacts, version } = copy.manifest;
    const folders = foldersOf(artifacts, version);
    for (const folder of folders)
        await work.change(() => (0,external_node_fs_.mkdirSync)(copy.to + folder, { mode: 0o700 }));
    const hashes = new Map();
    const files = artifacts.filter((artifact) => artifact.type !== 'folder');
    let done = 0;
    await inParallel(files, async (artifact) => {
        work.mustBeOurs();
        const sha256 = await work.change(() => copyArtifact(copy, artifact));
        if (sha256 !== undefined)
            hashes.set(artifact.path, sha256);
        done += 1;
        progress(done, artifacts.length);
    });
    // Deepest first: writing into a folder changes its time.
    for (const folder of folders.reverse())
        likeOriginal(copy.from + folder, copy.to + folder);
    return hashes;
}
/** Nothing is begun any more after a failure, and nothing still runs when it is thrown. */
async function inParallel(queue, action) {
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
            await action(next).catch((thrown) => {
                queue.length = 0;
                throw thrown;
            });
        }
    };
    const ended = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
async function copyArtifact(copy, artifact) {
    const below = artifact.path.slice(copy.manifest.version.length);
    const source = {
        path: copy.from + below,
        key: artifact.path,
        ...(copy.exactly ? { revision: artifact.revision } : {}),
    };
    if (artifact.type === 'symlink')
        copyLink(source, copy.to + below);
    else
        return copyFile(source, copy.to + below);
    return undefined;
}
/** All folders of a tree as '/…' below it, parents first; '' is the tree itself. */
function foldersOf(artifacts, version) {
    const folders = new Set(['']);
    for (const { path } of artifacts) {
        const below = path.slice(version.length);
        for (let slash = below.indexOf('/', 1); slash !== -1; slash = below.indexOf('/', slash + 1)) {
            folders.add(below.slice(0, slash));
        }
    }
    return [...folders].sort((a, b) => a.length - b.length);
}
function likeOriginal(original, copy) {
    const { mode, uid, gid, atime, mtime } = (0,external_node_fs_.statSync)(original);
    attempt(() => (0,external_node_fs_.lchownSync)(copy, uid, gid));
    (0,external_node_fs_.lutimesSync)(copy, atime, mtime);
    const folder = (0,external_node_fs_.openSync)(copy, 'r');
    try {
        applyShape(folder, { mode: mode & 0o7777 });
        (0,external_node_fs_.fsyncSync)(folder);
    }
    finally {
        (0,external_node_fs_.closeSync)(folder);
    }
}
function writeHashes(folder, path, hashes) {
    const content = { schema_version: 1, sha256: Object.fromEntries(hashes) };
    const temporary = `${folder}/${temporaryName()}`;
    writeTemporary(temporary, (0,log_record/* encodeJson */.Pr)(content), { mode: 0o640 });
    (0,external_node_fs_.renameSync)(temporary, path);
    syncFolder(folder);
}
/** Empty when the tree was moved, not copied. */
function readHashes(path) {
    const text = unlessAbsent(() => (0,external_node_fs_.readFileSync)(path, 'utf8'));
    if (text === undefined)
        return new Map();
    return new Map(Object.entries(JSON.parse(text).sha256));
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/delete-tree.js



/** Deletes a whole tree, also folders that their owner made read-only; what is large takes other threads to do. */
async function deleteTree(path) {
    if (removedEmpty(path))
        return;
    try {
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
    catch (thrown) {
        if (!['EACCES', 'EPERM'].includes(codeOf(thrown) ?? ''))
            throw thrown;
        await openFolders(path);
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
/** Most are empty: then it is one call. */
function removedEmpty(path) {
    try {
        (0,external_node_fs_.rmdirSync)(path);
        return true;
    }
    catch {
        return false;
    }
}
async function openFolders(path) {
    await (0,promises_.chmod)(path, 0o700).catch(() => undefined);
    for (const entry of await (0,promises_.readdir)(path, { withFileTypes: true })) {
        if (entry.isDirectory())
            await openFolders(`${path}/${entry.name}`);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/places.js


function placesOf(work, manifest) {
    const backup = manifest.backup_path === '' ? undefined : pathOf(work.root, manifest.backup_path);
    const keeper = backup ?? work.path;
    return {
        version: pathOf(work.root, manifest.version),
        tree: work.tree,
        kept: backup === undefined ? `${keeper}/removed` : `${keeper}/${manifest.version}`,
        keeper,
        copied: `${keeper}/copied.json`,
        reinstated: `${work.path}/reinstated`,
    };
}
/** Whether `kept` is a verified copy, so that the original is not moved but deleted. */
const isCopied = (places) => isThere(places.kept) && isThere(places.copied);

;// CONCATENATED MODULE: ./lib/adapters/store/local/keep-copy.js




const PARTIAL = '.partial-';
/**
 * Where no rename leads (EXDEV): copies the tree to where it is kept, first under a name that says it is not whole.
 * The hashes come before the name, so that a whole copy is always known as one.
 */
async function keepCopy(work, source, manifest, progress) {
    const places = placesOf(work, manifest);
    const partial = `${places.keeper}/${PARTIAL}${work.ticket.epoch}`;
    await clearPartials(work, places.keeper, partial);
    const hashes = await copyTree(work, { ...source, to: partial, manifest }, progress);
    work.mustBeOurs();
    await work.change(() => writeHashes(places.keeper, places.copied, hashes));
    await work.move(partial, places.kept);
}
/** What a killed copy left is renamed before it is deleted: a holder that still copies into it meets ENOENT. */
async function clearPartials(work, keeper, partial) {
    await work.change(() => deleteTree(partial));
    for (const name of (0,external_node_fs_.readdirSync)(keeper)) {
        if (!name.startsWith(PARTIAL))
            continue;
        await work.change(() => (0,external_node_fs_.renameSync)(`${keeper}/${name}`, partial));
        await deleteTree(partial);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/own-folders.js





/** The root's mode without the bits for others: backups may hold what a release should never have shown. */
const ownFolderMode = (root) => ((0,external_node_fs_.statSync)(root.path).mode & 0o2770) | 0o700;
/** The same for a file of ours; other files are made as the umask says. */
function shapeFor(root, key) {
    if (!key.startsWith('.rollback-'))
        return {};
    return { mode: ownFolderMode(root) & 0o660 };
}
/** Makes a folder and its parents inside the repository, each durable before the next; never the repository itself. */
function ensureFolder(root, key) {
    let path = root.path;
    for (const part of key.split('/').filter((name) => name !== '')) {
        const parent = path;
        path = `${parent}/${part}`;
        try {
            (0,external_node_fs_.mkdirSync)(path);
        }
        catch (thrown) {
            if (codeOf(thrown) === 'EEXIST')
                continue;
            if (codeOf(thrown) === 'ENOENT') {
                throw (0,errors/* failure */.V2)('NO_REPOSITORY', `the repository '${root.path}' is not there`, { cause: thrown });
            }
            throw thrown;
        }
        if (local_root_isOurs(key))
            (0,external_node_fs_.chmodSync)(path, ownFolderMode(root));
        syncFolder(parent);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/own-files.js







/** Makes a folder of ours and its parents, under the fence. */
async function ensureOwnFolders(work, key) {
    const mode = ownFolderMode(work.root);
    let folder = '';
    for (const part of key.split('/').filter((name) => name !== '')) {
        folder += `${part}/`;
        await work.makeFolder(pathOf(work.root, folder), mode);
    }
}
/** Puts a file of ours if absent; the same bytes there already is our own earlier success. */
async function createOwnFile(work, key, body) {
    const path = pathOf(work.root, key);
    const shape = shapeFor(work.root, key);
    await ensureOwnFolders(work, key.slice(0, key.lastIndexOf('/') + 1));
    const create = (temporary) => work.change(() => createDurably({ path, key, temporary }, body, shape));
    try {
        await create(work.temporary()).catch((thrown) => {
            // Backups on another file system: from a temporary name there.
            if (codeOf(thrown) !== 'EXDEV')
                throw thrown;
            return create(`${(0,external_node_path_.dirname)(path)}/${temporaryName()}`);
        });
    }
    catch (thrown) {
        if (!(thrown instanceof object_store/* ConflictError */.fK) || !hasBytes(path, body))
            throw thrown;
        // The run that made it may have died before this.
        syncFolder((0,external_node_path_.dirname)(path));
    }
}
const hasBytes = (path, body) => unlessAbsent(() => (0,external_node_fs_.readFileSync)(path))?.equals(body) === true;

;// CONCATENATED MODULE: ./lib/adapters/store/local/compare-tree.js


/** Compares the tree in `folder` with what the manifest says of `<version>/`. */
async function compareTree(folder, manifest) {
    const same = [];
    const changed = [];
    const unknown = [];
    const stat = statOf(folder);
    // A link in the folder's place is not looked behind.
    if (stat !== undefined && !stat.isDirectory()) {
        return {
            same,
            changed,
            missing: manifest.artifacts.map(({ path }) => path),
            unknown: [manifest.version],
        };
    }
    const expected = new Map();
    for (const artifact of manifest.artifacts)
        expected.set(artifact.path, artifact);
    for await (const batch of walk(folder, `${manifest.version}/`)) {
        for (const info of batch) {
            const artifact = expected.get(info.key);
            (artifact === undefined ? unknown : isSame(info, artifact) ? same : changed).push(info.key);
        }
    }
    // A walk names a key once, so equal numbers mean that all were found.
    if (same.length + changed.length === expected.size)
        return { same, changed, missing: [], unknown };
    const found = new Set([...same, ...changed]);
    return { same, changed, missing: [...expected.keys()].filter((key) => !found.has(key)), unknown };
}
const isExact = (found) => found.changed.length + found.missing.length + found.unknown.length === 0;
/** The very same file, not only one like it. */
function isSame(info, artifact) {
    if (info.type !== artifact.type)
        return false;
    return info.type === 'folder' || (info.size === artifact.size && info.revision === artifact.revision);
}
/** The same file after the whole repository went to another disk. */
function isSameApartFromInode(info, artifact) {
    if (info.type !== artifact.type || info.size !== artifact.size)
        return false;
    if (info.type === 'symlink')
        return info.target === artifact.target;
    return info.type === 'folder' || withoutInode(info.revision) === withoutInode(artifact.revision);
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/put-each.js








/** Puts artifacts beside files that stand there already; nothing is ever overwritten. */
async function putEach(work, manifest, places, artifacts) {
    const holding = { manifest, places, source: places.tree, hashes: readHashes(places.copied) };
    const absent = await absentOf(holding, artifacts);
    const folders = new Set();
    for (const artifact of absent) {
        const below = belowVersion(manifest, artifact);
        for (const folder of parentsOf(below)) {
            await makeLike(work, places, folder);
            folders.add(folder);
        }
        if (artifact.type === 'folder')
            await makeLike(work, places, below);
        else
            await putOne(work, holding, artifact);
    }
    for (const folder of [...folders].reverse())
        syncFolder(places.version + folder);
    await settle(work, holding);
}
/** Looks at every place before the first change, so that what is in the way stops us before it. */
async function absentOf(holding, artifacts) {
    const absent = [];
    const blocked = [];
    for (const artifact of artifacts) {
        const state = await put_each_standing(holding, artifact);
        if (state === 'absent')
            absent.push(artifact);
        if (state === 'other')
            blocked.push(artifact.path);
    }
    if (blocked.length > 0)
        throw inTheWay(holding.manifest, blocked);
    return absent;
}
function inTheWay(manifest, keys) {
    const first = quoted(keys[0] ?? '');
    const rest = keys.length > 1 ? ` and ${keys.length - 1} more` : '';
    return (0,errors/* failure */.V2)('STEP_FAILED', `can't put ${manifest.version} back: ${first}${rest} is something else now`, {
        details: keys,
    });
}
/** What is at an artifact's place; a link or file where one of its folders should be counts as something else. */
async function put_each_standing(holding, artifact) {
    const { manifest, places, source } = holding;
    const below = belowVersion(manifest, artifact);
    for (const folder of parentsOf(below)) {
        const stat = statOf(places.version + folder);
        if (stat === undefined)
            return 'absent';
        if (!stat.isDirectory())
            return 'other';
    }
    const path = places.version + below;
    const info = infoAt(path, artifact.path);
    if (info === undefined)
        return 'absent';
    if (isSame(info, artifact))
        return 'same';
    if (info.type !== artifact.type || info.size !== artifact.size)
        return 'other';
    if (info.type === 'symlink')
        return info.target === artifact.target ? 'same' : 'other';
    return (await hasBytesOf(info, path, { ...holding, source: source + below }, artifact)) ? 'same' : 'other';
}
async function hasBytesOf(info, path, { source, hashes }, artifact) {
    const known = hashes.get(artifact.path);
    if (known !== undefined)
        return (await hashFile(path)) === known;
    const original = infoAt(source, artifact.path);
    if (original === undefined)
        return isSameApartFromInode(info, artifact);
    if (original.revision === info.revision)
        return true;
    return original.type === 'file' && (await hashFile(path)) === (await hashFile(source));
}
/** link(2) fails where a name is taken, so what appears there meanwhile is never lost. */
async function putOne(work, holding, artifact) {
    const below = belowVersion(holding.manifest, artifact);
    const from = holding.places.tree + below;
    const to = holding.places.version + below;
    try {
        if (artifact.type === 'symlink')
            await putLink(work, from, to, artifact);
        else
            await linkOrCopy(work, from, to, artifact);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EEXIST')
            throw thrown;
        if ((await put_each_standing(holding, artifact)) !== 'same')
            throw inTheWay(holding.manifest, [artifact.path]);
    }
}
/** A link is made anew: link(2) on a link follows it on macOS. */
async function putLink(work, from, to, artifact) {
    work.mustBeOurs();
    const original = infoAt(from, artifact.path);
    await work.change(() => (0,external_node_fs_.symlinkSync)(artifact.target ?? '', to));
    const seconds = (original?.modified ?? 0) / 1000;
    if (original !== undefined)
        (0,external_node_fs_.lutimesSync)(to, seconds, seconds);
}
async function linkOrCopy(work, from, to, artifact) {
    try {
        await work.change(() => (0,external_node_fs_.linkSync)(from, to));
    }
    catch (thrown) {
        // Linux may forbid hard links to files of other users (fs.protected_hardlinks).
        if (codeOf(thrown) !== 'EPERM')
            throw thrown;
        const copy = work.temporary();
        await work.change(() => copyFile({ path: from, key: artifact.path }, copy));
        await work.change(() => (0,external_node_fs_.linkSync)(copy, to));
    }
}
/** Makes a folder of the version as the tree has it. */
async function makeLike(work, places, folder) {
    const original = statOf(places.tree + folder);
    await work.makeFolder(places.version + folder, original === undefined ? 0o755 : modeOf(original));
}
/**
 * All stands: the tree is not needed any more, but keeps its bytes until the work folder goes, so that a killed run
 * can compare again. Otherwise it goes back to where it came from.
 */
async function settle(work, holding) {
    const { places, manifest } = holding;
    let complete = true;
    for (const artifact of manifest.artifacts) {
        if (complete && (await put_each_standing(holding, artifact)) !== 'same')
            complete = false;
    }
    if (complete) {
        if (isThere(places.reinstated))
            await work.deleteTree(places.reinstated);
        await work.move(places.tree, places.reinstated);
    }
    else if (manifest.backup_path !== '') {
        if (isThere(places.kept))
            await work.deleteTree(places.tree);
        else
            await work.move(places.tree, places.kept);
    }
}
/** '/docs/guide.md' of 'v1.0.2/docs/guide.md'; a folder without its last '/'. */
function belowVersion(manifest, artifact) {
    const below = artifact.path.slice(manifest.version.length);
    return below.endsWith('/') ? below.slice(0, -1) : below;
}
/** The folders on the way to '/docs/guide.md', outermost first: '' (the version folder) and '/docs'. */
function parentsOf(below) {
    const parts = below.split('/').slice(1, -1);
    return ['', ...parts.map((_part, i) => `/${parts.slice(0, i + 1).join('/')}`)];
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/backup-folder.js










/** Step 3: the folder; the artifacts only where no rename will take them there. */
async function prepareBackup(work, manifest, progress) {
    if (manifest.operation !== 'rollback' || manifest.backup_path === '')
        return;
    const places = placesOf(work, manifest);
    await ensureOwnFolders(work, manifest.backup_path);
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || !manifest.folder_present)
        return;
    if (isThere(places.kept) || !isAcross(places.version, places.keeper))
        return;
    await keepCopy(work, { from: places.version, exactly: true }, manifest, progress);
}
/** Whether both are there, on different file systems. */
function isAcross(from, to) {
    const [left, right] = [statOf(from), statOf(to)];
    return left !== undefined && right !== undefined && left.dev !== right.dev;
}
/** Removes an unused backup folder; never one that holds what is nowhere else. */
async function discardBackup(work, manifest) {
    // A restore's manifest names the backup of the rollback that it undoes.
    if (manifest.operation !== 'rollback' || manifest.backup_path === '')
        return;
    const folder = pathOf(work.root, manifest.backup_path);
    const names = unlessAbsent(() => (0,external_node_fs_.readdirSync)(folder)) ?? [];
    const places = placesOf(work, manifest);
    for (const name of names) {
        if (NEEDLESS.test(name))
            continue;
        if (name !== manifest.version || !(await isDoubled(places, manifest)))
            return;
    }
    await work.deleteTree(folder).catch((thrown) => {
        if (codeOf(thrown) !== 'ENOTEMPTY')
            nothingThere(thrown);
    });
}
const NEEDLESS = new RegExp(`^(?:manifest\\.json|copied\\.json|\\.tmp-.*|\\${PARTIAL}.*)$`, 's');
/** A copy, and every file in its place: the original, or one with the bytes that were copied. */
async function isDoubled(places, manifest) {
    if (!isCopied(places))
        return false;
    const holding = { manifest, places, source: places.kept, hashes: readHashes(places.copied) };
    for (const artifact of manifest.artifacts) {
        if ((await put_each_standing(holding, artifact)) !== 'same')
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/damaged.js







/** Keys that could not be put back as they were, and strangers that would come along; needs no open work folder. */
async function damaged(work, manifest, artifacts) {
    const places = placesOf(work, manifest);
    const source = sourceOf(places);
    const hashes = readHashes(places.copied);
    const there = await contentOf(source, manifest);
    const bad = [];
    for (const artifact of artifacts) {
        const below = belowVersion(manifest, artifact);
        const info = there.get(artifact.path);
        if (info !== undefined && (await isWhole(info, source + below, artifact, hashes)))
            continue;
        // Put back already: nothing is needed for it any more.
        const standing = infoAt(places.version + below, artifact.path);
        if (standing !== undefined && (await isWhole(standing, places.version + below, artifact, hashes)))
            continue;
        bad.push(artifact.path);
    }
    const known = new Set(manifest.artifacts.map(({ path }) => path));
    return [...bad, ...[...there.keys()].filter((key) => !known.has(key))];
}
const sourceOf = (places) => [places.tree, places.kept].find(isThere) ?? places.reinstated;
async function contentOf(folder, manifest) {
    const there = new Map();
    for await (const batch of walk(folder, `${manifest.version}/`)) {
        for (const info of batch)
            there.set(info.key, info);
    }
    return there;
}
/** A moved file by its size and mtime, a copied one by its hash. */
async function isWhole(info, path, artifact, hashes) {
    const hash = hashes.get(artifact.path);
    if (hash === undefined || info.type !== 'file')
        return isSameApartFromInode(info, artifact);
    return info.size === artifact.size && (await hashFile(path)) === hash;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/index-lock.js










const MARKER = 'release-rollback';
const POLL_MS = 50;
/** `index.json.lock`: an offer to publishers who honour it; whole from its first moment, so that ours is known as ours. */
async function lockIndex(work, timeoutMs) {
    const { clock } = work.root;
    const path = pathOf(work.root, keys/* INDEX_LOCK_KEY */.ZH);
    const began = clock.monotonic();
    for (;;) {
        if (await tryLock(work, path))
            return;
        const found = ownLock(path);
        if (found !== undefined && isHeldBy(work, found))
            return;
        // At most one operation is open, and it is ours: any lock with our marker was left behind.
        if (found !== undefined)
            await index_lock_takeAway(work, path, found);
        else if (clock.monotonic() - began >= timeoutMs)
            throw foreignLock(work, path);
        else
            await clock.sleep(POLL_MS);
    }
}
async function unlockIndex(work) {
    const path = pathOf(work.root, keys/* INDEX_LOCK_KEY */.ZH);
    const found = ownLock(path);
    if (found?.operation_id === work.ticket.operationId)
        await index_lock_takeAway(work, path, found);
    else
        work.mustBeOurs();
    // Also for what was renamed under the lock and needs no place in time of its own.
    syncFolder(work.root.path);
}
async function tryLock(work, path) {
    const content = {
        locked_by: MARKER,
        operation_id: work.ticket.operationId,
        epoch: work.ticket.epoch,
        host: (0,external_node_os_.hostname)(),
        pid: process.pid,
        time: new Date(work.root.clock.now()).toISOString(),
    };
    const where = { path, key: keys/* INDEX_LOCK_KEY */.ZH, temporary: work.temporary() };
    try {
        // A power cut may take its name away: nobody is left then whom it would keep off.
        await work.change(() => createWhole(where, (0,log_record/* encodeJson */.Pr)(content), { mode: 0o644 }));
        return true;
    }
    catch (thrown) {
        if (thrown instanceof object_store/* ConflictError */.fK)
            return false;
        throw thrown;
    }
}
const isHeldBy = (work, lock) => lock.operation_id === work.ticket.operationId && lock.epoch === work.ticket.epoch;
/** The lock's content if it is one of ours; undefined when it is foreign, or gone. */
function ownLock(path) {
    try {
        return parseLock((0,external_node_fs_.readFileSync)(path, { encoding: 'utf8', flag: index_lock_READ }));
    }
    catch (thrown) {
        // A folder, a link, or a file that we may not read is somebody else's lock.
        if (isAbsent(thrown) || FOREIGN.includes(codeOf(thrown) ?? ''))
            return undefined;
        throw thrown;
    }
}
const index_lock_READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
const FOREIGN = ['EISDIR', 'ELOOP', 'EACCES', 'EPERM'];
function parseLock(text) {
    try {
        const content = JSON.parse(text);
        return content?.locked_by === MARKER ? content : undefined;
    }
    catch {
        return undefined;
    }
}
/** Renames a lock of ours into the work folder, and puts back what turns out to be another's. */
async function index_lock_takeAway(work, path, expected) {
    const taken = work.temporary();
    await work.change(() => (0,external_node_fs_.renameSync)(path, taken)).catch(nothingThere);
    const lock = ownLock(taken);
    const wrong = lock?.operation_id !== expected.operation_id || lock.epoch !== expected.epoch;
    // As a link, which can't overwrite the next one's lock.
    if (wrong)
        attempt(() => (0,external_node_fs_.linkSync)(taken, path));
    attempt(() => (0,external_node_fs_.unlinkSync)(taken));
}
function foreignLock(work, path) {
    const info = infoAt(path, keys/* INDEX_LOCK_KEY */.ZH);
    const seconds = Math.max(0, Math.round((work.root.clock.now() - (info?.modified ?? 0)) / 1000));
    const age = info === undefined ? 'it went away just now' : `it is ${seconds} s old`;
    return (0,errors/* failure */.V2)('INDEX_WRITE', `another program holds the index: '${path}' is there and not ours; ${age}`, {
        advice: `If no publisher is running, delete '${path}', then run again.`,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/reinstate.js








/** Puts a version's tree back: kept → work folder → version folder, each one rename; file by file where one stands. */
async function reinstate(work, manifest, artifacts, progress) {
    const places = placesOf(work, manifest);
    if (!manifest.folder_present || (await isUntouched(places, manifest, artifacts)))
        return;
    if (await fetchTree(work, manifest, places, progress)) {
        const whole = artifacts.length >= manifest.artifacts.length && (await putWhole(work, manifest, places));
        if (!whole)
            await putEach(work, manifest, places, artifacts);
    }
    else if (manifest.operation === 'restore') {
        // A rollback that holds nothing has nothing to give back: what others changed in its place is theirs.
        await mustStand(work, manifest, places, artifacts);
    }
    progress(artifacts.length, artifacts.length);
}
/** Nothing was taken yet, or all is back: the version folder has the very files of the manifest. */
async function isUntouched(places, manifest, artifacts) {
    if (isThere(places.tree) || !isThere(places.version))
        return false;
    const same = new Set((await compareTree(places.version, manifest)).same);
    return artifacts.every((artifact) => same.has(artifact.path));
}
/** Brings the tree into the work folder, under the fence; false when it is nowhere. */
async function fetchTree(work, manifest, places, progress) {
    if (isThere(places.tree))
        return true;
    if (!isThere(places.kept))
        return false;
    try {
        await work.move(places.kept, places.tree);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        await copyBack(work, manifest, places, progress);
    }
    return true;
}
async function copyBack(work, manifest, places, progress) {
    const partial = `${work.path}/.partial`;
    await work.change(() => deleteTree(partial));
    const known = readHashes(places.copied);
    const hashes = await copyTree(work, { from: places.kept, to: partial, manifest, exactly: false }, progress);
    const damaged = [...hashes].filter(([key, hash]) => known.has(key) && known.get(key) !== hash);
    if (damaged.length > 0) {
        throw (0,errors/* failure */.V2)('BACKUP', `the backup of ${manifest.version} is damaged`, {
            details: damaged.map(([key]) => key),
        });
    }
    await work.move(partial, places.tree);
}
/** One rename; false when a folder with something in it stands there. An empty one is replaced by the original. */
async function putWhole(work, manifest, places) {
    try {
        await work.move(places.tree, places.version);
        return true;
    }
    catch (thrown) {
        const code = codeOf(thrown) ?? '';
        if (['ENOTEMPTY', 'EEXIST'].includes(code))
            return false;
        if (code !== 'ENOTDIR')
            throw thrown;
        throw (0,errors/* failure */.V2)('STEP_FAILED', `can't put ${quoted(manifest.version)} back: a file or a link is in its place`, {
            cause: thrown,
        });
    }
}
async function mustStand(work, manifest, places, artifacts) {
    work.mustBeOurs();
    const hashes = readHashes(places.copied);
    const missing = [];
    for (const artifact of artifacts) {
        const state = await put_each_standing({ manifest, places, source: places.reinstated, hashes }, artifact);
        if (state !== 'same')
            missing.push(artifact.path);
    }
    if (missing.length === 0)
        return;
    throw (0,errors/* failure */.V2)('STEP_FAILED', `can't put ${quoted(manifest.version)} back: its files are not in the backup`, {
        details: missing,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/remove-empty.js



/** A folder that holds something else stays; what was removed from it is made durable. */
async function removeEmpty(work, path) {
    try {
        await work.change(() => (0,external_node_fs_.rmdirSync)(path));
    }
    catch (thrown) {
        if (isAbsent(thrown))
            return;
        if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(thrown) ?? ''))
            throw thrown;
        syncFolder(path);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/retract.js










/** Undoes a restore: what it put goes back to the backup; the keys that somebody changed meanwhile are left and told. */
async function retract(work, manifest, artifacts, progress) {
    const places = placesOf(work, manifest);
    if (!isThere(places.tree) && isThere(places.reinstated)) {
        await work.move(places.reinstated, places.tree);
    }
    const left = (await takeWhole(work, manifest, places, artifacts))
        ? []
        : await takeEach(work, manifest, places, artifacts);
    await retract_giveBack(work, manifest, places, progress);
    progress(artifacts.length, artifacts.length);
    return left;
}
/** As the restore put it: one rename, if nothing is there but what it put. */
async function takeWhole(work, manifest, places, artifacts) {
    if (isThere(places.tree) || isThere(places.kept))
        return false;
    if (artifacts.length < manifest.artifacts.length || !isThere(places.version))
        return false;
    if (!isExact(await compareTree(places.version, manifest)))
        return false;
    try {
        await work.move(places.version, places.tree);
        return true;
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EXDEV')
            return false;
        throw thrown;
    }
}
async function takeEach(work, manifest, places, artifacts) {
    const left = [];
    const source = isThere(places.tree) || !isThere(places.kept) ? places.tree : places.kept;
    const holding = { manifest, places, source, hashes: readHashes(places.copied) };
    for (const artifact of artifacts) {
        const state = await put_each_standing(holding, artifact);
        if (state === 'other')
            left.push(artifact.path);
        if (state === 'same')
            await retract_takeOne(work, holding, artifact);
    }
    // As they were before the restore: the folders that hold nothing any more were its own.
    if (artifacts.length > 0) {
        for (const folder of foldersOf(artifacts, manifest.version).reverse()) {
            await removeEmpty(work, places.version + folder);
        }
        syncFolder(work.root.path);
    }
    return left;
}
/** Deletes it where the tree has its bytes, or moves it there. */
async function retract_takeOne(work, holding, artifact) {
    const { places, source, manifest } = holding;
    const below = belowVersion(manifest, artifact);
    const kept = infoAt(source + below, artifact.path);
    if (artifact.type === 'folder') {
        if (kept === undefined)
            await makeInTree(work, places, [...parentsOf(below), below]);
        return;
    }
    if (kept === undefined) {
        await makeInTree(work, places, parentsOf(below));
        return work.move(places.version + below, places.tree + below);
    }
    const taken = work.temporary();
    await work.change(() => (0,external_node_fs_.renameSync)(places.version + below, taken));
    (0,external_node_fs_.unlinkSync)(taken);
}
async function makeInTree(work, places, folders) {
    for (const folder of folders) {
        const original = statOf(places.version + folder);
        await work.makeFolder(places.tree + folder, original === undefined ? 0o755 : modeOf(original));
    }
}
async function retract_giveBack(work, manifest, places, progress) {
    if (!isThere(places.tree))
        return;
    if (isThere(places.kept))
        return work.deleteTree(places.tree);
    try {
        await work.move(places.tree, places.kept);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        await keepCopy(work, { from: places.tree, exactly: false }, manifest, progress);
        await work.deleteTree(places.tree);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/withdraw.js











const NOTHING = { removed: [], changed: [], unknown: [] };
/** Step 6: version folder → work folder → where it is kept, each one rename; compared in between, where nobody writes. */
async function withdraw(work, manifest, progress) {
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type))
        return NOTHING;
    const places = placesOf(work, manifest);
    const copied = isCopied(places);
    if (isThere(places.kept) && !copied)
        return withdrawn(manifest, places);
    if (!isThere(places.tree)) {
        if (!manifest.folder_present)
            return refusal(await compareTree(places.version, manifest));
        const taken = await takeOut(work, places);
        if (taken === 'absent' && copied)
            return withdrawn(manifest, places);
        if (taken === 'absent')
            return refusal(await compareTree(places.version, manifest));
        if (taken === 'elsewhere')
            return withdrawByCopy(work, manifest, places, progress);
    }
    const found = await compareTree(places.tree, manifest);
    if (!isExact(found) && (await withdraw_putBack(work, places)))
        return refusal(found);
    await keep(work, manifest, places, copied, progress);
    progress(manifest.artifacts.length, manifest.artifacts.length);
    return withdrawn(manifest, places);
}
/** What is gone from the version folder, and what stands there now. */
async function survey(work, manifest) {
    const places = placesOf(work, manifest);
    const found = await compareTree(places.version, manifest);
    return { removed: found.missing, changed: found.changed, unknown: found.unknown };
}
async function takeOut(work, places) {
    try {
        await work.move(places.version, places.tree);
        return 'taken';
    }
    catch (thrown) {
        if (isAbsent(thrown))
            return 'absent';
        if (codeOf(thrown) === 'EXDEV')
            return 'elsewhere';
        throw thrown;
    }
}
/** False when a new version folder is in the way. */
async function withdraw_putBack(work, places) {
    try {
        await work.move(places.tree, places.version);
        return true;
    }
    catch (thrown) {
        if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(thrown) ?? ''))
            return false;
        throw thrown;
    }
}
async function keep(work, manifest, places, copied, progress) {
    if (copied)
        return work.deleteTree(places.tree);
    if (manifest.backup_path !== '')
        await work.makeFolder(places.keeper, ownFolderMode(work.root));
    try {
        await work.move(places.tree, places.kept);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        await keepCopy(work, { from: places.tree, exactly: true }, manifest, progress);
        await work.deleteTree(places.tree);
    }
}
/** The version folder itself can't be renamed (overlayfs): a verified copy first, then file by file. */
async function withdrawByCopy(work, manifest, places, progress) {
    const found = withoutEmptied(await compareTree(places.version, manifest), manifest);
    // Without a missing file no removal has begun, so there is still nothing to go on with.
    const untouched = found.missing.length === 0 || !isCopied(places);
    if (untouched && !isExact(found))
        return refusal(found);
    if (!isCopied(places))
        await keepCopy(work, { from: places.version, exactly: true }, manifest, progress);
    const gone = await removeOneByOne(work, manifest, places, new Set(found.same));
    return leftover(found, gone);
}
/** Folders of the release that a killed removal emptied are no strangers. */
function withoutEmptied(found, manifest) {
    const own = new Set(foldersOf(manifest.artifacts, manifest.version).map((each) => `${manifest.version}${each}/`));
    return { ...found, unknown: found.unknown.filter((key) => !own.has(key)) };
}
async function removeOneByOne(work, manifest, places, keys) {
    const gone = [];
    for (const artifact of manifest.artifacts) {
        if (!keys.has(artifact.path))
            continue;
        const path = places.version + artifact.path.slice(manifest.version.length);
        if (artifact.type === 'folder' || (await removeFile(work, path, artifact)))
            gone.push(artifact.path);
    }
    for (const folder of foldersOf(manifest.artifacts, manifest.version).reverse()) {
        await removeEmpty(work, places.version + folder);
    }
    syncFolder(work.root.path);
    return gone;
}
/** Takes a file away, then looks whether it was the right one: what was written meanwhile goes back. */
async function removeFile(work, path, artifact) {
    const taken = work.temporary();
    try {
        await work.change(() => (0,external_node_fs_.renameSync)(path, taken));
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        const info = infoAt(path, artifact.path);
        if (info === undefined || !isSame(info, artifact))
            return false;
        work.mustBeOurs();
        await work.change(() => (0,external_node_fs_.unlinkSync)(path));
        return true;
    }
    const info = infoAt(taken, artifact.path);
    const right = info !== undefined && isSame(info, artifact);
    if (!right)
        await work.change(() => (0,external_node_fs_.linkSync)(taken, path));
    (0,external_node_fs_.unlinkSync)(taken);
    return right;
}
/** Everything is out; whatever is in the version folder now was published after it. */
async function withdrawn(manifest, places) {
    const found = await compareTree(places.version, manifest);
    const present = [...found.same, ...found.changed, ...found.unknown];
    return {
        removed: manifest.artifacts.map((artifact) => artifact.path),
        changed: present,
        unknown: found.unknown,
    };
}
/** Nothing is out, because not everything is as the manifest has it. */
function refusal(found) {
    return {
        removed: [],
        changed: [...found.changed, ...found.missing, ...found.unknown],
        unknown: found.unknown,
        untouched: true,
    };
}
/** What is missing or taken is out; what is different stays. */
function leftover(found, taken) {
    const gone = new Set(taken);
    const kept = found.same.filter((key) => !gone.has(key));
    return {
        removed: [...found.missing, ...taken],
        changed: [...found.changed, ...kept, ...found.unknown],
        unknown: found.unknown,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/local-workspace.js














/** What an open operation changes in a local repository: every change a rename or link under the work folder's fence. */
class LocalWorkspace {
    work;
    constructor(work) {
        this.work = work;
    }
    open() {
        return telling('open the work folder', () => this.work.open());
    }
    lockIndex(timeoutMs) {
        return telling('lock the index', () => lockIndex(this.work, timeoutMs));
    }
    unlockIndex() {
        return telling('unlock the index', () => unlockIndex(this.work));
    }
    replace(current, body) {
        const { key, revision } = current.info;
        const where = { path: pathOf(this.work.root, key), key, temporary: this.work.temporary() };
        // Nothing waits for index.md to be durable: the unlocking that follows sees to it.
        const replaceNow = key === keys/* INDEX_MARKDOWN_KEY */.he ? replaceWhole : replaceDurably;
        return telling(`write ${quoted(key)}`, () => this.work.change(() => replaceNow(where, body, revision)));
    }
    create(key, body) {
        return telling(`write ${quoted(key)}`, () => createOwnFile(this.work, key, body));
    }
    prepareBackup(manifest, progress) {
        return this.step('BACKUP', `back ${quoted(manifest.version)} up`, () => prepareBackup(this.work, manifest, progress));
    }
    withdraw(manifest, progress) {
        return this.step('STEP_FAILED', `move ${quoted(manifest.version)} out`, () => withdraw(this.work, manifest, progress));
    }
    survey(manifest) {
        return telling(`look at ${quoted(manifest.version)}`, () => survey(this.work, manifest));
    }
    reinstate(manifest, artifacts, progress) {
        return this.step('STEP_FAILED', `put ${quoted(manifest.version)} back`, () => reinstate(this.work, manifest, artifacts, progress));
    }
    retract(manifest, artifacts, progress) {
        return this.step('STEP_FAILED', `take ${quoted(manifest.version)} out again`, () => retract(this.work, manifest, artifacts, progress));
    }
    damaged(manifest, artifacts) {
        return telling(`look at the backup of ${quoted(manifest.version)}`, () => damaged(this.work, manifest, artifacts));
    }
    discard(manifest) {
        return telling(`remove ${quoted(manifest.backup_path)}`, () => discardBackup(this.work, manifest));
    }
    close() {
        return telling('delete the work folder', () => this.work.close());
    }
    /** A step on the whole tree: whatever the system or another writer refuses has the step's own code. */
    step(code, doing, action) {
        return telling(doing, async () => {
            try {
                return await action();
            }
            catch (thrown) {
                if (thrown instanceof object_store/* ConflictError */.fK) {
                    throw (0,errors/* failure */.V2)(code, `can't ${doing}: ${quoted(thrown.key)} was changed meanwhile`, {
                        cause: thrown,
                    });
                }
                if (!(thrown instanceof CopyError))
                    throw thrown;
                throw (0,errors/* failure */.V2)(code, `can't ${doing}: ${thrown.message}`, { cause: thrown });
            }
            finally {
                // Seen from a work folder that was taken over, everything is gone: no answer, and no failure, means anything.
                this.work.mustBeOurs();
            }
        }, code);
    }
}

// EXTERNAL MODULE: ./lib/ports/workspace.js
var workspace = __webpack_require__(6529);
;// CONCATENATED MODULE: ./lib/adapters/store/local/work-folder.js













/** The version's folder while it is on its way. */
const TREE = 'tree';
const EARLIER = 'earlier-';
/**
 * The fence of one holder's turn: all its changes are renames and links out of or into this folder, and whoever
 * takes over renames it first. From then on every change of the former holder meets ENOENT.
 */
class WorkFolder {
    root;
    ticket;
    path;
    guard;
    constructor(root, ticket, guard) {
        this.root = root;
        this.ticket = ticket;
        this.guard = guard;
        this.path = pathOf(root, keys/* WORK */.Ar + workName(ticket.operationId, ticket.epoch));
    }
    get tree() {
        return `${this.path}/${TREE}`;
    }
    temporary() {
        return `${this.path}/${temporaryName()}`;
    }
    /**
     * Lets in what waits, asks the guard, then changes something; ENOENT because the folder is gone means that we were
     * superseded. Nothing comes between the guard's word and a change that is made in place.
     */
    async change(action) {
        await turn();
        await this.guard();
        try {
            return await action();
        }
        catch (thrown) {
            // What a taken-over work folder looks like from inside: a source that is gone, or not what it was.
            if (isAbsent(thrown) || thrown instanceof object_store/* ConflictError */.fK)
                this.mustBeOurs();
            throw thrown;
        }
    }
    mustBeOurs() {
        if (!isThere(this.path))
            throw new workspace/* SupersededError */.Z();
    }
    /** A rename, made durable: the place that gains first, so that a power cut never leaves the thing in neither. */
    async move(from, to) {
        await this.change(() => {
            (0,external_node_fs_.renameSync)(from, to);
            syncFolder((0,external_node_path_.dirname)(to));
            if ((0,external_node_path_.dirname)(from) !== (0,external_node_path_.dirname)(to))
                syncFolder((0,external_node_path_.dirname)(from));
        });
    }
    /** Makes a folder complete with its mode, then gives it its name; one that is there already is left as it is. */
    async makeFolder(path, mode) {
        if (isThere(path))
            return;
        const temporary = this.temporary();
        await this.change(() => {
            (0,external_node_fs_.mkdirSync)(temporary);
            (0,external_node_fs_.chmodSync)(temporary, mode);
        });
        try {
            await this.change(() => {
                (0,external_node_fs_.renameSync)(temporary, path);
                // Not where it comes from: what a power cut left of it there goes with the work folder.
                syncFolder((0,external_node_path_.dirname)(path));
            });
        }
        catch (thrown) {
            const code = codeOf(thrown) ?? '';
            if (code === 'EXDEV')
                await this.makeFolderElsewhere(path, mode);
            // Otherwise somebody made it, and something in it, meanwhile.
            else if (!['ENOTEMPTY', 'EEXIST'].includes(code))
                throw thrown;
        }
    }
    /** Backups on another file system: no rename goes there, so only the guard stands before it. */
    async makeFolderElsewhere(path, mode) {
        await this.change(() => unlessTaken(() => (0,external_node_fs_.mkdirSync)(path)));
        (0,external_node_fs_.chmodSync)(path, mode);
        syncFolder((0,external_node_path_.dirname)(path));
    }
    /** Deletes a tree that is not needed any more: out of its place by one rename, then at leisure. */
    async deleteTree(path) {
        const temporary = this.temporary();
        try {
            await this.move(path, temporary);
            await deleteTree(temporary);
        }
        catch (thrown) {
            if (codeOf(thrown) !== 'EXDEV')
                throw thrown;
            await this.change(() => deleteTree(path));
            syncFolder((0,external_node_path_.dirname)(path));
        }
    }
    async open() {
        ensureFolder(this.root, keys/* WORK */.Ar);
        await this.adoptEarlier();
        await this.change(() => {
            unlessTaken(() => (0,external_node_fs_.mkdirSync)(this.path));
            (0,external_node_fs_.chmodSync)(this.path, ownFolderMode(this.root));
            syncFolder((0,external_node_path_.dirname)(this.path));
        });
        // Again, after ours is there: of two holders who both make their folder, one sees the other's.
        await this.adoptEarlier();
    }
    /** Takes over what earlier epochs left, the newest as it is; throws when there is a later one. */
    async adoptEarlier() {
        const epochs = (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(this.path))
            .map((name) => parseWorkName(name))
            .filter((parsed) => parsed?.operationId === this.ticket.operationId)
            .map((parsed) => parsed?.epoch ?? 0);
        if (epochs.some((epoch) => epoch > this.ticket.epoch)) {
            attempt(() => (0,external_node_fs_.rmdirSync)(this.path));
            throw new workspace/* SupersededError */.Z();
        }
        for (const epoch of epochs.filter((each) => each < this.ticket.epoch).sort((a, b) => b - a)) {
            await this.adopt(pathOf(this.root, keys/* WORK */.Ar + workName(this.ticket.operationId, epoch)), epoch);
        }
    }
    async adopt(earlier, epoch) {
        await this.guard();
        const taken = tryRename(earlier, this.path);
        if (!taken) {
            // Ours holds something already: keep a tree where it is looked for, the rest is only cleaned up later.
            if (!isThere(this.tree))
                tryRename(`${earlier}/${TREE}`, this.tree);
            tryRename(earlier, `${this.path}/${EARLIER}${epoch}`);
            syncFolder(this.path);
        }
        syncFolder((0,external_node_path_.dirname)(this.path));
    }
    /** After the closer: gives the folder a name that is nobody's fence, then deletes it; never the only copy of a tree. */
    async close() {
        if (holdsTree(this.path))
            return;
        await deleteWorkFolder(this.root, workName(this.ticket.operationId, this.ticket.epoch));
    }
}
/** A tree that is still on its way is nowhere else: only a person may delete what an abandoned operation left. */
function holdsTree(folder) {
    if (isThere(`${folder}/${TREE}`))
        return true;
    const names = unlessAbsent(() => (0,external_node_fs_.readdirSync)(folder)) ?? [];
    return names.some((name) => name.startsWith(EARLIER) && isThere(`${folder}/${name}/${TREE}`));
}
const workName = (operationId, epoch) => `${operationId}-${epoch}`;
function parseWorkName(name) {
    const match = /^(.+)-([0-9]{1,15})$/.exec(name);
    if (match?.[1] === undefined || name.startsWith(CLOSED))
        return undefined;
    return { operationId: match[1], epoch: Number(match[2]) };
}
const CLOSED = 'closed-';
/**
 * Renamed first: a late holder finds nothing, and a killed clean-up leaves a name that says what it is. Not synced:
 * what a power cut brings back is of a closed operation, and the next one sweeps it.
 */
async function deleteWorkFolder(root, name) {
    const closed = pathOf(root, keys/* WORK */.Ar + (name.startsWith(CLOSED) ? name : `${CLOSED}${name}-${(0,external_node_crypto_.randomUUID)()}`));
    if (!name.startsWith(CLOSED)) {
        const moved = unlessAbsent(() => {
            (0,external_node_fs_.renameSync)(pathOf(root, keys/* WORK */.Ar + name), closed);
            return true;
        });
        if (moved === undefined)
            return;
    }
    await deleteTree(closed);
}
function unlessTaken(make) {
    try {
        make();
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EEXIST')
            throw thrown;
    }
}
/** False when something is in the way; true also when there was nothing to move. */
function tryRename(from, to) {
    try {
        (0,external_node_fs_.renameSync)(from, to);
        return true;
    }
    catch (thrown) {
        if (isAbsent(thrown))
            return true;
        if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(thrown) ?? ''))
            return false;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/local-workspaces.js







/** A run that is still writing its record needs its temporary file; nobody takes an hour for one. */
const STALE_MS = 3_600_000;
/** As long as a holder is silent before it counts as dead. */
const RECENT_MS = 60_000;
class LocalWorkspaces {
    root;
    constructor(root) {
        this.root = root;
    }
    create(ticket, guard) {
        return new LocalWorkspace(new WorkFolder(this.root, ticket, guard));
    }
    /** Cleaning up is never worth failing for, so what can't be deleted stays for the next time. */
    async sweep(openOperationId) {
        await telling('look into the work folder', async () => {
            for (const name of this.namesIn(keys/* WORK */.Ar)) {
                if (this.isLeftover(name, openOperationId)) {
                    await deleteWorkFolder(this.root, name).catch(() => undefined);
                }
            }
            for (const folder of [keys/* LOG */.$9, keys/* MANIFESTS */.V4])
                this.sweepTemporaries(folder);
            // Of a run that died between making its backup folder and writing the manifest into it.
            for (const name of this.namesIn(keys/* BACKUPS */.Gk)) {
                if (openOperationId !== undefined)
                    attempt(() => (0,external_node_fs_.rmdirSync)(pathOf(this.root, keys/* BACKUPS */.Gk + name)));
            }
        });
    }
    isLeftover(name, openOperationId) {
        if (name.startsWith(CLOSED))
            return true;
        const parsed = parseWorkName(name);
        if (parsed === undefined || parsed.operationId === openOperationId)
            return false;
        const folder = pathOf(this.root, keys/* WORK */.Ar + name);
        if (holdsTree(folder))
            return false;
        // Without an operation of our own, one may just have been opened.
        return openOperationId !== undefined || this.age(folder) > RECENT_MS;
    }
    sweepTemporaries(prefix) {
        for (const name of this.namesIn(prefix)) {
            const path = pathOf(this.root, prefix + name);
            if (isTemporary(prefix, name) && this.age(path) > STALE_MS)
                attempt(() => (0,external_node_fs_.unlinkSync)(path));
        }
    }
    age(path) {
        const stat = statOf(path);
        return stat === undefined ? 0 : this.root.clock.now() - Number(stat.mtimeMs);
    }
    namesIn(prefix) {
        return unlessAbsent(() => (0,external_node_fs_.readdirSync)(pathOf(this.root, prefix))) ?? [];
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/local-store.js














/** A folder as a repository. What an operation changes besides the log goes through `workspaces`. */
class LocalStore {
    type = 'local';
    lateRequests = false;
    location;
    workspaces;
    root;
    constructor(root) {
        this.root = root;
        this.location = root.path;
        this.workspaces = new LocalWorkspaces(root);
    }
    /** Touches nothing yet; throws BAD_INPUT on Windows. */
    static open(path, clock, platform = process.platform) {
        if (platform === 'win32') {
            throw (0,errors/* failure */.V2)('BAD_INPUT', 'local repositories are not supported on Windows', {
                advice: 'Windows has no atomic rename of a folder in use and no fsync of folders, which all-or-nothing rests on. Run on Linux or macOS, or use a repository on S3 or GCS.',
            });
        }
        return new LocalStore({ path: (0,external_node_path_.resolve)(path), clock });
    }
    inspect(options) {
        return inspectRepository(this.root, options);
    }
    async now() {
        return this.root.clock.now();
    }
    async read(key) {
        return telling(`read ${quoted(key)}`, () => {
            const file = openToRead(pathOf(this.root, key), key);
            if (file === undefined)
                return undefined;
            try {
                // Before the bytes: if somebody writes while we read, the revision is already the wrong one.
                const stat = (0,external_node_fs_.fstatSync)(file, { bigint: true });
                if (!stat.isFile())
                    throw (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(key)} is not a file`);
                return { info: infoOf(key, stat), body: (0,external_node_fs_.readFileSync)(file) };
            }
            finally {
                (0,external_node_fs_.closeSync)(file);
            }
        });
    }
    async head(key) {
        return telling(`look at ${quoted(key)}`, () => {
            const info = infoAt(pathOf(this.root, key), key);
            return info && hasExactName(this.root, key) ? info : undefined;
        });
    }
    async *list(prefix, options = {}) {
        pathOf(this.root, prefix);
        const folder = await telling(`list ${quoted(prefix)}`, () => folderOf(this.root, prefix));
        if (folder === undefined)
            return;
        let left = options.limit ?? Number.POSITIVE_INFINITY;
        const batches = options.shallow === true ? walkShallow(folder, prefix, left) : walkFolder(folder, prefix);
        for await (const batch of batches) {
            for (const info of batch) {
                if (left <= 0)
                    return;
                left -= 1;
                yield info;
            }
        }
    }
    async put(key, body, when) {
        const path = pathOf(this.root, key);
        const where = { path, key, temporary: `${(0,external_node_path_.dirname)(path)}/${temporaryName()}` };
        await turn();
        return telling(`write ${quoted(key)}`, () => {
            if (when !== 'absent')
                return replaceDurably(where, body, when.unchangedSince);
            return this.inFolder(key, () => createDurably(where, body, shapeFor(this.root, key)));
        });
    }
    async copy({ key: from, revision }, to) {
        const path = pathOf(this.root, to);
        const where = { path, key: to, temporary: `${(0,external_node_path_.dirname)(path)}/${temporaryName()}` };
        const source = { path: pathOf(this.root, from), key: from, revision };
        return telling(`copy ${quoted(from)} to ${quoted(to)}`, () => this.inFolder(to, () => copyDurably(source, where)));
    }
    async digest(key) {
        return telling(`read ${quoted(key)}`, () => hashFile(pathOf(this.root, key)).catch(nothingThere));
    }
    async remove(key, revision) {
        const path = pathOf(this.root, key);
        await turn();
        await telling(`remove ${quoted(key)}`, () => {
            const info = infoAt(path, key);
            if (info === undefined)
                return;
            if (info.revision !== revision)
                throw new object_store/* ConflictError */.fK(key);
            if (info.type === 'folder')
                (0,external_node_fs_.rmdirSync)(path);
            else
                (0,external_node_fs_.unlinkSync)(path);
            syncFolder((0,external_node_path_.dirname)(path));
        });
    }
    /** Makes the key's folder only when it turns out to be missing: a log append costs no extra look. */
    async inFolder(key, action) {
        try {
            return await action();
        }
        catch (thrown) {
            if (codeOf(thrown) !== 'ENOENT')
                throw thrown;
            ensureFolder(this.root, key.slice(0, key.lastIndexOf('/') + 1));
            return action();
        }
    }
}
/** Without following a link, and without waiting on a named pipe; undefined where nothing is. */
function openToRead(path, key) {
    try {
        return unlessAbsent(() => (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK));
    }
    catch (thrown) {
        throw codeOf(thrown) === 'ELOOP' ? symlinked(key, thrown) : thrown;
    }
}
function symlinked(key, cause) {
    const what = key === 'index.json' ? 'a symlinked index is refused' : 'which is refused';
    return (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(key)} is a symbolic link; ${what}`, { cause });
}

;// CONCATENATED MODULE: ./lib/adapters/store/open-store.js

/** The one place that knows which repositories there are; each cloud's SDK is loaded only for its own. */
async function openStore(options, parts) {
    switch (options.type) {
        case 'local':
            return LocalStore.open(options.path, parts.clock);
        case 's3': {
            const { openS3 } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(83), __webpack_require__.e(711), __webpack_require__.e(783), __webpack_require__.e(202)]).then(__webpack_require__.bind(__webpack_require__, 2202));
            return openS3(options, parts);
        }
        case 'gcs': {
            const { openGcs } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(83), __webpack_require__.e(923), __webpack_require__.e(783), __webpack_require__.e(188)]).then(__webpack_require__.bind(__webpack_require__, 188));
            return openGcs(options, parts);
        }
    }
}

;// CONCATENATED MODULE: ./lib/entry/wiring.js



/** A request's real parts; paths in it are absolute by now. What every run needs is loaded at once: each chunk takes a millisecond. */
async function openContext(repository, output, parts) {
    const store = await wiring_openStore(repository, parts);
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
function wiring_openStore(repository, { clock, reporter }) {
    return openStore(repository, { clock, debug: (message) => reporter.debug(message) });
}
/** What the signer has to say (a key was made) comes with the other notes of the preflight. */
async function openSigner(source) {
    const { RsaPssSigner } = await __webpack_require__.e(/* import() */ 439).then(__webpack_require__.bind(__webpack_require__, 439));
    const signer = new RsaPssSigner(source);
    return {
        prepare: async () => [...(await signer.prepare()), ...signer.notes],
        get notes() {
            return signer.notes;
        },
        sign: (bytes, timestamp) => signer.sign(bytes, timestamp),
    };
}


/***/ }),

/***/ 8824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ mustHoldSomething)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);

/**
 * A bucket takes whatever prefix it is given: before the first thing is written there, something must be there, or a
 * mistyped prefix would become a repository. Throws NO_REPOSITORY. (A folder that is not there is found by the local
 * store itself.)
 */
async function mustHoldSomething(store) {
    for await (const _ of store.list('', { limit: 1 }))
        return;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('NO_REPOSITORY', `There is nothing at ${store.location}`);
}


/***/ }),

/***/ 5272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fK: () => (/* reexport */ ConflictError),
  jd: () => (/* reexport */ UnansweredError),
  YD: () => (/* binding */ compareKeys),
  Ni: () => (/* reexport */ isUnanswered),
  I7: () => (/* reexport */ mayHaveLanded)
});

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
;// CONCATENATED MODULE: ./lib/ports/store-errors.js

/** A precondition did not hold: somebody else wrote the key, or our own earlier request did. */
class ConflictError extends Error {
    key;
    constructor(key, options) {
        super(`'${key}' is not what it was believed to be`, options);
        this.name = 'ConflictError';
        this.key = key;
    }
}
/** A request that may be sent again: no answer came, or the store was too busy to take it. Its code is UNREACHABLE. */
class UnansweredError extends errors/* RollbackError */.ZS {
    landed;
    retryAfterMs;
    constructor(message, options) {
        super(message, 'UNREACHABLE', { cause: options.cause });
        this.landed = options.landed;
        this.retryAfterMs = options.retryAfterMs;
    }
}
/** Whether the same request may be sent once more. */
const isUnanswered = (thrown) => thrown instanceof errors/* RollbackError */.ZS && thrown.code === 'UNREACHABLE';
/** Whether such a request may have had its effect, or may still land. */
const mayHaveLanded = (thrown) => isUnanswered(thrown) && !(thrown instanceof UnansweredError && thrown.landed === 'no');

;// CONCATENATED MODULE: ./lib/ports/object-store.js


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

/***/ 6529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ UNGUARDED),
/* harmony export */   Z: () => (/* binding */ SupersededError)
/* harmony export */ });
/** Of a request that belongs to no operation: a probe's, for one. */
const UNGUARDED = async () => { };
/** Another holder took the operation over: stop at once, touch nothing. */
class SupersededError extends Error {
    constructor(message = 'another run took this operation over') {
        super(message);
        this.name = 'SupersededError';
    }
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


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ first),
/* harmony export */   Sk: () => (/* binding */ sized),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   aG: () => (/* binding */ lasted),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   xb: () => (/* binding */ OPERATIONS),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/** `1,234 artifacts`, `1 artifact`. */
function counted(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
/** `4,525 bytes`, from a MiB on `50.0 MiB`. */
function sized(bytes) {
    const units = ['MiB', 'GiB', 'TiB'];
    let value = bytes / 1024 ** 2;
    if (value < 1)
        return counted(bytes, 'byte');
    let unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
        value /= 1024;
        unit += 1;
    }
    return `${value.toFixed(1)} ${units[unit]}`;
}
/** `284 ms`, `2.84 s`, `75.3 s`. */
function lasted(seconds) {
    if (seconds < 1)
        return `${Math.round(seconds * 1000)} ms`;
    return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}
/** At most so many, and how many more there are. */
function first(items, most) {
    const shown = items.slice(0, most);
    return { shown, more: items.length - shown.length };
}
/** `SUCCESS (with warnings)`: the guide's word for how it ended. */
function verdict(report) {
    const word = { success: 'SUCCESS', failed: 'FAILED', dry_run: 'DRY RUN', partial: 'PARTIAL' }[report.status];
    if (report.dry_run && report.status === 'failed')
        return `${word} (dry run)`;
    const ended = report.status === 'success' || report.status === 'dry_run';
    return ended && report.warnings.length > 0 ? `${word} (with warnings)` : word;
}
/** What the operation is called, and what it does to artifacts, in words. */
const OPERATIONS = {
    rollback: {
        noun: 'rollback',
        done: 'rolled back',
        moved: 'Taken out',
        moves: 'Takes out',
        move: 'Remove',
        listed: 'REMOVED ARTIFACTS',
    },
    restore: {
        noun: 'restore',
        done: 'restored',
        moved: 'Put back',
        moves: 'Puts back',
        move: 'Put back',
        listed: 'RESTORED ARTIFACTS',
    },
    recover: {
        noun: 'recovery',
        done: 'recovered',
        moved: 'Moved',
        moves: 'Moves',
        move: 'Move',
        listed: 'AFFECTED ARTIFACTS',
    },
};


/***/ })

};
