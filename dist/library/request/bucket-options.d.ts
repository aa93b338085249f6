import type { OptionReader } from './option-reader.ts';
import type { BucketPlace } from './repository-place.ts';
import type { BucketOptions } from './request.ts';
/** What S3 and GCS are told alike. */
export declare function readBucketOptions(reader: OptionReader, { bucket, prefix }: BucketPlace, endpoint: 's3-endpoint' | 'gcs-endpoint'): BucketOptions;
export declare const readRegion: (reader: OptionReader) => string | undefined;
export declare const readProjectId: (reader: OptionReader) => string | undefined;
