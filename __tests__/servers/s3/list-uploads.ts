import { type Answer, xmlAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { pageSize } from './lists.ts';
import { encoderOf } from './paging.ts';
import { compareUtf8 } from './sorted-map.ts';
import type { Part, Upload } from './upload.ts';
import { requestedUpload } from './uploads.ts';
import { document, leaf, node } from './xml.ts';

/** API Reference, ListMultipartUploads: by key, then by the time they began. Delimiters are not looked at. */
export function listUploads({ request, bucket, limits }: Call): Answer {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const keyMarker = query.get('key-marker') ?? '';
  const idMarker = query.get('upload-id-marker') ?? '';
  const limit = pageSize(query, 'max-uploads', limits.page);
  const encode = encoderOf(query);
  const all = [...bucket.uploads.values()]
    .filter(({ key }) => key.startsWith(prefix))
    .filter((each) => isBehind(each, keyMarker, idMarker))
    .sort((a, b) => compareUtf8(a.key, b.key) || compareUtf8(a.id, b.id));
  const page = all.slice(0, limit);
  const last = all.length > page.length ? page.at(-1) : undefined;
  return xmlAnswer(
    document(
      'ListMultipartUploadsResult',
      leaf('Bucket', bucket.name),
      leaf('KeyMarker', encode(keyMarker)),
      leaf('UploadIdMarker', idMarker),
      leaf('NextKeyMarker', last && encode(last.key)),
      leaf('NextUploadIdMarker', last?.id),
      leaf('Prefix', encode(prefix)),
      leaf('EncodingType', query.get('encoding-type') ?? undefined),
      leaf('MaxUploads', limit),
      leaf('IsTruncated', last !== undefined),
      ...page.map((upload) => uploadEntry(upload, encode)),
    ),
  );
}

function isBehind({ key, id }: Upload, keyMarker: string, idMarker: string): boolean {
  const order = compareUtf8(key, keyMarker);
  return order > 0 || (order === 0 && idMarker !== '' && compareUtf8(id, idMarker) > 0);
}

function uploadEntry(
  { key, id, initiated, attributes, algorithm }: Upload,
  encode: (text: string) => string,
) {
  return node(
    'Upload',
    leaf('Key', encode(key)),
    leaf('UploadId', id),
    leaf('Initiated', new Date(initiated).toISOString()),
    leaf('StorageClass', attributes.storageClass),
    leaf('ChecksumAlgorithm', algorithm),
  );
}

/** API Reference, ListParts. */
export function listParts(call: Call): Answer {
  const { request, bucket, limits } = call;
  const upload = requestedUpload(call);
  const marker = Number(request.query.get('part-number-marker') ?? 0);
  const limit = pageSize(request.query, 'max-parts', limits.page);
  const all = [...upload.parts.values()]
    .filter(({ number }) => number > marker)
    .sort((a, b) => a.number - b.number);
  const page = all.slice(0, limit);
  const last = all.length > page.length ? page.at(-1) : undefined;
  return xmlAnswer(
    document(
      'ListPartsResult',
      leaf('Bucket', bucket.name),
      leaf('Key', upload.key),
      leaf('UploadId', upload.id),
      leaf('PartNumberMarker', marker),
      leaf('NextPartNumberMarker', last?.number),
      leaf('MaxParts', limit),
      leaf('IsTruncated', last !== undefined),
      leaf('StorageClass', upload.attributes.storageClass),
      ...page.map(partEntry),
    ),
  );
}

function partEntry({ number, lastModified, etag, content, checksum }: Part): string {
  return node(
    'Part',
    leaf('PartNumber', number),
    leaf('LastModified', new Date(lastModified).toISOString()),
    leaf('ETag', etag),
    leaf('Size', content.size),
    checksum ? leaf(`Checksum${checksum.algorithm}`, checksum.value) : '',
  );
}
