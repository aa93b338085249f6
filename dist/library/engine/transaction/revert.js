import { ArtifactMarks, absentArtifacts, artifactIndex } from '../../domain/artifact-marks.js';
import { failure } from '../../domain/errors.js';
import { readEntry } from '../../domain/index/mod.js';
import { takesArtifacts, takesEntry } from '../../domain/types.js';
import { named } from '../named.js';
import { eachArtifact, readIndex } from '../publication.js';
import { foreignEntries, hide, republished, show } from './entries.js';
import { editIndex } from './index-edit.js';
import { markReverted, unpromiseUndone } from './marking.js';
import { fence, indexParts } from './operation.js';
import { isSameArtifact } from './same-artifact.js';
/** Puts everything back as it was before the commit, and looks; the log says `reverting` before the first change. */
export async function putBack(operation) {
    const { tenure, manifest, draft } = operation;
    if (tenure.open.phase !== 'reverting')
        await tenure.advance('reverting', { phase: 'reverting' });
    await fence(operation);
    const undo = manifest.operation === 'rollback' ? undoRollback : undoRestore;
    const foreign = await undo(operation);
    if (foreign.length > 0)
        draft.warn(`Written by somebody else meanwhile, left alone: ${named(foreign)}`);
    await markReverted(operation);
    await fence(operation);
    return { foreign };
}
async function undoRollback(operation) {
    const { manifest, workspace, draft } = operation;
    let foreign = [];
    if (takesArtifacts(manifest.rollback_type) && manifest.folder_present) {
        const standing = await markStanding(operation);
        const absent = standing.unmarkedRows();
        // Also with nothing absent: a tree in the work folder must not go with it.
        await workspace.reinstate(manifest, absent, draft.progress('artifacts'));
        const left = await missingKeys(operation);
        if (left.length > 0)
            throw failure('STEP_FAILED', `Could not be put back: ${named(left)}`);
        foreign = await rewritten(operation, (path) => !standing.isMarked(path));
        // What we had taken is back, but not all of it is ours any more: the old entry must not list other bytes.
        if (absent.length > 0 && foreign.length > 0) {
            throw failure('STEP_FAILED', `Written by somebody else meanwhile: ${named(foreign)}`);
        }
    }
    if (manifest.entries.length > 0)
        await showAgain(operation);
    return foreign;
}
/** Keys that stand there with other bytes; what a killed revert of ours put back before has only a new revision. */
async function rewritten({ manifest, workspace, context }, putBackNow) {
    const changed = new Set((await workspace.survey(manifest)).changed.filter((path) => !putBackNow(path)));
    if (changed.size === 0)
        return [];
    const artifacts = artifactIndex(manifest.artifacts);
    const found = [];
    await eachArtifact(context.store, manifest.version, (info) => {
        if (changed.has(info.key))
            found.push(info);
    });
    const foreign = [];
    for (const info of found) {
        const artifact = artifacts.find(info.key);
        if (artifact !== undefined && !(await isSameArtifact(context.store, manifest, artifact, info)))
            foreign.push(artifact.path);
    }
    return foreign;
}
async function showAgain(operation) {
    const { manifest, draft } = operation;
    if (await untouchedIndex(operation))
        return releaseLock(operation);
    const { after } = await editIndex(indexParts(operation), (doc, now) => {
        if (!takesEntry(manifest.rollback_type) || foreignEntries(doc, manifest).length === 0)
            return show(doc, manifest, now);
        draft.warn(`${manifest.version} is listed by somebody else now; the old entry is not put beside it`);
        return undefined;
    });
    if (after === undefined)
        throw failure('INDEX_WRITE', 'index.json is missing; the entry has no index to go back to');
}
/** The lock that a run of this operation died with; a foreign one stays. */
const releaseLock = ({ workspace }) => workspace.unlockIndex();
/** An index that we never changed and that is broken or gone now is not ours to mend. */
async function untouchedIndex(operation) {
    const reading = await readIndex(operation.context.store, operation.context.clock);
    if (reading.state === 'present')
        return show(reading.doc, operation.manifest, new Date(0)) === undefined;
    const { index_updated: cut, index_marked: marked } = operation.draft.fields;
    return !cut && marked !== true && !operation.recovering;
}
async function undoRestore(operation) {
    const { manifest, workspace, draft } = operation;
    // Whoever holds the index, or broke it, is no hindrance where we never listed the release.
    if (manifest.entries.length > 0) {
        if (await untouchedByRestore(operation))
            await releaseLock(operation);
        else
            await editIndex(indexParts(operation), (doc, now) => hide(doc, manifest, now));
    }
    const counted = await listedByOthers(operation);
    const put = absentArtifacts(manifest);
    const staying = put.filter(({ path }) => counted.has(path)).map(({ path }) => path);
    if (staying.length > 0)
        draft.warn(`Another entry of ${manifest.version} counts on what was put back, so it stays: ${named(staying)}`);
    const ours = put.filter(({ path }) => !counted.has(path));
    const { left, lacking } = await workspace.retract(manifest, ours, draft.progress('artifacts'));
    if (lacking.length > 0)
        await tellLacking(operation, lacking);
    return left;
}
/** What the rollback had kept can't be brought back whole any more: nobody must learn that from the next restore. */
async function tellLacking(operation, lacking) {
    const { manifest, draft } = operation;
    draft.warn(`The backup ${manifest.backup_path} lacks what could not be taken back into it: ${named(lacking)}. A restore refuses until it is there again`);
    await unpromiseUndone(operation);
}
async function untouchedByRestore(operation) {
    const { manifest, context, draft, recovering } = operation;
    const reading = await readIndex(context.store, context.clock);
    if (reading.state === 'present')
        return hide(reading.doc, manifest, new Date(0)) === undefined;
    return takesEntry(manifest.rollback_type) && !draft.fields.index_updated && !recovering;
}
/** Artifacts that a foreign entry of the version counts on: taking them away would leave it listed without them (I1). */
async function listedByOthers({ manifest, context }) {
    const reading = await readIndex(context.store, context.clock);
    if (reading.state !== 'present')
        return new Set();
    const { doc } = reading;
    return new Set(republished(doc, manifest).flatMap((entry) => readEntry(doc, entry).artifacts));
}
/**
 * Removes the backup that a rollback made and does not need: only after its closer, since until then a recovery
 * puts things back from it. A restore's manifest names the rollback's backup, which is never its own to remove.
 */
export async function discardBackup(workspace, manifest) {
    if (manifest?.operation === 'rollback' && manifest.backup_path !== '')
        await workspace.discard(manifest);
}
/** Keys of the manifest that are not in the version folder. */
export async function missingKeys(operation) {
    return Array.from((await markStanding(operation)).unmarked(), ({ path }) => path);
}
/** Those of the manifest's artifacts at whose keys something stands. */
async function markStanding({ context, manifest }) {
    const standing = new ArtifactMarks(manifest.artifacts);
    await eachArtifact(context.store, manifest.version, ({ key }) => standing.mark(key));
    return standing;
}
/** Keys that are not where they should be: missing, or written by somebody else. */
export async function misplacedKeys(operation) {
    const standing = await markStanding(operation);
    const missing = Array.from(standing.unmarked(), ({ path }) => path);
    if (operation.manifest.operation !== 'rollback')
        return missing;
    return [...missing, ...(await rewritten(operation, (path) => !standing.isMarked(path)))];
}
