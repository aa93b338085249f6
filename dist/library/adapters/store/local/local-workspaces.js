import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { BACKUPS, LOG, MANIFESTS, WORK } from '../../../domain/keys.js';
import { deleteTree } from './delete-tree.js';
import { temporaryName } from './durable-file.js';
import { statOf } from './file-info.js';
import { attempt, telling, unlessAbsent } from './io-errors.js';
import { PARTIAL } from './keep-copy.js';
import { isTemporary, pathOf } from './local-root.js';
import { LocalWorkspace } from './local-workspace.js';
import { RETURNING } from './reinstate.js';
import { CLOSED, deleteWorkFolder, holdsTree, parseWorkName, WorkFolder } from './work-folder.js';
/** A run that is still writing its record needs its temporary file; nobody takes an hour for one. */
const STALE_MS = 3_600_000;
/** As long as a holder is silent before it counts as dead. */
const RECENT_MS = 60_000;
export class LocalWorkspaces {
    root;
    constructor(root) {
        this.root = root;
    }
    create(ticket, guard) {
        return new LocalWorkspace(new WorkFolder(this.root, ticket, guard));
    }
    /** Cleaning up is never worth failing for, so what can't be deleted stays for the next time. */
    async sweep(openOperationId, closedOperationId) {
        await telling('look into the work folder', async () => {
            for (const name of this.namesIn(WORK)) {
                if (this.isLeftover(name, openOperationId, closedOperationId)) {
                    await deleteWorkFolder(this.root, name).catch(() => undefined);
                }
            }
            for (const folder of [LOG, MANIFESTS])
                this.sweepTemporaries(folder);
            // Of a run that died between making its backup folder and writing the manifest into it.
            for (const name of this.namesIn(BACKUPS)) {
                if (openOperationId !== undefined)
                    attempt(() => rmdirSync(pathOf(this.root, BACKUPS + name)));
            }
        });
    }
    async makeRoom() {
        for (const name of this.namesIn(WORK)) {
            const folder = pathOf(this.root, WORK + name);
            if (name.startsWith(CLOSED))
                await deleteWorkFolder(this.root, name).catch(() => undefined);
            else
                await giveUp(`${folder}/${RETURNING}`, `${folder}/${temporaryName()}`);
        }
        for (const name of this.namesIn(BACKUPS)) {
            for (const each of this.namesIn(BACKUPS + name).filter((inner) => inner.startsWith(PARTIAL))) {
                const folder = pathOf(this.root, BACKUPS + name);
                await giveUp(`${folder}/${each}`, `${folder}/${PARTIAL}${randomUUID()}`);
            }
        }
    }
    isLeftover(name, openOperationId, closedOperationId) {
        if (name.startsWith(CLOSED))
            return true;
        const parsed = parseWorkName(name);
        if (parsed === undefined || parsed.operationId === openOperationId)
            return false;
        const folder = pathOf(this.root, WORK + name);
        if (holdsTree(folder))
            return false;
        // Without an operation of our own, one may just have been opened.
        if (parsed.operationId === closedOperationId)
            return true;
        return openOperationId !== undefined || this.age(folder) > RECENT_MS;
    }
    sweepTemporaries(prefix) {
        for (const name of this.namesIn(prefix)) {
            const path = pathOf(this.root, prefix + name);
            if (isTemporary(prefix, name) && this.age(path) > STALE_MS)
                attempt(() => unlinkSync(path));
        }
    }
    age(path) {
        const stat = statOf(path);
        return stat === undefined ? 0 : this.root.clock.now() - Number(stat.mtimeMs);
    }
    namesIn(prefix) {
        return unlessAbsent(() => readdirSync(pathOf(this.root, prefix))) ?? [];
    }
}
/** A holder that still copies into it, though it was taken for dead, meets ENOENT. */
async function giveUp(path, renamed) {
    attempt(() => renameSync(path, renamed));
    await deleteTree(renamed).catch(() => undefined);
}
