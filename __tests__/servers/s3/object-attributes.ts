import { type Answer, xmlAnswer } from './answer.ts';
import { type Call, requestedVersion, versionHeader } from './call.ts';
import { document, leaf, node } from './xml.ts';

/** API Reference, GetObjectAttributes; of a multipart object the number of its parts, not the parts. */
export function getObjectAttributes(call: Call): Answer {
  const version = requestedVersion(call);
  const { checksum } = version;
  const asked = (call.request.headers['x-amz-object-attributes'] ?? '').split(',').map((each) => each.trim());
  const count = /-(\d+)"$/.exec(version.etag)?.[1];
  const known: Readonly<Record<string, string>> = {
    ETag: leaf('ETag', version.etag.slice(1, -1)),
    Checksum: checksum
      ? node(
          'Checksum',
          leaf(`Checksum${checksum.algorithm}`, checksum.value),
          leaf('ChecksumType', checksum.type),
        )
      : '',
    ObjectParts: count ? node('ObjectParts', leaf('PartsCount', count)) : '',
    StorageClass: leaf('StorageClass', version.storageClass),
    ObjectSize: leaf('ObjectSize', version.content.size),
  };
  const result = document('GetObjectAttributesResponse', ...asked.map((name) => known[name] ?? ''));
  return xmlAnswer(result, {
    'last-modified': new Date(version.lastModified).toUTCString(),
    ...versionHeader(call.bucket, version),
  });
}
