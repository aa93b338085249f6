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
/** The same options, with the same checks, as the commands have. Throws BAD_INPUT with every problem. */
export declare function repositoryOptions(type: RepositoryType, config: RepositoryConfig): RepositoryOptions;
