import { type Answer, empty, xmlAnswer } from './answer.ts';
import { type Call, demandVersioning, markerHeaders } from './call.ts';
import { checkDigests } from './checksums.ts';
import { checkMatch } from './conditions.ts';
import { S3Error } from './errors.ts';
import { demandUnlocked } from './locks.ts';
import type { Version } from './version.ts';
import { childrenOf, childText, document, type Element, leaf, node, parseXml } from './xml.ts';

interface Target {
  readonly key: string;
  readonly versionId: string | undefined;
  readonly ifMatch: string | undefined;
}

interface Deleted {
  /** The marker that the delete made. */
  readonly made: Version | undefined;
  /** The version that it took out for good. */
  readonly removed: Version | undefined;
}

export function deleteObject(call: Call): Answer {
  const { key, query, headers } = call.request;
  const target = { key, versionId: query.get('versionId') ?? undefined, ifMatch: headers['if-match'] };
  const { made, removed } = deleteOne(call, target);
  if (made) return empty(204, markerHeaders(made));
  return empty(204, {
    ...(target.versionId ? { 'x-amz-version-id': target.versionId } : {}),
    ...(removed?.isDeleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
  });
}

/**
 * Up to 1,000 keys, each with its own end (API Reference, DeleteObjects).
 * @throws S3Error InvalidRequest without a digest, MalformedXML for too many, for none, or for what isn't understood
 */
export function deleteObjects(call: Call): Answer {
  const { headers, body } = call.request;
  if (
    !Object.keys(headers).some((name) => name === 'content-md5' || /^x-amz-checksum-(crc|sha)/.test(name))
  ) {
    const message = 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*';
    throw new S3Error('InvalidRequest', { message });
  }
  checkDigests(headers, body);
  const asked = parseXml(body.toString());
  const objects = childrenOf(asked, 'Object');
  if (asked.name !== 'Delete' || objects.length === 0 || objects.length > 1000)
    throw new S3Error('MalformedXML');
  const quiet = childText(asked, 'Quiet') === 'true';
  const results = objects.map(targetIn).map((target) => deleteOfMany(call, target, quiet));
  return xmlAnswer(document('DeleteResult', ...results));
}

function targetIn(element: Element): Target {
  const key = childText(element, 'Key');
  if (!key) throw new S3Error('MalformedXML');
  return { key, versionId: childText(element, 'VersionId'), ifMatch: childText(element, 'ETag') };
}

function deleteOfMany(call: Call, target: Target, quiet: boolean): string {
  const named = leaf('Key', target.key) + leaf('VersionId', target.versionId);
  try {
    const { made, removed } = deleteOne(call, target);
    const marker = made ?? (removed?.isDeleteMarker ? removed : undefined);
    const about = marker ? leaf('DeleteMarker', true) + leaf('DeleteMarkerVersionId', marker.versionId) : '';
    return quiet ? '' : node('Deleted', named, about);
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return node('Error', named, leaf('Code', error.code), leaf('Message', error.message));
  }
}

function deleteOne(call: Call, { key, versionId, ifMatch }: Target): Deleted {
  const { bucket, denials, weaknesses } = call;
  denials.check(versionId ? 's3:DeleteObjectVersion' : 's3:DeleteObject', bucket.name, key);
  const blind = weaknesses.ignoresConditionsOfAbsentDeletes && bucket.current(key) === undefined;
  if (ifMatch !== undefined && !weaknesses.ignoresConditionalDeletes && !blind) {
    if (ifMatch !== '*') denials.check('s3:GetObject', bucket.name, key);
    checkMatch(ifMatch, key, bucket.current(key));
  }
  if (versionId === undefined) return { made: bucket.delete(key), removed: undefined };
  demandVersioning(call);
  const version = bucket.version(key, versionId);
  if (version) demandUnlocked(call, version);
  return { made: undefined, removed: bucket.deleteVersion(key, versionId) };
}
