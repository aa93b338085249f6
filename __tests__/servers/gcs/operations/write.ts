import { aclFor } from '../acl.ts';
import type { Bucket } from '../bucket.ts';
import type { Content } from '../content.ts';
import type { Context } from '../context.ts';
import { invalid, required } from '../errors.ts';
import { checkFree, checkKey, checkRate } from '../guards.ts';
import { checkConditions } from '../preconditions.ts';
import type { ObjectMetadata, StoredVersion } from '../types.ts';

/** A new live version that an operation wants. */
export interface Wish {
  readonly name: string;
  readonly content: Content;
  readonly metadata: ObjectMetadata;
  readonly predefinedAcl: string | null;
  readonly kmsKeyName: string | undefined;
}

/** Throws unless the live version of `name` may become another, in the order in which the service is taken to ask. */
export function checkWritable(context: Context, bucket: Bucket, name: string, query: URLSearchParams): void {
  if (name === '') throw required('Required parameter: name');
  if (Buffer.byteLength(name) > 1024) throw invalid('The maximum object name length is 1024 characters.');
  if (/[\r\n]/.test(name)) throw invalid(`Disallowed unicode characters present in object name '${name}'`);
  context.permissions.check('storage.objects.create', bucket, name);
  checkRate(context.state, bucket, name);
  const live = bucket.live(name);
  checkConditions(query, live, context.state.rules);
  if (live === undefined) return;
  context.permissions.check('storage.objects.delete', bucket, name);
  checkFree(bucket, live, bucket.config.versioning?.enabled === true);
}

/** The version that is to be written: defaults of the bucket filled in. */
export function newVersion(bucket: Bucket, wish: Wish): StoredVersion {
  const { metadata } = wish;
  const kmsKeyName = wish.kmsKeyName ?? bucket.config.encryption?.defaultKmsKeyName;
  checkKey(bucket, kmsKeyName);
  const acl = aclFor(bucket, { predefined: wish.predefinedAcl, acl: metadata.acl });
  const now = bucket.now();
  return {
    ...metadata,
    acl,
    kmsKeyName,
    name: wish.name,
    state: 'live',
    generation: bucket.nextGeneration(),
    metageneration: 1,
    created: now,
    updated: now,
    storageClass: metadata.storageClass ?? bucket.config.storageClass,
    eventBasedHold: metadata.eventBasedHold ?? bucket.config.defaultEventBasedHold,
    content: wish.content,
  };
}
