import { REPOSITORY_TYPES } from '../domain/types.js';
import { printable } from '../domain/version.js';
import { readBucketName, readPrefix, withoutCredentials } from './bucket-place.js';
import { andList } from './option-reader.js';
import { DEFAULTS } from './options.js';
/** What `repository` says in one. */
export const PARTS = [
    'repository-type',
    'repository-path',
    'repository-bucket',
    'repository-prefix',
];
const SHORT = 'repository';
const FORMS = 's3://BUCKET/PREFIX, gs://BUCKET/PREFIX or the path of a folder';
const SCHEMES = { s3: 's3', gs: 'gcs' };
/** Which kind of repository it is, and where: by the short form, or by its parts. */
export function readPlace(reader) {
    const short = reader.given(SHORT);
    if (short === undefined)
        return readParts(reader);
    const parts = PARTS.filter((part) => reader.given(part) !== undefined).map((part) => reader.label(part));
    if (parts.length > 0) {
        reader.problem(SHORT, `says ${andList(parts)} as well; give one or the other`);
    }
    return readShort(reader, short);
}
function readParts(reader) {
    const type = reader.choice('repository-type', REPOSITORY_TYPES, DEFAULTS['repository-type']);
    const given = reader.given('repository-type');
    const said = given === undefined || given === type ? `${reader.label('repository-type')} is ${type}` : undefined;
    if (type === 'local') {
        const path = reader.path('repository-path') ?? DEFAULTS['repository-path'];
        return { type, path, said };
    }
    const [bucket, prefix] = [reader.given('repository-bucket'), reader.given('repository-prefix') ?? ''];
    if (bucket === undefined) {
        reader.problem('repository-bucket', `is required for a repository of type ${type}`);
    }
    return {
        type,
        bucket: readBucketName(reader, 'repository-bucket', type, bucket),
        prefix: readPrefix(reader, 'repository-prefix', prefix),
        said,
    };
}
/** `s3://bucket/prefix`, `gs://bucket/prefix` or a path. What follows the bucket is a key, not a URL: `%`, `?` and `#` are themselves. */
function readShort(reader, short) {
    const [, scheme = '', bucket = '', prefix = ''] = /^(s3|gs):\/\/([^/]*)\/?(.*)$/s.exec(short) ?? [];
    if (scheme === 's3' || scheme === 'gs') {
        const type = SCHEMES[scheme];
        refuseUnlikelyBucket(reader, bucket, scheme);
        return {
            type,
            bucket: readBucketName(reader, SHORT, type, known(bucket)),
            // The first '/' ended the bucket; one more would begin a key, and is not ours to forgive.
            prefix: readPrefix(reader, SHORT, `/${prefix}`),
            said: `${reader.label(SHORT)} is of type ${type}`,
        };
    }
    const problem = schemeProblem(short);
    if (problem !== undefined)
        reader.problem(SHORT, problem);
    const path = problem === undefined ? (reader.path(SHORT) ?? '') : '';
    const said = problem === undefined ? `${reader.label(SHORT)} is a path` : undefined;
    return { type: 'local', path, said };
}
/** Those that `refuseUnlikelyBucket` spoke about are not judged again. */
const known = (bucket) => bucket === '' || bucket.includes('@') || bucket.startsWith('arn:') ? undefined : bucket;
function refuseUnlikelyBucket(reader, bucket, scheme) {
    if (bucket === '')
        reader.problem(SHORT, `names no bucket; use ${scheme}://BUCKET/PREFIX`);
    // Not shown: what stands before the '@' may be a secret.
    else if (bucket.includes('@')) {
        reader.problem(SHORT, 'contains an @ in the bucket; credentials do not belong here, the SDKs find them');
    }
    else if (bucket.startsWith('arn:')) {
        const [type, name] = [reader.label('repository-type'), reader.label('repository-bucket')];
        reader.problem(SHORT, `can't hold the ARN of an access point; use ${type} and ${name}`);
    }
}
/** Whatever looks like a scheme most likely means a store: as a path, the wrong repository would change. */
function schemeProblem(short) {
    const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(short) ?? [];
    const meant = { s3: 's3', s3a: 's3', s3n: 's3', gs: 'gs', gcs: 'gs' }[scheme.toLowerCase()];
    if (meant !== undefined)
        return `'${withoutCredentials(short)}' has another scheme than ours; write ${meant}://${withoutCredentials(rest)}`;
    if (scheme.toLowerCase() === 'file')
        return `'${printable(short)}' is a URL; give the folder's path alone`;
    if (scheme !== '')
        return `${printable(scheme)}:// is no scheme that we know; use ${FORMS}`;
    const [, store] = /^(s3|gs|gcs):/i.exec(short) ?? [];
    if (store !== undefined) {
        return `'${withoutCredentials(short)}' is neither a store nor a plain path; use ${FORMS} (a folder of that name: ./${withoutCredentials(short)})`;
    }
    return undefined;
}
