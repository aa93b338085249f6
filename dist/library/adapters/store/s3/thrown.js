import { z } from 'zod';
import { printable } from '../../../domain/version.js';
import { TimedOut } from '../remote/time-limit.js';
const shape = z.object({
    name: z.string().catch('Error'),
    message: z.string().catch(''),
    code: z.string().optional().catch(undefined),
    $metadata: z.object({ httpStatusCode: z.number().optional() }).optional().catch(undefined),
    $response: z
        .object({
        statusCode: z.number().optional().catch(undefined),
        headers: z.record(z.string(), z.string()).optional().catch(undefined),
    })
        .optional()
        .catch(undefined),
});
export function readThrown(thrown) {
    if (thrown instanceof TimedOut) {
        return { code: 'TimedOut', message: thrown.message, status: undefined, headers: {}, cause: thrown };
    }
    const parsed = shape.safeParse(thrown instanceof Error ? withHidden(thrown) : {});
    if (!parsed.success)
        return { code: 'Error', message: 'unknown', status: undefined, headers: {} };
    const { name, message, code, $metadata, $response } = parsed.data;
    const status = $metadata?.httpStatusCode ?? $response?.statusCode;
    return {
        code: name,
        message,
        status,
        headers: $response?.headers ?? {},
        network: status === undefined && code !== undefined && NETWORK.test(code) ? code : undefined,
        cause: thrown,
    };
}
/** Refused by an answer without a body, as those to a HEAD are: the SDK has no name for it. */
export const isMute = ({ code, status }) => code === 'Unknown' && (status === 400 || status === 403);
/** The SDK keeps the answer where a spread would miss it. */
const withHidden = (thrown) => ({
    name: thrown.name,
    message: thrown.message,
    code: thrown.code,
    $metadata: thrown.$metadata,
    $response: thrown.$response,
});
/** What Node calls a connection that could not be made, broke, or was not safe; a file that is missing is none. */
const NETWORK = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EADDR|ETIMEDOUT|EPIPE|EPROTO|EMFILE|HPE_|ERR_(TLS|SSL|SOCKET|STREAM|HTTP)|CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA)/;
/** Thrown before anything was sent. */
export const isRegionMissing = ({ message, status }) => status === undefined && message.startsWith('Region is missing');
const SECRETS = /(?:A(?:KIA|SIA)[A-Z0-9]{12,}|(?:X-Amz-\w+|Signature|Credential|AWSAccessKeyId|authorization)=[^\s&,]+|https?:\/\/[^\s]*\?[^\s]*)/gi;
/** A store's own words, without what might be secret, and harmless to print. */
export function safeText(message) {
    const words = message.replace(SECRETS, '***').replace(/\s+/g, ' ').trim();
    return words.length > 300 ? `${printableLong(words.slice(0, 297))}...` : printableLong(words);
}
/** `printable` cuts at 80 characters. */
const printableLong = (text) => (text.match(/.{1,80}/gsu) ?? []).map((part) => printable(part)).join('');
