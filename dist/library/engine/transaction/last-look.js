import { ArtifactMarks } from '../../domain/artifact-marks.js';
import { failure } from '../../domain/errors.js';
import { readEntry } from '../../domain/index/mod.js';
import { takesArtifacts } from '../../domain/types.js';
import { named } from '../named.js';
import { readIndex } from '../publication.js';
import { hide, ourEntries, republished } from './entries.js';
import { editIndex } from './index-edit.js';
import { fence, indexParts } from './operation.js';
import { noteLatest, noteRemoved, warnOfStrangers } from './rollback-notes.js';
/** How often a release that a blind writer lists again is taken out again (DESIGN §3, step 7). */
const RELISTED_LIMIT = 5;
/** The last look before the operation is closed: nothing of ours is left, and nobody counts on what we took. */
export async function lastLook(operation, withdrawal) {
    const survey = surveyEarly(operation);
    survey.catch(() => { });
    const doc = await verifyHidden(operation);
    const foreign = doc === undefined ? [] : republished(doc, operation.manifest);
    const now = await survey;
    const covered = await uncover(operation, withdrawal, now);
    if (doc === undefined || foreign.length === 0)
        return { listed: false, changed: [...verifyGone(operation, withdrawal, now), ...covered] };
    await giveBack(operation, doc, foreign);
    return { listed: true, changed: [...withdrawal.changed, ...covered] };
}
/** The very bytes that somebody uploaded between our look and the removal went with it: they stand there again. */
async function uncover(operation, withdrawal, now) {
    const { manifest, workspace, recovering } = operation;
    // What a fresh run found hidden already was hidden by somebody else; a recovery can't tell, and gives it back.
    const before = new Set(recovering ? [] : withdrawal.covered);
    const covered = (now?.covered ?? []).filter((path) => !before.has(path));
    if (covered.length === 0)
        return [];
    // A late delete of ours would hide it again: its revision is the same.
    await fence(operation);
    await workspace.uncover?.(manifest, covered);
    const given = new Set(covered);
    noteRemoved(operation, withdrawal.removed.filter((path) => !given.has(path)));
    return covered;
}
/** How the artifacts stand, asked for while the index is looked at; undefined where none were to be taken. */
async function surveyEarly({ manifest, workspace }) {
    if (!takesArtifacts(manifest.rollback_type) || !manifest.folder_present)
        return undefined;
    return workspace.survey(manifest);
}
/** Nothing of ours is left: no manifest key in its manifest revision. The keys that somebody else wrote meanwhile. */
function verifyGone(operation, withdrawal, now) {
    const { manifest } = operation;
    if (now === undefined)
        return [];
    warnOfStrangers(operation, now);
    const known = new ArtifactMarks(manifest.artifacts);
    for (const paths of [now.removed, now.changed, now.covered ?? [], withdrawal.changed])
        known.markAll(paths);
    const standing = Array.from(known.unmarked(), ({ path }) => path);
    // The same content has the same revision: what was gone and is there again was written by somebody else.
    const gone = new ArtifactMarks(manifest.artifacts).markAll(withdrawal.removed);
    const left = standing.filter((path) => !gone.isMarked(path));
    if (left.length > 0)
        throw failure('STEP_FAILED', `Still there after the removal: ${named(left)}`);
    return [...new Set([...withdrawal.changed, ...now.changed, ...standing])];
}
/**
 * Somebody listed the version again and counts on artifacts that we took, which on an object store look the same when
 * they are uploaded again: those go back, so that nothing is listed without its artifacts (I1).
 */
async function giveBack(operation, doc, foreign) {
    const { manifest, workspace, context, draft } = operation;
    if (!takesArtifacts(manifest.rollback_type) || context.store.workspaces !== undefined)
        return;
    const wanted = new Set(foreign.flatMap((entry) => readEntry(doc, entry).artifacts));
    const { removed } = await workspace.survey(manifest);
    const owed = new Set(removed.filter((path) => wanted.has(path)));
    if (owed.size === 0)
        return;
    draft.warn(`Listed again by somebody else without being there: ${named([...owed])}`);
    if (!manifest.create_backup)
        return;
    // A late delete of ours would take again what goes back: its revision is the same.
    await fence(operation);
    const artifacts = manifest.artifacts.filter(({ path }) => owed.has(path));
    await workspace.reinstate(manifest, artifacts, draft.progress('artifacts'));
    noteRemoved(operation, (await workspace.survey(manifest)).removed);
}
/** Our entry is not listed; the index as it was found, undefined when there is none. */
async function verifyHidden(operation) {
    const { manifest, draft } = operation;
    for (let round = 0;; round += 1) {
        const reading = await readIndex(operation.context.store, operation.context.clock);
        if (reading.state === 'missing')
            return undefined;
        if (reading.state === 'broken') {
            if (manifest.entries.length === 0)
                return undefined;
            throw failure('INDEX_WRITE', `index.json was broken meanwhile: ${reading.reason}`);
        }
        if (ourEntries(reading.doc, manifest).length === 0) {
            noteLatest(operation, reading.doc);
            return reading.doc;
        }
        if (round >= RELISTED_LIMIT) {
            throw failure('INDEX_WRITE', `${manifest.version} was listed again ${RELISTED_LIMIT} times by another writer`);
        }
        draft.warn(`${manifest.version} was listed again by a writer that takes no lock; taken out once more`);
        await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
    }
}
