import { constants } from 'node:os';
import { failure } from '../../../domain/errors.js';
import { printable } from '../../../domain/version.js';
import { NoRoom } from '../../../ports/object-store.js';
const WORDS = {
    EACCES: ['PERMISSION', 'permission denied'],
    EPERM: ['PERMISSION', 'the system does not permit it'],
    EROFS: ['PERMISSION', 'the file system is read-only'],
    ENOSPC: ['BACKUP', 'no room is left on the device'],
    EDQUOT: ['BACKUP', 'the disk quota is used up'],
    EFBIG: ['BACKUP', 'the file system does not take files of this size'],
    ELOOP: ['BAD_INPUT', 'it is a symbolic link, which is refused'],
    ENOTDIR: ['BAD_INPUT', 'a file is in the way where a folder should be'],
    EISDIR: ['BAD_INPUT', 'a folder is in the way where a file should be'],
    ENAMETOOLONG: ['BAD_INPUT', 'the name is too long for the file system'],
    EBUSY: ['STEP_FAILED', 'it is in use (a mount point, or held by the system)'],
    EXDEV: ['STEP_FAILED', 'it is on another file system'],
    ENOTSUP: ['NO_REPOSITORY', 'the file system can not do it (hard links and atomic renames are needed)'],
    ENOSYS: ['NO_REPOSITORY', 'the file system can not do it (hard links and atomic renames are needed)'],
    EIO: ['UNREACHABLE', 'the device reports an input/output error'],
    ESTALE: ['UNREACHABLE', 'the network file system lost the file handle'],
};
const NAMES = new Map(Object.entries(constants.errno).map(([name, number]) => [-number, name]));
/** The errno name of a thrown file system error; Node itself has no name for some (EDQUOT, ESTALE). */
export function codeOf(thrown) {
    if (!(thrown instanceof Error))
        return undefined;
    const { code, errno } = thrown;
    if (typeof errno !== 'number')
        return undefined;
    return code?.startsWith('E') ? code : (NAMES.get(errno) ?? code);
}
/** No such name, or a parent of it is no folder. */
export const isAbsent = (thrown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(thrown) ?? '');
/** A file system error in words, under the port's failure contract; anything else as it is. */
export function ioError(thrown, doing, only) {
    const errno = codeOf(thrown);
    if (errno === undefined)
        return thrown;
    const [code, words] = WORDS[errno] ?? ['UNREACHABLE', thrown.message];
    const told = toldAs(code, only);
    const message = `can't ${doing}: ${words} (${errno})`;
    if (FULL.includes(errno)) {
        const { path } = thrown;
        return failure(told, message, { cause: new NoRoom(thrown), advice: makeRoomAt(path) });
    }
    // No input is to be corrected: something in the repository is.
    const advice = told === 'BAD_INPUT' ? { advice: IN_THE_WAY } : {};
    return failure(told, message, { cause: thrown, ...advice });
}
const FULL = ['ENOSPC', 'EDQUOT'];
/** What lies in a folder of ours is gone when somebody looks. */
const BELOW_OURS = /(\/\.rollback-[a-z]+)\/.*/s;
/** What to do about a full file system: the one that `path` is on. */
export function makeRoomAt(path) {
    const where = path === undefined ? 'that is full' : `of '${path.replace(BELOW_OURS, '$1')}'`;
    return `Make room on the file system ${where}, then run again.`;
}
/** A write does not say into what: so that the advice can name it. */
export function located(thrown, path) {
    if (codeOf(thrown) !== undefined)
        Object.assign(thrown, { path });
    return thrown;
}
const IN_THE_WAY = 'Look at what is there, put it right, then run again; --force does not change this.';
/** What is a link where a folder or a file has to be; `refused` says why that matters, where there is more to say. */
export function symlinkRefused(key, refused = 'which is refused', cause) {
    const advice = `Put what ${quoted(key)} points at in its place, then run again; links there are never followed, --force or not.`;
    return failure('BAD_INPUT', `${quoted(key)} is a symbolic link; ${refused}`, { cause, advice });
}
/** What is of another kind than it has to be. */
export const kindRefused = (key, what) => failure('BAD_INPUT', `${quoted(key)} is ${what}`, { advice: IN_THE_WAY });
/**
 * A device that does not answer says nothing about what was done, so it is never made out to be a refusal; and a
 * missing permission is told as one, since a recovery that lacks it leaves the operation to somebody who has it.
 */
function toldAs(code, only) {
    if (only === undefined || code === 'UNREACHABLE')
        return code;
    return code === 'PERMISSION' && only !== 'BACKUP' ? code : only;
}
/** Runs `action`; its file system errors come out in words. */
export async function telling(doing, action, only) {
    try {
        return await action();
    }
    catch (thrown) {
        throw ioError(thrown, doing, only);
    }
}
/** Runs `action`; undefined where what it works on is not there. */
export function unlessAbsent(action) {
    try {
        return action();
    }
    catch (thrown) {
        return nothingThere(thrown);
    }
}
/** The same for what is awaited: `.catch(nothingThere)`. */
export function nothingThere(thrown) {
    if (!isAbsent(thrown))
        throw thrown;
}
/** Runs what may fail without harm. */
export function attempt(action) {
    try {
        action();
    }
    catch {
        // Whatever it left is found by whoever looks next.
    }
}
/** A key in a message, quoted; names may hold anything. */
export const quoted = (key) => `'${printable(key)}'`;
