import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConflictError } from '../../../ports/object-store.js';
import { createDurably, syncFolder, temporaryName } from './durable-file.js';
import { codeOf, unlessAbsent } from './io-errors.js';
import { pathOf } from './local-root.js';
import { ownFolderMode, shapeFor } from './own-folders.js';
/** Makes a folder of ours and its parents, under the fence. */
export async function ensureOwnFolders(work, key) {
    const mode = ownFolderMode(work.root);
    let folder = '';
    for (const part of key.split('/').filter((name) => name !== '')) {
        folder += `${part}/`;
        await work.makeFolder(pathOf(work.root, folder), mode);
    }
}
/** Puts a file of ours if absent; the same bytes there already is our own earlier success. */
export async function createOwnFile(work, key, body) {
    const path = pathOf(work.root, key);
    const shape = shapeFor(work.root, key);
    await ensureOwnFolders(work, key.slice(0, key.lastIndexOf('/') + 1));
    const create = (temporary) => work.change(() => createDurably({ path, key, temporary }, body, shape));
    try {
        await create(work.temporary()).catch((thrown) => {
            // Backups on another file system: from a temporary name there.
            if (codeOf(thrown) !== 'EXDEV')
                throw thrown;
            return create(`${dirname(path)}/${temporaryName()}`);
        });
    }
    catch (thrown) {
        if (!(thrown instanceof ConflictError) || !hasBytes(path, body))
            throw thrown;
        // The run that made it may have died before this.
        syncFolder(dirname(path));
    }
}
const hasBytes = (path, body) => unlessAbsent(() => readFileSync(path))?.equals(body) === true;
