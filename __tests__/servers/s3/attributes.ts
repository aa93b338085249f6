import type { Headers } from './answer.ts';
import type { Bucket } from './bucket.ts';
import type { Call } from './call.ts';
import { headerOf } from './checksums.ts';
import { S3Error } from './errors.ts';
import { grantsInHeaders } from './grants.ts';
import {
  type Attributes,
  isArchived,
  PLAIN,
  type Retention,
  type Tag,
  usesKms,
  type Version,
} from './version.ts';
import { childText, parseXml } from './xml.ts';

const KEPT = ['content-type', 'cache-control', 'content-disposition', 'content-language', 'expires'];
/** Of one object only: no copy takes it over (API Reference, CopyObject). */
export const REDIRECT = 'x-amz-website-redirect-location';
const ENCRYPTION = 'x-amz-server-side-encryption';

/** What a write says of its object in headers. @throws S3Error AccessDenied, AccessControlListNotSupported, … */
export function attributesOf({ request, bucket, denials }: Call): Attributes {
  const { headers, key } = request;
  const attributes = {
    headers: contentHeaders(headers),
    metadata: metadataIn(headers),
    tags: tagsIn(headers['x-amz-tagging'] ?? ''),
    storageClass: headers['x-amz-storage-class'] ?? 'STANDARD',
    encryption: encryptionIn(headers, bucket),
    acl: headers['x-amz-acl'] ?? grantsInHeaders(headers) ?? 'private',
    legalHold: headers['x-amz-object-lock-legal-hold'] === 'ON',
    retention: retentionIn(headers),
    checksum: undefined,
    restored: false,
  };
  if (attributes.tags.length > 0) denials.check('s3:PutObjectTagging', bucket.name, key);
  if (attributes.acl !== 'private') {
    denials.check('s3:PutObjectAcl', bucket.name, key);
    demandAcls(bucket, attributes.acl);
  }
  if (usesKms(attributes.encryption)) denials.check('kms:GenerateDataKey', bucket.name, key);
  return attributes;
}

function contentHeaders(headers: Headers): Record<string, string> {
  const kept = Object.fromEntries(
    [...KEPT, REDIRECT].flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])),
  );
  const encodings = (headers['content-encoding'] ?? '').split(',').map((each) => each.trim());
  const encoding = encodings.filter((each) => each && each !== 'aws-chunked').join(',');
  return { ...PLAIN.headers, ...kept, ...(encoding ? { 'content-encoding': encoding } : {}) };
}

function metadataIn(headers: Headers): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  return Object.fromEntries(own.map(([name, value]) => [name.slice('x-amz-meta-'.length), value]));
}

/** @throws S3Error InvalidTag */
function tagsIn(query: string): Tag[] {
  return checkTags([...new URLSearchParams(query)].map(([key, value]) => ({ key, value })));
}

/** User Guide, "Categorizing your storage using tags". @throws S3Error InvalidTag */
export function checkTags(tags: Tag[]): Tag[] {
  const fits = tags.every(({ key, value }) => key !== '' && key.length <= 128 && value.length <= 256);
  if (!fits || tags.length > 10 || new Set(tags.map(({ key }) => key)).size < tags.length) {
    throw new S3Error('InvalidTag');
  }
  return tags;
}

/** ACLs other than the owner's own are off where objects belong to the bucket's owner: the default since 2023. */
export function demandAcls(bucket: Bucket, acl: string): void {
  if (!hasAcls(bucket) && acl !== 'bucket-owner-full-control')
    throw new S3Error('AccessControlListNotSupported');
}

export const hasAcls = (bucket: Bucket): boolean =>
  !(bucket.documents.get('ownershipControls') ?? '').includes('BucketOwnerEnforced');

/** What the bucket's default adds, where the write says nothing. */
function encryptionIn(headers: Headers, bucket: Bucket): Record<string, string> {
  const said = Object.entries(headers).filter(([name]) => name.startsWith(ENCRYPTION));
  if (said.length > 0) return Object.fromEntries(said.filter(([name]) => !name.endsWith('-context')));
  const document = bucket.documents.get('encryption');
  const rule = document ? parseXml(document).children[0]?.children[0] : undefined;
  const algorithm = (rule && childText(rule, 'SSEAlgorithm')) ?? 'AES256';
  const key = rule && childText(rule, 'KMSMasterKeyID');
  return { [ENCRYPTION]: algorithm, ...(key ? { [`${ENCRYPTION}-aws-kms-key-id`]: key } : {}) };
}

function retentionIn(headers: Headers): Retention | undefined {
  const mode = headers['x-amz-object-lock-mode'];
  const until = Date.parse(headers['x-amz-object-lock-retain-until-date'] ?? '');
  if (mode === undefined) return undefined;
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || Number.isNaN(until))
    throw new S3Error('InvalidArgument');
  return { mode, until };
}

/** What HEAD and GET say only when it is asked for, or to who may know it. */
export interface Told {
  readonly checksum: boolean;
  /** "The number of tags, if any, when you have the relevant permission to read object tags" (API Reference, GetObject). */
  readonly tagCount: boolean;
}

/** All that HEAD and GET say of a version. */
export function describe(version: Version, told: Told): Record<string, string> {
  const { retention, checksum, tags } = version;
  const metadata = Object.entries(version.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
  return {
    ...version.headers,
    ...Object.fromEntries(metadata),
    ...version.encryption,
    'accept-ranges': 'bytes',
    etag: version.etag,
    'last-modified': new Date(version.lastModified).toUTCString(),
    ...(version.storageClass === 'STANDARD' ? {} : { 'x-amz-storage-class': version.storageClass }),
    ...(version.restored ? { 'x-amz-restore': 'ongoing-request="false"' } : {}),
    ...(tags.length > 0 && told.tagCount ? { 'x-amz-tagging-count': String(tags.length) } : {}),
    ...(version.legalHold ? { 'x-amz-object-lock-legal-hold': 'ON' } : {}),
    ...(retention ? { 'x-amz-object-lock-mode': retention.mode } : {}),
    ...(retention ? { 'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString() } : {}),
    ...(checksum && told.checksum
      ? { [headerOf(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type }
      : {}),
  };
}

/** @throws S3Error InvalidObjectState: archived bytes have to be restored first */
export function demandReadable(
  { bucket, denials }: Pick<Call, 'bucket' | 'denials'>,
  version: Version,
): void {
  if (isArchived(version)) {
    throw new S3Error('InvalidObjectState', { elements: { StorageClass: version.storageClass } });
  }
  if (usesKms(version.encryption)) denials.check('kms:Decrypt', bucket.name, version.key);
}
