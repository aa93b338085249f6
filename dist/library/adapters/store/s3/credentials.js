import { failure } from '../../../domain/errors.js';
import { printable } from '../../../domain/version.js';
import { UnansweredError } from '../../../ports/object-store.js';
import { isRegionMissing, readThrown, safeText } from './thrown.js';
/** A request could not even be signed; `worked` when one of this client was before. */
export class CredentialsFailure extends Error {
    worked;
    profile;
    constructor(cause, worked, profile) {
        super('no credentials', { cause });
        this.worked = worked;
        this.profile = profile;
    }
}
/**
 * Tells what fails before a request is sent: the SDK asks files, programs and services for credentials then, whose
 * refusals would look like the store's own.
 */
export function watchCredentials(client, profile) {
    const sent = new WeakSet();
    let worked = false;
    client.middlewareStack.add((next, context) => async (args) => {
        try {
            return await next(args);
        }
        catch (thrown) {
            if (sent.has(context) || isRegionMissing(readThrown(thrown)))
                throw thrown;
            throw new CredentialsFailure(thrown, worked, profile);
        }
    }, { step: 'initialize', priority: 'high', name: 'tellCredentials' });
    client.middlewareStack.add((next, context) => (args) => {
        sent.add(context);
        worked = true;
        return next(args);
    }, { step: 'deserialize', priority: 'low', name: 'noteSent' });
}
export const LOG_IN = 'Log in first (in GitHub Actions: aws-actions/configure-aws-credentials), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
export const LOG_IN_AGAIN = 'Log in again, then run `release-rollback recover`: it brings to an end what was begun, if anything was.';
/** Nothing was sent. Who had credentials before may have them again: that turns no operation back. */
export function credentialsFailure({ cause, worked, profile }, { location }) {
    const thrown = readThrown(cause);
    const told = safeText(thrown.message);
    const busy = thrown.network !== undefined || (thrown.status ?? 0) >= 500 || thrown.status === 429;
    const reason = new Error(`${thrown.code}: ${told}`);
    if (worked || busy) {
        return new UnansweredError(`No AWS credentials could be had for ${location} this time: ${told}`, {
            landed: 'no',
            cause: reason,
            advice: LOG_IN_AGAIN,
        });
    }
    // Of a profile that is not there, or whose program fails, the SDK says no more than of none at all.
    if (!/from any providers/.test(told)) {
        const message = `The AWS credentials for ${location} can't be had: ${told}`;
        return failure('PERMISSION', message, { cause: reason, advice: LOG_IN });
    }
    return failure('PERMISSION', `No AWS credentials were found for ${location}`, {
        cause: reason,
        details: profile === undefined ? [] : [`Looked for in profile '${printable(profile)}' (AWS_PROFILE)`],
        advice: profile === undefined
            ? LOG_IN
            : 'See that the profile of AWS_PROFILE is in the AWS configuration, and that its credential_process works (`aws sts get-caller-identity`).',
    });
}
