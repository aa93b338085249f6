import { getAcl, putAcl } from './acls.ts';
import { checkAction } from './actions.ts';
import type { Answer } from './answer.ts';
import * as buckets from './buckets.ts';
import type { Call, Handler } from './call.ts';
import { demandVersioning } from './call.ts';
import { completeUpload } from './complete.ts';
import { copyObject } from './copy.ts';
import { deleteObject, deleteObjects } from './deletes.ts';
import { S3Error } from './errors.ts';
import { listParts, listUploads } from './list-uploads.ts';
import { listVersions } from './list-versions.ts';
import { listObjects, listObjectsV1 } from './lists.ts';
import { getLegalHold, getRetention, putLegalHold, putRetention } from './locks.ts';
import { getObjectAttributes } from './object-attributes.ts';
import { getObject, putObject } from './objects.ts';
import { uploadPart, uploadPartCopy } from './parts.ts';
import type { Operation } from './routes.ts';
import { deleteTagging, getTagging, putTagging } from './tagging.ts';
import { abortUpload, createUpload } from './uploads.ts';

/** All but CreateBucket, which needs no bucket. */
const HANDLERS: Readonly<Record<Exclude<Operation, 'CreateBucket'>, Handler>> = {
  HeadBucket: buckets.headBucket,
  DeleteBucket: buckets.deleteBucket,
  GetBucketLocation: buckets.getLocation,
  GetBucketVersioning: buckets.getVersioning,
  PutBucketVersioning: buckets.putVersioning,
  GetBucketLifecycleConfiguration: buckets.getDocument('lifecycle'),
  PutBucketLifecycleConfiguration: buckets.putDocument('lifecycle'),
  GetObjectLockConfiguration: buckets.getDocument('object-lock'),
  PutObjectLockConfiguration: buckets.putDocument('object-lock'),
  GetBucketOwnershipControls: buckets.getDocument('ownershipControls'),
  PutBucketOwnershipControls: buckets.putDocument('ownershipControls'),
  GetBucketEncryption: buckets.getDocument('encryption'),
  PutBucketEncryption: buckets.putDocument('encryption'),
  GetPublicAccessBlock: buckets.getDocument('publicAccessBlock'),
  PutPublicAccessBlock: buckets.putDocument('publicAccessBlock'),
  DeletePublicAccessBlock: buckets.deleteDocument('publicAccessBlock'),
  GetBucketPolicy: buckets.getDocument('policy'),
  PutBucketPolicy: buckets.putDocument('policy'),
  GetBucketPolicyStatus: buckets.getPolicyStatus,
  ListObjects: listObjectsV1,
  ListObjectsV2: listObjects,
  ListObjectVersions: listVersions,
  PutObject: putObject,
  CopyObject: copyObject,
  GetObject: getObject,
  HeadObject: getObject,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  GetObjectTagging: getTagging,
  PutObjectTagging: putTagging,
  DeleteObjectTagging: deleteTagging,
  GetObjectAcl: getAcl,
  PutObjectAcl: putAcl,
  GetObjectAttributes: getObjectAttributes,
  GetObjectLegalHold: getLegalHold,
  PutObjectLegalHold: putLegalHold,
  GetObjectRetention: getRetention,
  PutObjectRetention: putRetention,
  CreateMultipartUpload: createUpload,
  UploadPart: uploadPart,
  UploadPartCopy: uploadPartCopy,
  CompleteMultipartUpload: completeUpload,
  AbortMultipartUpload: abortUpload,
  ListMultipartUploads: listUploads,
  ListParts: listParts,
};

/** @throws S3Error whatever the operation is refused with */
export function handle(call: Call): Answer {
  const { operation, query } = call.request;
  if (operation === 'CreateBucket') throw new S3Error('BucketAlreadyOwnedByYou');
  checkAction(call);
  if (query.has('versionId')) demandVersioning(call);
  return HANDLERS[operation](call);
}
