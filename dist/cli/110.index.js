export const id = 110;
export const ids = [110];
export const modules = {

/***/ 9110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LocalStore: () => (/* binding */ LocalStore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/domain/errors.js
var errors = __webpack_require__(9285);
// EXTERNAL MODULE: ./lib/ports/object-store.js
var object_store = __webpack_require__(513);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/domain/version.js
var version = __webpack_require__(9416);
;// CONCATENATED MODULE: ./lib/adapters/store/local/io-errors.js



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
const NAMES = new Map(Object.entries(external_node_os_.constants.errno).map(([name, number]) => [-number, name]));
/** The errno name of a thrown file system error; Node itself has no name for some (EDQUOT, ESTALE). */
function codeOf(thrown) {
    if (!(thrown instanceof Error))
        return undefined;
    const { code, errno } = thrown;
    if (typeof errno !== 'number')
        return undefined;
    return code?.startsWith('E') ? code : (NAMES.get(errno) ?? code);
}
/** No such name, or a parent of it is no folder. */
const isAbsent = (thrown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(thrown) ?? '');
/** A file system error in words, under the port's failure contract; anything else as it is. */
function ioError(thrown, doing, only) {
    const errno = codeOf(thrown);
    if (errno === undefined)
        return thrown;
    const [code, words] = WORDS[errno] ?? ['UNREACHABLE', thrown.message];
    return (0,errors.failure)(toldAs(code, only), `can't ${doing}: ${words} (${errno})`, { cause: thrown });
}
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
async function telling(doing, action, only) {
    try {
        return await action();
    }
    catch (thrown) {
        throw ioError(thrown, doing, only);
    }
}
/** Runs `action`; undefined where what it works on is not there. */
async function unlessAbsent(action) {
    try {
        return await action;
    }
    catch (thrown) {
        if (isAbsent(thrown))
            return undefined;
        throw thrown;
    }
}
/** A key in a message, quoted; names may hold anything. */
const quoted = (key) => `'${(0,version/* printable */.g$)(key)}'`;

;// CONCATENATED MODULE: ./lib/adapters/store/local/file-info.js



/** Inode, mtime and size of a file; a link's target stands in for its size. */
function revisionOf(stat, target = '') {
    if (stat.isDirectory())
        return String(stat.ino);
    return `${stat.ino}-${stat.mtimeNs}-${stat.isSymbolicLink() ? target : stat.size}`;
}
/** A copy of the whole repository to another disk changes inodes only: mtime and size still tell a backup's files. */
const withoutInode = (revision) => revision.slice(revision.indexOf('-') + 1);
function infoOf(key, stat, target) {
    return {
        key,
        type: typeOf(stat),
        size: stat.isFile() ? Number(stat.size) : 0,
        revision: revisionOf(stat, target),
        modified: Number(stat.mtimeMs),
        mode: modeOf(stat),
        ...(target === undefined ? {} : { target }),
    };
}
const modeOf = (stat) => Number(stat.mode & 4095n);
function typeOf(stat) {
    if (stat.isFile())
        return 'file';
    if (stat.isDirectory())
        return 'folder';
    return stat.isSymbolicLink() ? 'symlink' : 'other';
}
/** What is at `path` itself; undefined when there is nothing. */
async function statOf(path) {
    try {
        return await (0,promises_.lstat)(path, { bigint: true });
    }
    catch (thrown) {
        // A name that is too long for the file system can't be there.
        if (isAbsent(thrown) || thrown.code === 'ENAMETOOLONG')
            return undefined;
        throw thrown;
    }
}
async function isThere(path) {
    return (await statOf(path)) !== undefined;
}
async function infoAt(path, key) {
    const stat = await statOf(path);
    return stat && withTarget(path, key, stat);
}
async function withTarget(path, key, stat) {
    if (!stat.isSymbolicLink())
        return infoOf(key, stat);
    const target = await unlessAbsent((0,promises_.readlink)(path));
    return target === undefined ? undefined : infoOf(key, stat, target);
}
/** Information on many names of one folder at once; what vanished meanwhile is left out. */
async function infoOfMany(folder, prefix, names) {
    const stats = await statMany(names.map((name) => `${folder}/${name}`));
    const infos = [];
    for (const [i, name] of names.entries()) {
        const stat = stats[i];
        const info = stat && (await withTargetIfLink(`${folder}/${name}`, prefix + name, stat));
        if (info)
            infos.push(info);
    }
    return infos;
}
// Only a link costs an await: ten thousand of them would be felt.
function withTargetIfLink(path, key, stat) {
    return stat.isSymbolicLink() ? withTarget(path, key, stat) : infoOf(key, stat);
}
/** The callback form: half the time of ten thousand promises. */
function statMany(paths) {
    return new Promise((resolve, reject) => {
        const stats = new Array(paths.length);
        let left = paths.length;
        if (left === 0)
            resolve(stats);
        for (const [i, path] of paths.entries()) {
            (0,external_node_fs_.lstat)(path, { bigint: true }, (error, stat) => {
                if (error && !isAbsent(error))
                    reject(error);
                stats[i] = error ? undefined : stat;
                left -= 1;
                if (left === 0)
                    resolve(stats);
            });
        }
    });
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/durable-file.js







/** Never taken twice, and never listed. */
const temporaryName = () => `.tmp-${(0,external_node_crypto_.randomUUID)()}`;
/** The one way in which a whole file comes to be, before it has its name: write, shape, fsync, close. */
async function writeTemporary(path, body, shape = {}) {
    // 'wx': nobody else has this name, so nothing is followed or overwritten.
    const handle = await (0,promises_.open)(path, 'wx', 0o600 | (shape.mode ?? 0o666));
    try {
        await handle.writeFile(body);
        await applyShape(handle, shape);
        // Data first: a name must never come to stand for bytes that a power cut takes away.
        await handle.sync();
        return await handle.stat({ bigint: true });
    }
    catch (thrown) {
        await forget(path);
        throw thrown;
    }
    finally {
        await handle.close();
    }
}
async function applyShape(handle, shape) {
    if (shape.uid !== undefined && shape.gid !== undefined) {
        // Only root may give a file away; the mode still says who may read it.
        await handle.chown(shape.uid, shape.gid).catch(() => undefined);
    }
    // After the owner, because a change of owner clears bits; past the umask, which is the caller's and not the folder's.
    if (shape.mode !== undefined)
        await handle.chmod(shape.mode);
}
/** Makes `path` with these bytes if it is absent, whole or not at all; `temporary` is on the same file system. */
async function createDurably(where, body, shape) {
    const stat = await writeTemporary(where.temporary, body, shape);
    try {
        // link(2) fails if the name is taken: exactly one of many creators wins.
        await (0,promises_.link)(where.temporary, where.path);
        // The name is safe only when its folder is.
        await syncFolder((0,external_node_path_.dirname)(where.path));
        return revisionOf(stat);
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EEXIST')
            throw new object_store/* ConflictError */.f(where.key, { cause: thrown });
        throw thrown;
    }
    finally {
        await forget(where.temporary);
    }
}
/** Replaces `path` if it still is at `revision`, keeping mode and owner. */
async function replaceDurably(where, body, revision) {
    const current = await statOf(where.path);
    if (current === undefined)
        throw new object_store/* ConflictError */.f(where.key);
    const shape = { mode: modeOf(current), uid: Number(current.uid), gid: Number(current.gid) };
    const stat = await writeTemporary(where.temporary, body, shape);
    try {
        // As late as can be: what a writer without our lock did since the read shows here, or it is lost.
        if ((await infoAt(where.path, where.key))?.revision !== revision)
            throw new object_store/* ConflictError */.f(where.key);
        await (0,promises_.rename)(where.temporary, where.path);
    }
    catch (thrown) {
        await forget(where.temporary);
        throw thrown;
    }
    await syncFolder((0,external_node_path_.dirname)(where.path));
    return revisionOf(stat);
}
/** Makes the names in a folder durable. */
async function syncFolder(path) {
    const handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY);
    try {
        await handle.sync();
    }
    catch (thrown) {
        // Some network and FUSE file systems have no fsync for folders; nothing more can be done there.
        if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(thrown) ?? ''))
            throw thrown;
    }
    finally {
        await handle.close();
    }
}
/** A temporary file that stays is never listed, and swept later. */
async function forget(path) {
    await (0,promises_.unlink)(path).catch(() => undefined);
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/copy-file.js








const CHUNK = 1 << 20;
/** A link is not followed, a named pipe not waited for. */
const READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Copies a file to an absent path with mode, owner and times, fsyncs it, reads it back; its SHA-256. */
async function copyFile(source, target) {
    const from = await (0,promises_.open)(source.path, READ).catch((thrown) => {
        if (isAbsent(thrown))
            throw new object_store/* ConflictError */.f(source.key, { cause: thrown });
        throw thrown;
    });
    try {
        const stat = await from.stat({ bigint: true });
        await expectRevision(from, source);
        const to = await (0,promises_.open)(target, 'wx+', 0o600);
        try {
            const hash = (0,external_node_crypto_.createHash)('sha256');
            for await (const chunk of chunksOf(from)) {
                hash.update(chunk);
                await to.appendFile(chunk);
            }
            await expectRevision(from, source);
            await applyShape(to, { mode: modeOf(stat), uid: Number(stat.uid), gid: Number(stat.gid) });
            await to.utimes(Number(stat.atimeMs) / 1000, Number(stat.mtimeNs) / 1e9);
            await to.sync();
            return await verified(to, hash, source.key);
        }
        finally {
            await to.close();
        }
    }
    finally {
        await from.close();
    }
}
/** What was written is what is there: the copy is about to be all that is left. */
async function verified(copy, expected, key) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of chunksOf(copy))
        hash.update(chunk);
    const digest = hash.digest('hex');
    if (digest !== expected.digest('hex'))
        throw new CopyError(key);
    return digest;
}
async function expectRevision(handle, source) {
    if (source.revision === undefined)
        return;
    if (revisionOf(await handle.stat({ bigint: true })) !== source.revision)
        throw new object_store/* ConflictError */.f(source.key);
}
async function* chunksOf(handle) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let position = 0;;) {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK, position);
        if (bytesRead === 0)
            return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
    }
}
/** Copies a link as a link, with owner and times. */
async function copyLink(source, target) {
    const info = await infoAt(source.path, source.key);
    const changed = source.revision !== undefined && info?.revision !== source.revision;
    if (info?.target === undefined || changed)
        throw new object_store/* ConflictError */.f(source.key);
    await (0,promises_.symlink)(info.target, target);
    await (0,promises_.lutimes)(target, info.modified / 1000, info.modified / 1000);
    if ((await (0,promises_.readlink)(target)) !== info.target)
        throw new CopyError(source.key);
}
/** Copies exactly `source.revision` to `where` if that is absent. */
async function copyDurably(source, where) {
    try {
        await copyFile(source, where.temporary);
        await (0,promises_.link)(where.temporary, where.path);
        await syncFolder((0,external_node_path_.dirname)(where.path));
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EEXIST')
            throw new object_store/* ConflictError */.f(where.key, { cause: thrown });
        throw thrown;
    }
    finally {
        await (0,promises_.unlink)(where.temporary).catch(() => undefined);
    }
    const info = await infoAt(where.path, where.key);
    if (info === undefined)
        throw new object_store/* ConflictError */.f(where.key);
    return info;
}
/** SHA-256 of a file's bytes, a link at its place not followed. */
async function hashFile(path) {
    const handle = await (0,promises_.open)(path, READ);
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of chunksOf(handle))
            hash.update(chunk);
        return hash.digest('hex');
    }
    finally {
        await handle.close();
    }
}
/** The bytes of a copy are not those that were read. */
class CopyError extends Error {
    constructor(key) {
        super(`the copy of '${key}' does not have the bytes of the original`);
        this.name = 'CopyError';
    }
}

