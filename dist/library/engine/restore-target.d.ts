import type { VersionMarker } from '../domain/log-record.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { RestoreRequest } from '../request/request.ts';
export interface RestoreTarget {
    readonly marker: VersionMarker;
    /** It is restored already: nothing is to be done. */
    readonly restored: boolean;
    /** Another rollback of the version that is in force all the same, the newest of them. */
    readonly inForce: VersionMarker | undefined;
}
/**
 * Which rollback to undo. Throws VERSION_NOT_FOUND when none is known, POLICY_VIOLATION when a later one of the same
 * version must be restored first, BACKUP when it was made without a backup. `foreseen` adds what recovery would write.
 */
export declare function chooseRollback(store: ObjectStore, request: RestoreRequest, foreseen?: (markers: readonly VersionMarker[]) => readonly VersionMarker[]): Promise<RestoreTarget>;
/** 'Restored' is not all that there is to say while another rollback still holds the release, or a part of it, back. */
export declare const stillInForce: ({ version, rollback_id: id, rollback_type: type }: VersionMarker) => string;
