export const id = 886;
export const ids = [886];
export const modules = {

/***/ 21886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareReportFiles: () => (/* binding */ prepareReportFiles),
/* harmony export */   writeReportFile: () => (/* binding */ writeReportFile),
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
        written.json = await writeReportFile(paths.json, (0,_report_json_report_js__WEBPACK_IMPORTED_MODULE_7__/* .encodeReport */ .B)(report), options);
    if (paths.text !== undefined) {
        written.text = await writeReportFile(paths.text, encoder.encode((0,_report_text_report_js__WEBPACK_IMPORTED_MODULE_3__/* .textReport */ .M)(report)), options);
    }
    return written;
}
/** Complete or not at all; an earlier report there is replaced. Answers the absolute path; throws EVIDENCE. */
async function writeReportFile(path, body, options = {}) {
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
