import { Readable } from 'node:stream';
import { type Bytes, inPieces, joinBytes } from '../../../domain/byte-parts.ts';

/** Bytes that are sent at once. */
const PIECE = 64 * 1024;

/** Parts as a body that is made while it is sent. */
export const streamOf = (bytes: Bytes): Readable =>
  // Whoever pipes it hears of no error of making it: the request then ends without an answer, not the process.
  Readable.from(inPieces(bytes, PIECE), { objectMode: false }).on('error', () => {});

/**
 * All bytes of an answer's body, which must not be piped to get them: what `pipe` and `pipeline` leave behind ties each
 * request to the next, so that none of them is young garbage; of 100,000 that is 250 MiB until the next full collection.
 */
export function collectBody(body: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    body.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    body.once('end', () => resolve(joinBytes(chunks)));
    body.once('error', reject);
    body.once('close', () => reject(new Error('the answer broke off')));
  });
}
