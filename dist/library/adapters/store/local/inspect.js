import { accessSync, constants, lstatSync, statSync } from 'node:fs';
import { asRollbackError, failure } from '../../../domain/errors.js';
import { BACKUPS, BY_VERSION, INDEX_KEY, LOG, MANIFESTS, WORK } from '../../../domain/keys.js';
import { checkVersionFolder } from './inspect-version.js';
import { codeOf, ioError, quoted, symlinkRefused, unlessAbsent } from './io-errors.js';
import { pathOf } from './local-root.js';
import { mayUse, refuseSticky } from './permissions.js';
/** Preflight of a local repository: whatever would stop a change half-way is found before it begins; writes nothing. */
export async function inspectRepository(root, options) {
    const stats = checkRoot(root, options.forWriting);
    const warnings = [];
    // Reading alone needs only the log; a run about a version also wants to know whether its backup could be made.
    const strictly = options.forWriting || options.version !== undefined;
    for (const key of [LOG, BY_VERSION, MANIFESTS, WORK, BACKUPS]) {
        const problem = ownFolderProblem(root, key, stats, options.forWriting);
        if (problem === undefined)
            continue;
        if (strictly || key !== BACKUPS)
            throw problem;
        warnings.push(problem.message);
    }
    if (options.version !== undefined) {
        checkVersionFolder(root, stats, { version: options.version, forWriting: options.forWriting });
    }
    if (!options.forWriting)
        return warnings;
    return [...warnings, ...indexWarnings(root, stats)];
}
/** For `doctor`: what else a preflight would refuse after the first that it meets, each look by itself. */
export async function furtherProblems(root) {
    const stats = statOfRoot(root);
    const looks = [
        ['repository folder', () => mayUse(root.path, `'${root.path}'`, true)],
        ...[LOG, BY_VERSION, MANIFESTS, WORK, BACKUPS].map((key) => [key, () => demandNone(ownFolderProblem(root, key, stats, true))]),
        ['index file', () => indexWarnings(root, stats)],
    ];
    const problems = [];
    for (const [name, look] of looks) {
        try {
            await look();
        }
        catch (thrown) {
            const { message, advice } = asRollbackError(thrown);
            problems.push({ name, result: 'failed', detail: message, advice });
        }
    }
    return problems.slice(1);
}
function demandNone(problem) {
    if (problem !== undefined)
        throw problem;
}
function checkRoot(root, forWriting) {
    const stats = statOfRoot(root);
    if (!stats.isDirectory())
        throw failure('NO_REPOSITORY', `'${root.path}' is a file, not a folder`);
    mayUse(root.path, `'${root.path}'`, forWriting);
    return stats;
}
function statOfRoot(root) {
    try {
        return statSync(root.path);
    }
    catch (thrown) {
        if (codeOf(thrown) === 'ENOENT')
            throw failure('NO_REPOSITORY', `'${root.path}' does not exist`);
        throw ioError(thrown, `open the repository '${root.path}'`, 'NO_REPOSITORY');
    }
}
function ownFolderProblem(root, key, rootStats, forWriting) {
    const path = pathOf(root, key);
    const refused = key === BACKUPS ? 'BACKUP' : 'BAD_INPUT';
    const stats = unlessAbsent(() => lstatSync(path));
    if (stats === undefined)
        return undefined;
    if (!stats.isDirectory()) {
        const what = stats.isSymbolicLink() ? 'a symbolic link' : 'a file';
        return failure(refused, `${quoted(key)} is ${what}; a folder has to be there`, {
            advice: `Look at what '${path}' is, move it away, then run again.`,
        });
    }
    // Locks, records and the index are renamed and linked between these; only backups can be copied across.
    if (key !== BACKUPS && stats.dev !== rootStats.dev) {
        return failure(refused, `${quoted(key)} is on another file system than the repository, which is refused`);
    }
    try {
        mayUse(path, quoted(key), forWriting);
        return undefined;
    }
    catch (thrown) {
        return thrown;
    }
}
function indexWarnings(root, rootStats) {
    const path = pathOf(root, INDEX_KEY);
    const stats = unlessAbsent(() => lstatSync(path));
    if (stats === undefined)
        return [];
    if (stats.isSymbolicLink()) {
        throw symlinkRefused(INDEX_KEY, 'a symlinked index is refused');
    }
    refuseSticky(rootStats, stats, INDEX_KEY);
    try {
        accessSync(path, constants.R_OK);
    }
    catch (thrown) {
        throw ioError(thrown, `read ${quoted(INDEX_KEY)}`);
    }
    const uid = process.geteuid?.();
    if (uid === undefined || uid === 0 || stats.uid === uid)
        return [];
    return [`${INDEX_KEY} belongs to user ${stats.uid}; the edited file will belong to user ${uid}`];
}
