import { DeleteObjectsCommand } from '@aws-sdk/client-s3';
import pMap from 'p-map';
import { asRollbackError } from '../../../domain/errors.js';
import { ConflictError, UnansweredError } from '../../../ports/object-store.js';
import { SupersededError } from '../../../ports/workspace.js';
import { quoted } from './context.js';
import { AbsentError, translateCode } from './errors.js';
/** DeleteObjects takes no more. */
export const BATCH = 1000;
/** S3 takes some thousand deletes a second below one prefix; and each batch under way holds its keys and their answers. */
export const BATCHES_AT_ONCE = 4;
/** Deletes many by one request and reads every answer; keys that XML can't carry go one by one. Throws without any answer. */
export async function deleteBatch(context, deletions, { one, guard }) {
    const { concurrency } = context;
    const fits = deletions.filter(({ key }) => isXmlSafe(context.keys.toBucket(key)));
    const others = deletions.filter(({ key }) => !isXmlSafe(context.keys.toBucket(key)));
    const together = fits.length === 0 ? [] : await deleteTogether(context, fits, guard);
    const alone = await pMap(others, (deletion) => settled(deletion, one), { concurrency });
    return [...together, ...alone];
}
/** Whatever a request for one key threw, as its answer. */
async function settled(deletion, one) {
    try {
        return await one(deletion);
    }
    catch (thrown) {
        if (thrown instanceof SupersededError)
            throw thrown;
        return outcomeOf(deletion.key, thrown);
    }
}
async function deleteTogether(context, deletions, guard) {
    const action = actionFor(deletions[0]);
    const Objects = deletions.map(({ key, etag, versionId }) => ({
        Key: context.keys.toBucket(key),
        ETag: etag,
        VersionId: versionId,
    }));
    const doing = { what: `delete ${deletions.length} objects`, action };
    const command = { Bucket: context.bucket, Delete: { Objects, Quiet: false } };
    const answer = await context.caller.change(doing, (client, options) => client.send(new DeleteObjectsCommand(command), options), guard);
    const deleted = new Map((answer.Deleted ?? []).map((each) => [each.Key, each]));
    const errors = new Map((answer.Errors ?? []).map((each) => [each.Key, each]));
    return deletions.map(({ key }, at) => {
        const bucketKey = Objects[at]?.Key;
        return answerFor(context, { key, action }, deleted.get(bucketKey), errors.get(bucketKey));
    });
}
function answerFor({ caller }, { key, action }, deleted, error) {
    if (error === undefined && deleted !== undefined) {
        return { key, result: 'deleted', markerId: deleted.DeleteMarkerVersionId };
    }
    const what = `delete ${quoted(key)}`;
    if (error === undefined) {
        const message = `Could not ${what} in ${caller.where.location}: the answer to the batch does not name it`;
        return { key, result: 'failed', error: new UnansweredError(message, { landed: 'unknown' }) };
    }
    const { Code: code = 'UnknownError', Message: message = '' } = error;
    const thrown = { code, message, status: STATUS[code] ?? 400, headers: {} };
    return outcomeOf(key, translateCode(thrown, { what, action, key }, caller.where));
}
function outcomeOf(key, thrown) {
    if (thrown instanceof AbsentError)
        return { key, result: 'absent' };
    if (thrown instanceof ConflictError)
        return { key, result: 'changed' };
    return { key, result: 'failed', error: asRollbackError(thrown) };
}
const actionFor = (deletion) => deletion?.versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
/** What S3 answers with each code where it stands alone; in a batch it does not say. */
const STATUS = {
    AccessDenied: 403,
    NoSuchKey: 404,
    NoSuchVersion: 404,
    InternalError: 500,
    ServiceUnavailable: 503,
    SlowDown: 503,
    BadGateway: 502,
    GatewayTimeout: 504,
};
/** XML has no control characters, and parsers trim and turn around the blanks that it has. */
const isXmlSafe = (key) => !/[\p{Cc}\u2028\uFFFE\uFFFF]|^\s|\s$/u.test(key);
