export const id = 175;
export const ids = [175];
export const modules = {

/***/ 3175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRunText: () => (/* binding */ dryRunText)
/* harmony export */ });
/* unused harmony export stepsOf */
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5697);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8641);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);



const RULE = '='.repeat(67);
const MOST_FILES = 10;
/** What the real run would do, in the guide's words and numbering (its order, not ours: DESIGN §2). */
function stepsOf(report) {
    if (report.status === 'failed')
        return [];
    const { operation, version, total_artifacts_removed: total, index_updated } = report;
    if (operation === 'recover')
        return [step(report.summary.replace(/^DRY RUN: /, ''))];
    const marks = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .marksEntry */ .Du)(report);
    const takes = total > 0 || index_updated || marks;
    const back = operation === 'restore';
    return [
        ...(!back && takes && report.backup_created
            ? [step(total > 0 ? `Backup version ${version}` : 'Backup index state')]
            : []),
        ...(total > 0
            ? [{ text: `${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .OPERATIONS */ .xb[operation].move} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(total, 'artifact')}:`, files: true }]
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
        ...(version === '' ? [] : [`Version: ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(version)}`]),
        ...(operation === 'recover' ? [] : [`Rollback Type: ${report.rollback_type}`]),
        ...(operation === 'recover' || !judged ? [] : [`Artifacts to ${what}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(total)}`]),
        ...(judged && estimate > 0 ? [`Estimated duration: ${estimate.toFixed(1)}s`] : []),
    ];
}
function operations(report) {
    const steps = stepsOf(report).flatMap(({ text, files }, i) => [
        `  ${i + 1}. ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(text)}`,
        ...(files ? fileLines(report.artifacts_removed) : []),
    ]);
    return ['Operations that would be performed:', ...(steps.length > 0 ? steps : ['  none'])];
}
function fileLines(paths) {
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .first */ .$1)(paths, MOST_FILES);
    const lines = shown.map((path) => `     - ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(path)}`);
    return more > 0 ? [...lines, `     ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(more)} more`] : lines;
}
function obstacles({ would_exit_code, exit_code, errors, operation }) {
    const { noun } = _words_js__WEBPACK_IMPORTED_MODULE_1__/* .OPERATIONS */ .xb[operation];
    const { shown, more } = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .first */ .$1)(errors, 20);
    const lines = shown.map((error) => `  - ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_2__.oneLine)(error)}`);
    if (more > 0)
        lines.push(`  ... and ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .zD)(more)} more`);
    return [`The ${noun} would fail with exit code ${would_exit_code ?? exit_code}:`, ...lines];
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
