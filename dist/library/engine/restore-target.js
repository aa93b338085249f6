import { failure } from '../domain/errors.js';
import { activeRollbacks } from '../domain/publication.js';
import { readAllMarkers, readMarkers } from './log/markers.js';
/**
 * Which rollback to undo. Throws VERSION_NOT_FOUND when none is known, POLICY_VIOLATION when a later one of the same
 * version must be restored first, BACKUP when it was made without a backup. `foreseen` adds what recovery would write.
 */
export async function chooseRollback(store, request, foreseen = (markers) => markers) {
    const { version, rollbackId } = request;
    const read = version === undefined ? await readAllMarkers(store) : await readMarkers(store, version);
    const markers = foreseen(read);
    const rollbacks = markers.filter((marker) => marker.event === 'rolled_back' && !isReverted(marker, markers));
    const marker = rollbacks.find((candidate) => rollbackId === undefined || candidate.rollback_id === rollbackId);
    if (marker === undefined)
        throw unknown(request);
    const siblings = markers.filter((candidate) => candidate.version === marker.version);
    const active = activeRollbacks(siblings);
    if (!active.some((candidate) => candidate.operation_id === marker.operation_id))
        return { marker, restored: true, inForce: active[0] };
    const [last, inForce] = active;
    if (last !== undefined && last.operation_id !== marker.operation_id) {
        throw failure('POLICY_VIOLATION', `Rollback ${last.rollback_id} of ${marker.version} is later and not restored`, {
            advice: `Restore the later one first: release-rollback restore --rollback-id ${last.rollback_id}`,
        });
    }
    // A backup that was found damaged may have been mended since: the restore looks, and names what is still missing.
    if (!marker.can_restore && marker.backup_path === '') {
        throw failure('BACKUP', `Rollback ${marker.rollback_id} of ${marker.version} was made without a backup`, {
            advice: 'Publish the release again; there is nothing to restore it from.',
        });
    }
    return { marker, restored: false, inForce };
}
/** 'Restored' is not all that there is to say while another rollback still holds the release, or a part of it, back. */
export const stillInForce = ({ version, rollback_id: id, rollback_type: type }) => `${version} is still rolled back by ${id} (${type}); \`release-rollback restore --rollback-id ${id}\` undoes that one, too`;
const isReverted = (marker, markers) => markers.some((other) => other.event === 'reverted' && other.undoes === marker.operation_id);
function unknown({ version, rollbackId }) {
    const what = [
        ...(rollbackId === undefined ? [] : [`rollback ${rollbackId}`]),
        ...(version === undefined ? [] : [`version ${version}`]),
    ].join(' of ');
    return failure('VERSION_NOT_FOUND', `No rollback is known: ${what}`, {
        advice: '`release-rollback list` shows the rollbacks that can be restored.',
    });
}
