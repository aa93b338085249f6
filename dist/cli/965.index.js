export const id = 965;
export const ids = [965];
export const modules = {

/***/ 965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  showList: () => (/* binding */ showList)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/adapters/evidence/folder-failure.js
var folder_failure = __webpack_require__(7637);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/engine/list.js
var list = __webpack_require__(6764);
// EXTERNAL MODULE: ./lib/report/safe-text.js
var safe_text = __webpack_require__(8641);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/listing.js


/** What `release-rollback list` prints: releases, rollbacks, what is open. Warnings are the caller's to print. */
function listingText(listing) {
    const { releases, rollbacks, open } = listing;
    const blocks = [
        [`Repository: ${listing.repository_type} ${(0,safe_text/* oneLine */.TN)(listing.repository_location)}`, latestLine(listing)],
        [
            `Releases (${(0,words/* grouped */.zD)(releases.length)})`,
            ...columns(releases.map((each) => releaseRow(each, listing.latest))),
        ],
        [`Rollbacks (${(0,words/* grouped */.zD)(rollbacks.length)})`, ...columns(rollbacks.map(rollbackRow))],
        ...(open === null
            ? []
            : [
                [
                    `Open: ${open.operation} of ${(0,safe_text/* oneLine */.TN)(open.version)} (rollback id ${(0,safe_text/* oneLine */.TN)(open.rollback_id)}), begun ${(0,safe_text/* oneLine */.TN)(open.began)}`,
                    '  If its run is dead: release-rollback recover',
                ],
            ]),
    ];
    return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
const latestLine = ({ latest }) => `Latest:     ${latest === '' ? 'none' : (0,safe_text/* oneLine */.TN)(latest)}`;
function releaseRow(release, latest) {
    const state = release.artifacts_removed ? 'artifacts rolled back' : (0,words/* counted */.hS)(release.artifacts, 'artifact');
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
    const safe = rows.map((row) => row.map((cell) => (0,safe_text/* oneLine */.TN)(cell, 200)));
    const widths = (safe[0] ?? []).map((_, i) => safe.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0));
    return safe.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}

// EXTERNAL MODULE: ./lib/entry/paths.js
var paths = __webpack_require__(5560);
// EXTERNAL MODULE: ./lib/entry/wiring.js + 35 modules
var wiring = __webpack_require__(1165);
// EXTERNAL MODULE: ./lib/entry/cli/parts.js + 3 modules
var cli_parts = __webpack_require__(78);
// EXTERNAL MODULE: ./lib/entry/cli/streams.js
var streams = __webpack_require__(9900);
;// CONCATENATED MODULE: ./lib/entry/cli/show-list.js











/** Shows what is in the repository; changes nothing. Resolves to the exit code. */
async function showList({ json }, task) {
    const { repository, output } = (0,paths/* withAbsolutePaths */.M)(task, process.cwd());
    const { parts, stop } = (0,cli_parts/* cliParts */.L)({ verbose: output.verbose, signingKey: undefined });
    try {
        const listing = await (0,list/* list */.p)({ store: await (0,wiring/* openStore */.Ch)(repository, parts.clock), clock: parts.clock });
        for (const warning of listing.warnings)
            parts.reporter.warn(warning);
        const asJson = `${(0,safe_text/* harmlessJson */.EL)(JSON.stringify(listing, null, 2))}\n`;
        const asText = listingText(listing);
        streams/* streams */.oS.out(json ? asJson : asText);
        if (output.jsonReport !== undefined)
            await write(output.jsonReport, asJson);
        if (output.textReport !== undefined)
            await write(output.textReport, asText);
        return 0;
    }
    catch (thrown) {
        return failed((0,errors/* asRollbackError */.p2)(thrown));
    }
    finally {
        stop();
    }
}
async function write(path, text) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text);
    }
    catch (thrown) {
        throw (0,folder_failure/* evidenceFailure */._)('Report', path, thrown);
    }
}
function failed({ message, details, advice, exitCode }) {
    for (const line of [message, ...details])
        streams/* streams */.oS.err(`ERROR: ${(0,safe_text/* oneLine */.TN)(line)}`);
    streams/* streams */.oS.err(`Next: ${(0,safe_text/* oneLine */.TN)(advice)}`);
    streams/* streams */.oS.err(`Exit Code: ${exitCode}`);
    return exitCode;
}


/***/ })

};
