export const id = 481;
export const ids = [481];
export const modules = {

/***/ 8481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readReleaseRollback: () => (/* binding */ readReleaseRollback)
/* harmony export */ });
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9416);
/* harmony import */ var _request_nearest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3531);
/* harmony import */ var _request_option_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5866);
/* harmony import */ var _request_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9942);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4777);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4547);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2991);







const NAMES = Object.keys(_options_js__WEBPACK_IMPORTED_MODULE_5__/* .SUBCOMMANDS */ .V);
const label = (name) => `--${name}`;
/** The subcommand may be left out: then it is a rollback. */
function readReleaseRollback(argv) {
    const [first = '', ...rest] = argv;
    if (first === 'help')
        return readReleaseRollback([...rest.slice(0, 1), '--help']);
    if (first === '' || first.startsWith('-'))
        return readSubcommand('rollback', argv);
    const subcommand = NAMES.find((name) => name === first);
    if (subcommand !== undefined)
        return readSubcommand(subcommand, rest);
    const meant = (0,_request_nearest_js__WEBPACK_IMPORTED_MODULE_6__/* .nearest */ .p)(first, NAMES);
    const question = meant === undefined ? '' : ` (did you mean '${meant}'?)`;
    return {
        usage: 'release-rollback',
        problems: [`'${(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(first)}' is no subcommand; use ${(0,_request_option_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .orList */ .A3)(NAMES)}${question}`],
        json: argv.includes('--json'),
    };
}
function readSubcommand(name, argv) {
    const usage = `release-rollback ${name}`;
    const read = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .readArguments */ .l)({ name: usage, usage: 'OPTIONS', after: after(name), ..._options_js__WEBPACK_IMPORTED_MODULE_5__/* .SUBCOMMANDS */ .V[name] }, argv);
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
        const parsed = (0,_request_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E1)(raw, label);
        return 'problems' in parsed ? parsed : { task: { operation: 'list', ...parsed.order } };
    }
    if (name === 'doctor') {
        const parsed = (0,_request_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDoctor */ .Xs)(raw, label);
        return 'problems' in parsed ? parsed : { task: { operation: 'doctor', ...parsed.order } };
    }
    const parse = { rollback: _request_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRollback */ ._U, restore: _request_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRestore */ .Au, recover: _request_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecover */ .U3 }[name];
    const parsed = parse(raw, (0,_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .identity */ .D)(), label);
    return 'problems' in parsed ? parsed : { task: { operation: name, ...parsed.order } };
}
function after(name) {
    const others = NAMES.filter((each) => each !== name).map((each) => `  release-rollback ${each.padEnd(10)}${_options_js__WEBPACK_IMPORTED_MODULE_5__/* .SUBCOMMANDS */ .V[each].about}`);
    const optional = name === 'rollback' ? "The word 'rollback' may be left out. " : '';
    return `${optional}Other subcommands:\n${others.join('\n')}\n`;
}


/***/ })

};
