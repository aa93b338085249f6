import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { evidenceNames } from '../../domain/evidence.js';
import { linkNew, temporaryName } from './durable.js';
import { codeOf } from './folder-failure.js';
import { idIn, isSignatureOf, readable, standing } from './set-aside.js';
/** Takes the files away that are of this operation; the paths of those that could not be. */
export function takeAway(folders, evidence) {
    const names = evidenceNames(evidence.operation, evidence.version);
    const at = (kind) => {
        const folder = folders[kind];
        return folder === undefined ? undefined : join(folder, names[kind]);
    };
    const isOurs = (bytes) => idIn(bytes) === evidence.rollbackId;
    const audit = read(at('audit'));
    const ofOurs = (bytes) => audit !== undefined && isOurs(audit) && isSignatureOf(bytes, audit);
    // The signature first: without its audit log it could not be told whose it is.
    const taken = [
        takeOne(at('signature'), ofOurs),
        takeOne(at('audit'), isOurs),
        takeOne(at('manifest'), isOurs),
    ];
    return taken.filter((path) => path !== undefined);
}
/** Gives files that were moved aside their first names again, where those are free. */
export function bringBack(asides) {
    for (const { path, aside, made } of asides) {
        try {
            linkNew(aside, path);
            if (made)
                rmSync(aside);
        }
        catch {
            // Something stands there again, or it went away: under its second name it is not lost.
        }
    }
}
/** The path when the file should go and could not; renamed first, so that what came in between is put back. */
function takeOne(path, isIt) {
    const there = read(path);
    if (path === undefined || there === undefined || !isIt(there))
        return undefined;
    const taken = temporaryName(dirname(path), basename(path));
    try {
        renameSync(path, taken);
        const found = standing(taken);
        if (found !== undefined && !isIt(found))
            giveBack(taken, path);
        rmSync(taken, { force: true });
        return undefined;
    }
    catch (thrown) {
        return codeOf(thrown) === 'ENOENT' ? undefined : path;
    }
}
function giveBack(taken, path) {
    try {
        linkNew(taken, path);
    }
    catch {
        // Something newer stands there.
    }
}
const read = (path) => path === undefined ? undefined : readable(path);
