import { DeleteObjectCommand, type DeleteObjectCommandOutput } from '@aws-sdk/client-s3';
import type { Pinned } from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { lookUnchanged } from '../remote/look-first.ts';
import { type Send, unlessAbsent } from './caller.ts';
import { type Dialect, quoted, type S3Context } from './context.ts';
import { asCondition } from './etag.ts';
import { headObject } from './read.ts';

/**
 * Deletes what is at `revision`; undefined when it was absent already. Never names a version: where the bucket keeps
 * versions this only places a marker, and nothing is lost.
 */
export async function removeObject(
  context: S3Context,
  { holds, bareEtags }: Dialect,
  { key, revision }: Pinned,
  guard: Guard,
): Promise<DeleteObjectCommandOutput | undefined> {
  const conditional = holds.conditional_delete;
  if (!conditional && !(await lookUnchanged((at) => headObject(context, at), key, revision)))
    return undefined;
  const command = {
    Bucket: context.bucket,
    Key: context.keys.toBucket(key),
    ...(conditional ? { IfMatch: asCondition(revision, bareEtags) } : {}),
  };
  const doing = { what: `delete ${quoted(key)}`, action: 's3:DeleteObject', key };
  return unlessAbsent(
    context.caller.change(
      doing,
      (client, options) => client.send(new DeleteObjectCommand(command), options),
      guard,
    ),
  );
}

/** Deletes exactly one stored version or marker for good; one that is gone already is success. */
export async function removeVersion(
  context: S3Context,
  key: string,
  versionId: string,
  guard: Guard,
): Promise<void> {
  const { doing, send } = versionDeletion(context, key, versionId);
  await unlessAbsent(context.caller.change(doing, send, guard));
}

/** The same of a version that never was, asked as often as a read: nothing can come of it. */
export async function tryRemoveVersion(context: S3Context, key: string): Promise<void> {
  const { doing, send } = versionDeletion(context, key, 'null');
  await unlessAbsent(context.caller.ask(doing, send));
}

function versionDeletion(context: S3Context, key: string, versionId: string) {
  const command = { Bucket: context.bucket, Key: context.keys.toBucket(key), VersionId: versionId };
  const what = `delete version ${versionId} of ${quoted(key)}`;
  const send: Send<DeleteObjectCommandOutput> = (client, options) =>
    client.send(new DeleteObjectCommand(command), options);
  return { doing: { what, action: 's3:DeleteObjectVersion', key }, send };
}
