import { type Answer, empty, xmlAnswer } from './answer.ts';
import { attributesOf } from './attributes.ts';
import type { Call } from './call.ts';
import { ALGORITHMS } from './checksums.ts';
import { S3Error } from './errors.ts';
import type { Upload } from './upload.ts';
import { document, leaf } from './xml.ts';

export function createUpload(call: Call): Answer {
  const { request, bucket, state } = call;
  const attributes = attributesOf(call);
  const algorithm = ALGORITHMS.find((each) => each === request.headers['x-amz-checksum-algorithm']);
  const asked = request.headers['x-amz-checksum-type'];
  const { versionId, now } = state.ticker.next();
  const upload: Upload = {
    id: `upload-${versionId}`,
    key: request.key,
    initiated: Math.floor(now / 1000) * 1000,
    attributes,
    algorithm,
    checksumType:
      algorithm && (asked === 'FULL_OBJECT' || algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE'),
    parts: new Map(),
  };
  bucket.uploads.set(upload.id, upload);
  const result = document(
    'InitiateMultipartUploadResult',
    leaf('Bucket', bucket.name),
    leaf('Key', request.key),
    leaf('UploadId', upload.id),
  );
  return xmlAnswer(result, {
    ...attributes.encryption,
    ...(algorithm ? { 'x-amz-checksum-algorithm': algorithm } : {}),
    ...(upload.checksumType ? { 'x-amz-checksum-type': upload.checksumType } : {}),
  });
}

export function abortUpload(call: Call): Answer {
  call.bucket.uploads.delete(requestedUpload(call).id);
  return empty(204);
}

/** @throws S3Error NoSuchUpload: aborted, completed, or never there */
export function requestedUpload({ request, bucket }: Call): Upload {
  const uploadId = request.query.get('uploadId') ?? '';
  const upload = bucket.uploads.get(uploadId);
  if (upload?.key !== request.key) throw new S3Error('NoSuchUpload', { elements: { UploadId: uploadId } });
  return upload;
}
