import pMap from 'p-map';
import { ConflictError, } from '../../../ports/object-store.js';
import { UNGUARDED } from '../../../ports/workspace.js';
import { lookUnchanged } from '../remote/look-first.js';
import { BATCH, BATCHES_AT_ONCE, deleteBatch } from './batch.js';
import { asCondition } from './etag.js';
import { headObject } from './read.js';
import { removeObject } from './remove.js';
/** Deletes by batch, each key only at its revision: by the store's own conditions, or by a look at each directly before. */
export async function deletePinned(context, dialect, objects, guard) {
    const revisions = new Map(objects.map(({ key, revision }) => [key, revision]));
    const one = async ({ key }) => {
        const answer = await removeObject(context, dialect, { key, revision: revisions.get(key) ?? '' }, guard);
        return answer === undefined
            ? { key, result: 'absent' }
            : { key, result: 'deleted', markerId: answer.VersionId };
    };
    if (dialect.holds.conditional_batch_delete) {
        const deletions = objects.map(({ key, revision }) => ({
            key,
            etag: asCondition(revision, dialect.bareEtags),
        }));
        return deleteBatch(context, deletions, { one, guard });
    }
    const looks = await pMap(objects, (object) => look(context, object), { concurrency: context.concurrency });
    const standing = looks.filter((each) => each.result === 'there');
    const decided = looks.flatMap((each) => each.result === 'there' ? [] : [{ key: each.key, result: each.result }]);
    return [...decided, ...(await deleteBatch(context, standing, { one, guard }))];
}
async function look(context, { key, revision }) {
    try {
        const there = await lookUnchanged((at) => headObject(context, at), key, revision);
        return { key, result: there ? 'there' : 'absent' };
    }
    catch (thrown) {
        if (thrown instanceof ConflictError)
            return { key, result: 'changed' };
        throw thrown;
    }
}
export function batchRemoval(context, dialect) {
    return {
        size: BATCH,
        atOnce: BATCHES_AT_ONCE,
        remove: async (objects, guard = UNGUARDED) => (await deletePinned(context, dialect, objects, guard)).map(asAnswer),
    };
}
export function asAnswer(deleted) {
    if (deleted.result === 'failed')
        return deleted;
    return { key: deleted.key, result: deleted.result === 'changed' ? 'changed' : 'gone' };
}
