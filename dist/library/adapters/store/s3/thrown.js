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
        network: status === undefined ? code : undefined,
        fromSdk: status === undefined && isOfSdk(name, message),
        cause: thrown,
    };
}
/** The SDK keeps the answer where a spread would miss it. */
const withHidden = (thrown) => ({
    name: thrown.name,
    message: thrown.message,
    code: thrown.code,
    $metadata: thrown.$metadata,
    $response: thrown.$response,
});
const isOfSdk = (name, message) => name === 'CredentialsProviderError' ||
    name === 'TokenProviderError' ||
    message.startsWith('Region is missing');
const SECRETS = /(?:A(?:KIA|SIA)[A-Z0-9]{12,}|(?:X-Amz-\w+|Signature|Credential|AWSAccessKeyId|authorization)=[^\s&,]+|https?:\/\/[^\s]*\?[^\s]*)/gi;
/** A store's own words, without what might be secret, and harmless to print. */
export function safeText(message) {
    const words = message.replace(SECRETS, '***').replace(/\s+/g, ' ').trim();
    return words.length > 300 ? `${printableLong(words.slice(0, 297))}...` : printableLong(words);
}
/** `printable` cuts at 80 characters. */
const printableLong = (text) => (text.match(/.{1,80}/gsu) ?? []).map((part) => printable(part)).join('');
