import { type Answer, xmlAnswer } from './answer.ts';
import { type Call, demandVersioning } from './call.ts';
import { S3Error } from './errors.ts';
import { pageSize } from './lists.ts';
import { encoderOf, placeAfter, walk } from './paging.ts';
import { sequenceIn } from './ticker.ts';
import type { Version } from './version.ts';
import { document, leaf, node } from './xml.ts';

interface Page {
  readonly entries: string[];
  readonly prefixes: string[];
  truncated: boolean;
  lastKey: string;
  lastVersion: string | undefined;
}

/** API Reference, ListObjectVersions: keys in UTF-8 order, the versions of each newest first. */
export function listVersions(call: Call): Answer {
  demandVersioning(call);
  const { query } = call.request;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const encode = encoderOf(query);
  const limit = pageSize(query, 'max-keys', call.limits.page);
  const page = pageOf(call, prefix, delimiter, limit);
  return xmlAnswer(
    document(
      'ListVersionsResult',
      leaf('Name', call.bucket.name),
      leaf('Prefix', encode(prefix)),
      leaf('KeyMarker', encode(query.get('key-marker') ?? '')),
      leaf('VersionIdMarker', query.get('version-id-marker') ?? ''),
      delimiter ? leaf('Delimiter', encode(delimiter)) : '',
      leaf('MaxKeys', limit),
      leaf('EncodingType', query.get('encoding-type') ?? undefined),
      leaf('IsTruncated', page.truncated),
      leaf('NextKeyMarker', page.truncated ? encode(page.lastKey) : undefined),
      leaf('NextVersionIdMarker', page.truncated ? page.lastVersion : undefined),
      ...page.entries,
      ...page.prefixes,
    ),
  );
}

function pageOf({ request, bucket }: Call, prefix: string, delimiter: string, limit: number): Page {
  const { query } = request;
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker') ?? '';
  if (versionMarker && !keyMarker) {
    throw new S3Error('InvalidArgument', {
      message: 'A version-id marker cannot be specified without a key marker.',
    });
  }
  const encode = encoderOf(query);
  const asksRestores = request.headers['x-amz-optional-object-attributes'] === 'RestoreStatus';
  const keys = bucket.index;
  const from = versionMarker ? keys.seek(keyMarker) : placeAfter(keys, keyMarker, prefix, delimiter);
  const page: Page = { entries: [], prefixes: [], truncated: false, lastKey: '', lastVersion: undefined };
  const isFull = () => page.entries.length + page.prefixes.length >= limit;
  for (const listed of walk(keys, { prefix, delimiter, from }, () => true)) {
    const key = 'key' in listed ? listed.key : undefined;
    const history = key === undefined ? [] : bucket.history(key);
    const rest = key === keyMarker ? behind(history, versionMarker) : history;
    if ('commonPrefix' in listed) {
      if (isFull()) return truncated(page, limit);
      page.prefixes.push(node('CommonPrefixes', leaf('Prefix', encode(listed.commonPrefix))));
      page.lastKey = listed.commonPrefix;
      page.lastVersion = undefined;
    }
    for (const version of rest) {
      if (isFull()) return truncated(page, limit);
      page.entries.push(entry(version, version === history[0], encode, asksRestores));
      page.lastKey = version.key;
      page.lastVersion = version.versionId;
    }
  }
  return page;
}

/** Only in answers to who asks for it (`x-amz-optional-object-attributes`). */
const RESTORED = node(
  'RestoreStatus',
  leaf('IsRestoreInProgress', false),
  leaf('RestoreExpiryDate', '2036-01-01T00:00:00.000Z'),
);

function truncated(page: Page, limit: number): Page {
  page.truncated = limit > 0;
  return page;
}

/** What comes after the version that a page ended with, also if that is gone by now. */
function behind(history: readonly Version[], marker: string): readonly Version[] {
  if (marker === '') return history;
  const place = history.findIndex((each) => each.versionId === marker);
  if (place >= 0) return history.slice(place + 1);
  const sequence = sequenceIn(marker) ?? 0;
  return history.filter((each) => each.sequence < sequence);
}

function entry(
  version: Version,
  isLatest: boolean,
  encode: (text: string) => string,
  tellsRestores: boolean,
): string {
  const named = [
    leaf('Key', encode(version.key)),
    leaf('VersionId', version.versionId),
    leaf('IsLatest', isLatest),
    leaf('LastModified', new Date(version.lastModified).toISOString()),
  ];
  if (version.isDeleteMarker) return node('DeleteMarker', ...named);
  return node(
    'Version',
    ...named,
    leaf('ETag', version.etag),
    leaf('ChecksumAlgorithm', version.checksum?.algorithm),
    leaf('ChecksumType', version.checksum?.type),
    leaf('Size', version.content.size),
    leaf('StorageClass', version.storageClass),
    version.restored && tellsRestores ? RESTORED : '',
  );
}
