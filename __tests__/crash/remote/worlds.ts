import { GcsRemote } from '../../builders/gcs-remote.ts';
import type { RemoteWorld } from '../../builders/remote-world.ts';
import { S3Remote } from '../../builders/s3-remote.ts';

/** By how artifacts are kept. */
export type WorldKind =
  | 'S3, copies'
  | 'S3, versions'
  | 'Google Cloud Storage, moves'
  | 'Google Cloud Storage, rewrites';

export const worlds: readonly { readonly name: WorldKind; start(): Promise<RemoteWorld> }[] = [
  { name: 'S3, copies', start: () => S3Remote.start({ versioned: false }) },
  { name: 'S3, versions', start: () => S3Remote.start({ versioned: true }) },
  { name: 'Google Cloud Storage, moves', start: () => GcsRemote.start({ moves: true }) },
  { name: 'Google Cloud Storage, rewrites', start: () => GcsRemote.start({ moves: false }) },
];
