import { andList } from './option-reader.js';
import { PARTS } from './repository-place.js';
const STORES = ['s3', 'gcs'];
/** Which types of repository an option is for; those that are not here are for all. */
const WHOSE = {
    'repository-path': ['local'],
    'repository-bucket': STORES,
    'repository-prefix': STORES,
    'backup-prefix': STORES,
    's3-endpoint': ['s3'],
    's3-region': ['s3'],
    's3-force-path-style': ['s3'],
    'gcs-endpoint': ['gcs'],
    'gcs-project-id': ['gcs'],
    concurrency: STORES,
    'request-timeout': STORES,
    retries: STORES,
    'single-writer': STORES,
};
/** A bucket beside type local most likely means that the type was forgotten: the wrong repository would change. */
export function refuseForeignOptions(reader, { type, said }) {
    // A misspelt type is told already, and leaves open what belongs to it.
    if (said === undefined)
        return;
    const inShort = reader.given('repository') !== undefined;
    for (const [name, types] of Object.entries(WHOSE)) {
        if (reader.given(name) === undefined || types.includes(type))
            continue;
        // Beside the short form its parts are refused by another rule.
        if (inShort && PARTS.includes(name))
            continue;
        reader.problem(name, `is for ${andList(types)}, and ${said}`);
    }
}
