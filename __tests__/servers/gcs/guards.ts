import type { Bucket } from './bucket.ts';
import { GcsError } from './errors.ts';
import type { GcsState } from './state.ts';
import type { Milliseconds, StoredVersion } from './types.ts';

/**
 * Throws the 403 of a held or retained object that is to be deleted, replaced or moved:
 * cloud.google.com/storage/docs/object-holds, …/bucket-lock and …/object-lock. A retained one may still become
 * noncurrent (object-lock says so), a held one may not.
 */
export function checkFree(
  bucket: Bucket,
  version: StoredVersion | undefined,
  becomesNoncurrent = false,
): void {
  if (version === undefined) return;
  const name = `${bucket.name}/${version.name}`;
  const hold = version.temporaryHold ? 'Temporary' : version.eventBasedHold ? 'Event-Based' : undefined;
  if (hold !== undefined) {
    throw new GcsError(
      403,
      'objectUnderActiveHold',
      `Object '${name}' is under active ${hold} hold and cannot be deleted, overwritten or archived until hold is removed.`,
    );
  }
  const until = retainedUntil(bucket, version);
  if (until === undefined || until <= bucket.now() || becomesNoncurrent) return;
  throw new GcsError(
    403,
    'retentionPolicyNotMet',
    `Object '${name}' is subject to bucket's retention policy or object retention and cannot be deleted or overwritten until ${new Date(until).toISOString()}`,
  );
}

/** The later end of the bucket's and the object's own retention; unknown while an event-based hold is on. */
export function retainedUntil(bucket: Bucket, version: StoredVersion): Milliseconds | undefined {
  const period = bucket.config.retentionPolicy?.retentionPeriod;
  const byBucket =
    period === undefined || version.eventBasedHold
      ? 0
      : (version.retentionFrom ?? version.created) + Number(period) * 1000;
  const byObject = version.retention ? Date.parse(version.retention.retainUntilTime) : 0;
  return Math.max(byBucket, byObject) || undefined;
}

/** "At most one update a second on one object": cloud.google.com/storage/quotas#objects. */
export function checkRate(state: GcsState, bucket: Bucket, name: string): void {
  if (!state.rules.oneUpdatePerSecond) return;
  const last = bucket.lastChange(name);
  if (last === undefined || state.clock.now() - last >= 1000) return;
  throw new GcsError(
    429,
    'rateLimitExceeded',
    `The object ${bucket.name}/${name} exceeded the rate limit for object mutation operations (create, update, and delete). Please reduce your request rate. See https://cloud.google.com/storage/docs/gcs429.`,
  );
}

/** Throws where a key of Cloud KMS refuses: cloud.google.com/storage/docs/encryption/customer-managed-keys. */
export function checkKey(bucket: Bucket, kmsKeyName: string | undefined): void {
  if (kmsKeyName === undefined || !bucket.deniedKmsKeys.has(kmsKeyName)) return;
  throw new GcsError(
    403,
    'forbidden',
    'Permission denied on Cloud KMS key. Please ensure that your Cloud Storage service account has been authorized to use this key.',
  );
}
