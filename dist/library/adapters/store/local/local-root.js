import { failure } from '../../../domain/errors.js';
import { printable } from '../../../domain/version.js';
/** Where a key lies; a key that would leave the repository is refused, whoever made it. */
export function pathOf(root, key) {
    const plain = key.endsWith('/') ? key.slice(0, -1) : key;
    if (plain === '')
        return root.path;
    const leaves = plain.split('/').some((part) => part === '' || part === '.' || part === '..');
    if (leaves || plain.includes('\0')) {
        throw failure('BAD_INPUT', `'${printable(key)}' is no place inside the repository`);
    }
    return `${root.path}/${plain}`;
}
/** First part of a key: the version, or the name of a file or folder of ours. */
export const firstPart = (key) => key.split('/', 1)[0] ?? '';
const OURS = /^(?:\.rollback-(?:backups|log|work)|index\.json|index\.md|index\.json\.lock)$/;
/** Whether the first part is a name that this program gives, not a version. */
export const isOurs = (key) => OURS.test(firstPart(key));
const TEMPORARY = '.tmp-';
const HOLDS_TEMPORARIES = /^(?:\.rollback-(?:log|work)\/(?:.*\/)?|\.rollback-backups\/(?:[^/]*\/)?)?$/s;
/** A file of ours that has no name yet; an artifact may be called like that, so version folders are left out. */
export const isTemporary = (prefix, name) => name.startsWith(TEMPORARY) && HOLDS_TEMPORARIES.test(prefix);
