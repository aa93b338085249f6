import { bucketResource } from '../bucket-resource.ts';
import { jsonOf, numberOf } from '../call.ts';
import type { Handler } from '../context.ts';
import { conditionNotMet, required } from '../errors.ts';
import { partial } from '../fields.ts';
import { jsonReply } from '../reply.ts';
import type { BucketConfig } from '../types.ts';

const SETTABLE = [
  'location',
  'storageClass',
  'versioning',
  'retentionPolicy',
  'softDeletePolicy',
  'lifecycle',
  'iamConfiguration',
  'encryption',
  'hierarchicalNamespace',
  'defaultEventBasedHold',
  'billing',
] as const;

export const getBucket: Handler = (context, call) => {
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.buckets.get', bucket);
  return jsonReply(200, partial(bucketResource(bucket, context.origin), call.query.get('fields')) as object);
};

export const insertBucket: Handler = (context, call) => {
  const given = jsonOf(call.body);
  if (typeof given.name !== 'string') throw required('Required parameter: name');
  const bucket = context.state.createBucket(given.name, configOf(given));
  return jsonReply(200, bucketResource(bucket, context.origin));
};

export const patchBucket: Handler = (context, call) => {
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.buckets.update', bucket);
  const expected = numberOf(call.query, 'ifMetagenerationMatch');
  if (expected !== undefined && expected !== bucket.metageneration) throw conditionNotMet();
  bucket.config = { ...bucket.config, ...configOf(jsonOf(call.body)) };
  bucket.metageneration += 1;
  return jsonReply(200, bucketResource(bucket, context.origin));
};

function configOf(given: Record<string, unknown>): Partial<BucketConfig> {
  const chosen = SETTABLE.filter((name) => name in given).map((name) => [name, given[name] ?? undefined]);
  return Object.fromEntries(chosen) as Partial<BucketConfig>;
}
