import { readBucketOptions, readProjectId, readRegion } from './bucket-options.ts';
import { refuseForeignOptions } from './foreign-options.ts';
import type { OptionReader } from './option-reader.ts';
import { readPlace } from './repository-place.ts';
import type { RepositoryOptions } from './request.ts';

/** Where the repository is. Problems are collected in the reader; the value counts only without any. */
export function readRepository(reader: OptionReader): RepositoryOptions {
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
