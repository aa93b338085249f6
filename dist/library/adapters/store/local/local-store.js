import { closeSync, constants, fstatSync, openSync, readFileSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { joinBytes } from '../../../domain/byte-parts.js';
import { failure } from '../../../domain/errors.js';
import { ConflictError, } from '../../../ports/object-store.js';
import { turn } from '../../turn.js';
import { copyDurably, hashFile } from './copy-file.js';
import { createDurably, replaceDurably, syncFolder, temporaryName } from './durable-file.js';
import { infoAt, infoOf } from './file-info.js';
import { furtherProblems, inspectRepository } from './inspect.js';
import { demandRoom } from './inspect-room.js';
import { codeOf, kindRefused, nothingThere, quoted, symlinkRefused, telling, unlessAbsent, } from './io-errors.js';
import { pathOf } from './local-root.js';
import { LocalWorkspaces } from './local-workspaces.js';
import { ensureFolder, shapeFor } from './own-folders.js';
import { folderOf, hasExactName, walkFolder, walkShallow } from './walk.js';
/** A folder as a repository. What an operation changes besides the log goes through `workspaces`. */
export class LocalStore {
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
            throw failure('BAD_INPUT', 'local repositories are not supported on Windows', {
                advice: 'Windows has no atomic rename of a folder in use and no fsync of folders, which all-or-nothing rests on. Run on Linux or macOS, or use a repository on S3 or GCS.',
            });
        }
        return new LocalStore({ path: resolve(path), clock });
    }
    inspect(options) {
        return inspectRepository(this.root, options);
    }
    diagnose() {
        return furtherProblems(this.root);
    }
    demandRoom(version) {
        return demandRoom(this.root, version);
    }
    async now() {
        return this.root.clock.now();
    }
    async read(key) {
        return telling(`read ${quoted(key)}`, () => {
            const file = openToRead(pathOf(this.root, key), key);
            if (file === undefined)
                return undefined;
            try {
                // Before the bytes: if somebody writes while we read, the revision is already the wrong one.
                const stat = fstatSync(file, { bigint: true });
                if (!stat.isFile())
                    throw kindRefused(key, 'not a file');
                return { info: infoOf(key, stat), body: readFileSync(file) };
            }
            finally {
                closeSync(file);
            }
        });
    }
    /** In one piece: what is in the page cache takes no time to be read. */
    async readInto(key, begin) {
        const stored = await this.read(key);
        if (stored === undefined)
            return undefined;
        const sink = begin();
        sink.take(stored.body);
        return sink.end();
    }
    async head(key) {
        return telling(`look at ${quoted(key)}`, () => {
            const info = infoAt(pathOf(this.root, key), key);
            return info && hasExactName(this.root, key) ? info : undefined;
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
    async put(key, bytes, when) {
        const body = joinBytes(bytes);
        const path = pathOf(this.root, key);
        const where = { path, key, temporary: `${dirname(path)}/${temporaryName()}` };
        await turn();
        return telling(`write ${quoted(key)}`, () => {
            if (when !== 'absent')
                return replaceDurably(where, body, when.unchangedSince);
            return this.inFolder(key, () => createDurably(where, body, shapeFor(this.root, key)));
        });
    }
    async copy({ key: from, revision }, to) {
        const path = pathOf(this.root, to);
        const where = { path, key: to, temporary: `${dirname(path)}/${temporaryName()}` };
        const source = { path: pathOf(this.root, from), key: from, revision };
        return telling(`copy ${quoted(from)} to ${quoted(to)}`, () => this.inFolder(to, () => copyDurably(source, where)));
    }
    async digest(key) {
        return telling(`read ${quoted(key)}`, () => hashFile(pathOf(this.root, key)).catch(nothingThere));
    }
    async remove(key, revision) {
        const path = pathOf(this.root, key);
        await turn();
        await telling(`remove ${quoted(key)}`, () => {
            const info = infoAt(path, key);
            if (info === undefined)
                return;
            if (info.revision !== revision)
                throw new ConflictError(key);
            if (info.type === 'folder')
                rmdirSync(path);
            else
                unlinkSync(path);
            syncFolder(dirname(path));
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
            ensureFolder(this.root, key.slice(0, key.lastIndexOf('/') + 1));
            return action();
        }
    }
}
/** Without following a link, and without waiting on a named pipe; undefined where nothing is. */
function openToRead(path, key) {
    try {
        return unlessAbsent(() => openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK));
    }
    catch (thrown) {
        throw codeOf(thrown) === 'ELOOP' ? symlinked(key, thrown) : thrown;
    }
}
function symlinked(key, cause) {
    const what = key === 'index.json' ? 'a symlinked index is refused' : 'which is refused';
    return symlinkRefused(key, what, cause);
}
