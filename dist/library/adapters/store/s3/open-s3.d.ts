import type { S3StoreOptions, S3StoreParts } from './options.ts';
import { S3Store } from './s3-store.ts';
/** A store with this process's chance and environment; sends nothing yet. */
export declare function openS3(options: S3StoreOptions, parts: Pick<S3StoreParts, 'clock' | 'debug'>): Promise<S3Store>;
