/**
 * The `x-amz-copy-source` header: the path of bucket and key, each part percent-encoded. '+' too, which would be taken
 * for a blank; '//' stays. Of an access point it is its ARN, then `/object/`.
 */
export function copySourceOf(bucket, bucketKey) {
    const key = bucketKey.split('/').map(encodeURIComponent).join('/');
    return bucket.startsWith('arn:') ? `${bucket}/object/${key}` : `${bucket}/${key}`;
}
