import type { Handler } from '../context.ts';
import { invalid, required } from '../errors.ts';
import { jsonReply } from '../reply.ts';

/** Which of the permissions asked for the caller has on the bucket; nothing is needed to ask. */
export const testIamPermissions: Handler = (context, call) => {
  context.state.bucket(call.bucket);
  const asked = call.query.getAll('permissions');
  if (asked.length === 0) throw required('Required parameter: permissions');
  const unknown = asked.find((one) => !one.startsWith('storage.'));
  if (unknown !== undefined) throw invalid(`Invalid permission: ${unknown}`);
  const permissions = asked.filter((one) => context.permissions.has(one));
  const answer = { kind: 'storage#testIamPermissionsResponse' };
  return jsonReply(200, permissions.length === 0 ? answer : { ...answer, permissions });
};

export const getIamPolicy: Handler = (context, call) => {
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.buckets.getIamPolicy', bucket);
  const wanted = Number(call.query.get('optionsRequestedPolicyVersion') ?? 1);
  const conditional = bucket.policy.some((binding) => binding.condition !== undefined);
  return jsonReply(200, {
    kind: 'storage#policy',
    resourceId: `projects/_/buckets/${bucket.name}`,
    version: conditional ? Math.max(wanted, 3) : 1,
    etag: 'CAE=',
    bindings: bucket.policy,
  });
};
