import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { RollbackError } from '../../../domain/errors.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { unlessAbsent } from './caller.ts';
import { quoted, type S3Context } from './context.ts';
import { decodeListed, ownKey } from './listed-key.ts';

/** Takes an upload back that nobody will complete. Best effort: parts that stay cost room, and nothing else. */
export async function abortUpload(context: S3Context, bucketKey: string, uploadId: string): Promise<boolean> {
  const doing = { what: 'abort an upload', action: 's3:AbortMultipartUpload' };
  const command = { Bucket: context.bucket, Key: bucketKey, UploadId: uploadId };
  try {
    await unlessAbsent(
      context.caller.change(doing, (client, options) =>
        client.send(new AbortMultipartUploadCommand(command), options),
      ),
    );
    return true;
  } catch (thrown) {
    if (!(thrown instanceof RollbackError)) throw thrown;
    context.debug(thrown.message);
    return false;
  }
}

/** Aborts the uploads of ours that are under way below `prefix`; how many there were. */
export async function abortUploads(
  context: S3Context,
  prefix: string,
  isOurs: (key: string) => boolean,
  guard: Guard,
): Promise<number> {
  const doing = { what: `list the uploads below ${quoted(prefix)}`, action: 's3:ListBucketMultipartUploads' };
  const place = context.keys.folderInBucket(prefix);
  let aborted = 0;
  let from: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } = {};
  for (;;) {
    const command = { Bucket: context.bucket, Prefix: place, EncodingType: 'url' as const, ...from };
    const page = await context.caller.ask(doing, (client, options) =>
      client.send(new ListMultipartUploadsCommand(command), options),
    );
    for (const { Key, UploadId } of page.Uploads ?? []) {
      const key = ownKey(context, Key, page.EncodingType);
      if (key === undefined || !key.startsWith(prefix) || UploadId === undefined || !isOurs(key)) continue;
      await guard();
      if (await abortUpload(context, context.keys.toBucket(key), UploadId)) aborted += 1;
    }
    if (page.IsTruncated !== true || page.NextKeyMarker === undefined) return aborted;
    from = {
      KeyMarker: decodeListed(page.NextKeyMarker, page.EncodingType),
      UploadIdMarker: page.NextUploadIdMarker,
    };
  }
}
