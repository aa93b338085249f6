import { activeRollbacks } from '../domain/publication.js';
import { mustHoldSomething } from '../ports/existence.js';
import { goneBackups } from './gone-backups.js';
import { readAllMarkers } from './log/markers.js';
import { OperationLog } from './log/operation-log.js';
import { latestOf, readIndex } from './publication.js';
/** Releases as the index has them, rollbacks as the log knows them, newest first. Throws RollbackError. */
export async function list(context) {
    const { store, clock } = context;
    const warnings = [...(await store.inspect({ forWriting: false }))];
    const log = new OperationLog(store);
    const [reading, markers, head] = await Promise.all([
        readIndex(store, clock),
        readAllMarkers(store),
        log.head(),
    ]);
    if (head === undefined && store.lateRequests)
        await mustHoldSomething(store);
    if (head !== undefined)
        await log.link(head);
    if (reading.state === 'missing')
        warnings.push('index.json is missing');
    if (reading.state === 'broken')
        warnings.push(`index.json is not a usable index: ${reading.reason}`);
    const doc = reading.state === 'present' ? reading.doc : undefined;
    const open = head?.record.open ?? null;
    if (open !== null)
        warnings.push(`The ${open.operation} of ${open.version} is open since ${open.began}`);
    return {
        schema_version: 1,
        repository_type: store.type,
        repository_location: store.location,
        latest: doc === undefined ? '' : latestOf(doc),
        releases: (doc?.entries ?? []).map((entry) => ({
            version: entry.version,
            timestamp: entry.timestamp ?? '',
            artifacts: entry.artifactCount,
            artifacts_removed: entry.removed !== undefined,
        })),
        rollbacks: await listRollbacks(store, markers),
        open,
        warnings,
    };
}
async function listRollbacks(store, markers) {
    const reverted = new Set(markers.filter(({ event }) => event === 'reverted').map(({ undoes }) => undoes));
    const isActive = (marker) => activeRollbacks(markers.filter(({ version }) => version === marker.version)).includes(marker);
    const gone = await goneBackups(store, markers.filter(isActive));
    return markers
        .filter((marker) => marker.event === 'rolled_back')
        .sort((left, right) => right.sequence - left.sequence)
        .map((marker) => {
        const active = isActive(marker);
        const isGone = gone.has(marker.operation_id);
        const state = active ? 'rolled_back' : reverted.has(marker.operation_id) ? 'reverted' : 'restored';
        return {
            rollback_id: marker.rollback_id,
            version: marker.version,
            rollback_type: marker.rollback_type,
            time: marker.time,
            backup_path: marker.backup_path,
            ...(marker.backup_prefix ? { backup_prefix: marker.backup_prefix } : {}),
            ...(isGone ? { backup_gone: true } : {}),
            state,
            can_restore: active && marker.can_restore && !isGone,
        };
    });
}
