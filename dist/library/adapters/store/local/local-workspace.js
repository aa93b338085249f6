import { joinBytes } from '../../../domain/byte-parts.js';
import { failure } from '../../../domain/errors.js';
import { INDEX_MARKDOWN_KEY } from '../../../domain/keys.js';
import { ConflictError } from '../../../ports/object-store.js';
import { discardBackup, prepareBackup } from './backup-folder.js';
import { CopyError } from './copy-file.js';
import { damaged } from './damaged.js';
import { replaceDurably, replaceWhole } from './durable-file.js';
import { lockIndex, unlockIndex } from './index-lock.js';
import { demandRoomToReturn } from './inspect-room.js';
import { quoted, telling } from './io-errors.js';
import { pathOf } from './local-root.js';
import { createOwnFile } from './own-files.js';
import { reinstate } from './reinstate.js';
import { retract } from './retract.js';
import { keepTaken, spare, survey, withdraw } from './withdraw.js';
/** What an open operation changes in a local repository: every change a rename or link under the work folder's fence. */
export class LocalWorkspace {
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
        // Nothing waits for index.md to be durable: the unlocking that follows sees to it.
        const replaceNow = key === INDEX_MARKDOWN_KEY ? replaceWhole : replaceDurably;
        return telling(`write ${quoted(key)}`, () => this.work.change(() => replaceNow(where, body, revision)));
    }
    create(key, body) {
        return telling(`write ${quoted(key)}`, () => createOwnFile(this.work, key, joinBytes(body)));
    }
    prepareBackup(manifest, progress) {
        return this.step('BACKUP', `back ${quoted(manifest.version)} up`, () => prepareBackup(this.work, manifest, progress));
    }
    withdraw(manifest, progress) {
        return this.step('STEP_FAILED', `move ${quoted(manifest.version)} out`, () => withdraw(this.work, manifest, progress));
    }
    keepTaken(manifest, progress) {
        return this.step('STEP_FAILED', `keep ${quoted(manifest.version)}`, () => keepTaken(this.work, manifest, progress));
    }
    spare(manifest) {
        return telling(`spare what is left of ${quoted(manifest.version)}`, () => spare(this.work, manifest));
    }
    survey(manifest) {
        return telling(`look at ${quoted(manifest.version)}`, () => survey(this.work, manifest));
    }
    reinstate(manifest, artifacts, progress) {
        return this.step('STEP_FAILED', `put ${quoted(manifest.version)} back`, () => reinstate(this.work, manifest, artifacts, progress));
    }
    retract(manifest, artifacts, progress) {
        return this.step('STEP_FAILED', `take ${quoted(manifest.version)} out again`, () => retract(this.work, manifest, artifacts, progress));
    }
    damaged(manifest, artifacts) {
        return telling(`look at the backup of ${quoted(manifest.version)}`, () => damaged(this.work, manifest, artifacts));
    }
    async demandRoom(manifest) {
        demandRoomToReturn(this.work, manifest);
    }
    discard(manifest) {
        return telling(`remove ${quoted(manifest.backup_path)}`, () => discardBackup(this.work, manifest));
    }
    close() {
        return telling('delete the work folder', () => this.work.close());
    }
    /** A step on the whole tree: whatever the system or another writer refuses has the step's own code. */
    step(code, doing, action) {
        return telling(doing, async () => {
            try {
                return await action();
            }
            catch (thrown) {
                if (thrown instanceof ConflictError) {
                    throw failure(code, `can't ${doing}: ${quoted(thrown.key)} was changed meanwhile`, {
                        cause: thrown,
                    });
                }
                if (!(thrown instanceof CopyError))
                    throw thrown;
                throw failure(code, `can't ${doing}: ${thrown.message}`, { cause: thrown });
            }
            finally {
                // Seen from a work folder that was taken over, everything is gone: no answer, and no failure, means anything.
                this.work.mustBeOurs();
            }
        }, code);
    }
}
