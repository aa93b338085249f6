import type { Answer } from './answer.ts';
import type { Bucket } from './bucket.ts';
import type { Denials } from './denials.ts';
import { S3Error } from './errors.ts';
import type { S3Request } from './request.ts';
import type { Limits, Weaknesses } from './settings.ts';
import type { S3State } from './state.ts';
import type { Version } from './version.ts';

/** All that a handler works with. It runs to its end without waiting, so every request is atomic. */
export interface Call {
  readonly request: S3Request;
  readonly state: S3State;
  readonly bucket: Bucket;
  readonly weaknesses: Weaknesses;
  readonly limits: Limits;
  readonly denials: Denials;
}

export type Handler = (call: Call) => Answer;

/**
 * The version that a request names, or the current one.
 * @throws S3Error NoSuchVersion, NoSuchKey (AccessDenied for who may not list), MethodNotAllowed for a marker by id
 */
export function requestedVersion({ request, bucket, denials }: Call): Version {
  const { key, query } = request;
  const versionId = query.get('versionId');
  const history = bucket.history(key);
  const found = versionId === null ? history[0] : bucket.version(key, versionId);
  if (!found || (versionId === null && found.isDeleteMarker)) {
    // GetObject, "Permissions": who can't list learns nothing about what is not there.
    denials.check('s3:ListBucket', bucket.name, key);
    const code = versionId === null ? 'NoSuchKey' : 'NoSuchVersion';
    throw new S3Error(code, { elements: { Key: key }, headers: found ? markerHeaders(found) : {} });
  }
  if (found.isDeleteMarker) {
    throw new S3Error('MethodNotAllowed', { headers: { ...markerHeaders(found), allow: 'DELETE' } });
  }
  return found;
}

export function markerHeaders(marker: Version): Record<string, string> {
  return { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId };
}

/** `x-amz-version-id`, in buckets that have or had versioning. */
export function versionHeader(bucket: Bucket, version: Version): Record<string, string> {
  return bucket.versioning ? { 'x-amz-version-id': version.versionId } : {};
}

/** Whether versions are a thing at all here. @throws S3Error NotImplemented */
export function demandVersioning({ weaknesses }: Pick<Call, 'weaknesses'>): void {
  if (weaknesses.lacksVersioning) throw new S3Error('NotImplemented');
}
