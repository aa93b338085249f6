import { type Answer, xmlAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { S3Error } from './errors.ts';
import { encoderOf, placeAfter, walk } from './paging.ts';
import type { Version } from './version.ts';
import { document, leaf, node } from './xml.ts';

/** API Reference, ListObjectsV2. */
export function listObjects({ request, bucket, limits }: Call): Answer {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? undefined;
  const limit = pageSize(query, 'max-keys', limits.page);
  const encode = encoderOf(query);
  const from =
    token === null
      ? bucket.index.seekAfter(startAfter ?? '')
      : placeAfter(bucket.index, decodeToken(token), prefix, delimiter);
  const contents: string[] = [];
  const prefixes: string[] = [];
  let last = '';
  let truncated = false;
  for (const listed of walk(bucket.index, { prefix, delimiter, from }, isListed)) {
    truncated = contents.length + prefixes.length >= limit;
    if (truncated) break;
    last = 'key' in listed ? listed.key : listed.commonPrefix;
    if ('commonPrefix' in listed) prefixes.push(node('CommonPrefixes', leaf('Prefix', encode(last))));
    else contents.push(entry(bucket.current(last), encode));
  }
  if (limit === 0) truncated = false;
  return xmlAnswer(
    document(
      'ListBucketResult',
      leaf('Name', bucket.name),
      leaf('Prefix', encode(prefix)),
      delimiter ? leaf('Delimiter', encode(delimiter)) : '',
      leaf('MaxKeys', limit),
      leaf('EncodingType', query.get('encoding-type') ?? undefined),
      leaf('KeyCount', contents.length + prefixes.length),
      leaf('IsTruncated', truncated),
      leaf('StartAfter', startAfter === undefined ? undefined : encode(startAfter)),
      leaf('ContinuationToken', token ?? undefined),
      leaf('NextContinuationToken', truncated ? encodeToken(last) : undefined),
      ...contents,
      ...prefixes,
    ),
  );
}

function isListed([newest]: readonly Version[]): boolean {
  return newest !== undefined && !newest.isDeleteMarker;
}

function entry(version: Version | undefined, encode: (text: string) => string): string {
  if (!version) return '';
  return node(
    'Contents',
    leaf('Key', encode(version.key)),
    leaf('LastModified', new Date(version.lastModified).toISOString()),
    leaf('ETag', version.etag),
    leaf('ChecksumAlgorithm', version.checksum?.algorithm),
    leaf('ChecksumType', version.checksum?.type),
    leaf('Size', version.content.size),
    leaf('StorageClass', version.storageClass),
  );
}

/** What a client asks for, at most what one answer holds. @throws S3Error InvalidArgument */
export function pageSize(query: URLSearchParams, name: string, most: number): number {
  const asked = query.get(name);
  if (asked === null) return most;
  if (!/^\d+$/.test(asked)) throw new S3Error('InvalidArgument', { elements: { ArgumentName: name } });
  return Math.min(most, Number(asked));
}

function encodeToken(last: string): string {
  return Buffer.from(`after ${last}`).toString('base64');
}

/** @throws S3Error InvalidArgument */
function decodeToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString();
  if (!text.startsWith('after ')) {
    throw new S3Error('InvalidArgument', { message: 'The continuation token provided is incorrect' });
  }
  return text.slice('after '.length);
}
