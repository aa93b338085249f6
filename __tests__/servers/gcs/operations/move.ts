import type { Bucket } from '../bucket.ts';
import { type Context, type Handler, objectReply } from '../context.ts';
import { GcsError, invalid } from '../errors.ts';
import { checkFree, checkKey, checkRate } from '../guards.ts';
import { absent, checkConditions } from '../preconditions.ts';
import type { StoredVersion } from '../types.ts';
import { checkFolders } from './folders.ts';
import { checkWritable } from './write.ts';

/**
 * objects.move: one transaction. The destination has "the same data and metadata" but for name, generation,
 * metageneration and times; the source goes, "soft delete retention period is not applied":
 * cloud.google.com/storage/docs/json_api/v1/objects/move. The ACL comes along, as the metadata does.
 */
export const moveObject: Handler = (context, call) => {
  const { key = '', query, to = { bucket: '', key: '' } } = call;
  const bucket = context.state.bucket(call.bucket);
  const refused = context.state.rules.moveRefused;
  if (refused !== undefined) {
    throw new GcsError(refused.status, refused.reason, refused.message ?? 'Objects cannot be moved here.');
  }
  if (key === to.key) throw invalid('The source and destination object names must be different.');
  checkMayLeave(context, bucket, key);
  const source = bucket.live(key);
  if (source === undefined) throw absent(query, bucket.name, key, context.state.rules);
  checkRate(context.state, bucket, key);
  checkConditions(query, source, context.state.rules, 'ifSource');
  checkWritable(context, bucket, to.key, query);
  checkFolders(context, bucket, to.key);
  checkFree(bucket, source);
  checkKey(bucket, source.kmsKeyName);
  return objectReply(context, call, bucket.name, moved(bucket, source, to.key));
};

/** "storage.objects.delete and storage.objects.get, or storage.objects.move". */
function checkMayLeave(context: Context, bucket: Bucket, key: string): void {
  if (context.permissions.allows('storage.objects.move', key)) return;
  context.permissions.check('storage.objects.get', bucket, key);
  context.permissions.check('storage.objects.delete', bucket, key);
}

function moved(bucket: Bucket, source: StoredVersion, name: string): StoredVersion {
  const now = bucket.now();
  const generation = bucket.nextGeneration();
  bucket.forget(source);
  return bucket.setLive({ ...source, name, generation, metageneration: 1, created: now, updated: now });
}
