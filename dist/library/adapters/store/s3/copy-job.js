import { ConflictError, UnansweredError } from '../../../ports/object-store.js';
import { AbsentError } from './errors.js';
import { headObject } from './read.js';
/** Which of the two is not as it was believed: the answer does not say it everywhere. */
export async function blamed({ context, source, to }, thrown) {
    if (thrown instanceof AbsentError && thrown.code === 'NoSuchUpload')
        return withoutUpload(thrown);
    if (thrown instanceof AbsentError)
        return new ConflictError(source.key, { cause: thrown });
    if (!(thrown instanceof ConflictError))
        return thrown;
    const standing = await headObject(context, source.key);
    const changed = standing?.revision !== source.revision;
    return new ConflictError(changed ? source.key : to, { cause: thrown });
}
/** A lifecycle rule or a person took the upload away: nothing was made, and the whole copy may be asked for again. */
export const withoutUpload = (cause) => new UnansweredError(`${cause.message}: somebody aborted the upload`, { landed: 'no', cause });
