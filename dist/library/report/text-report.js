import { actingOf, checksOf, evidenceOf, factsOf, hidesRelease, noDowngrade, verdictInWords, wasRefused, } from './facts.js';
import { oneLine } from './safe-text.js';
import { undoCommand } from './undo-command.js';
import { first, grouped, lasted, OPERATIONS, placeOf, verdict } from './words.js';
const RULE = '='.repeat(67);
const MOST_FILES = 20;
const MOST_MESSAGES = 100;
const TITLES = {
    rollback: ['T.A.R.S. RELEASE ROLLBACK REPORT', 'ROLLBACK DETAILS'],
    restore: ['T.A.R.S. RELEASE RESTORE REPORT', 'RESTORE DETAILS'],
    recover: ['T.A.R.S. RELEASE RECOVERY REPORT', 'RECOVERY DETAILS'],
};
/** The text report, `--text-report` (DESIGN §7). */
export function textReport(report) {
    const [heading, details] = TITLES[report.operation];
    const listed = report.dry_run ? `ARTIFACTS (dry run)` : OPERATIONS[actingOf(report)].listed;
    const checks = checkLines(report);
    return [
        [RULE, heading, RULE],
        aligned(headOf(report)),
        ...(checks.length === 0 ? [] : [section('PRE-FLIGHT CHECKS', checks)]),
        section(details, aligned(detailsOf(report), '  ')),
        section(`${listed} (${grouped(report.total_artifacts_removed)})`, fileLines(report.artifacts_removed)),
        section(`WARNINGS (${report.warnings.length})`, messageLines(report.warnings)),
        section(`ERRORS (${report.errors.length})`, messageLines(report.errors)),
        section('SUMMARY', summaryLines(report)),
        [`Exit Code: ${report.exit_code}`],
    ]
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n');
}
const headOf = (report) => [
    ['Status', verdict(report)],
    ['Version', report.version === '' ? '-' : report.version],
    ['Timestamp', report.timestamp],
    ['Repository', report.repository_location === '' ? '-' : placeOf(report)],
];
const MARKS = { passed: 'PASS', failed: 'FAIL', overridden: 'OVERRIDDEN', 'not checked': 'NOT CHECKED' };
const checkLines = (report) => checksOf(report).map(({ name, result }) => `  [${MARKS[result]}] ${name}`);
function detailsOf(report) {
    const asked = report.operation !== 'recover' && !wasRefused(report);
    const mode = report.policy_mode;
    const stages = report.stages.map(({ name, seconds }) => [`  ${name}`, lasted(seconds)]);
    return [
        ...(asked ? [['Rollback type', report.rollback_type]] : []),
        ...(report.rollback_id === '' ? [] : [['Rollback id', report.rollback_id]]),
        ...(asked ? [['Policy mode', report.forced ? `${mode} (forced)` : mode]] : []),
        ['Dry run', report.dry_run ? 'yes' : 'no'],
        ...factsOf(report),
        ...evidenceOf(report),
        ['Duration', lasted(report.rollback_duration_seconds)],
        ...stages,
    ];
}
function summaryLines(report) {
    const real = report.would_exit_code;
    const lines = [
        report.summary,
        ...(report.exit_code === 0 ? [] : [verdictInWords(report)]),
        ...(real === undefined ? [] : [`The real run would end with exit code ${real}.`]),
        ...(report.advice === '' ? [] : [`Next: ${report.advice}`]),
        ...report.notes.map((note) => `Note: ${note}`),
    ].map((line) => oneLine(line));
    // A command is quoted for the shell already; to change a character of it would be to break it.
    const undo = undoCommand(report);
    if (undo !== undefined)
        lines.push(`Undo: ${undo}`);
    if (hidesRelease(report))
        lines.push(noDowngrade(report));
    return lines.map((line) => `  ${line}`);
}
function fileLines(paths) {
    const { shown, more } = first(paths, MOST_FILES);
    const lines = shown.map((path) => `  - ${oneLine(path)}`);
    if (more > 0)
        lines.push(`  ... and ${grouped(more)} more`);
    return lines.length > 0 ? lines : ['  None'];
}
function messageLines(messages) {
    const { shown, more } = first(messages, MOST_MESSAGES);
    const lines = shown.map((message) => `  - ${oneLine(message)}`);
    if (more > 0)
        lines.push(`  ... and ${grouped(more)} more`);
    return lines.length > 0 ? lines : ['  None'];
}
const section = (title, lines) => [
    title,
    '-'.repeat(title.length),
    ...lines,
];
/** `Label:   value` in columns. */
export function aligned(facts, indent = '') {
    const width = Math.max(0, ...facts.map(([label]) => label.length)) + 2;
    return facts.map(([label, value]) => `${indent}${`${label}:`.padEnd(width)}${oneLine(value)}`);
}
