import { failure } from '../../../domain/errors.js';
import { printable } from '../../../domain/version.js';
import { LOG_IN } from './credentials.js';
import { isRegionMissing, safeText } from './thrown.js';
const BAD_CREDENTIALS = new Set([
    'InvalidAccessKeyId',
    'SignatureDoesNotMatch',
    'InvalidToken',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'AccountProblem',
    'NotSignedUp',
]);
const NO_ROOM = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage', 'EntityTooLarge']);
/** An answer that says no for good. */
export function refusal(thrown, doing, where, cause) {
    const { code, status, message } = thrown;
    const told = safeText(message);
    if (BAD_CREDENTIALS.has(code))
        return badCredentials(code, told, where, cause);
    if (isRegionMissing(thrown)) {
        return failure('BAD_INPUT', 'No region is known', { cause, advice: 'Set s3-region, or AWS_REGION.' });
    }
    const region = rightRegion(thrown);
    if (region !== undefined)
        return wrongRegion(region, where, cause);
    const said = { cause, details: [`${code}: ${told}`] };
    if (code === 'InvalidObjectState') {
        return failure('STEP_FAILED', `Could not ${doing.what}: the object is archived (InvalidObjectState)`, {
            ...said,
            advice: 'Restore the object from its archive first (`aws s3api restore-object`), then run again.',
        });
    }
    if (isKms(thrown))
        return kmsRefused(doing, said);
    if (/object lock|legal hold|retention|WORM/i.test(message) && status === 403) {
        return failure('STEP_FAILED', `Could not ${doing.what}: the object is locked`, {
            ...said,
            advice: 'A retention period or legal hold protects it; release it, or leave the release where it is.',
        });
    }
    if (status === 403 || code === 'AccessDenied' || status === 401)
        return denied(doing, where, said);
    if (NO_ROOM.has(code) || status === 507)
        return failure('BACKUP', `Could not ${doing.what}: no room is left`, said);
    if (/server side encryption|customer/i.test(message) && status === 400) {
        return failure('STEP_FAILED', `Could not ${doing.what}: it is encrypted with a customer's own key (SSE-C)`, {
            ...said,
            advice: 'Such objects can only be handled with their key, which this tool is never given.',
        });
    }
    if (code === 'InvalidBucketName')
        return failure('BAD_INPUT', `'${printable(where.bucket)}' is no bucket name`, said);
    return failure('STEP_FAILED', `Could not ${doing.what} in ${where.location}: ${code}`, said);
}
function badCredentials(code, told, where, cause) {
    return failure('PERMISSION', `The credentials are not accepted at ${where.location} (${code})`, {
        cause,
        details: [told],
        advice: LOG_IN,
    });
}
function denied({ what, action }, where, said) {
    return failure('PERMISSION', `${action} is denied: could not ${what} in ${where.location}`, {
        ...said,
        advice: action.startsWith('s3:GetObject')
            ? `Grant ${action}, and s3:ListBucket, without which an absent key looks like a forbidden one.`
            : `Grant ${action} to the account that runs the rollback.`,
    });
}
function kmsRefused({ what }, said) {
    // A permission, also to the probe: a refused copy must not pass for a condition that the store does not know.
    return failure('PERMISSION', `Could not ${what}: the KMS key that encrypts it can't be used`, {
        ...said,
        advice: 'Grant kms:Decrypt and kms:GenerateDataKey on the key, and see that it is enabled.',
    });
}
const isKms = ({ code, message, status }) => code.startsWith('KMS.') || ((status === 403 || status === 400) && /\bkms:|KMS/.test(message));
function wrongRegion(region, where, cause) {
    const asked = where.region === undefined ? 'the one that was found' : `'${where.region}'`;
    const named = region === '' ? `another region than ${asked}` : `region '${region}', not in ${asked}`;
    return failure('BAD_INPUT', `Bucket '${printable(where.bucket)}' is in ${named}`, {
        cause,
        advice: region === '' ? 'Set s3-region to the region of the bucket.' : `Set s3-region to ${region}.`,
    });
}
/** The bucket's region, where the answer says that it is another one; empty when it does not say which. */
function rightRegion({ code, status, headers, message }) {
    const told = headers['x-amz-bucket-region'];
    const redirected = status === 301 || status === 307 || code === 'PermanentRedirect';
    if (redirected)
        return told ?? '';
    // Its message names a region, and not whose it is.
    if (code === 'IllegalLocationConstraintException')
        return told ?? '';
    if (code !== 'AuthorizationHeaderMalformed')
        return undefined;
    return told ?? /expecting '([a-z0-9-]+)'/.exec(message)?.[1];
}
