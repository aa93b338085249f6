import { PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { type Bytes, lengthOf } from '../../../domain/byte-parts.ts';
import { RollbackError } from '../../../domain/errors.ts';
import { CAPABILITIES_KEY } from '../../../domain/keys.ts';
import { sha256Hex } from '../../../domain/log-record.ts';
import {
  ConflictError,
  isUnanswered,
  type Precondition,
  type Revision,
} from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { streamOf } from '../remote/bodies.ts';
import { lookAbsent, lookUnchanged } from '../remote/look-first.ts';
import { carried, contentTypeOf } from './attributes.ts';
import { grantsFor } from './beside.ts';
import { type Dialect, quoted, type S3Context } from './context.ts';
import { AbsentError } from './errors.ts';
import { asCondition, revisionOf } from './etag.ts';
import { headObject } from './read.ts';
import { tagsToCarry } from './tags.ts';

export interface Put {
  readonly key: string;
  readonly body: Bytes;
  readonly when: Precondition;
  readonly guard: Guard;
}

export async function putObject(context: S3Context, dialect: Dialect, put: Put): Promise<Revision> {
  if (put.key !== CAPABILITIES_KEY) {
    return send(context, dialect, put, await attributesFor(context, put.key, put.when));
  }
  const plain = { ContentType: contentTypeOf(put.key) };
  try {
    return await send(context, dialect, put, { ...plain, Tagging: CANARY });
  } catch (thrown) {
    if (!(thrown instanceof RollbackError) || isUnanswered(thrown)) throw thrown;
    return send(context, dialect, put, plain);
  }
}

/** Whoever reads this file and is told of a tag may read tags: then others that tell of none have none. */
const CANARY = 'release-rollback=capabilities';

async function send(
  context: S3Context,
  dialect: Dialect,
  { key, body, when, guard }: Put,
  kept: Partial<PutObjectCommandInput>,
): Promise<Revision> {
  const condition = await conditionFor(context, dialect, key, when);
  const sent = sentAs(body, context.checksums);
  const command = {
    Bucket: context.bucket,
    Key: context.keys.toBucket(key),
    ...sent.fields,
    ...kept,
    ...condition,
  };
  const doing = { what: `write ${quoted(key)}`, action: 's3:PutObject', key };
  try {
    const answer = await context.caller.change(
      doing,
      (client, options) => client.send(signedAs(new PutObjectCommand(command), sent.sha256), options),
      guard,
    );
    return revisionOf(answer.ETag);
  } catch (thrown) {
    // If-Match of a key that is gone.
    if (thrown instanceof AbsentError) throw new ConflictError(key, { cause: thrown });
    throw thrown;
  }
}

/** What is sent as a stream has its sums told before: else the SDK would send it in chunks with a trailer of its own. */
function sentAs(body: Bytes, checksums: boolean) {
  if (body instanceof Uint8Array)
    return { fields: { Body: body, ContentLength: body.length }, sha256: undefined };
  const sha256 = sha256Hex(body);
  const sum = checksums ? { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') } : {};
  return { fields: { Body: streamOf(body), ContentLength: lengthOf(body), ...sum }, sha256 };
}

/** Signed with the hash of its body, as any request that is not a stream. */
function signedAs(command: PutObjectCommand, sha256: string | undefined): PutObjectCommand {
  if (sha256 === undefined) return command;
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'tellContentSha256' },
  );
  return command;
}

async function attributesFor(context: S3Context, key: string, when: Precondition) {
  const attributes = when === 'absent' ? undefined : when.attributes;
  if (attributes === undefined) return { ContentType: contentTypeOf(key) };
  const [tags, grants] = await Promise.all([tagsToCarry(context, key, attributes), grantsFor(context, key)]);
  return { ...carried(attributes), ...grants, ...(tags === '' ? {} : { Tagging: tags }) };
}

async function conditionFor(
  context: S3Context,
  { holds, bareEtags }: Dialect,
  key: string,
  when: Precondition,
) {
  const head = (at: string) => headObject(context, at);
  if (when === 'absent') {
    if (holds.create_only) return { IfNoneMatch: '*' };
    await lookAbsent(head, key);
    return {};
  }
  if (holds.compare_and_swap) return { IfMatch: asCondition(when.unchangedSince, bareEtags) };
  if (!(await lookUnchanged(head, key, when.unchangedSince))) throw new ConflictError(key);
  return {};
}
