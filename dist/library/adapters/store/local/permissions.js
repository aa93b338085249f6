import { accessSync, constants } from 'node:fs';
import { failure } from '../../../domain/errors.js';
import { ioError, quoted } from './io-errors.js';
const TRAVERSE = constants.R_OK | constants.X_OK;
const CHANGE = TRAVERSE | constants.W_OK;
/** Throws PERMISSION, in words, when a folder can't be used; root passes everything but a read-only file system. */
export function mayUse(path, shown, forWriting) {
    const doing = forWriting ? `change the folder ${shown}` : `read the folder ${shown}`;
    try {
        accessSync(path, forWriting ? CHANGE : TRAVERSE);
    }
    catch (thrown) {
        throw ioError(thrown, doing);
    }
}
/** In a folder with the sticky bit only the owners of the entry and of the folder may rename (and root). */
export function refuseSticky(parent, child, key) {
    const uid = process.geteuid?.() ?? 0;
    if ((parent.mode & 0o1000) === 0 || uid === 0 || uid === parent.uid || uid === child.uid)
        return;
    throw failure('PERMISSION', `can't move ${quoted(key)}: it belongs to user ${child.uid}, and the repository's sticky bit lets only its owner`);
}
