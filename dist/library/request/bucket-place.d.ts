import { type OptionReader } from './option-reader.ts';
import type { OptionName } from './options.ts';
/** Always asked for: the guide's `default-bucket` may be a stranger's. */
export declare function readBucketName(reader: OptionReader, name: OptionName, type: 's3' | 'gcs', bucket: string | undefined): string;
/** For messages: what stands before an '@' may be a secret. */
export declare const withoutCredentials: (text: string) => string;
/** A folder in the bucket, without '/' at either end; empty for the whole bucket. */
export declare function readPrefix(reader: OptionReader, name: OptionName, given: string): string;
