import type { CopySource, ObjectInfo, Revision } from '../../../ports/object-store.ts';
import type { ObjectResource } from './resource.ts';

/** The key that a request names, of the key's version that a resource names. */
export const withoutVersion = (kmsKeyName: string): string =>
  kmsKeyName.replace(/\/cryptoKeyVersions\/.*$/, '');

/**
 * Customer's keys (CMEK) of objects, as their last listing told, where they are not the bucket's own: a rewrite that
 * names none takes the bucket's.
 */
export class EncryptionKeys {
  readonly #keys = new Map<string, { readonly revision: Revision; readonly kms: string }>();

  /** `ofBucket`: the bucket's default key, as far as it is known. */
  note({ key, revision }: ObjectInfo, { kmsKeyName }: ObjectResource, ofBucket: string | undefined): void {
    const kms = kmsKeyName === undefined ? undefined : withoutVersion(kmsKeyName);
    if (kms === undefined || kms === ofBucket) this.#keys.delete(key);
    else this.#keys.set(key, { revision, kms });
  }

  /** Undefined where a rewrite may leave it to the bucket. */
  of({ key, revision }: CopySource): string | undefined {
    const known = this.#keys.get(key);
    return known?.revision === revision ? known.kms : undefined;
  }
}
