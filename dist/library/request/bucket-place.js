import { printable } from '../domain/version.js';
import { hasControl } from './option-reader.js';
// A bucket name of S3 or GCS, old ones with capitals and underscores included, or the ARN of an S3 access point.
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,220}[A-Za-z0-9]$/;
const ACCESS_POINT = /^arn:[a-z0-9-]+:s3[a-z0-9-]*:[a-z0-9-]*:\d{0,12}:[A-Za-z0-9/:._-]{1,200}$/;
/** Directory buckets (S3 Express One Zone) and their access points: they list in no order, which the log rests on. */
const DIRECTORY = /--xa?-s3$|^arn:[a-z0-9-]+:s3express:/;
/** Always asked for: the guide's `default-bucket` may be a stranger's. */
export function readBucketName(reader, name, type, bucket) {
    if (bucket === undefined)
        return '';
    if (/^[a-z0-9]+:\/\//i.test(bucket)) {
        reader.problem(name, `'${withoutCredentials(bucket)}' is a URL; give the bucket's name alone`);
    }
    else if (!BUCKET.test(bucket) && !(type === 's3' && ACCESS_POINT.test(bucket))) {
        reader.problem(name, `'${printable(bucket)}' is not a bucket name`);
    }
    else if (type === 's3' && DIRECTORY.test(bucket)) {
        const why = "it lists objects in no order, so the log's newest record can't be found";
        reader.problem(name, `'${printable(bucket)}' is a directory bucket, which is not supported: ${why}`);
    }
    return bucket;
}
/** For messages: what stands before an '@' may be a secret. */
export const withoutCredentials = (text) => printable(text.replace(/^([^/]*:\/\/)?[^/]*@/, '$1'));
/** A folder in the bucket, without '/' at either end; empty for the whole bucket. */
export function readPrefix(reader, name, given) {
    const prefix = given.replace(/^\//, '').replace(/\/$/, '');
    if (given.includes('//') || prefix.split('/').some((part) => part === '.' || part === '..')) {
        reader.problem(name, `'${printable(given)}' contains an empty folder name, '.' or '..'`);
    }
    if (hasControl(prefix))
        reader.problem(name, 'contains a control character');
    if (new TextEncoder().encode(prefix).length > 512)
        reader.problem(name, 'is longer than 512 bytes');
    return prefix;
}
