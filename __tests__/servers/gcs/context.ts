import type { GcsCall } from './call.ts';
import { partial } from './fields.ts';
import type { Permissions } from './permissions.ts';
import { jsonReply, type Reply } from './reply.ts';
import { objectResource, type Projection } from './resource.ts';
import type { GcsState } from './state.ts';
import type { StoredVersion } from './types.ts';

/** What an operation works with. */
export interface Context {
  readonly state: GcsState;
  readonly permissions: Permissions;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
}

/** One operation of the API: runs at once and whole, so that requests never interleave within one. */
export type Handler = (context: Context, call: GcsCall) => Reply;

export function projectionOf(call: GcsCall, otherwise: Projection): Projection {
  const asked = call.query.get('projection');
  return asked === 'full' || asked === 'noAcl' ? asked : otherwise;
}

/** The answer that shows one object. */
export function objectReply(
  context: Context,
  call: GcsCall,
  bucketName: string,
  version: StoredVersion,
  otherwise: Projection = 'noAcl',
): Reply {
  const bucket = context.state.bucket(bucketName);
  const resource = objectResource(bucket, version, projectionOf(call, otherwise), context.origin);
  return jsonReply(200, partial(resource, call.query.get('fields')) as object);
}
