import { type Answer, empty, xmlAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { type Checksum, checkDigests, digest, headerOf } from './checksums.ts';
import { Content } from './content.ts';
import { copySource } from './copy-source.ts';
import { S3Error } from './errors.ts';
import type { Part } from './upload.ts';
import { requestedUpload } from './uploads.ts';
import { etagOf } from './version.ts';
import { document, leaf } from './xml.ts';

export function uploadPart(call: Call): Answer {
  const { headers, body } = call.request;
  requestedUpload(call);
  const checksum = checkDigests(headers, body);
  const part = keepPart(call, Content.of(body), checksum);
  return empty(200, {
    etag: part.etag,
    ...(checksum ? { [headerOf(checksum.algorithm)]: checksum.value } : {}),
  });
}

/** @throws S3Error InvalidArgument for a range that the source doesn't have, InvalidRequest for one too large */
export function uploadPartCopy(call: Call): Answer {
  const { request, limits } = call;
  const { algorithm } = requestedUpload(call);
  const source = copySource(call);
  const content = ranged(source.version.content, request.headers['x-amz-copy-source-range']);
  if (content.size > limits.copy) {
    throw new S3Error('InvalidRequest', {
      message: `The specified copy source is larger than the maximum allowable size for a copy source: ${limits.copy}`,
    });
  }
  const checksum: Checksum | undefined =
    algorithm && !content.described
      ? { algorithm, type: 'FULL_OBJECT', value: digest(algorithm, content.bytes()) }
      : undefined;
  const part = keepPart(call, content, checksum);
  const result = document(
    'CopyPartResult',
    leaf('LastModified', new Date(part.lastModified).toISOString()),
    leaf('ETag', part.etag),
    checksum ? leaf(`Checksum${checksum.algorithm}`, checksum.value) : '',
  );
  return xmlAnswer(result, source.headers);
}

/** A part's number may be used again: the last one counts. */
function keepPart(call: Call, content: Content, checksum: Checksum | undefined): Part {
  const upload = requestedUpload(call);
  const number = Number(call.request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new S3Error('InvalidArgument', {
      message: 'Part number must be an integer between 1 and 10000, inclusive',
    });
  }
  const { sequence, now } = call.state.ticker.next();
  const etag = etagOf(content, upload.attributes.encryption, sequence);
  const part: Part = { number, content, etag, checksum, lastModified: Math.floor(now / 1000) * 1000 };
  call.bucket.uploads.set(upload.id, { ...upload, parts: new Map([...upload.parts, [number, part]]) });
  return part;
}

function ranged(content: Content, range: string | undefined): Content {
  if (range === undefined) return content;
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  if (first === undefined || Number(first) > Number(last) || Number(last) >= content.size) {
    const message = `Range specified is not valid for source object of size: ${content.size}`;
    throw new S3Error('InvalidArgument', { message });
  }
  return content.slice(Number(first), Number(last) + 1);
}
