import { failure } from '../../../domain/errors.js';
import { ConflictError, UnansweredError } from '../../../ports/object-store.js';
import { retryAfterMs } from '../remote/read-retries.js';
import { harmless } from './no-answer.js';
const TOO_BUSY = ['rateLimitExceeded', 'userRateLimitExceeded', 'concurrentLimitExceeded'];
/** One object may be changed once a second: cloud.google.com/storage/quotas#objects. */
const ONCE_A_SECOND = 1000;
/** What a status means (cloud.google.com/storage/docs/json_api/v1/status-codes), in words where a person can act. */
export function refusal(answer, subject) {
    const { status } = answer;
    const complaint = complaintOf(answer);
    if (status === 412)
        return new ConflictError(subject.key);
    if (status === 404)
        return notFound(complaint, subject);
    if (status === 429 || (status === 403 && TOO_BUSY.includes(complaint.reason)))
        return throttled(answer.headers, subject);
    // Of a 5xx it is not promised that nothing happened; the same for two writers at once and an answer too late.
    if ((status >= 500 && status !== 501) || status === 408 || status === 409) {
        return new UnansweredError(`Google Cloud Storage answered ${status} while ${phrase(subject)}`, {
            landed: 'unknown',
            retryAfterMs: waitOf(answer.headers),
        });
    }
    if (status === 410) {
        return new UnansweredError(`A rewrite was begun too long ago while ${phrase(subject)}`, { landed: 'no' });
    }
    if (status === 401)
        return notAccepted(complaint);
    if (/requester pays|serviceusage\.services\.use/i.test(complaint.message))
        return payerWanted(complaint, subject);
    if (status === 403)
        return forbidden(complaint, subject);
    return failure('STEP_FAILED', `${place(subject)}: ${sentence(subject, status, complaint)}`);
}
function notFound({ message }, subject) {
    if (subject.object === undefined || /bucket.* does not exist/i.test(message))
        return noBucket(subject.bucket);
    if (subject.conditional === true)
        return new ConflictError(subject.key);
    return failure('STEP_FAILED', `${place(subject)} is not there`);
}
export const noBucket = (bucket) => failure('NO_REPOSITORY', `There is no bucket '${bucket}' in Google Cloud Storage`, {
    advice: 'Check --repository-bucket; a bucket is never created.',
});
function throttled(headers, subject) {
    return new UnansweredError(`Google Cloud Storage throttles (once a second per object) while ${phrase(subject)}`, {
        landed: 'no',
        retryAfterMs: Math.max(ONCE_A_SECOND, waitOf(headers) ?? 0),
    });
}
function notAccepted({ message }) {
    return failure('PERMISSION', `Google Cloud Storage does not accept the credentials: ${message}`, {
        advice: 'Let google-github-actions/auth log in right before this step, and check that its service account or ' +
            'workload identity pool still exists.',
    });
}
/** cloud.google.com/storage/docs/requester-pays: 400 without a project, 403 without the right to use it. */
function payerWanted({ message }, { bucket }) {
    return failure('PERMISSION', `Requests to gs://${bucket} need a project that pays for them`, {
        advice: 'Name the project that pays by gcs-project-id, and grant the account serviceusage.services.use on it, e.g. by ' +
            'roles/serviceusage.serviceUsageConsumer.',
        details: message === '' ? [] : [message],
    });
}
/** The object itself refuses, a key of KMS does, or a permission is missing; the message tells more than the reason. */
function forbidden({ reason, message }, subject) {
    // The service gives a hold the reason 'forbidden', too.
    if (reason === 'objectUnderActiveHold' || /under active .*hold/i.test(message)) {
        return failure('STEP_FAILED', `${place(subject)} is under a hold and can be neither removed nor replaced`, {
            advice: 'Release the hold (gcloud storage objects update --no-event-based-hold --no-temporary-hold), then run again.',
            details: [message],
        });
    }
    if (reason === 'retentionPolicyNotMet' || /retention policy|object retention/i.test(message)) {
        return failure('STEP_FAILED', `${place(subject)} is under a retention and can be neither removed nor replaced yet`, {
            advice: 'Wait until the retention ends, or have it lifted where that is allowed.',
            details: [message],
        });
    }
    if (/\bKMS\b/i.test(message)) {
        return failure('PERMISSION', `The Cloud KMS key of ${place(subject)} can't be used`, {
            advice: "Give the project's Cloud Storage service agent roles/cloudkms.cryptoKeyEncrypterDecrypter on the key, and " +
                'check that the key is enabled.',
            details: [message],
        });
    }
    const named = /\b(storage\.[A-Za-z]+\.[A-Za-z]+)\b/.exec(message)?.[1];
    const missing = named === undefined ? subject.permissions.join(' or ') : named;
    return failure('PERMISSION', `${missing} is denied for ${place(subject)}`, {
        advice: `Grant ${missing}, e.g. by roles/storage.objectUser on the bucket, to the account that runs the rollback.`,
        details: message === '' ? [] : [message],
    });
}
export function complaintOf({ body }) {
    const text = new TextDecoder().decode(body.subarray(0, 10_000));
    try {
        const { error } = JSON.parse(text);
        const [first] = error?.errors ?? [];
        return { reason: first?.reason ?? '', message: harmless(String(error?.message ?? first?.message ?? '')) };
    }
    catch {
        return { reason: '', message: harmless(text.replaceAll(/<[^>]*>/g, ' ').trim()) };
    }
}
const sentence = (subject, status, { message }) => `${subject.doing} was refused with ${status}${message === '' ? '' : `: ${message}`}`;
const phrase = (subject) => `${subject.doing} ${place(subject)}`;
const place = ({ bucket, object }) => object === undefined ? `the bucket gs://${bucket}` : `gs://${bucket}/${object}`;
/** What the answer asks us to wait, milliseconds. */
const waitOf = (headers) => retryAfterMs(headers.get('retry-after') ?? undefined, Date.parse(headers.get('date') ?? ''));
