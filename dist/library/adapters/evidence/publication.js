import { rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { joinBytes } from '../../domain/byte-parts.js';
import { sha256Hex } from '../../domain/log-record.js';
import { linkNew, placeNew, temporaryName } from './durable.js';
import { anonymousId, idIn, isSignatureOf, keepAside, putBack, standing } from './set-aside.js';
/**
 * Files of other operations that stand where staged ones go, and signed ones of our own, get names with their ids.
 * Answers which.
 */
export async function clearTheWay(staged, undo) {
    const moved = [];
    for (const file of staged) {
        if (file.kind === 'manifest')
            moved.push(...(await clearManifest(file, undo)));
        if (file.kind === 'audit')
            moved.push(...(await clearAudit(file, undo)));
    }
    return moved;
}
/** Renames into place. What still stands there is of the same operation; its name while an undo may need it is returned. */
export async function place({ temporary, target }, undo) {
    if ((await standing(target)) === undefined) {
        await placeNew(temporary, target);
        undo.push(() => rm(target, { force: true }));
        return undefined;
    }
    const earlier = temporaryName(dirname(target), basename(target));
    await linkNew(target, earlier);
    undo.push(() => rename(earlier, target));
    await rename(temporary, target);
    return earlier;
}
async function clearManifest({ target, body }, undo) {
    const there = await standing(target);
    if (there === undefined || isOurs(there, body))
        return [];
    return moveAside([target], idIn(there) ?? anonymousId(there), undo);
}
/** A signature goes where its audit log goes: beside another one it would only be a broken signature. */
async function clearAudit({ target, body }, undo) {
    const signaturePath = target.replace(/\.json$/, '.sig');
    const [audit, signature] = await Promise.all([standing(target), standing(signaturePath)]);
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
    return id !== undefined && id === idIn(joinBytes(body));
}
async function moveAside(paths, id, undo) {
    const kept = await keepAside(paths, id);
    for (const each of kept) {
        undo.push(() => putBack(each));
        await rm(each.path);
    }
    return kept;
}
