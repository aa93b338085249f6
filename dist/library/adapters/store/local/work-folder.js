import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { WORK } from '../../../domain/keys.js';
import { ConflictError } from '../../../ports/object-store.js';
import { SupersededError } from '../../../ports/workspace.js';
import { turn } from '../../turn.js';
import { deleteTree } from './delete-tree.js';
import { syncFolder, temporaryName } from './durable-file.js';
import { isThere } from './file-info.js';
import { attempt, codeOf, isAbsent, unlessAbsent } from './io-errors.js';
import { pathOf } from './local-root.js';
import { ensureFolder, ownFolderMode } from './own-folders.js';
/** The version's folder while it is on its way. */
export const TREE = 'tree';
const EARLIER = 'earlier-';
/**
 * The fence of one holder's turn: all its changes are renames and links out of or into this folder, and whoever
 * takes over renames it first. From then on every change of the former holder meets ENOENT.
 */
export class WorkFolder {
    root;
    ticket;
    path;
    guard;
    constructor(root, ticket, guard) {
        this.root = root;
        this.ticket = ticket;
        this.guard = guard;
        this.path = pathOf(root, WORK + workName(ticket.operationId, ticket.epoch));
    }
    get tree() {
        return `${this.path}/${TREE}`;
    }
    temporary() {
        return `${this.path}/${temporaryName()}`;
    }
    /**
     * Lets in what waits, asks the guard, then changes something; ENOENT because the folder is gone means that we were
     * superseded. Nothing comes between the guard's word and a change that is made in place.
     */
    async change(action) {
        await turn();
        await this.guard();
        try {
            return await action();
        }
        catch (thrown) {
            // What a taken-over work folder looks like from inside: a source that is gone, or not what it was.
            if (isAbsent(thrown) || thrown instanceof ConflictError)
                this.mustBeOurs();
            throw thrown;
        }
    }
    mustBeOurs() {
        if (!isThere(this.path))
            throw new SupersededError();
    }
    /** A rename, made durable: the place that gains first, so that a power cut never leaves the thing in neither. */
    async move(from, to) {
        await this.change(() => {
            renameSync(from, to);
            syncFolder(dirname(to));
            if (dirname(from) !== dirname(to))
                syncFolder(dirname(from));
        });
    }
    /** Makes a folder complete with its mode, then gives it its name; one that is there already is left as it is. */
    async makeFolder(path, mode) {
        if (isThere(path))
            return;
        const temporary = this.temporary();
        await this.change(() => {
            mkdirSync(temporary);
            chmodSync(temporary, mode);
        });
        try {
            await this.change(() => {
                renameSync(temporary, path);
                // Not where it comes from: what a power cut left of it there goes with the work folder.
                syncFolder(dirname(path));
            });
        }
        catch (thrown) {
            const code = codeOf(thrown) ?? '';
            if (code === 'EXDEV')
                await this.makeFolderElsewhere(path, mode);
            // Otherwise somebody made it, and something in it, meanwhile.
            else if (!['ENOTEMPTY', 'EEXIST'].includes(code))
                throw thrown;
        }
    }
    /** Backups on another file system: no rename goes there, so only the guard stands before it. */
    async makeFolderElsewhere(path, mode) {
        await this.change(() => unlessTaken(() => mkdirSync(path)));
        chmodSync(path, mode);
        syncFolder(dirname(path));
    }
    /** Deletes a tree that is not needed any more: out of its place by one rename, then at leisure. */
    async deleteTree(path) {
        const temporary = this.temporary();
        try {
            await this.move(path, temporary);
            await deleteTree(temporary);
        }
        catch (thrown) {
            if (codeOf(thrown) !== 'EXDEV')
                throw thrown;
            await this.change(() => deleteTree(path));
            syncFolder(dirname(path));
        }
    }
    async open() {
        ensureFolder(this.root, WORK);
        await this.adoptEarlier();
        await this.change(() => {
            unlessTaken(() => mkdirSync(this.path));
            chmodSync(this.path, ownFolderMode(this.root));
            syncFolder(dirname(this.path));
        });
        // Again, after ours is there: of two holders who both make their folder, one sees the other's.
        await this.adoptEarlier();
    }
    /** Takes over what earlier epochs left, the newest as it is; throws when there is a later one. */
    async adoptEarlier() {
        const epochs = readdirSync(dirname(this.path))
            .map((name) => parseWorkName(name))
            .filter((parsed) => parsed?.operationId === this.ticket.operationId)
            .map((parsed) => parsed?.epoch ?? 0);
        if (epochs.some((epoch) => epoch > this.ticket.epoch)) {
            attempt(() => rmdirSync(this.path));
            throw new SupersededError();
        }
        for (const epoch of epochs.filter((each) => each < this.ticket.epoch).sort((a, b) => b - a)) {
            await this.adopt(pathOf(this.root, WORK + workName(this.ticket.operationId, epoch)), epoch);
        }
    }
    async adopt(earlier, epoch) {
        await this.guard();
        const taken = tryRename(earlier, this.path);
        if (!taken) {
            // Ours holds something already: keep a tree where it is looked for, the rest is only cleaned up later.
            if (!isThere(this.tree))
                tryRename(`${earlier}/${TREE}`, this.tree);
            tryRename(earlier, `${this.path}/${EARLIER}${epoch}`);
            syncFolder(this.path);
        }
        syncFolder(dirname(this.path));
    }
    /** After the closer: gives the folder a name that is nobody's fence, then deletes it; never the only copy of a tree. */
    async close() {
        if (holdsTree(this.path))
            return;
        await deleteWorkFolder(this.root, workName(this.ticket.operationId, this.ticket.epoch));
    }
}
/** A tree that is still on its way is nowhere else: only a person may delete what an abandoned operation left. */
export function holdsTree(folder) {
    if (isThere(`${folder}/${TREE}`))
        return true;
    const names = unlessAbsent(() => readdirSync(folder)) ?? [];
    return names.some((name) => name.startsWith(EARLIER) && isThere(`${folder}/${name}/${TREE}`));
}
export const workName = (operationId, epoch) => `${operationId}-${epoch}`;
export function parseWorkName(name) {
    const match = /^(.+)-([0-9]{1,15})$/.exec(name);
    if (match?.[1] === undefined || name.startsWith(CLOSED))
        return undefined;
    return { operationId: match[1], epoch: Number(match[2]) };
}
export const CLOSED = 'closed-';
/**
 * Renamed first: a late holder finds nothing, and a killed clean-up leaves a name that says what it is. Not synced:
 * what a power cut brings back is of a closed operation, and the next one sweeps it.
 */
export async function deleteWorkFolder(root, name) {
    const closed = pathOf(root, WORK + (name.startsWith(CLOSED) ? name : `${CLOSED}${name}-${randomUUID()}`));
    if (!name.startsWith(CLOSED)) {
        const moved = unlessAbsent(() => {
            renameSync(pathOf(root, WORK + name), closed);
            return true;
        });
        if (moved === undefined)
            return;
    }
    await deleteTree(closed);
}
function unlessTaken(make) {
    try {
        make();
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EEXIST')
            throw thrown;
    }
}
/** False when something is in the way; true also when there was nothing to move. */
function tryRename(from, to) {
    try {
        renameSync(from, to);
        return true;
    }
    catch (thrown) {
        if (isAbsent(thrown))
            return true;
        if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(thrown) ?? ''))
            return false;
        throw thrown;
    }
}
