import type { Content } from './content.ts';
import { GcsError } from './errors.ts';

/** An answer before it is written. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | { readonly content: Content; readonly start: number; readonly end: number };
  /** The connection breaks after so many bytes of the body. */
  readonly truncateAfter?: number;
}

/** A reply, or the connection dropped without one. */
export type Outcome = Reply | 'drop';

export function jsonReply(status: number, value: object, headers: Record<string, string> = {}): Reply {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: { 'content-type': 'application/json; charset=UTF-8', ...headers }, body };
}

export function emptyReply(status: number, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: Buffer.alloc(0) };
}

/** What an error of an operation says; anything else is a fault of the server itself and goes on. */
export function errorReply(error: unknown): Reply {
  if (!(error instanceof GcsError)) throw error;
  if (error.status === 304) return emptyReply(304);
  return jsonReply(error.status, error.toJSON(), { ...error.headers });
}
