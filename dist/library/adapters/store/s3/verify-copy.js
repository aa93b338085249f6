import { failure } from '../../../domain/errors.js';
import { quoted } from './context.js';
import { revisionOf } from './etag.js';
import { headAnswer } from './read.js';
import { isComposite, SUMS } from './sums.js';
/**
 * A copy with another ETag than its source: made of parts, once had parts, or is encrypted with KMS. Then size and
 * checksums tell. Throws BACKUP when they are not the same.
 */
export async function demandSame({ context, source, to }, revision) {
    const [original, copy] = await Promise.all([
        headAnswer(context, source.key, true),
        headAnswer(context, to, true),
    ]);
    const problem = difference(source.size, original, copy, revision);
    if (problem === undefined)
        return { original, copy };
    throw failure('BACKUP', `The copy of ${quoted(source.key)} at ${quoted(to)} is not the same: ${problem}`);
}
function difference(size, original, copy, revision) {
    if (copy === undefined)
        return 'it is not there';
    if (revisionOf(copy.ETag) !== revision)
        return 'somebody wrote over it';
    if (copy.ContentLength !== size)
        return `it has ${copy.ContentLength} bytes instead of ${size}`;
    // Ceph drops the tags of an upload in parts.
    if ((original?.TagCount ?? 0) !== (copy.TagCount ?? 0))
        return 'its tags did not come along';
    // Of parts they depend on where these were cut.
    if (original === undefined || isComposite(original) || isComposite(copy))
        return undefined;
    const differing = SUMS.find((sum) => original[sum] !== undefined && copy[sum] !== undefined && original[sum] !== copy[sum]);
    return differing === undefined ? undefined : `${differing} differs`;
}
