import type { ServerSideEncryption } from '@aws-sdk/client-s3';
/** What a copy does not take over by itself: encryption at rest, and where a website sends on to. Undefined where unsaid. */
export interface Encryption {
    readonly ServerSideEncryption?: ServerSideEncryption | undefined;
    readonly SSEKMSKeyId?: string | undefined;
    readonly BucketKeyEnabled?: boolean | undefined;
    /** Told by a HEAD, and not by the answer to a copy. */
    readonly WebsiteRedirectLocation?: string | undefined;
}
export declare const encryptionOf: ({ ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled, WebsiteRedirectLocation, }: Encryption) => Encryption;
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
 * others are taken to be like it: a release is uploaded in one go. If not, each is looked at; also where the sample sends
 * on to another place, which no copy takes over. One that is encrypted otherwise than the sample after all shows by its
 * ETag (copy.ts).
 */
export declare class EncryptionCarrier {
    #private;
    copy<T extends Encryption>(kind: string, requests: CopyRequests<T>): Promise<T>;
}
