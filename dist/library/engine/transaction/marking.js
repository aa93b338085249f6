import { asRollbackError } from '../../domain/errors.js';
import { SupersededError } from '../../ports/workspace.js';
import { isUnreachable } from '../failures.js';
import { readMarkers, writeMarker } from '../log/markers.js';
import { canRestore } from './evidence.js';
import { placeOf, senderOf } from './operation.js';
/** Says what was done to the version; a dead run's marker that promised more than is so is answered by a newer one. */
export async function markDone(operation) {
    const marker = markerOf(operation);
    const standing = await write(operation, marker);
    if (standing.can_restore && !marker.can_restore)
        await write(operation, takenBack(operation, standing));
}
/** The operation is given up: a marker of it must not promise what the backup can't give any more. */
export async function unpromise(operation, missing) {
    const { manifest, workspace, draft } = operation;
    try {
        const [marker] = await markersOf(operation);
        if (marker?.event !== 'rolled_back' || !marker.can_restore)
            return;
        const gone = new Set(missing);
        const artifacts = manifest.artifacts.filter(({ path }) => gone.has(path));
        if ((await workspace.damaged(manifest, artifacts)).length === 0)
            return;
        await write(operation, takenBack(operation, marker));
    }
    catch (thrown) {
        if (thrown instanceof SupersededError || isUnreachable(thrown))
            throw thrown;
        // Giving up is the last way that is left.
        draft.warn(`What can be restored was not looked for: ${asRollbackError(thrown).message}`);
    }
}
/** A restore was undone, and the backup of the rollback that it was to undo is not whole any more. */
export async function unpromiseUndone(operation) {
    const { context, manifest, tenure } = operation;
    const markers = await readMarkers(context.store, manifest.version);
    const undone = markers.find(({ operation_id, event }) => operation_id === manifest.undoes && event === 'rolled_back');
    if (undone?.can_restore !== true)
        return;
    // A number of its own: the marker that says the restore was taken back has the next one.
    await tenure.beat();
    await write(operation, takenBack(operation, undone));
    await tenure.beat();
}
/** A marker that says 'rolled back' or 'restored' is answered by one that takes it back. */
export async function markReverted(operation) {
    const id = operation.manifest.operation_id;
    const markers = await markersOf(operation);
    const ours = markers.find(({ operation_id, event }) => operation_id === id && event !== 'reverted');
    if (ours === undefined || markers.some(({ undoes }) => undoes === id))
        return;
    await write(operation, { ...newer(operation, ours), event: 'reverted', undoes: id });
}
/** The backup's manifest stays as the log knows it; a file beside it says that it was restored. */
export async function markRestored(operation) {
    const { manifest, workspace, draft } = operation;
    const mark = {
        schema_version: 1,
        rollback_id: manifest.rollback_id,
        operation_id: manifest.operation_id,
        restored_at: manifest.created_at,
    };
    try {
        await workspace.create(`${manifest.backup_path}restored.json`, new TextEncoder().encode(`${JSON.stringify(mark, null, 2)}\n`));
    }
    catch (thrown) {
        if (thrown instanceof SupersededError || isUnreachable(thrown))
            throw thrown;
        draft.warn(`The backup could not be marked as restored: ${asRollbackError(thrown).message}`);
    }
}
function markerOf(operation) {
    const { manifest, tenure, context } = operation;
    return {
        schema_version: 1,
        event: manifest.operation === 'restore' ? 'restored' : 'rolled_back',
        sequence: tenure.open.commit_sequence,
        version: manifest.version,
        operation_id: manifest.operation_id,
        rollback_id: manifest.rollback_id,
        rollback_type: manifest.rollback_type,
        undoes: manifest.undoes ?? '',
        backup_path: manifest.backup_path,
        manifest_key: tenure.open.manifest_key,
        manifest_sha256: tenure.open.manifest_sha256,
        ...placeOf(tenure.open),
        can_restore: canRestore(operation),
        time: new Date(context.clock.now()).toISOString(),
    };
}
/** Under the newest record's number, which no commit of ours has. */
const newer = ({ tenure, context }, marker) => ({
    ...marker,
    sequence: tenure.head.record.sequence,
    time: new Date(context.clock.now()).toISOString(),
});
const takenBack = (operation, marker) => ({
    ...newer(operation, marker),
    can_restore: false,
});
/** The operation's own, and those that undo it; newest first. */
async function markersOf({ context, manifest }) {
    const markers = await readMarkers(context.store, manifest.version);
    const id = manifest.operation_id;
    return markers.filter(({ operation_id, undoes }) => operation_id === id || undoes === id);
}
const write = (operation, marker) => writeMarker(operation.context.store, senderOf(operation), marker);
