import type { Clock } from '../../../ports/clock.ts';
import type { Turns } from './caller.ts';
export interface S3StoreOptions {
    readonly bucket: string;
    /** Folder in the bucket, without '/' at either end; empty for the whole bucket. */
    readonly prefix: string;
    /** Folder of backups in the same bucket, likewise; empty: `.rollback-backups/` below the prefix. */
    readonly backupPrefix: string;
    /** A person says that nobody else writes: a store that ignores preconditions is taken all the same. */
    readonly singleWriter: boolean;
    /** URL of another server than Amazon's. */
    readonly endpoint: string | undefined;
    /** Most requests under way at once. */
    readonly concurrency: number;
    /** Milliseconds after which one request is given up; at most 20,000 (DESIGN §4). */
    readonly requestTimeoutMs: number;
    /** How often a request is sent again at most. */
    readonly retries: number;
    /** Undefined: as the SDK finds it. */
    readonly region: string | undefined;
    /** The bucket's name in the path of URLs, not in the host's name. */
    readonly forcePathStyle: boolean;
}
/** What comes in through the door besides the order. */
export interface S3StoreParts {
    readonly toolVersion: string;
    readonly clock: Clock;
    /** From 0 (inclusive) to 1. */
    readonly random: () => number;
    /** For proxies and the region; credentials are found by the SDK itself. */
    readonly env: Readonly<Record<string, string | undefined>>;
    /** What is of interest only when something is looked into: keys left out, settings that could not be read. */
    readonly debug?: (message: string) => void;
    /** Objects of this size and more are copied in parts; bytes. */
    readonly multipartCopyThreshold?: number;
    /** Bytes of one part; more where an object would have over 10,000. */
    readonly partSize?: number;
    /** Keys in one answer of a listing, at most 1,000. */
    readonly pageSize?: number;
    /** Of another store of the same bucket, to send no more at once than one of them. */
    readonly turns?: Turns;
    /** Instead of what the SDK finds. */
    readonly credentials?: Credentials | (() => Promise<Credentials>) | undefined;
}
export declare const LONGEST_REQUEST = 20000;
/**
 * CopyObject takes up to 5 GiB, but has to answer within a request's 20 seconds, or it would be sent again for ever;
 * parts also go side by side.
 */
export declare const COPY_THRESHOLD: number;
export declare const PART_SIZE: number;
interface Credentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly expiration?: Date;
}
export {};
