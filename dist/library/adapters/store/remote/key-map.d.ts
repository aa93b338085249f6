/** S3 and Google Cloud Storage alike: bytes of a key in UTF-8. */
export declare const LONGEST_KEY = 1024;
export interface RepositoryPlace {
    readonly scheme: 's3' | 'gs';
    readonly bucket: string;
    /** Folder in the bucket, without '/' at either end; empty for the whole bucket. */
    readonly prefix: string;
    /** Folder of backups in the same bucket, likewise; empty: `.rollback-backups/` below the prefix. */
    readonly backupPrefix: string;
}
/** A bucket's key as one of ours, or why it is none: what a bucket lists is hostile until it is parsed. */
export type ParsedKey = {
    readonly key: string;
} | {
    readonly reason: string;
};
/** Keys of the repository and keys of the bucket; both ways, and back, they are the same. */
export declare class KeyMap {
    #private;
    /** For people: `s3://bucket/prefix`. */
    readonly location: string;
    constructor({ scheme, bucket, prefix, backupPrefix }: RepositoryPlace);
    /** Throws BAD_INPUT for a key that no bucket can hold. */
    toBucket(key: string): string;
    /** Why no bucket can hold this key, in words; undefined when it can. */
    problem(key: string): string | undefined;
    /** The same of a prefix of keys, which may be empty. */
    folderInBucket(prefix: string): string;
    parse(bucketKey: string): ParsedKey;
    /** The folder of backups that are not below the repository, without '/' at its end; else empty. */
    get backupPrefix(): string;
    /** Whether a listing of the whole repository has to look at a second place for backups. */
    get backupsElsewhere(): boolean;
}
/** Throws BAD_INPUT for a folder of backups that a request would not have been given: the log may say anything. */
export declare function demandApart(prefix: string, backupPrefix: string): void;
