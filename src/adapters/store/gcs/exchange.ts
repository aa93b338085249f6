import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { AuthClient } from 'google-auth-library';
import { type Bytes, lengthOf } from '../../../domain/byte-parts.ts';
import { collectBody, streamOf } from '../remote/bodies.ts';

type Transporter = AuthClient['transporter'];
type Adapter = NonNullable<NonNullable<Parameters<Transporter['request']>[0]>['adapter']>;
/** A request as the library has prepared it: with its headers, and with the agent of a proxy where there is one. */
export type Prepared = Parameters<Adapter>[0];

/**
 * The last step of the library's transport, in place of its `fetch`: that one pipes every answer, see `collectBody`.
 * Follows no redirects. The answer's `data` is the body's bytes, or the body itself where a stream was asked for.
 */
export async function exchange<T>(
  prepared: Prepared,
  body: Bytes | undefined,
): Promise<Awaited<ReturnType<Adapter>> & { data: T }> {
  const answer = await answerTo(prepared, body);
  const data = (prepared.responseType === 'stream' ? answer : await collectBody(answer)) as T;
  const { statusCode: status = 0, headers } = answer;
  const fields = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return Object.assign(new Response(null, { status, headers: fields }), { config: prepared, data });
}

/** Resolves when the answer begins; the signal ends the whole exchange, whenever it comes. */
function answerTo(
  { url, method, headers, signal, agent }: Prepared,
  body: Bytes | undefined,
): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  const through = typeof agent === 'function' ? agent(url) : agent;
  return new Promise((resolve, reject) => {
    const options = {
      method: method ?? 'GET',
      headers: Object.fromEntries(headers),
      ...(through === undefined ? {} : { agent: through }),
      ...(signal === null || signal === undefined ? {} : { signal }),
    };
    const request = send(url, options, resolve);
    request.on('error', reject);
    sendBody(request, body);
  });
}

function sendBody(request: ClientRequest, body: Bytes | undefined): void {
  if (body === undefined || body instanceof Uint8Array) {
    request.end(body);
    return;
  }
  request.setHeader('content-length', lengthOf(body));
  streamOf(body)
    .on('error', (thrown) => request.destroy(thrown))
    .pipe(request);
}
