import { createHash } from 'node:crypto';
import { partsOf } from './byte-parts.js';
export const CLOSERS = ['done', 'aborted', 'reverted', 'abandoned'];
export const isCloser = (kind) => CLOSERS.includes(kind);
export function sha256Hex(bytes) {
    const hash = createHash('sha256');
    if (typeof bytes === 'string')
        return hash.update(bytes).digest('hex');
    for (const part of partsOf(bytes))
        hash.update(part);
    return hash.digest('hex');
}
/** Stored form: one JSON object, two spaces, newline at the end. */
export function encodeJson(value) {
    return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
