import { PutObjectCommand } from '@aws-sdk/client-s3';
import { type Bytes, lengthOf } from '../../../domain/byte-parts.ts';
import { sha256Hex } from '../../../domain/log-record.ts';
import { ConflictError, type Precondition, type Revision } from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { streamOf } from '../remote/bodies.ts';
import { lookAbsent, lookUnchanged } from '../remote/look-first.ts';
import { carried, contentTypeOf, hasTags } from './attributes.ts';
import { type Dialect, quoted, type S3Context } from './context.ts';
import { AbsentError } from './errors.ts';
import { asCondition, revisionOf } from './etag.ts';
import { headObject } from './read.ts';
import { tagging } from './tags.ts';

export interface Put {
  readonly key: string;
  readonly body: Bytes;
  readonly when: Precondition;
  readonly guard: Guard;
}

export async function putObject(
  context: S3Context,
  dialect: Dialect,
  { key, body, when, guard }: Put,
): Promise<Revision> {
  const kept = await attributesFor(context, key, when);
  const condition = await conditionFor(context, dialect, key, when);
  const sent = sentAs(body, context.checksums);
  const command = {
    Bucket: context.bucket,
    Key: context.keys.toBucket(key),
    ...sent.fields,
    ...kept,
    ...condition,
  };
  await guard();
  const doing = { what: `write ${quoted(key)}`, action: 's3:PutObject', key };
  try {
    const answer = await context.caller.change(doing, (client, options) =>
      client.send(signedAs(new PutObjectCommand(command), sent.sha256), options),
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
  return { ...carried(attributes), ...(hasTags(attributes) ? { Tagging: await tagging(context, key) } : {}) };
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
