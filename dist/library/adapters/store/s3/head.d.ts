import { type HeadObjectCommandInput, type HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { Send } from './caller.ts';
/**
 * A HEAD. One that is refused comes without a body, so without a reason: an expired token, a clock that is off, a
 * customer's own key and a missing permission look alike. A GET of the same tells, and needs no other permission.
 */
export declare const headOf: ({ Bucket, Key, ChecksumMode }: HeadObjectCommandInput) => Send<HeadObjectCommandOutput>;
