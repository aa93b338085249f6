import type { GcsCall, Operation } from '../call.ts';
import type { Context, Handler } from '../context.ts';
import { GcsError } from '../errors.ts';
import { forbidden } from '../permissions.ts';
import { errorReply, type Reply } from '../reply.ts';
import { deleteAcl, insertAcl, listAcl } from './acls.ts';
import { getBucket, insertBucket, patchBucket } from './buckets.ts';
import { deleteObject } from './delete.ts';
import { insertFolder } from './folders.ts';
import { getMedia, getObject } from './get.ts';
import { getIamPolicy, testIamPermissions } from './iam.ts';
import { insert } from './insert.ts';
import { listObjects } from './list.ts';
import { moveObject } from './move.ts';
import { patchObject, updateObject } from './patch.ts';
import { restoreObject } from './restore.ts';
import { continueUpload, startUpload } from './resumable.ts';
import { copyObject, rewriteObject } from './rewrite.ts';
import { getXml } from './xml.ts';

const HANDLERS: Readonly<Partial<Record<Operation, Handler>>> = {
  'buckets.get': getBucket,
  'buckets.getIamPolicy': getIamPolicy,
  'buckets.insert': insertBucket,
  'buckets.patch': patchBucket,
  'buckets.testIamPermissions': testIamPermissions,
  'folders.insert': insertFolder,
  'objectAccessControls.delete': deleteAcl,
  'objectAccessControls.insert': insertAcl,
  'objectAccessControls.list': listAcl,
  'objects.copy': copyObject,
  'objects.delete': deleteObject,
  'objects.get': getObject,
  'objects.get.media': getMedia,
  'objects.insert': insert,
  'objects.insert.start': startUpload,
  'objects.insert.chunk': continueUpload,
  'objects.list': listObjects,
  'objects.move': moveObject,
  'objects.patch': patchObject,
  'objects.restore': restoreObject,
  'objects.rewrite': rewriteObject,
  'objects.update': updateObject,
  'xml.get': getXml,
};

/** Carries out one operation; what it refuses is a reply too. */
export function perform(context: Context, call: GcsCall): Reply {
  try {
    checkToken(context, call);
    checkPayer(context, call);
    const handler = HANDLERS[call.operation];
    if (handler === undefined) throw new GcsError(404, 'notFound', `Not Found: ${call.method} ${call.path}`);
    return handler(context, call);
  } catch (error) {
    return errorReply(error);
  }
}

/** cloud.google.com/storage/docs/requester-pays: who names no project is refused, and who names one must be allowed to use it. */
function checkPayer({ state, permissions }: Context, { bucket: name, query }: GcsCall): void {
  const payer = query.get('userProject');
  if (payer !== null && !permissions.has('serviceusage.services.use')) {
    throw forbidden('serviceusage.services.use', `projects/${payer}`);
  }
  if (payer !== null || name === undefined || state.bucket(name).config.billing?.requesterPays !== true)
    return;
  throw new GcsError(400, 'required', 'Bucket is a requester pays bucket but no user project provided.');
}

/** Called by `batch` too, whose token its parts inherit. */
export function checkToken(context: Context, call: GcsCall): void {
  const token = context.state.rules.requiredToken;
  if (token === undefined || call.operation === 'xml.get') return;
  const { authorization } = call.headers;
  if (authorization === undefined) throw new GcsError(401, 'required', 'Login Required.');
  if (authorization !== `Bearer ${token}`) throw new GcsError(401, 'authError', 'Invalid Credentials');
}
