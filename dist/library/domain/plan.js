import { activeRollbacks, remainingWork } from './publication.js';
import { takesArtifacts } from './types.js';
/** Requests that any rollback makes besides those for each artifact: log, manifest, index, markers. */
const FIXED_REQUESTS = 20;
/** Artifact requests in flight at once. */
const CONCURRENCY = 16;
export function planRollback(publication, question) {
    const { version, index, entries } = publication;
    const work = remainingWork(publication, question.type);
    const artifacts = work.artifacts ? publication.artifacts : [];
    const hidden = work.cut || work.mark;
    const previousLatest = index.state === 'present' ? index.latest : '';
    const requests = artifacts.length * question.requestsPerArtifact;
    const nothingToDo = !work.artifacts && !hidden;
    return {
        version,
        rollbackType: question.type,
        artifacts,
        bytes: artifacts.reduce((sum, artifact) => sum + artifact.size, 0),
        folderPresent: work.artifacts,
        cut: work.cut ? entries.map((entry) => entry.placement) : [],
        mark: work.mark ? entries.filter((entry) => !entry.removed).map((entry) => entry.placement) : [],
        indexRevision: index.state === 'present' ? index.revision : '',
        previousLatest,
        newLatest: index.state === 'present' && hidden ? index.latestWithout : previousLatest,
        nothingToDo,
        estimatedSeconds: nothingToDo ? 0 : 0.5 + 0.05 * (FIXED_REQUESTS + requests / CONCURRENCY),
        warnings: planWarnings(publication, artifacts, question),
        notes: planNotes(publication, question, previousLatest, nothingToDo),
    };
}
function planWarnings(publication, artifacts, question) {
    const warnings = [];
    const unlisted = inList(artifacts, (artifact) => !artifact.listed && artifact.type !== 'folder');
    if (unlisted.length > 0 && publication.entries.length > 0) {
        warnings.push(`${counted(unlisted.length, 'file')} not listed in the index ${unlisted.length === 1 ? 'is' : 'are'} taken along: ${named(unlisted)}`);
    }
    const outward = inList(artifacts, leaves);
    if (outward.length > 0) {
        warnings.push(`${counted(outward.length, 'link')} pointing out of the version folder ${outward.length === 1 ? 'is' : 'are'} moved as a link, never followed: ${named(outward)}`);
    }
    // An entry alone comes back from the manifest, which is always kept.
    if (!question.createBackup && takesArtifacts(question.type))
        warnings.push('No backup is made: this rollback cannot be restored');
    return warnings;
}
function planNotes(publication, question, previousLatest, nothingToDo) {
    const notes = [];
    const { version, history } = publication;
    if (previousLatest === version)
        notes.push(`${version} was the latest release when this run began`);
    if (question.type === 'artifacts_only')
        notes.push('The index entry stays and is marked as removed');
    if (question.type === 'index_only')
        notes.push('The artifacts stay where they are; only the index entry goes');
    const earlier = activeRollbacks(history)[0];
    if (earlier !== undefined && !nothingToDo) {
        notes.push(`Goes on from rollback ${earlier.rollback_id} (${earlier.rollback_type})`);
    }
    return notes;
}
const inList = (artifacts, keep) => [...artifacts.filter(keep)];
/** Whether a link leads out of the version folder. */
function leaves(artifact) {
    if (artifact.type !== 'symlink' || artifact.target === undefined)
        return false;
    if (artifact.target.startsWith('/'))
        return true;
    let depth = artifact.path.split('/').length - 2;
    for (const part of artifact.target.split('/')) {
        if (part === '..')
            depth -= 1;
        else if (part !== '.' && part !== '')
            depth += 1;
        if (depth < 0)
            return true;
    }
    return false;
}
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
function named(artifacts) {
    const shown = artifacts
        .slice(0, 3)
        .map((artifact) => artifact.path)
        .join(', ');
    return artifacts.length > 3 ? `${shown} and ${artifacts.length - 3} more` : shown;
}
