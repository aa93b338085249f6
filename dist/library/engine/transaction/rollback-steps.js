import { ArtifactMarks } from '../../domain/artifact-marks.js';
import { failure } from '../../domain/errors.js';
import { parseIndex } from '../../domain/index/mod.js';
import { takesArtifacts, takesEntry } from '../../domain/types.js';
import { named } from '../named.js';
import { readIndex } from '../publication.js';
import { hide, republished } from './entries.js';
import { indexStates } from './evidence.js';
import { editIndex } from './index-edit.js';
import { lastLook } from './last-look.js';
import { indexParts } from './operation.js';
import { noteLatest, noteRemoved, warnOfStrangers } from './rollback-notes.js';
/** Steps 5 to 7: out of the index, then the artifacts, then look. Every part may have been done before. */
export async function rollForward(operation) {
    const { draft } = operation;
    const { index, written } = await draft.stage('index', () => editedIndex(operation));
    const withdrawal = await draft.stage('artifacts', () => takeArtifacts(operation, written));
    const { listed, changed } = await draft.stage('verify', () => lastLook(operation, withdrawal));
    if (operation.recovering || withdrawal.missed === true)
        await warnOfDamage(operation, withdrawal.removed);
    const superseded = listed || changed.length > 0;
    if (superseded) {
        draft.fields.superseded = true;
        const keys = changed.length > 0 ? named(changed) : `${operation.manifest.version}/`;
        draft.errors.push(`Published again while we worked, left alone: ${keys}`);
    }
    return { index, superseded };
}
/** What there is to say of the index, which itself may be large; and the bytes of it that need no other look. */
async function editedIndex(operation) {
    const result = await hideEntry(operation);
    return { index: indexStates(operation.manifest, result), written: writtenJustNow(operation, result) };
}
async function hideEntry(operation) {
    const { manifest, draft } = operation;
    if (manifest.entries.length === 0)
        return lookOnly(operation);
    const parts = { ...indexParts(operation), known: operation.takeReading?.() };
    const result = await editIndex(parts, (doc, now) => {
        noteLatest(operation, doc);
        return hide(doc, manifest, now);
    });
    if (result.after === undefined)
        draft.warn('index.json is gone: somebody removed it while we worked');
    else if (takesEntry(manifest.rollback_type))
        draft.fields.index_updated = true;
    else
        draft.fields.index_marked = true;
    return result;
}
/** Nothing of ours is in the index; says what is latest all the same. */
async function lookOnly(operation) {
    if (operation.manifest.index_revision === '')
        return { before: undefined, after: undefined };
    const reading = await readIndex(operation.context.store, operation.context.clock);
    if (reading.state !== 'present')
        return { before: undefined, after: undefined };
    noteLatest(operation, reading.doc);
    return { before: reading.object.body, after: reading.object.body };
}
async function takeArtifacts(operation, written) {
    const { manifest, workspace, draft } = operation;
    if (!takesArtifacts(manifest.rollback_type) || !manifest.folder_present) {
        return { removed: [], changed: [], unknown: [] };
    }
    const begun = await leftToRepublished(operation, written);
    const fresh = !operation.recovering;
    const withdrawal = begun ?? (await workspace.withdraw(manifest, draft.progress('artifacts'), fresh));
    if (withdrawal.untouched === true && withdrawal.changed.length > 0) {
        throw failure('SUPERSEDED', `Somebody is writing to ${manifest.version}/: ${named(withdrawal.changed)}`);
    }
    noteRemoved(operation, withdrawal.removed);
    warnOfStrangers(operation, withdrawal);
    return withdrawal;
}
/** What the backup rests on may have been deleted by somebody else: before it was taken, or since, if we come late. */
async function warnOfDamage(operation, removed) {
    const { manifest, workspace, draft } = operation;
    if (!manifest.create_backup)
        return;
    const gone = new ArtifactMarks(manifest.artifacts).markAll(removed).markedRows();
    const damaged = await workspace.damaged(manifest, gone);
    if (damaged.length === 0)
        return;
    draft.backupDamaged = true;
    draft.fields.can_restore = false;
    draft.warn(`The backup is not whole, a restore will refuse: ${named(damaged)}`);
}
/**
 * A foreign entry of the version is listed (DESIGN §4, 'Published again meanwhile'): throws SUPERSEDED while nothing is
 * removed; otherwise answers how things stand, and nothing more is removed. Undefined when there is no such entry.
 */
async function leftToRepublished(operation, written) {
    const { manifest, workspace } = operation;
    const reading = written === undefined
        ? await readIndex(operation.context.store, operation.context.clock)
        : { state: 'present', doc: parseIndex(written) };
    if (reading.state !== 'present' || republished(reading.doc, manifest).length === 0)
        return undefined;
    const standing = await workspace.survey(manifest);
    // A recovery can't tell what was removed and published again from what was never removed.
    if (operation.recovering || standing.removed.length > 0)
        return leftStanding(operation, standing);
    throw failure('SUPERSEDED', `${manifest.version} was published again while we worked`);
}
/**
 * The index as this run has just put it, on condition that nobody else had changed it: on a bucket that is as good as
 * another look, and saves a request of each rollback. Who lists the release after that is met by `verify`.
 */
function writtenJustNow({ context: { store }, recovering }, { before, after }) {
    if (store.workspaces !== undefined || store.replacesBlindly === true || recovering)
        return undefined;
    return after === before ? undefined : after;
}
/** Local trees move whole: what is gone was taken by us only if the backup has it, and else by whoever published. */
async function leftStanding(operation, standing) {
    const { manifest, workspace, draft, context } = operation;
    if (context.store.workspaces === undefined || manifest.backup_path === '')
        return standing;
    await workspace.keepTaken?.(manifest, draft.progress('artifacts'));
    const damaged = await workspace.damaged(manifest, manifest.artifacts);
    if (damaged.length < manifest.artifacts.length)
        return standing;
    draft.backupDamaged = true;
    draft.fields.can_restore = false;
    draft.warn(`Nothing of ${manifest.version} was taken into the backup; a restore will refuse`);
    return { ...standing, removed: [] };
}
