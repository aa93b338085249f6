import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { artifactsPrefix, WORK } from '../../../domain/keys.js';
import { ConflictError } from '../../../ports/object-store.js';
import { unlessAbsent } from './caller.js';
import { NEVER, quoted } from './context.js';
import { asCondition } from './etag.js';
/** Below a folder: a name that nothing has. */
export const NOTHING = '.rollback-nothing';
/**
 * Whether objects may be deleted, asked by a delete that changes nothing: of a key that is not there, at a revision that
 * no object has. Throws PERMISSION. S3 looks at the permission first, and only then at key and condition.
 */
export async function tryDelete(context, { holds, bareEtags }, { version, versioning, judged }) {
    // Without a condition that is held a bucket with versions would place a marker over nothing.
    if (versioning !== 'Off' && !(holds.conditional_delete && judged === true))
        return;
    const key = `${version === undefined ? WORK : artifactsPrefix(version)}${NOTHING}`;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...(holds.conditional_delete ? { IfMatch: asCondition(NEVER, bareEtags) } : {}),
    };
    const doing = { what: `try to delete ${quoted(key)}, which is not there`, action: 's3:DeleteObject', key };
    const asked = context.caller.ask(doing, (client, options) => client.send(new DeleteObjectCommand(command), options));
    try {
        await unlessAbsent(asked);
    }
    catch (thrown) {
        if (!(thrown instanceof ConflictError))
            throw thrown;
    }
}
