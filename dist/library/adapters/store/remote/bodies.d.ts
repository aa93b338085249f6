import { Readable } from 'node:stream';
import { type Bytes } from '../../../domain/byte-parts.ts';
/** Parts as a body that is made while it is sent. */
export declare const streamOf: (bytes: Bytes) => Readable;
/**
 * All bytes of an answer's body, which must not be piped to get them: what `pipe` and `pipeline` leave behind ties each
 * request to the next, so that none of them is young garbage; of 100,000 that is 250 MiB until the next full collection.
 */
export declare function collectBody(body: Readable): Promise<Uint8Array>;
