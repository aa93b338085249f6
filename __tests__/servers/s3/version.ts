import { createHash } from 'node:crypto';
import type { Checksum } from './checksums.ts';
import { Content } from './content.ts';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface Retention {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** What stands beside an object's bytes. */
export interface Attributes {
  /** The headers that come back as they were sent: content-type, cache-control, … */
  readonly headers: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  readonly storageClass: string;
  /** `x-amz-server-side-encryption` and what goes with it, as headers. */
  readonly encryption: Readonly<Record<string, string>>;
  /** A canned ACL's name, or the `Grant` elements that were put. */
  readonly acl: string;
  readonly legalHold: boolean;
  readonly retention: Retention | undefined;
  readonly checksum: Checksum | undefined;
  /** An archived object of which a copy can be read for a while. */
  readonly restored: boolean;
}

/** One version of a key, or a delete marker. Never changed: another value takes its place. */
export interface Version extends Attributes {
  readonly key: string;
  /** `null` where versioning was not enabled. */
  readonly versionId: string;
  /** Rises with every write to the server: the order of versions. */
  readonly sequence: number;
  readonly isDeleteMarker: boolean;
  readonly content: Content;
  /** Quoted, as in a header. */
  readonly etag: string;
  /** Milliseconds since the epoch, cut to the second as S3 has it. */
  readonly lastModified: number;
}

export const PLAIN: Attributes = {
  headers: { 'content-type': 'binary/octet-stream' },
  metadata: {},
  tags: [],
  storageClass: 'STANDARD',
  encryption: { 'x-amz-server-side-encryption': 'AES256' },
  acl: 'private',
  legalHold: false,
  retention: undefined,
  checksum: undefined,
  restored: false,
};

const NOTHING = Content.of('');

/** What a new version is made of; `etag` where it isn't the MD5 of the bytes. */
export type NewVersion = Partial<Attributes> & { readonly content: Content; readonly etag?: string };

/** What a delete marker is made of. */
export const MARKER = { ...PLAIN, content: NOTHING, etag: '', isDeleteMarker: true } as const;

/**
 * The MD5 of the bytes, but where KMS encrypts: there every write has another (API Reference, "Object", ETag).
 * @param write tells the writes of the same bytes apart
 */
export function etagOf(content: Content, encryption: Attributes['encryption'], write: number): string {
  const md5 = content.md5();
  if (!usesKms(encryption)) return `"${md5}"`;
  return `"${createHash('md5').update(`${write} ${md5}`).digest('hex')}"`;
}

export function usesKms(encryption: Attributes['encryption']): boolean {
  return encryption['x-amz-server-side-encryption']?.startsWith('aws:kms') ?? false;
}

/** Archived and not restored: it can be neither read nor copied. */
export function isArchived(version: Version): boolean {
  return /^(GLACIER|DEEP_ARCHIVE)$/.test(version.storageClass) && !version.restored;
}
