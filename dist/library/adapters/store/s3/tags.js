import { GetObjectTaggingCommand } from '@aws-sdk/client-s3';
import { RollbackError } from '../../../domain/errors.js';
import { ConflictError } from '../../../ports/object-store.js';
import { hasTags } from './attributes.js';
import { quoted } from './context.js';
import { AbsentError, isNotImplemented } from './errors.js';
/**
 * The tags of an object whose attributes were read; asks only where there are any, or where their count is not told.
 * Throws ConflictError when the object went away since.
 */
export async function tagsToCarry(context, key, read) {
    if (!hasTags(read) && context.beside.countsTags)
        return '';
    try {
        return await tagging(context, key);
    }
    catch (thrown) {
        if (!(thrown instanceof AbsentError))
            throw thrown;
        // Some stores have a word of their own for an object without tags.
        if (thrown.code === 'NoSuchTagSet')
            return '';
        throw new ConflictError(key, { cause: thrown });
    }
}
/** The tags of an object as the header of a request carries them. */
export async function tagging(context, key) {
    const doing = { what: `read the tags of ${quoted(key)}`, action: 's3:GetObjectTagging', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
    const asked = context.caller.ask(doing, (client, options) => client.send(new GetObjectTaggingCommand(command), options));
    const { TagSet = [] } = await asked.catch((thrown) => {
        // A store without tags has none to lose.
        if (thrown instanceof RollbackError && isNotImplemented(thrown))
            return { TagSet: [] };
        throw thrown;
    });
    // Blanks as %20: '+' is taken for itself by some stores.
    return TagSet.map(({ Key = '', Value = '' }) => `${encodeURIComponent(Key)}=${encodeURIComponent(Value)}`).join('&');
}
