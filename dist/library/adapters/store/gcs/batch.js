import { randomUUID } from 'node:crypto';
import { failure } from '../../../domain/errors.js';
import { UnansweredError } from '../../../ports/object-store.js';
import { refusal } from './refusals.js';
/** "You should not include more than 100 calls in a single batch request": cloud.google.com/storage/docs/batch. */
export const BATCH_SIZE = 100;
/** Many calls as the body of one request; each is known by its number. */
export function batchBody(calls) {
    const boundary = `batch-${randomUUID()}`;
    const parts = calls.map(({ method, target }, at) => [
        `--${boundary}`,
        'content-type: application/http',
        `content-id: <${at}>`,
        '',
        `${method} ${target} HTTP/1.1`,
        '',
        '',
    ].join('\r\n'));
    const text = `${parts.join('')}--${boundary}--\r\n`;
    return { type: `multipart/mixed; boundary=${boundary}`, bytes: new TextEncoder().encode(text) };
}
/** The answers by the numbers of their calls; what is missing or can't be read is undefined: nothing is known of it. */
export function batchAnswers(answer, count) {
    const answers = new Array(count).fill(undefined);
    const boundary = /boundary="?([^";,\s]+)"?/i.exec(answer.headers.get('content-type') ?? '')?.[1];
    if (boundary === undefined)
        return answers;
    // Latin-1 keeps every byte, and every place in the text is a place in the bytes.
    const text = Buffer.from(answer.body).toString('latin1');
    for (const part of text.split(`--${boundary}`).slice(1, -1)) {
        const at = Number(/^content-id:\s*<response-(\d+)>/im.exec(part)?.[1] ?? Number.NaN);
        if (at < count)
            answers[at] = answerOf(part);
    }
    return answers;
}
/** Headers of the part, then the status line, headers and body of the answer. */
function answerOf(part) {
    const [, ...http] = part.split('\r\n\r\n');
    const [head = '', ...rest] = http;
    const [line = '', ...fields] = head.split('\r\n');
    const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(line.trimStart())?.[1] ?? 0);
    if (status === 0)
        return undefined;
    const headers = new Headers();
    for (const field of fields) {
        const colon = field.indexOf(':');
        if (colon > 0)
            headers.set(field.slice(0, colon).trim(), field.slice(colon + 1).trim());
    }
    const whole = rest.join('\r\n\r\n');
    const length = headers.get('content-length');
    const body = length === null ? whole.replace(/\r\n$/, '') : whole.slice(0, Number(length));
    if (length !== null && body.length < Number(length))
        return undefined;
    return { status, headers, body: Buffer.from(body, 'latin1') };
}
/**
 * What the refusal of a whole batch means; a server without batches says so by one of these. A batch "is taken apart into
 * a set of n requests before processing" (storage/docs/batch): after a 5xx some of them may have been carried out, while
 * a 429 turns it away at the door.
 */
export function batchRefusal(answer, subject) {
    if (![400, 404, 405, 501].includes(answer.status))
        return refusal(answer, subject);
    return failure('STEP_FAILED', `This server takes no batches (${answer.status})`);
}
export const notAnswered = (key) => new UnansweredError(`A batch was answered without a word on ${key}`, { landed: 'unknown' });
