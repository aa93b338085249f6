import type { S3Client } from '@aws-sdk/client-s3';
import type { Where } from './errors.ts';
/** A request could not even be signed; `worked` when one of this client was before. */
export declare class CredentialsFailure extends Error {
    readonly worked: boolean;
    readonly profile: string | undefined;
    constructor(cause: unknown, worked: boolean, profile: string | undefined);
}
/**
 * Tells what fails before a request is sent: the SDK asks files, programs and services for credentials then, whose
 * refusals would look like the store's own.
 */
export declare function watchCredentials(client: S3Client, profile: string | undefined): void;
export declare const LOG_IN = "Log in first (in GitHub Actions: aws-actions/configure-aws-credentials), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
export declare const LOG_IN_AGAIN = "Log in again, then run `release-rollback recover`: it brings to an end what was begun, if anything was.";
/** Nothing was sent. Who had credentials before may have them again: that turns no operation back. */
export declare function credentialsFailure({ cause, worked, profile }: CredentialsFailure, { location }: Where): Error;
