import type { Bucket } from '../bucket.ts';
import { type GcsCall, jsonOf, numberOf } from '../call.ts';
import { type Context, type Handler, objectReply, projectionOf } from '../context.ts';
import { conditionNotMet, GcsError, invalid } from '../errors.ts';
import { partial } from '../fields.ts';
import { checkKey } from '../guards.ts';
import { carriedOver, metadataOf } from '../metadata.ts';
import { absent, checkConditions } from '../preconditions.ts';
import { jsonReply, type Reply } from '../reply.ts';
import { objectResource } from '../resource.ts';
import type { OpenRewrite, Wish } from '../state.ts';
import type { StoredVersion } from '../types.ts';
import { checkWritable, newVersion } from './write.ts';

const MIB = 1024 * 1024;
const WEEK = 7 * 24 * 60 * 60 * 1000;
/** Of one call where class or location change; the service copies as much as it manages in its time. */
const ACROSS = 1024 * MIB;

/** What a copy is from and to. */
interface Pair {
  readonly source: StoredVersion;
  readonly from: Bucket;
  readonly into: Bucket;
  readonly name: string;
}

/** objects.rewrite, one call of it: cloud.google.com/storage/docs/json_api/v1/objects/rewrite. */
export const rewriteObject: Handler = (context, call) => {
  const pair = pairOf(context, call);
  const open = openOf(context, call, pair);
  const { size } = pair.source.content;
  open.rewritten = Math.min(size, open.rewritten + mostBytes(context, call, pair, open.wish));
  if (open.rewritten < size) return unfinished(context, call, open, pair.source);
  context.state.rewrites.delete(call.query.get('rewriteToken') ?? '');
  const written = pair.into.setLive(newVersion(pair.into, open.wish));
  const resource = objectResource(pair.into, written, projectionOf(call, 'noAcl'), context.origin);
  return rewriteReply(call, { ...progress(pair.source, size), done: true, resource });
};

/** objects.copy: a rewrite in one call, however large. */
export const copyObject: Handler = (context, call) => {
  const pair = pairOf(context, call);
  const written = pair.into.setLive(newVersion(pair.into, wishOf(pair, call)));
  return objectReply(context, call, pair.into.name, written);
};

function pairOf(context: Context, call: GcsCall): Pair {
  const { key = '', query, to = { bucket: '', key: '' } } = call;
  const from = context.state.bucket(call.bucket);
  const into = context.state.bucket(to.bucket);
  context.permissions.check('storage.objects.get', from, key);
  const generation = numberOf(query, 'sourceGeneration');
  const source =
    generation === undefined
      ? from.live(key)
      : from.versions(key).find((one) => one.generation === generation && one.state !== 'soft-deleted');
  if (source === undefined) throw absent(query, from.name, key, context.state.rules);
  checkConditions(query, source, context.state.rules, 'ifSource');
  checkKey(from, source.kmsKeyName);
  checkWritable(context, into, to.key, query);
  return { source, from, into, name: to.key };
}

/**
 * A resource in the request replaces the source's metadata as a whole; without one the metadata comes along, "with the
 * exception of ACLs". The class is the destination bucket's unless named.
 */
function wishOf({ source, name }: Pair, call: GcsCall): Wish {
  const asked = metadataOf(jsonOf(call.body));
  return {
    name,
    content: source.content,
    metadata: Object.keys(asked).length === 0 ? carriedOver(source) : asked,
    predefinedAcl: call.query.get('destinationPredefinedAcl'),
    kmsKeyName: call.query.get('destinationKmsKeyName') ?? undefined,
  };
}

/**
 * The rewrite that a token continues, or a new one. A token is bound to source, generation and destination; what the
 * first call asked for stays, whether or not it is repeated.
 */
function openOf(context: Context, call: GcsCall, pair: Pair): OpenRewrite {
  const { source, from, into, name } = pair;
  const subject = JSON.stringify([from.name, source.name, into.name, name]);
  const token = call.query.get('rewriteToken');
  const started = context.state.clock.now();
  if (token === null) {
    const sourceGeneration = source.generation;
    return { subject, sourceGeneration, wish: wishOf(pair, call), started, rewritten: 0 };
  }
  const open = context.state.rewrites.get(token);
  if (open === undefined || open.subject !== subject) throw invalid('Invalid rewrite token');
  if (started - open.started > WEEK) throw new GcsError(410, 'gone', 'The rewrite token has expired');
  // What the service says here is not documented; a copy made of two generations it can't be.
  if (open.sourceGeneration !== source.generation) throw conditionNotMet();
  return open;
}

/** "The storage class of the object is not changing" and "the same location": all at once. */
function mostBytes(context: Context, call: GcsCall, { source, from, into }: Pair, wish: Wish): number {
  const asked = numberOf(call.query, 'maxBytesRewrittenPerCall');
  if (asked !== undefined && (asked === 0 || asked % MIB !== 0)) {
    throw invalid('maxBytesRewrittenPerCall must be an integral multiple of 1 MiB (1048576)');
  }
  const { rewriteBytesPerCall } = context.state.rules;
  const storageClass = wish.metadata.storageClass ?? into.config.storageClass;
  const across = source.storageClass !== storageClass || from.config.location !== into.config.location;
  if (rewriteBytesPerCall === undefined && !across) return Number.POSITIVE_INFINITY;
  return Math.min(rewriteBytesPerCall ?? ACROSS, asked ?? Number.POSITIVE_INFINITY);
}

function unfinished(context: Context, call: GcsCall, open: OpenRewrite, source: StoredVersion): Reply {
  const token = call.query.get('rewriteToken') ?? context.state.nextId('rewrite');
  context.state.rewrites.set(token, open);
  return rewriteReply(call, { ...progress(source, open.rewritten), done: false, rewriteToken: token });
}

const progress = (source: StoredVersion, rewritten: number): object => ({
  kind: 'storage#rewriteResponse',
  totalBytesRewritten: String(rewritten),
  objectSize: String(source.content.size),
});

const rewriteReply = (call: GcsCall, value: object): Reply =>
  jsonReply(200, partial(value, call.query.get('fields')) as object);
