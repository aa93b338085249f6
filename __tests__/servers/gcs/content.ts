import { createHash } from 'node:crypto';
import { crc32c, crc32cOfBoth, crc32cText } from './crc32c.ts';

/** The bytes of an object, or the rule that they follow. */
export interface Content {
  readonly size: number;
  /** base64 of the big-endian CRC-32C. */
  readonly crc32c: string;
  /** base64; none for a content by rule, as composite objects have none. */
  readonly md5Hash: string | undefined;
  /** The bytes from `start` up to and without `end`, in chunks. */
  read(start: number, end: number): Iterable<Buffer>;
}

export function bytesContent(body: Uint8Array | string): Content {
  const bytes = Buffer.from(body as Uint8Array);
  return {
    size: bytes.length,
    crc32c: crc32cText(crc32c(bytes)),
    md5Hash: createHash('md5').update(bytes).digest('base64'),
    *read(start, end) {
      yield bytes.subarray(start, end);
    },
  };
}

const BLOCK = 64 * 1024;

/** A content of any size that takes no memory: one block, made of `seed`, again and again. Its CRC-32C is right. */
export function ruledContent(size: number, seed = 'rule'): Content {
  const block = blockOf(seed);
  const whole = Math.floor(size / BLOCK);
  const tail = block.subarray(0, size % BLOCK);
  const crc = crc32cOfBoth(repeated(crc32c(block), whole), crc32c(tail), tail.length);
  return {
    size,
    crc32c: crc32cText(crc),
    md5Hash: undefined,
    *read(start, end) {
      for (let at = start; at < end; ) {
        const within = at % BLOCK;
        const chunk = block.subarray(within, Math.min(BLOCK, within + end - at));
        yield chunk;
        at += chunk.length;
      }
    },
  };
}

export function contentText(content: Content): string {
  return Buffer.concat([...content.read(0, content.size)]).toString('utf8');
}

function blockOf(seed: string): Buffer {
  const parts: Buffer[] = [];
  for (let part = 0; part < BLOCK / 32; part += 1) {
    parts.push(createHash('sha256').update(`${seed} ${part}`).digest());
  }
  return Buffer.concat(parts);
}

/** The CRC of a block `times` times, by doubling. */
function repeated(crcOfBlock: number, times: number): number {
  let result = 0;
  let run = crcOfBlock;
  let length = BLOCK;
  for (let rest = times; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = crc32cOfBoth(result, run, length);
    run = crc32cOfBoth(run, run, length);
    length *= 2;
  }
  return result;
}
