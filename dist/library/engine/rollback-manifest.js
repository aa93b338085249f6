import { backupPath } from '../domain/keys.js';
import { takesArtifacts } from '../domain/types.js';
import { hide } from './transaction/entries.js';
/** Without a backup nothing is moved anywhere: artifacts are deleted, or lie under markers where versions are kept. */
export async function backupMethodFor(request, { artifacts }, { store }) {
    if (store.workspaces !== undefined)
        return 'rename';
    if (!takesArtifacts(request.rollbackType) || artifacts.length === 0)
        return 'copy';
    const method = (await store.backupMethod?.(artifacts, request.createBackup)) ?? 'copy';
    return method === 'move' && !request.createBackup ? 'copy' : method;
}
/** What this rollback is about to take, bound to the log by its commit. */
export function manifestOf(request, open, plan, method, context) {
    const entries = plan.cut.length > 0 ? plan.cut : plan.mark;
    const mark = { removed_at: new Date(context.clock.now()).toISOString(), rollback_id: open.rollback_id };
    return {
        schema_version: 1,
        operation: 'rollback',
        operation_id: open.operation_id,
        rollback_id: open.rollback_id,
        version: request.version,
        rollback_type: request.rollbackType,
        created_at: open.began,
        create_backup: request.createBackup,
        backup_method: method,
        reason: request.reason,
        backup_path: request.createBackup
            ? backupPath(request.version, new Date(open.began), open.rollback_id)
            : '',
        artifacts: plan.artifacts,
        entries,
        index_revision: plan.indexRevision,
        ...(request.rollbackType === 'artifacts_only' ? { mark } : {}),
        folder_present: plan.folderPresent,
    };
}
/** The index as it will be, for the evidence that is written ahead. */
export function foreseen(manifest, reading, context) {
    if (reading.state !== 'present')
        return { before: undefined, after: undefined };
    const before = reading.object.body;
    return { before, after: hide(reading.doc, manifest, new Date(context.clock.now())) ?? before };
}
