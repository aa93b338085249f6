import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { joinBytes } from '../../../domain/byte-parts.ts';
import type { ByteSink, ObjectInfo, StoredObject } from '../../../ports/object-store.ts';
import { eachChunk } from '../remote/time-limit.ts';
import { attributesOf } from './attributes.ts';
import { unlessAbsent } from './caller.ts';
import { quoted, type S3Context } from './context.ts';
import { headOf } from './head.ts';
import { infoOf } from './info.ts';
import { wholeSums } from './sums.ts';

/** The whole object at once: meant for the index and files of ours. */
export function readObject(context: S3Context, key: string): Promise<StoredObject | undefined> {
  return get(context, key, async (answer, each) => {
    const chunks: Uint8Array[] = [];
    await each((chunk) => chunks.push(chunk));
    return { info: toldOf(key, answer), body: joinBytes(chunks), attributes: attributesOf(answer) };
  });
}

/** Each attempt has a sink of its own. */
export function readObjectInto<T>(
  context: S3Context,
  key: string,
  begin: () => ByteSink<T>,
): Promise<T | undefined> {
  return get(context, key, async (_, each) => {
    const sink = begin();
    await each((chunk) => sink.take(chunk));
    return sink.end();
  });
}

export function digestObject(context: S3Context, key: string): Promise<string | undefined> {
  return readObjectInto(context, key, () => {
    const hash = createHash('sha256');
    return { take: (chunk) => hash.update(chunk), end: () => hash.digest('hex') };
  });
}

export async function headObject(context: S3Context, key: string): Promise<ObjectInfo | undefined> {
  const answer = await headAnswer(context, key);
  return answer && toldOf(key, answer);
}

/** The same with all that the store knows of the bytes: where ETags differ it saves reading them. */
export async function headWithSums(context: S3Context, key: string): Promise<ObjectInfo | undefined> {
  const answer = await headAnswer(context, key, true);
  if (answer === undefined) return undefined;
  const info = toldOf(key, answer);
  return { ...info, checksum: [info.checksum, ...wholeSums(answer)].join(' ') };
}

/** With `checksums` also what the store knows of the bytes. */
export function headAnswer(context: S3Context, key: string, checksums = false) {
  const doing = { what: `look at ${quoted(key)}`, action: 's3:GetObject', key };
  const command = {
    Bucket: context.bucket,
    Key: context.keys.toBucket(key),
    ...(checksums ? { ChecksumMode: 'ENABLED' as const } : {}),
  };
  return context.caller.askIfThere(doing, headOf(command));
}

type Each = (take: (chunk: Uint8Array) => void) => Promise<void>;

/** A GET whose body may take its time, as long as something comes; sent again as a whole when it breaks off. */
function get<T>(
  context: S3Context,
  key: string,
  take: (answer: GetObjectCommandOutput, each: Each) => Promise<T>,
): Promise<T | undefined> {
  const doing = { what: `read ${quoted(key)}`, action: 's3:GetObject', key };
  const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
  return unlessAbsent(
    context.caller.stream(
      doing,
      (client, options) => client.send(new GetObjectCommand(command), options),
      (answer) => {
        const body = answer.Body as Readable;
        const each: Each = (chunk) =>
          eachChunk(body, context.caller.timeoutMs, chunk, (reason) => body.destroy(reason));
        return take(answer, each);
      },
    ),
  );
}

const toldOf = (
  key: string,
  answer: Pick<GetObjectCommandOutput, 'ETag' | 'ContentLength' | 'LastModified' | 'StorageClass'>,
): ObjectInfo => infoOf(key, { ...answer, Size: answer.ContentLength });
