import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';

/** What S3 may know of an object's bytes. */
export const SUMS = [
  'ChecksumCRC64NVME',
  'ChecksumCRC32C',
  'ChecksumCRC32',
  'ChecksumSHA256',
  'ChecksumSHA1',
] as const;

/** Of parts: it depends on where these were cut. */
export const isComposite = ({ ChecksumType }: HeadObjectCommandOutput): boolean =>
  ChecksumType === 'COMPOSITE';

/** Those of the whole object, as `crc64nvme:…`; a HEAD tells them where it is asked to. */
export const wholeSums = (answer: HeadObjectCommandOutput): readonly string[] =>
  isComposite(answer)
    ? []
    : SUMS.flatMap((sum) => {
        const value = answer[sum];
        return value === undefined ? [] : [`${sum.replace('Checksum', '').toLowerCase()}:${value}`];
      });
