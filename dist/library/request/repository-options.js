import { readBucketOptions, readProjectId, readRegion } from './bucket-options.js';
import { refuseForeignOptions } from './foreign-options.js';
import { readPlace } from './repository-place.js';
/** Where the repository is. Problems are collected in the reader; the value counts only without any. */
export function readRepository(reader) {
    const place = readPlace(reader);
    refuseForeignOptions(reader, place);
    switch (place.type) {
        case 'local':
            return { type: 'local', path: place.path };
        case 's3':
            return {
                type: 's3',
                ...readBucketOptions(reader, place, 's3-endpoint'),
                region: readRegion(reader),
                forcePathStyle: reader.flag('s3-force-path-style'),
            };
        case 'gcs':
            return {
                type: 'gcs',
                ...readBucketOptions(reader, place, 'gcs-endpoint'),
                projectId: readProjectId(reader),
            };
    }
}
