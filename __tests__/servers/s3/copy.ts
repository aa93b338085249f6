import { type Answer, xmlAnswer } from './answer.ts';
import { attributesOf, REDIRECT } from './attributes.ts';
import { type Call, versionHeader } from './call.ts';
import { ALGORITHMS, type Checksum, digest } from './checksums.ts';
import { checkWrite } from './conditions.ts';
import { type CopySource, copySource } from './copy-source.ts';
import { S3Error } from './errors.ts';
import type { Attributes } from './version.ts';
import { document, leaf } from './xml.ts';

export function copyObject(call: Call): Answer {
  const { request, bucket, limits, weaknesses } = call;
  const source = copySource(call);
  const { content } = source.version;
  if (content.size > limits.copy) {
    throw new S3Error('InvalidRequest', {
      message: `The specified copy source is larger than the maximum allowable size for a copy source: ${limits.copy}`,
    });
  }
  refuseNoChange(call, source);
  // CopyObject's If-Match and If-None-Match speak of the destination (API Reference, since October 2025).
  if (!weaknesses.ignoresCopyDestinationConditions) {
    checkWrite(request.headers, request.key, bucket.current(request.key));
  }
  const version = bucket.put(request.key, {
    ...copiedAttributes(call, source),
    content,
    checksum: copiedChecksum(call, source),
  });
  const result = document(
    'CopyObjectResult',
    leaf('LastModified', new Date(version.lastModified).toISOString()),
    leaf('ETag', version.etag),
    version.checksum ? leaf(`Checksum${version.checksum.algorithm}`, version.checksum.value) : '',
    version.checksum ? leaf('ChecksumType', version.checksum.type) : '',
  );
  return xmlAnswer(result, { ...versionHeader(bucket, version), ...source.headers, ...version.encryption });
}

/** What a copy takes from its source; the rest comes from the request: class, encryption, ACL, locks. */
function copiedAttributes(call: Call, { bucket, version }: CopySource): Attributes {
  const { headers, key } = call.request;
  const own = attributesOf(call);
  const replacesMetadata = headers['x-amz-metadata-directive'] === 'REPLACE';
  const replacesTags = headers['x-amz-tagging-directive'] === 'REPLACE';
  if (!replacesTags && version.tags.length > 0) {
    call.denials.check('s3:GetObjectTagging', bucket.name, version.key);
    call.denials.check('s3:PutObjectTagging', call.bucket.name, key);
  }
  return {
    ...own,
    headers: replacesMetadata ? own.headers : withRedirectOf(own.headers, version.headers),
    metadata: replacesMetadata ? own.metadata : version.metadata,
    tags: replacesTags ? own.tags : version.tags,
  };
}

/** "Unique to each object and is not copied", but given by the request (API Reference, CopyObject). */
function withRedirectOf(own: Attributes['headers'], source: Attributes['headers']): Attributes['headers'] {
  const { [REDIRECT]: _, ...headers } = source;
  return { ...headers, ...(own[REDIRECT] === undefined ? {} : { [REDIRECT]: own[REDIRECT] }) };
}

/** A copy is whole, so its checksum is too, of the algorithm asked for or of the source's. */
function copiedChecksum({ request }: Call, { version }: CopySource): Checksum | undefined {
  const asked = ALGORITHMS.find((each) => each === request.headers['x-amz-checksum-algorithm']);
  const algorithm = asked ?? version.checksum?.algorithm;
  if (!algorithm || version.content.described) return undefined;
  return { algorithm, type: 'FULL_OBJECT', value: digest(algorithm, version.content.bytes()) };
}

/** @throws S3Error InvalidRequest for a copy onto itself that changes nothing */
function refuseNoChange({ request, bucket }: Call, source: CopySource): void {
  const { version } = source;
  if (source.bucket !== bucket || version.key !== request.key || version !== bucket.current(version.key))
    return;
  const changing = /^x-amz-(storage-class|server-side-encryption|website|checksum-algorithm)|directive$/;
  const changes = Object.entries(request.headers).some(
    ([name, value]) => changing.test(name) && value !== 'COPY',
  );
  if (!changes) {
    const message =
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.";
    throw new S3Error('InvalidRequest', { message });
  }
}
