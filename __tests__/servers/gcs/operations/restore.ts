import { DEFAULT_OBJECT_ACL, isUniform } from '../acl.ts';
import { numberOf } from '../call.ts';
import { type Handler, objectReply } from '../context.ts';
import { noSuchObject, required } from '../errors.ts';
import { checkWritable } from './write.ts';

/**
 * objects.restore: a new generation with the metadata of the soft-deleted one, which stays soft-deleted; its conditions
 * are on the live version: cloud.google.com/storage/docs/json_api/v1/objects/restore.
 */
export const restoreObject: Handler = (context, call) => {
  const { key = '', query } = call;
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.objects.restore', bucket, key);
  const generation = numberOf(query, 'generation');
  if (generation === undefined) throw required('Required parameter: generation');
  const source = bucket
    .versions(key)
    .find((one) => one.generation === generation && one.state === 'soft-deleted');
  if (source === undefined) throw noSuchObject(bucket.name, key);
  checkWritable(context, bucket, key, query);
  const now = bucket.now();
  const acl = query.get('copySourceAcl') === 'true' ? source.acl : DEFAULT_OBJECT_ACL;
  const restored = bucket.setLive({
    ...source,
    acl: isUniform(bucket) ? undefined : acl,
    state: 'live',
    generation: bucket.nextGeneration(),
    metageneration: 1,
    created: now,
    updated: now,
    deleted: undefined,
    hardDelete: undefined,
  });
  return objectReply(context, call, bucket.name, restored);
};