// EXTERNAL MODULE: ./lib/domain/keys.js
var keys = __webpack_require__(6850);
;// CONCATENATED MODULE: ./lib/adapters/store/local/local-root.js


/** Where a key lies; a key that would leave the repository is refused, whoever made it. */
function pathOf(root, key) {
    const plain = key.endsWith('/') ? key.slice(0, -1) : key;
    if (plain === '')
        return root.path;
    const leaves = plain.split('/').some((part) => part === '' || part === '.' || part === '..');
    if (leaves || plain.includes('\0')) {
        throw (0,errors.failure)('BAD_INPUT', `'${(0,version/* printable */.g$)(key)}' is no place inside the repository`);
    }
    return `${root.path}/${plain}`;
}
/** First part of a key: the version, or the name of a file or folder of ours. */
const firstPart = (key) => key.split('/', 1)[0] ?? '';
const OURS = /^(?:\.rollback-(?:backups|log|work)|index\.json|index\.md|index\.json\.lock)$/;
/** Whether the first part is a name that this program gives, not a version. */
const isOurs = (key) => OURS.test(firstPart(key));
const TEMPORARY = /^(?:\.rollback-(?:log|work)\/(?:.*\/)?|\.rollback-backups\/(?:[^/]*\/)?)?\.tmp-[^/]*$/s;
/** A file of ours that has no name yet; an artifact may be called like that, so version folders are left out. */
const isTemporary = (key) => TEMPORARY.test(key);

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/adapters/store/local/walk.js







