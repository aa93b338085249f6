export const id = 886;
export const ids = [886];
export const modules = {

/***/ 21886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareReportFiles: () => (/* binding */ prepareReportFiles),
/* harmony export */   refuseReportPlaces: () => (/* binding */ refuseReportPlaces),
/* harmony export */   writeReportFile: () => (/* binding */ writeReportFile),
/* harmony export */   writeReportFiles: () => (/* binding */ writeReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49285);
/* harmony import */ var _report_json_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61957);
/* harmony import */ var _report_text_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23898);
/* harmony import */ var _durable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13375);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87637);
/* harmony import */ var _forbidden_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(95725);
/* harmony import */ var _output_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8540);
/* harmony import */ var _overlaps_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49866);










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


/***/ })

};
