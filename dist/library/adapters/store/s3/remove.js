import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { lookUnchanged } from '../remote/look-first.js';
import { unlessAbsent } from './caller.js';
import { quoted } from './context.js';
import { asCondition } from './etag.js';
import { headObject } from './read.js';
/**
 * Deletes what is at `revision`; undefined when it was absent already. Never names a version: where the bucket keeps
 * versions this only places a marker, and nothing is lost.
 */
export async function removeObject(context, { holds, bareEtags }, { key, revision }, guard) {
    const conditional = holds.conditional_delete;
    if (!conditional && !(await lookUnchanged((at) => headObject(context, at), key, revision)))
        return undefined;
    const command = {
        Bucket: context.bucket,
        Key: context.keys.toBucket(key),
        ...(conditional ? { IfMatch: asCondition(revision, bareEtags) } : {}),
    };
    const doing = { what: `delete ${quoted(key)}`, action: 's3:DeleteObject', key };
    return unlessAbsent(context.caller.change(doing, (client, options) => client.send(new DeleteObjectCommand(command), options), guard));
}
/** Deletes exactly one stored version or marker for good; one that is gone already is success. */
export async function removeVersion(context, key, versionId, guard) {
    const { doing, send } = versionDeletion(context, key, versionId);
    await unlessAbsent(context.caller.change(doing, send, guard));
}
/** The same of a version that never was, asked as often as a read: nothing can come of it. */
export async function tryRemoveVersion(context, key) {
    const { doing, send } = versionDeletion(context, key, 'null');
    await unlessAbsent(context.caller.ask(doing, send));
}
function versionDeletion(context, key, versionId) {
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key), VersionId: versionId };
    const what = `delete version ${versionId} of ${quoted(key)}`;
    const send = (client, options) => client.send(new DeleteObjectCommand(command), options);
    return { doing: { what, action: 's3:DeleteObjectVersion', key }, send };
}
