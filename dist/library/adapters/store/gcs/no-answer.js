import { failure, RollbackError } from '../../../domain/errors.js';
import { UnansweredError } from '../../../ports/object-store.js';
import { TimedOut } from '../remote/time-limit.js';
/** Failures from before a connection stood: nothing was sent. */
const NOT_SENT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);
const BROKEN = new Set(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);
const LOGIN = "Run google-github-actions/auth before this step (with 'id-token: write'), or set GOOGLE_APPLICATION_CREDENTIALS; " +
    'docs: README, "Google Cloud Storage".';
/** The request went out, or tried to, and no whole answer came back. */
export function noAnswer(thrown) {
    if (thrown instanceof RollbackError)
        return thrown;
    if (thrown instanceof TimedOut) {
        return new UnansweredError(`Google Cloud Storage gave ${thrown.message}`, { landed: 'unknown' });
    }
    const code = codeOf(thrown);
    const landed = NOT_SENT.has(code) ? 'no' : 'unknown';
    const what = code === '' ? 'the connection broke' : code;
    return new UnansweredError(`Google Cloud Storage could not be reached or broke off (${what})`, { landed });
}
/** No token could be had. What the library throws may carry requests with secrets: only its words go on, and no cause. */
export function credentialsFailure(thrown) {
    const [status, code] = [statusOf(thrown), codeOf(thrown)];
    if (NOT_SENT.has(code) || BROKEN.has(code) || status >= 500 || status === 429) {
        const why = code === '' ? `status ${status}` : code;
        return new UnansweredError(`No token for Google Cloud Storage could be fetched (${why})`, {
            landed: 'no',
        });
    }
    const words = wordsOf(thrown);
    const none = /could not load the default credentials/i.test(words);
    const message = none
        ? 'There are no Google credentials here'
        : `The Google credentials can't be used: ${words}`;
    return failure('PERMISSION', message, { advice: LOGIN });
}
/** The first line, short, and nothing in it that could be a token or a signed URL. */
export function harmless(text) {
    const line = text.split(/[\r\n]/, 1)[0] ?? '';
    const hidden = line
        .replaceAll(/\b(ya29\.|eyJ|1\/\/|ghs_)[\w.~+/=-]+/g, '***')
        .replaceAll(/([?&](?:X-Goog-[\w-]+|Signature|access_token|GoogleAccessId|Expires)=)[^&\s]+/gi, '$1***')
        .replaceAll(/\b(Bearer|Basic)\s+\S+/gi, '$1 ***');
    return hidden.length > 300 ? `${hidden.slice(0, 299)}…` : hidden;
}
function wordsOf(thrown) {
    return thrown instanceof Error ? harmless(thrown.message) : 'for a reason that was not told';
}
function codeOf(thrown) {
    for (let each = thrown; each instanceof Error; each = each.cause) {
        if ('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z_]+$/.test(each.code))
            return each.code;
    }
    return '';
}
function statusOf(thrown) {
    return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number'
        ? thrown.status
        : 0;
}
