import { type GcsCall, jsonOf } from '../call.ts';
import type { Context, Handler } from '../context.ts';
import { GcsError, invalid } from '../errors.ts';
import { emptyReply, type Reply } from '../reply.ts';
import type { OpenUpload } from '../state.ts';
import { finish, nameOf } from './insert.ts';
import { checkWritable } from './write.ts';

/** The first request of a resumable upload: cloud.google.com/storage/docs/performing-resumable-uploads. */
export const startUpload: Handler = (context, call) => {
  const bucket = context.state.bucket(call.bucket);
  const body = jsonOf(call.body);
  const contentType = call.headers['x-upload-content-type'];
  const given = contentType === undefined ? body : { contentType, ...body };
  const name = nameOf(call, given);
  checkWritable(context, bucket, name, call.query);
  const id = context.state.nextId('upload');
  context.state.uploads.set(id, {
    bucket: bucket.name,
    name,
    query: call.query,
    given,
    parts: [],
    received: 0,
  });
  const location = `${context.origin}/upload/storage/v1/b/${bucket.name}/o?uploadType=resumable&upload_id=${id}`;
  return emptyReply(200, { location, 'x-guploader-uploadid': id });
};

/** A chunk, or with `bytes *` a question how far it is; the last chunk answers as an insert does. */
export const continueUpload: Handler = (context, call) => {
  const id = call.query.get('upload_id') ?? '';
  const upload = context.state.uploads.get(id);
  if (upload === undefined) throw new GcsError(404, 'notFound', 'No such upload');
  const { start, total } = rangeOf(call);
  if (start !== undefined) take(upload, start, call.body);
  const complete = total === undefined ? false : upload.received === total;
  if (!complete) return incomplete(upload);
  context.state.uploads.delete(id);
  return end(context, call, upload);
};

function end(context: Context, call: GcsCall, upload: OpenUpload): Reply {
  const ended = { ...call, bucket: upload.bucket, key: upload.name, query: upload.query };
  return finish(context, ended, upload.given, Buffer.concat(upload.parts), upload.name);
}

/** 308 with what has arrived; no Range where nothing has. */
function incomplete(upload: OpenUpload): Reply {
  return emptyReply(308, upload.received === 0 ? {} : { range: `bytes=0-${upload.received - 1}` });
}

function take(upload: OpenUpload, start: number, body: Buffer): void {
  if (start > upload.received) throw new GcsError(503, 'backendError', 'The chunk leaves a gap');
  const fresh = body.subarray(upload.received - start);
  upload.parts.push(fresh);
  upload.received += fresh.length;
}

/** `bytes 0-9/10`, `bytes 0-9/*`, `bytes 0-*\/10`, `bytes 0-*\/*`, `bytes *\/10`, `bytes *\/*`, or none: all at once. */
function rangeOf(call: GcsCall): { start: number | undefined; total: number | undefined } {
  const header = call.headers['content-range'];
  if (header === undefined) return { start: 0, total: call.body.length };
  const range = /^bytes (?:(\d+)-(\d+|\*)|\*)\/(\d+|\*)$/.exec(header);
  if (range === null) throw invalid(`Failed to parse Content-Range header: ${header}`);
  const start = range[1] === undefined ? undefined : Number(range[1]);
  if (range[3] !== '*') return { start, total: Number(range[3]) };
  // An open end of an unknown whole: what this request brings is the rest.
  const rest = start !== undefined && range[2] === '*';
  return { start, total: rest ? start + call.body.length : undefined };
}
