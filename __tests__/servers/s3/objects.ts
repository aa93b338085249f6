import { type Answer, empty } from './answer.ts';
import { attributesOf, demandReadable, describe } from './attributes.ts';
import { type Call, requestedVersion, versionHeader } from './call.ts';
import { checkDigests, headerOf } from './checksums.ts';
import { checkWrite, isNotModified } from './conditions.ts';
import { Content } from './content.ts';
import { S3Error } from './errors.ts';

export function putObject(call: Call): Answer {
  const { request, bucket, weaknesses, denials } = call;
  const checksum = checkDigests(request.headers, request.body);
  const attributes = { ...attributesOf(call), checksum };
  if (!weaknesses.ignoresConditionalPuts) {
    // An ETag tells something of what is stored, so it takes the right to read.
    if (request.headers['if-match']) denials.check('s3:GetObject', bucket.name, request.key);
    checkWrite(request.headers, request.key, bucket.current(request.key));
  }
  const version = bucket.put(request.key, { ...attributes, content: Content.of(request.body) });
  return empty(200, {
    etag: version.etag,
    ...versionHeader(bucket, version),
    ...version.encryption,
    ...(checksum
      ? { [headerOf(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type }
      : {}),
  });
}

/** HEAD too: the server leaves the body out of its answer. */
export function getObject(call: Call): Answer {
  const { request, bucket, denials } = call;
  const version = requestedVersion(call);
  const range = request.headers.range;
  const asksChecksum = request.headers['x-amz-checksum-mode'] === 'ENABLED';
  const headers = {
    ...describe(version, {
      checksum: asksChecksum && range === undefined,
      tagCount: version.tags.length > 0 && denials.allow(tagsAction(request), bucket.name, request.key),
    }),
    ...versionHeader(bucket, version),
  };
  if (isNotModified(request.headers, version)) return empty(304, headers);
  if (request.operation === 'GetObject') demandReadable(call, version);
  const part = rangeOf(range, version.content.size);
  if (!part) return { status: 200, headers, body: version.content };
  const [start, end] = part;
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end - 1}/${version.content.size}` },
    body: version.content.slice(start, end),
  };
}

const tagsAction = ({ query }: Call['request']): string =>
  query.has('versionId') ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging';

/** Start and exclusive end of `bytes=a-b`, `a-` or `-n`. @throws S3Error InvalidRange */
function rangeOf(header: string | undefined, size: number): [number, number] | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (start >= size) throw new S3Error('InvalidRange');
  return start < end ? [start, end] : undefined;
}
