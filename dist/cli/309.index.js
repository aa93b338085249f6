export const id = 309;
export const ids = [309];
export const modules = {

/***/ 309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  operate: () => (/* binding */ operate)
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
        return [step(report.summary.replace(/^DRY RUN: /, ''))];
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
// EXTERNAL MODULE: ./lib/entry/paths.js
var paths = __webpack_require__(5560);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/engine/mod.js + 37 modules
var mod = __webpack_require__(1124);
// EXTERNAL MODULE: ./lib/request/repository-reach.js
var repository_reach = __webpack_require__(6391);
// EXTERNAL MODULE: ./lib/entry/reports.js
var reports = __webpack_require__(1715);
// EXTERNAL MODULE: ./lib/entry/unstarted.js
var unstarted = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/entry/wiring.js + 37 modules
var wiring = __webpack_require__(331);
;// CONCATENATED MODULE: ./lib/entry/perform.js






/** Carries an order out and writes its reports. Never throws: whatever happens is in the report. */
async function perform(order, parts) {
    const report = (0,repository_reach/* withReach */.oH)(await carryOut(order, parts), order.repository);
    return (0,reports/* writeReports */.Li)(report, order, parts);
}
async function carryOut(order, parts) {
    const { request, repository, output } = order;
    try {
        const context = await (0,wiring/* openContext */.e)(repository, output, parts);
        if (!request.dryRun)
            await (0,reports/* deliverable */.gy)(order, parts);
        switch (request.operation) {
            case 'rollback':
                return await (0,mod/* rollback */.dU)(request, context);
            case 'restore':
                return await (0,mod/* restore */.PF)(request, context);
            case 'recover':
                return await (0,mod/* recover */.lj)(request, context);
        }
    }
    catch (thrown) {
        return failedBefore(order, parts, (0,errors/* asRollbackError */.p2)(thrown));
    }
}
function failedBefore({ request, repository }, parts, error) {
    const rollback = request.operation === 'rollback';
    return (0,unstarted/* unstarted */.Z)(error, parts, {
        operation: request.operation,
        version: request.operation === 'recover' ? '' : (request.version ?? ''),
        dry_run: request.dryRun,
        repository_type: repository.type,
        repository_location: (0,repository_reach/* locationOf */.hD)(repository),
        ...(rollback ? { rollback_type: request.rollbackType, policy_mode: request.policyMode } : {}),
    });
}

// EXTERNAL MODULE: ./lib/entry/cli/parts.js + 3 modules
var cli_parts = __webpack_require__(78);
// EXTERNAL MODULE: ./lib/entry/cli/streams.js
var streams = __webpack_require__(9900);
;// CONCATENATED MODULE: ./lib/entry/cli/operate.js







/** Carries an operation out and prints how it ended. Resolves to the exit code. */
async function operate(asked, task) {
    const { verbose } = task.output;
    const { parts, stop } = (0,cli_parts/* cliParts */.L)({ verbose, signingKey: asked.signingKey });
    try {
        const { report } = await perform((0,paths/* withAbsolutePaths */.M)(task, process.cwd()), parts);
        // Those that did not pass by as they happened: of a run that ours finished, of a report that can't be written.
        for (const warning of report.warnings)
            parts.reporter.warn(warning);
        show(report, asked);
        return report.exit_code;
    }
    finally {
        stop();
    }
}
/** Results on stdout, problems on stderr; under --json only the report is on stdout. */
function show(report, { json, color }) {
    const results = json ? streams/* streams */.oS.err : streams/* streams */.oS.out;
    if (report.dry_run) {
        results(dryRunText(report));
    }
    if (json) {
        streams/* streams */.oS.out(new TextDecoder().decode((0,json_report/* encodeReport */.B)(report)));
    }
    const colored = (0,streams/* wantsColor */.zK)(process.stdout, color) && (0,streams/* wantsColor */.zK)(process.stderr, color);
    const closing = closingLines(report, { color: colored });
    results(closing.results.join('\n'));
    streams/* streams */.oS.err(closing.problems.join('\n'));
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ unstarted)
/* harmony export */ });
/* harmony import */ var _engine_draft_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7397);

/** The report of an operation that ended before the engine began: bad input, no store, no key. */
function unstarted(error, { clock, reporter }, about) {
    const store = { type: about.repository_type ?? 'local', location: about.repository_location ?? '' };
    // A draft asks the store only what it is called, and there is no store.
    const context = { clock, reporter, store };
    return new _engine_draft_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportDraft */ .G(context, about).fail(error);
}


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
