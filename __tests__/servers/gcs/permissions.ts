import type { Bucket } from './bucket.ts';
import { GcsError } from './errors.ts';

/** What a caller may be asked for here, and what else it may ask whether it has. */
export const ALL_PERMISSIONS = [
  'serviceusage.services.use',
  'storage.buckets.create',
  'storage.buckets.delete',
  'storage.buckets.get',
  'storage.buckets.getIamPolicy',
  'storage.buckets.list',
  'storage.buckets.setIamPolicy',
  'storage.buckets.update',
  'storage.folders.create',
  'storage.multipartUploads.abort',
  'storage.multipartUploads.create',
  'storage.objects.create',
  'storage.objects.delete',
  'storage.objects.get',
  'storage.objects.getIamPolicy',
  'storage.objects.list',
  'storage.objects.move',
  'storage.objects.overrideUnlockedRetention',
  'storage.objects.restore',
  'storage.objects.setIamPolicy',
  'storage.objects.setRetention',
  'storage.objects.update',
] as const;
export type Permission = (typeof ALL_PERMISSIONS)[number];

/** What the caller may do: everything, until a test takes something away. */
export class Permissions {
  readonly #granted = new Set<string>(ALL_PERMISSIONS);
  readonly #denied: { permission: Permission; prefix: string }[] = [];

  /** Takes a permission away on all objects. */
  deny(permission: Permission): void {
    this.#granted.delete(permission);
  }

  /** Takes it away on the objects below a prefix only, as a condition or a managed folder does: no test of the bucket tells. */
  denyBelow(prefix: string, permission: Permission): void {
    this.#denied.push({ permission, prefix });
  }

  grantAll(): void {
    for (const permission of ALL_PERMISSIONS) this.#granted.add(permission);
    this.#denied.length = 0;
  }

  /** Exactly these. */
  grantOnly(permissions: Iterable<Permission>): void {
    this.#granted.clear();
    this.#denied.length = 0;
    for (const permission of permissions) this.#granted.add(permission);
  }

  /** Whether it is held on the bucket as a whole, which is what `testIamPermissions` answers. */
  has(permission: string): boolean {
    return this.#granted.has(permission);
  }

  allows(permission: Permission, key: string | undefined): boolean {
    const below = (denial: { permission: Permission; prefix: string }): boolean =>
      denial.permission === permission && key?.startsWith(denial.prefix) === true;
    return this.#granted.has(permission) && !this.#denied.some(below);
  }

  /** Throws the 403 that names the permission. */
  check(permission: Permission, bucket: Bucket, key?: string): void {
    if (!this.allows(permission, key)) throw forbidden(permission, bucket.name, key);
  }
}

export function forbidden(permission: string, bucket: string, key?: string): GcsError {
  const what = key === undefined ? 'Google Cloud Storage bucket' : 'Google Cloud Storage object';
  return new GcsError(
    403,
    'forbidden',
    `tester@example.iam.gserviceaccount.com does not have ${permission} access to the ${what}. Permission '${permission}' denied on resource '${bucket}${key === undefined ? '' : `/${key}`}' (or it may not exist).`,
  );
}
