export const id = 474;
export const ids = [474];
export const modules = {

/***/ 1474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  showDoctor: () => (/* binding */ showDoctor)
});

// EXTERNAL MODULE: ./lib/report/safe-text.js
var safe_text = __webpack_require__(8641);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/doctor.js



const RESULTS = ['failed', 'warning', 'ok', 'skipped'];
const MARKS = { ok: '✅', warning: '⚠️', failed: '❌', skipped: '➖' };
const LONGEST = 1000;
/** `Fit for a rollback: 4 ok, 1 warning, 1 skipped`, or what is in the way. */
function doctorVerdict({ checks, exit_code: exitCode }) {
    const failed = checks.filter(({ result }) => result === 'failed').map(({ name }) => name);
    if (exitCode !== 0) {
        return `Not fit for a rollback: ${failed.join(', ')} failed of ${(0,words/* counted */.hS)(checks.length, 'check')}`;
    }
    const counts = RESULTS.map((word) => [word, checks.filter(({ result }) => result === word).length]);
    const told = counts.filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
    return `Fit for a rollback: ${told.join(', ')}`;
}
/** What `release-rollback doctor` prints. */
function doctorText(report) {
    const width = Math.max(...report.checks.map(({ name }) => name.length));
    const indent = ' '.repeat(2 + 9 + width + 2);
    const lines = report.checks.flatMap(({ name, result, detail, advice }) => [
        `  ${result.padEnd(9)}${name.padEnd(width)}  ${(0,safe_text/* oneLine */.TN)(detail, LONGEST)}`,
        ...(advice === '' ? [] : [`${indent}Next: ${(0,safe_text/* oneLine */.TN)(advice, LONGEST)}`]),
    ]);
    const where = `Repository: ${report.repository_type} ${(0,safe_text/* oneLine */.TN)(report.repository_location)}`;
    return `${[where, '', ...lines, '', doctorVerdict(report)].join('\n')}\n`;
}
/** One line per failed check, for stderr and annotations. */
const doctorErrors = ({ checks }) => told(checks, 'failed');
const doctorWarnings = ({ checks }) => told(checks, 'warning');
const told = (checks, result) => checks
    .filter((check) => check.result === result)
    .map(({ name, detail }) => (0,safe_text/* oneLine */.TN)(`${name}: ${detail}`, LONGEST));
const doctorJson = (report) => `${(0,safe_text/* harmlessJson */.EL)(JSON.stringify(report, null, 2))}\n`;
/** The job summary: a table of the checks (GitHub-flavoured Markdown). */
function doctorSummary(report) {
    const rows = report.checks.map(({ name, result, detail, advice }) => [
        escaped(name),
        `${MARKS[result]} ${result}`,
        escaped(detail, LONGEST),
        escaped(advice, LONGEST),
    ]);
    const mark = report.exit_code === 0 ? MARKS.ok : MARKS.failed;
    const code = report.exit_code === 0 ? '' : ` (exit code ${report.exit_code})`;
    const where = `${report.repository_type} ${report.repository_location}`;
    return [
        `## ${mark} ${escaped(doctorVerdict(report))}${code}`,
        `Repository: ${escaped(where, LONGEST)}`,
        `${table(['Check', 'Result', 'Found', 'What to do'], rows)}\n`,
    ].join('\n\n');
}

// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/engine/mod.js + 37 modules
var mod = __webpack_require__(1124);
// EXTERNAL MODULE: ./lib/request/repository-reach.js
var repository_reach = __webpack_require__(6391);
// EXTERNAL MODULE: ./lib/entry/reports.js
var reports = __webpack_require__(1715);
// EXTERNAL MODULE: ./lib/entry/wiring.js + 37 modules
var wiring = __webpack_require__(331);
;// CONCATENATED MODULE: ./lib/entry/examine.js






/** Carries `doctor` out and writes its reports. Never throws: what fails is a check that failed. */
async function examine(order, parts) {
    const report = await look(order, parts);
    const { jsonReport, textReport } = order.output;
    const written = {};
    try {
        if (jsonReport !== undefined)
            written.json = await write(jsonReport, doctorJson(report), order, parts);
        if (textReport !== undefined)
            written.text = await write(textReport, doctorText(report), order, parts);
        return { report, reports: written };
    }
    catch (thrown) {
        const error = (0,errors/* asRollbackError */.p2)(thrown, 'EVIDENCE');
        return { report: (0,mod/* withFailedCheck */.IT)(report, 'report files', error), reports: written };
    }
}
async function look({ request, repository, output }, parts) {
    try {
        return await (0,mod/* doctor */.Ac)(request, await (0,wiring/* openContext */.e)(repository, output, parts));
    }
    catch (thrown) {
        const where = { type: repository.type, location: (0,repository_reach/* locationOf */.hD)(repository) };
        return (0,mod/* unexamined */.LK)((0,errors/* asRollbackError */.p2)(thrown), where);
    }
}
async function write(path, text, { repository }, parts) {
    const { writeReportFile } = await __webpack_require__.e(/* import() */ 886).then(__webpack_require__.bind(__webpack_require__, 1886));
    const options = (0,reports/* reportFileOptions */.Bo)(repository, undefined, parts);
    return writeReportFile(path, new TextEncoder().encode(text), options);
}

// EXTERNAL MODULE: ./lib/entry/paths.js
var paths = __webpack_require__(5560);
// EXTERNAL MODULE: ./lib/entry/cli/parts.js + 3 modules
var cli_parts = __webpack_require__(78);
// EXTERNAL MODULE: ./lib/entry/cli/streams.js
var streams = __webpack_require__(9900);
;// CONCATENATED MODULE: ./lib/entry/cli/show-doctor.js





/** Shows whether a rollback could work here; changes no release. Resolves to the exit code. */
async function showDoctor({ json, signingKey }, task) {
    const { parts, stop } = (0,cli_parts/* cliParts */.L)({ verbose: task.output.verbose, signingKey });
    try {
        const { report } = await examine((0,paths/* withAbsolutePaths */.M)(task, process.cwd()), parts);
        streams/* streams */.oS.out(json ? doctorJson(report) : doctorText(report));
        for (const error of doctorErrors(report))
            streams/* streams */.oS.err(`ERROR: ${error}`);
        if (report.exit_code !== 0)
            streams/* streams */.oS.err(`Exit Code: ${report.exit_code}`);
        return report.exit_code;
    }
    finally {
        stop();
    }
}


/***/ })

};
