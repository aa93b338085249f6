import type { Bucket } from './bucket.ts';
import type { S3State } from './state.ts';
import type { Version } from './version.ts';

/** A version without its bytes, which `md5` stands for. */
export type VersionSnapshot = Omit<Version, 'content' | 'sequence'> & {
  readonly size: number;
  readonly md5: string;
};

export interface BucketSnapshot {
  readonly versioning: string | undefined;
  /** By key, in S3's order; newest versions first. */
  readonly objects: Readonly<Record<string, readonly VersionSnapshot[]>>;
  /** Keys of the uploads that are open. */
  readonly uploads: readonly string[];
}

/** All of a state as plain values, to be compared and printed. */
export function snapshotOf(state: S3State): Record<string, BucketSnapshot> {
  return Object.fromEntries([...state.buckets].map(([name, bucket]) => [name, bucketSnapshot(bucket)]));
}

function bucketSnapshot(bucket: Bucket): BucketSnapshot {
  const objects = [...bucket.index.entries()].map(([key, history]) => [key, history.map(versionSnapshot)]);
  return {
    versioning: bucket.versioning,
    objects: Object.fromEntries(objects),
    uploads: [...bucket.uploads.values()].map(({ key }) => key),
  };
}

function versionSnapshot({ content, sequence: _, ...rest }: Version): VersionSnapshot {
  return { ...rest, size: content.size, md5: content.md5() };
}
