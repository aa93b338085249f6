import { CopyObjectCommand } from '@aws-sdk/client-s3';
import { failure } from '../../../domain/errors.js';
import { BACKUPS } from '../../../domain/keys.js';
import { ConflictError } from '../../../ports/object-store.js';
import { LONGEST_KEY } from '../remote/key-map.js';
import { lookAbsent, lookUnchanged } from '../remote/look-first.js';
import { quoted } from './context.js';
import { blamed } from './copy-job.js';
import { copyInParts } from './copy-parts.js';
import { copySourceOf } from './copy-source.js';
import { encryptionOf, isCarried } from './encryption.js';
import { asCondition, revisionOf } from './etag.js';
import { infoOf } from './info.js';
import { headAnswer, headObject } from './read.js';
import { demandSame } from './verify-copy.js';
/** Server-side copy of exactly `source.revision` to an absent key, with all its attributes; verified. */
export async function copyObject(job, carrier) {
    const { context, source, to } = job;
    demandRoom(job);
    await lookBefore(job);
    const whole = source.size < context.copyThreshold;
    const made = whole ? await copyWhole(job, carrier) : await copyInParts(job);
    const { revision, modified } = made.revision === source.revision ? made : await verified(job, made, whole);
    const told = { ETag: revision, Size: source.size, LastModified: modified };
    return infoOf(to, { ...told, StorageClass: source.storage_class });
}
/** A copy of ours whose answer was lost may have stopped between the copy and the copy over it. */
export async function finishCopy(job, standing) {
    const { context, source, to } = job;
    const whole = source.size < context.copyThreshold;
    const { revision, modified } = await verified(job, { revision: standing }, whole);
    const told = { ETag: revision, Size: source.size, LastModified: modified };
    return infoOf(to, { ...told, StorageClass: source.storage_class });
}
/** With another ETag than its source's its encryption may be another, too: the sample of its kind was like others. */
async function verified(job, { revision }, whole) {
    const { original, copy } = await demandSame(job, revision);
    const carried = original === undefined || copy === undefined || isCarried(encryptionOf(original), encryptionOf(copy));
    if (!whole || carried)
        return { revision, modified: copy?.LastModified };
    const again = await send(job, encryptionOf(original), onlyOver(job, revision));
    const last = await demandSame(job, again.revision);
    return { revision: again.revision, modified: last.copy?.LastModified };
}
/** A backup's key is longer than the artifact's. */
function demandRoom({ context, source, to }) {
    const bytes = new TextEncoder().encode(context.keys.folderInBucket(to)).length;
    if (bytes <= LONGEST_KEY)
        return;
    throw failure('BACKUP', `The backup of ${quoted(source.key)} would have a key of ${bytes} bytes`, {
        advice: `S3 allows ${LONGEST_KEY} bytes. Give a short backup-prefix, or turn versioning of the bucket on: then nothing is copied.`,
    });
}
async function lookBefore({ context, dialect, source, to }) {
    const head = (key) => headObject(context, key);
    if (!dialect.holds.conditional_copy_source && !(await lookUnchanged(head, source.key, source.revision))) {
        throw new ConflictError(source.key);
    }
    if (!dialect.holds.conditional_copy_target)
        await lookAbsent(head, to);
}
function copyWhole(job, carrier) {
    return carrier.copy(job.to.startsWith(BACKUPS) ? 'backup' : 'restore', {
        look: async () => {
            const answer = await headAnswer(job.context, job.source.key);
            if (answer === undefined)
                throw new ConflictError(job.source.key);
            return encryptionOf(answer);
        },
        copy: (encryption) => send(job, encryption, onlyIfAbsent(job)),
        copyOver: (made, encryption) => send(job, encryption, onlyOver(job, made.revision)),
    });
}
const onlyIfAbsent = ({ dialect }) => dialect.holds.conditional_copy_target ? { IfNoneMatch: '*' } : {};
const onlyOver = ({ dialect }, revision) => dialect.holds.conditional_copy_target ? { IfMatch: asCondition(revision, dialect.bareEtags) } : {};
async function send(job, encryption, condition) {
    const { context, dialect, source, to } = job;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(to),
        CopySource: copySourceOf(context.bucket, context.keys.toBucket(source.key)),
        ...(dialect.holds.conditional_copy_source
            ? { CopySourceIfMatch: asCondition(source.revision, dialect.bareEtags) }
            : {}),
        ...condition,
        // Metadata and tags come along by themselves; the storage class does not.
        ...(source.storage_class === undefined ? {} : { StorageClass: source.storage_class }),
        ...encryption,
    };
    const doing = { what: `copy ${quoted(source.key)} to ${quoted(to)}`, action: 's3:PutObject', key: to };
    try {
        // Looks came before, or the sample of another copy.
        const answer = await context.caller.change(doing, (client, options) => client.send(new CopyObjectCommand(command), options), job.guard);
        const { ETag, LastModified } = answer.CopyObjectResult ?? {};
        return { revision: revisionOf(ETag), modified: LastModified, ...encryptionOf(answer) };
    }
    catch (thrown) {
        throw await blamed(job, thrown);
    }
}
