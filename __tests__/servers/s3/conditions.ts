import type { Headers } from './answer.ts';
import { S3Error } from './errors.ts';
import type { Version } from './version.ts';

/**
 * If-None-Match and If-Match of a write, held against the current version of the key that it would write. User Guide,
 * "How to prevent object overwrites with conditional writes": `*` is all that If-None-Match takes; it succeeds where
 * the current version is a delete marker; If-Match on what isn't there is a 404.
 * @throws S3Error PreconditionFailed, NoSuchKey, NotImplemented
 */
export function checkWrite(headers: Headers, key: string, current: Version | undefined): void {
  const wanted = headers['if-match'];
  const unwanted = headers['if-none-match'];
  if (unwanted !== undefined && (unwanted !== '*' || wanted !== undefined)) {
    throw new S3Error('NotImplemented', { elements: { Header: 'If-None-Match' } });
  }
  if (unwanted !== undefined && current) failed('If-None-Match');
  if (wanted !== undefined) checkMatch(wanted, key, current);
}

/**
 * If-Match of a delete. User Guide, "How to perform conditional deletes": only the current version counts, also where
 * the delete names another; a delete marker is nothing that exists. What isn't there is answered 404 NoSuchKey, as it
 * was measured (the page has 412 in one place and Not Found in another).
 * @throws S3Error PreconditionFailed, NoSuchKey
 */
export function checkMatch(wanted: string, key: string, current: Version | undefined): void {
  if (!current) throw new S3Error('NoSuchKey', { elements: { Key: key } });
  if (!includes(wanted, current.etag)) failed('If-Match');
}

/** x-amz-copy-source-if-*: every failure is a 412 (API Reference, CopyObject). @throws S3Error PreconditionFailed */
export function checkCopySource(headers: Headers, source: Version): void {
  const { match, none, modified, unmodified } = conditionsOf(headers, 'x-amz-copy-source-if-');
  if (match !== undefined && !includes(match, source.etag)) failed('x-amz-copy-source-If-Match');
  if (match === undefined && isAfter(source, unmodified)) failed('x-amz-copy-source-If-Unmodified-Since');
  if (none !== undefined && includes(none, source.etag)) failed('x-amz-copy-source-If-None-Match');
  if (none === undefined && modified && !isAfter(source, modified))
    failed('x-amz-copy-source-If-Modified-Since');
}

/**
 * The conditions of a read, in RFC 9110's order.
 * @returns whether it is answered 304
 * @throws S3Error PreconditionFailed
 */
export function isNotModified(headers: Headers, version: Version): boolean {
  const { match, none, modified, unmodified } = conditionsOf(headers, 'if-');
  if (match !== undefined && !includes(match, version.etag)) failed('If-Match');
  if (match === undefined && isAfter(version, unmodified)) failed('If-Unmodified-Since');
  if (none !== undefined) return includes(none, version.etag);
  return modified !== undefined && !isAfter(version, modified);
}

function conditionsOf(headers: Headers, prefix: string) {
  return {
    match: headers[`${prefix}match`],
    none: headers[`${prefix}none-match`],
    modified: headers[`${prefix}modified-since`],
    unmodified: headers[`${prefix}unmodified-since`],
  };
}

/** Quotes don't count in S3's comparison. */
function includes(list: string, etag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^(W\/)?"?|"$/g, '');
  return list.trim() === '*' || list.split(',').some((each) => bare(each) === bare(etag));
}

function isAfter(version: Version, date: string | undefined): boolean {
  return date !== undefined && version.lastModified > Date.parse(date);
}

function failed(condition: string): never {
  throw new S3Error('PreconditionFailed', { elements: { Condition: condition } });
}
