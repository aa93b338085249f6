import type { AuthClient } from 'google-auth-library';
import { type Bytes } from '../../../domain/byte-parts.ts';
type Transporter = AuthClient['transporter'];
type Adapter = NonNullable<NonNullable<Parameters<Transporter['request']>[0]>['adapter']>;
/** A request as the library has prepared it: with its headers, and with the agent of a proxy where there is one. */
export type Prepared = Parameters<Adapter>[0];
/**
 * The last step of the library's transport, in place of its `fetch`: that one pipes every answer, see `collectBody`.
 * Follows no redirects. The answer's `data` is the body's bytes, or the body itself where a stream was asked for.
 */
export declare function exchange<T>(prepared: Prepared, body: Bytes | undefined): Promise<Awaited<ReturnType<Adapter>> & {
    data: T;
}>;
export {};