/** How many names are looked at together: enough to keep the disk busy, few enough to stay small. */
const BATCH = 512;
/** Everything below `folder`, links not followed, in UTF-8 order of the keys `prefix` + path, in batches. */
async function* walk(folder, prefix) {
    const entries = await entriesOf(folder, prefix);
    let files = [];
    for (const entry of entries ?? []) {
        if (!entry.isDirectory())
            files.push(entry.name);
        if (files.length < BATCH && !entry.isDirectory())
            continue;
        if (files.length > 0)
            yield await infoOfMany(folder, prefix, files);
        files = [];
        if (entry.isDirectory())
            yield* walkFolder(`${folder}/${entry.name}`, `${prefix}${entry.name}/`);
    }
    if (files.length > 0)
        yield await infoOfMany(folder, prefix, files);
}
/** The same, and the folder itself when it is empty. */
async function* walkFolder(folder, prefix) {
    let empty = true;
    for await (const batch of walk(folder, prefix)) {
        empty = false;
        yield batch;
    }
    const stat = empty ? await statOf(folder) : undefined;
    if (prefix !== '' && stat?.isDirectory())
        yield [infoOf(prefix, stat)];
}
/** What is directly below `folder`, folders with a '/' at the end. */
async function* walkShallow(folder, prefix, limit) {
    const entries = (await entriesOf(folder, prefix)) ?? [];
    // The newest record of a long log is one look, not five hundred.
    const size = Math.min(BATCH, limit);
    for (let start = 0; start < entries.length; start += size) {
        const names = entries.slice(start, start + size).map((entry) => entry.name);
        const infos = await infoOfMany(folder, prefix, names);
        yield infos.map((info) => (info.type === 'folder' ? { ...info, key: `${info.key}/` } : info));
    }
}
/** The entries of a folder in the order of their keys; undefined when it is gone. */
async function entriesOf(folder, prefix) {
    return telling(`list ${quoted(prefix)}`, async () => {
        const entries = await unlessAbsent((0,promises_.readdir)(folder, { withFileTypes: true }));
        if (entries?.some((entry) => entry.name.includes('\uFFFD')))
            await refuseMangled(folder, prefix);
        return entries
            ?.filter((entry) => !isTemporary(prefix + entry.name))
            .map((entry) => ({ entry, sortAs: entry.isDirectory() ? `${entry.name}/` : entry.name }))
            .sort((a, b) => (0,object_store/* compareKeys */.Y)(a.sortAs, b.sortAs))
            .map(({ entry }) => entry);
    });
}
/** A name that is no UTF-8 would come out as another name, and the file behind it be lost from the manifest. */
async function refuseMangled(folder, prefix) {
    const names = await (0,promises_.readdir)(folder, { encoding: 'buffer' });
    const mangled = names.find((name) => !(0,external_node_buffer_.isUtf8)(name));
    if (mangled === undefined)
        return;
    const where = prefix === '' ? 'the repository' : quoted(prefix);
    throw (0,errors.failure)('BAD_INPUT', `a file in ${where} has a name that is not valid UTF-8: '${escaped(mangled)}'`, {
        advice: 'Rename the file, then run again.',
    });
}
const escaped = (name) => [...name]
    .map((byte) => byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('');
/**
 * The folder behind a prefix, if every part of it is a real folder; a link on the way is refused, or a listing
 * would show what is not in the repository.
 */
async function folderOf(root, prefix) {
    let path = root.path;
    for (const part of prefix.split('/').filter((name) => name !== '')) {
        path = `${path}/${part}`;
        const stat = await statOf(path);
        if (stat?.isSymbolicLink()) {
            throw (0,errors.failure)('BAD_INPUT', `${quoted(path.slice(root.path.length + 1))} is a symbolic link, which is refused`);
        }
        if (!stat?.isDirectory())
            return undefined;
    }
    return (await hasExactName(root, prefix)) ? path : undefined;
}
/** Case counts, also where the file system ignores it: `V1.0.2` is not `v1.0.2`. */
async function hasExactName(root, key) {
    const name = firstPart(key);
    if (name === '' || isOurs(key))
        return true;
    return (await (0,promises_.readdir)(root.path)).includes(name);
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/inspect-room.js






/** For records, manifest and index, whatever their size in practice. */
const MARGIN = 8 << 20;
const FEWEST_INODES = 64;
/** Throws BACKUP when the file systems that will be written to are as good as full; quotas show only later. */
async function checkRoom(root, rootStats, version) {
    await requireRoom(root.path, MARGIN);
    const backups = pathOf(root, keys/* BACKUPS */.Gk);
    const stats = await unlessAbsent((0,promises_.lstat)(backups));
    // On the same file system a backup is a rename and takes no room.
    if (stats === undefined || stats.dev === rootStats.dev || version === undefined)
        return;
    await requireRoom(backups, MARGIN + (await sizeOf(root, `${version}/`)));
}
async function requireRoom(path, bytes) {
    // Some file systems do not tell; then the write itself will.
    const space = await (0,promises_.statfs)(path).catch(() => undefined);
    if (space === undefined || space.blocks === 0)
        return;
    const free = space.bavail * space.bsize;
    if (free < bytes) {
        throw (0,errors.failure)('BACKUP', `only ${inMiB(free)} MiB are free at '${path}'; ${inMiB(bytes)} MiB are needed`);
    }
    if (space.files > 0 && space.ffree < FEWEST_INODES) {
        throw (0,errors.failure)('BACKUP', `only ${space.ffree} more files can be made on the file system of '${path}'`);
    }
}
const inMiB = (bytes) => (bytes / (1 << 20)).toFixed(1);
async function sizeOf(root, prefix) {
    const folder = await folderOf(root, prefix);
    let bytes = 0;
    if (folder === undefined)
        return bytes;
    for await (const batch of walk(folder, prefix)) {
        for (const info of batch)
            bytes += info.size;
    }
    return bytes;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/permissions.js




const TRAVERSE = external_node_fs_.constants.R_OK | external_node_fs_.constants.X_OK;
const CHANGE = TRAVERSE | external_node_fs_.constants.W_OK;
/** Throws PERMISSION, in words, when a folder can't be used; root passes everything but a read-only file system. */
async function mayUse(path, shown, forWriting) {
    const doing = forWriting ? `change the folder ${shown}` : `read the folder ${shown}`;
    await (0,promises_.access)(path, forWriting ? CHANGE : TRAVERSE).catch((thrown) => {
        throw ioError(thrown, doing);
    });
}
/** In a folder with the sticky bit only the owners of the entry and of the folder may rename (and root). */
function refuseSticky(parent, child, key) {
    const uid = process.geteuid?.() ?? 0;
    if ((parent.mode & 0o1000) === 0 || uid === 0 || uid === parent.uid || uid === child.uid)
        return;
    throw (0,errors.failure)('PERMISSION', `can't move ${quoted(key)}: it belongs to user ${child.uid}, and the repository's sticky bit lets only its owner`);
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/inspect-version.js





/** The version folder must be something that one rename can take away. */
async function checkVersionFolder(root, rootStats, options) {
    const key = `${options.version}/`;
    const path = pathOf(root, key);
    const stats = await unlessAbsent((0,promises_.lstat)(path));
    if (stats === undefined)
        return;
    if (stats.isSymbolicLink()) {
        throw (0,errors.failure)('BAD_INPUT', `${quoted(key)} is a symbolic link; a symlinked version folder is refused`);
    }
    if (!stats.isDirectory())
        throw (0,errors.failure)('BAD_INPUT', `${quoted(key)} is a file, not a folder`);
    if (stats.dev !== rootStats.dev)
        throw mounted(key);
    await mayUse(path, quoted(key), false);
    if (!options.forWriting)
        return;
    // A folder that goes to another parent is written itself: its '..' changes.
    await mayUse(path, quoted(key), true);
    refuseSticky(rootStats, stats, key);
    const mount = await mountBelow(path, rootStats.dev);
    if (mount !== undefined)
        throw mounted(`${key}${mount}`);
}
function mounted(key) {
    return (0,errors.failure)('BAD_INPUT', `${quoted(key)} is a mount point; a version folder that is one, or holds one, is refused`, {
        advice: 'Unmount it, then run again.',
    });
}
/** The first mount at or below a folder; '' for the folder itself. */
async function mountBelow(path, device) {
    const table = await unlessAbsent((0,promises_.readFile)('/proc/self/mountinfo', 'utf8'));
    if (table === undefined)
        return otherDeviceBelow(path, device);
    const real = await (0,promises_.realpath)(path);
    const mount = mountPoints(table).find((point) => point === real || point.startsWith(`${real}/`));
    return mount?.slice(real.length + 1);
}
/** Fifth field of each line of Linux's mount table (proc(5)); blanks and backslashes are in octal there. */
function mountPoints(table) {
    return table
        .split('\n')
        .map((line) => line.split(' ')[4] ?? '')
        .map((point) => point.replace(/\\([0-7]{3})/g, (_all, octal) => String.fromCharCode(Number.parseInt(octal, 8))));
}
/** Without a mount table (macOS): a folder on another device is a mount. */
async function otherDeviceBelow(path, device) {
    for (const entry of (await unlessAbsent((0,promises_.readdir)(path, { withFileTypes: true }))) ?? []) {
        if (!entry.isDirectory())
            continue;
        const stats = await unlessAbsent((0,promises_.lstat)(`${path}/${entry.name}`));
        if (stats !== undefined && stats.dev !== device)
            return entry.name;
        const deeper = await otherDeviceBelow(`${path}/${entry.name}`, device);
        if (deeper !== undefined)
            return `${entry.name}/${deeper}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/inspect.js








/** Preflight of a local repository: whatever would stop a change half-way is found before it begins; writes nothing. */
async function inspectRepository(root, options) {
    const stats = await checkRoot(root, options.forWriting);
    const warnings = [];
    // Reading alone needs only the log; a run about a version also wants to know whether its backup could be made.
    const strictly = options.forWriting || options.version !== undefined;
    for (const key of [keys/* LOG */.$9, keys/* BY_VERSION */.TM, keys/* MANIFESTS */.V4, keys/* WORK */.Ar, keys/* BACKUPS */.Gk]) {
        const problem = await ownFolderProblem(root, key, stats, options.forWriting);
        if (problem === undefined)
            continue;
        if (strictly || key !== keys/* BACKUPS */.Gk)
            throw problem;
        warnings.push(problem.message);
    }
    if (options.version !== undefined) {
        await checkVersionFolder(root, stats, { version: options.version, forWriting: options.forWriting });
    }
    if (!options.forWriting)
        return warnings;
    warnings.push(...(await indexWarnings(root, stats)));
    await checkRoom(root, stats, options.version);
    return warnings;
}
async function checkRoot(root, forWriting) {
    const stats = await (0,promises_.stat)(root.path).catch((thrown) => {
        if (codeOf(thrown) === 'ENOENT')
            throw (0,errors.failure)('NO_REPOSITORY', `'${root.path}' does not exist`);
        throw ioError(thrown, `open the repository '${root.path}'`, 'NO_REPOSITORY');
    });
    if (!stats.isDirectory())
        throw (0,errors.failure)('NO_REPOSITORY', `'${root.path}' is a file, not a folder`);
    await mayUse(root.path, `'${root.path}'`, forWriting);
    return stats;
}
async function ownFolderProblem(root, key, rootStats, forWriting) {
    const path = pathOf(root, key);
    const refused = key === keys/* BACKUPS */.Gk ? 'BACKUP' : 'BAD_INPUT';
    const stats = await unlessAbsent((0,promises_.lstat)(path));
    if (stats === undefined)
        return undefined;
    if (!stats.isDirectory()) {
        const what = stats.isSymbolicLink() ? 'a symbolic link' : 'a file';
        return (0,errors.failure)(refused, `${quoted(key)} is ${what}; a folder has to be there`, {
            advice: `Look at what '${path}' is, move it away, then run again.`,
        });
    }
    // Locks, records and the index are renamed and linked between these; only backups can be copied across.
    if (key !== keys/* BACKUPS */.Gk && stats.dev !== rootStats.dev) {
        return (0,errors.failure)(refused, `${quoted(key)} is on another file system than the repository, which is refused`);
    }
    try {
        await mayUse(path, quoted(key), forWriting);
        return undefined;
    }
    catch (thrown) {
        return thrown;
    }
}
async function indexWarnings(root, rootStats) {
    const path = pathOf(root, keys/* INDEX_KEY */.lr);
    const stats = await unlessAbsent((0,promises_.lstat)(path));
    if (stats === undefined)
        return [];
    if (stats.isSymbolicLink()) {
        throw (0,errors.failure)('BAD_INPUT', `${quoted(keys/* INDEX_KEY */.lr)} is a symbolic link; a symlinked index is refused`);
    }
    refuseSticky(rootStats, stats, keys/* INDEX_KEY */.lr);
    await (0,promises_.access)(path, promises_.constants.R_OK).catch((thrown) => {
        throw ioError(thrown, `read ${quoted(keys/* INDEX_KEY */.lr)}`);
    });
    const uid = process.geteuid?.();
    if (uid === undefined || uid === 0 || stats.uid === uid)
        return [];
    return [`${keys/* INDEX_KEY */.lr} belongs to user ${stats.uid}; the edited file will belong to user ${uid}`];
}

// EXTERNAL MODULE: ./lib/domain/types.js
var types = __webpack_require__(8737);
;// CONCATENATED MODULE: ./lib/adapters/store/local/compare-tree.js


/** Compares the tree in `folder` with what the manifest says of `<version>/`. */
async function compareTree(folder, manifest) {
    const expected = new Map(manifest.artifacts.map((artifact) => [artifact.path, artifact]));
    const same = [];
    const changed = [];
    const unknown = [];
    const stat = await statOf(folder);
    // A link in the folder's place is not looked behind.
    if (stat !== undefined && !stat.isDirectory()) {
        return { same, changed, missing: [...expected.keys()], unknown: [manifest.version] };
    }
    for await (const batch of walk(folder, `${manifest.version}/`)) {
        for (const info of batch) {
            const artifact = expected.get(info.key);
            expected.delete(info.key);
            (artifact === undefined ? unknown : isSame(info, artifact) ? same : changed).push(info.key);
        }
    }
    return { same, changed, missing: [...expected.keys()], unknown };
}
const isExact = (found) => found.changed.length + found.missing.length + found.unknown.length === 0;
/** The very same file, not only one like it. */
function isSame(info, artifact) {
    if (info.type !== artifact.type)
        return false;
    return info.type === 'folder' || (info.size === artifact.size && info.revision === artifact.revision);
}
/** The same file after the whole repository went to another disk. */
function isSameApartFromInode(info, artifact) {
    if (info.type !== artifact.type || info.size !== artifact.size)
        return false;
    if (info.type === 'symlink')
        return info.target === artifact.target;
    return info.type === 'folder' || withoutInode(info.revision) === withoutInode(artifact.revision);
}

// EXTERNAL MODULE: ./lib/domain/log-record.js
var log_record = __webpack_require__(558);
;// CONCATENATED MODULE: ./lib/adapters/store/local/copy-tree.js





/** Files in flight at once: a copy waits on fsync more than on anything else. */
const PARALLEL = 8;
/** Copies a version's tree to another file system, everything fsynced and read back. */
async function copyTree(work, copy, progress) {
    const { artifacts, version } = copy.manifest;
    const folders = foldersOf(artifacts, version);
    for (const folder of folders)
        await work.change(() => (0,promises_.mkdir)(copy.to + folder, { mode: 0o700 }));
    const hashes = new Map();
    const files = artifacts.filter((artifact) => artifact.type !== 'folder');
    let done = 0;
    await inParallel(files, async (artifact) => {
        await work.mustBeOurs();
        const sha256 = await work.change(() => copyArtifact(copy, artifact));
        if (sha256 !== undefined)
            hashes.set(artifact.path, sha256);
        done += 1;
        progress(done, artifacts.length);
    });
    // Deepest first: writing into a folder changes its time.
    for (const folder of folders.reverse())
        await likeOriginal(copy.from + folder, copy.to + folder);
    return hashes;
}
/** Nothing is begun any more after a failure, and nothing still runs when it is thrown. */
async function inParallel(queue, action) {
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
            await action(next).catch((thrown) => {
                queue.length = 0;
                throw thrown;
            });
        }
    };
    const ended = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
async function copyArtifact(copy, artifact) {
    const below = artifact.path.slice(copy.manifest.version.length);
    const source = {
        path: copy.from + below,
        key: artifact.path,
        ...(copy.exactly ? { revision: artifact.revision } : {}),
    };
    if (artifact.type === 'symlink')
        await copyLink(source, copy.to + below);
    else
        return copyFile(source, copy.to + below);
    return undefined;
}
/** All folders of a tree as '/…' below it, parents first; '' is the tree itself. */
function foldersOf(artifacts, version) {
    const folders = new Set(['']);
    for (const { path } of artifacts) {
        const below = path.slice(version.length);
        for (let slash = below.indexOf('/', 1); slash !== -1; slash = below.indexOf('/', slash + 1)) {
            folders.add(below.slice(0, slash));
        }
    }
    return [...folders].sort((a, b) => a.length - b.length);
}
async function likeOriginal(original, copy) {
    const { mode, uid, gid, atime, mtime } = await (0,promises_.stat)(original);
    await (0,promises_.lchown)(copy, uid, gid).catch(() => undefined);
    await (0,promises_.lutimes)(copy, atime, mtime);
    const handle = await (0,promises_.open)(copy);
    try {
        await applyShape(handle, { mode: mode & 0o7777 });
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
async function writeHashes(folder, path, hashes) {
    const content = { schema_version: 1, sha256: Object.fromEntries(hashes) };
    const temporary = `${folder}/${temporaryName()}`;
    await writeTemporary(temporary, (0,log_record/* encodeJson */.Pr)(content), { mode: 0o640 });
    await (0,promises_.rename)(temporary, path);
    await syncFolder(folder);
}
/** Empty when the tree was moved, not copied. */
async function readHashes(path) {
    const text = await unlessAbsent((0,promises_.readFile)(path, 'utf8'));
    if (text === undefined)
        return new Map();
    return new Map(Object.entries(JSON.parse(text).sha256));
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/places.js


function placesOf(work, manifest) {
    const backup = manifest.backup_path === '' ? undefined : pathOf(work.root, manifest.backup_path);
    const keeper = backup ?? work.path;
    return {
        version: pathOf(work.root, manifest.version),
        tree: work.tree,
        kept: backup === undefined ? `${keeper}/removed` : `${keeper}/${manifest.version}`,
        keeper,
        copied: `${keeper}/copied.json`,
        reinstated: `${work.path}/reinstated`,
    };
}
/** Whether `kept` is a verified copy, so that the original is not moved but deleted. */
async function isCopied(places) {
    return (await isThere(places.kept)) && (await isThere(places.copied));
}

// EXTERNAL MODULE: ./lib/ports/workspace.js
var workspace = __webpack_require__(6529);
;// CONCATENATED MODULE: ./lib/adapters/store/local/own-folders.js





/** The root's mode without the bits for others: backups may hold what a release should never have shown. */
async function ownFolderMode(root) {
    return ((await (0,promises_.stat)(root.path)).mode & 0o2770) | 0o700;
}
/** The same for a file of ours; other files are made as the umask says. */
async function shapeFor(root, key) {
    if (!key.startsWith('.rollback-'))
        return {};
    return { mode: (await ownFolderMode(root)) & 0o660 };
}
/** Makes a folder and its parents inside the repository, each durable before the next; never the repository itself. */
async function ensureFolder(root, key) {
    let path = root.path;
    for (const part of key.split('/').filter((name) => name !== '')) {
        const parent = path;
        path = `${parent}/${part}`;
        try {
            await (0,promises_.mkdir)(path);
        }
        catch (thrown) {
            if (codeOf(thrown) === 'EEXIST')
                continue;
            if (codeOf(thrown) === 'ENOENT') {
                throw (0,errors.failure)('NO_REPOSITORY', `the repository '${root.path}' is not there`, { cause: thrown });
            }
            throw thrown;
        }
        if (isOurs(key))
            await (0,promises_.chmod)(path, await ownFolderMode(root));
        await syncFolder(parent);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/work-folder.js











/** The version's folder while it is on its way. */
const TREE = 'tree';
/**
 * The fence of one holder's turn: all its changes are renames and links out of or into this folder, and whoever
 * takes over renames it first. From then on every change of the former holder meets ENOENT.
 */
class WorkFolder {
    root;
    ticket;
    path;
    guard;
    constructor(root, ticket, guard) {
        this.root = root;
        this.ticket = ticket;
        this.guard = guard;
        this.path = pathOf(root, keys/* WORK */.Ar + workName(ticket.operationId, ticket.epoch));
    }
    get tree() {
        return `${this.path}/${TREE}`;
    }
    temporary() {
        return `${this.path}/${temporaryName()}`;
    }
    /** Asks the guard, then changes something; ENOENT because the folder is gone means that we were superseded. */
    async change(action) {
        await this.guard();
        try {
            return await action();
        }
        catch (thrown) {
            // What a taken-over work folder looks like from inside: a source that is gone, or not what it was.
            if (isAbsent(thrown) || thrown instanceof object_store/* ConflictError */.f)
                await this.mustBeOurs();
            throw thrown;
        }
    }
    async mustBeOurs() {
        if (!(await isThere(this.path)))
            throw new workspace/* SupersededError */.Z();
    }
    /** A rename, made durable: the place that gains first, so that a power cut never leaves the thing in neither. */
    async move(from, to) {
        await this.change(() => (0,promises_.rename)(from, to));
        await syncFolder((0,external_node_path_.dirname)(to));
        if ((0,external_node_path_.dirname)(from) !== (0,external_node_path_.dirname)(to))
            await syncFolder((0,external_node_path_.dirname)(from));
    }
    /** Makes a folder complete with its mode, then gives it its name; one that is there already is left as it is. */
    async makeFolder(path, mode) {
        if (await isThere(path))
            return;
        const temporary = this.temporary();
        await this.change(() => (0,promises_.mkdir)(temporary));
        await (0,promises_.chmod)(temporary, mode);
        try {
            await this.move(temporary, path);
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
        await unlessTaken(this.change(() => (0,promises_.mkdir)(path)));
        await (0,promises_.chmod)(path, mode);
        await syncFolder((0,external_node_path_.dirname)(path));
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
            await syncFolder((0,external_node_path_.dirname)(path));
        }
    }
    async open() {
        await ensureFolder(this.root, keys/* WORK */.Ar);
        await this.adoptEarlier();
        await unlessTaken(this.change(() => (0,promises_.mkdir)(this.path)));
        await (0,promises_.chmod)(this.path, await ownFolderMode(this.root));
        await syncFolder((0,external_node_path_.dirname)(this.path));
        // Again, after ours is there: of two holders who both make their folder, one sees the other's.
        await this.adoptEarlier();
    }
    /** Takes over what earlier epochs left, the newest as it is; throws when there is a later one. */
    async adoptEarlier() {
        const epochs = (await (0,promises_.readdir)((0,external_node_path_.dirname)(this.path)))
            .map((name) => parseWorkName(name))
            .filter((parsed) => parsed?.operationId === this.ticket.operationId)
            .map((parsed) => parsed?.epoch ?? 0);
        if (epochs.some((epoch) => epoch > this.ticket.epoch)) {
            await (0,promises_.rmdir)(this.path).catch(() => undefined);
            throw new workspace/* SupersededError */.Z();
        }
        for (const epoch of epochs.filter((each) => each < this.ticket.epoch).sort((a, b) => b - a)) {
            await this.adopt(pathOf(this.root, keys/* WORK */.Ar + workName(this.ticket.operationId, epoch)), epoch);
        }
    }
    async adopt(earlier, epoch) {
        await this.guard();
        const taken = await tryRename(earlier, this.path);
        if (!taken) {
            // Ours holds something already: keep a tree where it is looked for, the rest is only cleaned up later.
            if (!(await isThere(this.tree)))
                await tryRename(`${earlier}/${TREE}`, this.tree);
            await tryRename(earlier, `${this.path}/earlier-${epoch}`);
            await syncFolder(this.path);
        }
        await syncFolder((0,external_node_path_.dirname)(this.path));
    }
    /** After the closer: gives the folder a name that is nobody's fence, then deletes it. */
    async close() {
        await deleteWorkFolder(this.root, workName(this.ticket.operationId, this.ticket.epoch));
    }
}
const workName = (operationId, epoch) => `${operationId}-${epoch}`;
function parseWorkName(name) {
    const match = /^(.+)-([0-9]{1,15})$/.exec(name);
    if (match?.[1] === undefined || name.startsWith(CLOSED))
        return undefined;
    return { operationId: match[1], epoch: Number(match[2]) };
}
const CLOSED = 'closed-';
/** Renamed first: a late holder finds nothing, and a killed clean-up leaves a name that says what it is. */
async function deleteWorkFolder(root, name) {
    const closed = pathOf(root, keys/* WORK */.Ar + (name.startsWith(CLOSED) ? name : `${CLOSED}${name}-${(0,external_node_crypto_.randomUUID)()}`));
    if (!name.startsWith(CLOSED)) {
        const there = await unlessAbsent((0,promises_.rename)(pathOf(root, keys/* WORK */.Ar + name), closed).then(() => true));
        if (there === undefined)
            return;
        await syncFolder((0,external_node_path_.dirname)(closed));
    }
    await deleteTree(closed);
}
/** Deletes a whole tree, also folders that their owner made read-only. */
async function deleteTree(path) {
    try {
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
    catch (thrown) {
        if (!['EACCES', 'EPERM'].includes(codeOf(thrown) ?? ''))
            throw thrown;
        await openFolders(path);
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}
async function openFolders(path) {
    await (0,promises_.chmod)(path, 0o700).catch(() => undefined);
    for (const entry of await (0,promises_.readdir)(path, { withFileTypes: true })) {
        if (entry.isDirectory())
            await openFolders(`${path}/${entry.name}`);
    }
}
async function unlessTaken(making) {
    await making.catch((thrown) => {
        if (codeOf(thrown) !== 'EEXIST')
            throw thrown;
    });
}
/** False when something is in the way; true also when there was nothing to move. */
async function tryRename(from, to) {
    try {
        await (0,promises_.rename)(from, to);
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

;// CONCATENATED MODULE: ./lib/adapters/store/local/keep-copy.js




const PARTIAL = '.partial-';
/**
 * Where no rename leads (EXDEV): copies the tree to where it is kept, first under a name that says it is not whole.
 * The hashes come before the name, so that a whole copy is always known as one.
 */
async function keepCopy(work, source, manifest, progress) {
    const places = placesOf(work, manifest);
    const partial = `${places.keeper}/${PARTIAL}${work.ticket.epoch}`;
    await clearPartials(work, places.keeper, partial);
    const hashes = await copyTree(work, { ...source, to: partial, manifest }, progress);
    await work.mustBeOurs();
    await work.change(() => writeHashes(places.keeper, places.copied, hashes));
    await work.move(partial, places.kept);
}
/** What a killed copy left is renamed before it is deleted: a holder that still copies into it meets ENOENT. */
async function clearPartials(work, keeper, partial) {
    await work.change(() => deleteTree(partial));
    for (const name of await (0,promises_.readdir)(keeper)) {
        if (!name.startsWith(PARTIAL))
            continue;
        await work.change(() => (0,promises_.rename)(`${keeper}/${name}`, partial));
        await deleteTree(partial);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/own-files.js







/** Makes a folder of ours and its parents, under the fence. */
async function ensureOwnFolders(work, key) {
    const mode = await ownFolderMode(work.root);
    let folder = '';
    for (const part of key.split('/').filter((name) => name !== '')) {
        folder += `${part}/`;
        await work.makeFolder(pathOf(work.root, folder), mode);
    }
}
/** Puts a file of ours if absent; the same bytes there already is our own earlier success. */
async function createOwnFile(work, key, body) {
    const path = pathOf(work.root, key);
    const shape = await shapeFor(work.root, key);
    await ensureOwnFolders(work, key.slice(0, key.lastIndexOf('/') + 1));
    const create = (temporary) => work.change(() => createDurably({ path, key, temporary }, body, shape));
    try {
        await create(work.temporary());
    }
    catch (thrown) {
        // Backups on another file system: from a temporary name there.
        if (codeOf(thrown) === 'EXDEV')
            await create(`${(0,external_node_path_.dirname)(path)}/${temporaryName()}`);
        else if (!(thrown instanceof object_store/* ConflictError */.f) || !(await hasBytes(path, body)))
            throw thrown;
        // The run that made it may have died before this.
        await syncFolder((0,external_node_path_.dirname)(path));
    }
}
async function hasBytes(path, body) {
    const standing = await unlessAbsent((0,promises_.readFile)(path));
    return standing?.equals(body) === true;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/backup-folder.js









/** Step 3: the folder; the artifacts only where no rename will take them there. */
async function prepareBackup(work, manifest, progress) {
    if (manifest.operation !== 'rollback' || manifest.backup_path === '')
        return;
    const places = placesOf(work, manifest);
    await ensureOwnFolders(work, manifest.backup_path);
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type) || !manifest.folder_present)
        return;
    if ((await isThere(places.kept)) || !(await isAcross(places.version, places.keeper)))
        return;
    await keepCopy(work, { from: places.version, exactly: true }, manifest, progress);
}
/** Whether both are there, on different file systems. */
async function isAcross(from, to) {
    const [left, right] = await Promise.all([statOf(from), statOf(to)]);
    return left !== undefined && right !== undefined && left.dev !== right.dev;
}
/** Removes an unused backup folder; never one that holds what is nowhere else. */
async function discardBackup(work, manifest) {
    // A restore's manifest names the backup of the rollback that it undoes.
    if (manifest.operation !== 'rollback' || manifest.backup_path === '')
        return;
    const folder = pathOf(work.root, manifest.backup_path);
    const names = (await unlessAbsent((0,promises_.readdir)(folder))) ?? [];
    const places = placesOf(work, manifest);
    for (const name of names) {
        if (NEEDLESS.test(name))
            continue;
        if (name !== manifest.version || !(await isDoubled(places, manifest)))
            return;
    }
    await unlessAbsent(work.deleteTree(folder)).catch((thrown) => {
        if (codeOf(thrown) !== 'ENOTEMPTY')
            throw thrown;
    });
}
const NEEDLESS = new RegExp(`^(?:manifest\\.json|copied\\.json|\\.tmp-.*|\\${PARTIAL}.*)$`, 's');
/** A copy, and every original still in its place. */
async function isDoubled(places, manifest) {
    if (!(await isCopied(places)))
        return false;
    const found = await compareTree(places.version, manifest);
    return found.same.length === manifest.artifacts.length;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/put-each.js








/** Puts artifacts beside files that stand there already; nothing is ever overwritten. */
async function putEach(work, manifest, places, artifacts) {
    const holding = { manifest, places, source: places.tree, hashes: await readHashes(places.copied) };
    const absent = await absentOf(holding, artifacts);
    const folders = new Set();
    for (const artifact of absent) {
        const below = belowVersion(manifest, artifact);
        for (const folder of parentsOf(below)) {
            await makeLike(work, places, folder);
            folders.add(folder);
        }
        if (artifact.type === 'folder')
            await makeLike(work, places, below);
        else
            await putOne(work, holding, artifact);
    }
    for (const folder of [...folders].reverse())
        await syncFolder(places.version + folder);
    await settle(work, holding);
}
/** Looks at every place before the first change, so that what is in the way stops us before it. */
async function absentOf(holding, artifacts) {
    const absent = [];
    const blocked = [];
    for (const artifact of artifacts) {
        const state = await standing(holding, artifact);
        if (state === 'absent')
            absent.push(artifact);
        if (state === 'other')
            blocked.push(artifact.path);
    }
    if (blocked.length > 0)
        throw inTheWay(holding.manifest, blocked);
    return absent;
}
function inTheWay(manifest, keys) {
    const first = quoted(keys[0] ?? '');
    const rest = keys.length > 1 ? ` and ${keys.length - 1} more` : '';
    return (0,errors.failure)('STEP_FAILED', `can't put ${manifest.version} back: ${first}${rest} is something else now`, {
        details: keys,
    });
}
/** What is at an artifact's place; a link or file where one of its folders should be counts as something else. */
async function standing(holding, artifact) {
    const { manifest, places, source } = holding;
    const below = belowVersion(manifest, artifact);
    for (const folder of parentsOf(below)) {
        const stat = await statOf(places.version + folder);
        if (stat === undefined)
            return 'absent';
        if (!stat.isDirectory())
            return 'other';
    }
    const path = places.version + below;
    const info = await infoAt(path, artifact.path);
    if (info === undefined)
        return 'absent';
    if (isSame(info, artifact))
        return 'same';
    if (info.type !== artifact.type || info.size !== artifact.size)
        return 'other';
    if (info.type === 'symlink')
        return info.target === artifact.target ? 'same' : 'other';
    return (await hasBytesOf(info, path, { ...holding, source: source + below }, artifact)) ? 'same' : 'other';
}
async function hasBytesOf(info, path, { source, hashes }, artifact) {
    const known = hashes.get(artifact.path);
    if (known !== undefined)
        return (await hashFile(path)) === known;
    const original = await infoAt(source, artifact.path);
    if (original === undefined)
        return isSameApartFromInode(info, artifact);
    if (original.revision === info.revision)
        return true;
    return original.type === 'file' && (await hashFile(path)) === (await hashFile(source));
}
/** link(2) fails where a name is taken, so what appears there meanwhile is never lost. */
async function putOne(work, holding, artifact) {
    const below = belowVersion(holding.manifest, artifact);
    const from = holding.places.tree + below;
    const to = holding.places.version + below;
    try {
        if (artifact.type === 'symlink')
            await putLink(work, from, to, artifact);
        else
            await linkOrCopy(work, from, to, artifact);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EEXIST')
            throw thrown;
        if ((await standing(holding, artifact)) !== 'same')
            throw inTheWay(holding.manifest, [artifact.path]);
    }
}
/** A link is made anew: link(2) on a link follows it on macOS. */
async function putLink(work, from, to, artifact) {
    await work.mustBeOurs();
    const original = await infoAt(from, artifact.path);
    await work.change(() => (0,promises_.symlink)(artifact.target ?? '', to));
    const seconds = (original?.modified ?? 0) / 1000;
    if (original !== undefined)
        await (0,promises_.lutimes)(to, seconds, seconds);
}
async function linkOrCopy(work, from, to, artifact) {
    try {
        await work.change(() => (0,promises_.link)(from, to));
    }
    catch (thrown) {
        // Linux may forbid hard links to files of other users (fs.protected_hardlinks).
        if (codeOf(thrown) !== 'EPERM')
            throw thrown;
        const copy = work.temporary();
        await work.change(() => copyFile({ path: from, key: artifact.path }, copy));
        await work.change(() => (0,promises_.link)(copy, to));
    }
}
/** Makes a folder of the version as the tree has it. */
async function makeLike(work, places, folder) {
    const original = await statOf(places.tree + folder);
    await work.makeFolder(places.version + folder, original === undefined ? 0o755 : modeOf(original));
}
/**
 * All stands: the tree is not needed any more, but keeps its bytes until the work folder goes, so that a killed run
 * can compare again. Otherwise it goes back to where it came from.
 */
async function settle(work, holding) {
    const { places, manifest } = holding;
    let complete = true;
    for (const artifact of manifest.artifacts) {
        if (complete && (await standing(holding, artifact)) !== 'same')
            complete = false;
    }
    if (complete) {
        if (await isThere(places.reinstated))
            await work.deleteTree(places.reinstated);
        await work.move(places.tree, places.reinstated);
    }
    else if (manifest.backup_path !== '') {
        if (await isThere(places.kept))
            await work.deleteTree(places.tree);
        else
            await work.move(places.tree, places.kept);
    }
}
/** '/docs/guide.md' of 'v1.0.2/docs/guide.md'; a folder without its last '/'. */
function belowVersion(manifest, artifact) {
    const below = artifact.path.slice(manifest.version.length);
    return below.endsWith('/') ? below.slice(0, -1) : below;
}
/** The folders on the way to '/docs/guide.md', outermost first: '' (the version folder) and '/docs'. */
function parentsOf(below) {
    const parts = below.split('/').slice(1, -1);
    return ['', ...parts.map((_part, i) => `/${parts.slice(0, i + 1).join('/')}`)];
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/damaged.js







/** Keys that could not be put back as they were, and strangers that would come along; needs no open work folder. */
async function damaged(work, manifest, artifacts) {
    const places = placesOf(work, manifest);
    const source = await sourceOf(places);
    const hashes = await readHashes(places.copied);
    const there = await contentOf(source, manifest);
    const bad = [];
    for (const artifact of artifacts) {
        const below = belowVersion(manifest, artifact);
        const info = there.get(artifact.path);
        if (info !== undefined && (await isWhole(info, source + below, artifact, hashes)))
            continue;
        // Put back already: nothing is needed for it any more.
        const standing = await infoAt(places.version + below, artifact.path);
        if (standing !== undefined && (await isWhole(standing, places.version + below, artifact, hashes)))
            continue;
        bad.push(artifact.path);
    }
    const known = new Set(manifest.artifacts.map(({ path }) => path));
    return [...bad, ...[...there.keys()].filter((key) => !known.has(key))];
}
async function sourceOf(places) {
    for (const place of [places.tree, places.kept])
        if (await isThere(place))
            return place;
    return places.reinstated;
}
async function contentOf(folder, manifest) {
    const there = new Map();
    for await (const batch of walk(folder, `${manifest.version}/`)) {
        for (const info of batch)
            there.set(info.key, info);
    }
    return there;
}
/** A moved file by its size and mtime, a copied one by its hash. */
async function isWhole(info, path, artifact, hashes) {
    const hash = hashes.get(artifact.path);
    if (hash === undefined || info.type !== 'file')
        return isSameApartFromInode(info, artifact);
    return info.size === artifact.size && (await hashFile(path)) === hash;
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/index-lock.js











const MARKER = 'release-rollback';
const POLL_MS = 50;
/** `index.json.lock`: an offer to publishers who honour it; whole from its first moment, so that ours is known as ours. */
async function lockIndex(work, timeoutMs) {
    const { clock } = work.root;
    const path = pathOf(work.root, keys/* INDEX_LOCK_KEY */.ZH);
    const began = clock.monotonic();
    for (;;) {
        if (await tryLock(work, path))
            return;
        const found = await ownLock(path);
        if (found !== undefined && isHeldBy(work, found))
            return;
        // At most one operation is open, and it is ours: any lock with our marker was left behind.
        if (found !== undefined)
            await takeAway(work, path, found);
        else if (clock.monotonic() - began >= timeoutMs)
            throw await foreignLock(work, path);
        else
            await clock.sleep(POLL_MS);
    }
}
async function unlockIndex(work) {
    const path = pathOf(work.root, keys/* INDEX_LOCK_KEY */.ZH);
    const found = await ownLock(path);
    if (found?.operation_id === work.ticket.operationId)
        await takeAway(work, path, found);
    else
        await work.mustBeOurs();
}
async function tryLock(work, path) {
    const content = {
        locked_by: MARKER,
        operation_id: work.ticket.operationId,
        epoch: work.ticket.epoch,
        host: (0,external_node_os_.hostname)(),
        pid: process.pid,
        time: new Date(work.root.clock.now()).toISOString(),
    };
    const where = { path, key: keys/* INDEX_LOCK_KEY */.ZH, temporary: work.temporary() };
    try {
        await work.change(() => createDurably(where, (0,log_record/* encodeJson */.Pr)(content), { mode: 0o644 }));
        return true;
    }
    catch (thrown) {
        if (thrown instanceof object_store/* ConflictError */.f)
            return false;
        throw thrown;
    }
}
const isHeldBy = (work, lock) => lock.operation_id === work.ticket.operationId && lock.epoch === work.ticket.epoch;
/** The lock's content if it is one of ours; undefined when it is foreign, or gone. */
async function ownLock(path) {
    const flag = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
    const text = await unlessAbsent((0,promises_.readFile)(path, { encoding: 'utf8', flag })).catch((thrown) => {
        // A folder, a link, or a file that we may not read is somebody else's lock.
        if (['EISDIR', 'ELOOP', 'EACCES', 'EPERM'].includes(codeOf(thrown) ?? ''))
            return undefined;
        throw thrown;
    });
    return text === undefined ? undefined : parseLock(text);
}
function parseLock(text) {
    try {
        const content = JSON.parse(text);
        return content?.locked_by === MARKER ? content : undefined;
    }
    catch {
        return undefined;
    }
}
/** Renames a lock of ours into the work folder, and puts back what turns out to be another's. */
async function takeAway(work, path, expected) {
    const taken = work.temporary();
    await unlessAbsent(work.change(() => (0,promises_.rename)(path, taken)));
    const lock = await ownLock(taken);
    const wrong = lock?.operation_id !== expected.operation_id || lock.epoch !== expected.epoch;
    // As a link, which can't overwrite the next one's lock.
    if (wrong)
        await (0,promises_.link)(taken, path).catch(() => undefined);
    await (0,promises_.unlink)(taken).catch(() => undefined);
    await syncFolder(work.root.path);
}
async function foreignLock(work, path) {
    const info = await infoAt(path, keys/* INDEX_LOCK_KEY */.ZH);
    const seconds = Math.max(0, Math.round((work.root.clock.now() - (info?.modified ?? 0)) / 1000));
    const age = info === undefined ? 'it went away just now' : `it is ${seconds} s old`;
    return (0,errors.failure)('INDEX_WRITE', `another program holds the index: '${path}' is there and not ours; ${age}`, {
        advice: `If no publisher is running, delete '${path}', then run again.`,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/reinstate.js








/** Puts a version's tree back: kept → work folder → version folder, each one rename; file by file where one stands. */
async function reinstate(work, manifest, artifacts, progress) {
    const places = placesOf(work, manifest);
    if (!manifest.folder_present || (await isUntouched(places, manifest, artifacts)))
        return;
    if (await fetchTree(work, manifest, places, progress)) {
        const whole = artifacts.length >= manifest.artifacts.length && (await putWhole(work, manifest, places));
        if (!whole)
            await putEach(work, manifest, places, artifacts);
    }
    else if (manifest.operation === 'restore') {
        // A rollback that holds nothing has nothing to give back: what others changed in its place is theirs.
        await mustStand(work, manifest, places, artifacts);
    }
    progress(artifacts.length, artifacts.length);
}
/** Nothing was taken yet, or all is back: the version folder has the very files of the manifest. */
async function isUntouched(places, manifest, artifacts) {
    if ((await isThere(places.tree)) || !(await isThere(places.version)))
        return false;
    const same = new Set((await compareTree(places.version, manifest)).same);
    return artifacts.every((artifact) => same.has(artifact.path));
}
/** Brings the tree into the work folder, under the fence; false when it is nowhere. */
async function fetchTree(work, manifest, places, progress) {
    if (await isThere(places.tree))
        return true;
    if (!(await isThere(places.kept)))
        return false;
    try {
        await work.move(places.kept, places.tree);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        await copyBack(work, manifest, places, progress);
    }
    return true;
}
async function copyBack(work, manifest, places, progress) {
    const partial = `${work.path}/.partial`;
    await work.change(() => deleteTree(partial));
    const known = await readHashes(places.copied);
    const hashes = await copyTree(work, { from: places.kept, to: partial, manifest, exactly: false }, progress);
    const damaged = [...hashes].filter(([key, hash]) => known.has(key) && known.get(key) !== hash);
    if (damaged.length > 0) {
        throw (0,errors.failure)('BACKUP', `the backup of ${manifest.version} is damaged`, {
            details: damaged.map(([key]) => key),
        });
    }
    await work.move(partial, places.tree);
}
/** One rename; false when a folder with something in it stands there. An empty one is replaced by the original. */
async function putWhole(work, manifest, places) {
    try {
        await work.move(places.tree, places.version);
        return true;
    }
    catch (thrown) {
        const code = codeOf(thrown) ?? '';
        if (['ENOTEMPTY', 'EEXIST'].includes(code))
            return false;
        if (code !== 'ENOTDIR')
            throw thrown;
        throw (0,errors.failure)('STEP_FAILED', `can't put ${quoted(manifest.version)} back: a file or a link is in its place`, {
            cause: thrown,
        });
    }
}
async function mustStand(work, manifest, places, artifacts) {
    await work.mustBeOurs();
    const hashes = await readHashes(places.copied);
    const missing = [];
    for (const artifact of artifacts) {
        const state = await standing({ manifest, places, source: places.reinstated, hashes }, artifact);
        if (state !== 'same')
            missing.push(artifact.path);
    }
    if (missing.length === 0)
        return;
    throw (0,errors.failure)('STEP_FAILED', `can't put ${quoted(manifest.version)} back: its files are not in the backup`, {
        details: missing,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/remove-empty.js



/** A folder that holds something else stays; what was removed from it is made durable. */
async function removeEmpty(work, path) {
    try {
        await work.change(() => (0,promises_.rmdir)(path));
    }
    catch (thrown) {
        if (isAbsent(thrown))
            return;
        if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(thrown) ?? ''))
            throw thrown;
        await syncFolder(path);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/retract.js










/** Undoes a restore: what it put goes back to the backup; the keys that somebody changed meanwhile are left and told. */
async function retract(work, manifest, artifacts, progress) {
    const places = placesOf(work, manifest);
    if (!(await isThere(places.tree)) && (await isThere(places.reinstated))) {
        await work.move(places.reinstated, places.tree);
    }
    const left = (await takeWhole(work, manifest, places, artifacts))
        ? []
        : await takeEach(work, manifest, places, artifacts);
    await giveBack(work, manifest, places, progress);
    progress(artifacts.length, artifacts.length);
    return left;
}
/** As the restore put it: one rename, if nothing is there but what it put. */
async function takeWhole(work, manifest, places, artifacts) {
    if ((await isThere(places.tree)) || (await isThere(places.kept)))
        return false;
    if (artifacts.length < manifest.artifacts.length || !(await isThere(places.version)))
        return false;
    if (!isExact(await compareTree(places.version, manifest)))
        return false;
    try {
        await work.move(places.version, places.tree);
        return true;
    }
    catch (thrown) {
        if (codeOf(thrown) === 'EXDEV')
            return false;
        throw thrown;
    }
}
async function takeEach(work, manifest, places, artifacts) {
    const left = [];
    const source = (await isThere(places.tree)) || !(await isThere(places.kept)) ? places.tree : places.kept;
    const holding = { manifest, places, source, hashes: await readHashes(places.copied) };
    for (const artifact of artifacts) {
        const state = await standing(holding, artifact);
        if (state === 'other')
            left.push(artifact.path);
        if (state === 'same')
            await takeOne(work, holding, artifact);
    }
    // As they were before the restore: the folders that hold nothing any more were its own.
    if (artifacts.length > 0) {
        for (const folder of foldersOf(artifacts, manifest.version).reverse()) {
            await removeEmpty(work, places.version + folder);
        }
        await syncFolder(work.root.path);
    }
    return left;
}
/** Deletes it where the tree has its bytes, or moves it there. */
async function takeOne(work, holding, artifact) {
    const { places, source, manifest } = holding;
    const below = belowVersion(manifest, artifact);
    const kept = await infoAt(source + below, artifact.path);
    if (artifact.type === 'folder') {
        if (kept === undefined)
            await makeInTree(work, places, [...parentsOf(below), below]);
        return;
    }
    if (kept === undefined) {
        await makeInTree(work, places, parentsOf(below));
        return work.move(places.version + below, places.tree + below);
    }
    const taken = work.temporary();
    await work.change(() => (0,promises_.rename)(places.version + below, taken));
    await (0,promises_.unlink)(taken);
}
async function makeInTree(work, places, folders) {
    for (const folder of folders) {
        const original = await statOf(places.version + folder);
        await work.makeFolder(places.tree + folder, original === undefined ? 0o755 : modeOf(original));
    }
}
async function giveBack(work, manifest, places, progress) {
    if (!(await isThere(places.tree)))
        return;
    if (await isThere(places.kept))
        return work.deleteTree(places.tree);
    try {
        await work.move(places.tree, places.kept);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        await keepCopy(work, { from: places.tree, exactly: false }, manifest, progress);
        await work.deleteTree(places.tree);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/withdraw.js











const NOTHING = { removed: [], changed: [], unknown: [] };
/** Step 6: version folder → work folder → where it is kept, each one rename; compared in between, where nobody writes. */
async function withdraw(work, manifest, progress) {
    if (!(0,types/* takesArtifacts */.Qe)(manifest.rollback_type))
        return NOTHING;
    const places = placesOf(work, manifest);
    const copied = await isCopied(places);
    if ((await isThere(places.kept)) && !copied)
        return withdrawn(manifest, places);
    if (!(await isThere(places.tree))) {
        if (!manifest.folder_present)
            return refusal(await compareTree(places.version, manifest));
        const taken = await takeOut(work, places);
        if (taken === 'absent' && copied)
            return withdrawn(manifest, places);
        if (taken === 'absent')
            return refusal(await compareTree(places.version, manifest));
        if (taken === 'elsewhere')
            return withdrawByCopy(work, manifest, places, progress);
    }
    const found = await compareTree(places.tree, manifest);
    if (!isExact(found) && (await putBack(work, places)))
        return refusal(found);
    await keep(work, manifest, places, copied, progress);
    progress(manifest.artifacts.length, manifest.artifacts.length);
    return withdrawn(manifest, places);
}
/** What is gone from the version folder, and what stands there now. */
async function survey(work, manifest) {
    const places = placesOf(work, manifest);
    const found = await compareTree(places.version, manifest);
    return { removed: found.missing, changed: found.changed, unknown: found.unknown };
}
async function takeOut(work, places) {
    try {
        await work.move(places.version, places.tree);
        return 'taken';
    }
    catch (thrown) {
        if (isAbsent(thrown))
            return 'absent';
        if (codeOf(thrown) === 'EXDEV')
            return 'elsewhere';
        throw thrown;
    }
}
/** False when a new version folder is in the way. */
async function putBack(work, places) {
    try {
        await work.move(places.tree, places.version);
        return true;
    }
    catch (thrown) {
        if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(thrown) ?? ''))
            return false;
        throw thrown;
    }
}
async function keep(work, manifest, places, copied, progress) {
    if (copied)
        return work.deleteTree(places.tree);
    if (manifest.backup_path !== '')
        await work.makeFolder(places.keeper, await ownFolderMode(work.root));
    try {
        await work.move(places.tree, places.kept);
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        await keepCopy(work, { from: places.tree, exactly: true }, manifest, progress);
        await work.deleteTree(places.tree);
    }
}
/** The version folder itself can't be renamed (overlayfs): a verified copy first, then file by file. */
async function withdrawByCopy(work, manifest, places, progress) {
    const found = await compareTree(places.version, manifest);
    // Without a missing file no removal has begun, so there is still nothing to go on with.
    const untouched = found.missing.length === 0 || !(await isCopied(places));
    if (untouched && !isExact(found))
        return refusal(found);
    if (!(await isCopied(places)))
        await keepCopy(work, { from: places.version, exactly: true }, manifest, progress);
    const gone = await removeOneByOne(work, manifest, places, new Set(found.same));
    return leftover(found, gone);
}
async function removeOneByOne(work, manifest, places, keys) {
    const gone = [];
    for (const artifact of manifest.artifacts) {
        if (!keys.has(artifact.path))
            continue;
        const path = places.version + artifact.path.slice(manifest.version.length);
        if (artifact.type === 'folder' || (await removeFile(work, path, artifact)))
            gone.push(artifact.path);
    }
    for (const folder of foldersOf(manifest.artifacts, manifest.version).reverse()) {
        await removeEmpty(work, places.version + folder);
    }
    await syncFolder(work.root.path);
    return gone;
}
/** Takes a file away, then looks whether it was the right one: what was written meanwhile goes back. */
async function removeFile(work, path, artifact) {
    const taken = work.temporary();
    try {
        await work.change(() => (0,promises_.rename)(path, taken));
    }
    catch (thrown) {
        if (codeOf(thrown) !== 'EXDEV')
            throw thrown;
        const info = await infoAt(path, artifact.path);
        if (info === undefined || !isSame(info, artifact))
            return false;
        await work.mustBeOurs();
        await work.change(() => (0,promises_.unlink)(path));
        return true;
    }
    const info = await infoAt(taken, artifact.path);
    const right = info !== undefined && isSame(info, artifact);
    if (!right)
        await work.change(() => (0,promises_.link)(taken, path));
    await (0,promises_.unlink)(taken);
    return right;
}
/** Everything is out; whatever is in the version folder now was published after it. */
async function withdrawn(manifest, places) {
    const found = await compareTree(places.version, manifest);
    const present = [...found.same, ...found.changed, ...found.unknown];
    return {
        removed: manifest.artifacts.map((artifact) => artifact.path),
        changed: present,
        unknown: found.unknown,
    };
}
/** Nothing is out, because not everything is as the manifest has it. */
function refusal(found) {
    return {
        removed: [],
        changed: [...found.changed, ...found.missing, ...found.unknown],
        unknown: found.unknown,
    };
}
/** What is missing or taken is out; what is different stays. */
function leftover(found, taken) {
    const gone = new Set(taken);
    const kept = found.same.filter((key) => !gone.has(key));
    return {
        removed: [...found.missing, ...taken],
        changed: [...found.changed, ...kept, ...found.unknown],
        unknown: found.unknown,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/local-workspace.js













/** What an open operation changes in a local repository: every change a rename or link under the work folder's fence. */
class LocalWorkspace {
    work;
    constructor(work) {
        this.work = work;
    }
    open() {
        return telling('open the work folder', () => this.work.open());
    }
    lockIndex(timeoutMs) {
        return telling('lock the index', () => lockIndex(this.work, timeoutMs));
    }
    unlockIndex() {
        return telling('unlock the index', () => unlockIndex(this.work));
    }
    replace(current, body) {
        const { key, revision } = current.info;
        const where = { path: pathOf(this.work.root, key), key, temporary: this.work.temporary() };
        return telling(`write ${quoted(key)}`, () => this.work.change(() => replaceDurably(where, body, revision)));
    }
    create(key, body) {
        return telling(`write ${quoted(key)}`, () => createOwnFile(this.work, key, body));
    }
    prepareBackup(manifest, progress) {
        return whole('BACKUP', `back ${quoted(manifest.version)} up`, () => prepareBackup(this.work, manifest, progress));
    }
    withdraw(manifest, progress) {
        return whole('STEP_FAILED', `move ${quoted(manifest.version)} out`, () => withdraw(this.work, manifest, progress));
    }
    survey(manifest) {
        return telling(`look at ${quoted(manifest.version)}`, () => survey(this.work, manifest));
    }
    reinstate(manifest, artifacts, progress) {
        return whole('STEP_FAILED', `put ${quoted(manifest.version)} back`, () => reinstate(this.work, manifest, artifacts, progress));
    }
    retract(manifest, artifacts, progress) {
        return whole('STEP_FAILED', `take ${quoted(manifest.version)} out again`, () => retract(this.work, manifest, artifacts, progress));
    }
    damaged(manifest, artifacts) {
        return telling(`look at the backup of ${quoted(manifest.version)}`, () => damaged(this.work, manifest, artifacts));
    }
    discard(manifest) {
        return telling(`remove ${quoted(manifest.backup_path)}`, () => discardBackup(this.work, manifest));
    }
    close() {
        return telling('delete the work folder', () => this.work.close());
    }
}
/** A step on the whole tree: whatever the system or another writer refuses has the step's own code. */
function whole(code, doing, action) {
    return telling(doing, async () => {
        try {
            return await action();
        }
        catch (thrown) {
            if (thrown instanceof object_store/* ConflictError */.f) {
                throw (0,errors.failure)(code, `can't ${doing}: ${quoted(thrown.key)} was changed meanwhile`, {
                    cause: thrown,
                });
            }
            if (thrown instanceof CopyError)
                throw (0,errors.failure)(code, `can't ${doing}: ${thrown.message}`, { cause: thrown });
            throw thrown;
        }
    }, code);
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/local-workspaces.js







/** A run that is still writing its record needs its temporary file; nobody takes an hour for one. */
const STALE_MS = 3_600_000;
/** As long as a holder is silent before it counts as dead. */
const RECENT_MS = 60_000;
class LocalWorkspaces {
    root;
    constructor(root) {
        this.root = root;
    }
    create(ticket, guard) {
        return new LocalWorkspace(new WorkFolder(this.root, ticket, guard));
    }
    /** Cleaning up is never worth failing for, so what can't be deleted stays for the next time. */
    async sweep(openOperationId) {
        await telling('look into the work folder', async () => {
            for (const name of await this.namesIn(keys/* WORK */.Ar)) {
                if (await this.isLeftover(name, openOperationId)) {
                    await deleteWorkFolder(this.root, name).catch(() => undefined);
                }
            }
            for (const folder of [keys/* LOG */.$9, keys/* MANIFESTS */.V4])
                await this.sweepTemporaries(folder);
            // Of a run that died between making its backup folder and writing the manifest into it.
            for (const name of await this.namesIn(keys/* BACKUPS */.Gk)) {
                if (openOperationId !== undefined)
                    await (0,promises_.rmdir)(pathOf(this.root, keys/* BACKUPS */.Gk + name)).catch(() => undefined);
            }
        });
    }
    /** A tree that is still on its way is the only copy: only a person may delete what an abandoned operation left. */
    async isLeftover(name, openOperationId) {
        if (name.startsWith(CLOSED))
            return true;
        const parsed = parseWorkName(name);
        if (parsed === undefined || parsed.operationId === openOperationId)
            return false;
        const folder = pathOf(this.root, keys/* WORK */.Ar + name);
        if (await isThere(`${folder}/${TREE}`))
            return false;
        for (const inner of (await unlessAbsent((0,promises_.readdir)(folder))) ?? []) {
            if (inner.startsWith('earlier-') && (await isThere(`${folder}/${inner}/${TREE}`)))
                return false;
        }
        // Without an operation of our own, one may just have been opened.
        return openOperationId !== undefined || (await this.age(folder)) > RECENT_MS;
    }
    async sweepTemporaries(prefix) {
        for (const name of await this.namesIn(prefix)) {
            const path = pathOf(this.root, prefix + name);
            if (isTemporary(prefix + name) && (await this.age(path)) > STALE_MS)
                await (0,promises_.unlink)(path).catch(() => undefined);
        }
    }
    async age(path) {
        const stat = await statOf(path);
        return stat === undefined ? 0 : this.root.clock.now() - Number(stat.mtimeMs);
    }
    async namesIn(prefix) {
        return (await unlessAbsent((0,promises_.readdir)(pathOf(this.root, prefix)))) ?? [];
    }
}

;// CONCATENATED MODULE: ./lib/adapters/store/local/local-store.js














/** A folder as a repository. What an operation changes besides the log goes through `workspaces`. */
class LocalStore {
    type = 'local';
    lateRequests = false;
    location;
    workspaces;
    root;
    constructor(root) {
        this.root = root;
        this.location = root.path;
        this.workspaces = new LocalWorkspaces(root);
    }
    /** Touches nothing yet; throws BAD_INPUT on Windows. */
    static open(path, clock, platform = process.platform) {
        if (platform === 'win32') {
            throw (0,errors.failure)('BAD_INPUT', 'local repositories are not supported on Windows', {
                advice: 'Windows has no atomic rename of a folder in use and no fsync of folders, which all-or-nothing rests on. Run on Linux or macOS, or use a repository on S3 or GCS.',
            });
        }
        return new LocalStore({ path: (0,external_node_path_.resolve)(path), clock });
    }
    inspect(options) {
        return inspectRepository(this.root, options);
    }
    async now() {
        return this.root.clock.now();
    }
    async read(key) {
        return telling(`read ${quoted(key)}`, async () => {
            // Without following a link, and without waiting on a named pipe.
            const flags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
            const handle = await (0,promises_.open)(pathOf(this.root, key), flags).catch((thrown) => {
                if (isAbsent(thrown))
                    return undefined;
                if (codeOf(thrown) === 'ELOOP')
                    throw symlinked(key, thrown);
                throw thrown;
            });
            if (handle === undefined)
                return undefined;
            try {
                // Before the bytes: if somebody writes while we read, the revision is already the wrong one.
                const stat = await handle.stat({ bigint: true });
                if (!stat.isFile())
                    throw (0,errors.failure)('BAD_INPUT', `${quoted(key)} is not a file`);
                return { info: infoOf(key, stat), body: await handle.readFile() };
            }
            finally {
                await handle.close();
            }
        });
    }
    async head(key) {
        return telling(`look at ${quoted(key)}`, async () => {
            const info = await infoAt(pathOf(this.root, key), key);
            return info && (await hasExactName(this.root, key)) ? info : undefined;
        });
    }
    async *list(prefix, options = {}) {
        pathOf(this.root, prefix);
        const folder = await telling(`list ${quoted(prefix)}`, () => folderOf(this.root, prefix));
        if (folder === undefined)
            return;
        let left = options.limit ?? Number.POSITIVE_INFINITY;
        const batches = options.shallow === true ? walkShallow(folder, prefix, left) : walkFolder(folder, prefix);
        for await (const batch of batches) {
            for (const info of batch) {
                if (left <= 0)
                    return;
                left -= 1;
                yield info;
            }
        }
    }
    async put(key, body, when) {
        const path = pathOf(this.root, key);
        const where = { path, key, temporary: `${(0,external_node_path_.dirname)(path)}/${temporaryName()}` };
        return telling(`write ${quoted(key)}`, async () => {
            if (when !== 'absent')
                return replaceDurably(where, body, when.unchangedSince);
            return this.inFolder(key, async () => createDurably(where, body, await shapeFor(this.root, key)));
        });
    }
    async copy(from, revision, to) {
        const path = pathOf(this.root, to);
        const where = { path, key: to, temporary: `${(0,external_node_path_.dirname)(path)}/${temporaryName()}` };
        const source = { path: pathOf(this.root, from), key: from, revision };
        return telling(`copy ${quoted(from)} to ${quoted(to)}`, () => this.inFolder(to, () => copyDurably(source, where)));
    }
    async remove(key, revision) {
        const path = pathOf(this.root, key);
        await telling(`remove ${quoted(key)}`, async () => {
            const info = await infoAt(path, key);
            if (info === undefined)
                return;
            if (info.revision !== revision)
                throw new object_store/* ConflictError */.f(key);
            await (info.type === 'folder' ? (0,promises_.rmdir)(path) : (0,promises_.unlink)(path));
            await syncFolder((0,external_node_path_.dirname)(path));
        });
    }
    /** Makes the key's folder only when it turns out to be missing: a log append costs no extra look. */
    async inFolder(key, action) {
        try {
            return await action();
        }
        catch (thrown) {
            if (codeOf(thrown) !== 'ENOENT')
                throw thrown;
            await ensureFolder(this.root, key.slice(0, key.lastIndexOf('/') + 1));
            return action();
        }
    }
}
function symlinked(key, cause) {
    const what = key === 'index.json' ? 'a symlinked index is refused' : 'which is refused';
    return (0,errors.failure)('BAD_INPUT', `${quoted(key)} is a symbolic link; ${what}`, { cause });
}


/***/ }),

/***/ 6850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ LOG),
/* harmony export */   Ar: () => (/* binding */ WORK),
/* harmony export */   Gk: () => (/* binding */ BACKUPS),
/* harmony export */   Hy: () => (/* binding */ recordKey),
/* harmony export */   JP: () => (/* binding */ artifactPathProblem),
/* harmony export */   MY: () => (/* binding */ operationManifestKey),
/* harmony export */   TM: () => (/* binding */ BY_VERSION),
/* harmony export */   V4: () => (/* binding */ MANIFESTS),
/* harmony export */   WK: () => (/* binding */ markersPrefix),
/* harmony export */   ZH: () => (/* binding */ INDEX_LOCK_KEY),
/* harmony export */   he: () => (/* binding */ INDEX_MARKDOWN_KEY),
/* harmony export */   lr: () => (/* binding */ INDEX_KEY),
/* harmony export */   nD: () => (/* binding */ sequenceOf),
/* harmony export */   oP: () => (/* binding */ artifactsPrefix),
/* harmony export */   qW: () => (/* binding */ countdown),
/* harmony export */   s8: () => (/* binding */ markerKey),
/* harmony export */   wZ: () => (/* binding */ backupPath)
/* harmony export */ });
/** Names inside a repository (DESIGN §1). All keys are relative to the repository, with '/'. */
const INDEX_KEY = 'index.json';
const INDEX_MARKDOWN_KEY = 'index.md';
const INDEX_LOCK_KEY = 'index.json.lock';
const BACKUPS = '.rollback-backups/';
const LOG = '.rollback-log/';
const WORK = '.rollback-work/';
const BY_VERSION = `${LOG}by-version/`;
const MANIFESTS = `${LOG}manifests/`;
const HIGHEST = 99999999999999999999n;
const COUNTDOWN = /^[0-9]{20}$/;
/** Names count down, so that one short listing finds the newest record. */
function countdown(sequence) {
    return (HIGHEST - BigInt(sequence)).toString();
}
/** The sequence behind a countdown name; undefined for any other name. */
function sequenceOf(name) {
    if (!COUNTDOWN.test(name))
        return undefined;
    const sequence = Number(HIGHEST - BigInt(name));
    return Number.isSafeInteger(sequence) && sequence >= 1 ? sequence : undefined;
}
const recordKey = (sequence) => LOG + countdown(sequence);
const markersPrefix = (version) => `${BY_VERSION}${version}/`;
const markerKey = (version, sequence) => markersPrefix(version) + countdown(sequence);
const operationManifestKey = (operationId) => `${MANIFESTS}${operationId}.json`;
const artifactsPrefix = (version) => `${version}/`;
/** `.rollback-backups/<version>-<YYYYMMDD_HHMMSS>-<8 hex>/`, time in UTC. */
function backupPath(version, at, rollbackId) {
    const [date = '', time = ''] = at.toISOString().split('T');
    const stamp = `${date.replaceAll('-', '')}_${time.slice(0, 8).replaceAll(':', '')}`;
    return `${BACKUPS}${version}-${stamp}-${rollbackId}/`;
}
/** Why an artifact path of an index entry leaves the version folder, or undefined when it stays inside. */
function artifactPathProblem(version, path) {
    if (path.includes('\0'))
        return 'contains a NUL character';
    if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path))
        return 'is absolute';
    const parts = path.split('/');
    if (parts.some((part) => part === '..' || part === '.'))
        return "contains '.' or '..' as a folder";
    if (parts[0] !== version || parts.length < 2 || parts.at(-1) === '') {
        return `is not inside ${version}/`;
    }
    return undefined;
}


/***/ }),

/***/ 558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ isCloser),
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   fg: () => (/* binding */ sha256Hex)
/* harmony export */ });
/* unused harmony export CLOSERS */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const CLOSERS = ['done', 'aborted', 'reverted', 'abandoned'];
const isCloser = (kind) => CLOSERS.includes(kind);
const sha256Hex = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
/** Stored form: one JSON object, two spaces, newline at the end. */
function encodeJson(value) {
    return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}


/***/ }),

