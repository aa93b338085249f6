import { Readable } from 'node:stream';
import { inPieces, joinBytes } from '../../../domain/byte-parts.js';
/** Bytes that are sent at once. */
const PIECE = 64 * 1024;
/** Parts as a body that is made while it is sent. */
export const streamOf = (bytes) => 
// Whoever pipes it hears of no error of making it: the request then ends without an answer, not the process.
Readable.from(inPieces(bytes, PIECE), { objectMode: false }).on('error', () => { });
/**
 * All bytes of an answer's body, which must not be piped to get them: what `pipe` and `pipeline` leave behind ties each
 * request to the next, so that none of them is young garbage; of 100,000 that is 250 MiB until the next full collection.
 */
export function collectBody(body) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        body.on('data', (chunk) => chunks.push(chunk));
        body.once('end', () => resolve(joinBytes(chunks)));
        body.once('error', reject);
        body.once('close', () => reject(new Error('the answer broke off')));
    });
}
