import { backupOf } from '../domain/keys.js';
import { PackedRows } from '../domain/rows.js';
import { withBackupsAt } from './backup-place.js';
import { engineFailure } from './failures.js';
import { readManifest } from './log/stored-manifest.js';
import { removeAll } from './transaction/shelves/removal.js';
import { StoreWorkspace } from './transaction/store-workspace.js';
/**
 * Takes away the backup that the newest record, a closer, says nobody needs any more: its writer may have died before it
 * did. Only while nothing is open, so that the log still says so when we die, too. Never throws: it is litter.
 */
export async function sweepBackup({ context, waits, requests }, head) {
    const { record } = head;
    const folder = record.outcome?.discards;
    if (folder === undefined || context.store.workspaces !== undefined)
        return;
    // No folder of another operation, whatever a record says.
    if (!backupOf(folder, record.version, record.operation_id))
        return;
    const { store, clock, reporter } = context;
    try {
        const there = await withBackupsAt(context, record.outcome?.backup_prefix);
        const age = (await store.now()) - head.modified;
        // What a cancelled run did not wait for may land until then.
        if (record.kind === 'aborted' && age < waits.fenceMs)
            await clock.sleep(waits.fenceMs - age);
        await sweepFolder(there, requests, folder, head);
    }
    catch (thrown) {
        const error = engineFailure(thrown);
        reporter.warn(`${folder} is not needed any more and could not be removed: ${error.message}`);
    }
}
async function sweepFolder({ store }, requests, folder, { record }) {
    await store.abortUploads?.(folder, () => true, requests.guard);
    const stored = await readManifest(store, `${folder}manifest.json`);
    if (stored !== undefined) {
        const { manifest } = stored;
        if (manifest?.operation_id !== record.operation_id || manifest.backup_path !== folder)
            return;
        return new StoreWorkspace(store, requests).discard(manifest);
    }
    // The manifest goes last; one that never was bound to the log can have had nothing moved to its folder.
    if (record.kind !== 'aborted')
        return;
    const found = new PackedRows();
    for await (const { key, revision } of store.list(folder))
        found.push({ key, revision });
    await removeAll(store, requests, found);
}
