import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { failure } from '../../../domain/errors.js';
import { syncFolder } from './durable-file.js';
import { codeOf } from './io-errors.js';
import { isOurs } from './local-root.js';
/** The root's mode without the bits for others: backups may hold what a release should never have shown. */
export const ownFolderMode = (root) => (statSync(root.path).mode & 0o2770) | 0o700;
/** The same for a file of ours; other files are made as the umask says. */
export function shapeFor(root, key) {
    if (!key.startsWith('.rollback-'))
        return {};
    return { mode: ownFolderMode(root) & 0o660 };
}
/** Makes a folder and its parents inside the repository, each durable before the next; never the repository itself. */
export function ensureFolder(root, key) {
    let path = root.path;
    for (const part of key.split('/').filter((name) => name !== '')) {
        const parent = path;
        path = `${parent}/${part}`;
        try {
            mkdirSync(path);
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
            chmodSync(path, ownFolderMode(root));
        syncFolder(parent);
    }
}
