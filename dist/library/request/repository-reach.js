import { REPOSITORY_TYPES } from '../domain/types.js';
import { withoutCredentials } from './bucket-place.js';
/** Where it is, for people: a path, or a store's URL without anything secret. */
export function locationOf(repository) {
    if (repository.type === 'local')
        return repository.path;
    return locationIn(repository.type, repository.bucket, repository.prefix);
}
/** Of options that are no order: which kind of repository was meant, as far as they say, and where; empty where they don't. */
export function placeGiven(raw) {
    const short = raw.repository;
    const [, scheme] = /^(s3|gs):\/\//.exec(short ?? '') ?? [];
    const type = short === undefined
        ? (REPOSITORY_TYPES.find((each) => each === raw['repository-type']) ?? 'local')
        : { s3: 's3', gs: 'gcs' }[scheme];
    return {
        repository_type: type ?? 'local',
        repository_location: withoutCredentials(short ?? partsGiven(raw, type ?? 'local')),
    };
}
function partsGiven(raw, type) {
    if (type === 'local')
        return raw['repository-path'] ?? '';
    const [bucket = '', prefix = ''] = [raw['repository-bucket'], raw['repository-prefix']];
    return bucket === '' ? '' : locationIn(type, bucket, prefix);
}
const locationIn = (type, bucket, prefix) => `${type === 's3' ? 's3' : 'gs'}://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
/**
 * The options besides the type that lead to the same bucket again, and to the same backups in it; undefined for a
 * folder, whose location says all. How patient we are with the store is nobody's business later.
 */
export function reachOf(repository) {
    if (repository.type === 'local')
        return undefined;
    const { type, bucket, prefix, backupPrefix, endpoint, singleWriter } = repository;
    const own = type === 's3' ? reachOfS3(repository) : { 'gcs-project-id': repository.projectId };
    return given({
        'repository-bucket': bucket,
        'repository-prefix': prefix,
        'backup-prefix': backupPrefix,
        [`${type}-endpoint`]: endpoint,
        ...own,
        'single-writer': singleWriter ? 'true' : '',
    });
}
/** Where it is and what leads there, as reports have it. */
export function whereIs(repository) {
    const options = reachOf(repository);
    const place = { repository_type: repository.type, repository_location: locationOf(repository) };
    return options === undefined ? place : { ...place, repository_options: options };
}
/** So that the report alone says how to undo what it tells of. */
export function withReach(report, repository) {
    const options = reachOf(repository);
    return options === undefined ? report : { ...report, repository_options: options };
}
const reachOfS3 = ({ region, forcePathStyle, }) => ({
    's3-region': region,
    's3-force-path-style': forcePathStyle ? 'true' : '',
});
function given(options) {
    return Object.fromEntries(Object.entries(options).filter((each) => each[1] !== undefined && each[1] !== ''));
}
