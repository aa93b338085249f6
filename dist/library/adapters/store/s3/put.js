import { PutObjectCommand } from '@aws-sdk/client-s3';
import { lengthOf } from '../../../domain/byte-parts.js';
import { RollbackError } from '../../../domain/errors.js';
import { CAPABILITIES_KEY } from '../../../domain/keys.js';
import { sha256Hex } from '../../../domain/log-record.js';
import { ConflictError, isUnanswered, } from '../../../ports/object-store.js';
import { streamOf } from '../remote/bodies.js';
import { lookAbsent, lookUnchanged } from '../remote/look-first.js';
import { carried, contentTypeOf } from './attributes.js';
import { grantsFor } from './beside.js';
import { quoted } from './context.js';
import { AbsentError } from './errors.js';
import { asCondition, revisionOf } from './etag.js';
import { headObject } from './read.js';
import { tagsToCarry } from './tags.js';
export async function putObject(context, dialect, put) {
    if (put.key !== CAPABILITIES_KEY) {
        return send(context, dialect, put, await attributesFor(context, put.key, put.when));
    }
    const plain = { ContentType: contentTypeOf(put.key) };
    try {
        return await send(context, dialect, put, { ...plain, Tagging: CANARY });
    }
    catch (thrown) {
        if (!(thrown instanceof RollbackError) || isUnanswered(thrown))
            throw thrown;
        return send(context, dialect, put, plain);
    }
}
/** Whoever reads this file and is told of a tag may read tags: then others that tell of none have none. */
const CANARY = 'release-rollback=capabilities';
async function send(context, dialect, { key, body, when, guard }, kept) {
    const condition = await conditionFor(context, dialect, key, when);
    const sent = sentAs(body, context.checksums);
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...sent.fields,
        ...kept,
        ...condition,
    };
    const doing = { what: `write ${quoted(key)}`, action: 's3:PutObject', key };
    try {
        const answer = await context.caller.change(doing, (client, options) => client.send(signedAs(new PutObjectCommand(command), sent.sha256), options), guard);
        return revisionOf(answer.ETag);
    }
    catch (thrown) {
        // If-Match of a key that is gone.
        if (thrown instanceof AbsentError)
            throw new ConflictError(key, { cause: thrown });
        throw thrown;
    }
}
/** What is sent as a stream has its sums told before: else the SDK would send it in chunks with a trailer of its own. */
function sentAs(body, checksums) {
    if (body instanceof Uint8Array)
        return { fields: { Body: body, ContentLength: body.length }, sha256: undefined };
    const sha256 = sha256Hex(body);
    const sum = checksums ? { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') } : {};
    return { fields: { Body: streamOf(body), ContentLength: lengthOf(body), ...sum }, sha256 };
}
/** Signed with the hash of its body, as any request that is not a stream. */
function signedAs(command, sha256) {
    if (sha256 === undefined)
        return command;
    command.middlewareStack.add((next) => (args) => {
        const { headers } = args.request;
        headers['x-amz-content-sha256'] = sha256;
        return next(args);
    }, { step: 'build', name: 'tellContentSha256' });
    return command;
}
async function attributesFor(context, key, when) {
    const attributes = when === 'absent' ? undefined : when.attributes;
    if (attributes === undefined)
        return { ContentType: contentTypeOf(key) };
    const [tags, grants] = await Promise.all([tagsToCarry(context, key, attributes), grantsFor(context, key)]);
    return { ...carried(attributes), ...grants, ...(tags === '' ? {} : { Tagging: tags }) };
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
