import { CompleteMultipartUploadCommand, CreateMultipartUploadCommand, UploadPartCopyCommand, } from '@aws-sdk/client-s3';
import pMap from 'p-map';
import { RollbackError } from '../../../domain/errors.js';
import { ConflictError, UnansweredError } from '../../../ports/object-store.js';
import { lookAbsent } from '../remote/look-first.js';
import { attributesOf, carried } from './attributes.js';
import { quoted } from './context.js';
import { blamed, withoutUpload } from './copy-job.js';
import { copySourceOf } from './copy-source.js';
import { AbsentError } from './errors.js';
import { asCondition, revisionOf } from './etag.js';
import { headAnswer, headObject } from './read.js';
import { tagsToCarry } from './tags.js';
import { abortUpload } from './uploads.js';
/** S3 takes no more parts of one object. */
const MOST_PARTS = 10_000;
/** Bytes of each part: as many as wanted, more where it would be too many parts. */
export const sizeOfParts = (wanted, whole) => Math.max(wanted, Math.ceil(whole / MOST_PARTS));
/**
 * A copy in parts, which carries nothing over by itself: content type, metadata, tags, class and encryption are given by
 * hand. The parts belong to exactly the source's revision; whatever goes wrong, the upload is aborted.
 */
export async function copyInParts(job) {
    const { context, source, to } = job;
    // A copy of ours whose reply was lost is not made again, only to be refused at its end.
    await lookAbsent((key) => headObject(context, key), to);
    const answer = await headAnswer(context, source.key);
    if (answer === undefined || revisionOf(answer.ETag) !== source.revision)
        throw new ConflictError(source.key);
    const attributes = attributesOf(answer);
    const tags = await tagsToCarry(context, source.key, attributes);
    const target = { Bucket: context.bucket, Key: context.keys.toBucket(to) };
    const command = { ...target, ...carried(attributes), ...(tags === '' ? {} : { Tagging: tags }) };
    const { UploadId } = await context.caller.change(doing(job), (client, options) => client.send(new CreateMultipartUploadCommand(command), options), job.guard);
    try {
        const parts = await copyParts(job, UploadId ?? '');
        return await complete(job, UploadId ?? '', parts);
    }
    catch (thrown) {
        await abortUpload(context, target.Key, UploadId ?? '');
        throw thrown;
    }
}
/** Nothing was made: the whole copy may be asked for again. */
function twinOr(thrown, parts) {
    if (thrown instanceof AbsentError)
        return withoutUpload(thrown);
    const refused = thrown instanceof RollbackError && thrown.details.some((each) => /^InvalidPart:/.test(each));
    if (!refused || !parts.some(({ again }) => again))
        return thrown;
    return new UnansweredError(`${thrown.message}: a part was made twice`, { landed: 'no', cause: thrown });
}
const doing = ({ source, to }) => ({
    what: `copy ${quoted(source.key)} to ${quoted(to)} in parts`,
    action: 's3:PutObject',
    key: to,
});
/** All have ended before the first failure is told: none lands in an upload that is aborted already. */
async function copyParts(job, uploadId) {
    const { context, source } = job;
    const size = sizeOfParts(context.partSize, source.size);
    const numbers = Array.from({ length: Math.ceil(source.size / size) }, (_, at) => at + 1);
    let failed;
    const parts = [];
    const copyPart = async (number) => {
        if (failed !== undefined)
            return;
        const first = (number - 1) * size;
        const last = Math.min(first + size, source.size) - 1;
        try {
            parts[number - 1] = await sendPart(job, uploadId, number, `bytes=${first}-${last}`);
        }
        catch (thrown) {
            failed ??= { thrown };
        }
    };
    await pMap(numbers, copyPart, { concurrency: context.concurrency });
    if (failed !== undefined)
        throw failed.thrown;
    return parts;
}
async function sendPart(job, uploadId, number, range) {
    const { context, dialect, source, to } = job;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(to),
        UploadId: uploadId,
        PartNumber: number,
        CopySource: copySourceOf(context.bucket, context.keys.toBucket(source.key)),
        CopySourceRange: range,
        ...(dialect.holds.conditional_copy_source
            ? { CopySourceIfMatch: asCondition(source.revision, dialect.bareEtags) }
            : {}),
    };
    let sent = 0;
    try {
        // One busy moment must not throw away hundreds of parts.
        const { CopyPartResult } = await context.caller.repeat(doing(job), job.guard, (client, options) => {
            sent += 1;
            return client.send(new UploadPartCopyCommand(command), options);
        });
        return { PartNumber: number, ETag: CopyPartResult?.ETag, again: sent > 1 };
    }
    catch (thrown) {
        throw await blamed(job, thrown);
    }
}
/** Not every store that looks at the condition of a copy also looks at this one: so we look, too. */
async function complete(job, uploadId, parts) {
    const { context, dialect, to } = job;
    await lookAbsent((key) => headObject(context, key), to);
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(to),
        UploadId: uploadId,
        MultipartUpload: { Parts: parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag })) },
        ...(dialect.holds.conditional_copy_target ? { IfNoneMatch: '*' } : {}),
    };
    const completing = context.caller.change(doing(job), (client, options) => client.send(new CompleteMultipartUploadCommand(command), options), job.guard);
    const { ETag } = await completing.catch((thrown) => Promise.reject(twinOr(thrown, parts)));
    // Ceph makes the object and does not tell its ETag.
    const revision = revisionOf(ETag) || (await headObject(context, to))?.revision;
    return { revision: revision ?? '', modified: undefined };
}
