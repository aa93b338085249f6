import { REPOSITORY_TYPES } from '../domain/types.ts';
import { printable } from '../domain/version.ts';
import { hasControl, type OptionReader } from './option-reader.ts';
import { DEFAULTS, type OptionName } from './options.ts';
import type { RepositoryOptions } from './request.ts';

// A bucket name of S3 or GCS, old ones with capitals and underscores included, or the ARN of an S3 access point.
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,220}[A-Za-z0-9]$/;
const ACCESS_POINT = /^arn:[a-z0-9-]+:s3[a-z0-9-]*:[a-z0-9-]*:\d{0,12}:[A-Za-z0-9/:._-]{1,200}$/;

/** Where the repository is. Problems are collected in the reader; the value counts only without any. */
export function readRepository(reader: OptionReader): RepositoryOptions {
  const type = reader.choice('repository-type', REPOSITORY_TYPES, DEFAULTS['repository-type']);
  if (type !== 'local') return { type, bucket: readBucket(reader, type), prefix: readPrefix(reader) };
  const path = reader.path('repository-path') ?? DEFAULTS['repository-path'];
  refuseStoreOptions(reader);
  return { type, path };
}

/** A bucket beside type local most likely means that the type was forgotten: the wrong repository would change. */
function refuseStoreOptions(reader: OptionReader): void {
  const type = reader.given('repository-type');
  if (type !== undefined && type !== 'local') return;
  for (const name of ['repository-bucket', 'repository-prefix'] satisfies OptionName[]) {
    if (reader.given(name) !== undefined) {
      reader.problem(name, `is for s3 and gcs, and ${reader.label('repository-type')} is local`);
    }
  }
}

/** Always asked for: the guide's `default-bucket` may be a stranger's. */
function readBucket(reader: OptionReader, type: string): string {
  const name = 'repository-bucket';
  const bucket = reader.given(name);
  if (bucket === undefined) {
    reader.problem(name, `is required for a repository of type ${type}`);
  } else if (/^[a-z0-9]+:\/\//i.test(bucket)) {
    reader.problem(name, `'${printable(bucket)}' is a URL; give the bucket's name alone`);
  } else if (!BUCKET.test(bucket) && !(type === 's3' && ACCESS_POINT.test(bucket))) {
    reader.problem(name, `'${printable(bucket)}' is not a bucket name`);
  }
  return bucket ?? '';
}

/** A folder in the bucket, without '/' at either end; empty for the whole bucket. */
function readPrefix(reader: OptionReader): string {
  const name = 'repository-prefix';
  const prefix = (reader.given(name) ?? '').replace(/^\//, '').replace(/\/$/, '');
  const parts = prefix === '' ? [] : prefix.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    reader.problem(name, `'${printable(prefix)}' contains an empty folder name, '.' or '..'`);
  }
  if (hasControl(prefix)) reader.problem(name, 'contains a control character');
  if (new TextEncoder().encode(prefix).length > 512) reader.problem(name, 'is longer than 512 bytes');
  return prefix;
}
