export const id = 886;
export const ids = [886];
export const modules = {

/***/ 13375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ placeNew),
/* harmony export */   NT: () => (/* binding */ temporaryName),
/* harmony export */   V4: () => (/* binding */ linkNew),
/* harmony export */   Yw: () => (/* binding */ syncFolder),
/* harmony export */   qf: () => (/* binding */ writeNew)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87637);




/** How file systems without hard links refuse one. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];
/** A hidden name in the folder that nobody else uses. */
function temporaryName(folder, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${name}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`);
}
/** Creates the file with all its bytes, on the disk when this returns; nothing is left of a failed one. */
async function writeNew(path, body) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'wx');
    try {
        await file.writeFile(body);
        await file.sync();
        await file.close();
    }
    catch (thrown) {
        await file.close().catch(() => { });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true }).catch(() => { });
        throw thrown;
    }
}
/** A second name for the file; throws EEXIST rather than replace anything. Copies where there are no hard links. */
async function linkNew(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(from, to, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.COPYFILE_EXCL);
        await syncPath(to);
    }
}
/** Moves the file to a name that is free; throws EEXIST rather than replace anything, where there are hard links. */
async function placeNew(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(from, to);
    }
    catch (thrown) {
        if (!NO_LINKS.includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(from, to);
        return;
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from);
}
/** Makes names in a folder durable; some file systems don't offer that. */
async function syncFolder(path) {
    await syncPath(path).catch((thrown) => {
        if (!['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EBADF'].includes((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(thrown)))
            throw thrown;
    });
}
async function syncPath(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 87637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   _: () => (/* binding */ evidenceFailure)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49285);

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
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13375);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87637);





/** What a killed run left beside its place is removed when no operation can still be at it. */
const STALE_MS = 24 * 60 * 60 * 1000;
/** About the size of a small manifest: a full disk shows before anything is changed. */
const PROBE = new Uint8Array(4096);
/** Makes the folder with its parents and proves that files can be made in it. Throws EVIDENCE naming it. */
async function proveWritable(folder, makeFolder) {
    const what = 'Output folder';
    try {
        if (makeFolder === undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        else
            await makeFolder(folder);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder);
        if (!found.isDirectory())
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `${what} '${folder}' can't be written: a file is in the way`);
        const probe = (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .temporaryName */ .NT)(folder, 'release-rollback-probe');
        await (0,_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .writeNew */ .qf)(probe, PROBE);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(probe);
    }
    catch (thrown) {
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .evidenceFailure */ ._)(what, folder, thrown);
    }
}
/** Throws BAD_INPUT for a folder inside `<root>/<version>/` or a `.rollback-…` folder of the root, links resolved. */
async function refuseInside(folder, forbidden) {
    if (forbidden === undefined)
        return;
    const [root, place] = await Promise.all([resolved(forbidden.repositoryRoot), resolved(folder)]);
    const [first = '', ...rest] = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, place).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    const ours = first.startsWith('.rollback-');
    if (!ours && (first !== forbidden.version || first === ''))
        return;
    const where = ours ? `the repository's own folder ${first}/` : `the release's folder ${first}/`;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('BAD_INPUT', `Output folder '${folder}' lies inside ${where}${rest.length > 0 ? '' : ' itself'}`, {
        advice: 'Choose an output folder outside the repository.',
    });
}
/** Throws EVIDENCE when something that is no file stands where one is to be written. */
async function refuseFolderAt(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
    if (found === undefined || found.isFile() || found.isSymbolicLink())
        return;
    throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `'${path}' can't be written: it is a folder or a special file`);
}
/** Removes temp files of long dead runs; failing to is no harm. */
async function sweepStale(folder, version) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
    const ours = names.filter((name) => name.startsWith(`.${version}.r`) && name.endsWith('.tmp'));
    for (const name of ours) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs > STALE_MS)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path).catch(() => { });
    }
}
/** The real path of what exists of it, with the rest added. */
async function resolved(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch (thrown) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if ((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$)(thrown) !== 'ENOENT' || parent === path)
            return path;
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await resolved(parent), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    }
}


/***/ }),

/***/ 21886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareReportFiles: () => (/* binding */ prepareReportFiles),
/* harmony export */   writeReportFiles: () => (/* binding */ writeReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _report_json_report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61957);
/* harmony import */ var _report_text_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23898);
/* harmony import */ var _durable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13375);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87637);
/* harmony import */ var _output_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8540);








/** Preflight: BAD_INPUT for a place inside the release, EVIDENCE for one that can't be written. */
async function prepareReportFiles(paths, options = {}) {
    for (const path of given(paths)) {
        await (0,_output_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseInside */ .Ny)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), options.forbidden);
        if ((await placeOf(path)).writable)
            continue;
        await (0,_output_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .proveWritable */ .F6)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), options.makeFolder);
    }
}
/** Writes the reports; the absolute paths of those that are asked for. Throws EVIDENCE. */
async function writeReportFiles(report, paths, options = {}) {
    const written = {};
    const encoder = new TextEncoder();
    if (paths.json !== undefined)
        written.json = await writeReport(paths.json, (0,_report_json_report_js__WEBPACK_IMPORTED_MODULE_7__/* .encodeReport */ .B)(report), options);
    if (paths.text !== undefined) {
        written.text = await writeReport(paths.text, encoder.encode((0,_report_text_report_js__WEBPACK_IMPORTED_MODULE_3__/* .textReport */ .M)(report)), options);
    }
    return written;
}
/** Complete or not at all; an earlier report there is replaced. */
async function writeReport(path, body, options) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    try {
        await (0,_output_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseInside */ .Ny)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(absolute), options.forbidden);
        const { target, writable } = await placeOf(absolute);
        if (writable)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(target, body);
        else
            await replace(target, body, options.makeFolder);
        return absolute;
    }
    catch (thrown) {
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .evidenceFailure */ ._)('Report', absolute, thrown);
    }
}
async function replace(path, body, makeFolder) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    if (makeFolder === undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    else
        await makeFolder(folder);
    const temporary = (0,_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .temporaryName */ .NT)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    await (0,_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .writeNew */ .qf)(temporary, body);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(temporary, path).catch(async (thrown) => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(temporary, { force: true });
        throw thrown;
    });
    await (0,_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .syncFolder */ .Yw)(folder);
}
/** Where a link leads; `writable` for a pipe or a terminal such as /dev/stdout, which nothing can be renamed over. */
async function placeOf(path) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (found.isDirectory())
            throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('EVIDENCE', `Report '${path}' can't be written: it is a folder`);
        return found.isFile()
            ? { target: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path), writable: false }
            : { target: path, writable: true };
    }
    catch (thrown) {
        if ((0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .codeOf */ .$)(thrown) === 'ENOENT')
            return { target: path, writable: false };
        throw (0,_folder_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .evidenceFailure */ ._)('Report', path, thrown);
    }
}
const given = (paths) => [paths.json, paths.text].filter((path) => path !== undefined).map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));


/***/ })

};
