import { artifactPathProblem } from './keys.js';
import { activeRollbacks, remainingWork } from './publication.js';
import { takesArtifacts, takesEntry } from './types.js';
/** The guide's policy checks over what was read: all violations at once, the first in DESIGN's order decides the code. */
export function evaluatePolicy(publication, question) {
    const violations = findViolations(publication, question.type);
    const override = question.force || question.mode === 'lenient';
    const blocking = violations.filter((violation) => violation.hard || !override);
    const tolerated = violations.filter((violation) => !blocking.includes(violation));
    return {
        allowed: blocking.length === 0,
        passed: violations.length === 0,
        versionExists: publication.exists,
        dependenciesSatisfied: !violations.some((violation) => violation.code === 'DEPENDENCY'),
        alreadyDone: violations.some((violation) => violation.code === 'ALREADY_ROLLED_BACK'),
        code: blocking[0]?.code,
        errors: blocking.flatMap((violation) => violation.messages),
        advice: blocking.find((violation) => violation.hard)?.advice,
        warnings: tolerated.flatMap((violation) => lenientMessages(publication, violation)),
    };
}
/** Order: a broken index, then 40 or 46, then 42, then the rest of 41. */
function findViolations(publication, type) {
    const { version, index } = publication;
    if (index.state === 'broken') {
        return [hard([`index.json is not a usable index: ${index.reason}`], BROKEN_ADVICE)];
    }
    const presence = presenceViolation(publication, type);
    const rest = presence?.code === 'VERSION_NOT_FOUND' ? [] : consistencyViolations(publication);
    const escaping = publication.entries.flatMap((entry) => entry.artifacts.flatMap((path) => {
        const problem = artifactPathProblem(version, path);
        return problem === undefined
            ? []
            : [`index.json lists an artifact of ${version} whose path ${problem}`];
    }));
    const dependency = dependencyViolation(publication);
    return [
        ...(presence === undefined ? [] : [presence]),
        ...(dependency === undefined ? [] : [dependency]),
        ...(escaping.length === 0 ? [] : [hard(escaping, ESCAPING_ADVICE)]),
        ...rest,
    ];
}
const BROKEN_ADVICE = 'Have the publisher write index.json again, then run again; a broken index is never edited, whatever is overridden.';
const ESCAPING_ADVICE = 'Have the publisher mend the entry, then run again; what lies outside the version folder is never touched, whatever is overridden.';
const hard = (messages, advice) => ({
    code: 'POLICY_VIOLATION',
    messages,
    hard: true,
    advice,
});
const soft = (code, ...messages) => ({ code, messages, hard: false });
function presenceViolation(publication, type) {
    const { version } = publication;
    const active = activeRollbacks(publication.history);
    const [latest] = active;
    const work = remainingWork(publication, type);
    const done = !work.artifacts && !work.cut && !work.mark;
    if (latest !== undefined && done && covers(active, type)) {
        return soft('ALREADY_ROLLED_BACK', `Version ${version} is already rolled back (${latest.rollback_type}, rollback id ${latest.rollback_id})`);
    }
    if (publication.exists)
        return undefined;
    return soft('VERSION_NOT_FOUND', `Version ${version} not found in repository`);
}
/** Whether earlier rollbacks together took what this type would take; what vanished otherwise is not our doing. */
function covers(active, type) {
    const took = (part) => active.some(({ rollback_type: taken }) => part(taken));
    return (!takesArtifacts(type) || took(takesArtifacts)) && (!takesEntry(type) || took(takesEntry));
}
function dependencyViolation(publication) {
    const { version, dependents } = publication;
    if (dependents.length === 0)
        return undefined;
    const named = dependents.slice(0, 5).join(', ');
    const more = dependents.length > 5 ? ` and ${dependents.length - 5} more` : '';
    return soft('DEPENDENCY', `${named}${more} depend${dependents.length === 1 ? 's' : ''} on ${version}`);
}
function consistencyViolations(publication) {
    const { version, index, entries, artifacts } = publication;
    const found = [];
    const active = activeRollbacks(publication.history);
    if (index.state === 'missing')
        found.push(soft('POLICY_VIOLATION', 'index.json is missing'));
    const hiddenByUs = active.some((rollback) => rollback.rollback_type === 'index_only');
    const tookArtifacts = active.some((rollback) => takesArtifacts(rollback.rollback_type));
    // An entry that was published since promises artifacts of its own: our log does not explain that they are gone.
    const goneByUs = tookArtifacts && entries.length === 0 && !publication.folderPresent;
    if (index.state === 'present' && entries.length === 0 && !hiddenByUs && !goneByUs) {
        found.push(soft('POLICY_VIOLATION', `Version ${version} not found in index (index may be inconsistent)`));
    }
    const ours = new Set(active.map((rollback) => rollback.rollback_id));
    const marked = entries.length > 0 && entries.every(({ removed, removedBy }) => removed && ours.has(removedBy));
    if (artifacts.length === 0 && !marked && !goneByUs) {
        found.push(soft('POLICY_VIOLATION', `No artifacts found for ${version} (may already be rolled back)`));
    }
    const missing = missingArtifacts(publication);
    if (missing.length > 0 && artifacts.length > 0) {
        const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
        found.push(soft('POLICY_VIOLATION', `index.json lists artifacts that are not there: ${missing.slice(0, 3).join(', ')}${more}`));
    }
    if (entries.length > 1) {
        found.push(soft('POLICY_VIOLATION', `index.json lists ${version} ${entries.length} times`));
    }
    if (index.state === 'present' && index.total !== undefined && index.total.value !== index.count) {
        found.push(soft('POLICY_VIOLATION', `index.json says total_releases ${index.total.text}, but lists ${index.count}`));
    }
    return found;
}
function missingArtifacts(publication) {
    const { artifacts, entries } = publication;
    const found = artifacts.reduce((count, { listed }) => count + Number(listed), 0);
    // As many found as are listed: then none is missing, and no set of all of them is needed.
    if (found === entries.reduce((count, entry) => count + entry.artifacts.length, 0))
        return [];
    const there = new Set(artifacts.map((artifact) => artifact.path));
    return entries
        .filter((entry) => !entry.removed)
        .flatMap((entry) => entry.artifacts.filter((path) => !there.has(path)));
}
/** The guide's lenient output names both halves of 'not found'. */
function lenientMessages(publication, violation) {
    if (violation.code !== 'VERSION_NOT_FOUND')
        return violation.messages;
    const { version } = publication;
    return [
        `Version ${version} not found in index (index may be inconsistent)`,
        `No artifacts found for ${version} (may already be rolled back)`,
    ];
}
