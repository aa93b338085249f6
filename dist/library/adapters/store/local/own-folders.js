import { chmod, mkdir, stat } from 'node:fs/promises';
import { failure } from '../../../domain/errors.js';
import { syncFolder } from './durable-file.js';
import { codeOf } from './io-errors.js';
import { isOurs } from './local-root.js';
/** The root's mode without the bits for others: backups may hold what a release should never have shown. */
export async function ownFolderMode(root) {
    return ((await stat(root.path)).mode & 0o2770) | 0o700;
}
/** The same for a file of ours; other files are made as the umask says. */
export async function shapeFor(root, key) {
    if (!key.startsWith('.rollback-'))
        return {};
    return { mode: (await ownFolderMode(root)) & 0o660 };
}
/** Makes a folder and its parents inside the repository, each durable before the next; never the repository itself. */
export async function ensureFolder(root, key) {
    let path = root.path;
    for (const part of key.split('/').filter((name) => name !== '')) {
        const parent = path;
        path = `${parent}/${part}`;
        try {
            await mkdir(path);
        }
        catch (thrown) {
            if (codeOf(thrown) === 'EEXIST')
                continue;
            if (codeOf(thrown) === 'ENOENT') {
                throw failure('NO_REPOSITORY', `the repository '${root.path}' is not there`, { cause: thrown });
            }
            throw thrown;
        }
        if (isOurs(key))
            await chmod(path, await ownFolderMode(root));
        await syncFolder(parent);
    }
}
