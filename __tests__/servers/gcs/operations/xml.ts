import type { GcsCall } from '../call.ts';
import type { Context, Handler } from '../context.ts';
import { GcsError } from '../errors.ts';
import { mayAnybody } from '../public-access.ts';
import type { Reply } from '../reply.ts';
import { mediaReply } from './get.ts';

/** `GET /bucket/object` of the XML API: without an Authorization header only what the public may read. */
export const getXml: Handler = (context, call) => {
  try {
    return answer(context, call);
  } catch (error) {
    if (!(error instanceof GcsError)) throw error;
    const code = error.status === 404 ? 'NoSuchBucket' : 'AccessDenied';
    return xmlError(error.status, code, error.message);
  }
};

function answer(context: Context, call: GcsCall): Reply {
  const { key = '' } = call;
  const bucket = context.state.bucket(call.bucket);
  const anonymous = call.headers.authorization === undefined;
  const version = bucket.live(key);
  const allowed = anonymous
    ? mayAnybody('storage.objects.get', bucket, key)
    : context.permissions.allows('storage.objects.get', key);
  if (!allowed) return xmlError(403, 'AccessDenied', 'Access denied.');
  if (version !== undefined) return mediaReply(version, call.headers.range);
  // That a key is absent is told only to whom may list.
  const mayList = anonymous
    ? mayAnybody('storage.objects.list', bucket, key)
    : context.permissions.allows('storage.objects.list', key);
  return mayList
    ? xmlError(404, 'NoSuchKey', 'The specified key does not exist.')
    : xmlError(403, 'AccessDenied', 'Access denied.');
}

function xmlError(status: number, code: string, message: string): Reply {
  const text = message.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const body = `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${text}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml; charset=UTF-8' }, body: Buffer.from(body) };
}
