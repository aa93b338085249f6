/**
 * The `x-amz-copy-source` header: the path of bucket and key, each part percent-encoded. '+' too, which would be taken
 * for a blank; '//' stays. Of an access point it is its ARN, then `/object/`.
 */
export declare function copySourceOf(bucket: string, bucketKey: string): string;
