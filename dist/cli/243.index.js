export const id = 243;
export const ids = [243];
export const modules = {

/***/ 7243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   closingLines: () => (/* binding */ closingLines)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5697);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8641);
/* harmony import */ var _text_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3898);
/* harmony import */ var _undo_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5782);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8191);





const MOST_MESSAGES = 50;
const COLORS = { red: 31, green: 32, yellow: 33, bold: 1 };
function closingLines(report, { color }) {
    const paint = painter(color);
    return {
        warnings: messages('WARNING', report.warnings, (word) => paint('yellow', word)),
        results: [paint(hueOf(report), `Status: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .verdict */ .WJ)(report)}`), ...resultLines(report, paint)],
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
    const facts = report.dry_run ? [] : [...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(report), ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .evidenceOf */ .X1)(report)];
    return [
        ...(went ? [(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_3__.oneLine)(report.summary)] : []),
        ...(0,_text_report_js__WEBPACK_IMPORTED_MODULE_1__/* .aligned */ .b)(facts, '  '),
        ...report.notes.map((note) => `  Note: ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_3__.oneLine)(note)}`),
        ...undoLines(report, paint),
    ].filter((line) => line !== '');
}
function undoLines(report, paint) {
    const undo = (0,_undo_command_js__WEBPACK_IMPORTED_MODULE_4__/* .undoCommand */ .Eb)(report);
    const hides = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hidesRelease */ .RP)(report) && !report.dry_run;
    return [
        ...(undo === undefined ? [] : ['To undo it:', `  ${paint('bold', undo)}`]),
        ...(hides ? [(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .noDowngrade */ .DR)(report)] : []),
    ];
}
function problemLines(report, paint) {
    const errors = report.errors.length > 0 ? report.errors : [report.summary];
    const real = report.would_exit_code;
    return [
        ...messages('ERROR', errors, (word) => paint('red', word)),
        ...(report.dry_run ? [] : [(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .leftBehind */ .aU)(report)]),
        ...(real === undefined ? [] : [`The real run would end with exit code ${real}.`]),
        ...(report.advice === '' ? [] : [`Next: ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_3__.oneLine)(report.advice)}`]),
        `Exit Code: ${report.exit_code}`,
    ];
}
function messages(word, texts, paint) {
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .first */ .$1)(texts, MOST_MESSAGES);
    const lines = shown.map((text) => `${paint(`${word}:`)} ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_3__.oneLine)(text)}`);
    return more > 0 ? [...lines, `${paint(`${word}:`)} ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(more)} more`] : lines;
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
        return _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.FAILURES[report.error_code].meaning;
    const meanings = Object.values(_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__.FAILURES).filter((kind) => kind.exitCode === report.exit_code);
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
const noDowngrade = ({ version }) => `Clients that already updated to ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(version)} do not downgrade by this.`;
/** Whether a release was taken from clients' sight: then the remark above belongs to it. */
function hidesRelease(report) {
    if (report.operation === 'restore' || report.version === '')
        return false;
    if (report.dry_run)
        return report.operation === 'rollback' && report.status === 'dry_run';
    return report.changed === true && (report.operation === 'rollback' || report.can_restore);
}


/***/ }),

