import type { GcsCall, Operation } from './call.ts';
import { invalid } from './errors.ts';

/** What came in over HTTP, or as a part of a batch. */
export interface RawRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly batch?: number | undefined;
}

interface Place {
  readonly operation: Operation;
  readonly bucket?: string | undefined;
  readonly key?: string | undefined;
  readonly to?: { readonly bucket: string; readonly key: string } | undefined;
}

/** Which operation a request is. Object names are one segment each: their '/' comes as %2F. */
export function route(raw: RawRequest): GcsCall {
  const [path = '/', search = ''] = split(raw.target);
  const query = new URLSearchParams(search);
  const place = placeOf(raw.method, path, query);
  return {
    operation: place.operation,
    method: raw.method,
    path: raw.target,
    bucket: place.bucket,
    key: place.key,
    to: place.to,
    query,
    headers: raw.headers,
    body: raw.body,
    batch: raw.batch,
  };
}

function split(target: string): [string, string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

function placeOf(method: string, path: string, query: URLSearchParams): Place {
  if (path === '/batch/storage/v1' && method === 'POST') return { operation: 'batch' };
  const upload = /^\/upload\/storage\/v1\/b\/([^/]+)\/o$/.exec(path);
  if (upload) return uploadPlace(method, decode(upload[1]), query);
  const json = /^\/(?:download\/)?storage\/v1\/b(?:\/(.*))?$/.exec(path);
  if (!json) return xmlPlace(method, path);
  const download = path.startsWith('/download/') || query.get('alt') === 'media';
  const segments = json[1] === undefined || json[1] === '' ? [] : json[1].split('/').map(decode);
  return jsonPlace(method, segments, download);
}

function uploadPlace(method: string, bucket: string, query: URLSearchParams): Place {
  if (method === 'PUT' && query.has('upload_id')) return { operation: 'objects.insert.chunk', bucket };
  const key = query.get('name') ?? undefined;
  const resumable = query.get('uploadType') === 'resumable';
  return { operation: resumable ? 'objects.insert.start' : 'objects.insert', bucket, key };
}

/** Methods and the shape of the path behind `/b/`, names left out. */
const SHAPES: Readonly<Record<string, Operation>> = {
  'POST ': 'buckets.insert',
  'GET B': 'buckets.get',
  'PATCH B': 'buckets.patch',
  'GET B/iam': 'buckets.getIamPolicy',
  'GET B/iam/testPermissions': 'buckets.testIamPermissions',
  'POST B/folders': 'folders.insert',
  'GET B/o': 'objects.list',
  'GET B/o/O': 'objects.get',
  'PATCH B/o/O': 'objects.patch',
  'PUT B/o/O': 'objects.update',
  'DELETE B/o/O': 'objects.delete',
  'POST B/o/O/restore': 'objects.restore',
  'POST B/o/O/rewriteTo/b/B/o/O': 'objects.rewrite',
  'POST B/o/O/copyTo/b/B/o/O': 'objects.copy',
  'POST B/o/O/moveTo/o/O': 'objects.move',
  'GET B/o/O/acl': 'objectAccessControls.list',
  'POST B/o/O/acl': 'objectAccessControls.insert',
  'DELETE B/o/O/acl/E': 'objectAccessControls.delete',
};

/** Where names are among the segments, by the verb behind the object's name. */
const NAMES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  rewriteTo: { 5: 'B', 7: 'O' },
  copyTo: { 5: 'B', 7: 'O' },
  moveTo: { 5: 'O' },
  acl: { 4: 'E' },
};

function jsonPlace(method: string, segments: readonly string[], download: boolean): Place {
  const [bucket, collection, key, verb = ''] = segments;
  const names: Readonly<Record<number, string>> = {
    0: 'B',
    ...(collection === 'o' ? { 2: 'O', ...NAMES[verb] } : {}),
  };
  const shape = segments.map((segment, at) => names[at] ?? segment).join('/');
  const operation = SHAPES[`${method} ${shape}`] ?? 'unknown';
  if (operation === 'objects.get' && download) return { operation: 'objects.get.media', bucket, key };
  return {
    operation,
    bucket,
    key: collection === 'o' ? key : undefined,
    to: destination(operation, segments),
  };
}

function destination(operation: Operation, segments: readonly string[]): Place['to'] {
  const [bucket = ''] = segments;
  if (operation === 'objects.move') return { bucket, key: segments[5] ?? '' };
  if (operation !== 'objects.rewrite' && operation !== 'objects.copy') return undefined;
  return { bucket: segments[5] ?? '', key: segments[7] ?? '' };
}

function xmlPlace(method: string, path: string): Place {
  const object = /^\/([^/]+)\/(.+)$/s.exec(path);
  if (!object || (method !== 'GET' && method !== 'HEAD')) return { operation: 'unknown' };
  return { operation: 'xml.get', bucket: decode(object[1]), key: decode(object[2]) };
}

function decode(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    throw invalid('Invalid URL encoding');
  }
}
