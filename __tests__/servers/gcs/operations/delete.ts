import { numberOf } from '../call.ts';
import type { Handler } from '../context.ts';
import { checkFree, checkRate } from '../guards.ts';
import { absent, checkConditions } from '../preconditions.ts';
import { emptyReply } from '../reply.ts';

/**
 * objects.delete. "Deletions are permanent if versioning is not enabled for the bucket, or if the generation parameter
 * is used", and a soft-deleted object can't be deleted: cloud.google.com/storage/docs/json_api/v1/objects/delete.
 */
export const deleteObject: Handler = (context, call) => {
  const { key = '', query } = call;
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.objects.delete', bucket, key);
  checkRate(context.state, bucket, key);
  const generation = numberOf(query, 'generation');
  const version =
    generation === undefined
      ? bucket.live(key)
      : bucket.versions(key).find((one) => one.generation === generation && one.state !== 'soft-deleted');
  if (version === undefined) throw absent(query, bucket.name, key, context.state.rules);
  checkConditions(query, version, context.state.rules);
  const becomesNoncurrent = generation === undefined && bucket.config.versioning?.enabled === true;
  checkFree(bucket, version, becomesNoncurrent);
  if (generation === undefined) bucket.retire(key);
  else bucket.discard(version);
  return emptyReply(204);
};
