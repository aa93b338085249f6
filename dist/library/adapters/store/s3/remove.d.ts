import { type DeleteObjectCommandOutput } from '@aws-sdk/client-s3';
import type { Pinned } from '../../../ports/object-store.ts';
import type { Guard } from '../../../ports/workspace.ts';
import { type Dialect, type S3Context } from './context.ts';
/**
 * Deletes what is at `revision`; undefined when it was absent already. Never names a version: where the bucket keeps
 * versions this only places a marker, and nothing is lost.
 */
export declare function removeObject(context: S3Context, { holds, bareEtags }: Dialect, { key, revision }: Pinned, guard: Guard): Promise<DeleteObjectCommandOutput | undefined>;
/** Deletes exactly one stored version or marker for good; one that is gone already is success. */
export declare function removeVersion(context: S3Context, key: string, versionId: string, guard: Guard): Promise<void>;
/** The same of a version that never was, asked as often as a read: nothing can come of it. */
export declare function tryRemoveVersion(context: S3Context, key: string): Promise<void>;