/***/ 3898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ textReport),
/* harmony export */   b: () => (/* binding */ aligned)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5697);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8641);
/* harmony import */ var _undo_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5782);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);




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
    const listed = report.dry_run ? `ARTIFACTS (dry run)` : _words_js__WEBPACK_IMPORTED_MODULE_1__/* .OPERATIONS */ .xb[report.operation].listed;
    return [
        [RULE, heading, RULE],
        aligned(headOf(report)),
        section('PRE-FLIGHT CHECKS', checkLines(report)),
        section(details, aligned(detailsOf(report), '  ')),
        section(`${listed} (${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(report.total_artifacts_removed)})`, fileLines(report.artifacts_removed)),
        section(`WARNINGS (${report.warnings.length})`, messageLines(report.warnings)),
        section(`ERRORS (${report.errors.length})`, messageLines(report.errors)),
        section('SUMMARY', summaryLines(report)),
        [`Exit Code: ${report.exit_code}`],
    ]
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n');
}
const headOf = (report) => [
    ['Status', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)(report)],
    ['Version', report.version === '' ? '-' : report.version],
    ['Timestamp', report.timestamp],
    ['Repository', `${report.repository_type} ${report.repository_location}`],
];
const MARKS = { passed: 'PASS', failed: 'FAIL', overridden: 'OVERRIDDEN', 'not checked': 'NOT CHECKED' };
const checkLines = (report) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .checksOf */ .tg)(report).map(({ name, result }) => `  [${MARKS[result]}] ${name}`);
function detailsOf(report) {
    const stages = report.stages.map(({ name, seconds }) => [`  ${name}`, (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .lasted */ .aG)(seconds)]);
    return [
        ...(report.operation === 'recover' ? [] : [['Rollback type', report.rollback_type]]),
        ...(report.rollback_id === '' ? [] : [['Rollback id', report.rollback_id]]),
        ['Policy mode', report.forced ? `${report.policy_mode} (forced)` : report.policy_mode],
        ['Dry run', report.dry_run ? 'yes' : 'no'],
        ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(report),
        ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .evidenceOf */ .X1)(report),
        ['Duration', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .lasted */ .aG)(report.rollback_duration_seconds)],
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
    ].map((line) => (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(line));
    // A command is quoted for the shell already; to change a character of it would be to break it.
    const undo = (0,_undo_command_js__WEBPACK_IMPORTED_MODULE_3__/* .undoCommand */ .Eb)(report);
    if (undo !== undefined)
        lines.push(`Undo: ${undo}`);
    if ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hidesRelease */ .RP)(report))
        lines.push((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .noDowngrade */ .DR)(report));
    return lines.map((line) => `  ${line}`);
}
function fileLines(paths) {
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .first */ .$1)(paths, MOST_FILES);
    const lines = shown.map((path) => `  - ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(path)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(more)} more`);
    return lines.length > 0 ? lines : ['  None'];
}
function messageLines(messages) {
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .first */ .$1)(messages, MOST_MESSAGES);
    const lines = shown.map((message) => `  - ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(message)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(more)} more`);
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
    return facts.map(([label, value]) => `${indent}${`${label}:`.padEnd(width)}${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(value)}`);
}


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ undoCommand)
/* harmony export */ });
/* unused harmony exports undoInputs, shellQuoted */
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8641);

/** The command line that undoes what the report tells of; undefined when nothing was done or nothing can undo it. */
function undoCommand(report) {
    const undo = undoing(report);
    if (undo === undefined)
        return undefined;
    const flags = undo.flags.map(([name, value]) => `--${name} ${shellQuoted(value)}`);
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
/** A store's location is `s3://bucket/prefix` or `gs://bucket/prefix`; anything else is not guessed at. */
function repositoryFlags({ repository_type: type, repository_location: location, }) {
    const kind = ['repository-type', type];
    if (type === 'local')
        return [kind, ['repository-path', location]];
    const [, bucket, prefix = ''] = /^(?:s3|gs|gcs):\/\/([^/?#]+)\/?([^?#]*)$/.exec(location) ?? [];
    if (bucket === undefined)
        return undefined;
    const inside = prefix.replace(/\/+$/, '');
    const where = ['repository-bucket', bucket];
    return inside === '' ? [kind, where] : [kind, where, ['repository-prefix', inside]];
}
/** A word for a POSIX shell; for what can't be shown on one line, the form of bash, zsh and ksh. */
function shellQuoted(text) {
    if (/^[A-Za-z0-9_./:@%+=,~-]+$/.test(text) && !text.startsWith('~'))
        return text;
    if ((0,_safe_text_js__WEBPACK_IMPORTED_MODULE_0__.isHarmless)(text))
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
