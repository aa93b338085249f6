export const id = 886;
export const ids = [886];
export const modules = {

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareReportFiles: () => (/* binding */ prepareReportFiles),
/* harmony export */   writeReportFile: () => (/* binding */ writeReportFile),
/* harmony export */   writeReportFiles: () => (/* binding */ writeReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9285);
/* harmony import */ var _report_json_report_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1957);
/* harmony import */ var _report_text_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3898);
/* harmony import */ var _durable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3375);
/* harmony import */ var _folder_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7637);
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


/***/ }),

/***/ 5697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ noDowngrade),
/* harmony export */   Du: () => (/* binding */ marksEntry),
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



/** The checks before anything was changed, with their results. */
function checksOf(report) {
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
/** What the operation did (a dry run: would do), for people; nothing when it did nothing. */
function factsOf(report) {
    // Where it is not known what was done, only what can be relied on is told.
    if (report.changed === 'unknown')
        return backupFacts(report);
    const nothing = report.dry_run ? report.status === 'failed' : report.changed === false;
    return nothing ? [] : [...movedFacts(report), ...backupFacts(report), ...latestFacts(report)];
}
function movedFacts(report) {
    const { total_artifacts_removed: total, operation, dry_run } = report;
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
function bytesMoved({ total_bytes_freed: bytes, operation, backup_created }) {
    return operation !== 'restore' && backup_created ? `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(bytes)}, kept in the backup` : (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(bytes);
}
function backupFacts(report) {
    if (report.backup_path !== '') {
        if (report.operation === 'restore')
            return [['From', report.backup_path]];
        if (report.backup_created)
            return [['Backup', report.backup_path]];
    }
    const gone = report.operation !== 'restore' && report.total_artifacts_removed > 0 && !report.can_restore;
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
/** What a failure left behind. */
function leftBehind({ changed, status }) {
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
    const said = report.changed === false && /nothing was changed|as it was/.test(meaning);
    return said || left === '' ? `${meaning}.` : `${meaning}. ${left}`;
}
/** The remark that belongs to what was taken from clients' sight. */
const noDowngrade = ({ version }) => `Clients that already updated to ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(version)} do not downgrade by this.`;
/** Whether a release was taken from clients' sight: then the remark above belongs to it. */
function hidesRelease(report) {
    if (report.operation === 'restore' || report.version === '')
        return false;
    if (report.dry_run)
        return report.operation === 'rollback' && report.status === 'dry_run';
    return report.changed === true && (report.operation === 'rollback' || report.can_restore);
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
    const listed = report.dry_run ? `ARTIFACTS (dry run)` : _words_js__WEBPACK_IMPORTED_MODULE_2__/* .OPERATIONS */ .xb[report.operation].listed;
    return [
        [RULE, heading, RULE],
        aligned(headOf(report)),
        section('PRE-FLIGHT CHECKS', checkLines(report)),
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
    ['Repository', `${report.repository_type} ${report.repository_location}`],
];
const MARKS = { passed: 'PASS', failed: 'FAIL', overridden: 'OVERRIDDEN', 'not checked': 'NOT CHECKED' };
const checkLines = (report) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .checksOf */ .tg)(report).map(({ name, result }) => `  [${MARKS[result]}] ${name}`);
function detailsOf(report) {
    const stages = report.stages.map(({ name, seconds }) => [`  ${name}`, (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .lasted */ .aG)(seconds)]);
    return [
        ...(report.operation === 'recover' ? [] : [['Rollback type', report.rollback_type]]),
        ...(report.rollback_id === '' ? [] : [['Rollback id', report.rollback_id]]),
        ['Policy mode', report.forced ? `${report.policy_mode} (forced)` : report.policy_mode],
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
/* harmony export */   Eb: () => (/* binding */ undoCommand)
/* harmony export */ });
/* unused harmony exports undoInputs, shellQuoted */
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8641);

/** Flags that take no value; they are there only when they are on. */
const SWITCHES = new Set(['s3-force-path-style', 'single-writer']);
/** The command line that undoes what the report tells of; undefined when nothing was done or nothing can undo it. */
function undoCommand(report) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    const flags = undo.flags.map(([name, value]) => SWITCHES.has(name) ? `--${name}` : `--${name} ${shellQuoted(value)}`);
    return ['release-rollback', undo.operation, ...flags].join(' ');
}
/** The same for the Action: the `with:` block of a step. */
function undoInputs(report) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    const inputs = [['operation', undo.operation], ...undo.flags];
    return ['with:', ...inputs.map(([name, value]) => `  ${name}: ${yamlQuoted(value)}`)].join('\n');
}
function undoing(report) {
    if (report.dry_run || report.changed !== true || report.version === '')
        return undefined;
    // Given up: no rollback is known that a restore could undo.
    if (report.error_code === 'ABANDONED')
        return undefined;
    const repository = repositoryFlags(report);
    if (repository === undefined)
        return undefined;
    if (report.operation === 'restore') {
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
function repositoryFlags(report) {
    const { repository_type: type, repository_location: location, repository_options: options } = report;
    const kind = ['repository-type', type];
    if (type === 'local')
        return [kind, ['repository-path', location]];
    return options === undefined ? undefined : [kind, ...Object.entries(options)];
}
/** A word for a POSIX shell; for what can't be shown on one line, the form of bash, zsh and ksh. */
function shellQuoted(text) {
    if (/^[A-Za-z0-9_./:@%+=,~-]+$/.test(text) && !text.startsWith('~'))
        return text;
    if ((0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isHarmless */ .EW)(text))
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


/***/ })

};
