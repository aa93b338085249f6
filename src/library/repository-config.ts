import { failure } from '../domain/errors.ts';
import { unknownName } from '../request/named-options.ts';
import { OptionReader } from '../request/option-reader.ts';
import type { OptionName } from '../request/options.ts';
import { readRepository } from '../request/repository-options.ts';
import type { RepositoryOptions } from '../request/request.ts';

export type RepositoryType = 'local' | 's3' | 'gcs';

/** Where a repository is (guide, "Programmatic API"): a folder, or a bucket and a prefix in it. */
export interface RepositoryConfig {
  /** Of a local repository, relative to the current folder. */
  readonly path?: string;
  /** Of S3 and GCS. */
  readonly bucket?: string;
  /** Default: the whole bucket. */
  readonly prefix?: string;
  /** Folder in the same bucket, outside the repository, for backups. Default: `.rollback-backups/` below the prefix. */
  readonly backupPrefix?: string;
  /** URL of another server than the vendor's, without credentials. */
  readonly endpoint?: string;
  /** S3. Default: as the SDK finds it. */
  readonly region?: string;
  /** S3: the bucket's name in the path of URLs. Default: false. */
  readonly forcePathStyle?: boolean;
  /** GCS: the project that is billed for the requests, for a bucket whose requesters pay. */
  readonly projectId?: string;
  /** Most requests at once, 1 to 256. Default: 16. */
  readonly concurrency?: number;
  /** Seconds after which one request is given up, 1 to 20. Default: 20. */
  readonly requestTimeout?: number;
  /** How often a request is sent again at most, 0 to 20. Default: 5. */
  readonly retries?: number;
  /** Nobody else writes: take a store that ignores preconditions. Default: false. */
  readonly singleWriter?: boolean;
}

/** The option behind each name, and what it is to be. */
const NAMES: Readonly<
  Record<keyof RepositoryConfig, readonly [OptionName, 'string' | 'number' | 'boolean']>
> = {
  path: ['repository-path', 'string'],
  bucket: ['repository-bucket', 'string'],
  prefix: ['repository-prefix', 'string'],
  backupPrefix: ['backup-prefix', 'string'],
  endpoint: ['s3-endpoint', 'string'],
  region: ['s3-region', 'string'],
  forcePathStyle: ['s3-force-path-style', 'boolean'],
  projectId: ['gcs-project-id', 'string'],
  concurrency: ['concurrency', 'number'],
  requestTimeout: ['request-timeout', 'number'],
  retries: ['retries', 'number'],
  singleWriter: ['single-writer', 'boolean'],
};

/** The same options, with the same checks, as the commands have. Throws BAD_INPUT with every problem. */
export function repositoryOptions(type: RepositoryType, config: RepositoryConfig): RepositoryOptions {
  const problems: string[] = [];
  const raw: { [name in OptionName]?: string } = { 'repository-type': String(type) };
  const labels = new Map<OptionName, string>([['repository-type', 'type']]);
  for (const [name, value] of Object.entries(config ?? {}) as [string, unknown][]) {
    if (value === undefined) continue;
    const [option, kind] = Object.hasOwn(NAMES, name) ? NAMES[name as keyof RepositoryConfig] : [];
    if (option === undefined) problems.push(unknownName(name, Object.keys(NAMES)));
    // Two options of the commands have this one name here.
    else if (name === 'endpoint' && type === 'local') {
      problems.push('endpoint: is for s3 and gcs, and type is local');
    } else if (typeof value !== kind) problems.push(`${name}: is no ${kind}`);
    else {
      const target = option === 's3-endpoint' && type === 'gcs' ? 'gcs-endpoint' : option;
      raw[target] = String(value);
      labels.set(target, name);
    }
  }
  const reader = new OptionReader(raw, (option) => labels.get(option) ?? nameOf(option));
  const options = readRepository(reader);
  problems.push(...reader.problems);
  if (type === 'local' && raw['repository-path'] === undefined) {
    problems.unshift('A local repository needs a path: RepositoryFactory.create("local", { path })');
  }
  const [first, ...details] = problems;
  if (first !== undefined) throw failure('BAD_INPUT', first, { details });
  return options;
}

/** Of an option that was not given and is missed. */
const nameOf = (option: OptionName): string =>
  Object.entries(NAMES).find(([, [each]]) => each === option)?.[0] ?? option;
