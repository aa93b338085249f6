import { ListObjectsV2Command, type ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { compareKeys, type ListOptions, type ObjectInfo } from '../../../ports/object-store.ts';
import { folderInfo } from '../remote/list-repository.ts';
import { quoted, type S3Context } from './context.ts';
import { infoOf } from './info.ts';
import { brokenOff, ownKey } from './listed-key.ts';

/** ListObjectsV2, page by page: S3's order is that of the UTF-8 bytes already. */
export async function* listObjects(
  context: S3Context,
  prefix: string,
  { limit = Number.POSITIVE_INFINITY, shallow = false }: ListOptions,
): AsyncIterable<ObjectInfo> {
  let left = limit;
  let token: string | undefined;
  while (left > 0) {
    const page = await askPage(context, prefix, { shallow, size: Math.min(context.pageSize, left), token });
    for (const info of infosOf(context, page)) {
      if (shallow && info.key === prefix) continue;
      left -= 1;
      yield info;
      if (left <= 0) return;
    }
    if (page.IsTruncated !== true) return;
    token = page.NextContinuationToken;
    if (token === undefined) throw brokenOff(context, prefix);
  }
}

interface PageOptions {
  readonly shallow: boolean;
  readonly size: number;
  readonly token: string | undefined;
}

function askPage(context: S3Context, prefix: string, { shallow, size, token }: PageOptions) {
  const place = context.keys.folderInBucket(prefix);
  const command = {
    Bucket: context.bucket,
    Prefix: place,
    MaxKeys: size,
    // Keys may hold what XML can't.
    EncodingType: 'url',
    ContinuationToken: token,
    ...(shallow ? { Delimiter: '/' } : {}),
    // The folder itself is no name below it.
    ...(shallow && place !== '' && token === undefined ? { StartAfter: place } : {}),
  } as const;
  const doing = { what: `list ${quoted(prefix)}`, action: 's3:ListBucket', key: prefix };
  return context.caller.ask(doing, (client, options) =>
    client.send(new ListObjectsV2Command(command), options),
  );
}

function infosOf(context: S3Context, page: ListObjectsV2CommandOutput): readonly ObjectInfo[] {
  const objects: ObjectInfo[] = [];
  for (const told of page.Contents ?? []) {
    const key = ownKey(context, told.Key, page.EncodingType);
    if (key !== undefined) objects.push(infoOf(key, told));
  }
  if (page.CommonPrefixes === undefined) return objects;
  for (const { Prefix } of page.CommonPrefixes) {
    const key = ownKey(context, Prefix, page.EncodingType);
    if (key !== undefined) objects.push(folderInfo(key));
  }
  return objects.sort((a, b) => compareKeys(a.key, b.key));
}
