import { isUniform } from '../acl.ts';
import type { Bucket } from '../bucket.ts';
import { type GcsCall, jsonOf, numberOf } from '../call.ts';
import { type Context, type Handler, objectReply } from '../context.ts';
import { GcsError, invalid } from '../errors.ts';
import { checkRate } from '../guards.ts';
import { changesOf, metadataOf } from '../metadata.ts';
import { absent, checkConditions } from '../preconditions.ts';
import type { ObjectMetadata, StoredVersion } from '../types.ts';

/** objects.patch: only what is named changes. */
export const patchObject: Handler = (context, call) => {
  const { bucket, version } = target(context, call);
  return change(context, call, bucket, version, changesOf(jsonOf(call.body), version));
};

/** objects.update: what is not named goes. */
export const updateObject: Handler = (context, call) => {
  const { bucket, version } = target(context, call);
  const given = jsonOf(call.body);
  const cleared = changesOf(
    {
      contentType: null,
      cacheControl: null,
      contentEncoding: null,
      contentDisposition: null,
      contentLanguage: null,
      metadata: null,
    },
    version,
  );
  return change(context, call, bucket, version, { ...cleared, ...metadataOf(given) });
};

function target(context: Context, call: GcsCall): { bucket: Bucket; version: StoredVersion } {
  const { key = '', query } = call;
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.objects.update', bucket, key);
  checkRate(context.state, bucket, key);
  const generation = numberOf(query, 'generation');
  const version =
    generation === undefined
      ? bucket.live(key)
      : bucket.versions(key).find((one) => one.generation === generation && one.state !== 'soft-deleted');
  if (version === undefined) throw absent(query, bucket.name, key, context.state.rules);
  checkConditions(query, version, context.state.rules);
  return { bucket, version };
}

function change(
  context: Context,
  call: GcsCall,
  bucket: Bucket,
  version: StoredVersion,
  changes: ObjectMetadata,
): ReturnType<Handler> {
  // A class changes by a rewrite only: cloud.google.com/storage/docs/changing-storage-classes.
  if (changes.storageClass !== undefined && changes.storageClass !== version.storageClass) {
    throw invalid('The storage class of an object cannot be changed by an update; use rewrite.');
  }
  if (changes.acl !== undefined) {
    if (isUniform(bucket)) throw invalid('Cannot use ACL API when uniform bucket-level access is enabled.');
    context.permissions.check('storage.objects.setIamPolicy', bucket, version.name);
  }
  if ('retention' in changes) context.permissions.check('storage.objects.setRetention', bucket, version.name);
  refuseShorterLock(version, changes);
  const released = version.eventBasedHold === true && changes.eventBasedHold === false;
  const { storageClass: _same, ...rest } = changes;
  const whole = { ...rest, ...(released ? { retentionFrom: bucket.now() } : {}) };
  return objectReply(
    context,
    call,
    bucket.name,
    bucket.patch(version.name, whole, version.generation),
    'full',
  );
}

/** A locked retention only grows: cloud.google.com/storage/docs/object-lock. */
function refuseShorterLock(version: StoredVersion, changes: ObjectMetadata): void {
  if (!('retention' in changes) || version.retention?.mode !== 'Locked') return;
  const { retention } = changes;
  const longer =
    retention?.mode === 'Locked' &&
    Date.parse(retention.retainUntilTime) >= Date.parse(version.retention.retainUntilTime);
  if (!longer) throw new GcsError(403, 'forbidden', 'A locked retention can only be increased.');
}
