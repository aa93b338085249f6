/**
 * Which operation a request asks for: by method, by what it addresses, by the query's subresource and by the header
 * that makes a copy of a put (Amazon S3 API Reference, "Actions").
 */
const ROUTES = [
  ['CreateBucket', 'PUT', 'bucket'],
  ['DeleteBucket', 'DELETE', 'bucket'],
  ['HeadBucket', 'HEAD', 'bucket'],
  ['GetBucketLocation', 'GET', 'bucket', 'location'],
  ['GetBucketVersioning', 'GET', 'bucket', 'versioning'],
  ['PutBucketVersioning', 'PUT', 'bucket', 'versioning'],
  ['GetBucketLifecycleConfiguration', 'GET', 'bucket', 'lifecycle'],
  ['PutBucketLifecycleConfiguration', 'PUT', 'bucket', 'lifecycle'],
  ['GetObjectLockConfiguration', 'GET', 'bucket', 'object-lock'],
  ['PutObjectLockConfiguration', 'PUT', 'bucket', 'object-lock'],
  ['GetBucketOwnershipControls', 'GET', 'bucket', 'ownershipControls'],
  ['PutBucketOwnershipControls', 'PUT', 'bucket', 'ownershipControls'],
  ['GetBucketEncryption', 'GET', 'bucket', 'encryption'],
  ['PutBucketEncryption', 'PUT', 'bucket', 'encryption'],
  ['GetPublicAccessBlock', 'GET', 'bucket', 'publicAccessBlock'],
  ['PutPublicAccessBlock', 'PUT', 'bucket', 'publicAccessBlock'],
  ['DeletePublicAccessBlock', 'DELETE', 'bucket', 'publicAccessBlock'],
  ['GetBucketPolicyStatus', 'GET', 'bucket', 'policyStatus'],
  ['GetBucketPolicy', 'GET', 'bucket', 'policy'],
  ['PutBucketPolicy', 'PUT', 'bucket', 'policy'],
  ['ListObjectVersions', 'GET', 'bucket', 'versions'],
  ['ListMultipartUploads', 'GET', 'bucket', 'uploads'],
  ['ListObjects', 'GET', 'bucket'],
  ['ListObjectsV2', 'GET', 'bucket', 'list-type'],
  ['DeleteObjects', 'POST', 'bucket', 'delete'],
  ['PutObject', 'PUT', 'object'],
  ['CopyObject', 'PUT', 'object', '', 'x-amz-copy-source'],
  ['GetObject', 'GET', 'object'],
  ['HeadObject', 'HEAD', 'object'],
  ['DeleteObject', 'DELETE', 'object'],
  ['GetObjectTagging', 'GET', 'object', 'tagging'],
  ['PutObjectTagging', 'PUT', 'object', 'tagging'],
  ['DeleteObjectTagging', 'DELETE', 'object', 'tagging'],
  ['GetObjectAcl', 'GET', 'object', 'acl'],
  ['PutObjectAcl', 'PUT', 'object', 'acl'],
  ['GetObjectLegalHold', 'GET', 'object', 'legal-hold'],
  ['PutObjectLegalHold', 'PUT', 'object', 'legal-hold'],
  ['GetObjectRetention', 'GET', 'object', 'retention'],
  ['PutObjectRetention', 'PUT', 'object', 'retention'],
  ['GetObjectAttributes', 'GET', 'object', 'attributes'],
  ['CreateMultipartUpload', 'POST', 'object', 'uploads'],
  ['UploadPart', 'PUT', 'object', 'uploadId'],
  ['UploadPartCopy', 'PUT', 'object', 'uploadId', 'x-amz-copy-source'],
  ['CompleteMultipartUpload', 'POST', 'object', 'uploadId'],
  ['AbortMultipartUpload', 'DELETE', 'object', 'uploadId'],
  ['ListParts', 'GET', 'object', 'uploadId'],
] as const satisfies ReadonlyArray<readonly [string, string, 'bucket' | 'object', string?, string?]>;

export type Operation = (typeof ROUTES)[number][0];

/** Every query name that makes another operation of a request. */
const SUBRESOURCES = new Set<string>(ROUTES.flatMap((route) => (route[3] ? [route[3]] : [])));

/** The operation, or nothing where this server doesn't know what is asked. */
export function operationOf(
  method: string,
  level: 'bucket' | 'object',
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
): Operation | undefined {
  const subresource = [...query.keys()].find((name) => SUBRESOURCES.has(name)) ?? '';
  const copies = headers['x-amz-copy-source'] === undefined ? '' : 'x-amz-copy-source';
  const route = ROUTES.find(
    ([, itsMethod, itsLevel, itsSubresource = '', itsHeader = '']) =>
      itsMethod === method && itsLevel === level && itsSubresource === subresource && itsHeader === copies,
  );
  return route?.[0];
}

/** Those that change what is stored in a bucket; the others only look. */
export function changes(operation: Operation): boolean {
  return !/^(Get|Head|List)/.test(operation);
}
