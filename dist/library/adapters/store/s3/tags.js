import { GetObjectTaggingCommand } from '@aws-sdk/client-s3';
import { RollbackError } from '../../../domain/errors.js';
import { hasTags } from './attributes.js';
import { quoted } from './context.js';
import { isNotImplemented } from './errors.js';
/** The tags of an object whose attributes were read; asks only where there are any, or where their count is not told. */
export const tagsToCarry = async (context, key, read) => hasTags(read) || !context.beside.countsTags ? tagging(context, key) : '';
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
