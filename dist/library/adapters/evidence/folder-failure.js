import { failure, RollbackError } from '../../domain/errors.js';
const WORDS = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no room is left',
    EDQUOT: 'the quota is used up',
    ENOTDIR: 'a file is in the way',
    EEXIST: 'a file is in the way',
    EISDIR: 'a folder is in the way',
    ENOTEMPTY: 'a folder is in the way',
    ENOENT: 'it is not there, or a link to it leads nowhere',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'too many symbolic links',
};
export const codeOf = (thrown) => thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
/** A failing file system call as EVIDENCE, naming what could not be done where. */
export function evidenceFailure(what, path, thrown) {
    if (thrown instanceof RollbackError)
        return thrown;
    const code = codeOf(thrown);
    const why = WORDS[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
    return failure('EVIDENCE', `${what} '${path}' can't be written: ${why}`, { cause: thrown });
}
