import { isUniform } from './acl.ts';
import type { Bucket } from './bucket.ts';
import { retainedUntil } from './guards.ts';
import type { AclEntry, StoredVersion } from './types.ts';

export type Projection = 'full' | 'noAcl';

/** RFC 3339 with milliseconds. */
const time = (milliseconds: number | undefined): string | undefined =>
  milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();

export const etagOf = (version: StoredVersion): string =>
  Buffer.from(`${version.generation}/${version.metageneration}`).toString('base64');

/** An object as the JSON API shows it: cloud.google.com/storage/docs/json_api/v1/objects#resource. */
export function objectResource(
  bucket: Bucket,
  version: StoredVersion,
  projection: Projection,
  origin: string,
): Record<string, unknown> {
  const path = `/storage/v1/b/${bucket.name}/o/${encodeURIComponent(version.name)}`;
  const generation = String(version.generation);
  const shown = projection === 'full' && !isUniform(bucket);
  return {
    kind: 'storage#object',
    id: `${bucket.name}/${version.name}/${generation}`,
    selfLink: `${origin}${path}`,
    mediaLink: `${origin}/download${path}?generation=${generation}&alt=media`,
    name: version.name,
    bucket: bucket.name,
    generation,
    metageneration: String(version.metageneration),
    etag: etagOf(version),
    size: String(version.content.size),
    crc32c: version.content.crc32c,
    md5Hash: version.content.md5Hash,
    componentCount: version.content.md5Hash === undefined ? 2 : undefined,
    contentType: version.contentType,
    cacheControl: version.cacheControl,
    contentEncoding: version.contentEncoding,
    contentDisposition: version.contentDisposition,
    contentLanguage: version.contentLanguage,
    customTime: version.customTime,
    storageClass: version.storageClass,
    kmsKeyName: version.kmsKeyName,
    metadata: version.metadata,
    contexts: version.contexts,
    eventBasedHold: version.eventBasedHold,
    temporaryHold: version.temporaryHold,
    retention: version.retention,
    ...timesOf(bucket, version),
    acl: shown ? version.acl?.map((entry) => aclResource(bucket, version, entry)) : undefined,
    owner: shown ? { entity: 'user-tester@example.iam.gserviceaccount.com' } : undefined,
  };
}

function timesOf(bucket: Bucket, version: StoredVersion): Record<string, string | undefined> {
  const soft = version.state === 'soft-deleted';
  return {
    timeCreated: time(version.created),
    updated: time(version.updated),
    timeStorageClassUpdated: time(version.created),
    timeFinalized: time(version.created),
    timeDeleted: soft ? undefined : time(version.deleted),
    softDeleteTime: soft ? time(version.deleted) : undefined,
    hardDeleteTime: time(version.hardDelete),
    retentionExpirationTime: time(retainedUntil(bucket, version)),
  };
}

export function aclResource(bucket: Bucket, version: StoredVersion, entry: AclEntry): object {
  const { generation, name } = version;
  const id = `${bucket.name}/${name}/${generation}/${entry.entity}`;
  return {
    kind: 'storage#objectAccessControl',
    id,
    bucket: bucket.name,
    object: name,
    generation: String(generation),
    ...entry,
  };
}
