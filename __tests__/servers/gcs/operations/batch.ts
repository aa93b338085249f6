import type { GcsCall } from '../call.ts';
import { GcsError, invalid } from '../errors.ts';
import { headersAndBody, type Part, partsOf } from '../multipart.ts';
import type { Outcome, Reply } from '../reply.ts';
import { type RawRequest, route } from '../route.ts';

/** "You should not include more than 100 calls in a single batch request": cloud.google.com/storage/docs/batch. */
const MOST_CALLS = 100;
const BOUNDARY = 'batch_of_answers';

/**
 * The calls of a batch, one after the other, each through `perform`. If one of them loses the connection, those behind
 * it are not carried out.
 */
export async function performBatch(
  batch: GcsCall,
  number: number,
  perform: (call: GcsCall) => Promise<Outcome>,
): Promise<Outcome> {
  const parts = partsOf(batch.headers['content-type'] ?? '', batch.body);
  if (parts.length > MOST_CALLS) throw invalid('The batch request should not contain more than 100 calls.');
  const calls = parts.map((part) => route(requestOf(part, batch, number)));
  const transfer = calls.find((call) => /^objects\.(insert|get\.media)/.test(call.operation));
  if (transfer !== undefined) throw invalid('Uploads and downloads are not supported in a batch request.');
  const answers: Buffer[] = [];
  for (const [index, call] of calls.entries()) {
    const outcome = await perform(call);
    if (outcome === 'drop') return 'drop';
    answers.push(answerPart(parts[index] as Part, outcome));
  }
  const end = Buffer.from(`--${BOUNDARY}--\r\n`);
  const headers = { 'content-type': `multipart/mixed; boundary=${BOUNDARY}` };
  return { status: 200, headers, body: Buffer.concat([...answers, end]) };
}

/** A part is an HTTP request; headers of the whole apply to it unless they are about the content. */
function requestOf(part: Part, batch: GcsCall, number: number): RawRequest {
  const end = part.body.indexOf('\r\n');
  const line = part.body.subarray(0, end < 0 ? part.body.length : end).toString('utf8');
  const [, method, target] = /^(\w+) (\S+)/.exec(line) ?? [];
  if (method === undefined || target === undefined) throw invalid('Failed to parse batch request');
  const { headers, body } = headersAndBody(part.body.subarray(end < 0 ? part.body.length : end + 2));
  const inherited = Object.entries(batch.headers).filter(([name]) => !name.startsWith('content-'));
  const path = target.replace(/^https?:\/\/[^/]+/, '');
  return {
    method,
    target: path,
    headers: { ...Object.fromEntries(inherited), ...headers },
    body,
    batch: number,
  };
}

function answerPart(part: Part, reply: Reply): Buffer {
  if (!Buffer.isBuffer(reply.body)) throw new GcsError(500, 'internalError', 'No media in a batch');
  const id = part.headers['content-id']?.replace(/^<?(.*?)>?$/, '<response-$1>');
  const lines = [
    `--${BOUNDARY}`,
    'Content-Type: application/http',
    ...(id === undefined ? [] : [`Content-ID: ${id}`]),
    '',
    `HTTP/1.1 ${reply.status} ${reply.status < 300 ? 'OK' : 'Error'}`,
    ...Object.entries(reply.headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${reply.body.length}`,
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(lines.join('\r\n')), reply.body, Buffer.from('\r\n')]);
}
