import { demandReadable } from './attributes.ts';
import type { Bucket } from './bucket.ts';
import type { Call } from './call.ts';
import { checkCopySource } from './conditions.ts';
import { S3Error } from './errors.ts';
import type { Version } from './version.ts';

export interface CopySource {
  readonly bucket: Bucket;
  readonly version: Version;
  /** `x-amz-copy-source-version-id`, where the source's bucket has versions. */
  readonly headers: Record<string, string>;
}

/**
 * The version that `x-amz-copy-source` names, readable and as the conditions want it.
 * @throws S3Error NoSuchKey, NoSuchVersion, InvalidObjectState, PreconditionFailed, AccessDenied
 */
export function copySource(call: Call): CopySource {
  const { request, state, denials, weaknesses } = call;
  const header = request.headers['x-amz-copy-source'] ?? '';
  const [, encoded = '', versionId] = /^\/?(.*?)(?:\?versionId=(.*))?$/.exec(header) ?? [];
  const path = decodeURIComponent(encoded);
  const slash = path.indexOf('/');
  if (slash < 1)
    throw new S3Error('InvalidArgument', { message: 'Copy Source must mention the source bucket' });
  const bucket = state.bucket(path.slice(0, slash));
  const key = path.slice(slash + 1);
  denials.check(versionId ? 's3:GetObjectVersion' : 's3:GetObject', bucket.name, key);
  const version = versionId ? bucket.version(key, versionId) : bucket.current(key);
  if (!version) throw new S3Error(versionId ? 'NoSuchVersion' : 'NoSuchKey', { elements: { Key: key } });
  if (version.isDeleteMarker) {
    const message =
      'The source of a copy request may not specifically refer to a delete marker by version id.';
    throw new S3Error('InvalidRequest', { message });
  }
  if (!weaknesses.ignoresCopySourceConditions) checkCopySource(request.headers, version);
  demandReadable({ bucket, denials }, version);
  const headers = bucket.versioning ? { 'x-amz-copy-source-version-id': version.versionId } : {};
  return { bucket, version, headers };
}
