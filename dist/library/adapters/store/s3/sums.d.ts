import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
/** What S3 may know of an object's bytes. */
export declare const SUMS: readonly ['ChecksumCRC64NVME', 'ChecksumCRC32C', 'ChecksumCRC32', 'ChecksumSHA256', 'ChecksumSHA1'];
/** Of parts: it depends on where these were cut. */
export declare const isComposite: ({ ChecksumType }: HeadObjectCommandOutput) => boolean;
/** Those of the whole object, as `crc64nvme:…`; a HEAD tells them where it is asked to. */
export declare const wholeSums: (answer: HeadObjectCommandOutput) => readonly string[];
