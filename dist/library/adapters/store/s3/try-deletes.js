import { DeleteObjectsCommand } from '@aws-sdk/client-s3';
import { RollbackError } from '../../../domain/errors.js';
import { artifactsPrefix, BACKUPS } from '../../../domain/keys.js';
import { isUnanswered } from '../../../ports/object-store.js';
import { NOTHING } from './try-delete.js';
/** Where versions are kept a delete of what is not there places a marker, and no copies are made that would have to go. */
export const triesBoth = ({ batch_delete: batches }, versioning) => batches && versioning === 'Off';
/**
 * Tries at once to delete below the release and below the backups, at names that nothing has. Nothing depends on the
 * second: a copy that is not needed after all would stay, which is a warning. Whatever the first meets is for `alone` to
 * say, which tries it by itself.
 */
export async function tryDeletes(context, version, alone) {
    const [release, backup] = [artifactsPrefix(version), BACKUPS].map((folder) => context.keys.toBucket(folder + NOTHING));
    const Objects = [{ Key: release }, { Key: backup }];
    const command = { Bucket: context.bucket, Delete: { Objects } };
    const doing = { what: 'try to delete what is not there', action: 's3:DeleteObject' };
    const asked = context.caller.ask(doing, (client, options) => client.send(new DeleteObjectsCommand(command), options));
    const refusals = await asked.then(({ Errors = [] }) => Errors, unlessTold);
    if (refusals === undefined || refusals.some(({ Key }) => Key === release))
        await alone();
    if (!refusals?.some(({ Key, Code }) => Key === backup && Code === 'AccessDenied'))
        return [];
    return [
        `A backup that is not needed after all will stay: s3:DeleteObject is denied below ${context.keys.folderInBucket(BACKUPS)}`,
    ];
}
/** A batch that is refused as a whole says nothing of either. */
function unlessTold(thrown) {
    if (isUnanswered(thrown) || !(thrown instanceof RollbackError))
        throw thrown;
}
