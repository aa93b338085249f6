export const id = 74;
export const ids = [74];
export const modules = {

/***/ 1074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listingText: () => (/* binding */ listingText)
/* harmony export */ });
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8641);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);


/** What `release-rollback list` prints: releases, rollbacks, what is open. Warnings are the caller's to print. */
function listingText(listing) {
    const { releases, rollbacks, open } = listing;
    const blocks = [
        [`Repository: ${listing.repository_type} ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_1__.oneLine)(listing.repository_location)}`, latestLine(listing)],
        [
            `Releases (${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(releases.length)})`,
            ...columns(releases.map((each) => releaseRow(each, listing.latest))),
        ],
        [`Rollbacks (${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(rollbacks.length)})`, ...columns(rollbacks.map(rollbackRow))],
        ...(open === null
            ? []
            : [
                [
                    `Open: ${open.operation} of ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_1__.oneLine)(open.version)} (rollback id ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_1__.oneLine)(open.rollback_id)}), begun ${(0,_safe_text_js__WEBPACK_IMPORTED_MODULE_1__.oneLine)(open.began)}`,
                    '  If its run is dead: release-rollback recover',
                ],
            ]),
    ];
    return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
const latestLine = ({ latest }) => `Latest:     ${latest === '' ? 'none' : (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_1__.oneLine)(latest)}`;
function releaseRow(release, latest) {
    const state = release.artifacts_removed ? 'artifacts rolled back' : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(release.artifacts, 'artifact');
    return [release.version, release.timestamp, state + (release.version === latest ? ', latest' : '')];
}
const STATES = { rolled_back: 'rolled back', restored: 'restored', reverted: 'reverted' };
function rollbackRow(rollback) {
    const { rollback_id: id, version, time, rollback_type: type, state, can_restore, backup_path } = rollback;
    const hint = can_restore
        ? `restore --rollback-id ${id}`
        : state === 'rolled_back'
            ? 'cannot be restored'
            : '';
    return [id, version, time, type, STATES[state], hint, backup_path];
}
/** Rows as columns of equal width, two spaces apart; 'none' where there is no row. */
function columns(rows) {
    if (rows.length === 0)
        return ['  none'];
    const safe = rows.map((row) => row.map((cell) => (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_1__.oneLine)(cell, 200)));
    const widths = (safe[0] ?? []).map((_, i) => safe.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0));
    return safe.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
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
