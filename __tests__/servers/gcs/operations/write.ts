import { aclFor } from '../acl.ts';
import type { Bucket } from '../bucket.ts';
import type { Context } from '../context.ts';
import { invalid, required } from '../errors.ts';
import { checkFree, checkKey, checkRate } from '../guards.ts';
import { checkConditions } from '../preconditions.ts';
import type { Wish } from '../state.ts';
import type { StoredVersion } from '../types.ts';

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
export function newVersion(bucket: Bucket, { name, content, metadata, ...wish }: Wish): StoredVersion {
  const acl = aclFor(bucket, { predefined: wish.predefinedAcl, acl: metadata.acl });
  const version = bucket.versionOf(name, content, { ...metadata, acl, kmsKeyName: wish.kmsKeyName });
  checkKey(bucket, version.kmsKeyName);
  return version;
}
