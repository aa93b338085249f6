import type { CopySource, ObjectInfo } from '../../../ports/object-store.ts';
import type { ObjectResource } from './resource.ts';
/** The key that a request names, of the key's version that a resource names. */
export declare const withoutVersion: (kmsKeyName: string) => string;
/**
 * Customer's keys (CMEK) of objects, as their last listing told, where they are not the bucket's own: a rewrite that
 * names none takes the bucket's.
 */
export declare class EncryptionKeys {
    #private;
    /** `ofBucket`: the bucket's default key, as far as it is known. */
    note({ key, revision }: ObjectInfo, { kmsKeyName }: ObjectResource, ofBucket: string | undefined): void;
    /** Undefined where a rewrite may leave it to the bucket. */
    of({ key, revision }: CopySource): string | undefined;
}
