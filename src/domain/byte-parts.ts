/** Bytes that are made piece by piece, as often as they are asked for: the same ones every time, never all at once. */
export type ByteParts = Iterable<Uint8Array>;
export type Bytes = Uint8Array | ByteParts;

export const partsOf = (bytes: Bytes): ByteParts => (bytes instanceof Uint8Array ? [bytes] : bytes);

/** `make` begins anew for everyone who asks. */
export const byteParts = (make: () => Iterator<Uint8Array>): ByteParts => ({ [Symbol.iterator]: make });

export function lengthOf(bytes: Bytes): number {
  let length = 0;
  for (const part of partsOf(bytes)) length += part.length;
  return length;
}

/** Bytes from which on a block of them is better off outside of what `malloc` holds. */
const LARGE = 512 * 1024;

/**
 * Zeroes to be written over. Once a large block is given back, glibc keeps as much of what is free in each thread from
 * then on; a buffer that could be resized lies in pages of its own instead, and goes back to the system as a whole.
 */
export function blankBytes(length: number): Uint8Array {
  if (length < LARGE) return new Uint8Array(length);
  return new Uint8Array(new ArrayBuffer(length, { maxByteLength: length }), 0, length);
}

export function joinBytes(bytes: Bytes): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes;
  // Made twice rather than there twice.
  const whole = blankBytes(lengthOf(bytes));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Characters of a text that are made into bytes at once. */
const TEXT_AT_ONCE = 64 * 1024;

/** A text in pieces, none of which ends within a character. */
export function* textPieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const isPair = isHighSurrogate(text.charCodeAt(at + TEXT_AT_ONCE - 1));
    const end = at + TEXT_AT_ONCE + Number(isPair);
    yield text.slice(at, end);
    at = end;
  }
}

/** A text in UTF-8: the entry of a large release is a long one, whose bytes need not be there as a whole. */
export function* textParts(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of textPieces(text)) yield encoder.encode(piece);
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** Without the last byte. */
export function withoutLast(bytes: ByteParts): ByteParts {
  return byteParts(function* () {
    let held: Uint8Array | undefined;
    for (const part of bytes) {
      if (held !== undefined) yield held;
      held = part;
    }
    if (held !== undefined) yield held.subarray(0, -1);
  });
}

/** In pieces of at least `size`, but for the last: each of them costs whoever writes them. */
export function* inPieces(bytes: Bytes, size: number): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const part of partsOf(bytes)) {
    waiting.push(part);
    length += part.length;
    if (length < size) continue;
    yield waiting.length === 1 ? part : joinBytes(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield joinBytes(waiting);
}
