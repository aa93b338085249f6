import { FAILURES } from '../domain/errors.js';
import { oneLine } from './safe-text.js';
import { counted, OPERATIONS, sized } from './words.js';
/** The checks before anything was changed, with their results; none where none was asked for, or nothing was begun. */
export function checksOf(report) {
    if (report.operation === 'recover' || wasRefused(report))
        return [];
    return report.operation === 'restore' ? checksOfRestore(report) : checksOfRollback(report);
}
function checksOfRollback(report) {
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
/** A restore asks for other things, and ends at the first that fails: which one, its code says. */
function checksOfRestore(report) {
    const { version_exists: known, policy_passed: restorable } = report;
    const code = report.would_exit_code ?? report.exit_code;
    const judge = (holds, kind) => holds ? 'passed' : code === kind.exitCode ? 'failed' : 'not checked';
    return [
        { name: 'Rollback known', result: judge(known, FAILURES.VERSION_NOT_FOUND) },
        { name: 'Index and place free', result: judge(restorable, FAILURES.POLICY_VIOLATION) },
        { name: 'Backup whole', result: judge(restorable, FAILURES.BACKUP) },
    ];
}
/** Whether the inputs themselves were refused: then type and policy are only what a report has when nobody says. */
export const wasRefused = ({ error_code: code, stages }) => code === 'BAD_INPUT' && stages.length === 0;
/** Whose facts they are: of a recovery those of what it brought to its end. */
export const actingOf = ({ operation, recovered_operation: recovered, }) => recovered ?? operation;
/** What the operation did (a dry run: would do), for people; nothing when it did nothing. */
export function factsOf(report) {
    // Where it is not known what was done, only what can be relied on is told.
    if (report.changed === 'unknown')
        return backupFacts(report);
    const nothing = report.dry_run ? report.status === 'failed' : !changedItself(report);
    return nothing ? [] : [...movedFacts(report), ...backupFacts(report), ...latestFacts(report)];
}
function movedFacts(report) {
    const { total_artifacts_removed: total, dry_run } = report;
    const operation = actingOf(report);
    const parts = [
        ...(total > 0 ? [`${counted(total, 'artifact')} (${bytesMoved(report)})`] : []),
        ...(report.index_updated ? ['the index entry'] : []),
    ];
    const mark = operation === 'restore' ? 'no longer marked as removed' : 'stays, marked as removed';
    const entry = marksEntry(report) ? [['Index entry', mark]] : [];
    if (parts.length === 0)
        return entry;
    return [[OPERATIONS[operation][dry_run ? 'moves' : 'moved'], parts.join(' and ')], ...entry];
}
/** DESIGN §7: bytes that a backup keeps are not freed, and we say so. */
function bytesMoved(report) {
    const { total_bytes_freed: bytes, backup_created } = report;
    return actingOf(report) !== 'restore' && backup_created
        ? `${sized(bytes)}, kept in the backup`
        : sized(bytes);
}
function backupFacts(report) {
    if (report.backup_path !== '') {
        if (actingOf(report) === 'restore')
            return [['From', report.backup_path]];
        if (report.backup_created)
            return [['Backup', report.backup_path]];
    }
    const gone = actingOf(report) !== 'restore' && report.total_artifacts_removed > 0 && !report.can_restore;
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
export function marksEntry(report) {
    return report.index_marked ?? report.rollback_type === 'artifacts_only';
}
/** Absolute paths of the evidence, in reading order. */
export function evidenceOf({ evidence }) {
    const named = [
        ['Manifest', evidence.manifest],
        ['Audit log', evidence.audit],
        ['Signature', evidence.signature],
    ];
    return named.flatMap(([label, path]) => (path === undefined ? [] : [[label, path]]));
}
/** What the exit code means; empty for 0, and where the code alone stands for several things. */
export function meaningOf(report) {
    if (report.error_code !== undefined)
        return FAILURES[report.error_code].meaning;
    const meanings = Object.values(FAILURES).filter((kind) => kind.exitCode === report.exit_code);
    return meanings.length === 1 ? (meanings[0]?.meaning ?? '') : '';
}
/** Whether it changed something itself, besides what it brought to its end of others. */
export function changedItself(report) {
    if (report.changed !== true)
        return false;
    if (report.recovered === undefined || report.status === 'partial')
        return true;
    return report.total_artifacts_removed > 0 || report.index_updated || report.index_marked === true;
}
/** What a failure left behind. */
export function leftBehind(report) {
    const { changed, status, recovered = [] } = report;
    if (changed === true && !changedItself(report)) {
        const ended = recovered.map(({ ending, operation, version }) => `${ending}: ${operation} of ${version}`);
        return oneLine(`It changed nothing itself, but what a dead run had left was ${ended.join('; ')}.`);
    }
    if (changed === 'unknown')
        return 'It is not known whether anything was changed.';
    if (changed === false)
        return 'Nothing was changed.';
    return status === 'partial'
        ? 'The repository was changed; something is left to do.'
        : 'The repository was changed.';
}
/** Meaning and what is left behind, once where the meaning says both. */
export function verdictInWords(report) {
    const meaning = meaningOf(report);
    const left = report.dry_run ? '' : leftBehind(report);
    if (meaning === '')
        return left;
    // The meaning of the code tells of the operation itself.
    if (report.recovered !== undefined && report.changed === true)
        return `${meaning.replace(/; nothing was changed$/, '')}. ${left}`;
    const said = report.changed === false && /nothing was changed|as it was/.test(meaning);
    return said || left === '' ? `${meaning}.` : `${meaning}. ${left}`;
}
/** The remark that belongs to what was taken from clients' sight. */
export const noDowngrade = ({ version }) => `Clients that already updated to ${oneLine(version)} do not downgrade by this.`;
/** Whether a release was taken from clients' sight: then the remark above belongs to it. */
export function hidesRelease(report) {
    if (actingOf(report) === 'restore' || report.version === '')
        return false;
    if (report.dry_run)
        return report.operation === 'rollback' && report.status === 'dry_run';
    return changedItself(report) && (report.operation === 'rollback' || report.can_restore);
}
