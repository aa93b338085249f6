import { promises, rmdirSync } from 'node:fs';
import { codeOf } from './io-errors.js';
/** Deletes a whole tree, also folders that their owner made read-only; what is large takes other threads to do. */
export async function deleteTree(path) {
    if (removedEmpty(path))
        return;
    try {
        await promises.rm(path, { recursive: true, force: true });
    }
    catch (thrown) {
        if (!['EACCES', 'EPERM'].includes(codeOf(thrown) ?? ''))
            throw thrown;
        await openFolders(path);
        await promises.rm(path, { recursive: true, force: true });
    }
}
/** Most are empty: then it is one call. */
function removedEmpty(path) {
    try {
        rmdirSync(path);
        return true;
    }
    catch {
        return false;
    }
}
async function openFolders(path) {
    await promises.chmod(path, 0o700).catch(() => undefined);
    for (const entry of await promises.readdir(path, { withFileTypes: true })) {
        if (entry.isDirectory())
            await openFolders(`${path}/${entry.name}`);
    }
}
