import pMap from 'p-map';
import {
  type BatchRemoval,
  ConflictError,
  type KeyAnswer,
  type Pinned,
} from '../../../ports/object-store.ts';
import { type Guard, UNGUARDED } from '../../../ports/workspace.ts';
import { lookUnchanged } from '../remote/look-first.ts';
import { BATCH, BATCHES_AT_ONCE, type Deleted, type Deletion, deleteBatch } from './batch.ts';
import type { Dialect, S3Context } from './context.ts';
import { asCondition } from './etag.ts';
import { headObject } from './read.ts';
import { removeObject } from './remove.ts';

/** Deletes by batch, each key only at its revision: by the store's own conditions, or by a look at each directly before. */
export async function deletePinned(
  context: S3Context,
  dialect: Dialect,
  objects: readonly Pinned[],
  guard: Guard,
): Promise<readonly Deleted[]> {
  const revisions = new Map(objects.map(({ key, revision }) => [key, revision]));
  const one = async ({ key }: Deletion): Promise<Deleted> => {
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
  const decided = looks.flatMap((each): Deleted[] =>
    each.result === 'there' ? [] : [{ key: each.key, result: each.result }],
  );
  return [...decided, ...(await deleteBatch(context, standing, { one, guard }))];
}

async function look(context: S3Context, { key, revision }: Pinned) {
  try {
    const there = await lookUnchanged((at) => headObject(context, at), key, revision);
    return { key, result: there ? ('there' as const) : ('absent' as const) };
  } catch (thrown) {
    if (thrown instanceof ConflictError) return { key, result: 'changed' as const };
    throw thrown;
  }
}

export function batchRemoval(context: S3Context, dialect: Dialect): BatchRemoval {
  return {
    size: BATCH,
    atOnce: BATCHES_AT_ONCE,
    remove: async (objects, guard = UNGUARDED) =>
      (await deletePinned(context, dialect, objects, guard)).map(asAnswer),
  };
}

export function asAnswer(deleted: Deleted): KeyAnswer {
  if (deleted.result === 'failed') return deleted;
  return { key: deleted.key, result: deleted.result === 'changed' ? 'changed' : 'gone' };
}
