import { type Answer, xmlAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { S3Error } from './errors.ts';
import { encoderOf, placeAfter, walk } from './paging.ts';
import type { Version } from './version.ts';
import { document, leaf, node } from './xml.ts';

interface Page {
  readonly contents: readonly string[];
  readonly prefixes: readonly string[];
  /** The last key or common prefix on it. */
  readonly last: string;
  readonly truncated: boolean;
}

/** API Reference, ListObjectsV2. */
export function listObjects(call: Call): Answer {
  const { query } = call.request;
  const { prefix, delimiter, encode, limit } = asked(call);
  const keys = call.bucket.index;
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? undefined;
  const from =
    token === null
      ? keys.seekAfter(startAfter ?? '')
      : placeAfter(keys, decodeToken(token), prefix, delimiter);
  const page = pageFrom(call, from);
  return listAnswer(
    call,
    page,
    leaf('MaxKeys', limit),
    leaf('KeyCount', page.contents.length + page.prefixes.length),
    leaf('StartAfter', startAfter === undefined ? undefined : encode(startAfter)),
    leaf('ContinuationToken', token ?? undefined),
    leaf('NextContinuationToken', page.truncated ? encodeToken(page.last) : undefined),
  );
}

/** API Reference, ListObjects: the first version, which other tools still use. */
export function listObjectsV1(call: Call): Answer {
  const { prefix, delimiter, encode, limit } = asked(call);
  const marker = call.request.query.get('marker') ?? '';
  const page = pageFrom(call, placeAfter(call.bucket.index, marker, prefix, delimiter));
  return listAnswer(
    call,
    page,
    leaf('MaxKeys', limit),
    leaf('Marker', encode(marker)),
    leaf('NextMarker', page.truncated && delimiter ? encode(page.last) : undefined),
  );
}

function asked({ request, limits }: Call) {
  const { query } = request;
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    encode: encoderOf(query),
    limit: pageSize(query, 'max-keys', limits.page),
  };
}

function pageFrom(call: Call, from: number): Page {
  const { bucket } = call;
  const { prefix, delimiter, encode, limit } = asked(call);
  const contents: string[] = [];
  const prefixes: string[] = [];
  let last = '';
  for (const listed of walk(bucket.index, { prefix, delimiter, from }, isListed)) {
    if (contents.length + prefixes.length >= limit) return { contents, prefixes, last, truncated: limit > 0 };
    last = 'key' in listed ? listed.key : listed.commonPrefix;
    if ('commonPrefix' in listed) prefixes.push(node('CommonPrefixes', leaf('Prefix', encode(last))));
    else contents.push(entry(bucket.current(last), encode));
  }
  return { contents, prefixes, last, truncated: false };
}

function listAnswer(call: Call, page: Page, ...own: readonly string[]): Answer {
  const { prefix, delimiter, encode } = asked(call);
  return xmlAnswer(
    document(
      'ListBucketResult',
      leaf('Name', call.bucket.name),
      leaf('Prefix', encode(prefix)),
      leaf('Delimiter', delimiter ? encode(delimiter) : undefined),
      leaf('EncodingType', call.request.query.get('encoding-type') ?? undefined),
      leaf('IsTruncated', page.truncated),
      ...own,
      ...page.contents,
      ...page.prefixes,
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
