import type { Bucket } from './bucket.ts';

/** A bucket as the JSON API shows it: cloud.google.com/storage/docs/json_api/v1/buckets#resource. */
export function bucketResource(bucket: Bucket, origin: string): Record<string, unknown> {
  const created = new Date(bucket.created).toISOString();
  const { config } = bucket;
  const since = (policy: object | undefined): object | undefined =>
    policy === undefined ? undefined : { effectiveTime: created, ...policy };
  return {
    kind: 'storage#bucket',
    id: bucket.name,
    name: bucket.name,
    selfLink: `${origin}/storage/v1/b/${bucket.name}`,
    projectNumber: '1',
    metageneration: String(bucket.metageneration),
    etag: Buffer.from(String(bucket.metageneration)).toString('base64'),
    locationType: 'region',
    timeCreated: created,
    updated: created,
    ...config,
    retentionPolicy: since(config.retentionPolicy),
    softDeletePolicy: since(config.softDeletePolicy),
  };
}
