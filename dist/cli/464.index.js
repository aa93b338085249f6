export const id = 464;
export const ids = [464];
export const modules = {

/***/ 8464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPrepareReleaseArtifacts: () => (/* binding */ readPrepareReleaseArtifacts)
/* harmony export */ });
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9416);
/* harmony import */ var _request_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9942);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4777);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4547);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2991);





const USAGE = 'prepare-release-artifacts';
/** `policy` is called `--rollback-policy` here. */
const LABELS = new Map(_options_js__WEBPACK_IMPORTED_MODULE_4__/* .PREPARE */ .I.flatMap(({ options }) => options).map(({ flags, means }) => [
    means ?? (0,_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .flagName */ .G)(flags),
    `--${(0,_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .flagName */ .G)(flags)}`,
]));
const label = (name) => LABELS.get(name) ?? `--${name}`;
function readPrepareReleaseArtifacts(argv) {
    const about = 'Takes a published release out of a repository. All files go to one output folder.';
    const after = 'For restore, recover and list there is release-rollback.\n';
    const read = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .readArguments */ .l)({ name: USAGE, usage: 'OPTIONS', about, groups: _options_js__WEBPACK_IMPORTED_MODULE_4__/* .PREPARE */ .I, after }, argv);
    if ('help' in read)
        return read;
    const { signingKey, rollbackOutputDir, json, color } = read.entry;
    const parsed = (0,_request_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRollback */ ._U)(withOutput(read.raw, rollbackOutputDir), (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .identity */ .D)(), label);
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
    const reports = (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isVersion */ .lF)(version)
        ? {
            'json-report': `${folder}/${version}.rollback-report.json`,
            'text-report': `${folder}/${version}.rollback-report.txt`,
        }
        : {};
    return { ...raw, 'manifest-output-dir': folder, 'audit-output-dir': folder, ...reports };
}


/***/ })

};
