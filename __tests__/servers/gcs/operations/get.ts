import type { Bucket } from '../bucket.ts';
import { type GcsCall, numberOf } from '../call.ts';
import { type Context, type Handler, objectReply, projectionOf } from '../context.ts';
import { GcsError } from '../errors.ts';
import { checkKey } from '../guards.ts';
import { absent, checkConditions } from '../preconditions.ts';
import type { Reply } from '../reply.ts';
import { etagOf } from '../resource.ts';
import type { StoredVersion } from '../types.ts';

export const getObject: Handler = (context, call) => {
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.objects.get', bucket, call.key);
  if (projectionOf(call, 'noAcl') === 'full') {
    context.permissions.check('storage.objects.getIamPolicy', bucket, call.key);
  }
  return objectReply(context, call, bucket.name, found(context, bucket, call));
};

export const getMedia: Handler = (context, call) => {
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.objects.get', bucket, call.key);
  const version = found(context, bucket, call);
  checkKey(bucket, version.kmsKeyName);
  return mediaReply(version, call.headers.range);
};

/** The version that the request names; a soft-deleted one only where it says `softDeleted=true`. */
function found(context: Context, bucket: Bucket, call: GcsCall): StoredVersion {
  const { query, key = '' } = call;
  const generation = numberOf(query, 'generation');
  const soft = query.get('softDeleted') === 'true';
  const version = bucket
    .versions(key)
    .find((one) =>
      generation === undefined
        ? one.state === 'live'
        : one.generation === generation && (one.state === 'soft-deleted') === soft,
    );
  if (version === undefined) throw absent(query, bucket.name, key, context.state.rules);
  checkConditions(query, version, context.state.rules, 'if', true);
  return version;
}

/** The bytes, or the range asked for, with the headers that the client checks them by. */
export function mediaReply(version: StoredVersion, range: string | undefined): Reply {
  const { content } = version;
  const [start, end] = rangeOf(range, content.size);
  const hashes = [`crc32c=${content.crc32c}`, ...(content.md5Hash ? [`md5=${content.md5Hash}`] : [])];
  const headers: Record<string, string> = {
    'content-type': version.contentType ?? 'application/octet-stream',
    'x-goog-generation': String(version.generation),
    'x-goog-metageneration': String(version.metageneration),
    'x-goog-stored-content-encoding': version.contentEncoding ?? 'identity',
    'x-goog-stored-content-length': String(content.size),
    'x-goog-storage-class': version.storageClass,
    'x-goog-hash': hashes.join(','),
    'last-modified': new Date(version.updated).toUTCString(),
    etag: etagOf(version),
  };
  if (version.contentEncoding) headers['content-encoding'] = version.contentEncoding;
  if (version.cacheControl) headers['cache-control'] = version.cacheControl;
  if (version.contentDisposition) headers['content-disposition'] = version.contentDisposition;
  if (range) headers['content-range'] = `bytes ${start}-${end - 1}/${content.size}`;
  return { status: range ? 206 : 200, headers, body: { content, start, end } };
}

function rangeOf(header: string | undefined, size: number): [number, number] {
  if (header === undefined) return [0, size];
  const range = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (range === null) return [0, size];
  const [, from = '', to = ''] = range;
  if (from === '') return [Math.max(0, size - Number(to)), size];
  const end = to === '' ? size : Math.min(size, Number(to) + 1);
  if (Number(from) >= size) {
    throw new GcsError(416, 'requestedRangeNotSatisfiable', 'Request range not satisfiable');
  }
  return [Number(from), end];
}
