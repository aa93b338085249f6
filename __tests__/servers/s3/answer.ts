import type { ServerResponse } from 'node:http';
import { Content } from './content.ts';
import type { S3Error } from './errors.ts';
import { leaf, node, XML } from './xml.ts';

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Content;
  /** The answer says its whole length and ends after so many bytes, with its connection. */
  readonly truncateAt?: number;
}

/** What becomes of a request: an answer, or a connection that is reset. */
export type Outcome = Answer | 'reset';

const NOTHING = Content.of('');

export function empty(status: number, headers: Headers = {}): Answer {
  return { status, headers, body: NOTHING };
}

export function xmlAnswer(text: string, headers: Headers = {}, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/xml', ...headers }, body: Content.of(text) };
}

export function errorAnswer(error: S3Error, resource: string): Answer {
  return xmlAnswer(errorDocument(error, resource), error.headers, error.status);
}

/** The document that carries an error, in an error's answer or inside a 200. */
export function errorDocument(error: S3Error, resource: string): string {
  const elements = Object.entries(error.elements).map(([name, value]) => leaf(name, value));
  const named = [leaf('Code', error.code), leaf('Message', error.message), ...elements];
  return XML + node('Error', ...named, leaf('Resource', resource));
}

/** Writes an answer at the client's pace; without its body where the request was a HEAD. */
export async function send(answer: Answer, response: ServerResponse, withBody: boolean): Promise<void> {
  const bodiless = answer.status === 204 || answer.status === 304;
  const length = bodiless ? {} : { 'content-length': String(answer.body.size) };
  response.writeHead(answer.status, { ...length, ...answer.headers });
  if (!withBody || bodiless) return void response.end();
  let left = answer.truncateAt ?? Number.POSITIVE_INFINITY;
  for (const chunk of answer.body.chunks()) {
    if (response.destroyed || left <= 0) break;
    const part = chunk.subarray(0, Math.min(chunk.length, left));
    left -= part.length;
    if (!response.write(part)) await drained(response);
  }
  if (answer.truncateAt === undefined) response.end();
  else response.socket?.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}