/***/ 8737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qe: () => (/* binding */ takesArtifacts),
/* harmony export */   VH: () => (/* binding */ REPOSITORY_TYPES),
/* harmony export */   an: () => (/* binding */ STAGES),
/* harmony export */   lR: () => (/* binding */ ROLLBACK_TYPES),
/* harmony export */   vj: () => (/* binding */ takesEntry),
/* harmony export */   yK: () => (/* binding */ POLICY_MODES)
/* harmony export */ });
/** The guide's names for what is asked (guide, "Rollback Types", "Policy Modes"). */
const ROLLBACK_TYPES = ['full', 'artifacts_only', 'index_only'];
const POLICY_MODES = ['strict', 'lenient'];
const REPOSITORY_TYPES = ['local', 's3', 'gcs'];
const takesArtifacts = (type) => type !== 'index_only';
const takesEntry = (type) => type !== 'artifacts_only';
const STAGES = [
    'preflight',
    'policy',
    'plan',
    'backup',
    'index',
    'artifacts',
    'verify',
    'manifest',
    'audit',
];


/***/ }),

/***/ 9416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ versionProblem),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   lF: () => (/* binding */ isVersion)
/* harmony export */ });
const GRAMMAR = /^[A-Za-z0-9][A-Za-z0-9._+~@-]{0,127}$/;
const RESERVED = new Set(['index.json', 'index.md', 'index.json.lock']);
/** Why a string is no version (DESIGN §6), or undefined when it is one. */
function versionProblem(text) {
    if (text === '')
        return 'it is empty';
    if (text.trim() === '')
        return 'it is blank';
    if (text.length > 128)
        return `it has ${text.length} characters; at most 128 are allowed`;
    if (text.includes('..'))
        return "it contains '..'";
    if (!GRAMMAR.test(text)) {
        return 'only letters, digits and . _ + ~ @ - are allowed, starting with a letter or a digit';
    }
    if (RESERVED.has(text))
        return 'it is the name of a file of the repository itself';
    return undefined;
}
function isVersion(text) {
    return versionProblem(text) === undefined;
}
/** A hostile string, shown safely: control and non-ASCII characters escaped, at most 80 characters. */
function printable(text) {
    const escaped = [...text.slice(0, 120)]
        .map((c) => {
        const code = c.codePointAt(0) ?? 0;
        return code >= 0x20 && code < 0x7f ? c : `\\u{${code.toString(16)}}`;
    })
        .join('');
    return escaped.length > 80 ? `${escaped.slice(0, 77)}...` : escaped;
}


/***/ }),

/***/ 513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ compareKeys),
/* harmony export */   f: () => (/* binding */ ConflictError)
/* harmony export */ });
/** A precondition did not hold: somebody else wrote the key, or our own earlier request did. */
class ConflictError extends Error {
    key;
    constructor(key, options) {
        super(`'${key}' is not what it was believed to be`, options);
        this.name = 'ConflictError';
        this.key = key;
    }
}
/** The order of every listing: UTF-8 bytes, which UTF-16 units follow except that surrogates come last. */
function compareKeys(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let i = 0; i < shared; i += 1) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const outsideBasicPlane = Number(isSurrogate(x)) - Number(isSurrogate(y));
        return outsideBasicPlane === 0 ? x - y : outsideBasicPlane;
    }
    return a.length - b.length;
}
const isSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdfff;


/***/ }),

/***/ 6529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ SupersededError)
/* harmony export */ });
/** Another holder took the operation over: stop at once, touch nothing. */
class SupersededError extends Error {
    constructor(message = 'another run took this operation over') {
        super(message);
        this.name = 'SupersededError';
    }
}


/***/ })

};
