/** The key that a request names, of the key's version that a resource names. */
export const withoutVersion = (kmsKeyName) => kmsKeyName.replace(/\/cryptoKeyVersions\/.*$/, '');
/**
 * Customer's keys (CMEK) of objects, as their last listing told, where they are not the bucket's own: a rewrite that
 * names none takes the bucket's.
 */
export class EncryptionKeys {
    #keys = new Map();
    /** `ofBucket`: the bucket's default key, as far as it is known. */
    note({ key, revision }, { kmsKeyName }, ofBucket) {
        const kms = kmsKeyName === undefined ? undefined : withoutVersion(kmsKeyName);
        if (kms === undefined || kms === ofBucket)
            this.#keys.delete(key);
        else
            this.#keys.set(key, { revision, kms });
    }
    /** Undefined where a rewrite may leave it to the bucket. */
    of({ key, revision }) {
        const known = this.#keys.get(key);
        return known?.revision === revision ? known.kms : undefined;
    }
}
