import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { WORK } from '../../../domain/keys.js';
import { ConflictError } from '../../../ports/object-store.js';
import { UNGUARDED } from '../../../ports/workspace.js';
import { unlessAbsent } from './caller.js';
import { NEVER, quoted } from './context.js';
import { asCondition } from './etag.js';
import { removeVersion } from './remove.js';
/**
 * Whether a delete of what is not there is judged by its condition, and so changes nothing: tried in a place of the
 * probe's own, where a marker that is placed all the same is removed again. Undefined where no markers are placed.
 */
export async function judgesAbsentDeletes(context, { holds, bareEtags }, { versioning, id }) {
    if (versioning === 'Off')
        return undefined;
    if (!holds.conditional_delete)
        return false;
    const key = `${WORK}probe-${id}/not-there`;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        IfMatch: asCondition(NEVER, bareEtags),
    };
    const doing = { what: `delete ${quoted(key)}, which is not there`, action: 's3:DeleteObject', key };
    const asked = context.caller.ask(doing, (client, options) => client.send(new DeleteObjectCommand(command), options));
    try {
        const answer = await unlessAbsent(asked);
        if (answer === undefined)
            return true;
        const placed = answer.VersionId !== undefined || answer.DeleteMarker === true;
        // Many stores answer a delete of nothing like any other; where versions are kept that is no proof.
        if (!placed && versioning === undefined)
            return true;
        // Not seen by a listing, and small; so a permission that is missing for it is no matter.
        if (answer.VersionId !== undefined)
            await removeVersion(context, key, answer.VersionId, UNGUARDED).catch(() => { });
        return false;
    }
    catch (thrown) {
        if (thrown instanceof ConflictError)
            return true;
        throw thrown;
    }
}
