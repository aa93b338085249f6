/** What S3 may know of an object's bytes. */
export const SUMS = [
    'ChecksumCRC64NVME',
    'ChecksumCRC32C',
    'ChecksumCRC32',
    'ChecksumSHA256',
    'ChecksumSHA1',
];
/** Of parts: it depends on where these were cut. */
export const isComposite = ({ ChecksumType }) => ChecksumType === 'COMPOSITE';
/** Those of the whole object, as `crc64nvme:…`; a HEAD tells them where it is asked to. */
export const wholeSums = (answer) => isComposite(answer)
    ? []
    : SUMS.flatMap((sum) => {
        const value = answer[sum];
        return value === undefined ? [] : [`${sum.replace('Checksum', '').toLowerCase()}:${value}`];
    });
