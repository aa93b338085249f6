import { takesArtifacts, takesEntry } from './types.js';
/** Rollbacks of the version that were neither restored nor reverted, newest first. */
export function activeRollbacks(history) {
    const reverted = new Set(history.filter(({ event }) => event === 'reverted').map(({ undoes }) => undoes));
    const restores = history.filter((marker) => marker.event === 'restored' && !reverted.has(marker.operation_id));
    const restored = new Set(restores.map(({ undoes }) => undoes));
    return history.filter(({ event, operation_id: id }) => event === 'rolled_back' && !reverted.has(id) && !restored.has(id));
}
/** What a rollback of this type would change now. */
export function remainingWork(publication, type) {
    const { entries, artifacts, folderPresent } = publication;
    return {
        artifacts: takesArtifacts(type) && (artifacts.length > 0 || folderPresent),
        cut: takesEntry(type) && entries.length > 0,
        mark: type === 'artifacts_only' && entries.some((entry) => !entry.removed),
    };
}
