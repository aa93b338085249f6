import { withoutCredentials } from './bucket-place.js';
/** Where it is, for people: a path, or a store's URL without anything secret. */
export function locationOf(repository) {
    if (repository.type === 'local')
        return repository.path;
    const { type, bucket, prefix } = repository;
    const scheme = type === 's3' ? 's3' : 'gs';
    return `${scheme}://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
}
/** Where it would have been, of options that are no order. */
export function locationGiven(raw) {
    const given = raw.repository ?? raw['repository-path'] ?? raw['repository-bucket'] ?? '';
    return withoutCredentials(given);
}
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
