import { createHash } from 'node:crypto';
import { type Answer, xmlAnswer } from './answer.ts';
import { type Call, versionHeader } from './call.ts';
import { type Checksum, digest } from './checksums.ts';
import { checkWrite } from './conditions.ts';
import { Content } from './content.ts';
import { S3Error } from './errors.ts';
import type { Part, Upload } from './upload.ts';
import { requestedUpload } from './uploads.ts';
import { childrenOf, childText, document, type Element, leaf, parseXml } from './xml.ts';

/**
 * Makes an object of an upload's parts. If a condition doesn't hold the upload stays, to be completed or aborted (API
 * Reference, CompleteMultipartUpload).
 * @throws S3Error InvalidPart, InvalidPartOrder, EntityTooSmall, NoSuchUpload, PreconditionFailed, NoSuchKey
 */
export function completeUpload(call: Call): Answer {
  const { request, bucket, weaknesses, limits } = call;
  const upload = requestedUpload(call);
  const parts = namedParts(upload, parseXml(request.body.toString()));
  if (parts.slice(0, -1).some((part) => part.content.size < limits.smallestPart)) {
    throw new S3Error('EntityTooSmall');
  }
  if (!weaknesses.ignoresConditionalPuts) {
    checkWrite(request.headers, request.key, bucket.current(request.key));
  }
  const content = Content.concat(parts.map((part) => part.content));
  const checksum = checksumOf(upload, parts, content);
  const version = bucket.put(upload.key, { ...upload.attributes, content, checksum, etag: etagOf(parts) });
  bucket.uploads.delete(upload.id);
  const result = document(
    'CompleteMultipartUploadResult',
    leaf('Location', `http://${request.headers.host}/${bucket.name}/${encodeURIComponent(upload.key)}`),
    leaf('Bucket', bucket.name),
    leaf('Key', upload.key),
    leaf('ETag', version.etag),
    checksum ? leaf(`Checksum${checksum.algorithm}`, checksum.value) : '',
    leaf('ChecksumType', checksum?.type),
  );
  return xmlAnswer(result, { ...versionHeader(bucket, version), ...version.encryption });
}

function namedParts(upload: Upload, asked: Element): Part[] {
  const named = childrenOf(asked, 'Part');
  if (asked.name !== 'CompleteMultipartUpload' || named.length === 0) throw new S3Error('MalformedXML');
  let last = 0;
  return named.map((element) => {
    const number = Number(childText(element, 'PartNumber'));
    if (number <= last) throw new S3Error('InvalidPartOrder');
    last = number;
    const part = upload.parts.get(number);
    const bare = (text = '') => text.replaceAll('"', '');
    if (!part || bare(childText(element, 'ETag')) !== bare(part.etag)) throw new S3Error('InvalidPart');
    const { checksum } = part;
    const said = checksum && childText(element, `Checksum${checksum.algorithm}`);
    if (said !== undefined && said !== checksum?.value) throw new S3Error('InvalidPart');
    return part;
  });
}

/** The MD5 of the parts' MD5s, and how many they are. */
function etagOf(parts: readonly Part[]): string {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag.slice(1, -1), 'hex'));
  return `"${hash.digest('hex')}-${parts.length}"`;
}

/** User Guide, "Checking object integrity": of the whole, or of the parts' checksums. None where rules tell the bytes. */
function checksumOf(upload: Upload, parts: readonly Part[], content: Content): Checksum | undefined {
  const { algorithm, checksumType: type } = upload;
  if (!algorithm || !type || content.described) return undefined;
  if (type === 'FULL_OBJECT') return { algorithm, type, value: digest(algorithm, content.bytes()) };
  const digests = parts.map((part) => Buffer.from(digest(algorithm, part.content.bytes()), 'base64'));
  return { algorithm, type, value: `${digest(algorithm, Buffer.concat(digests))}-${parts.length}` };
}
