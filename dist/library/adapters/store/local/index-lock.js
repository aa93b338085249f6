import { constants, linkSync, readFileSync, renameSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { failure } from '../../../domain/errors.js';
import { isOurLock, LOCKED_BY } from '../../../domain/index/mod.js';
import { INDEX_LOCK_KEY } from '../../../domain/keys.js';
import { encodeJson } from '../../../domain/log-record.js';
import { ConflictError } from '../../../ports/object-store.js';
import { createWhole, syncFolder } from './durable-file.js';
import { infoAt } from './file-info.js';
import { attempt, codeOf, isAbsent, nothingThere } from './io-errors.js';
import { pathOf } from './local-root.js';
const POLL_MS = 50;
/** `index.json.lock`: an offer to publishers who honour it; whole from its first moment, so that ours is known as ours. */
export async function lockIndex(work, timeoutMs) {
    const { clock } = work.root;
    const path = pathOf(work.root, INDEX_LOCK_KEY);
    const began = clock.monotonic();
    for (;;) {
        if (await tryLock(work, path))
            return;
        const found = ownLock(path);
        if (found !== undefined && isHeldBy(work, found))
            return;
        // At most one operation is open, and it is ours: any lock with our marker was left behind.
        if (found !== undefined)
            await takeAway(work, path, found);
        else if (clock.monotonic() - began >= timeoutMs)
            throw foreignLock(work, path);
        else
            await clock.sleep(POLL_MS);
    }
}
export async function unlockIndex(work) {
    const path = pathOf(work.root, INDEX_LOCK_KEY);
    const found = ownLock(path);
    if (found?.operation_id === work.ticket.operationId)
        await takeAway(work, path, found);
    else
        work.mustBeOurs();
    // Also for what was renamed under the lock and needs no place in time of its own.
    syncFolder(work.root.path);
}
async function tryLock(work, path) {
    const content = {
        locked_by: LOCKED_BY,
        operation_id: work.ticket.operationId,
        epoch: work.ticket.epoch,
        host: hostname(),
        pid: process.pid,
        time: new Date(work.root.clock.now()).toISOString(),
    };
    const where = { path, key: INDEX_LOCK_KEY, temporary: work.temporary() };
    try {
        // A power cut may take its name away: nobody is left then whom it would keep off.
        await work.change(() => createWhole(where, encodeJson(content), { mode: 0o644 }));
        return true;
    }
    catch (thrown) {
        if (thrown instanceof ConflictError)
            return false;
        throw thrown;
    }
}
const isHeldBy = (work, lock) => lock.operation_id === work.ticket.operationId && lock.epoch === work.ticket.epoch;
/** The lock's content if it is one of ours; undefined when it is foreign, or gone. */
function ownLock(path) {
    try {
        return parseLock(readFileSync(path, { encoding: 'utf8', flag: READ }));
    }
    catch (thrown) {
        // A folder, a link, or a file that we may not read is somebody else's lock.
        if (isAbsent(thrown) || FOREIGN.includes(codeOf(thrown) ?? ''))
            return undefined;
        throw thrown;
    }
}
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const FOREIGN = ['EISDIR', 'ELOOP', 'EACCES', 'EPERM'];
const parseLock = (text) => isOurLock(text) ? JSON.parse(text) : undefined;
/** Renames a lock of ours into the work folder, and puts back what turns out to be another's. */
async function takeAway(work, path, expected) {
    const taken = work.temporary();
    await work.change(() => renameSync(path, taken)).catch(nothingThere);
    const lock = ownLock(taken);
    const wrong = lock?.operation_id !== expected.operation_id || lock.epoch !== expected.epoch;
    // As a link, which can't overwrite the next one's lock.
    if (wrong)
        attempt(() => linkSync(taken, path));
    attempt(() => unlinkSync(taken));
}
function foreignLock(work, path) {
    const info = infoAt(path, INDEX_LOCK_KEY);
    const seconds = Math.max(0, Math.round((work.root.clock.now() - (info?.modified ?? 0)) / 1000));
    const age = info === undefined ? 'it went away just now' : `it is ${seconds} s old`;
    return failure('INDEX_WRITE', `another program holds the index: '${path}' is there and not ours; ${age}`, {
        advice: `If no publisher is running, delete '${path}', then run again.`,
    });
}
