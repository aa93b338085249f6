import { createHash } from 'node:crypto';
export const CLOSERS = ['done', 'aborted', 'reverted', 'abandoned'];
export const isCloser = (kind) => CLOSERS.includes(kind);
export const sha256Hex = (bytes) => createHash('sha256').update(bytes).digest('hex');
/** Stored form: one JSON object, two spaces, newline at the end. */
export function encodeJson(value) {
    return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
