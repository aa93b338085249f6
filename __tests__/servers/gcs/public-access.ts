import { isUniform } from './acl.ts';
import type { Bucket } from './bucket.ts';
import type { IamBinding } from './types.ts';

/** What the roles hold that a bucket is made public by: cloud.google.com/storage/docs/access-control/iam-roles. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  'roles/storage.objectViewer': ['storage.objects.get', 'storage.objects.list'],
  'roles/storage.legacyObjectReader': ['storage.objects.get'],
  'roles/storage.legacyBucketReader': ['storage.objects.list'],
};

/** Whether someone without credentials may: by the bucket's policy, or by the object's own ACL. */
export function mayAnybody(permission: string, bucket: Bucket, key: string): boolean {
  if (bucket.config.iamConfiguration.publicAccessPrevention === 'enforced') return false;
  const byPolicy = bucket.policy.some(
    (binding) =>
      binding.members.includes('allUsers') &&
      ROLES[binding.role]?.includes(permission) === true &&
      holds(binding, bucket, key),
  );
  if (byPolicy || permission !== 'storage.objects.get' || isUniform(bucket)) return byPolicy;
  return bucket.live(key)?.acl?.some((entry) => entry.entity === 'allUsers') === true;
}

/** Of the conditions only `resource.name.startsWith("…")` and its negation are known. */
function holds({ condition }: IamBinding, bucket: Bucket, key: string): boolean {
  if (condition === undefined) return true;
  const known = /^(!?)resource\.name\.startsWith\("([^"]*)"\)$/.exec(condition.expression);
  if (known === null) throw new Error(`a condition that is not known here: ${condition.expression}`);
  const starts = `projects/_/buckets/${bucket.name}/objects/${key}`.startsWith(known[2] ?? '');
  return known[1] === '!' ? !starts : starts;
}
