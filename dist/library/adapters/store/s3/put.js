import { PutObjectCommand } from '@aws-sdk/client-s3';
import { ConflictError } from '../../../ports/object-store.js';
import { lookAbsent, lookUnchanged } from '../remote/look-first.js';
import { carried, contentTypeOf, hasTags } from './attributes.js';
import { quoted } from './context.js';
import { AbsentError } from './errors.js';
import { asCondition, revisionOf } from './etag.js';
import { headObject } from './read.js';
import { tagging } from './tags.js';
export async function putObject(context, dialect, { key, body, when, guard }) {
    const kept = await attributesFor(context, key, when);
    const condition = await conditionFor(context, dialect, key, when);
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        Body: body,
        ContentLength: body.length,
        ...kept,
        ...condition,
    };
    await guard();
    const doing = { what: `write ${quoted(key)}`, action: 's3:PutObject', key };
    try {
        const answer = await context.caller.change(doing, (client, options) => client.send(new PutObjectCommand(command), options));
        return revisionOf(answer.ETag);
    }
    catch (thrown) {
        // If-Match of a key that is gone.
        if (thrown instanceof AbsentError)
            throw new ConflictError(key, { cause: thrown });
        throw thrown;
    }
}
async function attributesFor(context, key, when) {
    const attributes = when === 'absent' ? undefined : when.attributes;
    if (attributes === undefined)
        return { ContentType: contentTypeOf(key) };
    return { ...carried(attributes), ...(hasTags(attributes) ? { Tagging: await tagging(context, key) } : {}) };
}
async function conditionFor(context, { holds, bareEtags }, key, when) {
    const head = (at) => headObject(context, at);
    if (when === 'absent') {
        if (holds.create_only)
            return { IfNoneMatch: '*' };
        await lookAbsent(head, key);
        return {};
    }
    if (holds.compare_and_swap)
        return { IfMatch: asCondition(when.unchangedSince, bareEtags) };
    if (!(await lookUnchanged(head, key, when.unchangedSince)))
        throw new ConflictError(key);
    return {};
}
