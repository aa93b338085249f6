import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { RollbackError } from '../../../domain/errors.js';
import { BACKUPS } from '../../../domain/keys.js';
import { UNGUARDED } from '../../../ports/workspace.js';
import { unlessAbsent } from './caller.js';
import { quoted } from './context.js';
import { decodeListed, ownKey } from './listed-key.js';
/**
 * Takes an upload back that nobody will complete; asked for again while there is no answer, since it does no harm twice.
 * Best effort: parts that stay cost room, and nothing else.
 */
export async function abortUpload(context, bucketKey, uploadId, guard = UNGUARDED) {
    const doing = { what: 'abort an upload', action: 's3:AbortMultipartUpload' };
    const command = { Bucket: context.bucket, Key: bucketKey, UploadId: uploadId };
    try {
        await unlessAbsent(context.caller.repeat(doing, guard, (client, options) => client.send(new AbortMultipartUploadCommand(command), options)));
        return true;
    }
    catch (thrown) {
        if (!(thrown instanceof RollbackError))
            throw thrown;
        context.debug(thrown.message);
        return false;
    }
}
/**
 * Those below backups that began before `since`, when nothing was open: of runs that closed and could not abort them.
 * Elsewhere in the bucket another repository may keep its backups, too, whose log we don't know: only what no run can be
 * at work on any more.
 */
export async function sweepUploads(context, since) {
    try {
        const slack = context.keys.backupsElsewhere ? FORGOTTEN : SLACK;
        await abortUploads(context, BACKUPS, (_, initiated) => initiated < since - slack, UNGUARDED);
    }
    catch (thrown) {
        if (!(thrown instanceof RollbackError))
            throw thrown;
        context.debug(thrown.message);
    }
}
/** Times of the store are estimated from whole seconds; milliseconds. */
const SLACK = 5000;
/** A day: no copy of one object takes as long. */
const FORGOTTEN = 86_400_000;
/** Aborts the uploads of ours that are under way below `prefix`; how many there were. */
export async function abortUploads(context, prefix, isOurs, guard) {
    const doing = { what: `list the uploads below ${quoted(prefix)}`, action: 's3:ListBucketMultipartUploads' };
    const place = context.keys.folderInBucket(prefix);
    let aborted = 0;
    let from = {};
    for (;;) {
        const command = { Bucket: context.bucket, Prefix: place, EncodingType: 'url', ...from };
        const page = await context.caller.ask(doing, (client, options) => client.send(new ListMultipartUploadsCommand(command), options));
        for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
            const key = ownKey(context, Key, page.EncodingType);
            if (key === undefined || !key.startsWith(prefix) || UploadId === undefined)
                continue;
            // Without a time it is neither before nor after another: a publisher's must not pass for one of ours.
            if (!isOurs(key, Initiated?.getTime() ?? Number.NaN))
                continue;
            if (await abortUpload(context, context.keys.toBucket(key), UploadId, guard))
                aborted += 1;
        }
        const marker = decodeListed(page.NextKeyMarker ?? '', page.EncodingType);
        // Without a place to go on it would begin anew for ever.
        if (page.IsTruncated !== true || marker === undefined || marker === '')
            return aborted;
        from = { KeyMarker: marker, UploadIdMarker: page.NextUploadIdMarker };
    }
}
