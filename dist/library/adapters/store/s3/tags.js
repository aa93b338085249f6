import { GetObjectTaggingCommand } from '@aws-sdk/client-s3';
import { quoted } from './context.js';
/** The tags of an object as the header of a request carries them. */
export async function tagging(context, key) {
    const doing = { what: `read the tags of ${quoted(key)}`, action: 's3:GetObjectTagging', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
    const { TagSet = [] } = await context.caller.ask(doing, (client, options) => client.send(new GetObjectTaggingCommand(command), options));
    // Blanks as %20: '+' is taken for itself by some stores.
    return TagSet.map(({ Key = '', Value = '' }) => `${encodeURIComponent(Key)}=${encodeURIComponent(Value)}`).join('&');
}
