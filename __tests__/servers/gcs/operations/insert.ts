import { type GcsCall, jsonOf } from '../call.ts';
import { bytesContent, type Content } from '../content.ts';
import { type Context, type Handler, objectReply } from '../context.ts';
import { invalid, required } from '../errors.ts';
import { metadataOf } from '../metadata.ts';
import { partsOf } from '../multipart.ts';
import type { Reply } from '../reply.ts';
import { checkWritable, newVersion } from './write.ts';

type Given = Readonly<Record<string, unknown>>;

/** objects.insert as media (the bytes alone) or multipart (a resource and the bytes). */
export const insert: Handler = (context, call) => {
  const type = call.query.get('uploadType');
  if (type === 'media')
    return finish(context, call, { contentType: call.headers['content-type'] }, call.body);
  if (type !== 'multipart') throw invalid(`Invalid upload type: ${type}`);
  const [resource, media, ...more] = partsOf(call.headers['content-type'] ?? '', call.body);
  if (resource === undefined || media === undefined || more.length > 0) {
    throw invalid('Malformed multipart body: two parts are expected');
  }
  const given = { contentType: media.headers['content-type'], ...jsonOf(resource.body) };
  return finish(context, call, given, media.body);
};

/** Writes the object of an upload that is complete. */
export function finish(context: Context, call: GcsCall, given: Given, body: Buffer, name?: string): Reply {
  const bucket = context.state.bucket(call.bucket);
  const key = name ?? nameOf(call, given);
  const content = bytesContent(body);
  checkHashes(content, given, call.headers['x-goog-hash']);
  checkWritable(context, bucket, key, call.query);
  const written = bucket.setLive(
    newVersion(bucket, {
      name: key,
      content,
      metadata: metadataOf(withQuery(given, call.query)),
      predefinedAcl: call.query.get('predefinedAcl'),
      kmsKeyName: call.query.get('kmsKeyName') ?? undefined,
    }),
  );
  return objectReply(context, call, bucket.name, written, 'acl' in given ? 'full' : 'noAcl');
}

export function nameOf(call: GcsCall, given: Given): string {
  const name = call.key ?? given.name;
  if (typeof name !== 'string' || name === '') throw required('Required parameter: name');
  return name;
}

function withQuery(given: Given, query: URLSearchParams): Given {
  const contentEncoding = query.get('contentEncoding');
  return contentEncoding === null ? given : { ...given, contentEncoding };
}

/** A checksum that the client sent in the resource or in X-Goog-Hash must be that of the bytes. */
function checkHashes(content: Content, given: Given, header = ''): void {
  const sent = new Map(
    header.split(',').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
  const wrong = (ours: string | undefined, theirs: unknown): boolean =>
    typeof theirs === 'string' && theirs !== ours;
  for (const crc of [given.crc32c, sent.get('crc32c')]) {
    if (wrong(content.crc32c, crc)) throw mismatch('CRC32C', String(crc), content.crc32c);
  }
  for (const md5 of [given.md5Hash, sent.get('md5')]) {
    if (wrong(content.md5Hash, md5)) throw mismatch('MD5 hash', String(md5), content.md5Hash ?? '');
  }
}

const mismatch = (what: string, sent: string, calculated: string) =>
  invalid(`Provided ${what} "${sent}" doesn't match calculated ${what} "${calculated}".`);
