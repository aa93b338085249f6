export const id = 707;
export const ids = [707];
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

/***/ 5725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ refuseFile),
/* harmony export */   t: () => (/* binding */ refuseFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9285);
/* harmony import */ var _domain_index_mod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6202);
/* harmony import */ var _domain_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6850);
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9416);
/* harmony import */ var _real_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(748);







const OWN_FILES = [_domain_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .INDEX_KEY */ .lr, _domain_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .INDEX_MARKDOWN_KEY */ .he, _domain_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .INDEX_LOCK_KEY */ .ZH];
/** `v1.0.2-rc.1`, `2026.11`: a folder that is a release, or may become one. */
const LIKE_A_RELEASE = /^v?\d/i;
/** A file may be called `v1.0.2-report.json`. */
const NOTHING_BUT_A_VERSION = /^v?\d+(?:\.\d+)*$/i;
/**
 * Throws BAD_INPUT, naming a better place, for a folder that is or lies inside a release's folder or a `.rollback-…`
 * folder of the repository, links resolved. Its root and other folders are allowed: people work in there.
 */
function refuseFolder(folder, forbidden) {
    if (forbidden === undefined)
        return;
    const names = (0,_real_path_js__WEBPACK_IMPORTED_MODULE_5__/* .namesBelow */ .k)((0,_real_path_js__WEBPACK_IMPORTED_MODULE_5__/* .realPath */ .Y)(forbidden.repositoryRoot), (0,_real_path_js__WEBPACK_IMPORTED_MODULE_5__/* .realPath */ .Y)(folder));
    const why = names === undefined ? undefined : whyNoFolder(names, forbidden);
    if (why !== undefined)
        throw refusal(`Output folder '${folder}'`, why, '', forbidden);
}
/** The same of a file, which may not be the index, its rendering or its lock either. */
function refuseFile(path, forbidden) {
    if (forbidden === undefined)
        return;
    const names = (0,_real_path_js__WEBPACK_IMPORTED_MODULE_5__/* .namesBelow */ .k)((0,_real_path_js__WEBPACK_IMPORTED_MODULE_5__/* .realPath */ .Y)(forbidden.repositoryRoot), (0,_real_path_js__WEBPACK_IMPORTED_MODULE_5__/* .realPath */ .Y)(path));
    const why = names === undefined ? undefined : whyNoFile(names, forbidden);
    if (why !== undefined)
        throw refusal(`Report '${path}'`, why, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), forbidden);
}
function refusal(what, why, name, { repositoryRoot }) {
    const better = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,_real_path_js__WEBPACK_IMPORTED_MODULE_5__/* .realPath */ .Y)(repositoryRoot)), 'rollback-reports', name);
    return (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('BAD_INPUT', `${what} ${why}`, {
        advice: `Choose a place outside the repository, such as '${better}'.`,
    });
}
function whyNoFolder([first], forbidden) {
    if (first === undefined)
        return undefined;
    if (isOwnFolder(first))
        return `lies inside the repository's own folder ${first}/`;
    if (isOwnFile(first))
        return `is a place of the repository's own ${first}`;
    const release = (LIKE_A_RELEASE.test(first) && (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_4__/* .isVersion */ .lF)(first)) || isRelease(first, forbidden);
    return release ? `lies inside the release's folder ${first}/` : undefined;
}
function whyNoFile(names, forbidden) {
    const [first, ...rest] = names;
    if (first === undefined || rest.length > 0 || isOwnFolder(first))
        return whyNoFolder(names, forbidden);
    if (isOwnFile(first))
        return `is the repository's own ${first}`;
    const release = NOTHING_BUT_A_VERSION.test(first) || isRelease(first, forbidden);
    return release ? `has the place of the release's folder ${first}/` : undefined;
}
// Some file systems ignore case, and what is not there yet has no other spelling to compare with.
const isOwnFolder = (name) => name.toLowerCase().startsWith('.rollback-');
const isOwnFile = (name) => OWN_FILES.includes(name.toLowerCase());
/** The one that is worked on, one that the index lists, or one that was ever rolled back here. */
function isRelease(name, { repositoryRoot, version }) {
    if (name === version)
        return true;
    if (!(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_4__/* .isVersion */ .lF)(name))
        return false;
    try {
        const rolledBack = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repositoryRoot, _domain_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .BY_VERSION */ .TM, name);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(rolledBack, { throwIfNoEntry: false }) !== undefined || isListed(name, repositoryRoot);
    }
    catch (thrown) {
        const message = `Whether ${name}/ in the repository is a release can't be told: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRollbackError */ .p2)(thrown).message}`;
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('PERMISSION', message, { cause: thrown });
    }
}
/** Of an index that can't be parsed every name counts that stands in it. */
function isListed(name, repositoryRoot) {
    const index = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repositoryRoot, _domain_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .INDEX_KEY */ .lr);
    // Anything but a file is refused by the store in its own words; a pipe would be waited for.
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(index, { throwIfNoEntry: false })?.isFile())
        return false;
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(index);
    try {
        return (0,_domain_index_mod_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIndex */ .A1)(bytes).entries.some((entry) => entry.version === name);
    }
    catch {
        return bytes.includes(JSON.stringify(name));
    }
}


/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F6: () => (/* binding */ proveWritable),
/* harmony export */   is: () => (/* binding */ sweepStale),
/* harmony export */   ol: () => (/* binding */ refuseFolderAt),
/* harmony export */   qU: () => (/* binding */ expectFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9285);
/* harmony import */ var _durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3375);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7637);





/** What a killed run left beside its place is removed when no operation can still be at it. */
const STALE_MS = 24 * 60 * 60 * 1000;
const WHAT = 'Output folder';
/** About the size of a small manifest: a full disk shows before anything is changed. */
const PROBE = new Uint8Array(4096);
/** Makes the folder with its parents and proves that files can be made in it. Throws EVIDENCE naming it. */
async function proveWritable(folder, makeFolder) {
    try {
        if (makeFolder === undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
        else
            await makeFolder(folder);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder);
        if (!found.isDirectory())
            throw inTheWay(folder);
        const probe = (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .temporaryName */ .NT)(folder, 'release-rollback-probe');
        (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .writeNew */ .qf)(probe, PROBE);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(probe);
    }
    catch (thrown) {
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .evidenceFailure */ ._)(WHAT, folder, thrown);
    }
}
const inTheWay = (folder) => (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `${WHAT} '${folder}' can't be written: a file is in the way`);
/** Throws EVIDENCE for a folder that something stands in the way of. May it be written? Whoever runs dry need not be able to. */
function expectFolder(folder) {
    try {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(nearest(folder)).isDirectory())
            throw inTheWay(folder);
    }
    catch (thrown) {
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .evidenceFailure */ ._)(WHAT, folder, thrown);
    }
}
/** The folder itself, or what stands there or above in its place. */
function nearest(folder) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    const isThere = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(folder, { throwIfNoEntry: false }) !== undefined;
    return isThere || parent === folder ? folder : nearest(parent);
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


/***/ }),

/***/ 9866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ refuseOverlaps),
/* harmony export */   t: () => (/* binding */ refuseKeyAsEvidence)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9285);
/* harmony import */ var _domain_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3151);
/* harmony import */ var _real_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(748);




/**
 * Throws BAD_INPUT, links resolved, for a report that would replace evidence, the signing key or another report, or
 * stand where a folder is to be. Reads only.
 */
function refuseOverlaps(reports, spared) {
    for (const [i, path] of reports.entries()) {
        const others = reports.filter((_, j) => j !== i);
        const why = whyNot(path, others, spared);
        if (why === undefined)
            continue;
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('BAD_INPUT', `Report '${path}' ${why}`, { advice: 'Give it another place or name.' });
    }
}
function whyNot(path, others, { folders = [], keys = [] }) {
    if ([path, (0,_real_path_js__WEBPACK_IMPORTED_MODULE_3__/* .realPath */ .Y)(path)].some((each) => (0,_domain_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .isEvidenceName */ .dV)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(each))))
        return 'has the name of evidence';
    if (keys.some((key) => (0,_real_path_js__WEBPACK_IMPORTED_MODULE_3__/* .realPath */ .Y)(key) === (0,_real_path_js__WEBPACK_IMPORTED_MODULE_3__/* .realPath */ .Y)(path)))
        return 'is the signing key';
    const report = others.find((each) => isIn(path, each));
    if (report !== undefined)
        return `has the place of report '${report}'`;
    const folder = folders.find((each) => each !== undefined && isIn(path, each));
    return folder === undefined ? undefined : `stands where output folder '${folder}' is to be`;
}
/** Whether `place` is the file, or would lie below it as if it were a folder. */
const isIn = (file, place) => (0,_real_path_js__WEBPACK_IMPORTED_MODULE_3__/* .namesBelow */ .k)((0,_real_path_js__WEBPACK_IMPORTED_MODULE_3__/* .realPath */ .Y)(file), (0,_real_path_js__WEBPACK_IMPORTED_MODULE_3__/* .realPath */ .Y)(place)) !== undefined;
/** Throws BAD_INPUT for a key that evidence would be put in the place of. Reads only. */
function refuseKeyAsEvidence({ folders = [], keys = [] }) {
    const places = folders.filter((folder) => folder !== undefined).map(_real_path_js__WEBPACK_IMPORTED_MODULE_3__/* .realPath */ .Y);
    const taken = keys.find((key) => (0,_domain_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .isEvidenceName */ .dV)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(key)) && places.includes((0,_real_path_js__WEBPACK_IMPORTED_MODULE_3__/* .realPath */ .Y)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(key))));
    if (taken === undefined)
        return;
    const advice = 'Give the key another name, or the evidence another folder.';
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('BAD_INPUT', `The signing key '${taken}' stands where evidence goes`, { advice });
}


/***/ }),

/***/ 748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ realPath),
/* harmony export */   k: () => (/* binding */ namesBelow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Where a path leads: the links of what exists of it resolved, the rest added. Never throws. */
function realPath(path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(absolute);
    }
    catch {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(absolute);
        return parent === absolute ? absolute : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(realPath(parent), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(absolute));
    }
}
/** The names that lead from `folder` down to `place`, none when they are the same; undefined when it is not in there. */
function namesBelow(folder, place) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, place);
    const names = way.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    if (names[0] === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way))
        return undefined;
    return way === '' ? [] : names;
}


/***/ }),

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareReportFiles: () => (/* binding */ prepareReportFiles),
/* harmony export */   refuseReportPlaces: () => (/* binding */ refuseReportPlaces),
/* harmony export */   writeReportFile: () => (/* binding */ writeReportFile),
/* harmony export */   writeReportFiles: () => (/* binding */ writeReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9285);
/* harmony import */ var _report_json_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1957);
/* harmony import */ var _report_text_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3898);
/* harmony import */ var _durable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3375);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7637);
/* harmony import */ var _forbidden_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5725);
/* harmony import */ var _output_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8540);
/* harmony import */ var _overlaps_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9866);










/** Preflight: BAD_INPUT for a place that is not the reports' own, EVIDENCE for one that can't be written. */
async function prepareReportFiles(paths, options = {}) {
    refuseReportPlaces(paths, options);
    for (const path of given(paths)) {
        if (placeOf(path).writable)
            continue;
        await (0,_output_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .proveWritable */ .F6)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), options.makeFolder);
    }
}
/** Reads only. Throws BAD_INPUT for what is the repository's own or another output's, EVIDENCE for a folder. */
function refuseReportPlaces(paths, options) {
    for (const path of given(paths))
        (0,_forbidden_js__WEBPACK_IMPORTED_MODULE_7__/* .refuseFile */ .l)(path, options.forbidden);
    // Both streams may be one terminal.
    const files = given(paths).filter((path) => !placeOf(path).writable);
    (0,_overlaps_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseOverlaps */ .b)(files, options);
}
/** Writes the reports; the absolute paths of those that are asked for. Throws EVIDENCE. */
async function writeReportFiles(report, paths, options = {}) {
    const written = {};
    const encoder = new TextEncoder();
    refuseReportPlaces(paths, options);
    if (paths.json !== undefined)
        written.json = await writeReportFile(paths.json, (0,_report_json_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportParts */ .j2)(report), options);
    if (paths.text !== undefined) {
        written.text = await writeReportFile(paths.text, encoder.encode((0,_report_text_report_js__WEBPACK_IMPORTED_MODULE_4__/* .textReport */ .M)(report)), options);
    }
    return written;
}
/** Complete or not at all; an earlier report there is replaced. Answers the absolute path; throws EVIDENCE. */
async function writeReportFile(path, body, options = {}) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    try {
        refuseReportPlaces({ json: absolute }, options);
        const { target, writable } = placeOf(absolute);
        if (writable)
            await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.writeFile(target, body);
        else
            await replace(target, body, options.makeFolder);
        return absolute;
    }
    catch (thrown) {
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .evidenceFailure */ ._)('Report', absolute, thrown);
    }
}
async function replace(path, body, makeFolder) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    if (makeFolder === undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    else
        await makeFolder(folder);
    const temporary = (0,_durable_js__WEBPACK_IMPORTED_MODULE_5__/* .temporaryName */ .NT)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    (0,_durable_js__WEBPACK_IMPORTED_MODULE_5__/* .writeNew */ .qf)(temporary, body);
    try {
        (0,_durable_js__WEBPACK_IMPORTED_MODULE_5__/* .syncFile */ .gD)(temporary);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, path);
    }
    catch (thrown) {
        (0,_durable_js__WEBPACK_IMPORTED_MODULE_5__/* .remove */ .TF)(temporary);
        throw thrown;
    }
    (0,_durable_js__WEBPACK_IMPORTED_MODULE_5__/* .syncFolder */ .Yw)(folder);
}
/** Where a link leads; `writable` for a pipe or a terminal such as /dev/stdout, which nothing can be renamed over. */
function placeOf(path) {
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        if (found.isDirectory())
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `Report '${path}' can't be written: it is a folder`);
        return found.isFile()
            ? { target: node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path), writable: false }
            : { target: path, writable: true };
    }
    catch (thrown) {
        if ((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$)(thrown) === 'ENOENT')
            return { target: path, writable: false };
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .evidenceFailure */ ._)('Report', path, thrown);
    }
}
const given = (paths) => [paths.json, paths.text].filter((path) => path !== undefined).map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));


/***/ }),

/***/ 6979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ artifactIndex),
/* harmony export */   XI: () => (/* binding */ ArtifactMarks),
/* harmony export */   h3: () => (/* binding */ absentArtifacts)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6850);
/* harmony import */ var _row_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(293);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7310);



const known = new WeakMap();
/** Artifacts by their paths; made once for each manifest. */
function artifactIndex(artifacts) {
    const index = known.get(artifacts) ?? new _row_index_js__WEBPACK_IMPORTED_MODULE_0__/* .RowIndex */ .V(artifacts, ({ path }) => path);
    known.set(artifacts, index);
    return index;
}
/**
 * Finds artifacts by their paths and remembers which were found, with a bit for each instead of its path in a map and in
 * sets. Quickest for neighbours, one after the other.
 */
class ArtifactMarks {
    #artifacts;
    #index;
    #marked;
    constructor(artifacts) {
        this.#artifacts = artifacts;
        this.#index = artifactIndex(artifacts);
        this.#marked = new Uint8Array(artifacts.length);
    }
    /** The artifact of this path; undefined when there is none. */
    find(path) {
        return this.#index.find(path);
    }
    /** The same, marked from now on. */
    mark(path) {
        const position = this.#index.positionOf(path);
        if (position === undefined)
            return undefined;
        this.#marked[position] = 1;
        return this.#index.at(position);
    }
    /** In any order: answers to many requests at once come as they like. */
    markAll(paths) {
        // Lazy rows are in the order of their artifacts already, and all of them at once would be as many texts.
        const inOrder = paths instanceof _rows_js__WEBPACK_IMPORTED_MODULE_1__/* .LazyRows */ .Gf ? paths : [...paths].sort(_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .compareKeys */ .YD);
        for (const path of inOrder)
            this.mark(path);
        return this;
    }
    isMarked(path) {
        const position = this.#index.positionOf(path);
        return position !== undefined && this.#marked[position] === 1;
    }
    *marked() {
        yield* this.#those(1);
    }
    *unmarked() {
        yield* this.#those(0);
    }
    /** Paths of those that are marked now. */
    markedPaths() {
        return (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .view */ .Up)(this.markedRows(), ({ path }) => path);
    }
    /** Paths of those that are not marked now. */
    unmarkedPaths() {
        return (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .view */ .Up)(this.unmarkedRows(), ({ path }) => path);
    }
    /** Those that are marked now, as rows. */
    markedRows() {
        return (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .choose */ .Sw)(this.#artifacts, (position) => this.#marked[position] === 1);
    }
    /** Those that are not marked now, as rows. */
    unmarkedRows() {
        return (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .choose */ .Sw)(this.#artifacts, (position) => this.#marked[position] === 0);
    }
    *#those(mark) {
        let position = 0;
        for (const artifact of this.#artifacts) {
            if (this.#marked[position] === mark)
                yield artifact;
            position += 1;
        }
    }
}
/** The artifacts that were absent when the restore committed: only these are put, only these may be taken away again. */
function absentArtifacts(manifest) {
    const absent = new ArtifactMarks(manifest.artifacts);
    for (const path of manifest.absent ?? [])
        absent.mark(path);
    return absent.markedRows();
}


/***/ }),

/***/ 1199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   GK: () => (/* binding */ blankBytes),
/* harmony export */   KO: () => (/* binding */ textParts),
/* harmony export */   Vk: () => (/* binding */ textPieces),
/* harmony export */   Y5: () => (/* binding */ lengthOf),
/* harmony export */   mE: () => (/* binding */ joinBytes),
/* harmony export */   n6: () => (/* binding */ withoutLast),
/* harmony export */   vM: () => (/* binding */ byteParts),
/* harmony export */   xE: () => (/* binding */ inPieces)
/* harmony export */ });
const partsOf = (bytes) => (bytes instanceof Uint8Array ? [bytes] : bytes);
/** `make` begins anew for everyone who asks. */
const byteParts = (make) => ({ [Symbol.iterator]: make });
function lengthOf(bytes) {
    let length = 0;
    for (const part of partsOf(bytes))
        length += part.length;
    return length;
}
/** Bytes from which on a block of them is better off outside of what `malloc` holds. */
const LARGE = 512 * 1024;
/**
 * Zeroes to be written over. Once a large block is given back, glibc keeps as much of what is free in each thread from
 * then on; a buffer that could be resized lies in pages of its own instead, and goes back to the system as a whole.
 */
function blankBytes(length) {
    if (length < LARGE)
        return new Uint8Array(length);
    return new Uint8Array(new ArrayBuffer(length, { maxByteLength: length }), 0, length);
}
function joinBytes(bytes) {
    if (bytes instanceof Uint8Array)
        return bytes;
    // Made twice rather than there twice.
    const whole = blankBytes(lengthOf(bytes));
    let at = 0;
    for (const part of bytes) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}
/** Characters of a text that are made into bytes at once. */
const TEXT_AT_ONCE = 64 * 1024;
/** A text in pieces, none of which ends within a character. */
function* textPieces(text) {
    for (let at = 0; at < text.length;) {
        const isPair = isHighSurrogate(text.charCodeAt(at + TEXT_AT_ONCE - 1));
        const end = at + TEXT_AT_ONCE + Number(isPair);
        yield text.slice(at, end);
        at = end;
    }
}
/** A text in UTF-8: the entry of a large release is a long one, whose bytes need not be there as a whole. */
function* textParts(text) {
    const encoder = new TextEncoder();
    for (const piece of textPieces(text))
        yield encoder.encode(piece);
}
const isHighSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdbff;
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
        yield waiting.length === 1 ? part : joinBytes(waiting);
        waiting = [];
        length = 0;
    }
    if (length > 0)
        yield joinBytes(waiting);
}


/***/ }),

/***/ 297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ compareChecksums)
/* harmony export */ });
/**
 * Compares what a store tells of two contents without reading them: `<kind>:<value>`, several with a blank between.
 * Equal values of a kind mean equal bytes; unequal ones mean different bytes, except of ETags, which also depend on how
 * the bytes were uploaded.
 */
function compareChecksums(left, right) {
    if (left === undefined || right === undefined)
        return 'unknown';
    const told = byKind(left);
    const common = [...byKind(right)].filter(([kind]) => told.has(kind));
    if (common.some(([kind, value]) => told.get(kind) === value))
        return 'same';
    return common.some(([kind]) => kind !== 'etag') ? 'different' : 'unknown';
}
const byKind = (checksums) => new Map(checksums.split(' ').map((checksum) => {
    const colon = checksum.indexOf(':');
    return [checksum.slice(0, colon), checksum.slice(colon + 1)];
}));


/***/ }),

/***/ 3151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I7: () => (/* binding */ indexState),
/* harmony export */   Ks: () => (/* binding */ buildAuditLog),
/* harmony export */   Y$: () => (/* binding */ evidenceNames),
/* harmony export */   dV: () => (/* binding */ isEvidenceName),
/* harmony export */   et: () => (/* binding */ buildRollbackManifest)
/* harmony export */ });
/* unused harmony export INDEX_STATE_LIMIT */
/* harmony import */ var _artifact_marks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6979);
/* harmony import */ var _byte_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1199);
/* harmony import */ var _index_mod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6202);
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9591);
/* harmony import */ var _log_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(558);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8737);






const encoder = new TextEncoder();
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
/** Whether a file of this name is evidence, also of an earlier operation, whose id is then in the name. */
const isEvidenceName = (name) => /\.(?:rollback|restore)-(?:manifest|audit)\.(?:.+\.)?(?:json|sig)$/i.test(name);
/** `<version>.rollback-manifest.json` (guide, "Rollback Manifest"); a restore's has the same fields. */
function buildRollbackManifest(facts) {
    const { operation } = facts;
    return (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeMembers */ .QI)({
        schema_version: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(1),
        operation: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(operation.operation),
        version: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(operation.version),
        rollback_timestamp: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.timestamp),
        rollback_id: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(operation.rollback_id),
        rollback_reason: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(operation.reason),
        rollback_type: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(operation.rollback_type),
        can_restore: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.canRestore),
        backup_path: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(operation.backup_path),
        forced: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.forced),
        artifacts_removed: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .listLines */ .i4)(movedPaths(operation), 1),
        artifacts: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactLines */ .sm)(operation.artifacts),
        index_state_before: facts.indexBefore,
        index_state_after: facts.indexAfter,
    });
}
/** `<version>.rollback-audit.json` (guide, "Audit Logging"). */
function buildAuditLog(facts) {
    return (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeMembers */ .QI)({
        schema_version: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(1),
        audit_id: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.audit_id),
        version: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.version),
        timestamp: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.timestamp),
        machine_id: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.machine_id),
        rollback_id: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.rollback_id),
        rollback_type: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.rollback_type),
        actor: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.actor),
        run: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.run),
        log_head: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(facts.log_head),
        report: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .withLongList */ .nq)(facts.report, 'artifacts_removed'),
        // Without its line end.
        manifest: (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutLast */ .n6)(facts.manifestBytes),
    });
}
/** Of a rollback: what it takes; of a restore: what was absent and is put back. Empty folders are no artifacts. */
function movedPaths({ rollback_type: type, absent, artifacts }) {
    if (!(0,_types_js__WEBPACK_IMPORTED_MODULE_5__/* .takesArtifacts */ .Qe)(type))
        return [];
    const paths = absent === undefined ? filesOf(artifacts) : filesAmong(absent, artifacts);
    return { [Symbol.iterator]: paths };
}
const filesOf = (artifacts) => function* () {
    for (const { path, type } of artifacts)
        if (type !== 'folder')
            yield path;
};
const filesAmong = (paths, artifacts) => function* () {
    // Only a name that ends like a folder's may be one.
    for (const path of paths)
        if (!path.endsWith('/') || (0,_artifact_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactIndex */ .Pt)(artifacts).find(path)?.type === 'file')
            yield path;
};
/**
 * The index as stored (undefined when there was none) as JSON text: its own characters, for a parsed and printed number
 * beyond 2^53 is another number.
 */
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
    const ours = doc && raw !== undefined ? (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .findRaw */ .yw)(doc, operation.version, raw) : undefined;
    const entry = ours ?? (doc && (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(doc, operation.version)[0]);
    const members = {
        truncated: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(true),
        sha256: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)((0,_log_record_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256Hex */ .fg)(bytes)),
        total_releases: doc?.totalReleases === undefined ? 'null' : (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .entryText */ .u0)(doc, doc.totalReleases),
        position: (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .memberText */ .WI)(entry?.position ?? null),
        entry: '',
    };
    const lines = Object.entries(members).map(([name, text]) => `    ${JSON.stringify(name)}: ${text}`);
    const stored = storedEntry(doc, entry, ours === undefined ? undefined : raw);
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .byteParts */ .vM)(function* () {
        yield encoder.encode(`{\n${lines.join(',\n')}`);
        yield* typeof stored === 'string' ? (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .textParts */ .KO)(stored) : [stored];
        yield encoder.encode('\n  }');
    });
}
/** An entry of ours as the operation's manifest has it already: one of 100,000 artifacts need not be there twice. */
function storedEntry(doc, entry, raw) {
    if (raw !== undefined)
        return raw;
    // A copy: a view would keep the whole index.
    return doc === undefined || entry === undefined ? 'null' : (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .entryBytes */ .eD)(doc, entry).slice();
}
/** Never fails: evidence of an odd index is better than none. */
function parsed(bytes) {
    try {
        return (0,_index_mod_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIndex */ .A1)(bytes);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oj: () => (/* reexport */ BrokenIndexError),
  nj: () => (/* reexport */ LOCKED_BY),
  rN: () => (/* reexport */ LONGEST_LOCK),
  tG: () => (/* reexport */ cutEntries),
  Mc: () => (/* reexport */ entriesOf),
  eD: () => (/* reexport */ entryBytes),
  u0: () => (/* reexport */ entryText),
  yw: () => (/* reexport */ findRaw),
  Ax: () => (/* reexport */ insertEntry),
  Eu: () => (/* reexport */ isOurIndexMarkdown),
  QK: () => (/* reexport */ isOurLock),
  Zi: () => (/* reexport */ isRaw),
  gj: () => (/* reexport */ markEntry),
  A1: () => (/* reexport */ parseIndex),
  xc: () => (/* reexport */ placementOf),
  hB: () => (/* reexport */ readEntry),
  Ij: () => (/* reexport */ readPlaced),
  mf: () => (/* reexport */ renderIndexMarkdown),
  p0: () => (/* reexport */ unmarkEntry)
});

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

// EXTERNAL MODULE: ./lib/domain/byte-parts.js
var byte_parts = __webpack_require__(1199);
;// CONCATENATED MODULE: ./lib/domain/index/json-slice.js

// ignoreBOM: a U+FEFF belongs to the text; dropping it would lose bytes.
const strictly = { fatal: true, ignoreBOM: true };
const decoder = new TextDecoder('utf-8', strictly);
const encoder = new TextEncoder();
/** Bytes that are decoded at once: the text of more would lie outside of the heap, and be freed there as a large block. */
const AT_ONCE = 256 * 1024;
/** UTF-8 bytes of a text. */
function encode(text) {
    return encoder.encode(text);
}
/** The text of a slice; throws BrokenIndexError where it is not UTF-8. */
function decode(bytes, start, end) {
    try {
        if (end - start <= AT_ONCE)
            return decoder.decode(bytes.subarray(start, end));
        return decodeInPieces(bytes.subarray(start, end));
    }
    catch {
        throw new BrokenIndexError('it is not valid UTF-8', start);
    }
}
function decodeInPieces(bytes) {
    const pieces = new TextDecoder('utf-8', strictly);
    let text = '';
    for (let at = 0; at < bytes.length; at += AT_ONCE)
        text += pieces.decode(bytes.subarray(at, at + AT_ONCE), { stream: true });
    return text + pieces.decode();
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
    const out = (0,byte_parts/* blankBytes */.GK)(bytes.length + grown);
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
    return entriesOf(doc, version).find((entry) => isRaw(doc, entry, raw));
}
/** Whether the entry's bytes are those of this text. */
function isRaw(doc, entry, raw) {
    let at = entry.start;
    for (const part of (0,byte_parts/* textParts */.KO)(raw)) {
        if (!sameBytes(doc.bytes.subarray(at, Math.min(entry.end, at + part.length)), part))
            return false;
        at += part.length;
    }
    return at === entry.end;
}
/** Whether two byte strings are equal. */
function sameBytes(a, b) {
    if (a.length !== b.length)
        return false;
    for (let i = 0; i < a.length; i += 1)
        if (a[i] !== b[i])
            return false;
    return true;
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
/** Of something that has to begin at `at`; before it is said what it is not. */
function mustGoOn(bytes, at) {
    if (at >= bytes.length)
        throw new BrokenIndexError(TRUNCATED, bytes.length);
}
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
/** Bytes of a list of artifacts that are parsed at once: of a longer one all its texts are never there together. */
const entry_AT_ONCE = 64 * 1024;
const NONE = Object.freeze([]);
/** Reads the entry that begins at `start`. Only `version` and `artifacts` are required, as in DESIGN §1. */
function parseEntry(bytes, start, position) {
    const what = `release ${position + 1}`;
    mustGoOn(bytes, start);
    if (bytes[start] !== OPEN_BRACE)
        throw new BrokenIndexError(`${what} is not an object`, start);
    const span = checkedSpan(bytes, start, what);
    const { json, artifactCount } = readFields(bytes, span, what);
    const { version } = json;
    if (typeof version !== 'string')
        throw new BrokenIndexError(`${what} has no "version"`, start);
    if (version === '')
        throw new BrokenIndexError(`${what} has an empty "version"`, start);
    if (artifactCount === undefined)
        throw new BrokenIndexError(`${what} has no "artifacts" array of strings`, start);
    return {
        position,
        version,
        start,
        end: span.end,
        artifactCount,
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
/** What an entry lists that is in no document. Throws {@link BrokenIndexError} where `raw` is no entry. */
function readPlaced({ raw }) {
    const json = parsed(raw);
    const { version, artifacts } = json;
    if (typeof version !== 'string' || !isStrings(artifacts))
        throw new BrokenIndexError('the entry to put back is none', 0);
    return { version, artifacts, removed: removalOf(json) };
}
function parsed(raw) {
    let json;
    try {
        json = JSON.parse(raw);
    }
    catch {
        // Told below.
    }
    if (typeof json === 'object' && json !== null)
        return json;
    throw new BrokenIndexError('the entry to put back is not valid JSON', 0);
}
function readFields(bytes, span, what) {
    const { artifacts } = span;
    if (artifacts !== undefined && artifacts.end - artifacts.start > entry_AT_ONCE) {
        try {
            return readInPieces(bytes, span, artifacts);
        }
        catch {
            // What is wrong, and where, is told of the whole.
        }
    }
    const json = parseSlice(bytes, span.start, span.end, what);
    return { json, artifactCount: isStrings(json.artifacts) ? json.artifacts.length : undefined };
}
function readInPieces(bytes, { start, end }, artifacts) {
    const around = `${decode(bytes, start, artifacts.start)}[]${decode(bytes, artifacts.end, end)}`;
    return { json: JSON.parse(around), artifactCount: countStrings(bytes, artifacts) };
}
/** Throws where it is not strict JSON. */
function countStrings(bytes, { start }) {
    if (bytes[start] !== OPEN_BRACKET)
        return undefined;
    let count = 0;
    let allStrings = true;
    let piece = { start, end: start };
    const take = () => {
        const items = JSON.parse(`[${decode(bytes, piece.start, piece.end)}]`);
        count += items.length;
        allStrings &&= isStrings(items);
    };
    scanArray(bytes, start, (at) => {
        const isFull = piece.end - piece.start >= entry_AT_ONCE;
        if (isFull)
            take();
        piece = { start: isFull || piece.end === start ? at : piece.start, end: skipValue(bytes, at) };
        return piece.end;
    });
    if (piece.end > start)
        take();
    return allStrings ? count : undefined;
}
/** JSON.parse takes the last of two equal keys, another reader the first: a doubled key that we rely on is refused. */
function checkedSpan(bytes, start, what) {
    let versions = 0;
    let lists = 0;
    let artifacts;
    const end = scanObject(bytes, start, (keyStart, keyEnd, valueStart) => {
        if (keyIs(bytes, keyStart, keyEnd, VERSION) && ++versions > 1) {
            throw new BrokenIndexError(`${what} has "version" twice`, keyStart);
        }
        const isList = keyIs(bytes, keyStart, keyEnd, ARTIFACTS);
        if (isList && ++lists > 1)
            throw new BrokenIndexError(`${what} has "artifacts" twice`, keyStart);
        const valueEnd = skipValue(bytes, valueStart);
        if (isList)
            artifacts = { start: valueStart, end: valueEnd };
        return valueEnd;
    });
    return { start, end, artifacts };
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
    return editIndex(doc, splicesAt(doc, slot, placement, raw), now, totalWith(doc, slot, placement));
}
function checkedRaw({ raw, version }) {
    const bytes = (0,byte_parts/* joinBytes */.mE)((0,byte_parts/* byteParts */.vM)(() => (0,byte_parts/* textParts */.KO)(raw)));
    const entry = parseEntry(bytes, 0, 0);
    if (entry.end !== bytes.length)
        throw new BrokenIndexError('something follows the entry to put back', entry.end);
    if (entry.version !== version)
        throw new BrokenIndexError('the entry to put back is of another version', 0);
    return bytes;
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
/** One after the other in one place: the entry may be long, and is not copied to stand beside its separator. */
function splicesAt(doc, slot, { glue }, raw) {
    const neighbour = doc.entries[slot.side === 'behind newer' ? slot.position - 1 : slot.position];
    if (neighbour === undefined) {
        const inside = { start: doc.releases.start + 1, end: doc.releases.end - 1 };
        const behind = [raw, encode(spaceOr(glue.tail))];
        return [{ ...inside, bytes: encode(spaceOr(glue.lead)) }, ...placedAt(inside.end, behind)];
    }
    const behind = slot.side === 'behind newer';
    const separator = encode(separatorOf(doc, behind ? [glue.before, glue.after] : [glue.after, glue.before]));
    return behind ? placedAt(neighbour.end, [separator, raw]) : placedAt(neighbour.start, [raw, separator]);
}
const placedAt = (at, parts) => parts.map((bytes) => ({ start: at, end: at, bytes }));
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

;// CONCATENATED MODULE: ./lib/domain/index/lock.js
/** What `index.json.lock` says in `locked_by` when it is ours (docs/formats.md). */
const LOCKED_BY = 'release-rollback';
/** No lock of ours is longer. */
const LONGEST_LOCK = 4096;
/** Whether the text of an `index.json.lock` says that it is ours; anybody may have written it. */
function isOurLock(text) {
    try {
        const content = JSON.parse(text);
        return content?.locked_by === LOCKED_BY;
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
    mustGoOn(bytes, start);
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
/* harmony export */   AE: () => (/* binding */ filledIn),
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
const AT_ONCE = 200;
/** A list up to this size is kept as text: it is asked for three times an operation. */
const KEPT = 20_000;
/** A value as a member, one level in: indenting it afterwards would take three times as long. */
const memberText = (value) => JSON.stringify({ '': value }, null, 2).slice('{\n  "": '.length, -'\n}'.length);
/** A list as a member whose items stand one a line, `depth` levels in; its text is never there as a whole. */
function listLines(items, depth, write = JSON.stringify) {
    const [inner, outer] = ['  '.repeat(depth + 1), '  '.repeat(depth)];
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .byteParts */ .vM)(function* () {
        let lines = [];
        let lead = '[\n';
        const text = () => encoder.encode(`${lead}${lines.join(',\n')}`);
        for (const item of items) {
            lines.push(`${inner}${write(item)}`);
            if (lines.length < AT_ONCE)
                continue;
            yield text();
            lines = [];
            lead = ',\n';
        }
        if (lines.length > 0)
            yield text();
        yield encoder.encode(lines.length === 0 && lead === '[\n' ? '[]' : `\n${outer}]`);
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
    const { entries, absent = [] } = rest;
    const long = {
        entries: () => placementsJson(entries),
        absent: () => listLines(absent, 1),
    };
    const texts = members.map(([name, value]) => [name, long[name]?.() ?? memberText(value)]);
    return encodeMembers({ ...Object.fromEntries(texts), artifacts: artifactLines(artifacts) });
}
/** How the text of an entry stands among its fields: those of what it knows besides are further in. */
const NO_RAW = '\n      "raw": ""';
/**
 * Entries as a member; their own texts, which may be long, are escaped piece by piece. The fields keep their order, which
 * in a manifest that was read is another one.
 */
function placementsJson(entries) {
    if (entries.length === 0)
        return '[]';
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .byteParts */ .vM)(function* () {
        for (const [i, entry] of entries.entries()) {
            const text = memberText([{ ...entry, raw: '' }]).slice('[\n'.length, -'\n  ]'.length);
            yield encoder.encode(i === 0 ? '[\n' : ',\n');
            yield* filledIn(text, NO_RAW, stringJson(entry.raw));
        }
        yield encoder.encode('\n  ]');
    });
}
const stringJson = (text) => (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .byteParts */ .vM)(function* () {
    yield encoder.encode('"');
    for (const piece of (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textPieces */ .Vk)(text))
        yield encoder.encode(JSON.stringify(piece).slice(1, -1));
    yield encoder.encode('"');
});
/**
 * JSON text with something long in place of the last two characters of `blank`. Within a string the quotation marks of
 * `blank` would be escaped: nothing else can be taken for it.
 */
function filledIn(text, blank, long) {
    const end = text.indexOf(blank) + blank.length;
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .byteParts */ .vM)(function* () {
        yield encoder.encode(text.slice(0, end - 2));
        yield* long;
        yield encoder.encode(text.slice(end));
    });
}
/** A JSON file from its members, which are taken over as they are. */
function encodeMembers(members) {
    return (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .byteParts */ .vM)(function* () {
        for (const [i, [name, json]] of Object.entries(members).entries()) {
            yield encoder.encode(`${i === 0 ? '{' : ','}\n  ${JSON.stringify(name)}: `);
            yield* typeof json === 'string' ? (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textParts */ .KO)(json) : (0,_byte_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(json);
        }
        yield encoder.encode('\n}\n');
    });
}
/** An object as a member, one level in; `list` is one of its members and too long to be text as a whole. */
function withLongList(value, list) {
    const items = value[list];
    if (!Array.isArray(items))
        return [encoder.encode(memberText(value))];
    return filledIn(memberText({ ...value, [list]: [] }), `"${list}": []`, listLines(items, 2));
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

/***/ 293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ RowIndex)
/* harmony export */ });
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6850);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7310);


/**
 * Finds rows by their names. Of packed ones in the order of keys only the name that each block of neighbours begins with is
 * kept: quickest for neighbours, one after the other. Others, and those in no order (a manifest of others may be), cost a map.
 */
class RowIndex {
    at;
    positionOf;
    /** The rows must not become more any more. */
    constructor(rows, nameOf) {
        this.at = atOf(rows);
        this.positionOf = finder(rows, this.at, nameOf);
    }
    has(name) {
        return this.positionOf(name) !== undefined;
    }
    find(name) {
        const position = this.positionOf(name);
        return position === undefined ? undefined : this.at(position);
    }
}
function finder(rows, at, nameOf) {
    // Rows that are there as objects are few, and a map of them is made before comparing code is compiled.
    const firsts = rows instanceof _rows_js__WEBPACK_IMPORTED_MODULE_0__/* .LazyRows */ .Gf ? readFirsts(rows, nameOf) : undefined;
    if (firsts !== undefined)
        return bisecting((position) => nameOf(at(position)), rows.length, firsts);
    const positions = new Map(rows.map(nameOf).map((name, position) => [name, position]));
    return (name) => positions.get(name);
}
/** First which block, by the name that it begins with, then in there: no other one is unpacked, whatever the order. */
function bisecting(nameAt, length, firsts) {
    return (name) => {
        const blocks = countBefore(0, firsts.length, (block) => (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .compareKeys */ .YD)(firsts[block] ?? '', name) <= 0);
        const begin = (blocks - 1) * _rows_js__WEBPACK_IMPORTED_MODULE_0__/* .AT_ONCE */ .Qd;
        if (begin < 0)
            return undefined;
        const end = Math.min(length, begin + _rows_js__WEBPACK_IMPORTED_MODULE_0__/* .AT_ONCE */ .Qd);
        const position = countBefore(begin, end, (each) => (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .compareKeys */ .YD)(nameAt(each), name) < 0);
        return position < end && nameAt(position) === name ? position : undefined;
    };
}
/** The first number from `low` on, or `high`, of which `isBefore` does not hold; it holds of none after that. */
function countBefore(low, high, isBefore) {
    let [from, to] = [low, high];
    while (from < to) {
        const middle = (from + to) >>> 1;
        if (isBefore(middle))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}
/** The name that each block of neighbours begins with; undefined for what is in no order. */
function readFirsts(rows, nameOf) {
    const firsts = [];
    let before = '';
    let position = 0;
    for (const row of rows) {
        const name = nameOf(row);
        if ((0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .compareKeys */ .YD)(before, name) >= 0)
            return undefined;
        if (position % _rows_js__WEBPACK_IMPORTED_MODULE_0__/* .AT_ONCE */ .Qd === 0)
            firsts.push(name);
        before = name;
        position += 1;
    }
    return firsts;
}
function atOf(rows) {
    if (rows instanceof _rows_js__WEBPACK_IMPORTED_MODULE_0__/* .LazyRows */ .Gf)
        return (position) => rows.at(position);
    const list = Array.isArray(rows) ? rows : [...rows];
    return (position) => list[position];
}


/***/ }),

/***/ 7310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qd: () => (/* binding */ AT_ONCE),
  Gf: () => (/* binding */ LazyRows),
  Mb: () => (/* binding */ PackedRows),
  Sw: () => (/* binding */ choose),
  Up: () => (/* binding */ view)
});

;// CONCATENATED MODULE: ./lib/domain/columns.js
/**
 * Plain JSON values as text: of objects with the same fields in the same order the names once, and what is the same in all
 * of them once, which takes half of what JSON alone would. Anything else is JSON.
 */
function columnsOf(items) {
    const names = sharedNames(items);
    if (names === undefined)
        return JSON.stringify([items]);
    const columns = names.map((name) => columnOf(items.map((item) => item[name])));
    return JSON.stringify([names, items.length, columns]);
}
/** The items of `columnsOf`. */
function fromColumns(text) {
    const parsed = JSON.parse(text);
    if (parsed.length === 1)
        return parsed[0];
    const [names, count, columns] = parsed;
    const items = Array.from({ length: count }, () => ({}));
    for (const [position, name] of names.entries())
        fill(items, name, columns[position] ?? [null]);
    return items;
}
/** Undefined where the items are not all objects of the same fields, or JSON would leave a field out. */
function sharedNames(items) {
    const [first] = items;
    if (!isObject(first))
        return undefined;
    const names = Object.keys(first);
    // It could not be set as a field.
    if (names.length === 0 || names.includes('__proto__'))
        return undefined;
    return items.every((item) => isObject(item) && hasJust(item, names)) ? names : undefined;
}
const isObject = (item) => typeof item === 'object' && item !== null && !Array.isArray(item);
function hasJust(item, names) {
    let position = 0;
    for (const name in item) {
        if (name !== names[position] || item[name] === undefined)
            return false;
        position += 1;
    }
    return position === names.length;
}
function columnOf(values) {
    const [first] = values;
    if (typeof first !== 'object' && values.every((value) => value === first))
        return [first];
    if (!values.every((value) => typeof value === 'string'))
        return [0, 0, values];
    const beginning = sharedBeginning(values);
    return [beginning, values.map((value) => value.slice(beginning.length))];
}
function sharedBeginning(texts) {
    let [shared = ''] = texts;
    for (const text of texts)
        while (!text.startsWith(shared))
            shared = shared.slice(0, -1);
    return shared;
}
function fill(items, name, column) {
    const [first, ends, each] = column;
    for (let at = 0; at < items.length; at += 1) {
        const item = items[at];
        if (item === undefined)
            continue;
        if (each !== undefined)
            item[name] = each[at];
        else
            item[name] = Array.isArray(ends) ? `${first}${ends[at]}` : first;
    }
}

;// CONCATENATED MODULE: ./lib/domain/rows.js

/** Items that are made into text, and back, at once. */
const AT_ONCE = 64;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Rows that are made when they are asked for. */
class LazyRows {
    map(each) {
        return Array.from(this, each);
    }
    /** The same rows, seen through what was kept: nothing is packed twice. */
    filter(keep) {
        const kept = new Uint8Array(this.length);
        let position = 0;
        for (const item of this) {
            kept[position] = Number(Boolean(keep(item)));
            position += 1;
        }
        return chosen(this, (at) => kept[at] === 1);
    }
    /** The same rows, each as `view` shows it whenever it is asked for. */
    through(view) {
        return new ViewedRows(this, view);
    }
    every(holds) {
        return !this.some((item) => !holds(item));
    }
    some(holds) {
        for (const item of this)
            if (holds(item))
                return true;
        return false;
    }
    reduce(add, start) {
        let sum = start;
        for (const item of this)
            sum = add(sum, item);
        return sum;
    }
}
/**
 * Plain JSON values as UTF-8 outside of the heap, made into objects again whenever they are asked for: of 100,000
 * objects that live the garbage collector lets the heap grow to a multiple, and follows each of them.
 */
class PackedRows extends LazyRows {
    #blocks = [];
    #last = [];
    #length = 0;
    #unpacked;
    static from(items) {
        const rows = new PackedRows();
        for (const item of items)
            rows.push(item);
        return rows;
    }
    get length() {
        return this.#length;
    }
    /** What is pushed must not be changed any more. */
    push(item) {
        this.#last.push(item);
        this.#length += 1;
        if (this.#last.length < AT_ONCE)
            return;
        this.#blocks.push(encoder.encode(columnsOf(this.#last)));
        this.#last = [];
    }
    at(position) {
        const item = this.#block(Math.floor(position / AT_ONCE))[position % AT_ONCE];
        if (item === undefined)
            throw new RangeError(`there is no row ${position}`);
        return item;
    }
    *[Symbol.iterator]() {
        for (let block = 0; block <= this.#blocks.length; block += 1)
            yield* this.#block(block);
    }
    /** The one that was asked for last is kept, since the next question mostly is for its neighbour. */
    #block(block) {
        const bytes = this.#blocks[block];
        if (bytes === undefined)
            return block === this.#blocks.length ? this.#last : [];
        if (this.#unpacked?.block === block)
            return this.#unpacked.items;
        const items = fromColumns(decoder.decode(bytes));
        this.#unpacked = { block, items };
        return items;
    }
}
class ViewedRows extends LazyRows {
    #rows;
    #view;
    constructor(rows, view) {
        super();
        this.#rows = rows;
        this.#view = view;
    }
    get length() {
        return this.#rows.length;
    }
    at(position) {
        return this.#view(this.#rows.at(position), position);
    }
    *[Symbol.iterator]() {
        let position = 0;
        for (const item of this.#rows) {
            yield this.#view(item, position);
            position += 1;
        }
    }
}
/** Some of other rows, by their positions. */
class ChosenRows extends LazyRows {
    #rows;
    #positions;
    constructor(rows, positions) {
        super();
        this.#rows = rows;
        this.#positions = positions;
    }
    get length() {
        return this.#positions.length;
    }
    at(position) {
        const at = this.#positions[position];
        if (at === undefined)
            throw new RangeError(`there is no row ${position}`);
        return this.#rows.at(at);
    }
    *[Symbol.iterator]() {
        for (const at of this.#positions)
            yield this.#rows.at(at);
    }
}
function chosen(rows, keep) {
    const positions = new Uint32Array(rows.length);
    let count = 0;
    for (let at = 0; at < positions.length; at += 1) {
        if (!keep(at))
            continue;
        positions[count] = at;
        count += 1;
    }
    if (count === rows.length)
        return rows;
    return new ChosenRows(rows, positions.slice(0, count));
}
/** The rows whose positions are kept; of lazy ones none is made for it. */
function choose(rows, keep) {
    return rows instanceof LazyRows ? chosen(rows, keep) : [...rows].filter((_, position) => keep(position));
}
/** The rows as `view` shows them; lazy ones whenever they are asked for. */
function view(rows, as) {
    return rows instanceof LazyRows ? rows.through((item) => as(item)) : rows.map(as);
}


/***/ }),

/***/ 9707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  operate: () => (/* reexport */ operate),
  showDoctor: () => (/* reexport */ showDoctor),
  showList: () => (/* reexport */ showList),
  usageReport: () => (/* reexport */ usageReport)
});

// EXTERNAL MODULE: ./lib/report/facts.js
var report_facts = __webpack_require__(5697);
// EXTERNAL MODULE: ./lib/report/safe-text.js
var safe_text = __webpack_require__(8641);
// EXTERNAL MODULE: ./lib/report/text-report.js
var text_report = __webpack_require__(3898);
// EXTERNAL MODULE: ./lib/report/undo-command.js
var undo_command = __webpack_require__(5782);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/console.js





const MOST_MESSAGES = 50;
const COLORS = { red: 31, green: 32, yellow: 33, bold: 1 };
function closingLines(report, { color }) {
    const paint = painter(color);
    return {
        warnings: messages('WARNING', report.warnings, (word) => paint('yellow', word)),
        results: [paint(hueOf(report), `Status: ${(0,words/* verdict */.WJ)(report)}`), ...resultLines(report, paint)],
        problems: report.exit_code === 0 ? [] : problemLines(report, paint),
    };
}
/** Colour is the only escape sequence that we ever write, and only here. */
function painter(color) {
    return (name, text) => (color ? `\u001b[${COLORS[name]}m${text}\u001b[0m` : text);
}
function hueOf({ exit_code, warnings }) {
    if (exit_code !== 0)
        return 'red';
    return warnings.length > 0 ? 'yellow' : 'green';
}
function resultLines(report, paint) {
    const went = report.exit_code === 0;
    // A failure's summary is its first error, which follows on stderr; a dry run's facts are in its block.
    const facts = report.dry_run ? [] : [...(0,report_facts/* factsOf */.xS)(report), ...(0,report_facts/* evidenceOf */.X1)(report)];
    return [
        ...(went ? [(0,safe_text/* oneLine */.TN)(report.summary)] : []),
        ...(0,text_report/* aligned */.b)(facts, '  '),
        ...report.notes.map((note) => `  Note: ${(0,safe_text/* oneLine */.TN)(note)}`),
        ...undoLines(report, paint),
    ].filter((line) => line !== '');
}
function undoLines(report, paint) {
    const undo = (0,undo_command/* undoCommand */.Eb)(report);
    const hides = (0,report_facts/* hidesRelease */.RP)(report) && !report.dry_run;
    return [
        ...(undo === undefined ? [] : ['To undo it:', `  ${paint('bold', undo)}`]),
        ...(hides ? [(0,report_facts/* noDowngrade */.DR)(report)] : []),
    ];
}
function problemLines(report, paint) {
    const errors = report.errors.length > 0 ? report.errors : [report.summary];
    const real = report.would_exit_code;
    return [
        ...messages('ERROR', errors, (word) => paint('red', word)),
        ...(report.dry_run ? [] : [(0,report_facts/* leftBehind */.aU)(report)]),
        ...(real === undefined ? [] : [`The real run would end with exit code ${real}.`]),
        ...(report.advice === '' ? [] : [`Next: ${(0,safe_text/* oneLine */.TN)(report.advice)}`]),
        `Exit Code: ${report.exit_code}`,
    ];
}
function messages(word, texts, paint) {
    const { shown, more } = (0,words/* first */.$1)(texts, MOST_MESSAGES);
    const lines = shown.map((text) => `${paint(`${word}:`)} ${(0,safe_text/* oneLine */.TN)(text)}`);
    return more > 0 ? [...lines, `${paint(`${word}:`)} ... and ${(0,words/* grouped */.zD)(more)} more`] : lines;
}

;// CONCATENATED MODULE: ./lib/report/dry-run.js



const RULE = '='.repeat(67);
const MOST_FILES = 10;
/** What the real run would do, in the guide's words and numbering (its order, not ours: DESIGN §2). */
function stepsOf(report) {
    if (report.status === 'failed')
        return [];
    const { operation, version, total_artifacts_removed: total, index_updated } = report;
    if (operation === 'recover')
        return recoverSteps(report.summary);
    const marks = (0,report_facts/* marksEntry */.Du)(report);
    const takes = total > 0 || index_updated || marks;
    const back = operation === 'restore';
    return [
        ...(!back && takes && report.backup_created
            ? [step(total > 0 ? `Backup version ${version}` : 'Backup index state')]
            : []),
        ...(total > 0
            ? [{ text: `${words/* OPERATIONS */.xb[operation].move} ${(0,words/* counted */.hS)(total, 'artifact')}:`, files: true }]
            : []),
        ...(index_updated
            ? [step(back ? `Put ${version} back into index` : `Remove ${version} from index`)]
            : []),
        ...(marks
            ? [step(back ? `Take the mark off ${version} in index` : `Mark ${version} as removed in index`)]
            : []),
    ];
}
/** `DRY RUN: would finish the rollback …` as a step: `Finish the rollback …`; none where nothing is open. */
function recoverSteps(summary) {
    const [, initial = '', rest = ''] = /^DRY RUN: would (.)(.*)$/s.exec(summary) ?? [];
    return initial === '' ? [] : [step(initial.toUpperCase() + rest)];
}
const step = (text) => ({ text, files: false });
/** The guide's DRY RUN block ("Dry-Run Simulation"). */
function dryRunText(report) {
    const about = aboutLines(report);
    const body = report.status === 'failed' ? obstacles(report) : operations(report);
    const gap = about.length > 0 ? [''] : [];
    return [
        ...[RULE, 'DRY RUN SIMULATION', RULE],
        ...[...about, ...gap, ...body, ''],
        ...[RULE, 'DRY RUN COMPLETE - No changes made', RULE, ''],
    ].join('\n');
}
function aboutLines(report) {
    const { version, operation, total_artifacts_removed: total, estimated_duration_seconds: estimate } = report;
    const judged = report.status !== 'failed';
    const what = operation === 'restore' ? 'put back' : 'remove';
    return [
        ...(version === '' ? [] : [`Version: ${(0,safe_text/* oneLine */.TN)(version)}`]),
        ...(operation === 'recover' ? [] : [`Rollback Type: ${report.rollback_type}`]),
        ...(operation === 'recover' || !judged ? [] : [`Artifacts to ${what}: ${(0,words/* grouped */.zD)(total)}`]),
        ...(judged && estimate > 0 ? [`Estimated duration: ${estimate.toFixed(1)}s`] : []),
    ];
}
function operations(report) {
    const steps = stepsOf(report).flatMap(({ text, files }, i) => [
        `  ${i + 1}. ${(0,safe_text/* oneLine */.TN)(text)}`,
        ...(files ? fileLines(report.artifacts_removed) : []),
    ]);
    return ['Operations that would be performed:', ...(steps.length > 0 ? steps : ['  none'])];
}
function fileLines(paths) {
    const { shown, more } = (0,words/* first */.$1)(paths, MOST_FILES);
    const lines = shown.map((path) => `     - ${(0,safe_text/* oneLine */.TN)(path)}`);
    return more > 0 ? [...lines, `     ... and ${(0,words/* grouped */.zD)(more)} more`] : lines;
}
function obstacles({ would_exit_code, exit_code, errors, operation }) {
    const { noun } = words/* OPERATIONS */.xb[operation];
    const { shown, more } = (0,words/* first */.$1)(errors, 20);
    const lines = shown.map((error) => `  - ${(0,safe_text/* oneLine */.TN)(error)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,words/* grouped */.zD)(more)} more`);
    return [`The ${noun} would fail with exit code ${would_exit_code ?? exit_code}:`, ...lines];
}

// EXTERNAL MODULE: ./lib/report/json-report.js
var json_report = __webpack_require__(1957);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/entry/paths.js

/** The same order with absolute paths: the commands' are relative to the current folder, the Action's to the workspace. */
function withAbsolutePaths(order, base) {
    const { repository, output } = order;
    const absolute = (path) => (path === undefined ? undefined : (0,external_node_path_.resolve)(base, path));
    return {
        ...order,
        repository: repository.type === 'local' ? { ...repository, path: (0,external_node_path_.resolve)(base, repository.path) } : repository,
        output: {
            ...output,
            manifestDir: absolute(output.manifestDir),
            auditDir: absolute(output.auditDir),
            jsonReport: absolute(output.jsonReport),
            textReport: absolute(output.textReport),
        },
    };
}

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
;// CONCATENATED MODULE: ./lib/domain/trace.js
const MOST_CAUSES = 8;
const MOST_FRAMES = 30;
/** What may stand in a foreign error's text and is nobody's business: keys, tokens, signatures, passwords in URLs. */
const SECRETS = [
    [/-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g, '[a key]'],
    [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@'],
    [/\b(Bearer|Basic) +[^\s'",]+/gi, '$1 ***'],
    [/\b((?:X-(?:Amz|Goog)-)?(?:Signature|Credential|Security-Token))=[^&\s'",]+/gi, '$1=***'],
    [/\b(AKIA|ASIA)[A-Z0-9]{12,}/g, '$1***'],
    [/\bya29\.[\w.-]+/g, 'ya29.***'],
    [
        /([\w-]*(?:secret|token|password|private[_-]?key)[\w-]*["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s"',}]+)/gi,
        '$1***',
    ],
];
/**
 * Stack and causes of an error, a line each, secrets masked: for `--verbose`. Nothing of one that is raised on purpose
 * and has no cause: its message says all.
 */
function traceOf(error) {
    if (error.code !== 'INTERNAL' && error.cause === undefined)
        return [];
    const lines = linesOf(error);
    let from = error.cause;
    for (let count = 0; from !== undefined && count < MOST_CAUSES; count += 1) {
        const [first = '', ...rest] = linesOf(from);
        lines.push(`caused by ${first}`, ...rest);
        from = from instanceof Error ? from.cause : undefined;
    }
    return lines;
}
function linesOf(thrown) {
    const text = thrown instanceof Error ? (thrown.stack ?? `${thrown.name}: ${thrown.message}`) : String(thrown);
    return masked(text).split('\n').slice(0, MOST_FRAMES);
}
const masked = (text) => SECRETS.reduce((shown, [secret, mask]) => shown.replace(secret, mask), text);

// EXTERNAL MODULE: ./lib/domain/index/mod.js + 15 modules
var mod = __webpack_require__(6202);
// EXTERNAL MODULE: ./lib/domain/keys.js
var domain_keys = __webpack_require__(6850);
// EXTERNAL MODULE: ./lib/domain/types.js
var types = __webpack_require__(8737);
// EXTERNAL MODULE: ./lib/ports/existence.js
var existence = __webpack_require__(8824);
// EXTERNAL MODULE: ./lib/ports/object-store.js + 1 modules
var object_store = __webpack_require__(5272);
// EXTERNAL MODULE: ./lib/ports/workspace.js
var ports_workspace = __webpack_require__(6529);
// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(558);
;// CONCATENATED MODULE: ./lib/engine/log/decoding.js
/** Loading the schemas takes about 10 ms, which a start that finds no log never pays. */
const schemas = () => Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(610)]).then(__webpack_require__.bind(__webpack_require__, 1610));
const decodeRecord = async (bytes) => (await schemas()).decodeRecord(bytes);
const decodeMarker = async (bytes) => (await schemas()).decodeMarker(bytes);

;// CONCATENATED MODULE: ./lib/engine/log/operation-log.js






/** Another record stands at the number that ours would have had; `standing` is that record, if it can be read. */
class LostRace extends Error {
    standing;
    constructor(message, standing) {
        super(message);
        this.standing = standing;
    }
}
const ONE_ATTEMPT = { send: (request) => request(ports_workspace/* UNGUARDED */.I) };
/** What else of ours lies beside the records. */
const OWN_NAMES = new Set([domain_keys/* BY_VERSION */.TM, domain_keys/* MANIFESTS */.V4, domain_keys/* CAPABILITIES_KEY */.l7]);
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
            throw broken(`record ${(0,domain_keys/* countdown */.qW)(newest)} is not readable`);
        if (newest === 1 || head.record.accepts_break === true)
            return head;
        if (before !== newest - 1)
            throw broken(`the record before ${(0,domain_keys/* countdown */.qW)(newest)} is missing`);
        return head;
    }
    /** Throws LOG_BROKEN when the record before `head` is not the one that it was chained to. One request. */
    async link({ record }) {
        if (record.sequence === 1 || record.accepts_break === true)
            return;
        const before = record.sequence - 1;
        const previous = await this.#store.read((0,domain_keys/* recordKey */.Hy)(before));
        if (previous === undefined || (0,log_record/* sha256Hex */.fg)(previous.body) !== record.previous_hash) {
            throw broken(`record ${(0,domain_keys/* countdown */.qW)(before)} is not the one that ${(0,domain_keys/* countdown */.qW)(record.sequence)} was chained to`);
        }
    }
    /** For `recover --accept-log-break`; undefined for a repository without a log. */
    async salvage() {
        const sequences = await this.#newest(Number.POSITIVE_INFINITY);
        const [newest] = sequences;
        if (newest === undefined)
            return undefined;
        const stored = await this.#store.read((0,domain_keys/* recordKey */.Hy)(newest));
        const taken = { sequence: newest, hash: stored === undefined ? '' : (0,log_record/* sha256Hex */.fg)(stored.body) };
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
        const body = (0,log_record/* encodeJson */.Pr)(record);
        let unclear = false;
        const put = async (guard) => {
            try {
                await this.#store.put((0,domain_keys/* recordKey */.Hy)(sequence), body, 'absent', guard);
            }
            catch (thrown) {
                unclear ||= (0,object_store/* mayHaveLanded */.I7)(thrown);
                throw thrown;
            }
        };
        try {
            await this.#sender.send(put);
        }
        catch (thrown) {
            if (thrown instanceof object_store/* ConflictError */.fK)
                return this.#settle(sequence, draft.nonce);
            if (!unclear)
                throw thrown;
            // What refuses this attempt says nothing of an earlier one that may stand there, or may yet.
            const landed = (0,object_store/* isUnanswered */.Ni)(thrown) ? undefined : await this.#landed(sequence, draft.nonce);
            if (landed === undefined)
                throw unanswered(sequence, thrown);
            return landed;
        }
        // The record stands, whatever becomes of a look at the store's clock; then ours has to do.
        const modified = await this.#store.now().catch(() => Date.parse(record.time));
        return { record, hash: (0,log_record/* sha256Hex */.fg)(body), modified };
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
        throw new LostRace(`record ${(0,domain_keys/* countdown */.qW)(sequence)} is another's`, standing);
    }
    async #read(sequence) {
        const stored = await this.#store.read((0,domain_keys/* recordKey */.Hy)(sequence));
        const record = stored === undefined ? undefined : await decodeRecord(stored.body);
        if (stored === undefined || record === undefined || record.sequence !== sequence)
            return undefined;
        return { record, hash: (0,log_record/* sha256Hex */.fg)(stored.body), modified: stored.info.modified };
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
        for await (const info of this.#store.list(domain_keys/* LOG */.$9, { shallow: true, ...options })) {
            const sequence = (0,domain_keys/* sequenceOf */.nD)(info.key.slice(domain_keys/* LOG */.$9.length));
            if (sequence !== undefined)
                found.push(sequence);
            else if (!OWN_NAMES.has(info.key))
                strangers += 1;
        }
        return { found, strangers };
    }
}
function unanswered(sequence, cause) {
    if ((0,object_store/* isUnanswered */.Ni)(cause))
        return cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    const message = `Whether record ${(0,domain_keys/* countdown */.qW)(sequence)} was written is not known: ${text}`;
    return new object_store/* UnansweredError */.jd(message, { landed: 'unknown', cause });
}
const broken = (what) => (0,errors/* failure */.V2)('LOG_BROKEN', `The operation log is broken: ${what}`);

;// CONCATENATED MODULE: ./lib/engine/failures.js



/** Whatever was thrown, as one of ours; an operation that was taken from us is 43, not an unexpected error. */
function engineFailure(thrown, code = 'INTERNAL') {
    if (thrown instanceof ports_workspace/* SupersededError */.Z || thrown instanceof LostRace) {
        return (0,errors/* failure */.V2)('SUPERSEDED', 'Another run took this operation over', { cause: thrown });
    }
    return (0,errors/* asRollbackError */.p2)(thrown, code);
}


;// CONCATENATED MODULE: ./lib/engine/log/tenure.js




/** How long a holder goes on without a word before it proves itself by a `beat` (DESIGN §4), milliseconds. */
const SILENCE_LIMIT = 40_000;
const BEAT_EVERY = 20_000;
/** How often each operation is being worked on in this very process: a record of ours without is a dead holder's. */
const working = new Map();
const isWorking = (operationId) => (working.get(operationId) ?? 0) > 0;
const work = (operationId, change) => {
    const count = (working.get(operationId) ?? 0) + change;
    if (count > 0)
        working.set(operationId, count);
    else
        working.delete(operationId);
};
/** One holder's turn at an open operation: the only way to append to the log while it is open. */
class Tenure {
    #parts;
    #holder;
    #open;
    #head;
    #began;
    #queue = Promise.resolve();
    #stopBeating = () => { };
    #lost;
    #released = false;
    /** Appends of ours whose outcome is unknown; one may stand at the number that the next one would have. */
    #unclear = new Set();
    /** Whether a create or delete of ours got no answer, so that a late one may still land. */
    unresolved = false;
    constructor(parts, holder, open, head, began) {
        this.#parts = parts;
        this.#holder = holder;
        this.#open = open;
        this.#head = head;
        this.#began = began;
    }
    /** Opens an operation after `head`, whose repository has none open. Throws LostRace. */
    static async claim(parts, open, after, acceptsBreak = false) {
        return Tenure.#begin(parts, 'claim', open, after, acceptsBreak);
    }
    /** Takes a dead holder's operation over: the next epoch of the same operation. Throws LostRace. */
    static async takeOver(parts, dead, after, acceptsBreak = false) {
        return Tenure.#begin(parts, 'takeover', { ...dead, epoch: dead.epoch + 1 }, after, acceptsBreak);
    }
    static async #begin(parts, kind, open, after, acceptsBreak) {
        const holder = await parts.host.holder();
        const record = {
            ...stamp(parts, open, holder, kind),
            open,
            ...(acceptsBreak ? { accepts_break: true } : {}),
        };
        // Before the record is there: another session of this process would take it for a dead holder's.
        work(open.operation_id, 1);
        const began = timeOf(parts.clock);
        try {
            const tenure = new Tenure(parts, holder, open, await parts.log.append(record, after), began);
            tenure.#keepBeating();
            return tenure;
        }
        catch (thrown) {
            work(open.operation_id, -1);
            throw thrown;
        }
    }
    /** A beat that fails is no verdict yet: the guard tries again before anything is sent. */
    #keepBeating() {
        this.#stopBeating = this.#parts.clock.every(BEAT_EVERY, () => {
            void this.#beatIfQuiet().catch(() => { });
        });
    }
    get open() {
        return this.#open;
    }
    get head() {
        return this.#head;
    }
    /** Sequence that the next record will have, if nothing comes between. */
    get nextSequence() {
        return this.#head.record.sequence + 1;
    }
    /** Asked before every changing request: a holder that was silent too long first proves that it still holds. */
    guard = async () => {
        // What is swept after the closer is the operation's own, under a name that nobody else has.
        if ((0,log_record/* isCloser */.L_)(this.#head.record.kind))
            return;
        if (this.#lost !== undefined)
            throw this.#lost;
        // A beat that took long itself proves nothing of now.
        while (this.#silence() > SILENCE_LIMIT)
            await this.beat();
    };
    async beat() {
        return this.#append('beat', this.#open);
    }
    /** Appends `commit` or `reverting`, with what changes about the open operation. */
    async advance(kind, change) {
        await this.#append(kind, { ...this.#open, ...change });
    }
    async close(kind, outcome) {
        await this.#append(kind, null, outcome);
        this.release();
    }
    /** Stops beating; the operation stays as the log has it. */
    release() {
        this.#stopBeating();
        if (!this.#released)
            work(this.#open.operation_id, -1);
        this.#released = true;
    }
    #silence() {
        const { clock } = this.#parts;
        return Math.max(clock.now() - this.#began.wall, clock.monotonic() - this.#began.monotonic);
    }
    async #beatIfQuiet() {
        if (this.#silence() >= BEAT_EVERY)
            await this.beat();
    }
    /** One append at a time: beats of the timer and records of the transaction queue up here. */
    #append(kind, open, outcome) {
        const next = this.#queue.then(() => this.#appendNow(kind, open, outcome));
        this.#queue = next.catch(() => { });
        return next;
    }
    async #appendNow(kind, open, outcome) {
        if ((0,log_record/* isCloser */.L_)(this.#head.record.kind))
            throw (0,errors/* failure */.V2)('INTERNAL', 'The operation is closed already');
        const began = timeOf(this.#parts.clock);
        // A beat that waited behind another record says what that record made true.
        const now = kind === 'beat' ? this.#open : open;
        const draft = {
            ...stamp(this.#parts, this.#open, this.#holder, kind),
            open: now === null
                ? null
                : { ...now, ...(kind === 'commit' ? { commit_sequence: this.nextSequence } : {}) },
            ...(outcome === undefined ? {} : { outcome }),
        };
        const after = { sequence: this.#head.record.sequence, hash: this.#head.hash };
        try {
            this.#head = await this.#parts.log.append(draft, after);
        }
        catch (thrown) {
            if (this.#adopt(thrown))
                return this.#appendNow(kind, open, outcome);
            if (!(thrown instanceof LostRace))
                this.#unclear.add(draft.nonce);
            else
                this.#lost = new ports_workspace/* SupersededError */.Z();
            throw thrown instanceof LostRace ? this.#lost : thrown;
        }
        this.#began = began;
        this.#open = draft.open ?? this.#open;
        return this.#head;
    }
    /** What stands at our number may be a record of ours whose reply was lost: then it is still our turn. */
    #adopt(thrown) {
        const standing = thrown instanceof LostRace ? thrown.standing : undefined;
        if (standing === undefined || !this.#unclear.has(standing.record.nonce))
            return false;
        this.#head = standing;
        this.#open = standing.record.open ?? this.#open;
        return true;
    }
}
const timeOf = (clock) => ({ wall: clock.now(), monotonic: clock.monotonic() });
function stamp(parts, open, holder, kind) {
    return {
        operation_id: open.operation_id,
        epoch: open.epoch,
        nonce: parts.host.uuid(),
        kind,
        operation: open.operation,
        version: open.version,
        actor: parts.actor,
        run: parts.run,
        holder,
        time: new Date(parts.clock.now()).toISOString(),
    };
}

// EXTERNAL MODULE: ./lib/domain/artifact-marks.js
var artifact_marks = __webpack_require__(6979);
// EXTERNAL MODULE: ./lib/domain/version.js
var domain_version = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/engine/named.js
/** Keys for a message: the first five, and how many more. */
function named(keys) {
    const shown = keys.slice(0, 5).join(', ');
    return keys.length > 5 ? `${shown} and ${keys.length - 5} more` : shown;
}

;// CONCATENATED MODULE: ./lib/engine/backup-place.js




/**
 * With the backups where an operation made its own: whoever recovers it may have been told another `backup-prefix`.
 * Throws BAD_INPUT for a place that no run of ours would have taken.
 */
async function withBackupsAt(context, prefix) {
    const { store } = context;
    if (prefix === undefined || store.backups === undefined || store.backups.prefix === prefix)
        return context;
    return { ...context, store: await store.backups.at(prefix) };
}
/**
 * With the backups where a rollback's marker says that its own is, whatever `backup-prefix` this run was given: a restore
 * needs none. Only where nothing is there, and something is where this run was told to look, somebody has moved it.
 * `note` is told where a prefix that was given does not count. Throws BAD_INPUT as `withBackupsAt`.
 */
async function withBackupOf(context, { backup_prefix: prefix, manifest_key: key }, note) {
    const there = await withBackupsAt(context, prefix);
    if (there === context)
        return context;
    const { store } = context;
    const given = store.backups?.prefix ?? '';
    const isThere = async (from) => (await from.head(key)) !== undefined;
    const kept = prefix === '' ? 'its usual place' : `'${(0,domain_version/* printable */.g$)(prefix ?? '')}'`;
    if (!(await isThere(there.store)) && (await isThere(store))) {
        note(`The rollback kept its backup in ${kept}; it was moved, and is taken from where this run looks for backups`);
        return context;
    }
    if (given !== '')
        note(`The rollback kept its backup in ${kept}: backup-prefix '${given}' does not count here`);
    return there;
}
/**
 * A backup's key is longer than its artifact's. Throws BAD_INPUT naming what the bucket can't hold a backup of: before
 * anything changes, not half-way through.
 */
function demandRoomForNames({ store: { backups } }, version, artifacts, method) {
    // A pinned version stays where it is.
    if (backups === undefined || method === 'versions')
        return;
    // All backup folders of a version have names of one length.
    const folder = (0,domain_keys/* backupPath */.wZ)(version, new Date(0), '00000000');
    const paths = [];
    let why;
    for (const { path } of artifacts) {
        const problem = backups.problem(folder + path);
        if (problem === undefined)
            continue;
        why ??= problem;
        paths.push(path);
    }
    if (why === undefined)
        return;
    throw (0,errors/* failure */.V2)('BAD_INPUT', `The key of a backup ${why}: ${named(paths)}`, {
        advice: 'Give a short backup-prefix, or turn versioning on where the store is S3: then nothing is copied.',
    });
}

;// CONCATENATED MODULE: ./lib/engine/draft.js



/** The report while the operation runs: facts are set as they become true, durations measured as stages end. */
class ReportDraft {
    fields;
    warnings = [];
    errors = [];
    notes = [];
    /** Whether the backup was found not to be whole: nothing can be restored from it as it is. */
    backupDamaged = false;
    /** Whether bringing others' work to its end changed something, so that `changed` is true whatever we do. */
    recoveryChanged = false;
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
        for (const line of traceOf(error))
            this.#context.reporter.debug(line);
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
            exit_code: errors/* FAILURES */.EM.DRY_RUN.exitCode,
            error_code: 'DRY_RUN',
            would_exit_code: errors/* FAILURES */.EM[code].exitCode,
        };
    }
    #report(ending) {
        const { clock } = this.#context;
        const changed = ending.changed ?? this.fields.changed;
        return {
            ...this.fields,
            timestamp: new Date(clock.now()).toISOString(),
            rollback_duration_seconds: rounded((clock.monotonic() - this.#began) / 1000),
            warnings: [...this.warnings],
            errors: [...this.errors],
            notes: [...this.notes],
            stages: this.#stages(),
            ...ending,
            changed: changed === false ? this.recoveryChanged : changed,
        };
    }
    #stages() {
        return types/* STAGES */.an.flatMap((name) => {
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/domain/json-lists.js
const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [ARRAY, ARRAY_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];
const SPACES = [0x20, 0x09, 0x0a, 0x0d];
/** Bytes of a list that are parsed at once. */
const PIECE = 32 * 1024;
/** Bytes of the longest name that is looked at, each letter of it escaped; a list's name must not be longer. */
const LONGEST_NAME = 6 * 20;
const OPEN = Uint8Array.of(ARRAY);
const CLOSE = Uint8Array.of(ARRAY_END);
const NOTHING = new Uint8Array();
/**
 * One JSON text in UTF-8, given in chunks of any size, of which some lists are never there as a whole: members of the
 * outermost object, whose items are handed over a few at a time. All else is parsed at the end, those lists empty. It
 * holds to what `JSON.parse` holds to, for that is what it gives each piece to: quotation marks, backslashes and brackets
 * alone say where an item ends, and where they are misleading the pieces are no JSON either.
 */
class JsonLists {
    #atOnce;
    #takers;
    #decoder = new TextDecoder('utf-8', { fatal: true });
    #rest = [];
    #chunk = NOTHING;
    /** Up to where the chunk is kept. */
    #kept = 0;
    /** The first ones in the chunk that were not passed yet, or the chunk's length: looked for again they cost the square. */
    #backslash = -1;
    #quote = -1;
    #piece = [];
    #pieceLength = 0;
    #first = true;
    /** The list that we are in. */
    #taker;
    #depth = 0;
    #inString = false;
    #escaped = false;
    /** The last string directly in the outermost object, and whether it is followed by a colon and nothing else yet. */
    #name = [];
    #after = 'else';
    /** `atOnce`: bytes of a list that are parsed at once, at least. */
    constructor(takers, atOnce = PIECE) {
        this.#takers = new Map(Object.entries(takers));
        this.#atOnce = atOnce;
    }
    /** The chunk must not be changed any more. Throws when a piece of a list is no JSON. */
    write(chunk) {
        this.#chunk = chunk;
        this.#kept = 0;
        this.#backslash = -1;
        this.#quote = -1;
        for (let at = 0; at < chunk.length;)
            at = this.#inString ? this.#string(at) : this.#outside(at);
        this.#keep(chunk.length);
        this.#chunk = NOTHING;
    }
    /** All but the lists. Throws when it is no JSON. */
    end() {
        if (this.#taker !== undefined)
            throw new SyntaxError('a list does not end');
        return this.#parse(this.#rest);
    }
    /** One byte that is in no string; where the next one is. */
    #outside(at) {
        const byte = this.#chunk[at] ?? 0;
        if (byte === QUOTE)
            this.#beginString();
        else if (byte === ARRAY || byte === OBJECT)
            this.#open(byte, at);
        else if (byte === ARRAY_END || byte === OBJECT_END)
            this.#close(at);
        else if (byte === COMMA && this.#isLong(at)) {
            // The comma between two pieces belongs to none of them.
            this.#keep(at, at + 1);
            this.#handOver(false);
        }
        if (this.#depth === 1)
            this.#follow(byte);
        return at + 1;
    }
    #open(byte, at) {
        const taker = byte === ARRAY && this.#depth === 1 && this.#after === 'colon' ? this.#named() : undefined;
        this.#depth += 1;
        if (taker === undefined)
            return;
        this.#keep(at + 1);
        this.#taker = taker;
        this.#pieceLength = 0;
        this.#first = true;
        taker.begin();
    }
    #close(at) {
        this.#depth -= 1;
        if (this.#taker === undefined || this.#depth !== 1)
            return;
        this.#keep(at);
        this.#handOver(true);
        this.#taker = undefined;
    }
    #beginString() {
        this.#inString = true;
        if (this.#depth === 1)
            this.#name = [];
    }
    /** From `begin` up to the end of the string, or of the chunk; where it goes on. */
    #string(begin) {
        const chunk = this.#chunk;
        const end = this.#endOfString(begin);
        const isWhole = end < chunk.length;
        if (this.#depth === 1)
            this.#noteName(chunk.subarray(begin, end), isWhole);
        this.#inString = !isWhole;
        return isWhole ? end + 1 : end;
    }
    /** Where the quotation mark stands that ends it; the chunk's length where it goes on after that. */
    #endOfString(begin) {
        const { length } = this.#chunk;
        let at = begin + Number(this.#escaped);
        this.#escaped = false;
        // Whole strings by one native call each: a small manifest is read before any of this is compiled.
        while (at < length) {
            if (this.#backslash < at)
                this.#backslash = this.#find(BACKSLASH, at);
            if (this.#quote < at)
                this.#quote = this.#find(QUOTE, at);
            if (this.#quote < this.#backslash)
                return this.#quote;
            this.#escaped = this.#backslash === length - 1;
            at = this.#backslash + 2;
        }
        return length;
    }
    #find(byte, from) {
        const at = this.#chunk.indexOf(byte, from);
        return at === -1 ? this.#chunk.length : at;
    }
    #noteName(bytes, isWhole) {
        this.#name.push(...bytes.subarray(0, LONGEST_NAME + 1 - this.#name.length));
        if (isWhole)
            this.#after = 'name';
    }
    /** What a byte directly in the outermost object makes of the name before it. */
    #follow(byte) {
        if (byte === COLON && this.#after === 'name')
            this.#after = 'colon';
        else if (!SPACES.includes(byte))
            this.#after = 'else';
    }
    /** Whether what stands before this comma between two items is enough to be handed over. */
    #isLong(at) {
        const waiting = at - this.#kept;
        return this.#taker !== undefined && this.#depth === 2 && this.#pieceLength + waiting >= this.#atOnce;
    }
    #handOver(isLast) {
        const items = this.#parse([OPEN, ...this.#piece, CLOSE]);
        this.#piece = [];
        this.#pieceLength = 0;
        if (items.length > 0)
            this.#taker?.take(items);
        else if (!this.#first || !isLast)
            throw new SyntaxError('a list has a comma too many');
        this.#first = false;
    }
    /** Takes what the chunk has before `end` to where it belongs, and goes on at `next`. */
    #keep(end, next = end) {
        const bytes = this.#chunk.subarray(this.#kept, end);
        this.#kept = next;
        if (this.#taker === undefined)
            this.#rest.push(bytes);
        else
            this.#piece.push(bytes);
        this.#pieceLength += bytes.length;
    }
    #named() {
        if (this.#name.length > LONGEST_NAME)
            return undefined;
        const name = this.#parse([OPEN, Uint8Array.of(QUOTE, ...this.#name, QUOTE), CLOSE]);
        return this.#takers.get(name[0] ?? '');
    }
    #parse(parts) {
        let text = '';
        for (const part of parts)
            text += this.#decoder.decode(part, { stream: true });
        return JSON.parse(text + this.#decoder.decode());
    }
}

// EXTERNAL MODULE: ./lib/domain/rows.js + 1 modules
var domain_rows = __webpack_require__(7310);
;// CONCATENATED MODULE: ./lib/engine/log/stored-manifest.js




/**
 * Reads a manifest: of a bucket without ever having all of its bytes or artifacts in memory at once, of a folder as a
 * whole, where the reader's own code would take longer than a local restore has for it.
 */
async function readManifest(store, key) {
    // Loaded only here: a start that finds no log never needs it.
    const schemas = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(610)]).then(__webpack_require__.bind(__webpack_require__, 1610));
    if (store.workspaces === undefined)
        return store.readInto(key, () => new ManifestSink(schemas));
    const stored = await store.read(key);
    return stored && { sha256: (0,log_record/* sha256Hex */.fg)(stored.body), manifest: schemas.decodeManifest(stored.body) };
}
/** Parses and hashes in one go. Never throws: only the hash tells whether bytes that are no manifest matter. */
class ManifestSink {
    #check;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #lists;
    #json;
    #broken = false;
    constructor(schemas) {
        this.#check = schemas.checkManifest;
        this.#lists = {
            // The entry of a large release is long as well: its bytes are gone before the artifacts come.
            entries: new CheckedList(() => [], schemas.checkEntries),
            artifacts: new CheckedList(() => new domain_rows/* PackedRows */.Mb(), schemas.checkArtifacts),
            absent: new CheckedList(() => new domain_rows/* PackedRows */.Mb(), schemas.checkPaths),
        };
        this.#json = new JsonLists(this.#lists);
    }
    take(chunk) {
        this.#hash.update(chunk);
        if (this.#broken)
            return;
        try {
            this.#json.write(chunk);
        }
        catch {
            this.#broken = true;
        }
    }
    end() {
        return { sha256: this.#hash.digest('hex'), manifest: this.#manifest() };
    }
    #manifest() {
        if (this.#broken)
            return undefined;
        try {
            const rest = this.#check(this.#json.end());
            const { entries, artifacts, absent } = this.#lists;
            if (rest === undefined || !entries.right || !artifacts.right || !absent.right)
                return undefined;
            const manifest = { ...rest, entries: entries.items, artifacts: artifacts.items };
            return rest.absent === undefined ? manifest : { ...manifest, absent: absent.items };
        }
        catch {
            return undefined;
        }
    }
}
/** A list whose items are checked piece by piece; each beginning makes a new one. */
class CheckedList {
    items;
    /** Whether every item has its shape. */
    right = true;
    #gather;
    #check;
    constructor(gather, check) {
        this.#gather = gather;
        this.#check = check;
        this.items = gather();
    }
    begin() {
        this.items = this.#gather();
        this.right = true;
    }
    take(items) {
        const checked = this.#check(items);
        if (checked === undefined)
            this.right = false;
        else
            for (const item of checked)
                this.items.push(item);
    }
}

// EXTERNAL MODULE: ./lib/domain/evidence.js
var domain_evidence = __webpack_require__(3151);
;// CONCATENATED MODULE: ./lib/engine/transaction/evidence.js




function indexStates(manifest, { before, after }) {
    const state = (0,domain_evidence/* indexState */.I7)(before, manifest);
    return { before: state, after: after === before ? state : (0,domain_evidence/* indexState */.I7)(after, manifest) };
}
/** Step 3: the files in full beside their place, so that neither room nor permission is missing at the end. */
async function stageEvidence(operation, index) {
    const report = operation.draft.succeed('');
    const states = indexStates(operation.manifest, index);
    const { files } = await compose(operation, states, report, operation.tenure.head);
    await operation.context.evidence.stage(files);
}
/** Step 8: composed anew with what is true now, proved to be still ours by an append, renamed into place. */
async function publishEvidence(operation, index, report) {
    const { draft, context, tenure } = operation;
    const head = await tenure.beat();
    const { files, auditSha256 } = await draft.stage('manifest', async () => {
        const composed = await compose(operation, index, report, head);
        const { audit } = composed;
        return { files: composed.files, auditSha256: audit === undefined ? '' : (0,log_record/* sha256Hex */.fg)(audit) };
    });
    const paths = await draft.stage('audit', async () => {
        await context.evidence.stage(files);
        await tenure.guard();
        return context.evidence.publish();
    });
    return { paths, auditSha256 };
}
/** The operation did not end as it should: evidence that tells of its success must not stay. */
async function withdrawEvidence({ context, tenure, draft }) {
    const { operation, version, rollback_id: rollbackId } = tenure.open;
    Object.assign(draft.fields, NO_EVIDENCE);
    const stuck = await context.evidence.withdraw({ operation, version, rollbackId });
    for (const path of stuck)
        draft.warn(`Delete '${path}': it says that the ${operation} went well, which is not so, and could not be taken away`);
}
const NO_EVIDENCE = {
    manifest_created: false,
    audit_log_created: false,
    audit_log_signed: false,
    evidence: {},
};
/** Who finishes what was to be signed signs it with a key that is at hand, or must not leave it unsigned without a word. */
async function signerFor({ context, tenure, draft }) {
    const { sign_audit_log: asked, operation, version } = tenure.open;
    if (asked !== true || context.signer !== undefined || !context.evidence.writes.audit)
        return context.signer;
    let why = 'was not told to sign';
    try {
        await context.standbySigner?.prepare();
        if (context.standbySigner !== undefined)
            return context.standbySigner;
    }
    catch (thrown) {
        why = `could not: ${engineFailure(thrown).message}`;
    }
    draft.warn(`The audit log of the ${operation} of ${version} was to be signed, and the run that finished it ${why}. It has no signature`);
    return undefined;
}
async function compose(operation, index, report, head) {
    const { context, manifest, tenure } = operation;
    const names = (0,domain_evidence/* evidenceNames */.Y$)(manifest.operation, manifest.version);
    const manifestBytes = (0,domain_evidence/* buildRollbackManifest */.et)({
        operation: manifest,
        timestamp: report.timestamp,
        indexBefore: index.before,
        indexAfter: index.after,
        canRestore: canRestore(operation),
        forced: tenure.open.forced,
    });
    const files = [];
    if (context.evidence.writes.manifest)
        files.push({ kind: 'manifest', name: names.manifest, body: manifestBytes });
    if (!context.evidence.writes.audit)
        return { files, audit: undefined };
    const audit = (0,domain_evidence/* buildAuditLog */.Ks)({
        audit_id: manifest.operation_id,
        version: manifest.version,
        timestamp: report.timestamp,
        machine_id: context.host.machineId,
        rollback_id: manifest.rollback_id,
        rollback_type: manifest.rollback_type,
        actor: tenure.open.actor,
        run: tenure.open.run,
        log_head: { sequence: head.record.sequence, hash: head.hash },
        manifestBytes,
        report,
    });
    files.push({ kind: 'audit', name: names.audit, body: audit });
    const signature = await context.signer?.sign(audit, report.timestamp);
    if (signature !== undefined)
        files.push({ kind: 'signature', name: names.signature, body: (0,log_record/* encodeJson */.Pr)(signature) });
    return { files, audit };
}
/** With a whole backup, or when nothing but the index was touched and the manifest itself is the backup. */
function canRestore({ manifest, draft }) {
    if (manifest.operation === 'restore' || draft.backupDamaged)
        return false;
    return manifest.create_backup || !(0,types/* takesArtifacts */.Qe)(manifest.rollback_type);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/requests.js

/** First and longest wait between two attempts where the store asks for no longer one, milliseconds. */
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
                if ((0,object_store/* mayHaveLanded */.I7)(thrown))
                    unresolved();
                if (!(0,object_store/* isUnanswered */.Ni)(thrown) || attempt > policy.retries)
                    throw thrown;
                await this.pause(attempt, thrown);
            }
        }
    }
    /** Works on many at once; all have ended before the first failure is told: nothing of ours is still under way. */
    async each(items, work, how = {}) {
        const { tell, total = 0, atOnce = Number.POSITIVE_INFINITY } = how;
        const { concurrency } = this.#parts.policy;
        let done = 0;
        let failed;
        const step = async (item) => {
            if (failed !== undefined)
                return;
            try {
                await work(item);
                done += 1;
                tell?.(done, total);
            }
            catch (thrown) {
                failed ??= { thrown };
            }
        };
        // Here and not above: a local repository never needs it.
        const { default: pMap } = await __webpack_require__.e(/* import() */ 606).then(__webpack_require__.bind(__webpack_require__, 606));
        await pMap(items, step, { concurrency: Math.min(concurrency, atOnce) });
        if (failed !== undefined)
            throw failed.thrown;
    }
    /** Waits before the attempt after this one; whoever is cancelled has no time to. */
    async pause(attempt, thrown) {
        const { clock, policy, cancelled } = this.#parts;
        if (cancelled.aborted)
            return;
        const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * policy.jitter();
        await clock.sleep(Math.max(backoff, (0,object_store/* askedWait */.Uy)(thrown)));
    }
}

;// CONCATENATED MODULE: ./lib/engine/log/markers.js






/** The version's markers, newest first. */
async function readMarkers(store, version) {
    return readAll(store, (0,domain_keys/* markersPrefix */.WK)(version));
}
/** Every version's markers, newest first within a version. */
async function readAllMarkers(store) {
    return readAll(store, domain_keys/* BY_VERSION */.TM);
}
async function readAll(store, prefix) {
    const keys = [];
    for await (const { key } of store.list(prefix))
        if ((0,domain_keys/* sequenceOf */.nD)(partsOf(key).name) !== undefined)
            keys.push(key);
    const { concurrency } = store.requests ?? DEFAULT_POLICY;
    if (keys.length === 0)
        return [];
    const { default: pMap } = await __webpack_require__.e(/* import() */ 606).then(__webpack_require__.bind(__webpack_require__, 606));
    return withoutCorrected(await pMap(keys, (key) => readMarker(store, key), { concurrency }));
}
/** Of what an operation said twice of a version the newest counts. */
function withoutCorrected(newestFirst) {
    const said = new Set();
    return newestFirst.filter(({ operation_id, event }) => {
        const what = `${event} ${operation_id}`;
        if (said.has(what))
            return false;
        said.add(what);
        return true;
    });
}
async function readMarker(store, key) {
    const stored = await store.read(key);
    const marker = stored === undefined ? undefined : await decodeMarker(stored.body);
    if (marker !== undefined && marker.version === partsOf(key).version)
        return marker;
    throw (0,errors/* failure */.V2)('LOG_BROKEN', `The operation log is broken: marker ${key} is not readable`);
}
function partsOf(key) {
    const [version = '', name = ''] = key.slice(domain_keys/* BY_VERSION */.TM.length).split('/');
    return { version, name };
}
/** Creates the marker; the same operation's own there already is success (a recovery writes it again). What stands there. */
async function writeMarker(store, sender, marker) {
    const key = (0,domain_keys/* markerKey */.s8)(marker.version, marker.sequence);
    const body = (0,log_record/* encodeJson */.Pr)(marker);
    try {
        await sender.send((guard) => store.put(key, body, 'absent', guard));
        return marker;
    }
    catch (thrown) {
        if (!(thrown instanceof object_store/* ConflictError */.fK))
            throw thrown;
        return settle(store, key, marker);
    }
}
/** A marker stands there already: fine if it is the same operation's. */
async function settle(store, key, marker) {
    const stored = await store.read(key);
    const standing = stored === undefined ? undefined : await decodeMarker(stored.body);
    if (standing?.operation_id !== marker.operation_id || standing.event !== marker.event) {
        throw (0,errors/* failure */.V2)('LOG_BROKEN', `The operation log is broken: ${key} belongs to another operation`);
    }
    return standing;
}

// EXTERNAL MODULE: ./lib/domain/checksum.js
var domain_checksum = __webpack_require__(297);
// EXTERNAL MODULE: ./lib/domain/row-index.js
var row_index = __webpack_require__(293);
;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/surveys.js





/** What stands below a folder, by key: packed, for there may be as much as the release is large. */
async function listed(store, folder) {
    const rows = new domain_rows/* PackedRows */.Mb();
    for await (const { key, revision, size, checksum } of store.list(folder)) {
        rows.push(checksum === undefined ? { key, revision, size } : { key, revision, size, checksum });
    }
    return new row_index/* RowIndex */.V(rows, (standing) => standing.key);
}
/** Marks those of the artifacts of which `holds` is true, as the pages come; `folder` is what stands before their paths. */
async function markListed(store, folder, manifest, artifacts, holds) {
    const marks = new artifact_marks/* ArtifactMarks */.XI(artifacts);
    for await (const info of store.list(folder + versionPrefix(manifest))) {
        const artifact = marks.find(info.key.slice(folder.length));
        if (artifact !== undefined && holds(artifact, info))
            marks.mark(artifact.path);
    }
    return marks;
}
const versionPrefix = ({ version }) => (0,domain_keys/* artifactsPrefix */.oP)(version);
/** How the manifest's artifacts stand in the version folder. */
async function surveyFolder(store, manifest) {
    const prefix = versionPrefix(manifest);
    const found = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts);
    const changed = [];
    const unknown = [];
    // As the pages come: of a large release all that stands there is never in memory at once.
    for await (const info of store.list(prefix)) {
        const artifact = found.mark(info.key);
        if (artifact !== undefined && !isUnchanged(artifact, info))
            changed.push(info.key);
        if (artifact === undefined && info.key !== prefix)
            unknown.push(info.key);
    }
    return { removed: found.unmarkedPaths(), changed, unknown };
}
/** Same content means same ETag: what was written again is told by its time, as far as seconds tell. */
function isUnchanged(artifact, info) {
    if (info.revision !== artifact.revision)
        return false;
    return artifact.modified === undefined || seconds(artifact.modified) === seconds(info.modified);
}
const seconds = (milliseconds) => Math.floor(milliseconds / 1000);
/** Whether two keys hold the same bytes; read, as streams, only where the store does not tell. */
async function sameBytes(store, left, right) {
    const [a, b] = await Promise.all([store.head(left), store.head(right)]);
    if (a === undefined || b === undefined || a.size !== b.size)
        return false;
    const verdict = (0,domain_checksum/* compareChecksums */.a)(a.checksum, b.checksum);
    if (verdict !== 'unknown')
        return verdict === 'same';
    const [x, y] = await Promise.all([store.digest(left), store.digest(right)]);
    return x !== undefined && x === y;
}
/** An artifact where it was when the plan was made. */
const sourceOf = (artifact) => ({
    key: artifact.path,
    revision: artifact.revision,
    size: artifact.size,
    checksum: artifact.checksum,
    storage_class: artifact.storage_class,
});

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/backup-folder.js


/** What lies in the backup folder of the version, by key. */
const keptOf = (store, manifest) => listed(store, manifest.backup_path + versionPrefix(manifest));
/** As far as the store tells: where it knows no checksums, the size. */
function isWhole({ size, checksum }, kept) {
    return kept?.size === size && (0,domain_checksum/* compareChecksums */.a)(checksum, kept.checksum) !== 'different';
}
/** The artifacts that the backup folder could not give back. */
async function damagedIn(store, manifest, artifacts) {
    if (artifacts.length === 0)
        return [];
    const whole = await markListed(store, manifest.backup_path, manifest, artifacts, isWhole);
    return Array.from(whole.unmarked(), ({ path }) => path);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/put-back-each.js



const NO_BACKUP = (keys) => `There is no backup of ${keys}`;
const VERSION_GONE = (keys) => `The pinned version of ${keys} is gone: there is nothing to put back`;
const IN_THE_WAY = (keys) => `Something else is in the way of ${keys}`;
/** What one object refuses must not keep the others from coming back: noted here, and told when all were tried. */
class Hindrances {
    #keys = new Map();
    #refusals = [];
    note(why, key) {
        const keys = this.#keys.get(why);
        if (keys === undefined)
            this.#keys.set(why, [key]);
        else
            keys.push(key);
    }
    /** Works on many at once. Throws at once what is no refusal: out of reach, or taken over. */
    each(requests, items, work, how) {
        const attempt = async (item) => {
            try {
                await work(item);
            }
            catch (thrown) {
                if (!(thrown instanceof errors/* RollbackError */.ZS) || (0,object_store/* isUnanswered */.Ni)(thrown))
                    throw thrown;
                this.#refusals.push(thrown);
            }
        };
        return requests.each(items, attempt, how);
    }
    /** Throws what was noted: a refusal under its own code, else STEP_FAILED. */
    tell() {
        // What a permission keeps away another account may still put back.
        const refusal = this.#refusals.find(({ code }) => code === 'PERMISSION') ?? this.#refusals[0];
        const noted = [...this.#keys].map(([why, keys]) => why(named(keys)));
        const [message, ...details] = [
            ...(refusal === undefined ? [] : [inWords(refusal, this.#refusals)]),
            ...noted,
        ];
        if (message === undefined)
            return;
        const { code = 'STEP_FAILED', advice } = refusal ?? {};
        const told = { cause: refusal, details: [...(refusal?.details ?? []), ...details] };
        throw (0,errors/* failure */.V2)(code, message, advice === undefined ? told : { ...told, advice });
    }
}
const inWords = ({ message }, all) => all.length === 1 ? message : `${message} (and ${all.length - 1} more that could not be put back)`;

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/removal.js

/**
 * Removes each key that still is at its revision, in batches where the store has them; every answer is read. The keys that
 * somebody else changed, which stay.
 */
async function removeAll(store, requests, objects, { tell, gone } = {}) {
    const changed = [];
    let answers = 0;
    const { batch } = store;
    const note = (answer) => {
        if (answer.result === 'failed')
            throw answer.error;
        if (answer.result === 'gone')
            gone?.(answer.key);
        else
            changed.push(answer.key);
        answers += 1;
        tell?.(answers, objects.length);
    };
    if (batch === undefined) {
        await requests.each(objects, async (object) => note(await removeOne(store, requests, object)));
    }
    else {
        const ask = (pending, guard) => batch.remove(pending, guard);
        const work = (chunk) => sendBatch(requests, chunk, ask, note);
        await requests.each(chunks(objects, batch.size), work, { atOnce: batch.atOnce });
    }
    return changed;
}
/** As they are needed: all of them at once would be as many objects as artifacts. */
const pinnedOf = (artifacts) => ({
    length: artifacts.length,
    *[Symbol.iterator]() {
        for (const { path, revision } of artifacts)
            yield { key: path, revision };
    },
});
async function removeOne(store, requests, { key, revision }) {
    try {
        await requests.send((guard) => store.remove(key, revision, guard));
        return { key, result: 'gone' };
    }
    catch (thrown) {
        // Somebody wrote it meanwhile: it stays.
        if (thrown instanceof object_store/* ConflictError */.fK)
            return { key, result: 'changed' };
        throw thrown;
    }
}
/** One batch; keys without an answer are asked for again, a refusal is told after all the others are noted. */
async function sendBatch(requests, items, ask, note) {
    let pending = items;
    let refused;
    await requests.send(async (guard) => {
        const open = new Set();
        let unanswered;
        for (const answer of await ask(pending, guard)) {
            try {
                note(answer);
            }
            catch (thrown) {
                if (!(0,object_store/* isUnanswered */.Ni)(thrown))
                    refused ??= thrown;
                else {
                    // One that may have landed counts for all: the fence depends on it.
                    if (unanswered === undefined || !(0,object_store/* mayHaveLanded */.I7)(unanswered))
                        unanswered = thrown;
                    open.add(answer.key);
                }
            }
        }
        pending = pending.filter(({ key }) => open.has(key));
        if (unanswered !== undefined)
            throw unanswered;
    });
    if (refused !== undefined)
        throw refused;
}
function* chunks(items, size) {
    let chunk = [];
    for (const item of items) {
        chunk.push(item);
        if (chunk.length < size)
            continue;
        yield chunk;
        chunk = [];
    }
    if (chunk.length > 0)
        yield chunk;
}

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/copies.js








/** Keeps server-side copies in the backup folder; takes artifacts out by conditional delete. */
class CopiesShelf {
    copies = true;
    #store;
    #requests;
    constructor(store, requests) {
        this.#store = store;
        this.#requests = requests;
    }
    async prepare(manifest, progress) {
        if (manifest.backup_path === '')
            return;
        const { artifacts, backup_path: folder } = manifest;
        const copy = (artifact) => this.#copyOut(artifact, folder + artifact.path);
        await this.#requests.each(artifacts, copy, { tell: progress, total: artifacts.length });
    }
    survey(manifest) {
        return surveyFolder(this.#store, manifest);
    }
    async take(_, standing, progress) {
        const marks = new artifact_marks/* ArtifactMarks */.XI(standing);
        const noting = { tell: progress, gone: (path) => marks.mark(path) };
        const changed = await removeAll(this.#store, this.#requests, pinnedOf(standing), noting);
        return { removed: marks.markedPaths(), changed };
    }
    async putBack(manifest, artifacts, progress) {
        const isThere = ({ revision }, info) => info.revision === revision;
        const there = await markListed(this.#store, '', manifest, artifacts, isThere);
        const absent = there.unmarkedRows();
        if (absent.length === 0)
            return;
        const kept = await keptOf(this.#store, manifest);
        const hindrances = new Hindrances();
        const copy = async (artifact) => {
            const source = kept.find(manifest.backup_path + artifact.path);
            if (source === undefined)
                return hindrances.note(NO_BACKUP, artifact.path);
            await this.#copy(copyOf(source, artifact), artifact.path);
        };
        await hindrances.each(this.#requests, absent, copy, { tell: progress, total: absent.length });
        hindrances.tell();
    }
    async takeAgain(manifest, artifacts, progress) {
        const there = await listed(this.#store, versionPrefix(manifest));
        const kept = await keptOf(this.#store, manifest);
        const ours = [];
        const left = [];
        const judge = async ({ path }) => {
            const standing = there.find(path);
            if (standing === undefined)
                return;
            const copy = kept.find(manifest.backup_path + path);
            // The listings tell of most; only what they leave open is looked at.
            const verdict = copy?.size === standing.size ? (0,domain_checksum/* compareChecksums */.a)(standing.checksum, copy.checksum) : 'different';
            const same = verdict === 'unknown'
                ? await sameBytes(this.#store, path, manifest.backup_path + path)
                : verdict === 'same';
            if (same)
                ours.push({ key: path, revision: standing.revision });
            else
                left.push(path);
        };
        await this.#requests.each(artifacts, judge);
        const changed = await removeAll(this.#store, this.#requests, ours, { tell: progress });
        return { left: [...left, ...changed], lacking: [] };
    }
    damaged(manifest, artifacts) {
        return damagedIn(this.#store, manifest, artifacts);
    }
    async #copyOut(artifact, to) {
        const copied = await this.#copy(sourceOf(artifact), to);
        if (!isWhole(artifact, copied)) {
            throw (0,errors/* failure */.V2)('BACKUP', `The backup of ${artifact.path} is not the same as the original`);
        }
    }
    /** To an absent key; the same bytes there already are our own earlier success. */
    async #copy(source, to) {
        try {
            return await this.#requests.send((guard) => this.#store.copy(source, to, guard));
        }
        catch (thrown) {
            if (!(thrown instanceof object_store/* ConflictError */.fK))
                throw thrown;
            return this.#settle(source, to, thrown);
        }
    }
    /** Who was before us at one of the two ends: somebody else, or a request of our own whose answer was lost. */
    async #settle(source, to, cause) {
        const [original, standing] = await Promise.all([this.#store.head(source.key), this.#store.head(to)]);
        if (standing === undefined || original?.revision !== source.revision) {
            throw (0,errors/* failure */.V2)('SUPERSEDED', `${source.key} was changed by somebody else while we worked`, { cause });
        }
        if (standing.size !== source.size || !(await sameBytes(this.#store, source.key, to))) {
            throw (0,errors/* failure */.V2)('STEP_FAILED', `${to} is there already with other content`, { cause });
        }
        const { finishCopy } = this.#store;
        if (finishCopy === undefined)
            return standing;
        return this.#requests.send((guard) => finishCopy.call(this.#store, source, standing, guard));
    }
}
const copyOf = ({ key, revision, size, checksum }, artifact) => ({
    key,
    revision,
    size,
    checksum,
    storage_class: artifact.storage_class,
});

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/moves.js






/** Moves each artifact into the backup folder and back; the bytes are never in two places, nor in none. */
class MovesShelf {
    /** What lies there is the only one. */
    copies = false;
    #store;
    #mover;
    #requests;
    constructor(store, mover, requests) {
        this.#store = store;
        this.#mover = mover;
        this.#requests = requests;
    }
    async prepare() { }
    survey(manifest) {
        return surveyFolder(this.#store, manifest);
    }
    async take(manifest, standing, progress) {
        const taken = new artifact_marks/* ArtifactMarks */.XI(standing);
        const changed = [];
        let missed = false;
        const move = async (artifact) => {
            const { path, revision } = artifact;
            const end = await this.#move(path, revision, manifest.backup_path + path, artifact);
            if (end === 'foreign')
                changed.push(path);
            else
                taken.mark(path);
            missed ||= end === 'gone';
        };
        await this.#requests.each(standing, move, { tell: progress, total: standing.length });
        return { removed: taken.markedPaths(), changed, missed };
    }
    async putBack(manifest, artifacts, progress) {
        if (artifacts.length === 0)
            return;
        const [there, kept] = await Promise.all([
            markListed(this.#store, '', manifest, artifacts, isWhole),
            keptOf(this.#store, manifest),
        ]);
        const hindrances = new Hindrances();
        const back = async (artifact) => {
            const source = kept.find(manifest.backup_path + artifact.path);
            if (source === undefined) {
                if (!there.isMarked(artifact.path))
                    hindrances.note(NO_BACKUP, artifact.path);
                return;
            }
            const end = await this.#move(source.key, source.revision, artifact.path, artifact);
            if (end !== 'moved')
                hindrances.note(IN_THE_WAY, artifact.path);
        };
        await hindrances.each(this.#requests, artifacts, back, { tell: progress, total: artifacts.length });
        hindrances.tell();
    }
    async takeAgain(manifest, artifacts, progress) {
        const there = await listed(this.#store, versionPrefix(manifest));
        const left = [];
        const away = async (artifact) => {
            const standing = there.find(artifact.path);
            if (standing === undefined)
                return;
            const { path } = artifact;
            const end = isWhole(artifact, standing)
                ? await this.#move(path, standing.revision, manifest.backup_path + path, artifact)
                : 'foreign';
            if (end !== 'moved')
                left.push(path);
        };
        await this.#requests.each(artifacts, away, { tell: progress, total: artifacts.length });
        const taken = new Set([...artifacts].map(({ path }) => path));
        const staying = (0,artifact_marks/* absentArtifacts */.h3)(manifest).filter(({ path }) => !taken.has(path));
        if (left.length + staying.length === 0)
            return { left, lacking: [] };
        await this.#copyStaying(manifest, staying, there);
        return { left, lacking: await damagedIn(this.#store, manifest, (0,artifact_marks/* absentArtifacts */.h3)(manifest)) };
    }
    /** What stays where it was put, because somebody else counts on it there, must not be missing in the backup. */
    async #copyStaying({ backup_path: backup }, staying, there) {
        const copy = async (artifact) => {
            const standing = there.find(artifact.path);
            if (standing === undefined || !isWhole(artifact, standing))
                return;
            const source = { ...sourceOf(artifact), revision: standing.revision };
            try {
                await this.#requests.send((guard) => this.#store.copy(source, backup + artifact.path, guard));
            }
            catch (thrown) {
                // A copy of ours from before, or one that is refused: what the backup lacks is looked for.
                if (thrown instanceof ports_workspace/* SupersededError */.Z || (0,object_store/* isUnanswered */.Ni)(thrown))
                    throw thrown;
            }
        };
        await this.#requests.each(staying, copy);
    }
    damaged(manifest, artifacts) {
        return damagedIn(this.#store, manifest, artifacts);
    }
    async #move(from, revision, to, artifact) {
        try {
            await this.#requests.send(() => this.#mover.move(from, revision, to));
            return 'moved';
        }
        catch (thrown) {
            if (!(thrown instanceof object_store/* ConflictError */.fK))
                throw thrown;
            const [source, target] = await Promise.all([this.#store.head(from), this.#store.head(to)]);
            if (source === undefined && target === undefined)
                return 'gone';
            return source === undefined && isWhole(artifact, target) ? 'moved' : 'foreign';
        }
    }
}

;// CONCATENATED MODULE: ./lib/engine/transaction/shelves/versions.js






/** Versions and markers in an answer, at most (ListObjectVersions). */
const ONE_LISTING = 1000;
/** Copies nothing: the store keeps the pinned versions under delete markers, which are taken away again to restore. */
class VersionsShelf {
    copies = false;
    #store;
    #keeper;
    #requests;
    constructor(store, keeper, requests) {
        this.#store = store;
        this.#keeper = keeper;
        this.#requests = requests;
    }
    async prepare() { }
    async survey(manifest) {
        const prefix = versionPrefix(manifest);
        const found = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts);
        const changed = [];
        const unknown = [];
        const covered = new Set();
        for await (const [key, stack] of this.#eachStack(prefix)) {
            const pinned = found.find(key);
            if (!isVisible(stack)) {
                if (pinned !== undefined && isCovered(pinned, stack))
                    covered.add(key);
                continue;
            }
            const artifact = found.mark(key);
            if (artifact !== undefined && artifact.version_id !== stack[0]?.version_id)
                changed.push(key);
            if (artifact === undefined && key !== prefix)
                unknown.push(key);
        }
        const removed = found.markAll(covered).unmarkedPaths();
        return { removed, changed, unknown, ...(covered.size === 0 ? {} : { covered: [...covered] }) };
    }
    async uncover(manifest, keys) {
        const wanted = new Set(keys);
        const markers = [];
        for await (const [key, [top]] of this.#eachStack(versionPrefix(manifest)))
            if (wanted.has(key) && top?.marker === true)
                markers.push(top);
        const hindrances = new Hindrances();
        await this.#unhide([markers], hindrances, () => { });
        hindrances.tell();
    }
    /**
     * Where nothing is visible one name tells, and no version has to be listed. What was written again before it was hidden
     * does not show there: so where one request lists all versions and markers, they are looked at all the same.
     */
    async surveyTaken(manifest) {
        if (2 * manifest.artifacts.length <= ONE_LISTING)
            return this.survey(manifest);
        for await (const _ of this.#store.list(versionPrefix(manifest), { limit: 1 }))
            return this.survey(manifest);
        return { removed: (0,domain_rows/* view */.Up)(manifest.artifacts, ({ path }) => path), changed: [], unknown: [] };
    }
    async take(manifest, standing, progress) {
        if (!(await this.#keeper.keeps())) {
            throw (0,errors/* failure */.V2)('STEP_FAILED', `The bucket does not keep versions any more, on which the backup of ${manifest.version} rests`);
        }
        const taken = new artifact_marks/* ArtifactMarks */.XI(standing);
        const changed = await this.#hide(standing, { tell: progress, gone: (path) => taken.mark(path) });
        return { removed: taken.markedPaths(), changed };
    }
    async putBack(manifest, artifacts, progress) {
        const hindrances = new Hindrances();
        const underOthers = new artifact_marks/* ArtifactMarks */.XI(artifacts);
        const kept = new artifact_marks/* ArtifactMarks */.XI(artifacts);
        const rounds = [];
        for await (const [key, stack] of this.#eachStack(versionPrefix(manifest))) {
            const artifact = kept.find(key);
            const over = artifact === undefined ? VERSION_GONE : markersOver(artifact, stack);
            if (over === IN_THE_WAY)
                underOthers.mark(key);
            if (typeof over === 'function')
                continue;
            kept.mark(key);
            for (const [round, { version_id }] of over.entries()) {
                rounds[round] ??= new domain_rows/* PackedRows */.Mb();
                rounds[round].push({ key, version_id });
            }
        }
        for (const { path } of kept.unmarked())
            hindrances.note(underOthers.isMarked(path) ? IN_THE_WAY : VERSION_GONE, path);
        await this.#unhide(rounds, hindrances, progress);
        hindrances.tell();
    }
    /** One marker a request and key, for the answers go by key: in no round is a key twice. */
    async #unhide(rounds, hindrances, progress) {
        const total = rounds.reduce((sum, { length }) => sum + length, 0);
        let done = 0;
        const note = (answer) => {
            if (answer.result === 'failed')
                throw answer.error;
            done += 1;
            progress(done, total);
        };
        for (const round of rounds) {
            const unhide = (chunk) => sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.unhide(pending, guard), note);
            const { size, atOnce } = this.#keeper;
            await hindrances.each(this.#requests, chunks(round, size), unhide, { atOnce });
        }
    }
    async takeAgain(manifest, artifacts, progress) {
        const ours = new artifact_marks/* ArtifactMarks */.XI(artifacts);
        const left = [];
        for await (const [key, stack] of this.#eachStack(versionPrefix(manifest))) {
            const artifact = isVisible(stack) ? ours.find(key) : undefined;
            if (artifact === undefined)
                continue;
            if (stack[0]?.version_id === artifact.version_id)
                ours.mark(key);
            else
                left.push(key);
        }
        const changed = await this.#hide(ours.markedRows(), { tell: progress });
        return { left: [...left, ...changed], lacking: [] };
    }
    async damaged(manifest, artifacts) {
        if (artifacts.length === 0)
            return [];
        const kept = new artifact_marks/* ArtifactMarks */.XI(artifacts);
        for await (const { key, version_id, marker } of this.#keeper.list(versionPrefix(manifest)))
            if (!marker && kept.find(key)?.version_id === version_id)
                kept.mark(key);
        return Array.from(kept.unmarked(), ({ path }) => path);
    }
    /** The keys that somebody else changed, which stay visible. */
    async #hide(artifacts, { tell, gone }) {
        const changed = [];
        let answers = 0;
        const note = (answer) => {
            if (answer.result === 'failed')
                throw answer.error;
            if (answer.result === 'changed')
                changed.push(answer.key);
            else
                gone?.(answer.key);
            answers += 1;
            tell?.(answers, artifacts.length);
        };
        const hide = (chunk) => sendBatch(this.#requests, chunk, (pending, guard) => this.#keeper.hide(pending, guard), note);
        const { size, atOnce } = this.#keeper;
        await this.#requests.each(chunks(pinnedOf(artifacts), size), hide, { atOnce });
        return changed;
    }
    /** As the pages come: all versions of a key stand together. */
    async *#eachStack(prefix) {
        let stack = [];
        for await (const version of this.#keeper.list(prefix)) {
            const [top] = stack;
            if (top !== undefined && top.key !== version.key) {
                yield [top.key, stack];
                stack = [];
            }
            stack.push(version);
        }
        const [top] = stack;
        if (top !== undefined)
            yield [top.key, stack];
    }
}
const isVisible = ([top]) => top !== undefined && !top.marker;
/**
 * The markers that lie over the pinned version, or why it can't come back: it is gone, or under something else. The same
 * bytes uploaded over it are as good: then what hides those.
 */
function markersOver({ version_id: pinned }, stack) {
    const at = stack.findIndex((version) => !version.marker && version.version_id === pinned);
    if (at === -1)
        return VERSION_GONE;
    const above = stack.slice(0, at);
    const others = above.filter(({ marker }) => !marker);
    if (others.length === 0)
        return above;
    const same = others.every(({ revision, size }) => revision === stack[at]?.revision && size === stack[at]?.size);
    return same
        ? above.slice(0, above.findIndex(({ marker }) => !marker))
        : IN_THE_WAY;
}
/** Hidden, and written again before it was: another version lies directly over the pinned one. */
function isCovered({ version_id: pinned }, stack) {
    const at = stack.findIndex((version) => !version.marker && version.version_id === pinned);
    return stack[0]?.marker === true && stack[at - 1]?.marker === false;
}

;// CONCATENATED MODULE: ./lib/engine/transaction/store-workspace.js









/** The workspace of stores without folders; how artifacts are kept is what the manifest says. */
class StoreWorkspace {
    #store;
    #requests;
    constructor(store, requests) {
        this.#store = store;
        this.#requests = requests;
    }
    async open() { }
    async lockIndex() { }
    async unlockIndex() { }
    async close() { }
    /** One attempt: whether it may be sent again is for the caller to find out, who reads the index anew. */
    async replace({ info, attributes }, body) {
        const { guard } = this.#requests;
        await guard();
        return this.#store.put(info.key, body, { unchangedSince: info.revision, attributes }, guard);
    }
    async create(key, body) {
        try {
            await this.#requests.send((guard) => this.#store.put(key, body, 'absent', guard));
        }
        catch (thrown) {
            if (!(thrown instanceof object_store/* ConflictError */.fK))
                throw thrown;
            const standing = await this.#store.read(key);
            if (standing === undefined || (0,log_record/* sha256Hex */.fg)(standing.body) !== (0,log_record/* sha256Hex */.fg)(body))
                throw thrown;
        }
    }
    prepareBackup(manifest, progress) {
        return this.#shelf(manifest).prepare(manifest, progress);
    }
    survey(manifest) {
        const shelf = this.#shelf(manifest);
        return shelf.surveyTaken?.(manifest) ?? shelf.survey(manifest);
    }
    async withdraw(manifest, progress, fresh = true) {
        const shelf = this.#shelf(manifest);
        const before = await shelf.survey(manifest);
        // What a dead run had removed may have been published again: only a fresh run knows that nothing was.
        if (fresh && before.changed.length > 0)
            return { ...before, untouched: true };
        const { covered = [] } = before;
        const removed = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts).markAll(before.removed);
        const others = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts).markAll(before.removed);
        const standing = others.markAll(before.changed).markAll(covered).unmarkedRows();
        const taken = await shelf.take(manifest, standing, progress);
        return {
            removed: removed.markAll(taken.removed).markedPaths(),
            changed: [...before.changed, ...taken.changed],
            unknown: before.unknown,
            covered,
            // A recovery can't tell, and looks at the backup whatever it finds.
            missed: taken.missed === true || (fresh && before.removed.length > 0),
        };
    }
    async uncover(manifest, keys) {
        await this.#shelf(manifest).uncover?.(manifest, keys);
    }
    reinstate(manifest, artifacts, progress) {
        return this.#shelf(manifest).putBack(manifest, artifacts, progress);
    }
    retract(manifest, artifacts, progress) {
        return this.#shelf(manifest).takeAgain(manifest, artifacts, progress);
    }
    damaged(manifest, artifacts) {
        return this.#shelf(manifest).damaged(manifest, artifacts);
    }
    /** Removes the backup; the manifest last: while it is there, whoever comes after us knows what else to remove. */
    async discard(manifest) {
        if (manifest.backup_path === '')
            return;
        const own = [`${manifest.backup_path}restored.json`, `${manifest.backup_path}manifest.json`];
        const { copies } = this.#shelf(manifest);
        const found = new domain_rows/* PackedRows */.Mb();
        const last = [];
        for await (const { key, revision } of this.#store.list(manifest.backup_path)) {
            if (key === own[1])
                last.push({ key, revision });
            else if (copies || key === own[0])
                found.push({ key, revision });
        }
        await removeAll(this.#store, this.#requests, found);
        await removeAll(this.#store, this.#requests, last);
    }
    #shelf({ backup_method: method }) {
        const { mover, versions } = this.#store;
        if (method === 'versions' && versions !== undefined)
            return new VersionsShelf(this.#store, versions, this.#requests);
        if (method === 'move' && mover !== undefined)
            return new MovesShelf(this.#store, mover, this.#requests);
        if (method === 'copy')
            return new CopiesShelf(this.#store, this.#requests);
        throw (0,errors/* failure */.V2)('BACKUP', `This store has no way to keep a release by '${method}', as the manifest says`);
    }
}

;// CONCATENATED MODULE: ./lib/engine/transaction/operation.js


function workspaceFor(context, tenure) {
    const { operation_id: operationId, epoch, version } = tenure.open;
    const ticket = { operationId, epoch, version };
    return (context.store.workspaces?.create(ticket, tenure.guard) ??
        new StoreWorkspace(context.store, requestsOf(context, tenure)));
}
/** The first of what is done under the claim: whatever it meets has to close that, as all that comes before the commit. */
async function openClean({ context, tenure, workspace }) {
    await context.store.workspaces?.sweep(tenure.open.operation_id);
    await workspace.open();
}
const senderOf = ({ context, tenure }) => requestsOf(context, tenure);
/** Changing requests that belong to an operation: only while it is ours, and an unanswered one is remembered. */
function requestsOf({ store, clock, cancelled }, tenure) {
    const unresolved = () => {
        tenure.unresolved = true;
    };
    const policy = store.requests ?? DEFAULT_POLICY;
    return new Requests({ clock, policy, guard: tenure.guard, unresolved, cancelled });
}
function indexParts(operation) {
    const { context, workspace, waits, draft } = operation;
    return {
        store: context.store,
        clock: context.clock,
        workspace,
        lockTimeoutMs: context.cancelled.aborted ? 0 : waits.lockTimeoutMs,
        requests: senderOf(operation),
        rendersAgain: operation.recovering,
        warn: draft.warn,
    };
}
/** Cancelled after the commit, where a wait or a revert would begin: the operation stays open (DESIGN §4). */
class CancelledError extends Error {
    constructor() {
        super('cancelled after the commit');
        this.name = 'CancelledError';
    }
}
/** Waits until a request of ours that got no answer can't land any more; the happy path never waits. */
async function fence(operation) {
    const { context, tenure, waits } = operation;
    if (!context.store.lateRequests || !tenure.unresolved)
        return;
    if (context.cancelled.aborted)
        throw new CancelledError();
    context.reporter.info(`A request got no answer; waiting ${waits.fenceMs / 1000} s until it can't land any more`);
    await context.clock.sleep(waits.fenceMs);
    await tenure.beat();
    tenure.unresolved = false;
}
/** Where an operation's backup is, for whoever comes after it. */
const operation_placeOf = ({ backup_prefix: prefix }) => prefix === undefined ? {} : { backup_prefix: prefix };
/** Of a closer: a backup folder that nobody needs any more, and where it is. */
const discarding = (open, folder) => ({ discards: folder, ...operation_placeOf(open) });
const isOpen = (open) => open !== null && open !== undefined;

;// CONCATENATED MODULE: ./lib/engine/transaction/marking.js






/** Says what was done to the version; a dead run's marker that promised more than is so is answered by a newer one. */
async function markDone(operation) {
    const marker = markerOf(operation);
    const standing = await write(operation, marker);
    if (standing.can_restore && !marker.can_restore)
        await write(operation, takenBack(operation, standing));
}
/** The operation is given up: a marker of it must not promise what the backup can't give any more. */
async function unpromise(operation, missing) {
    const { manifest, workspace, draft } = operation;
    try {
        const [marker] = await markersOf(operation);
        if (marker?.event !== 'rolled_back' || !marker.can_restore)
            return;
        const gone = new Set(missing);
        const artifacts = manifest.artifacts.filter(({ path }) => gone.has(path));
        if ((await workspace.damaged(manifest, artifacts)).length === 0)
            return;
        await write(operation, takenBack(operation, marker));
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z || (0,object_store/* isUnanswered */.Ni)(thrown))
            throw thrown;
        // Giving up is the last way that is left.
        draft.warn(`What can be restored was not looked for: ${(0,errors/* asRollbackError */.p2)(thrown).message}`);
    }
}
/** A restore was undone, and the backup of the rollback that it was to undo is not whole any more. */
async function unpromiseUndone(operation) {
    const { context, manifest, tenure } = operation;
    const markers = await readMarkers(context.store, manifest.version);
    const undone = markers.find(({ operation_id, event }) => operation_id === manifest.undoes && event === 'rolled_back');
    if (undone?.can_restore !== true)
        return;
    // A number of its own: the marker that says the restore was taken back has the next one.
    await tenure.beat();
    await write(operation, takenBack(operation, undone));
    await tenure.beat();
}
/** A marker that says 'rolled back' or 'restored' is answered by one that takes it back. */
async function markReverted(operation) {
    const id = operation.manifest.operation_id;
    const markers = await markersOf(operation);
    const ours = markers.find(({ operation_id, event }) => operation_id === id && event !== 'reverted');
    if (ours === undefined || markers.some(({ undoes }) => undoes === id))
        return;
    await write(operation, { ...newer(operation, ours), event: 'reverted', undoes: id });
}
/** The backup's manifest stays as the log knows it; a file beside it says that it was restored. */
async function markRestored(operation) {
    const { manifest, workspace, draft } = operation;
    const mark = {
        schema_version: 1,
        rollback_id: manifest.rollback_id,
        operation_id: manifest.operation_id,
        restored_at: manifest.created_at,
    };
    try {
        await workspace.create(`${manifest.backup_path}restored.json`, new TextEncoder().encode(`${JSON.stringify(mark, null, 2)}\n`));
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z || (0,object_store/* isUnanswered */.Ni)(thrown))
            throw thrown;
        draft.warn(`The backup could not be marked as restored: ${(0,errors/* asRollbackError */.p2)(thrown).message}`);
    }
}
function markerOf(operation) {
    const { manifest, tenure, context } = operation;
    return {
        schema_version: 1,
        event: manifest.operation === 'restore' ? 'restored' : 'rolled_back',
        sequence: tenure.open.commit_sequence,
        version: manifest.version,
        operation_id: manifest.operation_id,
        rollback_id: manifest.rollback_id,
        rollback_type: manifest.rollback_type,
        undoes: manifest.undoes ?? '',
        backup_path: manifest.backup_path,
        manifest_key: tenure.open.manifest_key,
        manifest_sha256: tenure.open.manifest_sha256,
        ...operation_placeOf(tenure.open),
        can_restore: canRestore(operation),
        time: new Date(context.clock.now()).toISOString(),
    };
}
/** Under the newest record's number, which no commit of ours has. */
const newer = ({ tenure, context }, marker) => ({
    ...marker,
    sequence: tenure.head.record.sequence,
    time: new Date(context.clock.now()).toISOString(),
});
const takenBack = (operation, marker) => ({
    ...newer(operation, marker),
    can_restore: false,
});
/** The operation's own, and those that undo it; newest first. */
async function markersOf({ context, manifest }) {
    const markers = await readMarkers(context.store, manifest.version);
    const id = manifest.operation_id;
    return markers.filter(({ operation_id, undoes }) => operation_id === id || undoes === id);
}
const write = (operation, marker) => writeMarker(operation.context.store, senderOf(operation), marker);

;// CONCATENATED MODULE: ./lib/engine/publication.js






/** How long an index that doesn't parse is read again before it counts as broken: someone may be writing it in place. */
const SETTLE_MS = 2000;
const SETTLE_STEP_MS = 250;
/** Reads and parses index.json; a broken one again for two seconds. */
async function readIndex(store, clock) {
    const deadline = clock.monotonic() + SETTLE_MS;
    for (;;) {
        const object = await store.read(domain_keys/* INDEX_KEY */.lr);
        if (object === undefined)
            return { state: 'missing' };
        try {
            return { state: 'present', object, doc: (0,mod/* parseIndex */.A1)(object.body) };
        }
        catch (thrown) {
            if (!(thrown instanceof mod/* BrokenIndexError */.Oj))
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
/** A local release moves as a whole, and its list is gone through twice; a bucket's many times, and may be very long. */
const gathering = (store) => store.workspaces === undefined ? new domain_rows/* PackedRows */.Mb() : [];
/** Everything that is there under `<version>/`. Throws BAD_INPUT for what is neither file, link nor folder. */
async function listArtifacts(store, version) {
    const found = gathering(store);
    await eachArtifact(store, version, (info) => found.push(info));
    return found;
}
/** The same as the pages come: of a large release all that stands there is never in memory at once. */
async function eachArtifact(store, version, take) {
    for await (const info of store.list((0,domain_keys/* artifactsPrefix */.oP)(version), { versions: true })) {
        if (info.type === 'other') {
            throw (0,errors/* failure */.V2)('BAD_INPUT', `'${info.key}' is a device, socket or pipe; nothing was changed`, {
                advice: 'Remove it from the version folder, then run again.',
            });
        }
        take(info);
    }
}
/** Reads index, artifacts and log of one version. `reading` gives an index that was read already. */
async function readPublication(store, clock, version) {
    const [reading, found, history] = await Promise.all([
        readIndex(store, clock),
        listArtifacts(store, version),
        readMarkers(store, version),
    ]);
    return { publication: describe(version, reading, found, history), reading };
}
/** The same from what was read already. */
function describe(version, reading, found, history) {
    const doc = reading.state === 'present' ? reading.doc : undefined;
    const entries = doc === undefined ? [] : (0,mod/* entriesOf */.Mc)(doc, version).map((entry) => describeEntry(doc, entry));
    const listed = new Set(entries.flatMap((entry) => entry.artifacts));
    const folder = (0,domain_keys/* artifactsPrefix */.oP)(version);
    const own = ({ key, folder_object: is }) => key !== folder || is === true;
    const artifacts = asArtifacts(found.every(own) ? found : found.filter(own), listed);
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
        artifacts: (0,mod/* readEntry */.hB)(doc, entry).artifacts,
        removed: entry.removed !== undefined,
        removedBy: entry.removed?.rollbackId ?? '',
        placement: (0,mod/* placementOf */.xc)(doc, entry),
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
        total: doc.totalReleases && {
            text: (0,domain_version/* printable */.g$)((0,mod/* entryText */.u0)(doc, doc.totalReleases)),
            value: doc.totalReleases.value,
        },
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
function asArtifacts(found, listed) {
    if (!(found instanceof domain_rows/* LazyRows */.Gf))
        return found.map((info) => asArtifact(info, listed.has(info.key)));
    const marks = new Uint8Array(found.length);
    let position = 0;
    for (const { key } of found) {
        marks[position] = Number(listed.has(key));
        position += 1;
    }
    return found.through((info, at) => asArtifact(info, marks[at] === 1));
}
function asArtifact(info, listed) {
    const { key: path, size, revision, mode, target, checksum, version_id, storage_class, modified } = info;
    const artifact = {
        path,
        type: info.type === 'other' ? 'file' : info.type,
        size,
        revision,
        listed,
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

;// CONCATENATED MODULE: ./lib/engine/transaction/entries.js


/** Ours are the entries whose raw bytes are the manifest's; another entry of the same version is never touched. */
function ourEntries(doc, manifest) {
    return (0,mod/* entriesOf */.Mc)(doc, manifest.version).filter((entry) => manifest.entries.some(({ raw }) => (0,mod/* isRaw */.Zi)(doc, entry, raw)));
}
/** Entries of the version that are neither ours nor ours marked: somebody published it again. */
function foreignEntries(doc, manifest) {
    const ours = new Set(ourEntries(doc, manifest));
    return (0,mod/* entriesOf */.Mc)(doc, manifest.version).filter((entry) => !ours.has(entry) && !isMarkedBy(entry, manifest));
}
/** Foreign entries that promise artifacts: an entry marked by an earlier rollback publishes nothing. */
function republished(doc, manifest) {
    return foreignEntries(doc, manifest).filter((entry) => entry.removed === undefined);
}
const isMarkedBy = (entry, manifest) => manifest.mark !== undefined && entry.removed?.rollbackId === manifest.mark.rollback_id;
/** Takes the release out of the index, or marks it; undefined when that is done already. */
function hide(doc, manifest, now) {
    const ours = ourEntries(doc, manifest);
    if (ours.length === 0)
        return undefined;
    const { mark } = manifest;
    if ((0,types/* takesEntry */.vj)(manifest.rollback_type) || mark === undefined)
        return (0,mod/* cutEntries */.tG)(doc, ours, now);
    return fold(doc, (current) => {
        const next = ourEntries(current, manifest)[0];
        const fields = { removedAt: mark.removed_at, rollbackId: mark.rollback_id };
        return next === undefined ? undefined : (0,mod/* markEntry */.gj)(current, next, fields, now);
    });
}
/** The opposite of `hide`: entries back between their old neighbours, or unmarked; undefined when all are there. */
function show(doc, manifest, now) {
    if ((0,types/* takesEntry */.vj)(manifest.rollback_type)) {
        return fold(doc, (current) => {
            const next = nextMissing(current, manifest);
            return next === undefined ? undefined : (0,mod/* insertEntry */.Ax)(current, next, now);
        });
    }
    return fold(doc, (current) => {
        const marked = (0,mod/* entriesOf */.Mc)(current, manifest.version).find((entry) => isMarkedBy(entry, manifest));
        if (marked === undefined || manifest.mark === undefined)
            return undefined;
        const original = manifest.entries[0]?.raw;
        const result = (0,mod/* unmarkEntry */.p0)(current, marked, {
            rollbackId: manifest.mark.rollback_id,
            ...(original !== undefined && isOnlyText(manifest, original) ? { originalRaw: original } : {}),
        }, now);
        return result === 'not-ours' ? undefined : result;
    });
}
const isOnlyText = ({ entries }, text) => entries.every(({ raw }) => raw === text);
/**
 * Oldest first: each then finds the neighbours that it had. Those of its own version that are back already stood behind
 * it, and those that are not yet do not count in its position.
 */
function nextMissing(doc, manifest) {
    const missing = missingPlacements(doc, manifest);
    const next = missing.at(-1);
    if (next === undefined)
        return undefined;
    const { version } = manifest;
    const onlyOurs = ourEntries(doc, manifest).length === (0,mod/* entriesOf */.Mc)(doc, version).length;
    const newer = onlyOurs ? next.newer.filter((each) => each !== version) : next.newer;
    return { ...next, newer, position: next.position - (missing.length - 1) };
}
/** Of entries with the same bytes as many as are not there, the newest of them: the oldest come back first. */
function missingPlacements(doc, manifest) {
    const ours = ourEntries(doc, manifest);
    const left = new Map();
    const missing = manifest.entries.toReversed().filter(({ raw }) => {
        const there = left.get(raw) ?? ours.filter((entry) => (0,mod/* isRaw */.Zi)(doc, entry, raw)).length;
        left.set(raw, there - 1);
        return there <= 0;
    });
    return missing.reverse();
}
/** Applies a one-entry edit until it has nothing left to do. */
function fold(doc, edit) {
    let bytes;
    for (let current = doc;;) {
        const next = edit(current);
        if (next === undefined)
            return bytes;
        bytes = next;
        current = (0,mod/* parseIndex */.A1)(next);
    }
}

;// CONCATENATED MODULE: ./lib/engine/transaction/index-edit.js







const ATTEMPTS = 50;
/**
 * Edits index.json on condition that it is what was read; on a conflict it reads again and redoes the edit. Then
 * renders index.md, whose failure is a warning. Throws INDEX_WRITE, or UNREACHABLE when the outcome is unknown.
 */
async function editIndex(parts, change) {
    await translated(() => parts.workspace.lockIndex(parts.lockTimeoutMs));
    try {
        const result = await translated(() => replaceUntilDone(parts, change));
        const changed = result.after !== result.before || parts.rendersAgain;
        if (result.after !== undefined && changed)
            await renderMarkdown(parts, result.after);
        return result;
    }
    finally {
        await parts.workspace.unlockIndex().catch((thrown) => {
            if (thrown instanceof ports_workspace/* SupersededError */.Z)
                throw thrown;
            parts.warn(`index.json.lock could not be removed: ${index_edit_text(thrown)}`);
        });
    }
}
async function replaceUntilDone(parts, change) {
    const attempts = { unanswered: 0, pending: false, before: undefined };
    try {
        for (let reading = parts.known, round = 0; round < ATTEMPTS; round += 1) {
            reading ??= await readIndex(parts.store, parts.clock);
            const result = await replaceOnce(parts, change, reading, attempts);
            if (result !== undefined)
                return result;
            reading = undefined;
        }
    }
    catch (thrown) {
        if (attempts.pending)
            parts.requests.unresolved();
        throw thrown;
    }
    throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json was changed by others ${ATTEMPTS} times in a row`);
}
/** Undefined when the index has to be read again: somebody changed it, or no answer came. */
async function replaceOnce(parts, change, reading, attempts) {
    const { clock, workspace, requests } = parts;
    if (reading.state === 'missing')
        return { before: undefined, after: undefined };
    if (reading.state === 'broken')
        throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json is not a usable index: ${reading.reason}`);
    const before = reading.object.body;
    const after = change(reading.doc, new Date(clock.now()));
    // Nothing left to do: done before, or by our own request whose reply was lost.
    if (after === undefined)
        return { before: attempts.before ?? before, after: before };
    try {
        await workspace.replace(reading.object, after);
        return { before, after };
    }
    catch (thrown) {
        if (thrown instanceof object_store/* ConflictError */.fK) {
            attempts.pending = false;
            return undefined;
        }
        attempts.pending ||= (0,object_store/* mayHaveLanded */.I7)(thrown);
        noteBlind(parts, thrown);
        attempts.unanswered += 1;
        if (!(0,object_store/* isUnanswered */.Ni)(thrown) || attempts.unanswered > requests.retries)
            throw thrown;
        attempts.before ??= before;
        await requests.pause(attempts.unanswered, thrown);
        return undefined;
    }
}
/** Where no condition holds it back, an unanswered put may land after the one that succeeds: it is waited for. */
function noteBlind({ store, requests }, thrown) {
    if (store.replacesBlindly === true && (0,object_store/* mayHaveLanded */.I7)(thrown))
        requests.unresolved();
}
async function renderMarkdown(parts, index) {
    const { requests } = parts;
    for (let attempt = 1;; attempt += 1) {
        try {
            return await renderOnce(parts, index);
        }
        catch (thrown) {
            if (thrown instanceof ports_workspace/* SupersededError */.Z)
                throw thrown;
            noteBlind(parts, thrown);
            if ((0,object_store/* isUnanswered */.Ni)(thrown) && attempt <= requests.retries) {
                await requests.pause(attempt, thrown);
                continue;
            }
            if ((0,object_store/* mayHaveLanded */.I7)(thrown))
                requests.unresolved();
            return parts.warn(`index.md could not be rendered again: ${index_edit_text(thrown)}`);
        }
    }
}
/** Reads anew each time: it may stand there already, by an attempt whose reply was lost. */
async function renderOnce({ store, workspace }, index) {
    const current = await store.read(domain_keys/* INDEX_MARKDOWN_KEY */.he);
    if (current === undefined || !(0,mod/* isOurIndexMarkdown */.Eu)(new TextDecoder().decode(current.body)))
        return;
    const markdown = new TextEncoder().encode((0,mod/* renderIndexMarkdown */.mf)((0,mod/* parseIndex */.A1)(index)));
    if ((0,log_record/* sha256Hex */.fg)(markdown) !== (0,log_record/* sha256Hex */.fg)(current.body))
        await workspace.replace(current, markdown);
}
/** What refuses the index is 44, whatever it was; unknown outcomes and takeovers keep their names. */
async function translated(work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z || (0,object_store/* isUnanswered */.Ni)(thrown))
            throw thrown;
        const named = ['INDEX_WRITE', 'SUPERSEDED'];
        if (thrown instanceof errors/* RollbackError */.ZS && named.includes(thrown.code))
            throw thrown;
        const known = thrown instanceof errors/* RollbackError */.ZS ? (0,errors/* knownOf */.bz)(thrown) : { cause: thrown };
        throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json could not be written: ${index_edit_text(thrown)}`, known);
    }
}
const index_edit_text = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));

;// CONCATENATED MODULE: ./lib/engine/transaction/same-artifact.js


/** Whether what stands at an artifact's key is the artifact, be it put back under a new revision. */
async function isSameArtifact(store, manifest, artifact, info) {
    if (info.revision === artifact.revision)
        return true;
    if (info.type !== artifact.type || info.size !== artifact.size)
        return false;
    if (info.type === 'folder')
        return true;
    if (info.type === 'symlink')
        return info.target === artifact.target;
    const verdict = (0,domain_checksum/* compareChecksums */.a)(info.checksum, artifact.checksum);
    if (verdict !== 'unknown')
        return verdict === 'same';
    // Nothing is left to compare with.
    if (manifest.backup_path === '')
        return false;
    return sameBytes(store, artifact.path, manifest.backup_path + artifact.path);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/revert.js











/** Puts everything back as it was before the commit, and looks; the log says `reverting` before the first change. */
async function putBack(operation) {
    const { tenure, manifest, draft } = operation;
    if (tenure.open.phase !== 'reverting')
        await tenure.advance('reverting', { phase: 'reverting' });
    await fence(operation);
    const undo = manifest.operation === 'rollback' ? undoRollback : undoRestore;
    const foreign = await undo(operation);
    if (foreign.length > 0)
        draft.warn(`Written by somebody else meanwhile, left alone: ${named(foreign)}`);
    await markReverted(operation);
    await fence(operation);
    return { foreign };
}
async function undoRollback(operation) {
    const { manifest, workspace, draft } = operation;
    let foreign = [];
    if ((0,types/* takesArtifacts */.Qe)(manifest.rollback_type) && manifest.folder_present) {
        const standing = await markStanding(operation);
        const absent = standing.unmarkedRows();
        // Also with nothing absent: a tree in the work folder must not go with it.
        await workspace.reinstate(manifest, absent, draft.progress('artifacts'));
        const left = await missingKeys(operation);
        if (left.length > 0)
            throw (0,errors/* failure */.V2)('STEP_FAILED', `Could not be put back: ${named(left)}`);
        foreign = await rewritten(operation, (path) => !standing.isMarked(path));
        // What we had taken is back, but not all of it is ours any more: the old entry must not list other bytes.
        if (absent.length > 0 && foreign.length > 0) {
            throw (0,errors/* failure */.V2)('STEP_FAILED', `Written by somebody else meanwhile: ${named(foreign)}`);
        }
    }
    if (manifest.entries.length > 0)
        await showAgain(operation);
    return foreign;
}
/** Keys that stand there with other bytes; what a killed revert of ours put back before has only a new revision. */
async function rewritten({ manifest, workspace, context }, putBackNow) {
    const changed = new Set((await workspace.survey(manifest)).changed.filter((path) => !putBackNow(path)));
    if (changed.size === 0)
        return [];
    const artifacts = (0,artifact_marks/* artifactIndex */.Pt)(manifest.artifacts);
    const found = [];
    await eachArtifact(context.store, manifest.version, (info) => {
        if (changed.has(info.key))
            found.push(info);
    });
    const foreign = [];
    for (const info of found) {
        const artifact = artifacts.find(info.key);
        if (artifact !== undefined && !(await isSameArtifact(context.store, manifest, artifact, info)))
            foreign.push(artifact.path);
    }
    return foreign;
}
async function showAgain(operation) {
    const { manifest, draft } = operation;
    if (await untouchedIndex(operation))
        return releaseLock(operation);
    const { after } = await editIndex(indexParts(operation), (doc, now) => {
        if (!(0,types/* takesEntry */.vj)(manifest.rollback_type) || foreignEntries(doc, manifest).length === 0)
            return show(doc, manifest, now);
        draft.warn(`${manifest.version} is listed by somebody else now; the old entry is not put beside it`);
        return undefined;
    });
    if (after === undefined)
        throw (0,errors/* failure */.V2)('INDEX_WRITE', 'index.json is missing; the entry has no index to go back to');
}
/** The lock that a run of this operation died with; a foreign one stays. */
const releaseLock = ({ workspace }) => workspace.unlockIndex();
/** An index that we never changed and that is broken or gone now is not ours to mend. */
async function untouchedIndex(operation) {
    const reading = await readIndex(operation.context.store, operation.context.clock);
    if (reading.state === 'present')
        return show(reading.doc, operation.manifest, new Date(0)) === undefined;
    const { index_updated: cut, index_marked: marked } = operation.draft.fields;
    return !cut && marked !== true && !operation.recovering;
}
async function undoRestore(operation) {
    const { manifest, workspace, draft } = operation;
    // Whoever holds the index, or broke it, is no hindrance where we never listed the release.
    if (manifest.entries.length > 0) {
        if (await untouchedByRestore(operation))
            await releaseLock(operation);
        else
            await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
    }
    const counted = await listedByOthers(operation);
    const put = (0,artifact_marks/* absentArtifacts */.h3)(manifest);
    const staying = put.filter(({ path }) => counted.has(path)).map(({ path }) => path);
    if (staying.length > 0)
        draft.warn(`Another entry of ${manifest.version} counts on what was put back, so it stays: ${named(staying)}`);
    const ours = put.filter(({ path }) => !counted.has(path));
    const { left, lacking } = await workspace.retract(manifest, ours, draft.progress('artifacts'));
    if (lacking.length > 0)
        await tellLacking(operation, lacking);
    return left;
}
/** What the rollback had kept can't be brought back whole any more: nobody must learn that from the next restore. */
async function tellLacking(operation, lacking) {
    const { manifest, draft } = operation;
    draft.warn(`The backup ${manifest.backup_path} lacks what could not be taken back into it: ${named(lacking)}. A restore refuses until it is there again`);
    await unpromiseUndone(operation);
}
async function untouchedByRestore(operation) {
    const { manifest, context, draft, recovering } = operation;
    const reading = await readIndex(context.store, context.clock);
    if (reading.state === 'present')
        return hide(reading.doc, manifest, new Date(0)) === undefined;
    return (0,types/* takesEntry */.vj)(manifest.rollback_type) && !draft.fields.index_updated && !recovering;
}
/** Artifacts that a foreign entry of the version counts on: taking them away would leave it listed without them (I1). */
async function listedByOthers({ manifest, context }) {
    const reading = await readIndex(context.store, context.clock);
    if (reading.state !== 'present')
        return new Set();
    const { doc } = reading;
    return new Set(republished(doc, manifest).flatMap((entry) => (0,mod/* readEntry */.hB)(doc, entry).artifacts));
}
/**
 * Removes the backup that a rollback made and does not need: only after its closer, since until then a recovery
 * puts things back from it. A restore's manifest names the rollback's backup, which is never its own to remove.
 */
async function discardBackup(workspace, manifest) {
    if (manifest?.operation === 'rollback' && manifest.backup_path !== '')
        await workspace.discard(manifest);
}
/** Keys of the manifest that are not in the version folder. */
async function missingKeys(operation) {
    return Array.from((await markStanding(operation)).unmarked(), ({ path }) => path);
}
/** Those of the manifest's artifacts at whose keys something stands. */
async function markStanding({ context, manifest }) {
    const standing = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts);
    await eachArtifact(context.store, manifest.version, ({ key }) => standing.mark(key));
    return standing;
}
/** Keys that are not where they should be: missing, or written by somebody else. */
async function misplacedKeys(operation) {
    const standing = await markStanding(operation);
    const missing = Array.from(standing.unmarked(), ({ path }) => path);
    if (operation.manifest.operation !== 'rollback')
        return missing;
    return [...missing, ...(await rewritten(operation, (path) => !standing.isMarked(path)))];
}

;// CONCATENATED MODULE: ./lib/engine/transaction/rollback-notes.js



/** What the report says is latest, before and after. */
function noteLatest(operation, doc) {
    const { manifest, draft } = operation;
    const hidden = manifest.entries.length > 0;
    const latest = latestOf(doc);
    if (draft.fields.previous_latest === '')
        draft.fields.previous_latest = latest;
    const foreign = foreignEntries(doc, manifest).length > 0;
    draft.fields.new_latest = hidden && !foreign ? latestOf(doc, manifest.version) : latest;
}
/** What the report says was taken out. */
function noteRemoved({ manifest, draft }, removed) {
    const paths = [];
    let bytes = 0;
    for (const { path, type, size } of new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts).markAll(removed).marked()) {
        if (type === 'folder')
            continue;
        paths.push(path);
        bytes += size;
    }
    draft.fields.artifacts_removed = paths;
    draft.fields.total_artifacts_removed = paths.length;
    draft.fields.total_bytes_freed = bytes;
}
function warnOfStrangers({ draft }, { unknown }) {
    for (const key of unknown.slice(0, 10))
        draft.warn(`Not ours, left where it is: ${key}`);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/no-way-back.js





/**
 * Without a backup on a store that only deletes, nothing can come back once the first artifact is gone: then the ones
 * that still stand, else undefined. It is looked for, since a batch may fail half-way through.
 */
async function standingForGood(operation) {
    const { manifest, context } = operation;
    const { create_backup: backup, backup_method: method } = manifest;
    if (backup || method !== 'copy' || context.store.workspaces !== undefined)
        return undefined;
    if (manifest.operation === 'restore')
        return undefined;
    // What is under way still may be the first.
    await fence(operation);
    const missing = await missingKeys(operation);
    if (missing.length === 0)
        return undefined;
    noteRemoved(operation, missing);
    const gone = new Set(missing);
    return manifest.artifacts.map(({ path }) => path).filter((path) => !gone.has(path));
}
/** With what could not be taken out named. */
function partly(error, standing) {
    if (standing.length === 0)
        return error;
    return (0,errors/* failure */.V2)(error.code, `${error.message}; nothing can be put back without a backup`, {
        cause: error,
        details: [...error.details, `Not taken out, and still there: ${named(standing)}`],
        advice: 'Mend the cause, then run the same command with --force: it takes out what is left.',
    });
}

;// CONCATENATED MODULE: ./lib/engine/transaction/restore-steps.js









/** Artifacts back first, the index last: a release is never listed before it is whole. */
async function restoreForward(operation) {
    const { draft, manifest, workspace } = operation;
    const artifacts = (0,artifact_marks/* absentArtifacts */.h3)(manifest);
    // So far it is only planned; a revert asks whether the index was touched.
    draft.fields.index_updated = false;
    await draft.stage('artifacts', async () => {
        if (artifacts.length > 0 || manifest.folder_present) {
            await workspace.reinstate(manifest, artifacts, draft.progress('artifacts'));
        }
        const files = artifacts.filter((artifact) => artifact.type !== 'folder');
        draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
        draft.fields.total_artifacts_removed = files.length;
        draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
    });
    await draft.stage('verify', () => verifyArtifacts(operation));
    return draft.stage('index', () => showEntry(operation));
}
async function verifyArtifacts(operation) {
    const { context, manifest } = operation;
    if (manifest.artifacts.length === 0)
        return;
    const right = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts);
    await eachArtifact(context.store, manifest.version, (info) => {
        const artifact = right.find(info.key);
        if (artifact !== undefined && isBack(artifact, info))
            right.mark(info.key);
    });
    const wrong = right.unmarkedRows();
    if (wrong.length > 0) {
        throw (0,errors/* failure */.V2)('STEP_FAILED', `Not back as it was: ${wrong
            .map(({ path }) => path)
            .slice(0, 5)
            .join(', ')}`);
    }
}
const isBack = ({ type, size, checksum }, info) => info.type === type && info.size === size && (0,domain_checksum/* compareChecksums */.a)(info.checksum, checksum) !== 'different';
async function showEntry(operation) {
    const { draft, manifest } = operation;
    if (manifest.entries.length === 0)
        return indexStates(manifest, { before: undefined, after: undefined });
    const result = await editIndex(indexParts(operation), (doc, now) => {
        const foreign = foreignEntries(doc, manifest);
        if ((0,types/* takesEntry */.vj)(manifest.rollback_type) && foreign.length > 0) {
            throw (0,errors/* failure */.V2)('SUPERSEDED', `${manifest.version} was published again while we worked`);
        }
        if (draft.fields.previous_latest === '')
            draft.fields.previous_latest = latestOf(doc);
        return show(doc, manifest, now);
    });
    if (result.after === undefined)
        throw (0,errors/* failure */.V2)('INDEX_WRITE', 'index.json is missing');
    draft.fields.index_updated = (0,types/* takesEntry */.vj)(manifest.rollback_type);
    const reading = await readIndex(operation.context.store, operation.context.clock);
    if (reading.state === 'present')
        draft.fields.new_latest = latestOf(reading.doc);
    return indexStates(manifest, result);
}

;// CONCATENATED MODULE: ./lib/engine/transaction/last-look.js










/** How often a release that a blind writer lists again is taken out again (DESIGN §3, step 7). */
const RELISTED_LIMIT = 5;
/** The last look before the operation is closed: nothing of ours is left, and nobody counts on what we took. */
async function lastLook(operation, withdrawal) {
    const survey = surveyEarly(operation);
    survey.catch(() => { });
    const doc = await verifyHidden(operation);
    const foreign = doc === undefined ? [] : republished(doc, operation.manifest);
    const now = await survey;
    const covered = await uncover(operation, withdrawal, now);
    if (doc === undefined || foreign.length === 0)
        return { listed: false, changed: [...verifyGone(operation, withdrawal, now), ...covered] };
    await giveBack(operation, doc, foreign);
    return { listed: true, changed: [...withdrawal.changed, ...covered] };
}
/** The very bytes that somebody uploaded between our look and the removal went with it: they stand there again. */
async function uncover(operation, withdrawal, now) {
    const { manifest, workspace, recovering } = operation;
    // What a fresh run found hidden already was hidden by somebody else; a recovery can't tell, and gives it back.
    const before = new Set(recovering ? [] : withdrawal.covered);
    const covered = (now?.covered ?? []).filter((path) => !before.has(path));
    if (covered.length === 0)
        return [];
    // A late delete of ours would hide it again: its revision is the same.
    await fence(operation);
    await workspace.uncover?.(manifest, covered);
    const given = new Set(covered);
    noteRemoved(operation, withdrawal.removed.filter((path) => !given.has(path)));
    return covered;
}
/** How the artifacts stand, asked for while the index is looked at; undefined where none were to be taken. */
async function surveyEarly({ manifest, workspace }) {
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || !manifest.folder_present)
        return undefined;
    return workspace.survey(manifest);
}
/** Nothing of ours is left: no manifest key in its manifest revision. The keys that somebody else wrote meanwhile. */
function verifyGone(operation, withdrawal, now) {
    const { manifest } = operation;
    if (now === undefined)
        return [];
    warnOfStrangers(operation, now);
    const known = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts);
    for (const paths of [now.removed, now.changed, now.covered ?? [], withdrawal.changed])
        known.markAll(paths);
    const standing = Array.from(known.unmarked(), ({ path }) => path);
    // The same content has the same revision: what was gone and is there again was written by somebody else.
    const gone = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts).markAll(withdrawal.removed);
    const left = standing.filter((path) => !gone.isMarked(path));
    if (left.length > 0)
        throw (0,errors/* failure */.V2)('STEP_FAILED', `Still there after the removal: ${named(left)}`);
    return [...new Set([...withdrawal.changed, ...now.changed, ...standing])];
}
/**
 * Somebody listed the version again and counts on artifacts that we took, which on an object store look the same when
 * they are uploaded again: those go back, so that nothing is listed without its artifacts (I1).
 */
async function giveBack(operation, doc, foreign) {
    const { manifest, workspace, context, draft } = operation;
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || context.store.workspaces !== undefined)
        return;
    const wanted = new Set(foreign.flatMap((entry) => (0,mod/* readEntry */.hB)(doc, entry).artifacts));
    const { removed } = await workspace.survey(manifest);
    const owed = new Set(removed.filter((path) => wanted.has(path)));
    if (owed.size === 0)
        return;
    draft.warn(`Listed again by somebody else without being there: ${named([...owed])}`);
    if (!manifest.create_backup)
        return;
    // A late delete of ours would take again what goes back: its revision is the same.
    await fence(operation);
    const artifacts = manifest.artifacts.filter(({ path }) => owed.has(path));
    await workspace.reinstate(manifest, artifacts, draft.progress('artifacts'));
    noteRemoved(operation, (await workspace.survey(manifest)).removed);
}
/** Our entry is not listed; the index as it was found, undefined when there is none. */
async function verifyHidden(operation) {
    const { manifest, draft } = operation;
    for (let round = 0;; round += 1) {
        const reading = await readIndex(operation.context.store, operation.context.clock);
        if (reading.state === 'missing')
            return undefined;
        if (reading.state === 'broken') {
            if (manifest.entries.length === 0)
                return undefined;
            throw (0,errors/* failure */.V2)('INDEX_WRITE', `index.json was broken meanwhile: ${reading.reason}`);
        }
        if (ourEntries(reading.doc, manifest).length === 0) {
            noteLatest(operation, reading.doc);
            return reading.doc;
        }
        if (round >= RELISTED_LIMIT) {
            throw (0,errors/* failure */.V2)('INDEX_WRITE', `${manifest.version} was listed again ${RELISTED_LIMIT} times by another writer`);
        }
        draft.warn(`${manifest.version} was listed again by a writer that takes no lock; taken out once more`);
        await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
    }
}

;// CONCATENATED MODULE: ./lib/engine/transaction/rollback-steps.js












/** Steps 5 to 7: out of the index, then the artifacts, then look. Every part may have been done before. */
async function rollForward(operation) {
    const { draft } = operation;
    const { index, written } = await draft.stage('index', () => editedIndex(operation));
    const withdrawal = await draft.stage('artifacts', () => takeArtifacts(operation, written));
    const { listed, changed } = await draft.stage('verify', () => lastLook(operation, withdrawal));
    if (operation.recovering || withdrawal.missed === true)
        await warnOfDamage(operation, withdrawal.removed);
    const superseded = listed || changed.length > 0;
    if (superseded) {
        draft.fields.superseded = true;
        const keys = changed.length > 0 ? named(changed) : `${operation.manifest.version}/`;
        draft.errors.push(`Published again while we worked, left alone: ${keys}`);
    }
    return { index, superseded };
}
/** What there is to say of the index, which itself may be large; and the bytes of it that need no other look. */
async function editedIndex(operation) {
    const result = await hideEntry(operation);
    return { index: indexStates(operation.manifest, result), written: writtenJustNow(operation, result) };
}
async function hideEntry(operation) {
    const { manifest, draft } = operation;
    if (manifest.entries.length === 0)
        return lookOnly(operation);
    const parts = { ...indexParts(operation), known: operation.takeReading?.() };
    const result = await editIndex(parts, (doc, now) => {
        noteLatest(operation, doc);
        return hide(doc, manifest, now);
    });
    if (result.after === undefined)
        draft.warn('index.json is gone: somebody removed it while we worked');
    else if ((0,types/* takesEntry */.vj)(manifest.rollback_type))
        draft.fields.index_updated = true;
    else
        draft.fields.index_marked = true;
    return result;
}
/** Nothing of ours is in the index; says what is latest all the same. */
async function lookOnly(operation) {
    if (operation.manifest.index_revision === '')
        return { before: undefined, after: undefined };
    const reading = await readIndex(operation.context.store, operation.context.clock);
    if (reading.state !== 'present')
        return { before: undefined, after: undefined };
    noteLatest(operation, reading.doc);
    return { before: reading.object.body, after: reading.object.body };
}
async function takeArtifacts(operation, written) {
    const { manifest, workspace, draft } = operation;
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || !manifest.folder_present) {
        return { removed: [], changed: [], unknown: [] };
    }
    const begun = await leftToRepublished(operation, written);
    const fresh = !operation.recovering;
    const withdrawal = begun ?? (await workspace.withdraw(manifest, draft.progress('artifacts'), fresh));
    if (withdrawal.untouched === true && withdrawal.changed.length > 0) {
        throw (0,errors/* failure */.V2)('SUPERSEDED', `Somebody is writing to ${manifest.version}/: ${named(withdrawal.changed)}`);
    }
    noteRemoved(operation, withdrawal.removed);
    warnOfStrangers(operation, withdrawal);
    return withdrawal;
}
/** What the backup rests on may have been deleted by somebody else: before it was taken, or since, if we come late. */
async function warnOfDamage(operation, removed) {
    const { manifest, workspace, draft } = operation;
    if (!manifest.create_backup)
        return;
    const gone = new artifact_marks/* ArtifactMarks */.XI(manifest.artifacts).markAll(removed).markedRows();
    const damaged = await workspace.damaged(manifest, gone);
    if (damaged.length === 0)
        return;
    draft.backupDamaged = true;
    draft.fields.can_restore = false;
    draft.warn(`The backup is not whole, a restore will refuse: ${named(damaged)}`);
}
/**
 * A foreign entry of the version is listed (DESIGN §4, 'Published again meanwhile'): throws SUPERSEDED while nothing is
 * removed; otherwise answers how things stand, and nothing more is removed. Undefined when there is no such entry.
 */
async function leftToRepublished(operation, written) {
    const { manifest, workspace } = operation;
    const reading = written === undefined
        ? await readIndex(operation.context.store, operation.context.clock)
        : { state: 'present', doc: (0,mod/* parseIndex */.A1)(written) };
    if (reading.state !== 'present' || republished(reading.doc, manifest).length === 0)
        return undefined;
    const standing = await workspace.survey(manifest);
    // A recovery can't tell what was removed and published again from what was never removed.
    if (operation.recovering || standing.removed.length > 0)
        return leftStanding(operation, standing);
    throw (0,errors/* failure */.V2)('SUPERSEDED', `${manifest.version} was published again while we worked`);
}
/**
 * The index as this run has just put it, on condition that nobody else had changed it: on a bucket that is as good as
 * another look, and saves a request of each rollback. Who lists the release after that is met by `verify`.
 */
function writtenJustNow({ context: { store }, recovering }, { before, after }) {
    if (store.workspaces !== undefined || store.replacesBlindly === true || recovering)
        return undefined;
    return after === before ? undefined : after;
}
/** Local trees move whole: what is gone was taken by us only if the backup has it, and else by whoever published. */
async function leftStanding(operation, standing) {
    const { manifest, workspace, draft, context } = operation;
    if (context.store.workspaces === undefined || manifest.backup_path === '')
        return standing;
    await workspace.keepTaken?.(manifest, draft.progress('artifacts'));
    const damaged = await workspace.damaged(manifest, manifest.artifacts);
    if (damaged.length < manifest.artifacts.length)
        return standing;
    draft.backupDamaged = true;
    draft.fields.can_restore = false;
    draft.warn(`Nothing of ${manifest.version} was taken into the backup; a restore will refuse`);
    return { ...standing, removed: [] };
}

;// CONCATENATED MODULE: ./lib/engine/transaction/complete.js











/**
 * After the commit: forward to `done`, or, when the repository refuses for good, everything back to `reverted`.
 * Also what a recovery does; every step finds out what was done before. Never throws.
 */
async function complete(operation) {
    try {
        return await goForward(operation);
    }
    catch (thrown) {
        return turnBack(operation, thrown);
    }
}
async function goForward(operation) {
    const { manifest, draft } = operation;
    draft.fields.can_restore = canRestore(operation);
    draft.fields.backup_path = manifest.backup_path;
    draft.fields.backup_created = manifest.operation === 'rollback' && manifest.create_backup;
    let index;
    let superseded = false;
    if (manifest.operation === 'rollback')
        ({ index, superseded } = await rollForward(operation));
    else
        index = await restoreForward(operation);
    draft.fields.changed = true;
    const ending = superseded ? SUPERSEDED : undefined;
    const evidence = await writeEvidence(operation, index, ending);
    await fence(operation);
    await markDone(operation);
    if (manifest.operation === 'restore' && manifest.backup_path !== '')
        await markRestored(operation);
    const report = finalReport(operation, ending);
    await operation.tenure.close('done', {
        exit_code: report.exit_code,
        message: report.summary,
        ...(superseded ? { superseded: true } : {}),
        ...(evidence.auditSha256 === '' ? {} : { audit_sha256: evidence.auditSha256 }),
    });
    await tidy(operation);
    return report;
}
const SUPERSEDED = (0,errors/* failure */.V2)('SUPERSEDED', 'Published again while we worked: what was left of the release is taken out, the new one is left alone');
/** A recovery's own output folders being unwritable must not turn back what a dead run committed. */
async function writeEvidence(operation, index, ending) {
    const { draft } = operation;
    const context = { ...operation.context, signer: await signerFor(operation) };
    const { writes } = context.evidence;
    const planned = {
        manifest_created: writes.manifest,
        audit_log_created: writes.audit,
        audit_log_signed: writes.audit && context.signer !== undefined,
    };
    Object.assign(draft.fields, planned);
    try {
        const written = await publishEvidence({ ...operation, context }, index, finalReport(operation, ending));
        draft.fields.evidence = written.paths;
        return written;
    }
    catch (thrown) {
        Object.assign(draft.fields, NO_EVIDENCE);
        if (thrown instanceof ports_workspace/* SupersededError */.Z || (0,object_store/* isUnanswered */.Ni)(thrown))
            throw thrown;
        const error = (0,errors/* asRollbackError */.p2)(thrown, 'EVIDENCE');
        if (!operation.recovering)
            throw (0,errors/* failure */.V2)('EVIDENCE', `The evidence could not be written: ${error.message}`, (0,errors/* knownOf */.bz)(error));
        draft.warn(`Finished, but without its evidence files: ${error.message}`);
        return { paths: {}, auditSha256: '' };
    }
}
function finalReport(operation, ending) {
    const { draft, manifest } = operation;
    if (ending !== undefined)
        return draft.fail(ending, { changed: true, partial: true });
    const verb = manifest.operation === 'restore' ? 'Restored' : 'Rolled back';
    const count = draft.fields.total_artifacts_removed;
    return draft.succeed(`${verb} ${manifest.version} (${manifest.rollback_type}): ${count} artifact${count === 1 ? '' : 's'}`);
}
/** After the closer: a failure here is only litter, which the next operation sweeps. */
async function tidy(operation, unused) {
    try {
        await discardBackup(operation.workspace, unused);
        await operation.workspace.close();
    }
    catch (thrown) {
        operation.draft.warn(`Left to be swept by the next operation: ${(0,errors/* asRollbackError */.p2)(thrown).message}`);
    }
}
/** The commit is made, but the way forward is closed. */
async function turnBack(operation, thrown) {
    const { context } = operation;
    const error = engineFailure(thrown, 'STEP_FAILED');
    await context.evidence.discard();
    const left = leftOpen(operation, thrown, error);
    if (left !== undefined)
        return left;
    let standing;
    try {
        standing = await standingForGood(operation);
    }
    catch (second) {
        return neitherWay(operation, error, second);
    }
    if (standing !== undefined)
        return closePartly(operation, error, standing);
    context.reporter.warn(`${error.message}; putting everything back`);
    return revertTo(operation, endingFor(error));
}
/** Puts everything back and closes with this ending; what can't be put back is abandoned, with every key named. */
async function revertTo(operation, ending) {
    const { draft, tenure, manifest } = operation;
    try {
        const { foreign } = await putBack(operation);
        await withdrawEvidence(operation);
        // Where somebody else wrote over an artifact, the backup has the only copy of what was there.
        const unused = foreign.length === 0 ? manifest : undefined;
        const outcome = { exit_code: ending.exitCode, message: ending.message };
        await tenure.close('reverted', { ...outcome, ...leftBehind(operation, unused) });
        await tidy(operation, unused);
        return draft.fail(ending);
    }
    catch (thrown) {
        return neitherWay(operation, ending, thrown);
    }
}
/** On a bucket, where nothing else tells a backup that is used from one that is not. */
function leftBehind({ context, tenure }, unused) {
    const ours = unused?.operation === 'rollback' && unused.backup_path !== '';
    return ours && context.store.workspaces === undefined ? discarding(tenure.open, unused.backup_path) : {};
}
/** Taken over, out of reach, or a recovery that lacks a permission: the operation stays open for the next one. */
function leftOpen(operation, thrown, error) {
    const { draft, tenure } = operation;
    const unknown = { changed: 'unknown', partial: true };
    if (thrown instanceof ports_workspace/* SupersededError */.Z) {
        tenure.release();
        return draft.fail((0,errors/* failure */.V2)('SUPERSEDED', 'Another run took this operation over and finishes it', { cause: thrown }), unknown);
    }
    if (error.code === 'UNREACHABLE') {
        tenure.release();
        const advice = (0,errors/* ownAdvice */.df)(error) ??
            'When the store answers again, run `release-rollback recover`: it finishes what was begun.';
        return draft.fail((0,errors/* failure */.V2)('UNREACHABLE', `Out of reach after the commit: ${error.message}`, { cause: thrown, advice }), unknown);
    }
    if (thrown instanceof CancelledError || operation.context.cancelled.aborted) {
        tenure.release();
        const advice = 'The next operation, or `release-rollback recover`, brings it to its end.';
        const why = `Cancelled after the commit; it stays open (${error.message})`;
        return draft.fail((0,errors/* failure */.V2)('REPOSITORY_HELD', why, { cause: thrown, advice }), unknown);
    }
    if (operation.recovering && error.code === 'PERMISSION') {
        tenure.release();
        return draft.fail((0,errors/* failure */.V2)('REPOSITORY_HELD', `Left open, a permission is missing: ${error.message}`, (0,errors/* knownOf */.bz)(error)), unknown);
    }
    return undefined;
}
/** The only way is forward: closed as done, with what could not be taken out named. */
async function closePartly(operation, error, standing) {
    const { draft } = operation;
    const ending = partly(endingFor(error), standing);
    try {
        // The marker or the closer may have been what was refused: then there is some, and it says that all went well.
        await withdrawEvidence(operation);
        await fence(operation);
        await markDone(operation);
        await operation.tenure.close('done', { exit_code: ending.exitCode, message: ending.message });
        return draft.fail(ending, { changed: true, partial: true });
    }
    catch (second) {
        return neitherWay(operation, error, second);
    }
}
async function neitherWay(operation, first, thrown) {
    const { draft, tenure } = operation;
    const second = engineFailure(thrown, 'STEP_FAILED');
    draft.errors.push(`Putting back failed as well: ${second.message}`);
    const left = leftOpen({ ...operation, recovering: true }, thrown, second) ?? leftForRoom(operation, second);
    if (left !== undefined)
        return left;
    try {
        // What is under way still may move a key that the closer names.
        await fence(operation);
        const misplaced = await misplacedKeys(operation);
        const details = misplaced.slice(0, 20).map((key) => `Not where it should be: ${key}`);
        const ending = (0,errors/* failure */.V2)('ABANDONED', `${first.message}; neither finished nor undone`, {
            cause: thrown,
            details,
        });
        await unpromise(operation, misplaced);
        await withdrawEvidence(operation);
        draft.fields.can_restore = false;
        await operation.workspace.spare?.(operation.manifest);
        await tenure.close('abandoned', { exit_code: ending.exitCode, message: ending.message, misplaced });
        return draft.fail(ending, { changed: true, partial: true });
    }
    catch (third) {
        const error = engineFailure(third);
        const still = leftForRoom(operation, error);
        if (still !== undefined)
            return still;
        tenure.release();
        return draft.fail(error, { changed: 'unknown', partial: true });
    }
}
/** Nothing but room is missing to put everything back: nobody has to give the operation up for that. */
function leftForRoom({ draft, tenure }, error) {
    if (!(0,object_store/* isForRoom */.PW)(error))
        return undefined;
    tenure.release();
    const advice = `${error.advice} Then \`release-rollback recover\` brings it to its end.`;
    const why = `Left open, there is no room to put everything back: ${error.message}`;
    const held = (0,errors/* failure */.V2)('REPOSITORY_HELD', why, { cause: error, advice });
    return draft.fail(held, { changed: 'unknown', partial: true });
}
/** After the commit only these keep their own code; whatever else failed is a step that failed (43). */
function endingFor(error) {
    const own = ['INDEX_WRITE', 'EVIDENCE', 'SUPERSEDED', 'STEP_FAILED'];
    if (own.includes(error.code))
        return error;
    return (0,errors/* failure */.V2)('STEP_FAILED', error.message, (0,errors/* knownOf */.bz)(error));
}

;// CONCATENATED MODULE: ./lib/engine/recovery.js











/**
 * Brings an operation that was taken over to its end, in the direction that the log says: before the commit undone,
 * after it forward, `reverting` back. Idempotent; acts only on the manifest that the commit names by hash.
 */
async function resume(session, tenure, choice = 'log') {
    const draft = draftOf(session, tenure);
    try {
        const operation = await operationOf(session, tenure, draft);
        await operation.workspace.open();
        await abortBackupUploads(operation);
        if (tenure.open.phase === 'claimed')
            return await abort(operation);
        const manifest = await committedManifest(operation.context.store, tenure.open);
        const committed = { ...operation, manifest };
        await abortReturningUploads(committed);
        if (tenure.open.phase === 'reverting' || choice === 'revert')
            return await back(committed);
        const report = await complete(committed);
        return { report, ending: endingOf(report) };
    }
    catch (thrown) {
        tenure.release();
        const error = engineFailure(thrown);
        return { report: draft.fail(error, { changed: 'unknown', partial: true }), ending: 'left' };
    }
}
/** To the backup: nobody else writes there. */
async function abortBackupUploads(operation) {
    const folder = backupFolderOf(operation.tenure.open);
    if (folder !== undefined)
        await abortUploads(operation, folder, () => true);
}
/** Clocks may differ by as much, milliseconds: what the dead run itself began is not left for that. */
const SKEW = 300_000;
/**
 * Back to the version's folder, where publishers upload as well: only to keys that the dead run was putting back, and none
 * that was under way before it began.
 */
async function abortReturningUploads(operation) {
    const { manifest, tenure } = operation;
    const restores = manifest.operation === 'restore';
    if (manifest.backup_method !== 'copy' || (!restores && tenure.open.phase !== 'reverting'))
        return;
    const returning = restores ? (0,artifact_marks/* absentArtifacts */.h3)(manifest) : manifest.artifacts;
    if (returning.length === 0 || manifest.backup_path === '')
        return;
    const since = Date.parse(tenure.open.began) - SKEW;
    const isOurs = (key, initiated) => (0,artifact_marks/* artifactIndex */.Pt)(returning).has(key) && initiated >= since;
    await abortUploads(operation, (0,domain_keys/* artifactsPrefix */.oP)(manifest.version), isOurs);
}
/** Invisible, but paid for: parts of large copies that the dead run had not put together. */
async function abortUploads({ context, tenure, draft }, folder, isOurs) {
    try {
        await context.store.abortUploads?.(folder, isOurs, tenure.guard);
    }
    catch (thrown) {
        if (thrown instanceof ports_workspace/* SupersededError */.Z)
            throw thrown;
        draft.warn(`Unfinished uploads below ${folder} were not looked for: ${engineFailure(thrown).message}`);
    }
}
/** A report that says `unknown` left the operation open; one that changed something did not undo it. */
function endingOf(report) {
    if (report.changed === 'unknown')
        return 'left';
    if (report.error_code === 'ABANDONED')
        return 'abandoned';
    return report.changed ? 'finished' : 'undone';
}
async function back(operation) {
    const message = `Put back as it was before the ${operation.manifest.operation} of ${operation.manifest.version}`;
    const report = await revertTo(operation, (0,errors/* failure */.V2)('STEP_FAILED', message));
    return { report, ending: endingOf(report) };
}
/** Nothing visible was done: an invisible backup is cleaned up, the claim closed. */
async function abort(operation, message = 'Ended before its commit; nothing was changed', exitCode = errors/* FAILURES */.EM.STEP_FAILED.exitCode) {
    const { tenure, context } = operation;
    const unanswered = tenure.unresolved;
    // What lands late, the manifest too, would outlive the clean-up; whoever is cancelled has no time to wait for it.
    if (!context.cancelled.aborted)
        await fence(operation);
    // An upload that got no answer may not have been aborted for the same reason.
    if (unanswered && !operation.recovering && !tenure.unresolved)
        await abortBackupUploads(operation);
    const manifest = await unboundManifest(context.store, tenure.open);
    const removed = await discardUnused(operation, manifest);
    const late = tenure.unresolved || !removed ? backupFolderOf(tenure.open) : undefined;
    const discards = late === undefined ? {} : discarding(tenure.open, late);
    await tenure.close('aborted', { exit_code: exitCode, message, ...discards });
    await tidy(operation);
    return { report: operation.draft.fail((0,errors/* failure */.V2)('STEP_FAILED', message)), ending: 'undone' };
}
/** A backup that may not be removed must not keep the repository: whoever may sweeps it. False when it stays. */
async function discardUnused({ workspace, draft, tenure }, manifest) {
    try {
        await discardBackup(workspace, manifest);
        return true;
    }
    catch (thrown) {
        if ((0,object_store/* isUnanswered */.Ni)(thrown) || !(thrown instanceof errors/* RollbackError */.ZS))
            throw thrown;
        const folder = backupFolderOf(tenure.open) ?? '';
        draft.warn(`${folder} is not needed and could not be removed: ${thrown.message}`);
        return false;
    }
}
/** Where the operation's manifest is, derived from what the claim says. */
function manifestKeyOf(open) {
    const folder = backupFolderOf(open);
    return folder === undefined ? (0,domain_keys/* operationManifestKey */.MY)(open.operation_id) : `${folder}manifest.json`;
}
/** The folder of the backup that the operation makes, if it makes one. */
function backupFolderOf(open) {
    if (open.operation === 'restore' || !open.create_backup)
        return undefined;
    return (0,domain_keys/* backupPath */.wZ)(open.version, new Date(open.began), open.rollback_id);
}
async function unboundManifest(store, open) {
    // Nothing else is to be cleaned up, and a look that fails would keep the claim open.
    if (backupFolderOf(open) === undefined)
        return undefined;
    const manifest = (await readManifest(store, manifestKeyOf(open)))?.manifest;
    return manifest?.operation_id === open.operation_id ? manifest : undefined;
}
/** Throws BACKUP when it is not the one that was committed. */
async function committedManifest(store, open) {
    const stored = await readManifest(store, open.manifest_key);
    if (stored?.sha256 !== open.manifest_sha256) {
        throw (0,errors/* failure */.V2)('BACKUP', `The committed manifest ${open.manifest_key} is missing or was changed`, {
            advice: 'Put the manifest back, or give the operation up with `release-rollback recover --abandon`.',
        });
    }
    const { manifest } = stored;
    if (manifest === undefined)
        throw (0,errors/* failure */.V2)('BACKUP', `The committed manifest ${open.manifest_key} is not readable`);
    return manifest;
}
/** What the log says is open, as something to work on: with its backups where the operation made them. */
async function operationOf(session, tenure, draft = draftOf(session, tenure)) {
    const context = await withBackupsAt(session.context, tenure.open.backup_prefix);
    const workspace = workspaceFor(context, tenure);
    return { context, tenure, workspace, draft, waits: session.waits, recovering: true };
}
function draftOf({ context }, { open }) {
    const draft = new ReportDraft(context, {
        operation: open.operation,
        version: open.version,
        rollback_type: open.rollback_type,
        rollback_id: open.rollback_id,
        policy_mode: open.policy_mode,
        forced: open.forced,
        version_exists: true,
        policy_passed: !open.forced && (open.policy_mode === 'strict' || open.warnings.length === 0),
        dependencies_satisfied: true,
    });
    for (const warning of open.warnings)
        draft.warn(warning);
    return draft;
}

;// CONCATENATED MODULE: ./lib/engine/sweep.js







/**
 * Takes away the backup that the newest record, a closer, says nobody needs any more: its writer may have died before it
 * did. Only while nothing is open, so that the log still says so when we die, too. Never throws: it is litter.
 */
async function sweepBackup({ context, waits, requests }, head) {
    const { record } = head;
    const folder = record.outcome?.discards;
    if (folder === undefined || context.store.workspaces !== undefined)
        return;
    // No folder of another operation, whatever a record says.
    if (!(0,domain_keys/* backupOf */.GH)(folder, record.version, record.operation_id))
        return;
    const { store, clock, reporter } = context;
    try {
        const there = await withBackupsAt(context, record.outcome?.backup_prefix);
        const age = (await store.now()) - head.modified;
        // What a cancelled run did not wait for may land until then.
        if (record.kind === 'aborted' && age < waits.fenceMs)
            await clock.sleep(waits.fenceMs - age);
        await sweepFolder(there, requests, folder, head);
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        reporter.warn(`${folder} is not needed any more and could not be removed: ${error.message}`);
    }
}
async function sweepFolder({ store }, requests, folder, { record }) {
    await store.abortUploads?.(folder, () => true, requests.guard);
    const stored = await readManifest(store, `${folder}manifest.json`);
    if (stored !== undefined) {
        const { manifest } = stored;
        if (manifest?.operation_id !== record.operation_id || manifest.backup_path !== folder)
            return;
        return new StoreWorkspace(store, requests).discard(manifest);
    }
    // The manifest goes last; one that never was bound to the log can have had nothing moved to its folder.
    if (record.kind !== 'aborted')
        return;
    const found = new domain_rows/* PackedRows */.Mb();
    for await (const { key, revision } of store.list(folder))
        found.push({ key, revision });
    await removeAll(store, requests, found);
}

;// CONCATENATED MODULE: ./lib/engine/acquire.js












/** Without a process to ask, a holder counts as dead when its newest record is older (DESIGN §4), milliseconds. */
const DEAD_AFTER = 60_000;
const POLL_MS = 250;
function openSession(context, options) {
    const log = new OperationLog(context.store, unbound(context));
    return {
        context,
        log,
        parts: { log, clock: context.clock, host: context.host, actor: options.actor, run: options.run },
        waits: { lockTimeoutMs: options.lockTimeout * 1000, fenceMs: options.fenceSeconds * 1000 },
    };
}
/** Sends what belongs to no open operation: records, and the clean-up behind a closed one. */
function unbound({ store, clock, cancelled }) {
    const policy = store.requests ?? DEFAULT_POLICY;
    return new Requests({ clock, policy, cancelled, guard: ports_workspace/* UNGUARDED */.I, unresolved: () => { } });
}
/**
 * Opens an operation of ours: waits for a living holder, first brings to an end what a dead one left. `early` is a look
 * at the log that was begun before: what came after it refuses the claim, and is looked at then. What was brought to its
 * end is in `recovered`, whatever comes after.
 */
async function acquire(session, open, recovered, early) {
    const deadline = session.context.clock.monotonic() + session.waits.lockTimeoutMs;
    const races = new Races();
    for (let look = early;; look = undefined) {
        const head = await acquire_settle(session, deadline, recovered, look, races);
        const { store } = session.context;
        if (head === undefined && store.lateRequests)
            await (0,existence/* mustHoldSomething */.H)(store);
        await store.demandRoom?.(backedUp(open));
        stopIfCancelled(session.context);
        try {
            return await Tenure.claim(session.parts, open, after(head));
        }
        catch (thrown) {
            if (!(thrown instanceof LostRace))
                throw thrown;
            races.lost(head);
        }
    }
}
/** The number that was lost to another's record: a look that does not show it is not current, and no ground to act on. */
class Races {
    #taken = 0;
    lost(head) {
        this.#taken = (head?.record.sequence ?? 0) + 1;
    }
    /** Throws REPOSITORY_HELD after the deadline; otherwise whether the log has to be looked at again, after a pause. */
    async waits({ clock }, head, deadline) {
        if ((head?.record.sequence ?? 0) >= this.#taken)
            return false;
        if (clock.monotonic() >= deadline)
            throw unlisted(this.#taken);
        await clock.sleep(POLL_MS);
        return true;
    }
}
/** The version whose artifacts a backup is to take, if one is. */
const backedUp = (open) => open.operation === 'rollback' && open.create_backup && (0,types/* takesArtifacts */.Qe)(open.rollback_type)
    ? open.version
    : undefined;
/** Returns when nothing is open; throws REPOSITORY_HELD when a living holder stays longer than the deadline. */
async function acquire_settle(session, deadline, recovered, early, races = new Races()) {
    const { context, log } = session;
    let look = early;
    for (let told = false;;) {
        stopIfCancelled(context);
        const head = await (look ?? log.head());
        look = undefined;
        if (await races.waits(context, head, deadline))
            continue;
        const open = head?.record.open ?? null;
        if (head === undefined)
            return head;
        if (open === null) {
            await sweepBackup({ ...session, requests: unbound(context) }, head);
            return head;
        }
        if (!(await isDead(context, head))) {
            if (context.clock.monotonic() >= deadline)
                throw held(head, open);
            if (!told)
                context.reporter.info(`Waiting for ${holderName(head)}, which holds the repository`);
            told = true;
            await context.clock.sleep(POLL_MS);
            continue;
        }
        if (context.store.lateRequests)
            await context.clock.sleep(session.waits.fenceMs);
        const tenure = await takeOver(session, open, head).catch(unlessLost);
        if (tenure === undefined)
            races.lost(head);
        const ended = tenure && (await finish(session, tenure));
        if (ended !== undefined)
            recovered.push(ended);
    }
}
/** Takes a dead run's operation over. A disk that its own unfinished copy filled is relieved of that first. */
async function takeOver({ parts, context }, open, { record: { sequence }, hash }) {
    try {
        return await Tenure.takeOver(parts, open, { sequence, hash });
    }
    catch (thrown) {
        const { workspaces } = context.store;
        if (workspaces === undefined || !(0,object_store/* isForRoom */.PW)(thrown))
            throw thrown;
        await workspaces.makeRoom();
    }
    return Tenure.takeOver(parts, open, { sequence, hash }).catch((thrown) => {
        if (!(0,object_store/* isForRoom */.PW)(thrown))
            throw thrown;
        const { message: summary, code, details, advice } = engineFailure(thrown);
        throw stillOpen(open, { summary, error_code: code, errors: details, advice });
    });
}
function unlessLost(thrown) {
    if (!(thrown instanceof LostRace))
        throw thrown;
}
/** Undefined when another run took it over from us in turn: then that one has to be waited for. */
async function finish(session, tenure) {
    const open = tenure.open;
    const doing = open.phase === 'committed' ? 'Finishing' : 'Undoing';
    session.context.reporter.warn(`${doing} what ${open.run || 'another run'} left: ${open.operation} of ${open.version}`);
    const { report, ending } = await resume(session, tenure);
    if (ending !== 'left')
        return { open, report, ending };
    if (report.error_code === 'SUPERSEDED')
        return undefined;
    throw stillOpen(open, report);
}
/** Out of reach is 49; whatever else keeps an operation open is 43 (DESIGN §6). */
const stillOpen = (open, report) => new StillOpenError(`The ${open.operation} of ${open.version} that another run left stays open: ${report.summary}`, report.error_code === 'UNREACHABLE' ? 'UNREACHABLE' : 'REPOSITORY_HELD', { details: report.errors, advice: report.advice });
/** What another run left was taken over, and may have been changed, but could not be brought to an end. */
class StillOpenError extends errors/* RollbackError */.ZS {
}
/** What a run that failed says of the repository: as before, but for what it took over. */
const changedBy = (thrown) => thrown instanceof StillOpenError ? { changed: 'unknown', partial: true } : {};
/** Same machine and pid namespace: the process tells. Anything else: the age of the newest record, by the store's clock. */
async function isDead(context, head) {
    const { holder } = head.record;
    const verdict = await context.host.liveness(holder);
    if (verdict === 'dead')
        return true;
    if (verdict === 'unknown')
        return (await context.store.now()) - head.modified > DEAD_AFTER;
    const self = await context.host.holder();
    const sameProcess = self.pid === holder.pid && self.process_start === holder.process_start && self.boot_id === holder.boot_id;
    return sameProcess && !isWorking(head.record.operation_id);
}
function stopIfCancelled(context) {
    if (!context.cancelled.aborted)
        return;
    throw (0,errors/* failure */.V2)('STEP_FAILED', 'Cancelled before the commit; everything is exactly as before', {
        advice: 'Run the same command again when it is wanted.',
    });
}
const after = (head) => head === undefined ? undefined : { sequence: head.record.sequence, hash: head.hash };
function holderName(head) {
    const { holder, run, actor } = head.record;
    return `process ${holder.pid} on ${holder.host} (${[actor, run].filter((part) => part !== '').join(', ')})`;
}
function held(head, open) {
    return (0,errors/* failure */.V2)('REPOSITORY_HELD', `${holderName(head)} holds the repository: ${open.operation} of ${open.version} since ${open.began}`);
}
const unlisted = (sequence) => (0,errors/* failure */.V2)('REPOSITORY_HELD', `Record ${(0,domain_keys/* countdown */.qW)(sequence)} of the log is taken but not listed: this store's listings are not current`, {
    advice: 'Run again later. Where it lasts, use another store: what happened last is found out by listing the log.',
});

;// CONCATENATED MODULE: ./lib/engine/doctor-checks.js






/** In this order; `repository` first, for it says whether the others of the store make sense. */
const DOCTOR_CHECKS = [
    { name: 'repository', ofStore: true, look: lookAtRepository },
    { name: 'index', ofStore: true, look: lookAtIndex },
    { name: 'log', ofStore: true, look: lookAtLog },
    { name: 'leftovers', ofStore: true, look: lookForLeftovers },
    { name: 'output folders', ofStore: false, look: lookAtFolders },
    { name: 'signing key', ofStore: false, look: lookAtKey },
];
const MOST_NAMES = 5;
async function lookAtRepository({ store }) {
    const warnings = await store.inspect({ forWriting: true });
    await store.demandRoom?.();
    if (warnings.length > 0)
        return { result: 'warning', detail: warnings.join('; ') };
    return { result: 'ok', detail: 'it is there, and what a rollback needs is permitted' };
}
async function lookAtIndex({ store, clock }) {
    const reading = await readIndex(store, clock);
    if (reading.state === 'missing') {
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `${domain_keys/* INDEX_KEY */.lr} is missing`, {
            advice: 'Check that this is the place where releases are published; only its publisher makes the index.',
        });
    }
    if (reading.state === 'broken') {
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `${domain_keys/* INDEX_KEY */.lr} is not a usable index: ${reading.reason}`, {
            advice: 'Have its publisher write it again; a broken index is never edited.',
        });
    }
    return judgeIndex(reading.doc);
}
function judgeIndex(doc) {
    const { entries } = doc;
    const versions = entries.map(({ version }) => version);
    const twice = versions.filter((version, i) => versions.indexOf(version) !== i);
    const total = doc.totalReleases;
    const problems = [
        ...[...new Set(twice)].map((version) => `${version} is listed more than once`),
        ...(total !== undefined && total.value !== entries.length
            ? [`total_releases is not the number of releases, ${entries.length}`]
            : []),
    ];
    const latest = latestOf(doc);
    const detail = `${entries.length} releases, latest ${latest === '' ? 'none' : latest}`;
    if (problems.length === 0)
        return { result: 'ok', detail };
    return {
        result: 'warning',
        detail: [detail, ...problems].join('; '),
        advice: 'In strict mode these are violations (41); have the publisher mend the index.',
    };
}
async function lookAtLog(context) {
    const log = new OperationLog(context.store);
    const head = await log.head();
    if (head === undefined)
        return { result: 'ok', detail: 'there is none yet; the first rollback begins it' };
    await log.link(head);
    const { open, sequence } = head.record;
    if (open === null)
        return { result: 'ok', detail: `${sequence} records, its end is whole, nothing is open` };
    const what = `the ${open.operation} of ${open.version} is open since ${open.began}`;
    if (!(await isDead(context, head))) {
        return { result: 'warning', detail: `${what}, and ${holderName(head)} is at it`, advice: 'Wait for it.' };
    }
    return {
        result: 'warning',
        detail: `${what}, and its run is dead`,
        advice: 'Run `release-rollback recover`, or leave it to the next rollback.',
    };
}
/** What is there though nothing, or something else, is open. */
async function lookForLeftovers({ store }) {
    const open = await openOperationId(store);
    const found = [];
    for await (const { key } of store.list(domain_keys/* WORK */.Ar, { shallow: true, limit: 100 })) {
        const own = open !== undefined && key.startsWith(`${domain_keys/* WORK */.Ar}${open}-`);
        if (key !== domain_keys/* WORK */.Ar && !own)
            found.push(key);
    }
    const advice = found.length > 0 ? ['Run `release-rollback recover`: it removes what nobody needs any more.'] : [];
    const lock = open === undefined ? await lockOf(store) : undefined;
    if (lock !== undefined) {
        found.push(domain_keys/* INDEX_LOCK_KEY */.ZH);
        advice.push(LOCK_ADVICE[lock]);
    }
    if (found.length === 0)
        return { result: 'ok', detail: 'no operation left anything behind' };
    const more = found.length > MOST_NAMES ? ` and ${found.length - MOST_NAMES} more` : '';
    return {
        result: 'warning',
        detail: `${found.slice(0, MOST_NAMES).join(', ')}${more}`,
        advice: advice.join(' '),
    };
}
const LOCK_ADVICE = {
    ours: `${domain_keys/* INDEX_LOCK_KEY */.ZH} is our own, left by a dead run: the next rollback or restore removes it.`,
    foreign: `${domain_keys/* INDEX_LOCK_KEY */.ZH} is a publisher's: make sure that none is at work before you remove it.`,
};
/** Whose lock there is. A folder, a link, or what can't be read is no lock of ours. */
async function lockOf(store) {
    const found = await store.head(domain_keys/* INDEX_LOCK_KEY */.ZH);
    if (found === undefined)
        return undefined;
    if (found.size > mod/* LONGEST_LOCK */.rN)
        return 'foreign';
    const stored = await store.read(domain_keys/* INDEX_LOCK_KEY */.ZH).catch(() => undefined);
    return stored !== undefined && (0,mod/* isOurLock */.QK)(new TextDecoder().decode(stored.body)) ? 'ours' : 'foreign';
}
/** A log that can't be read is told by its own check. */
async function openOperationId(store) {
    const head = await new OperationLog(store).head().catch(() => undefined);
    return head?.record.open?.operation_id;
}
async function lookAtFolders({ evidence }) {
    const { manifest, audit } = evidence.writes;
    if (!manifest && !audit)
        return { result: 'skipped', detail: 'none is given' };
    await evidence.prepare('');
    return { result: 'ok', detail: 'they can be written' };
}
async function lookAtKey({ signer }) {
    if (signer === undefined)
        return { result: 'skipped', detail: 'signing is not asked for' };
    const told = await signer.prepare();
    const notes = signer.notes ?? [];
    const warnings = told.filter((each) => !notes.includes(each));
    return {
        result: warnings.length > 0 ? 'warning' : 'ok',
        detail: ['it can sign', ...warnings, ...notes].join('; '),
    };
}

;// CONCATENATED MODULE: ./lib/engine/doctor.js




/** Without a repository there is nothing else in it to look at. */
const HOPELESS = new Set(['NO_REPOSITORY', 'UNREACHABLE']);
/** Looks at everything that a rollback needs; changes no release. Never throws: what fails is in the report. */
async function doctor(_request, context) {
    const found = [];
    let hopeless;
    for (const { name, ofStore, look } of DOCTOR_CHECKS) {
        if (ofStore && hopeless !== undefined) {
            found.push({ check: check(name, { result: 'skipped', detail: hopeless }), exitCode: 0 });
            continue;
        }
        const error = await add(found, name, context, async () => [examined(name, await look(context))]);
        if (name !== 'repository')
            continue;
        // What preflight refuses first is seldom all: each look of the store's own is by itself.
        if (error === undefined || !HOPELESS.has(error.code))
            await add(found, 'settings', context, () => diagnosed(context));
        else
            hopeless = 'the repository is out of reach';
    }
    return report({ type: context.store.type, location: context.store.location }, found);
}
/** Adds what a look found, or that it failed; then the error. */
async function add(found, name, { reporter }, look) {
    try {
        found.push(...(await look()));
        return undefined;
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        for (const line of traceOf(error))
            reporter.debug(line);
        found.push(failed(name, error));
        return error;
    }
}
/** The report of a repository, or of inputs, that could not even be opened. */
function unexamined(error, repository) {
    const rest = DOCTOR_CHECKS.slice(1).map(({ name }) => examined(name, { result: 'skipped', detail: 'nothing could be opened' }));
    return report(repository, [failed('repository', error), ...rest]);
}
/** The same report with one thing more that failed, e.g. that the report itself can't be written. */
function withFailedCheck(found, name, error) {
    const { check, exitCode } = failed(name, error);
    return {
        ...found,
        checks: [...found.checks, check],
        exit_code: found.exit_code === 0 ? exitCode : found.exit_code,
    };
}
/** What a store knows to look at in itself; a permission or a condition that is missing is 49 as in a rollback. */
async function diagnosed({ store }) {
    const findings = (await store.diagnose?.()) ?? [];
    return findings.map((check) => ({
        check,
        exitCode: check.result === 'failed' ? errors/* FAILURES */.EM.BAD_INPUT.exitCode : 0,
    }));
}
const check = (name, { result, detail, advice = '' }) => ({
    name,
    result,
    detail,
    advice,
});
const examined = (name, finding) => ({
    check: check(name, finding),
    exitCode: 0,
});
function failed(name, { message, details, advice, exitCode }) {
    const detail = [message, ...details].join('; ');
    return { check: { name, result: 'failed', detail, advice }, exitCode };
}
function report({ type, location }, found) {
    return {
        schema_version: 1,
        repository_type: type,
        repository_location: location,
        checks: found.map((each) => each.check),
        exit_code: found.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0,
    };
}

;// CONCATENATED MODULE: ./lib/domain/publication.js

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
        artifacts: (0,types/* takesArtifacts */.Qe)(type) && (artifacts.length > 0 || folderPresent),
        cut: (0,types/* takesEntry */.vj)(type) && entries.length > 0,
        mark: type === 'artifacts_only' && entries.some((entry) => !entry.removed),
    };
}

;// CONCATENATED MODULE: ./lib/engine/gone-backups.js


/**
 * Those of the rollbacks whose backup is not where a restore looks for it, by the operation's id: a look at the manifest
 * of each, on a bucket one listing of folders for each place of backups. What is whole only a restore finds out.
 */
async function goneBackups(store, rollbacks) {
    const kept = rollbacks.filter(({ can_restore, backup_path: path }) => can_restore && path !== '');
    const isThere = store.workspaces === undefined ? byFolder(store) : byManifest(store);
    const gone = new Set();
    for (const marker of kept)
        if (!(await unlessHidden(isThere(marker))))
            gone.add(marker.operation_id);
    return gone;
}
/** Whoever may read releases only, and no backups, gets a listing all the same; so does who reads a place that is none. */
async function unlessHidden(look) {
    try {
        return await look;
    }
    catch (thrown) {
        if (thrown instanceof errors/* RollbackError */.ZS && ['PERMISSION', 'BAD_INPUT'].includes(thrown.code))
            return true;
        throw thrown;
    }
}
/** Where its rollback kept it, or, when somebody moved it, where this run was told to look. */
function byFolder(store) {
    const told = store.backups?.prefix;
    const known = new Map();
    const foldersAt = (prefix) => {
        const found = known.get(prefix) ?? folders(store, prefix === told ? undefined : prefix);
        known.set(prefix, found);
        return found;
    };
    return async ({ backup_prefix: prefix = told, backup_path: path }) => (await foldersAt(prefix)).has(path) || (prefix !== told && (await foldersAt(told)).has(path));
}
async function folders(store, elsewhere) {
    const from = elsewhere === undefined ? store : ((await store.backups?.at(elsewhere)) ?? store);
    const found = new Set();
    for await (const { key } of from.list(domain_keys/* BACKUPS */.Gk, { shallow: true }))
        found.add(key);
    return found;
}
const byManifest = (store) => async (marker) => (await store.head(marker.manifest_key)) !== undefined;

;// CONCATENATED MODULE: ./lib/engine/list.js






/** Releases as the index has them, rollbacks as the log knows them, newest first. Throws RollbackError. */
async function list(context) {
    const { store, clock } = context;
    const warnings = [...(await store.inspect({ forWriting: false }))];
    const log = new OperationLog(store);
    const [reading, markers, head] = await Promise.all([
        readIndex(store, clock),
        readAllMarkers(store),
        log.head(),
    ]);
    if (head === undefined && store.lateRequests)
        await (0,existence/* mustHoldSomething */.H)(store);
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
        latest: doc === undefined ? '' : latestOf(doc),
        releases: (doc?.entries ?? []).map((entry) => ({
            version: entry.version,
            timestamp: entry.timestamp ?? '',
            artifacts: entry.artifactCount,
            artifacts_removed: entry.removed !== undefined,
        })),
        rollbacks: await listRollbacks(store, markers),
        open,
        warnings,
    };
}
async function listRollbacks(store, markers) {
    const reverted = new Set(markers.filter(({ event }) => event === 'reverted').map(({ undoes }) => undoes));
    const isActive = (marker) => activeRollbacks(markers.filter(({ version }) => version === marker.version)).includes(marker);
    const gone = await goneBackups(store, markers.filter(isActive));
    return markers
        .filter((marker) => marker.event === 'rolled_back')
        .sort((left, right) => right.sequence - left.sequence)
        .map((marker) => {
        const active = isActive(marker);
        const isGone = gone.has(marker.operation_id);
        const state = active ? 'rolled_back' : reverted.has(marker.operation_id) ? 'reverted' : 'restored';
        return {
            rollback_id: marker.rollback_id,
            version: marker.version,
            rollback_type: marker.rollback_type,
            time: marker.time,
            backup_path: marker.backup_path,
            ...(marker.backup_prefix ? { backup_prefix: marker.backup_prefix } : {}),
            ...(isGone ? { backup_gone: true } : {}),
            state,
            can_restore: active && marker.can_restore && !isGone,
        };
    });
}

;// CONCATENATED MODULE: ./lib/domain/policy.js



/** The guide's policy checks over what was read: all violations at once, the first in DESIGN's order decides the code. */
function evaluatePolicy(publication, question) {
    const violations = findViolations(publication, question.type);
    const override = question.force || question.mode === 'lenient';
    const blocking = violations.filter((violation) => violation.hard || !override);
    const tolerated = violations.filter((violation) => !blocking.includes(violation));
    return {
        allowed: blocking.length === 0,
        passed: violations.length === 0,
        versionExists: publication.exists,
        dependenciesSatisfied: !violations.some((violation) => violation.code === 'DEPENDENCY'),
        alreadyDone: violations.some((violation) => violation.code === 'ALREADY_ROLLED_BACK'),
        code: blocking[0]?.code,
        errors: blocking.flatMap((violation) => violation.messages),
        advice: blocking.find((violation) => violation.hard)?.advice,
        warnings: tolerated.flatMap((violation) => lenientMessages(publication, violation)),
    };
}
/** Order: a broken index, then 40 or 46, then 42, then the rest of 41. */
function findViolations(publication, type) {
    const { version, index } = publication;
    if (index.state === 'broken') {
        return [hard([`index.json is not a usable index: ${index.reason}`], BROKEN_ADVICE)];
    }
    const presence = presenceViolation(publication, type);
    const rest = presence?.code === 'VERSION_NOT_FOUND' ? [] : consistencyViolations(publication);
    const escaping = publication.entries.flatMap((entry) => entry.artifacts.flatMap((path) => {
        const problem = (0,domain_keys/* artifactPathProblem */.JP)(version, path);
        return problem === undefined
            ? []
            : [`index.json lists an artifact of ${version} whose path ${problem}`];
    }));
    const dependency = dependencyViolation(publication);
    return [
        ...(presence === undefined ? [] : [presence]),
        ...(dependency === undefined ? [] : [dependency]),
        ...(escaping.length === 0 ? [] : [hard(escaping, ESCAPING_ADVICE)]),
        ...rest,
    ];
}
const BROKEN_ADVICE = 'Have the publisher write index.json again, then run again; a broken index is never edited, whatever is overridden.';
const ESCAPING_ADVICE = 'Have the publisher mend the entry, then run again; what lies outside the version folder is never touched, whatever is overridden.';
const hard = (messages, advice) => ({
    code: 'POLICY_VIOLATION',
    messages,
    hard: true,
    advice,
});
const soft = (code, ...messages) => ({ code, messages, hard: false });
function presenceViolation(publication, type) {
    const { version } = publication;
    const active = activeRollbacks(publication.history);
    const [latest] = active;
    const work = remainingWork(publication, type);
    const done = !work.artifacts && !work.cut && !work.mark;
    if (latest !== undefined && done && covers(active, type)) {
        return soft('ALREADY_ROLLED_BACK', `Version ${version} is already rolled back (${latest.rollback_type}, rollback id ${latest.rollback_id})`);
    }
    if (publication.exists)
        return undefined;
    return soft('VERSION_NOT_FOUND', `Version ${version} not found in repository`);
}
/** Whether earlier rollbacks together took what this type would take; what vanished otherwise is not our doing. */
function covers(active, type) {
    const took = (part) => active.some(({ rollback_type: taken }) => part(taken));
    return (!(0,types/* takesArtifacts */.Qe)(type) || took(types/* takesArtifacts */.Qe)) && (!(0,types/* takesEntry */.vj)(type) || took(types/* takesEntry */.vj));
}
function dependencyViolation(publication) {
    const { version, dependents } = publication;
    if (dependents.length === 0)
        return undefined;
    const named = dependents.slice(0, 5).join(', ');
    const more = dependents.length > 5 ? ` and ${dependents.length - 5} more` : '';
    return soft('DEPENDENCY', `${named}${more} depend${dependents.length === 1 ? 's' : ''} on ${version}`);
}
function consistencyViolations(publication) {
    const { version, index, entries, artifacts } = publication;
    const found = [];
    const active = activeRollbacks(publication.history);
    if (index.state === 'missing')
        found.push(soft('POLICY_VIOLATION', 'index.json is missing'));
    const hiddenByUs = active.some((rollback) => rollback.rollback_type === 'index_only');
    const tookArtifacts = active.some((rollback) => (0,types/* takesArtifacts */.Qe)(rollback.rollback_type));
    // An entry that was published since promises artifacts of its own: our log does not explain that they are gone.
    const goneByUs = tookArtifacts && entries.length === 0 && !publication.folderPresent;
    if (index.state === 'present' && entries.length === 0 && !hiddenByUs && !goneByUs) {
        found.push(soft('POLICY_VIOLATION', `Version ${version} not found in index (index may be inconsistent)`));
    }
    const ours = new Set(active.map((rollback) => rollback.rollback_id));
    const marked = entries.length > 0 && entries.every(({ removed, removedBy }) => removed && ours.has(removedBy));
    if (artifacts.length === 0 && !marked && !goneByUs) {
        found.push(soft('POLICY_VIOLATION', `No artifacts found for ${version} (may already be rolled back)`));
    }
    const missing = missingArtifacts(publication);
    if (missing.length > 0 && artifacts.length > 0) {
        const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
        found.push(soft('POLICY_VIOLATION', `index.json lists artifacts that are not there: ${missing.slice(0, 3).join(', ')}${more}`));
    }
    if (entries.length > 1) {
        found.push(soft('POLICY_VIOLATION', `index.json lists ${version} ${entries.length} times`));
    }
    if (index.state === 'present' && index.total !== undefined && index.total.value !== index.count) {
        found.push(soft('POLICY_VIOLATION', `index.json says total_releases ${index.total.text}, but lists ${index.count}`));
    }
    return found;
}
function missingArtifacts(publication) {
    const { artifacts, entries } = publication;
    const found = artifacts.reduce((count, { listed }) => count + Number(listed), 0);
    // As many found as are listed: then none is missing, and no set of all of them is needed.
    if (found === entries.reduce((count, entry) => count + entry.artifacts.length, 0))
        return [];
    const there = new Set(artifacts.map((artifact) => artifact.path));
    return entries
        .filter((entry) => !entry.removed)
        .flatMap((entry) => entry.artifacts.filter((path) => !there.has(path)));
}
/** The guide's lenient output names both halves of 'not found'. */
function lenientMessages(publication, violation) {
    if (violation.code !== 'VERSION_NOT_FOUND')
        return violation.messages;
    const { version } = publication;
    return [
        `Version ${version} not found in index (index may be inconsistent)`,
        `No artifacts found for ${version} (may already be rolled back)`,
    ];
}

;// CONCATENATED MODULE: ./lib/domain/plan.js


/** Requests that any rollback makes besides those for each artifact: log, manifest, index, markers. */
const FIXED_REQUESTS = 20;
/** Artifact requests in flight at once. */
const CONCURRENCY = 16;
function planRollback(publication, question) {
    const { version, index, entries } = publication;
    const work = remainingWork(publication, question.type);
    const artifacts = work.artifacts ? publication.artifacts : [];
    const hidden = work.cut || work.mark;
    const previousLatest = index.state === 'present' ? index.latest : '';
    const requests = artifacts.length * question.requestsPerArtifact;
    const nothingToDo = !work.artifacts && !hidden;
    return {
        version,
        rollbackType: question.type,
        artifacts,
        bytes: artifacts.reduce((sum, artifact) => sum + artifact.size, 0),
        folderPresent: work.artifacts,
        cut: work.cut ? entries.map((entry) => entry.placement) : [],
        mark: work.mark ? entries.filter((entry) => !entry.removed).map((entry) => entry.placement) : [],
        indexRevision: index.state === 'present' ? index.revision : '',
        previousLatest,
        newLatest: index.state === 'present' && hidden ? index.latestWithout : previousLatest,
        nothingToDo,
        estimatedSeconds: nothingToDo ? 0 : 0.5 + 0.05 * (FIXED_REQUESTS + requests / CONCURRENCY),
        warnings: planWarnings(publication, artifacts, question),
        notes: planNotes(publication, question, previousLatest, nothingToDo),
    };
}
function planWarnings(publication, artifacts, question) {
    const warnings = [];
    const unlisted = inList(artifacts, (artifact) => !artifact.listed && artifact.type !== 'folder');
    if (unlisted.length > 0 && publication.entries.length > 0) {
        warnings.push(`${counted(unlisted.length, 'file')} not listed in the index ${unlisted.length === 1 ? 'is' : 'are'} taken along: ${plan_named(unlisted)}`);
    }
    const outward = inList(artifacts, leaves);
    if (outward.length > 0) {
        warnings.push(`${counted(outward.length, 'link')} pointing out of the version folder ${outward.length === 1 ? 'is' : 'are'} moved as a link, never followed: ${plan_named(outward)}`);
    }
    // An entry alone comes back from the manifest, which is always kept.
    if (!question.createBackup && (0,types/* takesArtifacts */.Qe)(question.type))
        warnings.push('No backup is made: this rollback cannot be restored');
    return warnings;
}
function planNotes(publication, question, previousLatest, nothingToDo) {
    const notes = [];
    const { version, history } = publication;
    if (previousLatest === version)
        notes.push(`${version} was the latest release when this run began`);
    if (question.type === 'artifacts_only')
        notes.push('The index entry stays and is marked as removed');
    if (question.type === 'index_only')
        notes.push('The artifacts stay where they are; only the index entry goes');
    const earlier = activeRollbacks(history)[0];
    if (earlier !== undefined && !nothingToDo) {
        notes.push(`Goes on from rollback ${earlier.rollback_id} (${earlier.rollback_type})`);
    }
    return notes;
}
const inList = (artifacts, keep) => [...artifacts.filter(keep)];
/** Whether a link leads out of the version folder. */
function leaves(artifact) {
    if (artifact.type !== 'symlink' || artifact.target === undefined)
        return false;
    if (artifact.target.startsWith('/'))
        return true;
    let depth = artifact.path.split('/').length - 2;
    for (const part of artifact.target.split('/')) {
        if (part === '..')
            depth -= 1;
        else if (part !== '.' && part !== '')
            depth += 1;
        if (depth < 0)
            return true;
    }
    return false;
}
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
function plan_named(artifacts) {
    const shown = artifacts
        .slice(0, 3)
        .map((artifact) => artifact.path)
        .join(', ');
    return artifacts.length > 3 ? `${shown} and ${artifacts.length - 3} more` : shown;
}

;// CONCATENATED MODULE: ./lib/engine/judgement.js




async function judge(request, context) {
    const { publication, reading } = await readPublication(context.store, context.clock, request.version);
    const question = { type: request.rollbackType, mode: request.policyMode, force: request.force };
    return { publication, reading, decision: evaluatePolicy(publication, question) };
}
function makePlan(request, context, publication) {
    const perArtifact = context.store.workspaces !== undefined ? 0 : request.createBackup ? 2 : 1;
    return planRollback(publication, {
        type: request.rollbackType,
        createBackup: request.createBackup,
        requestsPerArtifact: perArtifact,
    });
}
function applyDecision(draft, decision, force) {
    draft.fields.version_exists = decision.versionExists;
    draft.fields.policy_passed = decision.passed;
    draft.fields.dependencies_satisfied = decision.dependenciesSatisfied;
    draft.fields.forced = force && decision.warnings.length > 0;
    for (const warning of decision.warnings)
        draft.warn(warning);
}
function denied(decision) {
    const [first = 'A policy check failed', ...details] = decision.errors;
    const advice = decision.advice === undefined ? {} : { advice: decision.advice };
    return (0,errors/* failure */.V2)(decision.code ?? 'POLICY_VIOLATION', first, { details, ...advice });
}
function applyPlan(draft, plan) {
    draft.fields.previous_latest = plan.previousLatest;
    draft.fields.new_latest = plan.newLatest;
    draft.fields.estimated_duration_seconds = plan.estimatedSeconds;
    for (const warning of plan.warnings)
        draft.warn(warning);
    draft.notes.push(...plan.notes);
}

;// CONCATENATED MODULE: ./lib/engine/projection.js










/** What recovery would leave of this version, worked out without touching anything. */
async function project(context, version, open) {
    const { store } = context;
    const [seen, history, projection] = await Promise.all([
        look(context, version),
        readMarkers(store, version),
        foresee(context, open),
    ]);
    const { reading, found } = projection.state(version, seen);
    const publication = describe(version, reading, found, projection.markers(history));
    return { publication, reading, begun: projection.manifest };
}
async function look({ store, clock }, version) {
    const [reading, found] = await Promise.all([readIndex(store, clock), listArtifacts(store, version)]);
    return { reading, found };
}
async function foresee(context, open) {
    if (open === undefined || open.phase === 'claimed') {
        return { state: (_version, seen) => seen, markers: (history) => history };
    }
    const { store } = await withBackupsAt(context, open.backup_prefix);
    const manifest = await committedManifest(store, open);
    const committed = open.phase === 'committed';
    const out = (open.operation === 'rollback') === committed;
    return {
        manifest,
        state: (version, { reading, found }) => ({
            reading: projectIndex(reading, manifest, out, new Date(context.clock.now())),
            found: version === open.version && (0,types/* takesArtifacts */.Qe)(open.rollback_type)
                ? projectArtifacts(found, manifest, out)
                : found,
        }),
        markers: (history) => {
            const others = history.filter((marker) => marker.operation_id !== open.operation_id);
            return committed ? [projection_markerOf(open, manifest), ...others] : others;
        },
    };
}
function projectIndex(reading, manifest, out, now) {
    if (reading.state !== 'present')
        return reading;
    const bytes = out ? hide(reading.doc, manifest, now) : show(reading.doc, manifest, now);
    return bytes === undefined ? reading : { ...reading, doc: (0,mod/* parseIndex */.A1)(bytes) };
}
function projectArtifacts(found, manifest, out) {
    const known = (0,artifact_marks/* artifactIndex */.Pt)(manifest.artifacts);
    if (out)
        return found.filter((info) => known.find(info.key)?.revision !== info.revision);
    const there = new row_index/* RowIndex */.V(found, ({ key }) => key);
    const missing = manifest.artifacts.filter((artifact) => !there.has(artifact.path));
    return [...found, ...missing.map(({ path, listed: _, ...rest }) => ({ key: path, modified: 0, ...rest }))];
}
function projection_markerOf(open, manifest) {
    return {
        schema_version: 1,
        event: open.operation === 'rollback' ? 'rolled_back' : 'restored',
        sequence: open.commit_sequence,
        version: open.version,
        operation_id: open.operation_id,
        rollback_id: open.rollback_id,
        rollback_type: open.rollback_type,
        undoes: manifest.undoes ?? '',
        backup_path: manifest.backup_path,
        manifest_key: open.manifest_key,
        manifest_sha256: open.manifest_sha256,
        ...operation_placeOf(open),
        can_restore: manifest.create_backup || !(0,types/* takesArtifacts */.Qe)(open.rollback_type),
        time: open.began,
    };
}

;// CONCATENATED MODULE: ./lib/engine/rollback-manifest.js



/** Without a backup nothing is moved anywhere: artifacts are deleted, or lie under markers where versions are kept. */
async function backupMethodFor(request, { artifacts }, { store }) {
    if (store.workspaces !== undefined)
        return 'rename';
    if (!(0,types/* takesArtifacts */.Qe)(request.rollbackType) || artifacts.length === 0)
        return 'copy';
    const method = (await store.backupMethod?.(artifacts, request.createBackup)) ?? 'copy';
    return method === 'move' && !request.createBackup ? 'copy' : method;
}
/** What this rollback is about to take, bound to the log by its commit. */
function manifestOf(request, open, plan, method, context) {
    const entries = plan.cut.length > 0 ? plan.cut : plan.mark;
    const mark = { removed_at: new Date(context.clock.now()).toISOString(), rollback_id: open.rollback_id };
    return {
        schema_version: 1,
        operation: 'rollback',
        operation_id: open.operation_id,
        rollback_id: open.rollback_id,
        version: request.version,
        rollback_type: request.rollbackType,
        created_at: open.began,
        create_backup: request.createBackup,
        backup_method: method,
        reason: request.reason,
        backup_path: request.createBackup
            ? (0,domain_keys/* backupPath */.wZ)(request.version, new Date(open.began), open.rollback_id)
            : '',
        artifacts: plan.artifacts,
        entries,
        index_revision: plan.indexRevision,
        ...(request.rollbackType === 'artifacts_only' ? { mark } : {}),
        folder_present: plan.folderPresent,
    };
}
/** The index as it will be, for the evidence that is written ahead. */
function foreseen(manifest, reading, context) {
    if (reading.state !== 'present')
        return { before: undefined, after: undefined };
    const before = reading.object.body;
    return { before, after: hide(reading.doc, manifest, new Date(context.clock.now())) ?? before };
}

;// CONCATENATED MODULE: ./lib/engine/dry-run.js










/** The same reading, policy and plan as the real run, and nothing written: it judges the state that recovery would leave. */
async function simulateRollback(request, context, draft) {
    try {
        const open = await draft.stage('preflight', () => dry_run_look(request, context, draft));
        const { publication, begun } = await draft.stage('policy', () => project(context, request.version, open));
        const question = { type: request.rollbackType, mode: request.policyMode, force: request.force };
        const decision = evaluatePolicy(publication, question);
        if (finishes(request, open) && decision.alreadyDone) {
            if (begun !== undefined)
                fillBegun(draft, begun);
            draft.warn(`would finish what run ${open?.run ?? 'unknown'} left`);
            return draft.succeed(`DRY RUN: a real run would finish the rollback of ${request.version} that was begun`);
        }
        applyDecision(draft, decision, request.force);
        if (!decision.allowed)
            throw denied(decision);
        const plan = await draft.stage('plan', () => planned(request, context, draft, publication));
        const files = fillArtifacts(draft, plan.artifacts);
        draft.fields.index_updated = plan.cut.length > 0;
        draft.fields.backup_created = request.createBackup;
        draft.fields.can_restore = request.createBackup || !(0,types/* takesArtifacts */.Qe)(request.rollbackType);
        return draft.succeed(`DRY RUN: would roll back ${request.version} (${request.rollbackType}): ${files.length} artifact${files.length === 1 ? '' : 's'}`);
    }
    catch (thrown) {
        return dryRunFailure(draft, engineFailure(thrown));
    }
}
/** What the report of the run that finishes it will say: all that it takes, whoever took it. */
function fillBegun({ fields }, begun) {
    fillArtifacts({ fields }, begun.artifacts);
    fields.version_exists = true;
    fields.policy_passed = true;
    fields.dependencies_satisfied = true;
    fields.index_updated = (0,types/* takesEntry */.vj)(begun.rollback_type) && begun.entries.length > 0;
    fields.backup_created = begun.create_backup;
    fields.can_restore = begun.create_backup || !(0,types/* takesArtifacts */.Qe)(begun.rollback_type);
}
function fillArtifacts({ fields }, artifacts) {
    const files = artifacts.filter((artifact) => artifact.type !== 'folder');
    fields.artifacts_removed = files.map((artifact) => artifact.path);
    fields.total_artifacts_removed = files.length;
    fields.total_bytes_freed = artifacts.reduce((sum, artifact) => sum + artifact.size, 0);
    return files;
}
/** The plan; what can't be kept, or can't be taken out, is told as the real run tells it. */
async function planned(request, context, draft, publication) {
    const plan = makePlan(request, context, publication);
    applyPlan(draft, plan);
    const method = await backupMethodFor(request, plan, context);
    if (request.createBackup && !plan.nothingToDo)
        demandRoomForNames(context, request.version, plan.artifacts, method);
    return plan;
}
/** 40 to 48 become 47; what no run could even begin with keeps 49. */
function dryRunFailure(draft, error) {
    if (error.exitCode === 49)
        return draft.fail(error);
    return draft.wouldFail(error.code, error);
}
async function dry_run_look(request, context, draft) {
    const { version, rollbackType } = request;
    const about = { forWriting: false, begins: true, version, takesArtifacts: (0,types/* takesArtifacts */.Qe)(rollbackType) };
    for (const warning of await context.store.inspect(about))
        draft.warn(warning);
    await checkOutputs(context, draft, version);
    const open = await openNow(context, draft);
    const backsUp = request.createBackup && (0,types/* takesArtifacts */.Qe)(rollbackType);
    await checkRoom(context, open, backsUp ? version : undefined);
    return open;
}
/** What a real run asks for once nothing is open; what recovery would leave of the room is not known before. */
async function checkRoom({ store }, open, version) {
    if (open === undefined)
        await store.demandRoom?.(version);
}
/** What a real run would refuse of its output folders and its key, as far as reading tells. */
async function checkOutputs({ evidence, signer }, draft, version) {
    await evidence.check(version);
    draft.notes.push(...((await signer?.check()) ?? []));
}
/** The newest record, if something is open in it. */
async function openHead(context) {
    const head = await new OperationLog(context.store).head();
    if (head === undefined && context.store.lateRequests)
        await (0,existence/* mustHoldSomething */.H)(context.store);
    if (head === undefined || head.record.open === null)
        return undefined;
    return { head, open: head.record.open, dead: await isDead(context, head) };
}
/** What is open now; a living holder is a warning, since a real run would wait for it. */
async function openNow(context, draft) {
    const found = await openHead(context);
    if (found === undefined)
        return undefined;
    const { open, dead } = found;
    draft.warn(dead
        ? `A dead run left the ${open.operation} of ${open.version} open; a real run brings it to its end first`
        : `Another run is at the ${open.operation} of ${open.version}; a real run would wait for it`);
    const keyless = context.signer === undefined && context.standbySigner === undefined;
    if (open.sign_audit_log === true && open.phase === 'committed' && keyless)
        draft.warn('Its audit log is to be signed: give sign-audit-log, and the key, to the run that finishes it');
    return open;
}
function finishes(request, open) {
    return (open !== undefined &&
        open.operation === 'rollback' &&
        open.phase === 'committed' &&
        open.version === request.version &&
        open.rollback_type === request.rollbackType);
}

;// CONCATENATED MODULE: ./lib/engine/finished-before.js
/**
 * Runs `settling`, and tells what it brought to its end before our own operation began, also when it fails: no part of
 * ours, but the repository is not what it was.
 */
async function tellingRecovered(draft, recovered, settling) {
    const before = recovered.length;
    try {
        return await settling();
    }
    finally {
        tellRecovered(draft, recovered.slice(before));
    }
}
function tellRecovered(draft, recovered) {
    for (const each of recovered)
        tellOne(draft, each);
}
function tellOne(draft, { open, report, ending }) {
    const { operation, version, rollback_id } = open;
    draft.notes.push(`First brought to its end: ${operation} of ${version} (${open.run || 'another run'}): ${report.summary}`, 
    // What was decided then is in its own evidence.
    ...report.warnings.filter((warning) => !open.warnings.includes(warning)));
    draft.fields.recovered = [...(draft.fields.recovered ?? []), { operation, version, rollback_id, ending }];
    if (changedSomething({ open, ending }))
        draft.recoveryChanged = true;
}
/** What is undone from its claim was nothing that anybody saw. */
const changedSomething = ({ open, ending }) => ending !== 'undone' || open.phase !== 'claimed';
/** A re-run of a killed job is green: it reports what it found begun and finished (DESIGN §3). */
function finishedFor(request, recovered) {
    return recovered.find(({ open, ending, report }) => ending === 'finished' &&
        report.exit_code === 0 &&
        open.operation === 'rollback' &&
        open.version === request.version &&
        open.rollback_type === request.rollbackType);
}
function adopt(draft, finished) {
    draft.warn(`finished what run ${finished.open.run || 'unknown'} left`);
    const own = draft.succeed(finished.report.summary);
    return {
        ...finished.report,
        warnings: [...new Set([...finished.report.warnings, ...own.warnings])],
        notes: [...new Set([...finished.report.notes, ...own.notes])],
        ...(own.recovered === undefined ? {} : { recovered: own.recovered }),
        rollback_duration_seconds: own.rollback_duration_seconds,
    };
}

;// CONCATENATED MODULE: ./lib/engine/fresh-operation.js
/** A new operation; its id's first 8 hex are the rollback id, unless it is about one that there is already. */
function freshOperation(context, asked, rollbackId) {
    const operationId = context.host.uuid();
    const { backups } = context.store;
    return {
        ...asked,
        operation_id: operationId,
        rollback_id: rollbackId ?? operationId.slice(0, 8),
        phase: 'claimed',
        epoch: 1,
        began: new Date(context.clock.now()).toISOString(),
        warnings: [],
        manifest_key: '',
        manifest_sha256: '',
        commit_sequence: 0,
        ...(backups === undefined ? {} : { backup_prefix: backups.prefix }),
        ...(context.signer === undefined ? {} : { sign_audit_log: true }),
    };
}

;// CONCATENATED MODULE: ./lib/engine/recover.js













/** Brings what a dead run left to its end; 0 whenever nothing is open at the end. Always answers with a report. */
async function recover(request, context) {
    const draft = new ReportDraft(context, { operation: 'recover', dry_run: request.dryRun });
    const recovered = [];
    try {
        if (request.dryRun)
            return await recover_look(request, context, draft);
        const session = openSession(context, request);
        for (const warning of await context.store.inspect({ forWriting: true }))
            draft.warn(warning);
        await context.evidence.prepare('');
        draft.notes.push(...((await context.signer?.prepare()) ?? []));
        if (request.acceptLogBreak)
            await acceptBreak(session, draft);
        if (request.choice !== 'forward')
            return await byChoice(request, session, draft);
        const began = await context.store.now();
        await acquire_settle(session, context.clock.monotonic() + session.waits.lockTimeoutMs, recovered);
        await sweepLocal(session);
        await context.store.sweepProbes?.();
        await context.store.sweepUploads?.(began);
        return summarise(draft, recovered);
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        tellRecovered(draft, recovered);
        return request.dryRun ? dryRunFailure(draft, error) : draft.fail(error, openUnknown(error.code));
    }
}
/** Also what a run left that died directly after its closer. */
async function sweepLocal({ context, log }) {
    const { workspaces } = context.store;
    if (workspaces === undefined)
        return;
    const record = (await log.head())?.record;
    await workspaces.sweep(undefined, record?.open === null ? record.operation_id : undefined);
}
/** What stays open may be anywhere between before and after. */
const openUnknown = (code) => code === 'UNREACHABLE' || code === 'REPOSITORY_HELD' ? { changed: 'unknown', partial: true } : {};
async function recover_look({ choice }, context, draft) {
    for (const warning of await context.store.inspect({ forWriting: false }))
        draft.warn(warning);
    await checkOutputs(context, draft, '');
    const open = choice === 'forward' ? await openNow(context, draft) : await openDead(context);
    if (open === undefined)
        return draft.succeed('DRY RUN: nothing is open; there is nothing to recover');
    draft.fields.version = open.version;
    const what = `the ${open.operation} of ${open.version} that ${open.run || 'a run'} left`;
    return draft.succeed(`DRY RUN: would ${wouldDo(choice, open, what)}`);
}
function wouldDo(choice, { phase }, what) {
    if (choice === 'abandon')
        return `give up ${what}; what it moved stays where it is`;
    if (phase === 'claimed')
        return `undo ${what}; nothing visible was changed yet`;
    if (choice === 'revert' || phase === 'reverting')
        return `undo ${what}: put everything back`;
    return `finish ${what}`;
}
/** A person's choice is refused, not kept waiting, while the holder lives. */
async function openDead(context) {
    const found = await openHead(context);
    if (found !== undefined && !found.dead)
        throw atWork(found.head, found.open);
    return found?.open;
}
function summarise(draft, recovered) {
    const last = recovered.at(-1);
    if (last === undefined)
        return draft.succeed('Nothing was open; the repository is whole');
    const { report, ending, open } = last;
    tellRecovered(draft, recovered.slice(0, -1));
    draft.recoveryChanged ||= changedSomething(last);
    const { operation: _, error_code: __, warnings, errors, notes, stages: ___, ...facts } = report;
    const whose = { operation: 'recover', recovered_operation: open.operation };
    Object.assign(draft.fields, facts, whose);
    for (const warning of warnings)
        draft.warn(warning);
    draft.notes.push(...notes);
    if (ending === 'undone')
        draft.notes.push(report.summary);
    else
        for (const error of errors)
            draft.warn(error);
    const ended = draft.succeed(`${VERBS[ending]} the ${open.operation} of ${open.version} that ${open.run || 'another run'} left`);
    return ending === 'abandoned' ? { ...ended, status: 'partial' } : ended;
}
const VERBS = { finished: 'Finished', undone: 'Undid', abandoned: 'Gave up' };
/** `--revert` and `--abandon`: a person chooses against the log's direction; a living holder is still left alone. */
async function byChoice(request, session, draft) {
    const head = await session.log.head();
    const open = head?.record.open ?? null;
    if (head === undefined || open === null)
        return draft.succeed('Nothing was open; the repository is whole');
    await mustBeDead(session, head, open);
    const tenure = await takeOver(session, open, head);
    draft.fields.version = open.version;
    draft.fields.rollback_id = open.rollback_id;
    if (request.choice === 'abandon') {
        // Closed, or as it was: what nobody works on any more must not go on beating.
        return abandon(request, session, tenure, draft).finally(() => tenure.release());
    }
    const { report, ending } = await resume(session, tenure, 'revert');
    if (ending === 'left')
        throw stillOpen(open, report);
    if (ending === 'abandoned')
        return summarise(draft, [{ open, report, ending }]);
    draft.fields.changed = open.phase !== 'claimed';
    for (const warning of report.warnings)
        draft.warn(warning);
    return draft.succeed(`Put back what the ${open.operation} of ${open.version} had changed`);
}
/** The closer names every key that is not where it should be (DESIGN §2). */
async function abandon(request, session, tenure, draft) {
    const { open } = tenure;
    const operation = await operationOf(session, tenure);
    await operation.workspace.open();
    const manifest = open.phase === 'claimed'
        ? undefined
        : await committedManifest(operation.context.store, open).catch(() => { });
    const misplaced = manifest === undefined ? [] : await misplacedKeys({ ...operation, manifest });
    const message = request.reason || 'Given up by a person';
    if (manifest !== undefined)
        await unpromise({ ...operation, manifest }, misplaced);
    await withdrawEvidence(operation);
    // Publishers wait for it, and nobody else would take it away until the next edit.
    await operation.workspace.unlockIndex().catch((thrown) => {
        if (thrown instanceof ports_workspace/* SupersededError */.Z)
            throw thrown;
        draft.warn(`index.json.lock could not be removed: ${engineFailure(thrown).message}`);
    });
    if (manifest !== undefined)
        await operation.workspace.spare?.(manifest);
    await tenure.close('abandoned', { exit_code: 43, message, misplaced });
    draft.fields.changed = open.phase !== 'claimed';
    for (const key of misplaced.slice(0, 20))
        draft.warn(`Not in ${open.version}/: ${key}`);
    return draft.succeed(`Gave up the ${open.operation} of ${open.version}; what it moved stays where it is`);
}
/** A living holder is left alone; of a dead one no request may be under way any more. */
async function mustBeDead({ context, waits }, head, open) {
    if (!(await isDead(context, head)))
        throw atWork(head, open);
    if (context.store.lateRequests)
        await context.clock.sleep(waits.fenceMs);
}
const atWork = (head, open) => (0,errors/* failure */.V2)('REPOSITORY_HELD', `${holderName(head)} is still at work on the ${open.operation} of ${open.version}`);
/** Goes on from the newest record that can be read, after a person looked: a claim that says so, closed at once. */
async function acceptBreak(session, draft) {
    const { context, log, parts } = session;
    try {
        const head = await log.head();
        if (head !== undefined)
            await log.link(head);
        return;
    }
    catch (thrown) {
        if (engineFailure(thrown).code !== 'LOG_BROKEN')
            throw thrown;
        draft.warn(`Accepted: ${engineFailure(thrown).message}`);
    }
    const salvaged = await log.salvage();
    const open = salvaged?.head?.record.open ?? null;
    if (salvaged?.head !== undefined && open !== null) {
        await mustBeDead(session, salvaged.head, open);
        const tenure = await Tenure.takeOver(parts, open, salvaged.newest, true);
        const { report, ending } = await resume(session, tenure);
        if (ending === 'left')
            throw stillOpen(open, report);
        return;
    }
    const claim = freshOperation(context, {
        operation: 'rollback',
        version: salvaged?.head?.record.version ?? 'none',
        rollback_type: 'index_only',
        create_backup: false,
        actor: parts.actor,
        run: parts.run,
        reason: 'accepted a break of the log',
        policy_mode: 'strict',
        forced: false,
    });
    const tenure = await Tenure.claim(parts, claim, salvaged?.newest, true);
    await tenure.close('aborted', { exit_code: 0, message: 'A break of the log was accepted' });
}

// EXTERNAL MODULE: ./lib/domain/json-file.js
var json_file = __webpack_require__(9591);
;// CONCATENATED MODULE: ./lib/engine/commit.js




/** The commit point. Refused, it ends as before; without an answer the operation stays open, for the log to say. */
async function commit(operation, prepared) {
    const { draft, context, tenure } = operation;
    try {
        await tenure.advance('commit', {
            phase: 'committed',
            manifest_key: prepared.manifestKey,
            manifest_sha256: prepared.manifestSha256,
            forced: draft.fields.forced,
            warnings: [...draft.warnings],
        });
    }
    catch (thrown) {
        if (!(0,object_store/* isUnanswered */.Ni)(thrown))
            return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
        tenure.release();
        await context.evidence.discard();
        const cause = (0,errors/* asRollbackError */.p2)(thrown);
        const message = `Out of reach at the commit: ${cause.message}`;
        const advice = (0,errors/* ownAdvice */.df)(cause) ??
            'When the store answers again, run `release-rollback recover`: it undoes or finishes it.';
        const error = (0,errors/* failure */.V2)('UNREACHABLE', message, { cause: thrown, advice });
        return draft.fail(error, { changed: 'unknown', partial: true });
    }
    return complete({ ...operation, manifest: prepared.manifest, takeReading: once(prepared.reading) });
}
/** The same as something that is given away, and not kept. */
function once(thing) {
    let kept = thing;
    return () => {
        const given = kept;
        kept = undefined;
        return given;
    };
}
/** Nothing was committed: close the claim; if even that fails, the next operation does it. */
async function closeUnchanged(operation, report) {
    await operation.context.evidence.discard();
    try {
        await abort(operation, report.summary, report.exit_code);
        // Its clean-up may have had something to say.
        return { ...report, warnings: [...new Set([...report.warnings, ...operation.draft.warnings])] };
    }
    catch (thrown) {
        operation.tenure.release();
        operation.context.reporter.debug(`The claim could not be closed: ${engineFailure(thrown).message}`);
        return {
            ...report,
            warnings: [...report.warnings, 'The claim could not be closed; the next operation does it'],
        };
    }
}

;// CONCATENATED MODULE: ./lib/engine/restore-plan.js











/** The manifest that the log names by hash. Throws BACKUP. */
async function loadManifest(store, marker) {
    const stored = await readManifest(store, marker.manifest_key);
    const manifest = stored?.sha256 === marker.manifest_sha256 ? stored.manifest : undefined;
    if (manifest === undefined) {
        throw (0,errors/* failure */.V2)('BACKUP', `The backup's manifest ${marker.manifest_key} is ${stored === undefined ? 'missing' : 'not the one that was written'}`, { advice: store.backups === undefined ? NOT_WHOLE : MOVED });
    }
    return manifest;
}
const MOVED = 'It was looked for where the rollback kept it, and where backup-prefix says. If somebody moved the backup, bring it back, or name its folder by backup-prefix.';
/** A tree that was moved was never read: size and time are all that is known of its files. */
const WITHOUT_TIMES = 'If the repository was only copied without its times (cp -r, git, zip), docs/recovery.md says how to set them back.';
const NOT_WHOLE = 'Somebody removed or changed what the rollback had kept. Bring it back to where the backup is, or publish the release anew; then nothing needs this restore.';
/** Throws POLICY_VIOLATION when something else is in the way, BACKUP when the backup is not whole. */
async function checkRestorable(context, workspace, manifest, { reading, found }) {
    const { store, clock } = context;
    const doc = usableIndex(reading, manifest);
    const there = new row_index/* RowIndex */.V(found, ({ key }) => key);
    const absent = (0,types/* takesArtifacts */.Qe)(manifest.rollback_type)
        ? manifest.artifacts.filter((artifact) => !there.has(artifact.path))
        : [];
    if (found.length > 0)
        await refuseOtherBytes(store, manifest, there);
    const damaged = await workspace.damaged(manifest, absent);
    if (damaged.length > 0)
        throw (0,errors/* failure */.V2)('BACKUP', `The backup is not whole: ${named(damaged)}`, {
            advice: store.workspaces === undefined ? NOT_WHOLE : `${NOT_WHOLE} ${WITHOUT_TIMES}`,
        });
    await store.demandReadable?.(manifest, absent);
    if (doc !== undefined)
        refuseUnbacked(manifest, there);
    const shown = doc === undefined ? undefined : show(doc, manifest, new Date(clock.now()));
    const next = shown === undefined ? doc : (0,mod/* parseIndex */.A1)(shown);
    return {
        manifest,
        absent,
        listsAgain: (0,types/* takesEntry */.vj)(manifest.rollback_type) && shown !== undefined,
        latest: doc === undefined ? '' : latestOf(doc),
        latestAfter: next === undefined ? '' : latestOf(next),
        indexBytes: reading.state === 'present' ? reading.object.body : undefined,
        indexRevision: reading.state === 'present' ? reading.object.info.revision : '',
        warnings: strangers(manifest, found),
    };
}
function usableIndex(reading, manifest) {
    if (reading.state === 'broken')
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `index.json is not a usable index: ${reading.reason}`);
    if (reading.state === 'missing') {
        if (manifest.entries.length === 0)
            return undefined;
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', 'index.json is missing; the entry has no index to go back to', {
            advice: 'Put index.json back (the rollback manifest has index_state_before), then restore again.',
        });
    }
    const foreign = foreignEntries(reading.doc, manifest);
    if (foreign.length > 0) {
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `index.json lists another release as ${manifest.version}: it was published again`, {
            advice: 'Roll the newer publication back first, or leave the old one in its backup.',
        });
    }
    return reading.doc;
}
async function refuseOtherBytes(store, manifest, there) {
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type))
        return;
    const other = [];
    for (const artifact of manifest.artifacts) {
        const info = there.find(artifact.path);
        if (info !== undefined && !(await isSameArtifact(store, manifest, artifact, info)))
            other.push(artifact.path);
    }
    if (other.length === 0)
        return;
    throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `Other files are in the way: ${named(other)}`, {
        advice: 'Move them away, then restore again; nothing is ever overwritten.',
    });
}
/** No restore lists an entry whose artifacts are not all there (marked ones aside). */
function refuseUnbacked(manifest, there) {
    const back = (0,artifact_marks/* artifactIndex */.Pt)((0,types/* takesArtifacts */.Qe)(manifest.rollback_type) ? manifest.artifacts : []);
    const missing = manifest.entries.flatMap((placement) => {
        const entry = (0,mod/* readPlaced */.Ij)(placement);
        if (entry.version !== manifest.version || entry.removed !== undefined)
            return [];
        // In about the order of what they are looked for in, whatever the index has: that is quickest for packed rows.
        const sought = [...entry.artifacts].sort();
        const unbacked = new Set(sought.filter((path) => !there.has(path) && !back.has(path)));
        return entry.artifacts.filter((path) => unbacked.has(path));
    });
    if (missing.length === 0)
        return;
    throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `The entry lists artifacts that would not be there: ${named(missing)}`, {
        advice: 'Bring the artifacts back first; a release is never listed before it is whole.',
    });
}
function strangers(manifest, found) {
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type))
        return [];
    const known = (0,artifact_marks/* artifactIndex */.Pt)(manifest.artifacts);
    const unknown = found.filter(({ key }) => !known.has(key) && key !== `${manifest.version}/`);
    if (unknown.length === 0)
        return [];
    return [`Not part of the release, left where it is: ${named(unknown.map(({ key }) => key))}`];
}
/** The restore's own manifest: what the rollback took, and which keys were absent. */
function restoreManifest(plan, open, marker, reason) {
    return {
        ...plan.manifest,
        operation: 'restore',
        operation_id: open.operation_id,
        created_at: open.began,
        reason,
        index_revision: plan.indexRevision,
        undoes: marker.operation_id,
        absent: (0,domain_rows/* view */.Up)(plan.absent, ({ path }) => path),
    };
}

;// CONCATENATED MODULE: ./lib/engine/restore-target.js



/**
 * Which rollback to undo. Throws VERSION_NOT_FOUND when none is known, POLICY_VIOLATION when a later one of the same
 * version must be restored first, BACKUP when it was made without a backup. `foreseen` adds what recovery would write.
 */
async function chooseRollback(store, request, foreseen = (markers) => markers) {
    const { version, rollbackId } = request;
    const read = version === undefined ? await readAllMarkers(store) : await readMarkers(store, version);
    const markers = foreseen(read);
    const rollbacks = markers.filter((marker) => marker.event === 'rolled_back' && !isReverted(marker, markers));
    const marker = rollbacks.find((candidate) => rollbackId === undefined || candidate.rollback_id === rollbackId);
    if (marker === undefined)
        throw unknown(request);
    const siblings = markers.filter((candidate) => candidate.version === marker.version);
    const active = activeRollbacks(siblings);
    if (!active.some((candidate) => candidate.operation_id === marker.operation_id))
        return { marker, restored: true, inForce: active[0] };
    const [last, inForce] = active;
    if (last !== undefined && last.operation_id !== marker.operation_id) {
        throw (0,errors/* failure */.V2)('POLICY_VIOLATION', `Rollback ${last.rollback_id} of ${marker.version} is later and not restored`, {
            advice: `Restore the later one first: release-rollback restore --rollback-id ${last.rollback_id}`,
        });
    }
    // A backup that was found damaged may have been mended since: the restore looks, and names what is still missing.
    if (!marker.can_restore && marker.backup_path === '') {
        throw (0,errors/* failure */.V2)('BACKUP', `Rollback ${marker.rollback_id} of ${marker.version} was made without a backup`, {
            advice: 'Publish the release again; there is nothing to restore it from.',
        });
    }
    return { marker, restored: false, inForce };
}
/** 'Restored' is not all that there is to say while another rollback still holds the release, or a part of it, back. */
const stillInForce = ({ version, rollback_id: id, rollback_type: type }) => `${version} is still rolled back by ${id} (${type}); \`release-rollback restore --rollback-id ${id}\` undoes that one, too`;
const isReverted = (marker, markers) => markers.some((other) => other.event === 'reverted' && other.undoes === marker.operation_id);
function unknown({ version, rollbackId }) {
    const what = [
        ...(rollbackId === undefined ? [] : [`rollback ${rollbackId}`]),
        ...(version === undefined ? [] : [`version ${version}`]),
    ].join(' of ');
    return (0,errors/* failure */.V2)('VERSION_NOT_FOUND', `No rollback is known: ${what}`, {
        advice: '`release-rollback list` shows the rollbacks that can be restored.',
    });
}

;// CONCATENATED MODULE: ./lib/engine/restore.js




















/** Brings back what a rollback took, exactly. Always answers with a report. */
async function restore(request, context) {
    const draft = new ReportDraft(context, {
        operation: 'restore',
        version: request.version ?? '',
        rollback_id: request.rollbackId ?? '',
        dry_run: request.dryRun,
    });
    try {
        return request.dryRun ? await simulate(request, context, draft) : await carryOut(request, context, draft);
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        return request.dryRun ? dryRunFailure(draft, error) : draft.fail(error, changedBy(thrown));
    }
}
async function simulate(request, context, draft) {
    const open = await draft.stage('preflight', async () => {
        const options = { forWriting: false, begins: true, ...aboutOf(request) };
        for (const warning of await context.store.inspect(options))
            draft.warn(warning);
        await checkOutputs(context, draft, request.version ?? '');
        const found = await openNow(context, draft);
        await checkRoom(context, found);
        return found;
    });
    const projection = await foresee(context, open);
    const target = await draft.stage('policy', () => chooseRollback(context.store, request, projection.markers));
    const { marker } = target;
    restore_describe(draft, marker);
    if (target.restored) {
        if (target.inForce !== undefined)
            draft.warn(stillInForce(target.inForce));
        return draft.succeed(`DRY RUN: ${marker.version} is restored already`);
    }
    if (target.inForce !== undefined)
        draft.notes.push(stillInForce(target.inForce));
    const plan = await draft.stage('plan', async () => {
        const seen = projection.state(marker.version, await look(context, marker.version));
        const begun = open?.operation_id === marker.operation_id;
        const there = await withBackupOf(context, marker, (words) => draft.notes.push(words));
        return checkPlan(there, readOnlyWorkspace(there, begun), marker, seen, draft);
    });
    fillPlan(draft, plan);
    return draft.succeed(`DRY RUN: would restore ${target.marker.version} (rollback ${target.marker.rollback_id})`);
}
/** By its id alone it is not known which version folder has to be usable. */
const aboutOf = ({ version }) => (version === undefined ? {} : { version });
/** Of a workspace only the look at the backup; what recovery has yet to bring into it (`begun`) counts as there. */
function readOnlyWorkspace(context, begun) {
    if (begun)
        return { damaged: async () => [] };
    const guard = async () => {
        throw (0,errors/* failure */.V2)('INTERNAL', 'A dry run tried to change something');
    };
    const ticket = { operationId: 'dry-run', epoch: 0, version: '' };
    const { store, clock, cancelled } = context;
    const requests = { clock, policy: DEFAULT_POLICY, guard, unresolved: () => { }, cancelled };
    return store.workspaces?.create(ticket, guard) ?? new StoreWorkspace(store, new Requests(requests));
}
async function carryOut(request, context, draft) {
    const session = openSession(context, request);
    const recovered = [];
    const { target, held } = await draft.stage('preflight', () => begin(request, session, draft, recovered));
    const { marker } = target;
    if (held === undefined)
        return restoredAlready(draft, target, recovered);
    const workspace = workspaceFor(held.context, held.tenure);
    const operation = { ...held, workspace, draft, waits: session.waits, recovering: false };
    return transact(request, operation, marker, recovered);
}
function restoredAlready(draft, { marker, inForce }, recovered) {
    if (inForce !== undefined)
        draft.warn(stillInForce(inForce));
    const finished = recovered.find(({ open, ending }) => ending === 'finished' && open.operation === 'restore' && open.rollback_id === marker.rollback_id);
    if (finished !== undefined)
        return adopt(draft, finished);
    return draft.succeed(`${marker.version} is restored already (rollback ${marker.rollback_id})`);
}
/** Chooses what is brought back, and claims; without a claim it is there already. */
async function begin(request, session, draft, recovered) {
    const target = await preflight(request, session, draft, recovered);
    restore_describe(draft, target.marker);
    if (target.restored)
        return { target };
    const context = await withBackupOf(session.context, target.marker, (words) => draft.notes.push(words));
    const open = claimFor(request, context, target.marker);
    const tenure = await tellingRecovered(draft, recovered, () => acquire(session, open, recovered));
    return { target, held: { tenure, context } };
}
async function preflight(request, session, draft, recovered) {
    const { context, waits } = session;
    const options = { forWriting: true, begins: true, ...aboutOf(request) };
    for (const warning of await context.store.inspect(options))
        draft.warn(warning);
    await context.evidence.prepare(request.version ?? '');
    draft.notes.push(...((await context.signer?.prepare()) ?? []));
    const deadline = context.clock.monotonic() + waits.lockTimeoutMs;
    await tellingRecovered(draft, recovered, () => acquire_settle(session, deadline, recovered));
    const target = await chooseRollback(context.store, request);
    // By its id alone it was not known which release may hold no evidence.
    if (request.version === undefined)
        await context.evidence.check(target.marker.version);
    return target;
}
function claimFor(request, context, marker) {
    return freshOperation(context, {
        operation: 'restore',
        version: marker.version,
        rollback_type: marker.rollback_type,
        create_backup: true,
        actor: request.actor,
        run: request.run,
        reason: request.reason,
        policy_mode: 'strict',
        forced: false,
    }, marker.rollback_id);
}
async function transact(request, operation, marker, recovered) {
    const { draft, context } = operation;
    let prepared;
    try {
        await openClean(operation);
        // What was chosen before the claim may have been restored by somebody else since.
        const again = await chooseRollback(context.store, request);
        if (again.marker.operation_id !== marker.operation_id) {
            throw (0,errors/* failure */.V2)('SUPERSEDED', `Another run changed the rollbacks of ${marker.version} meanwhile`);
        }
        if (again.restored)
            return await closeUnchanged(operation, restoredAlready(draft, again, recovered));
        if (again.inForce !== undefined)
            draft.notes.push(stillInForce(again.inForce));
        prepared = await prepare(request, operation, marker);
        stopIfCancelled(context);
    }
    catch (thrown) {
        return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    }
    return commit(operation, prepared);
}
/** Nothing visible changes: check, plan, the operation's manifest, the evidence ahead. */
async function prepare(request, operation, marker) {
    const { draft, context, workspace, tenure } = operation;
    const plan = await draft.stage('policy', async () => checkPlan(context, workspace, marker, await look(context, marker.version), draft));
    fillPlan(draft, plan);
    return draft.stage('plan', async () => {
        const { versions } = context.store;
        if (plan.manifest.backup_method === 'versions' && plan.absent.length > 0)
            await versions?.demandUnhide((0,domain_keys/* artifactsPrefix */.oP)(marker.version));
        const manifest = restoreManifest(plan, tenure.open, marker, request.reason);
        const body = (0,json_file/* encodeManifest */.Gb)(manifest);
        const manifestKey = manifestKeyOf(tenure.open);
        await workspace.create(manifestKey, body);
        await stageEvidence({ ...operation, manifest }, { before: plan.indexBytes, after: plan.indexBytes });
        return { manifest, manifestKey, manifestSha256: (0,log_record/* sha256Hex */.fg)(body) };
    });
}
async function checkPlan(context, workspace, marker, seen, draft) {
    const manifest = await loadManifest(context.store, marker);
    const plan = await checkRestorable(context, workspace, manifest, seen);
    if (plan.absent.length > 0)
        await workspace.demandRoom?.(manifest);
    draft.fields.policy_passed = true;
    draft.fields.dependencies_satisfied = true;
    for (const warning of plan.warnings)
        draft.warn(warning);
    return plan;
}
function restore_describe(draft, marker) {
    draft.fields.version = marker.version;
    draft.fields.version_exists = true;
    draft.fields.rollback_type = marker.rollback_type;
    draft.fields.rollback_id = draft.fields.dry_run ? '' : marker.rollback_id;
    draft.fields.backup_path = marker.backup_path;
}
function fillPlan(draft, plan) {
    draft.fields.previous_latest = plan.latest;
    draft.fields.new_latest = plan.latestAfter;
    const files = plan.absent.filter((artifact) => artifact.type !== 'folder');
    draft.fields.artifacts_removed = files.map((artifact) => artifact.path);
    draft.fields.total_artifacts_removed = files.length;
    draft.fields.total_bytes_freed = files.reduce((sum, artifact) => sum + artifact.size, 0);
    draft.fields.index_updated = plan.listsAgain;
}

;// CONCATENATED MODULE: ./lib/engine/rollback.js


















/** Takes a release out, all or nothing. Always answers with a report; its exit code tells the final state. */
async function rollback(request, context) {
    if (request.dryRun)
        return simulateRollback(request, context, draftFor(request, context));
    return attempt(request, context, []);
}
/** `earlier`: what an attempt of this run, whose id was taken, had brought to its end. */
async function attempt(request, context, earlier) {
    const draft = draftFor(request, context);
    tellRecovered(draft, earlier);
    try {
        const session = openSession(context, request);
        const recovered = [...earlier];
        const tenure = await draft.stage('preflight', () => tellingRecovered(draft, recovered, () => rollback_begin(request, session, draft, recovered)));
        const operation = {
            context,
            tenure,
            workspace: workspaceFor(context, tenure),
            draft,
            waits: session.waits,
            recovering: false,
        };
        return await rollback_carryOut(request, operation, recovered);
    }
    catch (thrown) {
        return draft.fail(engineFailure(thrown), changedBy(thrown));
    }
}
function draftFor(request, context) {
    return new ReportDraft(context, {
        operation: 'rollback',
        version: request.version,
        rollback_type: request.rollbackType,
        policy_mode: request.policyMode,
        dry_run: request.dryRun,
    });
}
/** Step 0 and 1: what is in the way is found before anything changes, then the operation is claimed. */
async function rollback_begin(request, session, draft, recovered) {
    const { context } = session;
    const early = session.log.head();
    // What the preflight says goes first; a log that can't be read is told when it is needed.
    early.catch(() => { });
    const warnings = await context.store.inspect({
        forWriting: true,
        begins: true,
        version: request.version,
        takesArtifacts: (0,types/* takesArtifacts */.Qe)(request.rollbackType),
    });
    await context.evidence.prepare(request.version);
    const keyNotes = (await context.signer?.prepare()) ?? [];
    for (const warning of warnings)
        draft.warn(warning);
    draft.notes.push(...keyNotes);
    const open = freshOperation(context, {
        operation: 'rollback',
        version: request.version,
        rollback_type: request.rollbackType,
        create_backup: request.createBackup,
        actor: request.actor,
        run: request.run,
        reason: request.reason,
        policy_mode: request.policyMode,
        forced: false,
    });
    return acquire(session, open, recovered, early);
}
/** Step 2 to the end, the claim being ours. Before the commit every failure aborts; after it `complete` decides. */
async function rollback_carryOut(request, operation, recovered) {
    const { draft } = operation;
    let prepared;
    try {
        prepared = await rollback_prepare(request, operation, recovered);
    }
    catch (thrown) {
        if (thrown instanceof RollbackIdTaken) {
            await closeUnchanged(operation, draft.fail(engineFailure(thrown)));
            return attempt(request, operation.context, recovered);
        }
        return closeUnchanged(operation, draft.fail(engineFailure(thrown)));
    }
    if ('exit_code' in prepared)
        return closeUnchanged(operation, prepared);
    return commit(operation, prepared);
}
/** A backup of this id is there, of the same version and second: the id is drawn again. */
class RollbackIdTaken extends Error {
}
/** Steps 2 and 3: nothing visible changes. A report instead means that there is nothing to commit. */
async function rollback_prepare(request, operation, recovered) {
    const { draft, context, tenure } = operation;
    await openClean(operation);
    const { publication, reading, decision } = await draft.stage('policy', () => judge(request, context));
    const finished = finishedFor(request, recovered);
    if (finished !== undefined && decision.alreadyDone)
        return adopt(draft, finished);
    applyDecision(draft, decision, request.force);
    if (!decision.allowed)
        throw denied(decision);
    const plan = await draft.stage('plan', async () => makePlan(request, context, publication));
    applyPlan(draft, plan);
    if (plan.nothingToDo)
        return draft.succeed(`Nothing left to do for ${request.version}`);
    stopIfCancelled(context);
    return draft.stage('backup', async () => {
        const method = await backupMethodFor(request, plan, context);
        if (request.createBackup)
            demandRoomForNames(context, request.version, plan.artifacts, method);
        const manifest = manifestOf(request, tenure.open, plan, method, context);
        const manifestKey = manifestKeyOf(tenure.open);
        draft.fields.rollback_id = tenure.open.rollback_id;
        const manifestSha256 = await backUp(operation, manifest);
        await stageEvidence({ ...operation, manifest }, foreseen(manifest, reading, context));
        stopIfCancelled(context);
        const known = reading.state === 'present' ? reading : undefined;
        return { manifest, manifestKey, manifestSha256, reading: known };
    });
}
/** Step 3; whatever refuses the backup is 45, unless the store is out of reach or the release was changed. */
async function backUp(operation, manifest) {
    const { workspace, draft } = operation;
    try {
        const sha256 = await writeManifest(operation, manifest);
        await workspace.prepareBackup(manifest, draft.progress('backup'));
        return sha256;
    }
    catch (thrown) {
        if (thrown instanceof RollbackIdTaken)
            throw thrown;
        const error = engineFailure(thrown, 'BACKUP');
        if (['UNREACHABLE', 'SUPERSEDED', 'BACKUP', 'BAD_INPUT'].includes(error.code))
            throw error;
        const code = manifest.create_backup ? 'BACKUP' : 'EVIDENCE';
        throw (0,errors/* failure */.V2)(code, error.message, (0,errors/* knownOf */.bz)(error));
    }
}
/** The SHA-256 of what was written; its bytes, which may be many, are gone when this returns. */
async function writeManifest({ workspace, tenure }, manifest) {
    const body = (0,json_file/* encodeManifest */.Gb)(manifest);
    await workspace.create(manifestKeyOf(tenure.open), body).catch((thrown) => {
        throw thrown instanceof object_store/* ConflictError */.fK ? new RollbackIdTaken('taken', { cause: thrown }) : thrown;
    });
    return (0,log_record/* sha256Hex */.fg)(body);
}

;// CONCATENATED MODULE: ./lib/engine/mod.js






// EXTERNAL MODULE: ./lib/request/bucket-place.js
var bucket_place = __webpack_require__(525);
;// CONCATENATED MODULE: ./lib/request/repository-reach.js


/** Where it is, for people: a path, or a store's URL without anything secret. */
function locationOf(repository) {
    if (repository.type === 'local')
        return repository.path;
    return locationIn(repository.type, repository.bucket, repository.prefix);
}
/** Of options that are no order: which kind of repository was meant, as far as they say, and where; empty where they don't. */
function placeGiven(raw) {
    const short = raw.repository;
    const [, scheme] = /^(s3|gs):\/\//.exec(short ?? '') ?? [];
    const type = short === undefined
        ? (REPOSITORY_TYPES.find((each) => each === raw['repository-type']) ?? 'local')
        : { s3: 's3', gs: 'gcs' }[scheme];
    return {
        repository_type: type ?? 'local',
        repository_location: withoutCredentials(short ?? partsGiven(raw, type ?? 'local')),
    };
}
function partsGiven(raw, type) {
    if (type === 'local')
        return raw['repository-path'] ?? '';
    const [bucket = '', prefix = ''] = [raw['repository-bucket'], raw['repository-prefix']];
    return bucket === '' ? '' : locationIn(type, bucket, prefix);
}
const locationIn = (type, bucket, prefix) => `${type === 's3' ? 's3' : 'gs'}://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
/**
 * The options besides the type that lead to the same bucket again, and to the same backups in it; undefined for a
 * folder, whose location says all. How patient we are with the store is nobody's business later.
 */
function reachOf(repository) {
    if (repository.type === 'local')
        return undefined;
    const { type, bucket, prefix, backupPrefix, endpoint, singleWriter } = repository;
    const own = type === 's3' ? reachOfS3(repository) : { 'gcs-project-id': repository.projectId };
    return given({
        'repository-bucket': bucket,
        'repository-prefix': prefix,
        'backup-prefix': backupPrefix,
        [`${type}-endpoint`]: endpoint,
        ...own,
        'single-writer': singleWriter ? 'true' : '',
    });
}
/** Where it is and what leads there, as reports have it. */
function whereIs(repository) {
    const options = reachOf(repository);
    const place = { repository_type: repository.type, repository_location: locationOf(repository) };
    return options === undefined ? place : { ...place, repository_options: options };
}
/** So that the report alone says how to undo what it tells of. */
function withReach(report, repository) {
    const options = reachOf(repository);
    return options === undefined ? report : { ...report, repository_options: options };
}
const reachOfS3 = ({ region, forcePathStyle, }) => ({
    's3-region': region,
    's3-force-path-style': forcePathStyle ? 'true' : '',
});
function given(options) {
    return Object.fromEntries(Object.entries(options).filter((each) => each[1] !== undefined && each[1] !== ''));
}

// EXTERNAL MODULE: ./lib/request/options.js
var options = __webpack_require__(6755);
;// CONCATENATED MODULE: ./lib/entry/advice.js


const COMMAND = /`release-rollback (restore|recover|list|doctor)([^`]*)`/g;
/** What is one word only as an option's name. */
const UNMISTAKABLE = options/* OPTION_NAMES */.TM.filter((name) => name.includes('-'));
const OPTION = new RegExp(`(^|[\\s(])(--)?(${options/* OPTION_NAMES */.TM.join('|')})(?![\\w-])`, 'g');
/** Advice that can be followed as it is printed: commands name their repository, options are called as the reader calls them. */
function fitting(text, reach, voice, version = '') {
    const pieces = text.split(/(`[^`]*`)/);
    return pieces
        .map((piece) => piece.startsWith('`')
        ? piece.replace(COMMAND, (_, name, rest) => advice_named(name, rest, reach, voice, version))
        : piece.replace(OPTION, (whole, before, dashes, name) => dashes === undefined && !UNMISTAKABLE.includes(name)
            ? whole
            : `${before}${voice === 'cli' ? '--' : ''}${name}`))
        .join('');
}
function advice_named(name, rest, reach, voice, version) {
    const [, id] = /^ --rollback-id ([0-9a-f]{8})$/.exec(rest) ?? [];
    // What it can't say by its inputs (`list`, `--abandon`) is for the command alone.
    if (voice === 'action' && name !== 'list' && (rest === '' || id !== undefined))
        return `\`operation: ${name}\`${id === undefined ? '' : ` with \`rollback-id: ${id}\``}`;
    const which = name === 'restore' && rest === '' && version !== '' ? [['version', version]] : [];
    const command = `\`${(0,undo_command/* commandFor */.Fw)(`${name}${rest}`, which, reach)}\``;
    return voice === 'action' ? `${command} on a command line` : command;
}
function withFittingAdvice(report, voice) {
    const fitted = (text) => fitting(text, report, voice, report.version);
    return { ...report, advice: fitted(report.advice), notes: report.notes.map(fitted) };
}
/** The same of what `doctor` found. */
function withFittingChecks(report, reach, voice) {
    const checks = report.checks.map((check) => ({ ...check, advice: fitting(check.advice, reach, voice) }));
    return { ...report, checks };
}

;// CONCATENATED MODULE: ./lib/entry/reports.js

/** Preflight: a report that can't be written is found before anything is changed. Throws EVIDENCE or BAD_INPUT. */
async function deliverable(order, parts) {
    const paths = reportPaths(order.output);
    if (paths.json === undefined && paths.text === undefined)
        return;
    const { prepareReportFiles } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1886));
    const version = 'version' in order.request ? order.request.version : undefined;
    await prepareReportFiles(paths, await reportFileOptions(order, version, parts));
}
/** Writes the reports; one that fails late changes the exit code only where nothing else went wrong. */
async function writeReports(report, order, parts) {
    const paths = reportPaths(order.output);
    if (paths.json === undefined && paths.text === undefined)
        return { report, reports: {} };
    const { writeReportFiles } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1886));
    try {
        const options = await reportFileOptions(order, report.version, parts);
        return { report, reports: await writeReportFiles(report, paths, options) };
    }
    catch (thrown) {
        return { report: withLateFailure(report, (0,errors/* asRollbackError */.p2)(thrown, 'EVIDENCE')), reports: {} };
    }
}
const reportPaths = ({ jsonReport, textReport }) => ({
    json: jsonReport,
    text: textReport,
});
/** What a report may not replace or lie in, and how its folder is made. */
async function reportFileOptions({ repository, output }, version, { makeFolder, ...keyParts }) {
    const forbidden = repository.type === 'local' ? { repositoryRoot: repository.path, version: version ?? '' } : undefined;
    const keys = await keyFiles(output, keyParts);
    return { forbidden, folders: [output.manifestDir, output.auditDir], keys, makeFolder };
}
/** Of the key that signs this run, and of the one that this machine signs others with. */
async function keyFiles(output, { signingKey, machineKeyFolder }) {
    const { json, text } = reportPaths(output);
    if (json === undefined && text === undefined)
        return [];
    const { keyFilesOf, machineKeyFilesIn } = await __webpack_require__.e(/* import() */ 439).then(__webpack_require__.bind(__webpack_require__, 439));
    const machine = machineKeyFolder === undefined ? [] : machineKeyFilesIn(machineKeyFolder);
    return [...(output.sign ? signingFiles(() => keyFilesOf(signingKey())) : []), ...machine];
}
/** That there is no key is told by whoever asks for it to sign. */
function signingFiles(ask) {
    try {
        return ask();
    }
    catch {
        return [];
    }
}
/** The operation ended well, and what was to tell of it did not: `partial` and 48, for 49 says that nothing was changed. */
function withLateFailure(report, error) {
    // Of a run that was refused for it, it is told already.
    if (report.errors.includes(error.message))
        return report;
    if (report.exit_code !== 0)
        return { ...report, warnings: [...report.warnings, error.message] };
    const done = report.dry_run ? 'the dry run is done' : `the ${report.operation} itself is done`;
    return {
        ...report,
        status: 'partial',
        exit_code: errors/* FAILURES */.EM.EVIDENCE.exitCode,
        error_code: 'EVIDENCE',
        errors: [...report.errors, error.message],
        summary: `${error.message}; ${done}`,
        advice: error.advice,
    };
}

;// CONCATENATED MODULE: ./lib/entry/unstarted.js


/** The report of an operation that ended before the engine began: bad input, no store, no key. */
function unstarted(error, { clock, reporter }, about) {
    const store = { type: about.repository_type ?? 'local', location: about.repository_location ?? '' };
    // A draft asks the store only what it is called, and there is no store.
    const context = { clock, reporter, store };
    const draft = new ReportDraft(context, about);
    return about.dry_run === true ? dryRunFailure(draft, error) : draft.fail(error);
}

;// CONCATENATED MODULE: ./lib/adapters/turn.js
/**
 * Lets in what waits: a signal, a timer, a reply. Calls that wait for the disk in place give up nothing of their own,
 * so this comes before each change and between the parts of what is long.
 */
const turn = () => new Promise((resolve) => setImmediate(resolve));
/** Milliseconds that a loop may hold everybody up. */
const LONGEST = 20;
let since = performance.now();
/** The same where it is due: for each step of a loop that would be long on a slow disk. */
async function turnWhenDue() {
    if (performance.now() - since < LONGEST)
        return;
    await turn();
    since = performance.now();
}

// EXTERNAL MODULE: ./lib/adapters/evidence/durable.js
var durable = __webpack_require__(3375);
// EXTERNAL MODULE: ./lib/adapters/evidence/folder-failure.js
var folder_failure = __webpack_require__(7637);
// EXTERNAL MODULE: ./lib/adapters/evidence/forbidden.js
var evidence_forbidden = __webpack_require__(5725);
// EXTERNAL MODULE: ./lib/adapters/evidence/output-folder.js
var output_folder = __webpack_require__(8540);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/domain/byte-parts.js
var byte_parts = __webpack_require__(1199);
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
function set_aside_putBack({ path, aside, made }) {
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
            if (taken && set_aside_sameBytes(path, aside)) {
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
function set_aside_sameBytes(one, other) {
    const [a, b] = [standing(one), readable(other)];
    return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}
/** Bytes at whose beginning a member is looked for: ours stand there, and evidence of a large release has megabytes. */
const HEAD = 2048;
/** A member of the outermost object that is a text; undefined when there is none. */
function memberOf(bytes, name) {
    const text = new TextDecoder().decode(headOf(bytes));
    for (let end = text.lastIndexOf(','); end > 0; end = text.lastIndexOf(',', end - 1)) {
        const value = textIn(() => `${text.slice(0, end)}}`, name);
        if (value !== undefined)
            return value;
    }
    return textIn(() => new TextDecoder('utf-8', { fatal: true }).decode((0,byte_parts/* joinBytes */.mE)(bytes)), name);
}
/** No more of what is made piece by piece is made than that. */
function headOf(bytes) {
    const head = [];
    let length = 0;
    for (const part of (0,byte_parts/* partsOf */.CI)(bytes)) {
        head.push(part.subarray(0, HEAD - length));
        length += part.length;
        if (length >= HEAD)
            break;
    }
    return (0,byte_parts/* joinBytes */.mE)(head);
}
function textIn(json, name) {
    try {
        const parsed = JSON.parse(json());
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
    if (!isThere(target)) {
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
const isThere = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) !== undefined;
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
    return id !== undefined && id === idIn(body);
}
function moveAside(paths, id, undo) {
    const kept = keepAside(paths, id);
    for (const each of kept) {
        undo.push(() => set_aside_putBack(each));
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
            withdrawal_giveBack(taken, path);
        (0,external_node_fs_.rmSync)(taken, { force: true });
        return undefined;
    }
    catch (thrown) {
        return (0,folder_failure/* codeOf */.$)(thrown) === 'ENOENT' ? undefined : path;
    }
}
function withdrawal_giveBack(taken, path) {
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
    async check(version) {
        this.#refuse(version);
        for (const folder of this.#eachFolder())
            (0,output_folder/* expectFolder */.qU)(folder);
        this.#refuseFolders(version);
    }
    async prepare(version) {
        const folders = this.#eachFolder();
        // All refusals before the first folder is made.
        this.#refuse(version);
        for (const folder of folders)
            await (0,output_folder/* proveWritable */.F6)(folder, this.#options.makeFolder);
        this.#refuseFolders(version);
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
                file_evidence_write(staged);
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
            (0,evidence_forbidden/* refuseFolder */.t)(folder, forbidden);
    }
    #refuseFolders(version) {
        for (const operation of ['rollback', 'restore']) {
            for (const [kind, name] of Object.entries((0,domain_evidence/* evidenceNames */.Y$)(operation, version))) {
                const folder = this.#folders[kind];
                if (folder !== undefined)
                    (0,output_folder/* refuseFolderAt */.ol)((0,external_node_path_.join)(folder, name));
            }
        }
    }
    #eachFolder() {
        const { manifest, audit } = this.#folders;
        return [...new Set([manifest, audit])].filter((folder) => folder !== undefined);
    }
}
const versionIn = (name) => name.replace(/\.(rollback|restore)-(manifest|audit)\.[a-z]+$/, '');
function file_evidence_write({ temporary, target, body }) {
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

// EXTERNAL MODULE: ./lib/adapters/evidence/overlaps.js
var overlaps = __webpack_require__(9866);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
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
async function runQuietly(file, args) {
    const { execFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    return new Promise((resolve) => {
        execFile(file, args, { env: ENVIRONMENT, timeout: 5000 }, (error, stdout) => resolve(error ? '' : stdout));
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
    const told = toldAs(code, only);
    const message = `can't ${doing}: ${words} (${errno})`;
    if (FULL.includes(errno)) {
        const { path } = thrown;
        return (0,errors/* failure */.V2)(told, message, { cause: new object_store/* NoRoom */.Pd(thrown), advice: makeRoomAt(path) });
    }
    // No input is to be corrected: something in the repository is.
    const advice = told === 'BAD_INPUT' ? { advice: io_errors_IN_THE_WAY } : {};
    return (0,errors/* failure */.V2)(told, message, { cause: thrown, ...advice });
}
const FULL = ['ENOSPC', 'EDQUOT'];
/** What lies in a folder of ours is gone when somebody looks. */
const BELOW_OURS = /(\/\.rollback-[a-z]+)\/.*/s;
/** What to do about a full file system: the one that `path` is on. */
function makeRoomAt(path) {
    const where = path === undefined ? 'that is full' : `of '${path.replace(BELOW_OURS, '$1')}'`;
    return `Make room on the file system ${where}, then run again.`;
}
/** A write does not say into what: so that the advice can name it. */
function located(thrown, path) {
    if (codeOf(thrown) !== undefined)
        Object.assign(thrown, { path });
    return thrown;
}
const io_errors_IN_THE_WAY = 'Look at what is there, put it right, then run again; --force does not change this.';
/** What is a link where a folder or a file has to be; `refused` says why that matters, where there is more to say. */
function symlinkRefused(key, refused = 'which is refused', cause) {
    const advice = `Put what ${quoted(key)} points at in its place, then run again; links there are never followed, --force or not.`;
    return (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(key)} is a symbolic link; ${refused}`, { cause, advice });
}
/** What is of another kind than it has to be. */
const kindRefused = (key, what) => (0,errors/* failure */.V2)('BAD_INPUT', `${quoted(key)} is ${what}`, { advice: io_errors_IN_THE_WAY });
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
function io_errors_attempt(action) {
    try {
        action();
    }
    catch {
        // Whatever it left is found by whoever looks next.
    }
}
/** A key in a message, quoted; names may hold anything. */
const quoted = (key) => `'${(0,domain_version/* printable */.g$)(key)}'`;

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
    const info = {
        key,
        type,
        size: type === 'file' ? Number(stat.size) : 0,
        revision: revisionOf(stat, target),
        modified: Number(stat.mtimeMs),
        mode: modeOf(stat),
    };
    return target === undefined ? info : { ...info, target };
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
const file_info_isThere = (path) => statOf(path) !== undefined;
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
    const stat = await external_node_fs_.promises.lstat(path, { bigint: true }).catch(nothingThere);
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
        throw located(thrown, path);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** Of an open file, by its descriptor. */
function applyShape(file, { mode, uid, gid }) {
    // Only root may give a file away; the mode still says who may read it.
    if (uid !== undefined && gid !== undefined)
        io_errors_attempt(() => (0,external_node_fs_.fchownSync)(file, uid, gid));
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
    io_errors_attempt(() => (0,external_node_fs_.unlinkSync)(path));
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/copy-file.js







const CHUNK = 1 << 20;
/** A link is not followed, a named pipe not waited for. */
const READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Copies a file to an absent path with mode, owner and times, fsyncs it, reads it back; its SHA-256. */
async function copyFile(source, target) {
    const from = await external_node_fs_.promises.open(source.path, READ).catch((thrown) => {
        if (isAbsent(thrown))
            throw new object_store/* ConflictError */.fK(source.key, { cause: thrown });
        throw thrown;
    });
    try {
        const stat = await from.stat({ bigint: true });
        await expectRevision(from, source);
        const to = await external_node_fs_.promises.open(target, 'wx+', 0o600);
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
        io_errors_attempt(() => (0,external_node_fs_.unlinkSync)(where.temporary));
    }
    const info = infoAt(where.path, where.key);
    if (info === undefined)
        throw new object_store/* ConflictError */.fK(where.key);
    return info;
}
/** SHA-256 of a file's bytes, a link at its place not followed. */
async function hashFile(path) {
    const handle = await external_node_fs_.promises.open(path, READ);
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

;// CONCATENATED MODULE: ./lib/adapters/store/local/local-root.js


/** Where a key lies; a key that would leave the repository is refused, whoever made it. */
function pathOf(root, key) {
    const plain = key.endsWith('/') ? key.slice(0, -1) : key;
    if (plain === '')
        return root.path;
    const leaves = plain.split('/').some((part) => part === '' || part === '.' || part === '..');
    if (leaves || plain.includes('\0')) {
        throw (0,errors/* failure */.V2)('BAD_INPUT', `'${(0,domain_version/* printable */.g$)(key)}' is no place inside the repository`);
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
        throw symlinkRefused(key, 'a symlinked version folder is refused');
    }
    if (!stats.isDirectory())
        throw kindRefused(key, 'a file, not a folder');
    if (stats.dev !== rootStats.dev)
        throw mounted(key);
    mayUse(path, quoted(key), false);
    if (options.forWriting) {
        // A folder that goes to another parent is written itself: its '..' changes.
        mayUse(path, quoted(key), true);
        refuseSticky(rootStats, stats, key);
    }
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
    for (const key of [domain_keys/* LOG */.$9, domain_keys/* BY_VERSION */.TM, domain_keys/* MANIFESTS */.V4, domain_keys/* WORK */.Ar, domain_keys/* BACKUPS */.Gk]) {
        const problem = ownFolderProblem(root, key, stats, options.forWriting);
        if (problem === undefined)
            continue;
        if (strictly || key !== domain_keys/* BACKUPS */.Gk)
            throw problem;
        warnings.push(problem.message);
    }
    if (options.version !== undefined) {
        checkVersionFolder(root, stats, { version: options.version, forWriting: options.forWriting });
    }
    if (!options.forWriting)
        return warnings;
    return [...warnings, ...indexWarnings(root, stats)];
}
/** For `doctor`: what else a preflight would refuse after the first that it meets, each look by itself. */
async function furtherProblems(root) {
    const stats = statOfRoot(root);
    const looks = [
        ['repository folder', () => mayUse(root.path, `'${root.path}'`, true)],
        ...[domain_keys/* LOG */.$9, domain_keys/* BY_VERSION */.TM, domain_keys/* MANIFESTS */.V4, domain_keys/* WORK */.Ar, domain_keys/* BACKUPS */.Gk].map((key) => [key, () => demandNone(ownFolderProblem(root, key, stats, true))]),
        ['index file', () => indexWarnings(root, stats)],
    ];
    const problems = [];
    for (const [name, look] of looks) {
        try {
            await look();
        }
        catch (thrown) {
            const { message, advice } = (0,errors/* asRollbackError */.p2)(thrown);
            problems.push({ name, result: 'failed', detail: message, advice });
        }
    }
    return problems.slice(1);
}
function demandNone(problem) {
    if (problem !== undefined)
        throw problem;
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
    const refused = key === domain_keys/* BACKUPS */.Gk ? 'BACKUP' : 'BAD_INPUT';
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
    if (key !== domain_keys/* BACKUPS */.Gk && stats.dev !== rootStats.dev) {
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
    const path = pathOf(root, domain_keys/* INDEX_KEY */.lr);
    const stats = unlessAbsent(() => (0,external_node_fs_.lstatSync)(path));
    if (stats === undefined)
        return [];
    if (stats.isSymbolicLink()) {
        throw symlinkRefused(domain_keys/* INDEX_KEY */.lr, 'a symlinked index is refused');
    }
    refuseSticky(rootStats, stats, domain_keys/* INDEX_KEY */.lr);
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK);
    }
    catch (thrown) {
        throw ioError(thrown, `read ${quoted(domain_keys/* INDEX_KEY */.lr)}`);
    }
    const uid = process.geteuid?.();
    if (uid === undefined || uid === 0 || stats.uid === uid)
        return [];
    return [`${domain_keys/* INDEX_KEY */.lr} belongs to user ${stats.uid}; the edited file will belong to user ${uid}`];
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
const isCopied = (places) => file_info_isThere(places.kept) && file_info_isThere(places.copied);

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
    throw (0,errors/* failure */.V2)('BAD_INPUT', `a file in ${where} has a name that is not valid UTF-8: '${walk_escaped(mangled)}'`, {
        advice: 'Rename the file, then run again.',
    });
}
const walk_escaped = (name) => [...name]
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
            throw symlinkRefused(path.slice(root.path.length + 1));
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
async function demandRoom(root, version) {
    requireRoom(root.path, () => ({ bytes: 0, files: 0 }));
    const backups = pathOf(root, domain_keys/* BACKUPS */.Gk);
    // On the same file system a backup is a rename and takes no room.
    if (version === undefined || !isElsewhere(root, backups))
        return;
    const sizes = [];
    const folder = folderOf(root, `${version}/`);
    if (folder !== undefined)
        for await (const batch of walk(folder, `${version}/`))
            sizes.push(...batch.map(({ size }) => size));
    requireRoom(backups, (block) => demandOf(sizes, block));
}
/** The same for what a restore copies back: the whole tree, or nothing where it is a rename. */
function demandRoomToReturn(work, manifest) {
    if (!isElsewhere(work.root, placesOf(work, manifest).kept))
        return;
    const sizes = Array.from(manifest.artifacts, ({ size }) => size);
    requireRoom(work.root.path, (block) => demandOf(sizes, block));
}
/** A file takes whole blocks, and a folder or a link one. */
function demandOf(sizes, block) {
    const bytes = sizes.reduce((sum, size) => sum + Math.max(1, Math.ceil(size / block)) * block, 0);
    return { bytes, files: sizes.length };
}
/** Whether no rename leads there: another device, or a mount of the same one. False where nothing is. */
function isElsewhere(root, path) {
    const [here, there] = [statOf(root.path), statOf(path)];
    if (there === undefined)
        return false;
    if (there.dev !== here?.dev)
        return true;
    const table = unlessAbsent(() => (0,external_node_fs_.readFileSync)('/proc/self/mountinfo', 'utf8')) ?? '';
    const [above, real] = [external_node_fs_.realpathSync.native(root.path), external_node_fs_.realpathSync.native(path)];
    return mountPoints(table).some((point) => point.startsWith(`${above}/`) && `${real}/`.startsWith(`${point}/`));
}
function requireRoom(path, demanded) {
    const space = spaceAt(path);
    if (space === undefined || space.blocks === 0)
        return;
    const { bytes, files } = demanded(space.bsize);
    const advice = makeRoomAt(path);
    const free = space.bavail * space.bsize;
    const needed = MARGIN + bytes;
    if (free < needed) {
        const message = `only ${inMiB(free)} MiB are free at '${path}'; ${inMiB(needed)} MiB are needed`;
        throw (0,errors/* failure */.V2)('BACKUP', message, { advice });
    }
    if (space.files > 0 && space.ffree < FEWEST_INODES + files) {
        const message = `only ${space.ffree} more files can be made on the file system of '${path}'`;
        throw (0,errors/* failure */.V2)('BACKUP', message, { advice });
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

;// CONCATENATED MODULE: ./lib/adapters/store/local/delete-tree.js


/** Deletes a whole tree, also folders that their owner made read-only; what is large takes other threads to do. */
async function deleteTree(path) {
    if (removedEmpty(path))
        return;
    try {
        await external_node_fs_.promises.rm(path, { recursive: true, force: true });
    }
    catch (thrown) {
        if (!['EACCES', 'EPERM'].includes(codeOf(thrown) ?? ''))
            throw thrown;
        await openFolders(path);
        await external_node_fs_.promises.rm(path, { recursive: true, force: true });
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
    await external_node_fs_.promises.chmod(path, 0o700).catch(() => undefined);
    for (const entry of await external_node_fs_.promises.readdir(path, { withFileTypes: true })) {
        if (entry.isDirectory())
            await openFolders(`${path}/${entry.name}`);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/copy-tree.js






/** Files in flight at once: a copy waits on fsync more than on anything else. */
const PARALLEL = 8;
/** Copies a version's tree to another file system, everything fsynced and read back; of one that fails nothing stays. */
async function copyTree(work, copy, progress) {
    try {
        return await copyWhole(work, copy, progress);
    }
    catch (thrown) {
        // Room for the record that turns the operation back. No guard: it may want to write itself, and the name is ours.
        await deleteTree(copy.to).catch(() => undefined);
        throw located(thrown, copy.to);
    }
}
async function copyWhole(work, copy, progress) {
    const { artifacts, version } = copy.manifest;
    const folders = foldersOf(artifacts, version);
    for (const folder of folders)
        await work.change(() => (0,external_node_fs_.mkdirSync)(copy.to + folder, { mode: 0o700 }));
    const hashes = new Map();
    const files = [...artifacts].filter((artifact) => artifact.type !== 'folder');
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
    io_errors_attempt(() => (0,external_node_fs_.lchownSync)(copy, uid, gid));
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









/** Puts artifacts beside files that stand there already; nothing is ever overwritten. Throws for what the tree has not. */
async function putEach(work, manifest, places, artifacts) {
    const holding = { manifest, places, source: places.tree, hashes: readHashes(places.copied) };
    const absent = await absentOf(holding, artifacts);
    const folders = new Set();
    const lost = [];
    for (const artifact of absent) {
        const below = belowVersion(manifest, artifact);
        // The others come back all the same.
        if (!file_info_isThere(places.tree + below)) {
            lost.push(artifact.path);
            continue;
        }
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
    await put_each_settle(work, holding);
    if (lost.length > 0)
        throw cantPutBack(manifest, lost, 'is not in the backup');
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
const inTheWay = (manifest, keys) => cantPutBack(manifest, keys, 'is something else now');
function cantPutBack(manifest, keys, why) {
    const first = quoted(keys[0] ?? '');
    const rest = keys.length > 1 ? ` and ${keys.length - 1} more` : '';
    return (0,errors/* failure */.V2)('STEP_FAILED', `can't put ${manifest.version} back: ${first}${rest} ${why}`, {
        details: keys.slice(0, 20),
    });
}
/** What is at an artifact's place; a link or file where one of its folders should be counts as something else. */
async function put_each_standing(holding, artifact) {
    await turnWhenDue();
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
async function put_each_settle(work, holding) {
    const { places, manifest } = holding;
    let complete = true;
    for (const artifact of manifest.artifacts) {
        if (complete && (await put_each_standing(holding, artifact)) !== 'same')
            complete = false;
    }
    if (complete) {
        if (file_info_isThere(places.reinstated))
            await work.deleteTree(places.reinstated);
        await work.move(places.tree, places.reinstated);
    }
    else if (manifest.backup_path !== '') {
        if (file_info_isThere(places.kept))
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
    if (file_info_isThere(places.kept) || !isAcross(places.version, places.keeper))
        return;
    await keepCopy(work, { from: places.version, exactly: true }, manifest, progress);
}
/** Whether both are there, on different file systems. */
function isAcross(from, to) {
    const [left, right] = [statOf(from), statOf(to)];
    return left !== undefined && right !== undefined && left.dev !== right.dev;
}
/** Removes an unused backup folder; never one that holds what is nowhere else. */
async function backup_folder_discardBackup(work, manifest) {
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
    const source = damaged_sourceOf(places);
    const hashes = readHashes(places.copied);
    const there = await contentOf(source, manifest);
    const bad = [];
    for (const artifact of artifacts) {
        await turnWhenDue();
        const below = belowVersion(manifest, artifact);
        const info = there.get(artifact.path);
        if (info !== undefined && (await damaged_isWhole(info, source + below, artifact, hashes)))
            continue;
        // Put back already: nothing is needed for it any more.
        const standing = infoAt(places.version + below, artifact.path);
        if (standing !== undefined && (await damaged_isWhole(standing, places.version + below, artifact, hashes)))
            continue;
        bad.push(artifact.path);
    }
    const known = new Set(manifest.artifacts.map(({ path }) => path));
    return [...bad, ...[...there.keys()].filter((key) => !known.has(key))];
}
const damaged_sourceOf = (places) => [places.tree, places.kept].find(file_info_isThere) ?? places.reinstated;
async function contentOf(folder, manifest) {
    const there = new Map();
    for await (const batch of walk(folder, `${manifest.version}/`)) {
        for (const info of batch)
            there.set(info.key, info);
    }
    return there;
}
/** A moved file by its size and mtime, a copied one by its hash. */
async function damaged_isWhole(info, path, artifact, hashes) {
    const hash = hashes.get(artifact.path);
    if (hash === undefined || info.type !== 'file')
        return isSameApartFromInode(info, artifact);
    return info.size === artifact.size && (await hashFile(path)) === hash;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/index-lock.js











const index_lock_POLL_MS = 50;
/** `index.json.lock`: an offer to publishers who honour it; whole from its first moment, so that ours is known as ours. */
async function lockIndex(work, timeoutMs) {
    const { clock } = work.root;
    const path = pathOf(work.root, domain_keys/* INDEX_LOCK_KEY */.ZH);
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
            await clock.sleep(index_lock_POLL_MS);
    }
}
async function unlockIndex(work) {
    const path = pathOf(work.root, domain_keys/* INDEX_LOCK_KEY */.ZH);
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
        locked_by: mod/* LOCKED_BY */.nj,
        operation_id: work.ticket.operationId,
        epoch: work.ticket.epoch,
        host: (0,external_node_os_.hostname)(),
        pid: process.pid,
        time: new Date(work.root.clock.now()).toISOString(),
    };
    const where = { path, key: domain_keys/* INDEX_LOCK_KEY */.ZH, temporary: work.temporary() };
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
const parseLock = (text) => (0,mod/* isOurLock */.QK)(text) ? JSON.parse(text) : undefined;
/** Renames a lock of ours into the work folder, and puts back what turns out to be another's. */
async function index_lock_takeAway(work, path, expected) {
    const taken = work.temporary();
    await work.change(() => (0,external_node_fs_.renameSync)(path, taken)).catch(nothingThere);
    const lock = ownLock(taken);
    const wrong = lock?.operation_id !== expected.operation_id || lock.epoch !== expected.epoch;
    // As a link, which can't overwrite the next one's lock.
    if (wrong)
        io_errors_attempt(() => (0,external_node_fs_.linkSync)(taken, path));
    io_errors_attempt(() => (0,external_node_fs_.unlinkSync)(taken));
}
function foreignLock(work, path) {
    const info = infoAt(path, domain_keys/* INDEX_LOCK_KEY */.ZH);
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
    if (file_info_isThere(places.tree) || !file_info_isThere(places.version))
        return false;
    const same = new Set((await compareTree(places.version, manifest)).same);
    return artifacts.every((artifact) => same.has(artifact.path));
}
/** Brings the tree into the work folder, under the fence; false when it is nowhere. */
async function fetchTree(work, manifest, places, progress) {
    if (file_info_isThere(places.tree))
        return true;
    if (!file_info_isThere(places.kept))
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
/** In the work folder, a tree that is being copied back and is not whole yet. */
const RETURNING = '.partial';
async function copyBack(work, manifest, places, progress) {
    const partial = `${work.path}/${RETURNING}`;
    await work.change(() => deleteTree(partial));
    const known = readHashes(places.copied);
    const kept = { ...manifest, artifacts: keptArtifacts(manifest, places) };
    const tree = { from: places.kept, to: partial, manifest: kept, exactly: false };
    const hashes = await copyTree(work, tree, progress);
    const damaged = [...hashes].filter(([key, hash]) => known.has(key) && known.get(key) !== hash);
    if (damaged.length > 0) {
        throw (0,errors/* failure */.V2)('BACKUP', `the backup of ${manifest.version} is damaged`, {
            details: damaged.map(([key]) => key),
        });
    }
    await work.move(partial, places.tree);
}
/** What is gone from the backup does not keep a rollback's other artifacts from coming back; a restore is of all or none. */
function keptArtifacts(manifest, places) {
    if (manifest.operation === 'restore')
        return manifest.artifacts;
    return manifest.artifacts.filter((artifact) => file_info_isThere(places.kept + belowVersion(manifest, artifact)));
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

;// CONCATENATED MODULE: ./lib/adapters/store/local/keep-staying.js








/**
 * A restore moved its files out of the backup, and some of them have to stay where it put them: the tree that goes back
 * gets a copy of each that it lacks. What can't be copied is looked for afterwards, by `lackingIn`.
 */
async function keepStaying(work, holding, taken, makeInTree) {
    const { manifest, source } = holding;
    const gone = new Set([...taken].map(({ path }) => path));
    for (const artifact of (0,artifact_marks/* absentArtifacts */.h3)(manifest)) {
        const below = belowVersion(manifest, artifact);
        if (gone.has(artifact.path) || file_info_isThere(source + below))
            continue;
        if ((await put_each_standing(holding, artifact)) !== 'same')
            continue;
        await makeInTree(artifact.type === 'folder' ? [...parentsOf(below), below] : parentsOf(below));
        if (artifact.type !== 'folder')
            await copyOne(work, holding, artifact);
    }
}
async function copyOne(work, { places, manifest }, artifact) {
    const below = belowVersion(manifest, artifact);
    const path = places.version + below;
    const source = { path, key: artifact.path, revision: infoAt(path, artifact.path)?.revision ?? '' };
    const copy = work.temporary();
    try {
        if (artifact.type === 'symlink')
            await work.change(() => copyLink(source, copy));
        else
            await noteHash(work, places, artifact.path, await work.change(() => copyFile(source, copy)));
        await work.move(copy, places.tree + below);
    }
    catch (thrown) {
        // No room, not readable, or changed under the copy: the others are kept all the same.
        const ofThisFile = thrown instanceof object_store/* ConflictError */.fK || thrown instanceof CopyError;
        if (!ofThisFile && codeOf(thrown) === undefined)
            throw thrown;
        work.mustBeOurs();
    }
    finally {
        io_errors_attempt(() => (0,external_node_fs_.unlinkSync)(copy));
    }
}
/** A copy has not the time of its original to the last digit, so its bytes tell that it is whole: noted before it is there. */
async function noteHash(work, places, key, sha256) {
    const hashes = new Map(readHashes(places.copied)).set(key, sha256);
    await work.change(() => writeHashes(places.keeper, places.copied, hashes));
}
/** What the restore had put, and the backup has not now. */
function lackingIn(places, manifest) {
    return (0,artifact_marks/* absentArtifacts */.h3)(manifest)
        .filter((artifact) => !file_info_isThere(places.kept + belowVersion(manifest, artifact)))
        .map(({ path }) => path);
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
    if (!file_info_isThere(places.tree) && file_info_isThere(places.reinstated)) {
        await work.move(places.reinstated, places.tree);
    }
    // Given back by a run that died then: what is still to come goes the same way, never into a tree that is deleted.
    if (!file_info_isThere(places.tree) && file_info_isThere(places.kept) && lackingIn(places, manifest).length > 0) {
        await work.move(places.kept, places.tree);
    }
    const left = (await takeWhole(work, manifest, places, artifacts))
        ? []
        : await takeEach(work, manifest, places, artifacts);
    await retract_giveBack(work, manifest, places, progress);
    progress(artifacts.length, artifacts.length);
    return { left, lacking: lackingIn(places, manifest) };
}
/** As the restore put it: one rename, if nothing is there but what it put. */
async function takeWhole(work, manifest, places, artifacts) {
    if (file_info_isThere(places.tree) || file_info_isThere(places.kept))
        return false;
    if (artifacts.length < manifest.artifacts.length || !file_info_isThere(places.version))
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
    const source = file_info_isThere(places.tree) || !file_info_isThere(places.kept) ? places.tree : places.kept;
    const holding = { manifest, places, source, hashes: readHashes(places.copied) };
    for (const artifact of artifacts) {
        const state = await put_each_standing(holding, artifact);
        if (state === 'other')
            left.push(artifact.path);
        if (state === 'same')
            await retract_takeOne(work, holding, artifact);
    }
    await keepStaying(work, holding, artifacts, (folders) => makeInTree(work, places, folders));
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
    if (!file_info_isThere(places.tree))
        return;
    if (file_info_isThere(places.kept))
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











const withdraw_NOTHING = { removed: [], changed: [], unknown: [] };
/** Step 6: version folder → work folder → where it is kept, each one rename; compared in between, where nobody writes. */
async function withdraw(work, manifest, progress) {
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type))
        return withdraw_NOTHING;
    const places = placesOf(work, manifest);
    const copied = isCopied(places);
    if (file_info_isThere(places.kept) && !copied)
        return withdrawn(manifest, places);
    if (!file_info_isThere(places.tree)) {
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
    // An earlier turn, to which this rename was refused, had removed some already: what is left goes the same way.
    const begun = copied && found.missing.length > 0;
    if (begun && !isLeft(withoutEmptied(found, manifest))) {
        // With a new folder in the way it stays in the work folder, where nothing is lost.
        const back = await withdraw_putBack(work, places);
        return back ? withdrawByCopy(work, manifest, places, progress) : withdrawn(manifest, places);
    }
    if (!begun && !isExact(found)) {
        if (await withdraw_putBack(work, places))
            return refusal(found);
        // With a new folder in the way: what a late writer put into the old one is in no copy.
        if (copied)
            return withdrawn(manifest, places);
    }
    await keep(work, manifest, places, copied, progress);
    progress(manifest.artifacts.length, manifest.artifacts.length);
    return withdrawn(manifest, places);
}
/** The tree that was taken out, or is only on its way, into the backup; what stands in the version folder now stays. */
async function keepTaken(work, manifest, progress) {
    const places = placesOf(work, manifest);
    if (file_info_isThere(places.tree) && !file_info_isThere(places.kept))
        await keep(work, manifest, places, false, progress);
}
/** Without a backup what was taken out lies in the work folder, under the name of what goes with it. */
async function spare(work, manifest) {
    const places = placesOf(work, manifest);
    if (manifest.backup_path !== '' || file_info_isThere(places.tree) || !file_info_isThere(places.kept))
        return;
    await work.move(places.kept, places.tree);
}
/** What is gone from the version folder, and what stands there now. */
async function survey(work, manifest) {
    const places = placesOf(work, manifest);
    const found = await compareTree(places.version, manifest);
    return { removed: found.missing, changed: found.changed, unknown: found.unknown };
}
/** Nothing but what the manifest has, though not all of it. */
const isLeft = (found) => found.changed.length + found.unknown.length === 0;
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
        const replaceNow = key === domain_keys/* INDEX_MARKDOWN_KEY */.he ? replaceWhole : replaceDurably;
        return telling(`write ${quoted(key)}`, () => this.work.change(() => replaceNow(where, body, revision)));
    }
    create(key, body) {
        return telling(`write ${quoted(key)}`, () => createOwnFile(this.work, key, (0,byte_parts/* joinBytes */.mE)(body)));
    }
    prepareBackup(manifest, progress) {
        return this.step('BACKUP', `back ${quoted(manifest.version)} up`, () => prepareBackup(this.work, manifest, progress));
    }
    withdraw(manifest, progress) {
        return this.step('STEP_FAILED', `move ${quoted(manifest.version)} out`, () => withdraw(this.work, manifest, progress));
    }
    keepTaken(manifest, progress) {
        return this.step('STEP_FAILED', `keep ${quoted(manifest.version)}`, () => keepTaken(this.work, manifest, progress));
    }
    spare(manifest) {
        return telling(`spare what is left of ${quoted(manifest.version)}`, () => spare(this.work, manifest));
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
    async demandRoom(manifest) {
        demandRoomToReturn(this.work, manifest);
    }
    discard(manifest) {
        return telling(`remove ${quoted(manifest.backup_path)}`, () => backup_folder_discardBackup(this.work, manifest));
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
        this.path = pathOf(root, domain_keys/* WORK */.Ar + workName(ticket.operationId, ticket.epoch));
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
        if (!file_info_isThere(this.path))
            throw new ports_workspace/* SupersededError */.Z();
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
        if (file_info_isThere(path))
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
        ensureFolder(this.root, domain_keys/* WORK */.Ar);
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
            io_errors_attempt(() => (0,external_node_fs_.rmdirSync)(this.path));
            throw new ports_workspace/* SupersededError */.Z();
        }
        for (const epoch of epochs.filter((each) => each < this.ticket.epoch).sort((a, b) => b - a)) {
            await this.adopt(pathOf(this.root, domain_keys/* WORK */.Ar + workName(this.ticket.operationId, epoch)), epoch);
        }
    }
    async adopt(earlier, epoch) {
        await this.guard();
        const taken = tryRename(earlier, this.path);
        if (!taken) {
            // Ours holds something already: keep a tree where it is looked for, the rest is only cleaned up later.
            if (!file_info_isThere(this.tree))
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
    if (file_info_isThere(`${folder}/${TREE}`))
        return true;
    const names = unlessAbsent(() => (0,external_node_fs_.readdirSync)(folder)) ?? [];
    return names.some((name) => name.startsWith(EARLIER) && file_info_isThere(`${folder}/${name}/${TREE}`));
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
    const closed = pathOf(root, domain_keys/* WORK */.Ar + (name.startsWith(CLOSED) ? name : `${CLOSED}${name}-${(0,external_node_crypto_.randomUUID)()}`));
    if (!name.startsWith(CLOSED)) {
        const moved = unlessAbsent(() => {
            (0,external_node_fs_.renameSync)(pathOf(root, domain_keys/* WORK */.Ar + name), closed);
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
    async sweep(openOperationId, closedOperationId) {
        await telling('look into the work folder', async () => {
            for (const name of this.namesIn(domain_keys/* WORK */.Ar)) {
                if (this.isLeftover(name, openOperationId, closedOperationId)) {
                    await deleteWorkFolder(this.root, name).catch(() => undefined);
                }
            }
            for (const folder of [domain_keys/* LOG */.$9, domain_keys/* MANIFESTS */.V4])
                this.sweepTemporaries(folder);
            // Of a run that died between making its backup folder and writing the manifest into it.
            for (const name of this.namesIn(domain_keys/* BACKUPS */.Gk)) {
                if (openOperationId !== undefined)
                    io_errors_attempt(() => (0,external_node_fs_.rmdirSync)(pathOf(this.root, domain_keys/* BACKUPS */.Gk + name)));
            }
        });
    }
    async makeRoom() {
        for (const name of this.namesIn(domain_keys/* WORK */.Ar)) {
            const folder = pathOf(this.root, domain_keys/* WORK */.Ar + name);
            if (name.startsWith(CLOSED))
                await deleteWorkFolder(this.root, name).catch(() => undefined);
            else
                await giveUp(`${folder}/${RETURNING}`, `${folder}/${temporaryName()}`);
        }
        for (const name of this.namesIn(domain_keys/* BACKUPS */.Gk)) {
            for (const each of this.namesIn(domain_keys/* BACKUPS */.Gk + name).filter((inner) => inner.startsWith(PARTIAL))) {
                const folder = pathOf(this.root, domain_keys/* BACKUPS */.Gk + name);
                await giveUp(`${folder}/${each}`, `${folder}/${PARTIAL}${(0,external_node_crypto_.randomUUID)()}`);
            }
        }
    }
    isLeftover(name, openOperationId, closedOperationId) {
        if (name.startsWith(CLOSED))
            return true;
        const parsed = parseWorkName(name);
        if (parsed === undefined || parsed.operationId === openOperationId)
            return false;
        const folder = pathOf(this.root, domain_keys/* WORK */.Ar + name);
        if (holdsTree(folder))
            return false;
        // Without an operation of our own, one may just have been opened.
        if (parsed.operationId === closedOperationId)
            return true;
        return openOperationId !== undefined || this.age(folder) > RECENT_MS;
    }
    sweepTemporaries(prefix) {
        for (const name of this.namesIn(prefix)) {
            const path = pathOf(this.root, prefix + name);
            if (isTemporary(prefix, name) && this.age(path) > STALE_MS)
                io_errors_attempt(() => (0,external_node_fs_.unlinkSync)(path));
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
/** A holder that still copies into it, though it was taken for dead, meets ENOENT. */
async function giveUp(path, renamed) {
    io_errors_attempt(() => (0,external_node_fs_.renameSync)(path, renamed));
    await deleteTree(renamed).catch(() => undefined);
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
    diagnose() {
        return furtherProblems(this.root);
    }
    demandRoom(version) {
        return demandRoom(this.root, version);
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
                    throw kindRefused(key, 'not a file');
                return { info: infoOf(key, stat), body: (0,external_node_fs_.readFileSync)(file) };
            }
            finally {
                (0,external_node_fs_.closeSync)(file);
            }
        });
    }
    /** In one piece: what is in the page cache takes no time to be read. */
    async readInto(key, begin) {
        const stored = await this.read(key);
        if (stored === undefined)
            return undefined;
        const sink = begin();
        sink.take(stored.body);
        return sink.end();
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
    async put(key, bytes, when) {
        const body = (0,byte_parts/* joinBytes */.mE)(bytes);
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
    return symlinkRefused(key, what, cause);
}

;// CONCATENATED MODULE: ./lib/adapters/store/open-store.js

/** The one place that knows which repositories there are; each cloud's SDK is loaded only for its own. */
async function openStore(options, parts) {
    switch (options.type) {
        case 'local':
            return LocalStore.open(options.path, parts.clock);
        case 's3': {
            const { openS3 } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(83), __webpack_require__.e(606), __webpack_require__.e(688), __webpack_require__.e(603), __webpack_require__.e(35)]).then(__webpack_require__.bind(__webpack_require__, 5035));
            return openS3(options, parts);
        }
        case 'gcs': {
            const { openGcs } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(83), __webpack_require__.e(923), __webpack_require__.e(603), __webpack_require__.e(406)]).then(__webpack_require__.bind(__webpack_require__, 406));
            return openGcs(options, parts);
        }
    }
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/entry/lean-heap.js



const MIB = 1024 * 1024;
/** Bytes of both halves of the young generation. */
const YOUNG = 8 * MIB;
/** How far the old generation may grow over what lived at its last collection, in percent. */
const SLACK = 25;
/** Milliseconds: what ends before that is not worth any of it. */
const LONG = 2000;
/** Milliseconds between two looks at what is in use. */
const lean_heap_LOOK = 50;
/** Bytes in use, outside of the heap and in its old generation, that are left alone, and by which they may grow. */
const ENOUGH = 30 * MIB;
/** The same growth as a share of what lived, so that no heap is collected at every look. */
const SHARE = 0.1;
const GROWTH = 4 * MIB;
/**
 * Keeps V8 from taking memory because it is there: on a large machine it lets the young generation grow to 128 MiB, and
 * the old one to four times of what lives. Both settings only say how far to grow at the next collection, so that they
 * may be set while it runs, unlike the sizes themselves.
 */
function keepHeapLean() {
    (0,external_node_v8_.setFlagsFromString)(`--heap-growing-percent=${SLACK}`);
    const observer = new external_node_perf_hooks_.PerformanceObserver(() => {
        if (bytesOf('new_space', 'space_size') < YOUNG)
            return;
        (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
        observer.disconnect();
    });
    observer.observe({ entryTypes: ['gc'] });
    setTimeout(collectEarly, LONG).unref();
}
/**
 * V8 marks beside the program, and while that allocates 100 MB a second the heap doubles before the marking ends; what it
 * sheds then stays with the process for another 8 s. Collected at once, while little is there, that takes 20 ms each.
 */
function collectEarly() {
    (0,external_node_v8_.setFlagsFromString)('--expose-gc');
    const collect = (0,external_node_vm_.runInNewContext)('gc');
    let lived = 0;
    setInterval(() => {
        if (inUse() < Math.max(ENOUGH, lived + Math.max(GROWTH, lived * SHARE)))
            return;
        collect();
        lived = inUse();
    }, lean_heap_LOOK).unref();
}
/** Bodies of requests and answers lie outside: of an index of 4 MB a restore has six. */
const inUse = () => bytesOf('old_space', 'space_used_size') +
    bytesOf('large_object_space', 'space_used_size') +
    (0,external_node_v8_.getHeapStatistics)().external_memory;
const bytesOf = (space, size) => (0,external_node_v8_.getHeapSpaceStatistics)().find(({ space_name: name }) => name === space)?.[size] ?? 0;

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
    const signer = output.sign ? await openSigner(parts.signingKey(), output) : undefined;
    const standby = output.sign ? undefined : parts.standbyKey?.();
    const standbySigner = standby && (await openSigner(standby, output));
    const { clock, reporter, cancelled } = parts;
    return { store, evidence, signer, standbySigner, clock, host: new LocalHost(), reporter, cancelled };
}
function wiring_openStore(repository, { clock, reporter }) {
    keepHeapLean();
    return openStore(repository, { clock, debug: (message) => reporter.debug(message) });
}
/** Opened for `doctor`: a key that can't be had is what its own check finds, and keeps no other from being looked at. */
async function openForDoctor(repository, output, parts) {
    const { standbyKey: _, ...others } = parts;
    const context = await openContext(repository, { ...output, sign: false }, others);
    if (!output.sign)
        return context;
    try {
        return { ...context, signer: await openSigner(parts.signingKey(), output) };
    }
    catch (thrown) {
        const refuse = () => Promise.reject(thrown);
        return { ...context, signer: { check: refuse, prepare: refuse, sign: refuse } };
    }
}
/** What the signer has to say (a key was made) comes with the other notes of the preflight. */
async function openSigner(source, { manifestDir, auditDir }) {
    const { keyFilesOf, RsaPssSigner } = await __webpack_require__.e(/* import() */ 439).then(__webpack_require__.bind(__webpack_require__, 439));
    (0,overlaps/* refuseKeyAsEvidence */.t)({ keys: keyFilesOf(source), folders: [manifestDir, auditDir] });
    const signer = new RsaPssSigner(source);
    return {
        check: () => signer.check(),
        prepare: async () => [...(await signer.prepare()), ...signer.notes],
        get notes() {
            return signer.notes;
        },
        sign: (bytes, timestamp) => signer.sign(bytes, timestamp),
    };
}

;// CONCATENATED MODULE: ./lib/entry/perform.js







/** Carries an order out and writes its reports. Never throws: whatever happens is in the report. */
async function perform(order, parts) {
    const report = withFittingAdvice(withReach(await perform_carryOut(order, parts), order.repository), parts.voice);
    return writeReports(report, order, parts);
}
async function perform_carryOut(order, parts) {
    const { request, repository, output } = order;
    try {
        const context = await openContext(repository, output, parts);
        await deliverable(order, parts);
        switch (request.operation) {
            case 'rollback':
                return await rollback(request, context);
            case 'restore':
                return await restore(request, context);
            case 'recover':
                return await recover(request, context);
        }
    }
    catch (thrown) {
        return failedBefore(order, parts, (0,errors/* asRollbackError */.p2)(thrown));
    }
}
function failedBefore({ request, repository }, parts, error) {
    const rollback = request.operation === 'rollback';
    return unstarted(error, parts, {
        operation: request.operation,
        version: request.operation === 'recover' ? '' : (request.version ?? ''),
        dry_run: request.dryRun,
        repository_type: repository.type,
        repository_location: locationOf(repository),
        ...(rollback ? { rollback_type: request.rollbackType, policy_mode: request.policyMode } : {}),
    });
}

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
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
    every(milliseconds, tick) {
        const timer = setInterval(tick, milliseconds).unref();
        return () => clearInterval(timer);
    }
}

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

;// CONCATENATED MODULE: ./lib/adapters/sign/state-folder.js


/** Where this machine's key is kept (XDG Base Directory Specification: a relative path there is to be ignored). */
function stateFolder(environment = process.env) {
    const { XDG_STATE_HOME = '' } = environment;
    const base = (0,external_node_path_.isAbsolute)(XDG_STATE_HOME) ? XDG_STATE_HOME : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'state');
    return (0,external_node_path_.join)(base, 'release-rollback');
}
/** The same; undefined for a user without a home, who can have no key there. */
function stateFolderIfAny(environment) {
    try {
        return stateFolder(environment);
    }
    catch {
        return undefined;
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
        parts: {
            voice: 'cli',
            reporter,
            cancelled: signal,
            clock,
            signingKey: () => keySource(options.signingKey),
            standbyKey: keyOfEnvironment,
            machineKeyFolder: stateFolderIfAny(),
        },
        stop,
    };
}
/** --signing-key, then ROLLBACK_SIGNING_KEY, then a key of this machine, which is made when it is first needed. */
function keySource(file) {
    if (file !== undefined)
        return { kind: 'file', path: file };
    return keyOfEnvironment() ?? { kind: 'machine', folder: stateFolder() };
}
function keyOfEnvironment() {
    const pem = process.env.ROLLBACK_SIGNING_KEY;
    return pem ? { kind: 'pem', pem, name: 'ROLLBACK_SIGNING_KEY' } : undefined;
}

;// CONCATENATED MODULE: ./lib/entry/cli/operate.js







/** Carries an operation out and prints how it ended. Resolves to the exit code. */
async function operate(asked, task) {
    const { verbose } = task.output;
    const { parts, stop } = cliParts({ verbose, signingKey: asked.signingKey });
    try {
        const { report } = await perform(withAbsolutePaths(task, process.cwd()), parts);
        // Those that did not pass by as they happened: of a run that ours finished, of a report that can't be written.
        for (const warning of report.warnings)
            parts.reporter.warn(warning);
        operate_show(report, asked);
        return report.exit_code;
    }
    finally {
        stop();
    }
}
/** Results on stdout, problems on stderr; under --json only the report is on stdout. */
function operate_show(report, { json, color }) {
    const results = json ? streams/* streams */.oS.err : streams/* streams */.oS.out;
    if (report.dry_run) {
        results(dryRunText(report));
    }
    if (json) {
        streams/* streams */.oS.out(new TextDecoder().decode((0,json_report/* encodeReport */.Bi)(report)));
    }
    const closing = closingLines(report, { color: (0,streams/* wantsColor */.zK)(color) });
    results(closing.results.join('\n'));
    streams/* streams */.oS.err(closing.problems.join('\n'));
}

;// CONCATENATED MODULE: ./lib/report/doctor.js



const RESULTS = ['failed', 'warning', 'ok', 'skipped'];
const MARKS = { ok: '✅', warning: '⚠️', failed: '❌', skipped: '➖' };
const doctor_LONGEST = 1000;
/** `Fit for a rollback: 4 ok, 1 warning, 1 skipped`, or what is in the way. */
function doctorVerdict({ checks, exit_code: exitCode }) {
    const failed = checks.filter(({ result }) => result === 'failed').map(({ name }) => name);
    if (exitCode !== 0) {
        return `Not fit for a rollback: ${failed.join(', ')} failed of ${(0,words/* counted */.hS)(checks.length, 'check')}`;
    }
    const counts = RESULTS.map((word) => [word, checks.filter(({ result }) => result === word).length]);
    const told = counts.filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
    return `Fit for a rollback: ${told.join(', ')}`;
}
/** What `release-rollback doctor` prints. */
function doctorText(report) {
    const width = Math.max(...report.checks.map(({ name }) => name.length));
    const indent = ' '.repeat(2 + 9 + width + 2);
    const lines = report.checks.flatMap(({ name, result, detail, advice }) => [
        `  ${result.padEnd(9)}${name.padEnd(width)}  ${(0,safe_text/* oneLine */.TN)(detail, doctor_LONGEST)}`,
        ...(advice === '' ? [] : [`${indent}Next: ${(0,safe_text/* oneLine */.TN)(advice, doctor_LONGEST)}`]),
    ]);
    const where = `Repository: ${(0,safe_text/* oneLine */.TN)((0,words/* placeOf */.$t)(report))}`;
    return `${[where, '', ...lines, '', doctorVerdict(report)].join('\n')}\n`;
}
/** One line per failed check, for stderr and annotations. */
const doctorErrors = ({ checks }) => told(checks, 'failed');
const doctorWarnings = ({ checks }) => told(checks, 'warning');
const told = (checks, result) => checks
    .filter((check) => check.result === result)
    .map(({ name, detail }) => (0,safe_text/* oneLine */.TN)(`${name}: ${detail}`, doctor_LONGEST));
const doctorJson = (report) => `${(0,safe_text/* harmlessJson */.EL)(JSON.stringify(report, null, 2))}\n`;
/** The job summary: a table of the checks (GitHub-flavoured Markdown). */
function doctorSummary(report) {
    const rows = report.checks.map(({ name, result, detail, advice }) => [
        escaped(name),
        `${MARKS[result]} ${result}`,
        escaped(detail, doctor_LONGEST),
        escaped(advice, doctor_LONGEST),
    ]);
    const mark = report.exit_code === 0 ? MARKS.ok : MARKS.failed;
    const code = report.exit_code === 0 ? '' : ` (exit code ${report.exit_code})`;
    const where = placeOf(report);
    return [
        `## ${mark} ${escaped(doctorVerdict(report))}${code}`,
        `Repository: ${escaped(where, doctor_LONGEST)}`,
        `${table(['Check', 'Result', 'Found', 'What to do'], rows)}\n`,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./lib/entry/examine.js








/** Carries `doctor` out and writes its reports. Never throws: what fails is a check that failed. */
async function examine(order, parts) {
    const reach = whereIs(order.repository);
    const report = withFittingChecks(await examine_look(order, parts), reach, parts.voice);
    const written = {};
    const { json, text } = reportPaths(order.output);
    try {
        const write = await writerFor(order, parts);
        if (json !== undefined)
            written.json = await write(json, doctorJson(report));
        if (text !== undefined)
            written.text = await write(text, doctorText(report));
        return { report, reports: written };
    }
    catch (thrown) {
        const error = (0,errors/* asRollbackError */.p2)(thrown, 'EVIDENCE');
        return { report: withFailedCheck(report, 'report files', error), reports: written };
    }
}
async function examine_look({ request, repository, output }, parts) {
    try {
        return await doctor(request, await openForDoctor(repository, output, parts));
    }
    catch (thrown) {
        const error = (0,errors/* asRollbackError */.p2)(thrown);
        for (const line of traceOf(error))
            parts.reporter.debug(line);
        const where = { type: repository.type, location: locationOf(repository) };
        return unexamined(error, where);
    }
}
/** Refuses all places before the first file is written. */
async function writerFor(order, parts) {
    const { refuseReportPlaces, writeReportFile } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1886));
    const options = await reportFileOptions(order, undefined, parts);
    refuseReportPlaces(reportPaths(order.output), options);
    return (path, text) => writeReportFile(path, new TextEncoder().encode(text), options);
}

;// CONCATENATED MODULE: ./lib/entry/cli/show-doctor.js





/** Shows whether a rollback could work here; changes no release. Resolves to the exit code. */
async function showDoctor({ json, signingKey }, task) {
    const { parts, stop } = cliParts({ verbose: task.output.verbose, signingKey });
    try {
        const { report } = await examine(withAbsolutePaths(task, process.cwd()), parts);
        streams/* streams */.oS.out(json ? doctorJson(report) : doctorText(report));
        for (const error of doctorErrors(report))
            streams/* streams */.oS.err(`ERROR: ${error}`);
        if (report.exit_code !== 0)
            streams/* streams */.oS.err(`Exit Code: ${report.exit_code}`);
        return report.exit_code;
    }
    finally {
        stop();
    }
}

// EXTERNAL MODULE: ./lib/adapters/evidence/report-files.js
var report_files = __webpack_require__(1886);
;// CONCATENATED MODULE: ./lib/report/listing.js



/** What `list --json` prints, and what it prints when it fails. */
const listingJson = (listing) => `${(0,safe_text/* harmlessJson */.EL)(JSON.stringify(listing, null, 2))}\n`;
function failedListing({ code, message, details, advice, exitCode }, where) {
    return {
        schema_version: 1,
        repository_type: where.type,
        repository_location: where.location,
        exit_code: exitCode,
        error_code: code,
        errors: [message, ...details],
        advice,
    };
}
/** What `release-rollback list` prints: releases, rollbacks, what is open. Warnings are the caller's to print. */
function listingText(listing, reach = listing) {
    const { releases, rollbacks, open } = listing;
    const blocks = [
        [`Repository: ${(0,safe_text/* oneLine */.TN)((0,words/* placeOf */.$t)(listing))}`, latestLine(listing)],
        [
            `Releases (${(0,words/* grouped */.zD)(releases.length)})`,
            ...columns(releases.map((each) => releaseRow(each, listing.latest))),
        ],
        [`Rollbacks (${(0,words/* grouped */.zD)(rollbacks.length)})`, ...columns(rollbacks.map(rollbackRow))],
        ...(open === null
            ? []
            : [
                [
                    `Open: ${open.operation} of ${(0,safe_text/* oneLine */.TN)(open.version)} (rollback id ${(0,safe_text/* oneLine */.TN)(open.rollback_id)}), begun ${(0,safe_text/* oneLine */.TN)(open.began)}`,
                    `  If its run is dead: ${(0,undo_command/* commandFor */.Fw)('recover', [], reach)}`,
                ],
            ]),
    ];
    return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
const latestLine = ({ latest }) => `Latest:     ${latest === '' ? 'none' : (0,safe_text/* oneLine */.TN)(latest)}`;
function releaseRow(release, latest) {
    const state = release.artifacts_removed ? 'artifacts rolled back' : (0,words/* counted */.hS)(release.artifacts, 'artifact');
    return [release.version, release.timestamp, state + (release.version === latest ? ', latest' : '')];
}
const STATES = { rolled_back: 'rolled back', restored: 'restored', reverted: 'reverted' };
function rollbackRow(rollback) {
    const { rollback_id: id, version, time, rollback_type: type, state, backup_path } = rollback;
    return [id, version, time, type, STATES[state], hintOf(rollback), backup_path];
}
function hintOf({ rollback_id: id, state, can_restore, backup_gone }) {
    if (can_restore)
        return `restore --rollback-id ${id}`;
    if (state !== 'rolled_back')
        return '';
    return backup_gone === true ? 'backup is gone' : 'cannot be restored';
}
/** Rows as columns of equal width, two spaces apart; 'none' where there is no row. */
function columns(rows) {
    if (rows.length === 0)
        return ['  none'];
    const safe = rows.map((row) => row.map((cell) => (0,safe_text/* oneLine */.TN)(cell, 200)));
    const widths = (safe[0] ?? []).map((_, i) => safe.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0));
    return safe.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}

;// CONCATENATED MODULE: ./lib/entry/cli/show-list.js













/** Shows what is in the repository; changes nothing. Resolves to the exit code. */
async function showList({ json, signingKey }, task) {
    const order = withAbsolutePaths(task, process.cwd());
    const { repository, output } = order;
    const { parts, stop } = cliParts({ verbose: output.verbose, signingKey });
    let told = false;
    try {
        const options = await reportFileOptions(order, undefined, parts);
        (0,report_files.refuseReportPlaces)(reportPaths(output), options);
        const listing = await list({ store: await wiring_openStore(repository, parts), clock: parts.clock });
        for (const warning of listing.warnings)
            parts.reporter.warn(warning);
        const asJson = listingJson(listing);
        const asText = listingText(listing, whereIs(repository));
        streams/* streams */.oS.out(json ? asJson : asText);
        told = true;
        if (output.jsonReport !== undefined)
            await (0,report_files.writeReportFile)(output.jsonReport, bytes(asJson), options);
        if (output.textReport !== undefined)
            await (0,report_files.writeReportFile)(output.textReport, bytes(asText), options);
        return 0;
    }
    catch (thrown) {
        const error = (0,errors/* asRollbackError */.p2)(thrown);
        const advice = fitting(error.advice, whereIs(repository), 'cli');
        for (const line of traceOf(error))
            parts.reporter.debug(line);
        const where = { type: repository.type, location: locationOf(repository) };
        // A reader of --json always finds one document; a listing that only could not be written to a file is one.
        if (json && !told)
            streams/* streams */.oS.out(listingJson({ ...failedListing(error, where), advice }));
        return show_list_failed(error, advice);
    }
    finally {
        stop();
    }
}
const bytes = (text) => new TextEncoder().encode(text);
function show_list_failed({ message, details, exitCode }, advice) {
    for (const line of [message, ...details])
        streams/* streams */.oS.err(`ERROR: ${(0,safe_text/* oneLine */.TN)(line)}`);
    streams/* streams */.oS.err(`Next: ${(0,safe_text/* oneLine */.TN)(advice)}`);
    streams/* streams */.oS.err(`Exit Code: ${exitCode}`);
    return exitCode;
}

;// CONCATENATED MODULE: ./lib/entry/cli/usage-report.js







/** Where the words of the command line did not say. */
const NOWHERE = { type: 'local', location: '' };
/** A usage error in the form of the subcommand's own report, for a reader of --json. */
function usageReport([first = '', ...details], usage, exitCode) {
    const error = (0,errors/* failure */.V2)('BAD_INPUT', first, { details, advice: `See: ${usage} --help` });
    const subcommand = usage.split(' ').at(-1);
    if (subcommand === 'list')
        return listingJson({ ...failedListing(error, NOWHERE), exit_code: exitCode });
    if (subcommand === 'doctor')
        return doctorJson({ ...unexamined(error, NOWHERE), exit_code: exitCode });
    const operation = ['restore', 'recover'].find((each) => each === subcommand) ?? 'rollback';
    const { parts, stop } = cliParts({ verbose: false, signingKey: undefined });
    stop();
    const report = unstarted(error, parts, { operation });
    return new TextDecoder().decode((0,json_report/* encodeReport */.Bi)({ ...report, exit_code: exitCode }));
}

;// CONCATENATED MODULE: ./lib/entry/cli/commands.js
// All that is not needed for help, in one piece: each that is loaded by itself takes a millisecond to find.






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
  Pd: () => (/* reexport */ NoRoom),
  jd: () => (/* reexport */ UnansweredError),
  Uy: () => (/* reexport */ askedWait),
  YD: () => (/* reexport */ keys/* compareKeys */.YD),
  PW: () => (/* reexport */ isForRoom),
  Ni: () => (/* reexport */ isUnanswered),
  I7: () => (/* reexport */ mayHaveLanded)
});

// UNUSED EXPORTS: LONGEST_RETRY_AFTER

// EXTERNAL MODULE: ./lib/domain/keys.js
var keys = __webpack_require__(6850);
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
/** The cause of a failure that whoever makes room can mend: a file system is full, or a quota is used up. */
class NoRoom extends Error {
    constructor(cause) {
        super('there is no room', { cause });
        this.name = 'NoRoom';
    }
}
/** Whether a lack of room is what is behind it, in whatever words it was told since. */
function isForRoom(thrown) {
    for (let each = thrown; each instanceof Error; each = each.cause) {
        if (each instanceof NoRoom)
            return true;
    }
    return false;
}
/** A request that may be sent again: no answer came, or the store was too busy to take it. Its code is UNREACHABLE. */
class UnansweredError extends errors/* RollbackError */.ZS {
    landed;
    retryAfterMs;
    constructor(message, options) {
        const { cause, advice } = options;
        super(message, 'UNREACHABLE', { cause, ...(advice === undefined ? {} : { advice }) });
        this.landed = options.landed;
        this.retryAfterMs = options.retryAfterMs;
    }
}
/**
 * Up to so long a store's `Retry-After` is heeded, milliseconds; then it is asked again all the same. Longer than any
 * throttle we know of, and no longer than a holder may be silent: one whose beats are turned away, too, is taken for
 * dead after that, and its guard finds out before it sends again.
 */
const LONGEST_RETRY_AFTER = 60_000;
/** What the store asks us to wait before the next attempt, milliseconds, as far as we heed it; 0 when it asks nothing. */
const askedWait = (thrown) => Math.min(LONGEST_RETRY_AFTER, thrown instanceof UnansweredError ? (thrown.retryAfterMs ?? 0) : 0);
/** Whether the same request may be sent once more. */
const isUnanswered = (thrown) => thrown instanceof errors/* RollbackError */.ZS && thrown.code === 'UNREACHABLE';
/** Whether such a request may have had its effect, or may still land. */
const mayHaveLanded = (thrown) => isUnanswered(thrown) && !(thrown instanceof UnansweredError && thrown.landed === 'no');

;// CONCATENATED MODULE: ./lib/ports/object-store.js





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

/***/ 5697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ noDowngrade),
/* harmony export */   Du: () => (/* binding */ marksEntry),
/* harmony export */   GD: () => (/* binding */ wasRefused),
/* harmony export */   Mh: () => (/* binding */ changedItself),
/* harmony export */   O8: () => (/* binding */ actingOf),
/* harmony export */   RP: () => (/* binding */ hidesRelease),
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   _5: () => (/* binding */ verdictInWords),
/* harmony export */   aU: () => (/* binding */ leftBehind),
/* harmony export */   tg: () => (/* binding */ checksOf),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* unused harmony export meaningOf */
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9285);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8641);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);



/** The checks before anything was changed, with their results; none where none was asked for, or nothing was begun. */
function checksOf(report) {
    if (report.operation === 'recover' || wasRefused(report))
        return [];
    return report.operation === 'restore' ? checksOfRestore(report) : checksOfRollback(report);
}
function checksOfRollback(report) {
    const { version_exists, policy_passed, dependencies_satisfied } = report;
    const ran = (name) => report.stages.some((stage) => stage.name === name);
    const reached = policy_passed || ran('policy');
    const judge = (holds) => {
        if (holds)
            return 'passed';
        if (!reached)
            return 'not checked';
        return ran('plan') ? 'overridden' : 'failed';
    };
    const how = report.forced ? `${report.policy_mode}, forced` : report.policy_mode;
    return [
        { name: 'Version exists', result: judge(version_exists) },
        { name: `Policy (${how})`, result: judge(policy_passed) },
        { name: 'Dependencies satisfied', result: judge(dependencies_satisfied) },
    ];
}
/** A restore asks for other things, and ends at the first that fails: which one, its code says. */
function checksOfRestore(report) {
    const { version_exists: known, policy_passed: restorable } = report;
    const code = report.would_exit_code ?? report.exit_code;
    const judge = (holds, kind) => holds ? 'passed' : code === kind.exitCode ? 'failed' : 'not checked';
    return [
        { name: 'Rollback known', result: judge(known, _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.VERSION_NOT_FOUND) },
        { name: 'Index and place free', result: judge(restorable, _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.POLICY_VIOLATION) },
        { name: 'Backup whole', result: judge(restorable, _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.BACKUP) },
    ];
}
/** Whether the inputs themselves were refused: then type and policy are only what a report has when nobody says. */
const wasRefused = ({ error_code: code, stages }) => code === 'BAD_INPUT' && stages.length === 0;
/** Whose facts they are: of a recovery those of what it brought to its end. */
const actingOf = ({ operation, recovered_operation: recovered, }) => recovered ?? operation;
/** What the operation did (a dry run: would do), for people; nothing when it did nothing. */
function factsOf(report) {
    // Where it is not known what was done, only what can be relied on is told.
    if (report.changed === 'unknown')
        return backupFacts(report);
    const nothing = report.dry_run ? report.status === 'failed' : !changedItself(report);
    return nothing ? [] : [...movedFacts(report), ...backupFacts(report), ...latestFacts(report)];
}
function movedFacts(report) {
    const { total_artifacts_removed: total, dry_run } = report;
    const operation = actingOf(report);
    const parts = [
        ...(total > 0 ? [`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(total, 'artifact')} (${bytesMoved(report)})`] : []),
        ...(report.index_updated ? ['the index entry'] : []),
    ];
    const mark = operation === 'restore' ? 'no longer marked as removed' : 'stays, marked as removed';
    const entry = marksEntry(report) ? [['Index entry', mark]] : [];
    if (parts.length === 0)
        return entry;
    return [[_words_js__WEBPACK_IMPORTED_MODULE_1__/* .OPERATIONS */ .xb[operation][dry_run ? 'moves' : 'moved'], parts.join(' and ')], ...entry];
}
/** DESIGN §7: bytes that a backup keeps are not freed, and we say so. */
function bytesMoved(report) {
    const { total_bytes_freed: bytes, backup_created } = report;
    return actingOf(report) !== 'restore' && backup_created
        ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(bytes)}, kept in the backup`
        : (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(bytes);
}
function backupFacts(report) {
    if (report.backup_path !== '') {
        if (actingOf(report) === 'restore')
            return [['From', report.backup_path]];
        if (report.backup_created)
            return [['Backup', report.backup_path]];
    }
    const gone = actingOf(report) !== 'restore' && report.total_artifacts_removed > 0 && !report.can_restore;
    return gone ? [['No backup', 'it cannot be restored']] : [];
}
function latestFacts(report) {
    const { new_latest: now, previous_latest: before } = report;
    if (now === '' && before === '')
        return [];
    const was = before === now || before === '' ? '' : ` (was ${before})`;
    return [
        [report.dry_run ? 'Latest then' : 'Latest now', (now === '' ? 'none: no release is left' : now) + was],
    ];
}
/** Where it is not said, an `artifacts_only` operation that did something marked its entry. */
function marksEntry(report) {
    return report.index_marked ?? report.rollback_type === 'artifacts_only';
}
/** Absolute paths of the evidence, in reading order. */
function evidenceOf({ evidence }) {
    const named = [
        ['Manifest', evidence.manifest],
        ['Audit log', evidence.audit],
        ['Signature', evidence.signature],
    ];
    return named.flatMap(([label, path]) => (path === undefined ? [] : [[label, path]]));
}
/** What the exit code means; empty for 0, and where the code alone stands for several things. */
function meaningOf(report) {
    if (report.error_code !== undefined)
        return _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM[report.error_code].meaning;
    const meanings = Object.values(_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM).filter((kind) => kind.exitCode === report.exit_code);
    return meanings.length === 1 ? (meanings[0]?.meaning ?? '') : '';
}
/** Whether it changed something itself, besides what it brought to its end of others. */
function changedItself(report) {
    if (report.changed !== true)
        return false;
    if (report.recovered === undefined || report.status === 'partial')
        return true;
    return report.total_artifacts_removed > 0 || report.index_updated || report.index_marked === true;
}
/** What a failure left behind. */
function leftBehind(report) {
    const { changed, status, recovered = [] } = report;
    if (changed === true && !changedItself(report)) {
        const ended = recovered.map(({ ending, operation, version }) => `${ending}: ${operation} of ${version}`);
        return (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(`It changed nothing itself, but what a dead run had left was ${ended.join('; ')}.`);
    }
    if (changed === 'unknown')
        return 'It is not known whether anything was changed.';
    if (changed === false)
        return 'Nothing was changed.';
    return status === 'partial'
        ? 'The repository was changed; something is left to do.'
        : 'The repository was changed.';
}
/** Meaning and what is left behind, once where the meaning says both. */
function verdictInWords(report) {
    const meaning = meaningOf(report);
    const left = report.dry_run ? '' : leftBehind(report);
    if (meaning === '')
        return left;
    // The meaning of the code tells of the operation itself.
    if (report.recovered !== undefined && report.changed === true)
        return `${meaning.replace(/; nothing was changed$/, '')}. ${left}`;
    const said = report.changed === false && /nothing was changed|as it was/.test(meaning);
    return said || left === '' ? `${meaning}.` : `${meaning}. ${left}`;
}
/** The remark that belongs to what was taken from clients' sight. */
const noDowngrade = ({ version }) => `Clients that already updated to ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(version)} do not downgrade by this.`;
/** Whether a release was taken from clients' sight: then the remark above belongs to it. */
function hidesRelease(report) {
    if (actingOf(report) === 'restore' || report.version === '')
        return false;
    if (report.dry_run)
        return report.operation === 'rollback' && report.status === 'dry_run';
    return changedItself(report) && (report.operation === 'rollback' || report.can_restore);
}


/***/ }),

/***/ 1957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ encodeReport),
/* harmony export */   j2: () => (/* binding */ reportParts)
/* harmony export */ });
/* unused harmony export withoutFileLists */
/* harmony import */ var _domain_byte_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1199);
/* harmony import */ var _domain_json_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9591);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8641);



/** The JSON report: UTF-8, two spaces, a line end; on a terminal or in a workflow log it is only text. */
const encodeReport = (report) => (0,_domain_byte_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .joinBytes */ .mE)(reportParts(report));
/** The same piece by piece: the list of a large release is long. */
function reportParts(report) {
    const rest = JSON.stringify({ ...report, artifacts_removed: [] }, null, 2);
    const list = (0,_domain_json_file_js__WEBPACK_IMPORTED_MODULE_0__/* .listLines */ .i4)(report.artifacts_removed, 1, (path) => (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessJson */ .EL)(JSON.stringify(path)));
    return (0,_domain_json_file_js__WEBPACK_IMPORTED_MODULE_0__/* .filledIn */ .AE)(`${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessJson */ .EL)(rest)}\n`, '"artifacts_removed": []', list);
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


/***/ }),

/***/ 3898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ textReport),
/* harmony export */   b: () => (/* binding */ aligned)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5697);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8641);
/* harmony import */ var _undo_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5782);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8191);




const RULE = '='.repeat(67);
const MOST_FILES = 20;
const MOST_MESSAGES = 100;
const TITLES = {
    rollback: ['T.A.R.S. RELEASE ROLLBACK REPORT', 'ROLLBACK DETAILS'],
    restore: ['T.A.R.S. RELEASE RESTORE REPORT', 'RESTORE DETAILS'],
    recover: ['T.A.R.S. RELEASE RECOVERY REPORT', 'RECOVERY DETAILS'],
};
/** The text report, `--text-report` (DESIGN §7). */
function textReport(report) {
    const [heading, details] = TITLES[report.operation];
    const listed = report.dry_run ? `ARTIFACTS (dry run)` : _words_js__WEBPACK_IMPORTED_MODULE_2__/* .OPERATIONS */ .xb[(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .actingOf */ .O8)(report)].listed;
    const checks = checkLines(report);
    return [
        [RULE, heading, RULE],
        aligned(headOf(report)),
        ...(checks.length === 0 ? [] : [section('PRE-FLIGHT CHECKS', checks)]),
        section(details, aligned(detailsOf(report), '  ')),
        section(`${listed} (${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(report.total_artifacts_removed)})`, fileLines(report.artifacts_removed)),
        section(`WARNINGS (${report.warnings.length})`, messageLines(report.warnings)),
        section(`ERRORS (${report.errors.length})`, messageLines(report.errors)),
        section('SUMMARY', summaryLines(report)),
        [`Exit Code: ${report.exit_code}`],
    ]
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n');
}
const headOf = (report) => [
    ['Status', (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .verdict */ .WJ)(report)],
    ['Version', report.version === '' ? '-' : report.version],
    ['Timestamp', report.timestamp],
    ['Repository', report.repository_location === '' ? '-' : (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(report)],
];
const MARKS = { passed: 'PASS', failed: 'FAIL', overridden: 'OVERRIDDEN', 'not checked': 'NOT CHECKED' };
const checkLines = (report) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .checksOf */ .tg)(report).map(({ name, result }) => `  [${MARKS[result]}] ${name}`);
function detailsOf(report) {
    const asked = report.operation !== 'recover' && !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .wasRefused */ .GD)(report);
    const mode = report.policy_mode;
    const stages = report.stages.map(({ name, seconds }) => [`  ${name}`, (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .lasted */ .aG)(seconds)]);
    return [
        ...(asked ? [['Rollback type', report.rollback_type]] : []),
        ...(report.rollback_id === '' ? [] : [['Rollback id', report.rollback_id]]),
        ...(asked ? [['Policy mode', report.forced ? `${mode} (forced)` : mode]] : []),
        ['Dry run', report.dry_run ? 'yes' : 'no'],
        ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(report),
        ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .evidenceOf */ .X1)(report),
        ['Duration', (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .lasted */ .aG)(report.rollback_duration_seconds)],
        ...stages,
    ];
}
function summaryLines(report) {
    const real = report.would_exit_code;
    const lines = [
        report.summary,
        ...(report.exit_code === 0 ? [] : [(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictInWords */ ._5)(report)]),
        ...(real === undefined ? [] : [`The real run would end with exit code ${real}.`]),
        ...(report.advice === '' ? [] : [`Next: ${report.advice}`]),
        ...report.notes.map((note) => `Note: ${note}`),
    ].map((line) => (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(line));
    // A command is quoted for the shell already; to change a character of it would be to break it.
    const undo = (0,_undo_command_js__WEBPACK_IMPORTED_MODULE_1__/* .undoCommand */ .Eb)(report);
    if (undo !== undefined)
        lines.push(`Undo: ${undo}`);
    if ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hidesRelease */ .RP)(report))
        lines.push((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .noDowngrade */ .DR)(report));
    return lines.map((line) => `  ${line}`);
}
function fileLines(paths) {
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .first */ .$1)(paths, MOST_FILES);
    const lines = shown.map((path) => `  - ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(path)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(more)} more`);
    return lines.length > 0 ? lines : ['  None'];
}
function messageLines(messages) {
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .first */ .$1)(messages, MOST_MESSAGES);
    const lines = shown.map((message) => `  - ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(message)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(more)} more`);
    return lines.length > 0 ? lines : ['  None'];
}
const section = (title, lines) => [
    title,
    '-'.repeat(title.length),
    ...lines,
];
/** `Label:   value` in columns. */
function aligned(facts, indent = '') {
    const width = Math.max(0, ...facts.map(([label]) => label.length)) + 2;
    return facts.map(([label, value]) => `${indent}${`${label}:`.padEnd(width)}${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(value)}`);
}


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ undoCommand),
/* harmony export */   Fw: () => (/* binding */ commandFor)
/* harmony export */ });
/* unused harmony exports undoStep, shellQuoted */
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5697);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8641);


/** Flags that take no value; they are there only when they are on. */
const SWITCHES = new Set(['s3-force-path-style', 'single-writer']);
/** The command line that undoes what the report tells of; undefined when nothing was done or nothing can undo it. */
function undoCommand(report) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    return ['release-rollback', undo.operation, ...words(undo.flags)].join(' ');
}
/** `release-rollback recover …` with all that leads to the repository; without it where that is not known. */
function commandFor(operation, flags, reach) {
    const where = reach.repository_location === '' ? [] : (repositoryFlags(reach) ?? []);
    return ['release-rollback', operation, ...words([...flags, ...where])].join(' ');
}
const words = (flags) => flags.map(([name, value]) => (SWITCHES.has(name) ? `--${name}` : `--${name} ${shellQuoted(value)}`));
/** The same for the Action: a whole step of a workflow. `action` is `owner/repository@ref`. */
function undoStep(report, action) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    const inputs = [['operation', undo.operation], ...undo.flags];
    return [
        `- uses: ${isHarmless(action) && /^[\w./@-]+$/.test(action) ? action : yamlQuoted(action)}`,
        '  with:',
        ...inputs.map(([name, value]) => `    ${name}: ${yamlQuoted(value)}`),
    ].join('\n');
}
function undoing(report) {
    if (report.dry_run || !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .changedItself */ .Mh)(report) || report.version === '')
        return undefined;
    // Given up: no rollback is known that a restore could undo.
    if (report.error_code === 'ABANDONED')
        return undefined;
    const repository = repositoryFlags(report);
    if (repository === undefined)
        return undefined;
    if ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .actingOf */ .O8)(report) === 'restore') {
        const flags = [
            ['version', report.version],
            ['rollback-type', report.rollback_type],
        ];
        return { operation: 'rollback', flags: [...flags, ...repository] };
    }
    if (!report.can_restore || report.rollback_id === '')
        return undefined;
    return { operation: 'restore', flags: [['rollback-id', report.rollback_id], ...repository] };
}
/** A bucket is more than its location: endpoint, region and backup prefix lead to it, too. Nothing is guessed at. */
function repositoryFlags(reach) {
    const { repository_type: type, repository_location: location, repository_options: options } = reach;
    const kind = ['repository-type', type];
    if (type === 'local')
        return [kind, ['repository-path', location]];
    return options === undefined ? undefined : [kind, ...Object.entries(options)];
}
/** A word for a POSIX shell; for what can't be shown on one line, the form of bash, zsh and ksh. */
function shellQuoted(text) {
    if (/^[A-Za-z0-9_./:@%+=,~-]+$/.test(text) && !text.startsWith('~'))
        return text;
    if ((0,_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isHarmless */ .EW)(text))
        return `'${text.replaceAll("'", "'\\''")}'`;
    const escaped = [...text].map((character) => {
        if (character === "'" || character === '\\')
            return `\\${character}`;
        if (/^[\x20-\x7e]$/.test(character) && character !== '#' && character !== ':')
            return character;
        const code = character.codePointAt(0) ?? 0;
        return code < 0x80 ? `\\x${hex(code, 2)}` : code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
    });
    return `$'${escaped.join('')}'`;
}
/** Always quoted: `12345678` and `1e234567` are text here. */
function yamlQuoted(text) {
    if (isHarmless(text))
        return `'${text.replaceAll("'", "''")}'`;
    const escaped = JSON.stringify(text).replace(/[^\x20-\x7e]/gu, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
    });
    return escaped;
}
const hex = (code, digits) => code.toString(16).padStart(digits, '0');


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ first),
/* harmony export */   $t: () => (/* binding */ placeOf),
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
/** `local /var/tars/artifacts`; a URL says its type itself. */
const placeOf = ({ repository_type: type, repository_location: location, }) => /^[a-z0-9]+:\/\//.test(location) ? location : `${type} ${location}`;
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
