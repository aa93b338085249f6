import type { Bucket } from './bucket.ts';
import { invalid } from './errors.ts';
import type { AclEntry } from './types.ts';

const OWNER: AclEntry = { entity: 'user-tester@example.iam.gserviceaccount.com', role: 'OWNER' };
const TEAM: readonly AclEntry[] = [
  { entity: 'project-owners-1', role: 'OWNER' },
  { entity: 'project-editors-1', role: 'OWNER' },
  { entity: 'project-viewers-1', role: 'READER' },
];

/** cloud.google.com/storage/docs/access-control/lists#predefined-acl */
const PREDEFINED: Readonly<Record<string, readonly AclEntry[]>> = {
  private: [OWNER],
  projectPrivate: [...TEAM, OWNER],
  bucketOwnerRead: [OWNER, { entity: 'project-owners-1', role: 'READER' }],
  bucketOwnerFullControl: [OWNER, { entity: 'project-owners-1', role: 'OWNER' }],
  authenticatedRead: [OWNER, { entity: 'allAuthenticatedUsers', role: 'READER' }],
  publicRead: [OWNER, { entity: 'allUsers', role: 'READER' }],
};

/** Of a new object that names none, in a bucket with fine-grained access. */
export const DEFAULT_OBJECT_ACL = PREDEFINED.projectPrivate as readonly AclEntry[];

export const isUniform = (bucket: Bucket): boolean =>
  bucket.config.iamConfiguration.uniformBucketLevelAccess.enabled;

/**
 * The ACL that a write leaves: what it asks for, else `otherwise`; none in a bucket with uniform access, where asking
 * is an error (cloud.google.com/storage/docs/uniform-bucket-level-access).
 */
export function aclFor(
  bucket: Bucket,
  asked: { readonly predefined: string | null; readonly acl: readonly AclEntry[] | undefined },
  otherwise: readonly AclEntry[] = DEFAULT_OBJECT_ACL,
): readonly AclEntry[] | undefined {
  if (isUniform(bucket)) {
    if (asked.predefined === null && asked.acl === undefined) return undefined;
    throw invalid('Cannot insert legacy ACL for an object when uniform bucket-level access is enabled.');
  }
  if (asked.predefined === null) return asked.acl ?? otherwise;
  const predefined = PREDEFINED[asked.predefined];
  if (predefined === undefined) throw invalid(`Invalid value for predefinedAcl: ${asked.predefined}`);
  return predefined;
}
