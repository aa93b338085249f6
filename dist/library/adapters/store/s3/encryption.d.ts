import type { ServerSideEncryption } from '@aws-sdk/client-s3';
/** How an object is encrypted at rest; all undefined where the store does not say. */
export interface Encryption {
    readonly ServerSideEncryption?: ServerSideEncryption | undefined;
    readonly SSEKMSKeyId?: string | undefined;
    readonly BucketKeyEnabled?: boolean | undefined;
}
export declare const encryptionOf: ({ ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled, }: Encryption) => Encryption;
/** Whether a copy that asked for nothing got what its source had. What never was encrypted can't be asked for. */
export declare const isCarried: (source: Encryption, copy: Encryption) => boolean;
export interface CopyRequests<T extends Encryption> {
    /** Tells the source's encryption. */
    look(): Promise<Encryption>;
    /** Copies with the bucket's default encryption, or with the one given. */
    copy(encryption?: Encryption): Promise<T>;
    /** Copies once more, over exactly what `made` is. */
    copyOver(made: T, encryption: Encryption): Promise<T>;
}
/**
 * A copy gets the bucket's default encryption unless it asks for another, and only a HEAD tells what its source has: one
 * request more for each. So the first copy of a kind (backup, restore) is a sample. If it got what its source has, all
 * others are taken to be like it: a release is uploaded in one go. If not, each is looked at. One that is not like the
 * sample after all shows by its ETag (copy.ts).
 */
export declare class EncryptionCarrier {
    #private;
    copy<T extends Encryption>(kind: string, requests: CopyRequests<T>): Promise<T>;
}
