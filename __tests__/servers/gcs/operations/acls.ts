import { isUniform } from '../acl.ts';
import type { Bucket } from '../bucket.ts';
import { type GcsCall, jsonOf } from '../call.ts';
import type { Context, Handler } from '../context.ts';
import { GcsError, invalid, noSuchObject } from '../errors.ts';
import { metadataOf } from '../metadata.ts';
import { emptyReply, jsonReply } from '../reply.ts';
import { aclResource } from '../resource.ts';
import type { StoredVersion } from '../types.ts';

export const listAcl: Handler = (context, call) => {
  const { bucket, version } = target(context, call, 'storage.objects.getIamPolicy');
  const items = (version.acl ?? []).map((entry) => aclResource(bucket, version, entry));
  return jsonReply(200, { kind: 'storage#objectAccessControls', items });
};

export const insertAcl: Handler = (context, call) => {
  const { bucket, version } = target(context, call, 'storage.objects.setIamPolicy');
  const [entry] = metadataOf({ acl: [jsonOf(call.body)] }).acl ?? [];
  if (entry === undefined) throw invalid('Invalid ACL');
  const others = (version.acl ?? []).filter((one) => one.entity !== entry.entity);
  const after = bucket.patch(version.name, { acl: [...others, entry] });
  return jsonReply(200, aclResource(bucket, after, entry));
};

export const deleteAcl: Handler = (context, call) => {
  const { bucket, version } = target(context, call, 'storage.objects.setIamPolicy');
  const entity = decodeURIComponent(/\/acl\/([^/?]+)/.exec(call.path)?.[1] ?? '');
  const others = (version.acl ?? []).filter((one) => one.entity !== entity);
  if (others.length === version.acl?.length) throw new GcsError(404, 'notFound', 'No such ACL entry');
  bucket.patch(version.name, { acl: others });
  return emptyReply(204);
};

function target(
  context: Context,
  call: GcsCall,
  permission: 'storage.objects.getIamPolicy' | 'storage.objects.setIamPolicy',
): { bucket: Bucket; version: StoredVersion } {
  const { key = '' } = call;
  const bucket = context.state.bucket(call.bucket);
  if (isUniform(bucket)) throw invalid('Cannot use ACL API when uniform bucket-level access is enabled.');
  context.permissions.check(permission, bucket, key);
  const version = bucket.live(key);
  if (version === undefined) throw noSuchObject(bucket.name, key);
  return { bucket, version };
}
