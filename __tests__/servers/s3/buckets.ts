import { type Answer, empty, xmlAnswer } from './answer.ts';
import type { Document } from './bucket.ts';
import { type Call, demandVersioning, type Handler } from './call.ts';
import { type ErrorCode, S3Error } from './errors.ts';
import { childText, document, leaf, parseXml } from './xml.ts';

/** What S3 says where a document was never put. */
const ABSENT: Readonly<Record<Document, ErrorCode>> = {
  lifecycle: 'NoSuchLifecycleConfiguration',
  'object-lock': 'ObjectLockConfigurationNotFoundError',
  ownershipControls: 'OwnershipControlsNotFoundError',
  encryption: 'ServerSideEncryptionConfigurationNotFoundError',
  publicAccessBlock: 'NoSuchPublicAccessBlockConfiguration',
  policy: 'NoSuchBucketPolicy',
};

/** What a new bucket has since April 2023 (User Guide, "Default settings for new S3 buckets FAQ"). */
export const NEW_BUCKET: ReadonlyArray<readonly [Document, string]> = [
  [
    'ownershipControls',
    '<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>',
  ],
  [
    'encryption',
    '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>',
  ],
  [
    'publicAccessBlock',
    '<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>',
  ],
];

export function headBucket({ bucket }: Call): Answer {
  return empty(200, { 'x-amz-bucket-region': bucket.region });
}

export function getLocation({ bucket }: Call): Answer {
  const constraint = bucket.region === 'us-east-1' ? '' : bucket.region;
  return xmlAnswer(document('LocationConstraint', constraint));
}

export function getVersioning(call: Call): Answer {
  demandVersioning(call);
  return xmlAnswer(document('VersioningConfiguration', leaf('Status', call.bucket.versioning)));
}

export function putVersioning(call: Call): Answer {
  demandVersioning(call);
  const status = childText(parseXml(call.request.body.toString()), 'Status');
  if (status !== 'Enabled' && status !== 'Suspended') throw new S3Error('MalformedXML');
  call.bucket.versioning = status;
  return empty(200);
}

export function getDocument(kind: Document): Handler {
  return ({ bucket }) => {
    const found = bucket.documents.get(kind);
    if (found === undefined) throw new S3Error(ABSENT[kind], { elements: { BucketName: bucket.name } });
    return xmlAnswer(found, kind === 'policy' ? { 'content-type': 'application/json' } : {});
  };
}

export function putDocument(kind: Document): Handler {
  return ({ request, bucket }) => {
    const text = request.body.toString();
    if (kind === 'policy') JSON.parse(text);
    else parseXml(text);
    bucket.documents.set(kind, text);
    return empty(kind === 'policy' ? 204 : 200);
  };
}

export function deleteDocument(kind: Document): Handler {
  return ({ bucket }) => {
    bucket.documents.delete(kind);
    return empty(204);
  };
}

/** Public is a policy that allows something to everybody without a condition. */
export function getPolicyStatus({ bucket }: Call): Answer {
  const policy = bucket.documents.get('policy');
  if (policy === undefined) throw new S3Error('NoSuchBucketPolicy');
  const { Statement } = JSON.parse(policy) as { Statement: Array<Record<string, unknown>> };
  const isPublic = Statement.some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Allow' && !Condition && (Principal === '*' || JSON.stringify(Principal) === '{"AWS":"*"}'),
  );
  return xmlAnswer(document('PolicyStatus', leaf('IsPublic', isPublic)));
}

export function deleteBucket({ state, bucket }: Call): Answer {
  if (bucket.index.size > 0) throw new S3Error('BucketNotEmpty');
  state.buckets.delete(bucket.name);
  return empty(204);
}
