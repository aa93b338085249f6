import { failure, RollbackError } from '../../../domain/errors.js';
import { printable } from '../../../domain/version.js';
import { ConflictError, UnansweredError } from '../../../ports/object-store.js';
import { retryAfterMs } from '../remote/read-retries.js';
import { TimedOut } from '../remote/time-limit.js';
import { CredentialsFailure, credentialsFailure, LOG_IN_AGAIN } from './credentials.js';
import { refusal } from './refusals.js';
import { isMute, isRegionMissing, readThrown, safeText } from './thrown.js';
/** The key is not there, or whatever else `code` says. */
export class AbsentError extends Error {
    code;
    constructor(message, code, options) {
        super(message, options);
        this.code = code;
    }
}
/** Turned away without an effect. */
const TURNED_AWAY = new Set([
    'SlowDown',
    'TooManyRequests',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'Throttling',
    'ThrottlingException',
    'ConditionalRequestConflict',
    'OperationAborted',
    'RequestTimeTooSkewed',
    'ExpiredToken',
    'ExpiredTokenException',
    'TokenRefreshRequired',
]);
/** No connection was made, so nothing was sent. */
const NEVER_SENT = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
/** A store that has no such thing. */
export const isNotImplemented = ({ details }) => details.some((each) => /^(NotImplemented|MethodNotAllowed):/.test(each));
/** An object that has to be taken out of an archive before it can be read. */
export const isArchived = ({ details }) => details.some((each) => each.startsWith('InvalidObjectState:'));
/** Whatever a request threw, in the port's terms and in words; never with credentials, URLs or headers. */
export function translate(thrown, doing, where) {
    if (thrown instanceof RollbackError || thrown instanceof ConflictError || thrown instanceof AbsentError)
        return thrown;
    if (thrown instanceof CredentialsFailure)
        return credentialsFailure(thrown, where);
    return translateCode(readThrown(thrown), doing, where);
}
/** The same of an error that an answer names for one key of a batch. */
export function translateCode(thrown, doing, where) {
    const { code, status } = thrown;
    const cause = new Error(`${code}${status === undefined ? '' : ` (${status})`}: ${safeText(thrown.message)}`);
    if (code === 'PreconditionFailed' || status === 412)
        return new ConflictError(doing.key ?? '', { cause });
    if (code === 'NoSuchBucket')
        return noBucket(where, cause);
    if (status === 404) {
        const message = `Could not ${doing.what} in ${where.location}: it is not there (${code})`;
        return new AbsentError(message, code, { cause });
    }
    return unanswered(thrown, doing, where, cause) ?? refusal(thrown, doing, where, cause);
}
function noBucket({ bucket }, cause) {
    return failure('NO_REPOSITORY', `There is no bucket '${printable(bucket)}'`, {
        cause,
        advice: 'Check repository-bucket, s3-endpoint and the account; a bucket is never created.',
    });
}
function unanswered(thrown, doing, where, cause) {
    const { code, status, network } = thrown;
    const options = (landed) => ({
        landed,
        retryAfterMs: retryAfterMs(thrown.headers['retry-after'], Date.parse(thrown.headers.date ?? '')),
        cause,
        ...(EXPIRED.test(code) ? { advice: LOG_IN_AGAIN } : {}),
    });
    const message = `Could not ${doing.what} in ${where.location}: ${wordsFor(thrown)}`;
    const turnedAway = TURNED_AWAY.has(code) || status === 429 || (status === 400 && isMute(thrown));
    if (turnedAway)
        return new UnansweredError(message, options('no'));
    if (network !== undefined && NEVER_SENT.test(network))
        return new UnansweredError(message, options('no'));
    // What is no answer of the service's (a broken connection, a document cut short) says nothing of the effect.
    if (status === undefined || status < 300 || status >= 500) {
        return code === 'NotImplemented' || isRegionMissing(thrown)
            ? undefined
            : new UnansweredError(message, options('unknown'));
    }
    return code === 'RequestTimeout' ? new UnansweredError(message, options('unknown')) : undefined;
}
const EXPIRED = /^Expired|^TokenRefresh/;
function wordsFor(thrown) {
    const { code, message, network, cause } = thrown;
    if (cause instanceof TimedOut)
        return cause.message;
    if (isMute(thrown))
        return 'it was refused with 400 without a reason, often for an expired token';
    if (code === 'RequestTimeTooSkewed') {
        return 'the clock of this machine and that of the store are too far apart (RequestTimeTooSkewed); set this clock right';
    }
    if (EXPIRED.test(code))
        return `the credentials have expired (${code})`;
    if (network === 'ENOTFOUND' || network === 'EAI_AGAIN')
        return `its host can't be found (${network})`;
    if (network !== undefined)
        return `the connection failed (${network})`;
    return `${code}: ${safeText(message)}`;
}
