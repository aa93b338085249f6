import { ArtifactMarks } from '../../domain/artifact-marks.js';
import { failure } from '../../domain/errors.js';
import { parseIndex, readEntry } from '../../domain/index/mod.js';
import { PackedRows } from '../../domain/rows.js';
import { takesArtifacts, takesEntry } from '../../domain/types.js';
import { named } from '../named.js';
import { latestOf, readIndex } from '../publication.js';
import { foreignEntries, hide, ourEntries, republished } from './entries.js';
import { editIndex } from './index-edit.js';
import { fence, indexParts } from './operation.js';
/** How often a release that a blind writer lists again is taken out again (DESIGN §3, step 7). */
const RELISTED_LIMIT = 5;
/** Steps 5 to 7: out of the index, then the artifacts, then look. Every part may have been done before. */
export async function rollForward(operation) {
    const { draft } = operation;
    const index = await draft.stage('index', () => hideEntry(operation));
    const withdrawal = await draft.stage('artifacts', () => takeArtifacts(operation, index));
    const { listed, changed } = await draft.stage('verify', () => verify(operation, withdrawal));
    if (operation.recovering)
        await warnOfDamage(operation, withdrawal.removed);
    const superseded = listed || changed.length > 0;
    if (superseded) {
        draft.fields.superseded = true;
        const keys = changed.length > 0 ? named(changed) : `${operation.manifest.version}/`;
        draft.errors.push(`Published again while we worked, left alone: ${keys}`);
    }
    return { index, superseded };
}
async function hideEntry(operation) {
    const { manifest, draft } = operation;
    if (manifest.entries.length === 0)
        return lookOnly(operation);
    const parts = { ...indexParts(operation), known: operation.reading };
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
function noteLatest(operation, doc) {
    const { manifest, draft } = operation;
    const hidden = manifest.entries.length > 0;
    const latest = latestOf(doc);
    if (draft.fields.previous_latest === '')
        draft.fields.previous_latest = latest;
    const foreign = foreignEntries(doc, manifest).length > 0;
    draft.fields.new_latest = hidden && !foreign ? latestOf(doc, manifest.version) : latest;
}
async function takeArtifacts(operation, index) {
    const { manifest, workspace, draft } = operation;
    if (!takesArtifacts(manifest.rollback_type) || !manifest.folder_present) {
        return { removed: [], changed: [], unknown: [] };
    }
    const begun = await leftToRepublished(operation, writtenJustNow(operation, index));
    const fresh = !operation.recovering;
    const withdrawal = begun ?? (await workspace.withdraw(manifest, draft.progress('artifacts'), fresh));
    if (withdrawal.untouched === true && withdrawal.changed.length > 0) {
        throw failure('SUPERSEDED', `Somebody is writing to ${manifest.version}/: ${named(withdrawal.changed)}`);
    }
    noteRemoved(operation, withdrawal.removed);
    warnOfStrangers(operation, withdrawal);
    const { artifacts_removed: noted } = draft.fields;
    // The same paths; of a large release they need not be there twice.
    return noted.length === withdrawal.removed.length ? { ...withdrawal, removed: noted } : withdrawal;
}
function warnOfStrangers({ draft }, { unknown }) {
    for (const key of unknown.slice(0, 10))
        draft.warn(`Not ours, left where it is: ${key}`);
}
/** A recovery may come late: what the backup rests on may have been deleted by somebody else since. */
async function warnOfDamage(operation, removed) {
    const { manifest, workspace, draft } = operation;
    if (!manifest.create_backup)
        return;
    const gone = PackedRows.from(new ArtifactMarks(manifest.artifacts).markAll(removed).marked());
    const damaged = await workspace.damaged(manifest, gone);
    if (damaged.length === 0)
        return;
    draft.backupDamaged = true;
    draft.fields.can_restore = false;
    draft.warn(`The backup is not whole, a restore will refuse: ${named(damaged)}`);
}
/** What the report says was taken out. */
export function noteRemoved({ manifest, draft }, removed) {
    const paths = [];
    let bytes = 0;
    for (const { path, type, size } of new ArtifactMarks(manifest.artifacts).markAll(removed).marked()) {
        if (type === 'folder')
            continue;
        paths.push(path);
        bytes += size;
    }
    draft.fields.artifacts_removed = paths;
    draft.fields.total_artifacts_removed = paths.length;
    draft.fields.total_bytes_freed = bytes;
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
/** The last look before the operation is closed. */
async function verify(operation, withdrawal) {
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
