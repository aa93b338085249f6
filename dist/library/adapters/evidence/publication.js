import { renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { sha256Hex } from '../../domain/log-record.js';
import { linkNew, placeNew, temporaryName } from './durable.js';
import { anonymousId, idIn, isSignatureOf, keepAside, putBack, standing } from './set-aside.js';
/**
 * Files of other operations that stand where staged ones go, and signed ones of our own, get names with their ids.
 * Answers which.
 */
export function clearTheWay(staged, undo) {
    const moved = [];
    for (const file of staged) {
        if (file.kind === 'manifest')
            moved.push(...clearManifest(file, undo));
        if (file.kind === 'audit')
            moved.push(...clearAudit(file, undo));
    }
    return moved;
}
/** Renames into place. What still stands there is of the same operation; its name while an undo may need it is returned. */
export function place({ temporary, target }, undo) {
    if (!isThere(target)) {
        placeNew(temporary, target);
        undo.push(() => rmSync(target, { force: true }));
        return undefined;
    }
    const earlier = temporaryName(dirname(target), basename(target));
    linkNew(target, earlier);
    undo.push(() => renameSync(earlier, target));
    renameSync(temporary, target);
    return earlier;
}
const isThere = (path) => statSync(path, { throwIfNoEntry: false }) !== undefined;
function clearManifest({ target, body }, undo) {
    const there = standing(target);
    if (there === undefined || isOurs(there, body))
        return [];
    return moveAside([target], idIn(there) ?? anonymousId(there), undo);
}
/** A signature goes where its audit log goes: beside another one it would only be a broken signature. */
function clearAudit({ target, body }, undo) {
    const signaturePath = target.replace(/\.json$/, '.sig');
    const [audit, signature] = [standing(target), standing(signaturePath)];
    if (audit === undefined) {
        return signature === undefined ? [] : moveAside([signaturePath], anonymousId(signature), undo);
    }
    if (sha256Hex(audit) === sha256Hex(body))
        return [];
    const signed = signature !== undefined && isSignatureOf(signature, audit);
    if (signed || !isOurs(audit, body)) {
        const both = signature === undefined ? [target] : [target, signaturePath];
        return moveAside(both, idIn(audit) ?? anonymousId(audit), undo);
    }
    return signature === undefined ? [] : moveAside([signaturePath], anonymousId(signature), undo);
}
function isOurs(there, body) {
    const id = idIn(there);
    return id !== undefined && id === idIn(body);
}
function moveAside(paths, id, undo) {
    const kept = keepAside(paths, id);
    for (const each of kept) {
        undo.push(() => putBack(each));
        rmSync(each.path);
    }
    return kept;
}
